"""Strict JSON of a model: the schema that is asked for, the reply read against it, and one repair of a faulty one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from evaluators.ports import Failure, ModelClient, ModelError
from prompts.library import as_data

_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_THINKING = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)  # some local models think aloud before they answer
# Keywords that strict schema modes do not take; the values are checked after parsing instead.
_LOOSE = ("title", "default", "minimum", "maximum", "exclusiveMinimum", "minLength", "description", "pattern")
REPAIRABLE = frozenset({Failure.INVALID_JSON, Failure.SCHEMA_MISMATCH})
MOST_FAULTS = 8  # named in a repair; a reply with more is wrong altogether
MOST_SHOWN = 20_000  # characters of the faulty reply that go back
M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked(Generic[T]):
    """A model's answer read as `value`. `raw` holds what it wrote, the faulty reply first where one was repaired."""

    value: T
    raw: tuple[str, ...]
    model: str


class Unusable(ModelError):  # noqa: N818 - says what happened
    """A reply that was no use even after its repair, or no reply at all; `raw` is what the model wrote."""

    def __init__(self, error: ModelError, raw: tuple[str, ...]) -> None:
        super().__init__(error.reason, str(error), error.status, error.fault)
        self.raw = raw


def strict_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a shape for strict output: every object closed, all its properties required."""
    return dict(_strict(shape.model_json_schema(by_alias=True)))


def parse_strict(content: str, shape: type[M]) -> M:
    """The object in a reply. Raises ModelError: INVALID_JSON, or SCHEMA_MISMATCH with the first wrong place.

    Its `fault` tells the model what was wrong, in words of ours: names of fields, never what stood in them.
    """
    bare = _THINKING.sub("", content)
    fenced = _FENCE.match(bare)
    try:
        data: Any = json.loads(fenced[1] if fenced else bare)
    except json.JSONDecodeError as error:
        fault = f"It is not one JSON object: {error.msg} at line {error.lineno}, column {error.colno}."
        message = f"The model's reply is not JSON (line {error.lineno})."
        raise ModelError(Failure.INVALID_JSON, message, fault=fault) from error
    except RecursionError as error:
        message = "The model's reply is nested too deeply."
        raise ModelError(Failure.INVALID_JSON, message, fault=message) from error
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        where = _place(error.errors()[0]["loc"])
        message = f"The model's reply has no usable {where or 'object'}."
        raise ModelError(Failure.SCHEMA_MISMATCH, message, fault=_faults(error)) from error


async def ask_strict(
    model: ModelClient,
    *,
    system: str,
    user: str,
    schema_name: str,
    schema: Mapping[str, object],
    parse: Callable[[str], T],
    temperature: float = 0.0,
    seed: int = 1,
) -> Asked[T]:
    """One answer in strict JSON. A reply that `parse` refuses goes back once with its fault; then it is a failure.

    `parse` reads the reply's text and raises ModelError; INVALID_JSON and SCHEMA_MISMATCH are repaired, with the
    error's `fault` (or its message) as what was wrong. Raises Unusable, which is a ModelError.
    """
    raw: tuple[str, ...] = ()
    asked_system, asked_user = system, user
    for last in (False, True):
        try:
            reply = await model.complete(
                system=asked_system,
                user=asked_user,
                schema_name=schema_name,
                schema=schema,
                temperature=temperature,
                seed=seed,
            )
            raw = (*raw, reply.content)
            return Asked(parse(reply.content), raw, reply.model)
        except ModelError as error:
            if last or error.reason not in REPAIRABLE or not raw:
                raise Unusable(error, raw) from error
            asked_system, asked_user = system + _repair(error), f"{user}\n\n{_shown(raw[-1])}"
    raise AssertionError("unreachable: the second pass returns or raises")


def _repair(error: ModelError) -> str:
    return (
        "\n\nYou have answered once already; your answer stands last among the data, as your_last_reply. It could not "
        f"be used. {error.fault or error} Answer again with the whole JSON object, this time without that fault, and "
        "with nothing before or after it.\n"
    )


def _shown(reply: str) -> str:
    """The faulty reply as one JSON string, so that it cannot close its fence."""
    return as_data("your_last_reply", json.dumps(reply[:MOST_SHOWN], ensure_ascii=False))


def _faults(error: ValidationError) -> str:
    """What is wrong, place by place, in pydantic's words and without the values."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    said = [f"{_place(item['loc']) or 'the object'}: {item['msg']}" for item in found[:MOST_FAULTS]]
    more = len(found) - len(said)
    return "Faults: " + "; ".join(said) + (f"; and {more} more" if more > 0 else "") + "."


def _place(loc: tuple[int | str, ...]) -> str:
    """A path of names and indices; a name that the model made up is shortened to letters that can do no harm."""
    return ".".join(re.sub(r"\W+", "_", str(part))[:40] for part in loc)


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
