"""Writes the recording while the interview runs: Opus in fragmented MP4, encoded and written on a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np

from agent.recorder.mixing import RECORDING_RATE, Samples, Track
from agent.recorder.segments import (
    BIT_RATE,
    ENCODER_OPTIONS,
    TICK,
    TICK_S,
    TIME_BASE,
    next_segment_path,
    offset_tags,
)
from schema.room import MIC_RATE, VOICE_RATE

log = logging.getLogger("interview.recorder")

HOLD_S = 0.5  # sound waits so long for late frames and for a cut, before it is encoded
_TURN_S = 0.1  # how often the thread looks
_SYNC_S = 5.0  # how often what is written is forced onto the disk
_QUEUE_BYTES = 16_000_000  # four minutes of both sides: a disk may stall so long
_AHEAD_S = 600.0  # frames further in the future than this are a mistake
_LONGEST_S = 86_400.0  # so are positions beyond a day
_FRAGMENTS = {
    "movflags": "frag_keyframe+empty_moov+default_base_moof",
    "frag_duration": "200000",
    "flush_packets": "1",
}


@dataclass(slots=True)
class RecorderStats:
    """Seconds of sound: written (both sides at once), and lost because they came too late or the disk stalled."""

    written_s: float = 0.0
    late_s: float = 0.0
    overflow_s: float = 0.0


class _Put(NamedTuple):
    candidate: bool
    pcm: bytes
    at_s: float


class _Cut(NamedTuple):
    at_s: float


class FragmentedRecorder:
    """Implements agent.ports.Recorder: left the candidate, right the interviewer, 48 kHz Opus at 48 kbit/s.

    A file begins with the first sound it is given and is readable up to the last second at every moment. Call it from
    the event loop; nothing here blocks or raises. Where the disk fails the recording ends, the file stays readable,
    and `on_error` hears a sentence, on the event loop; the interview goes on.

    The candidate's positions are the clock. The interviewer's may run ahead of it: what lies in the future waits, so
    that `cut_interviewer` can still take it back.
    """

    def __init__(self, path: Path, *, on_error: Callable[[str], None] | None = None) -> None:
        self.path = path
        self.stats = RecorderStats()
        self._on_error = on_error
        self._loop = asyncio.get_running_loop()
        self._queue: deque[_Put | _Cut] = deque()
        self._queued = 0
        self._open = True
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="recorder", daemon=True)
        self._thread.start()

    @classmethod
    def open(cls, folder: Path, *, on_error: Callable[[str], None] | None = None) -> FragmentedRecorder:
        """A recorder of the next segment in `folder`, which is made when needed. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return cls(next_segment_path(folder), on_error=on_error)

    @property
    def recording(self) -> bool:
        """Whether what is given is still being written."""
        return self._open

    def candidate(self, pcm16_16k: bytes, at_s: float) -> None:
        """Mono PCM16 at 16 kHz whose first sample was spoken at `at_s`."""
        self._put(_Put(True, pcm16_16k, at_s))

    def interviewer(self, pcm16_24k: bytes, at_s: float) -> None:
        """Mono PCM16 at 24 kHz whose first sample is heard at `at_s`; may be given before it is played."""
        self._put(_Put(False, pcm16_24k, at_s))

    def cut_interviewer(self, at_s: float) -> None:
        """What was given for after `at_s` was never heard. Reaches back HOLD_S at most."""
        if self._open and math.isfinite(at_s):
            self._queue.append(_Cut(at_s))

    async def aclose(self) -> None:
        """Writes what is waiting and closes the file. May be called again."""
        self._open = False
        self._closing.set()
        await asyncio.to_thread(self._thread.join)

    def _put(self, item: _Put) -> None:
        if not self._open or not 0.0 <= item.at_s < _LONGEST_S or len(item.pcm) < 2:
            return
        if self._queued > _QUEUE_BYTES:
            self.stats.overflow_s += len(item.pcm) / 2 / (MIC_RATE if item.candidate else VOICE_RATE)
            return
        self._queued += len(item.pcm)
        self._queue.append(item)

    # ------------------------------------------------------------------ the recorder's thread

    def _work(self) -> None:
        mixer = _Mixer(self.path, self.stats)
        try:
            while not self._closing.wait(_TURN_S):
                self._drain(mixer)
                mixer.write_settled()
            self._drain(mixer)
            mixer.write_all()
        except (OSError, av.FFmpegError) as error:
            self._fail(error)
        finally:
            mixer.close()

    def _drain(self, mixer: _Mixer) -> None:
        for _ in range(len(self._queue)):
            item = self._queue.popleft()
            if isinstance(item, _Cut):
                mixer.cut(item.at_s)
            else:
                self._queued -= len(item.pcm)
                mixer.put(item)

    def _fail(self, error: Exception) -> None:
        self._open = False
        self._queue.clear()
        log.warning("the recording stopped", exc_info=error)
        if self._on_error is not None:
            sentence = "The recording stopped because the disk does not take more; the interview goes on."
            with contextlib.suppress(RuntimeError):  # the loop has ended; nobody is left to tell
                self._loop.call_soon_threadsafe(self._on_error, sentence)


