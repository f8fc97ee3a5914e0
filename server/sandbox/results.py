"""From what a run reported to what is told: a verdict, each test's result, and why nothing could be tested."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from schema.code_runs import OUTPUT_CHARS, RunLimit, RunResult, RunVerdict, TestResult, TestVerdict
from server.sandbox.limits import Limits, message
from server.sandbox.process import SIGKILL, SIGXCPU, Ended

SIGSEGV, SIGXFSZ = 11, 25
MOST_TESTS = 2_000
VERDICTS = {verdict.value for verdict in TestVerdict}
NAME_CHARS, MESSAGE_CHARS = 200, 700
# how a bound shows in the candidate's own exception; only where a test did not pass because of it
SIGNS = (
    ("MemoryError", RunLimit.MEMORY),
    ("Array buffer allocation failed", RunLimit.MEMORY),
    ("Invalid string length", RunLimit.MEMORY),
    ("[Errno 28]", RunLimit.DISK),
    ("[Errno 27]", RunLimit.DISK),
    ("[Errno 11] Resource temporarily unavailable", RunLimit.PROCESSES),
    ("can't start new thread", RunLimit.PROCESSES),
)


def result(ended: Ended, limits: Limits) -> RunResult:
    """The result of a run that was started."""
    lines = list(_lines(ended.report))
    tests = _tests(lines)
    error = next((str(line["error"]) for line in lines if "error" in line), "")
    died = next((line["died"] for line in lines if "died" in line), None)
    limit = ended.limit or _limit(ended, tests, error, died)
    if limit is RunLimit.MEMORY and _limit(ended, tests, error, None) is RunLimit.PROCESSES:
        limit = RunLimit.PROCESSES  # a crowd that was refused its next process filled the memory
    done = any("done" in line for line in lines)
    planned = [str(name) for line in lines for name in line.get("names", ())]
    if not done or limit is not None:
        tests = _with_missing(tests, planned)
    verdict, said = _verdict(tests, error, limit, limits, done=done, ended=died if died is not None else ended.status)
    return RunResult(
        verdict=verdict,
        tests=tuple(tests),
        time_ms=round(ended.wall_ms, 1),
        memory_mb=ended.memory_mb,
        limit=limit,
        message=said,
        output=_cut(ended.output.decode("utf-8", "replace"), OUTPUT_CHARS),
    )


def refused(text: str) -> RunResult:
    """A run that was not started because its tests or its code can't be read."""
    return RunResult(verdict=RunVerdict.ERROR, time_ms=0, message=text)


def _lines(report: bytes) -> Iterator[dict[str, Any]]:
    """Whole lines only: the last may have been cut by the end."""
    for raw in report.split(b"\n")[:-1]:
        try:
            line = json.loads(raw)
        except ValueError:
            continue
        if isinstance(line, dict):
            yield line


def _tests(lines: Sequence[dict[str, Any]]) -> list[TestResult]:
    found = []
    for line in lines:
        if "test" in line and line.get("verdict") in VERDICTS:
            name = _cut(_printable(str(line["test"])), NAME_CHARS)
            said = _cut(_printable(str(line.get("message", ""))), MESSAGE_CHARS)
            found.append(TestResult(name=name, verdict=TestVerdict(line["verdict"]), message=said))
    return found[:MOST_TESTS]


def _with_missing(tests: list[TestResult], planned: Sequence[str]) -> list[TestResult]:
    known = {test.name.partition("[")[0] for test in tests}
    missing = [name for name in planned if _cut(name, NAME_CHARS).partition("[")[0] not in known]
    return [*tests, *(TestResult(name=_cut(name, NAME_CHARS), verdict=TestVerdict.NOT_RUN) for name in missing)]


def _limit(ended: Ended, tests: Sequence[TestResult], error: str, died: int | None) -> RunLimit | None:
    """A bound that the code ran into without being stopped from outside."""
    if died in (-SIGXCPU, -SIGKILL) or ended.status == 128 + SIGXCPU:
        return RunLimit.PROCESSES if ended.crowded else RunLimit.TIME
    if died == -SIGXFSZ:
        return RunLimit.DISK
    out_of_heap = b"heap out of memory" in ended.output or b"heap limit" in ended.output
    if out_of_heap and ended.status != 0:
        return RunLimit.MEMORY
    messages = [error, *(test.message for test in tests if test.verdict is not TestVerdict.PASSED)]
    return next((limit for sign, limit in SIGNS for said in messages if sign in said), None)


def _verdict(
    tests: Sequence[TestResult], error: str, limit: RunLimit | None, limits: Limits, *, done: bool, ended: int
) -> tuple[RunVerdict, str]:
    if limit is not None:
        return RunVerdict.LIMIT, message(limit, limits)
    if error and not any(test.verdict is not TestVerdict.NOT_RUN for test in tests):
        return RunVerdict.ERROR, _cut(_printable(error), MESSAGE_CHARS)
    if not done:
        return RunVerdict.ERROR, _ended(ended)
    if not tests:
        return RunVerdict.ERROR, "No test was found: write test_* functions or assertions."
    if error or any(test.verdict is not TestVerdict.PASSED for test in tests):
        return RunVerdict.FAILED, _cut(_printable(error), MESSAGE_CHARS)
    return RunVerdict.PASSED, ""


def _ended(status: int) -> str:
    number = -status if status < 0 else status - 128
    if number == SIGSEGV:
        return "The program crashed (segmentation fault) before its tests were over. Look for recursion without an end."
    if number > 0:
        return f"The program was ended by signal {number} before its tests were over."
    return f"The program ended itself (exit status {status}) before its tests were over."


def _printable(text: str) -> str:
    """JSON may carry half of a surrogate pair, which no database and no terminal takes."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "�")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
