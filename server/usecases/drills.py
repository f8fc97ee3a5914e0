"""Micro drills: which ones are due, one more try with its instant note, and when each comes back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from controller.classifier import classify
from evaluators.drills import DrillNote, next_due, note_on, prompt_of
from schema.transcript import AnswerSignals
from seeds.drills import Drill, load_drills
from server.errors import AppError, NotFoundError
from server.repositories.drills import AttemptRecord, Drills, ScheduleRecord
from server.repositories.memory import Memory
from server.services import Services
from server.usecases.speech_upload import Spoken

MOST_ATTEMPTS = 500  # of one drill by one user


@dataclass(frozen=True, slots=True)
class OfferedDrill:
    """A drill as it is offered now. `box` and `due_at` are null before the first try."""

    drill: Drill
    prompt: str
    box: int | None
    due_at: datetime | None
    last_passed: datetime | None


@dataclass(frozen=True, slots=True)
class Tried:
    """One try, and when the drill comes back after it."""

    attempt: AttemptRecord
    due_at: datetime


async def offered(services: Services, user_id: UUID, now: datetime | None = None) -> tuple[OfferedDrill, ...]:
    """The drills that suit this user's roles: what is due first, then what was never tried, then what comes later."""
    moment = now or datetime.now(UTC)
    async with services.db.read() as db:
        drills = Drills(db)
        schedule, tries = await drills.schedule(user_id), await drills.tries(user_id)
        passed, roles = await drills.last_passed(user_id), await drills.role_categories(user_id)
    found = [
        _offer(drill, schedule.get(drill.key), tries.get(drill.key, 0), passed.get(drill.key))
        for drill in load_drills().values()
        if drill.key in schedule or not drill.role_categories or any(drill.suits(role) for role in roles)
    ]
    return tuple(sorted(found, key=lambda one: _turn(one, moment)))


def _offer(drill: Drill, schedule: ScheduleRecord | None, tries: int, passed: datetime | None) -> OfferedDrill:
    return OfferedDrill(
        drill=drill,
        prompt=prompt_of(drill, tries),
        box=None if schedule is None else schedule.box,
        due_at=None if schedule is None else schedule.due_at,
        last_passed=passed,
    )


def _turn(one: OfferedDrill, now: datetime) -> tuple[int, float]:
    """Due, then fresh, then later; each by its date, the fresh ones as they stand in the file."""
    if one.due_at is None:
        return 1, 0.0
    return (0 if one.due_at <= now else 2), one.due_at.timestamp()


def find_drill(key: str) -> Drill:
    """Raises NotFoundError."""
    drill = load_drills().get(key)
    if drill is None:
        raise NotFoundError("There is no such drill.")
    return drill


async def try_drill(services: Services, user_id: UUID, drill: Drill, spoken: Spoken) -> Tried:
    """Note and store one answer, and set when the drill comes back. Raises AppError where there are too many."""
    async with services.db.read() as db:
        prompt = prompt_of(drill, (await Drills(db).tries(user_id)).get(drill.key, 0))
    note = await asyncio.to_thread(_note, drill, prompt, spoken)
    now = datetime.now(UTC)
    async with services.db.write() as db:
        if not await Memory(db).hold(user_id):  # one try after the other; the account may be deleted meanwhile
            raise AppError("signed_out", 401, "Please sign in first.")
        drills = Drills(db)
        known = (await drills.schedule(user_id)).get(drill.key)
        if (await drills.tries(user_id)).get(drill.key, 0) >= MOST_ATTEMPTS:
            raise AppError("too_many", 409, "You have practised this drill very often. Choose another one.")
        box, due_at = next_due(known.box if known else 0, note.passed, now)
        attempt = await drills.put_attempt(
            user_id,
            drill.key,
            prompt=prompt,
            text=spoken.text,
            words=spoken.words,
            typed=spoken.typed,
            note=note.model_dump(mode="json"),
            passed=note.passed,
        )
        await drills.put_schedule(user_id, drill.key, box, due_at)
    return Tried(attempt, due_at)


def _note(drill: Drill, prompt: str, spoken: Spoken) -> DrillNote:
    def read(question: str, answer: str) -> AnswerSignals:
        return classify(question=question, answer=answer, expects=None if drill.piece is None else (drill.piece,))

    return note_on(drill, spoken.text, spoken.words, read, prompt=prompt)


async def attempts_of(services: Services, user_id: UUID, drill: Drill) -> tuple[AttemptRecord, ...]:
    """The latest first."""
    async with services.db.read() as db:
        return await Drills(db).attempts(user_id, drill.key)
