"""A page as a small tree of its elements, and the readable text of any part of it. Nothing on a page is ever run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from server.jobs.markup import End, Text, pieces


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


MAX_DEPTH = 150  # elements nested deeper stand in the one above: no recursion grows with the page
VOID = _names("area base br col embed hr img input link meta param source track wbr")
SELF_CLOSING = _names("li p tr td th dt dd option")  # a following one ends the one before
BLOCKS = _names(
    "address article aside blockquote body dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
PARAGRAPHS = _names("article blockquote dl figure h1 h2 h3 h4 h5 h6 main ol p pre section table ul")
UNREADABLE = _names(
    "script style noscript template svg math canvas iframe object audio video button select textarea label nav "
    "footer dialog head menu"
)
ROLES = _names("navigation banner contentinfo search dialog alertdialog complementary menu menubar")

_LINE, _APART = "\x01", "\x02"  # a line, or a paragraph, begins or ends here
_GAPS = re.compile(r"[\s\x01\x02]+")


@dataclass(slots=True, eq=False)
class Element:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def raw(self) -> str:
        """The characters that stand directly in it, as a script's do."""
        return "".join(child for child in self.children if isinstance(child, str))


def tree(page: str) -> Element:
    """The page's elements. Broken markup is read as far as it goes."""
    root = Element("html")
    path = [root]
    for piece in pieces(page):
        if isinstance(piece, Text):
            path[-1].children.append(piece.text)
        elif isinstance(piece, End):
            place = next((at for at in range(len(path) - 1, 0, -1) if path[at].tag == piece.tag), None)
            if place is not None:
                del path[place:]
        else:
            if piece.tag in SELF_CLOSING and path[-1].tag == piece.tag:
                path.pop()
            if piece.tag in VOID:
                path[-1].children.append(Element(piece.tag, piece.attrs))
            elif len(path) < MAX_DEPTH:
                path[-1].children.append(element := Element(piece.tag, piece.attrs))
                path.append(element)
    return root


def is_readable(element: Element) -> bool:
    """Whether what stands in it is for readers: neither hidden, nor a control, nor a way around the site."""
    attrs = element.attrs
    hidden = (
        "hidden" in attrs
        or attrs.get("aria-hidden") == "true"
        or "display:none" in attrs.get("style", "").replace(" ", "")
    )
    return not hidden and element.tag not in UNREADABLE and attrs.get("role", "").lower() not in ROLES


def text_of(element: Element) -> str:
    """The readable text: a line for each block, "- " before list items, paragraphs apart by a blank line."""
    parts: list[str] = []
    _write(element, parts)
    return tidy(_GAPS.sub(_gap, "".join(parts)))


def _gap(found: re.Match[str]) -> str:
    run = found.group()
    return "\n\n" if _APART in run else "\n" if _LINE in run else run


def _write(element: Element, parts: list[str]) -> None:
    tag = element.tag
    if tag == "br":
        parts.append("\n")
        return
    apart = _APART if tag in PARAGRAPHS else _LINE if tag in BLOCKS else ""
    parts.append(apart)
    if tag == "li":
        parts.append("- ")
    for child in element.children:
        if isinstance(child, str):
            text = child.replace(_LINE, "").replace(_APART, "")
            parts.append(text if tag == "pre" else re.sub(r"\s+", " ", text))
        elif is_readable(child):
            _write(child, parts)
    if tag in ("td", "th"):
        parts.append(" ")
    parts.append(apart)


def tidy(text: str) -> str:
    """Without spaces at the ends of lines, empty list items, and more than one blank line in a row."""
    lines = [re.sub(r"[ \t\u00a0\u200b]+", " ", line).strip() for line in text.splitlines()]
    joined = re.sub(r"^-\n+(?=[^\s-])", "- ", "\n".join(lines), flags=re.MULTILINE)
    kept = "\n".join("" if line in ("-", "•", "·") else line for line in joined.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def plain_text(html: str) -> str:
    """The readable text of a piece of HTML; a plain text stays as it is."""
    if "<" not in html:
        return tidy(html)
    return text_of(tree(html))
