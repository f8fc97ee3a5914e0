"""A block's fragments as lines of text: rows from the top down, notes in the margin beside the line they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluators.documents.files.columns import blocks
from evaluators.documents.files.cues import BULLET, is_title
from evaluators.documents.files.fragments import WIDE_SPACE, Fragment, leading, same_line
from evaluators.documents.files.gutters import MOST_ROWS_OF_A_GROUP, Ground, Rule
from evaluators.documents.files.shapes import Line
from evaluators.documents.files.sides import ALIGNED, follows, level, rows, titled, usual_step

NOTE_GAP = 1.5  # of the size: from here on the end of a row is a note in the margin
BLANK = 1.35  # of the usual distance of baselines: from here on an empty line stands between
BLANK_OF_A_HEADING = 1.2
FLOWING_WORDS = 5
FLOWING = 0.85  # of the block's width: a line that reaches so far may go on in the next


@dataclass(frozen=True, slots=True)
class Row:
    """Fragments of one visual line, from left to right."""

    cells: tuple[Fragment, ...]
    blank: bool = False

    @property
    def first(self) -> Fragment:
        return self.cells[0]

    @property
    def last(self) -> Fragment:
        return self.cells[-1]

    @property
    def text_words(self) -> int:
        return sum(len(cell.words) for cell in self.cells)

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet."""
        return bool(BULLET.fullmatch(self.first.words[0].text)) and len(self.first.words) > 1


def page_lines(found: Sequence[Fragment], page: int, rules: Sequence[Rule] = ()) -> list[Line]:
    """The lines of a page in reading order, with an empty line above each block that stands apart."""
    usual = usual_step(found)
    result: list[Line] = []
    above: list[Fragment] = []
    for block in blocks(found, Ground(usual, tuple(rules))):
        lines = lines_of(block, page)
        result += [replace(lines[0], blank=not _belongs(above, block, usual)), *lines[1:]]
        above = block
    return result


def _belongs(above: Sequence[Fragment], block: Sequence[Fragment], usual: float) -> bool:
    """Whether a block goes on with the one before it: closely under it, or a few plain lines beside it."""
    if not above:
        return False
    under = block[0].y > above[-1].y
    if under:
        return follows(above[-1], block[0], usual) and not titled([block[0], above[-1]])
    return rows(block) <= MOST_ROWS_OF_A_GROUP and (block[0].dated or not titled(block)) and bool(level(above, block))


def lines_of(block: Sequence[Fragment], page: int) -> list[Line]:
    """The lines of one block in reading order."""
    lines = _hoisted(_labels_joined(_headings_apart(_rows(block))))
    right = max((fragment.x1 for fragment in block), default=0.0)
    left = min((fragment.x0 for fragment in block), default=0.0)
    return [_line(row, page, left, right) for row in lines]


def _rows(block: Sequence[Fragment]) -> list[Row]:
    grouped: list[list[Fragment]] = []
    for fragment in sorted(block, key=lambda fragment: fragment.y):
        if grouped and same_line(grouped[-1][0], fragment):
            grouped[-1].append(fragment)
        else:
            grouped.append([fragment])
    rows = [Row(tuple(sorted(group, key=lambda fragment: fragment.x0))) for group in grouped]
    step = leading(row.first for row in rows)
    return [replace(row, blank=index > 0 and _apart(rows[index - 1], row, step)) for index, row in enumerate(rows)]


def _apart(above: Row, below: Row, step: float) -> bool:
    """Whether more than the usual space lies between two rows. Above larger letters less is enough."""
    away = below.first.y - above.first.y
    if not step:
        return away > 1.8 * below.first.size
    if below.first.size > 1.08 * above.first.size:
        return away > BLANK_OF_A_HEADING * step
    return away > BLANK * step + max(0.0, above.first.size - below.first.size) and away - step > 2.0


