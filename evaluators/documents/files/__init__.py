"""Files to text: PDF, DOCX, TXT, MD and pasted text, safely, in reading order, without what no reader sees."""

from __future__ import annotations

from evaluators.documents.files.reading import read_document
from evaluators.documents.files.shapes import (
    MAX_BYTES,
    MAX_CHARS,
    MAX_PAGES,
    Problem,
    ReadDocument,
    TextLine,
    UnreadableDocument,
)

__all__ = [
    "MAX_BYTES",
    "MAX_CHARS",
    "MAX_PAGES",
    "Problem",
    "ReadDocument",
    "TextLine",
    "UnreadableDocument",
    "read_document",
]
