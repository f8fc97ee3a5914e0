"""Rubrics: dimensions with anchors for each level (specification 3.4)."""

from __future__ import annotations

from pydantic import Field

from schema.base import Shape
from schema.vocabulary import Seniority


class Anchor(Shape):
    """What one score on the 0-5 scale looks like at one level."""

    score: int = Field(ge=0, le=5)
    text: str


class Dimension(Shape):
    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    description: str
    weight: float = Field(default=1.0, gt=0)
    delivery_only: bool = False  # judged from delivery measures alone, never from content
    anchors: dict[Seniority, tuple[Anchor, ...]]


class Rubric(Shape):
    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    description: str
    dimensions: tuple[Dimension, ...]
    scoring_guide: str
    is_default: bool = False


class RoleKit(Shape):
    """One row of role_kits (specification 8.1, 8.3)."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    role_category: str
    level: Seniority
    domain: str
    description: str
    default_interview_types: tuple[str, ...]
    default_rubric: str  # rubric key
    skills_focus: tuple[str, ...]
    estimated_duration: int  # minutes
    track_tags: tuple[str, ...]
    role_context: str
    core_competencies: tuple[str, ...]
    typical_questions: tuple[str, ...]  # pattern keys
    is_active: bool = True
