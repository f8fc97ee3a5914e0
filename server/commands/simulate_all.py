"""`interview-lab simulate --all`: simulated candidates sit through interviews, and the interviewer is graded."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from evaluators.ports import ModelClient, ModelError
from server.commands import RUN_ERROR, CliError

if TYPE_CHECKING:
    from server.simulation.fleet import Outcome
    from server.simulation.playing import Case

MAX_COUNT = 100_000
MAX_SEED = 2**31 - 1
MODEL_COUNT = 12  # with a model, one interview for each persona unless told otherwise
SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `--all` takes beside the scenario."""
    parser.add_argument("--all", action="store_true", help="play every persona with every role kit in every style")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="with --all: the same seed plays the same")
    parser.add_argument("--count", type=int, metavar="N", help="with --all: so many interviews (default: one of each)")
    parser.add_argument("--personas", default="", metavar="A,B", help="with --all: only these candidates")
    parser.add_argument("--processes", type=int, metavar="N", help="with --all: default is one for each core")
    parser.add_argument("--model", action="store_true", help="with --all: the language model that is set plays them")


def run_all(args: argparse.Namespace) -> int:
    """Plays and grades. Exit 0: no rule was broken; 1: one was. Raises CliError for arguments that can't be used."""
    outcomes = _with_model(args, _todo(args)) if args.model else _in_processes(args, _todo(args))
    violations = [violation for outcome in outcomes for violation in outcome.violations]
    if args.json:
        shown = {"interviews": len(outcomes), "violations": [asdict(violation) for violation in violations]}
        print(json.dumps(shown, indent=2, ensure_ascii=False))
    else:
        _show(outcomes)
    return RUN_ERROR if violations else 0


def _todo(args: argparse.Namespace) -> tuple[Case, ...]:
    from server.simulation.fleet import cases
    from server.simulation.personas import load_personas

    personas = tuple(name.strip() for name in args.personas.split(",") if name.strip())
    unknown = [name for name in personas if name not in load_personas()]
    if unknown:
        raise CliError(f"There is no persona {unknown[0]!r}; there are {', '.join(sorted(load_personas()))}.")
    if not 0 <= args.seed <= MAX_SEED:
        raise CliError(f"--seed takes 0 to {MAX_SEED}, not {args.seed}.")
    if args.count is not None and not 1 <= args.count <= MAX_COUNT:
        raise CliError(f"--count takes 1 to {MAX_COUNT}, not {args.count}.")
    if args.processes is not None and args.processes < 1:
        raise CliError(f"--processes takes 1 or more, not {args.processes}.")
    if args.model and args.count is None:
        every = cases(args.seed, None, personas)
        first: dict[str, Case] = {}
        for case in every:
            first.setdefault(case.persona, case)
        return tuple(first.values())[:MODEL_COUNT]
    return cases(args.seed, args.count, personas)


def _in_processes(args: argparse.Namespace, todo: Sequence[Case]) -> tuple[Outcome, ...]:
    from server.simulation.fleet import play_all

    return play_all(todo, processes=args.processes, progress=_progress(len(todo)))


def _with_model(args: argparse.Namespace, todo: Sequence[Case]) -> tuple[Outcome, ...]:
    from server.llm import make_model
    from server.settings import Settings

    model = make_model(Settings())
    if model is None:
        raise CliError("No language model is set. Set OPENAI_API_KEY or LLM_BASE_URL, or leave --model out.")
    try:
        return played_by(model, todo, _progress(len(todo)))
    except ModelError as error:
        raise CliError(f"The model could not play a candidate: {error}", RUN_ERROR) from error


def played_by(model: ModelClient, todo: Sequence[Case], progress: Callable[[int], None]) -> tuple[Outcome, ...]:
    """The interviews with a model as the candidate, one after the other. Raises ModelError."""
    from server.simulation.fleet import graded
    from server.simulation.model_candidate import ModelCandidate
    from server.simulation.personas import load_personas
    from server.simulation.playing import hold
    from server.simulation.profiles import profile_of

    outcomes: list[Outcome] = []
    with asyncio.Runner() as runner:

        def speaker(case: Case) -> ModelCandidate:
            persona = load_personas()[case.persona]
            return ModelCandidate(model, runner, persona, profile_of(case.role_kit, persona.name), case.seed)

        try:
            for number, case in enumerate(todo, start=1):
                outcomes.append(graded(case, hold(case, speaker)))
                progress(number)
        finally:
            runner.run(model.aclose())
    return tuple(outcomes)


def _progress(total: int) -> Callable[[int], None]:
    """Writes how far it is to stderr, every fiftieth interview and at the end."""

    def told(done: int) -> None:
        if done % 50 == 0 or done == total:
            print(f"{done} of {total} interviews", file=sys.stderr)

    return told


def _show(outcomes: Sequence[Outcome]) -> None:
    violations = [violation for outcome in outcomes for violation in outcome.violations]
    turns = sum(outcome.turns for outcome in outcomes)
    print(f"{len(outcomes)} interviews, {turns} turns of the interviewer, {len(violations)} violations")
    for rule, count in Counter(violation.rule for violation in violations).most_common():
        print(f"  {count:5}  {rule}")
    for one in violations[:SHOWN]:
        where = f"{one.persona}, {one.role_kit}, {one.style}, {one.interview_type}"
        print(f"{where}: {one.rule} in turn {one.turn}: {one.detail}")
