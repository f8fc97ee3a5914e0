"""`interview-lab migrate`: bring the database to this version's tables."""

from __future__ import annotations

import argparse
import asyncio

from server.migrate import head, upgrade_in_thread
from server.startup import load_settings, opened

SUMMARY = "bring the database to this version's tables"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    subparsers.add_parser(
        "migrate",
        help=SUMMARY,
        description="Bring the database (DATABASE_URL, by default SQLite in INTERVIEW_LAB_HOME) to this version's "
        "tables. Safe to run again, and while a server runs.",
    )


def run(args: argparse.Namespace) -> int:
    print(asyncio.run(_migrate()))
    return 0


async def _migrate() -> str:
    async with opened(load_settings()) as database:
        await upgrade_in_thread(database.url)
        return f"{database.url.render_as_string(hide_password=True)} is at {head(database.url)}."
