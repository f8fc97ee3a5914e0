"""The micro drills that ship: enough of them for every piece, dimension and role, and fit to be read aloud."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from evaluators.assemble import is_hypothetical
from schema.vocabulary import MissingPiece, RoleCategory
from seeds.catalog import load_catalog
from seeds.drills import DrillCheck, DrillKind, load_drills, read_drills
from seeds.reading import CatalogError
from seeds.wording import faults

DRILLS = load_drills()
TECHNICAL = (RoleCategory.SWE, RoleCategory.DATA, RoleCategory.SECURITY, RoleCategory.QUANT)
TINY = {
    "key": "tiny", "title": "Tiny", "kind": "metrics", "piece": "metric", "seconds": 30, "why": "Because.",
    "good_has": ["figure"], "prompts": ["One.", "Two.", "Three."],
}  # fmt: skip


def test_there_are_enough_and_of_every_kind() -> None:
    assert len(DRILLS) >= 36
    assert set(Counter(drill.kind for drill in DRILLS.values())) == set(DrillKind)
    pieces = Counter(drill.piece for drill in DRILLS.values() if drill.piece)
    assert all(pieces[piece] >= 3 for piece in MissingPiece), pieces


def test_every_content_dimension_has_a_drill() -> None:
    dimensions = {d.key for rubric in load_catalog().rubrics.values() for d in rubric.dimensions if not d.delivery_only}
    trained = {drill.dimension for drill in DRILLS.values() if drill.dimension}
    assert trained <= dimensions
    by_piece = {"ownership_depth"}  # trained by the drills of its piece
    assert dimensions - trained <= by_piece


@pytest.mark.parametrize("category", list(RoleCategory))
def test_every_role_has_plenty_and_some_of_its_own(category: RoleCategory) -> None:
    suited = [drill for drill in DRILLS.values() if drill.suits(category)]
    assert len(suited) >= 25
    assert {drill.piece for drill in suited} >= set(MissingPiece)
    assert any(drill.role_categories for drill in suited)


@pytest.mark.parametrize("key", DRILLS)
def test_prompts_are_fit_to_be_read_aloud(key: str) -> None:
    drill = DRILLS[key]
    assert 30 <= drill.seconds <= 90
    assert len(set(drill.prompts)) >= 3
    for text in (*drill.prompts, drill.why):
        assert not faults(text), text
    assert drill.title[0].isupper()
    assert not drill.title.endswith(".")


@pytest.mark.parametrize("key", [k for k, d in DRILLS.items() if DrillCheck.PLAN in d.good_has])
def test_a_drill_of_plans_makes_up_a_scene(key: str) -> None:
    drill = DRILLS[key]
    assert drill.about
    assert all(is_hypothetical(prompt) for prompt in drill.prompts)


@pytest.mark.parametrize("key", [k for k, d in DRILLS.items() if d.kind is DrillKind.CLARIFYING])
def test_a_drill_of_questions_asks_for_questions(key: str) -> None:
    drill = DRILLS[key]
    assert drill.about
    assert drill.good_has[0] is DrillCheck.TWO_QUESTIONS
    assert all("question" in prompt for prompt in drill.prompts)


def test_no_two_drills_share_a_prompt_or_a_title() -> None:
    prompts = [prompt for drill in DRILLS.values() for prompt in drill.prompts]
    titles = [drill.title for drill in DRILLS.values()]
    assert len(set(prompts)) == len(prompts)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"prompts": ["One.", "Two."]}, "prompts"),
        ({"prompts": ["One.", "One.", "Two."]}, "same"),
        ({"seconds": 20}, "seconds"),
        ({"seconds": 120}, "seconds"),
        ({"dimension": "execution"}, "not both"),
        ({"piece": None}, "not both"),
        ({"good_has": []}, "good_has"),
        ({"good_has": ["charm"]}, "good_has"),
        ({"good_has": ["figure", "figure"]}, "twice"),
        ({"role_categories": ["pirate"]}, "role_categories"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_drill_is_refused_by_name(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    with pytest.raises(CatalogError, match=f"drills.yaml: tiny: .*{problem}"):
        read_drills(_file(tmp_path, {**TINY, **change}))


def test_keys_and_prompts_are_used_once(tmp_path: Path) -> None:
    assert set(read_drills(_file(tmp_path, TINY))) == {"tiny"}
    with pytest.raises(CatalogError, match="used twice"):
        read_drills(_file(tmp_path, TINY, TINY))
    with pytest.raises(CatalogError, match="prompt of 'tiny'"):
        read_drills(_file(tmp_path, TINY, {**TINY, "key": "other"}))


def _file(folder: Path, *items: dict[str, object]) -> Path:
    path = folder / "drills.yaml"
    path.write_text(yaml.safe_dump(list(items)), encoding="utf-8")
    return path
