"""Reads the CSV and YAML files beside this file into schema types and refuses a catalogue that contradicts itself."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

import yaml
from pydantic import ValidationError

from schema.patterns import Probe, QuestionPattern
from schema.rubric import RoleKit, Rubric
from schema.vocabulary import ClaimKind, InterviewType, PatternType, RoleCategory, Seniority

CELL_SEPARATOR = ";"  # between the items of a CSV cell that holds a list
ANCHOR_SCORES = (0, 1, 2, 3, 4, 5)

# What a template may name, and the claim kinds that can fill it. An empty set: the plan itself fills it.
SLOTS: Mapping[str, frozenset[ClaimKind]] = MappingProxyType(
    {
        "role_title": frozenset(),
        "company": frozenset(),
        "requirement": frozenset(),
        "claim": frozenset(ClaimKind),
        "metric_claim": frozenset({ClaimKind.METRIC}),
        "project": frozenset({ClaimKind.PROJECT}),
        "skill": frozenset({ClaimKind.SKILL}),
    }
)
# The loader in C reads the catalogue ten times faster; both are safe loaders.
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_LIST_COLUMNS = ("default_interview_types", "skills_focus", "track_tags", "core_competencies", "typical_questions")


class CatalogError(Exception):
    """The catalogue can't be used. `str()` names the file and the key."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(f"{file}: {key}: {problem}")
        self.file, self.key = file, key


@dataclass(frozen=True, slots=True)
class Catalog:
    """All seed data by key. `ids` gives the uuid that the tables store beside the key of a role kit."""

    role_kits: Mapping[str, RoleKit]
    rubrics: Mapping[str, Rubric]
    patterns: Mapping[str, QuestionPattern]
    ids: Mapping[str, UUID]

    @property
    def default_rubric(self) -> Rubric:
        """The rubric that judges an interview whose kit names none."""
        return next(rubric for rubric in self.rubrics.values() if rubric.is_default)


@cache
def load_catalog() -> Catalog:
    """The catalogue that ships. Raises CatalogError with file and key when it contradicts itself."""
    return read_catalog(resources.files("seeds"))


def read_catalog(root: Traversable) -> Catalog:
    """The catalogue under `root`: role_kits.csv, rubrics/*.yaml, patterns/*.yaml. Raises CatalogError."""
    rubrics = _rubrics(root.joinpath("rubrics"))
    patterns = _patterns(root.joinpath("patterns"), rubrics)
    kits, ids = _role_kits(root.joinpath("role_kits.csv"), rubrics, patterns)
    return Catalog(MappingProxyType(kits), MappingProxyType(rubrics), MappingProxyType(patterns), MappingProxyType(ids))


# ------------------------------------------------------------------ rubrics


def _rubrics(folder: Traversable) -> dict[str, Rubric]:
    rubrics: dict[str, Rubric] = {}
    for name, item in _yaml_items(folder, single=True):
        rubric = _parsed(Rubric, name, _with_plain_anchors(item))
        if rubric.key in rubrics:
            raise CatalogError(name, rubric.key, "this key is used twice")
        _check_rubric(name, rubric)
        rubrics[rubric.key] = rubric
    if sum(rubric.is_default for rubric in rubrics.values()) != 1:
        raise CatalogError("rubrics", "is_default", "exactly one rubric is the default")
    return rubrics


def _with_plain_anchors(item: dict[str, object]) -> dict[str, object]:
    """A level's anchors are written as bare sentences, the score 0 first."""
    dimensions = item.get("dimensions")
    if not isinstance(dimensions, list):
        return item
    return {**item, "dimensions": [_scored_anchors(dimension) for dimension in dimensions]}


def _scored_anchors(dimension: object) -> object:
    if not isinstance(dimension, dict) or not isinstance(dimension.get("anchors"), dict):
        return dimension
    levels = {
        level: [{"score": score, "text": text} for score, text in enumerate(texts)]
        for level, texts in dimension["anchors"].items()
    }
    return {**dimension, "anchors": levels}


def _check_rubric(file: str, rubric: Rubric) -> None:
    keys = [dimension.key for dimension in rubric.dimensions]
    for key in keys:
        if keys.count(key) > 1:
            raise CatalogError(file, key, "this dimension is named twice")
    for dimension in rubric.dimensions:
        for level in Seniority:
            scores = tuple(anchor.score for anchor in dimension.anchors.get(level, ()))
            if scores != ANCHOR_SCORES:
                raise CatalogError(file, dimension.key, f"{level} needs the anchors 0 to 5 in order, has {scores}")


# ------------------------------------------------------------------ patterns


