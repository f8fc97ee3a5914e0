"""The bubblewrap command line of a run: new namespaces, a read-only system, no network, no environment.

Inside there are the interpreter's folders, /code with the candidate's file and the runner's, a small /tmp and nothing
else: no /etc, no home, no /var, no product. Files go in by descriptor, so that the sandbox's user needs to read none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

from server.sandbox.interpreters import Interpreter
from server.sandbox.limits import Limits

NOBODY = "65534"
CODE_BYTES = 8 * 1024 * 1024
SHM_BYTES = 64 * 1024
DEV_BYTES = 64 * 1024
PRLIMIT = "/usr/bin/prlimit"


@dataclass(frozen=True, slots=True)
class Program:
    """What runs inside: files by their path there, and the arguments of the interpreter."""

    interpreter: Interpreter
    arguments: tuple[str, ...]
    files: Mapping[str, bytes]
    proc: bool = False  # V8 reads /proc; Python runs without, and what is not there can't be searched
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Command:
    words: tuple[str, ...]
    descriptors: tuple[int, ...]  # that the child must inherit


def command(
    program: Program, limits: Limits, filter_program: bytes, report: int, *, bwrap: str, keep: ExitStack
) -> Command:
    """The command line. Descriptors that it names are closed with `keep`; `report` is the pipe for results."""
    descriptors = [report]

    def given(name: str, content: bytes) -> str:
        descriptors.append(_memory_file(name, content, keep))
        return str(descriptors[-1])

    words = [bwrap, *ISOLATION, *_system(program), "--proc", "/proc"] if program.proc else [
        bwrap, *ISOLATION, *_system(program)
    ]  # fmt: skip
    words += _folders(limits)
    for path, content in program.files.items():
        words += ["--ro-bind-data", given(path, content), path]
    words += ["--remount-ro", "/code", "--remount-ro", "/dev", "--remount-ro", "/"]
    for name, value in _environment(program, report).items():
        words += ["--setenv", name, value]
    words += ["--seccomp", given("filter", filter_program), "--chdir", "/code", "--", *_rlimits(limits)]
    words += [program.interpreter.path, *program.arguments]
    return Command(tuple(words), tuple(descriptors))


ISOLATION = (
    "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session", "--clearenv",
    "--hostname", "sandbox", "--uid", NOBODY, "--gid", NOBODY, "--cap-drop", "ALL",
)  # fmt: skip


def _system(program: Program) -> Iterator[str]:
    for folder in dict.fromkeys(program.interpreter.folders):
        yield from ("--ro-bind", folder, folder)
    for name in ("lib", "lib64", "bin"):
        if f"/{name}" not in program.interpreter.folders and os.path.islink(f"/{name}"):
            yield from ("--symlink", f"usr/{name}", f"/{name}")
    for folder in program.interpreter.hidden:
        yield from ("--size", "4096", "--tmpfs", folder, "--remount-ro", folder)


def _folders(limits: Limits) -> tuple[str, ...]:
    """Every writable place has a size. /dev is a tmpfs of bubblewrap's own and is made read-only afterwards."""
    return (
        "--dev", "/dev", "--size", str(SHM_BYTES), "--tmpfs", "/dev/shm",  # noqa: S108 - inside
        "--size", str(limits.scratch_mb << 20), "--tmpfs", "/tmp",  # noqa: S108
        "--size", str(CODE_BYTES), "--perms", "0755", "--tmpfs", "/code",
    )  # fmt: skip


def _environment(program: Program, report: int) -> dict[str, str]:
    own = {"PATH": "/usr/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "REPORT_FD": str(report)}  # noqa: S108
    if program.interpreter.library_path:
        own["LD_LIBRARY_PATH"] = program.interpreter.library_path
    return {**own, **program.environment}


def _rlimits(limits: Limits) -> tuple[str, ...]:
    """Set inside: the count of processes is then that of this sandbox's user namespace alone."""
    bounds = {
        "nproc": limits.processes,
        "cpu": f"{limits.cpu_s}:{limits.cpu_s + 1}",
        "fsize": limits.file_mb << 20,
        "nofile": limits.open_files,
        "stack": f"{limits.stack_mb << 20}:",
        "core": 0,
        "memlock": 0,
        "msgqueue": 0,
    }
    if limits.address_space_mb is not None:
        bounds["as"] = limits.address_space_mb << 20
    return (PRLIMIT, *(f"--{name}={value}" for name, value in bounds.items()), "--")


def _memory_file(name: str, content: bytes, keep: ExitStack) -> int:
    """A descriptor from which `content` can be read once."""
    descriptor = os.memfd_create(name)
    keep.callback(os.close, descriptor)
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
