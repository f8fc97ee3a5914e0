"""Uploaded documents and what was read from them. Reads name the user they must belong to or say they need not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, update

from schema.documents import DocumentFlag, JobExtract, ResumeExtract
from schema.tables.base import utc_now
from schema.tables.documents import UserDocumentRow, UserProfileExtractedRow
from schema.vocabulary import DocumentKind, DocumentStatus
from server.db import DbSession

Extract = ResumeExtract | JobExtract


@dataclass(frozen=True, slots=True)
class NewDocument:
    """What was uploaded; `storage_ref` is its file, relative to the data folder."""

    user_id: UUID
    kind: DocumentKind
    name: str
    media_type: str
    size_bytes: int
    storage_ref: str


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as lists and pages show it, without its text."""

    id: UUID
    user_id: UUID
    kind: DocumentKind
    name: str
    media_type: str
    size_bytes: int
    storage_ref: str | None
    status: DocumentStatus
    progress: int  # per cent
    problem: str | None
    pages: int | None
    flags: tuple[DocumentFlag, ...]
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class ExtractRecord:
    """What was read from a document. `raw`: the model's reply as it came, or why there is none."""

    extract: Extract
    version: str
    model: str | None
    raw: dict[str, Any] | None
    dropped: int
    corrected_at: datetime | None


class Documents:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    # ------------------------------------------------------------------ reading

    async def get(self, document_id: UUID, user_id: UUID | None) -> DocumentRecord | None:
        """The document if it is this user's; `user_id` null: whosever it is."""
        found = select(UserDocumentRow).where(UserDocumentRow.id == document_id)
        if user_id is not None:
            found = found.where(UserDocumentRow.user_id == user_id)
        row = await self._db.scalar(found)
        return None if row is None else _record(row)

    async def of_user(self, user_id: UUID) -> tuple[DocumentRecord, ...]:
        """This user's documents, the newest first."""
        rows = await self._db.scalars(
            select(UserDocumentRow)
            .where(UserDocumentRow.user_id == user_id)
            .order_by(UserDocumentRow.created_at.desc(), UserDocumentRow.id.desc())
        )
        return tuple(_record(row) for row in rows)

    async def count(self, user_id: UUID) -> int:
        found = select(func.count()).select_from(UserDocumentRow).where(UserDocumentRow.user_id == user_id)
        return int(await self._db.scalar(found) or 0)

    async def text(self, document_id: UUID) -> str:
        """The plain text; empty until it has been read. Whose it is was checked by whoever asks."""
        found = select(UserDocumentRow.text).where(UserDocumentRow.id == document_id)
        return await self._db.scalar(found) or ""

    async def extract(self, document_id: UUID) -> ExtractRecord | None:
        """What was read, with the user's corrections. Whose it is was checked by whoever asks."""
        row = await self._extract_row(document_id)
        return None if row is None else _extract(row)

    async def unfinished(self) -> tuple[UUID, ...]:
        """Documents that wait or were being read, the oldest first: what a start finds left open."""
        open_states = (DocumentStatus.PENDING, DocumentStatus.RUNNING)
        found = select(UserDocumentRow.id).where(UserDocumentRow.status.in_(open_states))
        return tuple(await self._db.scalars(found.order_by(UserDocumentRow.created_at)))

    async def refs(self) -> set[str]:
        """The files of all documents, whosever they are."""
        found = await self._db.scalars(select(UserDocumentRow.storage_ref))
        return {ref for ref in found if ref is not None}

    # ------------------------------------------------------------------ writing

    async def create(self, new: NewDocument) -> DocumentRecord:
        """A document that waits to be read."""
        row = UserDocumentRow(
            user_id=new.user_id,
            kind=new.kind,
            name=new.name,
            media_type=new.media_type,
            size_bytes=new.size_bytes,
            text="",
            storage_ref=new.storage_ref,
            status=DocumentStatus.PENDING,
            progress=0,
            flags=[],
        )
        self._db.add(row)
        await self._db.flush()
        return _record(row)

    async def move(self, document_id: UUID, status: DocumentStatus, progress: int, problem: str | None = None) -> bool:
        """Go to a state. Returns whether the document is still there."""
        return await self._update(document_id, status=status, progress=progress, problem=problem)

    async def put_text(
        self, document_id: UUID, text: str, media_type: str, pages: int | None, flags: Sequence[DocumentFlag]
    ) -> None:
        """Keep what was read."""
        told = [flag.model_dump(mode="json") for flag in flags]
        await self._update(document_id, text=text, media_type=media_type, pages=pages, flags=told)

    async def put_extract(
        self,
        document: DocumentRecord,
        extract: Extract,
        version: str,
        *,
        model: str | None = None,
        raw: dict[str, Any] | None = None,
        dropped: int = 0,
    ) -> None:
        """Keep a reading in the place of an earlier one. A reading that the user has corrected stays as it is."""
        row = await self._extract_row(document.id)
        if row is None:
            row = UserProfileExtractedRow(user_id=document.user_id, document_id=document.id)
            self._db.add(row)
        elif row.corrected_at is not None:
            return
        row.kind, row.extract, row.extractor_version = document.kind, extract.model_dump(mode="json"), version
        row.model, row.raw, row.dropped = model, raw, dropped
        await self._db.flush()

    async def correct(self, document_id: UUID, extract: Extract) -> bool:
        """Keep the user's own version. Returns whether there was one to correct."""
        row = await self._extract_row(document_id)
        if row is None:
            return False
        row.extract, row.corrected_at = extract.model_dump(mode="json"), utc_now()
        await self._db.flush()
        return True

    async def delete(self, document_id: UUID) -> None:
        """Remove the document with everything that was read from it."""
        await self._db.execute(delete(UserDocumentRow).where(UserDocumentRow.id == document_id))

    async def _update(self, document_id: UUID, **values: Any) -> bool:
        changed = update(UserDocumentRow).where(UserDocumentRow.id == document_id).values(**values)
        found = await self._db.execute(changed.returning(UserDocumentRow.id))
        return found.first() is not None

    async def _extract_row(self, document_id: UUID) -> UserProfileExtractedRow | None:
        found = select(UserProfileExtractedRow).where(UserProfileExtractedRow.document_id == document_id)
        row: UserProfileExtractedRow | None = await self._db.scalar(
            found.order_by(UserProfileExtractedRow.corrected_at.is_(None), UserProfileExtractedRow.created_at.desc())
        )
        return row


def _record(row: UserDocumentRow) -> DocumentRecord:
    return DocumentRecord(
        id=row.id,
        user_id=row.user_id,
        kind=DocumentKind(row.kind),
        name=row.name,
        media_type=row.media_type,
        size_bytes=row.size_bytes,
        storage_ref=row.storage_ref,
        status=DocumentStatus(row.status),
        progress=row.progress,
        problem=row.problem,
        pages=row.pages,
        flags=tuple(DocumentFlag.model_validate(flag) for flag in row.flags),
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _extract(row: UserProfileExtractedRow) -> ExtractRecord:
    shape = ResumeExtract if row.kind == DocumentKind.RESUME else JobExtract
    return ExtractRecord(
        extract=shape.model_validate(row.extract),
        version=row.extractor_version,
        model=row.model,
        raw=row.raw,
        dropped=row.dropped,
        corrected_at=row.corrected_at,
    )
