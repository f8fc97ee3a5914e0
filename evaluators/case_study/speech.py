"""What a candidate said to a case, sentence by sentence, and the proof of what a cue finds in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from evaluators.evidence import MAX_QUOTE_WORDS, Ground, GroundTurn, Place, evidence_at
from evaluators.lexicon import lexicon
from evaluators.sentences import COPY_SHARE, STUFFED_BELOW, STUFFED_FROM, triples_of
from evaluators.words import SENTENCE_END, compared, unsure
from schema.analysis import Evidence
from schema.cues import find

LEAST_QUOTE_WORDS = 3  # fewer are widened to the words around them


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of a candidate's turn: characters [start, end). Speech without full stops is one sentence."""

    turn: GroundTurn
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.turn.turn.text[self.start : self.end]


def sentences(on: Ground, turns: Collection[int]) -> tuple[Spoken, ...]:
    """The sentences of the candidate's turns with these indices, in order."""
    return tuple(one for turn in on.turns if turn.index in turns for one in _cut(turn))


def _cut(turn: GroundTurn) -> Iterator[Spoken]:
    text = turn.turn.text
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield Spoken(turn, start, end)


def own_words(said: Sequence[Spoken], on: Ground, given: Sequence[str]) -> tuple[Spoken, ...]:
    """The sentences that can earn a checkpoint: no words of the interviewer's or the case's, no row of keywords."""
    theirs = {triple for keys in on.interviewer for triple in triples_of(keys)}
    theirs |= {triple for text in given for triple in triples_of(_keys(text))}
    return tuple(one for one in said if not _is_theirs(one, theirs) and not _is_stuffed(one))


def _keys(text: str) -> list[str]:
    return [key for word in text.split() if (key := compared(word))]


def _is_theirs(one: Spoken, theirs: set[tuple[str, ...]]) -> bool:
    triples = triples_of(_keys(one.text))
    return bool(triples) and sum(triple in theirs for triple in triples) >= COPY_SHARE * len(triples)


def _is_stuffed(one: Spoken) -> bool:
    """Whether a sentence is hardly more than keywords. A figure is no keyword: sums are said without small words."""
    small = lexicon().words["function_words"]
    words = [word.casefold().strip(".,!?;:").replace("’", "'") for word in one.text.split()]
    plain = sum(word in small or any(char.isdigit() for char in word) for word in words)
    return len(words) >= STUFFED_FROM and plain < STUFFED_BELOW * len(words)


def shown(cues: Sequence[str], said: Sequence[Spoken], why: str) -> Evidence | None:
    """The first sentence that meets a cue, as a proved quote; None where none does."""
    for one in said:
        found = find(cues, one.text)
        if found is not None:
            proof = quoted(one, found.start, found.end, why)
            if proof is not None:
                return proof
    return None


def quoted(one: Spoken, start: int, end: int, why: str) -> Evidence | None:
    """The sentence as evidence, or 25 words around its characters [start, end).

    None where those words were heard unsurely or speak to the judge.
    """
    turn = one.turn
    inside = [i for i, word in enumerate(turn.words) if one.start <= word.start < one.end]
    core = [i for i in inside if turn.words[i].end > one.start + start and turn.words[i].start < one.start + end]
    if not core or len(core) > MAX_QUOTE_WORDS or any(unsure(turn.heard[i]) or i in turn.barred for i in core):
        return None
    first, last = core[0], core[-1] + 1
    while last - first < MAX_QUOTE_WORDS:
        wider = _widened(turn, first, last, inside)
        if wider == (first, last):
            break
        first, last = wider
    if last - first < min(LEAST_QUOTE_WORDS, len(inside)) or last - first < 2:
        return None
    return evidence_at(Place(turn, first, last), why)


def _widened(turn: GroundTurn, first: int, last: int, inside: Sequence[int]) -> tuple[int, int]:
    """One word more on each side where it stands in the sentence and was heard surely."""

    def sound(i: int) -> bool:
        return inside[0] <= i <= inside[-1] and not unsure(turn.heard[i]) and i not in turn.barred

    low = first - 1 if sound(first - 1) else first
    high = last + 1 if last - low < MAX_QUOTE_WORDS and sound(last) else last
    return low, high
