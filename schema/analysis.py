"""The report: 7.4's superset of the evaluator's 12.2, every claim with its proof. Stored and served alike."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schema.analysis_parts import Evidence as Evidence
from schema.analysis_parts import Fix as Fix
from schema.base import CamelShape
from schema.coaching import CoachPlan
from schema.exercise_results import ExerciseResult
from schema.provenance import Provenance
from schema.vocabulary import (
    Agreement,
    AnswerPart,
    AnswerStrength,
    HireSignal,
    MissingPiece,
    PracticeKind,
    Readiness,
    RequirementState,
)


class DimensionScore(CamelShape):
    key: str
    name: str
    score: int | None = Field(default=None, ge=0, le=100)  # null: not enough evidence
    anchor: float | None = Field(default=None, ge=0, le=5)  # the level on the rubric's 0-5 scale
    anchor_text: str | None = None
    spread: float | None = None  # half-range on the 0-5 scale; null where one judge spoke once
    confidence: Literal["low", "medium", "high"] | None = None
    samples: tuple[float | None, ...] = ()  # each judge's level where several were asked; null: it could not prove one
    agreement: Agreement | None = None  # null where one judge spoke once
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()
    note: str | None = None  # e.g. "Not enough evidence"


class Overall(CamelShape):
    score: int | None = Field(default=None, ge=0, le=100)
    readiness: Readiness | None = None
    hire_signal: HireSignal | None = None
    explanation: str = ""


class JdRequirement(CamelShape):
    """One requirement of the job description, and what this interview and the résumé say to it."""

    text: str  # as the job description writes it
    must: bool  # false: nice to have
    state: RequirementState
    shown: bool = False  # said, and told at work rather than only named
    evidence: tuple[Evidence, ...] = ()  # the candidate's words that show or contradict it
    resume_text: str | None = None  # the résumé's own words, verbatim
    note: str = ""  # one sentence to the candidate


class JdMatch(CamelShape):
    """Requirement by requirement; the skill lists are 7.4's and 12.2's reading of the same."""

    requirements: tuple[JdRequirement, ...] = ()
    matched_skills: tuple[str, ...] = ()
    missing_skills: tuple[str, ...] = ()
    risk_flags: tuple[str, ...] = ()
    priority_gaps: tuple[str, ...] = ()


class RewritePart(CamelShape):
    """One piece of a better answer: the candidate's own words with their place, or a slot such as "[your number]"."""

    part: AnswerPart
    text: str
    slot: bool = False
    turn_index: int | None = None  # null: a slot, or a model's joining words
    word_start: int | None = None
    word_end: int | None = None


class AnswerRewrite(CamelShape):
    """`better_answer` is the parts read one after another."""

    question_id: str | None = None
    question: str
    your_answer: str
    better_answer: str
    why_better: str
    parts: tuple[RewritePart, ...] = ()


class NextAction(CamelShape):
    type: Literal["practice", "exercise", "resume_fix"]
    title: str
    details: str
    estimated_minutes: int = Field(gt=0)


class PracticeDay(CamelShape):
    day: int = Field(ge=1, le=7)
    focus: str
    session: PracticeKind
    exercise_id: str | None = None


class MemoryUpdate(CamelShape):
    """12.2's names, with 7.4's beside them."""

    new_recurring_issues: tuple[str, ...] = ()
    resolved_issues: tuple[str, ...] = ()
    recommended_focus_next: str = ""
    common_issues: tuple[str, ...] = ()
    new_strengths: tuple[str, ...] = ()
    next_best_action: str = ""


class TurnNote(CamelShape):
    """What was read from one answer, ready before the rest of the report."""

    turn_index: int
    question_id: str | None
    question: str
    strength: AnswerStrength
    missing: tuple[MissingPiece, ...]
    metrics: tuple[str, ...]
    note: str


class TurnTaking(CamelShape):
    """Figures of this interview's conversation; null where it was not measured."""

    candidate_talk_s: float | None = None
    interviewer_talk_s: float | None = None
    talk_share: float | None = None  # candidate's share of all speech
    response_gap_p50_s: float | None = None  # candidate's end of speech to the interviewer's first sound
    response_gap_p95_s: float | None = None
    candidate_gap_p50_s: float | None = None  # interviewer's end to the candidate's first word
    overlaps: int | None = None
    cut_offs: int | None = None  # the interviewer began while the candidate had not finished
    barge_ins: int | None = None
    false_interruptions: int | None = None
    words_per_minute: float | None = None
    filler_count: int | None = None
    long_pauses: int | None = None


class Analysis(CamelShape):
    overall: Overall
    dimension_scores: tuple[DimensionScore, ...]
    jd_match: JdMatch = JdMatch()
    answer_rewrites: tuple[AnswerRewrite, ...] = ()
    next_actions: tuple[NextAction, ...] = ()
    practice_plan_7d: tuple[PracticeDay, ...] = Field(default=(), alias="practicePlan7d")
    memory_update: MemoryUpdate = MemoryUpdate()
    turn_notes: tuple[TurnNote, ...] = ()
    turn_taking: TurnTaking = TurnTaking()
    dropped_claims: int = Field(default=0, ge=0)  # claims whose quote could not be proved
    unanswered: tuple[str, ...] = ()  # question ids nobody answered; no zero is given for them
    exercises: tuple[ExerciseResult, ...] = ()  # coding rounds and cases, in the order in which they were held
    coach: CoachPlan | None = None  # 12.3; practice_plan_7d is 7.4's view of it
    provenance: Provenance  # who judged the dimensions
    sections: dict[str, Provenance] = Field(default_factory=dict)  # who made the other parts, by the part's JSON name
    failed_sections: tuple[str, ...] = ()  # parts whose step failed and that are empty for that reason alone
