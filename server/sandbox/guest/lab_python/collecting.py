"""Finds the tests of a file: functions, classes, TestCases, `check(candidate)` and bare assertions."""

from __future__ import annotations

import ast
import sys
import types
from functools import partial

from . import pytest_shim
from .rewriting import rewritten

TYPE_CHECKING = False  # typing takes longer to import than a test to run
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

FIXTURES = ("capsys", "tmp_path", "candidate")


class Test:
    def __init__(self, name: str, call: Callable[[], Any]) -> None:
        self.name, self.call = name, call


class CannotTest(Exception):  # noqa: N818 - says what happened
    """The test file itself can't be used; its message says why."""


class TestFile:
    """The tests of one file, found while its top level is executed statement by statement."""

    def __init__(self, source: str, names: dict[str, Any], helpers: dict[str, Any], entry: str | None) -> None:
        self.names: dict[str, Any] = {"__name__": "tests", "__file__": "tests.py", **names, **helpers}
        self.entry = entry
        self._tree = rewritten(source, "tests.py")
        self._defined = {n.name: n for n in self._tree.body if isinstance(n, ast.FunctionDef)}
        self._source = source

    def planned(self) -> list[str]:
        """Names of tests that stand in the file as far as they are known before it is executed."""
        found = []
        for node in self._tree.body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test"):
                found.append(node.name)
            elif self._is_test(node):
                found.append(self._label(node))
        return found

    def tests(self) -> Iterator[Test]:
        """Each test as it comes. Top-level tests run between the statements around them, as they were written.

        Raises whatever a statement that is no test raises.
        """
        module = types.ModuleType("tests")
        self.names = _joined(module, self.names)
        sys.modules["tests"] = module
        for node in self._tree.body:
            code = compile(ast.Module([node], []), "tests.py", "exec")
            if self._is_test(node):
                yield Test(self._label(node), partial(self._execute, code))
            elif not self._runs_collected(node):
                self._execute(code)
        yield from self._functions()

    def _execute(self, code: types.CodeType) -> None:
        exec(code, self.names)  # noqa: S102 - that is what the sandbox is for

    def _is_test(self, node: ast.stmt) -> bool:
        """A statement at the top level that asserts something when it is executed."""
        if isinstance(node, ast.Expr):
            called = _called(node)
            return called in self._defined and not self._collected(called) and _asserts(self._defined[called])
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) or _is_main_guard(node):
            return False
        if isinstance(node, ast.If) and isinstance(node.test, ast.Constant):
            return True  # a rewritten assertion
        return isinstance(node, (ast.If, ast.For, ast.While, ast.With, ast.Try)) and _asserts(node)

    def _runs_collected(self, node: ast.stmt) -> bool:
        """`if __name__ == "__main__"`, and calls of what is collected anyway."""
        if _is_main_guard(node):
            return True
        return isinstance(node, ast.Expr) and (
            self._collected(_called(node)) or _dotted(node) in ("unittest.main", "pytest.main")
        )

    def _collected(self, name: str | None) -> bool:
        return name is not None and name.startswith("test") and name in self._defined

    def _label(self, node: ast.stmt) -> str:
        text = ast.get_source_segment(self._source, node) or ""
        first = " ".join(text.split("\n", 1)[0].split()).removeprefix("assert ")
        return f"line {node.lineno}: {first if len(first) <= 80 else first[:79] + '…'}"

    # ------------------------------------------------------------ functions and classes

    def _functions(self) -> Iterator[Test]:
        fixtures = {
            value.lab_fixture: value
            for value in list(self.names.values())
            if isinstance(value, types.FunctionType) and hasattr(value, "lab_fixture")
        }
        for name, value in list(self.names.items()):
            if isinstance(value, types.FunctionType) and name.startswith("test") and _is_ours(value):
                yield from self._cases(name, value, (), fixtures)
            elif isinstance(value, type) and _is_ours(value):
                yield from self._class(name, value, fixtures)
        check = self.names.get("check")
        if isinstance(check, types.FunctionType) and _is_ours(check) and not self._calls("check"):
            yield Test("check", lambda: check(*self._candidate(check)))

    def _candidate(self, function: types.FunctionType) -> list[Any]:
        if function.__code__.co_argcount == 0:
            return []
        if self.entry is None:
            raise CannotTest("The solution defines no function to check.")
        return [self.names[self.entry]]

    def _calls(self, name: str) -> bool:
        return any(isinstance(node, ast.Expr) and _called(node) == name for node in self._tree.body)

    def _cases(self, name: str, function: Any, before: tuple[Any, ...], fixtures: dict[str, Any]) -> Iterator[Test]:
        if hasattr(function, "lab_fixture"):
            return
        if getattr(function, "lab_skipped", False):
            yield Test(name, pytest_shim.skip)
            return
        cases = getattr(function, "lab_cases", None)
        for number, values in enumerate(cases or [{}], 1):
            label = f"{name}[{number}]" if cases else name
            yield Test(label, partial(self._call, function, before, values, fixtures))

    def _call(self, function: Any, before: tuple[Any, ...], values: dict[str, Any], fixtures: dict[str, Any]) -> Any:
        with Given(fixtures, self.names.get(self.entry) if self.entry else None) as given:
            code = function.__code__
            wanted = code.co_varnames[len(before) : code.co_argcount]
            without_default = wanted[: len(wanted) - len(function.__defaults__ or ())]
            missing = [name for name in without_default if name not in values]
            return _finished(function(*before, **{**{name: given.value(name) for name in missing}, **values}))

    def _class(self, name: str, kind: Any, fixtures: dict[str, Any]) -> Iterator[Test]:
        unittest = sys.modules.get("unittest")
        if unittest is not None and issubclass(kind, unittest.TestCase):
            yield from _test_case(name, kind)
        elif name.startswith("Test") and "__init__" not in vars(kind):
            for method, function in [(m, f) for base in reversed(kind.__mro__) for m, f in vars(base).items()]:
                if method.startswith("test") and isinstance(function, types.FunctionType):
                    yield from self._methods(f"{name}.{method}", kind, function, fixtures)

    def _methods(self, name: str, kind: Any, function: Any, fixtures: dict[str, Any]) -> Iterator[Test]:
        for test in self._cases(name, function, (None,), fixtures):
            number = int(test.name.rpartition("[")[2][:-1]) - 1 if test.name != name else 0
            values = getattr(function, "lab_cases", [{}])[number]

            def call(values: dict[str, Any] = values) -> None:
                made = kind()
                getattr(made, "setup_method", _nothing)(*_as_many(made, "setup_method", function))
                try:
                    self._call(function, (made,), values, fixtures)
                finally:
                    getattr(made, "teardown_method", _nothing)(*_as_many(made, "teardown_method", function))

            yield Test(test.name, call)


