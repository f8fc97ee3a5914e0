"""The stream's recent sound, addressed by its absolute sample number; what is no longer needed is let go."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class SoundBuffer:
    """PCM16 mono from sample `start` to `end` of a stream."""

    def __init__(self) -> None:
        self._data = bytearray()
        self.start = 0

    @property
    def end(self) -> int:
        return self.start + len(self._data) // 2

    def append(self, samples: NDArray[np.int16]) -> None:
        self._data += samples.tobytes()

    def drop_before(self, sample: int) -> None:
        """Forgets everything before `sample`; earlier or later than the buffer is fine."""
        gone = min(max(sample - self.start, 0), self.end - self.start)
        del self._data[: 2 * gone]
        self.start += gone

    def samples(self, start: int, end: int) -> NDArray[np.float32]:
        """A copy of [start, end) as float32 between -1 and 1. ValueError when part of it is gone."""
        if start < self.start or end > self.end:
            raise ValueError(f"samples {start}..{end} are not held, only {self.start}..{self.end}")
        part = bytes(self._data[2 * (start - self.start) : 2 * (end - self.start)])
        return np.frombuffer(part, np.int16).astype(np.float32) / 32768.0
