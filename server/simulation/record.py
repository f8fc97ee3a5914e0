"""What is written down of a simulated interview, in plain words: all that a grader may look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from schema.vocabulary import AnswerStrength, MissingPiece

Manner = Literal["answer", "wish", "attack", "aside", "question", "silence", "works", "runs", "submits", "button"]
Wished = Literal["repeat", "clarify", "skip", "time", "feedback", "stop", "cannot_answer", "agrees", "done"]
Subject = Literal["tenure", "skill", "team_size", "role"]


@dataclass(frozen=True, slots=True)
class Labels:
    """What an utterance is, as its author wrote it down. `lacks`: pieces of a full answer that it does not hold.

    `contradicts`: what of the résumé can not be true beside it. `asks`: the exhibit of a case that it asks for; with a
    minus, the one that it comes close to and must not be given for. Who `works` over an exercise types or thinks aloud.
    """

    manner: Manner
    strength: AnswerStrength | None = None
    lacks: tuple[MissingPiece, ...] = ()
    wish: Wished | None = None
    contradicts: Subject | None = None
    asks: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether somebody has written down what it is: what a model says has no strength."""
        return self.manner != "answer" or self.strength is not None

    @property
    def is_vague(self) -> bool:
        return self.manner == "answer" and self.strength is AnswerStrength.VAGUE

    @property
    def wants_feedback(self) -> bool:
        return self.wish == "feedback"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the candidate said, or how long nothing was said (text empty). Times count from the interview's start."""

    text: str
    labels: Labels
    started_ms: int
    ended_ms: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What the interviewer did next; `text` is empty where it waited. `action` is the name of the decision's kind.

    `after` is what it followed: None at the very start. `number` counts from 1.
    """

    number: int
    at_ms: int
    action: str
    text: str
    reason: str
    phase_id: str
    question_id: str | None
    asks_for: MissingPiece | None
    after: Heard | None
    exercise: str | None = None  # what is on the table after it
    stage: str | None = None
    reveals: tuple[str, ...] = ()
    hint: int | None = None

    @property
    def thread(self) -> str | None:
        """The question it belongs to: "q3" of "q3.2"."""
        return self.question_id.partition(".")[0] if self.question_id else None


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the plan: its minutes, and whether it asks anything."""

    id: str
    kind: str
    mins: float
    asks: bool


@dataclass(frozen=True, slots=True)
class Task:
    """An exercise as far as a grader must know it. `secrets`: words that must never be said; `exhibits`: what is said
    with each, by its id, and what must be out before it."""

    key: str
    is_case: bool
    secrets: tuple[str, ...]
    hints: tuple[str, ...] = ()
    exhibits: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview as it went. `keys` and `planned` must never be said unasked."""

    persona: str
    role_kit: str
    style: str
    interview_type: str
    seed: int
    boxes: tuple[Box, ...]
    probe_depth: int
    keys: tuple[str, ...]
    planned: tuple[str, ...]  # every planned question as it would be said
    turns: tuple[Turn, ...]
    tasks: tuple[Task, ...] = ()  # the exercises of the plan

    @property
    def total_ms(self) -> int:
        return round(sum(box.mins for box in self.boxes) * 60_000)

    def box_end_ms(self, phase_id: str) -> int:
        """When a part's time is up. Raises ValueError for an unknown part."""
        at = [box.id for box in self.boxes].index(phase_id)
        return round(sum(box.mins for box in self.boxes[: at + 1]) * 60_000)

    def box_start_ms(self, phase_id: str) -> int:
        """When a part's time begins. Raises ValueError for an unknown part."""
        at = [box.id for box in self.boxes].index(phase_id)
        return round(sum(box.mins for box in self.boxes[:at]) * 60_000)


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule; `turn` is the number of the interviewer's turn, the last one where the whole is meant."""

    persona: str
    role_kit: str
    style: str
    interview_type: str
    seed: int
    rule: str
    turn: int
    detail: str
