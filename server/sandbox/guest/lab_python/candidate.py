"""The solution's process: loads the solution and does with it what the process of the tests asks."""

from __future__ import annotations

import ast
import json
import os
import sys
import types

from . import pytest_shim
from .collecting import TestFile
from .rewriting import helpers
from .running import Report, deeply, described, run_tests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

SOLUTION = "/work/solution.py"


def main(read: int, write: int) -> NoReturn:
    """Serve one run over two pipes, then end."""
    nothing = os.open("/dev/null", os.O_RDONLY)
    os.dup2(nothing, 0)
    with os.fdopen(read, "rb") as order:
        request = json.loads(order.read())
    deeply(lambda: together(request["tests"], Report(write)))
    sys.stdout.flush()
    os._exit(0)


def together(tests: str, report: Report) -> None:
    """Solution and tests in this one process."""
    sys.modules["pytest"] = pytest_shim.module()
    try:
        solution, entry = loaded()
    except BaseException as error:  # noqa: BLE001 - importing a solution may raise anything
        report.line(error=described(error), done=True)
        return
    names = {name: value for name, value in vars(solution).items() if not name.startswith("__")}
    try:
        file = TestFile(tests, names, helpers(), entry)
    except SyntaxError as error:
        report.line(error=f"The tests could not be read. {described(error)}", done=True)
        return
    run_tests(file, report)


def loaded() -> tuple[types.ModuleType, str | None]:
    """The solution as a module that `import solution` finds, and its last function's name."""
    with open(SOLUTION, encoding="utf-8") as file:
        source = file.read()
    module = types.ModuleType("solution")
    module.__file__ = SOLUTION
    sys.modules["solution"] = module
    tree = ast.parse(source, "solution.py")
    functions = [n.name for n in tree.body if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    exec(compile(source, "solution.py", "exec"), module.__dict__)  # noqa: S102 - that is what the sandbox is for
    return module, functions[-1] if functions else None
