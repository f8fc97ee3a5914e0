"""White strips between fragments: every place where a page might be parted into columns.

A gutter is a strip that no fragment of a run of lines crosses. Maximal white strips are found as in T. Breuel, "Two
geometric algorithms for layout analysis" (2002), with vertical ones only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from statistics import median
from typing import TypeAlias

from evaluators.documents.files.cues import is_title
from evaluators.documents.files.fragments import Fragment, same_line
from evaluators.documents.files.sides import ALIGNED, groups, hangs, height, rows

LEAST_GUTTER = 0.9  # of the text's size
MOST_CANDIDATES = 80  # edges that are tried; a page of columns has a handful
MOST_ROWS_OF_A_GROUP = 3  # so few lines are columns only where they are not level with the others, or form a grid
CENTRED = 3.0  # points from the middle of the page
Rule: TypeAlias = tuple[float, float, float]  # a drawn line: from, to, and its height, growing downwards
SHARED_EDGE = 3  # fragments that begin at one place make it an edge


@dataclass(frozen=True)
class Gutter:
    """A run of lines with a white strip before `x`: what stands above it, to both sides, and below.

    `usual`: the usual distance of the page's baselines, in points.
    """

    x: float
    above: list[Fragment]
    left: list[Fragment]
    right: list[Fragment]
    below: list[Fragment]
    usual: float

    @cached_property
    def weight(self) -> float:
        """How much of the page it explains: the height over which both sides have text, and the lines in it."""
        return min(height(self.left), height(self.right)) + len(self.left) + len(self.right)

    @cached_property
    def flush(self) -> int:
        """How many fragments begin at the right column's edge."""
        return sum(abs(f.x0 - self.x) <= ALIGNED for f in self.right)

    @cached_property
    def width(self) -> float:
        """Points of white."""
        return min(f.x0 for f in self.right) - max(f.x1 for f in self.left)

    @cached_property
    def overlap(self) -> float:
        """Points of height over which both sides have text."""
        tops = (self.left[0].y - self.left[0].size, self.right[0].y - self.right[0].size)
        return min(self.left[-1].y, self.right[-1].y) - max(tops)

    @property
    def smaller(self) -> list[Fragment]:
        return self.left if len(self.left) < len(self.right) else self.right

    @property
    def larger(self) -> list[Fragment]:
        return self.right if len(self.left) < len(self.right) else self.left

    @cached_property
    def rows(self) -> int:
        """The lines of the side that has fewer."""
        return min(rows(self.left), rows(self.right))


@dataclass(frozen=True)
class Ground:
    """What a page's layout is measured by: the usual distance of baselines, in points, and its drawn rules."""

    usual: float
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Parting:
    """One place where a page might be parted: the whole run of lines where both sides have many, and its groups."""

    whole: Gutter | None
    groups: tuple[Gutter, ...]


def partings(found: Sequence[Fragment], ground: Ground) -> Iterator[Parting]:
    """Every place of the fragments, which are sorted from the top down; each once."""
    seen: set[tuple[int, ...]] = set()
    rowed = _rowed(found)
    for x in _edges(found):
        for run in _runs(found, x, ground.rules, _bridged(rowed, x)):
            left, right = [f for f in run if f.x1 <= x], [f for f in run if f.x1 > x]
            if not left or not right:
                continue
            key = (len(left), *(id(f) for f in (left[0], left[-1], right[0], right[-1])))
            if key not in seen:
                seen.add(key)
                whole = _gutter(found, x, *_whole(left, right), ground.usual) if _is_tall(left, right) else None
                groups = (_gutter(found, x, *sides, ground.usual) for sides in _small(left, right, ground.usual))
                yield Parting(whole, tuple(groups))


def _gutter(found: Sequence[Fragment], x: float, left: list[Fragment], right: list[Fragment], usual: float) -> Gutter:
    inside = set(map(id, (*left, *right)))
    top = min(left[0].y, right[0].y)
    rest = [f for f in found if id(f) not in inside]
    return Gutter(x, [f for f in rest if f.y <= top], left, right, [f for f in rest if f.y > top], usual)


def _edges(found: Sequence[Fragment]) -> list[float]:
    """Left edges where a column may begin, the more often used first."""
    places: dict[int, list[float]] = {}
    for fragment in found:
        places.setdefault(round(fragment.x0 / ALIGNED), []).append(fragment.x0)
    usual = sorted(places.values(), key=lambda edges: -len(edges))
    return [min(edges) for edges in usual[:MOST_CANDIDATES]]


