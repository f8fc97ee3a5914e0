"""A run in the candidate's browser: the sandbox's own collecting and running of tests, in one process, on Pyodide."""

from __future__ import annotations

import ast
import json
import sys
import types

from lab_python import pytest_shim
from lab_python.collecting import TestFile
from lab_python.rewriting import helpers
from lab_python.running import described, run_tests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Report:
    """Hands each line of the report, as JSON, to the page."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        self._tell = tell

    def line(self, **fields: Any) -> None:
        self._tell(json.dumps(fields))


def go(solution: str, tests: str, tell: Callable[[str], object]) -> None:
    """Runs the tests on the solution and tells what the sandbox would tell. Raises nothing for what the code does."""
    report = Report(tell)
    sys.modules["pytest"] = pytest_shim.module()
    try:
        module, entry = _loaded(solution)
    except BaseException as error:  # noqa: BLE001 - loading a solution may raise anything
        report.line(error=described(error), done=True)
        return
    names = {name: value for name, value in vars(module).items() if not name.startswith("__")}
    try:
        file = TestFile(tests, names, helpers(), entry)
    except SyntaxError as error:
        report.line(error=f"The tests could not be read. {described(error)}", done=True)
        return
    run_tests(file, report)
    sys.stdout.flush()


def _loaded(source: str) -> tuple[types.ModuleType, str | None]:
    """The solution as a module that `import solution` finds, and its last function's name."""
    module = types.ModuleType("solution")
    sys.modules["solution"] = module
    tree = ast.parse(source, "solution.py")
    functions = [node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    exec(compile(source, "solution.py", "exec"), module.__dict__)  # noqa: S102 - that is what the runner is for
    return module, functions[-1] if functions else None
