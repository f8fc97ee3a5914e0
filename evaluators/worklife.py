"""Tells working life from private life by its words, so that a story that leaves work earns nothing.

What the job itself or the question is about is never private: a baker's oven, a teacher's children. Where hardly any
word tells, the speaker has the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluators.lexicon import lexicon
from evaluators.sentences import Sentence, content_stems
from evaluators.words import compared

PLAINLY = 2  # of a word that is work's alone
SLIGHTLY = 1  # of one that the job description has, or that private life has, too
WORKPLACE = 3  # what a word met at work alone weighs against a sign of private life, and such a sign against it
MOST_SIGNS = 2
NO_WORK = (0.2, 0.6)  # share of its points that an answer keeps with no word of work, and with a slight one
LEAST_STEM = 4  # letters of a word of the job description

_ASKS_PRIVATELY = re.compile(
    r"\b(?:hobb(?:y|ies)|free time|spare time|outside (?:of )?(?:work|the office|your (?:job|work))|for fun|"
    r"personal (?:life|interests?|project)|private(?:ly)?|yourself as a person|interests)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ties:
    """How firmly a text is tied to work. `points`: by all its words; `weight`: what weighs against private life."""

    points: int
    weight: int


def work_words(text: str) -> frozenset[str]:
    """The different words of working life in a text: roles, tools, and what offices, shops, wards and plants handle."""
    plain = text.replace("’", "'")
    found = {word for key in plain.split() if (word := _listed(compared(key), "work"))}
    for name in ("work_role", "tool"):
        found |= {_singular(match.group().casefold()) for match in lexicon().patterns[name].finditer(plain)}
    return frozenset(found)


def ties(text: str, job: frozenset[str]) -> Ties:
    """The ties of a text to work; `job` are the stems of what the job is about."""
    words = work_words(text)
    asked = {stem for stem in content_stems(text.split()) & job if not any(word.startswith(stem) for word in words)}
    slight = {word for word in words if word in lexicon().words["everyday"]}
    places = {word for word in words if word in lexicon().words["workplace"]}
    plain = len(words) - len(slight)
    return Ties(
        points=PLAINLY * plain + SLIGHTLY * (len(asked) + len(slight)),
        weight=WORKPLACE * len(places) + plain - len(places) + len(asked),
    )


def fits_work(sentences: Sequence[Sentence], text: str, question: str, job: frozenset[str]) -> float:
    """The share of its points that an answer keeps for speaking of work, 0-1. `text`: its own words that can earn."""
    if _ASKS_PRIVATELY.search(question):
        return 1.0
    tied = ties(text, job)
    share = (*NO_WORK, 1.0)[min(tied.points, PLAINLY)]
    signs = min(MOST_SIGNS, len(_signs(sentences, question, job)))
    if tied.weight >= WORKPLACE * signs:
        return share
    if signs == 1 and tied.points > PLAINLY:
        return share
    return min(share, NO_WORK[signs == 1 and tied.points == PLAINLY])


def without_private_life(sentences: Sequence[Sentence], question: str, job: frozenset[str]) -> tuple[Sentence, ...]:
    """The sentences, muted where they tell of private life: from a sign of it on, up to the next word of work."""
    if _ASKS_PRIVATELY.search(question):
        return tuple(sentences)
    signs = _signs(sentences, question, job)
    if not signs:
        return tuple(sentences)
    found: list[Sentence] = []
    private = False
    for sentence in sentences:
        tied = ties(sentence.text, job)
        if len(signs) == 1:  # a word in passing: what stands around it may well be work
            private = _signs_in(sentence.text, signs) and not tied.points
        else:
            private = tied.weight < WORKPLACE if _signs_in(sentence.text, signs) else private and not tied.weight
        found.append(replace(sentence, muted="private") if private and sentence.muted is None else sentence)
    return tuple(found)


def job_stems(texts: Sequence[str]) -> frozenset[str]:
    """The stems of the words that say what a job is about."""
    empty = lexicon().words["idle_terms"] | lexicon().words["abstract"]
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold()))
    return frozenset(stem for stem in content_stems(w for w in words if w not in empty) if len(stem) >= LEAST_STEM)


def _signs(sentences: Sequence[Sentence], question: str, job: frozenset[str]) -> frozenset[str]:
    """The different signs of private life in an answer that neither the job nor the question is about.

    What people do in their free time is no sign where it stands in one sentence with a word that work alone has, for it
    is a trade then. One sign is none in an answer that speaks of a workplace: the weather stops lorries, partners do
    business.
    """
    ours = job | content_stems(question.split())
    own: set[str] = set()
    leisure: set[str] = set()
    trade = False
    for sentence in sentences:
        own |= _found("private", sentence.text, ours)
        if free := _found("leisure", sentence.text, ours):
            leisure |= free
            trade = trade or ties(sentence.text, job).weight > 0
    signs = frozenset(own if trade else own | leisure)
    if len(signs) == 1 and ties(" ".join(s.text for s in sentences), job).weight >= WORKPLACE:
        return frozenset()
    return signs


def _found(name: str, text: str, ours: frozenset[str]) -> set[str]:
    matches = (match.group().casefold() for match in lexicon().patterns[name].finditer(text))
    return {sign for sign in matches if not content_stems(sign.split()) & ours}


def _signs_in(text: str, signs: frozenset[str]) -> bool:
    return any(not {match.group().casefold()}.isdisjoint(signs) for match in _matches(text))


def _matches(text: str) -> list[re.Match[str]]:
    return [match for name in ("private", "leisure") for match in lexicon().patterns[name].finditer(text)]


def _listed(word: str, name: str) -> str | None:
    listed = lexicon().words[name]
    return word if word in listed else word[:-1] if word.endswith("s") and word[:-1] in listed else None


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word
