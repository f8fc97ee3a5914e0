"""Plays scripted answers through `step` on a virtual clock: a thirty-minute interview in no time, always the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from controller.decisions import Decision
from controller.events import CandidateSilent, Event, InterviewStarted, Tick, TurnEnded
from controller.foresight import likely_next
from controller.interview import is_over, step
from controller.state import InterviewState
from controller.templates import word_count

SPEAKING_RATE = 2.6  # words a second, as the voices that ship speak
THINKING_S = 0.8  # between a question's end and the first word of the answer
SILENCE_S = 8.0  # after so much silence since the interviewer's last word the ear reports it
TICK_MS = 5_000
MAX_BEATS = 4_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What the candidate does once: says `text` for `seconds`, or is silent for `seconds` where the text is empty."""

    text: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Beat:
    """One event with its decision. `foretold`: the decision's words were among the likely ones before the answer."""

    event: Event
    decision: Decision
    foretold: bool


def rehearse(state: InterviewState, replies: Iterable[Reply], fallback: Reply) -> tuple[Beat, ...]:
    """The whole interview, from its start to its end. `fallback` answers when the replies are used up.

    Raises RuntimeError when it does not end, which no plan allows.
    """
    beats: list[Beat] = []
    script = _endless(replies, fallback)
    clock_ms = 0
    state, beat = _played(state, InterviewStarted(0))
    beats.append(beat)
    while not is_over(state) and len(beats) < MAX_BEATS:
        clock_ms += spoken_ms(beats[-1].decision.text)
        reply = next(script)
        for event in _answering(reply, clock_ms) if reply.text.strip() else _staying_silent(reply, clock_ms, beats):
            clock_ms = event.at_ms
            state, beat = _played(state, event)
            beats.append(beat)
            if is_over(state):
                break
    if not is_over(state):
        raise RuntimeError(f"the interview did not end within {MAX_BEATS} events")
    return tuple(beats)


def spoken_ms(text: str) -> int:
    """How long the interviewer takes to say `text`."""
    return round(word_count(text) / SPEAKING_RATE * 1000)


def _played(state: InterviewState, event: Event) -> tuple[InterviewState, Beat]:
    after, decision = step(state, event)
    foretold = bool(decision.text) and any(likely.text == decision.text for likely in likely_next(state))
    return after, Beat(event, decision, foretold)


def _endless(replies: Iterable[Reply], fallback: Reply) -> Iterator[Reply]:
    yield from replies
    while True:
        yield fallback


def _answering(reply: Reply, clock_ms: int) -> Iterator[Event]:
    """An answer, with the ticks that pass while it is spoken."""
    start = clock_ms + round(THINKING_S * 1000)
    end = start + round(reply.seconds * 1000)
    yield from (Tick(at) for at in range(start, end, TICK_MS))
    yield TurnEnded(end, reply.text, start)


def _staying_silent(reply: Reply, clock_ms: int, beats: Sequence[Beat]) -> Iterator[Event]:
    """A silence as the ear reports it, again after each of the interviewer's prompts into it."""
    left_ms = round(reply.seconds * 1000)
    while left_ms > 0:
        clock_ms += round(SILENCE_S * 1000)
        left_ms -= round(SILENCE_S * 1000)
        yield CandidateSilent(clock_ms, SILENCE_S)
        clock_ms += spoken_ms(beats[-1].decision.text)
    yield Tick(clock_ms)
