"""`interview-lab bench api`: how long the home page, jobs, results and progress take with many users."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
from typing import TYPE_CHECKING

from server.commands import CliError

if TYPE_CHECKING:
    from server.bench.api import Measured

USERS, JOBS, INTERVIEWS, MEASURED, ROUNDS = 2_000, 20_000, 50_000, 20, 10


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "api",
        help="how long pages take with many users",
        description="Fills an empty database with invented users, jobs and judged interviews and asks for the "
        "dashboard, jobs, results and progress of some of them, each in turn with a trivial request through the same "
        "stack. A SQLite file of its own that is thrown away, or the empty PostgreSQL database that DATABASE_URL "
        "names, which stays filled. On a busy machine processor time and the ratio to the trivial "
        "request say more than milliseconds.",
    )
    for name, default in (("users", USERS), ("jobs", JOBS), ("interviews", INTERVIEWS), ("rounds", ROUNDS)):
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N", help=f"(default {default})")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    if args.users < 1 or args.jobs < 0 or args.interviews < 0 or not 1 <= args.rounds <= 1_000:
        raise CliError("--users must be 1 or more, --jobs and --interviews 0 or more, --rounds 1 to 1000.")
    from server.bench.api import measure
    from server.repositories.crowd import Crowd

    crowd = Crowd(args.users, args.jobs, args.interviews, min(MEASURED, args.users))
    found = asyncio.run(measure(crowd, args.rounds, _postgresql()))
    print(json.dumps(_figures(found, crowd.measured), indent=2) if args.json else _table(found))
    return 0


def _postgresql() -> str | None:
    """The address in DATABASE_URL where it is PostgreSQL; a SQLite file with somebody's interviews is left alone."""
    address = os.environ.get("DATABASE_URL", "")
    return address if address.startswith("postgres") else None


def _figures(found: Measured, users: int) -> dict[str, object]:
    from server.bench.api import FLOOR, GOAL_MS

    return {
        "database": found.database,
        "fillSeconds": round(found.fill_s, 1),
        "measuredUsers": users,
        "goalP95Ms": GOAL_MS,
        "load": round(os.getloadavg()[0], 2),
        "timings": {
            name: {
                "n": each.n,
                "p50Ms": each.p50_ms,
                "p95Ms": each.p95_ms,
                "cpuMs": each.cpu_ms,
                "overFloor": each.over(found.timings[FLOOR]),
            }
            for name, each in found.timings.items()
        },
    }


def _table(found: Measured) -> str:
    from server.bench.api import FLOOR, GOAL_MS

    rows = [
        f"{name:<18}{each.p50_ms:9.1f} ms{each.p95_ms:9.1f} ms{each.cpu_ms:9.1f} ms"
        f"{each.over(found.timings[FLOOR]):8.1f}"
        for name, each in found.timings.items()
    ]
    head = f"{found.database:<18}{'p50':>12}{'p95':>12}{'cpu':>12}{'x floor':>8}"
    return "\n".join((head, *rows, "", f"The goal: {GOAL_MS:.0f} ms at p95 on an idle machine."))
