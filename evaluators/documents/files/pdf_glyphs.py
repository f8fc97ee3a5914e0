"""The words of a PDF page with their places, as pdfium finds them."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

BREAK_HYPHENS = frozenset({0x02, 0xFFFE})  # pdfium's marks of a hyphen at the end of a line
INVISIBLE_MODES = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
SYMBOL_FONT = re.compile(r"symbol|wingdings|dingbat|webdings", re.IGNORECASE)
BOLD_FONT = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
PLAIN_FONT = re.compile(r"regular|roman|book|light|thin|medium|normal|italic|oblique", re.IGNORECASE)
BOLD_WEIGHT = 700  # pdfium estimates it from the stems, so a font's own name goes before it
GAP = 0.3  # of the size: a wider gap parts words even where no space was written
FONT_NAME_BYTES = 256
Fill: TypeAlias = tuple[int, int, int, int]  # red, green, blue, opacity, each 0 to 255
Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top on the page, in points


@dataclass(frozen=True, slots=True)
class Style:
    """What all letters of one text object share. `size` in points as drawn."""

    size: float
    bold: bool
    symbols: bool  # a font of pictures
    invisible: bool  # drawn in a mode that leaves no ink
    embedded: bool
    fill: Fill | None
    unnamed: int = 0  # the handle of a font without a name, whose weight only its ink shows


@dataclass(frozen=True, slots=True)
class Word:
    """Letters on one baseline. `y` grows downwards, like reading; `icon`: a picture glyph stood before it."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    icon: bool = False
    broken: bool = False
    spaced: bool = True  # a space stood before it, written or wide
    invisible: bool = False
    embedded: bool = True
    fill: Fill | None = None
    unnamed: frozenset[int] = frozenset()
    box: Box = (0.0, 0.0, 0.0, 0.0)  # left, bottom, right, top on the page
    turn: int = 0  # quarter turns of its baseline
    spread: float = 0.0  # points between its letters where they were spaced out
    links: tuple[str, ...] = ()  # addresses that it leads to


