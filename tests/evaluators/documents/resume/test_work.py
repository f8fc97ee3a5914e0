"""Positions, in the ways in which résumés lay them out."""

from __future__ import annotations

import pytest

from tests.evaluators.documents.resume.reading import job, read

JOBS = {
    "Software Engineer II @ Amazon — Seattle, WA (June 2019 – Aug 2021)\n- Built it": (
        "Amazon", "Software Engineer II", "2019-06", "2021-08"
    ),
    "Amazon, Seattle — SDE II\nJune 2019 - PRESENT\n- Built it": ("Amazon", "SDE II", "2019-06", "present"),
    "Google | Mountain View, CA\nSoftware Engineering Intern | May 2020 – Aug 2020": (
        "Google", "Software Engineering Intern", "2020-05", "2020-08"
    ),
    "Senior Associate, Deloitte Consulting LLP, New York, NY\n2018–2021": (
        "Deloitte Consulting LLP", "Senior Associate", "2018", "2021"
    ),
    "2018–2021    Senior Associate    Deloitte\n- Advised": ("Deloitte", "Senior Associate", "2018", "2021"),
    "Teacher, Mathematics\nSt. Mary's School, Pune\nJune 2015 to March 2019": (
        "St. Mary's School", "Teacher, Mathematics", "2015-06", "2019-03"
    ),
    "TATA CONSULTANCY SERVICES (TCS), Chennai\nAssistant System Engineer\n(Aug 2016 – Sep 2018)": (
        "TATA CONSULTANCY SERVICES (TCS)", "Assistant System Engineer", "2016-08", "2018-09"
    ),
    "Vice President, Product Marketing, Acme Corp, San Francisco, 2019 – 2021": (
        "Acme Corp", "Vice President, Product Marketing", "2019", "2021"
    ),
    "HARVARD MANAGEMENT COMPANY    Boston, MA\nInvestment Analyst    June 2019 – May 2021": (
        "HARVARD MANAGEMENT COMPANY", "Investment Analyst", "2019-06", "2021-05"
    ),
    "Infosys BPM Ltd. (Client: Apple) | Process Executive | Pune | Jul 2017 – Feb 2019": (
        "Infosys BPM Ltd.", "Process Executive", "2017-07", "2019-02"
    ),
    "Company: Wipro Technologies\nDesignation: Project Engineer\nDuration: June 2015 to July 2017": (
        "Wipro Technologies", "Project Engineer", "2015-06", "2017-07"
    ),
    "U.S. Army — Sergeant, Logistics    2008 – 2012": ("U.S. Army", "Sergeant, Logistics", "2008", "2012"),
    "Barista, Starbucks, Portland OR    Summer 2019": ("Starbucks", "Barista", "2019", "2019"),
    "EY - Audit Senior Manager - Mumbai - 04/2018 to date": ("EY", "Audit Senior Manager", "2018-04", "present"),
    "NHS Greater Glasgow and Clyde\nStaff Nurse, Emergency Department\nGlasgow, UK, Since 2019": (
        "NHS Greater Glasgow and Clyde", "Staff Nurse, Emergency Department", "2019", "present"
    ),
    "Head of Growth at Notion Labs, Inc.\nSan Francisco\n2019-05 – 2021-08": (
        "Notion Labs, Inc.", "Head of Growth", "2019-05", "2021-08"
    ),
    "Worked as a Software Developer at ABC Pvt Ltd from Jan 2019 to Dec 2020.": (
        "ABC Pvt Ltd", "Software Developer", "2019-01", "2020-12"
    ),
    "• Working with Genpact India as a Senior Analyst since March 2018.": (
        "Genpact India", "Senior Analyst", "2018-03", "present"
    ),
    "Beacon Media Group, Madison    Aug'15 - May'17\nDesignation: Account Coordinator": (
        "Beacon Media Group", "Account Coordinator", "2015-08", "2017-05"
    ),
    "Larsen & Toubro\nDeputy General Manager - Projects\nApr 2017 – Present": (
        "Larsen & Toubro", "Deputy General Manager - Projects", "2017-04", "present"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "told"), JOBS.items(), ids=[body.split("\n")[0][:40] for body in JOBS])
def test_one_position(body: str, told: tuple[str, str, str, str]) -> None:
    assert job(body) == told


def test_several_positions_with_one_employer() -> None:
    found = read(
        "EXPERIENCE",
        "Meta\n4 years 2 months\nEngineering Manager\nJanuary 2021 - Present (3 years)\nMenlo Park, California\n"
        "Senior Software Engineer\nNovember 2019 - January 2021 (1 year 3 months)\nMenlo Park, California\n- Led it",
    ).work_history
    assert [(job.company, job.title, job.start) for job in found] == [
        ("Meta", "Engineering Manager", "2021-01"),
        ("Meta", "Senior Software Engineer", "2019-11"),
    ]
    assert found[0].location == "Menlo Park, California"


def test_an_employer_with_dates_of_its_own_over_two_positions() -> None:
    found = read(
        "EXPERIENCE",
        "Zoho Corporation    2018 – 2023\nSales Head    Apr 2021 – Dec 2023\n- Sold\n"
        "Account Manager    Jan 2018 – Mar 2021\n- Sold too",
    ).work_history
    assert [(job.company, job.title, job.end) for job in found] == [
        ("Zoho Corporation", "Sales Head", "2023-12"),
        ("Zoho Corporation", "Account Manager", "2021-03"),
    ]


def test_a_freelancer_has_no_employer_from_above() -> None:
    found = read(
        "EXPERIENCE", "Acme Ltd\nEditor\n2018 – 2020\n- Edited\nFreelance Writer\n2020 – 2022\n- Wrote"
    ).work_history
    assert found[1].company is None
    assert found[1].title == "Freelance Writer"


def test_the_order_of_clear_entries_tells_the_unclear_one() -> None:
    found = read(
        "EXPERIENCE",
        "Senior Engineer\nAcme Ltd\n2020 – 2022\n- Built\n\nEngineer\nGlobex Inc.\n2018 – 2020\n- Built\n\n"
        "Happiness Hero\nHooli\n2016 – 2018\n- Helped",
    ).work_history
    assert (found[2].title, found[2].company) == ("Happiness Hero", "Hooli")


def test_bullets_that_wrap_are_one_and_labels_none() -> None:
    (found,) = read(
        "EXPERIENCE",
        "Acme Ltd\nEngineer\n2020 – 2022\nKey Responsibilities:\n"
        "• Raised the share of automated tests in the payment and invoicing services, and\n  taught four teams\n"
        "• Kept the lights on",
    ).work_history
    assert found.bullets == (
        "Raised the share of automated tests in the payment and invoicing services, and taught four teams",
        "Kept the lights on",
    )


def test_dates_below_the_bullets_go_back_to_their_entry() -> None:
    """Some PDFs give the right-hand column after the text that it stands beside."""
    found = read(
        "EXPERIENCE",
        "Acme Ltd, Engineer\n• Built\nBerlin, Germany\nJan 2020 – May 2022\n\nGlobex Inc., Analyst\n• Counted\n"
        "Paris, France\nMar 2017 – Dec 2019",
    ).work_history
    assert [(job.company, job.start, job.location) for job in found] == [
        ("Acme Ltd", "2020-01", "Berlin, Germany"),
        ("Globex Inc.", "2017-03", "Paris, France"),
    ]


def test_a_section_without_positions_gives_none() -> None:
    assert read("EXPERIENCE", "I like to build things that last and that people use every day.").work_history == ()
