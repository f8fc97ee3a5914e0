"""Reads answers for cues: what was done, by whom, with what outcome. Repetition and flattery earn nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import zip_longest

from evaluators.assemble import is_explaining, is_hypothetical
from evaluators.evidence import KEPT, Ground
from evaluators.lexicon import Cue, lexicon
from evaluators.relevance import relevance
from evaluators.sentences import (
    Found,
    Said,
    Sentence,
    content_stems,
    copied_words,
    muted,
    runs_of,
    sentences_of,
    triples_of,
)
from evaluators.shapes import Answer
from evaluators.spotting import across, cues_of
from evaluators.words import unsure
from evaluators.worklife import Standing, job_stems, left, shares, signs_of, ties, without_private_life

OPENING_WORDS = 4
DOUBTED, MOST_DOUBTS = 0.8, 2  # share of the points that is left after each contradiction
LEAST_QUOTE = 8
QUOTE_WORDS = 22  # under the 25 that a quote may have, for a quote should be read at a glance

_RETURNS = re.compile(r"(?:um+|uh+|er+|well|no|or|but|actually|sorry|i mean)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """One answer as the rules see it."""

    answer: Answer
    hypothetical: bool
    sentences: tuple[Sentence, ...]
    found: tuple[Found, ...]
    fits_work: float = 1.0  # the share of its points that it keeps for speaking of work

    @cached_property
    def counts(self) -> dict[Cue, int]:
        """How many different passages show each cue; own actions count once a verb."""
        seen: dict[Cue, set[str]] = {}
        for item in self.found:
            seen.setdefault(item.cue, set()).add(item.word)
        return {cue: len(words) for cue, words in seen.items()}

    def has(self, *cues: Cue) -> bool:
        return any(self.counts.get(cue, 0) for cue in cues)

    def first(self, *cues: Cue) -> Found | None:
        return next((item for item in self.found if item.cue in cues), None)

    def last(self, *cues: Cue) -> Found | None:
        return next((item for item in reversed(self.found) if item.cue in cues), None)

    def at(self, *cues: Cue) -> tuple[int, int] | None:
        """Place of the first such cue in the answer, comparable with others."""
        item = self.first(*cues)
        return None if item is None else (item.sentence.turn.index, item.first)

    def at_last(self, *cues: Cue) -> tuple[int, int] | None:
        """Place of the last such cue."""
        item = self.last(*cues)
        return None if item is None else (item.sentence.turn.index, item.first)

    @cached_property
    def words(self) -> int:
        """Words that count: of sentences that are the speaker's own and new."""
        return sum(len(s.keys) for s in self.sentences if s.muted is None)

    @cached_property
    def story_words(self) -> int:
        """Words that count, of sentences without a figure of effect: what a figure adds makes no answer too long."""
        measured = {(f.sentence.turn.index, f.sentence.first) for f in self.found if f.cue is Cue.METRIC}
        own = (s for s in self.sentences if s.muted is None)
        return sum(len(s.keys) for s in own if (s.turn.index, s.first) not in measured)

    @cached_property
    def share(self) -> float:
        """The share of its points that the answer keeps: for speaking to its question, and for holding together.

        What was taken back or contradicted in the same breath throws doubt on the rest.
        """
        doubts = sum(s.muted in ("taken_back", "contradicted") for s in self.sentences)
        fits = relevance(self.answer, (item.cue for item in self.found), self.fits_work)
        return fits * DOUBTED ** min(MOST_DOUBTS, doubts)

    @cached_property
    def vague(self) -> int:
        return sum(len(lexicon().patterns["vague"].findall(s.text)) for s in self.sentences)

    @property
    def concrete(self) -> bool:
        """Whether something can be pictured: own actions in a scene, a plan of two steps, or a fact in a sentence."""
        scene = self.has(Cue.FIGURE, Cue.RESULT, Cue.CONTEXT, Cue.PEOPLE, Cue.EXCHANGE, Cue.PROBLEM)
        acted = self.counts.get(Cue.OWN, 0) >= 2 or (self.has(Cue.OWN) and scene)
        facts = self.has(Cue.FIGURE, Cue.RESULT, Cue.DIAGNOSIS) and self.words >= 12
        return acted or self.counts.get(Cue.PLAN, 0) >= 2 or facts


def read_answers(answers: Iterable[Answer], on: Ground) -> tuple[Reading, ...]:
    """Each answer with its cues, in order. What repeats an earlier sentence or the interviewer's words is muted."""
    return _read_answers(tuple(answers), on)


@lru_cache(maxsize=KEPT)
def _read_answers(answers: tuple[Answer, ...], on: Ground) -> tuple[Reading, ...]:
    triples = {t for keys in on.interviewer for t in triples_of(keys)}
    questions = [content_stems(keys) for keys in on.interviewer]
    runs = {run for keys in on.interviewer for run in runs_of(keys)}
    turns = {turn.index: turn for turn in on.turns}
    job = job_stems(on.job)
    said = Said()
    read: list[tuple[Reading, Standing]] = []
    for answer in threads(answers):
        sentences: list[Sentence] = []
        for part in answer.turns:
            for sentence in sentences_of(turns[part.turn_index]):
                why = muted(sentence, triples, said, questions)
                said.add(frozenset(sentence.keys))
                sentences.append(replace(sentence, muted=why))
        read.append(_read(answer, _taken_back(_spared(sentences)), runs, job))
    kept = shares([standing for _, standing in read])
    return tuple(replace(reading, fits_work=share) for (reading, _), share in zip(read, kept, strict=True))


