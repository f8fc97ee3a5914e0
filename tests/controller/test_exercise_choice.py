"""Which code or case an interview holds: by role, level, time, language and topics, and another one by the seed."""

from __future__ import annotations

from typing import Any

import pytest

from controller.planner import themes
from schema.code_runs import CodeLanguage
from schema.exercise_views import card
from schema.exercises import Exercise
from schema.plan import ExerciseOffer, InterviewPlan, PlanPhase
from schema.vocabulary import ExerciseMode, InterviewType, PhaseKind, RoleCategory, Seniority
from seeds.case_templates import load_cases
from seeds.coding_exercises import load_coding_exercises
from tests.controller.extracts import BACKEND, MIRA
from tests.controller.planned import CATALOG, plan_for

PY, JS, SQL = CodeLanguage.PYTHON, CodeLanguage.JAVASCRIPT, CodeLanguage.SQL


def offer(key: str, mode: ExerciseMode = ExerciseMode.CODING_DEBUG, **given: Any) -> ExerciseOffer:
    wanted: dict[str, Any] = {"level": Seniority.MID, "language": PY, "minutes": 12}
    return ExerciseOffer(key=key, mode=mode, **(wanted | given))


def shipped(category: RoleCategory) -> tuple[ExerciseOffer, ...]:
    """The whole catalogue for a role, as the server offers it."""
    every: list[Exercise] = [*load_coding_exercises().values(), *load_cases().values()]
    lines = [card(one) for one in every if category in one.role_categories]
    return tuple(
        ExerciseOffer(
            key=line.key,
            mode=line.mode,
            topics=line.topics,
            level=line.level,
            language=line.language,
            minutes=line.minutes,
            signals=line.company_signals,
        )
        for line in lines
    )


def part(plan: InterviewPlan) -> PlanPhase | None:
    return next((phase for phase in plan.phases if phase.kind in (PhaseKind.CODING, PhaseKind.CASE_STUDY)), None)


def chosen(*offers: ExerciseOffer, **given: Any) -> tuple[str, ...]:
    found = part(plan_for(exercises=offers, **({"minutes": 40} | given)))
    return found.exercises if found is not None else ()


def test_the_level_is_the_candidates_own_or_below() -> None:
    assert chosen(offer("easy", level=Seniority.ENTRY), offer("hard", level=Seniority.SENIOR)) == ("easy",)
    assert chosen(offer("hard", level=Seniority.SENIOR), seniority=Seniority.ENTRY) == ()


def test_what_was_done_lately_comes_back_only_where_nothing_else_is_left() -> None:
    both = (offer("one"), offer("two"))
    assert chosen(*both, avoid=frozenset({"exercise:one"})) == ("two",)
    assert chosen(*both, avoid=frozenset({"exercise:two"})) == ("one",)
    assert len(chosen(*both, avoid=frozenset({"exercise:one", "exercise:two"}))) == 1


@pytest.mark.parametrize(("minutes", "found"), [(18, ()), (30, ("short",)), (40, ("short",))])
def test_an_exercise_has_the_time_that_it_needs(minutes: int, found: tuple[str, ...]) -> None:
    assert chosen(offer("short", minutes=12), offer("long", minutes=30), minutes=minutes) == found


def test_two_come_only_where_both_have_their_time_and_then_of_two_kinds() -> None:
    offers = (
        offer("debug", minutes=12),
        offer("debug_too", minutes=12),
        offer("review", ExerciseMode.CODE_REVIEW, minutes=12),
    )
    long = part(plan_for(exercises=offers, minutes=60))
    assert long is not None
    assert len(long.exercises) == 2
    assert "review" in long.exercises
    assert len(chosen(*offers, minutes=40)) == 1


