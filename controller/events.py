"""Everything that can happen in an interview, as the controller sees it. `at_ms` counts from the interview's start
on its own clock, which stands still while the interview is paused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from controller.opinions import Opinion
from schema.code_runs import RunVerdict


@dataclass(frozen=True, slots=True)
class InterviewStarted:
    at_ms: int


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """The candidate's answer is complete."""

    at_ms: int
    text: str
    started_ms: int
    typed: bool = False
    opinion: Opinion | None = None  # a model's view of it, where one came in time


@dataclass(frozen=True, slots=True)
class CandidateSilent:
    """Nobody has spoken or typed for `seconds` since the interviewer's last word."""

    at_ms: int
    seconds: float


@dataclass(frozen=True, slots=True)
class BargedIn:
    """The candidate spoke over a question; `heard` is the part of it that was heard."""

    at_ms: int
    question_id: str
    heard: str


@dataclass(frozen=True, slots=True)
class QuestionUnheard:
    """Nothing of the question was heard: it is taken back and may be asked again."""

    at_ms: int
    question_id: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; only the time box may act on it."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class Requested:
    """A button or a spoken wish."""

    at_ms: int
    what: Literal["repeat", "skip", "pause", "resume", "end"]


@dataclass(frozen=True, slots=True)
class CodeRan:
    """The candidate ran or submitted a revision of the open coding exercise."""

    at_ms: int
    exercise: str
    revision: int
    submitted: bool
    verdict: RunVerdict
    passed: int
    total: int
    failing: tuple[str, ...] = ()  # names of visible tests that did not pass; a hidden one has none
    message: str = ""  # of the first test that did not pass, or why nothing ran; at most 300 characters
    repeated: int = 0  # how many runs before this one in a row ended in just the same way
    verified: bool = True  # false: it ran in the candidate's browser


@dataclass(frozen=True, slots=True)
class HintAsked:
    at_ms: int
    exercise: str


@dataclass(frozen=True, slots=True)
class ExerciseFinished:
    """The candidate says by a button that they are done with it."""

    at_ms: int
    exercise: str


Event = (
    InterviewStarted
    | TurnEnded
    | CandidateSilent
    | BargedIn
    | QuestionUnheard
    | Tick
    | Requested
    | CodeRan
    | HintAsked
    | ExerciseFinished
)
