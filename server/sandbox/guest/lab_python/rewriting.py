"""Makes a failed assertion say both of its sides: `assert f(x) == 2.5` fails with "3 != 2.5"."""

from __future__ import annotations

import ast
from operator import eq

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SHOWN_CHARS = 200
_OPERATORS = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip
_CONTRARY = {
    "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<", "is": "is not", "is not": "is",
    "in": "not in", "not in": "in",
}  # fmt: skip


def rewritten(source: str, filename: str) -> ast.Module:
    """The module's tree in which assertions explain themselves and `type(x)` also knows remote objects."""
    tree = ast.parse(source, filename)
    _Rewriter().visit(tree)
    return ast.fix_missing_locations(tree)


class _Rewriter(ast.NodeTransformer):
    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        self.generic_visit(node)
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            operator = _OPERATORS[type(test.ops[0])]
            left, right = "_lab_left", "_lab_right"
            stores: list[ast.stmt] = [_store(left, test.left), _store(right, test.comparators[0])]
            compared: ast.expr = ast.Compare(_load(left), test.ops, [_load(right)])
            if operator == "==":
                compared = _call("_lab_equal", _load(left), _load(right))
            explained = _call("_lab_compared", ast.Constant(operator), _load(left), _load(right))
        else:
            stores = [_store("_lab_left", test)]
            compared = _load("_lab_left")
            explained = _call("_lab_untrue", ast.Constant(ast.unparse(test)), _load("_lab_left"))
        message = node.msg if node.msg is not None else ast.Constant(None)
        failure = ast.Raise(_call("_lab_failed", explained, message), None)
        whole = ast.If(ast.UnaryOp(ast.Not(), compared), [failure], [])
        together: ast.stmt = ast.If(ast.Constant(True), [*stores, whole], [])
        return ast.copy_location(together, node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "type" and len(node.args) == 1 and not node.keywords:
            return ast.copy_location(_call("_lab_type", node.args[0]), node)
        return node


def helpers(type_of: Any = type, equal: Any = eq) -> dict[str, Any]:
    """The names that rewritten code calls."""
    names = {"_lab_compared": compared, "_lab_untrue": untrue, "_lab_failed": failed}
    return {**names, "_lab_type": type_of, "_lab_equal": equal}


def honestly_equal(left: Any, right: Any) -> Any:
    """`left == right`, unless one of them equals what nothing equals: for tests in one process with a solution."""
    same = left == right
    nothing = object()
    if same and any(type(side).__module__ == "solution" and bool(side == nothing) for side in (left, right)):
        return False
    return same


def compared(operator: str, left: Any, right: Any) -> str:
    return f"{shown(left)} {_CONTRARY[operator]} {shown(right)}"


def untrue(source: str, value: Any) -> str:
    said = source if len(source) <= SHOWN_CHARS else source[: SHOWN_CHARS - 1] + "…"
    return f"{said} is {shown(value)}"


def failed(explanation: str, message: Any) -> AssertionError:
    """The error to raise; `message` is the test's own, None where it has none."""
    return AssertionError(explanation if message is None else f"{message}: {explanation}")


def shown(value: Any) -> str:
    """The value as Python writes it, cut; never raises."""
    try:
        text = repr(value)
    except BaseException as error:  # noqa: BLE001 - a broken __repr__ is no reason to lose the failure
        return f"<{type(value).__name__} that can't be shown: {type(error).__name__}>"
    return text if len(text) <= SHOWN_CHARS else f"{text[: SHOWN_CHARS - 1]}…"


def _store(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([ast.Name(name, ast.Store())], value)


def _load(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(_load(name), list(arguments), [])
