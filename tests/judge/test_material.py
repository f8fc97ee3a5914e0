"""The material is what it claims to be: wide enough, and its weak twins as long and as rich in terms as the strong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaluators.documents.skills import find_skills
from schema.vocabulary import RoleCategory
from seeds.catalog import load_catalog
from server.bench.judge_material import AFTER_FREEZE, OPEN, BadMaterialError, Pair, Swap, Where, read_material
from tests.judge.material import material

PAIRS = [pair for pairs in material().pairs.values() for pair in pairs]
TWINS = [pair for pair in PAIRS if pair.twin]
DIMENSIONS = {
    *("communication", "structured_thinking", "ownership_depth", "problem_solving", "execution", "collaboration"),
    *("initiative", "growth", "role_fit"),
}
KINDS = {
    *("empty", "one_word", "off_topic", "repeated", "aggrandising", "injected", "keyword_stuffed"),
    "plagiarised_question",
}


def category(role_kit: str) -> str:
    return load_catalog().role_kits[role_kit].role_category


@pytest.mark.parametrize("name", [OPEN, AFTER_FREEZE])
def test_each_set_reaches_across_roles_and_dimensions(name: str) -> None:
    pairs = material().pairs[name]
    assert {category(pair.role_kit) for pair in pairs} == set(RoleCategory)
    assert {pair.dimension for pair in pairs} == DIMENSIONS


def test_there_are_as_many_pairs_as_promised() -> None:
    assert len(PAIRS) >= 66
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)
    assert len(material().pairs[AFTER_FREEZE]) * 3 >= len(PAIRS)
    assert len(TWINS) * 2 >= len(PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_a_pair_asks_for_a_dimension_that_its_rubric_has(pair: Pair) -> None:
    catalog = load_catalog()
    rubric = catalog.rubrics[catalog.rubric_key(pair.interview_type, catalog.role_kits[pair.role_kit])]
    assert pair.dimension in {d.key for d in rubric.dimensions if not d.delivery_only}


@pytest.mark.parametrize("pair", TWINS, ids=lambda pair: pair.id)
def test_a_twin_is_as_long_and_as_rich_in_terms(pair: Pair) -> None:
    strong, weak = len(pair.strong.split()), len(pair.weak.split())
    assert 0.85 <= weak / strong <= 1.15
    assert len(terms(pair.weak)) >= len(terms(pair.strong))


def terms(text: str) -> set[str]:
    """The skills of the shipped vocabulary that a text names."""
    return {text[hit.start : hit.end].casefold() for hit in find_skills(text)}


def test_every_kind_of_attack_is_there_for_every_honest_interview() -> None:
    assert {attack.kind for attack in material().attacks} == KINDS
    assert {attack.where for attack in material().attacks} == set(Where)
    assert len({one.role_kit for one in material().honest}) >= 6
    assert {swap.kind for swap in material().swaps} == {"name", "pronoun", "university", "city", "dialect"}


@pytest.mark.parametrize("swap", material().swaps, ids=lambda swap: swap.id)
def test_a_swap_fills_every_slot_and_uses_every_value(swap: Swap) -> None:
    told = [*(text for said in swap.answers for text in (said.question, said.answer)), swap.jd or "", swap.resume or ""]
    slots = set(re.findall(r"\{(\w+)\}", " ".join(told)))
    assert slots
    assert all(set(row) == slots for row in swap.values)


def test_material_that_is_wrong_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BadMaterialError, match="no folder pairs/"):
        read_material(tmp_path)
    (tmp_path / "pairs" / OPEN).mkdir(parents=True)
    (tmp_path / "pairs" / OPEN / "bad.yaml").write_text("- {id: one}", encoding="utf-8")
    with pytest.raises(BadMaterialError, match=r"bad\.yaml: 0\."):
        read_material(tmp_path)


def test_no_pair_is_written_twice() -> None:
    said = [" ".join(text.split()) for pair in PAIRS for text in (pair.strong, pair.weak)]
    assert len(set(said)) == len(said)
