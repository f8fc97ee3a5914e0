"""The small part of pytest that tests of one function use: raises, approx, parametrize, fixtures, skip and fail."""

from __future__ import annotations

import re
import types
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Skipped(Exception):  # noqa: N818 - says what happened
    """The test said that it does not apply."""


class Failed(AssertionError):  # noqa: N818 - says what happened
    """`pytest.fail`, or an exception that did not come."""


class _Expected:
    """What `with pytest.raises(...) as caught` gives."""

    def __init__(self, kinds: Any, match: Any) -> None:
        self.kinds, self.match = kinds, match
        self.value: Any = None
        self.type: Any = None

    def __enter__(self) -> _Expected:
        return self

    def __exit__(self, kind: Any, value: Any, _traceback: Any) -> bool:
        if kind is None:
            raise Failed(f"DID NOT RAISE {_named(self.kinds)}")
        if not issubclass(kind, self.kinds):
            return False
        self.type, self.value = kind, value
        if self.match is not None and not re.search(self.match, str(value)):
            raise Failed(f"{str(value)!r} does not match {self.match!r}")
        return True


def raises(kinds: Any, *arguments: Any, match: Any = None, **named: Any) -> Any:
    """As in pytest: a context manager, or a call that must raise."""
    expected = _Expected(kinds, match)
    if not arguments:
        return expected
    with expected:
        arguments[0](*arguments[1:], **named)
    return expected


class Approx:
    """Equal within 1e-6 of the expected value or 1e-12, as in pytest; element by element in containers."""

    def __init__(self, expected: Any, rel: Any = None, abs: Any = None, nan_ok: bool = False) -> None:
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: Any) -> bool:
        return self._close(self.expected, other)

    def _close(self, expected: Any, actual: Any) -> bool:
        if isinstance(expected, dict):
            same = isinstance(actual, dict) and expected.keys() == actual.keys()
            return same and all(self._close(expected[key], actual[key]) for key in expected)
        if isinstance(expected, (list, tuple)):
            same = isinstance(actual, (list, tuple)) and len(expected) == len(actual)
            return same and all(self._close(e, a) for e, a in zip(expected, actual))  # noqa: B905
        if isinstance(expected, bool) or not isinstance(expected, (int, float, complex)):
            return bool(expected == actual)
        return self._near(expected, actual)

    def _near(self, expected: Any, actual: Any) -> bool:
        if type(actual) not in (int, float, complex) and not hasattr(actual, "__float__"):
            return False
        if expected == actual:
            return True
        if expected != expected:
            return bool(self.nan_ok and actual != actual)
        if actual in (float("inf"), float("-inf")) or expected in (float("inf"), float("-inf")):
            return False
        absolute = 1e-12 if self.abs is None else self.abs
        relative = (0 if self.abs is not None else 1e-6) if self.rel is None else self.rel
        return bool(abs(expected - actual) <= max(absolute, relative * abs(expected)))

    def __repr__(self) -> str:
        return f"approx({self.expected!r})"


class Case(tuple):  # type: ignore[type-arg]
    """`pytest.param(...)`."""

    label: str | None = None


def param(*values: Any, id: str | None = None, marks: Any = ()) -> Case:
    case = Case(values)
    case.label = id
    return case


def parametrize(names: Any, cases: Any, ids: Any = None, **_: Any) -> Any:
    """Keeps the cases on the function for whoever collects it; several stand for every combination."""
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = [
        dict(zip(keys, case if len(keys) > 1 or isinstance(case, Case) else (case,)))  # noqa: B905
        for case in cases
    ]

    def mark(function: Any) -> Any:
        function.lab_cases = [{**inner, **row} for row in rows for inner in getattr(function, "lab_cases", [{}])]
        return function

    return mark


class _Marks:
    """`pytest.mark`: parametrize, skip and skipif mean something here, every other mark nothing."""

    parametrize = staticmethod(parametrize)

    @staticmethod
    def skip(*arguments: Any, **_: Any) -> Any:
        return _skipping(arguments, True)

    @staticmethod
    def skipif(condition: Any = True, **_: Any) -> Any:
        return lambda function: _skipping((function,), True) if condition else function

    def __getattr__(self, _name: str) -> Any:
        return lambda *arguments, **_: (
            arguments[0] if len(arguments) == 1 and isinstance(arguments[0], (types.FunctionType, type)) else _same
        )


def _same(function: Any) -> Any:
    return function


def _skipping(arguments: Any, skipped: bool) -> Any:
    def mark(function: Any) -> Any:
        function.lab_skipped = skipped
        return function

    return mark(arguments[0]) if arguments and callable(arguments[0]) else mark


def fixture(*arguments: Any, name: str | None = None, **_: Any) -> Any:
    def mark(function: Any) -> Any:
        function.lab_fixture = name or function.__name__
        return function

    return mark(arguments[0]) if arguments and callable(arguments[0]) else mark


def fail(reason: str = "", *_: Any, **named: Any) -> None:
    raise Failed(reason or named.get("msg", ""))


def skip(reason: str = "", **_: Any) -> None:
    raise Skipped(reason)


@contextmanager
def warns(*_: Any, **__: Any) -> Any:
    yield []


def _named(kinds: Any) -> str:
    return getattr(kinds, "__name__", None) or repr(kinds)


def module() -> types.ModuleType:
    """A module that `import pytest` finds."""
    made = types.ModuleType("pytest")
    public = {
        "raises": raises, "approx": Approx, "mark": _Marks(), "param": param, "fixture": fixture, "fail": fail,
        "skip": skip, "warns": warns, "main": lambda *_, **__: 0, "importorskip": __import__,
    }  # fmt: skip
    made.__dict__.update(public)
    return made
