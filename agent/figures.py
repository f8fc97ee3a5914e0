"""Turn-taking of one interview as it happened: gaps, overlaps, cut-offs. Facts about the talk, not the person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Figures:
    """Counts and seconds; `as_payload` is what the report reads (TurnTaking's names)."""

    _response_gaps_s: list[float] = field(default_factory=list)
    _candidate_gaps_s: list[float] = field(default_factory=list)
    _overlaps: int = 0
    _barge_ins: int = 0
    _false_interruptions: int = 0
    _cut_offs: int = 0
    _backchannels: int = 0
    _interviewer_talk_s: float = 0.0
    _answer_end_s: float | None = None
    _interviewer_end_s: float | None = None

    def interviewer_started(self, now_s: float) -> None:
        if self._answer_end_s is not None:
            self._response_gaps_s.append(round(max(now_s - self._answer_end_s, 0.0), 3))
        self._answer_end_s = None

    def interviewer_ended(self, now_s: float, played_s: float, interrupted: bool) -> None:
        self._interviewer_talk_s += played_s
        self._interviewer_end_s = now_s
        if interrupted and played_s > 0.25:
            self._barge_ins += 1

    def candidate_started(self, now_s: float, *, over_interviewer: bool) -> None:
        if over_interviewer:
            self._overlaps += 1
        elif self._interviewer_end_s is not None:
            self._candidate_gaps_s.append(round(max(now_s - self._interviewer_end_s, 0.0), 3))
            self._interviewer_end_s = None

    def answer(self, start_s: float, end_s: float, *, typed: bool) -> None:
        self._answer_end_s = None if typed else end_s

    def false_interruption(self) -> None:
        self._false_interruptions += 1

    def backchannel(self) -> None:
        self._backchannels += 1

    def cut_off(self) -> None:
        self._cut_offs += 1

    def as_payload(self) -> dict[str, Any]:
        return {
            "response_gaps_s": list(self._response_gaps_s),
            "candidate_gaps_s": list(self._candidate_gaps_s),
            "overlaps": self._overlaps,
            "barge_ins": self._barge_ins,
            "false_interruptions": self._false_interruptions,
            "cut_offs": self._cut_offs,
            "backchannels": self._backchannels,
            "interviewer_talk_s": round(self._interviewer_talk_s, 2),
        }
