"""Everything that is kept of a user between interviews, row by row, for taking it along."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from schema.tables.base import Base
from schema.tables.jobs import JobPracticeLinkRow, JobStatusChangeRow, SavedJobRow
from schema.tables.memory import MemoryObservationRow, UserSkillMemoryRow
from schema.tables.practice import DrillAttemptRow, DrillScheduleRow, PracticeItemRow, PracticePlanRow
from server.db import DbSession


class PracticeExport:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def of_user(self, user_id: UUID) -> dict[str, list[dict[str, Any]]]:
        """The rows by what they are; lists without rows are left out."""
        plans = select(PracticePlanRow.id).where(PracticePlanRow.user_id == user_id)
        jobs = select(SavedJobRow.id).where(SavedJobRow.user_id == user_id)
        found: dict[str, Select[Any]] = {
            "skill_memory": _mine(UserSkillMemoryRow, user_id).order_by(
                UserSkillMemoryRow.role_category, UserSkillMemoryRow.dimension
            ),
            "memory_observations": _mine(MemoryObservationRow, user_id).order_by(MemoryObservationRow.at),
            "practice_plans": _mine(PracticePlanRow, user_id).order_by(PracticePlanRow.created_at),
            "practice_items": select(PracticeItemRow)
            .where(PracticeItemRow.plan_id.in_(plans))
            .order_by(PracticeItemRow.plan_id, PracticeItemRow.day, PracticeItemRow.position),
            "drill_attempts": _mine(DrillAttemptRow, user_id).order_by(DrillAttemptRow.created_at),
            "saved_jobs": _mine(SavedJobRow, user_id).order_by(SavedJobRow.created_at),
            "job_status_changes": select(JobStatusChangeRow)
            .where(JobStatusChangeRow.saved_job_id.in_(jobs))
            .order_by(JobStatusChangeRow.saved_job_id, JobStatusChangeRow.at),
            "job_practice_links": select(JobPracticeLinkRow)
            .where(JobPracticeLinkRow.saved_job_id.in_(jobs))
            .order_by(JobPracticeLinkRow.saved_job_id, JobPracticeLinkRow.created_at),
            "drill_schedule": _mine(DrillScheduleRow, user_id).order_by(DrillScheduleRow.drill_key),
        }
        rows = {name: [_columns(row) for row in await self._db.scalars(rows)] for name, rows in found.items()}
        return {name: kept for name, kept in rows.items() if kept}


def _mine(table: Any, user_id: UUID) -> Select[Any]:
    return select(table).where(table.user_id == user_id)


def _columns(row: Base) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns if column.key != "user_id"}
