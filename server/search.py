"""Finds names as people type them: by their beginning, by any word in them, by another name, and with a slip or two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

ALIKE = 0.78  # difflib's ratio from which a misspelt name is still taken for the one that was meant
LEAST_LETTERS = 4  # of a query, from which slips are forgiven: shorter ones are like everything
WHOLE_WORDS = 0.8  # a beginning that ends where a word ends; the other distances stand in _distance
OTHER_NAME = 0.5  # how far an alias stands behind the name itself, in the units of _distance
_LEGAL = re.compile(
    r"(?:\s+(?:private|pvt|public|limited|ltd|llc|llp|lp|plc|inc|incorporated|corp|corporation|co|company|gmbh|ag|sa|se))+$"
)

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Item]):
    """`matched` is the name that was found: the item's own or one of its others."""

    item: Item
    matched: str


def plain(name: str) -> str:
    """`name` in lower case, without accents and punctuation."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w+#&]+", " ", bare.casefold().replace("'", "").replace("’", "")).split())


def firm(name: str) -> str:
    """A company's name as it is compared: plain, and without what its registration adds ("Pvt Ltd", "Inc.")."""
    bare = plain(name)
    return _LEGAL.sub("", bare) or bare


def find(
    query: str, items: Iterable[Item], names: Callable[[Item], Sequence[str]], limit: int
) -> tuple[Hit[Item], ...]:
    """The items that answer to `query`, best first, at most `limit`; all in their order where it is empty.

    `names(item)`: the item's own name, then its other ones.
    """
    wanted = plain(query)
    if not wanted:
        return tuple(Hit(item, names(item)[0]) for item in items)[:limit]
    found = [(best, place, item) for place, item in enumerate(items) if (best := _best(wanted, names(item)))]
    found.sort(key=lambda entry: (entry[0][0], entry[1]))
    return tuple(Hit(item, matched) for (_, matched), _, item in found[:limit])


def _best(wanted: str, names: Sequence[str]) -> tuple[float, str] | None:
    ranked = [
        (distance + (OTHER_NAME if place else 0.0), name)
        for place, name in enumerate(names)
        if (distance := _distance(wanted, plain(name))) is not None
    ]
    return min(ranked, key=lambda entry: entry[0], default=None)


def _distance(wanted: str, name: str) -> float | None:
    """0 the same, 1 its beginning, 2 beginnings of its words in order, 3 in any order, 4 to 5 misspelt, else None."""
    if wanted == name:
        return 0.0
    if name.startswith(wanted):
        return WHOLE_WORDS if name[len(wanted)] == " " else 1.0
    if re.search(r"\b" + r"\w*\W+(?:\w+\W+)*?".join(map(re.escape, wanted.split())), name):
        return 2.0
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 3.0
    if len(wanted) < LEAST_LETTERS:
        return None
    likeness = max(_likeness(wanted, part) for part in (name, name[: len(wanted)]))
    return 5.0 - likeness if likeness >= ALIKE else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
