"""An event log in memory, with the semantics of the stored one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from agent.ports import StoredEvent


class MemoryLog:
    """Implements agent.ports.EventLog; payloads go through JSON as they do in the database."""

    def __init__(self) -> None:
        self.records: list[StoredEvent] = []

    async def append(self, kind: str, at_ms: int, payload: dict[str, Any]) -> StoredEvent:
        record = StoredEvent(len(self.records) + 1, at_ms, kind, json.loads(json.dumps(payload)))
        self.records.append(record)
        return record

    async def load(self) -> Sequence[StoredEvent]:
        return list(self.records)
