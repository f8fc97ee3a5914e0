"""The tests' end of the talk: it believes values and nothing else, and lets the solution do little here.

A solution may return whatever it likes, for that is only a claim about a value, and it does not know which value is
expected. It may not decide a comparison: an object that says it equals everything equals nothing here, unless the tests
themselves name its class, and then it must not equal what nothing equals.
"""

from __future__ import annotations

import functools
import types

from .peer import NAMED, OPERATIONS, Peer
from .remote import BINARY, ORDERING, Remote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from .wire import Channel

FUNCTION_NAMES = ("__name__", "__qualname__", "__doc__")
FRAMES = ("gi_", "cr_", "ag_", "f_b", "f_g", "tb_", "co_")
TOOL_MODULES = frozenset({"builtins", "_io", "io", "_random", "_csv", "csv", "uuid", "hashlib", "_hashlib", "_sre"})
REFUSED_OPERATIONS = frozenset({"dir", "type", "plain", "fresh", "copy", "deepcopy"})


class Guarded(Peer):
    """`named` are the solution's classes that the tests name."""

    def __init__(self, channel: Channel, named: Collection[str]) -> None:
        super().__init__(channel, 0)
        self._named = named

    def trust(self, names: Collection[str]) -> None:
        self._named = names

    def type_of(self, value: Any) -> Any:
        """`type(value)` as the tests mean it."""
        return self.ask("op", "type", (value,)) if type(value) is Remote else type(value)

    # -------------------------------------------------------------- what a solution's object may decide

    def _trusted(self, remote: Remote) -> bool:
        return remote._lab_about["name"] in self._named

    def _is_builtin(self, remote: Remote) -> bool:
        return remote._lab_about["base"] in PLAIN

    def equal(self, mine: Remote, other: Any) -> Any:
        if mine is other:
            return True
        if not mine._lab_about["compares"]:
            return False if type(other) is Remote else NotImplemented
        if self._is_builtin(mine) and (type(other) is not Remote or self._is_builtin(other)):
            return self._plain(mine) == (self._plain(other) if type(other) is Remote else other)
        if type(other) is not Remote and not self._trusted(mine):
            return NotImplemented
        same = self.ask("op", "eq", (mine, other))
        return same is True and self.ask("op", "eq", (mine, self.ask("op", "fresh", (mine,)))) is not True

    def operate(self, name: str, target: Any, arguments: tuple[Any, ...]) -> Any:
        decides = name in ORDERING or name in BINARY or name == "contains" or name[1:] in BINARY
        if not decides or self._trusted(target) or all(type(other) is Remote for other in arguments):
            return self.ask("op", name, (target, *arguments))
        if self._is_builtin(target):
            return OPERATIONS[name](self._plain(target), *arguments)
        if name == "contains":
            return any(item is arguments[0] or item == arguments[0] for item in target)
        return NotImplemented

    def reflect(self, name: str, other: Any, mine: Any) -> Any:
        if self._trusted(mine):
            return self.ask("op", name, (other, mine))
        return OPERATIONS[name](other, self._plain(mine)) if self._is_builtin(mine) else NotImplemented

    def _plain(self, remote: Remote) -> Any:
        value = self.ask("op", "plain", (remote,))
        if type(value) is Remote:
            raise TypeError("no builtin value")
        return value

    # -------------------------------------------------------------- what a solution may do here

    def perform(self, what: str, arguments: list[Any]) -> Any:
        if what == "call":
            target, positional, named = arguments
            if not _may_call(target):
                raise TypeError("this can't be called from the solution")
            return target(*positional, **named)
        if what == "op":
            name, operands = arguments
            if name in REFUSED_OPERATIONS or isinstance(operands[0], (types.FunctionType, types.MethodType)):
                raise TypeError("this can't be done from the solution")
            return OPERATIONS[name](*operands)
        target, name = arguments[:2]
        if not _may_reach(target, name, what):
            raise AttributeError(f"{type(target).__name__!r} object has no attribute {name!r}")
        return super().perform(what, arguments)

    def module(self, name: str) -> Any:
        """A module of the standard library that the solution has imported; here it is this process's own."""
        if name not in SAFE_MODULES and name != "builtins":
            return types.ModuleType(name)
        return super().module(name)

    def named(self, module: str, name: str) -> Any:
        """A builtin or a function of a harmless module, and nothing through which more could be reached."""
        steps = name.split(".")
        if (module != "builtins" and module not in SAFE_MODULES) or len(steps) > 2 or any(s[:1] == "_" for s in steps):
            raise TypeError(f"{module}.{name} can't be used here")
        found = super().named(module, name)
        if not isinstance(found, (type, types.FunctionType, *NAMED)):
            raise TypeError(f"{module}.{name} can't be used here")
        return found


PLAIN = frozenset({"int", "float", "complex", "str", "bytes", "list", "tuple", "dict", "set", "frozenset", "bytearray"})
SAFE_MODULES = frozenset({
    "math", "cmath", "operator", "itertools", "functools", "collections", "string", "re", "heapq", "bisect", "random",
    "statistics", "decimal", "fractions", "datetime", "calendar", "json", "time", "typing", "copy", "enum",
    "collections.abc", "_heapq", "_bisect", "_functools", "_operator", "numbers", "textwrap", "abc", "dataclasses",
})  # fmt: skip


def _of_tests(kind: type) -> bool:
    return getattr(kind, "__module__", "") == "tests" and not _is_test_case(kind)


def _is_test_case(kind: type) -> bool:
    """A test case holds the assertions themselves."""
    return any(base.__module__.startswith("unittest") for base in kind.__mro__)


def _harmless(kind: type) -> bool:
    """A class of the tests' own, or of values and tools through which nothing else is reached."""
    if kind in (type, types.ModuleType, types.FunctionType, types.CodeType, types.FrameType):
        return False
    return _of_tests(kind) or kind.__module__ in SAFE_MODULES or kind.__module__ in TOOL_MODULES


def _may_call(target: Any) -> bool:
    if isinstance(target, types.FunctionType):
        return target.__module__ == "tests"
    if isinstance(target, (types.MethodType, types.BuiltinMethodType, types.MethodWrapperType)):
        return _harmless(type(target.__self__))
    if isinstance(target, functools.partial):
        return _may_call(target.func)
    return _of_tests(target) if isinstance(target, type) else _harmless(type(target))


def _may_reach(target: Any, name: Any, what: str) -> bool:
    if not isinstance(name, str):
        return False
    if isinstance(target, types.FunctionType):
        return what == "get" and name in FUNCTION_NAMES
    if name.startswith("_") or name[:3] in FRAMES or isinstance(target, type) or not _harmless(type(target)):
        return False
    return what == "get" or (_of_tests(type(target)) and not callable(getattr(type(target), name, None)))
