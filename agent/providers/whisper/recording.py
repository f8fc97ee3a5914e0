"""Reads a whole recording, any file that PyAV opens: window by window, or as an interview would have heard it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from agent.providers.whisper.decoder import SAMPLE_RATE, WindowDecoder
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.gate import FRAME
from agent.providers.whisper.listener import Listener
from agent.providers.whisper.timing import clamp_words, credible, within_speech
from agent.providers.whisper.utterance import Heard
from agent.vad import Span, padded, speech_spans
from schema.transcript import Word

_LONGEST_S = 24.0  # below the encoder's 30 s, with room for a late cut
_JOIN_S = 1.5  # pauses shorter than this stay inside a window
_TORN_S = 0.5  # a file may end this much before the length that it declares
_PROMPT_WORDS = 60
_SPAN_PADDING_S = 0.2


class BadAudio(Exception):  # noqa: N818
    """The file is not a usable recording; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a recording; word seconds count from its first sample."""

    words: tuple[Word, ...]
    duration_s: float
    wall_s: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def rtf(self) -> float:
        """Wall seconds for each second of sound."""
        return self.wall_s / self.duration_s if self.duration_s else 0.0


def load_recording(path: Path) -> NDArray[np.float32]:
    """Mono float32 at 16 kHz. Raises BadAudio: missing, not a recording, no sound in it, torn off."""
    if not path.is_file():
        raise BadAudio(f"There is no file {path}.")
    try:
        with av.open(str(path), metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise BadAudio(f"{path.name} has no sound in it.")
            stream = container.streams.audio[0]
            declared_s = _declared_s(path, float(container.duration or 0) / av.time_base)
            parts = _decoded(path, container.decode(stream))
    except (av.FFmpegError, ValueError) as fault:
        raise BadAudio(f"{path.name} cannot be read as a recording. Use WAV, FLAC, MP3, M4A, Ogg or WebM.") from fault
    samples = np.concatenate(parts).astype(np.float32) / 32768.0 if parts else np.zeros(0, np.float32)
    held_s = len(samples) / SAMPLE_RATE
    if not len(samples):
        raise BadAudio(f"{path.name} has no sound in it.")
    if held_s < declared_s - max(_TORN_S, 0.02 * declared_s):
        raise BadAudio(f"{path.name} is torn off: it holds {held_s:.1f} s of {declared_s:.1f} s. Copy it again.")
    return samples


def _declared_s(path: Path, container_s: float) -> float:
    """The length that the file promises. A WAV's header is read here: FFmpeg believes the file's size instead."""
    with path.open("rb") as file:
        head = file.read(4096)
    at = head.find(b"data")
    format_at = head.find(b"fmt ")
    if head[:4] != b"RIFF" or at < 0 or format_at < 0 or len(head) < format_at + 20:
        return container_s
    size = int.from_bytes(head[at + 4 : at + 8], "little")
    bytes_a_second = int.from_bytes(head[format_at + 16 : format_at + 20], "little")
    # streaming writers leave the largest number there: the length is not known
    return size / bytes_a_second if bytes_a_second and size < 0xFFFFFFF0 - 64 else container_s


def _decoded(path: Path, frames: Iterator[AudioFrame]) -> list[NDArray[np.int16]]:
    parts: list[NDArray[np.int16]] = []
    try:
        for frame in _resampled(frames):
            parts.append(frame.to_ndarray().reshape(-1).astype(np.int16, copy=False))
    except av.FFmpegError as fault:
        if not parts:
            raise
        held_s = sum(map(len, parts)) / SAMPLE_RATE
        raise BadAudio(f"{path.name} is torn off or damaged after {held_s:.1f} s. Copy it again.") from fault
    return parts


def _resampled(frames: Iterator[AudioFrame]) -> Iterator[AudioFrame]:
    resampler = AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    for frame in frames:
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


def read_recording(
    decoder: WindowDecoder, samples: NDArray[np.float32], *, progress: Callable[[float], None] | None = None
) -> Transcript:
    """Everything said in mono float32 at 16 kHz. `progress` is told the share done, 0 to 1."""
    began = time.perf_counter()
    words: list[Word] = []
    prompt = ""
    spans = speech_spans(samples, padding_s=0.0)
    windows = windows_of(samples, padded(spans, _SPAN_PADDING_S, len(samples) / SAMPLE_RATE))
    for index, span in enumerate(windows):
        start, end = int(span.start_s * SAMPLE_RATE), int(span.end_s * SAMPLE_RATE)
        reading = decoder.read(samples[start:end], prompt=prompt, times=True)
        if credible(reading, span.end_s - span.start_s):
            words += within_speech(clamp_words(reading.timed, span.start_s, span.start_s, span.end_s), spans)
            prompt = " ".join(word.text for word in words[-_PROMPT_WORDS:]) if reading.trusted else ""
        if progress is not None:
            progress((index + 1) / len(windows))
    return Transcript(tuple(words), len(samples) / SAMPLE_RATE, time.perf_counter() - began)


async def hear_recording(engine: WhisperEngine, samples: NDArray[np.float32]) -> Transcript:
    """The same sound through the live ear, frame by frame, each reading awaited before the sound goes on.

    Raises WhisperFailed or WhisperOverloaded.
    """
    began = time.perf_counter()
    words: list[Word] = []

    def keep(heard: Heard) -> None:
        if heard.recognised.final:
            words.extend(heard.recognised.words)

    listener = Listener(engine, keep)
    pcm = (np.clip(samples, -1, 1) * 32767).astype(np.int16)
    for at in range(0, len(pcm), FRAME):
        listener.push(pcm[at : at + FRAME])
        await listener.settle()
    listener.flush()
    await listener.drain()
    if listener.failure is not None:
        raise listener.failure
    return Transcript(tuple(words), len(samples) / SAMPLE_RATE, time.perf_counter() - began)


def windows_of(samples: NDArray[np.float32], spans: Sequence[Span]) -> list[Span]:
    """Speech in windows of at most 24 s, cut in pauses, or at the quietest moment where there is none."""
    windows: list[Span] = []
    for span in spans:
        joined = windows and span.start_s - windows[-1].end_s < _JOIN_S
        if joined and span.end_s - windows[-1].start_s <= _LONGEST_S:
            windows[-1] = Span(windows[-1].start_s, span.end_s)
        else:
            windows += _shortened(samples, span)
    return windows


def _shortened(samples: NDArray[np.float32], span: Span) -> Iterator[Span]:
    start = span.start_s
    while span.end_s - start > _LONGEST_S:
        # the quietest 50 ms of the last third
        first = int((start + _LONGEST_S * 2 / 3) * SAMPLE_RATE)
        stretch = samples[first : int((start + _LONGEST_S) * SAMPLE_RATE)]
        frame = SAMPLE_RATE // 20
        levels = np.square(stretch[: len(stretch) // frame * frame].reshape(-1, frame)).mean(axis=1)
        cut = (first + (int(levels.argmin()) + 0.5) * frame) / SAMPLE_RATE
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end_s)