class _Mixer:
    """Both tracks and the file, on the recorder's thread. Raises OSError or FFmpegError where writing fails."""

    def __init__(self, path: Path, stats: RecorderStats) -> None:
        self._path = path
        self._stats = stats
        self._left, self._right = Track(MIC_RATE), Track(VOICE_RATE)
        self._file: _File | None = None
        self._offset_s = 0.0
        self._ticks = 0
        # The latest position that time can have reached: real time since the candidate's last one.
        self._anchor: tuple[float, float] | None = None

    def put(self, item: _Put) -> None:
        if self._file is None:
            self._begin(item.at_s)
        samples = np.frombuffer(item.pcm[: len(item.pcm) // 2 * 2], np.int16)
        end_s = item.at_s + len(samples) / (MIC_RATE if item.candidate else VOICE_RATE)
        latest_s = self._latest_s()
        if end_s > latest_s + _AHEAD_S:
            self._stats.overflow_s += end_s - item.at_s
            return
        if item.candidate and end_s > latest_s:
            self._anchor = (time.monotonic(), end_s)
        track = self._left if item.candidate else self._right
        self._stats.late_s += track.put(samples, item.at_s - self._offset_s)

    def cut(self, at_s: float) -> None:
        self._right.cut(max(0.0, at_s - self._offset_s))

    def write_settled(self) -> None:
        """Encode what no late frame and no cut may change any more."""
        self._write_until(min(self._end_s(), self._latest_s() - self._offset_s) - HOLD_S)

    def write_all(self) -> None:
        """Encode all that was given, and end the file."""
        self._write_until(math.ceil(self._end_s() / TICK_S) * TICK_S)
        if self._file is not None:
            self._file.finish()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _begin(self, at_s: float) -> None:
        """The file starts on the grid of packets, so that segments join without a seam, and a little early.

        The other side's first frames may lie before this one.
        """
        self._offset_s = math.floor(max(0.0, at_s - HOLD_S) / TICK_S + 1e-6) * TICK_S
        self._anchor = (time.monotonic(), at_s)
        self._file = _File(self._path, self._offset_s)

    def _end_s(self) -> float:
        return max(self._left.end_s, self._right.end_s)

    def _latest_s(self) -> float:
        if self._anchor is None:
            return 0.0
        moment, position_s = self._anchor
        return position_s + time.monotonic() - moment

    def _write_until(self, end_s: float) -> None:
        ticks = math.floor(end_s / TICK_S + 1e-6) - self._ticks
        if self._file is None or ticks <= 0:
            return
        for _ in range(ticks):
            self._file.write(self._left.take(TICK_S), self._right.take(TICK_S), self._ticks * TICK)
            self._ticks += 1
        self._stats.written_s = self._ticks * TICK_S
        self._file.sync()


class _File:
    """One fragmented MP4. Every 200 ms of sound is a fragment that stands by itself."""

    def __init__(self, path: Path, offset_s: float) -> None:
        self._container = av.open(str(path), "w", format="mp4", options=_FRAGMENTS)
        self._container.metadata.update(offset_tags(offset_s))
        self._stream = self._container.add_stream("libopus", rate=RECORDING_RATE, options=ENCODER_OPTIONS)
        self._stream.layout = "stereo"
        self._stream.bit_rate = BIT_RATE
        self._container.start_encoding()  # makes the file
        self._descriptor = os.open(path, os.O_RDONLY)
        _sync_folder(path.parent)
        self._synced = time.monotonic()
        self._whole = False

    def write(self, left: Samples, right: Samples, at: int) -> None:
        interleaved = np.stack([left, right], axis=1).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(interleaved, format="s16", layout="stereo")
        frame.sample_rate = RECORDING_RATE
        frame.pts = at
        frame.time_base = TIME_BASE
        self._container.mux(self._stream.encode(frame))

    def sync(self) -> None:
        """Force it onto the disk now and then: a power cut takes seconds, not the recording."""
        if time.monotonic() - self._synced >= _SYNC_S:
            os.fdatasync(self._descriptor)
            self._synced = time.monotonic()

    def finish(self) -> None:
        self._container.mux(self._stream.encode(None))
        self._container.close()
        os.fsync(self._descriptor)
        self._whole = True

    def close(self) -> None:
        if not self._whole:
            with contextlib.suppress(OSError, av.FFmpegError):  # the failure that led here has been reported
                self._container.close()
        os.close(self._descriptor)


def _sync_folder(folder: Path) -> None:
    """The new file's name is on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
