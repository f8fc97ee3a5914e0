"""Numbers as people say and write them."""

import pytest

from schema.figures import Figure, FigureKind, figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("about 2.4 million people", [2_400_000]),
        ("two point four million", [2_400_000]),
        ("2.4m or 50k", [2_400_000, 50_000]),
        ("₹3 crore and 1.5 lakh", [30_000_000, 150_000]),
        ("1,200 orders, 1,20,000 a month", [1200, 120_000]),
        ("forty thousand", [40_000]),
        ("twelve hundred", [1200]),
        ("one hundred and twenty five thousand", [125_000]),
        ("one lakh twenty thousand", [120_000]),
        ("two and a half lakh", [250_000]),
        ("2 million and a half", [2_500_000]),
        ("half a million", [500_000]),
        ("a hundred and five", [105]),
        ("three lakh crore", [3e12]),
        ("twenty-five of 30", [25, 30]),
        ("five hundred and six", [506]),
        ("ten and twenty", [10, 20]),
        ("5-10", [5, 10]),
        ("Q3 and B2B", []),
        ("a lot of them, thousands even", []),
    ],
)
def test_values(text: str, values: list[float]) -> None:
    assert [figure.value for figure in figures(text)] == values


@pytest.mark.parametrize("text", ["12 percent", "12%", "twelve per cent", "12 percentage points", "twelve percent"])
def test_percent(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.kind, figure.end) == (12, FigureKind.PERCENT, len(text))


def test_parts_of_something() -> None:
    kinds = [(figure.value, figure.kind) for figure in figures("half of them, two thirds of 90, a quarter of it")]
    part = FigureKind.PART
    assert kinds == [(0.5, part), (pytest.approx(2 / 3), part), (90, FigureKind.PLAIN), (0.25, part)]


def test_a_half_that_is_no_number() -> None:
    assert figures("the second half went well") == ()


@pytest.mark.parametrize(
    ("text", "digits"), [("500", 1), ("516", 3), ("2.40", 3), ("2.4 million", 2), ("0.05", 1), ("forty two", 2)]
)
def test_how_exactly_it_was_said(text: str, digits: int) -> None:
    (figure,) = figures(text)
    assert figure.digits == digits


def test_a_figure_stands_where_it_was_said() -> None:
    text = "so it's roughly ₹2.5 crore a year"
    (figure,) = figures(text)
    assert isinstance(figure, Figure)
    assert text[figure.start : figure.end] == "₹2.5 crore"


@pytest.mark.parametrize("text", ["³", "10³", "①", "x² is more"])
def test_raised_and_circled_digits_are_no_reason_to_fail(text: str) -> None:
    assert [figure.value for figure in figures(text)] == ([10.0] if text.startswith("10") else [])
