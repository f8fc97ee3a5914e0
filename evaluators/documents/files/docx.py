"""DOCX files: paragraphs, lists, tables and text boxes in reading order, without what Word does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from evaluators.documents.files.cues import is_title
from evaluators.documents.files.docx_package import Package, corrupt
from evaluators.documents.files.docx_styles import (
    Lists,
    Look,
    Styles,
    attribute,
    child,
    is_colour,
    is_near_white,
    local,
    number,
)
from evaluators.documents.files.fragments import WIDE_SPACE
from evaluators.documents.files.shapes import MAX_CHARS, Line, Problem, RawDocument, UnreadableDocument

MAIN_PART = "word/document.xml"
SPACE_OF_A_BLOCK = 120  # twentieths of a point above a paragraph: an empty line, to the eye
LONG_CELL = 4  # paragraphs; two such cells beside each other are columns
UNSEEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "footnoteReference", "annotationRef"})
_FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
_PAGE_NUMBER = re.compile(r"(?:page )?\d*(?: ?(?:/|of|\|) ?\d*)?(?: ?\| ?page)?", re.IGNORECASE)


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while its runs are read."""

    look: Look
    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    sizes: dict[float, int] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    boxes: list[Line] = field(default_factory=list)
    field_links: list[str] = field(default_factory=list)


