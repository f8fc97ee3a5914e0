"""Honest answers to a candidate's questions about a coding exercise: from its own words, or "assume and say so"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from controller.exercises import talk
from controller.hearing import words
from controller.templates import sentences
from controller.wishes import normalised
from schema.exercises import CodingExercise

LEAST_SHARED = 2  # words that a question and the line that answers it have in common
ENOUGH_SHARED = 0.6  # of the question's words, where it has few
STEM = 5
_COMMON = words(
    "the and for are can could should may might will would does have has had what which when where how that this with "
    "there any some you your our they them their into from then than also just okay sorry question assume expect "
    "expected want need like about case cases input inputs value values possible happen happens ever always never be "
    "is it in of to an on or as if do we at by i a me my right correct allowed ask wonder know"
)
_SAME = {
    "no": "empty", "none": "empty", "nothing": "empty", "zero": "empty", "0": "empty", "blank": "empty",
    "duplicates": "same", "duplicate": "same", "twice": "same", "equal": "same", "repeated": "same", "ties": "same",
    "sorted": "order", "ordered": "order", "ascending": "order", "null": "null",
    "minus": "negative", "below": "negative",
}  # fmt: skip
_MAY_BE = re.compile(r"\b(?:can|could|may|might|possible|will|what if|what happens|is it|are there|ever|should i)\b")
_GOING_ABOUT_IT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(source), reply)
    for source, reply in (
        (r"\b(?:run|execute|try)\b.{0,20}\b(?:tests?|code|it)\b", talk.YES_RUN),
        (r"\b(?:google|look (?:it )?up|internet|stack ?overflow|documentation|docs|library|libraries|package|import)\b",
         talk.NO_OUTSIDE),
        (r"\b(?:change|edit|rename|rewrite|refactor|add|modify|touch)\b.{0,30}\b(?:function|signature|code|file|name"
         r"|parameter|helper|tests?|everything|anything|line)\b", talk.YES_CHANGE),
        (r"\b(?:think|talk|speak|explain)\b.{0,15}\b(?:aloud|out loud|while|loud)\b", talk.THINK_ALOUD),
    )
)  # fmt: skip
_TIME = re.compile(r"\b(?:how much time|how long do i|how many minutes|time (?:is |do i have )?left)\b")


def reply_to(exercise: CodingExercise, text: str, *, minutes: int, replies: int) -> str:
    """One or two sentences. `replies`: how often nothing was known already."""
    said = normalised(text)
    if _TIME.search(said):
        return talk.TIME_LEFT.format(minutes=talk.minutes_in_words(minutes))
    for pattern, reply in _GOING_ABOUT_IT:
        if pattern.search(said):
            return reply
    return known(exercise, said) or talk.ASSUME[replies % len(talk.ASSUME)]


def known(exercise: CodingExercise, said: str) -> str | None:
    """What the exercise itself says to a question, or None."""
    asked = _stems(said)
    told = (*sentences(exercise.expected_behavior), *sentences(exercise.context))
    line = _closest(asked, told)
    if line is not None:
        return _spoken(line)
    edge = _closest(asked, exercise.edge_cases) if _MAY_BE.search(said) else None
    return talk.CAN_HAPPEN if edge is not None else None


def _closest(asked: frozenset[str], lines: Iterable[str]) -> str | None:
    shared = [(len(asked & _stems(normalised(line))), line) for line in lines]
    count, best = max(shared, key=lambda pair: pair[0], default=(0, ""))
    enough = count >= LEAST_SHARED or (count > 0 and count >= ENOUGH_SHARED * len(asked))
    return best if enough else None


def _stems(said: str) -> frozenset[str]:
    heard = (_SAME.get(word, word) for word in said.replace("_", " ").split())
    return frozenset(word[:STEM] for word in heard if word not in _COMMON and (len(word) > 2 or word.isdigit()))


def _spoken(line: str) -> str:
    said = line.replace("`", "").strip()
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "?")) else f"{said}."
