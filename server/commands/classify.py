"""`interview-lab classify`: reads answers by the controller's rules, one at a time or a file of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

if TYPE_CHECKING:
    from schema.transcript import AnswerSignals
    from schema.vocabulary import MissingPiece

MAX_CHARS = 20_000
MAX_LINE_CHARS = 200_000


class AnswerRow(BaseModel):
    """One line of ANSWERS.jsonl; more fields than these are allowed and left alone."""

    model_config = ConfigDict(extra="ignore")

    id: str | int
    question: str = Field(min_length=1)
    answer: str = Field(max_length=MAX_CHARS)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "classify",
        help="read answers: strong, weak or vague, and what is missing",
        description="Reads one answer, or a file of them, by rules, without a model: how strong it is, which pieces it "
        "lacks (context, ownership, metric, trade-off, result, reflection), and the words that show it.",
    )
    parser.add_argument("--question", metavar="Q", help="what was asked")
    parser.add_argument("--answer", metavar="A", help="what was answered; - reads it from standard input")
    parser.add_argument(
        "--file",
        metavar="ANSWERS.jsonl",
        help="one JSON object a line with id, question and answer; prints one for each in the same order "
        "(- reads standard input)",
    )
    parser.add_argument(
        "--expects",
        metavar="PIECES",
        help="what a complete answer holds, separated by commas, e.g. context,ownership,metric "
        "(default: read from the question)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON, with --file one object a line")


def run(args: argparse.Namespace) -> int:
    from server.commands import CliError

    expects = _pieces(args.expects)
    if args.file is not None:
        if args.question is not None or args.answer is not None:
            raise CliError("Give either --file or --question and --answer, not both.")
        return _classify_file(args.file, expects, as_json=args.json)
    if args.question is None or args.answer is None:
        raise CliError("Give a --question and an --answer, or a --file of them.")
    answer = sys.stdin.read() if args.answer == "-" else args.answer
    if not args.question.strip() or not answer.strip():
        raise CliError("Give both a --question and an --answer that are not empty.")
    if len(answer) > MAX_CHARS:
        raise CliError(f"The answer has {len(answer)} characters; at most {MAX_CHARS} are read. Shorten it.")
    return _classify_one(args.question, answer, expects, as_json=args.json)


def _classify_one(question: str, answer: str, expects: list[MissingPiece] | None, *, as_json: bool) -> int:
    from controller.classifier import classify

    signals = classify(question=question, answer=answer, expects=expects)
    if as_json:
        print(json.dumps(_fields(signals), indent=2, ensure_ascii=False))
        return 0
    print(_in_words(signals))
    for reason in signals.reasons:
        print(f"  {reason}")
    return 0


def _classify_file(file: str, expects: list[MissingPiece] | None, *, as_json: bool) -> int:
    """A line out for every line in, while it is read; the first bad line ends it with its number."""
    from controller.classifier import classify

    for row in _rows(file):
        signals = classify(question=row.question, answer=row.answer, expects=expects)
        if as_json:
            print(json.dumps({"id": row.id, **_fields(signals)}, ensure_ascii=False), flush=True)
        else:
            print(f"{row.id}: {_in_words(signals)}", flush=True)
    return 0


def _rows(file: str) -> Iterator[AnswerRow]:
    from server.commands import CliError

    number = 0
    try:
        stream = sys.stdin if file == "-" else Path(file).open(encoding="utf-8-sig")  # noqa: SIM115 - closed below
        with stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _row(line, number)
    except OSError as error:
        raise CliError(f"{file} can't be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise CliError(f"{file}: line {number + 1}: this is not UTF-8 text.") from error


def _row(line: str, number: int) -> AnswerRow:
    from server.commands import CliError

    if len(line) > MAX_LINE_CHARS:
        raise CliError(f"Line {number}: it is longer than {MAX_LINE_CHARS} characters.")
    try:
        return AnswerRow.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CliError(f"Line {number}: {where + ': ' if where else ''}{first['msg']}.") from error


def _fields(signals: AnswerSignals) -> dict[str, object]:
    """The signals as the rules give them; a model's view is part of an interview only."""
    return signals.model_dump(mode="json", exclude={"disagreement"})


def _in_words(signals: AnswerSignals) -> str:
    return f"{signals.strength.value}" + (f", missing: {', '.join(signals.missing)}" if signals.missing else "")


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
