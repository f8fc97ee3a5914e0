"""Jobs as a CSV table, in and out: any row that cannot be read is named with its reason, the others come in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from schema.base import Shape
from schema.vocabulary import JobStatus

MAX_ROWS = 500
COLUMNS = ("role", "company", "status", "url", "next_interview", "deadline", "tags", "notes", "description", "archived")
_NAMES = {  # how other trackers and people call the columns
    "role": ("role", "role title", "title", "job title", "position", "job"),
    "company": ("company", "company name", "employer", "organisation", "organization"),
    "status": ("status", "stage", "state"),
    "url": ("url", "link", "job url", "address", "job link"),
    "next_interview": ("next interview", "next interview at", "interview", "interview date"),
    "deadline": ("deadline", "deadline on", "apply by", "closing date", "due"),
    "tags": ("tags", "labels", "tag"),
    "notes": ("notes", "note", "comments", "comment"),
    "description": ("description", "jd", "job description", "jd text"),
    "archived": ("archived",),
}
_STATUS = {
    "": JobStatus.SAVED,
    "wishlist": JobStatus.SAVED,
    "bookmarked": JobStatus.SAVED,
    "interview": JobStatus.INTERVIEWING,
    "interviews": JobStatus.INTERVIEWING,
    "offered": JobStatus.OFFER,
    "accepted": JobStatus.OFFER,
    "declined": JobStatus.REJECTED,
}
_LIMITS = {"role": 200, "company": 200, "url": 2_000, "notes": 20_000, "description": 50_000}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class RowError(Shape):
    """Why a row did not come in. `row` counts as a spreadsheet does: the heading is row 1."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class JobRow:
    row: int
    role: str
    company: str = ""
    status: JobStatus = JobStatus.SAVED
    url: str = ""
    next_interview: datetime | None = None
    deadline: date | None = None
    tags: tuple[str, ...] = ()
    notes: str = ""
    description: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class ReadTable:
    rows: tuple[JobRow, ...]
    errors: tuple[RowError, ...] = field(default=())


class _BadCellError(Exception):
    """A cell that cannot be read; the message says what it should hold."""


# ------------------------------------------------------------------ out


def write_table(rows: Iterable[Mapping[str, str]]) -> str:
    """The table's text. A cell that a spreadsheet would run as a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_harmless(row.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _harmless(cell: str) -> str:
    # One apostrophe more where there is one already: reading takes exactly one away.
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def _as_written(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


# ------------------------------------------------------------------ in


def read_table(text: str) -> ReadTable:
    """The rows that can be read and what is wrong with the others; without a column for the role, no row."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text))
    rows: list[JobRow] = []
    errors: list[RowError] = []
    try:
        places = _places(next(lines, []))
        if "role" not in places:
            return ReadTable((), (RowError(row=1, column="role", message="Name one column “role” or “title”."),))
        for number, cells in enumerate(lines, 2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(rows) + len(errors) >= MAX_ROWS:
                errors.append(RowError(row=number, column="", message=f"Only the first {MAX_ROWS} rows are read."))
                break
            found = _row(number, {name: cells[place] for name, place in places.items() if place < len(cells)})
            (rows if isinstance(found, JobRow) else errors).append(found)  # type: ignore[arg-type]
    except csv.Error:
        errors.append(RowError(row=lines.line_num, column="", message="From here on this is not a readable table."))
    return ReadTable(tuple(rows), tuple(errors))


def _delimiter(text: str) -> str:
    heading = text.partition("\n")[0]
    return max((",", ";", "\t"), key=heading.count)


def _places(heading: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(heading):
        name = re.sub(r"[\s_-]+", " ", cell).strip().lower()
        for column, names in _NAMES.items():
            if name in names:
                places.setdefault(column, place)
    return places


def _row(number: int, cells: Mapping[str, str]) -> JobRow | RowError:
    values: dict[str, Any] = {}
    for column, cell in cells.items():
        text = _as_written(cell)
        try:
            values[column] = _READERS.get(column, _plain(column))(text)
        except _BadCellError as problem:
            return RowError(row=number, column=column, message=str(problem))
    if not values.get("role"):
        return RowError(row=number, column="role", message="Give the role's title.")
    return JobRow(row=number, **values)


def _plain(column: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) > _LIMITS[column]:
            raise _BadCellError(f"Keep this under {_LIMITS[column]:,} characters.")
        return text.strip() if column in ("role", "company", "url") else text

    return read


def _status(text: str) -> JobStatus:
    name = text.strip().lower()
    try:
        return _STATUS.get(name) or JobStatus(name)
    except ValueError as failure:
        raise _BadCellError(f"Choose one of {', '.join(JobStatus)}.") from failure


def _url(text: str) -> str:
    address = _plain("url")(text)
    if address and not re.match(r"https?://[^\s/]", address):
        raise _BadCellError("Give an address that begins with http:// or https://.")
    return address


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10]) if text.strip() else None
    except ValueError as failure:
        raise _BadCellError("Write the date like 2026-05-31.") from failure


def _at(text: str) -> datetime | None:
    if not text.strip():
        return None
    try:
        found = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError) as failure:
        raise _BadCellError("Write the moment like 2026-05-31T09:30Z.") from failure


def _tags(text: str) -> tuple[str, ...]:
    return tuple(tag.strip() for tag in re.split(r"[;,]", text) if tag.strip())


def _yes(text: str) -> bool:
    return text.strip().lower() in ("yes", "true", "1", "x")


_READERS: dict[str, Callable[[str], Any]] = {
    "status": _status,
    "url": _url,
    "next_interview": _at,
    "deadline": _day,
    "tags": _tags,
    "archived": _yes,
}
