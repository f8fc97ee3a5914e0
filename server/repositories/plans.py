"""Choices and plans before they become interviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, delete, func, select

from schema.exercises import Exercise
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.tables.catalog import RoleKitRow
from schema.tables.companies import CompanyRow
from schema.tables.interviews import InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow
from schema.vocabulary import (
    CompanyArchetype,
    InterviewStatus,
    InterviewType,
    ReportStatus,
    Seniority,
    Style,
)
from server.db import DbSession
from server.repositories.exercise_shapes import kept
from server.repositories.interviews import NewInterview, config_row, kept_patterns


@dataclass(frozen=True, slots=True)
class ConfigRecord:
    """What a user chose for an interview to come."""

    id: UUID
    user_id: UUID
    role_kit: str
    role_title: str
    specialization: str | None
    company: str | None
    company_archetype: CompanyArchetype | None
    seniority: Seniority
    interview_type: InterviewType
    style: Style
    minutes: int
    look: str
    resume_text: str | None
    jd_text: str | None
    resume_document_id: UUID | None
    jd_document_id: UUID | None
    seed: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan, with the patterns as they were when it was made. `is_used`: an interview has been made of it."""

    id: UUID
    config_id: UUID
    user_id: UUID
    plan: InterviewPlan
    patterns: dict[str, QuestionPattern]
    is_used: bool
    created_at: datetime


