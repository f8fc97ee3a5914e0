"""A report is put together from the parts that are there; the others are empty and named."""

from __future__ import annotations

from typing import Any

import pytest

from evaluators.assemble import assemble
from evaluators.delivery import delivery
from evaluators.guard import ReportRefused
from evaluators.proof import prove_dimensions
from evaluators.report import report
from evaluators.shapes import Proved
from schema.analysis import Analysis, JdMatch, MemoryUpdate, NextAction, TurnTaking
from tests.evaluators.material import KITS, golden, judged, rubric

DOC = golden("software_engineer", "strong")
PARTS = {
    "jdMatch": "jd_match",
    "answerRewrites": "answer_rewrites",
    "nextActions": "next_actions",
    "memoryUpdate": "memory_update",
    "practicePlan7d": "coach",
    "turnNotes": "notes",
    "turnTaking": "turn_taking",
}


async def whole() -> dict[str, Any]:
    """Every part of one interview, as `report` takes them."""
    made = await judged(DOC)
    return {
        "answers": assemble(DOC),
        "proved": Proved(dimensions=made.dimension_scores),
        "notes": made.turn_notes,
        "turn_taking": delivery(DOC),
        "jd_match": made.jd_match,
        "answer_rewrites": made.answer_rewrites,
        "next_actions": made.next_actions,
        "memory_update": made.memory_update,
        "coach": made.coach,
    }


async def test_all_parts_make_the_report_that_evaluate_makes() -> None:
    assert report(DOC, rubric(), **await whole()) == await judged(DOC)


@pytest.mark.parametrize(("name", "part"), PARTS.items())
async def test_a_part_that_failed_is_named_and_the_others_stand(name: str, part: str) -> None:
    parts = await whole()
    made, full = report(DOC, rubric(), **{**parts, part: None}), await judged(DOC)
    assert made.failed_sections == (name,)
    assert name not in made.sections
    assert ("coach" in made.sections) is (name != "practicePlan7d")
    assert (made.overall, made.dimension_scores) == (full.overall, full.dimension_scores)
    shown, empty = made.model_dump(by_alias=True), Analysis.model_fields
    fresh = {field.alias: field.get_default(call_default_factory=True) for field in empty.values()}
    default = fresh[name]
    assert shown[name] == (default.model_dump(by_alias=True) if hasattr(default, "model_dump") else default)
    for other in set(PARTS) - {name}:
        assert shown[other] == full.model_dump(by_alias=True)[other]


async def test_everything_beside_the_scores_may_fail() -> None:
    parts = await whole()
    made = report(DOC, rubric(), **{**parts, **dict.fromkeys(PARTS.values())})
    assert made.failed_sections == tuple(PARTS)
    assert made.overall == (await judged(DOC)).overall
    assert set(made.sections) == {"overall"}


async def test_a_part_that_is_empty_has_not_failed() -> None:
    parts = await whole()
    empty = {
        "jd_match": JdMatch(), "answer_rewrites": (), "next_actions": (), "notes": (),
        "memory_update": MemoryUpdate(), "turn_taking": TurnTaking(),
    }  # fmt: skip
    assert report(DOC, rubric(), **{**parts, **empty}).failed_sections == ()


async def test_a_sentence_that_nothing_supports_holds_the_report_back() -> None:
    claim = NextAction(type="practice", title="Relax", details="You seemed nervous.", estimated_minutes=5)
    with pytest.raises(ReportRefused):
        report(DOC, rubric(), **{**await whole(), "next_actions": (claim,)})


@pytest.mark.parametrize("kit", KITS)
async def test_a_report_survives_its_json(kit: str) -> None:
    made = await judged(golden(kit, "mixed"))
    assert Analysis.model_validate_json(made.model_dump_json(by_alias=True)) == made


async def test_a_judgement_of_nothing_is_no_zero() -> None:
    proved = prove_dimensions((), DOC, rubric())
    made = report(DOC, rubric(), **{**await whole(), "proved": proved})
    assert made.overall.score is None
    assert all(d.score is None and (d.note or "").startswith("Not enough evidence") for d in made.dimension_scores)
