"""Text that knows where in a document each of its letters stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schema.documents import Span

_EDGE = " \t\u00a0,;:|•·●◦▪–—-_*`~/\\"
_LEFT_EDGE = _EDGE + "#>"  # C# keeps its sign
_LONG = 2_000  # letters; brackets of longer pieces are left as they are
_OPEN, _CLOSE = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a document. `at[i]` is the place of `text[i]`; a letter that stands nowhere has its neighbour's."""

    text: str
    at: Sequence[int]

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def span(self) -> Span:
        return Span(start=self.at[0], end=self.at[-1] + 1)

    @property
    def start(self) -> int:
        return self.at[0]

    def cut(self, start: int, end: int) -> Piece:
        """The letters [start, end) of this piece."""
        return Piece(self.text[start:end], self.at[start:end])

    def strip(self) -> Piece:
        """Without separators at its edges, and without brackets that stand alone or hold all of it."""
        text = self.text
        start, end = 0, len(text)
        while start < end:
            if text[start] in _LEFT_EDGE or unicodedata.category(text[start]) == "So":
                start += 1
            elif text[end - 1] in _EDGE or text[end - 1] in _OPEN:
                end -= 1
            elif end - start > _LONG:
                break
            elif text[start] in _OPEN and _closing(text, start, end) in (-1, end - 1):
                start += 1
            elif text[end - 1] in _CLOSE and text.rfind(_OPEN[_CLOSE.index(text[end - 1])], start, end) < 0:
                end -= 1
            else:
                break
        return self.cut(start, end)

    def between(self, first: Piece, last: Piece) -> Piece:
        """From one of its parts to another, both included."""
        return self.cut(self.at.index(first.at[0]), self.at.index(last.at[-1]) + 1)

    def trim(self) -> Piece:
        """Without white space at its edges."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def split(self, pattern: re.Pattern[str]) -> Iterator[Piece]:
        """The parts between matches, stripped, without empty ones."""
        start = 0
        for match in pattern.finditer(self.text):
            if part := self.cut(start, match.start()).strip():
                yield part
            start = match.end()
        if part := self.cut(start, len(self.text)).strip():
            yield part

    def without(self, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
        """What is left, in parts, when the letters of `spans` are taken out."""
        start = 0
        for begin, end in sorted(spans):
            if part := self.cut(start, begin).strip():
                yield part
            start = max(start, end)
        if part := self.cut(start, len(self.text)).strip():
            yield part


def piece(text: str, start: int) -> Piece:
    """A run of letters as it stands in the document from `start` on."""
    return Piece(text, range(start, start + len(text)))


def joined(parts: Sequence[Piece]) -> Piece:
    """Several pieces as one, with a space between each."""
    if len(parts) == 1:
        return parts[0]
    at: list[int] = []
    for part in parts:
        if at:
            at.append(at[-1])
        at.extend(part.at)
    return Piece(" ".join(part.text for part in parts), at)


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket at `start` closes; -1 where it does not."""
    depth = 0
    for index in range(start, end):
        depth += (text[index] in _OPEN) - (text[index] in _CLOSE)
        if depth == 0:
            return index
    return -1
