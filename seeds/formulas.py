"""Arithmetic of a case's figures: + - * / ** and parentheses over named values, and nothing else."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping

_BINARY: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
MAX_POWER = 40  # years of growth at the most; a larger exponent is a slip


class FormulaError(ValueError):
    """The formula is no such arithmetic, names something unknown, or has no value."""


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """The value of `formula`. Raises FormulaError."""
    try:
        tree = ast.parse(formula.strip(), mode="eval")
    except SyntaxError as error:
        raise FormulaError(f"{formula!r} can't be read") from error
    try:
        return float(_value(tree.body, values))
    except (ZeroDivisionError, OverflowError) as error:
        raise FormulaError(f"{formula!r} has no value") from error


def names(formula: str) -> frozenset[str]:
    """The names that `formula` uses. Raises FormulaError where it can't be read."""
    try:
        return frozenset(node.id for node in ast.walk(ast.parse(formula.strip())) if isinstance(node, ast.Name))
    except SyntaxError as error:
        raise FormulaError(f"{formula!r} can't be read") from error


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name):
            if name not in values:
                raise FormulaError(f"{name!r} is no input")
            return values[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, values)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _applied(type(op), _value(left, values), _value(right, values))
        case _:
            raise FormulaError(f"{ast.unparse(node)!r} is not arithmetic")


def _applied(op: type[ast.operator], left: float, right: float) -> float:
    if op is ast.Pow and (abs(right) > MAX_POWER or (left < 0 and right != int(right))):
        raise FormulaError(f"a power of {right:g} is too large")
    return _BINARY[op](left, right)
