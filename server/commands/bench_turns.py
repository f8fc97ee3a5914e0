"""`interview-lab bench turns`: from the true end of speech to the first sample of the reply, on a real socket."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from server.commands import CliError


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "turns",
        help="turn latency, cut-offs and barge-in of a spoken interview",
        description="Starts the server, holds interviews with it in real time through its socket, and prints the "
        "time from the true end of speech (last sample above 1 % of full scale) to the first audible sample of the "
        "reply, how many answers with pauses were cut off, and how soon the voice gives way to a barge-in. Takes about "
        "five minutes.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--easy", type=int, default=10, metavar="N", help="answers with plain ends (1-10)")
    parser.add_argument("--pauses", type=int, default=12, metavar="N", help="answers with a pause inside (0-12)")
    parser.add_argument("--barge-ins", type=int, default=8, metavar="N", help="interruptions (0-8)")
    parser.add_argument("--model", type=Path, metavar="DIR", help="a faster-whisper model for the Whisper row")
    parser.add_argument("--no-whisper", action="store_true", help="leave out the Whisper row")
    parser.add_argument(
        "--audio-turn-model",
        action="store_true",
        help="also ask the audio end-of-turn model; synthetic voices mislead it, so it is off here",
    )


def run(args: argparse.Namespace) -> int:
    from server.bench.run import Plan
    from server.bench.run import run as bench

    for name, low, high in (("easy", 1, 10), ("pauses", 0, 12), ("barge_ins", 0, 8)):
        if not low <= getattr(args, name) <= high:
            raise CliError(f"--{name.replace('_', '-')} must be between {low} and {high}.")
    if args.model is not None and not (args.model / "model.bin").is_file():
        raise CliError(f"{args.model} is not a faster-whisper model: it has no model.bin.")
    plan = Plan(args.easy, args.pauses, args.barge_ins, not args.no_whisper, args.model, args.audio_turn_model)
    result = asyncio.run(bench(plan, lambda what: print(f"… {what}", file=sys.stderr)))
    print(json.dumps(result, indent=2) if args.json else _table(result))
    return 0


def _table(result: dict[str, Any]) -> str:
    rows = []
    for name in ("easy", "pauses", "whisper"):
        if row := result.get(name):
            rows.append(
                f"{name:<9} p50 {row['p50_ms']} ms  p95 {row['p95_ms']} ms  cut off {row['cut_offs']}/{row['answers']}"
            )
    barge = result["barge_in"]
    rows.append(
        f"barge-in  quiet p50 {barge['quiet_p50_ms']} ms  "
        f"sentences finished after a backchannel {barge['sentences_finished']}/{barge['backchannels']}"
    )
    load = result["load"]
    rows.append(f"load      {load['start']:.2f} to {load['end']:.2f} on {load['cores']} cores")
    return "\n".join(rows)
