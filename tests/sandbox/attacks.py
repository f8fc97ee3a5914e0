"""What hostile Python tries. Each attack's `go` raises or returns what it achieved."""

# ruff: noqa: E501 - programs stand here as people write them
from __future__ import annotations

from dataclasses import dataclass, field

from schema.code_runs import RunLimit

CALL = "import solution\ndef test_it():\n    solution.go()\n"
SECRET = "918273645"  # what only the tests know
GUESS = f"from solution import *\ndef test_it():\n    assert go() == {SECRET}\n"


@dataclass(frozen=True)
class Attack:
    name: str
    code: str
    tests: str = CALL
    says: tuple[str, ...] = ()  # must stand in what the run tells
    never: tuple[str, ...] = field(default=("WROTE", "WORKED"))  # must not
    limit: RunLimit | None = None  # that it must meet
    may_pass: bool = False  # it does no harm by itself
    wall_s: float | None = None  # a shorter wall, for those that wait for it


def opened(*paths: str, mode: str = "r") -> str:
    return f"""
import os
def go():
    found = []
    for path in {paths!r}:
        try:
            found.append((path, os.listdir(path)[:3] if os.path.isdir(path) else open(path, {mode!r}).read(60)))
        except OSError as error:
            found.append((path, error.strerror))
    raise RuntimeError(repr(found))
"""


def called(**calls: tuple[object, ...]) -> str:
    """System calls made directly, by number."""
    return f"""
import ctypes, os
def go():
    libc, found = ctypes.CDLL(None, use_errno=True), []
    for name, arguments in {calls!r}.items():
        if libc.syscall(*arguments) >= 0:
            found.append(name + " WORKED")
        else:
            found.append(name + ": " + os.strerror(ctypes.get_errno()))
    raise RuntimeError("; ".join(found))
"""