class Given:
    """Values of fixtures for one test; those that yield are finished with it."""

    def __init__(self, fixtures: dict[str, Any], candidate: Any) -> None:
        self._fixtures, self._candidate = fixtures, candidate
        self._known: dict[str, Any] = {}
        self._open: list[Any] = []

    def __enter__(self) -> Given:
        return self

    def value(self, name: str) -> Any:
        if name not in self._known:
            self._known[name] = self._made(name)
        return self._known[name]

    def _made(self, name: str) -> Any:
        function = self._fixtures.get(name)
        if function is None:
            return self._built_in(name)
        code = function.__code__
        value = function(*(self.value(wanted) for wanted in code.co_varnames[: code.co_argcount]))
        if isinstance(value, types.GeneratorType):
            self._open.append(value)
            return next(value)
        return value

    def _built_in(self, name: str) -> Any:
        if name == "candidate":
            return self._candidate
        if name == "tmp_path":
            import tempfile
            from pathlib import Path

            return Path(tempfile.mkdtemp())
        if name == "capsys":
            return self._captured()
        raise CannotTest(f"The test needs {name!r}, which is no fixture here.")

    def _captured(self) -> Any:
        import io
        from contextlib import redirect_stderr, redirect_stdout

        out, err = io.StringIO(), io.StringIO()

        def captured() -> Any:
            with redirect_stdout(out), redirect_stderr(err):
                yield

        def read() -> Any:
            said = types.SimpleNamespace(out=out.getvalue(), err=err.getvalue())
            for stream in (out, err):
                stream.seek(0)
                stream.truncate()
            return said

        running = captured()
        next(running)
        self._open.append(running)
        return types.SimpleNamespace(readouterr=read)

    def __exit__(self, *_: Any) -> None:
        for generator in reversed(self._open):
            next(generator, None)


def _test_case(name: str, kind: Any) -> Iterator[Test]:
    """Each method through unittest itself, so that setUp, cleanups and subtests mean what they should."""
    import unittest

    names = unittest.TestLoader().getTestCaseNames(kind)

    def call(method: str) -> None:
        result = unittest.TestResult()
        unittest.TestSuite([kind(method)]).run(result)
        problems = result.failures + result.errors
        if result.skipped and not problems:
            raise pytest_shim.Skipped
        if problems:
            text = _without_traceback(problems[0][1])
            if result.failures:
                raise AssertionError(text.removeprefix("AssertionError: "))
            raise ReportedError(text)

    for method in names:
        yield Test(f"{name}.{method}", partial(call, method))


def _without_traceback(report: str) -> str:
    """The message of a report of unittest's: what follows the last place and its line of code."""
    lines = report.strip().splitlines()
    at = max((n for n, line in enumerate(lines) if line.startswith('  File "')), default=-1) + 1
    while at < len(lines) - 1 and lines[at].startswith("  "):
        at += 1
    return "\n".join(lines[at:])


class ReportedError(Exception):
    """An error that is already text."""


def _finished(value: Any) -> Any:
    """Test functions may be coroutines."""
    if isinstance(value, types.CoroutineType):
        import asyncio

        return asyncio.run(value)
    return value


def _is_ours(value: Any) -> bool:
    return getattr(value, "__module__", None) == "tests"


def _as_many(made: Any, name: str, function: Any) -> tuple[Any, ...]:
    """setup_method may take the test's function."""
    method = getattr(type(made), name, None)
    return (function,) if method is not None and method.__code__.co_argcount > 1 else ()


def _nothing(*_: Any) -> None: ...


def _joined(module: types.ModuleType, names: dict[str, Any]) -> dict[str, Any]:
    module.__dict__.update(names)
    return module.__dict__


def _asserts(node: ast.AST) -> bool:
    """Whether an assertion stands in it: they have been rewritten to a raise of theirs."""
    return any(isinstance(part, ast.Call) and _name(part.func) == "_lab_failed" for part in ast.walk(node))


def _called(node: ast.Expr) -> str | None:
    return _name(node.value.func) if isinstance(node.value, ast.Call) else None


def _name(node: ast.expr) -> str | None:
    return node.id if isinstance(node, ast.Name) else None


def _dotted(node: ast.Expr) -> str | None:
    return ast.unparse(node.value.func) if isinstance(node.value, ast.Call) else None


def _is_main_guard(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and any(
        _name(n) == "__name__" for n in ast.walk(node.test) if isinstance(n, ast.Name)
    )
