"""The Kokoro voice's own process: `python -m agent.voices.kokoro_worker MODEL.onnx VOICES.bin`.

kokoro-onnx brings a GPL-3.0 phonemizer and needs the whole processor for a moment; here neither touches the interview.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from agent.voices.frames import SpeakRequest
from agent.voices.worker_loop import Synthesis, SynthesisAbortedError, SynthesisError, serve

_NICENESS = 5  # the candidate's ear goes before the interviewer's mouth


class _Timing(Protocol):
    phoneme: str
    start: float
    end: float


class _Samples(Protocol):
    """A float array in -1..1."""

    def __mul__(self, factor: float) -> _Samples: ...

    def clip(self, low: float, high: float) -> _Samples: ...

    def astype(self, kind: str) -> _Samples: ...

    def tobytes(self) -> bytes: ...


class _Kokoro(Protocol):
    def create_timed(
        self, text: str, voice: str, speed: float, lang: str
    ) -> tuple[_Samples, int, Sequence[_Timing]]: ...


class KokoroEngine:
    """One loaded model. A voice's first letter is its accent: `b` for British, else American."""

    def __init__(self, model: Path, voices: Path) -> None:
        try:
            self._kokoro: _Kokoro = importlib.import_module("kokoro_onnx").Kokoro(str(model), str(voices))
        except ModuleNotFoundError as error:
            raise SynthesisError(
                "Kokoro is not installed; `pip install 'interview-practice-lab[kokoro]'` adds it."
            ) from error

    def synthesize(self, request: SpeakRequest, aborted: Callable[[], bool]) -> Synthesis:
        """Speak one sentence; the model cannot be stopped in between, so an abort only saves what follows."""
        language = "en-gb" if request["voice"].startswith("b") else "en-us"
        samples, rate, timings = self._kokoro.create_timed(
            request["text"], voice=request["voice"], speed=request["rate"], lang=language
        )
        if aborted():
            raise SynthesisAbortedError
        phones = [(timing.start, timing.phoneme) for timing in timings]
        if timings:
            phones.append((timings[-1].end, ""))
        pcm = (samples * 32767.0).clip(-32768.0, 32767.0).astype("int16").tobytes()
        return Synthesis(pcm, {"sample_rate": rate, "words": [], "phones": phones})


if __name__ == "__main__":
    os.nice(_NICENESS)
    serve(lambda: KokoroEngine(Path(sys.argv[1]), Path(sys.argv[2])))
