"""Finds a résumé's sections by their headings, in many spellings and by the look that the headings share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from evaluators.documents.resume.dates import find_dates
from evaluators.documents.resume.lexicon import lexicon, words_of
from evaluators.documents.resume.rows import Row, body_size
from evaluators.documents.skills import find_skills
from schema.vocabulary import SkillCategory

MAX_HEADING_WORDS = 6
LONGEST_WORD = 9  # letters; longer ones in capitals may be several words whose spaces were lost
_SPACED = re.compile(r"(?:\w ){3,}\w")
_INLINE = re.compile(r"([^\W\d_][\w &/-]{2,34})\s?:\s+(?=\S)")
_NOT_IN_HEADINGS = re.compile(r"[.!?@]\s*$|[\d@;=%$€₹]|https?:|\w,\s\w+,")


class Kind(StrEnum):
    """What a section is about."""

    TOP = "top"  # what stands above the first heading
    WORK = "work"
    EDUCATION = "education"
    PROJECTS = "projects"
    SKILLS = "skills"
    SUMMARY = "summary"
    CERTIFICATIONS = "certifications"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    SPOKEN = "spoken"
    INTERESTS = "interests"
    VOLUNTEER = "volunteer"
    REFERENCES = "references"
    CONTACT = "contact"
    QUALIFICATIONS = "qualifications"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    kind: Kind
    rows: tuple[Row, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    bold: bool
    upper: bool


def sections_of(rows: Sequence[Row]) -> list[Section]:
    """The sections in order; the first holds what stands above every heading."""
    kinds = _kinds(rows)
    sections: list[Section] = []
    kind, heading, held = Kind.TOP, "", list[Row]()
    for index, row in enumerate(rows):
        if (found := kinds.get(index)) is None:
            held.append(row)
            continue
        sections.append(Section(kind, tuple(held), heading))
        kind, heading, held = found, row.first.text, list(_beside(row))
    sections.append(Section(kind, tuple(held), heading))
    return [section for section in sections if section.rows or section.kind is Kind.TOP]


def heading_kind(text: str) -> Kind | None:
    """What a heading announces, by its words; None where a line is none. "Education & Training" is education."""
    if len(text) > 60 or _NOT_IN_HEADINGS.search(text):
        return None
    words = words_of(text.replace(" ", "") if _SPACED.fullmatch(text) else text)
    if len(words) == 1 and len(words[0]) > LONGEST_WORD and text.isupper():
        words = list(_parted(words[0]))
    if not words or len(words) > MAX_HEADING_WORDS:
        return None
    known = lexicon()
    whole = known.headings_whole.get(" ".join("and" if word == "&" else word for word in words))
    if whole is not None:
        return Kind(whole)
    keys = _keys()
    if not all(word in known.fillers or word in keys for word in words):
        return None
    for part in _conjuncts(words):
        named = [word for word in part if word in keys]
        if named:
            return keys[next((word for word in named if word in known.headings["strong"]), named[0])]
    return None


def _conjuncts(words: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for word in words:
        if word in ("and", "&"):
            yield part
            part = []
        else:
            part.append(word)
    yield part


@cache
def _keys() -> dict[str, Kind]:
    """Key words by what they announce; a word of two kinds announces the first."""
    keys: dict[str, Kind] = {}
    for kind, words in lexicon().headings.items():
        for word in words if kind != "strong" else ():
            keys.setdefault(word, Kind(kind))
    return keys


def _parted(letters: str) -> tuple[str, ...]:
    """The words of a heading that lost its spaces: "workexperience"; nothing where there are none such."""
    ways: list[tuple[str, ...] | None] = [()]
    known = lexicon().fillers | _keys().keys()
    for end in range(1, len(letters) + 1):
        starts = (start for start in range(end) if ways[start] is not None and letters[start:end] in known)
        ways.append(next((ways[start] + (letters[start:end],) for start in starts), None))  # type: ignore[operator]
    return ways[-1] or ()


def _kinds(rows: Sequence[Row]) -> dict[int, Kind]:
    """The rows that are headings, by index."""
    body = body_size(rows)
    named = {index: kind for index, row in enumerate(rows) if (kind := _named(row))}
    look = _shared_look(rows, named)
    kinds: dict[int, Kind] = {}
    current = Kind.TOP
    for index, row in enumerate(rows):
        kind = named.get(index)
        if kind is not None and _looks_wrong(row, look, body, current):
            kind = None
        if kind is None and _unknown_heading(rows, index, look, body, current):
            kind = Kind.OTHER
        if kind is not None and len(row.cells) > 1 and not _heads_its_row(row, look):
            kind = None
        if kind is Kind.SPOKEN:
            kind = _languages(rows[index + 1 : index + 5], current)
        if kind is Kind.QUALIFICATIONS:
            kind = _qualifications(rows[index + 1 : index + 8])
        if kind is None and row.blank and (inline := _inline(row, current)):
            kind = inline
        if kind is not None:
            kinds[index] = current = kind
    return kinds


def _named(row: Row) -> Kind | None:
    if row.bullet and not row.marked:
        return None
    return heading_kind(row.first.text)


def _look(row: Row) -> _Look:
    return _Look(round(row.size * 2) / 2, row.bold, row.first.text.isupper())


def _shared_look(rows: Sequence[Row], named: dict[int, Kind]) -> _Look | None:
    """The look of most headings that can be nothing else."""
    labels = lexicon().label_words
    sure = [
        _look(rows[index])
        for index, kind in named.items()
        if kind in (Kind.WORK, Kind.EDUCATION, Kind.SKILLS, Kind.PROJECTS, Kind.SUMMARY)
        and rows[index].first.text.lower() not in labels
    ]
    return Counter(sure).most_common(1)[0][0] if sure else None


def _looks_wrong(row: Row, look: _Look | None, body: float, current: Kind) -> bool:
    """Whether a line that could be a heading by its words looks like a label inside a section instead."""
    if look is None:
        return False
    own = _look(row)
    label = row.first.text.strip(": ").lower() in lexicon().label_words or row.first.text.endswith(":")
    if (
        own.size < look.size - 0.6
        and (label or not (own.bold or own.upper))
        and not (own.bold and _larger(own.size, body))
    ):
        return not row.marked
    if look.upper and not own.upper and (label or not _larger(own.size, body)):
        return not row.marked
    if look.bold and not own.bold:
        return label or not _larger(own.size, body)
    if label and own != look and current in (Kind.WORK, Kind.SKILLS, Kind.PROJECTS, Kind.EDUCATION):
        return own.size <= look.size
    return label and current is Kind.SKILLS and not row.size and not look.upper and not row.marked and not row.blank


def _larger(size: float, body: float) -> bool:
    return size > body + 0.6


def _unknown_heading(rows: Sequence[Row], index: int, look: _Look | None, body: float, current: Kind) -> bool:
    """Whether a line has the headings' own look, which no other text has, and words that are not known."""
    row = rows[index]
    if look is None or row.bullet or len(row.cells) > 1 or current is Kind.TOP:
        return False
    words = words_of(row.first.text)
    if not 1 <= len(words) <= MAX_HEADING_WORDS or _NOT_IN_HEADINGS.search(row.first.text) or find_dates(row.text):
        return False
    if look.size > body + 0.8:
        return _look(row) == look
    if not look.upper or not row.blank or len(row.first.text) < 4 or _look(row) != look:
        return False
    return not any(find_dates(below.text) for below in rows[index + 1 : index + 4]) or current is Kind.SKILLS


