"""The words of a sentence in the form in which speech, typing and cues compare: no endings, fillers, contractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from schema.figures import Figure, FigureKind, figures, in_scale

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*\*?", re.IGNORECASE)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _pairs(text: str) -> dict[str, str]:
    """ "lost lose, sold sell" as a mapping."""
    return {words[0]: words[1] for words in (pair.split() for pair in text.split(","))}


_FILLERS = _listed("um umm uh uhh uhm er erm hmm hm mm mhm ah eh")
_CONTRACTED = _pairs("n't not, 're are, 've have, 'll will, 'd would, 'm am")
_IS = _listed("what that it there here who where how when let he she this which")  # "what's": what is
_NOT = _listed("do does did is are was were have has had could should would")
_UNMARKED = {word + "nt": (word, "not") for word in _NOT} | {
    "cant": ("can", "not"),
    "wont": ("will", "not"),
    "cannot": ("can", "not"),
    "lets": ("let", "us"),
    **{word + "s": (word, "is") for word in ("what", "that", "there")},
    **{word + "ve": (word, "have") for word in ("i", "we", "they")},
    **{word + "re": (word, "are") for word in ("you", "they")},
    "im": ("i", "am"),
}
_ENDINGS = (
    "ments",
    "ment",
    "ations",
    "ation",
    "ings",
    "ing",
    "edly",
    "ies",
    "ied",
    "ers",
    "est",
    "es",
    "ed",
    "er",
    "ly",
    "s",
    "e",
    "y",
)
_WHOLE = _listed("they there here where were very any only other over ever under this these those does")  # no ending
_LEAST_STEM = 3
_AMERICAN = re.compile(r"iz(e|es|ed|ing|ers?|ations?)$")  # organize, organise
_IRREGULAR = _pairs(
    "lost lose, loss lose, losses lose, sold sell, sale sell, sales sell, bought buy, paid pay,"
    "spent spend, grew grow, grown grow, fell fall,"
    "fallen fall, rose rise, risen rise, kept keep, told tell, said say, took take, taken take, made make,"
    "chose choose, chosen choose, brought bring, built build, analyses analysis, analyse analysis, analyze analysis,"
    "analysing analysis, gave give, given give, went go, gone go, thought think, broke break, broken break,"
    "driven drive, drove drive, won win, met meet, came come"
)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word at characters [start, end) of the text; `plain` is what was said, `stem` what is compared."""

    plain: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def spoken(text: str) -> tuple[SpokenWord, ...]:
    """The words of `text`. Numbers stand as figures whatever way they were said ("twelve percent" is 12, percent)."""
    found: list[SpokenWord] = []
    reached = 0
    for figure in figures(text):
        if figure.kind is FigureKind.PART:
            continue
        found += _words(text, reached, figure.start)
        found += [SpokenWord(word, stem(word), figure.start, figure.end) for word in _number(figure, text)]
        reached = figure.end
    return (*found, *_words(text, reached, len(text)))


def _number(figure: Figure, text: str) -> Iterator[str]:
    """A figure as words: its value, then what was said of it ("97 crore" is 970000000, 97, crore)."""
    yield f"{figure.value:.10g}"
    if figure.kind is FigureKind.PERCENT:
        yield "percent"
    if scaled := in_scale(figure, text):
        yield from (f"{scaled[0]:.10g}", scaled[1])


def _words(text: str, start: int, end: int) -> list[SpokenWord]:
    return [
        SpokenWord(plain, stem(plain), match.start(), match.end())
        for match in _WORD.finditer(text, start, end)
        for plain in _opened(match.group().lower().replace("’", "'"))
    ]


def _opened(word: str) -> tuple[str, ...]:
    """A contraction in full; nothing for a sound without meaning; a possessive without its ending."""
    if word in _FILLERS:
        return ()
    if word in _UNMARKED:
        return _UNMARKED[word]
    if "'" not in word:
        return (word,)
    if word in ("can't", "won't", "let's"):
        return _UNMARKED[word.replace("'", "")]
    for ending, meaning in _CONTRACTED.items():
        if word.endswith(ending):
            return (word.removesuffix(ending), meaning)
    first, _, last = word.partition("'")
    return (first, "is") if last == "s" and first in _IS else (first,)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its ending: rate, rates and rating are one, delivery and delivered are one. Figures stay."""
    if word[:1].isdigit() or word.endswith("*") or word in _WHOLE:
        return word
    short = _AMERICAN.sub(r"is\1", _IRREGULAR.get(word, word))
    while (shorter := _shorter(short)) != short:  # "deliveries", "delivery", "deliver"
        short = shorter
    return short[:-3] + "or" if short.endswith("our") and len(short) > 4 else short  # labour, labor


def _shorter(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] == word[-2] else word
