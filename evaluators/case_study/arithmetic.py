"""Finds a candidate's own sums in speech and notes ("12 times 40 is 520", "30% of 200 = 50") and does them again.

Nobody is accused on a doubt: a result counts as right within 2 %, within 10 % after "about", where it is the true one
rounded to the figures that were said, where it differs only by a thousand, a lakh or a hundredth (a unit left out), or
in any order of the operations. Nothing is said where the words change the unit of time, name a range, or take the
result back.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schema.figures import Figure, FigureKind, figures

EXACT, ABOUT = 0.02, 0.10
ROUNDED = 0.06  # the most that rounding to the figures said may take away
PLAUSIBLE = 12.0  # a result further off than this factor is no result of this sum

_NO_NOUN = (
    "and|but|then|so|if|when|not|or|because|which|that|is|are|was|to|divided|divide|multiplied|multiply|times|plus|minus"
    "|less|over|into|by|x|of|makes?|gives?|gets?|comes?|equals|the|this|these|those|we|you|they|i"
)
_NOUNS = rf"(?:(?!(?:{_NO_NOUN})\b)[a-z]+ ?){{0,3}}"
_FEW = r"(?:(?:the|our|a|about|roughly|around|another|those|these|by|only|say) ?){0,2}[₹$€£]?"
_OPERATORS: tuple[tuple[str, str], ...] = (
    ("*", r"times|multiplied by|multiply by|x|×|\*"),
    ("?", r"into|by"),  # "12 into 40" is 480 in India and "8 into 40" is 5 elsewhere
    ("/", r"divided by|divide by|over|/|÷"),
    ("+", r"plus|\+"),
    ("-", r"minus|less| [-–−] "),
)
_ANY_OPERATOR = "|".join(f"(?P<o{at}>{words})" for at, (_, words) in enumerate(_OPERATORS))
_OPERATOR = re.compile(rf"^ ?{_NOUNS} ?(?:{_ANY_OPERATOR}) ?{_FEW} ?$")
_JOINED = re.compile(r"\b(?:and|plus|then)\b|[+&]")
_OF = re.compile(r"^ of (?:(?:the|our|those|these|all|your|their) ?)?[₹$€£]?$")
_ABOUT = (
    "about|roughly|around|nearly|almost|approximately|close to|some|say|over|just over|just under|under|like|more than"
    "|less than|a bit over|a bit under|i think|maybe|circa|~|≈"
)
_EQUALS = re.compile(
    rf"^ ?{_NOUNS},? ?(?:is|are|was|equals|equal to|is equal to|=|≈|~|makes?|gives?(?: us| me)?|gets? (?:us|me)"
    r"|comes? (?:out )?(?:to|at)|works out (?:to|at)|which is|that is|so that is|will be|would be|turns out to be"
    r"|(?:i|we|you) get|which (?:gives|makes)(?: us| me)?|that (?:gives|makes)(?: us| me)?) ?"
    rf"(?P<hedge>(?:{_ABOUT}|only|just|exactly|a|the|total of|equal to| )*)[₹$€£]?$"
)
_HEDGED = re.compile(_ABOUT)
_TAKEN_BACK = re.compile(
    r"^[\s,.]*(?:\w+ ){0,2}(?:no|sorry|wait|actually|i mean|rather|correction|hmm|not|or|to|scratch)\b|^ ?[-–]"
)
_GOES_ON = re.compile(r"^ ?(?:\w+ )?(?:times|x|×|\*|/|\+|plus|minus|divided|multiplied|into|of|percent|fold)(?:\b| )")
_TIMES_OF = re.compile(r"\b(hour|day|dai|week|month|quarter|year|minute|annual|night|shift)\w*", re.IGNORECASE)
_ELLIPSES = (1.0, 1e3, 1e5, 1e6, 1e7, 1e2)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum at characters [start, end) of the text: what it was said to be, and what it may truly be."""

    start: int
    end: int
    said: float
    truths: tuple[float, ...]
    right: bool

    @property
    def should_be(self) -> float:
        return _rounded(self.truths[0], 5)


def wrong_sums(text: str) -> tuple[Sum, ...]:
    """The sums of `text` that do not come out."""
    return tuple(one for one in sums(text) if not one.right)


def sums(text: str) -> tuple[Sum, ...]:
    """The sums of `text` whose result was said, those left out of which nothing can be told."""
    found = figures(text)
    gaps = [_plain(text[a.end : b.start]) for a, b in pairwise(found)]
    return tuple(_sums(text, found, gaps))


def _plain(gap: str) -> str:
    plain = gap.lower().replace("’", "'").replace("that's", "that is").replace("it's", "which is")
    return re.sub(r"[\s,]+", " ", plain)


