"""Where a sentence of an ad stands: headings of many kinds, bullets, and lines that the page broke."""

import pytest

from evaluators.documents.job.layout import sentences
from evaluators.documents.job.lexicon import Section


def sections(text: str) -> list[tuple[str, str]]:
    return [(part.section.value, " ".join(part.text.split())) for part in sentences(text)]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Requirements", Section.MUST_HAVE),
        ("What you'll bring", Section.MUST_HAVE),
        ("YOUR PROFILE:", Section.MUST_HAVE),
        ("Who you are", Section.MUST_HAVE),
        ("## Minimum qualifications", Section.MUST_HAVE),
        ("Eligibility Criteria", Section.MUST_HAVE),
        ("Key Skills:", Section.MUST_HAVE),
        ("Nice to have", Section.NICE_TO_HAVE),
        ("Preferred Qualifications", Section.NICE_TO_HAVE),
        ("Bonus points if you have", Section.NICE_TO_HAVE),
        ("Good to have:", Section.NICE_TO_HAVE),
        ("What you'll do", Section.RESPONSIBILITIES),
        ("Roles & Responsibilities", Section.RESPONSIBILITIES),
        ("Your tasks", Section.RESPONSIBILITIES),
        ("KRAs", Section.RESPONSIBILITIES),
        ("The role", Section.RESPONSIBILITIES),
        ("What we offer", Section.OFFER),
        ("Perks and benefits", Section.OFFER),
        ("Why Copperline", Section.OFFER),
        ("About us", Section.ABOUT),
        ("About Copperline", Section.ABOUT),
        ("How to apply", Section.APPLY),
        ("Equal Opportunity", Section.LEGAL),
        ("Our tech stack:", Section.OWN_STACK),
        ("Technologies", Section.STACK),
    ],
)
def test_headings(heading: str, section: Section) -> None:
    assert sections(f"{heading}\n\n- Something to read here") == [(section.value, "Something to read here")]


@pytest.mark.parametrize(
    "line",
    [
        "Strong communication skills",
        "You have good project management skills and like people.",
        "Experience with Kafka",
        "Benefits administration",
        "Five years of experience",
    ],
)
def test_requirements_are_no_headings(line: str) -> None:
    assert line.rstrip(".") in [text.rstrip(".") for _, text in sections(f"Requirements\n\n- One\n{line}\n- Two")]


def test_a_heading_inside_a_line() -> None:
    text = "Requirements: three years of sales. Benefits: a company car."
    assert sections(text) == [("must_have", "three years of sales."), ("offer", "a company car.")]


def test_a_fact_does_not_end_a_section() -> None:
    text = "Requirements\n- SQL\nLocation: Pune\n- Python"
    assert sections(text) == [("must_have", "SQL"), ("facts", "Pune"), ("must_have", "Python")]


def test_lines_that_the_page_broke_are_one_sentence() -> None:
    text = "Tasks\n• Answer questions of customers by phone and\n  by chat\n• Log cases"
    assert [part for _, part in sections(text)] == ["Answer questions of customers by phone and by chat", "Log cases"]


def test_abbreviations_end_no_sentence() -> None:
    assert len(sentences("You know a queue, e.g. Kafka or approx. two others. You write well.")) == 2


def test_offsets_are_those_of_the_text() -> None:
    text = "Tasks\r\n• Write  code.  Review it.\n\n1) Ship it"
    assert [text[part.start : part.end] for part in sentences(text)] == [part.text for part in sentences(text)]
    assert len(sentences(text)) == 3
