"""`run-code`, `judge` and `bench sandbox` as a person calls them, on the real sandbox."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from evaluators.coding.patching import make_patch
from schema.code_runs import CodeLanguage
from schema.exercises import CodingExercise, Growth
from server.cli import main
from server.sandbox.code_runner import open_runner
from server.usecases.code_judging import coding_facts
from tests.evaluators.coding.rounds import exercise, work
from tests.sandbox.conftest import languages  # noqa: F401 - skips or fails where the sandbox is off

pytestmark = pytest.mark.usefixtures("languages")
FIXED = "def middle(xs):\n    return sorted(xs)[len(xs) // 2]\n"
IN_PLACE = "def middle(xs):\n    xs.sort()\n    return xs[len(xs) // 2]\n"


def run_code(folder: Path, language: str, solution: str, tests: str, *more: str) -> int:
    (folder / "solution").write_text(solution)
    (folder / "tests").write_text(tests)
    files = ("--solution", str(folder / "solution"), "--tests", str(folder / "tests"))
    return main(["run-code", "--language", language, *files, *more])


def test_python_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tests = "from solution import *\ndef test_odd(): assert middle([3, 1, 2]) == 2\nassert middle([1]) == 1\n"
    assert run_code(tmp_path, "python", exercise().code_snippet, tests, "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "failed"
    assert found["tests"] == [
        {"name": "line 3: middle([1]) == 1", "verdict": "passed", "message": ""},
        {"name": "test_odd", "verdict": "failed", "message": "AssertionError: 1 != 2"},
    ]
    assert found["time_ms"] > 0
    assert found["memory_mb"] > 1
    assert "limit" not in found


def test_a_limit_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run_code(tmp_path, "python", "kept = []\nwhile True: kept.append('x' * 9_999_999)\n", "assert 1\n", "--json")
        == 2
    )
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["limit"]) == ("limit", "memory")
    assert "256 MB" in found["message"]


def test_javascript_and_sql_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_code(tmp_path, "javascript", "const f = (x) => x + 1;\n", "assert.equal(f(1), 2);\n") == 0
    assert "PASSED: 1 of 1 tests passed" in capsys.readouterr().out
    tests = yaml.safe_dump(
        [
            {
                "name": "names",
                "schema_sql": "CREATE TABLE t (n TEXT, x REAL);",
                "rows": {"t": [["a", 0.1], ["b", 0.2]]},
                "expected": {"columns": ["n", "x"], "rows": [["b", 0.2], ["a", 0.1]], "ordered": True},
            }
        ]
    )
    assert run_code(tmp_path, "sql", "SELECT n, x FROM t ORDER BY x DESC", tests) == 0
    assert run_code(tmp_path, "sql", "SELECT n, x FROM t ORDER BY x", tests) == 1
    assert "Row 1 is ('a', 0.1); expected ('b', 0.2)." in capsys.readouterr().out


@pytest.mark.parametrize(("name", "said"), [("missing.py", "cannot be read"), ("binary.py", "not UTF-8")])
def test_files_that_can_not_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str) -> None:
    (tmp_path / "binary.py").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "t.py").write_text("assert 1\n")
    words = ["run-code", "--language", "python", "--solution", str(tmp_path / name), "--tests", str(tmp_path / "t.py")]
    assert main(words) == 2
    assert said in capsys.readouterr().err


# ------------------------------------------------------------------ judge


def judge(folder: Path, of: CodingExercise, patch: str, *more: str) -> int:
    (folder / "exercise.yaml").write_text(yaml.safe_dump(of.model_dump(mode="json")))
    (folder / "patch.diff").write_text(patch)
    return main(["judge", str(folder / "exercise.yaml"), str(folder / "patch.diff"), *more])


def test_a_fix_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    patch = make_patch(exercise().code_snippet, FIXED, filename="solution.py")
    assert judge(tmp_path, exercise(), patch, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "passed"
    assert found["facts"]["visible"] == {"passed": 2, "total": 2}
    assert found["facts"]["hidden"] == {"passed": 1, "total": 1}
    assert found["scores"]["result"] == 100


def test_a_fix_that_breaks_something_is_told_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    patch = make_patch(exercise().code_snippet, IN_PLACE, filename="solution.py")
    assert judge(tmp_path, exercise(), patch, "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["facts"]["regressions"] == ["test_kept"]
    assert found["facts"]["failing"] == ["test_kept: AssertionError: [1, 2, 3] != [3, 1, 2]"]
    assert found["scores"]["result"] == 50  # the failing test is won, a hidden one is lost


def test_the_modification_is_tested_where_it_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    solution = exercise().modification_solution
    assert solution is not None
    assert (
        judge(
            tmp_path, exercise(), make_patch(exercise().code_snippet, FIXED, filename="solution.py"), "--modification"
        )
        == 1
    )
    assert (
        judge(
            tmp_path,
            exercise(),
            make_patch(exercise().code_snippet, solution, filename="solution.py"),
            "--modification",
        )
        == 0
    )
    assert "modification 1 of 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("patch", "code"),
    [("hello", "malformed"), (make_patch("a\n", "b\n", filename="solution.py"), "hunk_failed"),
     (make_patch(exercise().code_snippet, FIXED, filename="../secrets.py"), "outside")],
)  # fmt: skip
def test_a_patch_that_does_not_fit_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], patch: str, code: str
) -> None:
    assert judge(tmp_path, exercise(), patch) == 2
    assert f"({code})" in capsys.readouterr().err


def test_an_unknown_exercise_names_some_that_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", "no_such_exercise", "-"]) == 2
    assert "There is no coding exercise 'no_such_exercise'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "slow", "call"),
    [
        (CodeLanguage.PYTHON, "def f(xs):\n    return [x for x in xs if xs.count(x) == 1]\n", "f(list(range(n)))"),
        (
            CodeLanguage.JAVASCRIPT,
            "function f(xs) { return xs.filter((x) => xs.filter((y) => x === y).length === 1); }\n",
            "f(Array.from({ length: n }, (_, i) => i))",
        ),
    ],
)
async def test_a_square_is_seen_where_a_line_is_expected(language: CodeLanguage, slow: str, call: str) -> None:
    growth = Growth(call=call, sizes=(200, 400, 800, 1600))
    tests = "assert f([1])\n" if language is CodeLanguage.PYTHON else "assert(f([1]));\n"
    nothing = {"failing_test_case": None, "visible_tests": tests, "hidden_tests": ""}
    of = exercise(language=language, growth=growth, complexity_expected="O(n)", code_snippet=slow, **nothing)
    runner = await open_runner()
    for _ in range(5):  # on a busy machine the times of one round may say nothing, or too little
        facts = await coding_facts(work(of=of), runner, owner="test")
        assert facts.complexity is not None
        if facts.complexity.measured == "about O(n²)":
            break
    await runner.aclose()
    assert (facts.complexity.as_expected, facts.complexity.measured) == (False, "about O(n²)"), facts.complexity


def test_the_benchmark_prints_floor_and_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "sandbox", "--rounds", "2", "--json"]) == 0
    timings = json.loads(capsys.readouterr().out)["timings"]
    assert list(timings) == ["floor: python", "floor: sandbox", "python", "javascript", "sql"]
    assert timings["python"]["overBarePython"] > 1
