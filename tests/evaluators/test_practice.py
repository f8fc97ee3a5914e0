"""What to do next: three to five actions, each for something that the interview showed or left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluators.assemble import assemble
from evaluators.guard import forbidden_claim
from evaluators.practice import has_cases, is_technical, next_actions
from schema.analysis import DimensionScore, Fix, JdMatch, JdRequirement
from schema.vocabulary import MissingPiece, RequirementState
from seeds.catalog import load_catalog
from tests.evaluators.material import STORY, interview
from tests.evaluators.weeks import note

P = MissingPiece
ANSWERS = assemble(interview((STORY, "I rewrote the export last year and I tested it with the drivers.")))
SILENT = assemble(interview((STORY, "I rewrote the export."), ("Describe a conflict.", "")))
LOW = DimensionScore(
    key="execution", name="Execution details", anchor=1.5, score=30,
    fixes=(Fix(title="Name the tool", how="Say with what you did it."),),
)  # fmt: skip


def requirement(text: str, state: RequirementState, *, must: bool = True, resume: str | None = None) -> JdRequirement:
    return JdRequirement(text=text, must=must, state=state, resume_text=resume)


def test_each_finding_has_its_action() -> None:
    jd = JdMatch(
        requirements=(
            requirement("Kafka in production", RequirementState.MISSING),
            requirement("Fluent French", RequirementState.MISSING, must=False),
            requirement("Tableau", RequirementState.RESUME_ONLY, resume="Built Tableau dashboards"),
            requirement("SQL", RequirementState.SAID),
        )
    )
    found = next_actions(SILENT, (note(1, P.METRIC), note(3, P.METRIC)), (LOW,), jd, technical=False)
    assert [action.title for action in found] == [
        "Find your figures", "Prepare a must-have of the job", "Back a line of the résumé", "Name the tool",
        "Answer what stayed open",
    ]  # fmt: skip
    assert "missing in 2 answers" in found[0].details
    assert "“Kafka in production”" in found[1].details
    assert "“Built Tableau dashboards”" in found[2].details
    assert "French" not in " ".join(action.details for action in found)
    assert [action.type for action in found] == ["practice", "practice", "resume_fix", "practice", "practice"]


def test_a_technical_role_debugs() -> None:
    found = next_actions(ANSWERS, (), (LOW,), JdMatch(), technical=True)
    assert [action.type for action in found].count("exercise") == 1


@pytest.mark.parametrize("answers", [ANSWERS, SILENT, assemble(interview((STORY, "")))])
def test_where_little_is_known_there_are_still_three(answers: object) -> None:
    found = next_actions(answers, (), (), JdMatch(), technical=False)  # type: ignore[arg-type]
    assert len(found) == 3
    assert len({action.title for action in found}) == 3


@given(
    st.lists(st.lists(st.sampled_from(P), unique=True, max_size=6), max_size=6),
    st.lists(st.sampled_from([1.0, 3.0, None]), max_size=3),
    st.lists(st.tuples(st.sampled_from(RequirementState), st.booleans()), max_size=5),
    st.booleans(),
)
def test_there_are_always_three_to_five(
    missing: list[list[MissingPiece]],
    anchors: list[float | None],
    states: list[tuple[RequirementState, bool]],
    technical: bool,
) -> None:
    notes = tuple(note(i, *pieces) for i, pieces in enumerate(missing))
    dimensions = tuple(LOW.model_copy(update={"key": f"d{i}", "anchor": anchor}) for i, anchor in enumerate(anchors))
    jd = JdMatch(requirements=tuple(requirement(f"Skill {i}", s, must=m) for i, (s, m) in enumerate(states)))
    found = next_actions(SILENT, notes, dimensions, jd, technical)
    assert 3 <= len(found) <= 5
    assert all(5 <= action.estimated_minutes <= 30 for action in found)
    assert all(forbidden_claim(f"{action.title}. {action.details}") is None for action in found)


def test_which_roles_have_coding_and_cases() -> None:
    kits = load_catalog().role_kits
    assert {kit.role_category for kit in kits.values() if is_technical(kit)} == {"swe", "data", "security", "quant"}
    assert {kit.role_category for kit in kits.values() if has_cases(kit)} == {
        "pm", "consulting", "sales", "finance", "marketing", "ops", "data",
    }  # fmt: skip
    assert not is_technical(None)
    assert not has_cases(None)
