"""Runs code in the sandbox as root and as an ordinary user, each run marked so that its processes can be looked for."""

from __future__ import annotations

import os
import pickle
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from schema.code_runs import CodeLanguage, RunRequest, RunResult
from server.sandbox import process, seccomp
from server.sandbox.limits import Limits
from server.sandbox.probe import Ability
from server.sandbox.programs import order, program
from server.sandbox.results import result

ORDINARY_USER = 65534
SMALL = {
    CodeLanguage.PYTHON: Limits(cpu_s=1, wall_s=6, memory_mb=160),
    CodeLanguage.JAVASCRIPT: Limits(cpu_s=1, wall_s=6, memory_mb=256, address_space_mb=None, processes=32, stack_mb=80),
    CodeLanguage.SQL: Limits(cpu_s=1, wall_s=6, memory_mb=160, address_space_mb=320),
}


@dataclass(frozen=True)
class Outcome:
    result: RunResult
    report: str  # as it came out of the sandbox
    marker: str  # stands in the environment of every process of that run

    @property
    def text(self) -> str:
        """Everything that the run could tell anybody."""
        return self.report + self.result.output + self.result.message


def run(ability: Ability, language: CodeLanguage, solution: str, tests: str, limits: Limits | None = None) -> Outcome:
    assert ability.interpreter is not None
    request, bounds = RunRequest(language=language, solution=solution, tests=tests), limits or SMALL[language]
    marker = f"run-{secrets.token_hex(8)}"
    marked = replace(program(request, ability.interpreter), environment={"MARKER": marker})
    ended = process.run(marked, bounds, order(request), bwrap=ability.bwrap, filter_program=seccomp.program())
    return Outcome(result(ended, bounds), ended.report.decode("utf-8", "replace"), marker)


class OrdinaryUser:
    """A child of this process that has given up root and runs what it is sent."""

    def __init__(self) -> None:
        to_child, from_us = os.pipe()
        to_us, from_child = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(from_us)
            os.close(to_us)
            _serve(to_child, from_child)
        os.close(to_child)
        os.close(from_child)
        self._write, self._read = os.fdopen(from_us, "wb"), os.fdopen(to_us, "rb")

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        pickle.dump((function, arguments), self._write)
        self._write.flush()
        value = pickle.load(self._read)
        if isinstance(value, BaseException):
            raise value
        return value

    def close(self) -> None:
        self._write.close()
        self._read.close()
        os.waitpid(self.pid, 0)


def _serve(read: int, write: int) -> None:
    os.setgroups([])
    os.setresgid(ORDINARY_USER, ORDINARY_USER, ORDINARY_USER)
    os.setresuid(ORDINARY_USER, ORDINARY_USER, ORDINARY_USER)
    orders, answers = os.fdopen(read, "rb"), os.fdopen(write, "wb")
    while True:
        try:
            function, arguments = pickle.load(orders)
        except EOFError:
            os._exit(0)
        try:
            value = function(*arguments)
        except BaseException as failure:
            value = failure
        pickle.dump(value, answers)
        answers.flush()


def processes_of(marker: str) -> list[int]:
    """Processes of that run which still live."""
    wanted, found = marker.encode(), []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (place / "environ").read_bytes():
                found.append(int(place.name))
        except OSError:
            continue
    return found
