"""One end of the talk between the two processes: asks for things to be done there, and does what it is asked.

The solution's end does whatever it is asked. The tests' end is a Guarded peer (guard.py).
"""

from __future__ import annotations

import copy
import importlib
import operator
import sys
import types

from .remote import BASES, BINARY, Remote, known_exception
from .running import place
from .wire import Codec, Shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .wire import Channel

NAMED = (types.BuiltinFunctionType, type(len), type(str.lower), type("".__add__))


def _dunder(name: str) -> Callable[..., Any]:
    def apply(target: Any, *arguments: Any) -> Any:
        return getattr(type(target), name)(target, *arguments)

    return apply


OPERATIONS: dict[str, Callable[..., Any]] = {
    "len": len, "iter": iter, "next": next, "hash": hash, "bool": bool, "repr": repr, "str": str, "int": int,
    "float": float, "complex": complex, "index": operator.index, "reversed": reversed, "bytes": bytes, "round": round,
    "abs": abs, "neg": operator.neg, "pos": operator.pos, "invert": operator.invert, "trunc": _dunder("__trunc__"),
    "floor": _dunder("__floor__"), "ceil": _dunder("__ceil__"), "copy": copy.copy, "dir": dir, "divmod": divmod,
    "deepcopy": lambda target, *_: copy.deepcopy(target), "getitem": operator.getitem, "setitem": operator.setitem,
    "delitem": operator.delitem, "contains": operator.contains, "format": format, "enter": _dunder("__enter__"),
    "exit": _dunder("__exit__"), "instancecheck": lambda kind, value: isinstance(value, kind),
    "subclasscheck": lambda kind, value: issubclass(value, kind), "class_getitem": operator.getitem,
    "eq": operator.eq, "lt": operator.lt, "le": operator.le, "gt": operator.gt, "ge": operator.ge, "type": type,
    "and": operator.and_, "or": operator.or_, "iand": operator.iand, "ior": operator.ior,
    **{name: getattr(operator, name) for name in BINARY if name not in ("and", "or", "divmod")},
    **{f"i{name}": getattr(operator, f"i{name}") for name in BINARY if name not in ("and", "or", "divmod")},
}  # fmt: skip


def plain(value: Any) -> Any:
    """The builtin value inside an object of a class that extends a builtin."""
    kinds: Any = (int, float, complex, str, bytes, list, tuple, dict, set, frozenset, bytearray)
    for kind in kinds:
        if isinstance(value, kind):
            return kind(value)
    raise TypeError("not a kind of builtin")


OPERATIONS["plain"] = plain
# what is raised where nothing of the object says so
OPERATIONS["fresh"] = lambda _value: object()


