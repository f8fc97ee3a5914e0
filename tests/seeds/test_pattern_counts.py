"""There are enough question patterns for every role, type and interview, and no two ask the same."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Set
from difflib import SequenceMatcher

import pytest

from schema.vocabulary import InterviewType, PatternType, RoleCategory
from seeds.question_patterns import SLOTS, filled, variables
from tests.seeds.shipped import CATALOG, QUESTIONS, SHIPPED, Shipped, none_of, spoken

ALIKE = 0.8
A_TYPE = (
    PatternType.RESUME_CLAIM,
    PatternType.JD_REQUIREMENT,
    PatternType.BEHAVIORAL,
    PatternType.SCENARIO,
    PatternType.PROBE,
)
NEUTRAL = dict.fromkeys(SLOTS, "it")


def test_every_file_is_read() -> None:
    assert {item.pattern.key for item in SHIPPED} == set(CATALOG.patterns)


def test_at_least_120_patterns() -> None:
    assert len(SHIPPED) >= 120


@pytest.mark.parametrize("category", RoleCategory)
def test_at_least_ten_of_its_own_for_each_role_category(category: RoleCategory) -> None:
    own = [item.pattern.key for item in QUESTIONS if item.pattern.role_category is category]
    assert len(own) >= 10, f"{category}: {own}"


@pytest.mark.parametrize("category", RoleCategory)
def test_each_role_category_asks_for_cases_and_for_stories(category: RoleCategory) -> None:
    types = Counter(item.pattern.pattern_type for item in QUESTIONS if item.pattern.role_category is category)
    assert types[PatternType.SCENARIO] >= 5, f"{category}: {types}"
    assert types[PatternType.BEHAVIORAL] >= 2, f"{category}: {types}"


@pytest.mark.parametrize("kind", A_TYPE)
def test_at_least_fifteen_of_each_type(kind: PatternType) -> None:
    found = [item.pattern.key for item in SHIPPED if item.pattern.pattern_type is kind]
    assert len(found) >= 15, f"{kind}: {len(found)}: {found}"


def test_every_interview_type_has_questions_of_its_own() -> None:
    counts = Counter(item.pattern.interview_type for item in QUESTIONS)
    assert {kind: counts[kind] for kind in InterviewType if counts[kind] < 3} == {}


def test_no_two_templates_are_alike() -> None:
    """Compared as written and with the slots made equal: two questions that differ by their slot alone are alike."""
    none_of(_alike({item: item.pattern.template.casefold() for item in QUESTIONS}))
    slotted = {item for item in QUESTIONS if variables(item.pattern.template)}
    none_of(_alike(_neutral(QUESTIONS), among=slotted))


def test_no_two_general_follow_ups_are_alike() -> None:
    none_of(_alike(_neutral(tuple(item for item in SHIPPED if item not in QUESTIONS))))


def _neutral(items: tuple[Shipped, ...]) -> dict[Shipped, str]:
    return {item: filled(item.pattern.template, NEUTRAL).casefold() for item in items}


def _alike(texts: dict[Shipped, str], among: Set[Shipped] | None = None) -> list[str]:
    """The pairs beyond ALIKE; only those that hold one of `among`, where it is given."""
    matcher = SequenceMatcher(autojunk=False)
    found = []
    for one, pairs in itertools.groupby(itertools.combinations(texts, 2), key=lambda pair: pair[0]):
        matcher.set_seq2(texts[one])  # the second sequence is the one that is kept prepared
        for _, other in pairs:
            if among is not None and one not in among and other not in among:
                continue
            if _most_alike(len(texts[one]), len(texts[other])) <= ALIKE:
                continue
            matcher.set_seq1(texts[other])
            if matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE:
                found.append(one.says(f"is {matcher.ratio():.2f} like {other.file}: {other.pattern.key}", texts[other]))
    return found


def _most_alike(one: int, other: int) -> float:
    """The ratio that two texts of these lengths could reach."""
    return 2 * min(one, other) / (one + other)


def test_no_follow_up_is_worn_out() -> None:
    """A candidate who hears the same follow-up in every answer hears a machine."""
    counts = Counter(text for item, field, text in spoken() if field.startswith("probe_tree") and item in QUESTIONS)
    none_of(
        [
            item.says(f"{field} stands {counts[text]} times", text)
            for item, field, text in spoken()
            if counts[text] > 3 and field.startswith("probe_tree")
        ]
    )
