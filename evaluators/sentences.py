"""Cuts turns into sentences and mutes those that can earn nothing.

Muted are: what was said before, what only repeats the question, lists of keywords, self-praise that nobody can check,
what speaks to the judge, and what the speaker takes back or contradicts in the same breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from evaluators.evidence import GroundTurn
from evaluators.lexicon import Cue, lexicon
from evaluators.words import SENTENCE_END, Token

LONG_SENTENCE = 40  # words; longer ones (speech without punctuation) are cut at a conjunction
STUFFED_BELOW = 0.25  # share of function words; English speech has about half, a list of keywords hardly any
STUFFED_FROM = 8  # words; shorter fragments are left alone
HOLLOW_REST = 0.15  # share of its content in other words that a hollow sentence may have
HOLLOW_FROM = 13  # words; shorter ones may end a story: "It worked."
COPY_SHARE = 0.7  # share of a sentence's word triples that the interviewer had already said
SAME_SHARE = 0.8  # share of common words at which a sentence is one that was already said

LIST_ITEMS = 5  # short items one after another, from which a sentence is a list
LIST_SHARE = 0.2  # of a sentence's words that stand in the list
ITEM_WORDS = 3
RESTATED = 0.8  # share of a sentence's content that stands in one question
STEM = 5  # letters
COPIED_RUN = 5  # words
DENIED_WORDS = 2  # after "not", that it denies

_ABOUT_ASKING = frozenset({"question", "questions", "asking", "asked", "ask", "answer", "good", "great", "interesting"})
_ITEM_END = re.compile(r"[,;:]\s*(?:and |or )?|\s+(?:and|or)\s+")
_VERBAL = re.compile(
    r"\w+ed|i|we|he|she|they|it|you|was|were|had|is|are|to|did|ran|went|took|because|so|if|\d+|"
    r"what|what's|who|who's|how|where|when|with|without|alone"
)
_COUNTED = frozenset(
    {"percent", "hundred", "thousand", "million", "seconds", "minutes", "hours", "weeks", "months", "years"}
)
_OPENER = re.compile(r"(?:(?:so|but|because|then|well|yeah|and|now)[\s,]+)*", re.IGNORECASE)
_THEN_AND_NOW = re.compile(
    r"\b(?:so|but|because|instead|now|then|until|till|before|after|later|since then|any ?more|at first|yet|once|unless|"
    r"tomorrow)\b",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\s+(?=(?:and then|and so|and|so|but|because|then)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, last) of a turn, and why they earn nothing where they do not."""

    turn: GroundTurn
    first: int
    last: int
    # "copied", "repeated", "stuffed", "hollow", "boast", "taken_back", "contradicted", "to_the_judge", or "private"
    # (evaluators.worklife)
    muted: str | None = None

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
    starts = {0, *(m.end() for m in SENTENCE_END.finditer(turn.turn.text))}
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


def muted(
    sentence: Sentence,
    interviewer: set[tuple[str, ...]],
    said: Said,
    questions: Sequence[frozenset[str]] = (),
) -> str | None:
    """Why a sentence earns nothing, or None. `questions` are the content stems of each of the interviewer's turns."""
    keys, text = sentence.keys, sentence.text
    if sentence.turn.barred & set(range(sentence.first, sentence.last)):
        return "to_the_judge"
    for name in ("boast", "taken_back"):
        if lexicon().finds(name, text):
            return name
    triples = triples_of(keys)
    asks = text.endswith("?") and bool(triples)
    if (len(triples) >= 3 or asks) and sum(t in interviewer for t in triples) / len(triples) >= COPY_SHARE:
        return "copied"
    if _restates(text, questions):
        return "copied"
    if len(keys) >= 5 and said.has(frozenset(keys)):
        return "repeated"
    if _is_stuffed(sentence):
        return "stuffed"
    if len(keys) >= HOLLOW_FROM and not text.endswith("?") and is_hollow(text):
        return "hollow"
    return "contradicted" if contradicts_itself(text) else None


def _is_stuffed(sentence: Sentence) -> bool:
    """Whether a sentence is mostly keywords: hardly any function words, or a long row of bare nouns."""
    small = lexicon().words["function_words"]
    spoken = [word.text.casefold().strip(".,!?;:").replace("’", "'") for word in _tokens(sentence)]
    keys = len(sentence.keys)
    if keys >= STUFFED_FROM and sum(word in small for word in spoken) / keys < STUFFED_BELOW:
        return True
    return _listed(sentence.text) >= max(LIST_ITEMS, LIST_SHARE * keys)


