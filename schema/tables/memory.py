"""What the product remembers of a user's skills across interviews (specification 4.3, 6)."""

from __future__ import annotations

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
    common_issues: Mapped[EmptyList]
    updated_at: Mapped[UpdatedAt]
