"""Finds the quantities in an answer, in digits and in words, and tells a measure of impact from a count or a date."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from controller.cues import BOOK, NUMBER_WORDS
from controller.hearing import Heard, hear, words
from controller.phrasebook import Span

MAX_FIGURES = 20  # more figures than these say nothing new of an answer
NEAR_CHARS = 20  # the word before a number
CLAUSE_CHARS = 120  # a spoken clause is hardly longer
_ONES = "|".join(NUMBER_WORDS.removesuffix(" hundred").split())
_SCALE = "hundred|thousand|million|billion|dozen|lakhs?|crores?"
_WORDS = rf"(?:(?:{_ONES}|(?:half )?a (?:{_SCALE}))(?:[\s-](?:and\s)?(?:{_ONES}|{_SCALE}|point|zero)\b)*)"
_DIGITS = r"[$€£₹]?\d++(?:[.,]\d++)*+(?:\s?(?:k|m|bn|million|billion|thousand|hundred|lakhs?|crores?)\b)?\+?"
_NUMBER = rf"(?:{_DIGITS}(?!/)|\b{_WORDS}\b)"
_MEASURE = (
    r"(?:%|percent(?:age points?)?\b|per cent\b|ms\b|milliseconds?\b|s\b|secs?\b|seconds?\b|minutes?\b"
    r"|mins?\b|hours?\b|hrs?\b"
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

_DIGIT = re.compile(r"\d+")
_FROM_TO = re.compile(
    rf"from\s(?:about\s|around\s)?(?P<start>{_NUMBER}{_UNIT}?){_RATE}(?:\s[a-z]+)?\s(?:down\s|up\s)?to\s"
    rf"(?:about\s|around\s|just\s|under\s)?(?P<end>{_NUMBER}{_UNIT}?){_RATE}",
    re.IGNORECASE,
)
_FROM = re.compile(r"from\s+(?:about\s|around\s)?", re.IGNORECASE)
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})?{_RATE}", re.IGNORECASE)
_GLUED = frozenset(".-/_")  # a number after one of these is part of a name or a date
_FEW = frozenset(map(str, range(1, 11))).union(_ONES.split("|")[:10])
_YEAR = re.compile(r"^(?:19[5-9]\d|20[0-4]\d)$")
# Numbers after these words are names, and before those they structure what is said.
_NAMED_BEFORE = words(
    "python java version http phase step sprint ticket level tier number chapter room angular vue react windows "
    "ios android section page grade class rule option plan q series article form covid"
)
_DISCOURSE = words(
    "thing things reason reasons option options part parts way ways question questions example examples side "
    "sides step steps choice choices approaches idea ideas thoughts cents aspect aspects kind kinds sort sorts "
    "words"
)
_PEOPLE = words(
    "engineer engineers developer developers people person persons teammate teammates member members intern "
    "interns analyst analysts designer designers reps team teams colleagues stakeholder stakeholders manager "
    "managers others scientist scientists friends department departments office offices companies startup "
    "startups guys folks seniors juniors squad squads times students classmates"
)
_IS_MEASURE = re.compile(rf"[\s-]?{_MEASURE}", re.IGNORECASE)
_IS_TIME = re.compile(rf"[\s-]{_SPAN_OF_TIME}", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.!?]\s|\s(?:and|but|while|because|so)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: characters [start, end) of the text. `impact`: it measures an effect."""

    text: str
    start: int
    end: int
    impact: bool


def quantities(answer: str) -> tuple[Quantity, ...]:
    """The quantities of `answer` in order, as verbatim spans. Years, versions and "two things" are none."""
    heard = hear(answer)
    found = quantities_of(heard, BOOK.search(heard, {}))
    return tuple(Quantity(answer[q.start - 1 : q.end - 1], q.start - 1, q.end - 1, q.impact) for q in found)


