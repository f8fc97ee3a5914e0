"""Figures, gaps, and what an interviewer may ask about."""

from __future__ import annotations

from datetime import date

import pytest

from evaluators.documents.resume import extract_resume
from schema.documents import ResumeExtract
from schema.vocabulary import ClaimKind
from tests.evaluators.documents.resume.reading import HEAD, read

MEASURED = [
    "Cut refund time from 9 days to 2",
    "Saved ₹2.4 crore a year by moving cold data",
    "Grew email revenue 46% year over year",
    "Served 2M+ monthly requests",
    "Achieved a 2.8x speedup over the baseline",
    "Raised $18M in a Series A",
    "Recovered $4.6M in unpaid royalties",
    "Halved the time to an offer",
    "Monitored 9,000 sensors of the cooling plant",
    "Cut p99 latency from 180 ms to 45 ms",
    "Trained 60 engineers in reading a cost sheet",
]
NOT_MEASURED = [
    "Wrote the parental leave policy",
    "Published at NeurIPS 2022 on pruning",
    "Migrated from Python 2 to 3",
    "Joined in 2019 and led the team",
    "Graduated with a CGPA of 8.7/10",
]


@pytest.mark.parametrize("line", MEASURED)
def test_a_figure_of_effect_or_size_is_a_metric(line: str) -> None:
    assert read("EXPERIENCE", f"Acme Ltd\nEngineer\n2019 – 2021\n• {line}.").metrics == (line,)


@pytest.mark.parametrize("line", NOT_MEASURED)
def test_years_versions_and_marks_are_none(line: str) -> None:
    assert read("EXPERIENCE", f"Acme Ltd\nEngineer\n2019 – 2021\n• {line}.").metrics == ()


def _history(*spans: str, education: str = "") -> str:
    jobs = "\n\n".join(f"Acme {number} Ltd\nEngineer\n{span}" for number, span in enumerate(spans))
    return f"{HEAD}\nEXPERIENCE\n{jobs}\n\nEDUCATION\n{education or 'MIT, PhD, 2001'}\n"


def _gaps(text: str, today: date | None = None) -> list[tuple[str, str, int]]:
    return [(gap.start, gap.end, gap.months) for gap in extract_resume(text, today=today).gaps]


def test_months_between_jobs_are_a_gap() -> None:
    assert _gaps(_history("Nov 2022 – Present", "Mar 2018 – Mar 2022")) == [("2022-04", "2022-10", 7)]


@pytest.mark.parametrize(
    ("spans", "education"),
    [
        (("Jun 2022 – Present", "Mar 2018 – Mar 2022"), ""),  # two months
        (("2022 – Present", "2018 – 2021"), ""),  # years may touch
        (("Nov 2022 – Present", "Mar 2018 – Mar 2021"), "Northeastern University, MS, Apr 2021 – Oct 2022"),
        (("Jan 2022 – Present", "Mar 2018 – Mar 2021", "Jan 2017 – Dec 2021"), ""),  # another job covers it
        (("Nov 2022 – Present",), ""),
    ],
)
def test_what_is_no_gap(spans: tuple[str, ...], education: str) -> None:
    assert _gaps(_history(*spans, education=education)) == []


def test_the_time_since_the_last_position_counts_from_a_known_day() -> None:
    text = _history("Mar 2018 – Mar 2022")
    assert _gaps(text) == []
    assert _gaps(text, date(2022, 12, 5)) == [("2022-04", "2022-12", 9)]


def test_a_gap_is_placed_at_the_dates_that_it_follows() -> None:
    text = _history("Nov 2022 – Present", "Mar 2018 – Mar 2022")
    span = extract_resume(text).spans["/gaps/0"]
    assert text[span.start : span.end] == "Mar 2018 – Mar 2022"


def _nurse() -> ResumeExtract:
    return extract_resume(
        f"{HEAD}\nEXPERIENCE\nCommonwealth Health Partners\nData Analyst\nNov 2022 – Oct 2026\n"
        "• Built dashboards in Tableau for 14 hospital units, using figures that the night shift enters by hand, and "
        "with them reduced the time that a report takes from three days to 4 hours\n"
        "• Led the move of all reports to SQL\n• Helped out\n\n"
        "Mass General Hospital\nRegistered Nurse\nJul 2015 – Dec 2021\n• Cut medication errors by 22% in a year\n\n"
        "PROJECTS\nWard Rounds\n• Open data set of nursing notes for teaching\n\nSKILLS\nSQL, Tableau, Rowing machines",
        today=date(2026, 11, 1),
    )


def test_triggers_of_every_kind_the_strongest_first() -> None:
    triggers = _nurse().claim_triggers
    said = {trigger.kind: trigger.text for trigger in reversed(triggers)}
    assert triggers[0].kind is ClaimKind.METRIC
    assert said[ClaimKind.PROJECT] == "Ward Rounds"
    assert said[ClaimKind.TRANSITION] == "the move from health care to data"
    assert said[ClaimKind.GAP] == "the months between January and October 2022"
    assert said[ClaimKind.TENURE] in (
        "four years at Commonwealth Health Partners",
        "six years at Mass General Hospital",
    )
    assert said[ClaimKind.SKILL] == "SQL"
    assert any(trigger.text == "Led the move of all reports to SQL" for trigger in triggers)
    assert not any("Helped out" in trigger.text for trigger in triggers)


def test_triggers_can_be_said_aloud() -> None:
    for trigger in _nurse().claim_triggers:
        assert len(trigger.text.split()) <= 20
        assert trigger.text == trigger.text.strip(" •-–,;:.")
        assert trigger.span is not None


def test_a_long_bullet_is_quoted_with_a_figure_of_it() -> None:
    quoted = next(trigger.text for trigger in _nurse().claim_triggers if trigger.text.startswith("Built"))
    assert (
        quoted == "Built dashboards in Tableau for 14 hospital units, using figures that the night shift enters by hand"
    )


def test_a_promotion_is_a_transition_and_an_internship_no_short_tenure() -> None:
    found = extract_resume(
        f"{HEAD}\nEXPERIENCE\nZoho Corporation\nSales Head\nApr 2021 – Dec 2023\n\nZoho Corporation\nAccount Manager\n"
        "Jan 2018 – Mar 2021\n\nAirtel Limited\nSales Intern\nJan 2017 – Mar 2017"
    )
    said = [trigger.text for trigger in found.claim_triggers]
    assert "the move from Account Manager to Sales Head" in said
    assert not any("Sales Intern" in text for text in said)
    assert said.index("three years at Zoho Corporation") < said.index("three months at Airtel Limited")
