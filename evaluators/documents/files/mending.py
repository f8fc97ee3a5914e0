"""From lines to a text that people and programs can read: letters mended, words rejoined, lines with their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from evaluators.documents.files.fragments import WIDE_SPACE
from evaluators.documents.files.shapes import MAX_CHARS, Line, TextLine

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "Ĳ": "IJ", "ĳ": "ij"}
# Accents that stand before their letter, and the combining ones that they mean.
ACCENTS = {"¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a", "¸": "\u0327"}
_ACCENT = re.compile(rf"(?:(?<=\w)|(?=[¨ˇ˚]))([{''.join(ACCENTS)}])([A-Za-z])")
BULLETS = "•●○◦▪■□▫▸▹►▶➤➢➔→‣⁃∙·⦁⚫⚪✓✔✦❖❑❒◆◇\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_BULLET = re.compile(rf"[{BULLETS}]+(?:\s+|(?=\w))|[*–—+o-] +(?=\S)")
_SPACED_OUT = re.compile(r"(?<!\S)(?:\w ){3,}\w(?!\S)(?:  +(?:\w ){2,}\w(?!\S))*")
_WIDE = re.compile(r"\t| {3,}")
_CUT_WORD = re.compile(r"([^\W\d_]+)-$")
_SUFFIX = re.compile(
    r"(?:t?ions?|s?ions?|ments?|ings?|eds?|ers?|ors?|ness|able|ible|al|ally|ly|ity|ties|ty|ive|ance|ence|ment|ture|tures"
    r"|ship|ware|izing|ising|ized|ised|ating|ated|ation|ations|sions?|eling|elling|ments|cies|cy|ous|ful|less|work|works"
    r"|opment|mental|mented|menting|gence|tic|tics|istic|cal|cally|ure|ures|ries|ry|ers|ters?|ders?|gers?)\b",
    re.IGNORECASE,
)
# First halves of compounds that keep their hyphen wherever a line breaks.
_COMPOUND = frozenset(
    """
    self co non post multi cross semi ex e full front back end real long short high low open close large small mid
    micro data cloud user client customer event state test machine deep cost time day year role team third first
    second two three four five six hands follow well cutting object service domain rule model voice text web
    mobile market risk task award problem decision detail result goal growth revenue fast peer one hand all off
    top bottom life value cyber human community world class run step start work best edge key zero single double
    triple half built server stake
    """.split()  # noqa: SIM905 - a list of words
)


@dataclass(frozen=True, slots=True)
class Mended:
    text: str
    lines: tuple[TextLine, ...]
    truncated: bool


def mend(lines: Sequence[Line], most: int = MAX_CHARS) -> Mended:
    """One text of all lines, at most `most` characters long, cut at the end of a line."""
    clean = [line for line in (replace(line, text=mended(line.text)) for line in lines) if line.text]
    joined = _with_links(_unbroken(clean))
    parts: list[str] = []
    placed: list[TextLine] = []
    length = 0
    for index, line in enumerate(joined):
        gap = "" if index == 0 else "\n\n" if line.blank else "\n"
        if length + len(gap) + len(line.text) > most:
            return Mended("".join(parts), tuple(placed), truncated=True)
        parts += [gap, line.text]
        start = length + len(gap)
        length = start + len(line.text)
        placed.append(TextLine(start, length, line.size, line.bold, line.x0, line.page))
    return Mended("".join(parts), tuple(placed), truncated=False)


def mended(text: str) -> str:
    """One line with plain letters: ligatures spelt out, one kind of bullet and of space, nothing unseen."""
    text = _bulleted(text)
    text = "".join(_letter(letter) for letter in text)
    text = unicodedata.normalize("NFC", _ACCENT.sub(_accented, text))
    text = _SPACED_OUT.sub(lambda match: _close_up(match[0]), text)
    lead = "• " if text.startswith("• ") else ""
    pieces = (" ".join(piece.split()) for piece in _WIDE.split(text.removeprefix("• ")))
    return lead + WIDE_SPACE.join(piece for piece in pieces if piece)


def _accented(match: re.Match[str]) -> str:
    """ "M¨uller", as some typesetters draw it, to "Müller"; what makes no letter stays as it is."""
    letter = unicodedata.normalize("NFC", match[2] + ACCENTS[match[1]])
    return letter if len(letter) == 1 else match[0]


def _bulleted(text: str) -> str:
    stripped = text.lstrip(" \t\u00a0")
    match = _BULLET.match(stripped)
    return "• " + stripped[match.end() :].lstrip() if match and match.end() < len(stripped) else stripped


@cache
def _letter(letter: str) -> str:
    if letter in LIGATURES:
        return LIGATURES[letter]
    if letter in "\t ":
        return letter
    category = unicodedata.category(letter)
    if category == "Zs":
        return " "
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category in ("Cf", "Co", "Cs", "Cn") else letter


def _close_up(spread: str) -> str:
    """ "S K I L L S" to "SKILLS"; wider gaps stay between words."""
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", spread))


def _unbroken(lines: Sequence[Line]) -> list[Line]:
    """The second half of a word that was cut at a line's end moves up to the first."""
    words = _all_words(lines)
    result: list[Line] = []
    for line in lines:
        above = result[-1] if result else None
        if above is None or line.blank or not _is_cut(above, line):
            result.append(line)
            continue
        half, _, rest = line.text.partition(" ")
        result[-1] = replace(above, text=_rejoined(above.text, half, words))
        if rest.strip():
            result.append(replace(line, text=rest.strip()))
    return result


