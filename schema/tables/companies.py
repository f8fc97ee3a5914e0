"""Companies and what is known of how they interview for a role (specification 6)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyList, Id, UpdatedAt


class CompanyRow(Base):
    __tablename__ = "companies"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)
    country: Mapped[str]
    tier: Mapped[str]  # top50, top200 or other
    archetype: Mapped[str]  # CompanyArchetype
    tags: Mapped[EmptyList]
    aliases: Mapped[EmptyList]
    created_at: Mapped[CreatedAt]


class CompanyRoleBlueprintRow(Base):
    """`question_pattern_ids` holds pattern keys: they outlive a re-seed, uuids do not."""

    __tablename__ = "company_role_blueprints"
    __table_args__ = (UniqueConstraint("company_id", "role_category", "seniority"),)

    id: Mapped[Id]
    company_id: Mapped[UUID] = mapped_column(ForeignKey("companies.id", ondelete="CASCADE"))
    role_category: Mapped[str]
    seniority: Mapped[str]
    skill_focus: Mapped[EmptyList]
    question_pattern_ids: Mapped[EmptyList]
    rubric_overrides: Mapped[dict[str, Any] | None]
    public_values: Mapped[EmptyList]
    rounds: Mapped[EmptyList]  # schema.companies.RoundOutline
    source_type: Mapped[str]  # SourceType
    post_count: Mapped[int]  # interview experiences behind it; 0: public facts only
    updated_at: Mapped[UpdatedAt]
