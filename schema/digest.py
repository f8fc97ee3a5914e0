"""What lists, trends and readiness need of a report, small enough to be read for many interviews at once."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self

from schema.analysis import Analysis
from schema.base import Shape
from schema.vocabulary import ExerciseMode, RequirementState


class DimensionDigest(Shape):
    key: str
    name: str
    score: int | None = None  # 0-100; null: not enough evidence
    spread: float | None = None  # half-range on the 0-5 scale; null where one judge spoke once
    confidence: Literal["low", "medium", "high"] | None = None


class RequirementDigest(Shape):
    text: str
    must: bool
    state: RequirementState
    shown: bool = False


class ExerciseDigest(Shape):
    key: str
    name: str
    mode: ExerciseMode
    score: int | None = None


class NextStep(Shape):
    """What the report recommends to do next."""

    title: str
    kind: str  # a PracticeKind of the coach's, else a NextAction's type
    target: str | None = None


class AnalysisDigest(Shape):
    """Written with each analysis and never apart from it."""

    dimensions: tuple[DimensionDigest, ...] = ()
    requirements: tuple[RequirementDigest, ...] = ()
    exercises: tuple[ExerciseDigest, ...] = ()
    next: NextStep | None = None

    @classmethod
    def of(cls, analysis: Analysis) -> Self:
        return cls(
            dimensions=tuple(
                DimensionDigest(key=d.key, name=d.name, score=d.score, spread=d.spread, confidence=d.confidence)
                for d in analysis.dimension_scores
            ),
            requirements=tuple(
                RequirementDigest(text=r.text, must=r.must, state=r.state, shown=r.shown)
                for r in analysis.jd_match.requirements
            ),
            exercises=tuple(
                ExerciseDigest(key=e.key, name=e.name, mode=e.mode, score=e.scores.overall) for e in analysis.exercises
            ),
            next=_next(analysis),
        )

    # Both are asked for again for each of a user's jobs, so they are worked out once.

    @cached_property
    def named_requirements(self) -> tuple[tuple[str, RequirementDigest], ...]:
        """The requirements with the text by which the same one is known in another interview."""
        return tuple((one.text.casefold().strip(), one) for one in self.requirements)

    @cached_property
    def spread(self) -> float | None:
        """The mean spread of the dimensions that several judges scored."""
        found = [d.spread for d in self.dimensions if d.spread is not None]
        return sum(found) / len(found) if found else None


def _next(analysis: Analysis) -> NextStep | None:
    if analysis.coach is not None and analysis.coach.next_best:
        best = analysis.coach.next_best[0].item
        return NextStep(title=best.title, kind=best.kind, target=best.target)
    if not analysis.next_actions:
        return None
    first = analysis.next_actions[0]
    return NextStep(title=first.title, kind=first.type)
