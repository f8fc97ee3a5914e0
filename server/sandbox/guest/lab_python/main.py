"""The first process inside: forks the solution's process, reads the tests, and alone can report.

The fork comes before the tests are read, so that the solution's process has never held them; it has no descriptor of
the report either, and there is no /proc through which one process could look into the other.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from . import candidate
from .running import Ended, Report


def main() -> int:
    report = Report(int(os.environ.pop("REPORT_FD")))
    to_read, from_write = os.pipe()
    from_read, to_write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(from_read)
        os.close(from_write)
        candidate.main(to_read, to_write)
    os.close(to_read)
    os.close(to_write)
    request = json.loads(sys.stdin.buffer.read())
    try:
        follow(request, from_read, from_write, report)
    except Ended:
        _, status = os.waitpid(child, 0)
        report.line(died=-os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
        return 0
    os.kill(child, signal.SIGKILL)
    return 0


def follow(request: dict[str, str], read: int, write: int, report: Report) -> None:
    with os.fdopen(write, "wb") as order:
        order.write(json.dumps(request).encode())
    with os.fdopen(read, "rb") as lines:
        for line in lines:
            fields = json.loads(line)
            report.line(**fields)
            if "done" in fields:
                return
    raise Ended
