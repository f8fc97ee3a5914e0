"""What pages are built of: paragraphs that print anything, the level's line with its error bar, numbered pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from server.report_pdf.fonts import BOLD, REGULAR, printable

WIDTH, HEIGHT = A4
MARGIN = 18 * mm
INNER = WIDTH - 2 * MARGIN
GREY = "#55606e"
INK, QUIET, RULE = colors.HexColor("#1d2733"), colors.HexColor(GREY), colors.HexColor("#c9d0d8")
ACCENT, PALE, SLOT = colors.HexColor("#1f5fbf"), colors.HexColor("#f2f5f9"), "#fff1c2"
TALLEST_ROW = 600.0  # points; a page holds some 720
LONGEST = 6_000  # characters of one paragraph: more is cut, and says so
TOP_LEVEL = 5.0


def _style(name: str, size: float, **given: Any) -> ParagraphStyle:
    plain = {"fontName": REGULAR, "fontSize": size, "leading": size * 1.4, "textColor": INK, "spaceAfter": 3}
    return ParagraphStyle(name, **{**plain, **given})


STYLES = {
    "title": _style("title", 19, fontName=BOLD, spaceAfter=2),
    "lead": _style("lead", 12, fontName=BOLD, spaceAfter=4),
    "h1": _style("h1", 13, fontName=BOLD, spaceBefore=12, spaceAfter=5),
    "h2": _style("h2", 10, fontName=BOLD, spaceBefore=7, spaceAfter=2),
    "body": _style("body", 9),
    "quiet": _style("quiet", 8, textColor=QUIET),
    "quote": _style("quote", 9, leftIndent=10, borderPadding=0),
    "cell": _style("cell", 8, spaceAfter=1),
    "cellhead": _style("cellhead", 8, fontName=BOLD, spaceAfter=1),
    "item": _style("item", 9, leftIndent=12, bulletIndent=2),
}


class Ink:
    """Makes paragraphs of any text, and counts the characters that the fonts could not print."""

    def __init__(self) -> None:
        self.lost = 0

    def safe(self, text: str) -> str:
        """The text as markup that prints as it stands."""
        if len(text) > LONGEST:
            text = f"{text[:LONGEST]} … (shortened here; the JSON export has all of it)"
        shown, lost = printable(text)
        self.lost += lost
        return escape(shown).replace("\n", "<br/>")

    def text(self, text: str, style: str = "body") -> Flowable:
        return self.markup(self.safe(text), style)

    def markup(self, marked: str, style: str = "body") -> Flowable:
        """`marked` was made safe piece by piece."""
        return Paragraph(marked or "&nbsp;", STYLES[style])

    def item(self, marked: str) -> Flowable:
        """One line of a list."""
        return Paragraph(marked, STYLES["item"], bulletText="•")

    def bold(self, text: str) -> str:
        return f"<b>{self.safe(text)}</b>"


def section(title: str, *first: Flowable) -> list[Flowable]:
    """A heading that is never left alone at the foot of a page."""
    heading = Paragraph(escape(title), STYLES["h1"])
    return [CondPageBreak(30 * mm), KeepTogether([heading, *first]) if first else heading]


def gap(points: float = 4) -> Flowable:
    return Spacer(1, points)


def table(rows: Sequence[Sequence[Flowable]], widths: Sequence[float]) -> Flowable:
    """Rows under a repeated head; widths are shares of the page. Only a row of most of a page is torn apart."""
    columns = [share * INNER for share in widths]
    tall = any(
        cell.wrap(width - 8, HEIGHT)[1] > TALLEST_ROW for row in rows for cell, width in zip(row, columns, strict=True)
    )
    made = Table([list(row) for row in rows], colWidths=columns, repeatRows=1, splitInRow=int(tall))
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), PALE),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return made


class LevelLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The rubric's 0-5 line with the level on it and the spread as an error bar."""

    def __init__(self, level: float, spread: float | None, samples: Sequence[float | None] = ()) -> None:
        super().__init__()
        self.level, self.spread, self.samples = level, spread, samples
        self.width: float = 250.0
        self.height: float = 12.0

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas, middle = self.canv, self.height / 2
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(1.2)
        canvas.line(0, middle, self.width, middle)
        for level in range(int(TOP_LEVEL) + 1):
            x = self._at(level)
            canvas.line(x, middle - 2.5, x, middle + 2.5)
        self._bar(canvas, middle)
        canvas.setFillColor(ACCENT)
        canvas.circle(self._at(self.level), middle, 3.4, stroke=0, fill=1)

    def _bar(self, canvas: Canvas, middle: float) -> None:
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.6)
        if self.spread:
            low, high = self._at(max(0.0, self.level - self.spread)), self._at(min(TOP_LEVEL, self.level + self.spread))
            canvas.line(low, middle, high, middle)
            for x in (low, high):
                canvas.line(x, middle - 4, x, middle + 4)
        canvas.setLineWidth(0.7)
        for sample in self.samples:
            if sample is not None:
                canvas.circle(self._at(sample), middle, 2, stroke=1, fill=0)

    def _at(self, level: float) -> float:
        return self.width * level / TOP_LEVEL


class NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Writes "page 3 of 7" once it is known how many there are."""

    footer = ""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._pages, 1):
            self.__dict__.update(page)
            self._foot(number, len(self._pages))
            super().showPage()
        super().save()

    def _foot(self, number: int, count: int) -> None:
        self.setFont(REGULAR, 7.5)
        self.setFillColor(QUIET)
        self.drawString(MARGIN, 10 * mm, self.footer)
        self.drawRightString(WIDTH - MARGIN, 10 * mm, f"Page {number} of {count}")
