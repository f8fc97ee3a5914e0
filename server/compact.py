"""Extracts and plans as small JSON for a prompt: what matters first, shortened until it fits, always whole JSON."""

from __future__ import annotations

import json

from schema.documents import JobExtract, ResumeExtract
from schema.plan import InterviewPlan

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]
# Items kept of each list, and characters of each text, from the most to the least.
_STEPS = ((24, 240), (16, 180), (12, 140), (8, 110), (6, 80), (4, 60), (2, 40), (1, 20))


def compact(value: JsonValue, limit: int) -> str:
    """`value` as JSON of at most `limit` characters: long lists and texts lose their ends. "{}" where nothing fits."""
    for items, chars in _STEPS:
        text = json.dumps(_cut(value, items, chars), ensure_ascii=False, separators=(",", ":"))
        if len(text) <= limit:
            return text
    return "{}"


def _cut(value: JsonValue, items: int, chars: int) -> JsonValue:
    if isinstance(value, str):
        return value if len(value) <= chars else value[: chars - 1].rstrip() + "…"
    if isinstance(value, list):
        return [_cut(item, items, chars) for item in value[:items]]
    if isinstance(value, dict):
        return {name: _cut(item, items, chars) for name, item in value.items() if item not in (None, [], "")}
    return value


def resume_json(resume: ResumeExtract) -> JsonValue:
    """The résumé without address, telephone and links: nobody needs those to word a question."""
    dumped: JsonValue = resume.model_dump(
        mode="json",
        include={"claim_triggers", "work_history", "projects", "skills", "metrics", "gaps", "education"},
        exclude={"claim_triggers": {"__all__": {"span"}}},
    )
    return dumped


def job_json(job: JobExtract) -> JsonValue:
    """The job description's points."""
    dumped: JsonValue = job.model_dump(mode="json", exclude={"spans", "skills"})
    return dumped


def plan_json(plan: InterviewPlan) -> JsonValue:
    """The plan's parts and aims. Questions to come are left out: what a model doesn't know it can't give away."""
    return {
        "metadata": {
            "roleCategory": plan.metadata.role_category.value,
            "seniority": plan.metadata.seniority.value,
            "interviewType": plan.metadata.interview_type.value,
            "company": plan.metadata.company,
        },
        "phases": [
            {"id": phase.id, "mins": phase.mins, "objective": list(phase.objective), "topics": list(phase.topics)}
            for phase in plan.phases
        ],
        "interviewers": [{"name": who.name, "role": who.role, "concern": who.concern} for who in plan.interviewers],
    }
