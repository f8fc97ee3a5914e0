"""Which exhibit a request is most like, word by word: for paraphrases that no cue foresaw.

Each exhibit has a vocabulary: the words of its cues, title, condition, columns, rows and foreseen questions. A word
weighs more the fewer exhibits of the case have it. The best exhibit counts only where more than one telling word speaks
for it, and clearly more than for the next.
"""

from __future__ import annotations

import math
import re
from collections import Counter

from controller.exercises.openers import SMALL
from schema.exercises import CaseTemplate, StagedReveal
from schema.spoken import spoken, stem

LEAST_WEIGHT = 2.0  # a word that one of five exhibits has weighs 1.7
CLEARLY = 1.5  # times the next best

_JOINS = re.compile(r'-"[^"]*"|-\S+|[|_"*]')  # of a cue: unwanted words, and what joins the wanted ones
_SMALL_STEMS = SMALL | {stem(word) for word in SMALL}


def likest(case: CaseTemplate, text: str) -> StagedReveal | None:
    """The exhibit that `text` is clearly most like, or None."""
    asked = _telling(text)
    words = [_vocabulary(reveal) for reveal in case.revealable_data]
    spread = Counter(word for own in words for word in own)
    weights = [sum(math.log((len(words) + 0.5) / spread[word]) for word in asked & own) for own in words]
    best, second, *_ = sorted(range(len(weights)), key=lambda at: -weights[at])
    if weights[best] < max(LEAST_WEIGHT, CLEARLY * weights[second]):
        return None
    return case.revealable_data[best]


def _vocabulary(reveal: StagedReveal) -> frozenset[str]:
    cues = _JOINS.sub(" ", " ".join(reveal.cues))
    labels = " ".join(str(row[0]) for row in reveal.exhibit.rows)
    columns = " ".join(reveal.exhibit.columns)
    return _telling(" ".join((cues, reveal.title, reveal.condition, columns, labels, *reveal.asks)))


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in spoken(text) if word.plain not in SMALL and word.stem not in _SMALL_STEMS)
