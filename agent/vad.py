"""Voice activity outside an AgentSession: Silero's ONNX model, one network a process, one memory a stream.

Import it from the main thread: livekit registers its plugin there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from livekit.plugins.silero import onnx_model
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
WINDOW = 512  # samples the network judges at once: 32 ms
SPEECH, SILENCE = 0.5, 0.35  # probability that begins speech, and below which it ends (Silero's own defaults)


@lru_cache(maxsize=1)
def _network() -> Any:
    """Loaded on first use; its `run` may be called from several threads."""
    return onnx_model.new_inference_session(True)


class SpeechDetector:
    """The probability of speech as a stream goes by. About 0.3 ms of one core for each 32 ms of sound."""

    def __init__(self) -> None:
        self._model = onnx_model.OnnxModel(onnx_session=_network(), sample_rate=SAMPLE_RATE)
        self._rest: NDArray[np.float32] = np.zeros(0, np.float32)
        self.probability = 0.0

    def push(self, samples: NDArray[np.int16]) -> list[float]:
        """Takes PCM16 mono at 16 kHz of any length; returns the probability of each window it completed."""
        self._rest = np.concatenate([self._rest, samples.astype(np.float32) / 32768.0])
        found: list[float] = []
        while len(self._rest) >= WINDOW:
            self.probability = float(self._model(self._rest[:WINDOW]))
            self._rest = self._rest[WINDOW:]
            found.append(self.probability)
        return found


@dataclass(frozen=True, slots=True)
class Span:
    """Speech from start_s to end_s, seconds from the first sample."""

    start_s: float
    end_s: float


def speech_spans(samples: NDArray[np.float32], *, min_silence_s: float = 0.5, padding_s: float = 0.2) -> list[Span]:
    """Where somebody speaks in a whole recording, mono float32 at 16 kHz; padded, in order, not overlapping."""
    detector = SpeechDetector()
    probabilities = detector.push((np.clip(samples, -1, 1) * 32767).astype(np.int16))
    window_s, total_s = WINDOW / SAMPLE_RATE, len(samples) / SAMPLE_RATE
    spans: list[Span] = []
    start: float | None = None
    last_voice = 0.0
    for index, probability in enumerate(probabilities):
        at = index * window_s
        if probability >= SPEECH or (start is not None and probability >= SILENCE):
            start = at if start is None else start
            last_voice = at + window_s
        elif start is not None and at - last_voice >= min_silence_s:
            spans.append(Span(start, last_voice))
            start = None
    if start is not None:
        spans.append(Span(start, last_voice))
    return padded(spans, padding_s, total_s)


def padded(spans: Sequence[Span], padding_s: float, total_s: float) -> list[Span]:
    """Each span longer at both ends, inside the recording; what touches is joined."""
    wider: list[Span] = []
    for span in spans:
        start, end = max(0.0, span.start_s - padding_s), min(total_s, span.end_s + padding_s)
        if wider and start <= wider[-1].end_s:
            wider[-1] = Span(wider[-1].start_s, end)
        else:
            wider.append(Span(start, end))
    return wider
