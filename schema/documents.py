"""What a résumé or a job description says, item by item, each with the span it came from (specification 7.1).

Values are plain; where they stand in the document's text is kept beside them in `spans`, by JSON pointer into the very
extract ("/work_history/0/company", "/skills/3"). An item that a person added has no span.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from schema.base import Shape
from schema.vocabulary import ClaimKind, DocumentFlagKind, SkillKind

MonthOrYear = Annotated[str, StringConstraints(pattern=r"^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|present)$")]
Pointer = str


class Span(Shape):
    """Characters [start, end) of the document's plain text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class DocumentFlag(Shape):
    """Something in a document that a reader should know. `text`: the first words of what was found."""

    kind: DocumentFlagKind
    text: str = Field(max_length=200)
    span: Span | None = None


class Employment(Shape):
    company: str | None = None
    title: str | None = None
    start: MonthOrYear | None = None
    end: MonthOrYear | None = None
    location: str | None = None
    bullets: tuple[str, ...] = ()


class Education(Shape):
    institution: str | None = None
    degree: str | None = None
    field: str | None = None
    start: MonthOrYear | None = None
    end: MonthOrYear | None = None


class Project(Shape):
    name: str
    start: MonthOrYear | None = None
    end: MonthOrYear | None = None
    bullets: tuple[str, ...] = ()


class Gap(Shape):
    """Months between two employments, or since the last one, in which the résumé names neither work nor study."""

    start: MonthOrYear
    end: MonthOrYear
    months: int = Field(ge=1)


class ClaimTrigger(Shape):
    """Something an interviewer may ask about; `text` is fit to be quoted in a spoken question."""

    kind: ClaimKind
    text: str
    span: Span | None = None


class ResumeExtract(Shape):
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    links: tuple[str, ...] = ()
    work_history: tuple[Employment, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()  # sentences or clauses with a figure, verbatim
    gaps: tuple[Gap, ...] = ()
    claim_triggers: tuple[ClaimTrigger, ...] = ()  # the strongest first
    spans: dict[Pointer, Span] = Field(default_factory=dict)


class SkillSpan(Shape):
    """A skill (something one does) or a piece of knowledge (something one knows), where the text names it."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: SkillKind


class JobExtract(Shape):
    title: str | None = None
    company: str | None = None
    responsibilities: tuple[str, ...] = ()
    must_have: tuple[str, ...] = ()
    nice_to_have: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()  # canonical names of the skill vocabulary, most telling first
    skills: tuple[SkillSpan, ...] = ()
    seniority_signal: tuple[str, ...] = ()
    spans: dict[Pointer, Span] = Field(default_factory=dict)
