"""One sandboxed process from start to end: fed, watched, stopped at a bound, and never left behind. Blocking."""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field

from schema.code_runs import RunLimit
from server.sandbox import cgroups, watchdog
from server.sandbox.bubblewrap import Command, Program, command
from server.sandbox.limits import OUTPUT_BYTES, REPORT_BYTES, Limits

SANDBOX_UID = 65000  # of runs where the server is root: nobody else's, for root itself is exempt from process limits
LOOK_EVERY_S = 0.02
NICENESS = 5  # interviews that are going on come first
SIGKILL, SIGXCPU = 9, 24  # by number: this module is imported on systems whose signals have no such names
OVER_CPU = {128 + SIGXCPU, -SIGXCPU}
KILLED = {128 + SIGKILL, -SIGKILL}
_ENTER = 'echo $$ >"$1" && { [ -z "$2" ] || echo $$ >"$2"; } && shift 2 && exec "$@"'


@dataclass(frozen=True, slots=True)
class Ended:
    """What is known of a run that is over."""

    status: int  # exit status; 128 + n or -n: ended by signal n
    report: bytes
    output: bytes
    limit: RunLimit | None
    wall_ms: float
    memory_mb: float | None
    crowded: bool  # it met the bound on processes, which need not have ended it


@dataclass(slots=True)
class _Watch:
    process: subprocess.Popen[bytes]
    limits: Limits
    began: float
    pending: bytearray
    stop: threading.Event
    output: bytearray = field(default_factory=bytearray)
    report: bytearray = field(default_factory=bytearray)
    peak_mb: float = 0.0
    most_processes: int = 0
    limit: RunLimit | None = None


def run(
    program: Program,
    limits: Limits,
    request: bytes,
    *,
    bwrap: str,
    filter_program: bytes,
    stop: threading.Event | None = None,
) -> Ended:
    """Start the program, give it `request` on its input, and wait for its end or end it, soon after `stop` is set.

    Raises OSError where it cannot be started at all.
    """
    with ExitStack() as keep:
        read_end, write_end = os.pipe()
        keep.callback(os.close, read_end)
        sent = ExitStack()
        keep.push(sent)
        sent.callback(os.close, write_end)
        line = command(program, limits, filter_program, write_end, bwrap=bwrap, keep=sent)
        group = cgroups.make(limits) if shutil.which("setpriv") else None
        if group is not None:
            keep.callback(group.remove)
        began = time.monotonic()
        process = _started(line, group)
        sent.close()
        watch = _Watch(process, limits, began, bytearray(request), stop or threading.Event())
        try:
            _follow(watch, read_end)
        finally:
            _end(process)
        return _ended(watch, group)


def _started(line: Command, group: cgroups.Group | None) -> subprocess.Popen[bytes]:
    """As root, under a user of its own: through the shell where a control group must be entered first."""
    root = os.geteuid() == 0
    words: Sequence[str] = line.words
    if group is not None:
        first, second = (*map(str, group.entrances), "")[:2]
        user = ("setpriv", f"--reuid={SANDBOX_UID}", f"--regid={SANDBOX_UID}", "--clear-groups", "--")
        words = ("/bin/sh", "-c", _ENTER, "sh", first, second, *user, *words)
    drop = root and group is None
    process = subprocess.Popen(  # noqa: S603 - the words are ours; what is a candidate's goes in by descriptor
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
        cwd="/",
        pass_fds=line.descriptors,
        start_new_session=True,
        user=SANDBOX_UID if drop else None,
        group=SANDBOX_UID if drop else None,
        extra_groups=[] if drop else None,
    )
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
    return process


