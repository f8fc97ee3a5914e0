"""Jobs a user tracks, and the practice done for each (specification 4.3, 6)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyList, Id, UpdatedAt


class SavedJobRow(Base):
    """An unknown address, description or company name is the empty text: section 6 keeps them not null."""

    __tablename__ = "saved_jobs"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("companies.id", ondelete="SET NULL"))
    company_name: Mapped[str]
    role_title: Mapped[str]
    role_category: Mapped[str]
    job_url: Mapped[str]
    jd_text: Mapped[str]
    jd_document_id: Mapped[UUID | None] = mapped_column(ForeignKey("user_documents.id", ondelete="SET NULL"))
    status: Mapped[str]  # JobStatus
    next_interview_at: Mapped[datetime | None]
    notes: Mapped[str | None]
    source: Mapped[str]  # schema.jobs.JobSource
    deadline_on: Mapped[str | None]  # ISO date
    tags: Mapped[EmptyList]  # texts, in the order in which they were given
    outcomes: Mapped[EmptyList]  # schema.jobs.JobOutcome, in the order of their dates
    archived_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]


class JobStatusChangeRow(Base):
    """The history of a job's status. A change that was undone is removed with its undoing."""

    __tablename__ = "job_status_changes"

    id: Mapped[Id]
    saved_job_id: Mapped[UUID] = mapped_column(ForeignKey("saved_jobs.id", ondelete="CASCADE"), index=True)
    status_before: Mapped[str | None]  # JobStatus; null: it was saved
    status_after: Mapped[str]
    at: Mapped[CreatedAt]


class JobPracticeLinkRow(Base):
    """Many interviews a job. The plan comes before the session, so the session may be missing."""

    __tablename__ = "job_practice_links"

    id: Mapped[Id]
    saved_job_id: Mapped[UUID] = mapped_column(ForeignKey("saved_jobs.id", ondelete="CASCADE"), index=True)
    interview_config_id: Mapped[UUID] = mapped_column(
        ForeignKey("interview_configs.id", ondelete="CASCADE"), index=True
    )
    interview_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interview_sessions.id", ondelete="SET NULL"), index=True
    )
    exercise_session_id: Mapped[UUID | None] = mapped_column(ForeignKey("exercise_sessions.id", ondelete="SET NULL"))
    created_at: Mapped[CreatedAt]
