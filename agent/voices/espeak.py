"""The espeak voice: on every machine with the `local-voice` extra; robotic, instant, with exact mouth shapes."""

from __future__ import annotations

import importlib.util
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor

from agent.voices.child import VoiceProcess
from agent.voices.child_voice import ChildVoice, Manner
from agent.voices.looks import Look

HOW_TO_INSTALL = "Install it with `pip install 'interview-practice-lab[local-voice]'`."

# Variants that stay under full scale at this volume (peaks 0.6-0.75) and differ clearly: pitch about 235, 100, 195 Hz.
MANNERS: dict[Look, Manner] = {
    "maya": Manner("en-us+Annie", rate=165, pitch=40, pitch_range=50, volume=95),
    "daniel": Manner("en-us", rate=162, pitch=45, pitch_range=60, volume=95),
    "amara": Manner("en-gb-x-rp+f2", rate=165, pitch=45, pitch_range=60, volume=80),
}


def installed() -> bool:
    """Whether the package that brings libespeak-ng is there."""
    return importlib.util.find_spec("espeakng_loader") is not None


def espeak_process() -> VoiceProcess:
    """A process that has not been started yet; it starts in about 60 ms."""
    return VoiceProcess("agent.voices.espeak_worker", ready_s=15.0, sentence_s=10.0)


def espeak_voice(
    process: VoiceProcess, look: Look, pool: Executor, closing: Callable[[], Awaitable[None]] | None = None
) -> ChildVoice:
    """The look's voice, spoken by a process that other looks may share."""
    return ChildVoice(f"espeak/{MANNERS[look].voice}", process, MANNERS[look], pool, closing=closing)
