"""Facts are counted from runs and the log: what passes, what was lost, what was done again."""

from __future__ import annotations

from evaluators.coding.facts import (
    facts_of_browser,
    facts_of_runs,
    groups,
    identical_failures,
    last_revision,
    ledger,
    undo_cycles,
)
from evaluators.coding.work import Ran
from schema.code_runs import RunLimit, RunPlace, RunVerdict
from schema.exercise_results import TestCount
from schema.vocabulary import ExerciseActivity
from tests.evaluators.coding.rounds import exercise, result, work


def ran(letters: str, revision: int, at_s: int, *, submitted: bool = False) -> Ran:
    return Ran(at_s * 1000, revision, submitted, result(letters))


def test_counts_verdict_and_what_passed_before() -> None:
    now = {"failing": result("p", names="x"), "visible": result("pf", names="ab"), "hidden": result("pp", names="hi")}
    before = {
        "failing": result("f", names="x"),
        "visible": result("pp", names="ab"),
        "hidden": result("pf", names="hi"),
    }
    facts = facts_of_runs(work("new"), now, before, None)
    assert facts.verdict is RunVerdict.FAILED
    assert facts.where is RunPlace.SANDBOX
    assert facts.visible == TestCount(passed=2, total=3)
    assert facts.hidden == TestCount(passed=2, total=2)
    assert facts.modification is None
    assert facts.given == {"visible": 2, "hidden": 1}
    assert facts.regressions == ("b",)
    assert facts.failing == ("b: AssertionError: 1 != 2",)


def test_code_that_can_not_be_tested_loses_every_test() -> None:
    now = {"visible": result("", message="SyntaxError: invalid syntax")}
    facts = facts_of_runs(work("def"), now, {"visible": result("pp", names="ab")}, None)
    assert facts.verdict is RunVerdict.ERROR
    assert facts.visible == TestCount(passed=0, total=1)
    assert facts.regressions == ("a", "b")
    assert facts.failing == ("SyntaxError: invalid syntax",)


def test_a_limit_is_the_verdict() -> None:
    stopped = result("pn", verdict=RunVerdict.LIMIT, limit=RunLimit.TIME)
    assert facts_of_runs(work("x"), {"visible": result("p"), "hidden": stopped}, {}, None).verdict is RunVerdict.LIMIT


def test_a_browsers_run_is_not_verified_and_knows_no_hidden_test() -> None:
    told = Ran(5000, 1, True, result("pp", where=RunPlace.BROWSER))
    facts = facts_of_browser(work("x", runs=(told,)))
    assert (facts.where, facts.verdict, facts.hidden) == (RunPlace.BROWSER, RunVerdict.PASSED, None)
    assert facts.visible == TestCount(passed=2, total=2)
    assert facts_of_browser(work("x")).verdict is None


def test_the_last_submission_is_judged_and_else_the_last_revision() -> None:
    assert last_revision(work("a", "b")).text == "b"
    assert last_revision(work("a", "b", runs=(ran("f", 1, 15, submitted=True), ran("p", 2, 25)))).text == "a"


def test_the_modification_counts_once_it_was_tried() -> None:
    assert list(groups(work())) == ["failing", "visible", "hidden"]
    assert "modification" not in groups(work(modification_asked_ms=9))
    assert "modification" in groups(work("changed", modification_asked_ms=9))
    assert "modification" in groups(work(of=exercise(ExerciseActivity.MODIFY)))


def test_what_passed_when_it_was_handed_in_does_not_fail_for_want_of_time() -> None:
    passed = ran("p", 1, 15, submitted=True)
    assert "modification" not in groups(work("mended", "begun", runs=(passed,), modification_asked_ms=18_000))
    again = ran("f", 2, 25, submitted=True)
    assert "modification" in groups(work("mended", "changed", runs=(passed, again), modification_asked_ms=18_000))


def test_times_and_repetitions() -> None:
    runs = (ran("f", 1, 12), ran("f", 1, 14), ran("e", 2, 25), ran("e", 2, 26), ran("p", 3, 35), ran("p", 3, 36))
    round_ = work("a", "b", "a", runs=runs, hints_ms=(11_000,), opened_ms=2000)
    facts = facts_of_runs(round_, {"visible": result("p")}, {}, None)
    assert (facts.edits, facts.runs, facts.hints, facts.submitted) == (3, 6, 1, False)
    assert (facts.first_edit_s, facts.solved_s) == (8.0, 33.0)
    assert [one.at_ms for one in identical_failures(round_)] == [14_000, 26_000]
    assert [revision.number for revision in undo_cycles(round_)] == [3]
    assert (facts.identical_failures, facts.undo_cycles) == (2, 1)


def test_the_ledger_has_everything_in_order() -> None:
    runs = (ran("f", 1, 12), ran("f", 1, 14), ran("pp", 2, 25, submitted=True))
    entries = ledger(work("a", "b", runs=runs, hints_ms=(13_000,), modification_asked_ms=30_000, closed_ms=40_000))
    assert [entry.kind for entry in entries] == [
        "opened", "edit", "run", "hint", "identical_failure", "edit", "submitted", "modification_asked", "closed",
    ]  # fmt: skip
    assert [entry.detail for entry in entries if entry.kind == "submitted"] == ["2 of 2 tests passed"]
    assert [entry.at_ms for entry in entries] == sorted(entry.at_ms for entry in entries)
