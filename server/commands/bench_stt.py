"""`interview-lab bench stt`: what live transcription costs on one core, and how soon its words are there."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agent.providers.whisper.decoder import WINDOW_FLOOR_S
from agent.providers.whisper.engine import Report
from agent.providers.whisper.errors import WhisperUnavailable
from agent.providers.whisper.measure import LiveRun, Peer, flicker, gate_cpu_s, listen_live, stock_interims
from agent.providers.whisper.models import usable_cores
from agent.providers.whisper.recording import BadAudio, load_recording
from agent.providers.whisper.scripted import SHAPES, ensure_scripted_whisper, marked_speech
from agent.providers.whisper.wer import word_errors
from server.commands import CliError

# Thirteen seconds without a pause, then two answers with pauses inside: about thirty seconds
SCRIPT = (
    "In my last project I designed the ingestion service, and the main problem was that the queue kept growing "
    "whenever the database became slow, so we added backpressure and a second pool of workers. "
    "It cut the delay from nine seconds to two, and nobody was paged at night any more after that. "
    "If I did it again, I would measure the queue first, because we guessed wrong twice before we looked."
)
_PAUSES = {41: 0.7, 52: 1.0, 59: 0.6}
_PEER_S = 12.0  # the peer reads the first answer only: it cannot keep up, and the rest would not change its rate
_GOAL_RTF = 0.3


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "stt",
        help="cost and lag of live transcription",
        description="Speaks to the shipped ear in real time, live interims each second, pinned to one core, and prints "
        "its real-time factor, lags and breakdown; then lets stock faster-whisper read the same sound. Takes about two "
        "minutes. Without --model it builds a model of true shape and cost that writes a known text.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--model", type=Path, metavar="DIR", help="a faster-whisper model")
    parser.add_argument("--audio", type=Path, metavar="FILE", help="speech for --model (default: synthetic)")
    parser.add_argument("--shape", choices=tuple(SHAPES), default="tiny.en", help="shape of the built model")
    parser.add_argument("--window-floor", type=float, default=WINDOW_FLOOR_S, metavar="S", help="encoder window floor")
    parser.add_argument("--no-peer", action="store_true", help="leave stock faster-whisper out")
    parser.add_argument("--all-cores", action="store_true", help="do not pin to one core")


def run(args: argparse.Namespace) -> int:
    if not 1 <= args.window_floor <= 30:
        raise CliError("--window-floor lies between 1 and 30 seconds.")
    if args.audio is not None and args.model is None:
        raise CliError("--audio needs --model: the built model only understands its own speech.")
    try:
        samples, reference = _sound(args.audio)
        model = args.model or ensure_scripted_whisper(SCRIPT, shape=args.shape, hearing=True)
        with _one_core(pinned=not args.all_cores) as cores:
            result = _measure(args, model, samples, reference, cores)
    except (BadAudio, WhisperUnavailable) as fault:
        raise CliError(str(fault)) from fault
    print(json.dumps(result, indent=2) if args.json else _table(result))
    return 0


def _sound(audio: Path | None) -> tuple[NDArray[np.float32], str | None]:
    if audio is not None:
        return load_recording(audio), None
    return marked_speech(SCRIPT.split(), pauses=_PAUSES).samples, SCRIPT


@contextmanager
def _one_core(*, pinned: bool) -> Iterator[int]:
    """Keeps the process on one of its cores; yields how many it has."""
    if not pinned or not hasattr(os, "sched_setaffinity"):
        yield usable_cores()
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield 1
    finally:
        os.sched_setaffinity(0, before)


def _measure(
    args: argparse.Namespace, model: Path, samples: NDArray[np.float32], reference: str | None, cores: int
) -> dict[str, Any]:
    load = [os.getloadavg()[0]]
    _say(f"{len(samples) / 16_000:.0f} s of speech, live")
    live = asyncio.run(listen_live(model, samples, window_floor_s=args.window_floor))
    load.append(os.getloadavg()[0])
    result = {
        "model": model.name if args.model else f"scripted {args.shape}, int8",
        "window_floor_s": args.window_floor,
        "cores": cores,
        **_live(live, gate_cpu_s(samples), reference),
    }
    if not args.no_peer:
        part = samples[: int(_PEER_S * 16_000)]
        _say("stock faster-whisper on the same speech")
        peers = [_peer(stock_interims(model, part, beam=beam)) for beam in (5, 1)]
        for peer in peers:
            peer["times_dearer"] = round(peer["rtf_cpu"] / max(result["rtf"]["cpu"], 1e-6), 1)
        result["stock_faster_whisper"] = peers
    load.append(os.getloadavg()[0])
    return {**result, "load": {"start": load[0], "live_end": load[1], "end": load[-1], "machine_cores": os.cpu_count()}}


def _live(live: LiveRun, gate_s: float, reference: str | None) -> dict[str, Any]:
    changed, shown, broken = flicker(live.spoken)
    errors = None if reference is None else word_errors(reference, live.text)
    return {
        "sound_s": round(live.sound_s, 2),
        "speech_s": round(live.speech_s, 2),
        "goal_rtf": _GOAL_RTF,
        "rtf": {
            "cpu": round(live.cpu_s / live.sound_s, 4),
            "cpu_of_speech": round(live.cpu_s / live.speech_s, 4) if live.speech_s else None,
            "wall": round(live.work_s / live.sound_s, 4),
            "gate_only_cpu": round(gate_s / live.sound_s, 4),
        },
        "interims": len(live.interims),
        "finals": len(live.finals),
        "interim_lag_ms": _quantiles([each.lag_ms for each in live.interims]),
        "final_tail_ms": _quantiles([each.tail_ms for each in live.finals]),
        "flicker": {
            "share": round(changed / shown, 4) if shown else 0.0,
            "words_changed": changed,
            "words_shown": shown,
            "stable_broken": broken,
        },
        "breakdown_ms": {
            "interim": _breakdown([report for report in live.reports if not report.final]),
            "final": _breakdown([report for report in live.reports if report.final]),
        },
        "wer": None if errors is None or errors.rate is None else round(errors.rate, 4),
    }


def _breakdown(reports: Sequence[Report]) -> dict[str, float]:
    """Mean wall milliseconds of each step, and what they were spent on."""
    read = [(report.audio_s, report.reading) for report in reports if report.reading is not None]
    if not read:
        return {"count": 0}
    steps = ("features_ms", "encode_ms", "decode_ms", "align_ms", "queue_ms", "work_ms")
    means = {
        step.removesuffix("_ms"): round(float(np.mean([getattr(reading.cost, step) for _, reading in read])), 1)
        for step in steps
    }
    return {
        "count": len(read),
        **means,
        "tokens": round(float(np.mean([reading.tokens for _, reading in read])), 1),
        "window_s": round(float(np.mean([seconds for seconds, _ in read])), 2),
        "full_window": sum(reading.full_window for _, reading in read),
    }


def _peer(peer: Peer) -> dict[str, Any]:
    return {
        "beam": peer.beam,
        "readings": peer.readings,
        "rtf_cpu": round(peer.cpu_s / peer.sound_s, 4),
        "rtf_wall": round(peer.wall_s / peer.sound_s, 4),
        "reading_ms": round(peer.wall_s / max(peer.readings, 1) * 1000, 1),
    }


def _quantiles(values: Sequence[float]) -> dict[str, float | None]:
    if not values:
        return {"p50": None, "p95": None, "max": None}
    return {
        "p50": round(float(np.percentile(values, 50)), 1),
        "p95": round(float(np.percentile(values, 95)), 1),
        "max": round(max(values), 1),
    }


def _table(result: dict[str, Any]) -> str:
    rtf, lag, tail = result["rtf"], result["interim_lag_ms"], result["final_tail_ms"]
    rows = [
        f"{result['model']}, window floor {result['window_floor_s']:g} s, {result['cores']} core(s), "
        f"{result['sound_s']} s of sound",
        f"real-time factor  cpu {rtf['cpu']}, wall {rtf['wall']}, gate {rtf['gate_only_cpu']} (goal {_GOAL_RTF})",
        f"interims          {result['interims']}, lag p50 {lag['p50']} ms  p95 {lag['p95']} ms",
        f"finals            {result['finals']}, after the voice p50 {tail['p50']} ms  p95 {tail['p95']} ms",
        f"flicker           {result['flicker']['share']:.1%} of shown words; stable part changed "
        f"{result['flicker']['stable_broken']} times",
    ]
    for kind in ("interim", "final"):
        steps = "  ".join(f"{name} {value}" for name, value in result["breakdown_ms"][kind].items())
        rows.append(f"{kind + ' ms':<17} {steps}")
    for peer in result.get("stock_faster_whisper", ()):
        rows.append(f"stock, beam {peer['beam']}     rtf cpu {peer['rtf_cpu']}, {peer['times_dearer']} times as dear")
    load = result["load"]
    rows.append(f"load              {load['start']:.2f} to {load['end']:.2f} on {load['machine_cores']} cores")
    return "\n".join(rows)


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr)
