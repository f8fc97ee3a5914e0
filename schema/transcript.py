"""What was said: words with seconds, turns, and the signals read from an answer."""

from __future__ import annotations

from pydantic import Field

from schema.base import Shape
from schema.vocabulary import AnswerStrength, InterviewType, MissingPiece, Seniority, Speaker


class Word(Shape):
    """One recognised word. Seconds count from the start of the interview's clock, as in the recording."""

    text: str
    start_s: float = Field(ge=0)
    end_s: float = Field(ge=0)
    confidence: float | None = Field(default=None, ge=0, le=1)  # null: typed, or the recogniser gave none


class Turn(Shape):
    """One uninterrupted contribution of one speaker, as it was heard."""

    index: int = Field(ge=0)
    speaker: Speaker
    text: str
    start_s: float = Field(ge=0)
    end_s: float = Field(ge=0)
    words: tuple[Word, ...] = ()  # empty: no word timings (typed, or imported)
    typed: bool = False
    question_id: str | None = None  # interviewer: the question asked; candidate: the question answered
    interrupted: bool = False  # interviewer only: the candidate spoke over the rest
    interviewer: str | None = None  # of a panel: who asked; null where one person does


class AnswerSignals(Shape):
    """What the classifier reads from one answer (specification 7.3)."""

    strength: AnswerStrength
    missing: tuple[MissingPiece, ...]
    claims: tuple[str, ...]  # verbatim spans of the answer
    metrics: tuple[str, ...]  # verbatim numbers with their unit
    reasons: tuple[str, ...]  # one plain sentence for each cue that decided
    disagreement: str | None = None  # where a model's view of the answer is another, in a sentence


class TranscriptTurn(Shape):
    """One turn of a TRANSCRIPT.json; word seconds are optional."""

    speaker: Speaker
    text: str
    start_s: float = Field(ge=0)
    end_s: float = Field(ge=0)
    words: tuple[Word, ...] | None = None
    typed: bool = False
    question_id: str | None = None
    interrupted: bool = False
    interviewer: str | None = None


class TranscriptDocument(Shape):
    """The input of `interview-lab evaluate`, and what a stored interview is assembled into before it is judged."""

    role_kit: str  # the kit's key, e.g. "software_engineer"
    role_title: str
    seniority: Seniority
    interview_type: InterviewType
    jd: str | None = None
    resume: str | None = None
    turns: tuple[TranscriptTurn, ...] = Field(min_length=1)
