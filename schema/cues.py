"""When a sentence says a thing: the small pattern language of release conditions, expected signals and checkpoints.

A cue is a list of terms, all of which one sentence must hold, in any order:

    churn rate          both words, each in any of its forms (rate, rates; sort, sorted, sorting, sorts)
    churn|attrition     one of them
    "last year"         these words one after another
    -why                and not this word
    year_on_year|growth  inside a choice, _ joins words that follow one another

Cues are lower case and without punctuation. Matching ignores case, punctuation and common endings. Numbers are
written in figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_TERM = re.compile(r'"[^"]+"|\S+')
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ies", "ied", "ers", "es", "ed", "er", "ly", "s", "e", "y")
_LEAST_STEM = 3


def said(cues: Iterable[str], text: str) -> str | None:
    """The first sentence of `text` that meets one of `cues`, as it was said; None where none does."""
    compiled = [_compiled(cue) for cue in cues]
    for sentence in sentences(text):
        stems = _stems(sentence)
        if any(cue.met(stems) for cue in compiled):
            return sentence
    return None


def sentences(text: str) -> Sequence[str]:
    """`text` cut where sentences and lines end. Speech without full stops is one sentence."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


@dataclass(frozen=True, slots=True)
class _Cue:
    wanted: tuple[tuple[tuple[str, ...], ...], ...]  # all of: any of: these stems one after another
    unwanted: tuple[tuple[str, ...], ...]

    def met(self, stems: Sequence[str]) -> bool:
        if any(_holds(stems, phrase) for phrase in self.unwanted):
            return False
        return all(any(_holds(stems, phrase) for phrase in choice) for choice in self.wanted)


@lru_cache(maxsize=8192)
def _compiled(cue: str) -> _Cue:
    wanted: list[tuple[tuple[str, ...], ...]] = []
    unwanted: list[tuple[str, ...]] = []
    for term in _TERM.findall(cue.lower()):
        if term.startswith("-"):
            unwanted.append(_phrase(term[1:]))
        elif term.startswith('"'):
            wanted.append((_phrase(term.strip('"')),))
        else:
            wanted.append(tuple(_phrase(choice.replace("_", " ")) for choice in term.split("|")))
    if not wanted or not all(all(choice) for choice in wanted):
        raise ValueError(f"the cue {cue!r} wants nothing")
    return _Cue(tuple(wanted), tuple(phrase for phrase in unwanted if phrase))


def check(cue: str) -> None:
    """Raises ValueError for a cue that can't be read or wants nothing."""
    _compiled(cue)


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(_stems(text))


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(_stem(word.replace("’", "'")) for word in _WORD.findall(text.lower()))


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    if word.isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] == word[-2] else word


def _holds(stems: Sequence[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(stems[at : at + size]) == phrase for at in range(len(stems) - size + 1))
