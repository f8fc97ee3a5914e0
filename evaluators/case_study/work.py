"""What was done with a case, from its opening to its end. Times are ms on the interview's clock."""

from __future__ import annotations

from dataclasses import dataclass, field

from schema.exercises import CaseTemplate
from schema.room_exercises import Artifacts
from schema.vocabulary import ExerciseStage


@dataclass(frozen=True, slots=True)
class CaseWork:
    case: CaseTemplate
    reveals: tuple[tuple[str, int], ...] = ()  # ids in the order in which they were earned, with their moments
    stages: tuple[tuple[ExerciseStage, int], ...] = ()  # each stage with its beginning
    artifacts: Artifacts = field(default_factory=Artifacts)
    opened_ms: int = 0
    closed_ms: int | None = None
