"""The Python side of a run in the browser, here under CPython: it stands on the sandbox's own harness."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from seeds.coding_exercises import load_coding_exercises

ROOT = Path(__file__).resolve().parents[2]
PATHS = [ROOT / "web_client/public/runner", ROOT / "server/sandbox/guest"]
PROGRAM = """
import json, sys
from in_browser import go
request = json.load(sys.stdin)
go(request["solution"], request["tests"], print)
"""


def told(solution: str, tests: str) -> list[dict[str, Any]]:
    """The lines of a run's report; whatever the solution printed is no line of it."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps({"solution": solution, "tests": tests}),
        env={"PYTHONPATH": ":".join(map(str, PATHS))},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


def verdicts(lines: list[dict[str, Any]]) -> dict[str, str]:
    return {line["test"]: line["verdict"] for line in lines if "test" in line}


def test_each_test_is_told_with_both_sides_of_what_failed() -> None:
    tests = "def test_one():\n    assert f(1) == 2\n\ndef test_two():\n    assert f(2) == 4\n\nassert f(0) == 1\n"
    lines = told("def f(x):\n    print('seen')\n    return x + 1\n", tests)
    assert verdicts(lines) == {"test_one": "passed", "test_two": "failed", "line 7: f(0) == 1": "passed"}
    assert next(line["message"] for line in lines if line.get("test") == "test_two") == "AssertionError: 3 != 4"
    assert lines[-1] == {"done": True}


@pytest.mark.parametrize(
    ("solution", "tests", "says"),
    [
        ("def f(:\n", "assert True", "SyntaxError"),
        ("1 / 0\n", "assert True", "ZeroDivisionError"),
        ("x = 1\n", "assert (", "The tests could not be read. SyntaxError"),
    ],
)
def test_what_cannot_be_tested_says_why(solution: str, tests: str, says: str) -> None:
    (line,) = told(solution, tests)
    assert line["done"] is True
    assert line["error"].startswith(says)


def test_a_problem_fails_as_it_should_and_its_fix_passes() -> None:
    exercise = load_coding_exercises()["address_book_key"]
    assert exercise.failing_test_case is not None
    assert exercise.suggested_fix is not None
    tests = f"{exercise.failing_test_case}\n\n{exercise.visible_tests}"
    broken = verdicts(told(exercise.code_snippet, tests))
    assert sorted(broken.values()) == ["failed", "passed", "passed"]
    assert set(verdicts(told(exercise.suggested_fix, tests)).values()) == {"passed"}
