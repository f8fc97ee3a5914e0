"""`interview-lab seed`: write the catalogue that ships into the tables."""

from __future__ import annotations

import argparse
import asyncio

from server.startup import load_settings, prepare

SUMMARY = "fill in role kits, rubrics and question patterns"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    subparsers.add_parser(
        "seed",
        help=SUMMARY,
        description="Write the role kits, rubrics and question patterns that ship with the product into the database, "
        "by their keys: new ones appear, changed ones follow, nothing is doubled. A server does this at every start.",
    )


def run(args: argparse.Namespace) -> int:
    for counts in asyncio.run(prepare(load_settings())):
        print(f"{counts.name}: {counts.total}, {counts.written or 'none'} new or changed")
    return 0
