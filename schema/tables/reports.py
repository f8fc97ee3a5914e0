"""The evaluation of an interview: its steps, the notes on single answers, and the whole."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyObject, Id, UpdatedAt


class InterviewAnalysisRow(Base):
    """`analysis` is schema.analysis.Analysis, camelCase; `raw` what a model answered before it was validated.

    The three overall columns and `digest` repeat it for lists and are written with it.
    """

    __tablename__ = "interview_analysis"

    id: Mapped[Id]
    interview_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("interview_sessions.id", ondelete="CASCADE"), unique=True
    )
    analysis: Mapped[dict[str, Any]]
    digest: Mapped[EmptyObject]  # schema.digest.AnalysisDigest
    raw: Mapped[dict[str, Any] | None]
    evaluator: Mapped[str]
    evaluator_version: Mapped[str]
    prompt_version: Mapped[str | None]
    model: Mapped[str | None]
    overall_score: Mapped[int | None]
    readiness: Mapped[str | None]
    hire_signal: Mapped[str | None]
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]


class AnalysisStepRow(Base):
    """One step of the evaluation as the report page shows it; `error` is a sentence for the candidate."""

    __tablename__ = "analysis_steps"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    label: Mapped[str]
    status: Mapped[str]  # StepStatus
    error: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class TurnNoteRow(Base):
    """One schema.analysis.TurnNote, there before the rest of the report."""

    __tablename__ = "turn_notes"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    note: Mapped[dict[str, Any]]
    created_at: Mapped[CreatedAt]
