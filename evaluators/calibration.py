"""How real outcomes move the readiness of every job of a candidate.

An outcome is held against what the formula says for that job from what was known on the outcome's day (without any
calibration, so that outcomes do not feed on each other); where nothing was judged by then, it says nothing.

Up      an offer means at least 85, a final round 70, a first round 55. Of one job the largest distance above the
        prediction counts, never less than 0.
Down    a rejection after an interview means at most 40. Of one job the largest distance below the prediction counts.
Neither a rejection before an interview is the résumé's matter, and who withdrew was not judged.
Points  with S the sum of a direction's distances over the jobs: 12 x S / (S + 40), 0 where fewer than two jobs say the
        same: one alone may be chance. The points are those up less those down, so they lie within -12 and 12.

Because each direction is a sum of its own that only grows, one more good outcome never lowers a score and one more
rejection never raises it, whatever else is known and in whatever order it was entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import assert_never

from evaluators.readiness_formula import Evidence, reckon
from schema.jobs import JobOutcome, OutcomeKind

MOST_POINTS = 12
HALF_WAY = 40.0  # distance at which half of the points are given
LEAST_JOBS = 2
AT_LEAST = {OutcomeKind.OFFER: 85.0, OutcomeKind.ONSITE: 70.0, OutcomeKind.FIRST_ROUND: 55.0}
REJECTED_AT_MOST = 40.0


@dataclass(frozen=True, slots=True)
class Calibration:
    points: int
    says: str  # one sentence; empty where nothing is known


@dataclass(frozen=True, slots=True)
class Tracked:
    """One job with what became of it, and what its readiness is made from."""

    outcomes: Sequence[JobOutcome]
    evidence: Evidence


def calibration_of(jobs: Iterable[Tracked]) -> Calibration:
    """What the outcomes of all of one candidate's jobs say about the formula."""
    ups: list[float] = []
    downs: list[float] = []
    for job in jobs:
        distances = [found for outcome in job.outcomes if (found := _distance(outcome, job.evidence)) is not None]
        ups += _largest(distance for distance, up in distances if up)
        downs += _largest(distance for distance, up in distances if not up)
    points = round(_points(ups) - _points(downs))
    return Calibration(points, _says(points, len(ups), len(downs)))


def _distance(outcome: JobOutcome, evidence: Evidence) -> tuple[float, bool] | None:
    """How far the outcome lies beyond the prediction of its day, and whether it speaks for the candidate."""
    match outcome.kind:
        case OutcomeKind.SCREENED_OUT | OutcomeKind.WITHDREW:
            return None
        case OutcomeKind.OFFER | OutcomeKind.ONSITE | OutcomeKind.FIRST_ROUND:
            predicted = _predicted(evidence, outcome.on)
            return None if predicted is None else (max(0.0, AT_LEAST[outcome.kind] - predicted), True)
        case OutcomeKind.REJECTED:
            predicted = _predicted(evidence, outcome.on)
            return None if predicted is None else (max(0.0, predicted - REJECTED_AT_MOST), False)
        case _ as never:
            assert_never(never)


def _predicted(evidence: Evidence, on: date) -> float | None:
    end_of_day = datetime.combine(on, time.max, UTC)
    return reckon(evidence.until(end_of_day), end_of_day).score


def _largest(distances: Iterable[float]) -> list[float]:
    found = list(distances)
    return [max(found)] if found else []


def _points(distances: Sequence[float]) -> float:
    if len(distances) < LEAST_JOBS:
        return 0.0
    total = sum(sorted(distances))  # sorted: a sum of floats depends on its order
    return MOST_POINTS * total / (total + HALF_WAY)


def _says(points: int, ups: int, downs: int) -> str:
    if not ups and not downs:
        return ""
    known = f"{_jobs(ups)} went further and {_jobs(downs)} ended in a rejection after an interview"
    if points:
        return f"Moved by {points:+d}: {known}, held against what was predicted at the time."
    return f"Not moved: {known}. At least two jobs must say the same, and other than was predicted."


def _jobs(count: int) -> str:
    return f"{count} job{'' if count == 1 else 's'}"
