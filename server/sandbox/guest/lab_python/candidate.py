"""The solution's process: loads the solution and does with it what the process of the tests asks."""

from __future__ import annotations

import ast
import builtins
import io
import os
import sys
import types

from . import pytest_shim
from .collecting import TestFile
from .deciding import BUILTINS
from .peer import Peer
from .rewriting import helpers, honestly_equal
from .running import Ended, deeply, described, run_tests
from .wire import Channel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

SOLUTION = "/code/solution.py"
KEPT_CHARS = 64 * 1024  # of printed text until it is handed over


def main(read: int, write: int) -> NoReturn:
    """Serve one run over two pipes, then end."""
    os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    channel = Channel(read, write)
    try:
        order = channel.receive()
        deeply(lambda: serve(channel) if order["tests"] is None else together(order, channel))
        sys.stdout.flush()
    except Ended:
        pass
    finally:
        os._exit(0)


def serve(channel: Channel) -> None:
    """The tests are elsewhere."""
    Solver(channel).serve()


class Solver(Peer):
    """Does what it is asked. What the solution prints goes along with each answer, so that tests can capture it."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(channel, 1)
        self._printed = Printed()
        sys.stdout = self._printed

    def perform(self, what: str, arguments: list[Any]) -> Any:
        if what == "load":
            module, entry = loaded()
            return module, tuple(names_of(module).items()), entry
        return super().perform(what, arguments)

    def printed(self) -> str:
        return self._printed.taken()


class Printed(io.StringIO):
    """Standard output that is handed over with each answer, and written at once where it grows."""

    def write(self, text: str) -> int:
        written = super().write(text)
        if self.tell() > KEPT_CHARS:
            os.write(1, self.taken().encode("utf-8", "replace"))
        return written

    def taken(self) -> str:
        text = self.getvalue()
        if text:
            self.seek(0)
            self.truncate()
        return text


class TogetherReport:
    """Reports through the tests' process."""

    def __init__(self, channel: Channel, token: str) -> None:
        self._channel, self._token = channel, token

    def line(self, **fields: Any) -> None:
        self._channel.send({"token": self._token, **fields})


def together(order: dict[str, Any], channel: Channel) -> None:
    """Solution and tests in this one process. What the solution did to the builtins is undone before each test."""
    report = TogetherReport(channel, order["token"])
    sys.modules["pytest"] = pytest_shim.module()
    native = dict(vars(builtins))
    try:
        solution, entry = loaded()
    except BaseException as error:  # noqa: BLE001 - importing a solution may raise anything
        report.line(error=described(error), done=True)
        return
    names = {name: value for name, value in names_of(solution).items() if name not in BUILTINS}
    file = TestFile(order["tests"], names, helpers(equal=honestly_equal), entry)
    run_tests(file, report, before=lambda: vars(builtins).update(native))


def names_of(module: types.ModuleType) -> dict[str, Any]:
    return {name: value for name, value in vars(module).items() if not name.startswith("__")}


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
    if "__all__" not in module.__dict__:  # `from solution import *` brings no builtins of the solution's own
        module.__all__ = [name for name in names_of(module) if name[0] != "_" and name not in BUILTINS]  # type: ignore[attr-defined]
    return module, functions[-1] if functions else None
