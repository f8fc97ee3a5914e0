"""Answers to micro drills, and when each drill comes back to somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from schema.tables.catalog import RoleKitRow
from schema.tables.interviews import InterviewConfigRow
from schema.tables.practice import DrillAttemptRow, DrillScheduleRow
from schema.transcript import Word
from server.db import DbSession


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """`note` is evaluators.drills.DrillNote as JSON."""

    id: UUID
    drill_key: str
    prompt: str
    text: str
    words: tuple[Word, ...]
    typed: bool
    note: dict[str, Any]
    passed: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ScheduleRecord:
    """`box` counts from 1; a drill that was never tried has no schedule."""

    drill_key: str
    box: int
    due_at: datetime


class Drills:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ attempts

    async def put_attempt(
        self,
        user_id: UUID,
        drill_key: str,
        *,
        prompt: str,
        text: str,
        words: Sequence[Word],
        typed: bool,
        note: dict[str, Any],
        passed: bool,
    ) -> AttemptRecord:
        row = DrillAttemptRow(
            user_id=user_id,
            drill_key=drill_key,
            prompt=prompt,
            text=text,
            words=[word.model_dump(mode="json") for word in words],
            typed=typed,
            note=note,
            passed=passed,
        )
        self._db.add(row)
        await self._db.flush()
        return _attempt(row)

    async def attempts(self, user_id: UUID, drill_key: str | None = None) -> tuple[AttemptRecord, ...]:
        """This user's, of one drill or of all, the latest first."""
        mine = select(DrillAttemptRow).where(DrillAttemptRow.user_id == user_id)
        if drill_key is not None:
            mine = mine.where(DrillAttemptRow.drill_key == drill_key)
        newest = mine.order_by(DrillAttemptRow.created_at.desc(), DrillAttemptRow.id)
        return tuple(_attempt(row) for row in await self._db.scalars(newest))

    async def tries(self, user_id: UUID) -> dict[str, int]:
        """How often each drill was tried, by its key."""
        row = DrillAttemptRow
        found = select(row.drill_key, func.count()).where(row.user_id == user_id).group_by(row.drill_key)
        return {key: int(count) for key, count in await self._db.execute(found)}

    async def last_passed(self, user_id: UUID) -> dict[str, datetime]:
        """When each drill was passed last, by its key."""
        row = DrillAttemptRow
        found = select(row.drill_key, func.max(row.created_at)).where(row.user_id == user_id, row.passed)
        return {passed[0]: passed[1] for passed in await self._db.execute(found.group_by(row.drill_key))}

    async def role_categories(self, user_id: UUID) -> frozenset[str]:
        """The kinds of role that this user has prepared for."""
        found = (
            select(RoleKitRow.role_category)
            .join(InterviewConfigRow, InterviewConfigRow.role_kit_id == RoleKitRow.id)
            .where(InterviewConfigRow.user_id == user_id)
            .distinct()
        )
        return frozenset(await self._db.scalars(found))

    # ------------------------------------------------------------------ the schedule

    async def schedule(self, user_id: UUID) -> dict[str, ScheduleRecord]:
        """Every drill that was tried, by its key."""
        found = await self._db.scalars(select(DrillScheduleRow).where(DrillScheduleRow.user_id == user_id))
        return {row.drill_key: ScheduleRecord(row.drill_key, row.box, row.due_at) for row in found}

    async def put_schedule(self, user_id: UUID, drill_key: str, box: int, due_at: datetime) -> None:
        row = await self._db.get(DrillScheduleRow, (user_id, drill_key))
        if row is None:
            row = DrillScheduleRow(user_id=user_id, drill_key=drill_key)
            self._db.add(row)
        row.box, row.due_at = box, due_at
        await self._db.flush()


def _attempt(row: DrillAttemptRow) -> AttemptRecord:
    return AttemptRecord(
        id=row.id,
        drill_key=row.drill_key,
        prompt=row.prompt,
        text=row.text,
        words=tuple(Word.model_validate(word) for word in row.words),
        typed=row.typed,
        note=row.note,
        passed=row.passed,
        created_at=row.created_at,
    )