def _is_cut(above: Line, below: Line) -> bool:
    if not _CUT_WORD.search(above.text) or WIDE_SPACE in above.text or not below.text[0].isalnum():
        return False
    return above.broken or (above.page == below.page and below.text[0].islower())


def _rejoined(above: str, half: str, words: frozenset[str]) -> str:
    first = _CUT_WORD.search(above)
    assert first is not None
    second = re.match(r"[^\W\d_]*", half)
    tail = second[0] if second else ""
    return (above if _keeps_hyphen(first[1], tail, words) else above[:-1]) + half


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether a word that was cut at its hyphen is written with one: as elsewhere in the text, or as such words are."""
    one, two = first.lower(), second.lower()
    if not two or second[0].isupper():
        return True
    if one + two in words:
        return False
    if f"{one}-{two}" in words:
        return True
    if _SUFFIX.fullmatch(two):
        return False
    return one in _COMPOUND or (one in words and two in words)


def _all_words(lines: Iterable[Line]) -> frozenset[str]:
    """Every word that stands whole in a line, in lower case, and compounds as such."""
    found: set[str] = set()
    for line in lines:
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!\w|-$)", line.text.lower()):
            found.add(word)
            found.update(word.split("-"))
    return frozenset(found)


def _with_links(lines: Sequence[Line]) -> list[Line]:
    """Addresses that the text does not say are put at the end of the sentence that hides them."""
    whole = "\n".join(line.text for line in lines)
    said: set[str] = set()
    result: list[Line] = []
    waiting: list[str] = []
    for index, line in enumerate(lines):
        waiting += [link for link in line.links if link not in said and not says_somewhere(link, whole)]
        said.update(line.links)
        below = lines[index + 1] if index + 1 < len(lines) else None
        if waiting and not _goes_on(line, below):
            line = replace(line, text=WIDE_SPACE.join((line.text, *map(_shown, waiting))))
            waiting = []
        result.append(line)
    return result


def _goes_on(line: Line, below: Line | None) -> bool:
    if below is None or below.blank or not line.flows:
        return False
    return not below.text.startswith("• ") and below.size == line.size and below.page == line.page


def _shown(link: str) -> str:
    return re.sub(r"^(?:mailto|tel):", "", link, flags=re.IGNORECASE)


def says_somewhere(link: str, text: str) -> bool:
    """Whether the text spells an address out, with or without its scheme."""
    bare = re.sub(r"^(?:https?://|mailto:|tel:)(?:www\.)?", "", link, flags=re.IGNORECASE).rstrip("/").lower()
    return re.search(rf"(?<![\w.]){re.escape(bare)}(?![\w/])", text.lower()) is not None or not bare
