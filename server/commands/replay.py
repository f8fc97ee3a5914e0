"""`interview-lab replay`: folds a stored interview's events again and fails if any decision differs."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from typing import Any
from uuid import UUID


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "replay",
        help="fold a stored interview's events again and compare every decision",
        description="Folds a stored interview's events through the controller and compares every decision with the one "
        "that was stored. Exit 0: all the same; 1: differences, listed; 2: there is no such interview.",
    )
    parser.add_argument("session", metavar="SESSION", help="the interview's id, as in its page's address")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from server.commands import CliError

    try:
        session_id = UUID(args.session)
    except ValueError:
        raise CliError(
            f"{args.session!r} is not an interview's id: it looks like 0b54ad2e-… in the page's address."
        ) from None
    result = asyncio.run(_replay(session_id))
    if result is None:
        raise CliError(f"There is no interview {session_id} in this database. Is DATABASE_URL the right one?")
    if args.json:
        sys.stdout.write(json.dumps(result, indent=2) + "\n")
    else:
        _show(result)
    return 1 if result["differences"] else 0


async def _replay(session_id: UUID) -> dict[str, Any] | None:
    from agent.transcript import STEP
    from controller.serial import decision_from_json, event_from_json, replay
    from server.db import Database, database_url
    from server.repositories.events import load_events
    from server.repositories.interviews import Interviews
    from server.settings import Settings

    settings = Settings()
    database = Database(database_url(settings.database_url, settings.home))
    try:
        async with database.read() as db:
            bundle = await Interviews(db).bundle(session_id)
            records = await load_events(db, session_id)
    finally:
        await database.aclose()
    if bundle is None:
        return None
    steps = [record for record in records if record.kind == STEP]
    differences = replay(
        bundle.plan,
        bundle.patterns,
        [event_from_json(record.payload["event"]) for record in steps],
        [decision_from_json(record.payload["decision"]) for record in steps],
        candidate_name=bundle.candidate_name or None,
        seed=bundle.seed,
        exercises=bundle.exercises,
    )
    return {
        "session": str(session_id),
        "events": len(steps),
        "records": len(records),
        "differences": [
            {"index": d.index, "field": d.field, "stored": d.stored, "replayed": d.replayed} for d in differences
        ],
    }


def _show(result: dict[str, Any]) -> None:
    differences = result["differences"]
    if not differences:
        sys.stdout.write(f"{result['events']} events replayed: every decision is the same.\n")
        return
    sys.stdout.write(f"{result['events']} events replayed, {len(differences)} differences:\n")
    for item in differences:
        sys.stdout.write(f"  event {item['index']}, {item['field']}: {item['stored']!r} became {item['replayed']!r}\n")
