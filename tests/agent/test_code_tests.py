"""What a run is made of, what a candidate sees of it, and what the interviewer is told."""

from __future__ import annotations

import pytest

from agent.code_tests import HIDDEN_NAME, Group, code_ran, from_browser, outcome, requests, shown
from schema.code_runs import RunLimit, RunPlace, RunResult, RunVerdict, TestResult, TestVerdict
from schema.vocabulary import ExerciseActivity
from tests.support.small_exercises import FIXED, GIVEN, WIDER, small_coding, sorting_decides

SECRETS = ("test_secret", "[4, 1, 3, 2]", "2.5", "leak")


def whole(solution: str, *, modification: bool = False, submitted: bool = True) -> dict[Group, RunResult]:
    todo = requests(small_coding(), solution, modification=modification, submitted=submitted)
    return {group: sorting_decides(request) for group, request in todo.items()}


def test_hidden_tests_run_on_submission_only_and_the_modifications_when_it_was_asked_for() -> None:
    code = small_coding()
    assert list(requests(code, GIVEN, modification=False, submitted=False)) == [Group.FAILING, Group.VISIBLE]
    assert list(requests(code, GIVEN, modification=True, submitted=True)) == list(Group)
    given = small_coding(activity=ExerciseActivity.MODIFY, failing_test_case=None, visible_tests="  \n")
    assert list(requests(given, GIVEN, modification=False, submitted=False)) == [Group.MODIFICATION]


def test_a_candidate_sees_how_many_hidden_tests_passed_and_nothing_else_of_them() -> None:
    seen = shown(whole(GIVEN), hidden_due=True)
    assert seen.verdict is RunVerdict.FAILED
    assert [test.name for test in seen.tests] == ["test_unsorted", "test_one", "test_two", HIDDEN_NAME]
    assert seen.tests[-1].message == "1 of 2 hidden tests passed."
    assert not any(secret in seen.model_dump_json() for secret in SECRETS)
    assert shown(whole(FIXED), hidden_due=True).verdict is RunVerdict.PASSED


@pytest.mark.parametrize(
    ("hidden", "verdict", "says"),
    [
        (
            RunResult(verdict=RunVerdict.LIMIT, limit=RunLimit.TIME, message="leak", output="leak", time_ms=9_000),
            TestVerdict.ERROR,
            "out of time",
        ),
        (RunResult(verdict=RunVerdict.ERROR, message="NameError: leak", time_ms=1), TestVerdict.ERROR, "names"),
        (None, TestVerdict.NOT_RUN, "were not run"),
    ],
)
def test_hidden_tests_that_could_not_run_give_nothing_away(
    hidden: RunResult | None, verdict: TestVerdict, says: str
) -> None:
    results = whole(FIXED, submitted=False) | ({Group.HIDDEN: hidden} if hidden is not None else {})
    seen = shown(results, hidden_due=True)
    assert seen.tests[-1].verdict is verdict
    assert says in seen.tests[-1].message
    assert not any(secret in seen.model_dump_json() for secret in SECRETS)


def test_a_bound_that_was_met_outweighs_a_test_that_failed() -> None:
    results = whole(GIVEN, submitted=False)
    results[Group.VISIBLE] = RunResult(
        verdict=RunVerdict.LIMIT, limit=RunLimit.MEMORY, message="Too much memory.", time_ms=7, memory_mb=300
    )
    seen = shown(results, hidden_due=False)
    assert (seen.verdict, seen.limit, seen.message) == (RunVerdict.LIMIT, RunLimit.MEMORY, "Too much memory.")
    assert seen.memory_mb == 300
    assert HIDDEN_NAME not in [test.name for test in seen.tests]


def test_the_interviewer_hears_how_many_hidden_tests_failed_without_their_names() -> None:
    results = whole(GIVEN)
    told = code_ran("k", [shown(results, hidden_due=True)], results[Group.HIDDEN], at_ms=5, revision=0, submitted=True)
    assert (told.passed, told.total, told.failing) == (3, 5, ("test_unsorted",))
    assert told.total - told.passed - len(told.failing) == 1
    assert told.message == "AssertionError: 1 != 5"
    assert told.verified


def test_runs_that_end_alike_are_counted_and_time_makes_no_difference() -> None:
    failing, other = shown(whole(GIVEN, submitted=False), hidden_due=False), shown(whole(FIXED), hidden_due=True)
    slower = failing.model_copy(update={"time_ms": 99.0, "memory_mb": 3.0, "output": "again"})
    assert outcome(slower) == outcome(failing)
    assert outcome(other) != outcome(failing)

    def repeated(*results: RunResult) -> int:
        return code_ran("k", results, None, at_ms=0, revision=0, submitted=False).repeated

    assert [repeated(failing), repeated(failing, slower), repeated(failing, slower, failing)] == [0, 1, 2]
    assert repeated(failing, other, failing) == 0


def test_where_an_object_lies_is_no_difference() -> None:
    first, second = (
        RunResult(verdict=RunVerdict.ERROR, message=f"<Node at 0x7f{n}a3c>", time_ms=1) for n in ("12", "34")
    )
    assert outcome(first) == outcome(second)


def test_what_a_browser_says_is_bounded_and_marked() -> None:
    loud = TestResult(name="n" * 9_000, verdict=TestVerdict.PASSED, message="m" * 9_000)
    said = RunResult(verdict=RunVerdict.PASSED, tests=(loud,) * 900, time_ms=1, output="o" * 60_000)
    kept = from_browser(said)
    assert kept.where is RunPlace.BROWSER
    assert len(kept.tests) <= 200
    assert max(len(kept.tests[0].name), len(kept.tests[0].message)) <= 1_000
    assert len(kept.output) <= 8_000
    assert not code_ran("k", [kept], None, at_ms=0, revision=0, submitted=False).verified


def test_the_whole_round_passes_with_the_modification() -> None:
    assert shown(whole(WIDER, modification=True), hidden_due=True).verdict is RunVerdict.PASSED
    assert shown(whole(FIXED, modification=True), hidden_due=True).verdict is RunVerdict.FAILED
