"""Dates in the forms in which people write them."""

from __future__ import annotations

import pytest

from evaluators.documents.resume.dates import completed, find_dates, find_durations, is_later

SPANS = {
    "Jan 2021 – Present": ("2021-01", "present"),
    "2021-03 to 2023-05": ("2021-03", "2023-05"),
    "03/2021 - 05/2023": ("2021-03", "2023-05"),
    "03.2021 – heute 05.2023": ("2021-03", "2021-03"),  # two dates and no span: a German word stands between
    "Mar'21 – Dec’22": ("2021-03", "2022-12"),
    "2019–20": ("2019", "2020"),
    "2009-10": ("2009", "2010"),  # consecutive years are an academic year
    "1999-00": ("1999", "2000"),
    "Since 2020": ("2020", "present"),
    "2020 onwards": ("2020", "present"),
    "2021-05-14 – 2022-01-31": ("2021-05", "2022-01"),
    "May – Aug 2022": ("2022-05", "2022-08"),
    "Sept 2018 – May 2023": ("2018-09", "2023-05"),
    "August 2012 to May 2016": ("2012-08", "2016-05"),
    "Jan 2019 - till date": ("2019-01", "present"),
    "July 2018 to Present (2 years)": ("2018-07", "present"),
    "2016-2020": ("2016", "2020"),
    "Jan-19 to Mar-21": ("2019-01", "2021-03"),
    "14/05/2021 - 30/06/2022": ("2021-05", "2022-06"),
    "June, 2019 – Current": ("2019-06", "present"),
    "04/19 – 05/21": ("2019-04", "2021-05"),
    "2020 Sep - 2021 Oct": ("2020-09", "2021-10"),
    "Feb. 2017—Mar. 2018": ("2017-02", "2018-03"),
    "1 July 2019 – 30 June 2020": ("2019-07", "2020-06"),
    "Q3 2021 – Q1 2022": ("2021-07", "2022-03"),
    "2022 - 2024 (expected)": ("2022", "2024"),
    "November 2019 until today": ("2019-11", "present"),
    "Dec 2020—Now": ("2020-12", "present"),
}
SINGLE = {
    "Summer 2020": "2020",  # a season names no month
    "Class of 2022": "2022",
    "Expected May 2025": "2025-05",
    "May 5, 2020": "2020-05",
    "2008-12": "2008-12",
    "Graduated in June 2011": "2011-06",
    "UC Berkeley | 2019": "2019",
    "Passed out in 2014": "2014",
    "05/06/2021": "2021",  # day and month can't be told apart
}


@pytest.mark.parametrize(("text", "ends"), SPANS.items(), ids=SPANS.keys())
def test_spans_of_time(text: str, ends: tuple[str, str]) -> None:
    found = find_dates(text)[0]
    assert (found.first, found.last) == ends


@pytest.mark.parametrize(("text", "date"), SINGLE.items(), ids=SINGLE.keys())
def test_single_dates(text: str, date: str) -> None:
    found = find_dates(text)
    assert [(item.first, item.last, item.single) for item in found] == [(date, date, True)]


@pytest.mark.parametrize(
    "text",
    [
        "10.1234/neurips.2022.5678",
        "closed 112% of it in FY23",
        "In May we did it",
        "+1 (415) 555-0142",
        "98450 12345",
        "US Patent 11,234,567",
        "1,999 users",
        "currently responsible for date pipelines",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_the_words_around_a_date_belong_to_it() -> None:
    text = "B.Tech, expected graduation: May 2025, Pune"
    found = find_dates(text)[0]
    assert text[found.start : found.end] == "expected graduation: May 2025"


def test_an_end_before_its_start_is_no_span() -> None:
    assert all(found.single for found in find_dates("May 2023 – Jan 2021"))


def test_a_span_that_goes_on_in_the_next_line() -> None:
    opened = find_dates("January 2019 to")[0]
    assert opened.open
    closed = completed(opened, "Present")
    assert closed is not None
    assert (closed[0].first, closed[0].last, closed[1]) == ("2019-01", "present", len("Present"))
    assert completed(opened, "Senior Engineer") is None


@pytest.mark.parametrize("text", ["2 years 10 months", "(1 yr 3 mos)", "4 months", "3+ years", "(18 months)"])
def test_lengths_of_time(text: str) -> None:
    assert find_durations(f"Acme {text} Berlin") == [(5, 5 + len(text))]


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2021-03", "2020", True),
        ("present", "2024-01", True),
        ("2020", "2020-05", False),
        (None, "2020", False),
        ("2020", "present", False),
    ],
)
def test_which_date_is_later(one: str | None, other: str | None, later: bool) -> None:
    assert is_later(one, other) is later
