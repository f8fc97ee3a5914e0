"""From proved levels to the figures of a report. Every number of a report that is not a count is made here.

Dimension   score = 20 x anchor (the rubric's 0-5 in halves), 0-100.
Overall     the mean of the scored dimensions' scores, weighted by the rubric. Dimensions without proof are left out
            and named in the explanation. Delivery counts in proportion to the share of content weight that is proved:
            an even pace cannot stand in for something said. Null where fewer than 3 content dimensions or fewer
            than 2 quotes are proved.
Readiness   ready from 78, borderline from 55, else not_ready.
Hire signal strong_hire from 88, hire from 78, lean_hire from 60, lean_no_hire from 45, else no_hire (the set of 12.2).
            Neither rises above borderline and lean_hire where under 60 % of the content weight is proved, where
            a third or more of the questions had no answer (what was not shown cannot be vouched for), or where two or
            more scored content dimensions lie under level 3: strength elsewhere does not average that away.
Confidence  of a dimension: high with 3 quotes or more from 2 turns or more, 2 of them first-hand; medium with 2 quotes,
            one of them first-hand; else low. Judges whose levels lie more than 1 apart from the middle lower it to low.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from evaluators.shapes import NOT_ENOUGH
from schema.analysis import DimensionScore, Evidence, Overall
from schema.rubric import Rubric
from schema.vocabulary import HireSignal, Readiness

POINTS_PER_ANCHOR = 20
LEAST_DIMENSIONS = 3
LEAST_QUOTES = 2
BROAD_ENOUGH = 0.6
SILENT_SHARE = 1 / 3
SOLID_ANCHOR = 3.0
MOST_WEAK = 1
WIDE_SPREAD = 1.0  # on the 0-5 scale; from here on the page reads "judges disagree"

READINESS = ((78, Readiness.READY), (55, Readiness.BORDERLINE), (0, Readiness.NOT_READY))
HIRE_SIGNAL = (
    (88, HireSignal.STRONG_HIRE),
    (78, HireSignal.HIRE),
    (60, HireSignal.LEAN_HIRE),
    (45, HireSignal.LEAN_NO_HIRE),
    (0, HireSignal.NO_HIRE),
)

Confidence = Literal["low", "medium", "high"]


def points(anchor: float) -> int:
    """0-100 from a level on the 0-5 scale."""
    return round(POINTS_PER_ANCHOR * anchor)


def confidence(evidence: Sequence[Evidence], direct: int, spread: float | None) -> Confidence:
    """How much one should rely on a dimension's level; `direct` counts its first-hand quotes."""
    if spread is not None and spread > WIDE_SPREAD:
        return "low"
    turns = len({item.turn_index for item in evidence})
    if len(evidence) >= 3 and turns >= 2 and direct >= 2:
        return "high"
    return "medium" if len(evidence) >= 2 and direct >= 1 else "low"


def score(dimensions: Sequence[DimensionScore], rubric: Rubric, *, answered: int, unanswered: int) -> Overall:
    """The overall figures with their explanation; all null where too little is proved. Counts are of questions."""
    delivery = {d.key for d in rubric.dimensions if d.delivery_only}
    content = [d for d in dimensions if d.score is not None and d.key not in delivery]
    quotes = {(e.turn_index, e.word_start) for d in content for e in d.evidence}
    if len(content) < LEAST_DIMENSIONS or len(quotes) < LEAST_QUOTES:
        return Overall(explanation=_too_little(len(content), unanswered))
    weights = _weights(dimensions, rubric, delivery)
    total = round(sum(weights[d.key] * (d.score or 0) for d in dimensions) / sum(weights.values()))
    broad = _share_proved(content, rubric, delivery) >= BROAD_ENOUGH
    weak = sum((d.anchor or 0) < SOLID_ANCHOR for d in content)
    vouched = broad and weak <= MOST_WEAK and unanswered < SILENT_SHARE * (answered + unanswered)
    return Overall(
        score=total,
        readiness=readiness(total, vouched=vouched),
        hire_signal=hire_signal(total, vouched=vouched),
        explanation=_explained(dimensions, unanswered, vouched=vouched),
    )


def _weights(dimensions: Sequence[DimensionScore], rubric: Rubric, delivery: set[str]) -> dict[str, float]:
    """What each dimension counts for: nothing without proof."""
    weights = {d.key: d.weight for d in rubric.dimensions}
    share = _share_proved([d for d in dimensions if d.score is not None and d.key not in delivery], rubric, delivery)
    return {
        d.key: 0.0 if d.score is None else weights[d.key] * (share if d.key in delivery else 1.0) for d in dimensions
    }


def _share_proved(content: Sequence[DimensionScore], rubric: Rubric, delivery: set[str]) -> float:
    """The share of the rubric's content weight that has proof."""
    weights = {d.key: d.weight for d in rubric.dimensions if d.key not in delivery}
    return sum(weights[d.key] for d in content) / sum(weights.values())


def readiness(total: int, *, vouched: bool) -> Readiness:
    """The readiness that a score stands for; `vouched`: enough is proved and answered."""
    found = next(value for least, value in READINESS if total >= least)
    return Readiness.BORDERLINE if found is Readiness.READY and not vouched else found


def hire_signal(total: int, *, vouched: bool) -> HireSignal:
    """The hire signal that a score stands for."""
    found = next(value for least, value in HIRE_SIGNAL if total >= least)
    too_sure = found in (HireSignal.STRONG_HIRE, HireSignal.HIRE) and not vouched
    return HireSignal.LEAN_HIRE if too_sure else found


def _too_little(proved: int, unanswered: int) -> str:
    shown = f"{_count(proved, 'dimension')} could be proved, {LEAST_DIMENSIONS} are needed."
    return f"{NOT_ENOUGH} for an overall score: {shown}" + _unanswered(unanswered)


def _explained(dimensions: Sequence[DimensionScore], unanswered: int, *, vouched: bool) -> str:
    proved = sum(d.score is not None for d in dimensions)
    said = f"The weighted mean of the {proved} dimensions that could be proved."
    left_out = [d.name for d in dimensions if d.score is None]
    if left_out:
        said += f" Left out for want of evidence: {', '.join(left_out)}."
    if not vouched:
        said += " Too much stayed open or weak for readiness to rise above borderline."
    return said + _unanswered(unanswered)


def _unanswered(count: int) -> str:
    return f" {_count(count, 'question')} had no answer and took nothing away." if count else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
