"""`interview-lab demo-data`: an account with jobs, interviews and reports, for looking around and for screenshots."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time

from server.commands import RUN_ERROR, CliError

SHORTEST = 8  # characters, as registration asks for


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "demo-data",
        help="fill a demonstration account with jobs, interviews and reports",
        description="Makes the account of an invented candidate, marked as a demonstration: jobs in every state, "
        "interviews of two months that simulated people hold with the real interviewer, and what the product makes of "
        "them: reports, memory, a week of practice. Takes about a minute; where the account is there already, nothing "
        "changes. Give it a data folder of its own: INTERVIEW_LAB_HOME=./demo interview-lab demo-data.",
    )
    parser.add_argument("--password", metavar="P", help="to sign in with (default: one is made up and printed)")
    parser.add_argument(
        "--beside-others", action="store_true", help="also where the database has accounts of other people"
    )


def run(args: argparse.Namespace) -> int:
    if args.password is not None and len(args.password) < SHORTEST:
        raise CliError(f"Give a password of {SHORTEST} characters or more.")
    began = time.monotonic()
    print(asyncio.run(_fill(args.password, beside_others=args.beside_others)))
    print(f"Took {time.monotonic() - began:.0f} s.", file=sys.stderr)
    return 0


async def _fill(password: str | None, *, beside_others: bool) -> str:
    from server.demo.filling import FillingError, fill, others_in
    from server.sandbox.code_runner import open_runner
    from server.services import open_services
    from server.startup import load_settings, prepare

    settings = load_settings()
    await prepare(settings)
    runner = await open_runner()
    try:
        async with open_services(settings) as services:
            if not beside_others and await others_in(services):
                raise CliError(
                    "This database has accounts of other people. Name a data folder of its own with "
                    "INTERVIEW_LAB_HOME, or add --beside-others."
                )
            done = await fill(services, runner, password, lambda line: print(line, file=sys.stderr, flush=True))
    except FillingError as failure:
        raise CliError(str(failure), RUN_ERROR) from failure
    finally:
        await runner.aclose()
    if done.password is None:
        return f"The account {done.email} is there already. --password sets a new password for it."
    return f"{done.jobs} jobs and {done.interviews} interviews. Sign in as {done.email} with {done.password}"
