"""Where the recording of an interview lies, and whether it has been finalised."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import UUID

from sqlalchemy import select, update

from schema.tables.base import utc_now
from schema.tables.conversation import RecordingRow
from server.db import DbSession


@dataclass(frozen=True, slots=True)
class RecordingRecord:
    """`path` is relative to the data folder; seconds on the interview's clock."""

    session_id: UUID
    path: PurePosixPath
    media_type: str
    duration_s: float | None
    size_bytes: int | None
    finalised: bool

    def below(self, home: Path) -> Path:
        return home / self.path


class Recordings:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def get(self, session_id: UUID) -> RecordingRecord | None:
        row = await self._db.scalar(select(RecordingRow).where(RecordingRow.session_id == session_id))
        return None if row is None else _record(row)

    async def open(self, session_id: UUID, path: PurePosixPath, media_type: str = "audio/mp4") -> None:
        """Note that a recording is being written. A second call, after a reconnect, opens the same one again."""
        row = await self._db.scalar(select(RecordingRow).where(RecordingRow.session_id == session_id))
        if row is None:
            row = RecordingRow(session_id=session_id, path=str(path), media_type=media_type)
            self._db.add(row)
        row.path, row.media_type, row.finalised_at = str(path), media_type, None
        await self._db.flush()

    async def finalise(self, session_id: UUID, *, duration_s: float, size_bytes: int) -> None:
        """The file is whole and will not change any more."""
        await self._db.execute(
            update(RecordingRow)
            .where(RecordingRow.session_id == session_id)
            .values(duration_s=duration_s, size_bytes=size_bytes, finalised_at=utc_now())
        )

    async def unfinalised(self) -> tuple[RecordingRecord, ...]:
        """Recordings that a killed server left open."""
        rows = await self._db.scalars(select(RecordingRow).where(RecordingRow.finalised_at.is_(None)))
        return tuple(_record(row) for row in rows)


def _record(row: RecordingRow) -> RecordingRecord:
    return RecordingRecord(
        session_id=row.session_id,
        path=PurePosixPath(row.path),
        media_type=row.media_type,
        duration_s=row.duration_s,
        size_bytes=row.size_bytes,
        finalised=row.finalised_at is not None,
    )
