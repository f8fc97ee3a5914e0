"""What a file is by its content, held against what its name and its declared type say."""

from __future__ import annotations

import re
from enum import StrEnum

from evaluators.documents.files.plain import wide_encoding
from evaluators.documents.files.shapes import Problem, UnreadableDocument


class Format(StrEnum):
    """What can be read; the value is its media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    TEXT = "text/plain"
    MARKDOWN = "text/markdown"


NAMES = {
    "pdf": Format.PDF,
    "docx": Format.DOCX,
    "txt": Format.TEXT,
    "text": Format.TEXT,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
}
SAVE_AS = "Save it as PDF, DOCX or plain text and upload that."
# What people upload that cannot be read: how it begins, and what to call it.
FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word (.doc) file, or one that is locked with a password"),
    (b"{\\rtf", "a rich text (.rtf) file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
FOREIGN_NAMES = re.compile(r"docm?|dot|pages|odt|rtf|html?|xml|json|csv|xlsx?|pptx?|zip|png|jpe?g|gif|heic|webp")
_RIFF_PICTURE = re.compile(rb"RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_TEXT_TYPES = ("text/", "application/octet-stream", "application/x-", "application/json")


def format_of(data: bytes, name: str, media_type: str | None) -> Format:
    """The format of a file's content. Raises UnreadableDocument where it is none of ours or not what its name says."""
    extension = _extension(name)
    named = NAMES.get(extension)
    if ENCRYPTED_OFFICE in data and extension == "docx":
        raise UnreadableDocument(
            Problem.ENCRYPTED, "This Word file is locked with a password. Save a copy without one and upload that."
        )
    found = _by_content(data)
    if found is None:
        raise _unsupported(data, extension) if named is None else _not_what_it_says(data, name)
    if found is Format.TEXT:
        return _text_format(data, name, named, media_type)
    if named is not None and named is not found:
        raise _mislabelled(name, found)
    if named is None and extension and media_type not in (None, found.value, "application/octet-stream"):
        raise _mislabelled(name, found)
    return found


def _by_content(data: bytes) -> Format | None:
    """The format that the first bytes show; None for what cannot be read; text where nothing speaks against it."""
    head = data[:1024]
    if b"%PDF-" in head:
        return Format.PDF
    if head.startswith(_ZIP):
        return Format.DOCX if b"word/" in data else None
    if _foreign(data) is not None:
        return None
    return Format.TEXT


def _text_format(data: bytes, name: str, named: Format | None, media_type: str | None) -> Format:
    promised = named or next((kind for kind in (Format.PDF, Format.DOCX) if kind.value == media_type), None)
    if promised in (Format.PDF, Format.DOCX):
        kind = promised.name
        if b"\x00" in data[:4096] or not _mostly_text(data):
            raise UnreadableDocument(
                Problem.CORRUPT, f"This {kind} file is damaged and can't be opened. Export it again and upload that."
            )
        raise UnreadableDocument(
            Problem.MISLABELLED,
            f"“{name}” is called a {kind} file but holds plain text. Rename it to .txt, or export it as {kind} again.",
        )
    if not _mostly_text(data):
        raise _unsupported(data, _extension(name))
    extension = _extension(name)
    if named is None and (FOREIGN_NAMES.fullmatch(extension) or not _is_text_type(media_type)):
        raise _unsupported(data, extension)
    markdown = named is Format.MARKDOWN or (named is None and media_type == Format.MARKDOWN.value)
    return Format.MARKDOWN if markdown else Format.TEXT


def _is_text_type(media_type: str | None) -> bool:
    return media_type is None or media_type.lower().startswith(_TEXT_TYPES)


def _mostly_text(data: bytes) -> bool:
    """Whether bytes are text in one of the usual encodings: no control characters to speak of."""
    sample = data[:65536]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(sample):
        return True
    odd = sum(byte < 32 and byte not in (9, 10, 11, 12, 13, 27) for byte in sample)
    return odd <= len(sample) // 200


def _foreign(data: bytes) -> str | None:
    if _RIFF_PICTURE.match(data[:32]):
        return "a picture"
    for start, what in FOREIGN:
        if (
            data.startswith(start)
            and (start != b"BM" or not _mostly_text(data))
            and (start != b"MZ" or not _mostly_text(data))
        ):
            return what
    return None


def _unsupported(data: bytes, extension: str) -> UnreadableDocument:
    what = _foreign(data)
    if what == "a picture":
        message = "This is a picture, and pictures can't be read. Upload the original document, or paste its text."
    elif what is not None:
        message = f"This is {what}, which can't be read. {SAVE_AS}"
    elif extension:
        message = f"A .{extension} file can't be read. {SAVE_AS}"
    else:
        message = f"This kind of file can't be read. {SAVE_AS}"
    return UnreadableDocument(Problem.UNSUPPORTED, message)


def _not_what_it_says(data: bytes, name: str) -> UnreadableDocument:
    what = _foreign(data)
    kind = "a compressed file" if what is None else what
    message = f"“{name}” is really {kind}, which can't be read. Upload the original document, or paste its text."
    return UnreadableDocument(Problem.MISLABELLED, message)


def _mislabelled(name: str, found: Format) -> UnreadableDocument:
    kind = found.name.lower() if found in (Format.PDF, Format.DOCX) else "txt"
    return UnreadableDocument(
        Problem.MISLABELLED,
        f"“{name}” is really a {kind.upper()} file. Rename it so that it ends in .{kind} and upload it again.",
    )


def _extension(name: str) -> str:
    stem, dot, extension = name.strip().rpartition(".")
    return extension.lower() if dot and stem and extension.isalnum() and len(extension) <= 8 else ""
