"""The interview's clock, which stands still while the interview is paused, and the microphone's place on it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

MIC_JUMP_S = 0.25  # arrival jitter below this is smoothed away; a larger gap was real (a stall, a muted microphone)


class InterviewClock:
    """Seconds since the interview began, not counting pauses. Recording, transcript and events all use it."""

    def __init__(self, *, start_s: float = 0.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._elapsed = start_s
        self._since: float | None = None

    def now_s(self) -> float:
        running = 0.0 if self._since is None else self._monotonic() - self._since
        return self._elapsed + running

    def now_ms(self) -> int:
        return int(self.now_s() * 1000)

    @property
    def running(self) -> bool:
        return self._since is not None

    def run(self) -> None:
        if self._since is None:
            self._since = self._monotonic()

    def stop(self) -> None:
        self._elapsed = self.now_s()
        self._since = None

    def advance(self, seconds: float) -> None:
        """Moves the clock forward: an interview that resumes goes on from its last record."""
        self._elapsed += max(seconds, 0.0)


@dataclass(slots=True)
class MicTimeline:
    """Gives each microphone frame its second on the interview's clock: gapless while frames come steadily, so that
    words and recording share one axis free of network jitter, and re-anchored after a real gap."""

    _next_s: float | None = None
    _samples: int = 0
    _anchors: list[tuple[float, float]] = field(default_factory=list)  # (stream second, interview second)

    def place(self, arrived_s: float, samples: int, rate: int) -> float:
        """Interview second of the first of `samples` samples that have just arrived."""
        duration = samples / rate
        expected = self._next_s
        start = max(arrived_s - duration, 0.0)
        if expected is not None and abs(start - expected) < MIC_JUMP_S:
            start = expected
        elif expected is not None:
            start = max(start, expected)
        if not self._anchors or start != expected:
            self._anchors.append((self._samples / rate, start))
        self._next_s = start + duration
        self._samples += samples
        return start

    def stream_s(self, rate: int) -> float:
        """Seconds of audio placed so far."""
        return self._samples / rate

    def at(self, stream_s: float) -> float:
        """Interview second of a second of the microphone's stream."""
        best = (0.0, 0.0)
        for anchor in reversed(self._anchors):
            if anchor[0] <= stream_s + 1e-6:
                best = anchor
                break
        return best[1] + (stream_s - best[0])
