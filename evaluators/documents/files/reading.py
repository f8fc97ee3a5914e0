"""Bytes to text: the format by content, its reader, one text of all lines, and what a reader of it should know."""

from __future__ import annotations

from typing import assert_never

from evaluators.documents.files.mending import mend
from evaluators.documents.files.plain import decoded, read_markdown, read_text
from evaluators.documents.files.shapes import (
    MAX_BYTES,
    MAX_CHARS,
    MAX_PAGES,
    Problem,
    RawDocument,
    ReadDocument,
    UnreadableDocument,
)
from evaluators.documents.files.sniffing import Format, format_of
from evaluators.documents.instructions import instructions, speaks_to_a_machine
from schema.documents import DocumentFlag
from schema.vocabulary import DocumentFlagKind

FLAG_CHARS = 160
LEAST_HIDDEN = 3  # letters: a stray mark that cannot be seen is nobody's secret


def read_document(data: bytes, *, name: str, media_type: str | None = None) -> ReadDocument:
    """The text of a PDF, DOCX, TXT or MD file, or of pasted text (any name without an extension).

    `media_type` is what the sender called it; the content decides. Pure CPU, a fraction of a second for a résumé; use
    server.documents for files of strangers. Raises UnreadableDocument with a sentence that says what to do.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            Problem.TOO_LARGE, f"This file is larger than {MAX_BYTES // 1_000_000} MB. Upload a smaller one."
        )
    if not data.strip():
        raise UnreadableDocument(Problem.EMPTY, "This file is empty. Check that it is the right one.")
    found = format_of(data, name, media_type)
    document = _read(data, found)
    mended = mend(document.lines)
    if not any(letter.isalnum() for letter in mended.text):
        raise UnreadableDocument(Problem.EMPTY, "There is no text in this file. Check that it is the right one.")
    flags = (*_flags(document, cut=mended.truncated or document.truncated), *instructions(mended.text))
    return ReadDocument(mended.text, mended.lines, found.value, document.pages, flags)


def _read(data: bytes, found: Format) -> RawDocument:
    """The readers bring libraries along for which a report on a transcript has no use: they load with a file."""
    match found:
        case Format.PDF:
            from evaluators.documents.files.pdf import read_pdf

            return read_pdf(data)
        case Format.DOCX:
            from evaluators.documents.files.docx import read_docx

            return read_docx(data)
        case Format.TEXT:
            return read_text(decoded(data))
        case Format.MARKDOWN:
            return read_markdown(decoded(data))
        case _:
            assert_never(found)


def _flags(document: RawDocument, *, cut: bool) -> list[DocumentFlag]:
    flags = []
    hidden = " ".join(" ".join(document.hidden).split())
    if sum(letter.isalnum() for letter in hidden) >= LEAST_HIDDEN:
        flags.append(_flag(DocumentFlagKind.HIDDEN_TEXT, hidden))
        if speaks_to_a_machine(hidden):
            flags.append(_flag(DocumentFlagKind.INSTRUCTION, hidden))
    if cut:
        pages = f"It has {document.pages} pages; the first {MAX_PAGES} were read." if document.pages else ""
        long = f"It is very long; the first {MAX_CHARS:,} characters were read."
        flags.append(_flag(DocumentFlagKind.TRUNCATED, pages if pages and (document.pages or 0) > MAX_PAGES else long))
    if document.mostly_pictures:
        flags.append(_flag(DocumentFlagKind.LITTLE_TEXT, "It is mostly pictures; words in them were not read."))
    return flags


def _flag(kind: DocumentFlagKind, text: str) -> DocumentFlag:
    return DocumentFlag(kind=kind, text=text[:FLAG_CHARS])
