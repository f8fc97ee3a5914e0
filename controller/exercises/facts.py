"""Honest answers to a candidate's questions about a coding exercise: from its own words, or "assume and say so"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from controller.exercises import talk
from controller.hearing import words
from controller.templates import sentences
from controller.wishes import normalised
from schema.exercises import CodingExercise
from schema.spoken import spoken
from schema.vocabulary import ExerciseActivity

LEAST_SHARED = 2  # words that a question and the line that answers it have in common
_COMMON = words(
    "the and for are can could should may might will would does have has had what which when where how that this with "
    "there any some you your our they them their into from then than also just okay sorry question assume expect "
    "expected want need like about case cases input inputs value values possible happen happens ever always never be "
    "is it in of to an on or as if do we at by i a me my right correct allowed ask wonder know list lists array arrays "
    "string strings table rows items elements number numbers argument parameter function return given get gets come "
    "one ones two"
)
_COMMON_STEMS = frozenset(word.stem for word in spoken(" ".join(sorted(_COMMON))))
# What one asks about any input, and how an edge case of that sort is put.
_SORTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(put, re.IGNORECASE))
    for asked, put in (
        (
            r"\b(?:empty|blank|no (?:items|elements|rows|entries|data|input)|nothing (?:in|there)"
            r"|zero (?:items|elements))\b",
            r"^(?:no|nobody|nothing|none)\b|\bempty\b|\bwithout any\b",
        ),
        (
            r"\b(?:duplicat\w+|twice|repeat\w*|(?:the|are|be) same|equal|ties?)\b",
            r"\b(?:same|twice|equal\w*|duplicat\w+|ties?|again|collide)\b",
        ),
        (
            r"\b(?:negative|minus|below zero|less than zero)\b",
            r"\b(?:negative|minus|below (?:zero|nothing)|backwards)\b",
        ),
        (r"\b(?:sorted|ordered|in order|ascending)\b", r"\b(?:sorted|order|ascending)\b"),
        (r"\b(?:null|none|undefined|missing)\b", r"\b(?:null|none|undefined|missing|lacks?|absent)\b"),
    )
)
_TO_BE_FOUND = frozenset({ExerciseActivity.EXPLAIN, ExerciseActivity.REVIEW})
_MAY_BE = re.compile(r"\b(?:can|could|may|might|possible|will|what if|what happens|is it|are there|ever|should i)\b")
_GOING_ABOUT_IT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(source), reply)
    for source, reply in (
        (r"\b(?:run|execute|try)\b.{0,20}\b(?:tests?|code|it)\b", talk.YES_RUN),
        (r"\b(?:google|look (?:it )?up|internet|stack ?overflow|documentation|docs|library|libraries|package|import)\b",
         talk.NO_OUTSIDE),
        (r"\b(?:change|edit|rename|rewrite|refactor|add|modify|touch)\b.{0,30}\b(?:function|signature|code|file|name"
         r"|parameter|helper|tests?|everything|anything|line)\b", talk.YES_CHANGE),
        (r"\bwhat (?:do|would|should) (?:you|i) (?:\w+ ){0,4}?(?:do|start|begin|look|want|like)\b", talk.START_READING),
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
    told = (*_behaviour(exercise), *sentences(exercise.context))
    shared, line = _closest(asked, told)
    edges, edge = _closest(asked, exercise.edge_cases) if _MAY_BE.search(said) else (0, None)
    if edge is not None and edges >= shared:
        return talk.CAN_HAPPEN
    if line is not None:
        return _spoken(line)
    return talk.CAN_HAPPEN if _is_of_a_known_sort(exercise, said) else None


def _behaviour(exercise: CodingExercise) -> tuple[str, ...]:
    """What the code should do, where finding that out is not the exercise."""
    return () if exercise.activity in _TO_BE_FOUND else sentences(exercise.expected_behavior)


def _is_of_a_known_sort(exercise: CodingExercise, said: str) -> bool:
    """Whether one asks "can it be empty?" or its like, and the exercise thinks of such an edge."""
    return any(asked.search(said) and any(map(put.search, exercise.edge_cases)) for asked, put in _SORTS)


def _closest(asked: frozenset[str], lines: Iterable[str]) -> tuple[int, str | None]:
    """The line that shares most with a question, and how much; None where that is too little to be about it."""
    shared = [(len(asked & _stems(line)), line) for line in lines]
    count, best = max(shared, key=lambda pair: pair[0], default=(0, ""))
    return (count, best) if count >= LEAST_SHARED else (0, None)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in spoken(text.replace("_", " "))) - _COMMON_STEMS


def _spoken(line: str) -> str:
    said = line.replace("`", "").replace("_", " ").strip()
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "?")) else f"{said}."
