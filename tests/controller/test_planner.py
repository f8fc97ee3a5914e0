"""Plans: phases, minutes, patterns that can be asked, slots in the documents' own words."""

from __future__ import annotations

import itertools

import pytest

from controller.documents import MAX_SPOKEN_WORDS, job_requirements, resume_claims, spoken
from controller.interview import new_state
from controller.patterns import next_choice
from schema.plan import InterviewPlan
from schema.vocabulary import ClaimKind, InterviewType, PatternType, PhaseKind, Seniority
from seeds.catalog import load_catalog
from tests.controller.playing import shipped_plan

RESUME = """Mara Silva
mara@example.org | +351 123 456 789

EXPERIENCE
Finlo, Backend Engineer, 2022 - present
• Cut the settlement run from six hours to forty minutes by batching writes
• Led the move of the ledger to PostgreSQL
- Worked with the compliance team on audits and on the new retention rules, so that every booking can be traced

Projects
Birdwatch - a small web application that maps bird songs
Skills: Go, PostgreSQL, Kafka
"""
JOB = """Backend Engineer
About us
We are a friendly company with great benefits.
Requirements:
- 3+ years of experience with distributed systems
- You have experience with PostgreSQL and message queues
- Strong communication skills
What we offer:
- A competitive salary and 30 days of vacation
"""


def test_claims_are_verbatim_and_the_measured_ones_come_first() -> None:
    claims = resume_claims(RESUME)
    assert claims[0].kind is ClaimKind.METRIC
    assert claims[0].text == "Cut the settlement run from six hours to forty minutes by batching writes"
    assert {claim.text for claim in claims} >= {"Led the move of the ledger to PostgreSQL", "Birdwatch", "Go", "Kafka"}
    assert all(claim.text in RESUME for claim in claims)
    assert not any("@" in claim.text or "2022" in claim.text for claim in claims)


def test_long_lines_are_cut_where_a_clause_ends() -> None:
    long = next(claim for claim in resume_claims(RESUME) if claim.text.startswith("Worked"))
    assert len(long.text.split()) <= MAX_SPOKEN_WORDS
    assert long.text == "Worked with the compliance team on audits and on the new retention rules"
    assert spoken("one " * 40) == " ".join(["one"] * MAX_SPOKEN_WORDS)


def test_requirements_are_what_is_asked_for_and_not_what_is_offered() -> None:
    assert job_requirements(JOB) == (
        "distributed systems",
        "PostgreSQL and message queues",
        "Strong communication skills",
    )


@pytest.mark.parametrize("text", ["", "\n\n", "Mara Silva", "EXPERIENCE\n\nSKILLS", "x" * 10_000])
def test_a_document_without_anything_gives_nothing(text: str) -> None:
    assert resume_claims(text) == ()
    assert job_requirements(text) == ()


def test_braces_and_quotes_in_a_document_cannot_reach_a_template() -> None:
    plan = shipped_plan(resume='- Built {{company}} "tools" that cut cost by 40 percent {{secret}}\n')
    spoken_slots = [text for phase in plan.phases for slots in phase.slots for text in slots.values()]
    assert spoken_slots
    assert not any(sign in text for text in spoken_slots for sign in '{}"')


@pytest.mark.parametrize(
    ("kit", "interview_type", "minutes"),
    list(itertools.product(load_catalog().role_kits, InterviewType, (5, 10, 30, 60))),
)
def test_the_minutes_add_up_and_every_phase_has_a_question(
    kit: str, interview_type: InterviewType, minutes: int
) -> None:
    plan = shipped_plan(kit, interview_type, minutes=minutes)
    assert sum(phase.mins for phase in plan.phases) == pytest.approx(minutes, abs=0.05)
    assert plan.phases[0].kind is PhaseKind.INTRO
    assert plan.phases[-1].kind is PhaseKind.CLOSE
    assert plan.phases[-1].mins >= 0.75
    state = new_state(plan, load_catalog().patterns)
    assert all(next_choice(state, phase) for phase in plan.phases)


def first_of(plan: InterviewPlan, kind: PhaseKind) -> str:
    phase = next(phase for phase in plan.phases if phase.kind is kind)
    choice = next_choice(new_state(plan, load_catalog().patterns), phase)
    assert choice is not None
    return choice.text


def test_documents_are_quoted_first() -> None:
    with_both = shipped_plan(resume=RESUME, jd=JOB)
    opening = first_of(with_both, PhaseKind.RESUME_DEEP_DIVE)
    assert any(claim.text in opening for claim in resume_claims(RESUME)) or "distributed systems" in opening
    assert '"' not in first_of(shipped_plan(), PhaseKind.RESUME_DEEP_DIVE)


def test_the_job_and_the_resume_take_turns() -> None:
    patterns = load_catalog().patterns
    phase = next(p for p in shipped_plan(resume=RESUME, jd=JOB).phases if p.kind is PhaseKind.RESUME_DEEP_DIVE)
    kinds = [patterns[key].pattern_type for key in phase.patterns[:3]]
    assert {PatternType.RESUME_CLAIM, PatternType.JD_REQUIREMENT} <= set(kinds)


def test_levels_get_their_own_questions() -> None:
    def keys(level: Seniority) -> set[str]:
        return {key for phase in shipped_plan(seniority=level, minutes=60).phases for key in phase.patterns}

    assert "behav_grow_people" in keys(Seniority.SENIOR)
    assert "behav_grow_people" not in keys(Seniority.ENTRY)
    assert "resume_learned_from_scratch" in keys(Seniority.ENTRY)


def test_the_same_wish_gives_the_same_plan_and_another_seed_another() -> None:
    assert shipped_plan(seed=1) == shipped_plan(seed=1)
    assert shipped_plan(seed=1) != shipped_plan(seed=2)


def test_the_company_is_named_only_when_it_is_known() -> None:
    keys = {key for phase in shipped_plan(minutes=60).phases for key in phase.patterns}
    assert "intro_company" not in keys


@pytest.mark.parametrize("minutes", [0, 4, 61])
def test_minutes_have_bounds(minutes: int) -> None:
    with pytest.raises(ValueError, match="5 to 60"):
        shipped_plan(minutes=minutes)
