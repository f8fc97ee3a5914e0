"""A spoken interview as the room stores it, for tests of what comes after: log, turns with word seconds, figures."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from agent.transcript import STEP
from controller.decisions import Action, Decision
from controller.events import Tick
from controller.serial import decision_to_json, event_to_json
from schema.plan import InterviewPlan, PlanMetadata, PlanPhase
from schema.tables.accounts import AuthUserRow
from schema.transcript import Turn, Word
from schema.vocabulary import (
    InterviewStatus,
    InterviewType,
    MissingPiece,
    PhaseKind,
    RoleCategory,
    Seniority,
    Speaker,
    Style,
)
from server.db import Database
from server.repositories.catalog import CatalogRows
from server.repositories.events import SqlEventLog
from server.repositories.interviews import Interviews, NewInterview
from server.repositories.turns import Turns
from server.startup import seed

KIT = "software_engineer"


@dataclass(frozen=True)
class Exchange:
    question: str
    answer: str
    asks_for: MissingPiece | None = None


STRONG = (
    Exchange(
        "Walk me through a project that you are proud of.",
        "At my last company our checkout page was slow and people left it. I profiled the requests, found that we "
        "loaded the basket four times, and I rewrote that part with one cached query. I decided against a new service "
        "because one table was enough. Page time fell from 4 seconds to 900 milliseconds and orders went up by 12 "
        "percent. Next time I would measure before the first complaint.",
    ),
    Exchange(
        "Tell me about a time when you disagreed with a colleague.",
        "Our lead wanted to ship without tests before the sale. I showed him the two outages of the last quarter, "
        "and I proposed to test only the payment path. We agreed, I wrote the eleven tests in two days, and the sale "
        "ran without an incident. I learned to bring numbers and not opinions.",
    ),
    Exchange(
        "Which number moved, and by how much?",
        "I cut the error rate from 3 percent to 0.2 percent within one month.",
        MissingPiece.METRIC,
    ),
)


async def spoken_interview(
    database: Database,
    exchanges: tuple[Exchange, ...] = STRONG,
    *,
    user_id: UUID | None = None,
    **choices: Any,
) -> UUID:
    """An interview of these exchanges that has ended, in a database with the shipped catalogue.

    It is a new user's unless `user_id` names one; `choices` are fields of NewInterview.
    """
    await seed(database)
    session_id = await _created(database, user_id, choices)
    log, at_s = SqlEventLog(database, session_id), 0.0
    turns: list[Turn] = []
    for number, exchange in enumerate(exchanges, 1):
        question_id = f"q{number}"
        asked = _turn(len(turns), Speaker.INTERVIEWER, exchange.question, at_s, question_id)
        await log.append(STEP, round(at_s * 1000), _decided(exchange, question_id))
        answer = _turn(len(turns) + 1, Speaker.CANDIDATE, exchange.answer, asked.end_s + 0.6, question_id)
        turns += [asked, answer]
        at_s = answer.end_s + 0.5
    await log.append("ended", round(at_s * 1000), _figures(len(exchanges)))
    async with database.write() as db:
        await Turns(db).replace(session_id, turns)
        for status in (InterviewStatus.LIVE, InterviewStatus.ENDED):
            await Interviews(db).move(session_id, status)
    return session_id


async def new_user(database: Database) -> UUID:
    async with database.write() as db:
        user = AuthUserRow(email=f"{os.urandom(6).hex()}@example.org", name="Asha", role="candidate")
        db.add(user)
        await db.flush()
        return user.id


async def _created(database: Database, user_id: UUID | None, choices: dict[str, Any]) -> UUID:
    user_id = user_id or await new_user(database)
    async with database.write() as db:
        found = await CatalogRows(db).role_kit(KIT)
        assert found is not None
        new = NewInterview(
            user_id=user_id,
            role_kit_id=found[0],
            role_title="Software Engineer",
            company=None,
            seniority=Seniority.MID,
            interview_type=InterviewType.HIRING_MANAGER,
            style=Style.NEUTRAL,
            minutes=10,
            jd_text=None,
            resume_text=None,
            look="maya",
            record=False,
            seed=7,
            consented_at=datetime.now(UTC),
        )
        return (await Interviews(db).create(replace(new, **choices), _plan(), {})).id


def _plan() -> InterviewPlan:
    metadata = PlanMetadata(
        role_category=RoleCategory.SWE,
        seniority=Seniority.MID,
        interview_type=InterviewType.HIRING_MANAGER,
        role_title="Software Engineer",
        role_kit=KIT,
    )
    phase = PlanPhase(id="p1", kind=PhaseKind.BEHAVIORAL, mins=8, objective=("talk",), patterns=())
    return InterviewPlan(metadata=metadata, phases=(phase,))


def _decided(exchange: Exchange, question_id: str) -> dict[str, object]:
    decision = Decision(
        action=Action.PROBE if exchange.asks_for else Action.ASK,
        text=exchange.question,
        reason="It comes next.",
        phase_id="p1",
        question_id=question_id,
        asks_for=exchange.asks_for,
    )
    return {"event": event_to_json(Tick(at_ms=0)), "decision": decision_to_json(decision)}


def _turn(index: int, speaker: Speaker, text: str, start_s: float, question_id: str) -> Turn:
    words = tuple(
        Word(text=word, start_s=start_s + 0.35 * n, end_s=start_s + 0.35 * n + 0.3, confidence=0.95)
        for n, word in enumerate(text.split())
    )
    return Turn(
        index=index,
        speaker=speaker,
        text=text,
        start_s=start_s,
        end_s=words[-1].end_s,
        words=words if speaker is Speaker.CANDIDATE else (),
        question_id=question_id,
    )


def _figures(answers: int) -> dict[str, object]:
    return {
        "reason": "closed",
        "response_gaps_s": [0.4] * answers,
        "candidate_gaps_s": [0.6] * answers,
        "overlaps": 1,
        "barge_ins": 0,
        "false_interruptions": 0,
        "cut_offs": 0,
        "backchannels": 2,
        "interviewer_talk_s": 11.5,
    }
