"""What a résumé or a job description says, item by item, each with the span it came from (specification 7.1)."""

from __future__ import annotations

from pydantic import Field

from schema.base import Shape
from schema.vocabulary import ClaimKind


class Span(Shape):
    """Characters [start, end) of the document's plain text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class ClaimTrigger(Shape):
    kind: ClaimKind
    text: str  # the claim in the document's own words
    span: Span | None = None


class ResumeExtract(Shape):
    work_history: tuple[dict[str, str], ...] = ()
    projects: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    claim_triggers: tuple[ClaimTrigger, ...] = ()


class JobExtract(Shape):
    responsibilities: tuple[str, ...] = ()
    must_have: tuple[str, ...] = ()
    nice_to_have: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    seniority_signal: tuple[str, ...] = ()
