"""What the styles and lists of a DOCX make of a paragraph and a run: size, weight, colour, bullet, whether it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

DEFAULT_SIZE = 11.0
LEAST_SIZE = 3.0  # points, as in a PDF
NEAR_WHITE = 231  # of 255 in each channel, as the contrast that a PDF's word needs
DEEPEST_STYLE = 12  # styles that rest on each other
OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """A tag's name without its namespace: Word writes two families of them."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, name: str) -> Element | None:
    if element is None:
        return None
    return next((found for found in element if local(found) == name), None)


def attribute(element: Element | None, name: str) -> str | None:
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def is_on(element: Element | None) -> bool | None:
    """The value of a switch such as <w:b/>; None where it is not given."""
    if element is None:
        return None
    return (attribute(element, "val") or "true").lower() not in OFF


def number(element: Element | None, name: str) -> float | None:
    value = attribute(element, name)
    try:
        return float(value) if value is not None else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are shown. `colour`: six hexadecimal digits, None for the text's own; `shaded`: on a dark ground."""

    size: float = DEFAULT_SIZE
    bold: bool = False
    vanished: bool = False
    colour: str | None = None
    shaded: bool = False

    @property
    def hidden(self) -> bool:
        white = self.colour is not None and is_near_white(self.colour) and not self.shaded
        return self.vanished or self.size < LEAST_SIZE or white

    def with_properties(self, properties: Element | None) -> Look:
        """This look as changed by <w:rPr>."""
        if properties is None:
            return self
        size, bold = number(child(properties, "sz"), "val"), is_on(child(properties, "b"))
        gone = [is_on(child(properties, name)) for name in ("vanish", "webHidden", "specVanish")]
        colour = child(properties, "color")
        return replace(
            self,
            size=size / 2 if size is not None else self.size,
            bold=self.bold if bold is None else bold,
            vanished=any(gone) or (self.vanished and False not in gone),
            colour=_colour(colour) if colour is not None else self.colour,
            shaded=self.shaded or is_dark(child(properties, "shd")) or child(properties, "highlight") is not None,
        )

    def on(self, shading: Element | None) -> Look:
        """This look on a ground: <w:shd> of a paragraph or of a cell."""
        return replace(self, shaded=True) if is_dark(shading) else self


def _colour(element: Element) -> str | None:
    value = attribute(element, "val") or ""
    if is_colour(value):
        return value
    return "FFFFFF" if attribute(element, "themeColor") in ("background1", "light1") else None


def is_colour(value: str) -> bool:
    """Whether a value is six hexadecimal digits."""
    return re.fullmatch(r"[0-9a-fA-F]{6}", value) is not None


def is_near_white(colour: str) -> bool:
    return all(int(colour[at : at + 2], 16) >= NEAR_WHITE for at in (0, 2, 4))


def is_dark(shading: Element | None) -> bool:
    """Whether white letters can be read on a shading."""
    if shading is None:
        return False
    fill = attribute(shading, "fill") or "auto"
    themed = attribute(shading, "themeFill")
    if fill == "auto":
        return themed is not None and not themed.startswith(("background", "light"))
    return is_colour(fill) and not is_near_white(fill)


@dataclass(frozen=True, slots=True)
class Style:
    """What a named style changes, and the one it rests on."""

    name: str
    parent: str | None
    letters: Element | None
    paragraph: Element | None
    shades: bool  # a table style that darkens some of its cells


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.base = Look()
        if root is None:
            return
        defaults = child(child(root, "docDefaults"), "rPrDefault")
        self.base = Look().with_properties(child(defaults, "rPr"))
        for element in root:
            if local(element) == "style" and (key := attribute(element, "styleId")):
                self._styles[key] = _style(element)

    def letters(self, key: str | None, look: Look) -> Look:
        """A look as changed by a style and all that it rests on."""
        for style in reversed(list(self._chain(key))):
            look = look.with_properties(style.letters)
        return look

    def heading(self, key: str | None) -> bool:
        """Whether a paragraph's style is a title or a heading."""
        return any(style.name.lower().startswith(("heading", "title")) for style in self._chain(key))

    def listed(self, key: str | None) -> bool:
        return any(style.name.lower().startswith("list") for style in self._chain(key))

    def property(self, key: str | None, name: str) -> Element | None:
        """A paragraph property as the nearest style gives it."""
        for style in self._chain(key):
            if (found := child(style.paragraph, name)) is not None:
                return found
        return None

    def shades(self, key: str | None) -> bool:
        return any(style.shades for style in self._chain(key))

    def _chain(self, key: str | None) -> Iterator[Style]:
        for _ in range(DEEPEST_STYLE):
            style = self._styles.get(key) if key is not None else None
            if style is None:
                return
            yield style
            key = style.parent


def _style(element: Element) -> Style:
    shades = any(local(found) == "shd" and is_dark(found) for found in element.iter())
    return Style(
        name=attribute(child(element, "name"), "val") or "",
        parent=attribute(child(element, "basedOn"), "val"),
        letters=child(element, "rPr"),
        paragraph=child(element, "pPr"),
        shades=shades,
    )


class Lists:
    """Bullets and numbers of list paragraphs, counted as they come."""

    def __init__(self, root: Element | None) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        self._counts: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def mark(self, properties: Element | None) -> str:
        """What stands before a paragraph with this <w:numPr>: a bullet, a number or nothing."""
        key = attribute(child(properties, "numId"), "val")
        level = attribute(child(properties, "ilvl"), "val") or "0"
        if key is None or key == "0":
            return ""
        kind = self._formats.get((key, level), "bullet")
        if kind == "none":
            return ""
        if kind != "decimal":
            return "• "
        self._counts[key, level] = self._counts.get((key, level), 0) + 1
        return f"{self._counts[key, level]}. "

    def _read(self, root: Element) -> None:
        abstract: dict[str, Mapping[str, str]] = {}
        for element in root:
            if local(element) == "abstractNum" and (key := attribute(element, "abstractNumId")):
                abstract[key] = {
                    attribute(level, "ilvl") or "0": attribute(child(level, "numFmt"), "val") or "bullet"
                    for level in element
                    if local(level) == "lvl"
                }
        for element in root:
            target = attribute(child(element, "abstractNumId"), "val")
            if local(element) == "num" and (key := attribute(element, "numId")) and target in abstract:
                self._formats |= {(key, level): kind for level, kind in abstract[target].items()}
