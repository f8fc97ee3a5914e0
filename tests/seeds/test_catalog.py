"""The catalogue that ships reaches the interviews: every question is asked in one that suits it, and none runs dry."""

from __future__ import annotations

import itertools

import pytest

from controller.decisions import Action
from controller.interview import new_state
from controller.planner import build_plan
from controller.rehearsal import Reply, rehearse
from schema.documents import ClaimTrigger, Employment, Gap, JobExtract, Project, ResumeExtract
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.rubric import RoleKit
from schema.vocabulary import ClaimKind, InterviewType, PhaseKind, RoleCategory, Seniority, SourceType, Style
from seeds.catalog import load_for_judging
from tests.seeds.shipped import CATALOG, QUESTIONS, Shipped, none_of

TRIES = 24  # seeds within which a question that suits an interview must come up
COMBINATIONS = list(itertools.product(CATALOG.role_kits, InterviewType))
LED, CUT = "Led the move of the ledger to another database", "Cut the nightly build from 40 to 12 minutes"
RAISED = "Raised the share of repeat orders from 18 to 27 percent in one year"
RESUME = ResumeExtract(
    work_history=(
        Employment(company="Acme", title="Senior Analyst", start="2023-02", end="present", bullets=(LED, CUT, RAISED)),
        Employment(company="Globex", title="Teacher", start="2021-03", end="2021-10", bullets=("Taught two classes",)),
        Employment(company="Initech", title="Assistant", start="2016-01", end="2021-02", bullets=("Kept the files",)),
    ),
    projects=(
        Project(name="Birdwatch", bullets=("Maps bird songs",)),
        Project(name="Rosetta", bullets=("Reads scans",)),
    ),
    skills=("Python", "Kafka", "Negotiation"),
    metrics=(CUT, RAISED),
    gaps=(Gap(start="2021-11", end="2023-01", months=15),),
    claim_triggers=(
        ClaimTrigger(kind=ClaimKind.METRIC, text=CUT),
        ClaimTrigger(kind=ClaimKind.PROJECT, text="Birdwatch"),
        ClaimTrigger(kind=ClaimKind.PROJECT, text=LED),
        ClaimTrigger(kind=ClaimKind.METRIC, text=RAISED),
        ClaimTrigger(kind=ClaimKind.SKILL, text="Python"),
        ClaimTrigger(kind=ClaimKind.PROJECT, text="Rosetta"),
        ClaimTrigger(kind=ClaimKind.SKILL, text="Negotiation"),
        ClaimTrigger(kind=ClaimKind.TENURE, text="7 months at Globex"),
        ClaimTrigger(kind=ClaimKind.GAP, text="2021-11 to 2023-01"),
        ClaimTrigger(kind=ClaimKind.TRANSITION, text="Teacher to Senior Analyst"),
    ),
)
JOB = JobExtract(
    title="Specialist",
    must_have=("Experience with distributed systems", "Strong communication skills", "Three years of Python"),
    nice_to_have=("Knowledge of Kafka",),
    responsibilities=("Run the weekly planning with partners", "Own the budget of the team"),
    keywords=("Python", "Kafka"),
)


def plan_for(
    kit: RoleKit, interview_type: InterviewType, seniority: Seniority, seed: int, pattern: QuestionPattern
) -> InterviewPlan:
    """A long interview of the kind that a pattern is for; every fourth without documents."""
    documents = seed % 4 != 3
    return build_plan(
        kit=kit,
        patterns=CATALOG.patterns,
        seniority=seniority,
        interview_type=interview_type,
        style=Style.NEUTRAL,
        minutes=60,
        company_name="Acme",
        company_archetype=pattern.archetypes[0] if pattern.archetypes else None,
        role_archetypes=pattern.role_archetypes[:1],
        resume=RESUME if documents else None,
        job=JOB if documents else None,
        seed=seed,
    )


def asked_within(item: Shipped, tries: int) -> bool:
    pattern = item.pattern
    kits = [
        kit for kit in CATALOG.role_kits.values() if pattern.role_category in (None, RoleCategory(kit.role_category))
    ]
    levels = [level for level in Seniority if level.value in pattern.tags] or [Seniority.MID, Seniority.ENTRY]
    types = [pattern.interview_type] if pattern.interview_type else list(InterviewType)
    for seed, kit, level, kind in zip(
        range(tries), itertools.cycle(kits), itertools.cycle(levels), itertools.cycle(types), strict=False
    ):
        plan = plan_for(kit, kind, level, seed, pattern)
        if any(pattern.key in phase.patterns for phase in plan.phases):
            return True
    return False


def test_every_question_is_asked_in_an_interview_that_suits_it() -> None:
    none_of([item.says(f"was not asked in {TRIES} interviews") for item in QUESTIONS if not asked_within(item, TRIES)])


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


def test_what_ships_is_marked_as_ours() -> None:
    """Seeding tells its own patterns from an administrator's by this."""
    assert {(item.source_type, item.source_ref) for item in CATALOG.patterns.values()} == {(SourceType.CURATED, None)}


def test_what_a_judgement_asks_for_is_read_without_the_questions() -> None:
    alone = load_for_judging()
    assert (alone.role_kits, alone.rubrics, alone.ids) == (CATALOG.role_kits, CATALOG.rubrics, CATALOG.ids)
    assert {(kind, kit): alone.rubric_key(kind, alone.role_kits[kit]) for kit, kind in COMBINATIONS} == {
        (kind, kit): CATALOG.rubric_key(kind, CATALOG.role_kits[kit]) for kit, kind in COMBINATIONS
    }
