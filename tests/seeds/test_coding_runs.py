"""Every coding problem is executed in the sandbox: it fails as it says it does, and its answers pass."""

from __future__ import annotations

import ast
import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterable, Mapping
from pathlib import Path

import pytest
import yaml

from schema.code_runs import CodeLanguage, RunRequest, RunResult, RunVerdict, TestResult, TestVerdict
from schema.exercises import CodingExercise
from schema.vocabulary import ExerciseActivity
from seeds.coding_exercises import load_coding_exercises
from server.sandbox.runner import Sandbox, open_sandbox

EXERCISES = load_coding_exercises()
WRONG_FIXES: Mapping[str, list[dict[str, str]]] = yaml.safe_load(
    Path(__file__).with_name("wrong_fixes.yaml").read_text(encoding="utf-8")
)
_JAVASCRIPT_TEST = re.compile(r"^(?:test|it)\(\s*([\"'`])(.+?)\1", re.MULTILINE)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with open_sandbox(at_once=2) as opened:
        off = [opened.status(language) for language in CodeLanguage if not opened.status(language).on]
        if off and not os.environ.get("SANDBOX_REQUIRED"):
            pytest.skip(f"NO SANDBOX HERE, the problems are not executed: {off[0].detail}")
        yield opened


@pytest.mark.parametrize("key", EXERCISES)
async def test_problem_does_what_it_says(sandbox: Sandbox, key: str) -> None:
    exercise = EXERCISES[key]
    if exercise.activity is ExerciseActivity.REVIEW:
        await _check_review(sandbox, exercise)
    else:
        await asyncio.gather(
            _check_given_code(sandbox, exercise),
            _check_answer(sandbox, exercise),
            _check_modification(sandbox, exercise),
        )


@pytest.mark.parametrize(("key", "at"), [(key, at) for key, wrong in WRONG_FIXES.items() for at in range(len(wrong))])
async def test_wrong_fix_is_caught(sandbox: Sandbox, key: str, at: int) -> None:
    exercise, wrong = EXERCISES[key], WRONG_FIXES[key][at]
    code = exercise.suggested_fix if wrong["of"] == "fix" else exercise.code_snippet
    assert code is not None
    assert wrong["old"] in code, "the code has changed; change the wrong fix with it"
    changed = code.replace(wrong["old"], wrong["new"])
    results = await _run(sandbox, exercise, changed, *_asked(exercise))
    assert not _all_passed(results), f"{wrong['mistake']}: no test catches it"


async def _check_given_code(sandbox: Sandbox, exercise: CodingExercise) -> None:
    """The code as the candidate finds it fails its failing test for the stated reason, and nothing else visible."""
    if not exercise.failing_test_case:
        return  # what is given is what `_check_answer` runs
    results = await _run(sandbox, exercise, exercise.code_snippet, exercise.failing_test_case, exercise.visible_tests)
    for name in _names(exercise, exercise.failing_test_case):
        assert results[name].verdict in (TestVerdict.FAILED, TestVerdict.ERROR), f"{name} does not fail"
        assert exercise.failure_says
        assert exercise.failure_says in results[name].message
    for name in _names(exercise, exercise.visible_tests):
        assert results[name].verdict is TestVerdict.PASSED, results[name]


async def _check_answer(sandbox: Sandbox, exercise: CodingExercise) -> None:
    """The mended code, or what is given where nothing is broken, passes every test but the modification's."""
    results = await _run(sandbox, exercise, exercise.suggested_fix or exercise.code_snippet, *_asked(exercise))
    assert _all_passed(results), _failed(results)


async def _check_modification(sandbox: Sandbox, exercise: CodingExercise) -> None:
    """Its tests fail before the change; after it every test passes."""
    if not exercise.modification_tests or not exercise.modification_solution:
        return
    before = await _execute(
        sandbox, exercise, exercise.suggested_fix or exercise.code_snippet, exercise.modification_tests
    )
    assert before.verdict is RunVerdict.FAILED, (before.verdict, before.message)
    results = await _run(
        sandbox, exercise, exercise.modification_solution, *_asked(exercise), exercise.modification_tests
    )
    assert _all_passed(results), _failed(results)


async def _check_review(sandbox: Sandbox, exercise: CodingExercise) -> None:
    """The pull request passes what it shows; where faults can be run, a hidden test finds one; the mended file passes.

    A review without hidden tests has faults that only reading finds.
    """
    tests = (exercise.visible_tests, exercise.hidden_tests)
    assert exercise.suggested_fix
    given, mended = await asyncio.gather(
        _run(sandbox, exercise, exercise.code_snippet, *tests), _run(sandbox, exercise, exercise.suggested_fix, *tests)
    )
    for name in _names(exercise, exercise.visible_tests):
        assert given[name].verdict is TestVerdict.PASSED, given[name]
    hidden = _names(exercise, exercise.hidden_tests)
    assert not hidden or any(given[name].verdict is not TestVerdict.PASSED for name in hidden)
    assert _all_passed(mended), _failed(mended)


def _asked(exercise: CodingExercise) -> tuple[str, str, str]:
    """Every test but the modification's."""
    return exercise.failing_test_case or "", exercise.visible_tests, exercise.hidden_tests


async def _run(sandbox: Sandbox, exercise: CodingExercise, code: str, *tests: str) -> Mapping[str, TestResult]:
    """The result of each test by its name; all of them ran."""
    wanted = _names(exercise, *tests)
    if not wanted:
        return {}
    result = await _execute(sandbox, exercise, code, "\n\n".join(part for part in tests if part))
    assert result.verdict in (RunVerdict.PASSED, RunVerdict.FAILED), (result.verdict, result.message, result.output)
    by_name = {test.name: test for test in result.tests}
    assert sorted(by_name) == sorted(wanted), "a test did not run, or two share a name"
    return by_name


async def _execute(sandbox: Sandbox, exercise: CodingExercise, code: str, tests: str) -> RunResult:
    return await sandbox.run(RunRequest(language=exercise.language, solution=code, tests=tests))


def _names(exercise: CodingExercise, *tests: str) -> list[str]:
    """What the tests are called, read from their text."""
    return [name for part in tests for name in _names_of_one(exercise.language, part)]


def _names_of_one(language: CodeLanguage, tests: str) -> Iterable[str]:
    if language is CodeLanguage.PYTHON:
        functions = (node for node in ast.parse(tests).body if isinstance(node, ast.FunctionDef))
        return [node.name for node in functions if node.name.startswith("test_")]
    if language is CodeLanguage.JAVASCRIPT:
        return [found[1] for found in _JAVASCRIPT_TEST.findall(tests)]
    return [test["name"] for test in yaml.safe_load(tests) or []]


def _all_passed(results: Mapping[str, TestResult]) -> bool:
    return all(test.verdict is TestVerdict.PASSED for test in results.values())


def _failed(results: Mapping[str, TestResult]) -> list[TestResult]:
    return [test for test in results.values() if test.verdict is not TestVerdict.PASSED]
