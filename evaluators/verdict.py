"""What a model must return (specification 12.2), and the strict JSON Schema made from it."""

from __future__ import annotations

from pydantic import Field

from evaluators.ports import Failure, ModelError
from evaluators.strict_json import parse_strict, strict_schema
from schema.analysis import Fix, NextAction
from schema.base import CamelShape
from schema.rubric import Rubric
from schema.vocabulary import HireSignal, Readiness

SCHEMA_NAME = "evaluation"


class VerdictEvidence(CamelShape):
    quote: str
    why: str


class VerdictDimension(CamelShape):
    key: str
    score: int | None = Field(ge=0, le=100)
    evidence: tuple[VerdictEvidence, ...]
    fixes: tuple[Fix, ...]


class VerdictOverall(CamelShape):
    """Asked for because 12.2 does; kept raw. The report's own figures come from evaluators.scoring."""

    score: int | None = Field(ge=0, le=100)
    readiness: Readiness
    hire_signal: HireSignal


class VerdictJdMatch(CamelShape):
    """The requirements themselves are matched by code; of this only what names or quotes something stands beside."""

    matched_skills: tuple[str, ...]
    missing_skills: tuple[str, ...]
    risk_flags: tuple[str, ...]
    priority_gaps: tuple[str, ...]


class VerdictRewrite(CamelShape):
    question: str
    your_answer: str
    better_answer: str
    why_better: str


class VerdictMemory(CamelShape):
    """Kept raw: what is remembered follows from proved findings of several interviews (evaluators.memory)."""

    new_recurring_issues: tuple[str, ...]
    resolved_issues: tuple[str, ...]
    recommended_focus_next: str


class ModelVerdict(CamelShape):
    """One sample of a judge. Every field must be there; a dimension without proof has a null score."""

    overall: VerdictOverall
    dimension_scores: tuple[VerdictDimension, ...]
    jd_match: VerdictJdMatch
    answer_rewrites: tuple[VerdictRewrite, ...]
    next_actions: tuple[NextAction, ...]
    memory_update: VerdictMemory


def verdict_schema(rubric: Rubric) -> dict[str, object]:
    """The strict JSON Schema of a verdict on this rubric: every key required, none added, the rubric's keys only."""
    schema = strict_schema(ModelVerdict)
    schema["$defs"]["VerdictDimension"]["properties"]["key"] = {"type": "string", "enum": judged_keys(rubric)}
    return schema


def judged_keys(rubric: Rubric) -> list[str]:
    """The dimensions that a judge of content is asked about."""
    return [dimension.key for dimension in rubric.dimensions if not dimension.delivery_only]


def parse_verdict(content: str, rubric: Rubric) -> ModelVerdict:
    """The verdict in a reply. Raises ModelError: INVALID_JSON, or SCHEMA_MISMATCH with the first wrong place."""
    verdict = parse_strict(content, ModelVerdict)
    _check_keys(verdict, rubric)
    return verdict


def _check_keys(verdict: ModelVerdict, rubric: Rubric) -> None:
    keys = [dimension.key for dimension in verdict.dimension_scores]
    unknown = sorted(set(keys) - {dimension.key for dimension in rubric.dimensions})
    if unknown or len(set(keys)) != len(keys):
        problem = "names dimensions that the rubric does not have" if unknown else "scores a dimension twice"
        fault = f"It {problem}. Use each of these keys once: {', '.join(judged_keys(rubric))}."
        raise ModelError(Failure.SCHEMA_MISMATCH, f"The model's reply {problem}.", fault=fault)
