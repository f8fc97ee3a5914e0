"""What a user uploads, and what was read from it (specification 7.1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, Id, UpdatedAt


class UserDocumentRow(Base):
    """A résumé or a job description as plain text; `storage_ref` is the uploaded file below the data folder."""

    __tablename__ = "user_documents"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]  # resume or jd
    name: Mapped[str]
    media_type: Mapped[str]
    text: Mapped[str]
    storage_ref: Mapped[str | None]
    created_at: Mapped[CreatedAt]


class UserProfileExtractedRow(Base):
    """A ResumeExtract or a JobExtract of one document."""

    __tablename__ = "user_profile_extracted"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("user_documents.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]  # resume or jd
    extract: Mapped[dict[str, Any]]
    extractor_version: Mapped[str]
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]
