"""Graders of time: every part reached and in order, closed in time, and not cut short."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from server.simulation.record import Box, Interview, Turn

Found = Iterator[tuple[Turn, str]]
GRACE_MS = 30_000  # who is in mid-sentence may finish it
LEAST_CLOSE_MS = 45_000  # the candidate's own questions need so much
ROOM_MS = 30_000  # a question with less time before it is over can't be answered
LAST_WORDS_MS = 20_000
PROBE_ROOM_MS = 15_000


def close_due_ms(interview: Interview) -> int:
    """From when on only the candidate's own questions have room."""
    return interview.total_ms - max(LEAST_CLOSE_MS, round(interview.boxes[-1].mins * 60_000))


def phases_are_reached(interview: Interview) -> Found:
    """Each part is asked in, in the plan's order, unless the candidate spoke right through it or ended it all."""
    last = interview.turns[-1]
    asked = [turn for turn in interview.turns if turn.action == "ask"]
    order = [box.id for box in interview.boxes]
    for before, after in pairwise(asked):
        if order.index(after.phase_id) < order.index(before.phase_id):
            yield after, f"goes back to {after.phase_id}"
    reached = {turn.phase_id for turn in asked}
    if _was_stopped(interview):
        return
    for box in interview.boxes:
        if box.asks and box.id not in reached and not _spoken_through(interview, box):
            yield last, f"never asks in {box.id}"


def _spoken_through(interview: Interview, box: Box) -> bool:
    """Whether the candidate left the interviewer no turn in that part with room for a question."""
    start, end = interview.box_start_ms(box.id), min(interview.box_end_ms(box.id), close_due_ms(interview)) - ROOM_MS
    if box.id == interview.boxes[-1].id:
        start, end = close_due_ms(interview), interview.total_ms - LAST_WORDS_MS
    return not any(start <= turn.at_ms <= end for turn in interview.turns)


def _was_stopped(interview: Interview) -> bool:
    after = interview.turns[-1].after
    return after is not None and after.labels.wish == "stop"


def closes_in_time(interview: Interview) -> Found:
    """The last turn says goodbye, once, before the time and its grace are over."""
    for turn in interview.turns[:-1]:
        if turn.action == "close":
            yield turn, "says goodbye and goes on"
    last = interview.turns[-1]
    if last.action != "close" or "goodbye" not in last.text.lower():
        yield last, f"ends with {last.action} and without a goodbye"
    if last.at_ms > interview.total_ms + GRACE_MS:
        yield last, f"ends {(last.at_ms - interview.total_ms) // 1000} s after its time"


def is_not_cut_short(interview: Interview) -> Found:
    """The interviewer ends early only where the candidate's questions were invited, or the candidate ended it."""
    last = interview.turns[-1]
    if not interview.boxes[-1].asks:
        return  # an exercise practised alone invites no questions
    invited = any(turn.action == "ask" and turn.phase_id == interview.boxes[-1].id for turn in interview.turns)
    if not invited and not _was_stopped(interview) and last.at_ms < interview.total_ms - LAST_WORDS_MS:
        yield last, "ends before the candidate could ask anything"
