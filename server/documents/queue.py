"""Documents are read in the background, a few at a time; what a killed server left is taken up at the next start.

A queue in memory and the documents' own rows are enough here, where reports need a durable engine: reading a document
is one step that takes seconds and can be done again from the stored file with the same result, so the row's state is
all that a restart must know.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

from server.documents.work import DocumentWork
from server.errors import AppError
from server.llm import make_model
from server.services import Services
from server.usecases.reports import place

log = logging.getLogger("interview.documents")

WORKERS = 2  # documents that are under way; each waits for a child process or for a model most of the time


class DocumentQueue:
    """Runs the work for documents, each at most once at a time."""

    def __init__(self, work: DocumentWork) -> None:
        self._work = work
        self._queue: asyncio.Queue[UUID] = asyncio.Queue()
        self._waiting: set[UUID] = set()
        self._again: set[UUID] = set()  # started once more while they were being read
        self._running: dict[UUID, asyncio.Task[None]] = {}
        self._workers: list[asyncio.Task[None]] = []

    async def launch(self) -> None:
        """Begin, with what an earlier server did not finish."""
        for document_id in await self._work.unfinished():
            self.start(document_id)
        self._workers = [asyncio.create_task(self._serve(), name=f"documents-{n}") for n in range(WORKERS)]

    async def aclose(self) -> None:
        """Stop; what was under way is unfinished and goes on at the next launch."""
        await _stopped([*self._workers, *self._running.values()])
        self._workers.clear()

    def start(self, document_id: UUID) -> None:
        """Read a document soon. One that waits is read once, one that is being read is read again after that."""
        if document_id in self._running:
            self._again.add(document_id)
        elif document_id not in self._waiting:
            self._waiting.add(document_id)
            self._queue.put_nowait(document_id)

    async def forget(self, document_id: UUID) -> None:
        """Stop the work for a document: it is being deleted."""
        self._waiting.discard(document_id)
        if task := self._running.get(document_id):
            await _stopped([task])
        self._again.discard(document_id)

    async def _serve(self) -> None:
        while True:
            document_id = await self._queue.get()
            if document_id not in self._waiting:
                continue  # forgotten while it waited
            self._waiting.discard(document_id)
            task = asyncio.create_task(self._process(document_id))
            self._running[document_id] = task
            try:
                await asyncio.wait([task])
            finally:
                self._running.pop(document_id, None)
            if document_id in self._again:
                self._again.discard(document_id)
                self.start(document_id)

    async def _process(self, document_id: UUID) -> None:
        try:
            await self._work.process(document_id)
        except Exception as failure:  # noqa: BLE001 - the door of background jobs
            log.error("a document could not be read: %s", place(failure), extra={"document_id": str(document_id)})
            with suppress(AppError):  # the disk is full: the next start tries again
                await self._work.fail(document_id)


async def _stopped(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def open_documents(services: Services) -> AsyncIterator[DocumentQueue]:
    """Documents that are read while the server runs; unfinished ones go on at once."""
    model = make_model(services.settings)
    queue = DocumentQueue(DocumentWork(services.db, services.settings.home, model))
    try:
        await queue.launch()
        yield queue
    finally:
        await queue.aclose()
        if model is not None:
            await model.aclose()
