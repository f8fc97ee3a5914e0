"""Rows of the demonstration account that lie in the past: made today as any, then set to the day of the story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update

from schema.tables.accounts import AuthUserRow
from schema.tables.interviews import InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow, JobStatusChangeRow, SavedJobRow
from schema.tables.practice import (
    AnswerRetakeRow,
    DrillAttemptRow,
    DrillScheduleRow,
    PracticeItemRow,
    PracticePlanRow,
)
from schema.tables.reports import InterviewAnalysisRow
from schema.vocabulary import UserRole
from server.db import DbSession
from server.repositories.users import UserRecord, Users


class Demonstration:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def others(self, email: str) -> int:
        """How many accounts there are beside the one with this address."""
        found = select(func.count()).select_from(AuthUserRow).where(AuthUserRow.email != email)
        return await self._db.scalar(found) or 0

    async def create(self, email: str, name: str) -> UserRecord:
        """The account, into which nobody can sign in before `rehash` gives it a password."""
        user = await Users(self._db).create(email, name, "", UserRole.CANDIDATE)
        await self._db.execute(update(AuthUserRow).where(AuthUserRow.id == user.id).values(password_hash=None))
        return user

    async def interview_held(self, session_id: UUID, ended: datetime, seconds: float) -> None:
        """It was planned and held so long, up to that moment."""
        began = ended - timedelta(seconds=seconds)
        planned = began - timedelta(minutes=4)
        session = await self._db.get_one(InterviewSessionRow, session_id)
        session.created_at, session.started_at, session.ended_at = planned, began, ended
        config = await self._db.get_one(InterviewConfigRow, session.interview_config_id)
        config.created_at, config.consented_at = planned, planned
        plan = await self._db.get_one(InterviewPlanRow, session.interview_plan_id)
        plan.created_at = planned
        mine = JobPracticeLinkRow.interview_session_id == session_id
        await self._db.execute(update(JobPracticeLinkRow).where(mine).values(created_at=planned))

    async def judged(self, session_id: UUID, at: datetime) -> None:
        """Its report, and the week that came with it, are from that moment."""
        report = InterviewAnalysisRow.interview_session_id == session_id
        await self._db.execute(update(InterviewAnalysisRow).where(report).values(created_at=at, updated_at=at))
        week = PracticePlanRow.session_id == session_id
        said = {"created_at": at, "starts_on": at.date().isoformat()}
        await self._db.execute(update(PracticePlanRow).where(week).values(said))

    async def job_followed(self, job_id: UUID, moments: Sequence[datetime], archived_at: datetime | None) -> None:
        """It was saved at the first of the moments, and its status moved at the others."""
        change = JobStatusChangeRow
        rows = await self._db.scalars(
            select(change).where(change.saved_job_id == job_id).order_by(change.at, change.id)
        )
        for row, moment in zip(rows, moments, strict=True):
            row.at = moment
        job = await self._db.get_one(SavedJobRow, job_id)
        job.created_at, job.updated_at, job.archived_at = moments[0], moments[-1], archived_at
        await self._db.flush()

    async def drill_tried(self, attempt_id: UUID, user_id: UUID, key: str, at: datetime, due_at: datetime) -> None:
        attempt = await self._db.get_one(DrillAttemptRow, attempt_id)
        attempt.created_at = at
        schedule = await self._db.get_one(DrillScheduleRow, (user_id, key))
        schedule.due_at, schedule.updated_at = due_at, at

    async def retaken(self, retake_id: UUID, at: datetime) -> None:
        await self._db.execute(update(AnswerRetakeRow).where(AnswerRetakeRow.id == retake_id).values(created_at=at))

    async def item_done(self, item_id: UUID, at: datetime) -> None:
        await self._db.execute(update(PracticeItemRow).where(PracticeItemRow.id == item_id).values(done_at=at))
