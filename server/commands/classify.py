"""`interview-lab classify`: reads one answer by the controller's rules."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schema.vocabulary import MissingPiece

MAX_CHARS = 20_000


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "classify",
        help="read one answer: strong, weak or vague, and what is missing",
        description="Reads one answer by rules, without a model: how strong it is, which pieces it lacks (context, "
        "ownership, metric, trade-off, result, reflection), and the words that show it.",
    )
    parser.add_argument("--question", required=True, metavar="Q", help="what was asked")
    parser.add_argument(
        "--answer", required=True, metavar="A", help="what was answered; - reads it from standard input"
    )
    parser.add_argument(
        "--expects",
        metavar="PIECES",
        help="what a complete answer holds, separated by commas, e.g. context,ownership,metric "
        "(default: read from the question)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from controller.classifier import classify
    from server.commands import CliError

    answer = sys.stdin.read() if args.answer == "-" else args.answer
    if not args.question.strip() or not answer.strip():
        raise CliError("Give both a --question and an --answer that are not empty.")
    if len(answer) > MAX_CHARS:
        raise CliError(f"The answer has {len(answer)} characters; at most {MAX_CHARS} are read. Shorten it.")
    signals = classify(question=args.question, answer=answer, expects=_pieces(args.expects))
    if args.json:
        print(json.dumps(signals.model_dump(mode="json"), indent=2, ensure_ascii=False))
        return 0
    print(f"{signals.strength.value}" + (f", missing: {', '.join(signals.missing)}" if signals.missing else ""))
    for reason in signals.reasons:
        print(f"  {reason}")
    return 0


def _pieces(listed: str | None) -> list[MissingPiece] | None:
    from schema.vocabulary import MissingPiece
    from server.commands import CliError

    if listed is None:
        return None
    names = [name.strip() for name in listed.split(",") if name.strip()]
    try:
        return [MissingPiece(name) for name in names]
    except ValueError:
        raise CliError(f"--expects takes some of {', '.join(MissingPiece)}, separated by commas.") from None
