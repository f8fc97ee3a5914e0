"""`interview-lab seed`: write the catalogue that ships into the tables."""

from __future__ import annotations

import argparse
import asyncio
import json

from server.startup import load_settings, prepare

SUMMARY = "fill in roles, rubrics, questions and companies"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "seed",
        help=SUMMARY,
        description="Write the catalogue that ships with the product into the database: rubrics, role kits, question "
        "patterns, role names, companies and how they interview. New ones appear, changed ones follow, nothing is "
        "doubled, and what an administrator added stays. A server does this at every start.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    counts = asyncio.run(prepare(load_settings()))
    if args.json:
        print(json.dumps({kind.name: {"total": kind.total, "written": kind.written} for kind in counts}, indent=2))
        return 0
    for kind in counts:
        print(f"{kind.name}: {kind.total}, {kind.written or 'none'} new or changed")
    return 0
