"""The catalogue of coding exercises and cases."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from schema.exercise_views import ExerciseCard
from schema.exercises import CaseTemplate, CodingExercise, Exercise
from schema.tables.catalog import RoleKitRow
from schema.tables.exercises import CaseTemplateRow, CodingExerciseRow
from server.db import DbSession
from server.repositories import exercise_shapes as shapes


class Exercises:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def cards(self) -> tuple[ExerciseCard, ...]:
        """A line for each active one, code first, each kind by name. Nothing is read whole: there are many."""
        code, case = CodingExerciseRow, CaseTemplateRow
        coding = await self._db.scalars(select(code).where(code.is_active).order_by(code.name))
        cases = await self._db.scalars(select(case).where(case.is_active).order_by(case.name))
        return (*(shapes.coding_card(row) for row in coding), *(shapes.case_card(row) for row in cases))

    async def get(self, key: str) -> Exercise | None:
        """The active exercise or case of this key."""
        found = await self.some((key,))
        return found.get(key)

    async def some(self, keys: Iterable[str]) -> dict[str, Exercise]:
        """Those of `keys` that are in the catalogue and active."""
        wanted = tuple(keys)
        if not wanted:
            return {}
        found: tuple[Exercise, ...] = (*await self._coding(wanted), *await self._cases(wanted))
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

    async def _coding(self, keys: tuple[str, ...]) -> list[CodingExercise]:
        row = CodingExerciseRow
        found = select(row, RoleKitRow.key).outerjoin(RoleKitRow, RoleKitRow.id == row.role_kit_id)
        rows = await self._db.execute(found.where(row.is_active, row.key.in_(keys)))
        return [shapes.coding(each, kit) for each, kit in rows]

    async def _cases(self, keys: tuple[str, ...]) -> list[CaseTemplate]:
        row = CaseTemplateRow
        found = select(row, RoleKitRow.key).outerjoin(RoleKitRow, RoleKitRow.id == row.role_kit_id)
        rows = await self._db.execute(found.where(row.is_active, row.key.in_(keys)))
        return [shapes.case(each, kit) for each, kit in rows]
