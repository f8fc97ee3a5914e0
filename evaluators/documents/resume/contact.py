"""Who a résumé is of, and how to reach them: name, e-mail address, telephone number and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluators.documents.resume.dates import find_dates
from evaluators.documents.resume.degrees import find_degree
from evaluators.documents.resume.headings import heading_kind
from evaluators.documents.resume.lexicon import lexicon
from evaluators.documents.resume.pieces import Piece, joined
from evaluators.documents.resume.rows import Row, body_size
from evaluators.documents.resume.scores import institution_score, is_sentence, place_score, title_score

TOP_ROWS = 12  # a name stands among the first lines, or is the largest line of the first page
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24}(?!\w)")
_SPACED_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?(?:[\w-]{1,63}\s?(?:\.|\[dot\]|\(dot\))\s?){1,3}[A-Za-z]{2,10}(?!\w)"
)
_PHONE = re.compile(r"(?<![\w./@-])(?:\+|00|\()?\d(?:[\s().–-]{0,3}\d){6,14}(?![\w/@])")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]{3,200}"
    r"|(?<![\w@./-])(?:[\w-]{1,63}\.){1,3}(?:com|org|net|io|in|dev|ai|co|me|app|edu|de|uk|info|tech|page|site|blog|xyz|us|ca|eu|fr"
    r"|nl|sh|gg|ly)(?:/[^\s|,;<>()]{0,200})?(?![\w@])",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"(?:linkedin|git ?hub|gitlab|twitter|behance|dribbble|kaggle|leetcode|hackerrank|stack ?overflow|medium|orcid)",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"({_NETWORK.pattern})\s?[:–-]\s?(@?[\w./-]{{2,60}})", re.IGNORECASE)
_HANDLE = re.compile(r"@?[\w.-]{2,40}")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")
_NAME_LABEL = re.compile(r"(?:full )?name\s*[:–-]\s*", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*[,|•·(]\s*|\s[–—-]\s|\s{3,}")


@dataclass(frozen=True, slots=True)
class Contact:
    name: Piece | None
    email: Piece | None
    phone: Piece | None
    links: tuple[Piece, ...]


def contact_of(rows: Sequence[Row], top: Sequence[Row], contact: Sequence[Row]) -> Contact:
    """How to reach the person. `top`: the rows above the first heading; `contact`: those of sections of contacts."""
    near = [*top, *contact]
    email = _first(EMAIL, near) or _first(EMAIL, rows) or _first(_SPACED_EMAIL, near)
    phone = next(_phones(near), None) or next(_phones(rows[:80]), None)
    return Contact(_name(rows, top, email), email, phone, tuple(_links(near)))


def _first(pattern: re.Pattern[str], rows: Sequence[Row]) -> Piece | None:
    for row in rows:
        for cell in row.cells:
            if match := pattern.search(cell.text):
                return cell.cut(*match.span())
    return None


def _phones(rows: Sequence[Row]) -> Iterator[Piece]:
    for row in rows:
        if row.bullet and is_sentence(row.text):
            continue
        for cell in row.cells:
            for match in _PHONE.finditer(cell.text):
                found = cell.cut(*match.span()).strip()
                found = _whole_phone(cell, found)
                digits = sum(letter.isdigit() for letter in found.text)
                if 8 <= digits <= 15 and not find_dates(found.text):
                    yield found


def _whole_phone(cell: Piece, found: Piece) -> Piece:
    """With the bracket or plus that begins it."""
    start = found.start - cell.start
    while start > 0 and cell.text[start - 1] in "(+":
        start -= 1
    return cell.cut(start, found.start - cell.start + len(found.text))


def _links(rows: Sequence[Row]) -> Iterator[Piece]:
    """Addresses and named accounts, each once."""
    seen: set[str] = set()
    for index, row in enumerate(rows):
        for cell in row.cells:
            named = (*_addresses(cell), *_accounts(cell), *_account_above(rows, index, cell))
            for found in sorted(named, key=lambda piece: piece.start):
                key = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", found.text.lower())
                if key not in seen:
                    seen.add(key)
                    yield found


def _addresses(cell: Piece) -> Iterator[Piece]:
    emails = [match.span() for match in EMAIL.finditer(cell.text)]
    for match in _LINK.finditer(cell.text):
        if not any(start <= match.start() < end for start, end in emails):
            found = cell.cut(*match.span())
            yield found.cut(0, len(found.text.rstrip(".,;:)")))


def _accounts(cell: Piece) -> Iterator[Piece]:
    """ "GitHub: johndoe", where no address is spelt out."""
    for match in _LABELLED.finditer(cell.text):
        if not _LINK.match(match[2]):
            yield cell.cut(*match.span())


def _account_above(rows: Sequence[Row], index: int, cell: Piece) -> Iterator[Piece]:
    """An account's name with the network below it: "johndoe" over "LinkedIn"."""
    if index == 0 or not _NETWORK.fullmatch(cell.text) or len(rows[index].cells) > 1:
        return
    above = rows[index - 1]
    handle = above.first.strip()
    if len(above.cells) == 1 and _HANDLE.fullmatch(handle.text) and not heading_kind(handle.text):
        yield joined([handle, cell])


