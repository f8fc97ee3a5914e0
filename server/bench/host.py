"""The server under measurement: the real application in a process of its own, with an ear whose text is known."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import uvicorn
from livekit.agents import stt

from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.streaming import WhisperSTT
from agent.voices.cache import CachedVoice
from agent.voices.espeak import espeak_process, espeak_voice
from schema.room import Capability
from server.app import create_app
from server.bench.scripted_ear import Script, ScriptedEar
from server.rooms import Equipment, Rooms
from server.services import Services, open_services
from server.settings import Settings
from server.startup import prepare

READY = "ready"
SPANS = "spans.jsonl"
_ON = Capability(on=True, detail="benchmark")


@asynccontextmanager
async def bench_equipment(script: Path, model: Path | None, audio_turn_model: bool) -> AsyncIterator[Equipment]:
    """The local voice, and the scripted ear or, with a model, Whisper at its true cost."""
    process = espeak_process()
    engine = None if model is None else await WhisperEngine.open(model)
    shared = Script.read(script)
    recogniser: Callable[[], stt.STT[str]] = (
        (lambda: ScriptedEar(shared)) if engine is None else (lambda: WhisperSTT(engine))
    )
    with ThreadPoolExecutor(2) as pool:
        voice = CachedVoice(espeak_voice(process, "maya", pool))
        try:
            yield Equipment(
                voice_for=lambda _look: (voice, voice.prefetch),
                recogniser=recogniser,
                phraser_for=lambda _bundle: None,
                transcription=lambda: _ON,
                voice=lambda: _ON,
                use_audio_turn_model=audio_turn_model,
            )
        finally:
            await voice.aclose()
            await process.aclose()
            if engine is not None:
                engine.close()


@asynccontextmanager
async def _open(settings: Settings, args: argparse.Namespace) -> AsyncIterator[Services]:
    async with (
        open_services(settings) as services,
        bench_equipment(args.script, args.model, args.audio_turn_model) as equipment,
    ):
        rooms = services.rooms = Rooms(services.db, settings.home, equipment, None)
        try:
            yield services
        finally:
            await rooms.aclose()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--script", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--audio-turn-model", action="store_true")
    args = parser.parse_args()
    settings = Settings()
    timing = logging.getLogger("interview.timing")
    timing.setLevel(logging.INFO)
    timing.addHandler(_Spans(settings.home / SPANS))
    asyncio.run(prepare(settings))
    app = create_app(settings, open_all=partial(_open, args=args))
    config = uvicorn.Config(
        app, host="127.0.0.1", port=settings.port, ws="websockets-sansio", ws_per_message_deflate=False,
        log_level="warning", access_log=False,
    )  # fmt: skip
    server = _Announcing(config)
    server.run()
    return 0


class _Spans(logging.Handler):
    """Writes where each reply's time went, a JSON object a line."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        with self._path.open("a") as file:
            file.write(json.dumps(getattr(record, "spans", {})) + "\n")


class _Announcing(uvicorn.Server):
    async def startup(self, sockets: object = None) -> None:
        await super().startup(sockets=None)
        sys.stdout.write(READY + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
