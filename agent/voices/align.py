"""Word and phone times for a voice that gives none: espeak-ng says the same sentence, and its times are warped over.

Dynamic time warping on log-mel features, as in Sakoe and Chiba (1978), with a penalty for every frame that stretches
one side. It costs a few milliseconds for each second of speech and runs off the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.ports import VoiceError
from agent.visemes import Phone
from agent.voices.child import RawSpeech, VoiceProcess
from agent.voices.frames import SpeakRequest
from agent.voices.speech import Samples, Timing, trim
from schema.room import VOICE_RATE

Floats = NDArray[np.float32]

_HOP_S = 0.010
_WINDOW_S = 0.0232
_BANDS = 26
_LOWEST_HZ, _HIGHEST_HZ = 80.0, 7600.0
_FLOOR = 12.0  # natural-log range under the loudest band that still counts
_STRETCH = 0.3  # cost of a frame that only one side moves; from a proxy test on other espeak voices
_BAND = 0.25  # how far the path may leave the diagonal, as a share of the longer side
_DIAGONAL, _UP, _LEFT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class EspeakAligner:
    """Finds times with an espeak process of its own or a shared one; `pool` does the arithmetic."""

    process: VoiceProcess
    pool: Executor

    async def align(self, text: str, samples: Samples) -> Timing | None:
        """Times in `samples` (mono, VOICE_RATE) of the words and phones of `text`; None where espeak cannot help."""
        try:
            reference = await self.process.speak(_reference_request(text))
        except VoiceError:
            return None
        return await asyncio.get_running_loop().run_in_executor(self.pool, transfer, reference, samples)


def _reference_request(text: str) -> SpeakRequest:
    return {"text": text, "voice": "en-us", "rate": 165, "pitch": 45, "pitch_range": 55, "volume": 100}


def transfer(reference: RawSpeech, samples: Samples) -> Timing | None:
    """The reference's times, warped onto `samples` (VOICE_RATE). None where either side is silent."""
    rate = reference.timeline["sample_rate"]
    spoken = np.frombuffer(reference.pcm, np.int16)
    reference_lead, reference_kept = trim(spoken)
    target_lead, target_kept = trim(samples)
    source, target = log_mel(reference_kept, rate), log_mel(target_kept, VOICE_RATE)
    if len(source) < 2 or len(target) < 2:
        return None
    warp = _time_map(warping_path(source, target))
    shift = target_lead / VOICE_RATE

    def moved(second: float) -> float:
        return warp(second - reference_lead / rate) + shift

    return Timing(
        words=tuple((moved(start), at) for start, at in reference.timeline["words"]),
        phones=tuple(Phone(moved(start), ipa) for start, ipa in reference.timeline["phones"]),
    )


def log_mel(samples: Samples, rate: int) -> Floats:
    """(frames, 26) log-mel energies every 10 ms, each band with mean 0 and deviation 1 over the sentence."""
    size, hop = round(_WINDOW_S * rate), round(_HOP_S * rate)
    if len(samples) < size:
        return np.zeros((0, _BANDS), np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(samples.astype(np.float32) / 32768, size)[::hop]
    power = np.abs(np.fft.rfft(frames * np.hanning(size).astype(np.float32), axis=1)) ** 2
    energies = np.log(power @ _filters(size, rate) + 1e-7)
    energies = np.maximum(energies, energies.max() - _FLOOR)
    normalised: Floats = ((energies - energies.mean(0)) / (energies.std(0) + 1e-6)).astype(np.float32)
    return normalised


def _filters(size: int, rate: int) -> NDArray[np.float64]:
    """(size // 2 + 1, 26) triangular filters, equally wide on the mel scale of O'Shaughnessy (1987)."""
    low, high = (2595 * np.log10(1 + hz / 700) for hz in (_LOWEST_HZ, _HIGHEST_HZ))
    corners = 700 * (10 ** (np.linspace(low, high, _BANDS + 2) / 2595) - 1)
    hertz = np.fft.rfftfreq(size, 1 / rate)[:, None]
    rising = (hertz - corners[:-2]) / (corners[1:-1] - corners[:-2])
    falling = (corners[2:] - hertz) / (corners[2:] - corners[1:-1])
    return np.maximum(0.0, np.minimum(rising, falling))


def warping_path(source: Floats, target: Floats) -> NDArray[np.int64]:
    """(steps, 2) pairs of frames (source, target) from the first pair to the last, both never going back."""
    steps = _cheapest_steps(_distances(source, target))
    i, j = len(source) - 1, len(target) - 1
    path = [(i, j)]
    while i > 0 or j > 0:
        step = steps[i, j]
        i -= step != _LEFT
        j -= step != _UP
        path.append((i, j))
    return np.array(path[::-1])


def _distances(source: Floats, target: Floats) -> Floats:
    squared = (source**2).sum(1)[:, None] + (target**2).sum(1)[None] - 2 * source @ target.T
    distances: Floats = np.sqrt(np.maximum(squared, 0)).astype(np.float32)
    return distances


def _cheapest_steps(distances: Floats) -> NDArray[np.uint8]:
    """For each pair of frames the step by which the cheapest path arrives.

    A row depends on itself through its left neighbour only, by addition and minimum: with the running sum of its own
    costs taken out, that chain is one running minimum, so a row is a handful of array operations.
    """
    rows, columns = distances.shape
    steps = np.full((rows, columns), _LEFT, np.uint8)
    steps[1:, 0] = _UP
    width = max(abs(rows - columns) + 5, round(_BAND * max(rows, columns)))
    previous = _first_row(distances[0])
    for row in range(1, rows):
        centre = row * columns // rows
        low, high = max(0, centre - width), min(columns, centre + width + 1)
        cost = distances[row, low:high].astype(np.float64)
        diagonal = np.concatenate(([previous[low - 1] if low else np.inf], previous[low : high - 1]))
        up = previous[low:high] + _STRETCH
        arrived = cost + np.minimum(diagonal, up)
        run = np.cumsum(cost + _STRETCH)
        best = run + np.minimum.accumulate(arrived - run)
        steps[row, low:high] = np.where(best < arrived - 1e-9, _LEFT, np.where(up < diagonal, _UP, _DIAGONAL))
        previous = np.full(columns, np.inf)
        previous[low:high] = best
    return steps


def _first_row(distances: Floats) -> NDArray[np.float64]:
    row = np.cumsum(distances.astype(np.float64) + _STRETCH)
    return row - _STRETCH


def _time_map(path: NDArray[np.int64]) -> Callable[[float], float]:
    """From a second of the source to the second of the target, through the middle of what each frame is paired with."""
    frames, first = np.unique(path[:, 0], return_index=True)
    last = np.append(first[1:], len(path)) - 1
    middles = (path[first, 1] + path[last, 1]) / 2
    centre_s = _WINDOW_S / 2
    source_s, target_s = frames * _HOP_S + centre_s, middles * _HOP_S + centre_s

    def warp(second: float) -> float:
        if second <= source_s[0]:
            return float(max(0.0, second + target_s[0] - source_s[0]))
        if second >= source_s[-1]:
            return float(second + target_s[-1] - source_s[-1])
        return float(np.interp(second, source_s, target_s))

    return warp
