"""Interviews: choices, plan and state. Every read of one names the user it must belong to, or says that it need not."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, delete, select, tuple_, update
from sqlalchemy.orm import aliased

from schema.documents import JobExtract, ResumeExtract
from schema.exercises import Exercise
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.tables.accounts import AuthUserRow
from schema.tables.base import utc_now
from schema.tables.catalog import RoleKitRow
from schema.tables.documents import UserDocumentRow
from schema.tables.interviews import InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow
from schema.tables.reports import InterviewAnalysisRow
from schema.vocabulary import (
    CompanyArchetype,
    HireSignal,
    InterviewStatus,
    InterviewType,
    Readiness,
    ReportStatus,
    Seniority,
    Style,
)
from server.db import DbSession
from server.repositories.documents import Documents
from server.repositories.exercise_shapes import kept, read_kept

NEXT_STATUSES: dict[InterviewStatus, frozenset[InterviewStatus]] = {
    InterviewStatus.CREATED: frozenset({InterviewStatus.LIVE, InterviewStatus.ENDED, InterviewStatus.ABANDONED}),
    InterviewStatus.LIVE: frozenset({InterviewStatus.PAUSED, InterviewStatus.ENDED, InterviewStatus.ABANDONED}),
    InterviewStatus.PAUSED: frozenset({InterviewStatus.LIVE, InterviewStatus.ENDED, InterviewStatus.ABANDONED}),
    InterviewStatus.ENDED: frozenset(),
    InterviewStatus.ABANDONED: frozenset(),
}


class IllegalTransitionError(Exception):
    """An interview cannot go from one state to the other."""


@dataclass(frozen=True, slots=True)
class NewInterview:
    """The candidate's choices. Texts are null where nothing was pasted, documents where none was uploaded.

    `consented_at` is null while no interview has been made of the choices.
    """

    user_id: UUID
    role_kit_id: UUID
    role_title: str
    company: str | None
    seniority: Seniority
    interview_type: InterviewType
    style: Style
    minutes: int
    look: str
    record: bool
    jd_text: str | None
    resume_text: str | None
    seed: int
    consented_at: datetime | None
    company_id: UUID | None = None
    company_archetype: CompanyArchetype | None = None
    specialization: str | None = None
    jd_document_id: UUID | None = None
    resume_document_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class InterviewRecord:
    """One interview as lists and pages show it."""

    id: UUID
    user_id: UUID
    role_kit: str
    role_title: str
    company: str | None
    seniority: Seniority
    interview_type: InterviewType
    style: Style
    minutes: int
    look: str
    record: bool
    status: InterviewStatus
    phase_id: str | None
    report_status: ReportStatus
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    end_reason: str | None
    overall_score: int | None
    readiness: Readiness | None
    hire_signal: HireSignal | None


@dataclass(frozen=True, slots=True)
class InterviewBundle:
    """All that is needed to hold, resume, replay or judge an interview."""

    interview: InterviewRecord
    # Empty for the owner of this computer who never gave a name, unless their résumé says it.
    candidate_name: str
    jd_text: str | None  # pasted, or of the uploaded document while that exists
    resume_text: str | None
    seed: int
    plan: InterviewPlan
    patterns: dict[str, QuestionPattern]  # as they were when the plan was made
    resume: ResumeExtract | None = None  # of an uploaded document; a pasted text is read when it is needed
    job: JobExtract | None = None
    exercises: Mapping[str, Exercise] = field(default_factory=dict)  # of the plan, as they were when it was made


def new_seed() -> int:
    """Chance for a new interview: 31 bits."""
    return secrets.randbits(31)


class Interviews:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ reading

    async def get(self, session_id: UUID, user_id: UUID | None) -> InterviewRecord | None:
        """The interview if it is this user's; with None whosever it is (the server's own work, never a request's)."""
        found = _records().where(InterviewSessionRow.id == session_id)
        if user_id is not None:
            found = found.where(InterviewSessionRow.user_id == user_id)
        row = (await self._db.execute(found)).first()
        return None if row is None else _record(row)

    async def page(
        self, user_id: UUID, limit: int, before: tuple[datetime, UUID] | None = None
    ) -> tuple[InterviewRecord, ...]:
        """This user's interviews, the newest first, `before` a moment and id exclusively."""
        place = tuple_(InterviewSessionRow.created_at, InterviewSessionRow.id)
        found = _records().where(InterviewSessionRow.user_id == user_id)
        if before is not None:
            found = found.where(place < before)
        found = found.order_by(InterviewSessionRow.created_at.desc(), InterviewSessionRow.id.desc()).limit(limit)
        return tuple(_record(row) for row in await self._db.execute(found))

    async def bundle(self, session_id: UUID) -> InterviewBundle | None:
        """Plan, patterns and choices of an interview. Whose it is was checked by whoever asks."""
        interview = await self.get(session_id, None)
        if interview is None:
            return None
        resume, jd = aliased(UserDocumentRow), aliased(UserDocumentRow)
        found = (
            select(InterviewConfigRow, InterviewPlanRow, AuthUserRow, resume.text, jd.text)
            .join(InterviewSessionRow, InterviewSessionRow.interview_config_id == InterviewConfigRow.id)
            .join(InterviewPlanRow, InterviewPlanRow.id == InterviewSessionRow.interview_plan_id)
            .join(AuthUserRow, AuthUserRow.id == InterviewSessionRow.user_id)
            .outerjoin(resume, resume.id == InterviewConfigRow.resume_document_id)
            .outerjoin(jd, jd.id == InterviewConfigRow.jd_document_id)
            .where(InterviewSessionRow.id == session_id)
        )
        config, plan_row, user, resume_text, jd_text = (await self._db.execute(found)).one()
        plan = InterviewPlan.model_validate(plan_row.plan)
        ids = (config.resume_document_id, config.jd_document_id)
        found_extracts = [await Documents(self._db).extract(one) if one is not None else None for one in ids]
        resume_extract, job_extract = (one.extract if one is not None else None for one in found_extracts)
        return InterviewBundle(
            interview=interview,
            candidate_name=plan.metadata.addressed_as
            or (user.name if user.password_hash is not None else plan.metadata.candidate_name or ""),
            jd_text=config.jd_text or jd_text or None,
            resume_text=config.resume_text or resume_text or None,
            seed=config.seed,
            plan=plan,
            patterns={key: QuestionPattern.model_validate(pattern) for key, pattern in plan_row.patterns.items()},
            resume=resume_extract if isinstance(resume_extract, ResumeExtract) else None,
            job=job_extract if isinstance(job_extract, JobExtract) else None,
            exercises=read_kept(plan_row.exercises),
        )

    async def plan(self, session_id: UUID) -> InterviewPlan | None:
        """The plan alone. Whose it is was checked by whoever asks."""
        mine = InterviewSessionRow.interview_plan_id == InterviewPlanRow.id
        found = select(InterviewPlanRow.plan).join(InterviewSessionRow, mine)
        kept_plan = await self._db.scalar(found.where(InterviewSessionRow.id == session_id))
        return None if kept_plan is None else InterviewPlan.model_validate(kept_plan)

    async def in_status(self, *statuses: InterviewStatus) -> tuple[UUID, ...]:
        """Interviews in one of these states, whosever they are: what a start finds left open."""
        found = select(InterviewSessionRow.id).where(InterviewSessionRow.status.in_(statuses))
        return tuple(await self._db.scalars(found))

    async def ids_of(self, user_id: UUID) -> tuple[UUID, ...]:
        return tuple(
            await self._db.scalars(select(InterviewSessionRow.id).where(InterviewSessionRow.user_id == user_id))
        )

    async def existing(self, ids: set[UUID]) -> set[UUID]:
        """Those of `ids` that are interviews."""
        if not ids:
            return set()
        return set(await self._db.scalars(select(InterviewSessionRow.id).where(InterviewSessionRow.id.in_(ids))))

    # ------------------------------------------------------------------ writing

    async def create(
        self,
        new: NewInterview,
        plan: InterviewPlan,
        patterns: dict[str, QuestionPattern],
        exercises: Mapping[str, Exercise] | None = None,
    ) -> InterviewRecord:
        """Store choices, plan and an interview that nobody has entered yet."""
        config = config_row(new)
        self._db.add(config)
        await self._db.flush()
        plan_row = InterviewPlanRow(
            interview_config_id=config.id,
            plan=plan.model_dump(mode="json", by_alias=True),
            patterns=kept_patterns(patterns),
            exercises=kept(exercises or {}),
        )
        self._db.add(plan_row)
        await self._db.flush()
        row = InterviewSessionRow(
            user_id=new.user_id,
            interview_config_id=config.id,
            interview_plan_id=plan_row.id,
            status=InterviewStatus.CREATED,
            report_status=ReportStatus.NONE,
        )
        self._db.add(row)
        await self._db.flush()
        created = await self.get(row.id, new.user_id)
        assert created is not None
        return created

    async def move(self, session_id: UUID, to: InterviewStatus, end_reason: str | None = None) -> None:
        """Go to another state, with its moment: the first `live` starts the interview, `ended` and `abandoned` end it.

        Nothing happens where it stands already. Raises IllegalTransitionError, also for an interview that is gone.
        """
        row = await self._locked(session_id)
        now = InterviewStatus(row.status)
        if now is to:
            return
        if to not in NEXT_STATUSES[now]:
            raise IllegalTransitionError(f"an interview cannot go from {now} to {to}")
        row.status = to
        if to is InterviewStatus.LIVE and row.started_at is None:
            row.started_at = utc_now()
        if not NEXT_STATUSES[to]:
            row.ended_at, row.end_reason = utc_now(), end_reason
        await self._db.flush()

    async def _locked(self, session_id: UUID) -> InterviewSessionRow:
        found = select(InterviewSessionRow).where(InterviewSessionRow.id == session_id)
        row = await self._db.scalar(found.with_for_update(key_share=True))
        if row is None:
            raise IllegalTransitionError("the interview has been deleted")
        return row

    async def set_phase(self, session_id: UUID, phase_id: str) -> None:
        mine = InterviewSessionRow.id == session_id
        await self._db.execute(update(InterviewSessionRow).where(mine).values(phase_id=phase_id))

    async def delete(self, session_id: UUID) -> bool:
        """Remove an interview with its log, turns, report and, unless a saved job still uses them, choices and plan."""
        gone = await self._db.execute(
            delete(InterviewSessionRow)
            .where(InterviewSessionRow.id == session_id)
            .returning(InterviewSessionRow.interview_config_id)
        )
        config_id = gone.scalar_one_or_none()
        if config_id is None:
            return False
        used = select(InterviewSessionRow.id).where(InterviewSessionRow.interview_config_id == config_id)
        linked = select(JobPracticeLinkRow.id).where(JobPracticeLinkRow.interview_config_id == config_id)
        await self._db.execute(
            delete(InterviewConfigRow).where(InterviewConfigRow.id == config_id, ~used.exists(), ~linked.exists())
        )
        return True


