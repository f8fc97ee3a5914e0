"""Runs the tests of a file one after another and reports each as soon as it is over."""

from __future__ import annotations

import json
import os
import sys
import threading

from . import pytest_shim
from .collecting import CannotTest, ReportedError, TestFile

TYPE_CHECKING = False  # typing takes longer to import than a test to run
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

MESSAGE_CHARS = 600
STACK_BYTES = 512 * 1024 * 1024  # address space only; what is not used costs nothing
RECURSION_LIMIT = 150_000


class Ended(BaseException):
    """The solution's process is gone: no further test can run. Carries the wait status."""


class Report:
    """Lines of JSON for the server: {"names"}, {"test", "verdict", "message"}, {"error"}, {"died"}, {"done"}."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def line(self, **fields: Any) -> None:
        data = (json.dumps(fields) + "\n").encode()
        while data:
            data = data[os.write(self.descriptor, data) :]


def run_tests(
    file: TestFile,
    report: Any,
    gone: Callable[[], bool] = lambda: False,
    before: Callable[[], None] = lambda: None,
) -> None:
    """Every test of the file. A failure outside any test ends it: what ran before stays reported.

    `gone`: whether the solution's process has ended; a test that hides that from itself has not passed. `before` is
    done before each test.
    """
    report.line(names=file.planned())
    try:
        for test in file.tests():
            before()
            verdict, message = outcome(test.call)
            if gone():
                raise Ended
            if verdict == "skipped":
                report.line(skipped=test.name)
            else:
                report.line(test=test.name, verdict=verdict, message=message)
    except Ended:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever a test file's own lines raise
        report.line(error=f"The tests could not be loaded. {described(error)}")
    report.line(done=True)


def outcome(call: Callable[[], Any]) -> tuple[str, str]:
    """ "passed", "failed", "error" or "skipped", and a message of a line or a few."""
    try:
        call()
    except Ended:
        raise
    except pytest_shim.Skipped:
        return "skipped", ""
    except CannotTest as error:
        return "error", str(error)
    except ReportedError as error:
        return "error", cut(str(error))
    except AssertionError as error:
        return "failed", cut(described(error, where=False))
    except BaseException as error:  # noqa: BLE001 - a solution may raise anything, SystemExit included
        return "error", cut(described(error))
    return "passed", ""


def described(error: BaseException, *, where: bool = True) -> str:
    """ "ZeroDivisionError: division by zero (solution.py, line 3)"."""
    try:
        text = str(error)
    except BaseException:  # noqa: BLE001 - a __str__ of the candidate's
        text = ""
    said = type(error).__name__.removeprefix("Remote") + (f": {text}" if text else "")
    if isinstance(error, SyntaxError):
        return said
    at = place(error) if where else ""
    return f"{said} ({at})" if at else said


def place(error: BaseException) -> str:
    """The last line of the solution that it passed through, or else of the tests."""
    told = getattr(error, "lab_place", "")
    if told:
        return str(told)
    found = {}
    trace = error.__traceback__
    while trace is not None:
        name = os.path.basename(trace.tb_frame.f_code.co_filename)
        found[name] = f"{name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return found.get("solution.py") or found.get("tests.py", "")


def cut(text: str) -> str:
    return text if len(text) <= MESSAGE_CHARS else text[: MESSAGE_CHARS - 1] + "…"


def deeply(work: Callable[[], None]) -> None:
    """Run `work` on a stack that is deep enough for a hundred thousand calls. What it raises is raised here."""
    sys.setrecursionlimit(RECURSION_LIMIT)
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    raised: list[BaseException] = []

    def guarded() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - handed on below
            raised.append(error)

    threading.stack_size(STACK_BYTES)
    thread = threading.Thread(target=guarded)
    thread.start()
    threading.stack_size(0)
    thread.join()
    if raised:
        raise raised[0]
