"""Solutions and test files in the shapes in which people and public sets write them, with how each test must end."""

# ruff: noqa: E501, W291 - programs stand here as people write them
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    name: str
    solution: str
    tests: str
    ends: str  # a letter a test in order: p passed, f failed, e error
    says: tuple[str, ...] = ()


NODES = """
class Node:
    def __init__(self, value=None, successor=None, successors=()):
        self.value, self.successor, self.successors = value, successor, list(successors)

def reverse(node):
    previous = None
    while node:
        node.successor, previous, node = previous, node, node.successor
    return previous

def reachable(start, goal):
    seen = set()
    def visit(node):
        if node is goal: return True
        seen.add(node)
        return any(visit(n) for n in node.successors if n not in seen)
    return visit(start)
"""

PYTHON = (
    Shape("bare assertions", "def f(x):\n    return x * 2\n", "from solution import f\nassert f(1) == 2\nassert f(2) == 5, 'two'\nassert f(3)\n",
          "pfp", ("line 3: f(2) == 5", "two: 4 != 5")),
    Shape("one comparison each way", "def f(x):\n    return x\n", """
def test_less(): assert f(3) < 2
def test_in(): assert f(3) in [1, 2]
def test_is(): assert f(None) is not None
def test_not(): assert not f([1])
def test_and(): assert f(1) == 1 and f(2) == 3
""", "fffff", ("3 >= 2", "3 not in [1, 2]", "None is None", "not f([1]) is False", "f(1) == 1 and f(2) == 3 is False")),
    Shape("check(candidate), never called", """
from typing import List
def helper(x): return x
def total(values: List[int]) -> int:
    return sum(values)
""", """
METADATA = {'author': 'me', 'dataset': 'test'}

def check(candidate):
    assert candidate([]) == 0
    assert candidate([1, 2]) == 3
    assert abs(candidate([0.5]) - 0.5) < 1e-6, "This prints if this assert fails"
""", "p"),
    Shape("check(candidate), called", "def add(a, b): return a - b\n", "def check(candidate):\n    assert candidate(1, 2) == 3\n\ncheck(add)\n", "f",
          ("check(add)", "-1 != 3")),
    Shape("linked lists", NODES, """
from solution import *
def values(node):
    found = []
    while node: found.append(node.value); node = node.successor
    return found
def test_reverse():
    assert values(reverse(Node(1, Node(2, Node(3))))) == [3, 2, 1]
    assert reverse(None) is None
def test_reach():
    a, b, c = Node("a"), Node("b"), Node("c")
    a.successors = [b]; b.successors.append(c); c.successors = [a]
    assert reachable(a, c) and not reachable(a, Node("d"))
""", "pp"),
    Shape("nodes that the tests define", "def depth(tree):\n    return 0 if tree is None else 1 + max(depth(tree.left), depth(tree.right))\n", """
class Tree:
    def __init__(self, left=None, right=None): self.left, self.right = left, right
def test_depth(): assert depth(Tree(Tree(None, Tree()), Tree())) == 3
""", "p"),
    Shape("parametrized with ids and raises", """
def parse(text):
    if not text.isdigit(): raise ValueError(f"bad {text}")
    return int(text)
""", """
import pytest
from solution import parse
CASES = [("1", 1), ("20", 20), ("3", 4)]
@pytest.mark.parametrize("text,number", CASES, ids=["a", "b", "c"])
def test_parse(text, number): assert parse(text) == number
@pytest.mark.parametrize("text", ["x", ""])
def test_bad(text):
    with pytest.raises(ValueError, match="bad"): parse(text)
def test_none():
    with pytest.raises(ValueError): parse("1")
@pytest.mark.slow
def test_mark(): assert parse("7") == 7
""", "ppfppfp", ("DID NOT RAISE ValueError",)),
    Shape("unittest", "class Stack:\n    def __init__(self): self.items = []\n    def push(self, x): self.items.append(x)\n    def pop(self): return self.items.pop()\n", """
import unittest
from solution import Stack
class TestStack(unittest.TestCase):
    def setUp(self): self.stack = Stack()
    def test_pop(self):
        self.stack.push(3)
        self.assertEqual(self.stack.pop(), 3)
        with self.assertRaises(IndexError): self.stack.pop()
    def test_wrong(self):
        self.stack.push([1])
        self.assertListEqual(self.stack.pop(), [2])
    def test_sub(self):
        for n in (1, 2):
            with self.subTest(n=n): self.assertTrue(n)
    def test_error(self): self.stack.pop()
if __name__ == "__main__":
    unittest.main()
""", "eppf", ("IndexError: pop from empty list", "Lists differ")),
    Shape("classes without unittest", "def f(x): return x + 1\n", """
class TestF:
    def setup_method(self): self.x = 1
    def test_a(self): assert f(self.x) == 2
    def test_b(self): assert f(self.x) == 3
""", "pf"),
    Shape("fixtures", "def total(xs): return sum(xs)\n", """
import pytest
@pytest.fixture
def numbers(): return [1, 2]
@pytest.fixture
def more(numbers):
    yield numbers + [3]
def test_total(more): assert total(more) == 6
def test_tmp(tmp_path): (tmp_path / "a").write_text("x"); assert (tmp_path / "a").read_text() == "x"
""", "pp"),
    Shape("loops of cases at the top level", "def double(x): return x * 2 if x < 3 else x\n", """
from solution import double
for given, wanted in [(1, 2), (2, 4)]:
    assert double(given) == wanted
for given, wanted in [(3, 6)]:
    assert double(given) == wanted
print("All tests passed")
""", "pf"),
    Shape("deep recursion, big integers, generators", """
import sys
def count(n): return 0 if n == 0 else 1 + count(n - 1)
def fib(n):
    a, b = 0, 1
    for _ in range(n): a, b = b, a + b
    return a
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found): found.append(n); yield n
        n += 1
def flatten(items):
    for item in items:
        if isinstance(item, list): yield from flatten(item)
        else: yield item
""", """
from itertools import islice
def test_deep(): assert count(20_000) == 20_000
def test_big(): assert len(str(fib(30_000))) == 6270 and fib(10) == 55
def test_lazy(): assert list(islice(primes(), 6)) == [2, 3, 5, 7, 11, 13]
def test_flat(): assert list(flatten([1, [2, [3, []]], 4])) == [1, 2, 3, 4]
def test_send():
    g = primes(); next(g); assert next(g) == 3; g.close(); assert list(g) == []
""", "ppppp"),
    Shape("in place, shared and copied", """
def sort(items): items.sort()
def remember(x, seen=[]):
    seen.append(x)
    return seen
def grid(n): return [[0] * n] * n
class Box:
    def __init__(self, items): self.items = items
    def all(self): return self.items
""", """
def test_place():
    xs = [3, 1]; assert sort(xs) is None; assert xs == [1, 3]
def test_default(): remember(1); assert remember(2) == [2]
def test_rows():
    g = grid(2); g[0][0] = 1; assert g == [[1, 0], [0, 0]]
def test_alias():
    xs = [1]; box = Box(xs); xs.append(2); assert box.all() == [1]
def test_inner():
    box = Box([]); box.all().append(5); assert box.all() == [5] and box.items is box.all()
""", "pfffp", ("[1, 2] != [2]", "[[1, 0], [1, 0]] != [[1, 0], [0, 0]]", "[1, 2] != [1]")),
    Shape("dataclasses, enums, named tuples, operators", """
from collections import namedtuple
from dataclasses import dataclass, field
from enum import Enum
from functools import total_ordering
Pair = namedtuple("Pair", "left right")
class Colour(Enum):
    RED = 1
@total_ordering
@dataclass(frozen=True)
class Money:
    cents: int
    def __add__(self, other): return Money(self.cents + other.cents)
    def __lt__(self, other): return self.cents < other.cents
    def __hash__(self): return hash(self.cents)
def pair(a, b): return Pair(a, b)
def colour(): return Colour.RED
def totals(xs): return sum(xs, Money(0))
""", """
from solution import Money, Pair, Colour, pair, colour, totals
def test_money(): assert totals([Money(1), Money(2)]) == Money(3); assert Money(1) < Money(2) and max([Money(1), Money(5)]) == Money(5)
def test_set(): assert len({Money(1), Money(1), Money(2)}) == 2
def test_pair(): assert pair(1, 2) == (1, 2) == Pair(1, 2) and pair(1, 2).right == 2; assert dict([pair("a", 1)]) == {"a": 1}
def test_colour(): assert colour() is Colour.RED and Colour(1) == Colour.RED and [c.name for c in Colour] == ["RED"]
def test_frozen():
    try: Money(1).cents = 2
    except Exception as e: assert type(e).__name__ == "FrozenInstanceError"
    else: assert False
""", "ppppp"),
    Shape("errors of its own", """
class Refused(Exception):
    def __init__(self, code): super().__init__(f"refused: {code}"); self.code = code
class Other(Refused): pass
def pay(n):
    if n < 0: raise Other(n)
    return {}["missing"]
""", """
import pytest
from solution import *
def test_own():
    with pytest.raises(Refused) as caught: pay(-3)
    assert caught.value.code == -3 and "refused" in str(caught.value) and caught.type is Other
def test_key():
    with pytest.raises(KeyError, match="missing"): pay(1)
def test_loose(): pay(1)
""", "ppe", ("KeyError: 'missing' (solution.py, line 7)",)),
    Shape("callbacks and fakes", """
def retry(call, times, sleep):
    for n in range(times):
        try: return call(n)
        except ConnectionError: sleep(2 ** n)
    raise TimeoutError("gave up")
def group(items, key): 
    found = {}
    for item in items: found.setdefault(key(item), []).append(item)
    return found
""", """
import pytest
class Fake:
    def __init__(self): self.calls = 0
    def __call__(self, n):
        self.calls += 1
        if self.calls < 3: raise ConnectionError("down")
        return "ok"
def test_retry():
    fake, slept = Fake(), []
    assert retry(fake, 5, slept.append) == "ok" and slept == [1, 2] and fake.calls == 3
def test_up():
    def down(n): raise ConnectionError
    with pytest.raises(TimeoutError): retry(down, 2, lambda s: None)
def test_group(): assert group(["a", "bb", "c"], len) == {1: ["a", "c"], 2: ["bb"]}; assert group([1, 2, 3], {1: "x"}.get) == {"x": [1], None: [2, 3]}
""", "ppp"),
    Shape("printed text and input files", """
import csv
def greet(name): print(f"Hello, {name}!")
def rows(file): return [row for row in csv.reader(file)]
""", """
import io
from contextlib import redirect_stdout
def test_print():
    out = io.StringIO()
    with redirect_stdout(out): greet("Ada")
    assert out.getvalue() == "Hello, Ada!\\n"
def test_capsys(capsys): greet("Bo"); assert capsys.readouterr().out.strip() == "Hello, Bo!"
def test_rows(): assert rows(io.StringIO("a,b\\n1,2\\n")) == [["a", "b"], ["1", "2"]]
""", "ppp"),
    Shape("dates, decimals, sets, bytes", """
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from collections import Counter, defaultdict, deque, OrderedDict
def due(day): return day + timedelta(days=30)
def tax(x): return (x * Decimal("0.2")).quantize(Decimal("0.01"))
def count(s): return Counter(s)
def groups(): d = defaultdict(list); d["a"].append(1); return d
def queue(): return deque([1, 2], maxlen=2)
def utc(): return datetime(2024, 1, 1, tzinfo=timezone.utc)
def uniq(xs): return set(xs), frozenset(xs), b"\\x00\\xff", 1 + 2j, range(3), float("nan")
""", """
from datetime import *
from decimal import Decimal
import math
def test_all():
    assert due(date(2024, 1, 31)) == date(2024, 3, 1)
    assert tax(Decimal("10.03")) == Decimal("2.01") and isinstance(tax(Decimal(1)), Decimal)
    assert count("aab").most_common(1) == [("a", 2)] and groups()["zz"] == []
    q = queue(); q.append(3); assert list(q) == [2, 3]
    assert utc().tzinfo == timezone.utc
    s, f, b, c, r, n = uniq([1, 1])
    assert s == f == {1} and b == b"\\x00\\xff" and c == 1 + 2j and list(r) == [0, 1, 2] and math.isnan(n)
""", "p"),
    Shape("patched insides run in one process", """
import time
def wait(n):
    time.sleep(n)
    return helper()
def helper(): return 1
""", """
from unittest.mock import patch
import solution
def test_wait():
    with patch("solution.time.sleep") as sleep, patch.object(solution, "helper", return_value=7):
        assert solution.wait(99) == 7
        sleep.assert_called_once_with(99)
""", "p"),
    Shape("coroutines run in one process", "import asyncio\nasync def get(x):\n    await asyncio.sleep(0)\n    return x\n", """
import asyncio
from solution import get
def test_run(): assert asyncio.run(get(3)) == 3
async def test_awaited(): assert await get(4) == 5
""", "pf", ("4 != 5",)),
    Shape("classes that the tests extend", "class Base:\n    def area(self): return self.side() ** 2\n", """
from solution import Base
class Square(Base):
    def side(self): return 3
def test_area(): assert Square().area() == 9
""", "p"),
    Shape("decorators", """
import functools
def memo(fn):
    kept = {}
    @functools.wraps(fn)
    def inner(*args):
        if args not in kept: kept[args] = fn(*args)
        return kept[args]
    inner.kept = kept
    return inner
def timed(fn):
    def inner(*a, **k): return fn(*a, **k)
    return inner
""", """
from solution import memo, timed
calls = []
@memo
def square(x):
    "Square."
    calls.append(x)
    return x * x
def test_memo(): assert square(3) == square(3) == 9 and calls == [3] and square.kept == {(3,): 9}
def test_name(): assert square.__name__ == "square" and square.__doc__ == "Square."
def test_kwargs(): assert timed(lambda a, b=2: a + b)(1, b=5) == 6
""", "ppp"),
    Shape("the module's state", "counter = 0\nlog = []\ndef tick():\n    global counter\n    counter += 1\n    log.append(counter)\n", """
import solution
def test_state():
    solution.tick(); assert solution.counter == 1
    solution.counter = 10; solution.tick(); assert solution.log == [1, 11]
""", "p"),
    Shape("exceptions at import", "import math\nvalue = math.sqrt(-1)\n", "from solution import value\nassert value\n", "", ("ValueError: math domain error",)),
    Shape("no test at all", "x = 1\n", "y = 2\n", "", ("No test was found",)),
    Shape("a syntax error", "def f(:\n", "assert f(1)\n", "", ("SyntaxError",)),
    Shape("a package that is not there", "def f(): return 1\n", "import numpy as np\nassert f() == 1\n", "", ("No module named 'numpy'",)),
    Shape("doctest-like strings and main guards", 'def f(x):\n    """>>> f(1)\n    1\n    """\n    return x\nif __name__ == "__main__":\n    raise SystemExit(3)\n',
          "def test_f(): assert f(1) == 1\nif __name__ == '__main__':\n    test_f()\n    raise SystemExit(1)\n", "p"),
    Shape("approximately", "def mean(xs): return sum(xs) / len(xs)\n", """
import pytest, math
def test_a(): assert mean([0.1, 0.2]) == pytest.approx(0.15)
def test_b(): assert [mean([1]), mean([2])] == pytest.approx([1, 2.1])
def test_c(): assert math.isclose(mean([0.1, 0.2, 0.3]), 0.2)
""", "pfp"),
)  # fmt: skip
