"""PDF files: their pages' words in reading order, without what no reader can see."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from evaluators.documents.files.fragments import fragments
from evaluators.documents.files.pdf_glyphs import Word, words_of
from evaluators.documents.files.pdf_ink import Ink, picture_area, sort_words, with_weights
from evaluators.documents.files.pdf_marks import dots, links_of, rules, with_bullets, with_links
from evaluators.documents.files.rows import page_lines
from evaluators.documents.files.shapes import MAX_CHARS, MAX_PAGES, Line, Problem, RawDocument, UnreadableDocument

LEAST_LETTERS = 20  # in the whole file; with fewer it is a picture of a document
LITTLE_TEXT = 200  # letters a page
_PDFIUM = threading.Lock()  # pdfium works for one thread at a time
_PAGE_NUMBER = re.compile(r"(?:.{0,40}\W)?(?:page )?\d{1,3} ?(?:/|of) ?\d{1,3}|page \d{1,3}|\d{1,2}", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    lines: list[Line] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    letters: int = 0
    pictures: float = 0.0  # share of the page
    scan: bool = False


def read_pdf(data: bytes) -> RawDocument:
    """The text of a PDF. Raises UnreadableDocument where it is locked, broken, empty or a picture."""
    with _PDFIUM, closing(_opened(data)) as document:
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
        count = len(document)
        if count == 0:
            raise UnreadableDocument(Problem.EMPTY, "This PDF has no pages. Export it again and upload the new file.")
        pages = list(_pages(document, min(count, MAX_PAGES)))
    _check(pages)
    lines = [line for page in _without_running(pages) for line in page.lines]
    return RawDocument(
        lines=tuple(lines),
        pages=count,
        hidden=tuple(word for page in pages for word in page.hidden),
        truncated=count > len(pages),
        mostly_pictures=any(page.scan or (page.pictures > 0.5 and page.letters < LITTLE_TEXT) for page in pages),
    )


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as failure:
        if getattr(failure, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableDocument(
                Problem.ENCRYPTED, "This PDF is locked with a password. Save a copy without one and upload that."
            ) from failure
        raise _corrupt() from failure


def _corrupt() -> UnreadableDocument:
    return UnreadableDocument(
        Problem.CORRUPT, "This PDF is damaged and can't be opened. Export it again and upload the new file."
    )


def _pages(document: pdfium.PdfDocument, count: int) -> Iterator[_Page]:
    left = MAX_CHARS + 1000
    for number in range(count):
        try:
            with closing(_page(document, number)) as page:
                read = _read_page(document, page, number, left)
        except pdfium.PdfiumError as failure:
            raise _corrupt() from failure
        left -= read.letters
        yield read
        if left <= 0:
            return


def _page(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """A page; what was filled into a form's fields has become text of it. Raises PdfiumError."""
    page = document[number]
    if document.formenv is None:
        return page
    page.flatten()
    page.close()  # its text was taken in before
    return document[number]


def _check(pages: Sequence[_Page]) -> None:
    letters = sum(page.letters for page in pages)
    if letters >= LEAST_LETTERS:
        return
    if sum(map(len, (word for page in pages for word in page.hidden))) >= LEAST_LETTERS:
        raise UnreadableDocument(
            Problem.EMPTY, "All text in this PDF is invisible. Export it again with visible text, or paste the text."
        )
    raise UnreadableDocument(
        Problem.SCANNED,
        "This PDF holds pictures of text, such as a scan, and no text. Upload the original file, or paste the text.",
    )


def _read_page(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int, most: int) -> _Page:
    words = words_of(page, most)
    if not words:
        return _Page()
    ink = Ink(page)
    parted = sort_words(page, words, ink)
    seen = with_links(with_bullets(with_weights(parted.seen, ink), dots(page)), links_of(document, page))
    result = _Page(scan=parted.scan, hidden=[word.text for word in parted.hidden])
    for turn in _turns(seen):
        drawn = rules(page) if turn == 0 else []
        result.lines += page_lines(fragments([word for word in seen if word.turn == turn]), number, drawn)
    result.letters = sum(len(word.text) for word in parted.seen)
    result.pictures = picture_area(page) / max((ink.right - ink.left) * (ink.top - ink.bottom), 1.0)
    return result


def _turns(words: Sequence[Word]) -> list[int]:
    """The directions in which text runs, the most used first."""
    letters = [sum(len(word.text) for word in words if word.turn == turn) for turn in range(4)]
    return [turn for turn in sorted(range(4), key=lambda turn: -letters[turn]) if letters[turn]]


def _without_running(pages: Sequence[_Page]) -> list[_Page]:
    """Pages without page numbers, and without heads and feet that an earlier page has said already."""
    if len(pages) < 2:
        return list(pages)
    said: set[str] = set()
    for page in pages:
        edges = {id(line) for line in (*page.lines[:2], *page.lines[-2:])}
        page.lines = [
            line
            for line in page.lines
            if id(line) not in edges or not (_PAGE_NUMBER.fullmatch(line.text) or line.text in said)
        ]
        said |= {line.text for line in (*page.lines[:2], *page.lines[-2:])}
    return list(pages)
