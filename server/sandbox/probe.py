"""Whether code can be run here, found out by running some; and where not, why and what to do."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schema.code_runs import CodeLanguage, RunRequest, RunVerdict
from server.sandbox import interpreters, process, seccomp
from server.sandbox.interpreters import Interpreter
from server.sandbox.limits import LIMITS
from server.sandbox.programs import order, program
from server.sandbox.results import result

LEAST_VERSION = (0, 8)  # --disable-userns; --size came with 0.7
SAMPLES = {
    CodeLanguage.PYTHON: RunRequest(language=CodeLanguage.PYTHON, solution="x = 1\n", tests="assert x == 1\n"),
    CodeLanguage.JAVASCRIPT: RunRequest(
        language=CodeLanguage.JAVASCRIPT, solution="const x = 1;\n", tests="assert.equal(x, 1);\n"
    ),
    CodeLanguage.SQL: RunRequest(
        language=CodeLanguage.SQL,
        solution="SELECT 1 AS x;",
        tests='[{"name": "one", "schema_sql": "", "expected": {"rows": [[1]]}}]',
    ),
}
NAMES = {
    CodeLanguage.PYTHON: "Python code",
    CodeLanguage.JAVASCRIPT: "JavaScript code",
    CodeLanguage.SQL: "SQL code",
}
BROWSER = "Until then code runs in the browser, unverified, or the round is judged by what is said."


@dataclass(frozen=True, slots=True)
class Ability:
    """Whether one language can be run here. `interpreter` is set where it can."""

    detail: str
    interpreter: Interpreter | None = None
    bwrap: str = ""

    @property
    def on(self) -> bool:
        return self.interpreter is not None


def probe(language: CodeLanguage) -> Ability:
    """Runs a sample in each interpreter that was found until one works. Blocking, for less than a second."""
    missing = _system()
    if missing:
        return Ability(f"{missing} {BROWSER}")
    bwrap = shutil.which("bwrap") or ""
    tried = ""
    for interpreter in _candidates(language):
        tried = _trial(language, interpreter, bwrap)
        if not tried:
            return Ability(f"{NAMES[language]} runs in the sandbox ({interpreter.path}).", interpreter, bwrap)
    return Ability(f"{tried or _not_installed(language)} {BROWSER}")


def _candidates(language: CodeLanguage) -> Iterator[Interpreter]:
    yield from interpreters.nodes() if language is CodeLanguage.JAVASCRIPT else interpreters.pythons()


def _not_installed(language: CodeLanguage) -> str:
    wanted = "Node 18 or newer" if language is CodeLanguage.JAVASCRIPT else "Python 3.9 or newer"
    return f"{NAMES[language]} needs {wanted}, which was not found. Install it and start again."


def _system() -> str:
    """What this computer lacks for any sandbox, as sentences; empty where nothing is known to be missing."""
    if platform.system() != "Linux":
        return f"Code runs in a sandbox on Linux only; this is {platform.system() or 'another system'}."
    if platform.machine() not in seccomp.ARCHITECTURES:
        return f"The sandbox knows no system calls of {platform.machine()} processors, so nothing is run here."
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        return "bubblewrap is missing. Install it (`apt install bubblewrap`) and start again."
    if not Path("/usr/bin/prlimit").exists():
        return "/usr/bin/prlimit is missing. Install util-linux and start again."
    found = _version(bwrap)
    if found < LEAST_VERSION:
        return f"bubblewrap {'.'.join(map(str, found))} is too old; 0.8 or newer is needed."
    return ""


def _version(bwrap: str) -> tuple[int, ...]:
    try:
        said = subprocess.run([bwrap, "--version"], capture_output=True, text=True, timeout=5, check=False).stdout  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return (0,)
    found = re.search(r"(\d+)\.(\d+)", said)
    return tuple(int(part) for part in found.groups()) if found else (0,)


def _trial(language: CodeLanguage, interpreter: Interpreter, bwrap: str) -> str:
    """Empty where the sample passed; else why not."""
    request, limits = SAMPLES[language], LIMITS[language]
    try:
        ended = process.run(
            program(request, interpreter), limits, order(request), bwrap=bwrap, filter_program=seccomp.program()
        )
    except OSError as failure:
        return f"bubblewrap cannot be started ({failure.strerror})."
    if result(ended, limits).verdict is RunVerdict.PASSED:
        return ""
    return reason(ended.output.decode("utf-8", "replace"), interpreter)


def reason(output: str, interpreter: Interpreter) -> str:
    """What bubblewrap's complaint means and what to do about it."""
    if "uid map" in output or "loopback" in output:
        return (
            "This kernel lets AppArmor forbid user namespaces (Ubuntu 23.10 and later). Allow them for bwrap with an "
            "AppArmor profile, or `sysctl kernel.apparmor_restrict_unprivileged_userns=0`."
        )
    if "No permissions to create" in output or "namespace" in output:
        return (
            "New namespaces are forbidden here, as in Docker's default profile. Start the container with "
            "`--security-opt seccomp=unconfined`, or allow user namespaces (`sysctl user.max_user_namespaces=15000`)."
        )
    last = output.strip().splitlines()[-1][:160] if output.strip() else "it printed nothing"
    return f"The sandbox does not work with {interpreter.path}: {last}."
