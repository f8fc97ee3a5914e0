"""Ads, résumés and answers against what a person reads in them, requirement by requirement."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from evaluators.assemble import assemble
from evaluators.guard import validate_analysis
from evaluators.jd_match import jd_match
from schema.analysis import Analysis, JdMatch, JdRequirement, Overall
from schema.provenance import Provenance
from schema.transcript import TranscriptDocument
from schema.vocabulary import RequirementState
from tests.evaluators.material import STORY, asked, document, typed

ADS = resources.files("tests.evaluators.documents.job").joinpath("ads")
HERE = resources.files("tests.evaluators.requirements")


class Case(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    ad: str
    answers: list[str]
    resume: str | None = None
    asked: str = STORY
    states: dict[str, RequirementState] = {}
    optional: list[str] = []  # requirements of `states` that may not be there by themselves
    quotes: dict[str, str] = {}
    resume_text: dict[str, str] = {}
    shown: list[str] = []
    not_shown: list[str] = []
    matched: list[str] = []
    missing: list[str] = []
    risks: list[str] = []
    gaps: list[str] = []


CASES = [Case.model_validate(item) for item in yaml.safe_load(HERE.joinpath("cases.yaml").read_text("utf-8"))]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def interview(case: Case) -> TranscriptDocument:
    ad = yaml.safe_load(ADS.joinpath(f"{case.ad}.yaml").read_text("utf-8"))["text"]
    questions = [case.asked, *(f"{STORY} Another one, please, number {n}." for n in range(2, len(case.answers) + 1))]
    turns = [turn for q, a in zip(questions, case.answers, strict=True) for turn in (asked(q), typed(a))]
    return document(*turns, jd=ad, resume=case.resume)


def matched(case: Case) -> JdMatch:
    doc = interview(case)
    return jd_match(doc, assemble(doc))


def by_text(match: JdMatch) -> dict[str, JdRequirement]:
    return {requirement.text: requirement for requirement in match.requirements}


def test_there_are_enough() -> None:
    assert len(CASES) >= 12
    assert len({case.ad for case in CASES}) >= 8


@each_case
def test_states(case: Case) -> None:
    found = by_text(matched(case))
    wanted = {text: state for text, state in case.states.items() if text in found or text not in case.optional}
    assert {text: found[text].state.value if text in found else None for text in wanted} == wanted


@each_case
def test_words_that_bear_it_out(case: Case) -> None:
    found = by_text(matched(case))
    for text, words in case.quotes.items():
        assert words in " ".join(evidence.quote for evidence in found[text].evidence)
    for text, words in case.resume_text.items():
        assert words in (found[text].resume_text or "")
    for text in case.shown:
        assert found[text].shown, text
    for text in case.not_shown:
        assert text not in found or not found[text].shown, text


@each_case
def test_lists(case: Case) -> None:
    match = matched(case)
    assert set(match.matched_skills) >= set(case.matched)
    assert set(match.missing_skills) >= set(case.missing)
    assert not set(match.matched_skills) & set(match.missing_skills)
    for words in case.risks:
        assert any(words in flag for flag in match.risk_flags), words
    for words in case.gaps:
        assert any(words in gap for gap in match.priority_gaps), words


@each_case
def test_a_state_has_what_it_needs(case: Case) -> None:
    """Said and contradicted stand on quotes, the résumé's on its words; the validator lets the report pass."""
    doc, match = interview(case), matched(case)
    for requirement in match.requirements:
        quoted = requirement.state in (RequirementState.SAID, RequirementState.CONTRADICTED)
        assert bool(requirement.evidence) is quoted, requirement
        assert requirement.resume_text is None or case.resume is not None
        assert not (requirement.state is RequirementState.RESUME_ONLY and requirement.resume_text is None)
        assert requirement.note.endswith(".")
    validate_analysis(
        Analysis(
            overall=Overall(), dimension_scores=(), jd_match=match,
            provenance=Provenance(evaluator="rules", evaluator_version="test"),
        ),
        doc,
    )  # fmt: skip


@each_case
def test_musts_come_before_what_is_nice_and_nothing_twice(case: Case) -> None:
    match = matched(case)
    texts = [requirement.text for requirement in match.requirements]
    assert len(texts) == len(set(texts))
    musts = {r.text for r in match.requirements if r.must}
    named = [name for name in match.missing_skills if name in musts or name in set(texts)]
    order = [name in musts for name in named]
    assert order == sorted(order, reverse=True)
