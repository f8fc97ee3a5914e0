"""Cuts turns into sentences and mutes those that are copied, repeated, stuffed with keywords or meant for the judge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from evaluators.evidence import GroundTurn
from evaluators.lexicon import Cue, lexicon

LONG_SENTENCE = 40  # words; longer ones (speech without punctuation) are cut at a conjunction
STUFFED_BELOW = 0.25  # share of function words; English speech has about half, a list of keywords hardly any
STUFFED_FROM = 8  # words; shorter fragments are left alone
COPY_SHARE = 0.7  # share of a sentence's word triples that the interviewer had already said
SAME_SHARE = 0.8  # share of common words at which a sentence is one that was already said

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]]*\s+|\n+")
_CONJUNCTION = re.compile(r"\s+(?=(?:and then|and so|and|so|but|because|then)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, last) of a turn, and why they earn nothing where they do not."""

    turn: GroundTurn
    first: int
    last: int
    muted: str | None = None  # "copied", "repeated", "stuffed", "to_the_judge"

    @property
    def start(self) -> int:
        return self.turn.words[self.first].start

    @property
    def text(self) -> str:
        return self.turn.turn.text[self.start : self.turn.words[self.last - 1].end].replace("’", "'")

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.turn.words[self.first : self.last] if word.key)


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at tokens [first, last) of its sentence's turn. `word` is the matched text in lower case."""

    cue: Cue
    sentence: Sentence
    first: int
    last: int
    word: str


def sentences_of(turn: GroundTurn) -> list[Sentence]:
    """The turn cut at full stops, and long runs of speech cut at conjunctions."""
    starts = {0, *(m.end() for m in _SENTENCE_END.finditer(turn.turn.text))}
    cuts = [i for i, word in enumerate(turn.words) if word.start in starts]
    cuts = sorted({0, *cuts, len(turn.words)})
    pieces = [Sentence(turn, a, b) for a, b in pairwise(cuts) if b > a]
    return [part for piece in pieces for part in _shortened(piece)]


def _shortened(sentence: Sentence) -> list[Sentence]:
    if sentence.last - sentence.first <= LONG_SENTENCE:
        return [sentence]
    offsets = {sentence.start + m.end() for m in _CONJUNCTION.finditer(sentence.text)}
    cuts, last = [sentence.first], sentence.first
    for i in range(sentence.first, sentence.last):
        if sentence.turn.words[i].start in offsets and i - last >= LONG_SENTENCE // 3:
            cuts.append(i)
            last = i
    cuts.append(sentence.last)
    return [Sentence(sentence.turn, a, b) for a, b in pairwise(cuts) if b > a]


def muted(sentence: Sentence, interviewer: set[tuple[str, ...]], said: Sequence[frozenset[str]]) -> str | None:
    keys = sentence.keys
    if lexicon().finds("to_the_judge", sentence.text):
        return "to_the_judge"
    triples = triples_of(keys)
    if len(triples) >= 3 and sum(t in interviewer for t in triples) / len(triples) >= COPY_SHARE:
        return "copied"
    if len(keys) >= 5 and any(_same(frozenset(keys), earlier) for earlier in said):
        return "repeated"
    functional = sum(
        word.text.casefold().strip(".,!?;:").replace("’", "'") in lexicon().words["function_words"]
        for word in sentence.turn.words[sentence.first : sentence.last]
    )
    if len(keys) >= STUFFED_FROM and functional / len(keys) < STUFFED_BELOW:
        return "stuffed"
    return None


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    small, large = sorted((len(one), len(other)))
    if small < SAME_SHARE * large:  # spares the comparison of nearly all pairs
        return False
    return len(one & other) >= SAME_SHARE * max(1, len(one | other))


def triples_of(keys: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(keys[i : i + 3]) for i in range(len(keys) - 2)]
