"""An interview: what was asked for, what was planned, and how it stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyObject, Id, UpdatedAt


class InterviewConfigRow(Base):
    """The candidate's choices. Pasted texts stand here, so that they go when the interview goes."""

    __tablename__ = "interview_configs"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    role_kit_id: Mapped[UUID] = mapped_column(ForeignKey("role_kits.id"))
    role_title: Mapped[str]
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("companies.id", ondelete="SET NULL"))
    company_name: Mapped[str | None]
    company_archetype: Mapped[str | None]  # CompanyArchetype
    specialization: Mapped[str | None]
    seniority: Mapped[str]
    interview_type: Mapped[str]
    style: Mapped[str]
    minutes: Mapped[int]
    look: Mapped[str]
    record: Mapped[bool]
    jd_text: Mapped[str | None]
    resume_text: Mapped[str | None]
    jd_document_id: Mapped[UUID | None] = mapped_column(ForeignKey("user_documents.id", ondelete="SET NULL"))
    resume_document_id: Mapped[UUID | None] = mapped_column(ForeignKey("user_documents.id", ondelete="SET NULL"))
    seed: Mapped[int] = mapped_column(BigInteger)  # chance of this interview; the same seed gives the same plan
    consented_at: Mapped[datetime | None]  # null: planned, and no interview was made of it yet
    created_at: Mapped[CreatedAt]


class InterviewPlanRow(Base):
    """`patterns` and `exercises` are kept as they were when the plan was made: a replay needs those, not today's."""

    __tablename__ = "interview_plans"

    id: Mapped[Id]
    interview_config_id: Mapped[UUID] = mapped_column(
        ForeignKey("interview_configs.id", ondelete="CASCADE"), index=True
    )
    plan: Mapped[dict[str, Any]]  # schema.plan.InterviewPlan, camelCase
    patterns: Mapped[EmptyObject]  # key -> schema.patterns.QuestionPattern
    exercises: Mapped[EmptyObject]  # key -> schema.exercises.CodingExercise or CaseTemplate
    created_at: Mapped[CreatedAt]


class InterviewSessionRow(Base):
    __tablename__ = "interview_sessions"
    __table_args__ = (Index("ix_interview_sessions_user_id_created_at", "user_id", "created_at", "id"),)

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"))
    interview_config_id: Mapped[UUID] = mapped_column(
        ForeignKey("interview_configs.id", ondelete="CASCADE"), index=True
    )
    interview_plan_id: Mapped[UUID] = mapped_column(ForeignKey("interview_plans.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(index=True)  # InterviewStatus
    phase_id: Mapped[str | None]  # of the plan; null before the first question
    report_status: Mapped[str]  # ReportStatus
    created_at: Mapped[CreatedAt]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    updated_at: Mapped[UpdatedAt]
