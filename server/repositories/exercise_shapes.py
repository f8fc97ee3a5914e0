"""Exercises and cases as rows of the catalogue and as a plan keeps them, and back.

The specification's columns stand as such; what else an exercise holds is in `material`, by field name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from schema.exercise_views import ExerciseCard
from schema.exercises import MODES, CaseTemplate, CodingExercise, Exercise
from schema.tables.exercises import CaseTemplateRow, CodingExerciseRow
from schema.vocabulary import ExerciseActivity, ExerciseMode

_CODING_COLUMNS = (
    *("name", "language", "difficulty", "code_snippet", "bug_description", "failing_test_case"),
    *("modification_requirement", "expected_behavior", "expected_signals", "common_failure_modes", "suggested_fix"),
    *("edge_cases", "complexity_expected", "probing_questions", "tags", "is_active"),
)
_CASE_COLUMNS = (
    *("name", "case_type", "difficulty", "prompt_statement", "context", "clarifying_questions_allowed"),
    *("revealable_data", "evaluation_focus", "probing_map", "expected_duration_minutes", "tags", "is_active"),
)
_SHAPES: Mapping[str, type[CodingExercise] | type[CaseTemplate]] = {"coding": CodingExercise, "case": CaseTemplate}


def coding_values(exercise: CodingExercise, kits: Mapping[str, UUID]) -> dict[str, Any]:
    """The columns of a coding exercise; `kits` gives the row id of each role kit."""
    whole = exercise.model_dump(mode="json", exclude={"key", "role_kit"})
    columns = {name: whole.pop(name) for name in _CODING_COLUMNS}
    columns["activity_type"] = whole.pop("activity")
    return {**columns, "role_kit_id": _kit_id(exercise.role_kit, kits), "material": whole}


def coding(row: CodingExerciseRow, kit: str | None) -> CodingExercise:
    columns = {name: getattr(row, name) for name in _CODING_COLUMNS}
    return CodingExercise.model_validate(
        {**row.material, **columns, "key": row.key, "activity": row.activity_type, "role_kit": kit}
    )


def case_values(case: CaseTemplate, kits: Mapping[str, UUID]) -> dict[str, Any]:
    """The columns of a case; `kits` gives the row id of each role kit."""
    whole = case.model_dump(mode="json", exclude={"key", "role_kit"})
    columns = {name: whole.pop(name) for name in _CASE_COLUMNS}
    return {**columns, "role_kit_id": _kit_id(case.role_kit, kits), "material": whole}


def case(row: CaseTemplateRow, kit: str | None) -> CaseTemplate:
    columns = {name: getattr(row, name) for name in _CASE_COLUMNS}
    return CaseTemplate.model_validate({**row.material, **columns, "key": row.key, "role_kit": kit})


def coding_card(row: CodingExerciseRow) -> ExerciseCard:
    """As schema.exercise_views.card of the whole exercise."""
    material = row.material
    return ExerciseCard.model_validate(
        {
            "key": row.key,
            "kind": "coding",
            "name": row.name,
            "mode": MODES[ExerciseActivity(row.activity_type)],
            "language": row.language,
            "case_type": None,
            "difficulty": row.difficulty,
            "summary": material["brief"],
            "has_modification": row.modification_requirement is not None,
            **{name: material[name] for name in ("level", "topics", "role_categories", "company_signals", "minutes")},
        }
    )


def case_card(row: CaseTemplateRow) -> ExerciseCard:
    """As schema.exercise_views.card of the whole case."""
    return ExerciseCard.model_validate(
        {
            "key": row.key,
            "kind": "case",
            "name": row.name,
            "mode": ExerciseMode.CASE_STUDY,
            "language": None,
            "case_type": row.case_type,
            "difficulty": row.difficulty,
            "level": row.material["level"],
            "topics": row.tags,
            "role_categories": row.material["role_categories"],
            "company_signals": (),
            "minutes": row.expected_duration_minutes,
            "summary": row.prompt_statement,
        }
    )


def kept(exercises: Mapping[str, Exercise]) -> dict[str, Any]:
    """Exercises as a plan keeps them, by key."""
    return {
        key: {
            "kind": "coding" if isinstance(exercise, CodingExercise) else "case",
            "exercise": exercise.model_dump(mode="json"),
        }
        for key, exercise in exercises.items()
    }


def read_kept(stored: Mapping[str, Any]) -> dict[str, Exercise]:
    """What `kept` gave."""
    return {key: _SHAPES[item["kind"]].model_validate(item["exercise"]) for key, item in stored.items()}


def _kit_id(key: str | None, kits: Mapping[str, UUID]) -> UUID | None:
    return kits[key] if key is not None else None
