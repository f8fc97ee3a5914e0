"""When a sentence says a thing: the small pattern language of release conditions, expected signals and checkpoints.

A cue is a list of terms, all of which one sentence must hold within 25 words, in any order:

    churn rate          both words, each in any of its forms (rate, rates; sort, sorted, sorting, sorts)
    churn|attrition     one of them
    "last year"         these words one after another
    -why                and not this word
    year_on_year|growth  inside a choice, _ joins words that follow one another
    profit*             any word that begins so

Cues are lower case and without punctuation. Matching ignores case, punctuation, common endings, fillers and whether a
contraction is opened ("didn't" is "did not"). Numbers compare by value: "12 percent" in a cue is met by "twelve per
cent" and by "12%".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from schema.spoken import SpokenWord, spoken

MAX_SPAN = 25  # words that a cue may be spread over: speech without full stops is one long sentence
NEAR = 6  # words around a cue in which an unwanted word still spoils it, in a sentence longer than MAX_SPAN

_TERM = re.compile(r'-?"[^"]+"|\S+')
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")

_Phrase = tuple[str, ...]  # stems that follow one another
_Span = tuple[int, int]  # words [first, last)
_Run = tuple[int, int, int]  # words [first, last) and how many of them met a cue


@dataclass(frozen=True, slots=True)
class Found:
    """Where a cue was met: its terms stand in characters [start, end) of the text.

    [quote_start, quote_end) is what to quote: the sentence, or 25 words of a longer one. `words` counts those
    that met the cue.
    """

    cue: str
    start: int
    end: int
    quote_start: int
    quote_end: int
    words: int


def said(cues: Iterable[str], text: str) -> str | None:
    """The first sentence of `text` that meets one of `cues`, as it was said; None where none does.

    Of a sentence longer than 25 words the part around the cue's terms.
    """
    found = find(cues, text)
    return text[found.quote_start : found.quote_end] if found else None


def find(cues: Iterable[str], text: str) -> Found | None:
    """The first place in `text` where one of `cues` is met, or None."""
    compiled = [(cue, _compiled(cue)) for cue in cues]
    for start, end in _sentence_spans(text):
        sentence = _sentence(text[start:end])
        for cue, pattern in compiled:
            run = pattern.met(sentence)
            if run is not None:
                return _found(cue, sentence.words, run, (start, end))
    return None


def sentences(text: str) -> Sequence[str]:
    """`text` cut where sentences and lines end. Speech without full stops is one sentence."""
    return [text[start:end] for start, end in _sentence_spans(text)]


def check(cue: str) -> None:
    """Raises ValueError for a cue that can't be read or wants nothing."""
    _compiled(cue)


def _sentence_spans(text: str) -> list[_Span]:
    ends = [match.span() for match in _SENTENCE.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    spans = zip(starts, [*(start for start, _ in ends), len(text)], strict=True)
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _found(cue: str, words: Sequence[SpokenWord], run: _Run, sentence: _Span) -> Found:
    (first, last, met), (start, end) = run, sentence
    quote = (start, end)
    if len(words) > MAX_SPAN:
        low = max(0, min(first - (MAX_SPAN - (last - first)) // 2, len(words) - MAX_SPAN))
        quote = (start + words[low].start, start + words[low + MAX_SPAN - 1].end)
    return Found(cue, start + words[first].start, start + words[last - 1].end, *quote, words=met)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence's words, with the places of each stem."""

    words: tuple[SpokenWord, ...]
    at: Mapping[str, tuple[int, ...]]

    def places(self, phrase: _Phrase) -> list[_Span]:
        """Where the stems of a phrase follow one another."""
        first = phrase[0]
        starts: Iterable[int] = self.at.get(first, ())
        if first[-1] == "*":
            starts = [at for at, word in enumerate(self.words) if _same(word, first)]
        return [(at, at + len(phrase)) for at in starts if self._goes_on(at, phrase)]

    def _goes_on(self, at: int, phrase: _Phrase) -> bool:
        if at + len(phrase) > len(self.words):
            return False
        return all(_same(self.words[at + k], phrase[k]) for k in range(1, len(phrase)))


@lru_cache(maxsize=1024)
def _sentence(text: str) -> _Sentence:
    words = spoken(text)
    at: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        at.setdefault(word.stem, []).append(place)
    return _Sentence(words, {stem: tuple(places) for stem, places in at.items()})


@dataclass(frozen=True, slots=True)
class _Cue:
    wanted: tuple[tuple[_Phrase, ...], ...]  # all of: any of: these stems one after another
    unwanted: tuple[_Phrase, ...]

    def met(self, sentence: _Sentence) -> _Run | None:
        """The words that meet the cue, closest together; None where it is not met within MAX_SPAN."""
        places: list[list[_Span]] = []
        for choice in self.wanted:
            found = [span for phrase in choice for span in sentence.places(phrase)]
            if not found:
                return None
            places.append(found)
        run = _closest(places)
        return None if run[1] - run[0] > MAX_SPAN or self._spoilt(sentence, run) else run

    def _spoilt(self, sentence: _Sentence, run: _Run) -> bool:
        low, high = 0, len(sentence.words)
        if high > MAX_SPAN:
            low, high = run[0] - NEAR, run[1] + NEAR
        spans = (span for phrase in self.unwanted for span in sentence.places(phrase))
        return any(low <= start and end <= high for start, end in spans)


def _closest(places: Sequence[Sequence[_Span]]) -> _Run:
    """The shortest run of words with a place of each term: around each place of the rarest term, the nearest others."""
    anchors = min(places, key=len)
    runs = [_around(anchor, [spans for spans in places if spans is not anchors]) for anchor in anchors]
    return min(runs, key=lambda run: (run[1] - run[0], -run[2]))


def _around(anchor: _Span, others: Sequence[Sequence[_Span]]) -> _Run:
    low, high = anchor
    met = set(range(low, high))
    for spans in others:
        near = min(spans, key=lambda span: (max(high, span[1]) - min(low, span[0]), span[0] - span[1]))
        low, high = min(low, near[0]), max(high, near[1])
        met |= set(range(*near))
    return low, high, len(met)


def _same(word: SpokenWord, wanted: str) -> bool:
    return word.stem == wanted or (wanted[-1] == "*" and word.plain.startswith(wanted[:-1]))


@lru_cache(maxsize=8192)
def _compiled(cue: str) -> _Cue:
    wanted: list[tuple[_Phrase, ...]] = []
    unwanted: list[_Phrase] = []
    for term in _TERM.findall(cue.lower()):
        if term.startswith("-"):
            unwanted.extend(_choices(term[1:]))
        else:
            wanted.append(_choices(term))
    if not wanted or not all(choice and all(choice) for choice in wanted) or not all(unwanted):
        raise ValueError(f"the cue {cue!r} wants nothing")
    return _Cue(tuple(wanted), tuple(unwanted))


def _choices(term: str) -> tuple[_Phrase, ...]:
    if term.startswith('"'):
        return (_phrase(term.strip('"')),)
    return tuple(_phrase(choice.replace("_", " ")) for choice in term.split("|"))


def _phrase(text: str) -> _Phrase:
    return tuple(word.stem for word in spoken(text))
