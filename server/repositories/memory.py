"""What is remembered of a user's skills: what each judged interview showed, and the memory folded from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from schema.coaching import SkillMemory
from schema.tables.accounts import AuthUserRow
from schema.tables.catalog import InterviewRubricRow
from schema.tables.memory import MemoryObservationRow, UserSkillMemoryRow
from server.db import DbSession


class Memory:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def hold(self, user_id: UUID) -> bool:
        """Keep the user's row till the commit, so that two interviews that are judged at once fold one after the other.

        Returns whether there is such a user.
        """
        found = select(AuthUserRow.id).where(AuthUserRow.id == user_id).with_for_update(key_share=True)
        return await self._db.scalar(found) is not None

    # ------------------------------------------------------------------ observations

    async def observations(self, user_id: UUID) -> tuple[dict[str, Any], ...]:
        """The bodies of what this user's interviews showed, the earliest interview first."""
        row = MemoryObservationRow
        found = select(row.body).where(row.user_id == user_id).order_by(row.at, row.session_id)
        return tuple(await self._db.scalars(found))

    async def put_observation(
        self, session_id: UUID, user_id: UUID, role_category: str, at: datetime, body: dict[str, Any]
    ) -> None:
        """Write what one interview showed, in the place of what an earlier judgement of it showed."""
        row = await self._db.get(MemoryObservationRow, session_id)
        if row is None:
            row = MemoryObservationRow(session_id=session_id)
            self._db.add(row)
        row.user_id, row.role_category, row.at, row.body = user_id, role_category, at, body
        await self._db.flush()

    # ------------------------------------------------------------------ the memory

    async def skills(self, user_id: UUID) -> tuple[SkillMemory, ...]:
        """By role category and dimension."""
        row = UserSkillMemoryRow
        found = select(row).where(row.user_id == user_id).order_by(row.role_category, row.dimension)
        return tuple(_memory(row) for row in await self._db.scalars(found))

    async def replace(self, user_id: UUID, skills: Sequence[SkillMemory]) -> None:
        """Make the stored memory this. Rows that say the same already stay as they are."""
        row = UserSkillMemoryRow
        stored = {
            (one.role_category, one.dimension): one
            for one in await self._db.scalars(select(row).where(row.user_id == user_id))
        }
        for skill in skills:
            known = stored.pop((skill.role_category, skill.dimension), None)
            if known is None:
                known = UserSkillMemoryRow(
                    user_id=user_id, role_category=skill.role_category, dimension=skill.dimension
                )
                self._db.add(known)
            elif _memory(known) == skill:
                continue
            values = skill.model_dump(mode="json", by_alias=True)
            known.baseline_score, known.latest_score = skill.baseline_score, skill.latest_score
            known.trend, known.common_issues = values["trend"], values["issues"]
        if stored:
            await self._db.execute(delete(row).where(row.id.in_([one.id for one in stored.values()])))
        await self._db.flush()

    async def dimension_names(self) -> dict[str, str]:
        """What the dimensions of all rubrics are called, by key."""
        rows = await self._db.scalars(select(InterviewRubricRow.dimensions).order_by(InterviewRubricRow.key))
        return {dimension["key"]: dimension["name"] for dimensions in rows for dimension in dimensions}


def _memory(row: UserSkillMemoryRow) -> SkillMemory:
    return SkillMemory.model_validate(
        {
            "roleCategory": row.role_category,
            "dimension": row.dimension,
            "baselineScore": row.baseline_score,
            "latestScore": row.latest_score,
            "trend": row.trend,
            "issues": row.common_issues,
        }
    )
