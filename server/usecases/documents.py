"""Uploading, correcting, retrying and deleting one's documents."""

from __future__ import annotations

import asyncio
import unicodedata
from pathlib import PurePath
from uuid import UUID

from evaluators.documents.files import MAX_BYTES
from schema.documents import JobExtract, ResumeExtract, Span
from schema.vocabulary import DocumentKind, DocumentStatus
from server.documents.storage import remove_file, store_file
from server.errors import AppError, NotFoundError
from server.repositories.documents import DocumentRecord, Documents, Extract, NewDocument
from server.services import DocumentsPort, Services

MOST_DOCUMENTS = 50  # of one user
MOST_WAITING = 5  # of one user: more at once would only wait for each other
NAME_CHARS = 150


async def receive(
    services: Services,
    user_id: UUID,
    kind: DocumentKind,
    name: str,
    media_type: str | None,
    data: bytes,
    *,
    pasted: bool = False,
) -> DocumentRecord:
    """Store a file and have it read in the background. A file that was uploaded before becomes a document of its own,
    because its owner may correct the two differently.

    Raises AppError for an empty or too large file, and where the user has too many.
    """
    port = _port(services)
    if not data.strip():
        raise AppError("empty", 422, "This file is empty. Check that it is the right one.", {"file": "This is empty."})
    if len(data) > MAX_BYTES:
        raise AppError("too_large", 413, f"This file is larger than {MAX_BYTES // 1_000_000} MB. Upload a smaller one.")
    await _check_room(services, user_id)
    home = services.settings.home
    ref = str(await asyncio.to_thread(store_file, home, data))
    try:
        async with services.db.write() as db:
            document = await Documents(db).create(
                NewDocument(
                    user_id=user_id,
                    kind=kind,
                    name=clean_name(_as_text(name) if pasted else name),
                    media_type=(media_type or "application/octet-stream")[:100],
                    size_bytes=len(data),
                    storage_ref=ref,
                )
            )
    except BaseException:
        await asyncio.to_thread(remove_file, home, ref)
        raise
    port.start(document.id)
    return document


def _as_text(name: str) -> str:
    """Pasted text is text, whatever its name ends in."""
    return name if PurePath(name).suffix.lower() in ("", ".txt", ".md") else f"{name}.txt"


def clean_name(name: str) -> str:
    """A file's own name, without folders and control characters."""
    bare = PurePath(name.replace("\\", "/")).name
    shown = "".join(letter for letter in bare if unicodedata.category(letter)[0] != "C").strip().lstrip(".")
    if len(shown) <= NAME_CHARS:
        return shown or "document"
    stem, dot, extension = shown.rpartition(".")
    return f"{stem[: NAME_CHARS - 10]}.{extension}" if dot and len(extension) < 10 else shown[:NAME_CHARS]


async def correct(services: Services, document: DocumentRecord, extract: Extract) -> None:
    """Keep the user's own version. A span is kept only where the text still says what the item says.

    Raises AppError for a document that has not been read, and for an extract of the other kind.
    """
    kind = DocumentKind.RESUME if isinstance(extract, ResumeExtract) else DocumentKind.JD
    if kind is not document.kind:
        raise AppError("wrong_kind", 422, "This document is of the other kind. Reload the page and try again.")
    if document.status is not DocumentStatus.DONE:
        raise AppError("document_not_read", 409, "This document has not been read yet. Try again in a moment.")
    async with services.db.write() as db:
        documents = Documents(db)
        text = await documents.text(document.id)
        if not await documents.correct(document.id, with_true_spans(extract, text)):
            raise NotFoundError("There is nothing to correct. The document may have been deleted.")


def with_true_spans(extract: Extract, text: str) -> Extract:
    """The extract without spans of text that do not hold what they should."""
    said = extract.model_dump(mode="json")
    kept = {pointer: span for pointer, span in extract.spans.items() if _holds(said, pointer, text, span)}
    if isinstance(extract, JobExtract):
        skills = tuple(skill for skill in extract.skills if text[skill.start : skill.end] == skill.text)
        return extract.model_copy(update={"spans": kept, "skills": skills})
    triggers = tuple(
        trigger
        if trigger.span is None or _same(text, trigger.span, trigger.text)
        else trigger.model_copy(update={"span": None})
        for trigger in extract.claim_triggers
    )
    return extract.model_copy(update={"spans": kept, "claim_triggers": triggers})


def _holds(said: object, pointer: str, text: str, span: Span) -> bool:
    value = _at(said, pointer)
    if not isinstance(value, str) or not span.start < span.end <= len(text):
        return False
    return _is_date(value) or _same(text, span, value)


def _at(node: object, pointer: str) -> object:
    for step in pointer.strip("/").split("/"):
        if isinstance(node, dict):
            node = node.get(step)
        elif isinstance(node, list) and step.isdigit() and int(step) < len(node):
            node = node[int(step)]
        else:
            return None
    return node


def _is_date(value: str) -> bool:
    """Dates are kept as YYYY-MM, which no résumé says: the place where they were read is kept as it is."""
    return value == "present" or value.replace("-", "").isdigit()


def _same(text: str, span: Span, value: str) -> bool:
    return _plain(value) in _plain(text[span.start : span.end]) or _plain(text[span.start : span.end]) in _plain(value)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


async def retry(services: Services, document: DocumentRecord) -> DocumentRecord:
    """Read a document again that could not be read. Raises AppError for any other."""
    port = _port(services)
    if document.status is not DocumentStatus.FAILED:
        raise AppError("document_not_failed", 409, "Only a document that could not be read can be tried again.")
    async with services.db.write() as db:
        await Documents(db).move(document.id, DocumentStatus.PENDING, 0)
        again = await Documents(db).get(document.id, document.user_id)
    if again is None:
        raise NotFoundError("There is no such document. It may have been deleted.")
    port.start(document.id)
    return again


async def delete_document(services: Services, document: DocumentRecord) -> None:
    """Remove a document: its work, its file, every row of it."""
    await empty_document(services, document)
    async with services.db.write() as db:
        await Documents(db).delete(document.id)
    await services.db.scrub()


async def empty_document(services: Services, document: DocumentRecord) -> None:
    """Stop the work for a document and remove its file; its rows go after that."""
    if services.documents is not None:
        await services.documents.forget(document.id)
    if document.storage_ref is not None:
        await asyncio.to_thread(remove_file, services.settings.home, document.storage_ref)


async def _check_room(services: Services, user_id: UUID) -> None:
    async with services.db.read() as db:
        mine = await Documents(db).of_user(user_id)
    if len(mine) >= MOST_DOCUMENTS:
        raise AppError("too_many_documents", 409, f"You have {MOST_DOCUMENTS} documents. Delete one of them first.")
    waiting = [one for one in mine if one.status in (DocumentStatus.PENDING, DocumentStatus.RUNNING)]
    if len(waiting) >= MOST_WAITING:
        raise AppError(
            "too_many_waiting", 429, f"{len(waiting)} of your documents are still being read. Wait for one of them."
        )


def _port(services: Services) -> DocumentsPort:
    if services.documents is None:
        raise AppError("documents_off", 503, "This server reads no documents. Start it with `interview-lab serve`.")
    return services.documents
