"""What a PDF page says beside its letters: bullets that are drawn, and addresses behind words."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from evaluators.documents.files.gutters import Rule
from evaluators.documents.files.pdf_glyphs import Box, Word

MOST_DOTS = 400
MOST_RULES = 200
RULE_HEIGHT, RULE_LENGTH = 3.0, 60.0  # points
MOST_LINKS = 60
MOST_URI_CHARS = 300
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[\x21-\x7e]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the place on the page that leads to it."""

    address: str
    box: Box


def dots(page: pdfium.PdfPage) -> list[Box]:
    """Small square or round shapes, which some programs draw as bullets."""
    found: list[Box] = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        width, height = right - left, top - bottom
        if 0.8 <= width <= 7.0 and 0.8 <= height <= 7.0 and 0.7 <= width / height <= 1.4:
            found.append((left, bottom, right, top))
        if len(found) >= MOST_DOTS:
            break
    return found


def rules(page: pdfium.PdfPage) -> list[Rule]:
    """Level lines that are drawn across the page or a part of it."""
    found: list[Rule] = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if top - bottom <= RULE_HEIGHT and right - left >= RULE_LENGTH:
            found.append((left, right, -(top + bottom) / 2))
        if len(found) >= MOST_RULES:
            break
    return found


def with_bullets(words: Sequence[Word], found: Iterable[Box]) -> list[Word]:
    """The words, with "•" before each that has a drawn dot at its left, and at its left only."""
    level = [word for word in words if word.turn == 0]
    bullets = [bullet for dot in found if (bullet := _bullet(dot, level)) is not None]
    return [*words, *bullets]


def _bullet(dot: Box, words: Sequence[Word]) -> Word | None:
    middle = -(dot[1] + dot[3]) / 2
    line = [word for word in words if word.y - 0.85 * word.size < middle < word.y]
    after = min((word for word in line if word.x0 >= dot[2] - 0.5), key=lambda word: word.x0, default=None)
    if after is None or after.bold or dot[2] - dot[0] > 0.42 * after.size:
        return None
    near = 0.2 * after.size < after.x0 - dot[2] < 2.5 * after.size
    led = any(word.x1 <= dot[0] + 0.5 and dot[0] - word.x1 < 1.2 * after.size for word in line)
    if not near or led:
        return None
    return replace(after, text="•", x0=dot[0], x1=dot[2], box=dot, icon=False, spaced=True, links=(), broken=False)


def links_of(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> list[Link]:
    """The web, mail and telephone addresses that places of the page lead to."""
    found: list[Link] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while len(found) < MOST_LINKS and raw.FPDFLink_Enumerate(page.raw, position, link):
        rect = raw.FS_RECTF()
        address = _address(document, link)
        if address and raw.FPDFLink_GetAnnotRect(link, rect):
            found.append(Link(address, (rect.left, rect.bottom, rect.right, rect.top)))
    return found


def _address(document: pdfium.PdfDocument, link: object) -> str | None:
    action = raw.FPDFLink_GetAction(link)
    if not action:
        return None
    size = min(raw.FPDFAction_GetURIPath(document.raw, action, None, 0), MOST_URI_CHARS + 1)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document.raw, action, buffer, size)
    address = buffer.value.decode("ascii", "replace").strip()
    return address if _ADDRESS.fullmatch(address) else None


def with_links(words: Sequence[Word], links: Sequence[Link]) -> list[Word]:
    """The words; the last that an address lies over carries it, if those words do not say it."""
    result = list(words)
    for boxes, address in _merged(links):
        under = [index for index, word in enumerate(result) if any(_covers(box, word.box) for box in boxes)]
        text = "".join(result[index].text for index in under)
        if under and not says(text, address):
            last = max(under, key=lambda index: (round(result[index].y), result[index].x0))
            result[last] = replace(result[last], links=(*result[last].links, address))
    return result


def _merged(links: Sequence[Link]) -> list[tuple[list[Box], str]]:
    """Places with one address that follow each other closely are one link: a wrapped line, an icon and its word."""
    merged: list[tuple[list[Box], str]] = []
    for link in links:
        if merged and merged[-1][1] == link.address and abs(merged[-1][0][-1][1] - link.box[1]) < 30:
            merged[-1][0].append(link.box)
        else:
            merged.append(([link.box], link.address))
    return merged


def _covers(box: Box, word: Box) -> bool:
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return box[0] <= x <= box[2] and box[1] - 1 <= y <= box[3] + 1


def says(text: str, address: str) -> bool:
    """Whether words already spell an address out, or nearly all of it."""
    plain, bare = _bare(text), _bare(address)
    return bool(plain) and (bare in plain or (plain in bare and 2 * len(plain) >= len(bare)))


def _bare(text: str) -> str:
    lowered = re.sub(r"^(?:https?://|mailto:|tel:)(?:www\.)?", "", text.strip().lower())
    return re.sub(r"[\s/.,;|]+$|[\s()+-]+", "", lowered)
