"""Strict JSON of a model: the schema that is asked for, and the reply read against it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from evaluators.ports import Failure, ModelError

_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
# Keywords that strict schema modes do not take; the values are checked after parsing instead.
_LOOSE = ("title", "default", "minimum", "maximum", "exclusiveMinimum", "minLength", "description", "pattern")
M = TypeVar("M", bound=BaseModel)


def strict_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a shape for strict output: every object closed, all its properties required."""
    return dict(_strict(shape.model_json_schema(by_alias=True)))


def parse_strict(content: str, shape: type[M]) -> M:
    """The object in a reply. Raises ModelError: INVALID_JSON, or SCHEMA_MISMATCH with the first wrong place."""
    fenced = _FENCE.match(content)
    try:
        data: Any = json.loads(fenced[1] if fenced else content)
    except json.JSONDecodeError as error:
        raise ModelError(Failure.INVALID_JSON, f"The model's reply is not JSON (line {error.lineno}).") from error
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ModelError(Failure.SCHEMA_MISMATCH, f"The model's reply has no usable {where or 'object'}.") from error


def _strict(node: Any) -> Any:
    """The schema without loose keywords, every object closed with all its properties required."""
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    kept: dict[str, Any] = {}
    for key, value in node.items():
        if key == "properties":  # names of fields, among which "title" is one
            kept[key] = {name: _strict(field) for name, field in value.items()}
        elif key not in _LOOSE:
            kept[key] = _strict(value)
    if "properties" in kept:
        kept |= {"additionalProperties": False, "required": list(kept["properties"])}
    return kept