def test_the_language_is_one_that_the_job_or_the_candidate_names() -> None:
    offers = (offer("py"), offer("js", language=JS), offer("sql", language=SQL))
    assert chosen(*offers) == ("py",)
    react = BACKEND.model_copy(update={"keywords": ("React", "TypeScript")})
    assert chosen(*offers, job=react) == ("js",)
    javascript = MIRA.model_copy(update={"skills": ("JavaScript", "CSS")})
    assert chosen(*offers, resume=javascript) == ("js",)
    data = {chosen(*offers, kit="data_analyst", seed=seed) for seed in range(12)}
    assert data == {("py",), ("sql",)}
    assert chosen(offer("js", language=JS)) == ("js",)


def test_topics_that_the_job_names_come_more_often() -> None:
    offers = [offer(f"plain_{n}", topics=("trees",)) for n in range(4)]
    offers.append(offer("told", topics=("kafka",)))
    kafka = BACKEND.model_copy(update={"keywords": ("Kafka",)})
    with_job = [chosen(*offers, job=kafka, seed=seed) for seed in range(40)].count(("told",))
    without = [chosen(*offers, seed=seed) for seed in range(40)].count(("told",))
    assert with_job > without


def test_a_fault_to_find_comes_most_often_and_not_always() -> None:
    offers = (
        offer("debug"),
        offer("modify", ExerciseMode.CODING_MODIFY),
        offer("review", ExerciseMode.CODE_REVIEW),
        offer("explain", ExerciseMode.CODING_EXPLAIN),
    )
    found = [chosen(*offers, seed=seed)[0] for seed in range(80)]
    assert found.count("debug") > 32
    assert set(found) == {"debug", "modify", "review", "explain"}


@pytest.mark.parametrize(
    ("kit", "category", "least"),
    [("software_engineer", RoleCategory.SWE, 12), ("data_analyst", RoleCategory.DATA, 6)],
)
def test_the_catalogue_gives_many_different_ones(kit: str, category: RoleCategory, least: int) -> None:
    offers = shipped(category)
    plans = [
        plan_for(kit, CATALOG.patterns, exercises=offers, minutes=45, seed=seed, seniority=list(Seniority)[seed % 3])
        for seed in range(60)
    ]
    parts = [part(plan) for plan in plans]
    assert all(one is not None and one.exercises for one in parts)
    assert len({one.exercises[0] for one in parts if one is not None}) >= least


@pytest.mark.parametrize("kit", sorted(CATALOG.role_kits))
def test_every_role_gets_what_belongs_to_it(kit: str) -> None:
    category = RoleCategory(CATALOG.role_kits[kit].role_category)
    offers = shipped(category)
    plan = plan_for(kit, CATALOG.patterns, exercises=offers, minutes=60, seniority=Seniority.SENIOR)
    found = part(plan)
    modes = {one.mode for one in offers if found is not None and one.key in found.exercises}
    if found is None:
        assert not offers
        return
    coding = category in (RoleCategory.SWE, RoleCategory.DATA, RoleCategory.SECURITY, RoleCategory.QUANT)
    assert found.kind is (PhaseKind.CODING if coding else PhaseKind.CASE_STUDY)
    assert found.exercise_mode in modes
    assert sum(phase.mins for phase in plan.phases) == pytest.approx(60)
    hr = plan_for(kit, CATALOG.patterns, exercises=offers, minutes=60, interview_type=InterviewType.HR)
    assert part(hr) is None


def test_the_preview_says_what_is_done_and_in_which_language_and_no_more() -> None:
    offers = (offer("late_fees", topics=("mutability",)), offer("case", ExerciseMode.CASE_STUDY, language=None))
    code = themes(plan_for(exercises=offers, minutes=40), CATALOG.patterns)
    told = next(phase.themes for phase in code.phases if phase.kind is PhaseKind.CODING)
    assert told == ("finding and mending a fault in Python",)
    case = themes(
        plan_for("sales_representative", exercises=offers, minutes=40, interview_type=InterviewType.HIRING_MANAGER),
        CATALOG.patterns,
    )
    assert [phase.themes for phase in case.phases if phase.kind is PhaseKind.CASE_STUDY] == [
        ("working through a case",)
    ]
