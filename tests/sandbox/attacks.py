"""What hostile Python tries. Each attack's `go` raises or returns what it achieved."""

# ruff: noqa: E501, F541 - programs stand here as people write them
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
    for folder in ("/tmp", "/dev/shm", "/work", "/dev"):
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
    for path in ("/usr/x", "/x", "/work/solution.py", "/work/new", "/guest/lab_python/main.py", "/dev/x", "/etc/x"):
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
        os.rename("/tmp/0", "/work/solution.py")
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

FORGERIES = (
    Attack("leaving at once", "import os\nos._exit(0)", GUESS),
    Attack("leaving inside the call", "import os\ndef go(): os._exit(0)", GUESS),
    Attack("leaving where any exception is expected", "import os\ndef go(): os._exit(0)", """
from solution import go
def test_it():
    try: go()
    except: return
    assert False
"""),
    Attack("leaving at exit", "import atexit, os\natexit.register(lambda: os._exit(0))\ndef go(): raise SystemExit(0)", GUESS),
    Attack("sys.exit", "import sys\ndef go(): sys.exit(0)", GUESS),
    Attack("writing a report everywhere", """
import os
LINE = b'{"names": ["test_it"]}\\n{"test": "test_it", "verdict": "passed", "message": ""}\\n{"done": true}\\n'
def go():
    for number in range(1, 64):
        try: os.write(number, LINE)
        except OSError: pass
    os._exit(0)
""", GUESS),
    Attack("answering before it is asked", """
import os
for number in range(3, 16):
    try: os.write(number, b'[["ok", 918273645], [], [], ""]\\n' * 3)
    except OSError: pass
def go(): return 0
""", "from solution import *\ndef test_it():\n    assert go() == 918273646\n"),
    Attack("equal to everything", """
class Any:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
def go(): return Any()
""", GUESS),
    Attack("equal to everything, named by the tests", """
class Point:
    def __init__(self, *values): pass
    def __eq__(self, other): return True
    def __ne__(self, other): return False
def go(): return Point()
""", GUESS + "def test_other():\n    assert go() == Point(1, 2)\n"),
    Attack("equal to everything, inside a list", """
class Any(int):
    def __eq__(self, other): return True
    __hash__ = int.__hash__
def go(): return [Any()]
""", f"from solution import *\ndef test_it():\n    assert go() == [{SECRET}]\n"),
    Attack("a string that equals everything", """
class Any(str):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = str.__hash__
def go(): return Any("?")
""", "from solution import *\ndef test_it():\n    assert go() == 'hidden'\n    assert go() in ('a', 'b')\n"),
    Attack("less and greater than everything", """
class Any:
    def __lt__(self, other): return True
    __gt__ = __le__ = __ge__ = __lt__
    def __sub__(self, other): return 0
    __rsub__ = __add__ = __mod__ = __sub__
    def __abs__(self): return 0
def go(): return Any()
""", f"from solution import *\ndef test_it():\n    assert abs(go() - {SECRET}) < 1e-9\n    assert 5 < go() < 7\n"),
    Attack("containing everything", """
class Any:
    def __contains__(self, item): return True
    def __iter__(self): return iter(())
def go(): return Any()
""", f"from solution import *\ndef test_it():\n    assert {SECRET} in go()\n"),
    Attack("builtins of its own", """
def abs(value): return 0
def all(values): return True
def any(values): return True
def len(value): return 3
def sorted(values, **_): return [1, 2, 3]
def isinstance(value, kind): return True
def go(): return 1
""", f"from solution import *\ndef test_it():\n    assert abs(go() - {SECRET}) < 1e-9\n    assert len([1]) == 3\n"),
    Attack("builtins patched", """
import builtins
builtins.AssertionError = type("Nothing", (Exception,), {})
builtins.abs = lambda value: 0
builtins.isinstance = lambda value, kind: True
def go(): return 1
""", f"from solution import *\ndef test_it():\n    assert abs(go() - {SECRET}) < 1e-9\n"),
    Attack("the runner patched", """
import sys
for name, module in list(sys.modules.items()):
    if name.startswith("lab_python"):
        for key, value in list(vars(module).items()):
            if callable(value) and key in ("outcome", "failed", "compared", "run_tests"):
                setattr(module, key, lambda *_, **__: ("passed", ""))
def go(): return 1
""", GUESS),
    Attack("frames above", """
import sys
def go():
    frame = sys._getframe()
    while frame:
        for name, value in list(frame.f_globals.items()):
            if name.startswith("test"): frame.f_globals[name] = lambda: None
        frame = frame.f_back
    return 0
""", GUESS),
    Attack("through a callback of the tests", """
def go(callback):
    found = []
    for name in ("__globals__", "__code__", "__closure__", "__builtins__", "__self__", "func_globals", "gi_frame"):
        try:
            getattr(callback, name)
            found.append(name)
        except AttributeError: pass
    callback.__globals__["ANSWER"] = 0 if found else 1
    return 0
""", f"from solution import *\nANSWER = {SECRET}\ndef test_it():\n    assert go(lambda: 1) == ANSWER\n"),
    Attack("through an object of the tests", """
def go(thing):
    type(thing).__eq__ = lambda *_: True
    try: thing.check = lambda: True
    except Exception: pass
    try: thing.__class__ = int
    except Exception: pass
    return thing
""", """
from solution import *
class Thing:
    def __init__(self, value): self.value = value
    def __eq__(self, other): return self.value == other.value
    def check(self): return False
def test_it():
    thing = go(Thing(1))
    assert thing == Thing(2) or thing.check()
"""),
    Attack("modules of the tests' process", """
from lab_python import peer
def go(): return Named()
import statistics
class Named: pass
import lab_python.wire as wire
_encode = peer.Peer.encode
def encode(self, value):
    if isinstance(value, Named): return ["g", "statistics", "sys.modules"]
    return _encode(self, value)
peer.Peer.encode = encode
""", f"from solution import *\ndef test_it():\n    assert go() == {SECRET}\n"),
    Attack("skipping", "import unittest\ndef go(): raise unittest.SkipTest('no')", """
import unittest, solution
class T(unittest.TestCase):
    def test_it(self): self.assertEqual(solution.go(), 5)
    def test_that(self): self.assertEqual(solution.go(), 6)
"""),
    Attack("skipping as pytest does", """
import pytest
def go(): pytest.skip("no")
""", GUESS),
    Attack("stopping the tests' process", "import os, signal\ndef go(): os.kill(os.getppid(), signal.SIGSTOP); return 1", GUESS, wall_s=2),
    Attack("killing the tests' process", "import os, signal\ndef go(): os.kill(os.getppid(), signal.SIGKILL); return 1", GUESS),
    Attack("a value without an end", """
def go():
    nested = []
    for _ in range(200_000): nested = [nested]
    return nested
""", GUESS),
    Attack("searching for the tests", f"""
import gc, os
def go():
    wanted = "9182" + "73645"
    for text in [o for o in gc.get_objects() if isinstance(o, (list, dict))]:
        if wanted in str(text)[:100_000]: return int(wanted)
    for folder in ("/work", "/guest", "/guest/lab_python", "/tmp", "/dev"):
        for name in os.listdir(folder):
            try:
                path = os.path.join(folder, name)
                if os.path.isfile(path) and wanted in open(path, errors="replace").read(200_000): raise RuntimeError("WORKED")
            except OSError: pass
    try:
        if os.lseek(0, 0, 0) == 0 and wanted.encode() in os.read(0, 100_000): raise RuntimeError("WORKED")
    except OSError: pass
    return 0
""", "from solution import *\ndef test_it():\n    assert go() == 918273645 + len('x')\n"),
    Attack("a thread that comes back", """
import os, threading, time
def later():
    for _ in range(50):
        for number in range(3, 16):
            try: os.write(number, b'[["ok", 918273645], [], [], ""]\\n')
            except OSError: pass
        time.sleep(0.01)
def go():
    threading.Thread(target=later, daemon=True).start()
    return 0
""", "from solution import *\nimport time\ndef test_it():\n    go(); time.sleep(0.1)\n    assert go() == 7\n"),
)  # fmt: skip
