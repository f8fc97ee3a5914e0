"""What a model's own sentence may lean on: quotation marks around words that were said, true figures and names."""

from __future__ import annotations

import re

from evaluators.words import compared, compared_text

# Passages in quotation marks of any kind. Single ones need a space or bracket outside: an apostrophe is none.
_QUOTED = re.compile(
    r"“([^”]*)”|\"([^\"]*)\"|«([^»]*)»|„([^“”]*)[“”]|(?<![^\s(\[])['‘]([^'‘’\n]{3,}(?:['’]\w[^'‘’\n]*)*)['’](?!\w)"
)
_SLOT = re.compile(r"\[[^\]]*\]")
_LEAST_QUOTE = 2  # words; one word in quotation marks names a term

_FIGURE = re.compile(
    r"(?P<money>[$€£₹]\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|percent|per cent|k\b|m\b)?", re.I
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w&+#]+")
_TELLING_DIGITS = 3  # a shorter number without a unit counts minutes and examples

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def quotes_stand(text: str, heard: str) -> bool:
    """Whether every passage of two words or more in quotation marks stands in `heard` (see `guard.material`)."""
    return all(f" {said} " in heard for said in quoted_passages(text))


def quoted_passages(text: str) -> list[str]:
    """The passages of two words or more in quotation marks, in compared form; named blanks are left out."""
    found = []
    for match in _QUOTED.finditer(text):
        inner = next(group for group in match.groups() if group is not None)
        for piece in _SLOT.split(inner):
            said = compared_text(piece).strip()
            if len(said.split()) >= _LEAST_QUOTE:
                found.append(said)
    return found


def figures_stand(text: str, heard: str) -> bool:
    """Whether every share, sum of money and larger number of a sentence was said or written, in digits or in words."""
    return all(_figure_stands(match, heard) for match in _FIGURE.finditer(_SLOT.sub(" ", text)) if _tells(match))


def names_stand(text: str, heard: str) -> bool:
    """Whether every name in the middle of a sentence was said or written by somebody."""
    return all(stands(name, heard) for name in _NAME.findall(_SLOT.sub(" ", text)))


def stands(word: str, heard: str) -> bool:
    """Whether a word or number stands in a text in compared form, whole."""
    key = compared(word.rstrip(".,"))
    return not key or re.search(rf"(?<![\w.]){re.escape(key)}(?![\w.]|\d)", heard) is not None


def spelt(number: int) -> str | None:
    """A number under a hundred in words, its parts joined as `compared` joins them: 97 is "ninetyseven"."""
    if number < len(_UNITS):
        return _UNITS[number]
    if number >= 100:
        return None
    tens, unit = divmod(number, 10)
    return _TENS[tens - 2] + (_UNITS[unit] if unit else "")


def _tells(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match["number"])
    return bool(match["money"] or match["unit"]) or len(digits) >= _TELLING_DIGITS


def _figure_stands(match: re.Match[str], heard: str) -> bool:
    number = compared(match["number"])
    unit = match["unit"] or ""
    written = {number, f"{number}%", f"{(match['money'] or '').strip()}{number}", f"{number}{unit.casefold()}"}
    if any(stands(form, heard) for form in written):
        return True
    words = spelt(int(number)) if number.isdigit() else None
    if words is None:
        return False
    tens, _, rest = words.partition("ty")
    apart = f"{tens}ty {rest}" if rest and words.endswith(rest) and f"{tens}ty" in _TENS else words
    return f" {words} " in heard or f" {apart} " in heard
