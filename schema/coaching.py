"""What follows from reports: the coach's week (specification 12.3), what is remembered, drills and retakes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import Field

from schema.base import CamelShape
from schema.provenance import Provenance
from schema.vocabulary import PracticeKind, WeaknessChange, WeaknessState


class CoachItem(CamelShape):
    """One thing to do. `target`: a drill's key, an exercise's or case's key, or a role kit's; null: free choice."""

    kind: PracticeKind
    title: str
    details: str = ""
    minutes: int = Field(gt=0, le=120)
    target: str | None = None


class CoachDay(CamelShape):
    """Day 1 is the day on which the plan was made. No items: a day of rest."""

    day: int = Field(ge=1, le=7)
    goal: str
    items: tuple[CoachItem, ...] = ()


class NextBestSession(CamelShape):
    """The one session that helps a saved job most, and why. `job_id` null: no job is saved."""

    job_id: UUID | None = None
    role_title: str
    company: str | None = None
    item: CoachItem
    why: str


class CoachPlan(CamelShape):
    """12.3's {plan, streakGoal, whyThisPlan} with the next best session for each job and who made it."""

    plan: tuple[CoachDay, ...] = Field(min_length=7, max_length=7)
    streak_goal: int = Field(ge=1, le=7)  # days of this week with something done
    why_this_plan: str
    next_best: tuple[NextBestSession, ...] = ()
    provenance: Provenance


class WeaknessProof(CamelShape):
    """What one interview did to a weakness, with the answer that shows it."""

    change: WeaknessChange
    session_id: UUID
    at: datetime
    question_id: str
    question: str
    quote: str  # the candidate's words, at most 25; empty where the answer lacked every word of it
    turn_index: int | None = None
    start_s: float | None = None


class Weakness(CamelShape):
    """A habit that costs levels. `key` is stable: a MissingPiece, or "<dimension>.low"."""

    key: str
    dimension: str
    text: str
    state: WeaknessState
    proofs: tuple[WeaknessProof, ...] = Field(min_length=1)  # every change, oldest first


class ScorePoint(CamelShape):
    session_id: UUID
    at: datetime
    score: int = Field(ge=0, le=100)
    spread: float | None = None  # on the 0-5 scale


class SkillMemory(CamelShape):
    """One row of user_skill_memory (specification 6), and what it is made from."""

    role_category: str
    dimension: str
    baseline_score: float  # the mean of the first interviews' scores, at most three
    latest_score: float
    trend: tuple[ScorePoint, ...]  # the last sessions, oldest first
    issues: tuple[Weakness, ...] = ()
