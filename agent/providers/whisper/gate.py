"""When somebody is speaking, 20 ms at a time: Silero says that it is speech, the level says when it stops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.vad import SAMPLE_RATE, SILENCE, SPEECH, SpeechDetector

FRAME = 320  # samples: 20 ms
FRAME_S = FRAME / SAMPLE_RATE
# Silero's probability falls some 100 ms after the voice; a level near the room's says so at once.
_QUIET_ABOVE_ROOM_DB = 8.0
_QUIET_DBFS = -62.0  # below this no microphone carries words
_QUIET_BELOW_PEAK_DB = 38.0
_ROOM_RANGE_DB = (-80.0, -40.0)
_ONSET_WINDOWS = 2  # 64 ms of speech begin it: a click does not, "yes" does
_RESUME_FRAMES = 2
_GAP_FRAMES = 4  # the level may fall this long between the words of one utterance


@dataclass(frozen=True, slots=True)
class Activity:
    """The gate after one frame. `speaking` ends with `gate.close()`."""

    speaking: bool
    voiced: bool
    silence_s: float  # since the last voiced frame
    loud_s: float  # how long the level has been above the room's: where an utterance really began


class SpeechGate:
    """Judges one stream of 20 ms PCM16 frames at 16 kHz."""

    def __init__(self) -> None:
        self._detector = SpeechDetector()
        self._room_db: float | None = None
        self._peak_db = -30.0
        self._likely_windows = 0
        self._loud_frames = 0
        self._silent_frames = 0
        self._level_frames = 0
        self._quiet_run = 0
        self.speaking = False

    def push(self, frame: NDArray[np.int16]) -> Activity:
        """One frame of FRAME samples; returns what the gate thinks now."""
        for probability in self._detector.push(frame):
            self._likely_windows = self._likely_windows + 1 if probability >= SPEECH else 0
        quiet = self._is_quiet(_level_db(frame))
        self._follow_level(quiet=quiet)
        if not self.speaking:
            self._begin_if_likely()
        else:
            self._count(voiced=not quiet and self._detector.probability >= SILENCE)
        voiced = self.speaking and self._silent_frames == 0
        return Activity(self.speaking, voiced, self._silent_frames * FRAME_S, self._level_frames * FRAME_S)

    def close(self) -> None:
        """The listener has ended the utterance; the next one must begin anew."""
        self.speaking = False
        self._likely_windows = self._loud_frames = self._silent_frames = 0

    def _follow_level(self, *, quiet: bool) -> None:
        self._quiet_run = self._quiet_run + 1 if quiet else 0
        self._level_frames = 0 if self._quiet_run > _GAP_FRAMES else self._level_frames + 1

    def _begin_if_likely(self) -> None:
        if self._likely_windows >= _ONSET_WINDOWS:
            self.speaking = True
            self._loud_frames, self._silent_frames = _RESUME_FRAMES, 0

    def _count(self, *, voiced: bool) -> None:
        """A single voiced frame inside silence is a click and does not end it."""
        self._loud_frames = self._loud_frames + 1 if voiced else 0
        if self._loud_frames >= _RESUME_FRAMES or (voiced and self._silent_frames == 0):
            self._silent_frames = 0
        else:
            self._silent_frames += 1

    def _is_quiet(self, level_db: float) -> bool:
        """Follows the room's level (down at once, up slowly) and the speaker's, and compares."""
        low, high = _ROOM_RANGE_DB
        room = min(max(level_db, low), high) if self._room_db is None else self._room_db
        if level_db < room:
            room += 0.3 * (level_db - room)
        elif self._detector.probability < SILENCE:
            room += 0.02 * (level_db - room)
        else:
            room += 0.02  # 1 dB a second: speech hides a room that has become louder
        self._room_db = room = min(max(room, low), high)
        self._peak_db = max(level_db, self._peak_db - 0.05) if level_db > room + 20 else self._peak_db
        return level_db < max(room + _QUIET_ABOVE_ROOM_DB, _QUIET_DBFS, self._peak_db - _QUIET_BELOW_PEAK_DB)


def _level_db(frame: NDArray[np.int16]) -> float:
    """RMS in dB below full scale."""
    samples = frame.astype(np.float32)
    return float(10 * np.log10(max(float(np.mean(samples * samples)), 1e-3) / 32768.0**2))
