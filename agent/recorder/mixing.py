"""One side of the recording: samples put at their place in time, taken out in order at the recording's rate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RECORDING_RATE = 48_000

Samples = NDArray[np.int16]
Floats = NDArray[np.float32]

_REACH = 16  # samples to either side that one output sample is made of
_FADE_S = 0.005  # a cut voice fades out, or it would click
_SNAP_S = 0.018  # a frame this near to the end of the one before follows it without a gap; less than a frame


class Track:
    """Samples of one side at its own rate, from sample 0 on; what nobody gives is silence.

    A later frame replaces what lies at its place; what has been taken already stays as it was.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._factor = RECORDING_RATE // rate
        self._filters = _interpolator(self._factor)
        self._samples: Samples = np.zeros(0, np.int16)
        self._first = -_REACH  # index of the first sample that is kept
        self._taken = 0
        self._last_end = 0  # of the frame that was put last
        self._end = 0  # of all of them

    @property
    def end_s(self) -> float:
        """Where the samples given so far end."""
        return self._end / self._rate

    def put(self, samples: Samples, at_s: float) -> float:
        """Place samples, before 0 too; returns the seconds of them that came too late."""
        start = round(at_s * self._rate)
        if abs(start - self._last_end) <= _SNAP_S * self._rate:
            start = self._last_end
        self._last_end = start + len(samples)
        self._end = max(self._end, self._last_end)
        late = min(len(samples), max(0, self._taken - start))
        if late < len(samples):
            begin = start + late - self._first
            end = begin + len(samples) - late
            self._reserve(end)
            self._samples[begin:end] = samples[late:]
        return late / self._rate

    def cut(self, at_s: float) -> None:
        """Forget what lies after `at_s`, as far as it has not been taken."""
        end = max(round(at_s * self._rate), self._taken) - self._first
        if end >= self._end - self._first:
            return
        kept = self._samples[:end].copy()
        fade = min(round(_FADE_S * self._rate), end)
        ramp = np.linspace(1.0, 0.0, fade, dtype=np.float32)
        kept[end - fade :] = (kept[end - fade :] * ramp).astype(np.int16)
        self._samples = kept
        self._last_end = self._end = self._first + end

    def take(self, seconds: float) -> Samples:
        """The next `seconds` (a whole number of samples) at RECORDING_RATE."""
        count = round(seconds * self._rate)
        self._reserve(self._taken + count + _REACH - self._first)
        begin = self._taken - self._first - _REACH + 1
        around = self._samples[begin : begin + count + 2 * _REACH - 1].astype(np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(around, 2 * _REACH)
        upsampled = np.rint((windows @ self._filters).reshape(-1))
        self._taken += count
        drop = self._taken - _REACH - self._first
        self._samples = self._samples[drop:]
        self._first += drop
        taken: Samples = np.clip(upsampled, -32768, 32767).astype(np.int16)
        return taken

    def _reserve(self, length: int) -> None:
        missing = length - len(self._samples)
        if missing > 0:
            self._samples = np.concatenate([self._samples, np.zeros(missing, np.int16)])


def _interpolator(factor: int) -> Floats:
    """(32, factor) windowed-sinc filters: column p gives the value p/factor of a sample after the window's 16th."""
    taps = np.arange(-_REACH + 1, _REACH + 1)[:, None] - np.arange(factor)[None] / factor
    weights = (
        np.sinc(taps)
        * np.kaiser(2 * _REACH * factor + 1, 8.0)[
            np.clip(np.rint((taps + _REACH) * factor).astype(int), 0, 2 * _REACH * factor)
        ]
    )
    filters: Floats = (weights / weights.sum(0)).astype(np.float32)
    return filters
