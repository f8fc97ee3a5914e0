"""Growth is read from times where they agree, and left open where they do not."""

from __future__ import annotations

import math
import random

import pytest

from evaluators.coding.complexity import Slope, exponent, fact, name, slope

SIZES = (1000, 2000, 4000, 8000, 16000)


def points(power: float, noise: float = 0.03, seed: int = 1) -> list[tuple[int, float]]:
    chance = random.Random(seed)
    return [(n, 1e-7 * n**power * (1 + chance.uniform(-noise, noise)) + 1e-4) for n in SIZES]


@pytest.mark.parametrize(
    ("power", "named"), [(1.0, "about O(n) or O(n log n)"), (2.0, "about O(n²)"), (3.0, "about O(n³)")]
)
def test_a_power_is_found(power: float, named: str) -> None:
    found = slope(points(power))
    assert isinstance(found, Slope)
    assert found.exponent == pytest.approx(power, abs=0.2)
    assert name(found.exponent) == named


def test_n_log_n_counts_as_expected_and_a_square_does_not() -> None:
    quick = [(n, 1e-7 * n * math.log2(n)) for n in SIZES]
    assert fact("O(n log n)", quick).as_expected is True
    assert fact("O(n)", quick).as_expected is True
    slow = fact("O(n log n)", points(2.0))
    assert (slow.as_expected, slow.measured) == (False, "about O(n²)")
    assert "1,000 to 16,000" in slow.note


@pytest.mark.parametrize(
    ("measured", "why"),
    [
        ([], "Too few"),
        ([(1000, 1e-7), (2000, 1e-7), (4000, 2e-7)], "Too few"),
        ([(1000, 0.1), (1500, 0.2), (2000, 0.3)], "too close"),
        ([(1000, 0.1), (4000, 0.01), (16000, 0.9), (64000, 0.02)], "disagree"),
    ],
)
def test_what_is_not_clear_is_left_open(measured: list[tuple[int, float]], why: str) -> None:
    found = fact("O(n)", measured)
    assert found.measured is None
    assert found.as_expected is None
    assert why in found.note


EXPONENTS = (
    ("O(1)", 0.0), ("O(n)", 1.0), ("O(n^2)", 2.0), ("O(n²)", 2.0), ("O(n log n)", 1.15), ("O(log n)", 0.15),
    ("O(n*m)", None), ("fast", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), EXPONENTS)
def test_the_expected_exponent(text: str, wanted: float | None) -> None:
    assert exponent(text) == wanted