def is_hollow(text: str) -> bool:
    """Whether a text is made of words that fit every answer to every question, without a figure or a name."""
    empty = _empty_stems()
    words = [word.strip(".,!?;:()\"'") for word in text.replace("’", "'").split()]
    stems = content_stems(word for word in words if not word.endswith("ly"))
    told = stems - empty
    if sum(stem.removesuffix("s") not in empty for stem in told) > HOLLOW_REST * len(stems):
        return False
    named = any(word[:1].isupper() and word.split("'")[0] != "I" for word in words[1:])
    return not named and not any(
        lexicon().finds(name, text) for name in ("quantity", "percent", "money", "bare_number")
    )


@cache
def _empty_stems() -> frozenset[str]:
    """The beginnings of the words that tell nothing by themselves."""
    words = lexicon().words
    empty = words["generic"] | words["abstract"] | words["claiming"] | words["idle_terms"]
    return content_stems(word for word in empty)


def _tokens(sentence: Sentence) -> tuple[Token, ...]:
    return sentence.turn.words[sentence.first : sentence.last]


def _listed(text: str) -> int:
    """How many words stand in the longest row of at least LIST_ITEMS short items, each of nouns only."""
    longest = row = items = 0
    for item in _ITEM_END.split(text.casefold()):
        words = item.split()
        bare = 0 < len(words) <= ITEM_WORDS and not any(_VERBAL.fullmatch(word) for word in words)
        row, items = (row + len(words), items + 1) if bare else (0, 0)
        longest = max(longest, row) if items >= LIST_ITEMS else longest
    return longest


def content_stems(words: Iterable[str]) -> frozenset[str]:
    """The words that carry the meaning, cut to their first letters so that forms of one word are one."""
    small = lexicon().words["function_words"]
    plain = (word.casefold().replace("’", "'").strip(".,!?;:()\"'") for word in words)
    return frozenset(word[:STEM] for word in plain if word not in small | _ABOUT_ASKING and len(word) > 2)


def _restates(text: str, questions: Sequence[frozenset[str]]) -> bool:
    stems = content_stems(text.split())
    return len(stems) >= 3 and any(len(stems & asked) >= RESTATED * len(stems) for asked in questions)


def contradicts_itself(text: str) -> bool:
    """Whether one sentence says and denies the same thing, with no word of time that would make both true."""
    opener = _OPENER.match(text)
    if _THEN_AND_NOW.search(text, opener.end() if opener else 0):
        return False
    words = [word.strip('.,!?;:"') for word in text.casefold().replace("’", "'").split()]
    denied: set[int] = set()
    for i, word in enumerate(words):
        if word in ("not", "never", "no") or word.endswith("n't"):
            denied |= set(range(i + 1, min(len(words), i + 1 + DENIED_WORDS)))
    small = lexicon().words["function_words"]
    told = {word for k, word in enumerate(words) if k not in denied}
    return any(len(words[k]) > 4 and words[k] not in small | _COUNTED and words[k] in told for k in denied)


class Said:
    """The sentences that were said so far, for telling a repetition without comparing with each of them."""

    def __init__(self) -> None:
        self._sentences: list[frozenset[str]] = []
        self._with: dict[str, list[int]] = {}  # word -> the sentences that have it

    def add(self, keys: frozenset[str]) -> None:
        for key in keys:
            self._with.setdefault(key, []).append(len(self._sentences))
        self._sentences.append(keys)

    def has(self, keys: frozenset[str]) -> bool:
        """Whether SAME_SHARE of the words of this sentence and an earlier one are the same.

        Such a pair shares at least one of any 1 - SAME_SHARE of the words, so that the rarest ones find it.
        """
        places = sorted((self._with.get(key, []) for key in keys), key=len)
        rarest = places[: int((1 - SAME_SHARE) * len(keys)) + 1]
        return any(_same(keys, self._sentences[i]) for i in {i for found in rarest for i in found})


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME_SHARE * max(1, len(one | other))


def triples_of(keys: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(keys[i : i + 3]) for i in range(len(keys) - 2)]


def runs_of(keys: Sequence[str]) -> list[tuple[str, ...]]:
    """Every run of COPIED_RUN words; so many in a row are taken from the question and not found again by chance."""
    return [tuple(keys[i : i + COPIED_RUN]) for i in range(len(keys) - COPIED_RUN + 1)]


def copied_words(sentence: Sentence, runs: set[tuple[str, ...]]) -> frozenset[int]:
    """Indices of the turn's words that stand in a run which the interviewer had said."""
    places = [i for i in range(sentence.first, sentence.last) if sentence.turn.words[i].key]
    found: set[int] = set()
    for start, run in enumerate(runs_of([sentence.turn.words[i].key for i in places])):
        if run in runs:
            found |= set(places[start : start + COPIED_RUN])
    return frozenset(found)