def _heads_its_row(row: Row, look: _Look | None) -> bool:
    """Whether a title in the left margin stands beside its section's first line."""
    text = row.first.text
    return heading_kind(text) is not None and not text.endswith(":") and (look is None or text.isupper() == look.upper)


def _beside(row: Row) -> Iterator[Row]:
    """What stands beside a heading, or after its colon, as the section's first row."""
    if len(row.cells) > 1:
        yield replace(row, cells=row.cells[1:], bold=False)
    elif (match := _INLINE.match(row.first.text)) and heading_kind(row.first.text) is None:
        yield replace(row, cells=(row.first.cut(match.end(), len(row.first.text)),), bold=False)


def _inline(row: Row, current: Kind) -> Kind | None:
    """The kind of "SKILLS: Python, Go", a section in one line."""
    match = _INLINE.match(row.first.text)
    if match is None or row.bullet:
        return None
    kind = heading_kind(match[1])
    if kind is Kind.SKILLS and words_of(match[1])[-1] not in ("skills", "competencies", "expertise", "proficiencies"):
        return None
    if kind in (Kind.SUMMARY, Kind.INTERESTS, Kind.SPOKEN, Kind.SKILLS, Kind.CERTIFICATIONS, Kind.EDUCATION):
        return kind if current is not Kind.SKILLS or kind is not Kind.SPOKEN else None
    return None


def _languages(rows: Sequence[Row], current: Kind) -> Kind | None:
    """ "Languages" may be spoken ones, a group of skills, or a section of programming languages."""
    found = {skill.category for row in rows for skill in find_skills(row.text[:300])}
    if SkillCategory.HUMAN_LANGUAGE in found or SkillCategory.PROGRAMMING_LANGUAGE not in found:
        return Kind.SPOKEN
    return None if current is Kind.SKILLS else Kind.SKILLS


def _qualifications(rows: Sequence[Row]) -> Kind:
    """ "Qualifications" are degrees in one country and a summary in another."""
    from evaluators.documents.resume.degrees import find_degree

    return Kind.EDUCATION if any(find_degree(row.text) for row in rows) else Kind.SUMMARY
