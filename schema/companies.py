"""Companies, how they publicly say that they interview, and the many names of the roles (specification 6, 8.2, 8.3)."""

from __future__ import annotations

from pydantic import Field

from schema.base import Shape
from schema.vocabulary import CompanyArchetype, RoleCategory, Seniority, SourceType


class Company(Shape):
    name: str
    country: str  # whose job market the catalogue lists it for, in English
    tier: str = Field(pattern=r"^(?:top50|top200|other)$")
    archetype: CompanyArchetype
    tags: tuple[str, ...] = ()  # e.g. "payments", "b2b", "high growth"
    aliases: tuple[str, ...] = ()  # other names a job advertisement may use


class RoundOutline(Shape):
    """One round of a company's interviews as the company itself describes its process."""

    kind: str  # e.g. "coding", "behavioral", "hiring manager"
    focus: str


class Blueprint(Shape):
    """How a company interviews for a role. `post_count`: interview experiences behind it; 0 means public facts only."""

    company: str  # Company.name
    role_category: RoleCategory
    seniority: Seniority
    skill_focus: tuple[str, ...]
    question_patterns: tuple[str, ...]  # pattern keys
    rubric_overrides: dict[str, float] | None = None  # dimension key -> weight
    public_values: tuple[str, ...] = ()  # as the company publishes them, named, never explained in its name
    rounds: tuple[RoundOutline, ...] = ()
    source_type: SourceType = SourceType.CURATED
    post_count: int = Field(default=0, ge=0)


class RoleLabel(Shape):
    """A role name that people look for, and where it leads (specification 8.3)."""

    label: str
    role_kit: str
    role_category: RoleCategory
    specialization: str | None = None  # e.g. "backend"; stands in the kit's track_tags
    aliases: tuple[str, ...] = ()
