"""The rubrics that ship: complete, calibrated by level, each in its own words where it judges something else."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest
import yaml

from evaluators.dimensions import ROLE_FIT
from evaluators.ladders import LADDERS
from evaluators.report import evaluate_document
from schema.rubric import Dimension, Rubric
from schema.vocabulary import InterviewType, Seniority
from seeds.catalog import load_catalog
from tests.evaluators.material import classify, golden

CATALOG = load_catalog()
RUBRICS = list(CATALOG.rubrics.values())
BASE = CATALOG.default_rubric
BASE_KEYS = [dimension.key for dimension in BASE.dimensions]


def of(rubric: str, key: str) -> Dimension:
    return next(dimension for dimension in CATALOG.rubrics[rubric].dimensions if dimension.key == key)


def test_four_rubrics_and_one_default_with_the_ten_base_dimensions() -> None:
    assert set(CATALOG.rubrics) == {"interview_v1", "hr_v1", "technical_v1", "hiring_manager_v1"}
    assert BASE.key == "interview_v1"
    assert len(BASE_KEYS) == 10


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.key)
def test_a_rubric_has_eight_to_ten_dimensions_that_the_rules_can_score(rubric: Rubric) -> None:
    """Specification 3.4. A dimension that only a model could judge would stay empty without one."""
    assert 8 <= len(rubric.dimensions) <= 10
    by_delivery = [dimension.key for dimension in rubric.dimensions if dimension.delivery_only]
    assert by_delivery == ["confidence_presence"]
    assert {dimension.key for dimension in rubric.dimensions} <= {*LADDERS, ROLE_FIT, *by_delivery}
    assert rubric.scoring_guide.endswith(".")


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.key)
def test_every_level_has_all_anchors_in_different_words(rubric: Rubric) -> None:
    for dimension in rubric.dimensions:
        for level in Seniority:
            texts = [anchor.text for anchor in dimension.anchors[level]]
            assert len(texts) == len(set(texts)) == 6
            assert all(text.endswith(".") and len(text) >= 25 for text in texts), dimension.key


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.key)
def test_levels_are_calibrated_and_not_copied(rubric: Rubric) -> None:
    for dimension in rubric.dimensions:
        for score in range(2, 6):
            assert len({dimension.anchors[level][score].text for level in Seniority}) == 3, (dimension.key, score)


def test_interview_types_drop_and_weigh_dimensions() -> None:
    dropped = {rubric.key: set(BASE_KEYS) - {d.key for d in rubric.dimensions} for rubric in RUBRICS}
    assert dropped == {
        "interview_v1": set(),
        "hr_v1": {"problem_solving"},
        "technical_v1": {"initiative"},
        "hiring_manager_v1": set(),
    }
    for rubric in [rubric for rubric in RUBRICS if rubric is not BASE]:
        weights = {dimension.key: dimension.weight for dimension in rubric.dimensions}
        assert weights != {key: of("interview_v1", key).weight for key in weights}
    assert of("technical_v1", "problem_solving").weight > of("hiring_manager_v1", "problem_solving").weight
    assert of("hr_v1", "role_fit").weight > of("technical_v1", "role_fit").weight


def test_a_dimension_taken_over_is_the_base_text_and_one_written_anew_is_not() -> None:
    own = Counter[str]()
    for rubric in RUBRICS:
        for dimension in rubric.dimensions if rubric is not BASE else ():
            base = of("interview_v1", dimension.key)
            if dimension.anchors == base.anchors:
                assert dimension.description == base.description
                continue
            own[rubric.key] += 1
            theirs = {anchor.text for anchors in base.anchors.values() for anchor in anchors[2:]}
            ours = {anchor.text for anchors in dimension.anchors.values() for anchor in anchors[2:]}
            assert not theirs & ours, (rubric.key, dimension.key)
    assert own == {"hr_v1": 3, "technical_v1": 4, "hiring_manager_v1": 4}


def test_no_text_of_a_dimension_is_stored_twice() -> None:
    """What one rubric takes over from another stands there as a reference."""
    texts: Counter[str] = Counter()
    for name in CATALOG.rubrics:
        written = yaml.safe_load(resources.files("seeds").joinpath("rubrics", f"{name}.yaml").read_text("utf-8"))
        for dimension in written["dimensions"]:
            texts.update("\n".join(anchors) for anchors in dimension.get("anchors", {}).values())
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("interview_type", "rubric"),
    [
        ("hr", "hr_v1"),
        ("technical", "technical_v1"),
        ("hiring_manager", "hiring_manager_v1"),
        ("panel", "interview_v1"),
    ],
)
def test_which_rubric_judges_which_interview(interview_type: str, rubric: str) -> None:
    kits = CATALOG.role_kits.values()
    assert {CATALOG.rubric_key(InterviewType(interview_type), kit) for kit in kits} == {rubric}


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.key)
@pytest.mark.parametrize("kit", ["data_analyst", "product_manager", "sales_representative", "software_engineer"])
async def test_whatever_judges_the_strong_stand_far_above_the_vague(rubric: Rubric, kit: str) -> None:
    """A rubric that drops too much could not score a poor interview at all."""
    scores = []
    for kind in ("strong", "mixed", "vague"):
        found = await evaluate_document(golden(kit, kind), rubric=rubric, classify=classify, kit=CATALOG.role_kits[kit])
        scores.append(found.analysis.overall.score)
    strong, mixed, vague = scores
    assert strong is not None
    assert mixed is not None
    assert vague is not None
    assert strong >= 75
    assert vague <= 40
    assert strong > mixed > vague
