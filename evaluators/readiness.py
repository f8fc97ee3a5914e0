"""How ready somebody is for a job, from what its interviews and those like it showed. Every figure is made here.

Score       the mean of five parts, weighted as below; a part that there is nothing to make from is left out and the
            other weights share its place. Null before the first judged interview.
Weight      of an interview: halved every 21 days, and halved once more where it was held for another job of the same
            kind. `n` below is the sum of these weights.
Dimensions  0.40. For each dimension the weighted mean of its scores (0-100); over the dimensions that have one, their
            mean weighted by the rubric.
Coverage    0.20. Each requirement of the job by its best state in any interview: told at work 1, said 0.7, on the
            résumé only 0.3, missing or contradicted 0; a must counts double. Null where no requirement is known.
Proof       0.15. For each dimension of the rubric the best confidence with which it was scored: high 1, medium 0.75,
            low 0.4, not proved 0; weighted by the rubric.
Exercises   0.15. The mean of the scores of exercises for such roles, halved every 21 days. Null where none was judged.
Practice    0.10. 100 x (1 - 0.5^n): one fresh interview for the job gives 50, two 75; it fades when nothing is held.
Range       score -/+ the root of the sum of the squares of 20 x the judges' mean spread (0-5 scale) and 12 / root of n,
            at most 40 points.
Previous    the same formula without the newest interview and what was practised since.
Steps       the same formula once more with one thing improved, see evaluators.readiness_steps.
Calibration real outcomes of all the candidate's jobs move the score, the range and `previous` by the same number of
            points, at most 12, see evaluators.calibration.
"""

from __future__ import annotations

from datetime import datetime

from evaluators.calibration import Calibration
from evaluators.readiness_formula import Evidence, bounded, reckon
from evaluators.readiness_steps import Targets, best_steps
from schema.jobs import JobReadiness


def job_readiness(
    given: Evidence, now: datetime, *, calibration: Calibration | None = None, targets: Targets | None = None
) -> JobReadiness:
    """A job's readiness at this moment. Without `targets` there are no steps: lists do without them."""
    found = reckon(given, now)
    if found.score is None or found.margin is None:
        return JobReadiness()
    moved = calibration or Calibration(0, "")
    earlier = reckon(given.without_newest(), now).score
    return JobReadiness(
        score=bounded(found.score + moved.points),
        low=bounded(found.score - found.margin + moved.points),
        high=bounded(found.score + found.margin + moved.points),
        parts=found.parts,
        steps=() if targets is None else best_steps(given, found.score, targets, now),
        calibrated=moved.points,
        calibration=moved.says,
        interviews=len(given.interviews),
        as_of=now,
        previous=None if earlier is None else bounded(earlier + moved.points),
    )
