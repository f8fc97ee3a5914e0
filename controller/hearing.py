"""Lays a spoken answer out for reading: lower case, without fillers and punctuation, each character where it was.

Because nothing moves, whatever a rule matches in the laid-out text is a verbatim span of the answer. The work is done
by whole-string operations, so that eight thousand characters take a few tenths of a millisecond.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

SPARSE_WORDS = 40  # more words than this in a sentence: the transcript has no punctuation to go by
MIN_CLAUSE_CHARS = 40

_SPACES = '\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u2028\u2029,;:()[]{}<>"“”‘«»*_#|~`^\\…–—'
_LAID_OUT = {**dict.fromkeys(map(ord, _SPACES), " "), ord("’"): "'"}
_SOUNDS = frozenset(["um", "uh", "uhm", "umm", "uhh", "er", "erm", "hmm", "hm", "mm", "mhm", "ah", "eh"])
_ASIDES = ("you know", "i mean")
_ASIDE = re.compile(r" you know (?! *(?:how|what|why|that|who|where|when)\b)| i mean ")
_TURNS = re.compile(
    r" (?:and +then|so +then|then|but|so|and +(?:i|we|it|they|after|in|now)|now|after +that|finally|anyway) "
)


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer laid out. `raw` and `flat` have equal length and a space at either end that the answer has not.

    `parts` are the pieces between single spaces, empty ones and fillers among them; `lengths` are their lengths added
    up. `flat` has no fillers. `bounds` are where sentences end, the last one included; `closed` counts the marked ones.
    """

    raw: str
    flat: str
    parts: list[str]
    lengths: list[int]
    bounds: list[int]
    words: int
    closed: int

    def span(self, index: int) -> tuple[int, int]:
        """Where part `index` stands."""
        end = self.lengths[index] + index
        return end - len(self.parts[index]), end

    def crosses(self, start: int, end: int) -> bool:
        """Whether a sentence ends between the two characters."""
        at = bisect_right(self.bounds, start)
        return at < len(self.bounds) and self.bounds[at] < end

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that holds a character."""
        return min(bisect_right(self.bounds, at), len(self.bounds) - 1)

    def sentence(self, number: int) -> tuple[int, int]:
        """The span of a sentence, the space around it left out."""
        start, end = self.bounds[number - 1] if number else 0, self.bounds[number]
        text = self.raw[start:end]
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(listed.split())


def hear(answer: str) -> Heard:
    """`answer` laid out. Spans count from a character before it: `raw[1:-1]` is the answer."""
    raw = f" {answer} "
    flat = _lower(raw).translate(_LAID_OUT)
    flat = flat.replace("..", " .").replace("? ", ". ").replace("! ", ". ")
    sentences = flat.split(". ")
    bounds = list(accumulate(len(sentence) + 2 for sentence in sentences[:-1]))
    flat = flat.replace(". ", "  ")
    parts = flat.split(" ")
    sounds = _SOUNDS.intersection(parts)
    words, closed = len(parts) - parts.count("") - sum(map(parts.count, sounds)), len(bounds)
    flat = _without_fillers(flat, sounds)
    if words > SPARSE_WORDS * (closed + 1):
        bounds = _with_turns(flat, bounds)
    if not bounds or bounds[-1] < len(flat.rstrip()):
        bounds.append(len(flat))
    return Heard(raw, flat, parts, list(accumulate(map(len, parts))), bounds, words, closed)


def _without_fillers(flat: str, sounds: frozenset[str]) -> str:
    for sound in sounds:
        while f" {sound} " in flat:
            flat = flat.replace(f" {sound} ", " " * (len(sound) + 2))
    if any(aside in flat for aside in _ASIDES):
        flat = _ASIDE.sub(lambda found: " " * len(found[0]), flat)
    return flat


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _with_turns(flat: str, bounds: list[int]) -> list[int]:
    """Where nobody wrote full stops, a turn of speech ("and then", "but") begins something new."""
    marked = set(bounds)
    kept: list[int] = []
    for cut in sorted({*bounds, *(turn.start() + 1 for turn in _TURNS.finditer(flat))}):
        if cut in marked or cut - (kept[-1] if kept else 0) >= MIN_CLAUSE_CHARS:
            kept.append(cut)
    return kept
