"""The composition root: everything a request, a room or a background job needs, built once for each server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from agent.ports import CodeRunner, Voice
from schema.room import Capability
from schema.transcript import Word
from server.auth import Passwords
from server.db import Database, database_url
from server.jobs.fetching import Page, PageFetcher
from server.limits import LoginLimits, TrackerLimits
from server.no_sandbox import NoSandbox
from server.settings import Settings, load_secret
from server.spoken_cache import SpokenCache


class ReportsPort(Protocol):
    """The durable workflow that evaluates interviews."""

    async def start(self, session_id: UUID) -> None:
        """Begin the report of an interview that has ended. Starting it twice starts it once."""
        ...

    async def retry(self, session_id: UUID) -> None:
        """Run the failed steps of a report again."""
        ...

    async def forget(self, session_id: UUID) -> None:
        """Stop the report's work and remove everything that it stored outside the interview's own rows."""
        ...


class DocumentsPort(Protocol):
    """The background work that reads uploaded documents."""

    def start(self, document_id: UUID) -> None:
        """Read a document soon. Starting it twice starts it once."""
        ...

    async def forget(self, document_id: UUID) -> None:
        """Stop the work for a document: it is being deleted."""
        ...


class RoomsPort(Protocol):
    """The interviews that are going on in this process."""

    async def discard(self, session_id: UUID) -> None:
        """Empty the room of this interview, if one is open, and write nothing more: the interview is being deleted."""
        ...


class EarPort(Protocol):
    """The speech model, for recordings that a page sends whole."""

    async def hear(self, samples: NDArray[np.float32], user_id: UUID) -> tuple[Word, ...]:
        """The words of mono speech at 16 kHz, seconds from its first sample; none where nobody speaks.

        Raises AppError where it cannot: too much waits, the model failed, or it took too long.
        """
        ...


class PagesPort(Protocol):
    """The public web, for pages of job advertisements."""

    async def fetch(self, url: str) -> Page:
        """Raises PageError where the page cannot be read."""
        ...


def _no_transcription() -> Capability:
    return Capability(on=False, detail="This server holds no interviews, so it transcribes nothing.")


def _no_voice() -> Capability:
    return Capability(on=False, detail="This server holds no interviews, so it has no voice.")


@dataclass(slots=True)
class Services:
    """What is wired together. `reports`, `documents` and `rooms` are null in a server of pages and data alone.

    `ear` is null where no speech model is there; `voice_for` gives a face's voice, shared with its interviews; `spoken`
    keeps what it said for who listens again.
    """

    settings: Settings
    db: Database
    secret: str
    passwords: Passwords = field(default_factory=Passwords)
    limits: LoginLimits = field(default_factory=LoginLimits)
    tracker_limits: TrackerLimits = field(default_factory=TrackerLimits)
    reports: ReportsPort | None = None
    documents: DocumentsPort | None = None
    rooms: RoomsPort | None = None
    ear: EarPort | None = None
    voice_for: Callable[[str], Voice] | None = None
    spoken: SpokenCache = field(default_factory=SpokenCache)
    pages: PagesPort = field(default_factory=PageFetcher)
    runner: CodeRunner = field(default_factory=NoSandbox)
    transcription: Callable[[], Capability] = _no_transcription
    voice: Callable[[], Capability] = _no_voice


@asynccontextmanager
async def open_services(settings: Settings) -> AsyncIterator[Services]:
    """Everything, opened in order and closed in reverse. The database must have this version's tables."""
    settings.make_home()
    db = Database(database_url(settings.database_url, settings.home))
    try:
        yield Services(settings=settings, db=db, secret=load_secret(settings))
    finally:
        await db.aclose()
