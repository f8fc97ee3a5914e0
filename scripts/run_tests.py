"""Runs the Python and the page's tests, prints how long each took, and closes with one plain line of totals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Two processes at a time, each with files, ports and databases of its own. First what keeps a core busy; then, file by
# file, what waits most of the time, for pages, voices and bounds.
SIDE_BY_SIDE = tuple(
    f"tests/{name}"
    for name in ("house", "prompts", "seeds", "controller", "evaluators", "judge", "cli", "schema", "server")
)
IN_PAIRS = tuple(f"tests/{name}" for name in ("e2e", "sandbox", "agent"))
# These measure seconds of speech, drop sockets in time or use both cores themselves, and have the machine to
# themselves, as has every folder that is not named above. Files, or single tests.
KEPT_APART = (
    "tests/server/test_room_socket.py",
    "tests/server/test_room_exercises.py",
    "tests/server/test_run_code.py",
    "tests/e2e/test_spoken_interview.py",
    "tests/e2e/test_coding_round.py::test_a_round_by_voice",
    "tests/e2e/test_case_round.py::test_a_case_by_voice",
    "tests/agent/test_live.py",
    "tests/agent/test_recorder.py",
    "tests/agent/voices/test_livekit_tts.py",
    "tests/agent/whisper/test_listener.py",
)
# A busy machine fails one test, and a mistake fails it again; more than these are no accident and are not tried again.
MOST_SECOND_TRIES = 3
TESTS_FAILED = 1  # pytest's exit code when it ran to its end


@dataclass(frozen=True, slots=True)
class Outcome:
    passed: int
    failed: int
    skipped: int
    exit_code: int
    names: tuple[str, ...] = ()  # of the tests that failed, where they are known

    @property
    def broken(self) -> bool:
        """Whether the run ended badly before it could count its tests."""
        return self.exit_code != 0 and not self.failed


@dataclass(frozen=True, slots=True)
class Totals:
    passed: int
    failed: int
    skipped: int
    second: int  # of those that passed: only at the second try

    @property
    def line(self) -> str:
        more = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{more}" + (
            f", {self.second} at the second try" if self.second else ""
        )


Retry = Callable[[Sequence[str]], Outcome]


def main(extra: list[str]) -> int:
    """`extra` goes to pytest, in one process. Returns 0 only when all runs pass."""
    apart = [f"--deselect={name}" if "::" in name else f"--ignore={name}" for name in KEPT_APART]
    runs = (
        [("pytest", extra)]
        if extra
        else [
            ("pytest, side by side", ["-n", "2", "--dist", "worksteal", *SIDE_BY_SIDE, *apart]),
            ("pytest, in pairs", ["-n", "2", "--dist", "loadfile", *IN_PAIRS, *apart]),
            ("pytest, one by one", [*_others(), *KEPT_APART]),
        ]
    )
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [_timed(name, _pytest, Path(folder), arguments) for name, arguments in runs]
        outcomes.append(_timed("vitest", _vitest, Path(folder), []))
        totals = settled(outcomes, lambda names: _timed("second try", _pytest, Path(folder), list(names)))
    print(totals.line, flush=True)
    return 1 if totals.failed else 0


def settled(outcomes: Sequence[Outcome], retry: Retry) -> Totals:
    """The totals of all runs, after a second try of the few tests that failed at first."""
    passed, failed, skipped = (
        sum(getattr(outcome, name) for outcome in outcomes) for name in ("passed", "failed", "skipped")
    )
    # A run that broke before it could count its tests is a failure too.
    failed += sum(outcome.broken for outcome in outcomes)
    names = tuple(name for outcome in outcomes for name in outcome.names)
    if not names or failed > MOST_SECOND_TRIES:
        return Totals(passed, failed, skipped, 0)
    again = retry(names)
    mended = () if again.broken else tuple(name for name in names if name not in again.names)
    for name in mended:
        print(f"PASSED ONLY AT THE SECOND TRY: {name}", flush=True)
    return Totals(passed + len(mended), failed - len(mended), skipped, len(mended))


def _others() -> list[str]:
    """Every folder of tests that is not named above."""
    folders = (path for path in sorted((ROOT / "tests").iterdir()) if any(path.glob("**/test_*.py")))
    return [name for path in folders if (name := f"tests/{path.name}") not in SIDE_BY_SIDE + IN_PAIRS]


def _timed(name: str, run: Callable[[Path, list[str]], Outcome], folder: Path, extra: list[str]) -> Outcome:
    started = time.monotonic()
    outcome = run(folder, extra)
    print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
    return outcome


def _pytest(folder: Path, extra: list[str]) -> Outcome:
    with tempfile.TemporaryDirectory(dir=folder) as own:
        report, cache = Path(own) / "pytest.xml", Path(own) / "cache"
        command = [sys.executable, "-m", "pytest", f"--junitxml={report}", "-o", f"cache_dir={cache}", *extra]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        return counted(report, cache, code)


def counted(report: Path, cache: Path, code: int) -> Outcome:
    """What a run of pytest came to, by the report and the cache that it left."""
    suite = ET.parse(report).getroot().find("testsuite") if report.exists() else None
    if suite is None:
        return Outcome(0, 0, 0, code or 1)
    total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    outcome = Outcome(total - failed - skipped, failed, skipped, code)
    remembered = cache / "v" / "cache" / "lastfailed"
    names = tuple(json.loads(remembered.read_text())) if remembered.exists() else ()
    # Only a run that came to its end says of each test whether it failed; a test that failed twice over counts once.
    if code != TESTS_FAILED or not names:
        return outcome
    return replace(outcome, failed=len(names), names=names)


def _vitest(folder: Path, extra: list[str]) -> Outcome:
    report = folder / "vitest.json"
    command = ["npx", "--no-install", "vitest", "run", "--reporter=default", "--reporter=json"]
    code = subprocess.run(
        [*command, f"--outputFile.json={report}", *extra],
        cwd=ROOT / "web_client",
        env=os.environ if sys.stdout.isatty() else {**os.environ, "NO_COLOR": "1"},
        check=False,
    ).returncode
    if not report.exists():
        return Outcome(0, 0, 0, code or 1)
    totals = json.loads(report.read_text())
    skipped = totals["numPendingTests"] + totals.get("numTodoTests", 0)
    return Outcome(totals["numPassedTests"], totals["numFailedTests"], skipped, code)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
