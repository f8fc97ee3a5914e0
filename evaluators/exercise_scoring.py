"""How coding rounds and cases enter the overall figures; part of evaluators.scoring, which documents the rest.

Share    the exercises' planned minutes over the interview's, at most 0.6: what was said about one's own work never
         counts for less than two fifths where both were held.
Overall  (1 - share) x the rubric's score + share x the mean of the exercises' scores. One that was opened and not
         judged for want of anything to judge is left out; where the rubric has too little and exercises fill half the
         plan or more (practised alone), the exercises' mean stands by itself, without readiness or hire signal: one
         exercise is no interview.
Vouching an exercise under 45 keeps readiness at borderline and the signal at lean_hire.
"""

from __future__ import annotations

from collections.abc import Sequence

from evaluators.scoring import hire_signal, readiness
from schema.analysis import Overall
from schema.exercise_results import ExerciseResult

MOST_SHARE = 0.6
ALONE_FROM = 0.5
SOLID = 45


def with_exercises(
    overall: Overall, results: Sequence[ExerciseResult], share: float, *, vouched: bool = True
) -> Overall:
    """The overall figures with the exercises'. `share`: their planned minutes over the interview's, 0-1.

    `vouched` as evaluators.scoring.is_vouched: what the conversation left open an exercise does not close.
    """
    scores = [result.scores.overall for result in results if result.scores.overall is not None]
    if not scores:
        return overall
    mean = sum(scores) / len(scores)
    if overall.score is None:
        return _alone(overall, mean, len(scores)) if share >= ALONE_FROM else overall
    weight = min(MOST_SHARE, share)
    total = round((1 - weight) * overall.score + weight * mean)
    vouched = vouched and min(scores) >= SOLID
    return Overall(
        score=total,
        readiness=readiness(total, vouched=vouched),
        hire_signal=hire_signal(total, vouched=vouched),
        explanation=f"{overall.explanation} {_says(overall.score, mean, weight, len(scores))}",
    )


def _alone(overall: Overall, mean: float, count: int) -> Overall:
    what = "the exercise's own score" if count == 1 else f"the mean of {count} exercises' scores"
    return Overall(
        score=round(mean),
        explanation=f"This is {what}. {overall.explanation}",
    )


def _says(rubric: int, mean: float, weight: float, count: int) -> str:
    what = "the exercise's" if count == 1 else f"the mean of {count} exercises'"
    return (
        f"It is made of {rubric} for the conversation and {round(mean)}, {what}, which counts {round(100 * weight)} %."
    )
