"""What the coach reads beside the latest report: earlier interviews, saved jobs, drills, exercises, active days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select

from schema.analysis import Analysis
from schema.tables.catalog import RoleKitRow
from schema.tables.companies import CompanyRow
from schema.tables.exercises import CaseTemplateRow, CodingExerciseRow
from schema.tables.interviews import InterviewConfigRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow, SavedJobRow
from schema.tables.practice import AnswerRetakeRow, DrillAttemptRow, DrillScheduleRow, PracticeItemRow, PracticePlanRow
from schema.tables.reports import InterviewAnalysisRow
from schema.vocabulary import ExerciseActivity, JobStatus, PracticeKind
from server.db import DbSession

# What the coach's kinds of practice hold; explaining and reviewing code are part of interviews only.
ACTIVITIES = {
    ExerciseActivity.DEBUG: PracticeKind.CODING_DEBUG,
    ExerciseActivity.MODIFY: PracticeKind.CODING_MODIFY,
}


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A saved job as far as the coach reads it."""

    id: UUID
    role_title: str
    role_category: str
    company: str | None
    next_interview_at: datetime | None
    status: JobStatus
    role_kit: str | None  # of the interview that was last practised for it
    gaps: tuple[str, ...]  # the priority gaps of that interview's report, where it has one


@dataclass(frozen=True, slots=True)
class Exercise:
    """A coding exercise or a case. `minutes` null: it says none."""

    key: str
    name: str
    kind: PracticeKind
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class JudgedInterview:
    """An interview that has a report. `at`: when it was held."""

    session_id: UUID
    at: datetime
    role_kit: str
    role_title: str
    role_category: str
    interview_type: str
    analysis: Analysis


class CoachSources:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def jobs(self, user_id: UUID) -> tuple[JobRecord, ...]:
        """Saved jobs, the nearest interview first, those without a date after them in the order of their saving."""
        found = (
            select(SavedJobRow, CompanyRow.name)
            .outerjoin(CompanyRow, CompanyRow.id == SavedJobRow.company_id)
            .where(SavedJobRow.user_id == user_id, SavedJobRow.archived_at.is_(None))
            .order_by(
                SavedJobRow.next_interview_at.is_(None),
                SavedJobRow.next_interview_at,
                SavedJobRow.created_at,
                SavedJobRow.id,
            )
        )
        practised = await self._practised(user_id)
        return tuple(
            JobRecord(
                row.id,
                row.role_title,
                row.role_category,
                company or row.company_name or None,
                row.next_interview_at,
                JobStatus(row.status),
                *practised.get(row.id, (None, ())),
            )
            for row, company in await self._db.execute(found)
        )

    async def _practised(self, user_id: UUID) -> dict[UUID, tuple[str, tuple[str, ...]]]:
        """By saved job: the role kit and the gaps of the last interview for it."""
        link = JobPracticeLinkRow
        found = (
            select(link.saved_job_id, RoleKitRow.key, InterviewAnalysisRow.analysis)
            .join(SavedJobRow, SavedJobRow.id == link.saved_job_id)
            .join(InterviewConfigRow, InterviewConfigRow.id == link.interview_config_id)
            .join(RoleKitRow, RoleKitRow.id == InterviewConfigRow.role_kit_id)
            .outerjoin(InterviewAnalysisRow, InterviewAnalysisRow.interview_session_id == link.interview_session_id)
            .where(SavedJobRow.user_id == user_id)
            .order_by(InterviewAnalysisRow.analysis.is_not(None), link.created_at, link.id)
        )
        return {
            job_id: (kit, Analysis.model_validate(analysis).jd_match.priority_gaps if analysis else ())
            for job_id, kit, analysis in await self._db.execute(found)
        }

    async def judged(self, user_id: UUID, limit: int, before: datetime | None = None) -> tuple[JudgedInterview, ...]:
        """The user's last judged interviews, the latest first; with `before` those that were held earlier."""
        held = func.coalesce(InterviewSessionRow.ended_at, InterviewSessionRow.created_at)
        found = (
            select(InterviewSessionRow, InterviewConfigRow, RoleKitRow, InterviewAnalysisRow.analysis)
            .join(InterviewAnalysisRow, InterviewAnalysisRow.interview_session_id == InterviewSessionRow.id)
            .join(InterviewConfigRow, InterviewConfigRow.id == InterviewSessionRow.interview_config_id)
            .join(RoleKitRow, RoleKitRow.id == InterviewConfigRow.role_kit_id)
            .where(InterviewSessionRow.user_id == user_id)
            .order_by(held.desc(), InterviewSessionRow.id.desc())
            .limit(limit)
        )
        if before is not None:
            found = found.where(held < before)
        return tuple(
            JudgedInterview(
                row.id,
                row.ended_at or row.created_at,
                kit.key,
                config.role_title,
                kit.role_category,
                config.interview_type,
                Analysis.model_validate(analysis),
            )
            for row, config, kit, analysis in await self._db.execute(found)
        )

    async def drill_schedule(self, user_id: UUID) -> dict[str, datetime]:
        """When each practised drill comes back, by its key."""
        row = DrillScheduleRow
        found = select(row.drill_key, row.due_at).where(row.user_id == user_id).order_by(row.due_at, row.drill_key)
        return {row.drill_key: row.due_at for row in await self._db.execute(found)}

    async def practised_on(self, user_id: UUID, since: datetime) -> frozenset[date]:
        """The days (UTC) since then with an interview, a retaken answer, a drill or an item ticked off."""
        mine = select(InterviewSessionRow.id).where(InterviewSessionRow.user_id == user_id)
        plans = select(PracticePlanRow.id).where(PracticePlanRow.user_id == user_id)
        moments: list[datetime | None] = []
        for column, whose in (
            (InterviewSessionRow.ended_at, InterviewSessionRow.user_id == user_id),
            (AnswerRetakeRow.created_at, AnswerRetakeRow.session_id.in_(mine)),
            (DrillAttemptRow.created_at, DrillAttemptRow.user_id == user_id),
            (PracticeItemRow.done_at, PracticeItemRow.plan_id.in_(plans)),
        ):
            moments += await self._db.scalars(select(column).where(whose, column >= since))
        return frozenset(moment.date() for moment in moments if moment is not None)

    async def exercises(self, role_category: str) -> tuple[Exercise, ...]:
        """Active exercises in finding and in changing code for such a role, by key."""
        row = CodingExerciseRow
        found = select(row.key, row.name, row.activity_type, row.material).where(
            row.activity_type.in_(ACTIVITIES), row.is_active
        )
        return tuple(
            Exercise(key, name, ACTIVITIES[ExerciseActivity(activity)], material.get("minutes"))
            for key, name, activity, material in await self._db.execute(found.order_by(row.key))
            if role_category in material.get("role_categories", ())
        )

    async def cases(self, role_category: str) -> tuple[Exercise, ...]:
        """Active cases for such a role, by key."""
        row = CaseTemplateRow
        found = select(row.key, row.name, row.expected_duration_minutes, row.material).where(row.is_active)
        return tuple(
            Exercise(key, name, PracticeKind.CASE_STUDY, minutes)
            for key, name, minutes, material in await self._db.execute(found.order_by(row.key))
            if role_category in material.get("role_categories", ())
        )
