"""Saved jobs: their rows, the history of their status, and the practice that was done for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, String, and_, cast, delete, func, literal, or_, select
from sqlalchemy.orm import defer

from schema.jobs import JobOutcome, JobSource, StatusChange
from schema.tables.base import UtcDateTime, utc_now
from schema.tables.companies import CompanyRow
from schema.tables.interviews import InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow, JobStatusChangeRow, SavedJobRow
from schema.tables.reports import InterviewAnalysisRow
from schema.vocabulary import InterviewStatus, InterviewType, JobStatus, ReportStatus
from server.db import DbSession

Sort = Literal["updated", "created", "next_interview", "deadline", "role", "company"]  # what the database orders by
_NO_MOMENT = datetime(9999, 1, 1, tzinfo=UTC)  # jobs without a date come after all others


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A saved job without its description, which may be long: `Jobs.description` gives it."""

    id: UUID
    user_id: UUID
    role_title: str
    company: str | None
    company_known: bool
    role_category: str
    status: JobStatus
    tags: tuple[str, ...]
    next_interview_at: datetime | None
    deadline_on: date | None
    job_url: str
    notes: str
    source: JobSource
    jd_document_id: UUID | None
    has_description: bool
    outcomes: tuple[JobOutcome, ...]
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class NewJob:
    user_id: UUID
    role_title: str
    source: JobSource
    company: str = ""
    role_category: str = ""
    job_url: str = ""
    jd_text: str = ""
    jd_document_id: UUID | None = None
    status: JobStatus = JobStatus.SAVED
    next_interview_at: datetime | None = None
    deadline_on: date | None = None
    notes: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False


@dataclass(frozen=True, slots=True)
class JobFilter:
    """Which jobs; empty lets all through. `archived` null: both kinds."""

    statuses: tuple[JobStatus, ...] = ()
    text: str = ""
    tag: str = ""
    archived: bool | None = False


@dataclass(frozen=True, slots=True)
class Practised:
    """An interview that was planned for a job; without a session it has not been entered yet."""

    plan_id: UUID
    session_id: UUID | None
    created_at: datetime  # of the interview, or of the plan where there is none
    title: str
    interview_type: InterviewType
    status: InterviewStatus | None
    report_status: ReportStatus | None
    score: int | None


