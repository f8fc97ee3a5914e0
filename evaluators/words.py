"""Words of a turn: where each stands, how it compares, when it was spoken and how sure the recogniser was."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from schema.transcript import TranscriptTurn

UNSURE_BELOW = 0.5
"""Words under this recogniser confidence are evidence of nothing (issue A: low-confidence words are no evidence)."""

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]]*\s+|\n+")
_TOKEN = re.compile(r"\S+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
_DASHES = re.compile(r"[‐‑‒–—―−]")
_MEANINGFUL = "%$€£₹+#"  # symbols that change what is said: "40%" is not "40", "C++" is not "C"


@dataclass(frozen=True, slots=True)
class Token:
    """One whitespace-separated word at characters [start, end) of the turn's text; `key` is its compared form."""

    text: str
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Heard:
    """When a token was spoken, on the interview's clock, and how sure the recogniser was; null: not measured."""

    start_s: float | None
    end_s: float | None
    confidence: float | None


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text; the index in this tuple is the word index that Evidence carries."""
    return tuple(Token(m.group(), m.start(), m.end(), compared(m.group())) for m in _TOKEN.finditer(text))


@lru_cache(maxsize=16384)
def compared(word: str) -> str:
    """A word without case, accents' encoding and punctuation; marks inside numbers stay, for "4.5" is not "45"."""
    text = unicodedata.normalize("NFKC", word).casefold().translate(_APOSTROPHES)
    text = _DASHES.sub("-", text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    kept: list[str] = []
    for i, char in enumerate(text):
        inside_number = 0 < i < len(text) - 1 and text[i - 1].isdigit() and text[i + 1].isdigit()
        negative = char == "-" and i == 0 and text[1:2].isdigit()
        if char.isalnum() or char in _MEANINGFUL or inside_number or negative or unicodedata.combining(char):
            kept.append(char)
    return "".join(kept)


def compared_text(text: str) -> str:
    """A text's words in their compared form, a space around each."""
    return " " + " ".join(key for word in text.split() if (key := compared(word))) + " "


def unsure(heard: Heard) -> bool:
    return heard.confidence is not None and heard.confidence < UNSURE_BELOW


def heard_tokens(turn: TranscriptTurn, words: tuple[Token, ...]) -> tuple[Heard, ...]:
    """Seconds and confidence for each token of `turn.text`, same length as `words`.

    Recognised words are matched to tokens by their compared form. A token without a match (the text was tidied after
    recognition) has no time of its own. A typed turn has none at all.
    """
    nothing = Heard(None, None, None)
    found = [nothing] * len(words)
    if turn.typed or not turn.words:
        return tuple(found)
    spoken = [word for word in turn.words if compared(word.text)]
    ours = [(i, token.key) for i, token in enumerate(words) if token.key]
    for a, b, size in _blocks([key for _, key in ours], [compared(word.text) for word in spoken]):
        for k in range(size):
            word = spoken[b + k]
            found[ours[a + k][0]] = Heard(word.start_s, max(word.start_s, word.end_s), word.confidence)
    return tuple(found)


def unsure_words(turn: TranscriptTurn) -> tuple[int, ...]:
    """Indices of the turn's words that the recogniser was not sure of, ascending."""
    if turn.typed or not any(
        word.confidence is not None and word.confidence < UNSURE_BELOW for word in turn.words or ()
    ):
        return ()
    heard = heard_tokens(turn, tokens(turn.text))
    return tuple(index for index, item in enumerate(heard) if unsure(item))


def _blocks(ours: list[str], spoken: list[str]) -> list[tuple[int, int, int]]:
    if ours == spoken:  # the usual case, and a matcher is quadratic in a long answer
        return [(0, 0, len(ours))]
    return [(m.a, m.b, m.size) for m in SequenceMatcher(None, ours, spoken, autojunk=False).get_matching_blocks()]


def has_time(turn: TranscriptTurn) -> bool:
    """Whether the turn's own seconds mean anything: spoken, and longer than nothing."""
    return not turn.typed and turn.end_s > turn.start_s


def span_seconds(
    turn: TranscriptTurn, words: tuple[Token, ...], heard: tuple[Heard, ...], first: int, last: int
) -> tuple[float | None, float | None, bool]:
    """Start, end and whether they are estimated, for tokens [first, last). Always inside the turn's own span.

    Measured word seconds where both ends have them; otherwise by the share of characters over the turn's span;
    null for typed turns and for turns without a duration.
    """
    if not has_time(turn):
        return None, None, False
    start, end = heard[first].start_s, heard[last - 1].end_s
    if start is not None and end is not None and end > start:
        low, high = _inside(turn, start), _inside(turn, end)
        if high > low:
            return low, high, False
    length = max(1, words[-1].end)
    span = turn.end_s - turn.start_s
    low = turn.start_s + span * words[first].start / length
    high = turn.start_s + span * words[last - 1].end / length
    return _inside(turn, low), _inside(turn, high), True


def _inside(turn: TranscriptTurn, at_s: float) -> float:
    return min(max(round(at_s, 3), turn.start_s), turn.end_s)
