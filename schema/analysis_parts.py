"""The two smallest parts of a report: a proved quote, and something to do better."""

from __future__ import annotations

from schema.base import CamelShape


class Evidence(CamelShape):
    """A quote of at most 25 words that code found in the candidate's own turn."""

    quote: str
    why: str
    turn_index: int
    word_start: int  # index of the first word in the turn's text
    word_end: int  # one past the last
    start_s: float | None  # null: the turn carries no word or turn seconds (typed)
    end_s: float | None
    approximate: bool = False  # the seconds are estimated over the turn's span, for want of word timings


class Fix(CamelShape):
    title: str
    how: str
