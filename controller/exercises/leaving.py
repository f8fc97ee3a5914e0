"""Takes an exercise off the table: the next exercise, the next part or the close comes after it."""

from __future__ import annotations

from dataclasses import replace

from controller.asking import ask_next
from controller.exercises import talk
from controller.exercises.saying import Step
from controller.state import InterviewState

TIME_USED = "The time for this part was used up."


def leave(state: InterviewState, at_ms: int, *, why: str, lead: str | None = None, after_silence: bool = False) -> Step:
    """What comes after the exercise on the table."""
    gone = replace(state, work=None, silences=0, offered=False)
    return ask_next(gone, at_ms, lead=lead, always_lead=lead is not None, why=why, after_silence=after_silence)


def time_is_up(state: InterviewState, at_ms: int) -> Step:
    """What comes after the exercise when its time is used up, whatever state it is in."""
    return leave(state, at_ms, why=TIME_USED, lead=talk.TIME_IS_UP)
