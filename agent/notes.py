"""What a candidate writes beside the code or the case, stored as it is typed: the latest text of each part, not every
keystroke."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from agent.ports import RoomPort
from agent.tasks import Tasks
from agent.workbench import ARTIFACT, REMARKS
from schema.room import Notice
from schema.room_exercises import ArtifactSaved, SaveArtifact, SaveRemarks

log = logging.getLogger("interview.notes")
EVERY_S = 2.0  # a part is stored at most this often
AGAIN_S = 5.0  # after a failure
NOT_STORED = "What you wrote could not be saved; the disk may be full. It is kept here and tried again."
Note = SaveArtifact | SaveRemarks
Keep = Callable[[str, dict[str, Any]], Awaitable[None]]  # appends a record


@dataclass(slots=True)
class _Part:
    stored_at: float = float("-inf")  # time.monotonic()
    waiting: Note | None = None
    overtaken: list[str] = field(default_factory=list)  # ids of messages that `waiting` holds the newer text of
    timed: bool = False  # whether somebody is going to store it
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)


class Notes:
    """Nothing is acknowledged that is not stored: an overtaken message is, once the newer text is."""

    def __init__(self, keep: Keep, room: RoomPort, tasks: Tasks) -> None:
        self._keep = keep
        self._room = room
        self._tasks = tasks
        self._parts: dict[tuple[str, str, str], _Part] = {}
        self._leaving = False

    async def save(self, note: Note) -> None:
        """Stores it now, or within EVERY_S where this part has just been stored."""
        part = self._parts.setdefault(_place(note), _Part())
        if part.waiting is not None and part.waiting.client_id != note.client_id:
            part.overtaken.append(part.waiting.client_id)
        part.waiting = note
        due_s = part.stored_at + EVERY_S - time.monotonic()
        if due_s <= 0 and not part.timed:
            await self._store(part)
        else:
            self._later(part, max(due_s, 0.0))

    async def flush(self, *, leaving: bool = False) -> None:
        """Stores all that still waits; who is leaving does not try again."""
        self._leaving = leaving
        for part in self._parts.values():
            await self._store(part)

    def _later(self, part: _Part, seconds: float) -> None:
        if not part.timed:
            part.timed = True
            self._tasks.start(self._store_after(part, seconds), "store-notes")

    async def _store_after(self, part: _Part, seconds: float) -> None:
        await asyncio.sleep(seconds)
        part.timed = False
        await self._store(part)

    async def _store(self, part: _Part) -> None:
        async with part.writing:
            note, overtaken = part.waiting, list(part.overtaken)
            if note is None:
                return
            try:
                await self._keep(*_record(note, overtaken))
            except Exception as fault:
                log.exception("notes could not be stored", exc_info=fault)
                self._room.send(Notice(code="not_stored", message=NOT_STORED))
                if not self._leaving:
                    self._later(part, AGAIN_S)
                return
            part.stored_at = time.monotonic()
            saved = [*overtaken, note.client_id]
            part.overtaken = [client_id for client_id in part.overtaken if client_id not in saved]
            if part.waiting is note:  # no newer text came meanwhile
                part.waiting = None
        for client_id in saved:
            self._room.send(ArtifactSaved(client_id=client_id, exercise=note.exercise))


def _place(note: Note) -> tuple[str, str, str]:
    if isinstance(note, SaveRemarks):
        return note.exercise, REMARKS, ""
    return note.exercise, note.part, note.section or ""


def _record(note: Note, overtaken: list[str]) -> tuple[str, dict[str, Any]]:
    ids = {"exercise": note.exercise, "client_id": note.client_id, "covers": overtaken}
    if isinstance(note, SaveRemarks):
        return REMARKS, {**ids, "remarks": [remark.model_dump(mode="json") for remark in note.remarks]}
    return ARTIFACT, {**ids, "part": note.part, "section": note.section, "text": note.text}
