"""Finds the quantities in an answer, in digits and in words, and tells a measure of impact from a count or a date."""

from __future__ import annotations

import re
from dataclasses import dataclass

NEAR_CHARS = 20  # the word before a number
CLAUSE_CHARS = 120  # a spoken clause is hardly longer
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_ONES += "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE = "hundred|thousand|million|billion|dozen"
_WORDS = rf"(?:(?:{_ONES}|(?:half )?a (?:{_SCALE}))(?:[\s-](?:and\s)?(?:{_ONES}|{_SCALE}|point|zero)\b)*)"
_DIGITS = r"[$€£₹]?\d++(?:[.,]\d++)*+(?:\s?(?:k|m|bn|million|billion|thousand|hundred)\b)?\+?"
_NUMBER = rf"(?:{_DIGITS}(?!/)|\b{_WORDS}\b)"
_MEASURE = (
    r"(?:%|percent(?:age points?)?\b|per cent\b|ms\b|milliseconds?\b|s\b|secs?\b|seconds?\b|minutes?\b"
    r"|mins?\b|hours?\b"
    r"|x\b|times (?:as|more|faster|fewer|higher|larger|lower|the)\b|fold\b|dollars?\b|euros?\b|pounds?\b"
    r"|rupees?\b|lakhs?\b|crores?\b|gb\b|mb\b|tb\b|gigabytes?\b"
    r"|megabytes?\b|basis points?\b)"
)
_SPAN_OF_TIME = r"(?:days?|weeks?|months?|quarters?|years?|sprints?|mornings?|evenings?|nights?|weekends?"
_SPAN_OF_TIME += r"|(?:\w+ )?afternoons?)\b"
_NOT_A_NOUN = r"(?!(?:and|or|of|to|in|on|for|the|per|is|was|them|us|this|these|those|his|its|as)\b)"
_NOUN = rf"(?:{_NOT_A_NOUN}[a-z][a-z-]*\s){{0,2}}?{_NOT_A_NOUN}[a-z][a-z-]*s\b"
_UNIT = rf"(?:[\s-]?{_MEASURE}|[\s-]{_SPAN_OF_TIME}|\s{_NOUN})"
_RATE = r"(?:\s(?:a|an|per|every|each)\s(?:second|minute|hour|day|week|month|quarter|year)\b)?"

