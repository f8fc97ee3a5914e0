"""How long a run takes to start: each language against the floor of this machine, measured side by side."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

from schema.code_runs import RunVerdict
from server.sandbox import process, seccomp
from server.sandbox.bubblewrap import Program
from server.sandbox.interpreters import Interpreter
from server.sandbox.limits import LIMITS
from server.sandbox.probe import SAMPLES, Ability
from server.sandbox.runner import abilities, run_now

GOAL_MS = 120.0  # a Python run from request to result, at the median, on an idle machine


@dataclass(frozen=True, slots=True)
class Timing:
    p50_ms: float
    p95_ms: float

    def over(self, floor: Timing) -> float:
        """How many times as long as the floor."""
        return round(self.p50_ms / floor.p50_ms, 2)


def measure(rounds: int) -> dict[str, Timing]:
    """Timings by name: the floors, then each language that runs here. In turn, so that all meet the same load."""
    found = {language: ability for language, ability in abilities().items() if ability.on}
    tasks: dict[str, Callable[[], None]] = {}
    for language, ability in found.items():
        assert ability.interpreter is not None
        if language.value == "python":
            tasks["floor: python"] = _bare(ability.interpreter)
            tasks["floor: sandbox"] = _empty_sandbox(ability)
    for language, ability in found.items():
        tasks[language.value] = _sample(language.value, ability)
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            began = time.perf_counter()
            task()
            times[name].append((time.perf_counter() - began) * 1000)
    return {name: timing(values) for name, values in times.items()}


def timing(values: list[float]) -> Timing:
    ordered = sorted(values)
    late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return Timing(round(statistics.median(ordered), 1), round(late, 1))


def _bare(interpreter: Interpreter) -> Callable[[], None]:
    """The interpreter alone, outside any sandbox."""
    words = [interpreter.path, "-I", "-S", "-c", "pass"]

    def task() -> None:
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603

    return task


def _empty_sandbox(ability: Ability) -> Callable[[], None]:
    """The sandbox around a program that does nothing."""
    assert ability.interpreter is not None
    true = Interpreter("/usr/bin/true", ability.interpreter.folders, ability.interpreter.hidden)
    program, limits = Program(true, (), {}), LIMITS[next(iter(LIMITS))]

    def task() -> None:
        process.run(program, limits, b"", bwrap=ability.bwrap, filter_program=seccomp.program())

    return task


def _sample(name: str, ability: Ability) -> Callable[[], None]:
    request = next(sample for language, sample in SAMPLES.items() if language.value == name)

    def task() -> None:
        if run_now(request, ability).verdict is not RunVerdict.PASSED:
            raise RuntimeError(f"the {name} sample did not pass")

    return task
