"""Finds text that speaks to a machine. It is flagged, and otherwise treated as what it is: something written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from evaluators.lexicon import read_yaml
from schema.base import Shape
from schema.documents import DocumentFlag, Span
from schema.vocabulary import DocumentFlagKind

MOST_FLAGS = 10  # of one document; more say nothing new
SHOWN = 160  # characters of a flag's text
_SLOT = re.compile(r"\{([a-z]+)\}")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


class _File(Shape):
    """instructions.yaml as it is written."""

    fragments: dict[str, str]
    always: tuple[str, ...]
    unless_about_work: tuple[str, ...]
    about_work: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    always: re.Pattern[str]
    unless_about_work: re.Pattern[str]
    about_work: re.Pattern[str]


def instructions(text: str) -> tuple[DocumentFlag, ...]:
    """A flag for each place that speaks to a machine, at most ten, in order."""
    flags: list[DocumentFlag] = []
    for start, end in _merged(_found(text)):
        shown = " ".join(text[start : end + SHOWN].split())[:SHOWN]
        flags.append(DocumentFlag(kind=DocumentFlagKind.INSTRUCTION, text=shown, span=Span(start=start, end=end)))
    return tuple(flags[:MOST_FLAGS])


def speaks_to_a_machine(text: str) -> bool:
    """Whether a short text, such as words that were hidden, does so anywhere."""
    return next(_found(_INVISIBLE.sub("", text)), None) is not None


def _found(text: str) -> Iterator[tuple[int, int]]:
    patterns = _patterns()
    for match in patterns.always.finditer(text):
        yield match.span()
    for match in patterns.unless_about_work.finditer(text):
        if not patterns.about_work.search(_line_around(text, *match.span())):
            yield match.span()


def _line_around(text: str, start: int, end: int) -> str:
    """The line of a match and the one before: a sentence may have begun there."""
    first = text.rfind("\n", 0, max(text.rfind("\n", 0, start), 0)) + 1
    last = text.find("\n", end)
    return text[first : last if last >= 0 else len(text)]


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Matches that overlap or stand in one sentence are one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] < 80:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@cache
def _patterns() -> _Patterns:
    source = resources.files("evaluators.documents").joinpath("instructions.yaml").read_text(encoding="utf-8")
    file = _File.model_validate(read_yaml(source))
    return _Patterns(
        always=_either(file.always, file.fragments),
        unless_about_work=_either(file.unless_about_work, file.fragments),
        about_work=re.compile(rf"\b(?:{file.about_work})", re.IGNORECASE),
    )


def _either(ways: tuple[str, ...], fragments: dict[str, str]) -> re.Pattern[str]:
    filled = (_SLOT.sub(lambda slot: fragments[slot[1]], way) for way in ways)
    spaced = (way.replace(" ", r"\s+").replace(r"\s+?", r"\s*") for way in filled)
    return re.compile(rf"(?:(?<!\w)|(?=\W))(?:{'|'.join(spaced)})(?:(?!\w)|(?<=\W))", re.IGNORECASE)
