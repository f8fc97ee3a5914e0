"""`interview-lab bench sandbox`: how long it takes until a candidate's code has run, and the machine's own floor."""

from __future__ import annotations

import argparse
import json

from server.bench.sandbox import GOAL_MS, Timing, measure
from server.commands import CliError

ROUNDS, MOST_ROUNDS = 20, 500
FLOOR = "floor: python"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "sandbox",
        help="how long a run of a candidate's code takes to start",
        description="Runs one small test in each language again and again, and in turn with it the floor: the bare "
        "interpreter, and the sandbox around a program that does nothing. The goal is a median of "
        f"{GOAL_MS:.0f} ms for Python on an idle machine; on a busy one the ratio to the floor says more.",
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"runs of each (default {ROUNDS})")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    if not 1 <= args.rounds <= MOST_ROUNDS:
        raise CliError(f"--rounds must be 1 to {MOST_ROUNDS}.")
    found = measure(args.rounds)
    if FLOOR not in found:
        raise CliError("The sandbox is off here. `interview-lab doctor` says why.", exit_code=1)
    print(_as_json(found, args.rounds) if args.json else _as_text(found))
    return 0


def _as_json(found: dict[str, Timing], rounds: int) -> str:
    rows = {
        name: {"p50Ms": each.p50_ms, "p95Ms": each.p95_ms, "overBarePython": each.over(found[FLOOR])}
        for name, each in found.items()
    }
    return json.dumps({"rounds": rounds, "goalMs": GOAL_MS, "timings": rows}, indent=2)


def _as_text(found: dict[str, Timing]) -> str:
    width = max(map(len, found))
    rows = [
        f"{name:<{width}}  {each.p50_ms:7.1f} ms  {each.p95_ms:7.1f} ms  {each.over(found[FLOOR]):5.1f}"
        for name, each in found.items()
    ]
    goal = f"The goal: {GOAL_MS:.0f} ms at the median for Python on an idle machine."
    return "\n".join((f"{'':<{width}}      p50         p95   x bare Python", *rows, "", goal))
