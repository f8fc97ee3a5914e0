"""What happened and what was said: the event log, the turns with their words, the recording."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyList, Id


class SessionEventRow(Base):
    """Append-only. `seq` is dense from 1 in each session. A trigger refuses updates, and deletes of single rows:
    rows go only with their whole session."""

    __tablename__ = "session_events"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at_ms: Mapped[int]  # on the interview's clock
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[CreatedAt]


class TranscriptTurnRow(Base):
    """One schema.transcript.Turn; seconds on the interview's clock."""

    __tablename__ = "transcript_turns"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"), primary_key=True)
    turn_index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    speaker: Mapped[str]
    text: Mapped[str]
    start_s: Mapped[float]
    end_s: Mapped[float]
    words: Mapped[EmptyList]  # schema.transcript.Word, one object each
    typed: Mapped[bool]
    question_id: Mapped[str | None]
    interrupted: Mapped[bool]
    interviewer: Mapped[str | None]
    created_at: Mapped[CreatedAt]


class RecordingRow(Base):
    """The recording of one interview. Not finalised: the server was killed, or the interview still goes on."""

    __tablename__ = "recordings"

    id: Mapped[Id]
    session_id: Mapped[UUID] = mapped_column(ForeignKey("interview_sessions.id", ondelete="CASCADE"), unique=True)
    path: Mapped[str]  # below the data folder
    media_type: Mapped[str]
    duration_s: Mapped[float | None]
    size_bytes: Mapped[int | None]
    started_at: Mapped[CreatedAt]
    finalised_at: Mapped[datetime | None]
