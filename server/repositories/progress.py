"""What somebody's practice amounts to: judged interviews from their stored columns, tracked jobs, and the days on which
something was done. A fixed number of statements each, however much there is; no report is read whole for a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, literal, or_, select, tuple_, union_all

from schema.analysis import TurnTaking
from schema.digest import AnalysisDigest
from schema.jobs import JobOutcome
from schema.tables.catalog import RoleKitRow
from schema.tables.companies import CompanyRow
from schema.tables.documents import UserProfileExtractedRow
from schema.tables.exercises import ExerciseSessionRow
from schema.tables.interviews import InterviewConfigRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow, SavedJobRow
from schema.tables.practice import AnswerRetakeRow, DrillAttemptRow, PracticeItemRow, PracticePlanRow
from schema.tables.reports import InterviewAnalysisRow
from schema.vocabulary import ExerciseMode, InterviewType, JobStatus, Readiness
from server.db import DbSession


@dataclass(frozen=True, slots=True)
class JudgedRecord:
    """An interview with its report's figures. `job_id`: the saved job that it was held for."""

    session_id: UUID
    created_at: datetime
    held_at: datetime
    role_kit: str
    role_category: str
    role_title: str
    company: str | None
    interview_type: InterviewType
    minutes: int
    score: int | None
    readiness: Readiness | None
    digest: AnalysisDigest
    job_id: UUID | None


@dataclass(frozen=True, slots=True)
class TrackedRecord:
    """A saved job without its texts. `description`: there is one, as a text or as a document."""

    id: UUID
    role_title: str
    role_category: str
    company: str | None
    company_known: bool
    status: JobStatus
    tags: tuple[str, ...]
    next_interview_at: datetime | None
    deadline_on: date | None
    job_url: str | None
    description: bool
    jd_document_id: UUID | None
    outcomes: tuple[JobOutcome, ...]
    archived: bool
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class ResultFilter:
    """Null: any. `role` is a role kit's key or a role category; `text` stands in the role's or the company's name."""

    job: UUID | None = None
    role: str | None = None
    company: str | None = None
    interview_type: InterviewType | None = None
    exercise_type: ExerciseMode | None = None
    since: datetime | None = None
    until: datetime | None = None  # exclusive
    least: int | None = None
    most: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done; `seconds` of an interview that was held, else 0."""

    at: datetime
    seconds: float


class Progress:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ judged interviews

    async def judged(
        self,
        user_id: UUID,
        limit: int,
        wanted: ResultFilter | None = None,
        before: tuple[datetime, UUID] | None = None,
    ) -> tuple[JudgedRecord, ...]:
        """This user's judged interviews, the newest first, `before` a moment and id exclusively."""
        session = InterviewSessionRow
        found = _judged().where(session.user_id == user_id, *_conditions(wanted or ResultFilter()))
        if before is not None:
            found = found.where(tuple_(session.created_at, session.id) < before)
        found = found.order_by(session.created_at.desc(), session.id.desc()).limit(limit)
        return tuple(_record(row) for row in await self._db.execute(found))

    async def both(self, user_id: UUID, ids: Collection[UUID]) -> dict[UUID, tuple[JudgedRecord, TurnTaking]]:
        """Those of these interviews that are this user's and judged, with the figures of their conversation."""
        mine = InterviewSessionRow.user_id == user_id, InterviewSessionRow.id.in_(ids)
        found = _judged().add_columns(InterviewAnalysisRow.analysis).where(*mine)
        return {
            row.id: (_record(row), TurnTaking.model_validate(row.analysis.get("turnTaking") or {}))
            for row in await self._db.execute(found)
        }

    # ------------------------------------------------------------------ jobs

    async def jobs(self, user_id: UUID) -> tuple[TrackedRecord, ...]:
        """All of this user's jobs: the nearest interview first, then the nearest deadline, then the newest."""
        row = SavedJobRow
        found = (
            select(
                row.id,
                row.role_title,
                row.role_category,
                row.company_name,
                row.company_id,
                CompanyRow.name.label("known"),
                row.status,
                row.tags,
                row.next_interview_at,
                row.deadline_on,
                row.job_url,
                (row.jd_text != "").label("text"),
                row.jd_document_id,
                row.outcomes,
                row.archived_at,
                row.created_at,
                row.updated_at,
            )
            .outerjoin(CompanyRow, CompanyRow.id == row.company_id)
            .where(row.user_id == user_id)
            .order_by(
                row.next_interview_at.is_(None),
                row.next_interview_at,
                row.deadline_on.is_(None),
                row.deadline_on,
                row.created_at.desc(),
                row.id,
            )
        )
        return tuple(_tracked(one) for one in await self._db.execute(found))

    async def requirements(self, documents: Collection[UUID]) -> dict[UUID, tuple[tuple[str, bool], ...]]:
        """The requirements that were read from job descriptions, by document: (text, must). One statement."""
        if not documents:
            return {}
        row = UserProfileExtractedRow
        found = select(row.document_id, row.extract).where(row.document_id.in_(documents))
        return {
            document: (
                *((text, True) for text in extract.get("must_have", ())),
                *((text, False) for text in extract.get("nice_to_have", ())),
            )
            for document, extract in await self._db.execute(found)
        }

    # ------------------------------------------------------------------ days

    async def deeds(self, user_id: UUID, since: datetime) -> tuple[Deed, ...]:
        """Interviews held, answers retaken, drills answered and items ticked off since a moment."""
        session, retake, drill, item = InterviewSessionRow, AnswerRetakeRow, DrillAttemptRow, PracticeItemRow
        none: Any = literal(None, session.started_at.type)
        held = select(session.ended_at.label("at"), session.started_at.label("start")).where(
            session.user_id == user_id, session.ended_at >= since
        )
        retaken = (
            select(retake.created_at, none)
            .join(session, session.id == retake.session_id)
            .where(session.user_id == user_id, retake.created_at >= since)
        )
        drilled = select(drill.created_at, none).where(drill.user_id == user_id, drill.created_at >= since)
        ticked = (
            select(item.done_at, none)
            .join(PracticePlanRow, PracticePlanRow.id == item.plan_id)
            .where(PracticePlanRow.user_id == user_id, item.done_at >= since)
        )
        found = await self._db.execute(union_all(held, retaken, drilled, ticked))
        return tuple(Deed(at, 0.0 if start is None else max(0.0, (at - start).total_seconds())) for at, start in found)


