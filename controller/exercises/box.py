"""The clock of an exercise: when its part ends, when to say so, and whether another step still fits."""

from __future__ import annotations

from controller import timebox
from controller.state import InterviewState
from schema.plan import InterviewPlan

WARNING_MS = 120_000
LEAST_WARNED_MS = 300_000  # an exercise that was given less time gets no warning: its opening was one
LEAST_MS = 180_000  # with less of its part left the first exercise is not opened
ANOTHER_MS = 480_000  # a second one needs so much
MODIFICATION_MS = 360_000
QUESTION_MS = 40_000
ANSWER_MS = 60_000  # a question with its answer
ANSWER_GRACE_MS = 20_000  # who is answering may finish the sentence
_MINUTE_MS = 60_000


def ends_ms(plan: InterviewPlan, index: int) -> int:
    """When the exercise of a phase is closed at the latest."""
    return min(timebox.phase_end_ms(plan, index), timebox.close_due_ms(plan))


def left_ms(state: InterviewState, at_ms: int) -> int:
    """What is left of the open exercise's part; never below zero."""
    return max(0, ends_ms(state.plan, state.phase_index) - at_ms)


def is_up(state: InterviewState, at_ms: int) -> bool:
    """Whether the open exercise's time is used up."""
    return left_ms(state, at_ms) == 0


def share_used(state: InterviewState, opened_ms: int, at_ms: int) -> float:
    """How much of the time between the opening and the end is over, from 0 to 1."""
    whole = ends_ms(state.plan, state.phase_index) - opened_ms
    return 1.0 if whole <= 0 else min(1.0, (at_ms - opened_ms) / whole)


def is_warning_due(state: InterviewState, opened_ms: int, at_ms: int) -> bool:
    """Whether the last two minutes have begun, of an exercise that was given enough time to be warned of its end."""
    given = ends_ms(state.plan, state.phase_index) - opened_ms
    return given >= LEAST_WARNED_MS and 0 < left_ms(state, at_ms) <= WARNING_MS


def minutes_left(state: InterviewState, at_ms: int) -> int:
    """In whole minutes, for people; at least one."""
    return max(1, round(left_ms(state, at_ms) / _MINUTE_MS))
