"""How two texts compare: whether one names a skill, under any name of it, and which content words they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from seeds.skills import load_skills

_SIGNS = re.compile(r"[^A-Za-zÀ-ɏ0-9+#]+")
_STEM = 5
_WORD = re.compile(r"[a-z]{4,}")
_EVERYDAY = (
    "about with that this what when where which would your have from they them their there then than will could "
    "should does into over only also more most very much many some such each every after before between under how "
    "work working team teams people time year years experience role company person first last make made take tell "
    "give need want know like good strong ability skills using used them someone something does done days week "
    "month walk through example question ensure provide support across within other well new high level"
)
_COMMON = frozenset(word[:_STEM] for word in _EVERYDAY.split())
SHORT = 3  # letters; "Go" and "R" are everyday words as well, so they count only as they are written


@dataclass(frozen=True, slots=True)
class Words:
    """A text for comparison: one space around every word and at both ends; `cased` keeps the capitals."""

    low: str
    cased: str


@dataclass(frozen=True, slots=True)
class _Names:
    low: tuple[str, ...]
    exact: tuple[str, ...]


def normal(text: str) -> str:
    """`text` in small letters, one space around every word and at both ends."""
    return f" {_SIGNS.sub(' ', text).strip().lower()} "


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """`text` for comparison."""
    cased = f" {_SIGNS.sub(' ', text).strip()} "
    return Words(cased.lower(), cased)


@lru_cache(maxsize=4096)
def _names_of(name: str) -> _Names:
    skill = load_skills().get(name)
    spellings = skill.spellings if skill is not None else (name,)
    careful = skill.careful if skill is not None else {}
    exact = [one for one in spellings if one in careful or len(one) <= SHORT]
    low = [normal(one) for one in spellings if one not in exact]
    joined = [f" {one.replace(' ', '')} " for one in low if " " in one.strip() and len(one) > 7]
    return _Names(tuple(one for one in (*low, *joined) if one.strip()), tuple(words_of(one).cased for one in exact))


def names(words: Words, name: str) -> bool:
    """Whether the text names the skill `name`, a canonical name or any other."""
    known = _names_of(name)
    return any(one in words.low for one in known.low) or any(one in words.cased for one in known.exact if one.strip())


def spelt_out(phrase: str, name: str) -> str:
    """`phrase` with a skill's full name for a short form that can't be read aloud: "k8s" becomes "Kubernetes"."""
    skill = load_skills().get(name)
    for short in skill.aliases if skill is not None else ():
        if any(sign.isdigit() for sign in short) and short.lower() in phrase.lower():
            phrase = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", name, phrase, flags=re.IGNORECASE)
    return phrase


def slug(text: str, words: int = 5) -> str:
    """A key made of the first words of `text`."""
    return "_".join(normal(text).replace("+", "p").replace("#", "sharp").split()[:words])


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """The content words of `text`, cut so that "migrate" and "migration" meet."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower())) - _COMMON
