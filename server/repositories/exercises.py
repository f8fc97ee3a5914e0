"""The catalogue of coding exercises and cases."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from schema.exercises import CaseTemplate, CodingExercise, Exercise
from schema.tables.catalog import RoleKitRow
from schema.tables.exercises import CaseTemplateRow, CodingExerciseRow
from server.db import DbSession
from server.repositories import exercise_shapes as shapes


class Exercises:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def everything(self) -> tuple[Exercise, ...]:
        """The active ones, code first, each kind by name."""
        coding = await self._coding(only_active=True)
        return (*coding, *await self._cases(only_active=True))

    async def get(self, key: str) -> Exercise | None:
        """The active exercise or case of this key."""
        found = await self.some((key,))
        return found.get(key)

    async def some(self, keys: Iterable[str]) -> dict[str, Exercise]:
        """Those of `keys` that are in the catalogue and active."""
        wanted = tuple(keys)
        if not wanted:
            return {}
        coding = await self._coding(only_active=True, keys=wanted)
        found: tuple[Exercise, ...] = (*coding, *await self._cases(only_active=True, keys=wanted))
        return {exercise.key: exercise for exercise in found}

    async def row_ids(self, keys: Iterable[str]) -> dict[str, tuple[UUID | None, UUID | None]]:
        """For each key the row of the coding exercise and the row of the case; one of the two is null."""
        wanted = tuple(keys)
        coding = await self._db.execute(
            select(CodingExerciseRow.key, CodingExerciseRow.id).where(CodingExerciseRow.key.in_(wanted))
        )
        cases = await self._db.execute(
            select(CaseTemplateRow.key, CaseTemplateRow.id).where(CaseTemplateRow.key.in_(wanted))
        )
        found: dict[str, tuple[UUID | None, UUID | None]] = {key: (row_id, None) for key, row_id in coding}
        return found | {key: (None, row_id) for key, row_id in cases}

    async def _coding(self, *, only_active: bool, keys: tuple[str, ...] | None = None) -> list[CodingExercise]:
        row = CodingExerciseRow
        found = select(row, RoleKitRow.key).outerjoin(RoleKitRow, RoleKitRow.id == row.role_kit_id).order_by(row.name)
        if only_active:
            found = found.where(row.is_active)
        if keys is not None:
            found = found.where(row.key.in_(keys))
        return [shapes.coding(each, kit) for each, kit in await self._db.execute(found)]

    async def _cases(self, *, only_active: bool, keys: tuple[str, ...] | None = None) -> list[CaseTemplate]:
        row = CaseTemplateRow
        found = select(row, RoleKitRow.key).outerjoin(RoleKitRow, RoleKitRow.id == row.role_kit_id).order_by(row.name)
        if only_active:
            found = found.where(row.is_active)
        if keys is not None:
            found = found.where(row.key.in_(keys))
        return [shapes.case(each, kit) for each, kit in await self._db.execute(found)]
