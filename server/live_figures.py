"""Turn-taking as the room itself measured it, from the figures that each connection of an interview left in its log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from agent.ports import StoredEvent
from evaluators.delivery import percentile
from schema.analysis import TurnTaking

KINDS = ("left", "ended")  # a connection was lost or closed; the interview is over
RESUMED = "resumed"  # another connection took over
COUNTS = ("overlaps", "cut_offs", "barge_ins", "false_interruptions")


def turn_taking_of(records: Iterable[StoredEvent]) -> TurnTaking | None:
    """The figures of all connections together; None where none was written.

    Counts and sums are null where a killed server kept one connection's figures to itself: too little is no figure.
    """
    known = [record for record in records if record.kind in (*KINDS, RESUMED)]
    figures = [record.payload for record in known if record.kind in KINDS]
    if not figures:
        return None
    whole = len(figures) > sum(record.kind == RESUMED for record in known)
    response = _joined(figures, "response_gaps_s")
    return TurnTaking(
        response_gap_p50_s=percentile(response, 0.5),
        response_gap_p95_s=percentile(response, 0.95),
        candidate_gap_p50_s=percentile(_joined(figures, "candidate_gaps_s"), 0.5),
        interviewer_talk_s=_sum(figures, "interviewer_talk_s") if whole else None,
        **{name: _count(figures, name) if whole else None for name in COUNTS},
    )


def _joined(figures: Sequence[dict[str, Any]], name: str) -> list[float]:
    return [float(gap) for payload in figures for gap in payload.get(name, ())]


def _sum(figures: Sequence[dict[str, Any]], name: str) -> float:
    return round(sum(float(payload.get(name, 0)) for payload in figures), 2)


def _count(figures: Sequence[dict[str, Any]], name: str) -> int:
    return sum(int(payload.get(name, 0)) for payload in figures)
