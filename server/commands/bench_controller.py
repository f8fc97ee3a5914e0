"""`interview-lab bench controller`: how long the interviewer takes to decide, to read an answer, and to plan."""

from __future__ import annotations

import argparse
import itertools
import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from controller.state import InterviewState
    from schema.plan import InterviewPlan
    from seeds.catalog import Catalog

T = TypeVar("T")
STEP_GOAL_MS, PLANNER_GOAL_MS, CLASSIFIER_GOAL_MS = 2.0, 50.0, 1.0
MINUTES = (10, 20, 30)
PAUSE_MS = 1_500  # from a question's end to its answer
WORDS_A_SECOND = 2.5


@dataclass(frozen=True, slots=True)
class Spread:
    """Times of one kind, in milliseconds."""

    n: int
    p50_ms: float
    p99_ms: float
    max_ms: float
    goal_p99_ms: float | None

    @property
    def within(self) -> bool:
        return self.goal_p99_ms is None or self.p99_ms <= self.goal_p99_ms


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "controller",
        help="how long a decision, a reading and a plan take",
        description="Plans interviews for every role kit, type and style, holds them in virtual time with spoken "
        "answers of every length, and prints how long each step, each reading of an answer and each plan took.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="hold all interviews N times (default 1)")


def run(args: argparse.Namespace) -> int:
    from server.commands import CliError

    if not 1 <= args.rounds <= 100:
        raise CliError("--rounds lies between 1 and 100.")
    found = measured(args.rounds)
    if args.json:
        shown = {name: {**asdict(spread), "within": spread.within} for name, spread in found.items()}
        print(json.dumps({"load": _load(), **shown}, indent=2))
        return 0
    for name, spread in found.items():
        goal = f"   goal for p99: {spread.goal_p99_ms} ms" if spread.goal_p99_ms is not None else ""
        print(
            f"{name:16} n {spread.n:6}   p50 {spread.p50_ms:7.3f}   p99 {spread.p99_ms:7.3f}   max "
            f"{spread.max_ms:7.3f} ms" + goal
        )
    return 0


def measured(rounds: int = 1) -> dict[str, Spread]:
    """Spreads by what was measured."""
    from controller.reading import prepare
    from seeds.catalog import load_catalog

    prepare()  # as the server does before it opens
    catalog = load_catalog()
    plans, planning = _planned(catalog)
    steps: list[float] = []
    events: list[float] = []
    for turn in range(rounds):
        for number, plan in enumerate(plans):
            _hold(plan, catalog, number + turn, steps, events)
    readings, longest = _read_all(rounds)
    return {
        "step": _spread(steps, STEP_GOAL_MS),
        "any_event": _spread(events, STEP_GOAL_MS),
        "classify": _spread(readings, CLASSIFIER_GOAL_MS),
        "classify_8000": _spread(longest, None),
        "planner": _spread(planning, PLANNER_GOAL_MS),
    }


def _planned(catalog: Catalog) -> tuple[list[InterviewPlan], list[float]]:
    """A plan for each kit, type and style, half of them with documents; and how long each took."""
    from controller.planner import build_plan
    from schema.vocabulary import InterviewType, Seniority, Style
    from server.bench.documents import JOB, RESUME

    plans, times = [], []
    kinds = itertools.product(catalog.role_kits, InterviewType, Style)
    for number, (kit, interview_type, style) in enumerate(kinds):
        with_documents = number % 2 == 0

        def make(
            kit: str = kit,
            kind: InterviewType = interview_type,
            style: Style = style,
            number: int = number,
            documents: bool = with_documents,
        ) -> InterviewPlan:
            return build_plan(
                kit=catalog.role_kits[kit],
                patterns=catalog.patterns,
                seniority=tuple(Seniority)[number % 3],
                interview_type=kind,
                style=style,
                minutes=MINUTES[number % 3],
                resume=RESUME if documents else None,
                job=JOB if documents else None,
                seed=number,
            )

        if number == 0:
            make()  # the skill vocabulary is read once a process
        took, plan = _timed(make)
        plans.append(plan)
        times.append(took)
    return plans, times


def _hold(plan: InterviewPlan, catalog: Catalog, seed: int, steps: list[float], events: list[float]) -> None:
    """One interview to its end, the answers in turn."""
    from controller.events import CandidateSilent, Event, InterviewStarted, Tick, TurnEnded
    from controller.interview import is_over, new_state, step
    from server.bench.written_answers import every_answer

    answers = every_answer()
    state: InterviewState = new_state(plan, catalog.patterns, candidate_name="Sam", seed=seed)
    clock = 0

    def play(event: Event) -> None:
        nonlocal state
        took, (state, _) = _timed(lambda: step(state, event))
        events.append(took)
        if isinstance(event, TurnEnded):
            steps.append(took)

    play(InterviewStarted(0))
    for number in itertools.count(seed):
        if is_over(state):
            return
        answer = answers[number % len(answers)]
        clock += PAUSE_MS
        play(Tick(clock))
        if number % 17 == 0:
            play(CandidateSilent(clock, 8.0))
        clock += round(len(answer.split()) / WORDS_A_SECOND * 1000)
        play(TurnEnded(clock, answer, clock - 1000))


def _read_all(rounds: int) -> tuple[list[float], list[float]]:
    """Readings of every answer, and of the longest ones alone."""
    from controller.classifier import classify
    from schema.vocabulary import MissingPiece
    from server.bench.written_answers import LONGEST_CHARS, every_answer, long_answer

    expects = tuple(MissingPiece)[:4]

    def read(answer: str) -> float:
        return _timed(lambda: classify(question="Walk me through it.", answer=answer, expects=expects))[0]

    every = [read(answer) for _ in range(20 * rounds) for answer in every_answer()]
    longest = [read(long_answer(LONGEST_CHARS, first)) for _ in range(20 * rounds) for first in range(8)]
    return every, longest


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    done = work()
    return (time.perf_counter() - began) * 1000, done


def _spread(times: Sequence[float], goal: float | None) -> Spread:
    ordered = sorted(times)
    at = min(len(ordered) - 1, int(len(ordered) * 0.99))
    return Spread(
        n=len(ordered),
        p50_ms=round(ordered[len(ordered) // 2], 4),
        p99_ms=round(ordered[at], 4),
        max_ms=round(ordered[-1], 4),
        goal_p99_ms=goal,
    )


def _load() -> list[float]:
    """The machine's load over one, five and fifteen minutes: figures mean most on an idle one."""
    return [round(load, 2) for load in os.getloadavg()]
