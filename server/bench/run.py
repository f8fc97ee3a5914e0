"""Runs the turn benchmark: starts the server, holds the conversations, and sums them up."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx

from agent.providers.whisper.scripted import ensure_scripted_whisper
from agent.voices.espeak import espeak_process, espeak_voice
from server.bench.answers import BACKCHANNELS, BARGE_INS, EASY, PAUSES, Spoken
from server.bench.client import Candidate
from server.bench.host import READY, SPANS
from server.bench.measure import Answer, Conversation, Interruption, answer, backchannel, barge_in
from server.bench.speech import Take, marked, record

Progress = Callable[[str], None]
INTERVIEW: dict[str, Any] = {
    "role_kit": "software_engineer",
    "seniority": "entry",
    "interview_type": "hiring_manager",
    "style": "neutral",
    "minutes": 60,
    "look": "maya",
    "record": False,
    "consent": True,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured. `whisper` adds the same easy answers through Whisper at its true cost: through `model`, or
    through a hearing model of tiny.en's shape, for which the words are marked in the sound."""

    easy: int
    pauses: int
    barge_ins: int
    whisper: bool
    model: Path | None
    audio_turn_model: bool


async def run(plan: Plan, progress: Progress) -> dict[str, Any]:
    """All conversations, one after another. Raises RuntimeError when the server does not come up."""
    load = [os.getloadavg()[0]]
    progress("speaking the answers")
    async with _takes() as record_all:
        easy = await record_all(EASY[: plan.easy])
        pauses = await record_all(PAUSES[: plan.pauses])
        over = await record_all([Spoken((text,)) for text in BARGE_INS[: plan.barge_ins]])
        nods = await record_all([Spoken((text,)) for text in BACKCHANNELS[: max(1, plan.barge_ins // 2)]])
    progress("answers with plain ends")
    first = await _answers(easy, plan, None)
    progress("answers with pauses")
    second = await _answers(pauses, plan, None)
    progress("barge-ins")
    third = await _interruptions(easy, over, nods, plan)
    load.append(os.getloadavg()[0])
    result = {
        "easy": _latency(first.answers),
        "pauses": _pauses(second.answers),
        "barge_in": _barge(third.interruptions, len(over)),
        "breakdown": _breakdown(first.spans),
        "late_frames": first.late_frames + second.late_frames + third.late_frames,
    }
    if plan.whisper:
        progress("answers with plain ends, through Whisper")
        model, heard = (plan.model, easy) if plan.model is not None else _hearing(easy)
        fourth = await _answers(heard, plan, model)
        result["whisper"] = {
            "model": model.name,
            **_latency(fourth.answers),
            "heard": fourth.heard,
            "breakdown": _breakdown(fourth.spans),
        }
    load.append(os.getloadavg()[0])
    return {**result, "load": {"start": load[0], "end": load[-1], "cores": os.cpu_count()}}


# ------------------------------------------------------------------ conversations


async def _answers(takes: Sequence[Take], plan: Plan, model: Path | None) -> Conversation:
    conversation = Conversation()
    async with _server([list(take.words) for take in takes], plan, model) as server, server.candidate() as candidate:
        for take in takes:
            conversation.answers.append(await answer(candidate, take))
        conversation.late_frames = candidate.late_frames
        conversation.heard = [message.text for _, message in candidate.heard if message.final]
        conversation.spans = server.spans()
    return conversation


def _hearing(takes: Sequence[Take]) -> tuple[Path, list[Take]]:
    """A Whisper of tiny.en's true shape and cost that hears these takes, and the takes with their words marked."""
    script = " ".join(word for take in takes for word, _, _ in take.words)
    return ensure_scripted_whisper(script, hearing=True), marked(takes)


async def _interruptions(
    openers: Sequence[Take], over: Sequence[Take], nods: Sequence[Take], plan: Plan
) -> Conversation:
    conversation = Conversation()
    rounds = [(barge_in, take) for take in over] + [(backchannel, take) for take in nods]
    script: list[list[tuple[str, float, float]]] = []
    for index, (_, take) in enumerate(rounds):
        script += [list(openers[index % len(openers)].words), list(take.words)]
    async with _server(script, plan, None) as server, server.candidate() as candidate:
        for index, (kind, take) in enumerate(rounds):
            conversation.interruptions.append(await kind(candidate, openers[index % len(openers)], take))
        conversation.late_frames = candidate.late_frames
    return conversation


# ------------------------------------------------------------------ the server


class _Server:
    def __init__(self, base: str, client: httpx.AsyncClient, home: Path) -> None:
        self._base = base
        self._spans = home / SPANS
        self._client = client

    async def enter(self) -> str:
        """Signs in, plans an interview, and returns its id."""
        csrf = (await self._client.get("/api/auth/me")).json()["csrf_token"]
        owner = await self._client.post("/api/auth/local-owner", headers={"X-CSRF-Token": csrf})
        owner.raise_for_status()
        self._csrf = (await self._client.get("/api/auth/me")).json()["csrf_token"]
        made = await self._client.post("/api/interview/sessions", json=INTERVIEW, headers={"X-CSRF-Token": self._csrf})
        made.raise_for_status()
        return str(made.json()["id"])

    def spans(self) -> list[dict[str, Any]]:
        """Where the server says that each reply's time went, in order."""
        if not self._spans.exists():
            return []
        return [json.loads(line) for line in self._spans.read_text().splitlines()]

    @asynccontextmanager
    async def candidate(self) -> AsyncIterator[Candidate]:
        session = await self.enter()

        async def token() -> str:
            path = f"/api/interview/sessions/{session}/token"
            given = await self._client.post(path, headers={"X-CSRF-Token": self._csrf})
            given.raise_for_status()
            return str(given.json()["token"])

        url = self._base.replace("http", "ws", 1) + "/api/interview/room"
        async with Candidate(url, token) as candidate:
            yield candidate


@asynccontextmanager
async def _server(
    script: list[list[tuple[str, float, float]]], plan: Plan, model: Path | None
) -> AsyncIterator[_Server]:
    with tempfile.TemporaryDirectory(prefix="interview-bench-") as home:
        path = Path(home) / "script.json"
        path.write_text(json.dumps(script))
        port = _free_port()
        arguments = ["--script", str(path)]
        arguments += ["--audio-turn-model"] if plan.audio_turn_model else []
        arguments += ["--model", str(model)] if model is not None else []
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "server.bench.host", *arguments,
            env={**os.environ, "INTERVIEW_LAB_HOME": home, "PORT": str(port), "HOST": "127.0.0.1", "DATABASE_URL": ""},
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            await _until_ready(process)
            base = f"http://127.0.0.1:{port}"
            async with httpx.AsyncClient(base_url=base, timeout=30, headers={"Origin": base}) as client:
                yield _Server(base, client, Path(home))
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def _until_ready(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    async with asyncio.timeout(120):
        async for line in process.stdout:
            if line.strip() == READY.encode():
                return
    raise RuntimeError("the server under measurement did not start; see its messages above")


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@asynccontextmanager
async def _takes() -> AsyncIterator[Callable[[Sequence[Spoken]], Any]]:
    process = espeak_process()
    with ThreadPoolExecutor(1) as pool:
        voice = espeak_voice(process, "daniel", pool)

        async def record_all(answers: Sequence[Spoken]) -> list[Take]:
            return [await record(voice, spoken) for spoken in answers]

        try:
            yield record_all
        finally:
            await voice.aclose()
            await process.aclose()


# ------------------------------------------------------------------ figures


def percentile(values: Sequence[float], share: float) -> float | None:
    """Nearest-rank percentile, rounded; null for no values."""
    if not values:
        return None
    ordered = sorted(values)
    rank = max(0, min(len(ordered) - 1, round(share * (len(ordered) - 1))))
    return round(ordered[rank], 1)


def _latency(answers: Sequence[Answer]) -> dict[str, Any]:
    in_time = [one.reply_ms for one in answers if one.reply_ms is not None and not one.cut_off]
    return {
        "answers": len(answers),
        "p50_ms": percentile(in_time, 0.5),
        "p95_ms": percentile(in_time, 0.95),
        "min_ms": percentile(in_time, 0.0),
        "max_ms": percentile(in_time, 1.0),
        "mean_ms": round(statistics.fmean(in_time), 1) if in_time else None,
        "cut_offs": sum(one.cut_off for one in answers),
        "missed": sum(one.reply_ms is None for one in answers),
        "replies_ms": [None if one.reply_ms is None else round(one.reply_ms) for one in answers],
    }


def _breakdown(spans: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Medians of the server's spans, and each reply's wait with its reason."""
    names = ("silence_to_decision_ms", "transcript_after_silence_ms", "store_ms", "stored_to_sound_ms")
    medians = {name: percentile([span[name] for span in spans if span[name] is not None], 0.5) for name in names}
    return {**medians, "waits": [{"ms": span["wanted_wait_ms"], "why": span["why"]} for span in spans]}


def _pauses(answers: Sequence[Answer]) -> dict[str, Any]:
    detail = [
        {"pause_s": one.pauses_s[0] if one.pauses_s else None, "cut_off": one.cut_off, "reply_ms": one.reply_ms}
        for one in answers
    ]
    return {**_latency(answers), "detail": detail}


def _barge(interruptions: Sequence[Interruption], barge_ins: int) -> dict[str, Any]:
    real, nods = interruptions[:barge_ins], interruptions[barge_ins:]
    quiet = [one.quiet_ms for one in real if one.quiet_ms is not None]
    stopped = [one.stopped_ms for one in real if one.stopped_ms is not None]
    resumed = [one.resumed_ms for one in nods if one.resumed_ms is not None]
    return {
        "barge_ins": len(real),
        "quiet_p50_ms": percentile(quiet, 0.5),
        "quiet_p95_ms": percentile(quiet, 0.95),
        "stopped_p50_ms": percentile(stopped, 0.5),
        "not_stopped": sum(one.stopped_ms is None for one in real),
        "backchannels": len(nods),
        "sentences_finished": sum(bool(one.finished) for one in nods),
        "resumed_max_ms": percentile(resumed, 1.0),
        "detail": [asdict(one) for one in interruptions],
    }
