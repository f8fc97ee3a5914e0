"""The figures that a candidate gives, against those of a sound answer.

A sentence that names a figure and holds the sound value is right. It is wrong only where it plainly claims another: the
figure stands after "is", "comes to" or "about", is of the same kind and within a factor of ten, is no part of a sum,
and is neither a figure of the case nor another sound one. What is said right once stays right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from evaluators.case_study.arithmetic import EXACT
from evaluators.case_study.speech import Spoken, quoted
from evaluators.case_study.written import Line
from schema.analysis import Evidence
from schema.cues import Found, find
from schema.exercise_results import NumberCheck
from schema.exercises import CaseTemplate, SoundNumber
from schema.figures import Figure, FigureKind, figures

ROUGHLY = 0.1  # "a third" for 30 %
ROUNDED = 0.06
LONG = 30  # words; a longer sentence is speech without full stops and is read in parts of this length
NEAR_CHARS = 110  # around the name of a figure, in speech without full stops

_WORD = re.compile(r"\S+")
_SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9}
_CLAIM = re.compile(
    r"(?:\b(?:is|are|was|be|equals|to|about|roughly|around|nearly|almost|makes?|gives?|get|costs?|saves?|worth|at|only"
    r"|just|of|by|approximately|total|loses?|lost|needs?|earns?)\b|[=≈~:])"
    r"[\s₹$€£]*(?:(?:about|roughly|around|a|the) )?$",
    re.IGNORECASE,
)
_OPERAND = re.compile(
    r"^\s?(?:\w+ ){0,2}?(?:times|multiplied|divided|plus|minus|into|x|of|×|\*|/|\+|percent of)(?:\b| )|^\s?[-–×*/+]",
    re.IGNORECASE,
)
_AFTER_OPERATOR = re.compile(r"(?:times|by|plus|minus|into|over|x|×|\*|/|\+|-)\s?(?:the |our )?[₹$€£]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A figure given for a sound one, in a spoken sentence or a written line."""

    value: float
    right: bool
    evidence: Evidence | None = None
    written: str | None = None


def check_numbers(
    case: CaseTemplate, said: Sequence[Spoken], written: Sequence[Line], earned: Collection[str]
) -> tuple[NumberCheck, ...]:
    """A check for each sound number. One that rests on data that was not earned is not judged: `right` is null."""
    known = _known(case)
    return tuple(_check(number, said, written, earned, known) for number in case.numbers)


def _check(
    number: SoundNumber,
    said: Sequence[Spoken],
    written: Sequence[Line],
    earned: Collection[str],
    known: Collection[float],
) -> NumberCheck:
    def checked(**values: object) -> NumberCheck:
        shape = {"id": number.id, "label": number.label, "sound": number.value, "unit": number.unit}
        return NumberCheck.model_validate({**shape, **values})

    if not set(number.needs) <= set(earned):
        return checked(note="It rests on data that you did not ask for, so it does not count.")
    claims = [*_spoken_claims(number, said, known), *_written_claims(number, written, known)]
    if not claims:
        return checked(right=False, note="You did not give this figure.")
    best = next((claim for claim in claims if claim.right), claims[-1])
    return checked(
        said=_in_unit(best.value, number),
        right=best.right,
        evidence=best.evidence,
        written=best.written,
        note="" if best.right else f"It comes to {number.value:g} {number.unit}.".replace(" .", "."),
    )


def _spoken_claims(number: SoundNumber, said: Sequence[Spoken], known: Collection[float]) -> Iterator[_Claimed]:
    for one in said:
        for offset, part in _parts(one.text):
            figure, right = _claim(number, part, known)
            if figure is not None:
                proof = quoted(one, offset + figure.start, offset + figure.end, number.label)
                if proof is not None:
                    yield _Claimed(figure.value, right, evidence=proof)


