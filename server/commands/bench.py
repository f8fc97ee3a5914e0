"""`interview-lab bench`: measure turn-taking, transcription, deciding, the reading of job ads, judging or pages."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol, cast

from server.commands import (
    bench_api,
    bench_controller,
    bench_judge,
    bench_sandbox,
    bench_skills,
    bench_stt,
    bench_turns,
)

SUMMARY = "measure turn-taking, transcription, deciding, the reading of job ads, judging, the sandbox or pages"


class Bench(Protocol):
    add_parser: Callable[[argparse._SubParsersAction[argparse.ArgumentParser]], None]
    run: Callable[[argparse.Namespace], int]


KINDS = {
    "turns": cast(Bench, bench_turns),
    "stt": cast(Bench, bench_stt),
    "controller": cast(Bench, bench_controller),
    "skills": cast(Bench, bench_skills),
    "judge": cast(Bench, bench_judge),
    "sandbox": cast(Bench, bench_sandbox),
    "api": cast(Bench, bench_api),
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "bench",
        help=SUMMARY,
        description="Measure how fast the interviewer answers (turns), how fast speech becomes words (stt), how long "
        "deciding and planning take (controller), how well skills are found in job ads (skills), whether the better "
        "answer scores higher (judge), how long a run of code takes to start (sandbox), or how long pages take with "
        "many users (api). "
        "Each prints its breakdown; figures of time mean most on an idle machine.",
    )
    kinds = parser.add_subparsers(dest="kind", required=True, parser_class=type(parser), metavar="|".join(KINDS))
    for kind in KINDS.values():
        kind.add_parser(kinds)


def run(args: argparse.Namespace) -> int:
    return KINDS[args.kind].run(args)