def _judged() -> Select[*tuple[Any, ...]]:
    session, config, link = InterviewSessionRow, InterviewConfigRow, JobPracticeLinkRow
    job = (
        select(link.saved_job_id)
        .where(link.interview_config_id == config.id)
        .order_by(link.created_at, link.id)
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            session.id,
            session.created_at,
            session.ended_at,
            RoleKitRow.key,
            RoleKitRow.role_category,
            config.role_title,
            config.company_name,
            config.interview_type,
            config.minutes,
            InterviewAnalysisRow.overall_score,
            InterviewAnalysisRow.readiness,
            InterviewAnalysisRow.digest,
            job.label("job_id"),
        )
        .join(InterviewAnalysisRow, InterviewAnalysisRow.interview_session_id == session.id)
        .join(config, config.id == session.interview_config_id)
        .join(RoleKitRow, RoleKitRow.id == config.role_kit_id)
    )


def _conditions(wanted: ResultFilter) -> Sequence[ColumnElement[bool]]:
    session, config, score = InterviewSessionRow, InterviewConfigRow, InterviewAnalysisRow.overall_score
    link, work = JobPracticeLinkRow, ExerciseSessionRow
    found: list[ColumnElement[bool]] = []
    if wanted.job is not None:
        found.append(exists().where(link.interview_config_id == config.id, link.saved_job_id == wanted.job))
    if wanted.role is not None:
        found.append(or_(RoleKitRow.key == wanted.role, RoleKitRow.role_category == wanted.role))
    if wanted.company is not None:
        found.append(func.lower(config.company_name) == wanted.company.lower())
    if wanted.interview_type is not None:
        found.append(config.interview_type == wanted.interview_type)
    if wanted.exercise_type is not None:
        found.append(exists().where(work.interview_session_id == session.id, work.mode == wanted.exercise_type))
    if wanted.since is not None:
        found.append(session.created_at >= wanted.since)
    if wanted.until is not None:
        found.append(session.created_at < wanted.until)
    if wanted.least is not None:
        found.append(score >= wanted.least)
    if wanted.most is not None:
        found.append(score <= wanted.most)
    if wanted.text:
        names = config.role_title, config.company_name
        found.append(or_(*(name.icontains(wanted.text, autoescape=True) for name in names)))
    return found


def _record(row: Any) -> JudgedRecord:
    return JudgedRecord(
        session_id=row.id,
        created_at=row.created_at,
        held_at=row.ended_at or row.created_at,
        role_kit=row.key,
        role_category=row.role_category,
        role_title=row.role_title,
        company=row.company_name,
        interview_type=InterviewType(row.interview_type),
        minutes=row.minutes,
        score=row.overall_score,
        readiness=Readiness(row.readiness) if row.readiness else None,
        digest=AnalysisDigest.model_validate(row.digest),
        job_id=row.job_id,
    )


def _tracked(row: Any) -> TrackedRecord:
    return TrackedRecord(
        id=row.id,
        role_title=row.role_title,
        role_category=row.role_category,
        company=row.known or row.company_name or None,
        company_known=row.company_id is not None,
        status=JobStatus(row.status),
        tags=tuple(row.tags),
        next_interview_at=row.next_interview_at,
        deadline_on=None if row.deadline_on is None else date.fromisoformat(row.deadline_on),
        job_url=row.job_url or None,
        description=bool(row.text) or row.jd_document_id is not None,
        jd_document_id=row.jd_document_id,
        outcomes=tuple(JobOutcome.model_validate(one) for one in row.outcomes),
        archived=row.archived_at is not None,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
