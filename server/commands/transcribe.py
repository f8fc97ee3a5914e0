"""`interview-lab transcribe`: a recording into words with seconds, and the word error rate of the product's own ear."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from agent.providers.whisper.decoder import WINDOW_FLOOR_S
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.errors import WhisperFailed, WhisperOverloaded, WhisperUnavailable
from agent.providers.whisper.models import find_model, usable_cores
from agent.providers.whisper.recording import BadAudio, Transcript, hear_recording, load_recording, read_recording
from agent.providers.whisper.wer import WordErrors, word_errors
from server.commands import RUN_ERROR, CliError
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording with what is said in it."""

    path: Path
    reference: str


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "transcribe",
        help="turn a recording into words with seconds",
        description="Transcribes a recording with the speech model of this computer. With a reference text it also "
        "counts the errors; with --wer it does so for a folder of clips.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="WAV, FLAC, MP3, M4A, Ogg, WebM ...")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--model", metavar="DIR|NAME", help="a faster-whisper folder or a model's name")
    references = parser.add_mutually_exclusive_group()
    references.add_argument("--reference", metavar="TEXT", help="what is really said in FILE")
    references.add_argument("--references", type=Path, metavar="JSONL", help='lines {"file": ..., "transcript": ...}')
    parser.add_argument("--wer", type=Path, metavar="FOLDER", help="word error rate over FOLDER/manifest.jsonl")
    parser.add_argument(
        "--window-floor",
        type=_floors,
        default=(WINDOW_FLOOR_S,),
        metavar="S[,S...]",
        help="shortest encoder window in seconds; several are compared",
    )
    parser.add_argument("--live", action="store_true", help="hear it as an interview would, with interims and commits")


def run(args: argparse.Namespace) -> int:
    if (args.file is None) == (args.wer is None):
        raise CliError(
            "Give either a recording or --wer with a folder of clips. Try `interview-lab transcribe --help`."
        )
    model = _model(args.model)
    try:
        if args.wer is not None:
            return _wer(args, model, _clips(args.references or args.wer / "manifest.jsonl", args.wer))
        return _one(args, model)
    except BadAudio as fault:
        raise CliError(str(fault)) from fault
    except WhisperUnavailable as fault:
        raise CliError(str(fault)) from fault
    except (WhisperFailed, WhisperOverloaded) as fault:
        raise CliError(str(fault), RUN_ERROR) from fault


# ------------------------------------------------------------------ one recording


def _one(args: argparse.Namespace, model: Path) -> int:
    samples = load_recording(args.file)
    reference = args.reference
    if args.references is not None:
        found = [
            clip.reference for clip in _clips(args.references, args.file.parent) if clip.path.name == args.file.name
        ]
        if not found:
            raise CliError(f"{args.references} has no line for {args.file.name}.")
        reference = found[0]
    results = []
    for floor_s in args.window_floor:
        with _Reader(model, floor_s, live=args.live) as reader:
            transcript = reader.read(samples, f"Transcribing {args.file.name}")
        errors = None if reference is None else word_errors(reference, transcript.text)
        results.append(_as_json(transcript, model.name, floor_s, errors))
    if args.json:
        print(json.dumps(results[0] if len(results) == 1 else {"floors": results}, indent=2, ensure_ascii=False))
        return 0
    for result in results:
        print(result["text"])
        wer = "" if "wer" not in result else f"  word error rate {_percent(result['wer']['rate'])}"
        print(f"{result['duration_s']:.1f} s, {result['rtf']:.2f} s for each second, {result['model']}{wer}")
    return 0


def _as_json(transcript: Transcript, model: str, floor_s: float, errors: WordErrors | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "text": transcript.text,
        "words": [word.model_dump() for word in transcript.words],
        "duration_s": round(transcript.duration_s, 3),
        "rtf": round(transcript.rtf, 4),
        "model": model,
        "window_floor_s": floor_s,
    }
    return result if errors is None else {**result, "wer": _errors(errors)}


# ------------------------------------------------------------------ a folder of clips


