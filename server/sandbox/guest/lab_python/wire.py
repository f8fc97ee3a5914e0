"""Values between the tests' process and the solution's: literals by value, everything else as a reference.

One side runs at a time. Lists, dicts, sets and their like are in both processes at once: whoever hands over control
sends what has changed in them since, so that a function that sorts its argument in place, keeps a list that it was
given, or shares one between calls does in two processes exactly what it does in one. Objects stay where they were made;
the other side has a Remote for them.

The tests' process takes nothing but literals and references from here: no code, no pickles.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from operator import is_

from .running import Ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

SCALARS = frozenset({type(None), bool, int, float, str})
# mutable containers, by the tag under which they travel
TAGS: dict[Any, str] = {
    list: "l", dict: "d", set: "S", bytearray: "B", deque: "q", OrderedDict: "O", defaultdict: "D", Counter: "C",
}  # fmt: skip
KINDS = {tag: kind for kind, tag in TAGS.items()}
UNUSED = 3  # references to a container that nobody but our own table holds, while we look
MOST_MESSAGE = 64 * 1024 * 1024


class Channel:
    """Lines of JSON over two pipes."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = os.fdopen(read, "rb"), write
        self.ended = False

    def send(self, message: Any) -> None:
        data = json.dumps(message, separators=(",", ":")).encode() + b"\n"
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._write, view) :]
        except OSError:
            self.ended = True
            raise Ended from None

    def receive(self) -> Any:
        line = self._read.readline(MOST_MESSAGE)
        if not line.endswith(b"\n"):
            self.ended = True
            raise Ended
        try:
            return json.loads(line)
        except (ValueError, RecursionError):
            self.ended = True
            raise Ended from None


class Shared:
    """Containers that both processes hold, each with what was in it when control was last handed over."""

    def __init__(self, first: int) -> None:
        self._next = first  # the two sides count odd and even
        self._held: dict[int, list[Any]] = {}
        self._numbers: dict[int, int] = {}

    def number(self, container: Any) -> int | None:
        return self._numbers.get(id(container))

    def get(self, number: int) -> Any:
        return self._held[number][0]

    def add(self, container: Any) -> int:
        number = self._next
        self._next += 2
        self.put(number, container)
        return number

    def put(self, number: int, container: Any) -> None:
        self._held[number] = [container, _content(container)]
        self._numbers[id(container)] = number

    def note(self, number: int) -> None:
        """The content as it is now is what the other side has."""
        held = self._held[number]
        held[1] = _content(held[0])

    def changed(self) -> list[tuple[int, Any]]:
        found = []
        for number, (container, before) in list(self._held.items()):
            if _differs(container, before):
                found.append((number, container))
        return found

    def release(self, keep: set[int]) -> list[int]:
        """Forget containers that only this table still holds; the other side then need not send their changes."""
        unused = []
        for number in list(self._held):
            container = self._held[number][0]
            if number not in keep and sys.getrefcount(container) <= UNUSED:
                unused.append(number)
                self.drop(number)
        return unused

    def drop(self, number: int) -> None:
        held = self._held.pop(number, None)
        if held is not None:
            self._numbers.pop(id(held[0]), None)

    def __len__(self) -> int:
        return len(self._held)


def _content(container: Any) -> Any:
    if isinstance(container, dict):
        return tuple(container), tuple(container.values())
    if isinstance(container, set):
        return frozenset(map(id, container)), tuple(container)
    return bytes(container) if isinstance(container, bytearray) else tuple(container)


def _differs(container: Any, before: Any) -> bool:
    if isinstance(container, dict):
        keys, values = before
        return len(container) != len(keys) or not (
            all(map(is_, container, keys)) and all(map(is_, container.values(), values))
        )
    if isinstance(container, set):
        return len(container) != len(before[0]) or not all(id(item) in before[0] for item in container)
    if isinstance(container, bytearray):
        return bool(container != before)
    return len(container) != len(before) or not all(map(is_, container, before))


