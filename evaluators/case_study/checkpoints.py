"""Which of a case's checkpoints a candidate reached, each with the words or the written line that show it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from evaluators.case_study.speech import Spoken, shown
from evaluators.case_study.written import Line
from schema.analysis import Evidence
from schema.cues import find
from schema.exercise_results import CheckpointResult
from schema.exercises import CaseTemplate, Checkpoint


def check_points(
    case: CaseTemplate, said: Sequence[Spoken], written: Sequence[Line], earned: Collection[str]
) -> tuple[CheckpointResult, ...]:
    """A result for each checkpoint. One that rests on data that was not earned could not be reached: null."""
    return tuple(_check(point, said, written, earned) for point in case.checkpoints)


def _check(
    point: Checkpoint, said: Sequence[Spoken], written: Sequence[Line], earned: Collection[str]
) -> CheckpointResult:
    if not set(point.needs) <= set(earned):
        return _result(point, None)
    levels: tuple[tuple[Literal["yes", "partly"], tuple[str, ...]], ...] = (
        ("yes", point.cues),
        ("partly", point.partly),
    )
    for reached, cues in levels:
        if not cues:
            continue
        if evidence := shown(cues, said, point.text):
            return _result(point, reached, evidence=evidence)
        if line := next((line for line in written if find(cues, line.read)), None):
            return _result(point, reached, written=line.text)
    return _result(point, "no")


def _result(
    point: Checkpoint,
    reached: Literal["yes", "partly", "no"] | None,
    *,
    evidence: Evidence | None = None,
    written: str | None = None,
) -> CheckpointResult:
    return CheckpointResult(
        id=point.id,
        label=point.text,
        phase=point.phase,
        reached=reached,
        evidence=(evidence,) if evidence else (),
        written=written,
        weight=point.weight,
    )
