"""`interview-lab openapi`: prints the description of the HTTP API, with examples and every refusal."""

from __future__ import annotations

import argparse
import json
import sys


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    subparsers.add_parser(
        "openapi",
        help="print the description of the HTTP API",
        description="Prints the OpenAPI document of the server's HTTP API as JSON: every route with what it takes, "
        "what it answers and what it may refuse, with examples. Nothing is opened, and no setting is read.",
    )


def run(args: argparse.Namespace) -> int:
    from server.openapi import schema

    sys.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
    return 0
