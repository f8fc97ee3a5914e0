"""The reading order of a page: columns by the white gutters between them, and what only looks like a column.

Where lines stand on both sides of a gutter they are columns, read one after the other, unless the lines of both sides
belong together row by row: dates at the right margin, labels at the left one, tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from evaluators.documents.files.cues import is_table_head, is_title
from evaluators.documents.files.fragments import Fragment, same_line
from evaluators.documents.files.gutters import MOST_ROWS_OF_A_GROUP, Ground, Gutter, Parting, partings
from evaluators.documents.files.sides import (
    dated,
    groups,
    isolated,
    labels,
    level,
    mean_length,
    partnered,
    ragged_left,
    rows,
    titled,
    titles,
)

TOGETHER = 0.8  # of one side's lines stand on lines of the other: the rows may hold together
DATED = 0.4  # of one side: so many dates and figures are a margin or a table, not a column
MARGIN = 0.7  # of one side: dates and titles of sections alone, as a margin holds them
NOTE_CHARS = 30  # a line, at most, of notes in a margin


class Order(Enum):
    """How the two sides of a gutter are read."""

    COLUMNS = auto()  # one after the other
    ROWS = auto()  # line by line
    CELLS = auto()  # here and there one after the other


def blocks(found: Sequence[Fragment], ground: Ground) -> list[list[Fragment]]:
    """The fragments, sorted from the top down, in blocks in reading order; each block is read row by row."""
    candidates = [gutter for parting in partings(found, ground) for gutter in _columns_of(parting)]
    gutter = max(candidates, key=lambda gutter: (gutter.weight, gutter.flush, gutter.width), default=None)
    if gutter is None:
        return [list(found)] if found else []
    return [block for part in (gutter.above, gutter.left, gutter.right, gutter.below) for block in blocks(part, ground)]


def _columns_of(parting: Parting) -> Iterator[Gutter]:
    """The gutters of a place that part columns."""
    if parting.whole is not None:
        order = _order(parting.whole)
        if order is Order.COLUMNS:
            yield parting.whole
        if order is Order.COLUMNS:
            return
    else:
        order = Order.CELLS
    for gutter in parting.groups:
        if gutter.width <= 0 or gutter.overlap <= 0 or not _are_cells(gutter):
            continue
        if order is Order.CELLS or not _comments(gutter.smaller):
            yield gutter


def _order(gutter: Gutter) -> Order:
    if gutter.width <= 0 or gutter.overlap <= 0:
        return Order.CELLS
    if (
        _is_table(gutter)
        or _are_notes(gutter.right, gutter.left, gutter)
        or _are_notes(gutter.left, gutter.right, gutter)
    ):
        return Order.ROWS
    return Order.CELLS if _is_sectioned(gutter) else Order.COLUMNS


def _are_cells(gutter: Gutter) -> bool:
    """Whether a few lines beside others are read after them: they stand on lines of their own, or look like a grid."""
    left, right = gutter.left, gutter.right
    if gutter.rows < 2:  # one line set between two others belongs to both of them
        return partnered(left, right) == 0
    if _is_table(gutter) or _are_notes(right, left, gutter) or _are_notes(left, right, gutter):
        return False
    return partnered(gutter.smaller, gutter.larger) <= 0.5 or _is_grid(gutter)


def _comments(side: Sequence[Fragment]) -> bool:
    """Whether any line of a group is such as margins hold."""
    return dated(side) > 0 or titles(side) > 0


def _is_table(gutter: Gutter) -> bool:
    """Rows that hold together: nearly all have both sides, and one side is dates or figures; or a row heads columns."""
    left, right = gutter.left, gutter.right
    head = [f for f in (*left, *right) if same_line(f, left[0])]
    if len(head) >= 3 and 2 * sum(is_table_head(f.text) for f in head) > len(head):
        return True
    if min(partnered(left, right), partnered(right, left)) < TOGETHER:
        return False
    return max(dated(left), dated(right)) >= DATED


def _are_notes(side: Sequence[Fragment], main: Sequence[Fragment], gutter: Gutter) -> bool:
    """Whether one side only comments on lines of the other: dates, places, labels, each beside its line."""
    dates = dated(side) >= DATED and mean_length(side) <= NOTE_CHARS
    if mean_length(side) <= NOTE_CHARS and dated(side) + titles(side) >= MARGIN:
        return True
    if side[0].x0 > main[0].x0 and dated(side) > 0 and ragged_left(side):
        return True
    if partnered(side, main) < TOGETHER:
        small = [group for group in groups(side, gutter.usual) if rows(group) <= MOST_ROWS_OF_A_GROUP]
        return dates and len(small) >= 2
    if dates or labels(side) >= 0.5 or isolated(side, gutter.usual) >= 0.7:
        return True
    if partnered(side, main) >= 0.9 and 2 * rows(side) <= rows(level(main, side)):
        return True
    return side[0].x0 > main[0].x0 and ragged_left(side) and len(side) <= 0.7 * len(main)


def _is_sectioned(gutter: Gutter) -> bool:
    """Whether sections follow each other, each with cells side by side: lines of the right side stand on lines of the
    left one, and titles of sections stand at the left where the right has gaps."""
    parts = groups(gutter.right, gutter.usual)
    if len(parts) < 2 or partnered(gutter.right, gutter.left) < TOGETHER:
        return False
    heads = [f.y for f in gutter.left if is_title(f.text)]
    return any(above[-1].y < y < below[0].y for y in heads for above, below in pairwise(parts))


def _is_grid(gutter: Gutter) -> bool:
    """Two rows or three that are cells with a title each: a bold or large line over a plain one, on both sides."""
    return titled(gutter.left) and titled(gutter.right) and not ragged_left(gutter.right)
