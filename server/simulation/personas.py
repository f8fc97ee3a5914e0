"""The simulated candidates: who they are, and what they say, written by hand with labels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, model_validator

from schema.base import Shape
from schema.vocabulary import AnswerStrength, MissingPiece
from server.simulation.questions import Need
from server.simulation.record import Labels, Manner, Subject, Wished

FOLDER = Path(__file__).parent / "personas"
Family = Literal["tech", "data", "product", "commercial", "operations", "people"]
FAMILIES: Mapping[str, Family] = {
    "software_engineer": "tech",
    "platform_engineer": "tech",
    "security_engineer": "tech",
    "data_analyst": "data",
    "data_engineer": "data",
    "quant_researcher": "data",
    "product_manager": "product",
    "product_designer": "product",
    "sales_representative": "commercial",
    "marketing_manager": "commercial",
    "operations_manager": "operations",
    "finance_analyst": "operations",
    "management_consultant": "operations",
    "people_partner": "people",
    "support_specialist": "people",
}


class Line(Shape):
    """One utterance with its labels. `when`: what it answers. `family`: the crafts that it belongs to; null: any."""

    text: str
    labels: Labels
    when: tuple[Need, ...]
    family: Family | None = None
    silence: float = Field(default=0, ge=0)

    @property
    def is_silent(self) -> bool:
        return not self.text


class Group(Shape):
    """Utterances that share their labels. An entry of `lacks` may be "all"; a group of silences has seconds only."""

    manner: Manner = "answer"
    strength: AnswerStrength | None = None
    lacks: tuple[MissingPiece, ...] | Literal["all"] = ()
    wish: Wished | None = None
    contradicts: Subject | None = None
    when: tuple[Need, ...]
    family: Family | None = None
    say: tuple[str, ...] = ()
    silences: tuple[float, ...] = ()

    @model_validator(mode="after")
    def speaks_or_is_silent(self) -> Group:
        """Answers say how strong they are; only a silence has no words."""
        if bool(self.say) == bool(self.silences) or bool(self.silences) != (self.manner == "silence"):
            raise ValueError("a group says something, or is a silence")
        if (self.manner == "answer") != (self.strength is not None) or (self.manner == "wish") != (
            self.wish is not None
        ):
            raise ValueError("an answer has a strength, a wish says which, and nothing else has either")
        return self

    def lines(self) -> tuple[Line, ...]:
        """Each utterance with the group's labels."""
        lacks = tuple(MissingPiece) if self.lacks == "all" else self.lacks
        labels = Labels(self.manner, self.strength, lacks, self.wish, self.contradicts)
        said = [
            Line(text=" ".join(text.split()), labels=labels, when=self.when, family=self.family) for text in self.say
        ]
        quiet = [Line(text="", labels=labels, when=self.when, silence=seconds) for seconds in self.silences]
        return (*said, *quiet)


class Persona(Shape):
    """A candidate. `words_per_second`: how fast they speak; `thinks`: seconds before the first word, from and to.

    `gives_when_probed`: how often a follow-up gets what it asks for; `moods`: how often the manner is another one than
    answering, by what is said then.
    """

    key: str
    about: str
    name: str
    words_per_second: float = Field(default=2.4, gt=0.5, lt=5)
    thinks: tuple[float, float] = (0.6, 2.0)
    gives_when_probed: float = Field(default=1.0, ge=0, le=1)
    moods: dict[Manner, float] = Field(default_factory=dict)
    said: tuple[Group, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Everything this person may say."""
        return tuple(line for group in self.said for line in group.lines())


@lru_cache(maxsize=1)
def load_personas() -> Mapping[str, Persona]:
    """All personas by key. Raises ValidationError or ValueError for a file that breaks its own rules."""
    found = [Persona.model_validate(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.yaml"))]
    return {persona.key: persona for persona in found}
