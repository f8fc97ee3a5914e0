"""Schools and degrees, in American, British and Indian forms."""

from __future__ import annotations

import pytest

from tests.evaluators.documents.resume.reading import read, school

SCHOOLS = {
    "M.Tech in VLSI Design, NIT Warangal, 2016 (CGPA: 8.9)": ("NIT Warangal", "M.Tech", "VLSI Design", "2016"),
    "Bachelor of Engineering (Computer Engineering) from Pune University with 72% in 2014.": (
        "Pune University", "Bachelor of Engineering", "Computer Engineering", "2014"
    ),
    "Stanford University — M.S. Computer Science, GPA 3.9/4.0, June 2018": (
        "Stanford University", "M.S.", "Computer Science", "2018-06"
    ),
    "University of Michigan, Ann Arbor, MI\nB.S.E. in Computer Science, Minor in Math, May 2019": (
        "University of Michigan", "B.S.E.", "Computer Science", "2019-05"
    ),
    "Ph.D., Physics, MIT (2012)": ("MIT", "Ph.D.", "Physics", "2012"),
    "Georgia Institute of Technology\nBachelor of Science in Industrial Engineering\nExpected Graduation: May 2025": (
        "Georgia Institute of Technology", "Bachelor of Science", "Industrial Engineering", "2025-05"
    ),
    "Class X, CBSE, Delhi Public School, R.K. Puram – 95%, 2012": ("Delhi Public School", "Class X", None, "2012"),
    "B.Tech (CSE), IIT Madras, 2015-19": ("IIT Madras", "B.Tech", "CSE", "2019"),
    "MBA (Finance), XLRI Jamshedpur    2012 – 2014    CGPA 7.2/10": ("XLRI Jamshedpur", "MBA", "Finance", "2014"),
    "London School of Economics\nMSc Economics (Distinction)    2016": (
        "London School of Economics", "MSc", "Economics", "2016"
    ),
    "B.E. – Mechanical, Anna University, Chennai – 2013": ("Anna University", "B.E.", "Mechanical", "2013"),
    "The Wharton School, University of Pennsylvania    Philadelphia, PA\nMaster of Business Administration    2020": (
        "The Wharton School, University of Pennsylvania", "Master of Business Administration", None, "2020"
    ),
    "Northeastern University    Boston, MA\nMS, Health Informatics    May 2022": (
        "Northeastern University", "MS", "Health Informatics", "2022-05"
    ),
    "AB, Government\nDartmouth\nSep 2007 - Jun 2011": ("Dartmouth", "AB", "Government", "2011-06"),
    "PGDM NICMAR, Project Engineering and Management    2010 – 2012": (
        "NICMAR", "PGDM", "Project Engineering and Management", "2012"
    ),
    "B.ComNagpur University, Commerce    2008 – 2011": ("Nagpur University", "B.Com", "Commerce", "2011"),
    "St. Ann's High School\nSSC\n2018": ("St. Ann's High School", "SSC", None, "2018"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "told"), SCHOOLS.items(), ids=[body.split("\n")[0][:40] for body in SCHOOLS])
def test_one_school(body: str, told: tuple[str, str, str | None, str]) -> None:
    assert school(body) == told


def test_a_degree_named_only_by_its_level_keeps_its_subject() -> None:
    assert school("University of California\nBachelor's in Computer Science\nMay 2016") == (
        "University of California",
        "Bachelor's in Computer Science",
        "Computer Science",
        "2016-05",
    )


def test_schools_without_dates_or_lines_between_them() -> None:
    found = read("EDUCATION", "Osmania University\nB.Tech\nNarayana Junior College\nIntermediate (MPC)").education
    assert [(item.institution, item.degree) for item in found] == [
        ("Osmania University", "B.Tech"),
        ("Narayana Junior College", "Intermediate (MPC)"),
    ]


def test_a_table_of_marks() -> None:
    found = read(
        "ACADEMIC QUALIFICATIONS:",
        "Degree    Board/University    Year of Passing    Percentage\n"
        "B.E. (ECE)    Anna University    2013    78%\n"
        "Class XII    Tamil Nadu State Board    2009    91.2%",
    ).education
    assert [(item.degree, item.institution, item.end) for item in found] == [
        ("B.E.", "Anna University", "2013"),
        ("Class XII", "Tamil Nadu State Board", "2009"),
    ]


def test_marks_are_no_metrics_of_work() -> None:
    found = read(
        "EDUCATION", "Osmania University\nB.Tech, 2016 – 2020\nCGPA: 9.1\n• Ranked in the top 2% of 600 students"
    )
    assert found.metrics == ()


def test_one_year_is_the_end() -> None:
    (found,) = read("EDUCATION", "BSc Physics, University of Leeds, 2011").education
    assert (found.start, found.end) == (None, "2011")
