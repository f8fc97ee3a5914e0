"""The transcript: what was said, turn by turn, with the second of every word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from schema.tables.conversation import TranscriptTurnRow
from schema.transcript import Turn, Word
from schema.vocabulary import Speaker
from server.db import DbSession


class Turns:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def load(self, session_id: UUID) -> tuple[Turn, ...]:
        mine = select(TranscriptTurnRow).where(TranscriptTurnRow.session_id == session_id)
        return tuple(_turn(row) for row in await self._db.scalars(mine.order_by(TranscriptTurnRow.turn_index)))

    async def put(self, session_id: UUID, turn: Turn) -> None:
        """Write one turn; one that was cut short by mistake is replaced by the whole."""
        values = _values(session_id, turn)
        sqlite = self._db.get_bind().dialect.name == "sqlite"
        put = (sqlite_insert if sqlite else postgresql_insert)(TranscriptTurnRow).values(values)
        await self._db.execute(put.on_conflict_do_update(index_elements=["session_id", "turn_index"], set_=values))

    async def replace(self, session_id: UUID, turns: Sequence[Turn]) -> None:
        """Write the whole transcript anew."""
        await self._db.execute(delete(TranscriptTurnRow).where(TranscriptTurnRow.session_id == session_id))
        self._db.add_all([TranscriptTurnRow(**_values(session_id, turn)) for turn in turns])
        await self._db.flush()


def _values(session_id: UUID, turn: Turn) -> dict[str, Any]:
    return {
        "session_id": session_id,
        "turn_index": turn.index,
        "speaker": turn.speaker,
        "text": turn.text,
        "start_s": turn.start_s,
        "end_s": turn.end_s,
        "words": turn.model_dump(mode="json", include={"words"})["words"],
        "typed": turn.typed,
        "question_id": turn.question_id,
        "interrupted": turn.interrupted,
        "interviewer": turn.interviewer,
    }


def _turn(row: TranscriptTurnRow) -> Turn:
    return Turn(
        index=row.turn_index,
        speaker=Speaker(row.speaker),
        text=row.text,
        start_s=row.start_s,
        end_s=row.end_s,
        words=tuple(Word.model_validate(word) for word in row.words),
        typed=row.typed,
        question_id=row.question_id,
        interrupted=row.interrupted,
        interviewer=row.interviewer,
    )
