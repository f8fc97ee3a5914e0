"""The one pydantic base of the product's JSON shapes: closed, frozen, camelCase where the specification says so."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Shape(BaseModel):
    """snake_case JSON, no unknown keys, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CamelShape(BaseModel):
    """camelCase JSON as in specification 7.2, 7.4 and 12; fields stay snake_case in Python. Dump with by_alias=True."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True, serialize_by_alias=True
    )
