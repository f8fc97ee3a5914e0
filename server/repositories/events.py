"""The event log of an interview, and the transcript that is kept in step with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, insert, literal, select
from sqlalchemy.sql.dml import ReturningInsert

from agent.ports import StoredEvent
from agent.transcript import SPOKEN, STEP
from schema.tables.base import Json, PlainText, UtcDateTime, utc_now
from schema.tables.conversation import SessionEventRow
from schema.tables.interviews import InterviewSessionRow
from schema.transcript import Turn
from server.db import Database, DbSession
from server.errors import NotFoundError
from server.repositories.turns import Turns


class SqlEventLog:
    """agent.ports.EventLog on the database: `append` returns after the commit; seq is dense from 1, whoever appends.

    A record that carries a turn writes that turn's row of the transcript in the same transaction.
    """

    def __init__(self, database: Database, session_id: UUID) -> None:
        self._database = database
        self._session_id = session_id

    async def append(self, kind: str, at_ms: int, payload: dict[str, Any]) -> StoredEvent:
        """Raises NotFoundError when the interview has been deleted, StorageFullError when the disk takes no more."""
        async with self._database.write() as db:
            if not self._database.is_sqlite:  # SQLite has one writer anyhow
                await db.execute(_hold(self._session_id))
            seq = await db.scalar(_append(self._session_id, kind, at_ms, payload))
            if seq is None:
                raise NotFoundError("This interview has been deleted.")
            if kind in (STEP, SPOKEN) and payload.get("turn") is not None:
                await Turns(db).put(self._session_id, Turn.model_validate(payload["turn"]))
        return StoredEvent(seq, at_ms, kind, payload)

    async def load(self) -> Sequence[StoredEvent]:
        async with self._database.read() as db:
            return await load_events(db, self._session_id)


async def load_events(db: DbSession, session_id: UUID) -> list[StoredEvent]:
    """All records of an interview, in order; none for an interview that does not exist."""
    mine = select(SessionEventRow).where(SessionEventRow.session_id == session_id).order_by(SessionEventRow.seq)
    return [StoredEvent(row.seq, row.at_ms, row.kind, row.payload) for row in await db.scalars(mine)]


def _hold(session_id: UUID) -> Select[UUID]:
    """Keeps the row of the session till the commit, so that two appends never read the same last number."""
    return select(InterviewSessionRow.id).where(InterviewSessionRow.id == session_id).with_for_update(key_share=True)


def _append(session_id: UUID, kind: str, at_ms: int, payload: dict[str, Any]) -> ReturningInsert[Any]:
    """One statement, since the candidate waits for it: the next number is read where it is written.

    Returns the number, or nothing when the session is gone.
    """
    log = SessionEventRow.__table__
    last = select(func.coalesce(func.max(log.c.seq), 0)).where(log.c.session_id == session_id).scalar_subquery()
    row = select(
        InterviewSessionRow.id,
        (last + 1).label("seq"),
        literal(at_ms),
        literal(kind, PlainText),
        literal(payload, Json),
        literal(utc_now(), UtcDateTime),
    ).where(InterviewSessionRow.id == session_id)
    columns = ["session_id", "seq", "at_ms", "kind", "payload", "created_at"]
    return insert(SessionEventRow).from_select(columns, row).returning(log.c.seq)
