"""What is practised between interviews: retaken answers, the coach's week, micro drills and when they come back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyList, Id, UpdatedAt


class AnswerRetakeRow(Base):
    """One more try at one answer. It stands beside the interview and changes nothing of it."""

    __tablename__ = "answer_retakes"

    id: Mapped[Id]
    session_id: Mapped[UUID] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"), index=True)
    question_id: Mapped[str]
    question: Mapped[str]
    text: Mapped[str]
    words: Mapped[EmptyList]  # schema.transcript.Word, seconds from the take's start; empty where typed
    typed: Mapped[bool]
    audio_path: Mapped[str | None]  # relative to the data folder; null where typed or not kept
    judged: Mapped[dict[str, Any]]  # server.usecases.retakes.Comparison
    evaluator: Mapped[str]
    evaluator_version: Mapped[str]
    created_at: Mapped[CreatedAt]


class PracticePlanRow(Base):
    """One week by the coach. The latest is the one in force."""

    __tablename__ = "practice_plans"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    # The interview whose report it was made with, and goes with; null: made anew by hand, from several.
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"))
    starts_on: Mapped[str]  # the date of day 1, ISO
    plan: Mapped[dict[str, Any]]  # schema.coaching.CoachPlan
    evaluator: Mapped[str]
    evaluator_version: Mapped[str]
    prompt_version: Mapped[str | None]
    model: Mapped[str | None]
    raw: Mapped[list[Any] | None]  # the model's replies as they came; null by rules
    created_at: Mapped[CreatedAt]


class PracticeItemRow(Base):
    """One item of a plan, so that it can be done and moved."""

    __tablename__ = "practice_items"

    id: Mapped[Id]
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("practice_plans.id", ondelete="CASCADE"), index=True)
    day: Mapped[int]  # 1-7
    position: Mapped[int]
    kind: Mapped[str]  # PracticeKind
    title: Mapped[str]
    details: Mapped[str]
    minutes: Mapped[int]
    target: Mapped[str | None]
    done_at: Mapped[datetime | None]


class DrillAttemptRow(Base):
    """One answer to a micro drill, with its instant note."""

    __tablename__ = "drill_attempts"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    drill_key: Mapped[str]
    prompt: Mapped[str]
    text: Mapped[str]
    words: Mapped[EmptyList]
    typed: Mapped[bool]
    note: Mapped[dict[str, Any]]  # evaluators.drills.DrillNote
    passed: Mapped[bool]
    created_at: Mapped[CreatedAt]


class DrillScheduleRow(Base):
    """When a drill comes back to somebody."""

    __tablename__ = "drill_schedule"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), primary_key=True)
    drill_key: Mapped[str] = mapped_column(primary_key=True)
    box: Mapped[int]
    due_at: Mapped[datetime]
    updated_at: Mapped[UpdatedAt]
