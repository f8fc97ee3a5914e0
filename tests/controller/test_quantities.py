"""Numbers in digits and words, and what is none."""

from __future__ import annotations

import pytest

from controller.quantities import quantities


@pytest.mark.parametrize(
    ("answer", "impact"),
    [
        ("We cut it from 3 s to 800 ms.", ["from 3 s to 800 ms"]),
        ("forty percent of two thousand users", ["forty percent", "two thousand users"]),
        ("revenue grew by $1.2 million, churn fell 2.5%", ["$1.2 million", "2.5%"]),
        ("one hundred and twenty support tickets a week", ["one hundred and twenty support tickets a week"]),
        ("We cut the build from 40 to 12 minutes", ["from 40 to 12 minutes"]),
        ("It dropped to twenty-five percent", ["twenty-five percent"]),
        ("half a million rows", ["half a million rows"]),
        ("sign-ups doubled", ["doubled"]),
        ("reduced onboarding to 3 weeks", ["3 weeks"]),
        ("closed 1.4 million in new business", ["1.4 million"]),
        ("we had zero downtime", ["zero downtime"]),
        ("It went from two percent to almost none", ["two percent"]),
        ("Failures went from eight a month to one", ["from eight a month to one"]),
        ("one in four? we lost every fourth customer", ["every fourth"]),
    ],
)
def test_measures_of_impact(answer: str, impact: list[str]) -> None:
    assert [quantity.text for quantity in quantities(answer) if quantity.impact] == impact


@pytest.mark.parametrize(
    "answer",
    [
        "In 2021 I used Python 3 and S3.",
        "There are two things, and one is speed.",
        "from 2019 to 2021 I worked there",
        "I doubled down on it",
        "One day I got a call",
        "We were on call 24/7",
        "It was an N plus one query",
        "We ranked number 1",
        "I gave three reasons and two examples",
    ],
)
def test_what_is_no_quantity(answer: str) -> None:
    assert quantities(answer) == ()


@pytest.mark.parametrize(
    "answer",
    ["a team of five engineers for six months", "It took 3 weeks", "I called him three times", "two Friday afternoons"],
)
def test_sizes_and_durations_are_quantities_without_impact(answer: str) -> None:
    found = quantities(answer)
    assert found
    assert not any(quantity.impact for quantity in found)


def test_spans_point_into_the_answer() -> None:
    answer = "It went from three seconds to about eight hundred milliseconds, for 2,000 users."
    for quantity in quantities(answer):
        assert answer[quantity.start : quantity.end] == quantity.text
