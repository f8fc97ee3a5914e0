"""The projects that a résumé names, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluators.documents.resume.dates import find_dates
from evaluators.documents.resume.entries import Entry, When, entries_of, first_dates
from evaluators.documents.resume.pieces import Piece
from evaluators.documents.resume.rows import Row
from evaluators.documents.resume.scores import is_sentence

MAX_ENTRIES = 60
MAX_NAME_WORDS = 10
_AFTER_NAME = re.compile(r"\s*[|•·]\s*|\s+[–—-]+\s+|:\s+|\s*\((?=[^)]*\)?\s*$)|\s{3,}|\s*[–—]\s+")
_NAMED = re.compile(r"([^\W_][^:–—|]{1,60}?)\s*(?::\s|\s[–—-]\s|[–—]\s|\s\|\s|\s\()")
_TITLE = re.compile(
    r"(?:(?:project|title|name|project (?:title|name)|title of (?:the )?project)(?: ?#?\d+)?|\d+[.)])\s*[:–-]\s*",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:tech(?:nologies|nology)?(?: stack| used)?|tools?(?: used)?|stack|built with|keywords|role|team size"
    r"|duration|client|link|github|demo"
    r"|responsibilities|description|environment)\s*[:–-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Work:
    """A project: its name, when, and what was done."""

    name: Piece
    when: When | None
    bullets: tuple[Piece, ...]


def projects_of(rows: Sequence[Row]) -> list[Work]:
    """The projects of one section; one bullet each where the section is a plain list."""
    entries = entries_of(rows, _is_bulleted_name)[:MAX_ENTRIES]
    if not any(head.cells for entry in entries for head in entry.heads):
        return [work for entry in entries for item in entry.items if (work := _bulleted(item))]
    return [work for entry in entries if (work := _project(entry))]


def _is_bulleted_name(row: Row) -> bool:
    """Whether a bulleted or numbered line is only a name, to be told about in the lines below it."""
    if _TITLE.match(row.text):
        return True
    return (
        len(row.text.split()) <= MAX_NAME_WORDS
        and not is_sentence(row.text)
        and not _NAMED.match(row.text)
        and (row.bold or bool(find_dates(row.text)))
    )


def _project(entry: Entry) -> Work | None:
    named = [_unlabelled(cell) for head in entry.heads for cell in head.cells]
    if not named or _LIST.match(named[0].text):
        return None
    name = next(iter(named[0].split(_AFTER_NAME)), named[0])
    if len(name.text.split()) > MAX_NAME_WORDS or is_sentence(name.text) or not any(map(str.isalpha, name.text)):
        return None
    return Work(name, first_dates(entry.dates), tuple(_told(entry, name)))


def _unlabelled(cell: Piece) -> Piece:
    """Without "Project title:" before the name."""
    match = _TITLE.match(cell.text)
    return cell.cut(match.end(), len(cell.text)) if match else cell


def _told(entry: Entry, name: Piece) -> Iterator[Piece]:
    """What is said of a project: the rest of its heads that is prose, and its bullets."""
    for head in entry.heads:
        for cell in head.cells:
            if cell.start != name.start and is_sentence(cell.text):
                yield cell
    yield from entry.items


def _bulleted(item: Piece) -> Work | None:
    """A project in one bullet: "Canteen Queue: an app that ..."; None where no name begins it."""
    match = _NAMED.match(item.text)
    if match is None or _LIST.match(item.text):
        return None
    name = item.cut(*match.span(1)).strip()
    if len(name.text.split()) > 6 or is_sentence(name.text) or not (name.text[0].isupper() or " " not in name.text):
        return None
    return Work(name, None, (item.cut(match.end(), len(item.text)).strip(),))