def _follow(watch: _Watch, report: int) -> None:
    """Feed and read until everything is closed or a bound is met."""
    assert watch.process.stdin is not None
    assert watch.process.stdout is not None
    stdin, stdout = watch.process.stdin.fileno(), watch.process.stdout.fileno()
    with selectors.DefaultSelector() as selector:
        for descriptor in (stdin, stdout, report):
            os.set_blocking(descriptor, False)
        selector.register(stdin, selectors.EVENT_WRITE)
        selector.register(stdout, selectors.EVENT_READ, (watch.output, OUTPUT_BYTES))
        selector.register(report, selectors.EVENT_READ, (watch.report, REPORT_BYTES))
        look = watch.began
        while selector.get_map() and watch.limit is None and not watch.stop.is_set():
            for key, _ in selector.select(LOOK_EVERY_S):
                if key.data is None:
                    _feed(watch, selector, key.fd)
                elif _read(key.fd, *key.data):
                    selector.unregister(key.fd)
                elif len(key.data[0]) >= key.data[1]:
                    watch.limit = RunLimit.OUTPUT
            now = time.monotonic()
            if now >= look and watch.limit is None:
                _look(watch, now)
                look = time.monotonic() + LOOK_EVERY_S
    _wait(watch)


def _feed(watch: _Watch, selector: selectors.BaseSelector, descriptor: int) -> None:
    try:
        written = os.write(descriptor, watch.pending[:65536]) if watch.pending else 0
    except BlockingIOError:
        return
    except OSError:  # it ended before it had read everything
        watch.pending.clear()
    else:
        del watch.pending[:written]
    if not watch.pending:
        selector.unregister(descriptor)
        assert watch.process.stdin is not None
        with suppress(OSError):
            watch.process.stdin.close()


def _read(descriptor: int, into: bytearray, most: int) -> bool:
    """Whether that stream is over."""
    try:
        piece = os.read(descriptor, 65536)
    except BlockingIOError:
        return False
    into += piece[: most - len(into)]
    return not piece


def _look(watch: _Watch, now: float) -> None:
    if now - watch.began > watch.limits.wall_s:
        watch.limit = RunLimit.TIME
        return
    seen = watchdog.look(watch.process.pid)
    watch.peak_mb = max(watch.peak_mb, seen.memory_mb)
    watch.most_processes = max(watch.most_processes, seen.tasks)
    most = watch.limits.memory_mb
    if seen.memory_mb > most and (len(seen.pids) == 1 or watchdog.proportional_mb(seen) > most):
        watch.limit = RunLimit.MEMORY
        if len(seen.pids) > 1:  # a crowd that is still growing shows its size a moment later
            watch.most_processes = max(watch.most_processes, watchdog.look(watch.process.pid).tasks)
    elif seen.cpu_s > watch.limits.cpu_s + 1:  # several processes, each within its own bound
        watch.limit = RunLimit.TIME


def _wait(watch: _Watch) -> None:
    """Every stream is closed: the end is near, but nothing forbids a program to close them and stay."""
    while watch.limit is None and watch.process.poll() is None and not watch.stop.is_set():
        _look(watch, time.monotonic())
        with suppress(subprocess.TimeoutExpired):
            watch.process.wait(LOOK_EVERY_S)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Bubblewrap dies and with it, by its own wish, the first process inside and so everything inside."""
    if process.poll() is None:
        process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()


def _ended(watch: _Watch, group: cgroups.Group | None) -> Ended:
    status = watch.process.returncode
    peak = max(watch.peak_mb, (group.peak_mb or 0.0) if group else 0.0)
    limit = watch.limit
    crowded = watch.most_processes > watch.limits.processes or (group is not None and group.out_of_processes)
    if limit is None and group is not None and group.out_of_memory:
        limit = RunLimit.MEMORY
    if limit is None and status in OVER_CPU | KILLED:
        limit = RunLimit.TIME
    if limit in (RunLimit.TIME, RunLimit.MEMORY) and crowded:  # what a crowd of processes uses up is not the point
        limit = RunLimit.PROCESSES
    wall_ms = (time.monotonic() - watch.began) * 1000
    return Ended(status, bytes(watch.report), bytes(watch.output), limit, wall_ms, round(peak, 1) or None, crowded)