class Codec:
    """Encodes for the other side and decodes from it. `objects` knows references; it decides what may come in."""

    def __init__(self, shared: Shared, objects: Any) -> None:
        self.shared, self.objects = shared, objects

    # -------------------------------------------------------------- out

    def encode(self, value: Any) -> Any:
        kind = type(value)
        if kind in SCALARS:
            return value
        if kind in TAGS:
            number = self.shared.number(value)
            if number is not None:
                return ["s", number]
            number = self.shared.add(value)
            return [TAGS[kind], number, self.content(value)]
        if kind is tuple:
            return ["t", [self.encode(item) for item in value]]
        if kind is frozenset:
            return ["f", [self.encode(item) for item in value]]
        if kind is bytes:
            return ["b", value.decode("latin-1")]
        if kind is complex:
            return ["c", value.real, value.imag]
        if kind is range:
            return ["r", value.start, value.stop, value.step]
        if kind is slice:
            return ["i", self.encode(value.start), self.encode(value.stop), self.encode(value.step)]
        if value is Ellipsis or value is NotImplemented:
            return ["N", value is Ellipsis]
        made = MADE.get(kind.__name__)
        if made is not None and kind.__module__ == made[0]:
            return ["x", kind.__name__, [self.encode(part) for part in made[1](value)]]
        return self.objects.encode(value)

    def content(self, container: Any) -> Any:
        """What is in a container, and what more belongs to it."""
        kind = type(container)
        if kind is bytearray:
            return container.decode("latin-1")
        if kind is deque:
            return [container.maxlen, [self.encode(item) for item in container]]
        if issubclass(kind, dict):
            pairs = [[self.encode(key), self.encode(value)] for key, value in container.items()]
            factory = self.encode(container.default_factory) if kind is defaultdict else None
            return [factory, pairs] if kind is defaultdict else pairs
        return [self.encode(item) for item in container]

    # -------------------------------------------------------------- in

    def decode(self, given: Any) -> Any:
        if type(given) in SCALARS:
            return given
        tag = given[0]
        if tag == "s":
            return self.shared.get(given[1])
        if tag in KINDS:
            return self._container(tag, given[1], given[2])
        if tag == "t":
            return tuple([self.decode(item) for item in given[1]])
        if tag == "f":
            return frozenset([self.decode(item) for item in given[1]])
        if tag == "b":
            return given[1].encode("latin-1")
        if tag == "c":
            return complex(given[1], given[2])
        if tag == "r":
            return range(given[1], given[2], given[3])
        if tag == "i":
            return slice(*map(self.decode, given[1:]))
        if tag == "N":
            return Ellipsis if given[1] else NotImplemented
        if tag == "x":
            return made_again(given[1], [self.decode(part) for part in given[2]])
        return self.objects.decode(given)

    def _container(self, tag: str, number: int, content: Any) -> Any:
        kind = KINDS[tag]
        container: Any = deque(maxlen=content[0]) if tag == "q" else kind()
        self.shared.put(number, container)  # before its items, which may hold it
        self.fill(container, content)
        self.shared.note(number)
        return container

    def fill(self, container: Any, content: Any) -> None:
        """Replace what is in a container."""
        if isinstance(container, bytearray):
            container[:] = content.encode("latin-1")
            return
        if isinstance(container, defaultdict):
            container.default_factory = self.decode(content[0])
            content = content[1]
        elif isinstance(container, deque):
            content = content[1]
        if isinstance(container, dict):
            pairs = [(self.decode(key), self.decode(value)) for key, value in content]
            container.clear()
            for key, value in pairs:
                dict.__setitem__(container, key, value)
            return
        items = [self.decode(item) for item in content]
        container.clear()
        if isinstance(container, set):
            container.update(items)
        else:
            container.extend(items)

    def sync(self, keep: set[int] | None = None) -> tuple[list[Any], list[int]]:
        """What has changed since the other side had control, and what is not needed any more. Encode values before."""
        if not len(self.shared):
            return [], []
        changes = []
        for number, container in self.shared.changed():
            changes.append([number, self.content(container)])
            self.shared.note(number)
        return changes, self.shared.release(keep or set())

    def synced(self, changes: list[Any], released: list[int]) -> None:
        """The other side's changes are taken over."""
        for number, content in changes:
            self.fill(self.shared.get(number), content)
            self.shared.note(number)
        for number in released:
            self.shared.drop(number)


# Immutable values of the standard library: module, and what makes them again
MADE: dict[str, tuple[str, Callable[[Any], tuple[Any, ...]]]] = {
    "Decimal": ("decimal", lambda v: (str(v),)),
    "Fraction": ("fractions", lambda v: (v.numerator, v.denominator)),
    "date": ("datetime", lambda v: (v.year, v.month, v.day)),
    "datetime": (
        "datetime",
        lambda v: (v.year, v.month, v.day, v.hour, v.minute, v.second, v.microsecond, v.tzinfo, v.fold),
    ),
    "time": ("datetime", lambda v: (v.hour, v.minute, v.second, v.microsecond, v.tzinfo, v.fold)),
    "timedelta": ("datetime", lambda v: (v.days, v.seconds, v.microseconds)),
    "timezone": ("datetime", lambda v: v.__getinitargs__()),
    "ZoneInfo": ("zoneinfo", lambda v: (v.key,)),
    "UUID": ("uuid", lambda v: (str(v),)),
    "PosixPath": ("pathlib", lambda v: (str(v),)),
    "PurePosixPath": ("pathlib", lambda v: (str(v),)),
    "Pattern": ("re", lambda v: (v.pattern, v.flags)),
}


def made_again(name: str, parts: list[Any]) -> Any:
    module = __import__(MADE[name][0])
    if name == "Pattern":
        return module.compile(*parts)
    if name in ("datetime", "time"):
        return getattr(module, name)(*parts[:-1], fold=parts[-1])
    return getattr(module, name)(*parts)
