"""`interview-lab bench turns|stt`: measure turn-taking, or transcription, on this machine."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol, cast

from server.commands import bench_stt, bench_turns

SUMMARY = "measure turn-taking or transcription on this machine"


class Bench(Protocol):
    add_parser: Callable[[argparse._SubParsersAction[argparse.ArgumentParser]], None]
    run: Callable[[argparse.Namespace], int]


KINDS = {"turns": cast(Bench, bench_turns), "stt": cast(Bench, bench_stt)}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "bench",
        help=SUMMARY,
        description="Measure how fast the interviewer answers (turns) or how fast speech becomes words (stt). Each "
        "prints its breakdown and the machine's load; figures mean most on an idle machine.",
    )
    kinds = parser.add_subparsers(dest="kind", required=True, parser_class=type(parser), metavar="turns|stt")
    for kind in KINDS.values():
        kind.add_parser(kinds)


def run(args: argparse.Namespace) -> int:
    return KINDS[args.kind].run(args)
