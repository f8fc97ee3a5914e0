"""What reading a file gives, and the one way in which it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schema.documents import DocumentFlag

MAX_BYTES = 10_000_000  # of an uploaded file
MAX_PAGES = 60  # that are read; a document with more is flagged as cut
MAX_CHARS = 200_000  # of text that is kept; a longer one is cut and flagged


class Problem(StrEnum):
    """Why a file cannot be read."""

    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    EMPTY = "empty"
    CORRUPT = "corrupt"
    MISLABELLED = "mislabelled"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    TOO_COMPLEX = "too_complex"


class UnreadableDocument(Exception):  # noqa: N818 - says what the file is
    """A file that gives no text. `code` for programs; `message` tells its owner what to do."""

    def __init__(self, code: Problem, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


@dataclass(frozen=True, slots=True)
class TextLine:
    """Layout of text[start:end]: `size` in points, `x0` in points from the left edge, `page` from 0; 0 where unknown.

    `bold`: most of its letters are.
    """

    start: int
    end: int
    size: float = 0.0
    bold: bool = False
    x0: float = 0.0
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as plain text: a visual line a line, a blank line between blocks, four spaces for a wide gap.

    `media_type` is what the content is, whatever the file was called. `pages` is null where a format has none.
    """

    text: str
    lines: tuple[TextLine, ...]
    media_type: str
    pages: int | None
    flags: tuple[DocumentFlag, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line on its way into a text. `blank`: a gap stands above it; `flows`: its sentence may go on below."""

    text: str
    size: float = 0.0
    bold: bool = False
    x0: float = 0.0
    page: int = 0
    blank: bool = False
    flows: bool = False
    broken: bool = False  # ends in a hyphen that only the line's end may have put there
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a format's reader gives: the lines in reading order, and the words that were hidden."""

    lines: tuple[Line, ...]
    pages: int | None = None
    hidden: tuple[str, ...] = ()
    truncated: bool = False
    mostly_pictures: bool = False