SYSTEM = (
    Attack(
        "fork bomb",
        """
import os
def go():
    while True:
        try:
            os.fork()
        except OSError as error:
            if os.getpid() % 2: raise
""",
        limit=RunLimit.PROCESSES,
    ),
    Attack(
        "fork bomb that keeps quiet",
        """
import os
def go():
    while True:
        try: os.fork()
        except OSError: pass
""",
        limit=RunLimit.PROCESSES,
        wall_s=3,
    ),
    Attack(
        "thread bomb",
        """
import threading, time
def go():
    while True:
        threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
""",
    ),
    Attack("memory", "def go():\n    kept = []\n    while True: kept.append(bytearray(10 << 20))", limit=RunLimit.MEMORY),
    Attack("memory at once", "def go():\n    return len(bytearray(4 << 30))", limit=RunLimit.MEMORY),
    Attack(
        "memory in eight processes",
        """
import os, time
def go():
    for _ in range(8):
        if os.fork() == 0:
            held = bytearray(60 << 20)
            for at in range(0, len(held), 4096): held[at] = 1
            time.sleep(30)
    time.sleep(30)
""",
        limit=RunLimit.MEMORY,
    ),
    Attack(
        "zip bomb",
        """
import zlib
def go():
    packed = zlib.compress(b"0" * (32 << 20), 9)
    kept = []
    while True: kept.append(zlib.decompress(packed))
""",
        limit=RunLimit.MEMORY,
    ),
    Attack("endless loop", "def go():\n    while True: pass", limit=RunLimit.TIME),
    Attack(
        "endless loop, every signal ignored",
        """
import signal
def go():
    for number in range(1, 65):
        try: signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError): pass
    while True: pass
""",
        limit=RunLimit.TIME,
    ),
    Attack("sleep", "import time\ndef go(): time.sleep(999)", limit=RunLimit.TIME, wall_s=2),
    Attack("endless output", "def go():\n    while True: print('A' * 4096)", limit=RunLimit.OUTPUT),
    Attack("endless output past Python", "import os\ndef go():\n    while True: os.write(1, b'A' * 4096)",
           limit=RunLimit.OUTPUT),
    Attack(
        "full disk",
        """
import os
def go():
    kept = []
    for folder in ("/tmp", "/dev/shm", "/code", "/dev"):
        written = 0
        try:
            for number in range(64):
                with open(f"{folder}/f{number}", "wb") as file: written += file.write(b"x" * (4 << 20))
        except OSError as error:
            kept.append((folder, written >> 20, error.strerror, error.errno))
    assert kept[0][1] <= 16 and kept[1][1] == kept[2][1] == kept[3][1] == 0, kept
    raise OSError(28, "No space left on device")
""",
        limit=RunLimit.DISK,
    ),
    Attack(
        "one big file",
        "def go():\n    with open('/tmp/f', 'wb') as file:\n        while True: file.write(b'x' * (1 << 20))",
        limit=RunLimit.DISK,
    ),
    Attack("socket", "import socket\ndef go(): socket.create_connection(('127.0.0.1', 80), 1)", says=("PermissionError",)),
    Attack("abstract socket", "import socket\ndef go(): socket.socket(socket.AF_UNIX).connect('\\0/tmp/.X11-unix/X0')",
           says=("PermissionError",)),
    Attack("raw socket", called(socket=(41, 2, 2, 0)), says=("not permitted",)),
    Attack(
        "the system's files",
        opened("/etc/passwd", "/etc/shadow", "/root", "/home", "/var", "/run", "/sys", "/srv", "/opt", "CANARY"),
        says=("No such file",),
        never=("root:",),
    ),
    Attack("environment", "import os\ndef go(): raise RuntimeError(sorted(os.environ))", says=("PATH",)),
    Attack(
        "writing",
        """
def go():
    found = []
    for path in ("/usr/x", "/x", "/code/solution.py", "/code/new", "/guest/lab_python/main.py", "/dev/x", "/etc/x"):
        try:
            open(path, "w").write("x")
            found.append(path + " WROTE")
        except OSError as error:
            found.append(path + " " + error.strerror)
    raise RuntimeError("; ".join(found))
""",
        says=("Read-only",),
    ),
    Attack(
        "killing everyone",
        """
import os, signal
def go():
    for target in (1, -1, os.getppid()):
        try: os.kill(target, signal.SIGKILL)
        except OSError: pass
""",
    ),
    Attack(
        "tracing",
        """
import ctypes, os
def go():
    libc, found = ctypes.CDLL(None, use_errno=True), []
    for pid in (1, os.getppid()):
        for name, result in (("attach", libc.ptrace(16, pid, 0, 0)), ("read", libc.process_vm_readv(pid, 0, 0, 0, 0, 0))):
            found.append(f"{name} {'WORKED' if result >= 0 else os.strerror(ctypes.get_errno())}")
    raise RuntimeError("; ".join(found))
""",
        says=("not permitted",),
    ),
    Attack("looking into /proc", opened("/proc", "/proc/1/environ", "/proc/1/mem", "/proc/self/fd"), says=("No such file",)),
    Attack(
        "symbolic links",
        """
import os
def go():
    found = []
    for number, target in enumerate(("/etc/shadow", "/proc/1/root/etc/passwd", "CANARY", "/../../etc/passwd")):
        link = f"/tmp/{number}"
        os.symlink(target, link)
        try: found.append(open(link).read(30))
        except OSError as error: found.append(error.strerror)
    try:
        os.rename("/tmp/0", "/code/solution.py")
        found.append("WROTE")
    except OSError as error: found.append(error.strerror)
    raise RuntimeError("; ".join(found))
""",
        says=("No such file",),
        never=("root:", "WROTE"),
    ),
    Attack(
        "rare system calls",
        called(
            unshare=(272, 0x10000000), mount=(165, 0, 0, 0, 0, 0), bpf=(321, 0, 0, 0), io_uring=(425, 8, 0),
            keyctl=(250, 0, 0), userfaultfd=(323, 0), perf=(298, 0, 0, -1, -1, 0), setns=(308, 0, 0),
            new_user=(56, 0x10000011, 0, 0, 0, 0), clone3=(435, 0, 0), memfd=(319, b"x", 0), chroot=(161, b"/"),
            pidfd=(434, 1, 0), shmget=(29, 0, 1 << 20, 0o1666), become_root=(105, 0), mknod=(133, b"/tmp/d", 0o60666, 259),
        ),
        says=("unshare: Operation not permitted", "clone3: Function not implemented", "mknod: Operation not permitted"),
    ),
    Attack("another ABI", "import ctypes\ndef go(): ctypes.CDLL(None).syscall(0x40000000 | 39)"),
    Attack(
        "a daemon",
        """
import os, time
def go():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 64)
            time.sleep(60)
        os._exit(0)
""",
        may_pass=True,
    ),
    Attack("typing into the terminal", "import fcntl, os\ndef go(): fcntl.ioctl(os.open('/dev/tty', os.O_RDWR), 0x5412, b'x')",
           says=("Error",)),
    Attack("a null pointer", "import ctypes\ndef go(): ctypes.string_at(0)"),
    Attack(
        "descriptors of the server",
        """
import os
def go():
    found = []
    for number in range(3, 64):
        try: found.append((number, os.fstat(number).st_mode & 0o170000))
        except OSError: pass
    assert all(mode == 0o010000 for _, mode in found) and len(found) <= 2, found
""",
        may_pass=True,
    ),
    Attack(
        "raising the limits",
        """
import resource
def go():
    for kind in (resource.RLIMIT_NPROC, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_AS):
        try:
            resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            raise RuntimeError("WORKED")
        except ValueError: pass
""",
        may_pass=True,
    ),
    Attack(
        "a program of its own",
        """
import os, subprocess
def go():
    with open("/tmp/x", "w") as file: file.write("#!/bin/sh\\nid -u; cat /etc/passwd; mount\\n")
    os.chmod("/tmp/x", 0o4755)
    done = subprocess.run(["/tmp/x"], capture_output=True, text=True)
    raise RuntimeError(done.stdout + done.stderr)
""",
        says=("65534",),
        never=("root:",),
    ),
)  # fmt: skip
