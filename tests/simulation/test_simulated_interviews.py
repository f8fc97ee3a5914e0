"""A thousand simulated interviews: every persona, role kit and style, and no rule broken."""

from __future__ import annotations

import resource
from collections import Counter

import pytest

from schema.exercises import CaseTemplate, CodingExercise
from schema.vocabulary import InterviewType, Seniority, Style
from server.simulation.fleet import Outcome, cases, play_all, played
from server.simulation.personas import FAMILIES, load_personas
from server.simulation.playing import exercises, hold

INTERVIEWS = 1_000
CORE_SECONDS = 120  # a minute on two cores


@pytest.fixture(scope="module")
def thousand() -> tuple[tuple[Outcome, ...], float]:
    """A thousand interviews by two processes, and how many seconds of a core they took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    outcomes = play_all(cases(seed=7, count=INTERVIEWS), processes=2)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return outcomes, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_interviews_break_no_rule(thousand: tuple[tuple[Outcome, ...], float]) -> None:
    outcomes, _ = thousand
    broken = [violation for outcome in outcomes for violation in outcome.violations]
    assert len(outcomes) == INTERVIEWS
    assert not broken, "\n".join(map(str, (Counter(one.rule for one in broken), *broken[:10])))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_they_hold_every_persona_kit_and_style_and_rotate_the_rest(thousand: tuple[tuple[Outcome, ...], float]) -> None:
    held = [outcome.case for outcome in thousand[0]]
    assert {(case.persona, case.role_kit, case.style) for case in held} == {
        (persona, kit, style) for persona in load_personas() for kit in FAMILIES for style in Style
    }
    types = {(case.persona, case.interview_type) for case in held}
    assert types == {(persona, kind) for persona in load_personas() for kind in InterviewType}
    assert {case.seniority for case in held} == set(Seniority)
    assert len({case.seed for case in held}) == INTERVIEWS


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_they_take_less_than_a_minute_on_two_cores(thousand: tuple[tuple[Outcome, ...], float]) -> None:
    assert 1 < thousand[1] < CORE_SECONDS


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_they_are_whole_interviews(thousand: tuple[tuple[Outcome, ...], float]) -> None:
    turns = [outcome.turns for outcome in thousand[0] if not outcome.case.alone]
    assert min(turns) >= 8
    assert 20 <= sum(turns) / len(turns) <= 80


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_tenth_holds_an_exercise_alone_or_within(thousand: tuple[tuple[Outcome, ...], float]) -> None:
    held = [outcome for outcome in thousand[0] if outcome.case.exercise is not None]
    assert INTERVIEWS // 12 <= len(held) <= INTERVIEWS // 8
    assert {outcome.case.alone for outcome in held} == {True, False}
    kinds = {type(exercises()[outcome.case.exercise or ""]) for outcome in held}
    assert kinds == {CodingExercise, CaseTemplate}
    assert min(outcome.turns for outcome in held) >= 3


def test_the_first_round_holds_each_combination_once() -> None:
    held = cases(seed=3)
    assert len(held) == 12 * 15 * 3 == len({(case.persona, case.role_kit, case.style) for case in held})


def test_the_number_of_processes_changes_nothing() -> None:
    some = cases(seed=11, count=24)
    assert play_all(some, processes=1) == play_all(some, processes=2)


def test_a_seed_plays_the_same_interview_again() -> None:
    case = cases(seed=5, count=1)[0]
    assert hold(case) == hold(case)
    assert played(case) == played(case)
    assert cases(seed=5, count=9) != cases(seed=6, count=9)


@pytest.mark.parametrize("persona", ["vague", "terse", "silent", "panicking", "contradicting", "injecting", "rambling"])
def test_each_trait_shows_in_the_interview(persona: str) -> None:
    """A grader that is never put to work proves nothing: each trait brings what its rules are about."""
    held = [hold(case) for case in cases(seed=2, count=6, personas=[persona])]
    after = [turn.after for one in held for turn in one.turns if turn.after is not None]
    shows = {
        "vague": lambda labels: labels.is_vague,
        "terse": lambda labels: labels.is_vague,
        "silent": lambda labels: labels.manner == "silence",
        "panicking": lambda labels: labels.wish == "cannot_answer",
        "contradicting": lambda labels: labels.contradicts is not None,
        "injecting": lambda labels: labels.manner == "attack",
        "rambling": lambda labels: labels.manner == "answer",
    }[persona]
    assert sum(shows(heard.labels) for heard in after) >= 6
