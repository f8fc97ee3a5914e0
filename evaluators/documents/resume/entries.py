"""Groups the rows of a section into entries: lines that say who, what, where and when, and what was done below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from evaluators.documents.resume.dates import Dated, completed, find_dates, find_durations
from evaluators.documents.resume.degrees import find_degree
from evaluators.documents.resume.lexicon import lexicon, words_of
from evaluators.documents.resume.pieces import Piece, joined
from evaluators.documents.resume.rows import Row
from evaluators.documents.resume.scores import company_score, is_sentence, place_score, title_score

WIDE = 0.74  # of a section's longest line: a line that reaches so far may go on below
MOST_HEADS = 8  # lines of an entry that are not bullets; with more it is prose
LONGEST = 400  # letters of a line that may name anything
MAX_ITEMS = 60  # bullets of an entry
_URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|in|dev|ai|co|me|app|edu|de|uk"
    r"|inc)(?:/\S*)?(?![\w@])"
)
_TELLING = re.compile(r"[A-Z][\w ]{2,24}\s?:\s")
_LABEL = re.compile(
    r"(?:key |main |major |core |job |primary |roles? (?:and|&) )?(?:responsibilities|achievements"
    r"|accomplishments|highlights|duties"
    r"|deliverables|contributions|activities|description|summary|key points|impact|results|details|environment"
    r"|job profile)\s*:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date or span of dates with the words that tell it."""

    dated: Dated
    said: Piece


