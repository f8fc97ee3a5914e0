"""Reads a test file to tell how it must be run; the solution has no part in that.

Most tests run in a process of their own and the solution in another (guard.py). Some can't: those that patch the
solution's insides, extend its classes, await it or look at its code. They run together with it in one process.
"""

from __future__ import annotations

import ast
import builtins

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

TOGETHER_MODULES = frozenset({
    "asyncio", "inspect", "ast", "gc", "weakref", "pickle", "copyreg", "threading", "multiprocessing", "concurrent",
    "importlib", "builtins", "dataclasses", "types", "tracemalloc", "logging", "warnings", "signal", "contextvars",
    "dis", "traceback", "mock", "queue", "sched", "symtable", "runpy",
})  # fmt: skip
TOGETHER_NAMES = frozenset({"mock", "Mock", "MagicMock", "AsyncMock", "patch", "monkeypatch", "caplog", "getrefcount",
                            "settrace", "assertLogs", "assertWarns", "seed"})  # fmt: skip
TOGETHER_SYS = frozenset({"stdin", "modules", "getsizeof"})
BUILTINS = frozenset(dir(builtins))


def needs_one_process(tree: ast.Module) -> bool:
    """Whether these tests mean nothing when the solution's objects are only stand-ins."""
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    return any(_needs(node, own, _imported(tree)) for node in ast.walk(tree))


def _needs(node: ast.AST, own: set[str], imported: set[str]) -> bool:
    if isinstance(node, (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)):
        return True
    if isinstance(node, ast.Import):
        return any(
            alias.name.split(".")[0] in TOGETHER_MODULES or alias.name == "unittest.mock" for alias in node.names
        )
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        return module.split(".")[0] in TOGETHER_MODULES or any(alias.name in TOGETHER_NAMES for alias in node.names)
    if isinstance(node, ast.Name):
        return node.id in TOGETHER_NAMES
    if isinstance(node, ast.arg):
        return node.arg in TOGETHER_NAMES
    if isinstance(node, ast.Attribute):
        of_sys = isinstance(node.value, ast.Name) and node.value.id == "sys" and node.attr in TOGETHER_SYS
        return of_sys or node.attr in TOGETHER_NAMES
    return isinstance(node, ast.ClassDef) and any(not _is_known(base, own, imported) for base in node.bases)


def _is_known(base: ast.expr, own: set[str], imported: set[str]) -> bool:
    """Whether a base class is certainly not the solution's."""
    root = base
    while isinstance(root, (ast.Attribute, ast.Subscript)):
        root = root.value
    return isinstance(root, ast.Name) and (root.id in own or root.id in imported or root.id in BUILTINS)


def _imported(tree: ast.Module) -> set[str]:
    """Names that come from other modules than the solution."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {(a.asname or a.name).split(".")[0] for a in node.names if a.name != "solution"}
        elif isinstance(node, ast.ImportFrom) and node.module != "solution":
            found |= {alias.asname or alias.name for alias in node.names}
    return found


def named_by(tree: ast.Module) -> set[str]:
    """Names of the solution's that the tests use and do not make themselves."""
    return set(_loaded(tree)) - set(_bound(tree)) - BUILTINS


def _loaded(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "solution":
            yield node.attr


def _bound(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Import):
            yield from ((alias.asname or alias.name).split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module != "solution":
            yield from (alias.asname or alias.name for alias in node.names)
