"""What is done with an uploaded document: it is read in a child process, by rules, and by a model where one is set.

Each stage is stored as soon as it is there, and doing it all again leaves the same rows: a start after a kill begins an
unfinished document anew.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from evaluators.documents.files import UnreadableDocument
from evaluators.documents.model import ModelReading, read_with_model
from evaluators.ports import Failure, ModelClient, ModelError
from schema.vocabulary import DocumentStatus
from server.db import Database
from server.documents.reading import Reading, read_and_extract
from server.documents.storage import load_file
from server.repositories.documents import DocumentRecord, Documents, Extract

STARTED, READ = 10, 50  # per cent
GONE = "The file of this document is gone. Upload it again."
BROKEN = "Something went wrong while this document was read. Try again."
NOT_UNDERSTOOD = "The text was read, but not understood. Try again, or paste the text."
FAILURES = {
    Failure.TIMEOUT: "The language model took too long, so rules alone read this document.",
    Failure.CONNECTION: "The language model could not be reached, so rules alone read this document.",
    Failure.HTTP_STATUS: "The language model's server refused the request, so rules alone read this document.",
    Failure.REFUSAL: "The language model declined, so rules alone read this document.",
    Failure.TRUNCATED: "The language model's answer was cut off, so rules alone read this document.",
    Failure.INVALID_JSON: "The language model's answer could not be read, so rules alone read this document.",
    Failure.SCHEMA_MISMATCH: "The language model's answer had the wrong form, so rules alone read this document.",
    Failure.FORBIDDEN_CLAIM: "The language model's answer was of no use, so rules alone read this document.",
}


@dataclass(frozen=True, slots=True)
class DocumentWork:
    """Reads documents of this database and data folder. `model` is null where none is set."""

    database: Database
    home: Path
    model: ModelClient | None

    async def process(self, document_id: UUID) -> None:
        """Read one document from its file to its extract; what is wrong with it is stored for its owner."""
        if not await self._move(document_id, DocumentStatus.RUNNING, STARTED):
            return  # deleted while it waited
        async with self.database.read() as db:
            document = await Documents(db).get(document_id, None)
        if document is None:
            return
        try:
            data = await asyncio.to_thread(load_file, self.home, document.storage_ref or "")
        except (FileNotFoundError, ValueError):
            await self.fail(document_id, GONE)
            return
        try:
            reading = await read_and_extract(data, document.name, document.media_type, document.kind)
        except UnreadableDocument as refused:
            await self.fail(document_id, refused.message)
        else:
            await self._store(document, reading)

    async def fail(self, document_id: UUID, problem: str = BROKEN) -> None:
        """Tell the owner why there is no extract."""
        await self._move(document_id, DocumentStatus.FAILED, 0, problem)

    async def unfinished(self) -> tuple[UUID, ...]:
        """What a killed server left."""
        async with self.database.read() as db:
            return await Documents(db).unfinished()

    async def _store(self, document: DocumentRecord, reading: Reading) -> None:
        read, extract = reading.document, reading.extract
        status, progress = (DocumentStatus.DONE, 100) if self.model is None else (DocumentStatus.RUNNING, READ)
        async with self.database.write() as db:
            documents = Documents(db)
            if not await documents.move(document.id, status, progress):
                return
            await documents.put_text(document.id, read.text, read.media_type, read.pages, read.flags)
            if extract is None:
                await documents.move(document.id, DocumentStatus.FAILED, 0, NOT_UNDERSTOOD)
                return
            await documents.put_extract(document, extract, reading.version)
        if self.model is not None:
            await self._ask(document, read.text, extract, reading.version, self.model)

    async def _ask(self, document: DocumentRecord, text: str, rules: Extract, version: str, model: ModelClient) -> None:
        """The model's reading, checked against the text, over the rules'; its failure is kept beside the rules'."""
        try:
            found = await read_with_model(text, rules, model)
        except ModelError as failure:
            raw = {"failure": failure.reason.value, "message": FAILURES[failure.reason], "asked": model.name}
            await self._finish(document, rules, version, raw=raw)
        else:
            await self._finish(document, found.extract, version, reading=found, raw=found.raw)

    async def _finish(
        self,
        document: DocumentRecord,
        extract: Extract,
        version: str,
        *,
        raw: dict[str, Any],
        reading: ModelReading | None = None,
    ) -> None:
        async with self.database.write() as db:
            documents = Documents(db)
            if not await documents.move(document.id, DocumentStatus.DONE, 100):
                return
            model, dropped = (reading.model, reading.dropped) if reading is not None else (None, 0)
            await documents.put_extract(document, extract, version, model=model, raw=raw, dropped=dropped)

    async def _move(self, document_id: UUID, status: DocumentStatus, progress: int, problem: str | None = None) -> bool:
        async with self.database.write() as db:
            return await Documents(db).move(document_id, status, progress, problem)
