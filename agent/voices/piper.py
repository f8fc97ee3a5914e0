"""The Piper voice: natural, local, light; an optional package and a fetched model, in a process of its own."""

from __future__ import annotations

import importlib.util
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from pathlib import Path

from agent.voices.align import EspeakAligner
from agent.voices.child import VoiceProcess
from agent.voices.child_voice import ChildVoice, Manner

HOW_TO_INSTALL = "Install it with `pip install 'interview-practice-lab[piper]'`."


def installed() -> bool:
    return importlib.util.find_spec("piper") is not None


def piper_process(folder: Path) -> VoiceProcess:
    """A process for the model in `folder`, not started yet. Loading takes about a second."""
    return VoiceProcess("agent.voices.piper_worker", [str(folder / "model.onnx")], ready_s=30.0, sentence_s=30.0)


def piper_voice(
    process: VoiceProcess,
    name: str,
    pool: Executor,
    aligner: EspeakAligner | None = None,
    closing: Callable[[], Awaitable[None]] | None = None,
) -> ChildVoice:
    """The voice of a fetched model called `name`. The aligner finds words, and phones where the model tells none."""
    return ChildVoice(f"piper/{name}", process, Manner(name), pool, aligner=aligner, closing=closing)
