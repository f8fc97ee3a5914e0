"""The Kokoro voice: natural, local, Apache-2.0; an optional package and a fetched model, in a process of its own."""

from __future__ import annotations

import importlib.util
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from pathlib import Path

from agent.voices.align import EspeakAligner
from agent.voices.child import VoiceProcess
from agent.voices.child_voice import ChildVoice, Manner
from agent.voices.looks import Look

HOW_TO_INSTALL = "Install it with `pip install 'interview-practice-lab[kokoro]'`."

MANNERS: dict[Look, Manner] = {
    "maya": Manner("af_heart"),
    "daniel": Manner("am_michael"),
    "amara": Manner("bf_emma"),
}


def installed() -> bool:
    return importlib.util.find_spec("kokoro_onnx") is not None


def kokoro_process(folder: Path) -> VoiceProcess:
    """A process for the model in `folder`, not started yet. Loading takes some seconds."""
    files = [str(folder / "model.onnx"), str(folder / "voices.bin")]
    return VoiceProcess("agent.voices.kokoro_worker", files, ready_s=60.0, sentence_s=60.0)


def kokoro_voice(
    process: VoiceProcess,
    look: Look,
    pool: Executor,
    aligner: EspeakAligner | None = None,
    closing: Callable[[], Awaitable[None]] | None = None,
) -> ChildVoice:
    """The look's voice. The aligner finds words, and phones for a model that tells no durations."""
    manner = MANNERS[look]
    return ChildVoice(f"kokoro/{manner.voice}", process, manner, pool, aligner=aligner, closing=closing)