@dataclass(frozen=True, slots=True)
class Head:
    """A line of an entry that is no bullet, without its dates, durations and addresses."""

    row: Row
    cells: tuple[Piece, ...]
    dates: tuple[When, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether it tells only when and where."""
        return all(place_score(cell.text) >= 1.0 for cell in self.cells)


@dataclass(slots=True)
class Entry:
    heads: list[Head] = field(default_factory=list)
    items: list[Piece] = field(default_factory=list)

    @property
    def dates(self) -> list[When]:
        return [when for head in self.heads for when in head.dates]


@dataclass(slots=True)
class _Item:
    """A bullet or paragraph that grows line by line."""

    row: Row  # its last line
    parts: list[Piece]
    bullet: bool
    left: float


HeadTest = Callable[[Row], bool]


def entries_of(rows: Sequence[Row], heads_anyway: HeadTest = lambda row: False) -> list[Entry]:
    """The entries of one section in order. `heads_anyway`: whether a bulleted line heads an entry."""
    found: list[Entry] = []
    for entry in _returned(_chunks(_mended(rows), heads_anyway)):
        found += _split_entry(entry)
    return [entry for entry in found if entry.heads or entry.items]


def _mended(rows: Sequence[Row]) -> list[Row]:
    """Rows without tables' titles, addresses and labels such as "Responsibilities:"; a name of two lines as one."""
    result: list[Row] = []
    for index, row in enumerate(rows):
        if _is_table_title(row) or _LABEL.fullmatch(row.text.strip()) or _is_address(row):
            continue
        after = rows[index + 1] if index + 1 < len(rows) else None
        if result and _is_second_half(result, row, after):
            above = result[-1]
            cells = (joined([above.first, row.first]), *above.cells[1:], *row.cells[1:])
            result[-1] = replace(above, cells=cells, width=above.width + row.width)
        else:
            result.append(row)
    return result


def _is_address(row: Row) -> bool:
    return row.width <= LONGEST and all(
        match and match.end() == len(cell.text) for cell in row.cells for match in [_URL.match(cell.text)]
    )


def _is_second_half(rows: Sequence[Row], row: Row, after: Row | None) -> bool:
    """Whether a bold line only ends the name that the bold line above it begins."""
    above = rows[-1]
    if not (above.bold and row.bold and row.size == above.size > 0) or row.blank or above.bullet or row.bullet:
        return False
    if after is None or after.bold or (len(rows) > 1 and rows[-2].bold):
        return False
    if not all(_is_note(cell) or find_degree(cell.text) for cell in (*above.cells[1:], *row.cells[1:])):
        return False
    first, second = above.first.text, row.first.text
    if find_dates(first) or find_dates(second) or place_score(second) >= 1.2 or find_degree(second):
        return False
    return title_score(second) < 1.4 and title_score(first) < 1.4


def _is_table_title(row: Row) -> bool:
    words = re.split(r"[\s.]+", row.text.lower().strip())
    return len(row.cells) >= 3 and all(word.strip("():") in lexicon().table_titles for word in words if word)


def _chunks(rows: Sequence[Row], heads_anyway: HeadTest) -> list[Entry]:
    """Runs of heads with the items that follow them."""
    chunks = [Entry()]
    widest = max((row.width for row in rows), default=0)
    item: _Item | None = None
    opened: Head | None = None
    for row in rows:
        row, note = _without_notes(row, opened)
        if note is not None:
            chunks[-1].heads.append(note)
            opened = _still_open(note)
        if not row.cells:
            continue
        if item is not None and _goes_on(item, row, widest):
            item.parts += row.cells
            item.row = row
            continue
        if _starts_item(row, heads_anyway):
            _close(item, chunks[-1])
            item = _Item(row, list(row.cells), row.bullet, row.x0)
            continue
        if item is not None:
            _close(item, chunks[-1])
            item = None
            chunks.append(Entry())
        head = _head(row)
        opened = _still_open(head)
        chunks[-1].heads.append(head)
    _close(item, chunks[-1])
    return chunks


def _close(item: _Item | None, entry: Entry) -> None:
    if item is not None and len(entry.items) < MAX_ITEMS and (text := joined(item.parts).strip()):
        entry.items.append(text)


def _starts_item(row: Row, heads_anyway: HeadTest) -> bool:
    if row.bullet:
        return not heads_anyway(row)
    if len(row.cells) > 1 and any(_only_when(cell) for cell in row.cells):
        return False
    return is_sentence(row.text) and not _mostly_dates(row.text)


def _goes_on(item: _Item, row: Row, widest: int) -> bool:
    """Whether a row carries on the bullet or paragraph above it."""
    if row.bullet or len(row.cells) > 1:
        return False
    text = row.text
    above = item.row.text.rstrip()
    if row.blank and (row.page == item.row.page or not text[0].islower()):
        return False
    if _mostly_dates(text) or _ends_in_a_date(text) or (row.bold and not item.row.bold):
        return False
    if text[0].islower() or above.endswith(
        (",", "-", "–", "—", "/", "&", " and", " of", " the", " with", " for", " to", " in")
    ):
        return True
    if row.size and item.bullet and row.page == item.row.page and abs(row.x0 - item.left) > 1.5:
        return row.x0 > item.left and (row.x0 - item.left) < 6 * row.size
    if above.endswith((".", "!", "?", ":", ";")):
        return not row.size and not item.bullet and is_sentence(text) and len(above) >= WIDE * widest
    if item.row.width < WIDE * widest:
        return False
    return (
        title_score(text) < 1.4 and place_score(text) < 1.8 and company_score(text) < 2.0 and not _TELLING.match(text)
    )


def _ends_in_a_date(text: str) -> bool:
    """Whether a name with a date stands alone: "BusTime 2022"."""
    found = find_dates(text) if len(text) <= 60 else []
    return bool(found) and found[-1].end >= len(text.rstrip(" )")) and text[: found[-1].start].istitle()


def _mostly_dates(text: str) -> bool:
    return sum(found.end - found.start for found in find_dates(text)) >= 0.4 * len(text)


def _without_notes(row: Row, opened: Head | None) -> tuple[Row, Head | None]:
    """A row without the dates and places that stand beside it in a margin, and these as a head of their own."""
    if opened is not None and opened.dates and (closing := _closing(row, opened)):
        return closing
    if len(row.cells) < 2 or not (row.bullet or is_sentence(row.cells[0].text)):
        return row, None
    notes = [cell for cell in row.cells if _is_note(cell)]
    if not notes:
        return row, None
    rest = tuple(cell for cell in row.cells if cell not in notes)
    rest = tuple(cell.cut(2, len(cell.text)) if cell.text.startswith("• ") else cell for cell in rest)
    return replace(row, cells=rest), _head(replace(row, cells=tuple(notes), bullet=False))


def _closing(row: Row, opened: Head) -> tuple[Row, Head] | None:
    """The second half of a span that began in the margin of the row above: "January 2019 to", below it "Present"."""
    found = completed(opened.dates[-1].dated, row.first.text)
    if found is None:
        return None
    dated, end = found
    rest = row.first.cut(end, len(row.first.text)).strip()
    said = joined([opened.dates[-1].said, row.first.cut(0, end)])
    cells = tuple(cell for cell in (rest, *row.cells[1:]) if cell)
    bullet = bool(cells) and cells[0].text.startswith("• ")
    if bullet:
        cells = (cells[0].cut(2, len(cells[0].text)), *cells[1:])
    return replace(row, cells=cells, bullet=bullet), Head(replace(row, cells=()), (), (When(dated, said),))


def _still_open(head: Head) -> Head | None:
    return head if head.dates and head.dates[-1].dated.open else None


def _is_note(cell: Piece) -> bool:
    return _only_when(cell) or place_score(cell.text) >= 1.8


def _only_when(cell: Piece) -> bool:
    """Whether a cell holds nothing but a date or a length of time."""
    head = _head(Row(cells=(cell,)))
    return bool(head.dates or find_durations(cell.text)) and not head.cells


def _head(row: Row) -> Head:
    cells: list[Piece] = []
    dates: list[When] = []
    for cell in row.cells:
        if len(cell.text) > LONGEST:
            cells.append(cell)
            continue
        taken = [match.span() for match in _URL.finditer(cell.text)]
        for dated in find_dates(cell.text):
            taken.append((dated.start, dated.end))
            dates.append(When(dated, cell.cut(dated.start, dated.end).strip()))
        taken += find_durations(cell.text)
        cells += [part for part in cell.without(taken) if any(letter.isalnum() for letter in part.text)]
    return Head(row, tuple(cells), tuple(dates))


def _returned(chunks: list[Entry]) -> list[Entry]:
    """Dates and places that stand below an entry's bullets go back to it, where it has none of its own."""
    for above, below in pairwise(chunks):
        if not above.heads or above.dates:
            continue
        notes: list[Head] = []
        while (
            below.heads
            and below.heads[0].bare
            and not (notes and below.heads[0].row.blank and any(n.dates for n in notes))
        ):
            notes.append(below.heads.pop(0))
        if any(note.dates for note in notes):
            above.heads += notes
        else:
            below.heads[:0] = notes
    return chunks


def _split_entry(entry: Entry) -> Iterator[Entry]:
    """The entries in a run of heads; the items belong to the last one."""
    groups = list(_groups(_whole_dates(entry.heads)))
    for group in groups[:-1]:
        yield Entry(group, [])
    yield Entry(groups[-1] if groups else [], entry.items)


def _whole_dates(heads: Sequence[Head]) -> list[Head]:
    """Without open spans of dates that a later line has closed."""
    result: list[Head] = []
    for index, head in enumerate(heads):
        after = heads[index + 1] if index + 1 < len(heads) else None
        if after and not after.cells and after.dates and head.dates and head.dates[-1].dated.open:
            head = replace(head, dates=head.dates[:-1])
        result.append(head)
    return result


def _groups(heads: list[Head]) -> Iterator[list[Head]]:
    anchors = [index for index, head in enumerate(heads) if head.dates]
    if len(anchors) < 2:
        yield heads
        return
    lead, tail = anchors[0], len(heads) - 1 - anchors[-1]
    start = 0
    for before, anchor in pairwise(anchors):
        cut = _cut(heads, before, anchor, lead, tail)
        yield heads[start:cut]
        start = cut
    yield heads[start:]


def _cut(heads: Sequence[Head], before: int, anchor: int, lead: int, tail: int) -> int:
    """Where, between two lines with dates, the second entry begins."""
    if lead == 0:
        return anchor
    between = range(before + 1, anchor + 1)
    for index in between:
        if heads[index].row.blank and not (heads[index].bare and heads[index].dates and index > before + 1):
            return index
    plain = any(not heads[index].row.bold for index in between)
    for index in between:
        if plain and heads[index].row.bold and heads[index].cells:
            return index
    cut = before + 1 if tail == 0 else max(before + 1, anchor - lead)
    while cut < anchor and heads[cut].bare and not heads[cut].dates:
        cut += 1  # a place below the dates belongs to the entry above
    return cut


def entry_words(entry: Entry) -> int:
    """How many words an entry's heads have."""
    return sum(len(words_of(cell.text)) for head in entry.heads for cell in head.cells)


def first_dates(whens: Iterable[When]) -> When | None:
    """The span of dates that counts for an entry: the first that is a span, else the first date."""
    listed = list(whens)
    return next((when for when in listed if not when.dated.single), listed[0] if listed else None)
