"""What was done and what came of it, counted from the log and from runs. No judgement here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from evaluators.coding.work import CodingWork, Ran, Revision
from schema.code_runs import CodeLanguage, RunPlace, RunResult, RunVerdict, TestResult, TestVerdict
from schema.exercise_results import CodingFacts, ComplexityFact, LedgerEntry, TestCount
from schema.vocabulary import ExerciseActivity

FAILING, VISIBLE, HIDDEN, MODIFICATION = "failing", "visible", "hidden", "modification"
MOST_FAILING = 12


def last_revision(work: CodingWork) -> Revision:
    """The revision that is judged: the last submission's, or the last one where nothing was submitted."""
    submitted = [ran.revision for ran in work.runs if ran.submitted]
    number = submitted[-1] if submitted else work.revisions[-1].number
    return next(revision for revision in reversed(work.revisions) if revision.number <= number)


def groups(work: CodingWork) -> dict[str, str]:
    """The tests by group that this round is held to.

    The modification's are among them once it was tried: a solution that passed everything when it was handed in does
    not fail because time for more ran out.
    """
    exercise = work.exercise
    asked = exercise.activity is ExerciseActivity.MODIFY or _tried(work)
    found = {
        FAILING: exercise.failing_test_case,
        VISIBLE: exercise.visible_tests,
        HIDDEN: exercise.hidden_tests,
        MODIFICATION: exercise.modification_tests if asked else None,
    }
    return {name: tests for name, tests in found.items() if tests and tests.strip()}


def _tried(work: CodingWork) -> bool:
    """Whether the modification was asked for, and then something submitted, or changed where nothing ever was."""
    asked_ms = work.modification_asked_ms
    if asked_ms is None:
        return False
    submitted = [ran.at_ms for ran in work.runs if ran.submitted]
    changed = [revision.at_ms for revision in work.revisions if revision.number > 0]
    return any(at_ms >= asked_ms for at_ms in (submitted or changed))


def facts_of_runs(
    work: CodingWork,
    now: Mapping[str, RunResult],
    before: Mapping[str, RunResult],
    complexity: ComplexityFact | None,
) -> CodingFacts:
    """Facts where the sandbox ran the tests, by group: `now` on the judged revision, `before` on the given code."""
    seen = [result for name, result in now.items() if name in (FAILING, VISIBLE)]
    return _counted(work).model_copy(
        update={
            "verdict": _verdict(list(now.values())),
            "where": RunPlace.SANDBOX,
            "visible": _count(seen),
            "hidden": _count([now[HIDDEN]]) if HIDDEN in now else None,
            "modification": _count([now[MODIFICATION]]) if MODIFICATION in now else None,
            "given": _given(before),
            "regressions": _regressions(now, before),
            "failing": _failing(list(now.values())),
            "complexity": complexity,
        }
    )


def facts_of_browser(work: CodingWork) -> CodingFacts:
    """Facts where the candidate's own browser ran the tests: the last run that it told of. Not verified."""
    told = [ran.result for ran in work.runs if ran.result.where is RunPlace.BROWSER]
    if not told:
        return _counted(work)
    return _counted(work).model_copy(
        update={
            "verdict": told[-1].verdict,
            "where": RunPlace.BROWSER,
            "visible": _count([told[-1]]),
            "failing": _failing([told[-1]]),
        }
    )


def _counted(work: CodingWork) -> CodingFacts:
    """What the log alone says."""
    edits = [revision for revision in work.revisions if revision.number > 0]
    solved = next((ran.at_ms for ran in work.runs if ran.result.verdict is RunVerdict.PASSED), None)
    return CodingFacts(
        language=CodeLanguage(work.exercise.language),
        submitted=any(ran.submitted for ran in work.runs),
        edits=len(edits),
        runs=len(work.runs),
        identical_failures=len(identical_failures(work)),
        undo_cycles=len(undo_cycles(work)),
        hints=len(work.hints_ms),
        first_edit_s=_seconds(work, edits[0].at_ms) if edits else None,
        solved_s=_seconds(work, solved) if solved is not None else None,
    )


def _seconds(work: CodingWork, at_ms: int) -> float:
    return round(max(0, at_ms - work.opened_ms) / 1000, 1)


# ------------------------------------------------------------------ runs


