"""Interviews from the outside: making one, and reading what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from agent.ports import StoredEvent
from agent.transcript import STEP
from controller.decisions import Action, Decision
from controller.events import QuestionUnheard
from controller.planner import build_plan
from controller.serial import decision_from_json, event_from_json
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.transcript import Turn
from schema.vocabulary import InterviewStatus, InterviewType, PatternType, Seniority, Style
from server.errors import AppError
from server.repositories.catalog import CatalogRows
from server.repositories.events import load_events
from server.repositories.interviews import InterviewRecord, Interviews, NewInterview, new_seed
from server.repositories.turns import Turns
from server.services import Services

OVER = frozenset({InterviewStatus.ENDED, InterviewStatus.ABANDONED})


@dataclass(frozen=True, slots=True)
class Wish:
    """What a candidate asks for. Texts are null where nothing was pasted; `role_title` null means the kit's name."""

    role_kit: str
    role_title: str | None
    company: str | None
    seniority: Seniority
    interview_type: InterviewType
    style: Style
    minutes: int
    jd_text: str | None
    resume_text: str | None
    look: str
    record: bool


async def create_interview(services: Services, user_id: UUID, wish: Wish) -> InterviewRecord:
    """Plan an interview and store it, ready to be entered. Raises AppError for an unknown role kit."""
    async with services.db.read() as db:
        found = await CatalogRows(db).role_kit(wish.role_kit)
        patterns = await CatalogRows(db).patterns()
    if found is None:
        raise AppError(
            "invalid", 422, "Please correct the marked fields.", {"role_kit": "Choose one of the roles offered."}
        )
    kit_id, kit = found
    role_title, seed = wish.role_title or kit.name, new_seed()
    plan = await asyncio.to_thread(  # reading 100 kB of documents takes longer than the loop may stand still
        build_plan,
        kit=kit,
        patterns=patterns,
        seniority=wish.seniority,
        interview_type=wish.interview_type,
        style=wish.style,
        minutes=wish.minutes,
        role_title=role_title,
        company=wish.company,
        jd_text=wish.jd_text,
        resume_text=wish.resume_text,
        seed=seed,
    )
    new = NewInterview(
        user_id=user_id,
        role_kit_id=kit_id,
        role_title=role_title,
        company=wish.company,
        seniority=wish.seniority,
        interview_type=wish.interview_type,
        style=wish.style,
        minutes=wish.minutes,
        look=wish.look,
        record=wish.record,
        jd_text=wish.jd_text,
        resume_text=wish.resume_text,
        seed=seed,
        consented_at=datetime.now(UTC),
    )
    async with services.db.write() as db:
        return await Interviews(db).create(new, plan, used_patterns(plan, patterns))


def used_patterns(plan: InterviewPlan, patterns: dict[str, QuestionPattern]) -> dict[str, QuestionPattern]:
    """The patterns that the plan names and the general probes, which the interview then keeps: a replay needs those."""
    named = {key for phase in plan.phases for key in phase.patterns}
    return {
        key: pattern for key, pattern in patterns.items() if key in named or pattern.pattern_type is PatternType.PROBE
    }


def check_can_enter(interview: InterviewRecord) -> None:
    """Raises AppError for an interview that is over."""
    if interview.status in OVER:
        raise AppError("interview_over", 409, "This interview is over. Its report is on the results page.")


# ------------------------------------------------------------------ what became of it


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question or a probe that was put, with why. `at_s` is on the interview's clock."""

    decision: Decision
    at_s: float


@dataclass(frozen=True, slots=True)
class Transcript:
    turns: tuple[Turn, ...]
    questions: tuple[AskedQuestion, ...]


async def read_transcript(services: Services, session_id: UUID) -> Transcript:
    """What was said so far, and why each question was asked."""
    async with services.db.read() as db:
        return Transcript(await Turns(db).load(session_id), asked(await load_events(db, session_id)))


def asked(records: Iterable[StoredEvent]) -> tuple[AskedQuestion, ...]:
    """The questions of a log, in order. One that nobody heard was taken back; it counts when it is asked again."""
    questions: dict[str, AskedQuestion] = {}
    for record in records:
        if record.kind != STEP:
            continue
        event = event_from_json(record.payload["event"])
        if isinstance(event, QuestionUnheard):
            questions.pop(event.question_id, None)
        decision = decision_from_json(record.payload["decision"])
        if decision.action in (Action.ASK, Action.PROBE) and decision.question_id is not None:
            questions[decision.question_id] = AskedQuestion(decision, record.at_ms / 1000)
    return tuple(questions.values())
