"""Plans: parts and minutes, what they cover and why, what they leave out, and what role and company change."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

from controller.interview import new_state
from controller.planning.layout import expected_questions
from controller.templates import render
from schema.companies import Blueprint
from schema.documents import JobExtract
from schema.patterns import QuestionPattern
from schema.plan import ExerciseOffer
from schema.vocabulary import (
    CompanyArchetype,
    ExerciseMode,
    InterviewType,
    PatternType,
    PhaseKind,
    RoleArchetype,
    RoleCategory,
    Seniority,
)
from tests.controller.extracts import BACKEND, LED, METRIC, MIRA, SALES_LEAD, SELLER
from tests.controller.plan_catalog import PATTERNS
from tests.controller.planned import BANK, CATALOG, covered, every, plan_for, probable

# ------------------------------------------------------------------ parts and minutes


@pytest.mark.parametrize(
    ("kit", "interview_type", "minutes"),
    list(itertools.product(CATALOG.role_kits, InterviewType, (5, 10, 30, 60))),
)
def test_every_role_and_type_has_a_plan_that_can_be_held(kit: str, interview_type: InterviewType, minutes: int) -> None:
    plan = plan_for(kit, CATALOG.patterns, interview_type=interview_type, minutes=minutes)
    assert sum(phase.mins for phase in plan.phases) == pytest.approx(minutes, abs=0.05)
    assert plan.phases[0].kind is PhaseKind.INTRO
    assert plan.phases[-1].kind is PhaseKind.CLOSE
    assert plan.phases[-1].mins >= 0.75
    assert all(phase.mins >= 1 for phase in plan.phases)
    new_state(plan, CATALOG.patterns)


def test_parts_follow_the_interview_type() -> None:
    kinds = {kind: [phase.kind.value for phase in plan_for(interview_type=kind).phases[1:-1]] for kind in InterviewType}
    assert kinds == {
        InterviewType.HR: ["resume_deep_dive", "behavioral"],
        InterviewType.HIRING_MANAGER: ["resume_deep_dive", "scenario", "behavioral"],
        InterviewType.TECHNICAL: ["resume_deep_dive", "scenario", "behavioral"],
        InterviewType.PANEL: ["resume_deep_dive", "scenario", "behavioral"],
    }


def test_a_part_too_short_for_a_question_gives_its_minutes_to_the_others() -> None:
    short = plan_for(minutes=5)
    assert [phase.kind.value for phase in short.phases] == ["intro", "resume_deep_dive", "scenario", "close"]
    assert sum(phase.mins for phase in short.phases) == pytest.approx(5)


@pytest.mark.parametrize("minutes", [0, 4, 61])
def test_minutes_have_bounds(minutes: int) -> None:
    with pytest.raises(ValueError, match="5 to 60"):
        plan_for(minutes=minutes)


def test_a_catalogue_without_questions_for_a_part_is_refused() -> None:
    without = {key: pattern for key, pattern in PATTERNS.items() if not key.startswith("behav")}
    with pytest.raises(ValueError, match="no behavioral question for software_engineer in a technical interview"):
        plan_for(patterns=without)


EXERCISES = (
    ExerciseOffer(key="debug_queue", mode=ExerciseMode.CODING_DEBUG, topics=("queues",), level=Seniority.MID),
    ExerciseOffer(key="debug_senior", mode=ExerciseMode.CODING_DEBUG, topics=("caches",), level=Seniority.SENIOR),
    ExerciseOffer(key="case_pricing", mode=ExerciseMode.CASE_STUDY, topics=("pricing",)),
)


def test_code_is_planned_only_where_the_catalogue_holds_it_and_time_allows() -> None:
    coding = next(p for p in plan_for(minutes=40, exercises=EXERCISES).phases if p.kind is PhaseKind.CODING)
    assert (coding.exercises, coding.exercise_mode) == (("debug_queue",), ExerciseMode.CODING_DEBUG)
    assert coding.topics == ("queues",)
    assert coding.mins > 15
    assert PhaseKind.CODING not in {phase.kind for phase in plan_for(minutes=10, exercises=EXERCISES).phases}
    assert PhaseKind.CODING not in {phase.kind for phase in plan_for(minutes=40).phases}
    hr = plan_for(minutes=40, exercises=EXERCISES, interview_type=InterviewType.HR)
    assert not {PhaseKind.CODING, PhaseKind.CASE_STUDY} & {phase.kind for phase in hr.phases}


def test_business_roles_get_a_case() -> None:
    plan = plan_for(
        "sales_representative", minutes=40, exercises=EXERCISES, interview_type=InterviewType.HIRING_MANAGER
    )
    case = next(phase for phase in plan.phases if phase.kind is PhaseKind.CASE_STUDY)
    assert case.exercises == ("case_pricing",)


# ------------------------------------------------------------------ coverage


def test_the_must_haves_come_before_everything_else() -> None:
    plan = plan_for(resume=MIRA, job=BACKEND, minutes=30)
    musts = {item.id for item in plan.coverage if item.id.startswith("must:")}
    assert musts == {
        *("must:distributed_systems", "must:kubernetes", "must:go", "must:java", "must:kafka", "must:rust"),
        "must:excellent_communication_skills",
    }
    assert musts <= covered(probable(plan))


def test_a_line_of_the_resume_that_proves_a_must_have_is_the_best_question() -> None:
    first = next(
        p for p in plan_for(resume=MIRA, job=BACKEND).phases if p.kind is PhaseKind.RESUME_DEEP_DIVE
    ).questions[0]
    assert METRIC in first.slots.values()
    assert {"claim:0", "must:kubernetes"} <= set(first.covers)
    assert first.why == "The job asks for Kubernetes, and your résumé names it at Finlo."


def test_without_a_job_the_strongest_claims_come_first() -> None:
    plan = plan_for(resume=MIRA, minutes=30)
    slots = [tuple(question.slots.values()) for question in probable(plan)]
    assert any(METRIC in words for words in slots)
    assert any(LED in words for words in slots)
    assert [item.text for item in plan.coverage if item.kind == "claim"][:2] == [METRIC, LED]


def test_the_weights_rank_must_haves_over_claims_over_dimensions() -> None:
    weights = {item.id: item.weight for item in plan_for(resume=MIRA, job=BACKEND).coverage}
    assert weights["must:kubernetes"] > weights["claim:0"] > weights["duty:mentoring_two_junior_engineers"]
    assert weights["claim:0"] > weights["claim:1"]
    assert weights["duty:mentoring_two_junior_engineers"] > weights["dimension:growth"]


def test_everything_that_a_question_covers_is_to_be_covered() -> None:
    plan = plan_for(resume=MIRA, job=BACKEND, minutes=60)
    assert covered(every(plan)) <= {item.id for item in plan.coverage}


def test_another_name_for_a_skill_proves_it_too() -> None:
    job = JobExtract(must_have=("Experience with k8s",), keywords=("Kubernetes",))
    assert "must:kubernetes" in covered(probable(plan_for(resume=MIRA, job=job)))


def test_questions_look_at_different_dimensions() -> None:
    looked_at = {
        item for question in probable(plan_for(minutes=30)) for item in question.covers if item.startswith("dimension:")
    }
    assert len(looked_at) >= 7


def test_without_a_document_no_question_speaks_of_one() -> None:
    about = QuestionPattern(
        key="jd_doubt", pattern_type=PatternType.JD_REQUIREMENT, template="Which line do you doubt?"
    )
    shown = QuestionPattern(
        key="cv_blank", pattern_type=PatternType.RESUME_CLAIM, template="What does your résumé not show?"
    )
    patterns = {**PATTERNS, about.key: about, shown.key: shown}

    def asked(**given: Any) -> set[str]:
        return {question.pattern for question in every(plan_for(patterns=patterns, minutes=60, **given))}

    assert not asked() & {"jd_doubt", "cv_blank"}
    assert asked(resume=MIRA, job=BACKEND) >= {"jd_doubt", "cv_blank"}


# ------------------------------------------------------------------ risks


def test_each_open_point_is_asked_about_once_and_never_first() -> None:
    plan = plan_for(resume=MIRA, interview_type=InterviewType.HR, minutes=30)
    dive = next(phase for phase in plan.phases if phase.kind is PhaseKind.RESUME_DEEP_DIVE).questions
    keys = [question.pattern for question in dive]
    assert {"gap_kind", "tenure_told", "change_why"} <= set(keys)
    assert keys[0] not in ("gap_kind", "tenure_told", "change_why")
    asked = {question.pattern: question for question in dive}
    assert asked["gap_kind"].slots == {"gap": "the months between March and October 2022"}
    assert asked["tenure_told"].slots == {"tenure": "eight months at Kite Labs"}
    assert asked["change_why"].slots == {"transition": "the move from Mathematics Teacher to Software Engineer"}


def test_a_must_have_that_the_resume_does_not_show_is_asked_about_kindly() -> None:
    asked = [question for question in every(plan_for(resume=MIRA, job=BACKEND)) if "must:rust" in question.covers]
    assert asked[0].why == (
        "The job asks for proficiency in Rust; your résumé doesn't show it yet, so you can say how close you are."
    )


def test_a_gap_that_the_user_removed_is_not_asked_about() -> None:
    corrected = MIRA.model_copy(update={"gaps": ()})
    plan = plan_for(resume=corrected, interview_type=InterviewType.HR, minutes=60)
    assert "gap_kind" not in {question.pattern for question in every(plan)}


# ------------------------------------------------------------------ explanations, variety, chance


def test_every_question_says_why_in_one_plain_sentence() -> None:
    for kind, (resume, job) in itertools.product(InterviewType, ((MIRA, BACKEND), (None, None), (SELLER, None))):
        plan = plan_for(patterns=CATALOG.patterns, resume=resume, job=job, interview_type=kind, minutes=60)
        for question in every(plan):
            assert re.fullmatch(r"[A-Z].{15,219}\.", question.why), question.why
            assert question.pattern not in question.why
            assert not re.search(r"\b(?:claim|dimension|pattern|coverage|trigger|slot|must:)\b", question.why)


def test_the_same_wish_gives_the_same_plan_and_another_seed_another() -> None:
    given = {"resume": MIRA, "job": BACKEND, "patterns": CATALOG.patterns}
    assert plan_for(seed=1, **given) == plan_for(seed=1, **given)
    assert len({tuple(question.pattern for question in every(plan_for(seed=seed, **given))) for seed in range(6)}) == 6


def test_the_order_of_the_catalogue_does_not_matter() -> None:
    backwards = dict(reversed(PATTERNS.items()))
    assert plan_for(resume=MIRA, job=BACKEND) == plan_for(resume=MIRA, job=BACKEND, patterns=backwards)


def test_what_was_asked_lately_is_left_out() -> None:
    first = plan_for(patterns=CATALOG.patterns, resume=MIRA, job=BACKEND)
    lately = {question.pattern for question in probable(first)} - {"close_candidate_questions"}
    second = plan_for(patterns=CATALOG.patterns, resume=MIRA, job=BACKEND, avoid=frozenset(lately))
    assert not lately & {question.pattern for question in every(second)}


def test_what_was_asked_lately_comes_back_where_nothing_else_is_left() -> None:
    behavioural = {key for key in PATTERNS if key.startswith("behav")}
    plan = plan_for(avoid=frozenset({*behavioural, "close_ask"}) - {"behav_help"}, minutes=30)
    phase = next(phase for phase in plan.phases if phase.kind is PhaseKind.BEHAVIORAL)
    assert phase.questions[0].pattern == "behav_help"
    assert len(phase.questions) == expected_questions(phase)
    assert plan.phases[-1].questions[0].pattern == "close_ask"


# ------------------------------------------------------------------ role, company, level


def test_levels_get_their_own_questions() -> None:
    def keys(level: Seniority) -> set[str]:
        return {question.pattern for question in every(plan_for(seniority=level, minutes=60))}

    assert "behav_grow" in keys(Seniority.SENIOR) - keys(Seniority.ENTRY)
    assert "work_new" in keys(Seniority.ENTRY) - keys(Seniority.SENIOR)


def test_the_company_is_named_only_when_it_is_known() -> None:
    hr = {"interview_type": InterviewType.HR, "minutes": 30}
    assert "intro_company" not in {question.pattern for question in every(plan_for(**hr))}
    named = next(q for q in every(plan_for(company_name="Finbank", **hr)) if q.pattern == "intro_company")
    assert render(PATTERNS["intro_company"].template, named.slots) == "What draws you to Finbank?"


@pytest.mark.parametrize("given", [{"company": BANK}, {"company_archetype": CompanyArchetype.REGULATED}])
def test_scenarios_follow_the_company(given: dict[str, Any]) -> None:
    plan = plan_for("sales_representative", interview_type=InterviewType.HIRING_MANAGER, minutes=30, **given)
    assert plan.metadata.company_archetype is CompanyArchetype.REGULATED
    asked = next(question for question in probable(plan) if question.pattern == "sales_board")
    assert "in a regulated business" in asked.why
    elsewhere = plan_for("sales_representative", company_archetype=CompanyArchetype.STARTUP, minutes=60)
    assert "sales_board" not in {question.pattern for question in every(elsewhere)}


def test_the_kind_of_role_is_read_from_title_and_description() -> None:
    def role(title: str, job: JobExtract | None) -> tuple[RoleArchetype, ...]:
        return plan_for("sales_representative", role_title=title, job=job).metadata.role_archetype

    assert role("Regional Sales Manager", SALES_LEAD)[0] is RoleArchetype.MANAGER
    assert role("Account Executive", None) == (RoleArchetype.INDIVIDUAL, RoleArchetype.STAKEHOLDER_HEAVY)
    assert role("Account Manager", None)[0] is RoleArchetype.INDIVIDUAL
    clerk = JobExtract(responsibilities=("Process daily orders", "Track deliveries", "Prepare reports and documents"))
    assert role("Sales Clerk", clerk) == (RoleArchetype.INDIVIDUAL, RoleArchetype.EXECUTION_HEAVY)


def test_managers_get_scenarios_about_their_people() -> None:
    lead = plan_for("sales_representative", role_title="Regional Sales Manager", job=SALES_LEAD, minutes=60)
    alone = plan_for("sales_representative", role_title="Account Executive", minutes=60)
    assert "lead_behind" in {question.pattern for question in every(lead)}
    assert "lead_behind" not in {question.pattern for question in every(alone)}


def test_a_scenario_close_to_the_description_says_so() -> None:
    asked = next(question for question in probable(plan_for(job=BACKEND, minutes=30)) if question.pattern == "swe_pay")
    assert asked.why.startswith("The job includes designing and building the payment services, and this looks at")
    assert "duty:designing_and_building_the_payment" in asked.covers


def test_a_line_of_work_gets_its_own_scenarios() -> None:
    def place(specialization: str | None) -> int:
        plan = plan_for(specialization=specialization, minutes=60)
        scenario = next(phase for phase in plan.phases if phase.kind is PhaseKind.SCENARIO)
        return [question.pattern for question in scenario.questions].index("swe_mobile")

    assert place("mobile") < place(None) < place("backend")


def test_a_blueprint_brings_its_questions_and_says_so() -> None:
    blueprint = Blueprint(
        company="Finbank",
        role_category=RoleCategory.SWE,
        seniority=Seniority.MID,
        skill_focus=("queues",),
        question_patterns=("any_unclear", "behav_help"),
        rubric_overrides={"collaboration": 2.0},
    )
    plan = plan_for(company=BANK, blueprint=blueprint, minutes=30)
    asked = {question.pattern: question.why for question in probable(plan)}
    assert asked.keys() >= {"any_unclear", "behav_help"}
    assert asked["behav_help"].startswith("It fits what Finbank says in public about its interviews")
    weights = {item.id: item.weight for item in plan.coverage}
    assert weights["dimension:collaboration"] == 2 * weights["dimension:execution"]
