"""Question patterns and their probe trees (specification 3.3, 6, A2)."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from schema.base import Shape
from schema.vocabulary import (
    ClaimKind,
    CompanyArchetype,
    InterviewType,
    MissingPiece,
    PatternType,
    QuestionKind,
    RoleArchetype,
    RoleCategory,
    SourceType,
)


class Probe(Shape):
    """One follow-up, as it is said aloud; `kind` sets how patiently its answer is awaited."""

    text: str
    kind: QuestionKind = QuestionKind.SHORT


class ProbeTree(Shape):
    """Follow-ups by what an answer lacks or shows. Keys as in the specification; `if_stuck` is an easier step towards
    the same question for someone who has no answer."""

    if_vague: tuple[Probe, ...] = ()
    if_no_context: tuple[Probe, ...] = ()
    if_no_ownership: tuple[Probe, ...] = ()
    if_no_metric: tuple[Probe, ...] = ()
    if_no_tradeoff: tuple[Probe, ...] = ()
    if_no_result: tuple[Probe, ...] = ()
    if_no_reflection: tuple[Probe, ...] = ()
    if_contradiction: tuple[Probe, ...] = ()  # may name {{said_before}}, {{said_now}} and {{where_before}}
    if_strong: tuple[Probe, ...] = ()
    if_stuck: tuple[Probe, ...] = ()
    always: tuple[Probe, ...] = ()

    def for_piece(self, piece: MissingPiece) -> tuple[Probe, ...]:
        """The follow-ups that ask for one missing piece."""
        found: tuple[Probe, ...] = getattr(self, f"if_no_{piece.value}")
        return found

    def everything(self) -> tuple[Probe, ...]:
        """Every follow-up of the tree."""
        return tuple(probe for name in type(self).model_fields for probe in getattr(self, name))

    @model_validator(mode="before")
    @classmethod
    def _read_first_version(cls, tree: Any) -> Any:
        """Plans stored by the first version keep the pieces under `if_missing`; their interviews still replay."""
        if not isinstance(tree, dict) or "if_missing" not in tree:
            return tree
        pieces = tree["if_missing"] or {}
        rest = {name: value for name, value in tree.items() if name != "if_missing"}
        return rest | {f"if_no_{MissingPiece(piece).value}": probes for piece, probes in pieces.items()}


class QuestionPattern(Shape):
    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")  # stable, readable; plans refer to it
    pattern_type: PatternType
    role_category: RoleCategory | None = None  # null: any role
    interview_type: InterviewType | None = None  # null: any type
    archetypes: tuple[CompanyArchetype, ...] = ()  # companies it suits; empty: any
    role_archetypes: tuple[RoleArchetype, ...] = ()  # kinds of role it suits; empty: any
    template: str  # mustache variables: {{role_title}}, {{claim}} ...
    rephrased: str | None = None  # the same question in simpler words, for who did not understand it
    question_kind: QuestionKind = QuestionKind.STORY
    triggers: tuple[ClaimKind, ...] = ()  # claim kinds that can fill its slots; empty: needs none
    expects: tuple[MissingPiece, ...] = ()  # pieces a complete answer holds; probes are chosen from these
    dimensions: tuple[str, ...] = ()  # rubric dimension keys the answer speaks to
    probe_tree: ProbeTree = ProbeTree()
    tags: tuple[str, ...] = ()
    source_type: SourceType = SourceType.CURATED
    source_ref: str | None = None
