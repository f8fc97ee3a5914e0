"""A document's lines as rows of cells, without page numbers and without words that speak to a machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from evaluators.documents.files.shapes import TextLine
from evaluators.documents.instructions import speaks_to_a_machine
from evaluators.documents.resume.pieces import Piece, piece

MAX_CHARS = 200_000
_CELL = re.compile(r"\t[^\S\n]*|[^\S\n]{3,}")
_BULLET = re.compile(r"^\s*(?:[•●○◦▪■□‣⁃∙▸►➢➤✓✔❖◆*]\s*|[-–—]\s+|o\s(?=[A-Z])|\(?\d{1,2}[.)]\s+(?=\S))")
_PAGE = re.compile(
    r"\s*(?:page\s)?\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?\s*|[^\d%]{0,60}\s[–—|-]\s(?:page\s)?\d{1,2}\s?(?:/"
    r"|of)\s?\d{1,2}\s*"
    r"|.{0,60}\bpage\s\d{1,2}(?:\s?(?:/|of)\s?\d{1,2})?\s*|\s*(?:last )?updated\b.{0,40}|\W*|-+ ?page break ?-+",
    re.IGNORECASE,
)
_TOLD_AS = re.compile(
    r"(?<!\w)(?:system|assistant|developer|user|prompt)\s?:\s?(?:please )?(?:output|rate|score|ignore|disregard"
    r"|return|respond|reply|give|print"
    r"|you\b|this candidate|the candidate|always|never|set|grade|rank|recommend|hire)",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """One visual line. `blank`: an empty line stands above it. `size` is 0 where the layout is unknown."""

    cells: tuple[Piece, ...]
    bullet: bool = False
    blank: bool = False
    size: float = 0.0
    bold: bool = False
    x0: float = 0.0
    page: int = 0
    width: int = 0  # letters of the whole line
    marked: bool = False  # a heading by its Markdown sign

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def first(self) -> Piece:
        return self.cells[0]


def rows_of(text: str, lines: Sequence[TextLine] = ()) -> list[Row]:
    """The rows of a document in order. Only the first 200,000 characters are read."""
    layout = {line.start: line for line in lines}
    text = text[:MAX_CHARS]
    found = list(_rows(text, layout))
    injected = _injected(found) if speaks_to_a_machine(text) or _TOLD_AS.search(text) else frozenset()
    return [row for index, row in enumerate(found) if index not in injected]


def body_size(rows: Sequence[Row]) -> float:
    """The size of most letters; 0 where the layout is unknown."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += row.width
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _rows(text: str, layout: dict[int, TextLine]) -> Iterator[Row]:
    start, blank = 0, False
    for line in text.split("\n"):
        row = _row(line, start, blank, layout.get(start))
        if row is not None:
            yield row
        blank = not line.strip() or (blank and row is None)
        start += len(line) + 1


def _row(line: str, start: int, blank: bool, placed: TextLine | None) -> Row | None:
    if _PAGE.fullmatch(line[:120]):
        return None
    bullet = _BULLET.match(line)
    marked = _MARKDOWN.match(line)
    lead = (bullet or marked).end() if bullet or marked else 0  # type: ignore[union-attr]
    cells = tuple(_cells(piece(line[lead:], start + lead)))
    if not cells:
        return None
    inner = _bulleted_cell(line, lead)
    return Row(
        cells=cells,
        bullet=bool(bullet) or inner,
        blank=blank,
        size=placed.size if placed else 0.0,
        bold=placed.bold if placed else line.strip().startswith("**"),
        x0=placed.x0 if placed else 0.0,
        page=placed.page if placed else 0,
        width=len(line.strip()),
        marked=bool(marked),
    )


def _cells(line: Piece) -> Iterator[Piece]:
    """The parts between wide gaps that say something."""
    start = 0
    for gap in (*_CELL.finditer(line.text), None):
        cell = line.cut(start, gap.start() if gap else len(line.text)).trim()
        if any(letter.isalnum() for letter in cell.text):
            yield cell
        start = gap.end() if gap else start


def _bulleted_cell(line: str, lead: int) -> bool:
    """Whether a bullet follows a cell at the left margin, such as a date."""
    gap = _CELL.search(line, lead)
    return bool(gap and gap.start() <= 40 and line[gap.end() : gap.end() + 2] == "• ")


def _injected(rows: Sequence[Row]) -> Set[int]:
    """Rows that speak to a machine, alone or together with the row below, and what goes on below them."""
    found: set[int] = set()
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else None
        if (index - 1 in found and _goes_on(row)) or _speaks(row.text[:2_000]):
            found.add(index)
        elif below is not None and _speak_together(row, below):
            found.update((index, index + 1))
    return found


def _speak_together(row: Row, below: Row) -> bool:
    """Whether a sentence to a machine begins in one row and ends in the next."""
    if below.bullet or below.blank or _speaks(below.text[:2_000]):
        return False
    return _speaks(f"{row.text[-300:]} {below.text[:300]}")


def _speaks(text: str) -> bool:
    return speaks_to_a_machine(text) or _TOLD_AS.match(text.strip()) is not None


def _goes_on(row: Row) -> bool:
    return not row.bullet and not row.blank and row.text[0].islower()
