"""Question patterns and their probe trees (specification 3.3, 6, A2)."""

from __future__ import annotations

from pydantic import Field

from schema.base import Shape
from schema.vocabulary import (
    ClaimKind,
    InterviewType,
    MissingPiece,
    PatternType,
    QuestionKind,
    RoleCategory,
    SourceType,
)


class Probe(Shape):
    """One follow-up; `fills` says which missing piece it asks for."""

    text: str
    kind: QuestionKind = QuestionKind.SHORT


class ProbeTree(Shape):
    """Follow-ups by what an answer lacks: `if_vague` and `always` as in the specification, `if_missing` by piece."""

    if_vague: tuple[Probe, ...] = ()
    if_missing: dict[MissingPiece, tuple[Probe, ...]] = Field(default_factory=dict)
    always: tuple[Probe, ...] = ()


class QuestionPattern(Shape):
    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")  # stable, readable; plans refer to it
    pattern_type: PatternType
    role_category: RoleCategory | None = None  # null: any role
    interview_type: InterviewType | None = None  # null: any type
    template: str  # mustache variables: {{role_title}}, {{claim}} ...
    question_kind: QuestionKind = QuestionKind.STORY
    triggers: tuple[ClaimKind, ...] = ()  # claim kinds that can fill its slots; empty: needs none
    expects: tuple[MissingPiece, ...] = ()  # pieces a complete answer holds; probes are chosen from these
    dimensions: tuple[str, ...] = ()  # rubric dimension keys the answer speaks to
    probe_tree: ProbeTree = ProbeTree()
    tags: tuple[str, ...] = ()
    source_type: SourceType = SourceType.CURATED
    source_ref: str | None = None
