"""From checkpoints and figures to a case's scores, 0-100. The formulas are here and nowhere else.

Reasoning   the weighted mean of the checkpoints that could be reached: yes 1, partly 0.5, no 0. It counts for 85 %; the
            other 15 % are for finding out: the share of the data room that was earned, whole from two thirds of it on.
            A checkpoint that rests on data which was not earned counts neither way.
Result      the mean of the sound figures that could be found with the data that was earned: 1 where it was given and is
            right, 0 where it was not given or is wrong, less 5 points for each wrong sum of the candidate's own, 20 at
            the most. Null where no figure could be found.
Overall     65 % reasoning and 35 % result; reasoning alone where result is null. Null where less than a third of the
            checkpoints' weight could be reached, or where fewer than 20 words were said and written.
"""

from __future__ import annotations

from collections.abc import Sequence

from schema.exercise_results import CheckpointResult, ExerciseScores, NumberCheck

POINTS = {"yes": 1.0, "partly": 0.5, "no": 0.0}
FINDING_OUT = 0.15
ENOUGH_FOUND = 2 / 3
REASONING, RESULT = 0.65, 0.35
PER_ERROR, MOST_FOR_ERRORS = 5, 20
LEAST_REACHABLE = 1 / 3
LEAST_WORDS = 20


def scores(
    checkpoints: Sequence[CheckpointResult],
    numbers: Sequence[NumberCheck],
    *,
    earned_share: float,
    errors: int,
    words: int,
) -> ExerciseScores:
    """The three scores. `earned_share` is that of the reveals, `errors` counts wrong sums, `words` said and written."""
    reasoning = _reasoning(checkpoints, earned_share)
    if reasoning is None or words < LEAST_WORDS:
        return ExerciseScores()
    result = _result(numbers, errors)
    overall = reasoning if result is None else REASONING * reasoning + RESULT * result
    return ExerciseScores(
        overall=round(overall), result=None if result is None else round(result), reasoning=round(reasoning)
    )


def _reasoning(checkpoints: Sequence[CheckpointResult], earned_share: float) -> float | None:
    within = [(POINTS[point.reached], point.weight) for point in checkpoints if point.reached is not None]
    weight = sum(weight for _, weight in within)
    if not weight or weight < LEAST_REACHABLE * sum(point.weight for point in checkpoints):
        return None
    mean = sum(points * weight for points, weight in within) / weight
    return 100 * ((1 - FINDING_OUT) * mean + FINDING_OUT * min(1.0, earned_share / ENOUGH_FOUND))


def _result(numbers: Sequence[NumberCheck], errors: int) -> float | None:
    judged = [number.right for number in numbers if number.right is not None]
    if not judged:
        return None
    return max(0.0, 100 * sum(judged) / len(judged) - min(MOST_FOR_ERRORS, PER_ERROR * errors))
