"""Retaken answers: each stands beside its interview and changes nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select

from schema.tables.practice import AnswerRetakeRow
from schema.transcript import Word
from server.db import DbSession


@dataclass(frozen=True, slots=True)
class NewRetake:
    """`judged` is server.usecases.retakes.Comparison; `audio_path` is relative to the data folder."""

    id: UUID
    session_id: UUID
    question_id: str
    question: str
    text: str
    words: Sequence[Word]
    typed: bool
    audio_path: PurePosixPath | None
    judged: dict[str, Any]
    evaluator: str
    evaluator_version: str


@dataclass(frozen=True, slots=True)
class RetakeRecord:
    id: UUID
    session_id: UUID
    question_id: str
    question: str
    text: str
    words: tuple[Word, ...]
    typed: bool
    audio_path: PurePosixPath | None
    judged: dict[str, Any]
    evaluator: str
    evaluator_version: str
    created_at: datetime

    def audio_below(self, home: Path) -> Path | None:
        return None if self.audio_path is None else home / self.audio_path


class Retakes:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def put(self, new: NewRetake) -> RetakeRecord:
        row = AnswerRetakeRow(
            id=new.id,
            session_id=new.session_id,
            question_id=new.question_id,
            question=new.question,
            text=new.text,
            words=[word.model_dump(mode="json") for word in new.words],
            typed=new.typed,
            audio_path=None if new.audio_path is None else str(new.audio_path),
            judged=new.judged,
            evaluator=new.evaluator,
            evaluator_version=new.evaluator_version,
        )
        self._db.add(row)
        await self._db.flush()
        return _record(row)

    async def of_session(self, session_id: UUID) -> tuple[RetakeRecord, ...]:
        """The latest first."""
        mine = select(AnswerRetakeRow).where(AnswerRetakeRow.session_id == session_id)
        newest = mine.order_by(AnswerRetakeRow.created_at.desc(), AnswerRetakeRow.id)
        return tuple(_record(row) for row in await self._db.scalars(newest))

    async def get(self, retake_id: UUID, session_id: UUID) -> RetakeRecord | None:
        """The retake if it belongs to this interview."""
        row = await self._db.scalar(_one(retake_id, session_id))
        return None if row is None else _record(row)

    async def delete(self, retake_id: UUID, session_id: UUID) -> None:
        gone = delete(AnswerRetakeRow).where(AnswerRetakeRow.id == retake_id, AnswerRetakeRow.session_id == session_id)
        await self._db.execute(gone)

    async def count(self, session_id: UUID) -> int:
        """How many there are of an interview."""
        mine = select(func.count()).select_from(AnswerRetakeRow).where(AnswerRetakeRow.session_id == session_id)
        return int(await self._db.scalar(mine) or 0)

    async def audio_paths(self) -> frozenset[PurePosixPath]:
        """Every take's file, of all interviews, relative to the data folder."""
        found = select(AnswerRetakeRow.audio_path).where(AnswerRetakeRow.audio_path.is_not(None))
        return frozenset(PurePosixPath(path) for path in await self._db.scalars(found) if path is not None)


def _one(retake_id: UUID, session_id: UUID) -> Any:
    return select(AnswerRetakeRow).where(AnswerRetakeRow.id == retake_id, AnswerRetakeRow.session_id == session_id)


def _record(row: AnswerRetakeRow) -> RetakeRecord:
    return RetakeRecord(
        id=row.id,
        session_id=row.session_id,
        question_id=row.question_id,
        question=row.question,
        text=row.text,
        words=tuple(Word.model_validate(word) for word in row.words),
        typed=row.typed,
        audio_path=None if row.audio_path is None else PurePosixPath(row.audio_path),
        judged=row.judged,
        evaluator=row.evaluator,
        evaluator_version=row.evaluator_version,
        created_at=row.created_at,
    )