def kept_patterns(patterns: dict[str, QuestionPattern]) -> dict[str, Any]:
    """Patterns as a plan keeps them."""
    return {key: pattern.model_dump(mode="json") for key, pattern in patterns.items()}


def config_row(new: NewInterview) -> InterviewConfigRow:
    """The row of these choices, not yet added to a session."""
    return InterviewConfigRow(
        user_id=new.user_id,
        role_kit_id=new.role_kit_id,
        role_title=new.role_title,
        company_id=new.company_id,
        company_name=new.company,
        company_archetype=new.company_archetype,
        specialization=new.specialization,
        seniority=new.seniority,
        interview_type=new.interview_type,
        style=new.style,
        minutes=new.minutes,
        look=new.look,
        record=new.record,
        jd_text=new.jd_text,
        resume_text=new.resume_text,
        jd_document_id=new.jd_document_id,
        resume_document_id=new.resume_document_id,
        seed=new.seed,
        consented_at=new.consented_at,
    )


# Only what a list shows: the pasted texts and the whole report stay where they are.
_COLUMNS = (
    InterviewSessionRow.id,
    InterviewSessionRow.user_id,
    InterviewSessionRow.status,
    InterviewSessionRow.phase_id,
    InterviewSessionRow.report_status,
    InterviewSessionRow.created_at,
    InterviewSessionRow.started_at,
    InterviewSessionRow.ended_at,
    InterviewSessionRow.end_reason,
    InterviewConfigRow.role_title,
    InterviewConfigRow.company_name,
    InterviewConfigRow.seniority,
    InterviewConfigRow.interview_type,
    InterviewConfigRow.style,
    InterviewConfigRow.minutes,
    InterviewConfigRow.look,
    InterviewConfigRow.record,
    RoleKitRow.key,
    InterviewAnalysisRow.overall_score,
    InterviewAnalysisRow.readiness,
    InterviewAnalysisRow.hire_signal,
)


def _records() -> Select[*tuple[Any, ...]]:
    return (
        select(*_COLUMNS)
        .join(InterviewConfigRow, InterviewConfigRow.id == InterviewSessionRow.interview_config_id)
        .join(RoleKitRow, RoleKitRow.id == InterviewConfigRow.role_kit_id)
        .outerjoin(InterviewAnalysisRow, InterviewAnalysisRow.interview_session_id == InterviewSessionRow.id)
    )


def _record(row: Row[*tuple[Any, ...]]) -> InterviewRecord:
    return InterviewRecord(
        id=row.id,
        user_id=row.user_id,
        role_kit=row.key,
        role_title=row.role_title,
        company=row.company_name,
        seniority=Seniority(row.seniority),
        interview_type=InterviewType(row.interview_type),
        style=Style(row.style),
        minutes=row.minutes,
        look=row.look,
        record=row.record,
        status=InterviewStatus(row.status),
        phase_id=row.phase_id,
        report_status=ReportStatus(row.report_status),
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        end_reason=row.end_reason,
        overall_score=row.overall_score,
        readiness=Readiness(row.readiness) if row.readiness else None,
        hire_signal=HireSignal(row.hire_signal) if row.hire_signal else None,
    )