_QUANTITY = re.compile(
    rf"(?<![\w.\-/])(?:from\s(?:about\s|around\s)?(?P<start>{_NUMBER}{_UNIT}?)(?:\s[a-z]+)?\s(?:down\s|up\s)?to\s"
    rf"(?:about\s|around\s|just\s|under\s)?(?P<end>{_NUMBER}{_UNIT}?)"
    rf"|(?P<number>{_NUMBER})(?P<unit>{_UNIT})?){_RATE}",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(
    r"\b(?:doubled(?! down)|tripled|quadrupled|halved|tenfold|twofold|threefold|twice as \w+|(?:in|by) half"
    r"|every (?:second|third|fourth|fifth|tenth)|by (?:a|one|two) (?:third|quarter|fifth)s?|(?:a|one|two"
    r"|three) (?:third|quarter|fifth)s? of"
    r"|half (?:of )?the \w+"
    r"|(?:down )?to zero|zero (?:downtime|incidents?|errors?|complaints?|outages?))\b",
    re.IGNORECASE,
)
_FEW = frozenset(map(str, range(1, 11))).union(_ONES.split("|")[:10])
_YEAR = re.compile(r"^(?:19[5-9]\d|20[0-4]\d)$")
_NAMED_BEFORE = re.compile(
    r"\b(?:python|java|version|http|phase|step|sprint|ticket|level|tier|number|chapter|room|angular|vue|react"
    r"|windows|ios"
    r"|android|section|page|grade|class|rule|option|plan|q|series|article|form|covid)\s$",
    re.IGNORECASE,
)
_DISCOURSE = re.compile(
    r"^\s(?:\w+\s){0,2}?(?:things?|reasons?|options?|parts?|ways?|questions?|examples?|sides?|steps?|choices?"
    r"|approaches|ideas?"
    r"|thoughts|cents|aspects?|kinds?|sorts?|words|main \w+|different \w+)$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:engineers?|developers?|people|persons?|teammates?|members?|interns?|analysts?|designers?|reps"
    r"|teams?|colleagues"
    r"|stakeholders?|managers?|others|scientists?|friends|departments?|offices?|companies|startups?|guys"
    r"|folks|seniors|juniors"
    r"|squads?|times|persons|students|classmates)$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:reduc\w+|increas\w+|improv\w+|cut(?:ting)?|grew|grow\w*|rose|fell|drop\w*|sav(?:ed|ing|es)"
    r"|boost\w+|rais(?:ed|ing)"
    r"|lower\w*|shorten\w+|exceed\w+|beat|hit|reached|gain\w+|went (?:up|down|from)|sped up|decreas\w+"
    r"|climb\w+|brought"
    r"|recover\w+|retain\w+|convert\w+|generat\w+|quota|target|conversion|churn|latency|revenue|uptime|margin"
    r"|accuracy"
    r"|closed|sold|won|signed"
    r"|instead of|faster|slower|fewer|more than|less than|over|under|worth|goal|late|early|ahead)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?]\s|\s(?:and|but|while|because|so)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: characters [start, end) of the answer. `impact`: it measures an effect."""

    text: str
    start: int
    end: int
    impact: bool


def quantities(answer: str) -> tuple[Quantity, ...]:
    """Every quantity of `answer` in order, as verbatim spans. Years, versions and "two things" are none."""
    found = [_read(answer, match) for match in _QUANTITY.finditer(answer)]
    found += [Quantity(match[0], match.start(), match.end(), impact=True) for match in _MULTIPLE.finditer(answer)]
    kept: list[Quantity] = []
    for quantity in sorted((item for item in found if item), key=lambda item: (item.start, -item.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return tuple(kept)


def _read(answer: str, match: re.Match[str]) -> Quantity | None:
    if match["start"] is not None:
        return None if _is_year(match["start"]) and _is_year(match["end"]) else _quantity(match, impact=True)
    number, unit = match["number"].strip(), match["unit"] or ""
    if _is_no_quantity(answer[max(0, match.start() - NEAR_CHARS) : match.start()], number, unit):
        return None
    return _quantity(match, impact=_measures_impact(answer, match, number, unit))


def _quantity(match: re.Match[str], *, impact: bool) -> Quantity:
    text = match[0].rstrip()
    return Quantity(text, match.start(), match.start() + len(text), impact)


def _is_year(number: str) -> bool:
    return bool(_YEAR.match(number.strip()))


def _is_no_quantity(before: str, number: str, unit: str) -> bool:
    if _is_year(number) and not re.search(_MEASURE, unit, re.IGNORECASE):
        return True
    if number.lower() in ("one", "1") and not re.fullmatch(rf"[\s-]?{_MEASURE}", unit, re.IGNORECASE):
        return True
    return bool(_NAMED_BEFORE.search(before) or _DISCOURSE.match(unit))


def _measures_impact(answer: str, match: re.Match[str], number: str, unit: str) -> bool:
    if number[0] in "$€£₹" or re.fullmatch(rf"[\s-]?{_MEASURE}", unit, re.IGNORECASE):
        return True
    if _PEOPLE.search(unit):
        return False
    if not unit and number.lower() in _FEW:
        return False
    changes = bool(_CHANGE.search(_clause_around(answer, match.start(), match.end())))
    if not unit or re.fullmatch(rf"[\s-]{_SPAN_OF_TIME}", unit, re.IGNORECASE):
        return changes
    return True


def _clause_around(answer: str, start: int, end: int) -> str:
    first, last = max(0, start - CLAUSE_CHARS), min(len(answer), end + CLAUSE_CHARS)
    begin = max((cut.end() for cut in _CLAUSE.finditer(answer, first, start)), default=first)
    after = _CLAUSE.search(answer, end, last)
    return answer[begin : after.start() if after else last]
