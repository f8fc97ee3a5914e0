"""Coding exercises and cases, and a candidate's work on them (specification 8.1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyList, EmptyObject, Id, Key, UpdatedAt


class CodingExerciseRow(Base):
    __tablename__ = "coding_exercises"

    id: Mapped[Id]
    key: Mapped[Key]
    role_kit_id: Mapped[UUID | None] = mapped_column(ForeignKey("role_kits.id", ondelete="SET NULL"))
    name: Mapped[str]
    activity_type: Mapped[str]  # ExerciseActivity
    language: Mapped[str]
    difficulty: Mapped[str]
    code_snippet: Mapped[str]
    bug_description: Mapped[str | None]
    failing_test_case: Mapped[str | None]
    modification_requirement: Mapped[str | None]
    expected_behavior: Mapped[str]
    expected_signals: Mapped[EmptyList]
    common_failure_modes: Mapped[EmptyList]
    suggested_fix: Mapped[str | None]
    edge_cases: Mapped[EmptyList]
    complexity_expected: Mapped[str | None]
    probing_questions: Mapped[EmptyList]
    tags: Mapped[EmptyList]
    # The rest of schema.exercises.CodingExercise by field name (brief, tests, hints, level, …): the specification's
    # columns and this make the whole exercise.
    material: Mapped[EmptyObject]
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]


class CaseTemplateRow(Base):
    __tablename__ = "case_templates"

    id: Mapped[Id]
    key: Mapped[Key]
    role_kit_id: Mapped[UUID | None] = mapped_column(ForeignKey("role_kits.id", ondelete="SET NULL"))
    name: Mapped[str]
    case_type: Mapped[str]
    difficulty: Mapped[str]
    prompt_statement: Mapped[str]
    context: Mapped[str]
    clarifying_questions_allowed: Mapped[bool] = mapped_column(default=True)
    revealable_data: Mapped[EmptyList]
    evaluation_focus: Mapped[EmptyList]
    probing_map: Mapped[EmptyObject]
    expected_duration_minutes: Mapped[int]
    tags: Mapped[EmptyList]
    material: Mapped[EmptyObject]  # the rest of schema.exercises.CaseTemplate, by field name
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]


class ExerciseSessionRow(Base):
    """Work on one exercise or one case, alone or inside an interview."""

    __tablename__ = "exercise_sessions"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    interview_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interview_sessions.id", ondelete="CASCADE"), index=True
    )
    coding_exercise_id: Mapped[UUID | None] = mapped_column(ForeignKey("coding_exercises.id"))
    case_template_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_templates.id"))
    exercise_key: Mapped[str]  # what it is called also when the catalogue no longer has it
    position: Mapped[int] = mapped_column(default=0)  # in its interview, from 0
    mode: Mapped[str]  # ExerciseMode
    status: Mapped[str]  # planned, open, closed
    state: Mapped[EmptyObject]  # agent.workbench's last state: code, revision, runs, hints, reveals, artifacts, remarks
    result: Mapped[dict[str, Any] | None]  # schema.exercise_results.ExerciseResult; null until it is judged
    created_at: Mapped[CreatedAt]
    ended_at: Mapped[datetime | None]
