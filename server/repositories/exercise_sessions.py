"""A candidate's work on exercises: where it stood when the interview ended, and how it was judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select, update

from schema.exercise_results import ExerciseResult
from schema.tables.base import utc_now
from schema.tables.exercises import ExerciseSessionRow
from schema.tables.jobs import JobPracticeLinkRow
from server.db import DbSession
from server.repositories.exercises import Exercises

WorkStatus = Literal["planned", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Work:
    """What was done with one exercise. `position` counts the interview's exercises from 0."""

    exercise: str
    position: int
    mode: str  # ExerciseMode
    status: WorkStatus
    state: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Past:
    """One time that a user worked on an exercise."""

    session_id: UUID
    exercise: str
    at: datetime
    score: int | None


class ExerciseSessions:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def put(self, session_id: UUID, user_id: UUID, works: tuple[Work, ...]) -> None:
        """Keep where the work on an interview's exercises stands. What was kept for a position is replaced."""
        rows = await self._rows(session_id)
        ids = await Exercises(self._db).row_ids(work.exercise for work in works)
        for work in works:
            row = rows.get(work.position)
            if row is None:
                row = ExerciseSessionRow(user_id=user_id, interview_session_id=session_id, position=work.position)
                self._db.add(row)
            row.exercise_key, row.mode, row.status, row.state = work.exercise, work.mode, work.status, work.state
            row.coding_exercise_id, row.case_template_id = ids.get(work.exercise, (None, None))
            row.ended_at = utc_now() if work.status == "closed" else None
        await self._db.flush()
        await self._link_to_job(session_id)

    async def _link_to_job(self, session_id: UUID) -> None:
        """The first exercise that was worked on is practice for the job that the interview was held for."""
        held = [row for row in (await self._rows(session_id)).values() if row.status != "planned"]
        if held:
            first = min(held, key=lambda row: row.position).id
            link = JobPracticeLinkRow
            mine = (link.interview_session_id == session_id, link.exercise_session_id.is_(None))
            await self._db.execute(update(link).where(*mine).values(exercise_session_id=first))

    async def judged(self, session_id: UUID, results: tuple[ExerciseResult, ...]) -> None:
        """Keep how the exercises were judged; one that is not there was never opened and is left out."""
        by_key = {result.key: result for result in results}
        for row in (await self._rows(session_id)).values():
            result = by_key.get(row.exercise_key)
            row.result = None if result is None else result.model_dump(mode="json", by_alias=True)
        await self._db.flush()

    async def of(self, session_id: UUID) -> tuple[dict[str, Any], ...]:
        """Everything that is kept of an interview's exercises, in order, for taking it along."""
        rows = await self._rows(session_id)
        names = ("exercise_key", "position", "mode", "status", "state", "result", "created_at", "ended_at")
        return tuple({name: getattr(rows[position], name) for name in names} for position in sorted(rows))

    async def past(self, user_id: UUID, exercise: str | None = None) -> tuple[Past, ...]:
        """What this user has worked on, the newest first."""
        row = ExerciseSessionRow
        found = select(row.interview_session_id, row.exercise_key, row.created_at, row.result).where(
            row.user_id == user_id, row.interview_session_id.is_not(None), row.status != "planned"
        )
        if exercise is not None:
            found = found.where(row.exercise_key == exercise)
        rows = await self._db.execute(found.order_by(row.created_at.desc(), row.id))
        return tuple(Past(session, key, at, _score(result)) for session, key, at, result in rows if session)

    async def _rows(self, session_id: UUID) -> dict[int, ExerciseSessionRow]:
        mine = ExerciseSessionRow.interview_session_id == session_id
        return {row.position: row for row in await self._db.scalars(select(ExerciseSessionRow).where(mine))}


def _score(result: dict[str, Any] | None) -> int | None:
    return None if result is None else result.get("scores", {}).get("overall")
