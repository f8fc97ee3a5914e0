"""Exact bounds on memory and processes where the server may make control groups, as root often may."""

from __future__ import annotations

import itertools
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from server.sandbox.limits import Limits

ROOT = Path("/sys/fs/cgroup")
PREFIX = "interview-lab-"
SLACK_PROCESSES = 8  # bubblewrap's own, and the runner's
_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class Group:
    """One run's control group: a folder for both (version 2) or one each (version 1)."""

    memory: Path
    pids: Path
    version: int

    @property
    def entrances(self) -> tuple[Path, ...]:
        """Files into which a process writes its number to be counted."""
        return tuple(dict.fromkeys((self.memory / "cgroup.procs", self.pids / "cgroup.procs")))

    @property
    def peak_mb(self) -> float | None:
        name = "memory.peak" if self.version == 2 else "memory.max_usage_in_bytes"
        try:
            return int((self.memory / name).read_text()) / 1e6
        except (OSError, ValueError):
            return None

    @property
    def out_of_memory(self) -> bool:
        return self._count(self.memory / ("memory.events" if self.version == 2 else "memory.oom_control"), "oom_kill")

    @property
    def out_of_processes(self) -> bool:
        return self._count(self.pids / "pids.events", "max")

    def remove(self) -> None:
        """Empty a moment after the last process died; what is left then is swept at the next start."""
        for folder in dict.fromkeys((self.memory, self.pids)):
            for _ in range(100):
                try:
                    folder.rmdir()
                    break
                except FileNotFoundError:
                    break
                except OSError:
                    time.sleep(0.005)

    @staticmethod
    def _count(file: Path, word: str) -> bool:
        try:
            rows = dict(line.split() for line in file.read_text().splitlines())
        except (OSError, ValueError):
            return False
        return rows.get(word, "0") != "0"


def make(limits: Limits) -> Group | None:
    """A group with these bounds; None where none can be made: then the watchdog alone holds them."""
    if os.geteuid() != 0:
        return None
    name = f"{PREFIX}{os.getpid()}-{next(_numbers)}"
    version = 2 if (ROOT / "cgroup.controllers").exists() else 1
    group = (
        Group(ROOT / name, ROOT / name, 2) if version == 2 else Group(ROOT / "memory" / name, ROOT / "pids" / name, 1)
    )
    try:
        for folder in dict.fromkeys((group.memory, group.pids)):
            folder.mkdir()
        for file, value in _bounds(group, limits).items():
            file.write_text(str(value))
    except OSError:
        group.remove()
        return None
    if version == 2:
        with suppress(OSError):
            (group.memory / "memory.swap.max").write_text("0")
    return group


def _bounds(group: Group, limits: Limits) -> dict[Path, int]:
    memory = group.memory / ("memory.max" if group.version == 2 else "memory.limit_in_bytes")
    return {memory: limits.memory_mb << 20, group.pids / "pids.max": limits.processes + SLACK_PROCESSES}


def sweep() -> None:
    """Remove groups that a killed server left; those in use can't be removed and stay."""
    for folder in (*ROOT.glob(f"{PREFIX}*"), *ROOT.glob(f"memory/{PREFIX}*"), *ROOT.glob(f"pids/{PREFIX}*")):
        with suppress(OSError):
            folder.rmdir()
