"""The interview plan (specification 7.2), camelCase on the wire as there."""

from __future__ import annotations

from pydantic import Field

from schema.base import CamelShape
from schema.vocabulary import ExerciseMode, InterviewType, PhaseKind, RoleCategory, Seniority, Style


class PlanMetadata(CamelShape):
    role_category: RoleCategory
    seniority: Seniority
    interview_type: InterviewType
    company: str | None = None
    # beyond the specification's shape: what the spoken interview needs to know
    role_title: str
    role_kit: str
    style: Style = Style.NEUTRAL
    company_archetype: str | None = None


class PlanPhase(CamelShape):
    id: str
    kind: PhaseKind
    mins: float = Field(gt=0)
    objective: tuple[str, ...]
    patterns: tuple[str, ...]  # pattern keys, in the order in which they are tried
    triggers: tuple[str, ...] = ()
    exercise_mode: ExerciseMode | None = None
    topics: tuple[str, ...] = ()
    slots: tuple[dict[str, str], ...] = ()  # one filling of the templates' variables each, most worth asking first


class GlobalRules(CamelShape):
    probe_depth: int = Field(default=3, ge=0, le=6)
    avoid_repeats: bool = True
    be_strict_on_vagueness: bool = True


class InterviewPlan(CamelShape):
    metadata: PlanMetadata
    phases: tuple[PlanPhase, ...] = Field(min_length=1)
    global_rules: GlobalRules = GlobalRules()
