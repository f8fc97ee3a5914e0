"""What the rooms of this server are equipped with, as its settings say: an ear, a voice for each face, a phraser, a
sandbox."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from livekit.agents import stt

from agent.ports import Opinions, Phraser
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.errors import ModelUnavailable, WhisperUnavailable
from agent.providers.whisper.models import find_model, usable_cores
from agent.providers.whisper.models import status as model_status
from agent.providers.whisper.streaming import WhisperSTT
from agent.voices.rack import VoiceRack
from agent.voices.registry import VoiceConfig
from schema.room import Capability
from server.llm import make_client
from server.opinions import ModelOpinions
from server.phrasing import ModelPhraser
from server.repositories.interviews import InterviewBundle
from server.rooms import Equipment
from server.sandbox.code_runner import open_runner
from server.settings import Settings
from server.usecases.reading import documents_of
from server.whisper_ear import WhisperEar


@asynccontextmanager
async def open_equipment(settings: Settings) -> AsyncIterator[Equipment]:
    """Loads the recogniser and prepares the voices. What cannot be had is off, with a sentence that says why."""
    ear = await _open_ear(settings)
    voices = VoiceRack(settings.voice, _voice_config(settings))
    await voices.start()
    runner = await open_runner()
    try:
        yield Equipment(
            voice_for=voices.voice_for,
            recogniser=ear.recogniser,
            phraser_for=_phrasers(settings),
            opinions_for=_opinions(settings),
            transcription=lambda: ear.capability,
            voice=voices.status,
            ear=None if ear.engine is None else WhisperEar(ear.engine),
            runner=runner,
        )
    finally:
        await runner.aclose()
        await voices.aclose()
        if ear.engine is not None:
            await asyncio.to_thread(ear.engine.close)


# ------------------------------------------------------------------ the ear


@dataclass(frozen=True, slots=True)
class _Ear:
    engine: WhisperEngine | None
    capability: Capability

    @property
    def recogniser(self) -> Callable[[], stt.STT[str]] | None:
        engine = self.engine
        return None if engine is None else lambda: WhisperSTT(engine)


async def _open_ear(settings: Settings) -> _Ear:
    cores = usable_cores()
    try:
        folder = find_model(settings.whisper_model, settings.home, cores)
        engine = await WhisperEngine.open(folder, threads=settings.whisper_threads or 1)
    except (ModelUnavailable, WhisperUnavailable) as reason:
        return _Ear(None, Capability(on=False, detail=str(reason)))
    return _Ear(engine, model_status(settings.whisper_model, settings.home, cores))


# ------------------------------------------------------------------ the voices


def _voice_config(settings: Settings) -> VoiceConfig:
    return VoiceConfig(
        home=settings.home,
        base_url=settings.tts_base_url,
        api_key=settings.tts_api_key.get_secret_value() if settings.tts_api_key is not None else None,
        model=settings.tts_model,
        voice=settings.tts_voice,
    )


# ------------------------------------------------------------------ the model: wording, and a view of answers


def _phrasers(settings: Settings) -> Callable[[InterviewBundle], Phraser | None]:
    made = make_client(settings)
    if made is None:
        return lambda _bundle: None
    client, model = made

    def phraser_for(bundle: InterviewBundle) -> Phraser | None:
        return ModelPhraser(client, model, bundle.plan, documents=partial(documents_of, bundle))

    return phraser_for


def _opinions(settings: Settings) -> Callable[[InterviewBundle], Opinions | None]:
    made = make_client(settings)
    if made is None:
        return lambda _bundle: None
    opinions = ModelOpinions(*made)
    return lambda _bundle: opinions
