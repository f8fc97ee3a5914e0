"""The pieces of a match: what a line asks for, what denies it, what a résumé bears, extracts that were corrected."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluators.assemble import assemble
from evaluators.jd_match import jd_match, requirement_terms
from evaluators.requirements.kinds import content_stems, degree_asked, degree_levels, years_asked, years_said
from evaluators.requirements.mentions import denied, is_negated
from evaluators.requirements.resume import MOST_CHARS, ResumeReader, around
from evaluators.requirements.terms import groups
from schema.documents import Employment, JobExtract, ResumeExtract
from schema.transcript import TranscriptDocument
from schema.vocabulary import RequirementState
from tests.evaluators.material import STORY, asked, document, interview, typed

S = RequirementState
WORK = "I moved our billing service to Kotlin last year and cut its start from forty seconds to nine."


@pytest.mark.parametrize(
    ("line", "asked_for"),
    [
        ("Selenium, Java, TestNG and Jenkins", ["Selenium", "Java", "TestNG", "Jenkins"]),
        ("Java, Scala or Kotlin", ["Java, Scala or Kotlin"]),
        ("Scripting in Bash or Python", ["Scripting", "Bash or Python"]),
        ("Good knowledge of Tally and MS Excel", ["Tally", "MS Excel"]),
        ("Knowledge of A/B testing", ["A/B testing"]),
        ("An understanding of observability tools such as Prometheus and Grafana",
         ["observability tools such as Prometheus and Grafana"]),
        ("Team spirit and a sense of humour", []),
    ],
)  # fmt: skip
def test_what_a_line_asks_for(line: str, asked_for: list[str]) -> None:
    assert [group.text for group in groups(line)] == asked_for


@given(st.text(max_size=200))
def test_any_line_can_be_read(line: str) -> None:
    for group in groups(line):
        assert group.pieces
        assert all(piece.text == line[piece.start : piece.end] for piece in group.pieces)


@pytest.mark.parametrize(
    "text",
    [
        "I have never used X",
        "I've never really worked with X",
        "Honestly I haven't touched X yet",
        "I don't know X",
        "I have no experience with X",
        "I have no hands-on experience in X",
        "I'm not familiar with X",
        "X is new to me",
        "X I have never used",
        "I'm completely new to X",
    ],
)
def test_denials(text: str) -> None:
    at = text.index("X")
    assert denied(text, at, at + 1) is not None
    assert is_negated(text, at, at + 1) or denied(text, at, at + 1)


@pytest.mark.parametrize(
    "text",
    [
        "I have used X",
        "I had never used X before that spring",
        "We not only used X",
        "I had no problem with X",
        "I never had a problem with X",
        "I didn't stop until X ran",
        "My manager had never used it, I brought X in",
    ],
)
def test_no_denials(text: str) -> None:
    at = text.index("X")
    assert denied(text, at, at + 1) is None


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("6-9 years", 6), ("7+ yrs", 7), ("At least three years of experience with Python", 3), ("2 to 5 years", 2),
        ("have worked in a bakery for two years or more", 2), ("1 year of acute care experience", 1),
        ("Python 3", None), ("a budget of $5 million", None), ("Travel up to 25%", None),
    ],
)  # fmt: skip
def test_years_that_are_asked_for(line: str, years: int | None) -> None:
    assert years_asked(line) == years


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("I have six years of experience in Java.", 6),
        ("I've got about 8 years of backend experience.", 8),
        ("I only have two years of experience.", 2),
        ("I've been selling software for four years.", 4),
        ("It took two years.", None),
        ("I have two years left on my contract.", None),
        ("The system was ten years old.", None),
    ],
)
def test_years_that_are_said(said: str, number: int | None) -> None:
    found = years_said(said)
    assert (found.number if found else None) == number


@pytest.mark.parametrize(
    ("line", "text", "fits"),
    [
        ("B.E./B.Tech or MCA", "B.Tech, Computer Science, Pune", True),
        ("B.E./B.Tech or MCA", "M.Tech, VLSI Design", True),
        ("B.E./B.Tech or MCA", "B.A. History", False),
        ("B.Com / M.Com graduate", "B.Com, Madras University", True),
        ("B.Com / M.Com graduate", "B.A. History", False),
        ("Bachelor's degree in human resources or a related field", "BA in English Literature", True),
        ("PhD or Master's degree in mathematics, statistics or physics", "M.Sc. Physics, Heidelberg", True),
        ("PhD or Master's degree in mathematics, statistics or physics", "B.Sc. Physics, Heidelberg", False),
        ("An MBA", "MBA, University of Oregon", True),
        ("An MBA", "Bachelor of Science", False),
    ],
)
def test_degrees(line: str, text: str, *, fits: bool) -> None:
    degree = degree_asked(line)
    assert degree is not None
    assert degree.fits(text) is fits


@pytest.mark.parametrize(
    "line", ["Knowledge of SQL", "Be a team player", "Master our codebase", "A high degree of care"]
)
def test_no_degrees(line: str) -> None:
    assert degree_levels(line) == []


def test_words_that_only_say_how_much_are_left_out() -> None:
    assert content_stems("Ability to work in a very good team") == ()
    assert len(content_stems("Willingness to travel up to 25%")) == 1


# ------------------------------------------------------------------ the résumé

PAPER = """Jo Brandt
Experience
Engineer, Kestrel Systems, Jan 2015 - Dec 2018
- Built the billing API in Kotlin
Senior Engineer, Ostrava Data, Jan 2018 - Present
- Ran the warehouse
"""


def test_years_are_those_that_the_dates_cover_and_no_more() -> None:
    reader = ResumeReader(PAPER, None)
    worked = reader.months_worked()
    assert worked is not None
    months, told = worked
    assert 47 <= months <= 48  # 2015 to 2018; that the last job still runs is not known without a date
    assert "Kestrel Systems" in told
    assert reader.is_verbatim(told)
    later = ResumeReader(PAPER, None, date(2024, 1, 15)).months_worked()
    assert later is not None
    assert later[0] == 108  # the overlap of 2018 counts once


def test_no_dates_no_years() -> None:
    assert ResumeReader("Engineer. Python.", None).months_worked() is None


@given(st.text(alphabet="abc de", min_size=1, max_size=400), st.integers(0, 399), st.integers(1, 30))
def test_a_long_line_is_cut_around_the_words(line: str, start: int, length: int) -> None:
    start = min(start, len(line) - 1)
    end = min(len(line), start + length)
    cut = around(line, start, end)
    assert line[start:end] in cut
    assert len(cut) <= MOST_CHARS + length + 2


# ------------------------------------------------------------------ corrected extracts


def with_extracts(job: JobExtract, resume: ResumeExtract | None = None, text: str | None = None) -> dict[str, S]:
    doc = document(asked(STORY), typed(WORK), jd="We need a wizard with COBOL.", resume=text)
    match = jd_match(doc, assemble(doc), job=job, resume=resume)
    return {requirement.text: requirement.state for requirement in match.requirements}


def test_a_corrected_job_stands_over_its_text() -> None:
    job = JobExtract(must_have=("Kotlin", "Haskell"), nice_to_have=("Terraform",))
    assert with_extracts(job) == {"Kotlin": S.SAID, "Haskell": S.MISSING, "Terraform": S.MISSING}


def test_lines_that_ask_for_nothing_are_left_out() -> None:
    job = JobExtract(must_have=("Kotlin", "Freshers can apply", "No prior experience required."))
    assert with_extracts(job) == {"Kotlin": S.SAID}


def test_keywords_stand_in_where_a_job_has_no_lines() -> None:
    assert with_extracts(JobExtract(keywords=("Kotlin", "Go"))) == {"Kotlin": S.SAID, "Go": S.MISSING}


def test_what_a_person_added_to_their_resume_counts_and_is_not_quoted_from_its_text() -> None:
    job, resume = JobExtract(must_have=("Haskell", "Terraform")), ResumeExtract(skills=("Haskell",))
    doc = document(asked(STORY), typed(WORK), jd="x", resume="Terraform, Linux")
    match = jd_match(doc, assemble(doc), job=job, resume=resume)
    found = {r.text: (r.state, r.resume_text, r.note) for r in match.requirements}
    assert found["Haskell"][:2] == (S.RESUME_ONLY, None)
    assert "You added it" in found["Haskell"][2]
    assert found["Terraform"][:2] == (S.RESUME_ONLY, "Terraform, Linux")


def test_years_from_a_corrected_extract() -> None:
    jobs = (Employment(title="Engineer", company="Kestrel", start="2012-01", end="2020-01"),)
    job, resume = JobExtract(must_have=("5+ years",)), ResumeExtract(work_history=jobs)
    assert with_extracts(job, resume) == {"5+ years": S.RESUME_ONLY}
    assert with_extracts(JobExtract(must_have=("9+ years",)), resume) == {"9+ years": S.MISSING}


def test_a_long_ad_loses_no_requirement() -> None:
    named = (
        "Python Java Kotlin Scala Rust TypeScript PostgreSQL MySQL MongoDB Redis Kafka RabbitMQ Docker Kubernetes "
        "Terraform Ansible Jenkins Prometheus Grafana Elasticsearch GraphQL gRPC React Angular Django Flask Snowflake "
        "BigQuery Airflow dbt"
    )
    names = named.split()
    jd = "Requirements\n" + "\n".join(f"- Experience with {name}" for name in names)
    doc = interview((STORY, WORK), jd=jd)
    match = jd_match(doc, assemble(doc))
    assert {r.text for r in match.requirements} == set(names)
    assert len(requirement_terms(doc)) == len(names)


def test_nothing_is_asked_without_a_description() -> None:
    doc: TranscriptDocument = interview((STORY, WORK))
    assert jd_match(doc, assemble(doc)).requirements == ()
