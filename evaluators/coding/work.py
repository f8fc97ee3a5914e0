"""What was done with a coding exercise, from its opening to its end. Times are ms on the interview's clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schema.code_runs import RunResult
from schema.exercises import CodingExercise


@dataclass(frozen=True, slots=True)
class Revision:
    """The whole file as it was; number 0 is the file as it was given."""

    at_ms: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Ran:
    """A run. `result` is what the browser saw; `parts` has each group of tests whole, none of a browser's run."""

    at_ms: int
    revision: int
    submitted: bool
    result: RunResult
    parts: Mapping[str, RunResult] = field(default_factory=dict)  # failing, visible, modification, hidden


@dataclass(frozen=True, slots=True)
class CodingWork:
    exercise: CodingExercise
    revisions: tuple[Revision, ...]
    runs: tuple[Ran, ...] = ()
    hints_ms: tuple[int, ...] = ()  # when each hint was given, in order
    remarks: tuple[tuple[int, str], ...] = ()  # line and text of a review
    modification_asked_ms: int | None = None
    opened_ms: int = 0
    closed_ms: int | None = None
