"""Numbers in speech and notes: "about 2.4 million", "12 percent", "₹3 crore", "1,20,000", "forty thousand", "50k"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEN_TIMES = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_UNITS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_TIMES.split(), 2)}
_SCALES: dict[str, float] = {
    word: value
    for value, words in {
        12: "dozen",
        100: "hundred",
        1e3: "thousand thousands",
        1e5: "lakh lakhs lac lacs",
        1e6: "million millions mn mio",
        1e7: "crore crores cr",
        1e9: "billion billions bn",
    }.items()
    for word in words.split()
}
_GLUED: dict[str, float] = {"k": 1e3, "m": 1e6, "b": 1e9, "l": 1e5, **_SCALES}  # "50k": only right after the digits
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}
_PERCENT = re.compile(r"\s?(?:%|percent\b|per cent\b|percentage points?\b|pct\b)", re.IGNORECASE)
_TOKEN = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?|[a-z]+|[^\sa-z\d]", re.IGNORECASE)
_CURRENCY = "₹$€£"


_NAMES = {1e3: "thousand", 1e5: "lakh", 1e6: "million", 1e7: "crore", 1e9: "billion"}
_LAST_WORD = re.compile(r"[a-z]+$", re.IGNORECASE)


class FigureKind(StrEnum):
    PLAIN = "plain"
    PERCENT = "percent"  # 12 for "12 percent"
    PART = "part"  # 0.5 for "half of"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at characters [start, end). `scaled`: a word such as thousand or crore is in it."""

    value: float
    start: int
    end: int
    kind: FigureKind = FigureKind.PLAIN
    scaled: bool = False
    digits: int = 1  # significant ones, as said: 2 for "2.4 million", 1 for "500"


def in_scale(figure: Figure, text: str) -> tuple[float, str] | None:
    """The number before a figure's last scale word, and the word: 2.4 and "million". None where it ends in none."""
    word = _LAST_WORD.search(text, figure.start, figure.end)
    scale = _GLUED.get(word.group().lower()) if word else None
    if scale not in _NAMES or not figure.scaled:
        return None
    return figure.value / scale, _NAMES[scale]


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int

    @property
    def number(self) -> float | None:
        return float(self.text.replace(",", "")) if self.text[0].isdecimal() else None