def _name(rows: Sequence[Row], top: Sequence[Row], email: Piece | None) -> Piece | None:
    """The person's name: the words that look most like one, by size, place and the e-mail address."""
    body = body_size(rows)
    places = {id(row): index for index, row in enumerate(rows)}
    near = list({id(row): row for row in [*top[:TOP_ROWS], *rows[:TOP_ROWS], *_large(rows, body)]}.values())
    best: tuple[float, Piece] | None = None
    for row in near:
        candidate = _candidate(row)
        if candidate is None:
            continue
        weight = _weight(candidate, row, places[id(row)], body, email)
        if best is None or weight > best[0]:
            best = (weight, candidate)
            chosen = places[id(row)]
    if best is None or best[0] < 1.0:
        return None
    return _with_second_line(rows, chosen, best[1], body)


def _large(rows: Sequence[Row], body: float) -> list[Row]:
    page = [row for row in rows if row.page == 0 and row.size > 1.25 * body > 0]
    return sorted(page, key=lambda row: -row.size)[:4]


def _candidate(row: Row) -> Piece | None:
    if row.bullet or not row.cells:
        return None
    first = row.first.strip()
    if match := _NAME_LABEL.match(first.text):
        first = first.cut(match.end(), len(first.text))
    name = next(iter(first.split(_AFTER_NAME)), first)
    words = name.text.split()
    if not 1 <= len(words) <= 5 or len(name.text) > 50 or heading_kind(name.text) or EMAIL.search(first.text):
        return None
    if not all(_NAME_WORD.fullmatch(word) for word in words) or any(
        word.lower().strip(".") in lexicon().names.never for word in words
    ):
        return None
    if find_dates(name.text) or (find_degree(name.text) and len(words) < 3):
        return None
    return name


def _weight(name: Piece, row: Row, index: int, body: float, email: Piece | None) -> float:
    words = [word for word in name.text.split() if word.lower().strip(".") not in lexicon().names.honours]
    proper = sum(word[0].isupper() or word.lower() in lexicon().names.particles for word in words)
    weight = 0.8 if words and proper == len(words) else -1.0
    weight += 0.6 if len(words) in (2, 3, 4) else -0.3
    weight += max(0.0, 1.2 - 0.2 * index)
    if body > 0:
        weight += min(2.0, 2.5 * max(0.0, row.size / body - 1.0))
    if email is not None:
        local = re.sub(r"[^a-z]", "", email.text.split("@")[0].lower())
        weight += sum(
            0.9 for word in words if len(word) > 2 and re.sub(r"[^a-z]", "", word.lower()) in local and word.isascii()
        )
    weight -= 1.2 * max(0.0, title_score(name.text)) + max(0.0, place_score(name.text))
    weight -= 1.0 if institution_score(name.text) >= 2.0 else 0.0
    return weight


def _with_second_line(rows: Sequence[Row], index: int, name: Piece, body: float) -> Piece:
    """A name that takes two lines of large letters."""
    row = rows[index]
    for other in (index + 1, index - 1):
        if not 0 <= other < len(rows):
            continue
        near = rows[other]
        same = abs(near.size - row.size) < 0.1 and near.size > 1.3 * body > 0 and near.page == row.page
        second = _candidate(near)
        if not same or second is None or len(name.text.split()) + len(second.text.split()) > 5:
            continue
        if (
            title_score(second.text) >= 1.4
            or name.text != row.first.strip().text
            or second.text != near.first.strip().text
        ):
            continue
        return _both_lines(rows[min(index, other)], rows[max(index, other)])
    return name


def _both_lines(above: Row, below: Row) -> Piece:
    """Two lines as one name; a hyphen at the first one's end stays."""
    first, second = above.first.trim(), below.first.strip()
    if first.text.endswith("-"):
        return Piece(first.text + second.text, [*first.at, *second.at])
    return joined([first.strip(), second])