class _Glyphs:
    """Reads one text page; styles are read once for each text object."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page.get_textpage()
        self._raw = self._page.raw
        self._styles: dict[int, Style] = {}

    def close(self) -> None:
        self._page.close()

    def __len__(self) -> int:
        return int(raw.FPDFText_CountChars(self._raw))

    def code(self, index: int) -> int:
        return int(raw.FPDFText_GetUnicode(self._raw, index))

    def generated(self, index: int) -> bool:
        return bool(raw.FPDFText_IsGenerated(self._raw, index) == 1)

    def angle(self, index: int) -> float:
        return float(raw.FPDFText_GetCharAngle(self._raw, index))

    def origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return x.value, y.value

    def box(self, index: int) -> Box:
        """Left, bottom, right, top: the advance in the writing direction, the font's height across it."""
        rect = raw.FS_RECTF()
        if not raw.FPDFText_GetLooseCharBox(self._raw, index, rect):
            return 0.0, 0.0, 0.0, 0.0
        return rect.left, rect.bottom, rect.right, rect.top

    def style(self, index: int) -> Style:
        found = raw.FPDFText_GetTextObject(self._raw, index)
        address = _handle(found)
        if address not in self._styles:
            self._styles[address] = self._read_style(index, found if address else None)
        return self._styles[address]

    def _read_style(self, index: int, found: object) -> Style:
        name, flags = ctypes.create_string_buffer(FONT_NAME_BYTES), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._raw, index, name, FONT_NAME_BYTES, flags)
        font = name.value.decode("utf-8", "replace")
        mode = raw.FPDFTextObj_GetTextRenderMode(found) if found else raw.FPDF_TEXTRENDERMODE_FILL
        heavy = raw.FPDFText_GetFontWeight(self._raw, index) >= BOLD_WEIGHT and not PLAIN_FONT.search(font)
        return Style(
            size=self._size(index),
            bold=bool(BOLD_FONT.search(font)) or heavy or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
            symbols=bool(SYMBOL_FONT.search(font)),
            invisible=mode in INVISIBLE_MODES,
            embedded=found is None or raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(found)) == 1,
            fill=_fill(found, mode),
            unnamed=_handle(raw.FPDFTextObj_GetFont(found)) if found and not font else 0,
        )

    def _size(self, index: int) -> float:
        matrix = raw.FS_MATRIX()
        size = float(raw.FPDFText_GetFontSize(self._raw, index))
        if raw.FPDFText_GetMatrix(self._raw, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        return size


@dataclass(slots=True)
class _Draft:
    """A word that is being put together."""

    style: Style
    turn: int
    y: float
    x0: float
    x1: float
    box: Box
    last: Box
    icon: bool
    spaced: bool
    letters: list[str]
    unnamed: set[int]
    broken: bool = False

    def word(self) -> Word:
        style = self.style
        return Word(
            text="".join(self.letters),
            x0=self.x0,
            x1=self.x1,
            y=self.y,
            size=style.size,
            bold=style.bold,
            icon=self.icon,
            broken=self.broken,
            spaced=self.spaced,
            invisible=style.invisible,
            embedded=style.embedded,
            fill=style.fill,
            unnamed=frozenset(self.unnamed),
            box=self.box,
            turn=self.turn,
        )


def words_of(page: pdfium.PdfPage, most: int) -> list[Word]:
    """The words of a page in the order in which they are drawn; at most `most` characters are looked at."""
    glyphs = _Glyphs(page)
    try:
        return list(_words(glyphs, min(len(glyphs), most)))
    finally:
        glyphs.close()


def _words(glyphs: _Glyphs, count: int) -> Iterator[Word]:
    draft: _Draft | None = None
    icon, spaced = False, True
    for index in range(count):
        code = glyphs.code(index)
        letter = _letter(code)
        if letter is None:  # white space and control characters
            if draft:
                yield draft.word()
            draft, spaced = None, True
            continue
        style = glyphs.style(index)
        if _private(code) and not style.symbols and code != 0xF0B7:
            if draft:
                yield draft.word()
            draft, icon, spaced = None, True, True
            continue
        turn, place, y, box = _placed(glyphs, index)
        if draft and box == draft.last:  # one glyph that stands for several letters
            draft.letters.append(letter)
            continue
        if draft and not _goes_on(draft, style, turn, place[0], y):
            spaced = not _touches(draft, style, turn, place[0], y)
            yield draft.word()
            draft = None
        if draft is None:
            draft = _Draft(style, turn, y, *place, box, box, icon, spaced, [], set())
            icon = False
        draft.letters.append("•" if style.symbols and _private(code) else letter)
        draft.x1, draft.box, draft.last = max(draft.x1, place[1]), _around(draft.box, box), box
        if style.unnamed:
            draft.unnamed.add(style.unnamed)
        draft.broken = code in BREAK_HYPHENS
        spaced = False
    if draft:
        yield draft.word()


def _letter(code: int) -> str | None:
    if code in BREAK_HYPHENS:
        return "-"
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return None
    letter = chr(code)
    return None if letter.isspace() or unicodedata.category(letter) in ("Cc", "Zs") else letter


def _private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000


def _placed(glyphs: _Glyphs, index: int) -> tuple[int, tuple[float, float], float, Box]:
    """Quarter turns, extent along the baseline, and the baseline's place across it, read from above."""
    x, y = glyphs.origin(index)
    left, bottom, right, top = box = glyphs.box(index)
    turn = -round(glyphs.angle(index) / (math.pi / 2)) % 4  # pdfium measures it clockwise
    if turn == 0:
        return turn, (left, right), -y, box
    if turn == 1:  # reads upwards
        return turn, (bottom, top), x, box
    if turn == 2:
        return turn, (-right, -left), y, box
    return turn, (-top, -bottom), -x, box


def _handle(pointer: object) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _fill(found: object, mode: int) -> Fill | None:
    """The colour of filled letters; None where it is a pattern, an outline or not known."""
    if found is None or mode != raw.FPDF_TEXTRENDERMODE_FILL:
        return None
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(found, red, green, blue, opacity):
        return None
    return red.value, green.value, blue.value, opacity.value


def _goes_on(draft: _Draft, style: Style, turn: int, x0: float, y: float) -> bool:
    same = style is draft.style or _look(style) == _look(draft.style)
    return same and _touches(draft, style, turn, x0, y)


def _look(style: Style) -> tuple[bool, bool, Fill | None]:
    return style.bold, style.invisible, style.fill


def _touches(draft: _Draft, style: Style, turn: int, x0: float, y: float) -> bool:
    size = max(draft.style.size, style.size, 1.0)
    return turn == draft.turn and abs(y - draft.y) < 0.4 * size and -0.6 * size < x0 - draft.x1 < GAP * size


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