class Jobs:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ reading

    async def get(self, job_id: UUID, user_id: UUID) -> JobRecord | None:
        """The job, if it is this user's."""
        row = (await self._db.execute(_jobs(user_id).where(SavedJobRow.id == job_id))).first()
        return None if row is None else _record(*row)

    async def page(
        self, user_id: UUID, wanted: JobFilter, sort: Sort, after: tuple[Any, UUID] | None, limit: int
    ) -> tuple[JobRecord, ...]:
        """Up to `limit` jobs; those that follow the job of this key and id. The key is `sort_key` of a record."""
        key, newest_first = _key(sort)
        found = _jobs(user_id).where(*_conditions(wanted))
        if after is not None:
            value, last = after
            further = (key < value, SavedJobRow.id < last) if newest_first else (key > value, SavedJobRow.id > last)
            found = found.where(or_(further[0], and_(key == value, further[1])))
        order = (key.desc(), SavedJobRow.id.desc()) if newest_first else (key, SavedJobRow.id)
        return tuple(_record(*row) for row in await self._db.execute(found.order_by(*order).limit(limit)))

    async def ids(self, user_id: UUID, wanted: JobFilter) -> tuple[UUID, ...]:
        """All jobs of this kind, in no order."""
        found = _from(select(SavedJobRow.id)).where(_mine(user_id), *_conditions(wanted))
        return tuple(await self._db.scalars(found))

    async def several(self, user_id: UUID, job_ids: Sequence[UUID]) -> tuple[JobRecord, ...]:
        """Those of the jobs that are this user's, the oldest first."""
        found = _jobs(user_id).where(SavedJobRow.id.in_(job_ids)).order_by(SavedJobRow.created_at, SavedJobRow.id)
        return tuple(_record(*row) for row in await self._db.execute(found))

    async def sort_key(self, job: JobRecord, sort: Sort) -> Any:
        """The job's place in this order, as the database compares it."""
        return await self._db.scalar(_from(select(_key(sort)[0])).where(SavedJobRow.id == job.id))

    async def counts(self, user_id: UUID) -> dict[JobStatus, int]:
        """How many jobs that are not archived stand at each status."""
        found = select(SavedJobRow.status, func.count()).where(
            SavedJobRow.user_id == user_id, SavedJobRow.archived_at.is_(None)
        )
        rows = await self._db.execute(found.group_by(SavedJobRow.status))
        counted: dict[str, int] = dict(rows.all())
        return {status: counted.get(status, 0) for status in JobStatus}

    async def tags(self, user_id: UUID) -> tuple[str, ...]:
        """Every tag of the user's jobs, in the order of the alphabet."""
        rows = await self._db.scalars(select(SavedJobRow.tags).where(SavedJobRow.user_id == user_id))
        return tuple(sorted({tag for tags in rows for tag in tags}))

    async def count(self, user_id: UUID) -> int:
        """All of them, archived ones too."""
        found = select(func.count()).select_from(SavedJobRow).where(SavedJobRow.user_id == user_id)
        return await self._db.scalar(found) or 0

    async def known(self, user_id: UUID) -> tuple[tuple[str, str, str], ...]:
        """Address, role and company of every job, to tell a new one from one that is there."""
        found = _from(
            select(
                SavedJobRow.job_url, SavedJobRow.role_title, func.coalesce(CompanyRow.name, SavedJobRow.company_name)
            )
        )
        return tuple((row[0], row[1], row[2]) for row in await self._db.execute(found.where(_mine(user_id))))

    async def description(self, job_id: UUID) -> str:
        """The text that was pasted or read. Whose it is was checked by whoever asks."""
        return await self._db.scalar(select(SavedJobRow.jd_text).where(SavedJobRow.id == job_id)) or ""

    async def descriptions(self, user_id: UUID) -> dict[UUID, str]:
        """The texts of all jobs of a user."""
        rows = await self._db.execute(select(SavedJobRow.id, SavedJobRow.jd_text).where(_mine(user_id)))
        return dict(rows.all())

    async def history(self, job_id: UUID) -> tuple[StatusChange, ...]:
        """The changes of its status, the oldest first."""
        rows = await self._db.scalars(_changes(job_id))
        return tuple(
            StatusChange(
                before=JobStatus(row.status_before) if row.status_before else None,
                after=JobStatus(row.status_after),
                at=row.at,
            )
            for row in rows
        )

    async def interviews(self, job_ids: Sequence[UUID]) -> dict[UUID, int]:
        """How many interviews were begun for each of these jobs; none where a job is missing."""
        link = JobPracticeLinkRow
        found = (
            select(link.saved_job_id, func.count(func.distinct(link.interview_session_id)))
            .join(InterviewSessionRow, InterviewSessionRow.id == link.interview_session_id)
            .where(link.saved_job_id.in_(job_ids), InterviewSessionRow.started_at.is_not(None))
            .group_by(link.saved_job_id)
        )
        return dict((await self._db.execute(found)).all())

    async def practised(self, job_id: UUID) -> tuple[Practised, ...]:
        """The job's plans and what became of them, the newest first."""
        link, config, plan, session = JobPracticeLinkRow, InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
        at = func.coalesce(session.created_at, plan.created_at)
        said = (config.role_title, config.interview_type)
        found = (
            select(plan.id, session.id, at, *said, session.status, session.report_status, _score())
            .select_from(link)
            .join(config, config.id == link.interview_config_id)
            .join(plan, plan.interview_config_id == config.id)
            .outerjoin(session, session.interview_plan_id == plan.id)
            .where(link.saved_job_id == job_id)
            .order_by(at.desc(), plan.id)
        )
        return tuple(
            Practised(
                plan_id=plan_id,
                session_id=session_id,
                created_at=made_at,
                title=title,
                interview_type=InterviewType(kind),
                status=InterviewStatus(status) if status else None,
                report_status=ReportStatus(report) if report else None,
                score=score,
            )
            for plan_id, session_id, made_at, title, kind, status, report, score in await self._db.execute(found)
        )

    # ------------------------------------------------------------------ writing

    async def create(self, new: NewJob, company_id: UUID | None) -> UUID:
        """Keep a job; its history begins with its first status."""
        row = SavedJobRow(
            user_id=new.user_id,
            company_id=company_id,
            company_name=new.company,
            role_title=new.role_title,
            role_category=new.role_category,
            job_url=new.job_url,
            jd_text=new.jd_text,
            jd_document_id=new.jd_document_id,
            status=new.status,
            next_interview_at=new.next_interview_at,
            notes=new.notes or None,
            source=new.source,
            deadline_on=new.deadline_on.isoformat() if new.deadline_on else None,
            tags=list(new.tags),
            outcomes=[],
            archived_at=utc_now() if new.archived else None,
        )
        self._db.add(row)
        await self._db.flush()
        self._db.add(JobStatusChangeRow(saved_job_id=row.id, status_before=None, status_after=new.status))
        await self._db.flush()
        return row.id

    async def update(self, job_id: UUID, values: dict[str, Any]) -> None:
        """Set columns of the table. A change of `status` goes through `move`."""
        row = await self._db.get_one(SavedJobRow, job_id)
        for name, value in values.items():
            setattr(row, name, value)
        row.updated_at = utc_now()
        await self._db.flush()

    async def move(self, job_id: UUID, status: JobStatus, *, undo: bool = False) -> None:
        """Go to a status. `undo`: the change that led away from it was a slip, and leaves the history with it."""
        row = await self._db.get_one(SavedJobRow, job_id)
        if row.status == status:
            return
        last = (await self._db.scalars(_changes(job_id))).all()[-1:]
        if undo and last and last[0].status_before == status:
            await self._db.delete(last[0])
        else:
            self._db.add(JobStatusChangeRow(saved_job_id=job_id, status_before=row.status, status_after=status))
        row.status, row.updated_at = status, utc_now()
        await self._db.flush()

    async def delete(self, job_id: UUID) -> None:
        """Remove the job with its history. Interviews that were held for it stay."""
        await self._db.execute(delete(SavedJobRow).where(SavedJobRow.id == job_id))

    async def link(self, job_id: UUID, config_id: UUID) -> None:
        """These choices are practice for this job."""
        self._db.add(JobPracticeLinkRow(saved_job_id=job_id, interview_config_id=config_id))
        await self._db.flush()


