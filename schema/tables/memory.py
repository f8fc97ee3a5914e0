"""What the product remembers of a user's skills across interviews (specification 4.3, 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, EmptyList, Id, UpdatedAt


class UserSkillMemoryRow(Base):
    __tablename__ = "user_skill_memory"
    __table_args__ = (UniqueConstraint("user_id", "role_category", "dimension"),)

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"))
    role_category: Mapped[str]
    dimension: Mapped[str]
    baseline_score: Mapped[float]
    latest_score: Mapped[float]
    trend: Mapped[EmptyList]  # the last sessions' scores, oldest first
    common_issues: Mapped[EmptyList]  # schema.coaching.Weakness
    updated_at: Mapped[UpdatedAt]


class MemoryObservationRow(Base):
    """What one judged interview showed. The memory is these, folded in their order: deleting an interview takes its
    part out again, and judging it anew counts once."""

    __tablename__ = "memory_observations"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    role_category: Mapped[str]
    at: Mapped[datetime]  # when the interview was held
    body: Mapped[dict[str, Any]]  # evaluators.memory.Observation
