"""The word classes and expressions that the reading of job ads knows, compiled from words.yaml and cues.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from pydantic import Field

from evaluators.lexicon import read_yaml
from schema.base import Shape


class Section(StrEnum):
    """What a part of an ad is about."""

    OPENING = "opening"  # before the first heading, and ads without headings
    RESPONSIBILITIES = "responsibilities"
    MUST_HAVE = "must_have"
    NICE_TO_HAVE = "nice_to_have"
    STACK = "stack"  # a row of tags
    OWN_STACK = "own_stack"  # what the company works with; it tells of the job and is asked of nobody
    INDUSTRY = "industry"
    FACTS = "facts"  # place, hours, kind of contract
    ABOUT = "about"  # the company
    OFFER = "offer"
    APPLY = "apply"
    LEGAL = "legal"


_CUES = ("idle", "company", "seeks", "benefits", "asks", "requires", "nice", "must", "injected", "years", "seniority")


class _Heading(Shape):
    section: Section
    found: tuple[str, ...] = Field(min_length=1)


class _Cues(Shape):
    """cues.yaml as it is written."""

    headings: tuple[_Heading, ...]
    idle: tuple[str, ...]
    company: tuple[str, ...]
    seeks: tuple[str, ...]
    benefits: tuple[str, ...]
    asks: tuple[str, ...]
    requires: tuple[str, ...]
    nice: tuple[str, ...]
    must: tuple[str, ...]
    injected: tuple[str, ...]
    years: tuple[str, ...]
    seniority: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobLexicon:
    """`words`: word classes by name. `verb_forms`: base, -s and -ing forms with their base."""

    words: Mapping[str, frozenset[str]]
    headings: tuple[tuple[Section, re.Pattern[str]], ...]
    cues: Mapping[str, re.Pattern[str]]
    bases: frozenset[str]
    third_persons: Mapping[str, str]
    gerunds: Mapping[str, str]

    def finds(self, cue: str, text: str) -> bool:
        return self.cues[cue].search(text) is not None


@cache
def job_lexicon() -> JobLexicon:
    """The lexicon that ships."""
    folder = resources.files("evaluators").joinpath("documents", "job")
    listed = read_yaml(folder.joinpath("words.yaml").read_text(encoding="utf-8"))
    cues = _Cues.model_validate(read_yaml(folder.joinpath("cues.yaml").read_text(encoding="utf-8")))
    if not isinstance(listed, dict):
        raise TypeError("words.yaml is no mapping")
    words = {str(name): frozenset(str(text).split()) for name, text in listed.items()}
    bases = words["verbs"]
    roles = "|".join(sorted(words["role_nouns"]))
    return JobLexicon(
        words=words,
        headings=tuple((heading.section, _any(heading.found)) for heading in cues.headings),
        cues={name: _any(tuple(part.replace("{role}", roles) for part in getattr(cues, name))) for name in _CUES},
        bases=bases,
        third_persons={_third_person(base): base for base in bases},
        gerunds={form: base for base in (*bases, *words["gerunds_only"]) for form in _gerunds(base)},
    )


def _any(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression})" for expression in expressions), re.IGNORECASE)


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _gerunds(base: str) -> tuple[str, ...]:
    """The -ing forms that a base may have; a wrong one ("develop" → "developping") is never met."""
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return (base[:-1] + "ing",)
    return (base + "ing", base + base[-1] + "ing")
