"""The second try of tests that failed: few of them, once, told by name, and never a way past a failure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.repository import ROOT

FIRST_TIME_ONLY = """
from pathlib import Path
import pytest

def test_steady(): pass

@pytest.mark.parametrize("said", ["a b", "c::d[e]"])
def test_once(said):
    mark = Path(__file__).with_name(f"tried {said}")
    if not mark.exists():
        mark.touch()
        raise AssertionError("the machine was busy")

@pytest.fixture
def untidy():
    yield
    raise RuntimeError("left behind")
"""
ALWAYS = "\ndef test_wrong(untidy):\n    assert 1 == 2\n"


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """scripts/run_tests.py for the tests of a folder of its own."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import run_tests

    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # its tests need none
    (tmp_path / "project").mkdir()
    monkeypatch.setattr(run_tests, "ROOT", tmp_path / "project")
    return run_tests


def twice(runner: ModuleType, source: str, folder: Path) -> str:
    """The closing line after a run of these tests, with their second try."""
    (runner.ROOT / "test_it.py").write_text(source)
    first = runner._pytest(folder, ["-q", "test_it.py"])
    line: str = runner.settled([first], lambda names: runner._pytest(folder, list(names))).line
    return line


def test_what_passes_the_second_time_is_told_and_what_fails_twice_has_failed(
    runner: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A test that fails and then cannot be cleaned up after is one failure."""
    assert twice(runner, FIRST_TIME_ONLY + ALWAYS, tmp_path) == "3 passed, 1 failed, 2 at the second try"
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("PASSED ONLY")]
    assert told == [
        "PASSED ONLY AT THE SECOND TRY: test_it.py::test_once[a b]",
        "PASSED ONLY AT THE SECOND TRY: test_it.py::test_once[c::d[e]]",
    ]


def test_a_file_that_cannot_be_read_is_no_test_to_try_again(runner: ModuleType, tmp_path: Path) -> None:
    assert twice(runner, "import nothing_of_this_name\n", tmp_path) == "0 passed, 1 failed"


def failed(runner: ModuleType, *names: str) -> object:
    return runner.Outcome(10, len(names), 0, 1, names)


def never(names: Sequence[str]) -> object:
    raise AssertionError(f"{names} were tried again")


def test_many_failures_are_no_accident(runner: ModuleType) -> None:
    totals = runner.settled([failed(runner, "a", "b"), failed(runner, "c", "d")], never)
    assert (totals.passed, totals.failed, totals.second) == (20, 4, 0)


def test_a_run_that_broke_stays_a_failure(runner: ModuleType) -> None:
    broken, fine = runner.Outcome(0, 0, 0, 2), runner.Outcome(1, 0, 0, 0)
    assert runner.settled([fine, broken], never).line == "1 passed, 1 failed"
    assert runner.settled([failed(runner, "a"), fine], lambda names: broken).line == "11 passed, 1 failed"
    both = runner.settled([failed(runner, "a"), broken], lambda names: fine)
    assert (both.failed, both.second) == (1, 1)


def test_ci_finds_the_closing_line(runner: ModuleType) -> None:
    """.ci/run takes the last line of this form as its own."""
    line = runner.Totals(9, 0, 2, 1).line
    assert line == "9 passed, 0 failed, 2 skipped, 1 at the second try"
    assert r"grep -E '^[0-9]+ passed, [0-9]+ failed'" in (ROOT / ".ci" / "run").read_text()
    assert runner.Totals(9, 1, 0, 0).line == "9 passed, 1 failed"


def test_what_is_kept_apart_is_there_and_in_no_other_group(runner: ModuleType) -> None:
    for name in runner.KEPT_APART:
        path, _, test = name.partition("::")
        assert (ROOT / path).is_file(), name
        assert not test or f"def {test}(" in (ROOT / path).read_text(), name
        assert path.startswith(tuple(f"{folder}/" for folder in runner.SIDE_BY_SIDE + runner.IN_PAIRS)), name
