"""Reads the role kits and the many names under which people look for a role."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from uuid import UUID

from schema.companies import RoleLabel
from schema.patterns import QuestionPattern
from schema.rubric import RoleKit, Rubric
from schema.vocabulary import InterviewType, RoleCategory
from seeds.reading import CatalogError, parsed, yaml_list

CELL_SEPARATOR = ";"  # between the items of a CSV cell that holds a list
_LIST_COLUMNS = ("default_interview_types", "skills_focus", "track_tags", "core_competencies", "typical_questions")
_TABLE_COLUMNS = ("id", "created_at", "updated_at", "default_rubric_id")


def read_role_kits(
    file: Traversable, rubrics: Mapping[str, Rubric], patterns: Mapping[str, QuestionPattern] | None = None
) -> tuple[dict[str, RoleKit], dict[str, UUID]]:
    """The kits by key, and the uuid that the table keeps for each; their typical questions must be among `patterns`
    where those are given. Raises CatalogError."""
    kits: dict[str, RoleKit] = {}
    ids: dict[str, UUID] = {}
    for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))):
        kit = _role_kit(file.name, row)
        if kit.key in kits:
            raise CatalogError(file.name, kit.key, "this key is used twice")
        _check_kit(file.name, kit, rubrics, patterns)
        kits[kit.key], ids[kit.key] = kit, _uuid(file.name, kit.key, row["id"])
    if len(set(ids.values())) != len(ids):
        raise CatalogError(file.name, "id", "two role kits share a uuid")
    return kits, ids


def _role_kit(file: str, row: dict[str, str]) -> RoleKit:
    fields: dict[str, object] = {name: cell for name, cell in row.items() if name not in _TABLE_COLUMNS}
    fields |= {name: _items(row[name]) for name in _LIST_COLUMNS}
    return parsed(RoleKit, file, {**fields, "default_rubric": row["default_rubric_id"]})


def _items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(CELL_SEPARATOR) if item.strip()]


def _check_kit(
    file: str, kit: RoleKit, rubrics: Mapping[str, Rubric], patterns: Mapping[str, QuestionPattern] | None
) -> None:
    _member(RoleCategory, kit.role_category, file, kit.key)
    for interview_type in kit.default_interview_types:
        _member(InterviewType, interview_type, file, kit.key)
    if kit.default_rubric not in rubrics:
        raise CatalogError(file, kit.key, f"unknown rubric {kit.default_rubric!r}")
    for pattern in kit.typical_questions:
        if patterns is not None and pattern not in patterns:
            raise CatalogError(file, kit.key, f"unknown question pattern {pattern!r}")


def _member(members: type[RoleCategory] | type[InterviewType], value: str, file: str, key: str) -> None:
    if value not in set(members):
        raise CatalogError(file, key, f"{value!r} is not one of {', '.join(members)}")


def _uuid(file: str, key: str, value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError as error:
        raise CatalogError(file, key, f"{value!r} is not a uuid") from error


def read_role_labels(file: Traversable, kits: Mapping[str, RoleKit]) -> tuple[RoleLabel, ...]:
    """Every label, in the file's order; a name leads to one role only. Raises CatalogError."""
    labels: list[RoleLabel] = []
    owners: dict[str, str] = {}
    for item in yaml_list(file):
        label = parsed(RoleLabel, file.name, _with_category(item, kits), "label")
        kit = kits.get(label.role_kit)
        if kit is None:
            raise CatalogError(file.name, label.label, f"unknown role kit {label.role_kit!r}")
        if label.specialization and label.specialization not in kit.track_tags:
            raise CatalogError(file.name, label.label, f"{label.specialization!r} is no track tag of {kit.key}")
        for name in (label.label, *label.aliases):
            owner = owners.setdefault(name.casefold(), label.label)
            if owner != label.label:
                raise CatalogError(file.name, label.label, f"{name!r} already leads to {owner!r}")
        if label.label in {known.label for known in labels}:
            raise CatalogError(file.name, label.label, "this label is used twice")
        labels.append(label)
    return tuple(labels)


def _with_category(item: Mapping[str, object], kits: Mapping[str, RoleKit]) -> dict[str, object]:
    """A label takes its kit's category where it names none of its own."""
    kit = kits.get(str(item.get("role_kit")))
    return {"role_category": kit.role_category, **item} if kit else {"role_category": "swe", **item}
