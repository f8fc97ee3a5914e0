"""The catalogue that ships: complete, reachable, fillable, and fit to be spoken aloud."""

from __future__ import annotations

import itertools
import re

import pytest

from controller.decisions import Action
from controller.interview import new_state
from controller.planner import build_plan
from controller.rehearsal import Reply, rehearse
from controller.templates import sentences, word_count
from schema.patterns import QuestionPattern
from schema.vocabulary import InterviewType, MissingPiece, PatternType, PhaseKind, QuestionKind, Seniority, Style
from seeds.catalog import SLOTS, all_probes, load_catalog, variables

CATALOG = load_catalog()
PATTERNS = list(CATALOG.patterns.values())
QUESTIONS = [pattern for pattern in PATTERNS if pattern.pattern_type is not PatternType.PROBE]
COMBINATIONS = list(itertools.product(CATALOG.role_kits, InterviewType))
RESUME = """Experience
- Cut the nightly build from 40 to 12 minutes by caching the dependencies
- Led the move of the ledger to another database
Projects
Birdwatch - a small application that maps bird songs
Skills: Python, Kafka
"""
JOB = "Requirements:\n- Experience with distributed systems\n- Strong communication skills\n"
SAMPLES = {
    "role_title": "Product Manager",
    "company": "Acme",
    "requirement": "experience with distributed systems",
    "claim": "Led the move of the ledger to another database",
    "metric_claim": "Cut the nightly build from forty to twelve minutes",
    "project": "Birdwatch",
    "skill": "Python",
}


def every_text() -> list[tuple[str, str]]:
    return [
        (pattern.key, text)
        for pattern in PATTERNS
        for text in (pattern.template, *(probe.text for probe in all_probes(pattern)))
    ]


# ------------------------------------------------------------------ completeness


def test_four_kits_one_rubric_and_enough_patterns() -> None:
    assert {kit.role_category for kit in CATALOG.role_kits.values()} == {"swe", "data", "pm", "sales"}
    assert CATALOG.default_rubric.key == "interview_v1"
    assert len(QUESTIONS) >= 60
    assert set(PatternType) == {pattern.pattern_type for pattern in PATTERNS}


def test_the_rubric_has_ten_dimensions_with_all_anchors_for_all_levels() -> None:
    dimensions = CATALOG.default_rubric.dimensions
    assert len(dimensions) == 10
    assert [dimension.key for dimension in dimensions if dimension.delivery_only] == ["confidence_presence"]
    for dimension in dimensions:
        for level in Seniority:
            texts = [anchor.text for anchor in dimension.anchors[level]]
            assert len(texts) == len(set(texts)) == 6
            assert all(text.endswith(".") and len(text) >= 25 for text in texts)


def test_levels_are_calibrated_and_not_copied() -> None:
    for dimension in CATALOG.default_rubric.dimensions:
        tops = {dimension.anchors[level][5].text for level in Seniority}
        middles = {dimension.anchors[level][3].text for level in Seniority}
        assert len(tops) == len(middles) == 3, dimension.key


def test_every_question_but_the_last_can_be_followed_up() -> None:
    for pattern in QUESTIONS:
        if pattern.pattern_type is PatternType.CLOSE:
            continue
        tree = pattern.probe_tree
        assert tree.if_vague, pattern.key
        assert tree.always, pattern.key
        assert all(len(tree.for_piece(piece)) >= 2 for piece in pattern.expects), pattern.key
        assert len(pattern.expects) <= 4, pattern.key
        assert pattern.dimensions, pattern.key


def test_the_general_follow_ups_cover_every_piece_in_several_ways() -> None:
    general = [pattern for pattern in PATTERNS if pattern.pattern_type is PatternType.PROBE]
    for piece in MissingPiece:
        assert sum(len(pattern.probe_tree.for_piece(piece)) for pattern in general) >= 4


# ------------------------------------------------------------------ reachable and fillable


def test_every_slot_can_be_filled() -> None:
    used = {name for _, text in every_text() for name in variables(text)}
    assert used <= SLOTS.keys()
    assert used == SAMPLES.keys()


