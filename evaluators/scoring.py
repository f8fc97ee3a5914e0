"""From proved levels to the figures of a report. Every number of a report that is not a count is made here.

Dimension   score = 20 x anchor (the rubric's 0-5 in halves), 0-100.
Overall     the mean of the scored dimensions' scores, weighted by the rubric. Dimensions without proof are left out
            and named in the explanation. Where it is known what the answered questions asked for: what they asked for
            and no answer showed counts at level 1, and what nobody asked for counts only where it raises the mean.
            Questions without an answer ask for nothing. Delivery counts in proportion to the share of content weight
            that is proved: an even pace cannot stand in for something said. Null where fewer than 3 content
            dimensions or fewer than 2 quotes are proved.
Readiness   ready from 78, borderline from 55, else not_ready.
Hire signal strong_hire from 88, hire from 78, lean_hire from 60, lean_no_hire from 45, else no_hire (the set of 12.2).
            Neither rises above borderline and lean_hire where under 60 % of the content weight is proved, where
            a third or more of the questions had no answer (what was not shown cannot be vouched for), or where two or
            more scored content dimensions lie under level 3: strength elsewhere does not average that away.
Confidence  of a dimension: high with 3 quotes or more from 2 turns or more, 2 of them first-hand; medium with 2 quotes,
            one of them first-hand; else low. Judges who disagree lower it to low.
Agreement   of several judges of one dimension, by the distance of their highest level from their lowest: disagree from
            1.5, mixed from 0.75, else agree. A judge who could prove no level has none to compare.
Code        evaluators.coding.scores makes the scores of a coding round from its tests and from what was said.
Case        evaluators.case_study.scores makes those of a case from its checkpoints, figures and sums.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from evaluators.shapes import NOT_ENOUGH
from schema.analysis import DimensionScore, Evidence, Overall
from schema.rubric import Rubric
from schema.vocabulary import Agreement, HireSignal, Readiness

POINTS_PER_ANCHOR = 20
LEAST_DIMENSIONS = 3
LEAST_QUOTES = 2
BROAD_ENOUGH = 0.6
SILENT_SHARE = 1 / 3
SOLID_ANCHOR = 3.0
NOT_SHOWN = 20.0  # what an answered question asked for and nothing showed: level 1
MOST_WEAK = 1
DISAGREE_FROM, MIXED_FROM = 1.5, 0.75  # on the 0-5 scale, highest level less lowest

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
    """How much one should rely on a dimension's level; `direct` counts first-hand quotes, `spread` is a half-range."""
    if spread is not None and 2 * spread >= DISAGREE_FROM:
        return "low"
    turns = len({item.turn_index for item in evidence})
    if len(evidence) >= 3 and turns >= 2 and direct >= 2:
        return "high"
    return "medium" if len(evidence) >= 2 and direct >= 1 else "low"


def agreement(levels: Sequence[float | None]) -> Agreement | None:
    """How far several judges' levels (0-5) lie apart; null where fewer than two of them gave one."""
    given = [level for level in levels if level is not None]
    if len(given) < 2:
        return None
    apart = max(given) - min(given)
    if apart >= DISAGREE_FROM:
        return Agreement.DISAGREE
    return Agreement.MIXED if apart >= MIXED_FROM else Agreement.AGREE


def score(
    dimensions: Sequence[DimensionScore],
    rubric: Rubric,
    *,
    answered: int,
    unanswered: int,
    asked: Collection[str] | None = None,
) -> Overall:
    """The overall figures with their explanation; all null where too little is proved. Counts are of questions.

    `asked` are the dimensions that the answered questions asked for (evaluators.relevance); None: every scored one is
    counted as asked for, and none that was not shown.
    """
    delivery = {d.key for d in rubric.dimensions if d.delivery_only}
    content = [d for d in dimensions if d.score is not None and d.key not in delivery]
    quotes = {(e.turn_index, e.word_start) for d in content for e in d.evidence}
    if len(content) < LEAST_DIMENSIONS or len(quotes) < LEAST_QUOTES:
        return Overall(explanation=_too_little(len(content), unanswered))
    counted = _counted(dimensions, rubric, delivery, asked)
    total = round(_mean(counted))
    vouched = is_vouched(dimensions, rubric, answered=answered, unanswered=unanswered)
    return Overall(
        score=total,
        readiness=readiness(total, vouched=vouched),
        hire_signal=hire_signal(total, vouched=vouched),
        explanation=_explained(dimensions, counted, unanswered, vouched=vouched),
    )


def is_vouched(dimensions: Sequence[DimensionScore], rubric: Rubric, *, answered: int, unanswered: int) -> bool:
    """Whether enough is proved and answered, and little enough is weak, for the best readiness and hire signals."""
    delivery = {d.key for d in rubric.dimensions if d.delivery_only}
    content = [d for d in dimensions if d.score is not None and d.key not in delivery]
    broad = _share_proved(content, rubric, delivery) >= BROAD_ENOUGH
    weak = sum((d.anchor or 0) < SOLID_ANCHOR for d in content)
    return broad and weak <= MOST_WEAK and unanswered < SILENT_SHARE * (answered + unanswered)


def _counted(
    dimensions: Sequence[DimensionScore], rubric: Rubric, delivery: set[str], asked: Collection[str] | None
) -> dict[str, tuple[float, float]]:
    """Weight and score (0-100) of each dimension that the overall score counts."""
    weights = {d.key: d.weight for d in rubric.dimensions}
    share = _share_proved([d for d in dimensions if d.score is not None and d.key not in delivery], rubric, delivery)
    counted: dict[str, tuple[float, float]] = {}
    beside: dict[str, tuple[float, float]] = {}
    for d in dimensions:
        if d.key in delivery:
            continue
        if asked is not None and d.key in asked and d.score is None:
            counted[d.key] = weights[d.key], NOT_SHOWN
        elif d.score is not None:
            (counted if asked is None or d.key in asked else beside)[d.key] = weights[d.key], float(d.score)
    for key, pair in sorted(beside.items(), key=lambda item: -item[1][1]):
        if not counted or pair[1] > _mean(counted):
            counted[key] = pair
    for d in dimensions:
        if d.key in delivery and d.score is not None:
            counted[d.key] = weights[d.key] * share, float(d.score)
    return counted


def _mean(counted: Mapping[str, tuple[float, float]]) -> float:
    return sum(weight * value for weight, value in counted.values()) / sum(weight for weight, _ in counted.values())


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


def _explained(
    dimensions: Sequence[DimensionScore], counted: Collection[str], unanswered: int, *, vouched: bool
) -> str:
    proved = sum(d.score is not None and d.key in counted for d in dimensions)
    said = f"The weighted mean of the {proved} dimensions that could be proved."
    not_shown = [d.name for d in dimensions if d.score is None and d.key in counted]
    if not_shown:
        said += f" Asked for and not shown, counted at the lowest level: {', '.join(not_shown)}."
    left_out = [d.name for d in dimensions if d.score is None and d.key not in counted]
    if left_out:
        said += f" Left out for want of evidence: {', '.join(left_out)}."
    beside = [d.name for d in dimensions if d.score is not None and d.key not in counted]
    if beside:
        said += f" Shown in passing and not asked for, so not counted: {', '.join(beside)}."
    if not vouched:
        said += " Too much stayed open or weak for readiness to rise above borderline."
    return said + _unanswered(unanswered)


def _unanswered(count: int) -> str:
    return f" {_count(count, 'question')} had no answer and took nothing away." if count else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