def _patterns(folder: Traversable, rubrics: Mapping[str, Rubric]) -> dict[str, QuestionPattern]:
    dimensions = {dimension.key for rubric in rubrics.values() for dimension in rubric.dimensions}
    patterns: dict[str, QuestionPattern] = {}
    for name, item in _yaml_items(folder):
        pattern = _parsed(QuestionPattern, name, _with_plain_probes(item))
        if pattern.key in patterns:
            raise CatalogError(name, pattern.key, "this key is used twice")
        _check_pattern(name, pattern, dimensions)
        patterns[pattern.key] = pattern
    return patterns


def _with_plain_probes(item: dict[str, object]) -> dict[str, object]:
    """A probe may be written as its bare sentence; one with a kind of its own is a mapping."""
    tree = item.get("probe_tree")
    if not isinstance(tree, dict):
        return item
    return {**item, "probe_tree": {key: _probes(probes) for key, probes in tree.items()}}


def _probes(written: object) -> object:
    if not isinstance(written, list):
        return written
    return [{"text": probe} if isinstance(probe, str) else probe for probe in written]


def _check_pattern(file: str, pattern: QuestionPattern, dimensions: set[str]) -> None:
    for dimension in pattern.dimensions:
        if dimension not in dimensions:
            raise CatalogError(file, pattern.key, f"unknown rubric dimension {dimension!r}")
    for text in (pattern.template, *(probe.text for probe in all_probes(pattern))):
        _check_slots(file, pattern, text)
    if pattern.pattern_type is not PatternType.PROBE:
        for piece in pattern.expects:
            if not pattern.probe_tree.for_piece(piece):
                raise CatalogError(file, pattern.key, f"expects {piece} and has no probe that asks for it")


def _check_slots(file: str, pattern: QuestionPattern, text: str) -> None:
    bare = _VARIABLE.sub("", text)
    if "{" in bare or "}" in bare:
        raise CatalogError(file, pattern.key, f"a brace stands alone in {text!r}")
    for variable in variables(text):
        kinds = SLOTS.get(variable)
        if kinds is None:
            raise CatalogError(file, pattern.key, f"nothing fills {variable!r}; known: {', '.join(SLOTS)}")
        if kinds and not kinds & set(pattern.triggers):
            raise CatalogError(file, pattern.key, f"{{{{{variable}}}}} needs one of these triggers: {sorted(kinds)}")


def variables(text: str) -> tuple[str, ...]:
    """The names between double braces in `text`, in order."""
    return tuple(_VARIABLE.findall(text))


def all_probes(pattern: QuestionPattern) -> tuple[Probe, ...]:
    """Every follow-up of a pattern's tree."""
    return pattern.probe_tree.everything()


# ------------------------------------------------------------------ role kits


def _role_kits(
    file: Traversable, rubrics: Mapping[str, Rubric], patterns: Mapping[str, QuestionPattern]
) -> tuple[dict[str, RoleKit], dict[str, UUID]]:
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
    unused = ("id", "created_at", "updated_at", "default_rubric_id")
    fields: dict[str, object] = {name: cell for name, cell in row.items() if name not in unused}
    fields |= {
        name: [item.strip() for item in row[name].split(CELL_SEPARATOR) if item.strip()] for name in _LIST_COLUMNS
    }
    return _parsed(RoleKit, file, {**fields, "default_rubric": row["default_rubric_id"]})


def _items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(CELL_SEPARATOR) if item.strip()]


def _check_kit(file: str, kit: RoleKit, rubrics: Mapping[str, Rubric], patterns: Mapping[str, QuestionPattern]) -> None:
    _member(RoleCategory, kit.role_category, file, kit.key)
    for interview_type in kit.default_interview_types:
        _member(InterviewType, interview_type, file, kit.key)
    if kit.default_rubric not in rubrics:
        raise CatalogError(file, kit.key, f"unknown rubric {kit.default_rubric!r}")
    for pattern in kit.typical_questions:
        if pattern not in patterns:
            raise CatalogError(file, kit.key, f"unknown question pattern {pattern!r}")


def _member(members: type[RoleCategory] | type[InterviewType], value: str, file: str, key: str) -> None:
    if value not in set(members):
        raise CatalogError(file, key, f"{value!r} is not one of {', '.join(members)}")


def _uuid(file: str, key: str, value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError as error:
        raise CatalogError(file, key, f"{value!r} is not a uuid") from error


# ------------------------------------------------------------------ files


def _yaml_items(folder: Traversable, *, single: bool = False) -> Iterable[tuple[str, dict[str, object]]]:
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    for file in files:
        try:
            content = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
        except yaml.YAMLError as error:
            raise CatalogError(file.name, "YAML", str(error)) from error
        items = [content] if single else content
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise CatalogError(file.name, "YAML", "expected a list of mappings")
        for item in items:
            yield file.name, item


_Shaped = TypeVar("_Shaped", Rubric, QuestionPattern, RoleKit)


def _parsed(shape: type[_Shaped], file: str, item: Mapping[str, object]) -> _Shaped:
    try:
        return shape.model_validate(item)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CatalogError(file, str(item.get("key", "?")), f"{where}: {first['msg']}") from error
