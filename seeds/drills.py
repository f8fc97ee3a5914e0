"""Reads the micro drills: what is asked, for how long, and what a note looks for in the answer."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Self

from pydantic import Field, model_validator

from schema.base import Shape
from schema.vocabulary import MissingPiece, RoleCategory
from seeds.reading import CatalogError, parsed, yaml_list

LEAST_PROMPTS = 3  # so that a drill that comes back asks otherwise


class DrillKind(StrEnum):
    SHORT_ANSWER = "short_answer"
    STORYTELLING = "storytelling"
    METRICS = "metrics"
    OPENING = "opening"
    CLARIFYING = "clarifying"


class DrillCheck(StrEnum):
    """What a note can look for in an answer."""

    SITUATION = "situation"
    PROBLEM = "problem"
    OWN_ACTION = "own_action"
    TWO_ACTIONS = "two_actions"
    DECISION = "decision"
    REASON = "reason"
    FIGURE = "figure"
    CHANGE = "change"  # a figure with where it started
    CHECKED = "checked"
    WEIGHED = "weighed"
    OUTCOME = "outcome"
    LESSON = "lesson"
    SINCE = "since"  # what is done differently since
    MISTAKE = "mistake"
    INITIATIVE = "initiative"
    SIGNPOST = "signpost"
    PLAN = "plan"
    FOUND = "found"
    TOOL = "tool"
    DISAGREEMENT = "disagreement"
    SETTLED = "settled"
    PERSON = "person"
    TWO_QUESTIONS = "two_questions"


class Drill(Shape):
    """One micro drill. It trains a missing piece or a dimension; `good_has` names the drilled thing first.

    `role_categories` empty: it suits every role. `about`: words of which an answer to a made-up scene uses one.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1, max_length=60)
    kind: DrillKind
    prompts: tuple[str, ...] = Field(min_length=LEAST_PROMPTS)
    seconds: int = Field(ge=30, le=90)
    piece: MissingPiece | None = None
    dimension: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9_]*$")
    role_categories: tuple[RoleCategory, ...] = ()
    why: str
    good_has: tuple[DrillCheck, ...] = Field(min_length=1)
    about: tuple[str, ...] = ()

    @property
    def aim(self) -> str:
        """The piece or the dimension that it trains."""
        return self.piece.value if self.piece else str(self.dimension)

    @model_validator(mode="after")
    def _trains_one_thing(self) -> Self:
        if (self.piece is None) == (self.dimension is None):
            raise ValueError("a drill trains a piece or a dimension, and not both")
        if len(set(self.prompts)) != len(self.prompts):
            raise ValueError("two prompts are the same")
        if len(set(self.good_has)) != len(self.good_has):
            raise ValueError("good_has names one thing twice")
        return self

    def suits(self, role_category: str) -> bool:
        """Whether it is for this role; a category that is not known gets what suits every role."""
        return not self.role_categories or role_category in self.role_categories


@cache
def load_drills() -> Mapping[str, Drill]:
    """The drills that ship, by key, in the file's order. Raises CatalogError."""
    return MappingProxyType(read_drills(resources.files("seeds").joinpath("drills.yaml")))


def read_drills(file: Traversable) -> dict[str, Drill]:
    """The drills of a file; no two share a key or a prompt. Raises CatalogError."""
    drills: dict[str, Drill] = {}
    owners: dict[str, str] = {}
    for item in yaml_list(file):
        drill = parsed(Drill, file.name, item)
        if drill.key in drills:
            raise CatalogError(file.name, drill.key, "this key is used twice")
        for prompt in drill.prompts:
            if prompt in owners:
                raise CatalogError(file.name, drill.key, f"has a prompt of {owners[prompt]!r}")
            owners[prompt] = drill.key
        drills[drill.key] = drill
    return drills