class Peer:
    def __init__(self, channel: Channel, first: int) -> None:
        self._channel = channel
        self.codec = Codec(Shared(first), self)
        self._exported: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._remotes: dict[int, Any] = {}
        self._mirrors: dict[Any, type[BaseException]] = {}

    # -------------------------------------------------------------- asking

    def ask(self, what: str, *arguments: Any) -> Any:
        """Have the other side do something; meanwhile it may ask back. Returns or raises what came of it."""
        self._send([what, [self.codec.encode(argument) for argument in arguments]])
        while True:
            answer = self._receive()
            if answer[0] == "ok":
                return answer[1]
            if answer[0] == "raise":
                raise answer[1]
            self._answer(answer)

    def equal(self, mine: Remote, other: Any) -> Any:
        return self.ask("op", "eq", (mine, other))

    def operate(self, name: str, target: Any, arguments: tuple[Any, ...]) -> Any:
        return self.ask("op", name, (target, *arguments))

    def reflect(self, name: str, other: Any, mine: Any) -> Any:
        return self.ask("op", name, (other, mine))

    # -------------------------------------------------------------- answering

    def serve(self) -> None:
        """Answer until the other side is gone."""
        while True:
            self._answer(self._receive())

    def _answer(self, asked: list[Any]) -> None:
        try:
            value = self.perform(asked[0], asked[1])
            reply = ["ok", self.codec.encode(value)]
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            reply = ["raise", self._told(error)]
        except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            reply = ["raise", self._told(error)]
        self._send(reply)

    def perform(self, what: str, arguments: list[Any]) -> Any:
        if what == "call":
            target, positional, named = arguments
            return target(*positional, **named)
        if what == "get":
            return getattr(*arguments)
        if what == "set":
            return setattr(*arguments)
        if what == "del":
            return delattr(*arguments)
        name, operands = arguments
        return OPERATIONS[name](*operands)

    # -------------------------------------------------------------- messages

    def _send(self, message: list[Any]) -> None:
        changes, released = self.codec.sync(_containers(message))
        self._channel.send([message, changes, released, self.printed()])

    def _receive(self) -> list[Any]:
        message, changes, released, printed = self._channel.receive()
        what = message[0]
        if what == "raise":
            decoded = [what, self._raised(message[1])]
        elif what == "ok":
            decoded = [what, self.codec.decode(message[1])]
        else:
            decoded = [what, [self.codec.decode(argument) for argument in message[1]]]
        self.codec.synced(changes, released)
        self.print_(printed)
        return decoded

    def printed(self) -> str:
        return ""

    def print_(self, text: str) -> None:
        if text:
            sys.stdout.write(text)

    # -------------------------------------------------------------- objects

    def encode(self, value: Any) -> Any:
        """Anything that is no literal: a name that both sides know, the other's own object, or a reference to ours."""
        if type(value) is Remote:
            return ["y", object.__getattribute__(value, "_lab_number")]
        if isinstance(value, types.ModuleType) and value.__name__ != "solution":
            return ["m", value.__name__]
        if isinstance(value, (type, *NAMED)):
            if isinstance(value, type) and issubclass(value, BaseException):
                return ["E", self._class_told(value)]
            named = _known_name(value)
            if named is not None:
                return ["g", *named]
        if isinstance(value, BaseException):
            return ["e", self._told(value)]
        number = self._numbers.get(id(value))
        if number is not None:
            return ["o", number, None]
        number = len(self._exported)
        self._exported[number], self._numbers[id(value)] = value, number
        return ["o", number, about(value)]

    def decode(self, given: list[Any]) -> Any:
        tag = given[0]
        if tag == "o":
            if given[1] not in self._remotes:
                self._remotes[given[1]] = Remote(self, given[1], given[2])
            return self._remotes[given[1]]
        if tag == "y":
            return self._exported[given[1]]
        if tag == "e":
            return self._raised(given[1])
        if tag == "E":
            return self._mirror(given[1])
        if tag == "m":
            return self.module(given[1])
        return self.named(given[1], given[2])

    def module(self, name: str) -> Any:
        return sys.modules.get(name) or importlib.import_module(name)

    def named(self, module: str, name: str) -> Any:
        found: Any = self.module(module)
        for part in name.split("."):
            found = getattr(found, part)
        return found

    # -------------------------------------------------------------- exceptions

    def _told(self, error: BaseException) -> list[Any]:
        fields = {key: value for key, value in vars(error).items() if not key.startswith("lab_")}
        try:
            text = str(error)
        except Exception:  # noqa: BLE001 - a __str__ of the candidate's
            text = ""
        values = [self.codec.encode(error.args), self.codec.encode(fields)]
        return [self._class_told(type(error)), *values, text, place(error)]

    def _class_told(self, kind: type[BaseException]) -> list[Any]:
        """A class and those above it, up to one that both sides know. A mirror is told as what it mirrors."""
        for key, mirror in self._mirrors.items():
            if mirror is kind:
                return [["y", key]]
        chain: list[Any] = []
        for base in kind.__mro__:
            if known_exception(base.__module__, base.__qualname__) is base:
                return [*chain, ["k", base.__module__, base.__qualname__]]
            if issubclass(base, BaseException):
                number = self._numbers.setdefault(id(base), len(self._exported))
                self._exported.setdefault(number, base)
                chain.append(["c", number, base.__name__])
        return [*chain, ["k", "builtins", "Exception"]]

    def _mirror(self, chain: list[Any]) -> type[BaseException]:
        first = chain[0]
        if first[0] == "y":
            kind = self._exported[first[1]]
            return kind if isinstance(kind, type) and issubclass(kind, BaseException) else Exception
        if first[0] == "k":
            return known_exception(first[1], first[2]) or Exception
        if first[1] not in self._mirrors:
            base = self._mirror(chain[1:])
            self._mirrors[first[1]] = type(str(first[2]), (base,), {"__module__": "solution", "__str__": _kept_text})
        return self._mirrors[first[1]]

    def _raised(self, told: list[Any]) -> BaseException:
        chain, arguments, fields, text, where = told
        kind = self._mirror(chain)
        values = self.codec.decode(arguments)
        error = kind.__new__(kind, *values)
        error.args = values
        for key, value in self.codec.decode(fields).items():
            if isinstance(key, str) and not key.startswith("_"):
                setattr(error, key, value)
        error.lab_text, error.lab_place = str(text), str(where)  # type: ignore[attr-defined]
        return error


def _kept_text(error: Any) -> str:
    return getattr(error, "lab_text", "") or ", ".join(map(str, error.args))


def about(value: Any) -> dict[str, Any]:
    """What the other side should know of an object without asking."""
    kind = type(value)
    base = next((name for name, known in BASES.items() if isinstance(value, known)), "")
    equals: Any = kind.__eq__
    return {"name": kind.__name__, "base": base, "compares": equals is not object.__eq__}


def _known_name(value: Any) -> tuple[str, str] | None:
    """Module and name of a function or class of the standard library."""
    module, name = getattr(value, "__module__", None), getattr(value, "__qualname__", "")
    if module is None:
        module = "builtins"
    if module in ("tests", "solution", "__main__") or module.startswith("lab_python") or "<" in name:
        return None
    try:
        found: Any = sys.modules[module]
        for part in name.split("."):
            found = getattr(found, part)
    except (KeyError, AttributeError):
        return None
    return (module, name) if found is value else None


def _containers(message: Any) -> set[int]:
    """Numbers of the containers that a message itself hands over: they are not unused, whoever holds them."""
    found: set[int] = set()
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            if len(part) > 1 and isinstance(part[0], str) and part[0] in "slOdSBqDC" and isinstance(part[1], int):
                found.add(part[1])
            waiting += [inside for inside in part if isinstance(inside, list)]
    return found
