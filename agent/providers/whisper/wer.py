"""Word error rate: both texts brought to one spelling, then the least number of wrong, missing and extra words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS["twelve"] = "twelfth"
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_CONTRACTIONS = (
    (r"\bwon't\b", "will not"),
    (r"\bcan't\b", "can not"),
    (r"\bcannot\b", "can not"),
    (r"\bshan't\b", "shall not"),
    (r"n't\b", " not"),
    (r"'re\b", " are"),
    (r"'ve\b", " have"),
    (r"'ll\b", " will"),
    (r"'m\b", " am"),
    (r"\blet's\b", "let us"),
    (r"\b(it|he|she|that|there|what|who|where|how)'s\b", r"\1 is"),
    (r"(?<!\w)'em\b", "them"),
)
_FILLERS = frozenset({"uh", "um", "er", "erm", "hmm", "mm", "mhm", "ah"})
_SPELLINGS = {
    "ok": "okay",
    "mr": "mister",
    "mrs": "missus",
    "dr": "doctor",
    "st": "saint",
    "etc": "etcetera",
    "vs": "versus",
}
_SYMBOLS = (("%", " percent "), ("&", " and "), ("+", " plus "), ("@", " at "))


@dataclass(frozen=True, slots=True)
class WordErrors:
    """Counts of one comparison. They add up."""

    reference_words: int = 0
    substituted: int = 0
    missing: int = 0
    extra: int = 0

    def __add__(self, other: WordErrors) -> WordErrors:
        return WordErrors(
            self.reference_words + other.reference_words,
            self.substituted + other.substituted,
            self.missing + other.missing,
            self.extra + other.extra,
        )

    @property
    def rate(self) -> float | None:
        """Errors for each word of the reference; above 1 is possible. None without a reference word."""
        if not self.reference_words:
            return None
        return (self.substituted + self.missing + self.extra) / self.reference_words


def word_errors(reference: str, heard: str) -> WordErrors:
    """Compares after `normalised`; the least edit distance over words (Levenshtein)."""
    wanted, got = normalised(reference), normalised(heard)
    # each cell: (errors, substituted, missing, extra)
    row = [(column, 0, 0, column) for column in range(len(got) + 1)]
    for index, word in enumerate(wanted, start=1):
        above, row = row, [(index, 0, index, 0)]
        for column, other in enumerate(got, start=1):
            row.append(_cheapest(above[column - 1], above[column], row[column - 1], same=word == other))
    _, substituted, missing, extra = row[-1]
    return WordErrors(len(wanted), substituted, missing, extra)


def normalised(text: str) -> list[str]:
    """Lower-case words without punctuation and fillers; numbers, contractions and symbols spelled out."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    text = re.sub(r"\$\s*(\d[\d,.]*\d|\d)", r"\1 dollars", text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"\d+(?:\.\d+)?(?:st|nd|rd|th)?", _spelled, text)
    for symbol, words in _SYMBOLS:
        text = text.replace(symbol, words)
    for pattern, words in _CONTRACTIONS:
        text = re.sub(pattern, words, text)
    text = re.sub(r"'s\b", "s", text)
    plain = re.sub(r"[\W_]+", " ", text.replace("'", ""))
    return [_SPELLINGS.get(word, word) for word in plain.split() if word not in _FILLERS]


def _cheapest(
    diagonal: tuple[int, int, int, int],
    above: tuple[int, int, int, int],
    left: tuple[int, int, int, int],
    *,
    same: bool,
) -> tuple[int, int, int, int]:
    if same:
        return diagonal
    return min(
        (diagonal[0] + 1, diagonal[1] + 1, diagonal[2], diagonal[3]),
        (above[0] + 1, above[1], above[2] + 1, above[3]),
        (left[0] + 1, left[1], left[2], left[3] + 1),
    )


def _spelled(match: re.Match[str]) -> str:
    """Digits in words: 42 -> forty two, 3.5 -> three point five, 2nd -> second."""
    digits = match.group().rstrip("stndrh")
    whole, _, fraction = digits.partition(".")
    words = _number(int(whole)) if len(whole) <= 12 else [_UNITS[int(digit)] for digit in whole]
    if fraction:
        words += ["point", *(_UNITS[int(digit)] for digit in fraction)]
    elif digits != match.group():
        words[-1] = _ordinal(words[-1])
    return " " + " ".join(words) + " "


def _ordinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def _number(value: int) -> list[str]:
    if value < 20:
        return [_UNITS[value]]
    if value < 100:
        return [_TENS[value // 10 - 2], *([_UNITS[value % 10]] if value % 10 else [])]
    scale, name = next((scale, name) for scale, name in _SCALES if value >= scale)
    return [*_number(value // scale), name, *(_number(value % scale) if value % scale else [])]
