"""What hostile Python tries in order to pass: SECRET is known to the tests alone."""

# ruff: noqa: E501, F541 - programs stand here as people write them
from __future__ import annotations

from tests.sandbox.attacks import GUESS, SECRET, Attack

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
    for folder in ("/code", "/guest", "/guest/lab_python", "/tmp", "/dev"):
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
