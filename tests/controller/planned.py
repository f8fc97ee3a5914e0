"""Plans for the planner's tests, from the small library that never changes or from the one that ships."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from controller.planner import build_plan
from controller.planning.layout import expected_questions
from schema.companies import Company
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan, PlannedQuestion
from schema.vocabulary import (
    CompanyArchetype,
    InterviewType,
    Seniority,
    Style,
)
from seeds.catalog import load_catalog
from tests.controller.plan_catalog import PATTERNS

CATALOG = load_catalog()
BANK = Company(name="Finbank", country="India", tier="other", archetype=CompanyArchetype.REGULATED)


def plan_for(
    kit: str = "software_engineer", patterns: Mapping[str, QuestionPattern] = PATTERNS, **given: Any
) -> InterviewPlan:
    """A plan from the small library, or from another one."""
    wanted: dict[str, Any] = {
        "seniority": Seniority.MID,
        "interview_type": InterviewType.TECHNICAL,
        "style": Style.NEUTRAL,
        "minutes": 20,
    }
    return build_plan(kit=CATALOG.role_kits[kit], patterns=patterns, **(wanted | given))


def probable(plan: InterviewPlan) -> list[PlannedQuestion]:
    """The questions that there will be time for."""
    return [question for phase in plan.phases for question in phase.questions[: expected_questions(phase)]]


def every(plan: InterviewPlan) -> list[PlannedQuestion]:
    return [question for phase in plan.phases for question in phase.questions]


def covered(questions: list[PlannedQuestion]) -> set[str]:
    return {item for question in questions for item in question.covers}
