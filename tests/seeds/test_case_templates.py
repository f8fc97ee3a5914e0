"""The cases that ship: enough of each kind, figures that work out, and one that does not hold together is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from schema.exercise_views import case_view
from schema.exercises import CasePhase, CaseTemplate, CaseType, Exhibit
from schema.vocabulary import RoleCategory, Seniority
from seeds.case_templates import cell, computed, load_cases, problems, read_cases
from seeds.catalog import load_catalog
from seeds.formulas import FormulaError, evaluate
from seeds.reading import CatalogError
from seeds.wording import faults

CASES = load_cases()
FOLDER = Path(__file__).parents[2] / "seeds" / "cases"
CODE = {RoleCategory.SWE, RoleCategory.DATA, RoleCategory.SECURITY, RoleCategory.QUANT}  # they are given code instead
TWO_QUESTIONS = re.compile(r"\?.*\?|, and (?:what|which|how|why|who|where)\b")


def plain(key: str = "cafe_profit_drop") -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / f"{key}.yaml").read_text("utf-8"))
    return content


# ------------------------------------------------------------------ the catalogue


def test_there_are_enough_cases_of_each_kind() -> None:
    assert 15 <= len(CASES) <= 20
    assert Counter(case.case_type for case in CASES.values()).keys() == set(CaseType)
    assert {case.level for case in CASES.values()} == {Seniority.ENTRY, Seniority.MID}


@pytest.mark.parametrize("role", sorted(set(RoleCategory) - CODE))
def test_every_role_without_code_has_a_case_for_beginners(role: RoleCategory) -> None:
    levels = [case.level for case in CASES.values() if role in case.role_categories]
    assert Seniority.ENTRY in levels


def test_no_two_cases_are_alike() -> None:
    words = {key: set(re.findall(r"[a-z]{4,}", case.prompt_statement.lower())) for key, case in CASES.items()}
    for one, other in combinations(words, 2):
        common = len(words[one] & words[other]) / min(len(words[one]), len(words[other]))
        assert common < 0.5, (one, other)
    assert len({case.name for case in CASES.values()}) == len(CASES)


@pytest.mark.parametrize("key", CASES)
def test_a_case_is_complete(key: str) -> None:
    case = CASES[key]
    assert len(case.revealable_data) >= 4
    assert len(case.checkpoints) >= 8
    assert len(case.numbers) >= 3
    assert {point.phase for point in case.checkpoints} == set(CasePhase)
    for reveal in case.revealable_data:
        assert len(reveal.asks) >= 4, reveal.id
        assert len(reveal.near_misses) >= 2, reveal.id
    assert case.not_available
    assert case.clarifications
    assert any(reveal.after for reveal in case.revealable_data)
    assert list(problems(case)) == []


@pytest.mark.parametrize("key", CASES)
def test_what_is_said_aloud_can_be_said(key: str) -> None:
    case = CASES[key]
    questions = [question for asked in case.probing_map.values() for question in asked]
    answers = [clarification.answer for clarification in case.clarifications]
    for text in (*questions, *answers, *(reveal.spoken for reveal in case.revealable_data)):
        assert faults(text) == (), text
    for text in (*questions, case.prompt_statement):
        assert not TWO_QUESTIONS.search(text), text
    assert 2 <= len(re.findall(r"[.?](?:\s|$)", case.prompt_statement)) <= 4


@pytest.mark.parametrize("key", CASES)
def test_checkpoints_speak_to_dimensions_of_a_rubric(key: str) -> None:
    known = {dimension.key for rubric in load_catalog().rubrics.values() for dimension in rubric.dimensions}
    assert {point.dimension for point in CASES[key].checkpoints} <= known


@pytest.mark.parametrize("key", CASES)
def test_the_candidate_sees_neither_data_nor_answer(key: str) -> None:
    case = CASES[key]
    shown = case_view(case).model_dump_json()
    for hidden in (case.sound_answer, *(reveal.title for reveal in case.revealable_data)):
        assert hidden not in shown


@pytest.mark.parametrize("key", CASES)
def test_the_figures_of_the_sound_answer_work_out(key: str) -> None:
    case = CASES[key]
    for number in case.numbers:
        assert computed(case, number) == pytest.approx(number.value, rel=0.005), number.id


# ------------------------------------------------------------------ what is refused


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Puts a value at "numbers/0/formula" of a case's file."""

    def change(content: dict[str, Any]) -> None:
        *way, last = path.split("/")
        place: Any = content
        for step in way:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = value

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_set("numbers/0/value", 250), "is 240, not 250"),
        (_set("numbers/0/formula", "before - other"), "'other' is no input"),
        (_set("numbers/0/formula", "__import__('os')"), "not arithmetic"),
        (_set("numbers/0/formula", "before -"), "can't be read"),
        (_set("numbers/0/inputs/before", "profit_statement/Profit/Last year"), "no row 'Profit'"),
        (_set("numbers/0/inputs/before", "profit_statement/Rent/2020"), "no column '2020'"),
        (_set("numbers/0/inputs/before", "nowhere/Rent/Last year"), "names no reveal"),
        (_set("numbers/0/inputs/extra", 3), "does not use extra"),
        (_set("numbers/0/needs", []), "does not say that it needs them"),
        (_set("revealable_data/0/after", ["order_distance"]), None),
        (_set("revealable_data/1/after", ["order_distance"]), "can never be earned"),
        (_set("revealable_data/1/after", ["nowhere"]), "which is no reveal"),
        (_set("revealable_data/0/cues", ["-only"]), "wants nothing"),
        (_set("revealable_data/0/exhibit/rows/0", ["Revenue", 1]), "is not 3 wide"),
        (_set("revealable_data/1/id", "profit_statement"), "stands twice"),
        (_set("probing_map/risks", ["What could go wrong with that?"]), "fewer than 2 questions for risks"),
        (_set("probing_map/risks", ["Think.", "What could go wrong with that?"]), "is no question"),
        (_set("checkpoints/0/needs", ["nowhere"]), "which is no reveal"),
        (_set("key", "another_key"), "not named after its key"),
        (_set("difficulty", "gigantic"), "difficulty"),
    ],
)
def test_a_case_that_does_not_hold_together_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], says: str | None
) -> None:
    content = plain()
    change(content)
    (tmp_path / "cafe_profit_drop.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    if says is None:
        assert set(read_cases(tmp_path)) == {"cafe_profit_drop"}
        return
    with pytest.raises(CatalogError, match=re.escape(says)):
        read_cases(tmp_path)


def test_a_phase_without_a_checkpoint_is_refused() -> None:
    case = CASES["cafe_profit_drop"]
    points = tuple(point for point in case.checkpoints if point.phase is not CasePhase.RISKS)
    broken = CaseTemplate.model_construct(**{**dict(case), "checkpoints": points})
    assert list(problems(broken)) == ["no checkpoint for risks"]


# ------------------------------------------------------------------ formulas and cells


@pytest.mark.parametrize(
    ("formula", "value"),
    [("a + b * 2", 7.0), ("(a + b) * 2", 8.0), ("-a + b", 2.0), ("b ** 2", 9.0), ("a / 4", 0.25), ("2.5", 2.5)],
)
def test_formulas_are_arithmetic(formula: str, value: float) -> None:
    assert evaluate(formula, {"a": 1, "b": 3}) == value


@pytest.mark.parametrize(
    "formula",
    ["a / 0", "a ** 99", "c", "a if b else 1", "[1]", "a.b", "f(a)", "a == b", "True", "'1'", "1 +", "(-1) ** 0.5"],
)
def test_anything_else_is_no_formula(formula: str) -> None:
    with pytest.raises(FormulaError):
        evaluate(formula, {"a": 1, "b": 3})


def test_a_cell_must_hold_a_figure() -> None:
    exhibit = Exhibit(kind="table", columns=("Item", "Value"), rows=(("One", 1.5), ("Two", None)))
    assert cell(exhibit, "One", "Value") == 1.5
    with pytest.raises(FormulaError, match="no figure"):
        cell(exhibit, "Two", "Value")