class Plans:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ choices

    async def add_config(self, new: NewInterview) -> UUID:
        """Keep choices that no interview has been made of yet."""
        row = config_row(new)
        self._db.add(row)
        await self._db.flush()
        return row.id

    async def config(self, config_id: UUID, user_id: UUID) -> ConfigRecord | None:
        """The choices, if they are this user's."""
        found = (
            select(InterviewConfigRow, RoleKitRow.key)
            .join(RoleKitRow, RoleKitRow.id == InterviewConfigRow.role_kit_id)
            .where(InterviewConfigRow.id == config_id, InterviewConfigRow.user_id == user_id)
        )
        row = (await self._db.execute(found)).first()
        return None if row is None else _config(*row)

    async def company_id(self, name: str) -> UUID | None:
        """The row of the company of this very name."""
        return await self._db.scalar(select(CompanyRow.id).where(CompanyRow.name == name))

    async def forget_unused(self, before: datetime) -> int:
        """Remove choices and plans that were made before a moment and that no interview came of."""
        mine = InterviewConfigRow.id
        used = select(InterviewSessionRow.id).where(InterviewSessionRow.interview_config_id == mine)
        link = JobPracticeLinkRow  # planned for a job and never held: forgotten like any other
        linked = select(link.id).where(link.interview_config_id == mine, link.interview_session_id.is_not(None))
        gone = await self._db.execute(
            delete(InterviewConfigRow)
            .where(
                InterviewConfigRow.consented_at.is_(None),
                InterviewConfigRow.created_at < before,
                ~used.exists(),
                ~linked.exists(),
            )
            .returning(InterviewConfigRow.id)
        )
        return len(gone.all())

    async def unused_ids(self, user_id: UUID) -> tuple[UUID, ...]:
        """The user's plans that no interview came of, the oldest first."""
        used = select(InterviewSessionRow.id).where(InterviewSessionRow.interview_plan_id == InterviewPlanRow.id)
        found = (
            select(InterviewPlanRow.id)
            .join(InterviewConfigRow, InterviewConfigRow.id == InterviewPlanRow.interview_config_id)
            .where(InterviewConfigRow.user_id == user_id, ~used.exists())
            .order_by(InterviewPlanRow.created_at)
        )
        return tuple(await self._db.scalars(found))

    # ------------------------------------------------------------------ plans

    async def add_plan(
        self,
        config_id: UUID,
        plan: InterviewPlan,
        patterns: dict[str, QuestionPattern],
        exercises: Mapping[str, Exercise],
    ) -> UUID:
        row = InterviewPlanRow(
            interview_config_id=config_id,
            plan=plan.model_dump(mode="json", by_alias=True),
            patterns=kept_patterns(patterns),
            exercises=kept(exercises),
        )
        self._db.add(row)
        await self._db.flush()
        return row.id

    async def plan(self, plan_id: UUID, user_id: UUID | None) -> PlanRecord | None:
        """The plan if it is this user's; with None whosever it is (an administrator looks)."""
        used = select(InterviewSessionRow.id).where(InterviewSessionRow.interview_plan_id == InterviewPlanRow.id)
        found = (
            select(InterviewPlanRow, InterviewConfigRow.user_id, used.exists())
            .join(InterviewConfigRow, InterviewConfigRow.id == InterviewPlanRow.interview_config_id)
            .where(InterviewPlanRow.id == plan_id)
        )
        if user_id is not None:
            found = found.where(InterviewConfigRow.user_id == user_id)
        row = (await self._db.execute(found)).first()
        if row is None:
            return None
        plan, owner, is_used = row
        return PlanRecord(
            id=plan.id,
            config_id=plan.interview_config_id,
            user_id=owner,
            plan=InterviewPlan.model_validate(plan.plan),
            patterns={key: QuestionPattern.model_validate(pattern) for key, pattern in plan.patterns.items()},
            is_used=is_used,
            created_at=plan.created_at,
        )

    async def plans_of(self, config_id: UUID) -> int:
        """How many plans were made of these choices."""
        mine = InterviewPlanRow.interview_config_id == config_id
        return await self._db.scalar(select(func.count()).select_from(InterviewPlanRow).where(mine)) or 0

    async def open_interview(
        self, plan_id: UUID, plan: InterviewPlan, *, look: str, record: bool, consented_at: datetime
    ) -> UUID | None:
        """Make an interview of a plan that none has been made of yet; None where one has, or where the plan is gone.

        Choices that an earlier interview was made of stay with it as they were: this one gets a copy.
        """
        row = await self._db.scalar(select(InterviewPlanRow).where(InterviewPlanRow.id == plan_id).with_for_update())
        if row is None or await self._db.scalar(_session_of(plan_id)) is not None:
            return None
        chosen_id = row.interview_config_id
        config = await self._db.get_one(InterviewConfigRow, chosen_id)
        if config.consented_at is not None:
            config = InterviewConfigRow(**{name: getattr(config, name) for name in COPIED})
            self._db.add(config)
        config.look, config.record, config.consented_at = look, record, consented_at
        await self._db.flush()
        row.interview_config_id, row.plan = config.id, plan.model_dump(mode="json", by_alias=True)
        interview = InterviewSessionRow(
            user_id=config.user_id,
            interview_config_id=config.id,
            interview_plan_id=plan_id,
            status=InterviewStatus.CREATED,
            report_status=ReportStatus.NONE,
        )
        self._db.add(interview)
        await self._db.flush()
        await self._link_to_job(chosen_id, config.id, interview.id)
        return interview.id

    async def _link_to_job(self, chosen_id: UUID, config_id: UUID, session_id: UUID) -> None:
        """The interview is practice for the job that the plan was made for, if it was made for one."""
        link = JobPracticeLinkRow
        jobs = await self._db.scalars(select(link).where(link.interview_config_id == chosen_id))
        for job_id, found in {row.saved_job_id: row for row in jobs}.items():
            if config_id == chosen_id:
                found.interview_session_id = session_id
            else:  # a further interview of choices that stay with the first one
                self._db.add(link(saved_job_id=job_id, interview_config_id=config_id, interview_session_id=session_id))
        await self._db.flush()

    # ------------------------------------------------------------------ what they are made from

    async def last_for_job(
        self, user_id: UUID, role_kit_id: UUID, role_title: str, company: str | None, limit: int = 3
    ) -> tuple[UUID, ...]:
        """The user's last interviews for this job that were begun, the newest first: same role, title and company."""
        config = InterviewConfigRow
        found = (
            select(InterviewSessionRow.id)
            .join(config, config.id == InterviewSessionRow.interview_config_id)
            .where(
                InterviewSessionRow.user_id == user_id,
                InterviewSessionRow.started_at.is_not(None),
                config.role_kit_id == role_kit_id,
                func.lower(config.role_title) == role_title.lower(),
                func.lower(func.coalesce(config.company_name, "")) == (company or "").lower(),
            )
            .order_by(InterviewSessionRow.created_at.desc(), InterviewSessionRow.id.desc())
            .limit(limit)
        )
        return tuple(await self._db.scalars(found))


COPIED = (
    *("user_id", "role_kit_id", "role_title", "company_id", "company_name", "company_archetype", "specialization"),
    *("seniority", "interview_type", "style", "minutes", "jd_text", "resume_text", "jd_document_id"),
    *("resume_document_id", "seed"),
)


def _session_of(plan_id: UUID) -> Select[UUID]:
    return select(InterviewSessionRow.id).where(InterviewSessionRow.interview_plan_id == plan_id)


def _config(row: InterviewConfigRow, role_kit: str) -> ConfigRecord:
    return ConfigRecord(
        id=row.id,
        user_id=row.user_id,
        role_kit=role_kit,
        role_title=row.role_title,
        specialization=row.specialization,
        company=row.company_name,
        company_archetype=CompanyArchetype(row.company_archetype) if row.company_archetype else None,
        seniority=Seniority(row.seniority),
        interview_type=InterviewType(row.interview_type),
        style=Style(row.style),
        minutes=row.minutes,
        look=row.look,
        resume_text=row.resume_text,
        jd_text=row.jd_text,
        resume_document_id=row.resume_document_id,
        jd_document_id=row.jd_document_id,
        seed=row.seed,
        created_at=row.created_at,
    )
