"""What a tree of processes uses right now, read from /proc."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
PROC = Path("/proc")
# fields of /proc/PID/stat after the name in parentheses, counted from 0
_PARENT, _USER_TIME, _SYSTEM_TIME, _CHILDREN_USER, _CHILDREN_SYSTEM, _THREADS, _RESIDENT = 1, 11, 12, 13, 14, 17, 21


@dataclass(frozen=True, slots=True)
class Usage:
    memory_mb: float  # resident, all processes together
    cpu_s: float  # of those that live, and of their children that were waited for
    tasks: int  # threads of all processes
    pids: tuple[int, ...] = ()


def look(root: int) -> Usage:
    """Usage of `root` and everything below it. Processes that end meanwhile count as gone."""
    memory, ticks, tasks = 0, 0, 0
    pids = []
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            stat = (PROC / str(pid) / "stat").read_bytes().rpartition(b")")[2].split()
            children = _children(pid)
        except (OSError, ValueError):
            continue
        waiting += children
        pids.append(pid)
        memory += int(stat[_RESIDENT])
        tasks += int(stat[_THREADS])
        ticks += sum(int(stat[at]) for at in (_USER_TIME, _SYSTEM_TIME, _CHILDREN_USER, _CHILDREN_SYSTEM))
    return Usage(memory * PAGE_BYTES / 1e6, ticks / TICKS, tasks, tuple(pids))


def proportional_mb(usage: Usage) -> float:
    """Memory in which a page that several processes share counts once: dear to read, so only where it matters.

    Resident memory where the kernel does not tell.
    """
    total = 0
    for pid in usage.pids:
        try:
            rows = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
        except ProcessLookupError:
            continue
        except OSError:
            return usage.memory_mb
        total += next((int(row.split()[1]) for row in rows if row.startswith("Pss:")), 0)
    return total * 1024 / 1e6


def _children(pid: int) -> list[int]:
    """Children of every thread; from the whole of /proc where the kernel keeps no such list."""
    found: list[int] = []
    for thread in os.listdir(PROC / str(pid) / "task"):
        place = PROC / str(pid) / "task" / thread / "children"
        try:
            found += [int(child) for child in place.read_text().split()]
        except FileNotFoundError:
            return _by_parent(pid)
    return found


def _by_parent(parent: int) -> list[int]:
    found = []
    for name in os.listdir(PROC):
        if not name.isdigit():
            continue
        try:
            stat = (PROC / name / "stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            continue
        if int(stat[_PARENT]) == parent:
            found.append(int(name))
    return found