# ------------------------------------------------------------------ what is asked


def _mine(user_id: UUID) -> ColumnElement[bool]:
    return SavedJobRow.user_id == user_id


def _from(columns: Any) -> Select[*tuple[Any, ...]]:
    found: Select[*tuple[Any, ...]] = columns.select_from(SavedJobRow)
    return found.outerjoin(CompanyRow, CompanyRow.id == SavedJobRow.company_id)


def _jobs(user_id: UUID) -> Select[*tuple[Any, ...]]:
    described = or_(SavedJobRow.jd_text != "", SavedJobRow.jd_document_id.is_not(None))
    found = _from(select(SavedJobRow, CompanyRow.name, described)).options(defer(SavedJobRow.jd_text))
    return found.where(_mine(user_id)).execution_options(populate_existing=True)


def _conditions(wanted: JobFilter) -> list[ColumnElement[bool]]:
    row = SavedJobRow
    found: list[ColumnElement[bool]] = []
    if wanted.archived is not None:
        found.append(row.archived_at.is_not(None) if wanted.archived else row.archived_at.is_(None))
    if wanted.statuses:
        found.append(row.status.in_(wanted.statuses))
    if wanted.tag:  # tags hold neither quotes nor backslashes, so they stand in the JSON as they are
        found.append(cast(row.tags, String).contains(f'"{wanted.tag}"', autoescape=True))
    if wanted.text:
        columns = (row.role_title, row.company_name, func.coalesce(CompanyRow.name, ""), func.coalesce(row.notes, ""))
        text = wanted.text.lower()
        found.append(or_(*(func.lower(column).contains(text, autoescape=True) for column in columns)))
    return found


def _score() -> ScalarSelect[int | None]:
    """The overall score of the interview's report."""
    row = InterviewAnalysisRow
    return (
        select(row.overall_score)
        .where(row.interview_session_id == InterviewSessionRow.id)
        .order_by(row.created_at.desc())
        .limit(1)
        .correlate(InterviewSessionRow)
        .scalar_subquery()
    )


def _key(sort: Sort) -> tuple[ColumnElement[Any], bool]:
    """What the jobs are ordered by, and whether the greatest comes first."""
    row = SavedJobRow
    keys: dict[Sort, tuple[ColumnElement[Any], bool]] = {
        "updated": (row.updated_at.expression, True),
        "created": (row.created_at.expression, True),
        "next_interview": (func.coalesce(row.next_interview_at, literal(_NO_MOMENT, UtcDateTime())), False),
        "deadline": (func.coalesce(row.deadline_on, "9999"), False),
        "role": (func.lower(row.role_title), False),
        "company": (func.lower(func.coalesce(CompanyRow.name, row.company_name)), False),
    }
    return keys[sort]


def _changes(job_id: UUID) -> Select[JobStatusChangeRow]:
    change = JobStatusChangeRow
    return select(change).where(change.saved_job_id == job_id).order_by(change.at, change.id)


def _record(row: SavedJobRow, company: str | None, described: bool) -> JobRecord:
    return JobRecord(
        id=row.id,
        user_id=row.user_id,
        role_title=row.role_title,
        company=company or row.company_name or None,
        company_known=company is not None,
        role_category=row.role_category,
        status=JobStatus(row.status),
        tags=tuple(row.tags),
        next_interview_at=row.next_interview_at,
        deadline_on=date.fromisoformat(row.deadline_on) if row.deadline_on else None,
        job_url=row.job_url,
        notes=row.notes or "",
        source=JobSource(row.source),
        jd_document_id=row.jd_document_id,
        has_description=bool(described),
        outcomes=tuple(JobOutcome.model_validate(outcome) for outcome in row.outcomes),
        archived_at=row.archived_at,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
