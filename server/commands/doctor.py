"""`interview-lab doctor`: checks this machine and says what is on, what is off and how to switch it on."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server.health import Check

MARKS = {"ok": "ok ", "off": "off", "warning": "!  ", "broken": "NO "}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "doctor",
        help="check this machine and say what is on, what is off and how to switch it on",
        description="Check this machine: Python, the page, the data folder, the database, transcription, voice, model, "
        "port, clock and sandbox. Exit 1 if something that the product needs is broken; what is merely off is no "
        "failure.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from server.health import check_all
    from server.startup import load_settings

    checks = asyncio.run(check_all(load_settings()))
    broken = [check for check in checks if check.state == "broken"]
    print(_as_json(checks) if args.json else _as_text(checks))
    return 1 if broken else 0


def _as_json(checks: Sequence[Check]) -> str:
    rows = [{"name": check.name, "state": check.state, "detail": check.detail} for check in checks]
    return json.dumps({"ok": all(check.state != "broken" for check in checks), "checks": rows}, indent=2)


def _as_text(checks: Sequence[Check]) -> str:
    width = max(len(check.name) for check in checks)
    rows = [f"  {MARKS[check.state]}  {check.name:<{width}}  {check.detail}" for check in checks]
    broken = sum(check.state == "broken" for check in checks)
    verdict = "Everything needed works." if not broken else f"{broken} of {len(checks)} need mending: see NO above."
    return "\n".join((*rows, "", verdict))
