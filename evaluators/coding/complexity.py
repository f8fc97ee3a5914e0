"""How the time of a solution grows with its input, read from measured runs.

Between two sizes the time of work that grows like n^k grows by the factor (size ratio)^k, so k is the slope of log time
over log size. It is fitted over the larger half of the sizes, where what a call costs anyway weighs least; its standard
error says how much the points disagree. A logarithm can't be told from a constant so, nor n log n from n.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from schema.exercise_results import ComplexityFact

LEAST_POINTS = 3
LEAST_SPAN = 4.0  # the largest size over the smallest
LEAST_S = 2e-5  # times below this are mostly the clock's own
CLEAR = 0.25  # a larger standard error says nothing
ROOM = 0.35  # how far above the expected exponent still counts as it: caches and allocation add to it
LOG = 0.15  # what a logarithm adds to an exponent over the sizes that are measured

NAMES = ((0.25, "about O(1) or O(log n)"), (0.7, "about O(√n)"), (1.35, "about O(n) or O(n log n)"),
         (1.7, "about O(n^1.5)"), (2.4, "about O(n²)"), (3.4, "about O(n³)"))  # fmt: skip
STEEP = "faster than O(n³)"


@dataclass(frozen=True, slots=True)
class Slope:
    exponent: float
    error: float  # standard error


def fact(expected: str | None, points: Sequence[tuple[int, float]]) -> ComplexityFact:
    """What (size, seconds) pairs say of growth, against the expected complexity where that can be read."""
    found = slope(points)
    if isinstance(found, str):
        return ComplexityFact(expected=expected, note=found)
    wanted = exponent(expected) if expected else None
    right = None if wanted is None else found.exponent <= wanted + ROOM
    sizes = f"{points[0][0]:,} to {points[-1][0]:,}"
    note = f"Time over inputs of {sizes}: exponent {found.exponent:.2f} ± {found.error:.2f}."
    return ComplexityFact(expected=expected, measured=name(found.exponent), as_expected=right, note=note)


def slope(points: Sequence[tuple[int, float]]) -> Slope | str:
    """The exponent with its uncertainty, or a sentence on why it can't be told."""
    usable = [(size, seconds) for size, seconds in sorted(points) if size > 0 and seconds >= LEAST_S]
    if len(usable) < LEAST_POINTS:
        return "Too few inputs took long enough to measure."
    if usable[-1][0] < LEAST_SPAN * usable[0][0]:
        return "The measured inputs are too close in size."
    larger = usable[-max(LEAST_POINTS, (len(usable) + 1) // 2) :]
    found = _fitted([math.log(size) for size, _ in larger], [math.log(seconds) for _, seconds in larger])
    if found.error > CLEAR:
        return f"The measured times disagree too much (exponent {found.exponent:.1f} ± {found.error:.1f})."
    return found


def _fitted(xs: Sequence[float], ys: Sequence[float]) -> Slope:
    """Least squares."""
    count = len(xs)
    mean_x, mean_y = sum(xs) / count, sum(ys) / count
    spread = sum((x - mean_x) ** 2 for x in xs)
    exponent = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
    left = sum((y - mean_y - exponent * (x - mean_x)) ** 2 for x, y in zip(xs, ys, strict=True))
    return Slope(exponent, math.sqrt(left / (count - 2) / spread))


def name(exponent: float) -> str:
    """In the words of the field."""
    return next((words for most, words in NAMES if exponent < most), STEEP)


def exponent(expected: str) -> float | None:
    """What exponent "O(n log n)" stands for; None where it is of several sizes or unusual."""
    text = re.sub(r"\s+|\*|·", "", expected.lower().replace("²", "^2").replace("³", "^3"))
    match = re.fullmatch(r"o\((.*)\)", text)
    if match is None:
        return None
    inside = match.group(1)
    if inside == "1":
        return 0.0
    logs = len(re.findall(r"log\(?n\)?", inside))
    rest = re.sub(r"\(?log\(?n\)?\)?", "", inside)
    power = re.fullmatch(r"(?:n(?:\^(\d+(?:\.\d+)?))?)?", rest)
    if power is None:
        return None
    return (float(power.group(1) or 1) if rest else 0.0) + LOG * logs
