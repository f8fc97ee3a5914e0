"""Reads the rubrics. A dimension's text stands once; another rubric takes it over by reference and may weigh it anew.

A file's dimensions are written out in full, or as `include: RUBRIC.DIMENSION` with what differs beside it: the weight,
the description, or all anchors.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from schema.rubric import Rubric
from schema.vocabulary import InterviewType, Seniority
from seeds.reading import CatalogError, parsed, yaml_files, yaml_mapping

ANCHOR_SCORES = (0, 1, 2, 3, 4, 5)
CHOICE = "choice.yaml"  # which rubric judges which interview type

_Written = Mapping[str, object]


def read_rubrics(folder: Traversable) -> dict[str, Rubric]:
    """All rubrics by key, references followed. Raises CatalogError."""
    written = {file.name: yaml_mapping(file) for file in yaml_files(folder) if file.name != CHOICE}
    known = _written_out(written)
    rubrics: dict[str, Rubric] = {}
    for name, item in written.items():
        rubric = parsed(Rubric, name, _followed(name, item, known))
        if rubric.key in rubrics:
            raise CatalogError(name, rubric.key, "this key is used twice")
        _check_rubric(name, rubric)
        rubrics[rubric.key] = rubric
    if sum(rubric.is_default for rubric in rubrics.values()) != 1:
        raise CatalogError("rubrics", "is_default", "exactly one rubric is the default")
    return rubrics


def read_choice(folder: Traversable, rubrics: Mapping[str, Rubric]) -> dict[InterviewType, str]:
    """The key of the rubric for each interview type that has one of its own. Raises CatalogError."""
    choice: dict[InterviewType, str] = {}
    for name, key in yaml_mapping(folder.joinpath(CHOICE)).items():
        if name not in set(InterviewType):
            raise CatalogError(CHOICE, name, f"is not one of {', '.join(InterviewType)}")
        if key not in rubrics:
            raise CatalogError(CHOICE, name, f"unknown rubric {key!r}")
        choice[InterviewType(name)] = str(key)
    return choice


def _written_out(files: Mapping[str, _Written]) -> dict[str, _Written]:
    """Every dimension that some file writes out, by "rubric.dimension"."""
    return {
        f"{item.get('key')}.{dimension.get('key')}": dimension
        for item in files.values()
        for dimension in _dimensions(item)
        if isinstance(dimension, dict) and "include" not in dimension
    }


def _dimensions(item: _Written) -> list[object]:
    found = item.get("dimensions")
    return found if isinstance(found, list) else []


def _followed(file: str, item: _Written, known: Mapping[str, _Written]) -> dict[str, object]:
    if not isinstance(item.get("dimensions"), list):
        return dict(item)
    return {**item, "dimensions": [_scored(_whole(file, dimension, known)) for dimension in _dimensions(item)]}


def _whole(file: str, dimension: object, known: Mapping[str, _Written]) -> object:
    if not isinstance(dimension, dict) or "include" not in dimension:
        return dimension
    reference = str(dimension["include"])
    if reference not in known:
        raise CatalogError(file, reference, "no rubric writes this dimension out")
    own = {name: value for name, value in dimension.items() if name != "include"}
    return {**known[reference], **own}


def _scored(dimension: object) -> object:
    """A level's anchors are written as bare sentences, the score 0 first."""
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
