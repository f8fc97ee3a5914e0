"""The files of a recording: segments as they were written, one for each time the server ran, and the finished file."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.packet import Packet

from agent.recorder.mixing import RECORDING_RATE

log = logging.getLogger("interview.recorder")

FINISHED_NAME = "recording.mp4"
TICK_S = 0.02  # one Opus packet; segments begin on this grid, so that they join without a seam
TICK = round(TICK_S * RECORDING_RATE)
PADDING = 312  # samples that libopus puts before the first one; players skip them
BIT_RATE = 48_000
TIME_BASE = Fraction(1, RECORDING_RATE)
# "audio", not "voip": on two speakers it kept the waveform better (correlation 0.99 against 0.94) and cost less.
ENCODER_OPTIONS = {"application": "audio", "frame_duration": "20", "compression_level": "5"}
_SEGMENT = re.compile(r"recording\.(\d{3,})\.mp4\Z")
_OFFSET_TAG = "comment"  # of the tags that MP4 keeps, the one for free text
_OFFSET = re.compile(r"starts at (\d+) ms\Z")


class UnreadableError(ValueError):
    """No sound can be read from any of the files."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A file whose first sample lies `offset_s` after the beginning of the interview's clock."""

    path: Path
    offset_s: float


def next_segment_path(folder: Path) -> Path:
    """A name that no segment in the folder has."""
    numbers = [int(found[1]) for path in folder.glob("recording.*.mp4") if (found := _SEGMENT.match(path.name))]
    return folder / f"recording.{max(numbers, default=-1) + 1:03d}.mp4"


def offset_tags(offset_s: float) -> dict[str, str]:
    """Metadata that tells a segment's place on the clock."""
    return {_OFFSET_TAG: f"starts at {round(offset_s * 1000)} ms"}


def segments_of(folder: Path) -> list[Segment]:
    """What has been recorded, in order of time: the finished file, if there is one, and what was written since.

    Files in which nothing can be read are left out and logged. A folder that does not exist has none.
    """
    finished = folder / FINISHED_NAME
    paths = [path for path in sorted(folder.glob("recording.*.mp4")) if _SEGMENT.match(path.name)]
    offsets = {path: _offset_of(path) for path in paths}
    segments = [Segment(path, offset) for path, offset in offsets.items() if offset is not None]
    if finished.is_file():
        segments.append(Segment(finished, 0.0))
    return sorted(segments, key=lambda segment: segment.offset_s)


def finalise(segments: Sequence[Segment], out: Path) -> float:
    """Join segments into one MP4 that can be sought at once, without encoding again; returns its seconds.

    Second t of the file is second t of the interview's clock: silence fills what lies before and between segments.
    The segments are removed once `out` is safely there. Raises UnreadableError where none can be read, OSError where
    the disk does not let it.
    """
    draft = out.with_name(f".{out.name}.part")
    try:
        end = _join(sorted(segments, key=lambda segment: segment.offset_s), draft)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    for segment in segments:
        if segment.path != out:
            segment.path.unlink(missing_ok=True)
    return end * TICK_S


def finalise_leftovers(root: Path) -> dict[Path, float]:
    """At a start: finish what a killed server left in `root/*/`; returns the finished files with their seconds.

    What cannot be read stays where it is and is logged.
    """
    finished: dict[Path, float] = {}
    for folder in sorted(path for path in root.glob("*") if path.is_dir()):
        segments = segments_of(folder)
        out = folder / FINISHED_NAME
        if all(segment.path == out for segment in segments):
            continue
        try:
            finished[out] = finalise(segments, out)
        except (OSError, UnreadableError):
            log.exception("a recording could not be finished")
    return finished


def _offset_of(path: Path) -> float | None:
    try:
        with av.open(str(path)) as container:
            found = _OFFSET.match(container.metadata.get(_OFFSET_TAG, ""))
            return int(found[1]) / 1000 if found and container.streams.audio else None
    except (av.FFmpegError, OSError):
        log.warning("a segment of a recording cannot be read")
        return None


def _join(segments: Sequence[Segment], draft: Path) -> int:
    """Writes the joined file; returns its length in ticks."""
    with contextlib.ExitStack() as stack:
        readable = [(segment, opened) for segment in segments if (opened := _opened(stack, segment.path)) is not None]
        if not readable:
            raise UnreadableError(f"{draft.parent} holds no recording that can be read.")
        out = stack.enter_context(av.open(str(draft), "w", format="mp4", options={"movflags": "faststart"}))
        writer = _Writer(out, out.add_stream_from_template(readable[0][1].streams.audio[0]))
        for segment, opened in readable:
            writer.append(_packets(opened), round(segment.offset_s / TICK_S))
    return writer.written


class _Writer:
    """Puts packets on the grid of ticks, each tick once."""

    def __init__(self, container: OutputContainer, stream: AudioStream) -> None:
        self.written = 0
        self._container = container
        self._stream = stream
        self._silence = _silent_packet()

    def append(self, packets: Iterator[bytes], first: int) -> None:
        """Packets from tick `first` on; silence before them where nothing was written, and none of them twice."""
        for tick, packet in enumerate(packets, first):
            if tick < self.written:
                continue  # a copy of what an earlier file holds
            while self.written < tick:
                self._mux(self._silence)
            self._mux(packet)

    def _mux(self, data: bytes) -> None:
        packet = Packet(data)
        packet.stream = self._stream
        packet.time_base = TIME_BASE
        packet.pts = packet.dts = self.written * TICK - PADDING
        packet.duration = TICK
        self._container.mux(packet)
        self.written += 1


def _opened(stack: contextlib.ExitStack, path: Path) -> InputContainer | None:
    try:
        container = stack.enter_context(av.open(str(path)))
    except (av.FFmpegError, OSError):
        return None
    return container if container.streams.audio else None


def _packets(container: InputContainer) -> Iterator[bytes]:
    """The sound of a file, 20 ms at a time; a torn last fragment ends it."""
    try:
        for packet in container.demux(audio=0):
            if packet.size:
                yield bytes(packet)
    except av.FFmpegError:
        log.warning("the end of a recording's segment is torn")


def _silent_packet() -> bytes:
    """A packet of silence as the encoder makes it once it has settled."""
    encoder = av.AudioCodecContext.create("libopus", "w")
    encoder.sample_rate, encoder.layout, encoder.format = RECORDING_RATE, "stereo", "s16"
    encoder.bit_rate = BIT_RATE
    encoder.options = ENCODER_OPTIONS
    frame = av.AudioFrame.from_ndarray(np.zeros((1, 2 * TICK), np.int16), format="s16", layout="stereo")
    frame.sample_rate = RECORDING_RATE
    packets = [bytes(packet) for _ in range(10) for packet in encoder.encode(frame)]
    return packets[-1]
