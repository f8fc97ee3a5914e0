"""Skills in a text: by any alias, under their canonical names, and never an everyday word."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluators.documents.skills import canonical, everyday_spellings, find_skills
from schema.vocabulary import SkillCategory, SkillKind
from seeds.skills import load_skills


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.name, text[hit.start : hit.end]) for hit in find_skills(text)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("k8s", "Kubernetes"),
        ("K8S", "Kubernetes"),
        ("golang", "Go"),
        ("NodeJS", "Node.js"),
        ("postgres", "PostgreSQL"),
        ("Search Engine Optimisation", "SEO"),
        ("ms excel", "Microsoft Excel"),
        ("accounts  payable", "Accounts payable"),
        ("no such thing", None),
        ("", None),
        ("—", None),
    ],
)
def test_canonical(name: str, expected: str | None) -> None:
    assert canonical(name) == expected


def test_every_spelling_leads_to_its_skill() -> None:
    for skill in load_skills().values():
        for spelling in skill.spellings:
            assert canonical(spelling) == skill.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We run k8s on AWS.", [("Kubernetes", "k8s"), ("AWS", "AWS")]),
        ("REST APIs and RESTful services", [("REST APIs", "REST APIs"), ("REST APIs", "RESTful services")]),
        ("machine-learning models", [("Machine learning", "machine-learning models")]),
        ("Power\nBI, Machine\nLearning", [("Power BI", "Power\nBI"), ("Machine learning", "Machine\nLearning")]),
        ("C#, C++ and C", [("C#", "C#"), ("C++", "C++"), ("C", "C")]),
        ("ASP.NET Core; .NET", [("ASP.NET", "ASP.NET Core"), (".NET", ".NET")]),
        ("Master's degree", [("Master's degree", "Master's degree")]),
        ("Spring Boot", [("Spring Boot", "Spring Boot")]),
    ],
)
def test_names_and_aliases(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Go the extra mile and excel at what you do.",
        "Chef de partie wanted; react to change, swift service.",
        "A word about access to our offices.",
        "In Spring 2024 we moved in.",
        "Our R&D team and C-level people",
        "The rest is history. Nets and dots.",
        "The house is for sale.",
        "Express your interest. Slack is bad for ropes.",
    ],
)
def test_everyday_words_are_no_skills(text: str) -> None:
    assert [hit.name for hit in find_skills(text)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("services written in Go", "Go"),
        ("java, go, rust", "Go"),
        ("Languages: C, Python", "C"),
        ("statistics in R", "R"),
        ("Word, Excel and PowerPoint", "Microsoft Word"),
        ("Tableau\nR\nPython", "R"),
        ("speaks German fluently", "German"),
    ],
)
def test_everyday_words_in_company_are(text: str, name: str) -> None:
    assert name in [hit.name for hit in find_skills(text)]


def test_kind_and_category() -> None:
    python, team = find_skills("Python and team player")
    assert (python.kind, python.category) == (SkillKind.KNOWLEDGE, SkillCategory.PROGRAMMING_LANGUAGE)
    assert (team.kind, team.category) == (SkillKind.SKILL, SkillCategory.SOFT_SKILL)


def test_everyday_spellings() -> None:
    assert everyday_spellings("Go") == ("Go",)
    assert everyday_spellings("PostgreSQL") == ()
    assert everyday_spellings("nothing") == ()


@given(
    st.lists(
        st.sampled_from(["Go", "R", "SQL", "k8s", "the", ",", "\n", "and", ".", "c++", "Excel", "é", "&"]), max_size=30
    )
)
def test_hits_lie_in_order_apart_and_inside(words: list[str]) -> None:
    text = " ".join(words)
    hits = find_skills(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert all(canonical(text[hit.start : hit.end]) == hit.name for hit in hits)


def test_time_grows_with_the_text_and_no_faster() -> None:
    line = "You know k8s, Go, R, Python and machine learning models in a team. "
    took = []
    for copies in (300, 3000):
        began = time.process_time()
        find_skills(line * copies)
        took.append(time.process_time() - began)
    assert took[1] < 40 * took[0]
