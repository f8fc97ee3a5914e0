"""Runs the Python and the page's tests, prints how long each took, and closes with one plain line of totals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# These run side by side, two processes at a time, each with files and databases of its own. The others drive a browser,
# measure seconds of speech or use both cores themselves, and have the machine to themselves.
SIDE_BY_SIDE = tuple(
    f"tests/{name}"
    for name in ("house", "prompts", "seeds", "controller", "evaluators", "judge", "cli", "schema", "server")
)
KEPT_APART = tuple(  # sockets that are dropped and timed, and code whose growth is measured
    f"tests/server/{name}.py" for name in ("test_room_socket", "test_room_exercises", "test_run_code")
)


@dataclass(frozen=True, slots=True)
class Outcome:
    passed: int
    failed: int
    skipped: int
    exit_code: int


def main(extra: list[str]) -> int:
    """`extra` goes to pytest, in one process. Returns 0 only when all runs pass."""
    apart = [f"--ignore={path}" for path in KEPT_APART]
    runs = (
        [("pytest", extra)]
        if extra
        else [
            ("pytest, side by side", ["-n", "2", "--dist", "worksteal", *SIDE_BY_SIDE, *apart]),
            ("pytest, one by one", [*_others(), *KEPT_APART]),
        ]
    )
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [_timed(name, _pytest, Path(folder), arguments) for name, arguments in runs]
        outcomes.append(_timed("vitest", _vitest, Path(folder), []))
    passed, failed, skipped = (
        sum(getattr(outcome, name) for outcome in outcomes) for name in ("passed", "failed", "skipped")
    )
    # A run that broke before it could count its tests is a failure too.
    broken = [outcome for outcome in outcomes if outcome.exit_code and not outcome.failed]
    failed += len(broken)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""), flush=True)
    return 1 if failed else 0


def _others() -> list[str]:
    """Every folder of tests that does not run side by side."""
    folders = (path for path in sorted((ROOT / "tests").iterdir()) if any(path.glob("**/test_*.py")))
    return [name for path in folders if (name := f"tests/{path.name}") not in SIDE_BY_SIDE]


def _timed(name: str, run: Callable[[Path, list[str]], Outcome], folder: Path, extra: list[str]) -> Outcome:
    started = time.monotonic()
    outcome = run(folder, extra)
    print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
    return outcome


def _pytest(folder: Path, extra: list[str]) -> Outcome:
    report = folder / "pytest.xml"
    report.unlink(missing_ok=True)
    code = subprocess.run(
        [sys.executable, "-m", "pytest", f"--junitxml={report}", *extra], cwd=ROOT, check=False
    ).returncode
    if not report.exists():
        return Outcome(0, 0, 0, code or 1)
    suite = ET.parse(report).getroot().find("testsuite")
    if suite is None:
        return Outcome(0, 0, 0, code or 1)
    total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return Outcome(total - failed - skipped, failed, skipped, code)


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
