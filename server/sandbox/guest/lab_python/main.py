"""The first process inside: forks the solution's process, reads the tests, runs them, and alone can report.

The fork comes before the tests are read, so that the solution's process has never held them; it has no descriptor of
the report either, and there is no /proc through which one process could look into the other.
"""

from __future__ import annotations

import ast
import json
import os
import signal
import sys
import types

from . import candidate, pytest_shim
from .collecting import TestFile
from .deciding import BUILTINS, named_by, needs_one_process
from .guard import Guarded
from .rewriting import helpers
from .running import Ended, Report, deeply, described, run_tests
from .wire import Channel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def main() -> int:
    report = Report(int(os.environ.pop("REPORT_FD")))
    to_read, from_write = os.pipe()
    from_read, to_write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(from_read)
        os.close(from_write)
        os.close(report.descriptor)
        candidate.main(to_read, to_write)
    os.close(to_read)
    os.close(to_write)
    tests = json.loads(sys.stdin.buffer.read())["tests"]
    try:
        tell(tests, Channel(from_read, from_write), report)
    except Ended:
        _, status = os.waitpid(child, 0)
        report.line(died=-os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
        return 0
    sys.stdout.flush()
    os.kill(child, signal.SIGKILL)
    return 0


def tell(tests: str, channel: Channel, report: Report) -> None:
    """Run the tests where they can be run."""
    try:
        tree = ast.parse(tests, "tests.py")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        report.line(error=f"The tests could not be read. {described(error)}", done=True)
        return
    if needs_one_process(tree):
        together(tests, channel, report)
    else:
        deeply(lambda: apart(tests, tree, channel, report))


def together(tests: str, channel: Channel, report: Report) -> None:
    """The solution's process runs the tests too; what it says of them is passed on.

    A line that somebody else wrote has not the token, and a test that is only claimed to be all there is is missed.
    """
    token, planned, told = os.urandom(16).hex(), TestFile(tests, {}, {}, None).planned(), set()
    channel.send({"tests": tests, "token": token})
    while True:
        fields = channel.receive()
        if not isinstance(fields, dict) or fields.get("token") != token:
            report.line(error="The solution wrote into the runner's own channel.", done=True)
            return
        told.add(str(fields.get("test") or fields.get("skipped")).partition("[")[0])
        passed_on = {name: fields[name] for name in REPORTED if name in fields}
        if passed_on:
            report.line(**passed_on)
        if "done" in fields:
            break
    missing = [name for name in planned if name not in told]
    if missing and "error" not in fields:
        report.line(error=f"Nothing was told of {missing[0]}.")


REPORTED = ("names", "test", "verdict", "message", "error", "done")


def apart(tests: str, tree: ast.Module, channel: Channel, report: Report) -> None:
    """The tests run here and ask the solution's process for everything of the solution's."""
    channel.send({"tests": None})
    sys.modules["pytest"] = pytest_shim.module()
    mentioned = named_by(tree)
    peer = Guarded(channel, mentioned)
    try:
        remote, pairs, entry = peer.ask("load", 0)
    except Ended:
        raise
    except BaseException as error:  # noqa: BLE001 - importing a solution may raise anything
        report.line(error=described(error), done=True)
        return
    names = dict(pairs)
    sys.modules["solution"] = Solution(peer, remote, names)
    peer.trust(mentioned & set(names))
    given = {name: value for name, value in names.items() if name not in BUILTINS}
    run_tests(TestFile(tests, given, helpers(peer.type_of), entry), report, gone=lambda: channel.ended)


class Solution(types.ModuleType):
    """`import solution`: every attribute is read and set where the solution lives."""

    def __init__(self, peer: Guarded, remote: Any, names: dict[str, Any]) -> None:
        super().__init__("solution")
        public = [name for name in names if not name.startswith("_") and name not in BUILTINS]
        self.__dict__.update(lab_peer=peer, lab_remote=remote, __all__=public, __file__="solution.py")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.__dict__["lab_peer"].ask("get", self.__dict__["lab_remote"], name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            super().__setattr__(name, value)
        else:
            self.__dict__["lab_peer"].ask("set", self.__dict__["lab_remote"], name, value)
