"""From facts and proved points to the scores of a coding round. Part of evaluators.scoring, which documents the rest.

Result     debug, modify (and any round whose modification was asked for): of each group of tests the share of what was
           to be won, (passed - passed on the code as given) / (all - passed on the code as given), not below 0, with
           the weights visible 0.4, hidden 0.4, modification 0.2 over the groups in which something was to be won. A
           group that passed whole and does not any more counts 0. 100 where every test passes. Each hint takes 8
           points, at most 24: code that passes stays at 76 or more. A run in the candidate's browser counts its
           visible tests alone.
           review: the share of findings named, blockers 3, majors 2, minors 1, near misses half.
           explain: null, for nothing was to be changed.
Reasoning  the share of the expected points that were said aloud, over 0.8 (nobody says everything), at most 100. Null
           where fewer than 15 words were said about the exercise.
Overall    debug, modify 0.6 result + 0.4 reasoning; review 0.7 and 0.3; explain reasoning alone. Where one of the two
           is null the other stands alone; where both are, there is no score.
"""

from __future__ import annotations

from collections.abc import Sequence

from schema.code_runs import RunVerdict
from schema.exercise_results import CheckpointResult, CodingFacts, ExerciseScores, TestCount
from schema.vocabulary import ExerciseActivity

WEIGHTS = {"visible": 0.4, "hidden": 0.4, "modification": 0.2}
PER_HINT, MOST_FOR_HINTS = 8, 24
ENOUGH = 0.8
LEAST_WORDS = 15
RESULT_SHARE = {ExerciseActivity.DEBUG: 0.6, ExerciseActivity.MODIFY: 0.6, ExerciseActivity.REVIEW: 0.7,
                ExerciseActivity.EXPLAIN: 0.0}  # fmt: skip
REACHED = {"yes": 1.0, "partly": 0.5, "no": 0.0}


def scores(
    activity: ExerciseActivity,
    facts: CodingFacts,
    points: Sequence[CheckpointResult],
    findings: Sequence[CheckpointResult],
    words: int,
) -> ExerciseScores:
    """The three figures; `words`: how many the candidate said about the exercise."""
    result = of_findings(findings) if activity is ExerciseActivity.REVIEW else of_tests(activity, facts)
    reasoning = of_points(points, words)
    return ExerciseScores(overall=overall(activity, result, reasoning), result=result, reasoning=reasoning)


def of_tests(activity: ExerciseActivity, facts: CodingFacts) -> int | None:
    """What the tests are worth; None where none was run or nothing was to be changed."""
    if facts.verdict is None or (activity is ExerciseActivity.EXPLAIN and facts.modification is None):
        return None
    if facts.verdict is RunVerdict.PASSED:
        return 100 - _for_hints(facts.hints)
    counts = {"visible": facts.visible, "hidden": facts.hidden, "modification": facts.modification}
    shares = {
        name: share
        for name, count in counts.items()
        if count is not None and (share := won(count, facts.given.get(name, 0))) is not None
    }
    if not shares:  # every test passed before and one fails now
        return 0
    total = sum(WEIGHTS[name] for name in shares)
    value = 100 * sum(WEIGHTS[name] * share for name, share in shares.items()) / total
    return max(0, min(99, round(value)) - _for_hints(facts.hints))


def won(count: TestCount, given: int) -> float | None:
    """The share of what was to be won, 0-1; None where all passed before and still do."""
    if count.total <= given:
        return None if count.passed == count.total else 0.0
    return max(0.0, (count.passed - given) / (count.total - given))


def _for_hints(hints: int) -> int:
    return min(MOST_FOR_HINTS, PER_HINT * hints)


def of_findings(findings: Sequence[CheckpointResult]) -> int | None:
    total = sum(found.weight for found in findings)
    if not total:
        return None
    return round(100 * sum(found.weight * REACHED[found.reached or "no"] for found in findings) / total)


def of_points(points: Sequence[CheckpointResult], words: int) -> int | None:
    if words < LEAST_WORDS or not points:
        return None
    share = sum(REACHED[point.reached or "no"] for point in points) / len(points)
    return round(100 * min(1.0, share / ENOUGH))


def overall(activity: ExerciseActivity, result: int | None, reasoning: int | None) -> int | None:
    if result is None or reasoning is None:
        return result if reasoning is None else reasoning
    share = RESULT_SHARE[activity] or 0.5  # explained, and then changed as well
    return round(share * result + (1 - share) * reasoning)
