"""Words that stand together on a baseline, as pieces of a line: what a page's layout is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from evaluators.documents.files.cues import BULLET, is_dated
from evaluators.documents.files.pdf_glyphs import Word
from evaluators.documents.files.spacing import closed_up

SAME_LINE = 0.35  # of the size: how far baselines of one line may lie apart
WIDE_GAP = 1.0  # of the size: from here on a gap parts fragments
WIDE_SPACE = "    "  # stands for such a gap inside a line


@dataclass(frozen=True)
class Fragment:
    """A piece of one visual line without a wide gap. `y`: its baseline, growing downwards."""

    words: tuple[Word, ...]

    @cached_property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def y(self) -> float:
        return max(self.words, key=lambda word: len(word.text)).y

    @cached_property
    def size(self) -> float:
        return max(self.words, key=lambda word: len(word.text)).size

    @cached_property
    def text(self) -> str:
        return _joined(self.words)

    @cached_property
    def bold(self) -> bool:
        letters = sum(len(word.text) for word in self.words)
        return 2 * sum(len(word.text) for word in self.words if word.bold) > letters

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(link for word in self.words for link in word.links)

    @property
    def broken(self) -> bool:
        return self.words[-1].broken

    @cached_property
    def dated(self) -> bool:
        """Whether it is a date, a duration or a figure and nothing else."""
        return is_dated(self.text)


def fragments(words: Sequence[Word]) -> list[Fragment]:
    """All words as fragments, from the top down."""
    pieces: list[list[Fragment]] = []
    for line in map(closed_up, _baselines(words)):
        starts = [0, *(index for index in range(1, len(line)) if _parted(line, index)), len(line)]
        pieces.append([Fragment(tuple(line[start:end])) for start, end in pairwise(starts)])
    edges = {_edges(piece) for line in pieces for piece in line if len(piece.words) > 2}
    found = (piece for line in pieces for piece in _unstretched(line, edges))
    return sorted(found, key=lambda fragment: (fragment.y, fragment.x0))


def _unstretched(line: list[Fragment], edges: set[tuple[int, int]]) -> list[Fragment]:
    """Pieces of a justified line, whose words were drawn apart evenly until it filled its column, are one."""
    for count in range(len(line), 2, -1):
        for start in range(len(line) - count + 1):
            run = line[start : start + count]
            whole = Fragment(tuple(word for piece in run for word in piece.words))
            if _is_even(whole.words) and any(_near(_edges(whole), edge) for edge in edges):
                return [*line[:start], whole, *_unstretched(line[start + count :], edges)]
    return line


def _edges(fragment: Fragment) -> tuple[int, int]:
    return round(fragment.x0), round(fragment.x1)


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1


def _is_even(words: Sequence[Word]) -> bool:
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    return max(gaps) <= 1.2 * min(gaps) and max(gaps) <= 4 * words[0].size


def same_line(one: Fragment, other: Fragment) -> bool:
    """Whether two fragments stand on one baseline."""
    return abs(one.y - other.y) <= SAME_LINE * min(one.size, other.size)


def leading(found: Iterable[Fragment]) -> float:
    """The usual distance of baselines, in points; 0 where there are not two lines."""
    ys = sorted(fragment.y for fragment in found)
    steps = [low - high for high, low in pairwise(ys) if low - high > 2.0]
    return median(steps) if steps else 0.0


def _baselines(words: Sequence[Word]) -> list[list[Word]]:
    """Words by baseline, each from left to right. Raised and lowered letters join the line that they lie in."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-round(word.size), word.y)):
        home = min(
            (line for line in lines if _fits(line, word)), key=lambda line: abs(line[0].y - word.y), default=None
        )
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    return [sorted(line, key=lambda word: word.x0) for line in lines]


def _fits(line: list[Word], word: Word) -> bool:
    """Letters of a size share a baseline; smaller ones may stand higher if they follow at once."""
    away = abs(line[0].y - word.y)
    if away <= min(SAME_LINE * word.size, 0.2 * line[0].size):
        return True
    if word.size > 0.8 * line[0].size or away > 0.5 * line[0].size:
        return False
    return any(abs(word.x0 - other.x1) < 0.15 * other.size for other in line)


def _parted(line: Sequence[Word], index: int) -> bool:
    left, right = line[index - 1], line[index]
    size, gap = max(left.size, right.size), right.x0 - left.x1
    if index == 1 and BULLET.fullmatch(left.text):
        return gap > 4 * size
    return right.icon or gap > WIDE_GAP * size + 2 * min(left.spread, right.spread)


def _joined(words: Sequence[Word]) -> str:
    parts = [words[0].text]
    for left, right in pairwise(words):
        if right.spaced or right.x0 - left.x1 > 0.3 * right.size:
            parts.append(" ")
        parts.append(right.text)
    return "".join(parts)
