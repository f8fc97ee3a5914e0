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
    """Gives each microphone frame its second on the interview's clock, so that words and recording share one axis.

    Frames may arrive in bursts after a stall, so it is the moment of capture that counts: the browser's clock is tied
    to ours by the quickest frame seen. Frames that were captured side by side lie side by side, free of jitter; after
    a real gap (a muted microphone, a pause) the axis is anchored anew.
    """

    _offset_s: float | None = None  # interview second minus capture second, of the quickest frame
    _next_s: float | None = None
    _samples: int = 0
    _anchors: list[tuple[float, float]] = field(default_factory=list)  # (stream second, interview second)

    def place(self, arrived_s: float, captured_s: float, samples: int, rate: int) -> float:
        """Interview second of the first of `samples` samples. `captured_s` is when the last of them was captured."""
        duration = samples / rate
        self._offset_s = (
            min(self._offset_s, arrived_s - captured_s) if self._offset_s is not None else (arrived_s - captured_s)
        )
        start = max(captured_s + self._offset_s - duration, 0.0)
        expected = self._next_s
        if expected is not None and (start < expected or start - expected < MIC_JUMP_S):
            start = expected
        if not self._anchors or start != expected:
            self._anchors.append((self._samples / rate, start))
        self._next_s = start + duration
        self._samples += samples
        return start

    def restart(self) -> None:
        """The clock was stopped and runs again: the next frame ties it to the browser's anew."""
        self._offset_s = None

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
