"""Grades the interviewer of a simulated interview by fixed rules, from what was said and what the answers' labels say.

Knows nothing of how decisions are made: only the record. Each rule yields the turn that breaks it and a detail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from server.simulation import grading_exercises as over
from server.simulation import grading_words as words
from server.simulation.grading_answers import (
    contradictions_are_raised_once,
    no_answer_is_made_easier,
    silence_is_met,
    vague_is_probed,
    wishes_are_met,
)
from server.simulation.grading_clock import closes_in_time, is_not_cut_short, phases_are_reached
from server.simulation.record import Interview, Turn, Violation

Found = Iterator[tuple[Turn, str]]
Rule = Callable[[Interview], Found]
MAX_SENTENCES = 2
MAX_LEAD_WORDS = 8  # so many may stand before a question without making it another one
MIN_REASON_WORDS = 3
QUESTIONS = ("ask", "probe")


def says_nothing_twice(interview: Interview) -> Found:
    """No question and no follow-up comes a second time, with the same small words before it or others."""
    heard: dict[str, int] = {}
    for turn in interview.turns:
        if turn.action not in QUESTIONS:
            continue
        for form in _forms(turn):
            if form in heard:
                yield turn, f"asked before in turn {heard[form]}"
                break
        heard.update(dict.fromkeys(_forms(turn), turn.number))


def _forms(turn: Turn) -> set[str]:
    """What is asked, with and without the lead; over an exercise what stands before a question belongs to it."""
    forms = {words.plain(turn.text)}
    lead, mark, rest = _split_lead(turn.text)
    is_lead = mark and len(lead.split()) <= MAX_LEAD_WORDS and "?" not in lead and len(rest.split()) > 3
    if turn.exercise is None and is_lead:
        forms.add(words.plain(rest))
    return forms


def _split_lead(text: str) -> tuple[str, str, str]:
    found = re.match(r"([^.!?:“\"]+)([.!:])\s+(.+)$", text, re.DOTALL)
    return (found[1], found[2], found[3]) if found else (text, "", "")


def leaks_nothing(interview: Interview) -> Found:
    """No words of the plan, no keys, no planned question before its turn, no reason read out."""
    planned = {words.plain(text) for text in interview.planned}
    for turn in interview.turns:
        own = words.leaked(turn.text) if turn.exercise is None else None  # an exercise speaks of names in its code
        found = own or next((key for key in interview.keys if "_" in key and key in turn.text), None)
        if found:
            yield turn, f"says {found!r}"
        elif turn.text and turn.reason and turn.reason in turn.text:
            yield turn, "reads its reason out"
        elif turn.exercise is None and _tells(turn, planned):
            yield turn, "tells a planned question"


def _tells(turn: Turn, planned: set[str]) -> bool:
    """Whether a planned question is told before its turn."""
    return turn.action not in ("ask", "repeat") and any(one in words.plain(turn.text) for one in planned)


def is_brief(interview: Interview) -> Found:
    """At most two sentences a turn."""
    for turn in interview.turns:
        if turn.exercise is None and (count := words.sentence_count(turn.text)) > MAX_SENTENCES:
            yield turn, f"{count} sentences: {turn.text}"


def asks_one_thing(interview: Interview) -> Found:
    """One question at a time."""
    for turn in interview.turns:
        if (count := words.question_count(turn.text)) > 1:
            yield turn, f"{count} questions: {turn.text}"


def has_reasons(interview: Interview) -> Found:
    """Every decision says why, in words for the candidate."""
    for turn in interview.turns:
        bad = len(turn.reason.split()) < MIN_REASON_WORDS or any(
            key in turn.reason for key in interview.keys if "_" in key
        )
        if bad:
            yield turn, f"reason {turn.reason!r}"


def is_never_rude(interview: Interview) -> Found:
    """Nothing that belittles or snaps, whatever was said before."""
    for turn in interview.turns:
        if found := words.rude_in(turn.text):
            yield turn, f"says {found!r}"


def gives_feedback_only_when_asked(interview: Interview) -> Found:
    """A word about the answers' form only to who asks for it, and never a score."""
    for turn in interview.turns:
        if found := words.score_in(turn.text):
            yield turn, f"gives a score: {found!r}"
        elif (found := words.feedback_in(turn.text)) and not _may_give_feedback(turn):
            yield turn, f"says {found!r} unasked"


def _may_give_feedback(turn: Turn) -> bool:
    """Whether it was asked for, as far as the label says."""
    return turn.after is not None and (turn.after.labels.wants_feedback or not turn.after.labels.is_known)


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "phases_reached": phases_are_reached,
        "closes_in_time": closes_in_time,
        "not_cut_short": is_not_cut_short,
        "no_repeat": says_nothing_twice,
        "no_leak": leaks_nothing,
        "vague_probed": vague_is_probed,
        "contradiction_once": contradictions_are_raised_once,
        "two_sentences": is_brief,
        "one_question": asks_one_thing,
        "reasons": has_reasons,
        "never_rude": is_never_rude,
        "feedback_only_when_asked": gives_feedback_only_when_asked,
        "no_answer_made_easier": no_answer_is_made_easier,
        "silence_met": silence_is_met,
        "wishes_met": wishes_are_met,
        "nothing_given_away": over.gives_nothing_away,
        "hints_counted": over.hints_are_counted,
        "exhibits_earned": over.exhibits_are_earned,
        "nobody_disturbed": over.nobody_is_disturbed,
        "few_words_to_runs": over.runs_get_few_words,
        "exercises_in_time": over.exercises_keep_their_time,
        "exercises_brief": over.exercises_are_brief,
    }
)


def grade(interview: Interview) -> tuple[Violation, ...]:
    """Every broken rule of one interview, in the order of the rules."""
    return tuple(
        Violation(
            persona=interview.persona,
            role_kit=interview.role_kit,
            style=interview.style,
            interview_type=interview.interview_type,
            seed=interview.seed,
            rule=name,
            turn=turn.number,
            detail=detail,
        )
        for name, rule in RULES.items()
        for turn, detail in rule(interview)
    )