def test_every_pattern_is_reachable() -> None:
    reached: set[str] = set()
    for (kit, interview_type), seniority in itertools.product(COMBINATIONS, Seniority):
        for company in (None, "Acme"):
            for seed in range(3):
                plan = build_plan(
                    kit=CATALOG.role_kits[kit],
                    patterns=CATALOG.patterns,
                    seniority=seniority,
                    interview_type=interview_type,
                    style=Style.NEUTRAL,
                    minutes=60,
                    company=company,
                    resume_text=RESUME,
                    jd_text=JOB,
                    seed=seed,
                )
                reached |= {key for phase in plan.phases for key in phase.patterns}
    assert {pattern.key for pattern in QUESTIONS} - reached == set()


@pytest.mark.parametrize(("kit", "interview_type"), COMBINATIONS)
@pytest.mark.parametrize(("minutes", "answer_s"), [(10, 30.0), (30, 40.0)])
def test_questions_last_for_the_whole_interview_even_without_documents(
    kit: str, interview_type: InterviewType, minutes: int, answer_s: float
) -> None:
    plan = build_plan(
        kit=CATALOG.role_kits[kit],
        patterns=CATALOG.patterns,
        seniority=Seniority.ENTRY,
        interview_type=interview_type,
        style=Style.NEUTRAL,
        minutes=minutes,
    )
    answer = Reply(
        "At Acme I rewrote the report instead of buying one, and the run went from six hours to two.", answer_s
    )
    beats = rehearse(new_state(plan, CATALOG.patterns), (), answer)
    close = next(beat for beat in beats if beat.decision.phase_id == PhaseKind.CLOSE)
    assert close.event.at_ms / 60_000 >= 0.8 * (minutes - plan.phases[-1].mins)
    asked = [beat.decision for beat in beats if beat.decision.action is Action.ASK]
    assert {decision.phase_id for decision in asked} == {phase.id for phase in plan.phases}


def test_each_role_has_questions_of_its_own() -> None:
    for kit in CATALOG.role_kits.values():
        own = [pattern for pattern in QUESTIONS if pattern.role_category == kit.role_category]
        assert sum(pattern.pattern_type is PatternType.SCENARIO for pattern in own) >= 5
        assert sum(pattern.pattern_type is PatternType.BEHAVIORAL for pattern in own) >= 2
        assert set(kit.typical_questions) <= {pattern.key for pattern in own}


# ------------------------------------------------------------------ spoken aloud

BADLY_READ = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|w/o?|KPIs?|OKRs?|ASAP|FYI|approx|incl|max|min|A/B|SLA|ROI|CTO|CEO|JD|CV|Q[1-4])\b|[/&%#@*_()\[\]<>]"
    r"|\d{4,}|\s-\s|--"
)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.key)
def test_everything_can_be_read_aloud(pattern: QuestionPattern) -> None:
    for text in (pattern.template, *(probe.text for probe in all_probes(pattern))):
        said = re.sub(r"\{\{(\w+)\}\}", lambda match: SAMPLES[match[1]], text)
        assert len(sentences(said)) <= 2, said
        assert word_count(said) <= 45, said
        assert not BADLY_READ.search(said), said
        assert said[0].isupper(), said
        assert said[-1] in ".?", said
        assert not re.search(r"\s{2}|\n", said), said


def test_no_text_stands_twice() -> None:
    probes = [
        probe.text
        for pattern in PATTERNS
        if pattern.pattern_type is not PatternType.PROBE
        for piece in map(pattern.probe_tree.for_piece, MissingPiece)
        for probe in piece
    ]
    templates = [pattern.template for pattern in QUESTIONS]
    assert len(templates) == len(set(templates))
    repeated = {text for text in probes if probes.count(text) > 3}
    assert repeated == set()


def test_no_question_gives_feedback_or_speaks_of_the_plan() -> None:
    leak = re.compile(
        r"\b(?:great|good answer|well done|score|rubric|phase|interview plan|vague|dimension)\b", re.IGNORECASE
    )
    assert [text for _, text in every_text() if leak.search(text)] == []


def test_stories_and_invitations_get_patience() -> None:
    for pattern in QUESTIONS:
        if pattern.pattern_type is PatternType.CLOSE:
            assert pattern.question_kind is QuestionKind.INVITATION
        elif "alk me through" in pattern.template or "ell me about" in pattern.template:
            assert pattern.question_kind is QuestionKind.STORY, pattern.key