def _spared(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """What fits any answer stays where an answer has nothing else of its own: it is a poor answer and no silence."""
    if any(sentence.muted is None for sentence in sentences):
        return sentences
    return [replace(one, muted=None) if one.muted == "hollow" else one for one in sentences]


def _taken_back(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, also muted where the next one takes them back: "I moved it. Well, actually I didn't.\""""
    return tuple(
        replace(sentence, muted="taken_back")
        if sentence.muted is None and after is not None and after.muted == "taken_back" and _RETURNS.match(after.text)
        else sentence
        for sentence, after in zip_longest(sentences, sentences[1:])
    )


def _read(
    answer: Answer, whole: tuple[Sentence, ...], runs: set[tuple[str, ...]], job: frozenset[str]
) -> tuple[Reading, Standing]:
    """The answer with its cues, and where it stands between work and private life."""
    hypothetical, explaining = is_hypothetical(answer.question), is_explaining(answer.question)
    new = tuple(_unless_echo(sentence, runs) for sentence in whole)
    signs = signs_of(new, answer.question, job)
    sentences = without_private_life(new, signs, job)
    told = [sentence for sentence in sentences if sentence.muted is None]
    found = []
    words: list[str] = []
    for sentence in told:
        copied = copied_words(sentence, runs)
        words += [sentence.turn.words[i].text for i in range(sentence.first, sentence.last) if i not in copied]
        cues = cues_of(sentence, hypothetical=hypothetical, explaining=explaining)
        found += [item for item in cues if not copied.issuperset(range(item.first, item.last))]
    found += across(told, found, answer.question, hypothetical=hypothetical)
    found.sort(key=lambda item: (item.sentence.turn.index, item.first))
    reading = Reading(answer, hypothetical, sentences, tuple(found))
    steps = reading.counts.get(Cue.PLAN, 0) if hypothetical else 0
    cut = any(sentence.muted == "private" for sentence in sentences)
    return reading, Standing(ties(" ".join(words), job), left(sentences, signs), cut, steps)


def _unless_echo(sentence: Sentence, runs: set[tuple[str, ...]]) -> Sentence:
    """The sentence, muted where it says nothing beside the interviewer's own words: "And that's why you ask: ...\""""
    copied = copied_words(sentence, runs) if sentence.muted is None else frozenset()
    rest = (sentence.turn.words[i].text for i in range(sentence.first, sentence.last) if i not in copied)
    return replace(sentence, muted="copied") if copied and not content_stems(rest) else sentence


def threads(answers: Iterable[Answer]) -> list[Answer]:
    """Answers joined with those to their follow-ups: "q3.1" asks for a piece of the answer to "q3"."""
    roots: dict[str, Answer] = {}
    for answer in answers:
        root = answer.question_id.split(".")[0]
        known = roots.get(root)
        turns = answer.turns if known is None else known.turns + answer.turns
        roots[root] = (known or answer).model_copy(update={"turns": turns})
    return list(roots.values())


def quote(item: Found) -> str:
    """At most 22 words around a cue, from its own sentence, without words that the recogniser was unsure of."""
    turn, low = item.sentence.turn, item.first
    high = min(item.last, low + QUOTE_WORDS)
    before = after = True
    while high - low < QUOTE_WORDS and (before or after):
        after = high < item.sentence.last and not unsure(turn.heard[high])
        high += after
        before = high - low < QUOTE_WORDS and low > item.sentence.first and not unsure(turn.heard[low - 1])
        low -= before
    low, high = _at_pauses(item, low, high)
    return turn.turn.text[turn.words[low].start : turn.words[high - 1].end]


def _at_pauses(item: Found, low: int, high: int) -> tuple[int, int]:
    """The same words cut at commas, where that leaves enough of them, so that a quote does not break off mid-phrase."""
    words, sentence = item.sentence.turn.words, item.sentence
    if high < sentence.last:
        ends = [i + 1 for i in range(item.last - 1, high) if words[i].text[-1] in ",;:—"]
        high = next((end for end in reversed(ends) if end - low >= LEAST_QUOTE), high)
    if low > sentence.first:
        starts = [i + 1 for i in range(low, item.first) if words[i].text[-1] in ",;:—"]
        low = next((start for start in starts if high - start >= LEAST_QUOTE), low)
    return low, high


def opening_quote(reading: Reading) -> tuple[str, int]:
    """The answer's first words that say something (4 to 22) and their turn, for remarks on the whole of it."""
    best: tuple[str, int] = ("", reading.answer.turns[0].turn_index)
    for sentence in reading.sentences:
        turn, first = sentence.turn, sentence.first
        last = first
        if sentence.muted == "to_the_judge":
            continue
        while last < min(sentence.last, first + QUOTE_WORDS) and not unsure(turn.heard[last]):
            last += 1
        if last - first >= min(OPENING_WORDS, 1 + len(best[0].split())):
            best = turn.turn.text[turn.words[first].start : turn.words[last - 1].end], turn.index
        if last - first >= OPENING_WORDS:
            break
    return best
