"""The catalogue that ships with the product and that admins extend: role kits, rubrics, question patterns."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyList, EmptyObject, Id, Key, UpdatedAt


class InterviewRubricRow(Base):
    """`dimensions` is a list of schema.rubric.Dimension."""

    __tablename__ = "interview_rubrics"

    id: Mapped[Id]
    key: Mapped[Key]
    name: Mapped[str]
    description: Mapped[str]
    dimensions: Mapped[EmptyList]
    scoring_guide: Mapped[str]
    is_default: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]


class RoleKitRow(Base):
    __tablename__ = "role_kits"

    id: Mapped[Id]
    key: Mapped[Key]
    name: Mapped[str]
    role_category: Mapped[str]
    level: Mapped[str]  # Seniority
    domain: Mapped[str]
    description: Mapped[str]
    default_interview_types: Mapped[EmptyList]
    default_rubric_id: Mapped[UUID] = mapped_column(ForeignKey("interview_rubrics.id"))
    skills_focus: Mapped[EmptyList]
    estimated_duration: Mapped[int]  # minutes
    track_tags: Mapped[EmptyList]
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]
    role_context: Mapped[str]
    core_competencies: Mapped[EmptyList]
    typical_questions: Mapped[EmptyList]  # pattern keys


class QuestionPatternRow(Base):
    """A pattern for any role or any interview type says "any" in that column: section 6 keeps both not null."""

    __tablename__ = "question_patterns"

    id: Mapped[Id]
    key: Mapped[Key]
    pattern_type: Mapped[str]
    role_category: Mapped[str]
    interview_type: Mapped[str]
    template: Mapped[str]
    probe_tree: Mapped[EmptyObject]  # schema.patterns.ProbeTree
    tags: Mapped[EmptyList]
    source_type: Mapped[str]
    source_ref: Mapped[str | None]
    question_kind: Mapped[str]
    triggers: Mapped[EmptyList]
    expects: Mapped[EmptyList]
    dimensions: Mapped[EmptyList]
    rephrased: Mapped[str | None]
    archetypes: Mapped[EmptyList]  # CompanyArchetype; empty: any
    role_archetypes: Mapped[EmptyList]  # RoleArchetype; empty: any
    created_at: Mapped[CreatedAt]


class RoleLabelRow(Base):
    """A role name that people look for, and the kit that serves it (specification 8.3)."""

    __tablename__ = "role_labels"

    id: Mapped[Id]
    label: Mapped[str] = mapped_column(unique=True)
    role_kit_id: Mapped[UUID] = mapped_column(ForeignKey("role_kits.id", ondelete="CASCADE"), index=True)
    role_category: Mapped[str]
    specialization: Mapped[str | None]
    aliases: Mapped[EmptyList]
    created_at: Mapped[CreatedAt]
