"""How exercises enter the overall figures."""

from __future__ import annotations

import pytest

from evaluators.exercise_scoring import MOST_SHARE, with_exercises
from evaluators.report import RULES
from schema.analysis import Overall
from schema.exercise_results import ExerciseResult, ExerciseScores
from schema.vocabulary import ExerciseMode, HireSignal, Readiness

TALK = Overall(score=80, readiness=Readiness.READY, hire_signal=HireSignal.HIRE, explanation="The talk.")
NOTHING = Overall(explanation="Not enough evidence for an overall score.")


def exercise(score: int | None) -> ExerciseResult:
    return ExerciseResult(
        key="one",
        name="One",
        kind="coding",
        mode=ExerciseMode.CODING_DEBUG,
        status="judged" if score is not None else "not_attempted",
        summary="All tests passed.",
        scores=ExerciseScores(overall=score),
        provenance=RULES,
    )


def test_without_an_exercise_nothing_changes() -> None:
    assert with_exercises(TALK, (), 0.5) is TALK
    assert with_exercises(TALK, (exercise(None),), 0.5) is TALK
    assert with_exercises(NOTHING, (exercise(90),), 0.2) is NOTHING


@pytest.mark.parametrize(("share", "total"), [(0.25, 70), (0.5, 60), (0.9, round(0.4 * 80 + 0.6 * 40))])
def test_it_counts_by_its_share_of_the_time_up_to_a_bound(share: float, total: int) -> None:
    found = with_exercises(TALK, (exercise(40),), share)
    assert found.score == total
    assert f"{round(100 * min(share, MOST_SHARE))} %" in found.explanation


def test_a_better_exercise_never_lowers() -> None:
    totals = [with_exercises(TALK, (exercise(score),), 0.5).score or 0 for score in range(0, 101, 5)]
    assert totals == sorted(totals)
    assert totals[0] < totals[-1]


def test_several_are_averaged() -> None:
    assert with_exercises(TALK, (exercise(100), exercise(60), exercise(None)), 0.5).score == 80


def test_a_weak_exercise_keeps_readiness_at_borderline() -> None:
    strong = Overall(score=100, readiness=Readiness.READY, hire_signal=HireSignal.STRONG_HIRE, explanation="")
    found = with_exercises(strong, (exercise(44),), 0.3)
    assert (found.readiness, found.hire_signal) == (Readiness.BORDERLINE, HireSignal.LEAN_HIRE)
    assert with_exercises(strong, (exercise(46),), 0.3).readiness is Readiness.READY


@pytest.mark.parametrize("talk", [60, 80])
def test_what_the_talk_left_open_an_exercise_does_not_close(talk: int) -> None:
    """Also where the talk's own score would have been borderline anyway."""
    held = Overall(score=talk, readiness=Readiness.BORDERLINE, hire_signal=HireSignal.LEAN_HIRE, explanation="")
    found = with_exercises(held, (exercise(100),), 0.5, vouched=False)
    assert (found.score, found.readiness, found.hire_signal) == (
        (100 + talk) // 2,
        Readiness.BORDERLINE,
        HireSignal.LEAN_HIRE,
    )
    assert with_exercises(held, (exercise(100),), 0.5, vouched=True).readiness is Readiness.READY


def test_practised_alone_it_stands_by_itself_and_says_nothing_of_hiring() -> None:
    found = with_exercises(NOTHING, (exercise(73),), 0.9)
    assert (found.score, found.readiness, found.hire_signal) == (73, None, None)
