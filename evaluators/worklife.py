"""Tells working life from private life by its words, so that a story that leaves work earns nothing.

What the job itself or the question is about is never private: a baker's oven, a teacher's children. Where hardly any
word tells, the speaker has the benefit of the doubt, unless the rest of the interview is about private life.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluators.lexicon import lexicon
from evaluators.sentences import Sentence, content_stems
from evaluators.words import compared

PLAINLY = 2  # points of a word that is work's alone
SLIGHTLY = 1  # of one that the job description has, or that private life has, too
WORKPLACE = 3  # what a word met at work alone weighs against a sign of private life, and such a sign against it
MOST_SIGNS = 2
NO_WORK = (0.2, 0.6)  # share of its points that an answer keeps with no word of work, and with a slight one
LEAST_PLAN = 2  # steps from which a plan answers the case that its question put
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


@dataclass(frozen=True, slots=True)
class Signs:
    """The different signs of private life in an answer; `firm` ones are the speaker's own family, pets and pastimes."""

    firm: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        return len(self.firm | self.loose)

    @property
    def tell(self) -> bool:
        """Whether they tell what a passage is about; a single loose one is a word in passing."""
        return bool(self.firm) or self.count > 1


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an answer stands between work and private life, by what is left of it without private passages.

    `signs`: how many are left; `cut`: whether passages were; `steps`: of a plan that its question asked for.
    """

    ties: Ties
    signs: int = 0
    cut: bool = False
    steps: int = 0

    @property
    def private(self) -> bool:
        return self.cut or self.signs > 0


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


def shares(answers: Sequence[Standing]) -> tuple[float, ...]:
    """The share of its points that each answer of an interview keeps for speaking of work, 0-1.

    Where its own words leave it open, the other answers decide: whoever speaks of work, and nowhere of private life, is
    believed, and who tells more of private life is not.
    """
    alone = [_share(answer) for answer in answers]
    told = sum(_is_firm(answer) and share == 1 for answer, share in zip(answers, alone, strict=True))
    private = sum(answer.private and share < 1 for answer, share in zip(answers, alone, strict=True))
    return tuple(
        share if answer.private or _is_firm(answer) or len(answers) == 1
        else NO_WORK[0] if private and private >= told
        else 1.0 if told
        else share
        for answer, share in zip(answers, alone, strict=True)
    )  # fmt: skip


def _is_firm(answer: Standing) -> bool:
    """Whether it tells by itself what it is about: by words of work, or as a plan for the case that was put."""
    return answer.ties.weight > 0 or answer.steps >= LEAST_PLAN


def _share(answer: Standing) -> float:
    """The same by the answer's own words."""
    tied, signs = answer.ties, min(MOST_SIGNS, answer.signs + answer.cut)
    if answer.steps >= LEAST_PLAN and not answer.cut and answer.signs < MOST_SIGNS:
        return 1.0
    share = (*NO_WORK, 1.0)[min(tied.points, PLAINLY)]
    if tied.weight >= WORKPLACE * signs or (signs == 1 and tied.points > PLAINLY):
        return share
    return min(share, NO_WORK[signs == 1 and tied.points == PLAINLY])


def without_private_life(sentences: Sequence[Sentence], signs: Signs, job: frozenset[str]) -> tuple[Sentence, ...]:
    """The sentences, muted where they tell of private life: from a sign of it on, up to the next word of work."""
    if not signs.tell:
        return tuple(sentences)
    found: list[Sentence] = []
    private = False
    for sentence in sentences:
        private = (private or _starts(sentence.text, signs)) and not _speaks_of_work(ties(sentence.text, job))
        found.append(replace(sentence, muted="private") if private and sentence.muted is None else sentence)
    return tuple(found)


def left(sentences: Sequence[Sentence], signs: Signs) -> int:
    """How many of the signs stand outside the private passages."""
    known = signs.firm | signs.loose
    if not known:
        return 0
    return len({sign for s in sentences if s.muted != "private" for sign in _matches(s.text)} & known)


def _speaks_of_work(tied: Ties) -> bool:
    """Whether a sentence names a workplace, or two things of work's own or of what the job is about."""
    return tied.weight > 1


def job_stems(texts: Sequence[str]) -> frozenset[str]:
    """The stems of the words that say what a job is about; lines that speak to a machine say nothing of it."""
    empty = lexicon().words["idle_terms"] | lexicon().words["abstract"]
    lines = (text.casefold() for text in texts if lexicon().finds("to_the_judge", text) is None)
    words = (word for line in lines for word in re.findall(r"[^\W\d_]+", line))
    return frozenset(stem for stem in content_stems(w for w in words if w not in empty) if len(stem) >= LEAST_STEM)


def signs_of(sentences: Sequence[Sentence], question: str, job: frozenset[str]) -> Signs:
    """The signs of private life in an answer that neither the job nor the question is about.

    What people do in their free time is no sign where it stands in one sentence with a word that work alone has, for it
    is a trade then. A single loose sign is none in an answer that speaks of a workplace: the weather stops lorries,
    partners do business.
    """
    if _ASKS_PRIVATELY.search(question):
        return Signs()
    ours = job | content_stems(question.split())
    firm: set[str] = set()
    loose: set[str] = set()
    free: set[str] = set()
    trade = False
    for sentence in sentences:
        firm |= _found("private", sentence.text, ours)
        loose |= _found("homely", sentence.text, ours)
        if told := _found("leisure", sentence.text, ours):
            free |= told
            trade = trade or ties(sentence.text, job).weight > 0
    signs = Signs(frozenset(firm), frozenset(loose if trade else loose | free))
    if not signs.tell and ties(" ".join(s.text for s in sentences), job).weight >= WORKPLACE:
        return Signs()
    return signs


def _found(name: str, text: str, ours: frozenset[str]) -> set[str]:
    matches = (match.group().casefold() for match in lexicon().patterns[name].finditer(text))
    return {sign for sign in matches if not content_stems(sign.split()) & ours}


def _starts(text: str, signs: Signs) -> bool:
    return not _matches(text).isdisjoint(signs.firm | signs.loose)


def _matches(text: str) -> set[str]:
    names = ("private", "homely", "leisure")
    return {match.group().casefold() for name in names for match in lexicon().patterns[name].finditer(text)}


def _listed(word: str, name: str) -> str | None:
    listed = lexicon().words[name]
    return word if word in listed else word[:-1] if word.endswith("s") and word[:-1] in listed else None


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