def _headings_apart(rows: list[Row]) -> list[Row]:
    """A section's title in the left margin becomes a line of its own, above what it stands beside."""
    result: list[Row] = []
    for row in rows:
        if len(row.cells) > 1 and _is_title(row.first, row.cells[1]):
            result += [Row((row.first,), blank=True), Row(row.cells[1:])]
        else:
            result.append(row)
    return result


def _is_title(cell: Fragment, beside: Fragment) -> bool:
    """Whether a cell is a section's title: it has such a name, and stands out from what is beside it."""
    if not is_title(cell.text) or cell.text.endswith(":"):
        return False
    return cell.text.isupper() or cell.bold > beside.bold or cell.size > 1.08 * beside.size


def _labels_joined(rows: list[Row]) -> list[Row]:
    """A date in the left margin that runs over two lines is one, beside the first."""
    result: list[Row] = []
    for row in rows:
        above = result[-1] if result else None
        if above is not None and not row.blank and _carries_on(above, row):
            label = Fragment(above.first.words + row.first.words)
            result[-1] = replace(above, cells=(label, *above.cells[1:]))
            if row.cells[1:]:
                result.append(Row(row.cells[1:]))
        else:
            result.append(row)
    return result


def _carries_on(above: Row, below: Row) -> bool:
    """Whether a row begins with the rest of the date with which the row above it begins."""
    if len(above.cells) < 2 or not above.first.dated or not below.first.dated:
        return False
    beside = above.cells[1]
    aligned = abs(above.first.x0 - below.first.x0) <= ALIGNED or abs(above.first.x1 - below.first.x1) <= ALIGNED
    return (
        aligned and below.first.x1 < beside.x0 and (len(below.cells) == 1 or below.cells[1].x0 >= beside.x0 - ALIGNED)
    )


def _hoisted(rows: list[Row]) -> list[Row]:
    """Notes at the right margin beside the lines of a list stand under the entry's first line instead."""
    result: list[Row] = []
    index = 0
    while index < len(rows):
        stack = _stack(rows, index)
        heads, body, notes = _split(stack)
        result += heads + [Row((note,)) for note in notes] + body
        index += len(stack)
    return result


def _stack(rows: list[Row], start: int) -> list[Row]:
    """The row at `start`, and those that carry on its note at the right margin."""
    end = start + 1
    if _note(rows[start]):
        while end < len(rows) and _note(rows[end]) and not rows[end].blank and _in_line(rows[end - 1], rows[end]):
            if rows[end - 1].first.x0 > rows[start].first.x0 + ALIGNED >= rows[end].first.x0:
                break  # back at the margin: another entry begins
            end += 1
    return rows[start:end]


def _split(stack: list[Row]) -> tuple[list[Row], list[Row], list[Fragment]]:
    """The rows that keep their notes, the rows that lose them, and the notes that these lose."""
    for index, row in enumerate(stack):
        if index > 0 and row.is_item:
            rest = stack[index:]
            return stack[:index], [replace(row, cells=row.cells[:-1]) for row in rest], [row.last for row in rest]
    return stack, [], []


def _note(row: Row) -> bool:
    if len(row.cells) < 2:
        return False
    return row.last.x0 - row.cells[-2].x1 > NOTE_GAP * row.last.size


def _in_line(above: Row, below: Row) -> bool:
    return abs(above.last.x1 - below.last.x1) <= ALIGNED or abs(above.last.x0 - below.last.x0) <= ALIGNED


def _line(row: Row, page: int, left: float, right: float) -> Line:
    letters = sum(len(cell.text) for cell in row.cells)
    return Line(
        text=WIDE_SPACE.join(cell.text for cell in row.cells),
        size=round(max(row.cells, key=lambda cell: len(cell.text)).size, 1),
        bold=2 * sum(len(cell.text) for cell in row.cells if cell.bold) > letters,
        x0=round(row.first.x0, 1),
        page=page,
        blank=row.blank,
        flows=len(row.cells) == 1 and row.last.x1 - left > FLOWING * (right - left) and row.text_words >= FLOWING_WORDS,
        broken=row.last.broken,
        links=tuple(link for cell in row.cells for link in cell.links),
    )
