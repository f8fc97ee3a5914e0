"""Draws text down the columns of a PDF page, as the layouts of the tests need it."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas


class Column:
    """A column of a page that text flows down, from `x` over `width` points."""

    def __init__(
        self, canvas: Canvas, x: float, width: float, y: float, family: str = "Helvetica", size: float = 10
    ) -> None:
        self.canvas, self.x, self.width, self.y = canvas, x, width, y
        self.family, self.size = family, size

    def text(
        self,
        words: str,
        *,
        size: float = 0,
        bold: bool = False,
        indent: float = 0,
        right: str = "",
        centre: bool = False,
        room: float = 0,
    ) -> None:
        """A paragraph, wrapped; `right`: what stands at the right margin of its first line."""
        size = size or self.size
        font = font_of(self.family, bold)
        lines = wrapped(words, font, size, self.width - indent - room)
        for number, line in enumerate(lines):
            self.turn(size)
            x = self.x + indent
            if centre:
                x = self.x + (self.width - stringWidth(line, font, size)) / 2
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, line)
            if number == 0 and right:
                self.canvas.setFont(font_of(self.family, False), size)
                self.canvas.drawRightString(self.x + self.width, self.y, right)
            self.y -= size * 1.3

    def bullet(self, words: str, sign: str = "•") -> None:
        self.turn(self.size)
        self.canvas.setFont(font_of(self.family, False), self.size)
        self.canvas.drawString(self.x + 6, self.y, sign)
        self.text(words, indent=16)

    def gap(self, points: float = 6) -> None:
        self.y -= points

    def heading(self, words: str, *, size: float = 0, line: bool = True, centre: bool = False) -> None:
        self.gap(8)
        self.text(words, size=size or self.size + 2, bold=True, centre=centre)
        if line:
            self.canvas.line(self.x, self.y + self.size * 0.9, self.x + self.width, self.y + self.size * 0.9)
        self.gap(3)

    def turn(self, size: float) -> None:
        if self.y < 45 + size:
            self.canvas.showPage()
            self.y = self.canvas._pagesize[1] - 50


def font_of(family: str, bold: bool) -> str:
    if family == "Times-Roman":
        return "Times-Bold" if bold else "Times-Roman"
    return f"{family}-Bold" if bold else family


def wrapped(words: str, font: str, size: float, width: float) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, font, size) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def draw_table(column: Column, rows: Sequence[Sequence[str]]) -> None:
    stops = (0, 190, 400, 445)
    for number, row in enumerate(rows):
        column.turn(column.size)
        font = font_of(column.family, number == 0)
        cells = [
            wrapped(cell, font, column.size - 1, width) for cell, width in zip(row, (185, 205, 40, 50), strict=True)
        ]
        for line in range(max(map(len, cells))):
            for stop, cell in zip(stops, cells, strict=True):
                if line < len(cell):
                    column.canvas.setFont(font, column.size - 1)
                    column.canvas.drawString(column.x + stop, column.y, cell[line])
            column.y -= column.size * 1.2
        column.gap(3)


def draw_tags(column: Column, words: Sequence[str]) -> None:
    """Short words in rows of three, as skills are shown as tags."""
    for start in range(0, len(words), 3):
        column.turn(column.size)
        column.canvas.setFont(column.family, column.size)
        for number, word in enumerate(words[start : start + 3]):
            column.canvas.drawString(column.x + number * 165, column.y, word)
        column.y -= 16