def quantities_of(heard: Heard, phrases: Mapping[str, Sequence[Span]]) -> tuple[Quantity, ...]:
    """The first MAX_FIGURES quantities of an answer whose phrases are known. Spans are those of `heard.raw`."""
    raw, changes = heard.raw, phrases.get("change", ())
    kept = [Quantity(raw[start:end], start, end, impact=True) for start, end in phrases.get("multiple", ())]
    reached = 0
    for start in sorted((*_in_digits(raw), *(start for start, _ in phrases.get("number", ())))):
        if start < reached:
            continue
        quantity, reached = _at(raw, start, changes)
        if quantity is not None:
            kept.append(quantity)
        if len(kept) >= MAX_FIGURES:
            break
    return _apart(kept)


def _at(raw: str, start: int, changes: Sequence[Span]) -> tuple[Quantity | None, int]:
    """The quantity that begins at a character, and from where on the next one may begin."""
    if raw[start - 1] in _GLUED or raw[start - 1].isalnum():
        return None, start + 1
    if span := _FROM_TO.match(raw, start):
        of_years = _is_year(span["start"]) and _is_year(span["end"])
        return (None if of_years else _quantity(span, impact=True)), span.end()
    lead = _FROM.match(raw, start)
    match = _AMOUNT.match(raw, lead.end() if lead else start)
    return (None, start + 1) if match is None else (_read(raw, match, changes), match.end())


def _in_digits(raw: str) -> list[int]:
    """Where a number in digits begins, its currency included."""
    found = [digits.start() for digits in _DIGIT.finditer(raw)]
    return [start - 1 if raw[start - 1] in "$€£₹" else start for start in found]


def _apart(found: list[Quantity]) -> tuple[Quantity, ...]:
    """In order, and of those that overlap the first or longer one."""
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return tuple(kept)


def _read(raw: str, match: re.Match[str], changes: Sequence[Span]) -> Quantity | None:
    number, unit = match["number"].strip(), match["unit"] or ""
    if _is_no_quantity(raw[max(0, match.start() - NEAR_CHARS) : match.start()], number, unit):
        return None
    return _quantity(match, impact=_measures_impact(raw, match, number, unit, changes))


def _quantity(match: re.Match[str], *, impact: bool) -> Quantity:
    text = match[0].rstrip()
    return Quantity(text, match.start(), match.start() + len(text), impact)


def _is_year(number: str) -> bool:
    return bool(_YEAR.match(number.strip()))


def _is_no_quantity(before: str, number: str, unit: str) -> bool:
    if _is_year(number) and not _IS_MEASURE.search(unit):
        return True
    if number.lower() in ("one", "1") and not _IS_MEASURE.fullmatch(unit):
        return True
    named = before.lower().split()[-1:] if before.endswith(" ") else []
    return bool(_NAMED_BEFORE.intersection(named) or _DISCOURSE.intersection(unit.lower().split()))


def _measures_impact(raw: str, match: re.Match[str], number: str, unit: str, changes: Sequence[Span]) -> bool:
    if number[0] in "$€£₹" or _IS_MEASURE.fullmatch(unit):
        return True
    if _PEOPLE.intersection(unit.lower().split()[-1:]):
        return False
    if not unit and number.lower() in _FEW:
        return False
    if not unit or _IS_TIME.fullmatch(unit):
        return _changes(raw, match.start(), match.end(), changes)
    return True


def _changes(raw: str, start: int, end: int, changes: Sequence[Span]) -> bool:
    """Whether the clause around the span says that something changed."""
    before = bisect_left(changes, (start, start)) - 1
    after = bisect_right(changes, (end - 1, end))
    if (
        before >= 0
        and start - changes[before][1] <= CLAUSE_CHARS
        and not _CLAUSE.search(raw, changes[before][1], start)
    ):
        return True
    if after >= len(changes) or changes[after][0] - end > CLAUSE_CHARS:
        return False
    return not _CLAUSE.search(raw, end, changes[after][0])
