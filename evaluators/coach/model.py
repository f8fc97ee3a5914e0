"""The week by a model (specification 12.3): the Coach prompt, strict JSON, held to the same mix as the rules' plan."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, Field

from evaluators.coach.findings import day_one, findings, wanted_jobs
from evaluators.coach.given import CoachInput
from evaluators.coach.mix import MORE_DAYS, STREAK, plan_faults
from evaluators.coach.reasons import next_best
from evaluators.judge import JudgeFailed
from evaluators.ports import Failure, ModelClient, ModelError
from evaluators.shapes import MODEL_EVALUATOR
from evaluators.strict_json import Unusable, ask_strict, parse_strict, strict_schema
from prompts.library import as_data, load
from schema.base import CamelShape
from schema.coaching import CoachDay, CoachItem, CoachPlan
from schema.provenance import Provenance
from schema.vocabulary import PracticeKind

PROMPT = "coach"
SCHEMA_NAME = "coach"
COACH_MODEL_VERSION = "1"
MOST_NAMED = 8  # faults of a plan that go back to the model
NOT_KEPT = "The model's plan does not keep the week's mix."


class CoachFailed(JudgeFailed):
    """No plan by the model, as JudgeFailed says it. The rules do not step in for it silently."""


class VerdictItem(CamelShape):
    kind: PracticeKind
    title: str
    details: str
    minutes: int
    target: str | None


class VerdictDay(CamelShape):
    day: int
    goal: str
    items: tuple[VerdictItem, ...]


class CoachVerdict(CamelShape):
    """What the model must return: 12.3's object and nothing else."""

    plan: tuple[VerdictDay, ...] = Field(min_length=7, max_length=7)
    streak_goal: int
    why_this_plan: str


async def coach_by_model(given: CoachInput, model: ModelClient) -> CoachPlan:
    """The model's week; the next best session for each job is code's, for it names jobs and dates.

    A reply that is no such JSON, or a plan that breaks a rule of `plan_faults`, goes back once with its faults. Raises
    CoachFailed.
    """

    def parse(content: str) -> CoachPlan:
        plan = _plan(parse_strict(content, CoachVerdict), given, model.name)
        faults = plan_faults(plan, given)
        if faults:
            raise ModelError(Failure.SCHEMA_MISMATCH, NOT_KEPT, fault=" ".join(faults[:MOST_NAMED]))
        return plan

    try:
        asked = await ask_strict(
            model,
            system=system_text(given),
            user=data_block(given),
            schema_name=SCHEMA_NAME,
            schema=strict_schema(CoachVerdict),
            parse=parse,
        )
    except Unusable as failure:
        raise CoachFailed(failure.reason, str(failure), failure.status, failure.raw) from failure
    return asked.value.model_copy(update={"provenance": _provenance(asked.model)})


def system_text(given: CoachInput) -> str:
    """The Coach prompt for this role; of what people wrote, only the role's title stands in it."""
    return load(PROMPT).render(
        roleTitle=given.role_title or "the role",
        codingRule="exactly 2" if given.technical else "none, for it has no coding rounds",
        caseRule="exactly 1" if given.case_relevant else "none, for it has no cases",
        mostStreak=str(min(STREAK[1], max(STREAK[0], given.active_days + MORE_DAYS))),
    )


def data_block(given: CoachInput) -> str:
    """Everything that the plan may rest on, fenced as data, each part one JSON value."""
    today = day_one(given)
    parts: Sequence[tuple[str, object]] = (
        ("evaluator_json", _evaluation(given)),
        ("last_sessions", [_json(interview) for interview in given.recent]),
        ("saved_jobs", [_json(job) for job in wanted_jobs(given)]),
        ("available", _available(given)),
        ("week", {"today": today.isoformat() if today else None, "activeDaysLastWeek": given.active_days}),
    )
    return "\n\n".join(as_data(name, json.dumps(value, ensure_ascii=False)) for name, value in parts)


def _evaluation(given: CoachInput) -> Mapping[str, object]:
    """The latest report as far as a week follows from it."""
    return {
        "dimensionScores": [
            {
                "key": d.key,
                "name": d.name,
                "score": d.score,
                "level": d.anchor,
                "fixes": [_json(fix) for fix in d.fixes],
            }
            for d in given.dimensions
        ],
        "answers": [{"question": n.question, "missing": list(n.missing), "note": n.note} for n in given.notes],
        "priorityGaps": list(given.gaps),
        "weaknesses": [
            {"key": issue.key, "text": issue.text, "state": issue.state.value}
            for row in given.memory
            if row.role_category == given.role_category
            for issue in row.issues
        ],
        "heaviestFirst": [finding.fact for finding in findings(given)],
    }


def _available(given: CoachInput) -> Mapping[str, object]:
    kits = (given.role_kit, *(job.role_kit for job in given.jobs))
    return {
        "interview_simulation": sorted({kit for kit in kits if kit}),
        "micro_drill": [_json(drill) for drill in given.drills],
        "coding": [_json(task) for task in given.exercises],
        "case_study": [_json(task) for task in given.cases],
    }


def _json(shape: BaseModel) -> object:
    return shape.model_dump(mode="json", by_alias=True)


def _plan(verdict: CoachVerdict, given: CoachInput, model: str) -> CoachPlan:
    """The verdict as a plan. Raises ModelError where a figure lies outside what a plan can hold."""
    try:
        days = tuple(
            CoachDay(
                day=day.day,
                goal=day.goal.strip(),
                items=tuple(CoachItem(**item.model_dump()) for item in day.items),
            )
            for day in verdict.plan
        )
        return CoachPlan(
            plan=days,
            streak_goal=verdict.streak_goal,
            why_this_plan=verdict.why_this_plan.strip(),
            next_best=next_best(given, findings(given), wanted_jobs(given)),
            provenance=_provenance(model),
        )
    except ValueError as error:
        fault = "Days run from 1 to 7, minutes from 1 to 60, streakGoal from 3 to 6."
        raise ModelError(Failure.SCHEMA_MISMATCH, NOT_KEPT, fault=fault) from error


def _provenance(model: str) -> Provenance:
    return Provenance(
        evaluator=MODEL_EVALUATOR,
        evaluator_version=COACH_MODEL_VERSION,
        prompt=PROMPT,
        prompt_version=load(PROMPT).version,
        model=model,
    )
