"""Cuts text into the sentences that are spoken, kept and interrupted one by one, and into the words of a caption."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

MAX_SENTENCE_CHARS = 320  # longer ones are cut at a clause, so that the first sound does not wait for all of it

_STOP = re.compile(r"(?P<mark>[.!?…]+)[\"'”’)\]]*\s+(?=\S)|\n\s*(?=\S)")
_CLAUSE = re.compile(r"[,;:–—]\s")
_WORD = re.compile(r"\S+\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_OPENING = "\"'“‘([¿¡"
# A full stop after one of these ends no sentence.
_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "cf", "approx", "fig", "dept", "gen", "rev", "hon"}
    | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]\Z")  # J. · U.S. · p.m.


def split_sentences(text: str) -> list[str]:
    """Sentences with single spaces and no space at either end; cutting one of them again gives that one.

    A full stop in "3.5", "e.g." or "Dr." cuts nothing. The sentences hold every visible character of `text` in order.
    """
    edges = [0, *_ends(text), len(text)]
    return _tidy(text[start:end] for start, end in pairwise(edges))


def caption_words(text: str) -> list[str]:
    """The words with the punctuation and the space that follow each; joined they are `text` without leading space."""
    return _WORD.findall(text)


class SentenceBuffer:
    """Text that arrives in pieces comes out in sentences, as soon as it is certain where each ends."""

    def __init__(self) -> None:
        self._text = ""

    def push(self, piece: str) -> list[str]:
        """The sentences that `piece` completes: a sentence is over once the next one has begun."""
        self._text += piece
        ends = _ends(self._text)
        if not ends:
            return []
        complete, self._text = self._text[: ends[-1]], self._text[ends[-1] :]
        return split_sentences(complete)

    def flush(self) -> list[str]:
        """The sentences still held back: no more text comes."""
        text, self._text = self._text, ""
        return split_sentences(text)


def _ends(text: str) -> list[int]:
    """Where sentences begin after the first one."""
    text = _CONTROL.sub(" ", text)
    return [stop.end() for stop in _STOP.finditer(text) if _ends_sentence(text, stop)]


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    mark = stop["mark"]
    if mark is None or "\n" in stop[0] or "?" in mark or "!" in mark:
        return True
    following = text[stop.end()]
    if following.islower():
        return False
    if mark != ".":
        return True
    before = text[: stop.start()].rsplit(maxsplit=1)
    word = before[-1].lstrip(_OPENING) if before else ""
    if word.lower() == "no":  # "No. 5", but "No. I left."
        return not following.isdigit()
    return word.lower() not in _ABBREVIATIONS and (word == "I" or not _INITIALS.match(word))


def _tidy(pieces: Iterable[str]) -> list[str]:
    spaced = (" ".join(_CONTROL.sub(" ", piece).split()) for piece in pieces)
    return [short for piece in spaced if piece for short in _cut_long(piece)]


def _cut_long(sentence: str) -> list[str]:
    """Pieces of at most MAX_SENTENCE_CHARS, cut after a clause, else at a space, else in the word."""
    pieces: list[str] = []
    while len(sentence) > MAX_SENTENCE_CHARS:
        at = _cut_at(sentence[:MAX_SENTENCE_CHARS])
        pieces.append(sentence[:at].rstrip())
        sentence = sentence[at:].lstrip()
    return [*pieces, sentence] if sentence else pieces


def _cut_at(window: str) -> int:
    clauses = [clause.end() for clause in _CLAUSE.finditer(window, MAX_SENTENCE_CHARS // 3)]
    if clauses:
        return clauses[-1]
    space = window.rfind(" ", 1)
    return space if space > 0 else len(window)
