"""Recognises degrees, school certificates and marks, in American, British and Indian forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from evaluators.documents.resume.lexicon import lexicon

_SUBJECTS = (
    "Science|Arts|Engineering|Technology|Commerce|Business Administration|Business Management|Business Studies"
    "|Computer Applications?|Laws?|Education|Fine Arts|Applied Science|Applied Arts"
    "|Architecture|Design|Philosophy|Pharmacy"
    "|Social Work|Public Health|Public Administration|Public Policy|Management Studies|Medicine|Nursing|Music|Studies"
)
_NAME = r"(?!in\b|with\b|from\b|at\b)[A-Z][\w-]+"
_OF = (
    rf"(?: of (?:(?:{_SUBJECTS})(?![\w-]|,? (?:and|&) [A-Z])|(?!the\b){_NAME}(?:(?: and| &| of)? {_NAME}){{0,3}})"
    rf"| in (?!the\b){_NAME}(?:(?: and| &)? {_NAME}){{0,3}})"
)
_LEVEL = re.compile(
    r"(?:(?:Executive|Integrated|Dual|Honou?rs|Joint) )?(?:Bachelor|Master)(?:['’]?s['’]?)?(?: [Dd]egree)?"
    rf"{_OF}?(?: \(Hon(?:our)?s\.?\)| with Hon(?:our)?s)?"
)
_POSSESSIVE = re.compile(r"(?:Bachelor|Master)(?:['’]s|s['’]?)(?: [Dd]egree)?$")
_IN = re.compile(
    r"\s*(?:,\s*)?(?:in|of|with (?:a )?(?:major|specialization|specialisation|concentration) in|majoring in"
    r"|major:?|[-–—:])\s+",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"\b(?:c\.?g\.?p\.?a|s\.?g\.?p\.?a|g\.?p\.?a|percentage|aggregate|marks?|grade|score|percentile|rank"
    r"|class rank|division"
    r"|distinction|hono[u]?rs|cum laude|valedictorian|dean['’]s list|merit|first class|second class)\b"
    r"|\d(?:\.\d+)?\s?/\s?\d|\d\s?%|^\d+(?:\.\d+)?$",
    re.IGNORECASE,
)
_ONLY_MARKS = re.compile(r"[\W\d]*(?:c?\.?g\.?p\.?a\.?|%|percent(?:age|ile)?)?[\W\d]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDegree:
    """Letters [start, end) that name a degree, and [field_start, field_end) that name its subject, if any."""

    start: int
    end: int
    field_start: int = 0
    field_end: int = 0


def find_degree(text: str) -> FoundDegree | None:
    """The first degree that a line names, the longest way."""
    text = text[:300]
    best: tuple[int, int] | None = None
    for match in _degrees().finditer(text):
        if _in_a_place(text, match) or _in_a_name(text, match):
            continue
        best = match.span()
        break
    if best is None:
        return None
    start, end = best
    field = _field_after(text, end)
    if _POSSESSIVE.search(text[start:end]) and field:
        return FoundDegree(start, field[1], *field)  # "Bachelor's" alone names a level and no degree
    inside = re.search(r" (?:in) (?=[A-Z])", text[start:end])
    if inside:
        whole = (start + inside.end(), end)
        named = text[start : start + inside.start()]
        return FoundDegree(start, end if _POSSESSIVE.search(named) else start + inside.start(), *whole)
    return FoundDegree(start, end, *(field or (0, 0)))


def is_marks(text: str) -> bool:
    """Whether a short text tells how good a degree was: "CGPA: 8.7/10", "94.2%", "First class"."""
    return bool(_ONLY_MARKS.fullmatch(text) or (_MARKS.search(text) and not find_degree(text)))


def _field_after(text: str, end: int) -> tuple[int, int] | None:
    """The subject that follows a degree: after "in", a comma or in brackets."""
    match = _IN.match(text, end)
    if match is None:
        return None
    stop = re.compile(r"\s*(?:[,;|(•·]|\s[–—-]\s|\bfrom\b|\bat\b|\bwith\b|\.\s|$)").search(text, match.end())
    finish = stop.start() if stop else len(text)
    return (match.end(), finish) if finish > match.end() else None


def _in_a_place(text: str, match: re.Match[str]) -> bool:
    """Whether two letters are a state after a town: "Boston, MA"."""
    if (
        len(match[0]) > 2
        or text[match.end() :].startswith((" in ", " of "))
        or not re.search(r"[a-z], $", text[: match.start()])
    ):
        return False
    town = re.split(r"[,|;]|\s[–—-]\s", text[: match.start() - 2])[-1].strip().lower()
    known = lexicon()
    return match[0] in known.places.us_states and not any(word in known.institutions.words for word in town.split())


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether the words are a school's own name: "St. Ann's High School"."""
    return "School" in match[0] and bool(re.search(r"[\w'’.] $", text[: match.start()]))


@cache
def _degrees() -> re.Pattern[str]:
    ways = [_LEVEL.pattern, *lexicon().degrees.plain]
    return re.compile(r"(?<![\w.&'’+-])(?:" + "|".join(f"(?:{way})" for way in ways) + r")(?![\w+#])")
