"""The voices of one server: a memory of sentences for each look, substitutes behind it, engines shared by them all."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from agent.ports import Voice, VoiceError
from agent.voices import espeak
from agent.voices.cache import CachedVoice
from agent.voices.looks import LOOKS, Look
from agent.voices.registry import Engines, Entry, VoiceConfig, chosen, status
from agent.voices.silent import SilentVoice
from agent.voices.steady import SteadyVoice
from schema.room import Capability

log = logging.getLogger("interview.voices")

_OPENING = "Hello."


class VoiceRack:
    """Hands out the voice of each look; every interview that has this look shares it. Close it last."""

    def __init__(self, name: str, config: VoiceConfig) -> None:
        self._name = name
        self._config = config
        self._engines = Engines(config.home)
        self._voices: dict[Look, SteadyVoice] = {}

    def voice(self, look: Look) -> SteadyVoice:
        """The look's voice; it falls back to espeak and at last to silence, and so never raises VoiceError."""
        if look not in self._voices:
            self._voices[look] = self._build(look)
        return self._voices[look]

    def voice_for(self, look: str) -> tuple[Voice, Callable[[list[str]], None]]:
        """The look's voice and the way to prepare likely sentences. An unknown look speaks as Maya."""
        voice = self.voice(look if look in LOOKS else "maya")
        return voice, voice.prefetch

    def status(self) -> Capability:
        """Which voice speaks, and what keeps the one that was asked for from speaking."""
        asked = status(self._name, self._config)
        if self._name == "none":
            return asked
        speaking = status("auto", self._config) if not asked.on else asked
        troubles = [voice.trouble for voice in self._voices.values() if voice.trouble is not None]
        if asked.on and not troubles:
            return asked
        return Capability(on=speaking.on, detail=f"{troubles[0] if troubles else asked.detail} {speaking.detail}")

    async def start(self) -> None:
        """Start the engine before the first interview does, so that nobody waits for it. Failures are left to use."""
        try:
            _ = [speech async for speech in self.voice(self._config.look).speak(_OPENING)]
        except VoiceError as error:
            log.warning("the voice did not start: %s", error)

    async def aclose(self) -> None:
        """Close every voice and end the engines."""
        for voice in self._voices.values():
            await voice.aclose()
        await self._engines.aclose()

    def _build(self, look: Look) -> SteadyVoice:
        config = replace(self._config, look=look)
        entry = self._entry(config)
        first = CachedVoice(
            entry.build(config, self._engines, None), config.cache_bytes, yielding=entry.whole_processor
        )
        return SteadyVoice(first, self._substitutes(entry, config))

    def _entry(self, config: VoiceConfig) -> Entry:
        """The voice that was asked for, or the best there is where that one cannot speak here."""
        try:
            return chosen(self._name, config)
        except VoiceError as error:
            log.warning("the voice that was asked for is not there: %s", error)
            return chosen("auto", config)

    def _substitutes(self, first: Entry, config: VoiceConfig) -> list[Voice]:
        if first.name == "none":
            return []
        if first.name == "espeak" or not espeak.installed():
            return [SilentVoice()]
        robotic = chosen("espeak", config).build(config, self._engines, None)
        return [robotic, SilentVoice()]
