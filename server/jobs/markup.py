"""Cuts HTML into tags and texts in one pass, whatever a page holds.

The standard parser takes hours for some broken pages of a megabyte, and a stranger chooses what is read here: each step
of this one moves forward, and what is never closed ends the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

RAW = frozenset(
    ["script", "style", "textarea", "title", "noscript", "template", "iframe", "xmp"]
)  # their content is no markup
_CLOSE = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in RAW}
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_-]{0,40}")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=]{1,200})(\s*=\s*)?")
_BARE = re.compile(r"[^\s>]*")
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")


@dataclass(frozen=True, slots=True)
class Start:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    text: str


Piece = Start | End | Text


def pieces(page: str) -> Iterator[Piece]:
    """The page's tags and texts in their order; comments and declarations are left out."""
    place = 0
    while place < len(page):
        mark = page.find("<", place)
        if mark != place:
            yield Text(_unescaped(page[place:] if mark < 0 else page[place:mark]))
            if mark < 0:
                return
        if page.startswith("<!--", mark):
            end = page.find("-->", mark + 4)
            place = len(page) if end < 0 else end + 3
        elif page.startswith(("<!", "<?"), mark):
            place = _after(page, mark)
        elif page.startswith("</", mark):
            if name := _NAME.match(page, mark + 2):
                yield End(name.group().lower())
            place = _after(page, mark)
        elif name := _NAME.match(page, mark + 1):
            tag = name.group().lower()
            attrs, place = _attributes(page, name.end())
            yield Start(tag, attrs)
            if tag in RAW:
                close = _CLOSE[tag].search(page, place)
                raw = page[place : close.start() if close else len(page)]
                yield Text(_unescaped(raw) if tag in ("title", "textarea") else raw)
                place = close.start() if close else len(page)
        else:
            yield Text("<")
            place = mark + 1


def _after(page: str, place: int) -> int:
    end = page.find(">", place)
    return len(page) if end < 0 else end + 1


def _attributes(page: str, place: int) -> tuple[dict[str, str], int]:
    """A tag's attributes, the first of each name, and where the tag ends."""
    attrs: dict[str, str] = {}
    while found := _ATTRIBUTE.match(page, place):
        name, place, value = found.group(1).lower(), found.end(), ""
        if found.group(2):
            quote = page[place : place + 1]
            if quote in ("'", '"'):
                end = page.find(quote, place + 1)
                if end < 0:
                    return attrs, len(page)
                value, place = page[place + 1 : end], end + 1
            elif bare := _BARE.match(page, place):
                value, place = bare.group(), bare.end()
        attrs.setdefault(name, _unescaped(value))
    return attrs, _after(page, place)


def _unescaped(text: str) -> str:
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text
