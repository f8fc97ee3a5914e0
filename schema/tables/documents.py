"""What a user uploads, and what was read from it (specification 7.1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyList, Id, UpdatedAt


class UserDocumentRow(Base):
    """A résumé or a job description as plain text; `storage_ref` is the uploaded file below the data folder."""

    __tablename__ = "user_documents"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]  # DocumentKind
    name: Mapped[str]
    media_type: Mapped[str]
    size_bytes: Mapped[int]
    text: Mapped[str]  # empty until the document has been read
    storage_ref: Mapped[str | None]
    status: Mapped[str]  # DocumentStatus
    progress: Mapped[int]  # per cent
    problem: Mapped[str | None]  # a sentence for the user where it could not be read
    pages: Mapped[int | None]
    flags: Mapped[EmptyList]  # schema.documents.DocumentFlag
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]


class UserProfileExtractedRow(Base):
    """A ResumeExtract or a JobExtract of one document."""

    __tablename__ = "user_profile_extracted"

    id: Mapped[Id]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("auth_users.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("user_documents.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]  # DocumentKind
    extract: Mapped[dict[str, Any]]
    extractor_version: Mapped[str]
    model: Mapped[str | None]  # the language model that took part; null: rules alone
    raw: Mapped[dict[str, Any] | None]  # what that model returned, before it was checked against the text
    dropped: Mapped[int]  # items of the model that the text does not bear out
    corrected_at: Mapped[datetime | None]  # when the user last corrected it
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[UpdatedAt]
