"""The document's two fonts, and what they cannot print: shown as boxes and counted, never left out in silence.

DejaVu Sans knows Latin, Greek and Cyrillic with their accents, and many signs. It has no Devanagari and no Chinese,
Japanese or Korean characters; Arabic and Hebrew need a shaping that PDFs made here do not do.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib import resources
from io import BytesIO

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "Report", "Report-Bold"
BOX = "▯"
_FILES = {REGULAR: "DejaVuSans.ttf", BOLD: "DejaVuSans-Bold.ttf"}
_UNSHAPED = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))  # scripts that are written from right to left
_REPLACED = {"\u00ad": "", "\u200b": "", "\u2011": "-", "\u202f": "\u00a0", "\t": " "}


@lru_cache(maxsize=1)
def register() -> frozenset[int]:
    """Make the fonts known, once; returns the code points that both of them can print."""
    known: list[set[int]] = []
    for name, file in _FILES.items():
        data = resources.files("server").joinpath("assets", "fonts", file).read_bytes()
        font = TTFont(name, BytesIO(data))
        pdfmetrics.registerFont(font)
        known.append(set(font.face.charToGlyph))
    addMapping(REGULAR, 0, 0, REGULAR)
    addMapping(REGULAR, 1, 0, BOLD)
    return frozenset(set.intersection(*known))


def printable(text: str) -> tuple[str, int]:
    """The text as the fonts can print it, and how many of its characters became a box."""
    known = register()
    shown: list[str] = []
    lost = 0
    for sign in unicodedata.normalize("NFC", text):
        sign = _REPLACED.get(sign, sign)
        if sign in ("", "\n") or (ord(sign) in known and not _is_unshaped(ord(sign)) and sign.isprintable()):
            shown.append(sign)
        elif unicodedata.category(sign) == "Zs":
            shown.append(" ")
        elif unicodedata.category(sign)[0] == "C" and unicodedata.category(sign) not in ("Co", "Cn"):
            continue  # control and joining signs print nothing anywhere
        else:
            lost += 1
            if unicodedata.category(sign)[0] != "M":  # a mark sits on the letter whose box stands already
                shown.append(BOX)
    return "".join(shown), lost


def _is_unshaped(point: int) -> bool:
    return any(first <= point <= last for first, last in _UNSHAPED)
