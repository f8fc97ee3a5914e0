"""What the controller answers to an event. Every decision carries its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schema.transcript import AnswerSignals
from schema.vocabulary import ExerciseStage, MissingPiece, QuestionKind


class Action(StrEnum):
    ASK = "ask"  # a new question
    PROBE = "probe"  # a follow-up to the last answer
    REPEAT = "repeat"  # the open question again
    NUDGE = "nudge"  # a gentle prompt into a silence
    OFFER_MOVE_ON = "offer_move_on"
    HOLD = "hold"  # a kept pause: say so once, then wait
    REPLY = "reply"  # an answer to the candidate's own question or wish; no new question
    CLOSE = "close"  # the last words; the interview is over when they are spoken
    WAIT = "wait"  # say nothing


@dataclass(frozen=True, slots=True)
class Decision:
    """`text` is what is said, complete and ready to speak; empty for WAIT.

    question_id names the open question after this decision ("q3", its probes "q3.1", "q3.2"); null when none is open.
    `signals` are those of the answer that led here. `asks_for` is the piece a probe wants.
    """

    action: Action
    text: str
    reason: str
    phase_id: str
    question_id: str | None = None
    pattern_key: str | None = None
    question_kind: QuestionKind = QuestionKind.SHORT
    asks_for: MissingPiece | None = None
    signals: AnswerSignals | None = None
    quotes: tuple[str, ...] = ()  # the words, said before and said now, that a contradiction is between
    speaker: str | None = None  # of a panel: the PlanInterviewer who says it; null: the only interviewer
    exercise: str | None = None  # the exercise that is on the table after this decision
    stage: ExerciseStage | None = None  # where it stands after this decision
    reveals: tuple[str, ...] = ()  # ids of exhibits of the case that this decision puts on the table
    hint: int | None = None  # number, counted from 1, of the hint that this decision gives
    modification: bool = False  # whether the exercise's modification has been asked for
