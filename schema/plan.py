"""The interview plan (specification 7.2), camelCase on the wire as there."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schema.base import CamelShape, Shape
from schema.code_runs import CodeLanguage
from schema.vocabulary import (
    CompanyArchetype,
    ExerciseMode,
    InterviewType,
    Look,
    PhaseKind,
    RoleArchetype,
    RoleCategory,
    Seniority,
    Style,
)


class PlanInterviewer(CamelShape):
    """One of the people who ask. `concern` completes "I look at …"."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    role: str  # e.g. "hiring manager"
    look: Look
    concern: str


class PlanMetadata(CamelShape):
    role_category: RoleCategory
    seniority: Seniority
    interview_type: InterviewType
    company: str | None = None
    # beyond the specification's shape: what the spoken interview needs to know
    role_title: str
    role_kit: str
    specialization: str | None = None
    style: Style = Style.NEUTRAL
    company_archetype: CompanyArchetype | None = None
    role_archetype: tuple[RoleArchetype, ...] = ()
    # The given name on the résumé: the greeting uses it where the account has none.
    candidate_name: str | None = None
    # What the account was called when this was planned: a later change of name changes no replay. Null: it had none.
    addressed_as: str | None = None


class CoverageItem(CamelShape):
    """Something that is to be learnt before the close. `weight`: how much it matters beside the others."""

    id: str  # "must:kubernetes", "claim:2", "dimension:ownership_depth"
    kind: Literal["requirement", "claim", "dimension"]
    text: str  # in the document's words, or the dimension's name
    weight: float = Field(default=1.0, gt=0)


class PlannedQuestion(CamelShape):
    """One question of a phase, in the order in which they are tried. `why` explains the choice in a sentence."""

    pattern: str
    slots: dict[str, str] = Field(default_factory=dict)
    covers: tuple[str, ...] = ()  # CoverageItem ids
    why: str


class PlanPhase(CamelShape):
    id: str
    kind: PhaseKind
    mins: float = Field(gt=0)
    objective: tuple[str, ...]
    patterns: tuple[str, ...]  # pattern keys, in the order in which they are tried
    triggers: tuple[str, ...] = ()
    exercise_mode: ExerciseMode | None = None
    topics: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()  # keys of the catalogue's exercises or cases
    languages: tuple[CodeLanguage, ...] = ()  # of those exercises that are code
    questions: tuple[PlannedQuestion, ...] = ()
    # Fillings of the templates' variables for what a question list can't foresee (the close answers from `jd_line`).
    slots: tuple[dict[str, str], ...] = ()
    interviewer: str | None = None  # PlanInterviewer id; null: the first one


class GlobalRules(CamelShape):
    probe_depth: int = Field(default=3, ge=0, le=6)
    avoid_repeats: bool = True
    be_strict_on_vagueness: bool = True
    # In a company's own interview the interviewer declines to give feedback, kindly.
    feedback_when_asked: bool = True
    # Accommodations: how many times as long a pause is waited for, and what the phases' minutes were stretched by.
    patience: float = Field(default=1.0, ge=1.0, le=3.0)
    stretch: float = Field(default=1.0, ge=1.0, le=2.0)


class InterviewPlan(CamelShape):
    metadata: PlanMetadata
    phases: tuple[PlanPhase, ...] = Field(min_length=1)
    global_rules: GlobalRules = GlobalRules()
    interviewers: tuple[PlanInterviewer, ...] = ()  # empty: one, with the look that the candidate chose
    coverage: tuple[CoverageItem, ...] = ()
    # What résumé and job description claim, for consistency checks while the interview runs.
    claims: tuple[DocumentClaim, ...] = ()


class DocumentClaim(CamelShape):
    """A checkable statement of a document: the claims ledger starts with these."""

    source: Literal["resume", "jd"]
    subject: Literal["tenure", "skill", "team_size", "role", "employer", "metric", "education", "experience"]
    about: str  # what it is about: the employer, the skill, …; lower case
    value: str  # normalised: "2021-03/2023-05", "5 people", "backend engineer"
    text: str  # the document's own words, fit to be quoted


class ExerciseOffer(Shape):
    """An exercise or a case of the catalogue, as far as a plan needs to know it."""

    key: str
    mode: ExerciseMode
    topics: tuple[str, ...] = ()
    level: Seniority | None = None  # null: any
    role_category: RoleCategory | None = None  # null: any
    language: CodeLanguage | None = None  # null: a case
    minutes: int | None = None  # null: any time will do
    signals: tuple[str, ...] = ()  # skill_focus words of company blueprints that it speaks to


# ------------------------------------------------------------------ what a candidate sees of a plan


class PreviewPhase(Shape):
    """One part of the interview to come, in themes: never a question."""

    label: str
    kind: PhaseKind
    mins: float
    interviewer: str | None  # the name of who asks
    themes: tuple[str, ...]  # e.g. "Kubernetes in your own work", "handling disagreement"


class PlanPreview(Shape):
    """What a candidate may know before the interview. `covers` and `leaves_out` are points of the job description."""

    role_title: str
    company: str | None
    interview_type: InterviewType
    style: Style
    seniority: Seniority
    minutes: int
    interviewers: tuple[PlanInterviewer, ...]
    phases: tuple[PreviewPhase, ...]
    covers: tuple[str, ...]
    leaves_out: tuple[str, ...]  # for want of time
    patience: float = 1.0  # so many times as long as usual a pause is waited for
    stretch: float = 1.0  # what the minutes were stretched by, as the candidate's settings ask


InterviewPlan.model_rebuild()
