"""Plays many simulated interviews, in several processes, always the same for a seed, and gathers what was broken."""

from __future__ import annotations

import multiprocessing
import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from controller.planning.exercise_choice import CODING_ROLES
from schema.vocabulary import InterviewType, RoleCategory, Seniority, Style
from server.simulation.grading import grade
from server.simulation.personas import load_personas
from server.simulation.playing import Case, catalog, exercises, hold
from server.simulation.record import Interview, Violation

MINUTES = (8, 10, 12, 15)
CHUNK = 8
EVERY = 10  # so often an interview holds an exercise
ALONE = 0.4  # of those that could hold it within
MINUTES_ALONE, MINUTES_WITHIN = 25, 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one interview came to. `turns`: of the interviewer."""

    case: Case
    turns: int
    violations: tuple[Violation, ...]


def cases(seed: int, count: int | None = None, personas: Sequence[str] = ()) -> tuple[Case, ...]:
    """Every persona with every kit in every style; types, levels and lengths rotate. `count` goes round again with
    other seeds, or stops early after a spread of them."""
    chosen = list(personas) or sorted(load_personas())
    every = [(persona, kit, style) for persona in chosen for kit in catalog().role_kits for style in Style]
    wanted = len(every) if count is None else count
    made: list[Case] = []
    for turn in range(-(-wanted // len(every))):
        order = list(enumerate(every))
        if len(every) * (turn + 1) > wanted:
            random.Random(f"{seed} {turn}").shuffle(order)
        made += [_case(seed, turn, number, *one) for number, one in order]
    return tuple(made[:wanted])


def _case(seed: int, turn: int, number: int, persona: str, kit: str, style: Style) -> Case:
    types, levels = tuple(InterviewType), tuple(Seniority)
    turned = number + turn + number // len(types)
    case = Case(
        persona=persona,
        role_kit=kit,
        style=style,
        interview_type=types[turned % len(types)],
        seniority=levels[(number // 5 + turn) % len(levels)],
        minutes=MINUTES[(number // 3 + turn + seed) % len(MINUTES)],
        seed=(seed * 1_000_003 + turn * 7_919 + number) % 2**31,
    )
    return _with_exercise(case) if (number + turn) % EVERY == 0 else case


def _with_exercise(case: Case) -> Case:
    """The same candidate over code or a case: in a part of an interview that looks at such, else alone."""
    category = RoleCategory(catalog().role_kits[case.role_kit].role_category)
    keys = sorted(key for key, task in exercises().items() if category in task.role_categories)
    if not keys:
        return case
    roll = random.Random(case.seed)
    types = {InterviewType.TECHNICAL} if category in CODING_ROLES else set(InterviewType) - {InterviewType.HR}
    alone = case.interview_type not in types or roll.random() < ALONE
    return replace(case, exercise=roll.choice(keys), alone=alone, minutes=MINUTES_ALONE if alone else MINUTES_WITHIN)


def played(case: Case) -> Outcome:
    """One interview, held and graded."""
    return graded(case, hold(case))


def graded(case: Case, interview: Interview) -> Outcome:
    """What one interview came to."""
    return Outcome(case, sum(bool(turn.text) for turn in interview.turns), grade(interview))


def play_all(
    todo: Sequence[Case], *, processes: int | None = None, progress: Callable[[int], None] = lambda done: None
) -> tuple[Outcome, ...]:
    """All interviews in the order of `todo`, whatever the number of processes (default: one for each core)."""
    workers = min(processes or os.cpu_count() or 1, max(1, len(todo) // CHUNK))
    if workers == 1:
        return tuple(_counted(map(played, todo), progress))
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        outcomes = tuple(_counted(pool.imap(played, todo, chunksize=CHUNK), progress))
        pool.close()
        pool.join()
    return outcomes


def _counted(outcomes: Iterable[Outcome], progress: Callable[[int], None]) -> Iterator[Outcome]:
    for number, outcome in enumerate(outcomes, start=1):
        progress(number)
        yield outcome