class _Reader:
    """Walks one part of the package."""

    def __init__(self, styles: Styles, lists: Lists, relations: dict[str, str], ground_is_dark: bool) -> None:
        self._styles, self._lists, self._relations = styles, lists, relations
        self._ground = replace(styles.base, shaded=ground_is_dark)
        self.hidden: list[str] = []
        self.letters = 0

    def blocks(self, parent: Element, ground: Look | None = None) -> Iterator[Line]:
        """The lines of everything that stands in a body, a cell, a text box or a content control."""
        blank = False
        for element in parent:
            lines = list(self._block(element, ground or self._ground))
            if not lines and local(element) == "p":
                blank = True
            for line in lines:
                yield replace(line, blank=line.blank or blank)
                blank = False
            if self.letters > MAX_CHARS + 1000:
                return

    def _block(self, element: Element, ground: Look) -> Iterator[Line]:
        match local(element):
            case "p":
                yield from self._paragraph(element, ground)
            case "tbl":
                yield from self._table(element, ground)
            case "sdt":
                yield from self.blocks(_or_empty(child(element, "sdtContent")), ground)
            case "ins" | "moveTo" | "customXml" | "smartTag":
                yield from self.blocks(element, ground)
            case "AlternateContent":
                yield from self.blocks(_or_empty(child(element, "Choice")), ground)
            case _:
                return

    # ------------------------------------------------------------------ paragraphs

    def _paragraph(self, element: Element, ground: Look) -> Iterator[Line]:
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        look = self._styles.letters(style, ground).on(self._property(properties, style, "shd"))
        draft = _Paragraph(look)
        self._runs(element, draft, look)
        text = "".join(draft.pieces)
        self.letters += draft.letters
        numbering = self._property(properties, style, "numPr")
        mark = self._lists.mark(numbering) if numbering is not None and text.strip() else ""
        yield from self._lines(
            mark + text, draft, self._blank(properties, style, mark), self._indent(properties, style)
        )
        yield from draft.boxes

    def _property(self, properties: Element | None, style: str | None, name: str) -> Element | None:
        own = child(properties, name)
        return own if own is not None else self._styles.property(style, name)

    def _blank(self, properties: Element | None, style: str | None, mark: str) -> bool:
        space = number(self._property(properties, style, "spacing"), "before") or 0
        return self._styles.heading(style) or (space >= SPACE_OF_A_BLOCK and not mark)

    def _indent(self, properties: Element | None, style: str | None) -> float:
        indent = self._property(properties, style, "ind")
        return round((number(indent, "left") or number(indent, "start") or 0.0) / 20, 1)

    def _lines(self, text: str, draft: _Paragraph, blank: bool, indent: float) -> Iterator[Line]:
        size = max(draft.sizes, key=lambda size: draft.sizes[size], default=draft.look.size)
        written = [line for line in text.split("\n") if line.strip()]
        for index, line in enumerate(written):
            yield Line(
                text=line,
                size=size,
                bold=2 * draft.bold > draft.letters,
                x0=indent,
                blank=blank and index == 0,
                links=tuple(draft.links) if index == len(written) - 1 else (),
            )

    # ------------------------------------------------------------------ runs

    def _runs(self, parent: Element, draft: _Paragraph, look: Look) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, draft, look)
            elif name == "hyperlink":
                self._link(element, draft, look)
            elif name not in UNSEEN and name != "pPr":
                self._runs(element, draft, look)

    def _link(self, element: Element, draft: _Paragraph, look: Look) -> None:
        target = self._relations.get(attribute(element, "id") or "")
        if target and target.startswith(("http://", "https://", "mailto:", "tel:")):
            draft.links.append(target)
        self._runs(element, draft, look)

    def _run(self, element: Element, draft: _Paragraph, look: Look) -> None:
        properties = child(element, "rPr")
        look = self._styles.letters(attribute(child(properties, "rStyle"), "val"), look).with_properties(properties)
        for part in element:
            text = self._piece(part, draft, look)
            if not text:
                continue
            if look.hidden and text.strip():
                self.hidden.append(text.strip())
                continue
            draft.pieces.append(text)
            letters = len(text.strip())
            draft.letters += letters
            draft.bold += letters if look.bold else 0
            draft.sizes[look.size] = draft.sizes.get(look.size, 0) + letters

    def _piece(self, part: Element, draft: _Paragraph, look: Look) -> str:
        match local(part):
            case "t":
                return (part.text or "").replace("\n", " ")
            case "tab" | "ptab":
                return "\t"
            case "br" | "cr":
                return "\n"
            case "noBreakHyphen":
                return "-"
            case "sym":
                return "• " if (attribute(part, "char") or "").upper() in ("F0B7", "F0A7", "F0D8") else ""
            case "instrText":
                draft.links += [link for link in _FIELD_LINK.findall(part.text or "") if link.startswith("http")]
                return ""
            case "drawing" | "pict" | "AlternateContent" | "object":
                self._boxes(part, draft)
                return ""
            case _:
                return ""

    def _boxes(self, part: Element, draft: _Paragraph) -> None:
        """Text boxes stand where they are anchored, after their paragraph."""
        if local(part) == "AlternateContent":
            part = _or_empty(child(part, "Choice"))
        dark = _is_filled(part)
        for box in _outermost(part, "txbxContent"):
            ground = replace(self._ground, shaded=self._ground.shaded or dark)
            lines = list(self.blocks(box, ground))
            if lines:
                draft.boxes += [replace(lines[0], blank=True), *lines[1:]]

    # ------------------------------------------------------------------ tables

    def _table(self, table: Element, ground: Look) -> Iterator[Line]:
        style = attribute(child(child(table, "tblPr"), "tblStyle"), "val")
        if self._styles.shades(style):
            ground = replace(ground, shaded=True)
        for row in _children(table, "tr"):
            cells = [self._cell(cell, ground) for cell in _children(row, "tc")]
            yield from _row([cell for cell in cells if cell])

    def _cell(self, cell: Element, ground: Look) -> list[Line]:
        return list(self.blocks(cell, ground.on(child(child(cell, "tcPr"), "shd"))))


def _row(cells: Sequence[list[Line]]) -> Iterator[Line]:
    """Short cells share a line, long ones follow each other; a section's title beside its text stands above it."""
    if not cells:
        return
    if all(len(cell) == 1 for cell in cells) and not is_title(cells[0][0].text.strip()):
        yield _side_by_side([cell[0] for cell in cells])
        return
    short_first = len(cells) == 2 and len(cells[0]) == 1 and len(cells[1]) > 1
    if short_first and not is_title(cells[0][0].text.strip()):
        yield _side_by_side([cells[0][0], cells[1][0]])
        yield from cells[1][1:]
        return
    for index, cell in enumerate(cells):
        yield replace(cell[0], blank=True if index == 0 or len(cell) >= LONG_CELL else cell[0].blank)
        yield from cell[1:]