def _sums(text: str, found: Sequence[Figure], gaps: Sequence[str]) -> Iterator[Sum]:
    at, unfinished = 0, False  # "2 times 3 and 4 times 5 make 26": the first product waits for the second's result
    while at < len(gaps):
        last, operators = at, ""
        while last < len(gaps) and (operator := _operator(found[last], gaps[last], text)):
            operators += operator
            last += 1
        if operators and last < len(gaps) and (equals := _EQUALS.match(gaps[last])):
            one = _judged(text, found[at : last + 1], operators, found[last + 1], bool(_HEDGED.search(equals["hedge"])))
            if one is not None and (one.right or not unfinished):
                yield one
            unfinished = False
        else:
            unfinished = bool(operators) or (unfinished and _JOINED.search(gaps[at]) is not None)
        at = max(last, at + 1)


def _operator(before: Figure, gap: str, text: str) -> str | None:
    if before.kind is not FigureKind.PLAIN and _OF.match(gap):
        return "%"
    match = _OPERATOR.match(gap)
    return _OPERATORS[int((match.lastgroup or "o0")[1:])][0] if match else None


def _judged(text: str, terms: Sequence[Figure], operators: str, result: Figure, hedged: bool) -> Sum | None:
    """The sum with its truth; None where the words leave it open what was meant."""
    start, end = terms[0].start, result.end
    after = _plain(text[end : end + 40])
    if _TAKEN_BACK.match(after) or _changes_time(text[max(0, start - 20) : end + 30]):
        return None
    truths = tuple(dict.fromkeys(value for value in _values(terms, operators) if math.isfinite(value)))
    if not truths:
        return None
    right = any(_agrees(truth, result, hedged=hedged, shares=_has_shares(terms, operators)) for truth in truths)
    share = 100.0 if result.kind is FigureKind.PERCENT and 0 < abs(truths[0]) < abs(result.value) / 10 else 1.0
    truths = tuple(truth * share for truth in truths)
    far = all(truth == 0 or not 1 / PLAUSIBLE <= abs(result.value / truth) <= PLAUSIBLE for truth in truths)
    if not right and (far or result.value == 0 or _GOES_ON.match(after)):
        return None
    return Sum(start, end, result.value, truths, right)


def _changes_time(around: str) -> bool:
    units = {
        match.group(1).lower().replace("annual", "year").replace("dai", "day") for match in _TIMES_OF.finditer(around)
    }
    return len(units) > 1


def _has_shares(terms: Sequence[Figure], operators: str) -> bool:
    return any(term.kind is not FigureKind.PLAIN for term in terms) or "/" in operators or "?" in operators


def _agrees(truth: float, result: Figure, *, hedged: bool, shares: bool) -> bool:
    factors = _ELLIPSES if shares else _ELLIPSES[:-1]
    said = [result.value * factor for factor in factors] + [result.value / factor for factor in factors]
    tolerance = ABOUT if hedged else EXACT
    return any(_close(truth, value, tolerance) or _is_rounding(truth, value, result.digits) for value in said)


def _close(truth: float, said: float, tolerance: float) -> bool:
    return abs(said - truth) <= tolerance * abs(truth) + 1e-9


def _is_rounding(truth: float, said: float, digits: int) -> bool:
    return _close(_rounded(truth, digits), said, 1e-6) and _close(truth, said, ROUNDED)


def _rounded(value: float, digits: int) -> float:
    return 0.0 if value == 0 else round(value, digits - 1 - math.floor(math.log10(abs(value))))


# ------------------------------------------------------------------ values


def _values(terms: Sequence[Figure], operators: str) -> Iterator[float]:
    """What the terms may come to: by precedence, from left to right, with shares as parts or as points."""
    yield from _changed_by_share(terms, operators)
    for chosen in "*/\\" if "?" in operators else " ":
        ops = operators.replace("?", chosen)
        for numbers in _readings(terms, ops):
            yield from (_by_precedence(numbers, ops), _left_to_right(numbers, ops))


def _readings(terms: Sequence[Figure], operators: str) -> Iterator[list[float]]:
    parts = [term.value / 100 if term.kind is FigureKind.PERCENT else term.value for term in terms]
    yield parts
    if "%" not in operators and any(term.kind is FigureKind.PERCENT for term in terms):
        yield [term.value for term in terms]  # "10 percent plus 5 percent is 15 percent"


def _changed_by_share(terms: Sequence[Figure], operators: str) -> Iterator[float]:
    """ "1,000 minus 10 percent is 900"."""
    if len(terms) == 2 and operators in ("+", "-") and terms[1].kind is FigureKind.PERCENT:
        share = terms[1].value / 100
        yield terms[0].value * (1 + share if operators == "+" else 1 - share)


def _by_precedence(numbers: Sequence[float], operators: str) -> float:
    total, sign, product = 0.0, 1.0, numbers[0]
    for operator, number in zip(operators, numbers[1:], strict=True):
        if operator in "+-":
            total, sign, product = total + sign * product, -1.0 if operator == "-" else 1.0, number
        else:
            product = _applied(product, operator, number)
    return total + sign * product


def _left_to_right(numbers: Sequence[float], operators: str) -> float:
    value = numbers[0]
    for operator, number in zip(operators, numbers[1:], strict=True):
        value = _applied(value, operator, number)
    return value


def _applied(left: float, operator: str, right: float) -> float:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "/":
            return left / right if right else math.nan
        case "\\":
            return right / left if left else math.nan
        case _:
            return left * right
