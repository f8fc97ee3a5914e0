"""A candidate's own sums: wrong ones are found, and nobody is accused on a doubt."""

import pytest

from evaluators.case_study.arithmetic import sums, wrong_sums


@pytest.mark.parametrize(
    ("text", "says", "should_be"),
    [
        ("12 times 40 is 520", 520, 480),
        ("so 12 * 40 = 520", 520, 480),
        ("30% of 200 is 50", 50, 60),
        ("half of 200 is 90", 90, 100),
        ("400 stores times 50 orders is 2000 orders", 2000, 20000),
        ("two hundred times forty is nine thousand", 9000, 8000),
        ("313 - 120 = 203", 203, 193),
        ("120 divided by 400 is 40 percent", 40, 30),
        ("100 plus 200 plus 300 is 700", 700, 600),
        ("2.4 million times 12 percent comes to 350 thousand", 350_000, 288_000),
        ("1000 minus 10 percent is 950", 950, 900),
        ("7200 x 1.6 = 11250", 11250, 11520),
        ("12 multiplied by 40 equals about 600", 600, 480),
        ("3 crore divided by 20 lakh is 25", 25, 15),
    ],
)
def test_a_wrong_sum_is_shown_with_what_it_comes_to(text: str, says: float, should_be: float) -> None:
    (wrong,) = wrong_sums(text)
    assert wrong.said == says
    assert wrong.should_be == pytest.approx(should_be)
    assert text[wrong.start : wrong.end] in text


@pytest.mark.parametrize(
    "text",
    [
        "12 times 40 is 480",
        "800 workers times 60 rupees times 12 is 5.76 lakh",
        "7 divided by 3 is 2.3",
        "12 into 40 is 480",
        "8 into 40 is 5",
        "10 percent plus 5 percent is 15 percent",
        "1000 minus 10 percent is 900",
        "313 minus 120 is 193 lakh",
        "120 divided by 400 is 30 percent",
        "a third of 90 is 30",
        "2 plus 3 times 4 is 20",
        "2 plus 3 times 4 is 14",
        "about 12 times 40 comes to roughly 500",
        "15 percent of 4000 is about 600 lakh",
    ],
)
def test_a_right_sum_is_right_however_it_is_said(text: str) -> None:
    (one,) = sums(text)
    assert one.right


@pytest.mark.parametrize(
    "text",
    [
        "12 times 40 is 520 no sorry 480",
        "12 times 40 is not 520",
        "12 times 40 is 3 times more",
        "12 times 40 is 400 to 500",
        "800 times 60 rupees a month is 5.76 lakh a year",
        "5-10 is about 7",
        "we have 40 stores and each of them is 12 years old",
        "in 2023 it was 40 and in 2024 it is 50",
        "12 of our 40 stores are 5 years old",
        "the price is 40 and the cost is 50",
        "it went from 100 to 120, that is 20 percent",
        "40 people in 3 shifts is 5 too many",
        "between 10 and 20 is fine",
        "if 12 times 40 were so, then 3 of them",
        "2000 times 15 and 1200 times 55 and 400 times 150 make 156000",
        "with 15 pounds times 2000 and 55 times 1200 and 150 times 400 the plans make 156000 pounds",
        "12 times 40 and the rent is 500",
    ],
)
def test_nobody_is_accused_on_a_doubt(text: str) -> None:
    assert wrong_sums(text) == ()


def test_a_chain_of_sums_is_read_one_by_one() -> None:
    text = "24000 times 0.3 = 7200 riders, 7200 x 2 = 14400 and 14400 minus 400 is 14500"
    assert [(one.said, one.right) for one in sums(text)] == [(7200, True), (14400, True), (14500, False)]
