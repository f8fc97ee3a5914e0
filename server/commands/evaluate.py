"""`interview-lab evaluate`: judges a transcript file and prints the report."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands import RUN_ERROR, CliError

if TYPE_CHECKING:
    from evaluators.ports import ModelClient
    from evaluators.report import Evaluation
    from schema.rubric import RoleKit, Rubric
    from schema.transcript import TranscriptDocument

MOST_BYTES = 10 * 1024 * 1024
MOST_SAMPLES = 5  # as evaluators.judge has it, which is read only when it is needed


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "evaluate",
        help="judge a transcript and print the report",
        description="Judges a transcript by the role's rubric and prints the report. Every quote in it is found word "
        "for word in what the candidate said. Rules judge, the same way every time; with --model-samples the language "
        "model that the settings name judges instead, one to five times. `interview-lab schema transcript` prints "
        "what the file looks like. Exit 0: judged; 1: the model gave no usable judgement; 2: the file can't "
        "be used.",
    )
    parser.add_argument("transcript", type=Path, metavar="TRANSCRIPT.json", help="the interview, at most 10 MB")
    parser.add_argument("--json", action="store_true", help="print the report as one JSON object")
    parser.add_argument(
        "--model-samples",
        type=int,
        choices=range(MOST_SAMPLES + 1),
        default=0,
        metavar="N",
        help="ask the model N times, 1 to 5, take the median and show how far they lie apart (3 is a good number); "
        "0 (the default): rules judge",
    )


def run(args: argparse.Namespace) -> int:
    with _nothing_collected():
        document = read_transcript(args.transcript)
        rubric, kit = _rubric_for(document)
        evaluation = asyncio.run(_evaluate(document, rubric, kit, args.model_samples))
    if args.json:
        sys.stdout.write(evaluation.analysis.model_dump_json(by_alias=True, indent=2) + "\n")
    else:
        from server.commands.report_text import show

        show(evaluation.analysis, document)
    return 0


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without the search for garbage: nearly all that a judgement loads and makes lives until the command ends."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_transcript(path: Path) -> TranscriptDocument:
    """The transcript in that file. Raises CliError with one sentence that says what is wrong and where."""
    from pydantic import ValidationError

    from schema.transcript import TranscriptDocument

    data = _read_json(path)
    if not isinstance(data, dict):
        raise CliError(f"{path.name} must hold one JSON object with role_kit, turns and so on, not a {_kind(data)}.")
    try:
        document = TranscriptDocument.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise CliError(f"{path.name}: {_place(first['loc'])}: {_said(first['type'], first['msg'])}.") from None
    _check_seconds(path, document)
    return document


def _read_json(path: Path) -> object:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise CliError(f"{path} is a folder; name the transcript file in it.")
        if size > MOST_BYTES:
            raise CliError(f"{path.name} has {size / 2**20:.1f} MB; a transcript may have 10 MB at most.")
        return json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=_no_constant)
    except FileNotFoundError:
        raise CliError(f"There is no file {path}.") from None
    except OSError as error:
        raise CliError(f"{path} can't be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CliError(f"{path.name} is not UTF-8 text; save it as UTF-8 JSON.") from None
    except json.JSONDecodeError as error:
        cut = " The file seems cut off." if error.pos >= len(error.doc.rstrip()) else ""
        where = f"line {error.lineno}, column {error.colno}"
        raise CliError(f"{path.name} is not valid JSON: {error.msg} at {where}.{cut}") from None
    except RecursionError:
        raise CliError(f"{path.name} is nested too deeply to be a transcript.") from None


def _no_constant(name: str) -> float:
    raise CliError(f"The transcript holds {name}, which is no number; leave the field out or write seconds.")


def _check_seconds(path: Path, document: TranscriptDocument) -> None:
    for index, turn in enumerate(document.turns):
        seconds = [turn.start_s, turn.end_s, *(s for word in turn.words or () for s in (word.start_s, word.end_s))]
        if not all(math.isfinite(value) for value in seconds):
            raise CliError(f"{path.name}: turns[{index}]: start_s and end_s must be ordinary numbers of seconds.")
        if turn.end_s < turn.start_s:
            raise CliError(f"{path.name}: turns[{index}]: end_s ({turn.end_s}) lies before start_s ({turn.start_s}).")


def _place(loc: tuple[int | str, ...]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return text.removeprefix(".") or "the file"


def _said(kind: str, message: str) -> str:
    known = {
        "missing": "this field is missing",
        "extra_forbidden": "this field is not known; `interview-lab schema transcript` lists those that are",
        "too_short": "at least one turn is needed",
    }
    return known.get(kind, message[:1].lower() + message[1:])


def _kind(data: object) -> str:
    return {list: "list", str: "text", type(None): "null", bool: "boolean"}.get(type(data), "number")


def _rubric_for(document: TranscriptDocument) -> tuple[Rubric, RoleKit]:
    from seeds.catalog import load_for_judging

    catalog = load_for_judging()
    kit = catalog.role_kits.get(document.role_kit)
    if kit is None:
        known = ", ".join(sorted(catalog.role_kits))
        raise CliError(f"role_kit: there is no role kit {document.role_kit!r}; there are {known}.")
    return catalog.rubrics[catalog.rubric_key(document.interview_type, kit)], kit


def _model() -> ModelClient:
    """The settings' model. What speaks to models takes a second to load, so rules do without it."""
    from server.llm import make_model
    from server.settings import Settings

    model = make_model(Settings())
    if model is None:
        raise CliError("No model is set: give OPENAI_API_KEY or LLM_BASE_URL, or leave out --model-samples.")
    return model


async def _evaluate(document: TranscriptDocument, rubric: Rubric, kit: RoleKit, samples: int) -> Evaluation:
    from controller.classifier import classify
    from evaluators.judge import JudgeFailed
    from evaluators.report import evaluate_document

    model = _model() if samples else None
    try:
        return await evaluate_document(
            document,
            rubric=rubric,
            classify=lambda question, answer: classify(question=question, answer=answer),
            model=model,
            samples=max(1, samples),
            kit=kit,
        )
    except JudgeFailed as failure:
        raise CliError(f"{failure} ({failure.reason.value}) No score was made up in its place.", RUN_ERROR) from failure
    finally:
        if model is not None:
            await model.aclose()
