"""The Piper voice's own process: `python -m agent.voices.piper_worker MODEL.onnx` (with MODEL.onnx.json beside it).

piper-tts is GPL-3.0 and bundles espeak-ng; here it stays behind a pipe.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from agent.voices.frames import SpeakRequest
from agent.voices.worker_loop import Synthesis, SynthesisAbortedError, SynthesisError, serve

_NICENESS = 5  # the candidate's ear goes before the interviewer's mouth


class _Alignment(Protocol):
    phoneme: str
    num_samples: int


class _Chunk(Protocol):
    sample_rate: int
    audio_int16_bytes: bytes
    phoneme_alignments: Sequence[_Alignment] | None


class _PiperVoice(Protocol):
    def synthesize(self, text: str, syn_config: object, include_alignments: bool) -> Iterable[_Chunk]: ...


class PiperEngine:
    """One loaded voice."""

    def __init__(self, model: Path) -> None:
        try:
            piper = importlib.import_module("piper")
            self._config: Callable[..., object] = piper.SynthesisConfig
            self._voice: _PiperVoice = piper.PiperVoice.load(model, include_alignments=True)
        except ModuleNotFoundError as error:
            raise SynthesisError(
                "Piper is not installed; `pip install 'interview-practice-lab[piper]'` adds it."
            ) from error

    def synthesize(self, request: SpeakRequest, aborted: Callable[[], bool]) -> Synthesis:
        """Speak one text; an abort is seen between its sentences."""
        pcm = bytearray()
        rate = 0
        phones: list[tuple[float, str]] = []
        settings = self._config(length_scale=1.0 / request["rate"])
        for chunk in self._voice.synthesize(request["text"], syn_config=settings, include_alignments=True):
            if aborted():
                raise SynthesisAbortedError
            rate = chunk.sample_rate
            phones += _phones(chunk, len(pcm) / 2 / rate)
            pcm += chunk.audio_int16_bytes
        if not rate:
            raise SynthesisError("Piper found nothing to say in this text.")
        return Synthesis(bytes(pcm), {"sample_rate": rate, "words": [], "phones": phones})


def _phones(chunk: _Chunk, start_s: float) -> list[tuple[float, str]]:
    """The chunk's phones in seconds; none where the model tells no durations."""
    phones: list[tuple[float, str]] = []
    for alignment in chunk.phoneme_alignments or ():
        phones.append((start_s, alignment.phoneme))
        start_s += alignment.num_samples / chunk.sample_rate
    if phones:
        phones.append((start_s, ""))
    return phones


if __name__ == "__main__":
    os.nice(_NICENESS)
    serve(lambda: PiperEngine(Path(sys.argv[1])))