def _written_claims(number: SoundNumber, written: Sequence[Line], known: Collection[float]) -> Iterator[_Claimed]:
    for line in written:
        for _, part in _parts(line.text):
            figure, right = _claim(number, part, known)
            if figure is not None:
                yield _Claimed(figure.value, right, written=line.text)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """A sentence, or overlapping parts of a long one with where they begin: each may name the figure again."""
    words = [match.span() for match in _WORD.finditer(text)]
    if len(words) <= LONG:
        yield 0, text
        return
    for first in range(0, len(words) - LONG // 2, LONG // 2):
        start, end = words[first][0], words[min(first + LONG, len(words)) - 1][1]
        yield start, text[start:end]


def _claim(number: SoundNumber, text: str, known: Collection[float]) -> tuple[Figure | None, bool]:
    """The figure that a sentence gives for the number, and whether it is right; None where it gives none."""
    found = find(number.names, text)
    if found is None:
        return None, False
    near = [figure for figure in figures(text) if _is_near(figure, found, text)]
    for figure in near:
        if _is_right(figure, number):
            return figure, True
    wrong = [figure for figure in near if _is_claimed(figure, number, text, known)]
    return (wrong[-1], False) if wrong else (None, False)


def _is_near(figure: Figure, found: Found, text: str) -> bool:
    whole = found.quote_start == 0 and found.quote_end >= len(text.rstrip())
    return whole or (figure.end > found.start - NEAR_CHARS and figure.start < found.end + NEAR_CHARS)


def _is_right(figure: Figure, number: SoundNumber) -> bool:
    tolerance = max(number.tolerance_pct / 100, EXACT)
    if figure.kind is FigureKind.PART:
        return number.unit == "%" and _close(figure.value * 100, number.value, ROUGHLY)
    if figure.kind is FigureKind.PERCENT and number.unit != "%":
        return False
    return any(
        _close(figure.value, sound, tolerance) or _is_rounding(figure, sound)
        for sound in {number.value, number.value * _scale(number)}
    )


def _is_rounding(figure: Figure, sound: float) -> bool:
    return _close(float(f"{sound:.{figure.digits - 1}e}"), figure.value, 1e-6) and _close(figure.value, sound, ROUNDED)


def _is_claimed(figure: Figure, number: SoundNumber, text: str, known: Collection[float]) -> bool:
    same_kind = (figure.kind is FigureKind.PERCENT) == (number.unit == "%") and figure.kind is not FigureKind.PART
    sound = number.value * _scale(number)
    value = figure.value if figure.scaled or _scale(number) == 1 else figure.value * _scale(number)
    if not same_kind or sound == 0 or not 0.1 < abs(value / sound) < 10 or _is_known(figure.value, known):
        return False
    before, after = text[max(0, figure.start - 30) : figure.start], text[figure.end : figure.end + 30]
    return bool(_CLAIM.search(before)) and not _OPERAND.match(after) and not _AFTER_OPERATOR.search(before)


def _is_known(value: float, known: Collection[float]) -> bool:
    return any(_close(value, one, EXACT) for one in known)


def _known(case: CaseTemplate) -> frozenset[float]:
    """Every figure that the case itself gives or that another sound number is, with and without its unit's scale."""
    cells = {float(cell) for reveal in case.revealable_data for row in reveal.exhibit.rows for cell in row[1:]
             if isinstance(cell, int | float)}  # fmt: skip
    texts = (case.prompt_statement, case.context, *(one.answer for one in case.clarifications))
    told = {figure.value for text in texts for figure in figures(text)}
    sound = {value for one in case.numbers for value in (one.value, one.value * _scale(one))}
    given = {value for one in case.numbers for value in one.inputs.values() if isinstance(value, int | float)}
    units = {scale for reveal in case.revealable_data if (scale := _scale_of(reveal.exhibit.unit)) != 1}
    return frozenset({*cells, *(cell * unit for cell in cells for unit in units), *told, *sound, *given})


def _scale(number: SoundNumber) -> float:
    return _scale_of(number.unit)


def _scale_of(unit: str) -> float:
    return next((scale for word, scale in _SCALES.items() if word in unit), 1.0)


def _in_unit(value: float, number: SoundNumber) -> float:
    scale = _scale(number)
    return value if scale == 1 or abs(value) < scale / 100 else value / scale


def _close(value: float, other: float, tolerance: float) -> bool:
    return abs(value - other) <= tolerance * abs(other) + 1e-9
