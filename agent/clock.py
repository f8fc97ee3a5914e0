"""The interview's clock, which stands still while the interview is paused, and the microphone's place on it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

STREAM_SECOND = "stream_s"  # in a frame's userdata: the second of the microphone's stream at which it begins
MIC_JUMP_S = 0.25  # a smaller gap is jitter
JUDGED_FRAMES = 75  # 1.5 s: no stall that frames recover from lasts longer
SETTLING_S = 2.0  # the first frames of a page that is still loading may all be late


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

    The sound card's own pace is the truth: frames lie side by side. A stall makes frames late and then brings them all
    at once, so lateness counts only when even the quickest frame of the last seconds was late: then sound was lost (a
    muted microphone, a dropped stretch) and the axis is anchored anew.
    """

    _offset_s: float | None = None  # interview second minus the browser's, of the quickest frame
    _anchor_s: float | None = None  # interview second minus stream second
    _recent: deque[float] = field(default_factory=lambda: deque(maxlen=JUDGED_FRAMES))
    _samples: int = 0
    _anchors: list[tuple[float, float]] = field(default_factory=list)  # (stream second, interview second)

    def place(self, arrived_s: float, captured_s: float, samples: int, rate: int) -> float:
        """Interview second of the first of `samples` samples. `captured_s` is when the last of them was captured."""
        stream_s = self._samples / rate
        lead = arrived_s - captured_s
        self._offset_s = lead if self._offset_s is None else min(self._offset_s, lead)
        anchor = captured_s + self._offset_s - samples / rate - stream_s
        self._recent.append(anchor)
        self._settle(min(self._recent), stream_s)
        self._samples += samples
        assert self._anchor_s is not None
        return max(self._anchor_s + stream_s, 0.0)

    def _settle(self, quickest: float, stream_s: float) -> None:
        current = self._anchor_s
        lost = current is not None and len(self._recent) == JUDGED_FRAMES and quickest - current > MIC_JUMP_S
        early = current is not None and stream_s < SETTLING_S and quickest < current
        if current is None or lost or early:
            self._anchor_s = quickest
            self._anchors.append((stream_s, quickest + stream_s))

    def restart(self) -> None:
        """The clock was stopped and runs again: the next frame ties it to the browser's anew."""
        self._offset_s = self._anchor_s = None
        self._recent.clear()

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
