"""Interviews from the outside: making one, and reading what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from schema.plan import PlanInterviewer
from schema.transcript import Turn
from schema.vocabulary import InterviewStatus
from server.errors import AppError
from server.repositories.events import load_events
from server.repositories.interviews import InterviewRecord, Interviews, new_seed
from server.repositories.turns import Turns
from server.services import Services
from server.usecases.asked import AskedQuestion as AskedQuestion
from server.usecases.asked import asked as asked
from server.usecases.plans import Choices, make_plan

OVER = frozenset({InterviewStatus.ENDED, InterviewStatus.ABANDONED})


async def create_interview(services: Services, user_id: UUID, choices: Choices, *, record: bool) -> InterviewRecord:
    """Plan an interview and store it, ready to be entered. Raises AppError as `plans.make_plan` does."""
    planned = await make_plan(services, user_id, choices, new_seed())
    new = replace(planned.new, record=record, consented_at=datetime.now(UTC))
    async with services.db.write() as db:
        return await Interviews(db).create(new, planned.plan, planned.patterns, planned.exercises)


def check_can_enter(interview: InterviewRecord) -> None:
    """Raises AppError for an interview that is over."""
    if interview.status in OVER:
        raise AppError("interview_over", 409, "This interview is over. Its report is on the results page.")


# ------------------------------------------------------------------ what became of it


@dataclass(frozen=True, slots=True)
class Transcript:
    """`panel` is empty where one person asked."""

    turns: tuple[Turn, ...]
    panel: tuple[PlanInterviewer, ...]
    questions: tuple[AskedQuestion, ...]


async def read_transcript(services: Services, session_id: UUID) -> Transcript:
    """What was said so far, and why each question was asked."""
    async with services.db.read() as db:
        bundle = await Interviews(db).bundle(session_id)
        people = bundle.plan.interviewers if bundle is not None else ()
        turns, questions = await Turns(db).load(session_id), asked(await load_events(db, session_id))
    return Transcript(turns, people if len(people) > 1 else (), questions)
