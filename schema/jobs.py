"""A job that is being applied for: what is known of it, what became of it, how ready interviews show one to be."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from schema.base import CamelShape, Shape
from schema.vocabulary import JobStatus


class JobSource(StrEnum):
    """How a job came to be saved."""

    URL = "url"
    PASTE = "paste"
    UPLOAD = "upload"
    CSV = "csv"
    HAND = "hand"  # without a description


class OutcomeKind(StrEnum):
    """What really happened; entered by the candidate."""

    SCREENED_OUT = "screened_out"  # rejected before an interview
    FIRST_ROUND = "first_round"  # invited to a first interview
    ONSITE = "onsite"  # invited to the final round
    OFFER = "offer"
    REJECTED = "rejected"  # rejected after an interview
    WITHDREW = "withdrew"


class JobOutcome(Shape):
    kind: OutcomeKind
    on: date
    reason: str = Field(default="", max_length=2_000)  # as told to the candidate, or as they think


class StatusChange(Shape):
    """One line of a job's history; `before` null: it was saved."""

    before: JobStatus | None
    after: JobStatus
    at: datetime


class PostedJob(Shape):
    """What was read from a page with a job advertisement. Empty texts: the page did not say."""

    url: str
    title: str = ""
    company: str = ""
    location: str = ""
    description: str  # readable text, paragraphs by blank lines
    valid_through: date | None = None
    structured: bool  # from schema.org JobPosting; false: the page's readable main text


# ------------------------------------------------------------------ readiness


class ReadinessPart(CamelShape):
    """One ingredient of a job's readiness. `value` is 0-100; null: nothing to go by."""

    key: Literal["dimensions", "coverage", "proof", "exercises", "practice"]
    label: str
    value: int | None = Field(default=None, ge=0, le=100)
    weight: float = Field(ge=0, le=1)
    says: str  # one sentence with the figures it was made of


class ReadinessStep(CamelShape):
    """Something that would raise the readiness, and by about how much if it goes well."""

    label: str
    gain: int = Field(ge=0, le=100)
    kind: Literal["interview", "exercise", "drill", "resume_fix"]
    target: str | None = None  # a role kit's, an exercise's or a drill's key


class JobReadiness(CamelShape):
    """How ready the interviews held for a job, and those like it, show the candidate to be.

    `score` null: nothing was judged yet. `low` and `high` bound it: spread of judges, few interviews and old ones widen
    it. `calibrated` says by how much real outcomes moved it, and why.
    """

    score: int | None = Field(default=None, ge=0, le=100)
    low: int | None = Field(default=None, ge=0, le=100)
    high: int | None = Field(default=None, ge=0, le=100)
    parts: tuple[ReadinessPart, ...] = ()
    steps: tuple[ReadinessStep, ...] = ()  # the most helpful first, at most three
    calibrated: int = 0
    calibration: str = ""
    interviews: int = 0  # judged ones that it rests on
    as_of: datetime | None = None
    previous: int | None = None  # the score before the last judged interview, to show what moved


class JobCard(Shape):
    """A line of the tracker."""

    id: UUID
    role_title: str
    company: str | None
    company_known: bool  # matched to the catalogue
    role_category: str
    status: JobStatus
    tags: tuple[str, ...]
    next_interview_at: datetime | None
    deadline_on: date | None
    job_url: str | None
    has_description: bool
    archived: bool
    readiness: JobReadiness
    interviews: int
    created_at: datetime
    updated_at: datetime
