"""The words by which a résumé's lines are told apart, read from lexicon.yaml beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from pydantic import Field

from evaluators.lexicon import read_yaml
from schema.base import Shape

Words = frozenset[str]


class Titles(Shape):
    nouns: Words
    marks: Words
    phrases: tuple[str, ...]


class Companies(Shape):
    suffixes: Words
    words: Words
    known: Words


class Places(Shape):
    remote: Words
    us_states: Words
    regions: Words
    cities: Words


class Institutions(Shape):
    words: Words


class Degrees(Shape):
    plain: tuple[str, ...]
    levels: Words


class Names(Shape):
    never: Words
    particles: Words
    honours: Words


class Lexicon(Shape):
    """lexicon.yaml as it is written. `headings`: key words by kind; `headings_whole`: kinds of whole headings."""

    headings: dict[str, Words] = Field(min_length=1)
    fillers: Words
    headings_whole: dict[str, str]
    label_words: Words
    titles: Titles
    departments: Words
    companies: Companies
    places: Places
    institutions: Institutions
    degrees: Degrees
    fields: Words
    families: dict[str, tuple[str, ...]]
    small: Words
    names: Names
    table_titles: Words
    skill_groups: Words


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships."""
    text = resources.files("evaluators.documents.resume").joinpath("lexicon.yaml").read_text(encoding="utf-8")
    return Lexicon.model_validate(read_yaml(text))


_WORD = re.compile(r"[^\W\d_](?:[\w&.'’+-]*\w)?\+*|&|\d+\w*")


def words_of(text: str) -> list[str]:
    """The words of a short text in lower case; "Sr." is "sr", "co-founder" stays one word."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the phrases as whole words, in any case."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)
