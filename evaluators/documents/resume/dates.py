"""Finds dates and spans of time in a résumé's lines, in the forms in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_SHORT = r"['’‘`]\d\d(?!\d)"  # '21
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"

# One point in time. The groups are read by `_point`.
_POINT = re.compile(
    rf"(?<![\w.,/])(?:"
    rf"(?P<iso>{_YEAR}[-/.](?:0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?(?![\d/-]))"
    rf"|(?P<slashed>\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR})"
    rf"|(?P<monthly>(?:0?[1-9]|1[0-2]) ?[/.-] ?{_YEAR})"
    rf"|(?P<named>(?:{_DAY} )?{_MONTH},? ?(?:{_DAY},? )?(?:of )?[-/,]? ?(?:{_YEAR}|{_SHORT}))"
    rf"|(?P<dashed>{_MONTH}[-/]\d\d(?!\d))"
    rf"|(?P<yearfirst>{_YEAR},? {_MONTH})"
    rf"|(?P<quarter>Q[1-4](?:[ ,-]|of)*(?:{_YEAR}|{_SHORT})|{_YEAR} ?-?Q[1-4]\b)"
    rf"|(?P<season>(?:Spring|Summer|Fall|Autumn|Winter)(?:[ ,-]|of)*(?:{_YEAR}|{_SHORT}))"
    rf"|(?P<years>{_YEAR} ?[-–—/] ?['’]?\d\d(?![\d/.-]))"
    rf"|(?P<year>{_YEAR})"
    rf"|(?P<bare>{_MONTH})"
    rf"|(?P<tiny>(?:0?[1-9]|1[0-2])/\d\d(?![\d/]))"
    rf"|(?P<now>present(?:ly)?|current(?:ly)?|now|today|ongoing|continuing|till date|to date|till now|till today|date"
    rf"|in progress)(?!\w)"
    rf")",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[-–—−‒~→]+|to|until|till|through|thru|up to|upto|and|/)\s*(?:the\s)?", re.IGNORECASE)
_DANGLING = re.compile(r"\s*(?:[-–—−‒→]+|to|until|till)\s*$", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:(?P<since>since|from|starting)|(?P<until>until|till|expected(?: graduation)?|anticipated(?: graduation)?"
    r"|graduat(?:ed|ion|ing|es)|class of|batch(?: of)?|completed|passed(?: out)?|conferred|awarded|due)"
    r"|in|year(?: of (?:passing|graduation|completion))?|dates?|duration|period|dates? of employment)"
    r"(?:\s(?:in|on|by|date))?\s*[:,–-]?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?P<on>onwards?|\+)?\s*(?:\((?:expected|anticipated|ongoing|pursuing|est\.?)\)|expected)?", re.IGNORECASE
)
_DURATION = re.compile(
    r"\(?(?<![\w.])~?\d{1,2}(?:\.\d)?\+? ?(?:years?|yrs?\.?|y)(?!\w)(?:,? ?(?:and |& )?\d{1,2} ?(?:months?"
    r"|mos?\.?|m)(?!\w))?\)?"
    r"|\(?(?<![\w.])\d{1,3} ?(?:months?|mos?\.?|weeks?)(?!\w)\)?",
    re.IGNORECASE,
)


class _Form(Enum):
    FULL = auto()  # a month of a year
    YEAR = auto()
    SPAN = auto()  # two years in one: 2019-20
    MONTH = auto()  # a month without its year
    TINY = auto()  # 03/21
    NOW = auto()


@dataclass(frozen=True, slots=True)
class _Point:
    form: _Form
    start: int
    end: int
    first: str  # the earliest and the latest month it may mean, "YYYY-MM" or "YYYY"
    last: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Letters [start, end) that tell when. `first` and `last` are "YYYY-MM", "YYYY", "present" or unknown.

    `single`: one date only. `open`: the line ends where the second date should stand.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    single: bool = False
    open: bool = False


def find_dates(text: str) -> list[Dated]:
    """Every date or span of dates of a line, in order. "May 2019 – Aug 2021" is one."""
    points = [point for match in _POINT.finditer(text) if (point := _point(match))]
    found: list[Dated] = []
    index = 0
    while index < len(points):
        pair = _pair(text, points, index)
        if pair is not None:
            found.append(pair)
            index += 2
            continue
        if (alone := _alone(text, points[index])) is not None:
            found.append(alone)
        index += 1
    return [_with_neighbours(text, item) for item in found]


def completed(opened: Dated, text: str) -> tuple[Dated, int] | None:
    """An open span closed by the date that begins `text`, and where that date ends; None if none begins it."""
    match = _POINT.match(text.lstrip("-–— "))
    point = _point(match) if match else None
    if point is None or point.form in (_Form.MONTH, _Form.TINY, _Form.SPAN):
        return None
    shift = len(text) - len(text.lstrip("-–— "))
    return replace(opened, last=point.last, open=False), point.end + shift


def find_durations(text: str) -> list[tuple[int, int]]:
    """Where lengths of time stand, such as "2 years 10 months"."""
    return [match.span() for match in _DURATION.finditer(text)]


def is_later(one: str | None, other: str | None) -> bool:
    """Whether a date lies after another for certain; "present" lies after all."""
    if one is None or other is None or one == other:
        return False
    if "present" in (one, other):
        return one == "present"
    shortest = min(len(one), len(other))
    return one[:shortest] > other[:shortest]


def _point(match: re.Match[str]) -> _Point | None:
    kind, said = str(match.lastgroup), match.group()
    month, year = _month_in(said), _year_in(said)
    form = _Form.FULL
    if kind == "now":
        return _Point(_Form.NOW, *match.span(), "present", "present")
    if kind in ("iso", "monthly", "slashed", "tiny"):
        return _numeric(match, kind)
    if kind == "bare":
        return _Point(_Form.MONTH, *match.span(), month, month) if said[0].isupper() else None
    if kind == "years":
        return _two_years(match)
    if kind == "quarter":
        number = int(re.findall(r"Q([1-4])", said, re.IGNORECASE)[0])
        return _Point(form, *match.span(), f"{year}-{3 * number - 2:02}", f"{year}-{3 * number:02}")
    if kind in ("season", "year"):
        return _Point(_Form.YEAR, *match.span(), year, year)
    return _Point(form, *match.span(), f"{year}-{month}", f"{year}-{month}")


def _numeric(match: re.Match[str], kind: str) -> _Point | None:
    parts = re.split(r"[-/. ]+", match.group())
    if kind == "iso":
        year, month = parts[0], parts[1]
        if len(parts) == 2 and int(month) == (int(year) + 1) % 100 and "-" in match.group():
            return _Point(_Form.SPAN, *match.span(), year, str(int(year) + 1))
    elif kind == "slashed":
        first, second, year = parts
        month = second if int(first) > 12 else first if int(second) > 12 else second
        if first != second and int(first) <= 12 and int(second) <= 12 and "/" in match.group():
            return _Point(_Form.YEAR, *match.span(), year, year)  # day and month can't be told apart
    else:
        month, year = parts
    if not 1 <= int(month) <= 12:
        return None
    if kind == "tiny":
        year = _century(year)
    said = f"{year}-{int(month):02}"
    return _Point(_Form.TINY if kind == "tiny" else _Form.FULL, *match.span(), said, said)


def _two_years(match: re.Match[str]) -> _Point | None:
    start, end = re.findall(r"\d+", match.group())
    last = start[:2] + end if int(start[2:]) <= int(end) else str(int(start[:2]) + 1) + end
    if not 0 < int(last) - int(start) <= 12:
        return None
    return _Point(_Form.SPAN, *match.span(), start, last)


def _month_in(said: str) -> str:
    name = re.search(r"[A-Za-z]{3}", said)
    key = name.group().lower() if name else ""
    return f"{_MONTHS.index(key) + 1:02}" if key in _MONTHS else ""


def _year_in(said: str) -> str:
    full = re.search(_YEAR, said)
    if full:
        return full.group()
    short = re.search(r"\d\d$", said)
    return _century(short.group()) if short else ""


def _century(two: str) -> str:
    return ("20" if int(two) < 50 else "19") + two


def _pair(text: str, points: list[_Point], index: int) -> Dated | None:
    """Two points with a dash or "to" between them."""
    if index + 1 >= len(points):
        return None
    one, two = points[index], points[index + 1]
    between = text[one.end : two.start]
    if len(between) > 12 or not (
        _BETWEEN.fullmatch(between) or (two.form is _Form.NOW and not between.strip(" ,–—-("))
    ):
        return None
    if one.form is _Form.NOW or _Form.SPAN in (one.form, two.form):
        return None
    if "and" in between.lower() or (between.strip() == "/" and two.form is not _Form.FULL):
        return None
    if two.form is _Form.MONTH:
        return None
    first = one.first
    if one.form is _Form.MONTH:
        if two.form is not _Form.FULL:
            return None
        first = f"{two.first[:4]}-{one.first}"
    if is_later(first, two.last):
        return None
    return Dated(one.start, two.end, first, two.last)


def _alone(text: str, point: _Point) -> Dated | None:
    if point.form in (_Form.MONTH, _Form.NOW, _Form.TINY):
        return None
    if point.form is _Form.SPAN:
        return Dated(point.start, point.end, point.first, point.last)
    before = _BEFORE.search(text[max(0, point.start - 40) : point.start])
    dangling = _DANGLING.match(text, point.end)
    if dangling:
        return Dated(point.start, dangling.end(), point.first, None, open=True)
    after = _AFTER.match(text, point.end)
    if (before and before["since"]) or (after and after["on"]):
        return Dated(point.start, point.end, point.first, "present")
    return Dated(point.start, point.end, point.first, point.last, single=True)


def _with_neighbours(text: str, item: Dated) -> Dated:
    """The span together with what introduces and follows it: "Expected May 2025", "(ongoing)"."""
    low = max(0, item.start - 40)
    before = _BEFORE.search(text[low : item.start])
    after = _AFTER.match(text, item.end)
    start = low + before.start() if before and _begins_word(text, low + before.start()) else item.start
    return replace(item, start=start, end=after.end() if after and after.group().strip() else item.end)


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def iterate_years(text: str) -> Iterator[str]:
    """Every year that a text names."""
    for match in re.finditer(rf"(?<![\w.,]){_YEAR}", text):
        yield match.group()