def _runs(found: Sequence[Fragment], x: float, rules: Sequence[Rule], bridged: set[int]) -> Iterator[list[Fragment]]:
    """Runs of lines that leave a strip before `x` white, with no rule drawn across it."""
    barriers = sorted(y for x0, x1, y in rules if x0 < x - LEAST_GUTTER * ALIGNED and x1 > x + ALIGNED)
    run: list[Fragment] = []
    for fragment in found:
        crosses = fragment.x0 < x - ALIGNED and fragment.x1 > x - LEAST_GUTTER * fragment.size
        barred = bool(run) and any(run[-1].y <= y <= fragment.y - 0.5 * fragment.size for y in barriers)
        if run and (crosses or barred or id(fragment) in bridged):
            yield run
            run = []
        if not crosses and id(fragment) not in bridged:
            run.append(fragment)
    if run:
        yield run


@dataclass(frozen=True)
class _Rowed:
    """The lines that may only happen to leave a gap somewhere: titles in the middle, and rows of many pieces."""

    centred: frozenset[int]
    rows: tuple[tuple[list[Fragment], tuple[bool, ...]], ...]  # each with whether a piece begins at a shared edge


def _rowed(found: Sequence[Fragment]) -> _Rowed:
    starts = sorted(f.x0 for f in found)
    middle = (min(starts) + max(f.x1 for f in found)) / 2 if found else 0.0
    lines = list(_lines(found))
    centred = (
        id(line[0])
        for line in lines
        if len(line) == 1 and is_title(line[0].text) and abs((line[0].x0 + line[0].x1) / 2 - middle) <= CENTRED
    )
    many = ((line, tuple(_shares_edge(f, starts) for f in line)) for line in lines if len(line) >= 3)
    return _Rowed(frozenset(centred), tuple(many))


def _bridged(rowed: _Rowed, x: float) -> set[int]:
    """Fragments that only happen to leave a gap before `x`: a title in the middle, a row of addresses."""
    bridged: set[int] = set(rowed.centred)
    for line, shared in rowed.rows:
        after = next((index for index, f in enumerate(line) if f.x0 >= x - ALIGNED), 0)
        if after == 0 or shared[after]:
            continue
        gaps = [right.x0 - left.x1 for left, right in pairwise(line)]
        usual = median(gap for index, gap in enumerate(gaps) if index != after - 1)
        if 0.6 * usual <= gaps[after - 1] <= 1.5 * usual:
            bridged.update(map(id, line))
    return bridged


def _shares_edge(fragment: Fragment, starts: Sequence[float]) -> bool:
    first, last = bisect_left(starts, fragment.x0 - ALIGNED), bisect_right(starts, fragment.x0 + ALIGNED)
    return last - first >= SHARED_EDGE


def _lines(found: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    line: list[Fragment] = []
    for fragment in found:
        if line and not same_line(line[0], fragment):
            yield sorted(line, key=lambda f: f.x0)
            line = []
        line.append(fragment)
    if line:
        yield sorted(line, key=lambda f: f.x0)


def _is_tall(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    return min(rows(left), rows(right)) > MOST_ROWS_OF_A_GROUP


def _whole(left: list[Fragment], right: list[Fragment]) -> tuple[list[Fragment], list[Fragment]]:
    """Both sides, but for the few lines of the right one that stand above the left one: a name over a column."""
    ahead = list(takewhile(lambda f: f.y < left[0].y - 0.5 * f.size and not is_title(f.text), right))
    return left, right[len(ahead) :] if rows(ahead) <= MOST_ROWS_OF_A_GROUP else right


def _small(
    left: list[Fragment], right: list[Fragment], usual: float
) -> Iterator[tuple[list[Fragment], list[Fragment]]]:
    """What stands beside each group of lines of the side that has fewer."""
    if len(left) < len(right):
        for group in groups(left, usual):
            if beside := _beside(group, right, usual):
                yield group, beside
    else:
        for group in groups(right, usual):
            if beside := _beside(group, left, usual):
                yield beside, group


def _beside(group: Sequence[Fragment], other: Sequence[Fragment], usual: float) -> list[Fragment]:
    """The lines of the other side that are level with a group, and those that follow on to them closely."""
    top, bottom = group[0].y - group[0].size, group[-1].y + group[-1].size
    at = [index for index, f in enumerate(other) if top <= f.y <= bottom]
    if not at:
        return []
    first, last = at[0], at[-1]
    if rows(group) == 1:
        return list(other[first : last + 1])
    while first > 0 and hangs(other[first - 1], other[first], usual) and not is_title(other[first].text):
        first -= 1
    while last < len(other) - 1 and hangs(other[last], other[last + 1], usual) and not is_title(other[last + 1].text):
        last += 1
    return list(other[first : last + 1])
