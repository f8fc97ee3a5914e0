"""The parts of a DOCX file, unpacked within bounds: no bomb, no entity, nothing from outside."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from evaluators.documents.files.shapes import Problem, UnreadableDocument

MAX_PARTS = 2_000
MAX_INFLATED = 30_000_000  # bytes of all parts that are read, declared and actual
MAX_RATIO = 200  # of inflated to packed; prose in XML reaches about 30
RATIO_FROM = 1_000_000  # bytes; smaller parts may be as even as they like
MAX_DEPTH = 200  # of nested elements
CHUNK = 65_536
ENCRYPTED_BIT = 0x1


class Package:
    """The XML parts of a DOCX. Raises UnreadableDocument where it is broken, locked or too much."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as failure:
            raise corrupt() from failure
        self._left = MAX_INFLATED
        self._parts = {entry.filename.lstrip("/"): entry for entry in self._zip.infolist()}
        if len(self._zip.infolist()) > MAX_PARTS:
            raise too_complex()
        for entry in self._parts.values():
            if entry.filename.endswith((".xml", ".rels")):
                _check_declared(entry)

    def xml(self, name: str) -> Element | None:
        """The root of a part, or None where the file has no such part."""
        entry = self._parts.get(name)
        if entry is None:
            return None
        try:
            root: Element = fromstring(self._inflated(entry), forbid_dtd=True)
        except DefusedXmlException as failure:
            raise too_complex() from failure
        except (ParseError, ValueError, RecursionError) as failure:
            raise corrupt() from failure
        _check_depth(root)
        return root

    def names(self, prefix: str) -> list[str]:
        """The names of the parts that begin so, in order."""
        return sorted(name for name in self._parts if name.startswith(prefix))

    def close(self) -> None:
        self._zip.close()

    def _inflated(self, entry: zipfile.ZipInfo) -> bytes:
        """What a part really unpacks to, counted while it is unpacked: its header may say anything."""
        parts: list[bytes] = []
        try:
            with self._zip.open(entry) as source:
                for chunk in iter(lambda: source.read(CHUNK), b""):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise too_complex()
                    parts.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as failure:
            raise corrupt() from failure
        return b"".join(parts)


def _check_declared(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED_BIT:
        raise UnreadableDocument(
            Problem.ENCRYPTED, "This Word file is locked with a password. Save a copy without one and upload that."
        )
    large = entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
    if large or entry.file_size > MAX_INFLATED:
        raise too_complex()


def _check_depth(root: Element) -> None:
    """Iterative: a part that is nested too deeply must not break the check itself."""
    level: list[Iterator[Element]] = [iter(root)]
    while level:
        child = next(level[-1], None)
        if child is None:
            level.pop()
        else:
            level.append(iter(child))
        if len(level) > MAX_DEPTH:
            raise too_complex()


def corrupt() -> UnreadableDocument:
    return UnreadableDocument(
        Problem.CORRUPT, "This Word file is damaged and can't be opened. Save it again and upload the new file."
    )


def too_complex() -> UnreadableDocument:
    return UnreadableDocument(
        Problem.TOO_COMPLEX, "This Word file unpacks to far more than a document holds. Paste its text instead."
    )