def _side_by_side(lines: Sequence[Line]) -> Line:
    longest = max(lines, key=lambda line: len(line.text))
    letters = sum(len(line.text) for line in lines)
    return replace(
        longest,
        text=WIDE_SPACE.join(line.text.strip() for line in lines),
        bold=2 * sum(len(line.text) for line in lines if line.bold) > letters,
        x0=lines[0].x0,
        blank=lines[0].blank,
        links=tuple(link for line in lines for link in line.links),
    )


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Direct children of a name, also inside content controls."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _children(element, name)


def _outermost(part: Element, name: str) -> Iterator[Element]:
    for element in part:
        if local(element) == name:
            yield element
        elif local(element) != "Fallback":
            yield from _outermost(element, name)


def _is_filled(part: Element) -> bool:
    """Whether a drawn shape has a ground on which white letters show."""
    for element in part.iter():
        if local(element) == "spPr" and (fill := child(element, "solidFill")) is not None:
            colour = attribute(child(fill, "srgbClr"), "val")
            return colour is None or not is_colour(colour) or not is_near_white(colour)
        if colour := element.attrib.get("fillcolor"):
            return not colour.lower().startswith(("white", "#fff"))
        if local(element) == "fillRef" and attribute(element, "idx") not in (None, "0"):
            return True
    return False


def _or_empty(element: Element | None) -> Element:
    return element if element is not None else Element("nothing")


def read_docx(data: bytes) -> RawDocument:
    """The text of a DOCX. Raises UnreadableDocument where it is locked, broken, empty or unpacks to too much."""
    with closing(Package(data)) as package:
        main = package.xml(MAIN_PART)
        if main is None:
            raise corrupt()
        styles, lists = Styles(package.xml("word/styles.xml")), Lists(package.xml("word/numbering.xml"))
        hidden: list[str] = []
        lines: list[Line] = []
        for name, root in (*_margins(package, "header"), (MAIN_PART, main), *_margins(package, "footer")):
            reader = _Reader(styles, lists, _relations(package, name), _is_page_dark(main))
            found = list(reader.blocks(_or_empty(child(root, "body")) if name == MAIN_PART else root))
            said = {line.text.strip() for line in lines}
            found = [line for line in found if name == MAIN_PART or _tells(line.text.strip(), said)]
            lines += [replace(found[0], blank=True), *found[1:]] if found else []
            hidden += reader.hidden
        _check(package, lines, hidden)
        return RawDocument(tuple(lines), hidden=tuple(hidden))


def _margins(package: Package, kind: str) -> list[tuple[str, Element]]:
    parts = [(name, package.xml(name)) for name in package.names(f"word/{kind}") if name.endswith(".xml")][:3]
    return [(name, root) for name, root in parts if root is not None]


def _tells(text: str, said: set[str]) -> bool:
    return text not in said and not _PAGE_NUMBER.fullmatch(text)


def _relations(package: Package, name: str) -> dict[str, str]:
    folder, _, file = name.rpartition("/")
    root = package.xml(f"{folder}/_rels/{file}.rels")
    return {} if root is None else {item.get("Id", ""): item.get("Target", "") for item in root}


def _is_page_dark(main: Element) -> bool:
    colour = attribute(child(main, "background"), "color")
    return colour is not None and is_colour(colour) and not is_near_white(colour)


def _check(package: Package, lines: Sequence[Line], hidden: Sequence[str]) -> None:
    if any(letter.isalnum() for line in lines for letter in line.text):
        return
    if hidden:
        raise UnreadableDocument(
            Problem.EMPTY, "All text in this Word file is hidden. Make it visible and upload it again."
        )
    if package.names("word/media/"):
        raise UnreadableDocument(
            Problem.SCANNED, "This Word file holds pictures and no text. Upload the original file, or paste its text."
        )
    raise UnreadableDocument(Problem.EMPTY, "This Word file has no text in it. Check that it is the right one.")
