"""The shipped question patterns with the files they stand in, and failures that name file, key and text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from schema.patterns import QuestionPattern
from schema.vocabulary import PatternType
from seeds.catalog import load_catalog
from seeds.question_patterns import texts
from seeds.reading import yaml_items

CATALOG = load_catalog()


@dataclass(frozen=True, slots=True)
class Shipped:
    file: str
    pattern: QuestionPattern

    def says(self, problem: str, text: str = "") -> str:
        """One line of a failure."""
        return f"{self.file}: {self.pattern.key}: {problem}" + (f": {text!r}" if text else "")


def _shipped() -> tuple[Shipped, ...]:
    items = yaml_items(resources.files("seeds").joinpath("patterns"))
    return tuple(Shipped(file, CATALOG.patterns[str(item["key"])]) for file, item in items)


SHIPPED = _shipped()
QUESTIONS = tuple(item for item in SHIPPED if item.pattern.pattern_type is not PatternType.PROBE)
# What can be followed up: the last question of an interview is answered, not probed.
FOLLOWED = tuple(item for item in QUESTIONS if item.pattern.pattern_type is not PatternType.CLOSE)


def spoken() -> Iterator[tuple[Shipped, str, str]]:
    """Everything that may be said: whose it is, its place in the pattern, the text."""
    for item in SHIPPED:
        for field, text in texts(item.pattern):
            yield item, field, text


def none_of(problems: list[str]) -> None:
    """Fails with one line a problem."""
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems)