def figures(text: str) -> tuple[Figure, ...]:
    """The numbers of `text` in order. Ordinals are none; "half" and "a third" are where "of" follows."""
    pieces = [_Piece(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    found: list[Figure] = []
    at = 0
    while at < len(pieces):
        read = _read(pieces, at)
        if read is None:
            at += 1
            continue
        figure, at = read
        percent = _PERCENT.match(text, figure.end)
        if percent and figure.kind is FigureKind.PLAIN:
            figure = Figure(figure.value, figure.start, percent.end(), FigureKind.PERCENT, figure.scaled, figure.digits)
        found.append(figure)
    return tuple(found)


def _read(pieces: list[_Piece], at: int) -> tuple[Figure, int] | None:
    """The number that begins at a piece, and the piece after it."""
    begin = at - 1 if at and pieces[at - 1].text in _CURRENCY else at
    return _part(pieces, at) or _amount(pieces, at, pieces[begin].start)


def _part(pieces: list[_Piece], at: int) -> tuple[Figure, int] | None:
    """ "half of", "a third of", "two thirds of", "half a million"."""
    first = pieces[at].text
    count, skip = (_SMALL.get(first), 1) if first in _SMALL else (1, 1 if first == "a" else 0)
    if at + skip >= len(pieces) or pieces[at + skip].text not in _PARTS:
        return None
    value = (count or 1) / _PARTS[pieces[at + skip].text]
    after = at + skip + 1
    if _is(pieces, after, "of"):
        return Figure(value, pieces[at].start, pieces[after - 1].end, FigureKind.PART), after
    if _is(pieces, after, "a") and after + 1 < len(pieces) and pieces[after + 1].text in _SCALES:
        end = pieces[after + 1]
        return Figure(value * _SCALES[end.text], pieces[at].start, end.end, scaled=True), after + 2
    return None


def _amount(pieces: list[_Piece], at: int, start: int) -> tuple[Figure, int] | None:
    reader = _Reader(pieces, at)
    if not reader.begin():
        return None
    while reader.go_on():
        pass
    end = pieces[reader.at - 1].end
    return Figure(reader.value, start, end, scaled=reader.scaled, digits=reader.digits), reader.at


class _Reader:
    """Reads one number: digits or words, then scales, each adding to what stands before it."""

    def __init__(self, pieces: list[_Piece], at: int) -> None:
        self.pieces, self.at = pieces, at
        self.total, self.current, self.last_scale = 0.0, 0.0, 0.0
        self.room = 0.0  # what may still be added in words: 10 after "twenty", 100 after "hundred"
        self.scaled = False
        self.spelt = ""  # the digits as said

    @property
    def value(self) -> float:
        return round(self.total + self.current, 6)

    @property
    def digits(self) -> int:
        if self.spelt:
            plain = self.spelt.replace(",", "")
            kept = plain.replace(".", "").lstrip("0")
            return max(1, len(kept if "." in plain else kept.rstrip("0")))
        return max(1, len(f"{self.value:.0f}".rstrip("0")))

    def begin(self) -> bool:
        piece = self.pieces[self.at]
        if piece.number is not None:
            if self._in_a_name(piece):
                return False
            self.current, self.spelt = piece.number, piece.text
        elif piece.text in _SMALL or piece.text in _TENS:
            self.current = float(_SMALL.get(piece.text, _TENS.get(piece.text, 0)))
            self.room = 10 if piece.text in _TENS else 0
        elif piece.text == "a" and self.at + 1 < len(self.pieces) and self.pieces[self.at + 1].text in _SCALES:
            self.current = 1
        else:
            return False
        self.at += 1
        return True

    def _in_a_name(self, piece: _Piece) -> bool:
        """Digits that go on from a letter belong to a name: "Q3", "B2B"."""
        before = self.pieces[self.at - 1] if self.at else None
        return before is not None and before.end == piece.start and before.text.isalpha()

    def go_on(self) -> bool:
        if self.at >= len(self.pieces):
            return False
        piece, before = self.pieces[self.at], self.pieces[self.at - 1]
        glued = bool(self.spelt) and piece.start == before.end
        scale = _GLUED.get(piece.text) if glued else _SCALES.get(piece.text)
        if scale is not None:
            return self._scale(scale)
        if piece.text == "point" and not self.spelt:
            return self._decimals()
        if piece.text == "and":
            return self._and()
        if piece.text == "-" and piece.start == before.end and self._adds(self.at + 1):
            self.at += 1
            return True
        return self._add(self.at)

    def _scale(self, scale: float) -> bool:
        if self.last_scale and scale > self.last_scale:
            self.total, self.current = (self.total + self.current) * scale, 0
        elif scale == _SCALES["hundred"]:
            self.current *= scale
        else:
            self.total, self.current = self.total + (self.current or 1) * scale, 0
        self.scaled = self.scaled or scale >= _SCALES["thousand"]
        self.last_scale = 0 if scale == _SCALES["hundred"] else scale
        self.room = scale
        self.at += 1
        return True

    def _decimals(self) -> bool:
        at, digits = self.at + 1, ""
        while at < len(self.pieces):
            piece = self.pieces[at]
            if piece.text in _SMALL and _SMALL[piece.text] < 10:
                digits += str(_SMALL[piece.text])
            elif piece.text.isdecimal() and not digits:
                digits = piece.text
            else:
                break
            at += 1
        if not digits:
            return False
        self.spelt = f"{self.current:g}.{digits}"
        self.current, self.at, self.room = float(self.spelt), at, 0
        return True

    def _and(self) -> bool:
        """ "a hundred and twenty", "two and a half million"."""
        after = self.at + 1
        if _is(self.pieces, after, "a"):
            after += 1
        if _is(self.pieces, after, "half") and not _is(self.pieces, after + 1, "of"):
            if self.current:
                self.current += 0.5
                self.spelt = f"{self.current:g}"
            else:
                self.total += self.last_scale / 2
            self.at = after + 1
            return True
        if self.room >= 100 and after == self.at + 1 and self._adds(after):
            self.at = after
            return self._add(after)
        return False

    def _adds(self, at: int) -> bool:
        if at >= len(self.pieces):
            return False
        value = _SMALL.get(self.pieces[at].text, _TENS.get(self.pieces[at].text))
        return value is not None and 0 < value < self.room

    def _add(self, at: int) -> bool:
        if not self._adds(at):
            return False
        text = self.pieces[at].text
        self.current += float(_SMALL.get(text, _TENS.get(text, 0)))
        self.room = 10 if text in _TENS else 0
        self.at = at + 1
        return True


def _is(pieces: list[_Piece], at: int, text: str) -> bool:
    return at < len(pieces) and pieces[at].text == text
