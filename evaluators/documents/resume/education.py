"""The schools, universities and degrees that a résumé names, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evaluators.documents.resume.degrees import find_degree, is_marks
from evaluators.documents.resume.entries import Entry, Head, When, entries_of, first_dates
from evaluators.documents.resume.lexicon import words_of
from evaluators.documents.resume.pieces import Piece
from evaluators.documents.resume.rows import Row
from evaluators.documents.resume.scores import field_score, institution_score, is_sentence, place_score

MAX_ENTRIES = 40
_FIRM = re.compile(r"\s*[|•·●;\t]\s*|\s{3,}|\s+[–—]+\s+|\s-+\s")
_COMMA = re.compile(
    r",\s+|\s+at\s+|\s+from\s+|:\s+|\s+with\s+(?=\d)|\s*\((?=[^)]*(?:%|[gG][pP][aA]|[Dd]istinction|Hons))"
)
_BRACKETED = re.compile(r"\s*\(([^()]{2,60})\)")
_BRACKETED_MARKS = re.compile(r"\s*\([^)]*(?:%|gpa|distinction|hons|honou?rs|first class)[^)]*\)", re.IGNORECASE)
_SCHOOL_YEARS = re.compile(
    r"\b(?:class|grade|std|standard|ssc|hsc|sslc|secondary|high school|matriculation|10th|12th|xii?|cbse|icse|ged"
    r"|gcses?)\b",
    re.IGNORECASE,
)
_TOUCHING = re.compile(
    r"((?:[A-Z]\.? ?)?(?:[A-Z]\.|[A-Z]?[a-z]+\.?|[A-Z]+))(?=[A-Z][a-z]+ (?:[A-Z]|of)|(?<=[a-z])[A-Z]{2,}\b)"
)
_NOTE = re.compile(
    r"^(?:relevant )?(?:thesis|advisor|adviser|supervisor|course ?work|courses|minor|honou?rs|awards?|activities"
    r"|dissertation"
    r"|scholarship|member|graduated|grade|gpa|cgpa|score|exchange|project|modules?|electives?|specialization)\b",
    re.IGNORECASE,
)
_MINOR = re.compile(r"\bminor\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class School:
    institution: Piece | None
    degree: Piece | None
    field: Piece | None
    when: When | None


@dataclass(frozen=True, slots=True)
class _Part:
    """A few words of an entry, with what they look like."""

    piece: Piece
    head: int
    alone: bool  # they are a whole cell

    @property
    def school(self) -> float:
        return institution_score(self.piece.text) - (0.8 if place_score(self.piece.text) >= 1.2 else 0.0)


def schools_of(rows: Sequence[Row]) -> list[School]:
    """The entries of one education section."""
    schools: list[School] = []
    entries = [part for entry in entries_of(rows, _is_bulleted_school)[:MAX_ENTRIES] for part in _split_schools(entry)]
    field_first = _field_first([_school(entry) for entry in entries])
    for entry in entries:
        school = _school(entry, field_first)
        if school.institution is not None or school.degree is not None:
            schools.append(school)
    return schools


def _field_first(schools: Sequence[School]) -> bool:
    """Whether subjects stand before schools in the entries whose schools are clear."""
    votes = [
        school.field.start < school.institution.start
        for school in schools
        if school.field and school.institution and institution_score(school.institution.text) >= 1.5
    ]
    return sum(votes) * 2 > len(votes)


def _is_bulleted_school(row: Row) -> bool:
    text = row.text
    if _NOTE.match(text) or len(text) > 200:
        return False
    return bool(find_degree(text)) and institution_score(text) >= 1.5


def _split_schools(entry: Entry) -> Iterator[Entry]:
    """Entries that stand without dates or lines between them: each names its own school and degree."""
    start, school, degrees = 0, False, list[str]()
    for index, head in enumerate(entry.heads):
        names_school = any(institution_score(c.text) >= 1.5 and not is_marks(c.text) for c in head.cells)
        named = next((words for cell in head.cells if (words := _degree_words(cell.text))), [])
        another = bool(degrees) and bool(named) and " ".join(named) not in degrees
        if (names_school and school and (degrees or named)) or (another and school):
            yield Entry(entry.heads[start:index], [])
            start, school, degrees = index, False, []
        school = school or names_school
        degrees += [" ".join(named)] if named else []
    yield Entry(entry.heads[start:], entry.items)


def _degree_words(text: str) -> list[str]:
    found = find_degree(text)
    return words_of(text[found.start : found.end]) if found else []


def _school(entry: Entry, field_first: bool = False) -> School:
    parts = list(_parts(entry.heads))
    degree, field, used = _degree(parts)
    free = [part for part in parts if part is not used]
    if used is not None and degree is not None:
        free += _beside(used, degree)
    institution = _institution(free, degree, field_first, field is not None)
    if field is not None and used is not None and institution_score(institution.text if institution else "") < 1.5:
        institution, field = _exchanged(free, used, institution, field)
    if field is None:
        field = _field([part for part in free if part.piece is not institution], institution, degree)
    when = first_dates(entry.dates)
    if when is not None and when.dated.single:
        when = replace(when, dated=replace(when.dated, first=None))
    return School(institution, degree, field, when)


def _beside(part: _Part, degree: Piece) -> Iterator[_Part]:
    """A school that stands in the same words as its degree: "MBA Strathmore University"."""
    end = part.piece.at.index(degree.at[-1]) + 1
    rest = part.piece.cut(end, len(part.piece.text))
    if bracketed := _BRACKETED.match(rest.text):
        rest = rest.cut(bracketed.end(), len(rest.text))
    if (rest := rest.strip()) and institution_score(rest.text) >= 1.5:
        yield _Part(rest, part.head, alone=False)


def _exchanged(
    free: Sequence[_Part], used: _Part, institution: Piece | None, field: Piece
) -> tuple[Piece | None, Piece]:
    """School and subject where an unknown school follows its degree, and the subject that: "PGDM NICMAR, Finance"."""
    after = next((part for part in free if part.head == used.head and part.piece.start > field.start), None)
    said = used.piece.text[: used.piece.at.index(field.start)].rstrip()
    if after is None or said.endswith((" in", " of", ",", "(", ":", "-", "–")) or field_score(field.text) >= 1.0:
        return institution, field
    return (field, after.piece) if field_score(after.piece.text) >= 1.0 else (institution, field)


def _parts(heads: Sequence[Head]) -> Iterator[_Part]:
    for index, head in enumerate(heads):
        for cell in head.cells:
            for segment in cell.split(_FIRM):
                for part in _apart(segment):
                    yield from _cut_segment(part, index)


def _apart(segment: Piece) -> list[Piece]:
    """A degree and a school that a narrow column has pushed together: "B.ComNagpur University"."""
    touching = _TOUCHING.match(segment.text)
    if touching is None or find_degree(touching[1]) is None:
        return [segment]
    return [segment.cut(0, touching.end(1)), segment.cut(touching.end(1), len(segment.text))]


def _cut_segment(segment: Piece, head: int) -> Iterator[_Part]:
    """A segment cut at its commas, except where the parts belong together: a place, a school with its town."""
    if place_score(segment.text) >= 1.2 or is_sentence(segment.text):
        yield _Part(segment, head, alone=True)
        return
    pieces = list(segment.split(_COMMA))
    if len(pieces) == 1:
        yield _Part(segment, head, alone=True)
        return
    index = 0
    while index < len(pieces):
        for size in (3, 2):
            run = pieces[index : index + size]
            whole = segment.between(run[0], run[-1])
            if len(run) == size and _hold_together(run, whole):
                yield _Part(whole, head, alone=False)
                index += size
                break
        else:
            yield _Part(pieces[index], head, alone=False)
            index += 1


def _hold_together(run: Sequence[Piece], whole: Piece) -> bool:
    """Whether parts between commas are a place, or a school within a university."""
    schools = [institution_score(part.text) >= 1.5 and find_degree(part.text) is None for part in run]
    return all(schools) if any(schools) else place_score(whole.text) >= 1.8


def _degree(parts: Sequence[_Part]) -> tuple[Piece | None, Piece | None, _Part | None]:
    """The degree, its subject where the same words tell it, and the part that both come from."""
    best: tuple[float, Piece, Piece | None, _Part] | None = None
    for part in parts:
        text = part.piece.text
        found = find_degree(text)
        if found is None or _MINOR.search(text) or is_sentence(text):
            continue
        degree = part.piece.cut(found.start, found.end).strip()
        field = (
            part.piece.cut(found.field_start, found.field_end).strip()
            if found.field_end
            else _tail(part.piece, found.end)
        )
        weight = (1.0 if found.start == 0 else 0.5) + (0.3 if field else 0.0) - (0.6 if part.school >= 1.5 else 0.0)
        if best is None or weight > best[0]:
            best = (weight, degree, field or None, part)
    return (best[1], best[2], best[3]) if best else (None, None, None)


def _tail(part: Piece, end: int) -> Piece | None:
    """The subject straight after a degree: "MSc Data Science", "B.Com (Accounting)"."""
    rest = part.cut(end, len(part.text))
    if bracketed := _BRACKETED.match(rest.text):
        rest = rest.cut(*bracketed.span(1))
    rest = rest.strip()
    rest = rest.cut(0, marks.start()).strip() if (marks := _BRACKETED_MARKS.search(rest.text)) else rest
    if (
        not rest
        or len(rest.text.split()) > 7
        or is_marks(rest.text)
        or find_degree(rest.text)
        or institution_score(rest.text) >= 1.5
    ):
        return None
    return rest if any(letter.isalpha() for letter in rest.text) else None


def _institution(parts: Sequence[_Part], degree: Piece | None, field_first: bool, has_field: bool) -> Piece | None:
    """The school: the part that looks most like one; among unknown names, the one in the usual place."""
    named = [part for part in parts if not is_marks(part.piece.text) and not _NOTE.match(part.piece.text)]
    sure = [part for part in named if part.school >= 1.5]
    if sure:
        return _with_degree_cut_off(max(sure, key=lambda part: (round(part.school, 1), -part.piece.start)).piece)
    if degree is None:
        return None
    names = [part for part in named if part.school >= 0.5 and place_score(part.piece.text) < 1.2]
    plain = [part for part in names if has_field or field_score(part.piece.text) < 1.0]
    if not plain:
        return None
    return plain[-1 if field_first and not has_field and len(plain) == len(names) else 0].piece


def _with_degree_cut_off(institution: Piece) -> Piece:
    """A school's name without a degree that stands before it: "PhD Princeton University"."""
    found = find_degree(institution.text)
    if found is None or found.start > 0:
        return institution
    rest = institution.cut(found.end, len(institution.text)).strip()
    return rest if rest and institution_score(rest.text) >= 1.5 else institution


def _field(parts: Sequence[_Part], institution: Piece | None, degree: Piece | None) -> Piece | None:
    """The subject among the words that name neither school, degree, place nor marks."""
    if institution is None and degree is None:
        return None
    candidates = [
        part
        for part in parts
        if not is_marks(part.piece.text)
        and not _NOTE.match(part.piece.text)
        and place_score(part.piece.text) < 1.2
        and part.school < 1.5
        and not find_degree(part.piece.text)
        and len(part.piece.text.split()) <= 8
        and not is_sentence(part.piece.text)
    ]
    best = max(candidates, key=lambda part: (field_score(part.piece.text), -part.piece.start), default=None)
    if best is None or (degree and _SCHOOL_YEARS.search(degree.text) and field_score(best.piece.text) < 1.0):
        return None
    if field_score(best.piece.text) < 1.0 and place_score(best.piece.text) > 0.3:
        return None
    return best.piece
