"""How much a run may use, and what is said when it used more."""

from __future__ import annotations

from dataclasses import dataclass

from schema.code_runs import CodeLanguage, RunLimit

OUTPUT_BYTES = 64 * 1024  # of printed text; more stops the run
REPORT_BYTES = 4 * 1024 * 1024  # of results; thousands of tests fit


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run. Memory is resident memory of all its processes; `address_space_mb` None: not bounded."""

    cpu_s: int = 6
    wall_s: float = 15.0
    memory_mb: int = 256
    address_space_mb: int | None = 1024  # of each process; stacks for deep recursion lie in it and are mostly unused
    processes: int = 24
    file_mb: int = 8
    scratch_mb: int = 16  # of /tmp
    open_files: int = 64
    stack_mb: int = 8  # of the first thread


LIMITS = {
    CodeLanguage.PYTHON: Limits(),
    # V8 reserves far more address space than it uses; its heap is bounded by an option instead
    CodeLanguage.JAVASCRIPT: Limits(memory_mb=384, address_space_mb=None, processes=32, stack_mb=80),
    CodeLanguage.SQL: Limits(address_space_mb=320),
}


def message(limit: RunLimit, limits: Limits) -> str:
    """One plain sentence for a person: what was exceeded, and what to look for."""
    match limit:
        case RunLimit.TIME:
            return (
                f"Stopped: it was still running after {limits.cpu_s} seconds of work. Look for a loop or a recursion "
                "that never ends, or for work that grows too fast with the input."
            )
        case RunLimit.MEMORY:
            return (
                f"Stopped: it needed more than {limits.memory_mb} MB of memory. Look for a list that keeps growing, or "
                "keep less at once."
            )
        case RunLimit.PROCESSES:
            return (
                f"Stopped: it started more than {limits.processes} processes or threads. Do the work in fewer of them."
            )
        case RunLimit.OUTPUT:
            return (
                f"Stopped: it printed more than {OUTPUT_BYTES // 1024} KB. Take out prints inside loops, and run again."
            )
        case RunLimit.DISK:
            return (
                f"Stopped: it wrote more than {limits.file_mb} MB to one file or {limits.scratch_mb} MB in all. Keep "
                "the data in memory or write less."
            )
