"""Who uses the product, and from which browsers they are signed in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyObject, Id, UpdatedAt


class AuthUserRow(Base):
    """An account. No password hash: the owner of this computer, who signs in through the local door."""

    __tablename__ = "auth_users"

    id: Mapped[Id]
    email: Mapped[str] = mapped_column(unique=True)  # trimmed, lower case
    name: Mapped[str]
    password_hash: Mapped[str | None]
    role: Mapped[str]  # UserRole
    is_local_owner: Mapped[bool] = mapped_column(default=False)
    preferences: Mapped[EmptyObject]  # schema.preferences.Preferences
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]


class AuthSessionRow(Base):
    """One signed-in browser. The cookie's value is kept only as its SHA-256; a revoked one opens nothing."""

    __tablename__ = "auth_sessions"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[CreatedAt]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
