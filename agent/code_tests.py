"""The tests that a run of a coding exercise is made of, what of their result a candidate may see, and what is told
to the interviewer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from controller.events import CodeRan
from schema.code_runs import (
    OUTPUT_CHARS,
    RunLimit,
    RunPlace,
    RunRequest,
    RunResult,
    RunVerdict,
    TestResult,
    TestVerdict,
)
from schema.exercises import CodingExercise
from schema.vocabulary import ExerciseActivity

HIDDEN_NAME = "Hidden tests"
MAX_TESTS = 200  # of a run in a browser, whose result is whatever the browser says
MAX_MESSAGE = 1_000
TOLD_CHARS = 300  # of a message that the interviewer is told
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{4,}")  # where an object lies is another place each time


class Group(StrEnum):
    """Tests are run group by group, each by itself, so that equal names in two of them do no harm."""

    FAILING = "failing"
    VISIBLE = "visible"
    MODIFICATION = "modification"
    HIDDEN = "hidden"


def requests(
    exercise: CodingExercise, solution: str, *, modification: bool, submitted: bool
) -> dict[Group, RunRequest]:
    """What is to be run, in order: all that a candidate sees, and on submission the hidden tests as well."""
    asked = modification or exercise.activity is ExerciseActivity.MODIFY
    tests = {
        Group.FAILING: exercise.failing_test_case,
        Group.VISIBLE: exercise.visible_tests,
        Group.MODIFICATION: exercise.modification_tests if asked else None,
        Group.HIDDEN: exercise.hidden_tests if submitted else None,
    }
    return {
        group: RunRequest(language=exercise.language, solution=solution, tests=text)
        for group, text in tests.items()
        if text and text.strip()
    }


def stops(result: RunResult) -> bool:
    """Whether the groups after this one are not worth running: nothing ran, or a bound was met."""
    return result.verdict in (RunVerdict.ERROR, RunVerdict.LIMIT)


def shown(whole: Mapping[Group, RunResult], *, hidden_due: bool) -> RunResult:
    """One result for the browser. Of hidden tests it says only how many passed: names, values and what the code
    printed while they ran would tell what they are."""
    visible = [result for group, result in whole.items() if group is not Group.HIDDEN]
    hidden = whole.get(Group.HIDDEN)
    tests = [test for result in visible for test in result.tests]
    if hidden_due:
        tests.append(_hidden_line(hidden))
    measured = [result.memory_mb for result in whole.values() if result.memory_mb is not None]
    return RunResult(
        verdict=_verdict([result.verdict for result in whole.values()]),
        tests=tuple(tests),
        time_ms=sum(result.time_ms for result in whole.values()),
        memory_mb=max(measured, default=None),
        limit=next((result.limit for result in whole.values() if result.limit is not None), None),
        message=next((result.message for result in visible if result.message), _hidden_message(hidden)),
        output="".join(result.output for result in visible)[:OUTPUT_CHARS],
    )


def _verdict(verdicts: Sequence[RunVerdict]) -> RunVerdict:
    for worst in (RunVerdict.LIMIT, RunVerdict.ERROR, RunVerdict.FAILED):
        if worst in verdicts:
            return worst
    return RunVerdict.PASSED


def _hidden_line(hidden: RunResult | None) -> TestResult:
    if hidden is None:
        return TestResult(name=HIDDEN_NAME, verdict=TestVerdict.NOT_RUN, message="The hidden tests were not run.")
    if hidden.verdict is RunVerdict.PASSED:
        message = f"{hidden.passed} of {len(hidden.tests)} hidden tests passed."
        return TestResult(name=HIDDEN_NAME, verdict=TestVerdict.PASSED, message=message)
    if hidden.tests:
        message = f"{hidden.passed} of {len(hidden.tests)} hidden tests passed."
        return TestResult(name=HIDDEN_NAME, verdict=TestVerdict.FAILED, message=message)
    return TestResult(name=HIDDEN_NAME, verdict=TestVerdict.ERROR, message=_hidden_message(hidden))


_STOPPED = {
    RunLimit.TIME: "A hidden test was stopped because it ran out of time.",
    RunLimit.MEMORY: "A hidden test was stopped because it needed too much memory.",
    RunLimit.PROCESSES: "A hidden test was stopped because it started too many processes.",
    RunLimit.OUTPUT: "A hidden test was stopped because it printed too much.",
    RunLimit.DISK: "A hidden test was stopped because it wrote too much.",
}


def _hidden_message(hidden: RunResult | None) -> str:
    if hidden is None or not stops(hidden):
        return ""
    if hidden.limit is not None:
        return _STOPPED[hidden.limit]
    return "The hidden tests could not run on this code. Are all names of the file that you were given still there?"


# ------------------------------------------------------------------ what a browser says


def from_browser(result: RunResult) -> RunResult:
    """A browser's own result within bounds, marked as what it is."""
    tests = tuple(
        TestResult(name=test.name[:MAX_MESSAGE], verdict=test.verdict, message=test.message[:MAX_MESSAGE])
        for test in result.tests[:MAX_TESTS]
    )
    return result.model_copy(
        update={
            "tests": tests,
            "message": result.message[:MAX_MESSAGE],
            "output": result.output[:OUTPUT_CHARS],
            "where": RunPlace.BROWSER,
        }
    )


# ------------------------------------------------------------------ what the interviewer is told


def outcome(result: RunResult) -> str:
    """The same for two runs that ended in the same way, whatever time and memory they took."""
    ends = [(test.name, test.verdict.value, _ADDRESS.sub("0x", test.message)) for test in result.tests]
    told = (result.verdict.value, result.limit, _ADDRESS.sub("0x", result.message), ends)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def code_ran(
    exercise: str,
    results: Sequence[RunResult],
    hidden: RunResult | None,
    *,
    at_ms: int,
    revision: int,
    submitted: bool,
) -> CodeRan:
    """The event for the last of `results`, the shown ones of all runs so far. Hidden tests are counted, not named."""
    result = results[-1]
    visible = [test for test in result.tests if test.name != HIDDEN_NAME]
    bad = [test for test in visible if test.verdict is not TestVerdict.PASSED]
    message = result.message or next((test.message for test in bad if test.message), "")
    alike = 0
    for earlier in reversed(results[:-1]):
        if outcome(earlier) != outcome(result):
            break
        alike += 1
    return CodeRan(
        at_ms=at_ms,
        exercise=exercise,
        revision=revision,
        submitted=submitted,
        verdict=result.verdict,
        passed=len(visible) - len(bad) + (hidden.passed if hidden else 0),
        total=len(visible) + (len(hidden.tests) if hidden else 0),
        failing=tuple(test.name for test in bad),
        message=message[:TOLD_CHARS],
        repeated=alike,
        verified=result.where is RunPlace.SANDBOX,
    )