def _verdict(results: Sequence[RunResult]) -> RunVerdict | None:
    """The worst of the groups."""
    order = (RunVerdict.LIMIT, RunVerdict.ERROR, RunVerdict.FAILED, RunVerdict.PASSED)
    return next((verdict for verdict in order if any(r.verdict is verdict for r in results)), None)


def _count(results: Sequence[RunResult]) -> TestCount | None:
    """Passed of all. A group in which nothing could be tested counts as one test that did not pass."""
    if not results:
        return None
    total = sum(max(1, len(result.tests)) for result in results)
    return TestCount(passed=sum(result.passed for result in results), total=total)


def _given(before: Mapping[str, RunResult]) -> dict[str, int]:
    visible = sum(result.passed for name, result in before.items() if name in (FAILING, VISIBLE))
    found = {VISIBLE: visible} if {FAILING, VISIBLE} & set(before) else {}
    return found | {name: before[name].passed for name in (HIDDEN, MODIFICATION) if name in before}


def _regressions(now: Mapping[str, RunResult], before: Mapping[str, RunResult]) -> tuple[str, ...]:
    lost = []
    for name, result in before.items():
        passing = {test.name for test in now[name].tests if _passed(test)} if name in now else set()
        lost += [test.name for test in result.tests if name in now and _passed(test) and test.name not in passing]
    return tuple(lost)


def _failing(results: Sequence[RunResult]) -> tuple[str, ...]:
    told = []
    for result in results:
        told += [f"{test.name}: {test.message}".rstrip(": ") for test in result.tests if not _passed(test)]
        if result.message and not result.tests:
            told.append(result.message)
    return tuple(told[:MOST_FAILING])


def _passed(test: TestResult) -> bool:
    return test.verdict is TestVerdict.PASSED


# ------------------------------------------------------------------ the log


def outcome(result: RunResult) -> tuple[object, ...]:
    """What two runs share that failed alike."""
    return (result.verdict, result.limit, *((test.name, test.verdict, test.message) for test in result.tests))


def identical_failures(work: CodingWork) -> tuple[Ran, ...]:
    """Runs that failed exactly as the one before them did."""
    return tuple(
        later
        for earlier, later in pairwise(work.runs)
        if later.result.verdict is not RunVerdict.PASSED and outcome(later.result) == outcome(earlier.result)
    )


def undo_cycles(work: CodingWork) -> tuple[Revision, ...]:
    """Revisions whose text had been there before, with something else in between."""
    seen: set[str] = set()
    found = []
    for earlier, later in pairwise(work.revisions):
        seen.add(earlier.text)
        if later.text in seen and later.text != earlier.text:
            found.append(later)
    return tuple(found)


def ledger(work: CodingWork) -> tuple[LedgerEntry, ...]:
    """Everything that was done, in order, each with its moment."""
    again, undone = set(map(id, identical_failures(work))), set(map(id, undo_cycles(work)))
    entries = [LedgerEntry(at_ms=work.opened_ms, kind="opened", detail=work.exercise.name)]
    for revision in work.revisions:
        if revision.number > 0:
            kind = "undo_cycle" if id(revision) in undone else "edit"
            said = f"Revision {revision.number}" + (", as it was before" if kind == "undo_cycle" else "")
            entries.append(LedgerEntry(at_ms=revision.at_ms, kind=kind, detail=said, ref=str(revision.number)))
    for number, ran in enumerate(work.runs, 1):
        same = id(ran) in again and not ran.submitted
        entries.append(
            LedgerEntry(
                at_ms=ran.at_ms,
                kind="submitted" if ran.submitted else "identical_failure" if same else "run",
                detail=_says(ran.result),
                ref=str(number),
            )
        )
    for number, at_ms in enumerate(work.hints_ms, 1):
        entries.append(LedgerEntry(at_ms=at_ms, kind="hint", detail=f"Hint {number}", ref=str(number)))
    if work.modification_asked_ms is not None:
        entries.append(LedgerEntry(at_ms=work.modification_asked_ms, kind="modification_asked"))
    if work.closed_ms is not None:
        entries.append(LedgerEntry(at_ms=work.closed_ms, kind="closed"))
    return tuple(sorted(entries, key=lambda entry: entry.at_ms))


def _says(result: RunResult) -> str:
    if result.limit is not None:
        return f"Stopped at the limit of {result.limit}"
    if result.verdict is RunVerdict.ERROR:
        return "Nothing could be tested"
    return f"{result.passed} of {len(result.tests)} tests passed"