def _wer(args: argparse.Namespace, model: Path, clips: list[Clip]) -> int:
    floors = [_over_folder(model, floor_s, clips, live=args.live) for floor_s in args.window_floor]
    result = {"model": model.name, "live": args.live, "floors": floors, "load": list(os.getloadavg())}
    if args.json:
        print(json.dumps(result, indent=2, ensure_ascii=False))
        return 0
    for floor in floors:
        print(f"window floor {floor['window_floor_s']:g} s")
        for row in floor["files"]:
            print(f"  {_percent(row['wer']['rate']):>7}  {row['file']}")
        total = f"all ({floor['wer']['reference_words']} words), rtf {floor['rtf']:.2f}"
        print(f"  {_percent(floor['wer']['rate']):>7}  {total}")
    return 0


def _over_folder(model: Path, floor_s: float, clips: list[Clip], *, live: bool) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    total, sound_s, wall_s = WordErrors(), 0.0, 0.0
    with _Reader(model, floor_s, live=live) as reader:
        for clip in clips:
            transcript = reader.read(load_recording(clip.path), clip.path.name)
            errors = word_errors(clip.reference, transcript.text)
            total, sound_s, wall_s = total + errors, sound_s + transcript.duration_s, wall_s + transcript.wall_s
            row = {"file": clip.path.name, "reference": clip.reference, "heard": transcript.text}
            rows.append({**row, "wer": _errors(errors), "rtf": round(transcript.rtf, 4)})
    return {"window_floor_s": floor_s, "wer": _errors(total), "rtf": round(wall_s / sound_s, 4), "files": rows}


def _clips(manifest: Path, folder: Path) -> list[Clip]:
    """The manifest's lines. CliError when it is missing, malformed, or names a file that is not there."""
    try:
        lines = [json.loads(line) for line in manifest.read_text("utf-8").splitlines() if line.strip()]
        clips = [Clip(folder / str(line["file"]), str(line["transcript"])) for line in lines]
    except OSError as fault:
        raise CliError(f"{manifest} cannot be read: {fault.strerror}.") from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise CliError(f'{manifest} must hold lines like {{"file": "a.wav", "transcript": "..."}}.') from fault
    if not clips:
        raise CliError(f"{manifest} names no clip.")
    if lost := [clip.path.name for clip in clips if not clip.path.is_file()]:
        raise CliError(f"{manifest} names {lost[0]}, which is not in {folder}.")
    return clips


# ------------------------------------------------------------------ the ear


class _Reader:
    """A loaded model at one window floor; reads with a progress bar on a terminal."""

    def __init__(self, model: Path, floor_s: float, *, live: bool) -> None:
        # one recording at a time: all cores may work on it, unless it is to be heard as in an interview
        threads = 1 if live else usable_cores()
        self._engine = WhisperEngine(model, threads=threads, workers=1, window_floor_s=floor_s)
        self._live = live

    def __enter__(self) -> _Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.close()

    def read(self, samples: Any, title: str) -> Transcript:
        if self._live:
            return asyncio.run(hear_recording(self._engine, samples))
        with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
            task = bar.add_task(title, total=1.0)
            show: Callable[[float], None] = lambda share: bar.update(task, completed=share)  # noqa: E731
            return read_recording(self._engine.decoder, samples, progress=show)


def _model(given: str | None) -> Path:
    settings = Settings()
    try:
        return find_model(given or settings.whisper_model, settings.home, usable_cores())
    except WhisperUnavailable as fault:
        raise CliError(str(fault)) from fault


def _floors(text: str) -> tuple[float, ...]:
    try:
        floors = tuple(float(part) for part in text.split(","))
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of seconds like 4,6,10,30") from fault
    if not all(1 <= floor <= 30 for floor in floors):
        raise argparse.ArgumentTypeError("a window floor lies between 1 and 30 seconds")
    return floors


def _errors(errors: WordErrors) -> dict[str, Any]:
    return {
        "rate": None if errors.rate is None else round(errors.rate, 4),
        "reference_words": errors.reference_words,
        "substituted": errors.substituted,
        "missing": errors.missing,
        "extra": errors.extra,
    }


def _percent(rate: float | None) -> str:
    return "n/a" if rate is None else f"{100 * rate:.1f} %"
