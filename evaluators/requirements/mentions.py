"""Where answers name what a job asks for: shown at work, only named, or said not to be so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluators.lexicon import Cue
from evaluators.reading import Reading
from evaluators.requirements.terms import UNSAID, Term, skills_in
from evaluators.sentences import Found, Sentence

CROWDED_FROM = 4  # names in one sentence, from which it is a list of them
NEGATED = re.compile(
    r"\b(?:never|not|no|haven't|hadn't|don't|didn't|without|isn't|wasn't|can't|lack\w*|unfamiliar|new to)\b"
    r"(?:\W+\w+){0,5}\W*$",
    re.IGNORECASE,
)
_DONE = (
    r"(?:used|worked|touched|written|tried|built|done|seen|learn(?:ed|t)|studied|had|run|coded|programmed|played|know|"
    r"known|use|work|speak|have|hold|got)"
)
# "I have never used", "I don't know", "no experience with"; not "not only", and not what was so once ("had never").
_DENIAL = re.compile(
    rf"\b(?:(?:I|we)(?:'ve| have)?(?: (?:personally|really|actually|honestly|just|simply|myself))* "
    rf"(?:have never|haven't|have not|never|don't|do not|didn't|did not|can't|cannot|can not)"
    rf"(?: (?:really|actually|personally|ever|yet))* {_DONE}\b"
    r"|(?:no|zero|little to no|without(?: any)?) (?:[\w-]+ ){0,2}?"
    r"(?:experience|exposure|knowledge|background|training)\b"
    r"|(?:I'm|I am|I've been) (?:not|un)(?: |-)?(?:really )?(?:familiar|experienced|proficient|fluent|certified)\b"
    r"|(?:I'm|I am) (?:completely |totally |quite |fairly )?new to"
    r"|I lack\b|I(?:'m| am) lacking\b)(?:(?!\b(?:but|and then|until|because)\b)[^.;!?]){0,40}$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"^(?:[^.;!?]{0,12},)?\s*(?:(?:is|was|are) (?:still )?(?:completely |totally |quite |all )?new to me\b"
    r"|(?:is|are|would be) (?:something|one thing|the one|a tool|an area|not something)?\s*(?:that )?"
    rf"I(?:'ve| have)? (?:have never|haven't|have not|never|don't|do not) (?:\w+ )?{_DONE}\b"
    rf"|I(?:'ve| have)? (?:never|haven't|have not|don't|do not) (?:\w+ )?{_DONE}\b)",
    re.IGNORECASE,
)
_NO_TROUBLE = re.compile(
    r"\b(?:not (?:only|just)|no (?:problems?|issues?|trouble)|never had (?:a|any) (?:problem|issue|trouble)s?)\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"\b(?:not only|not just|no problem|never had (?:a|any) (?:problem|issue)|had never)\b", re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the candidate's words; `shown` where the sentence or answer tells it at work."""

    term: Term
    found: Found
    shown: bool


@dataclass(frozen=True, slots=True)
class Denial:
    """A name in the candidate's words that say it is not so."""

    term: Term
    found: Found


def mentions(terms: Sequence[Term], readings: Sequence[Reading]) -> tuple[Mention, ...]:
    """The best mention of each term, if any. Not counted: what is denied, repeated, copied or merely listed."""
    found = []
    for term in terms:
        best = best_mention(term, readings)
        if best is not None:
            found.append(best)
    return tuple(found)


def best_mention(term: Term, readings: Sequence[Reading]) -> Mention | None:
    """The first mention that shows the term at work, or the first one."""
    first: Mention | None = None
    for reading in readings:
        for sentence in reading.sentences:
            span = term.search(sentence.text) if sentence.muted is None else None
            if span is None or is_negated(sentence.text, *span):
                continue
            mention = Mention(term, at(sentence, *span), shown=is_at_work(sentence, reading))
            if mention.shown:
                return mention
            first = first or mention
    return first


def is_negated(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) is named to be denied; "no problem with X" and "not only X" deny nothing."""
    before = _NO_TROUBLE.sub(" ", text[:start])
    return NEGATED.search(before) is not None or _AFTERWARDS.match(text[end:]) is not None


def first_denial(term: Term, readings: Sequence[Reading]) -> Denial | None:
    """The first sentence in which the candidate says that they have not done, or do not know, what the term names."""
    for reading in readings:
        for sentence in reading.sentences:
            if sentence.muted not in (None, "stuffed"):
                continue
            text = sentence.text
            span = term.search(text)
            where = denied(text, *span) if span is not None else None
            if where is not None:
                return Denial(term, at(sentence, *where))
    return None


def denied(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Characters of the denial together with what is denied at [start, end), or None."""
    before = _DENIAL.search(text[:start])
    if before is not None and not _NO_DENIAL.search(text[:start]):
        return before.start(), end
    after = _AFTERWARDS.match(text[end:])
    return (start, end + after.end()) if after is not None else None


def is_at_work(sentence: Sentence, reading: Reading) -> bool:
    """Whether something is done in the sentence or in the one before or after it. A string of names shows none."""
    named = {hit.name for hit in skills_in(sentence.text) if hit.category not in UNSAID}
    if len(named) >= CROWDED_FROM:
        return False
    place = reading.sentences.index(sentence)
    near = reading.sentences[max(0, place - 1) : place + 2]
    return any(item.cue in (Cue.OWN, Cue.PLAN) and item.sentence in near for item in reading.found)


def at(sentence: Sentence, start: int, end: int) -> Found:
    """The characters [start, end) of a sentence's text as a place in its turn."""
    words = sentence.turn.words
    low, high = sentence.start + start, sentence.start + end
    hit = [i for i in range(sentence.first, sentence.last) if words[i].end > low and words[i].start < high]
    return Found(Cue.TOOL, sentence, hit[0], hit[-1] + 1, sentence.text[start:end].casefold())
