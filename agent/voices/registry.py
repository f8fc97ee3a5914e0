"""Every voice the product knows, a line each, and which of them speaks on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from agent.ports import Voice, VoiceError
from agent.voices import espeak, kokoro, piper
from agent.voices.align import EspeakAligner
from agent.voices.catalog import CatalogVoice, EngineName, fetched_voice
from agent.voices.child import VoiceProcess
from agent.voices.looks import Look
from agent.voices.openai_speech import DEFAULT_BASE_URL, DEFAULT_MODEL, OpenAISpeech, SpeechEndpoint
from agent.voices.silent import SilentVoice
from schema.room import Capability

VoiceName: TypeAlias = Literal["espeak", "openai", "kokoro", "piper", "none"]


@dataclass(frozen=True, slots=True)
class VoiceConfig:
    """What the settings say about voices. `home` is the data folder; fetched voices lie in `home/voices`."""

    home: Path
    look: Look = "maya"
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    model: str | None = None
    voice: str | None = None
    cache_bytes: int = 64_000_000


class Engines:
    """What voices share: one process an engine, one thread for the arithmetic. Made when first needed."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._pool: ThreadPoolExecutor | None = None
        self._processes: dict[str, VoiceProcess] = {}

    @property
    def pool(self) -> ThreadPoolExecutor:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "voice")
        return self._pool

    def espeak(self) -> VoiceProcess:
        return self._process("espeak", espeak.espeak_process)

    def aligner(self) -> EspeakAligner | None:
        """Where espeak is installed, it times the voices that give no times."""
        return EspeakAligner(self.espeak(), self.pool) if espeak.installed() else None

    def of(self, voice: CatalogVoice) -> VoiceProcess:
        """The process of a fetched voice."""
        make = {"kokoro": kokoro.kokoro_process, "piper": piper.piper_process}[voice.engine]
        return self._process(voice.name, lambda: make(voice.folder(self._home)))

    async def aclose(self) -> None:
        """End every process. Voices that use them raise VoiceError from now on."""
        await asyncio.gather(*(process.aclose() for process in self._processes.values()))
        if self._pool is not None:
            self._pool.shutdown()

    def _process(self, name: str, make: Callable[[], VoiceProcess]) -> VoiceProcess:
        if name not in self._processes:
            self._processes[name] = make()
        return self._processes[name]


Closing: TypeAlias = Callable[[], Awaitable[None]] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One voice. `missing` says what is not there, in a sentence that says what to do, or None where it can speak."""

    name: VoiceName
    summary: str
    missing: Callable[[VoiceConfig], str | None]
    build: Callable[[VoiceConfig, Engines, Closing], Voice]
    whole_processor: bool = False  # while it speaks, nothing else should be synthesized


def _missing_espeak(config: VoiceConfig) -> str | None:
    del config
    return None if espeak.installed() else f"The espeak voice is not installed. {espeak.HOW_TO_INSTALL}"


def _missing_openai(config: VoiceConfig) -> str | None:
    if config.base_url is None and config.api_key is None:
        return "No voice service is set; TTS_BASE_URL names one, or TTS_API_KEY opens OpenAI's."
    return None


def _missing_local(
    engine: EngineName, is_installed: Callable[[], bool], how: str
) -> Callable[[VoiceConfig], str | None]:
    def missing(config: VoiceConfig) -> str | None:
        if fetched_voice(engine, config.home, config.look) is None:
            return f"No {engine.capitalize()} voice has been fetched; run `interview-lab voices add {engine}`."
        return None if is_installed() else f"The {engine.capitalize()} package is missing. {how}"

    return missing


def _build_openai(config: VoiceConfig, engines: Engines, closing: Closing) -> Voice:
    endpoint = SpeechEndpoint(
        base_url=config.base_url or DEFAULT_BASE_URL,
        api_key=config.api_key,
        model=config.model or DEFAULT_MODEL,
        voice=config.voice,
    )
    return OpenAISpeech(endpoint, config.look, engines.pool, aligner=engines.aligner(), closing=closing)


def _fetched(engine: EngineName, config: VoiceConfig) -> CatalogVoice:
    voice = fetched_voice(engine, config.home, config.look)
    if voice is None:
        raise VoiceError(f"No {engine.capitalize()} voice has been fetched; run `interview-lab voices add {engine}`.")
    return voice


def _build_kokoro(config: VoiceConfig, engines: Engines, closing: Closing) -> Voice:
    process = engines.of(_fetched("kokoro", config))
    return kokoro.kokoro_voice(process, config.look, engines.pool, engines.aligner(), closing)


def _build_piper(config: VoiceConfig, engines: Engines, closing: Closing) -> Voice:
    voice = _fetched("piper", config)
    return piper.piper_voice(engines.of(voice), voice.name, engines.pool, engines.aligner(), closing)


def _build_espeak(config: VoiceConfig, engines: Engines, closing: Closing) -> Voice:
    return espeak.espeak_voice(engines.espeak(), config.look, engines.pool, closing)


def _build_silent(config: VoiceConfig, engines: Engines, closing: Closing) -> Voice:
    del config, engines, closing
    return SilentVoice()


# In the order in which `auto` takes them.
REGISTRY: tuple[Entry, ...] = (
    Entry(
        "kokoro", "Kokoro, a natural voice on this computer",
        _missing_local("kokoro", kokoro.installed, kokoro.HOW_TO_INSTALL), _build_kokoro, whole_processor=True,
    ),
    Entry(
        "piper", "Piper, a natural voice on this computer",
        _missing_local("piper", piper.installed, piper.HOW_TO_INSTALL), _build_piper, whole_processor=True,
    ),
    Entry("openai", "a voice service", _missing_openai, _build_openai),
    Entry("espeak", "espeak, a robotic voice on this computer", _missing_espeak, _build_espeak),
    Entry("none", "no voice: the interviewer's words are shown", lambda config: None, _build_silent),
)  # fmt: skip


def chosen(name: str, config: VoiceConfig) -> Entry:
    """The entry of that name, or for `auto` the first that can speak.

    Raises VoiceError for an unknown name, and for a named voice that cannot speak here.
    """
    if name == "auto":
        return next(entry for entry in REGISTRY if entry.missing(config) is None)
    entry = next((entry for entry in REGISTRY if entry.name == name), None)
    if entry is None:
        known = ", ".join(["auto", *(entry.name for entry in REGISTRY)])
        raise VoiceError(f"There is no voice {name!r}; VOICE is one of {known}.")
    if (missing := entry.missing(config)) is not None:
        raise VoiceError(missing)
    return entry


def build_voice(name: str, config: VoiceConfig) -> Voice:
    """A voice that stands by itself: its `aclose` ends the processes that it started. Raises VoiceError."""
    engines = Engines(config.home)
    return chosen(name, config).build(config, engines, engines.aclose)


def status(name: str, config: VoiceConfig) -> Capability:
    """Whether the interviewer has a voice, which, and how to get a better one."""
    try:
        entry = chosen(name, config)
    except VoiceError as error:
        return Capability(on=False, detail=str(error))
    if entry.name == "none":
        return Capability(on=False, detail=_how_to_get_a_voice(name, config))
    hint = " `interview-lab voices add kokoro` fetches a natural one." if entry.name == "espeak" else ""
    return Capability(on=True, detail=f"{entry.summary[0].upper()}{entry.summary[1:]}.{hint}")


def _how_to_get_a_voice(name: str, config: VoiceConfig) -> str:
    if name == "none":
        return "The voice is switched off (VOICE=none); the interviewer's words are shown."
    return f"The interviewer's words are shown. {_missing_espeak(config)}"
