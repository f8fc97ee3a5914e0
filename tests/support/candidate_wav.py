"""A candidate on tape: answers by the local voice, marked so that the hearing model writes the words that are said."""

from __future__ import annotations

import asyncio
import wave
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.providers.whisper.scripted import ensure_scripted_whisper, mark_speech
from agent.voices.espeak import espeak_process, espeak_voice
from server.bench.answers import Spoken
from server.bench.speech import Take, record

RATE = 16_000
WAV_RATE = 48_000


@dataclass(frozen=True, slots=True)
class Line:
    """Something said on the tape: seconds from its start to the first and past the last sound."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Tape:
    path: Path
    samples: NDArray[np.float32]
    lines: tuple[Line, ...]
    model: Path  # a Whisper directory that hears this tape's words


def make_tape(path: Path, lines: list[tuple[float, str]], *, tail_s: float = 30.0) -> Tape:
    """Writes a WAV: for each line the seconds of silence before it and its words."""
    takes = asyncio.run(_takes([text for _, text in lines]))
    parts: list[NDArray[np.float32]] = []
    found: list[Line] = []
    at, first_word = 0.0, 0
    for (gap_s, text), take in zip(lines, takes, strict=True):
        parts.append(np.zeros(int(gap_s * RATE), np.float32))
        at = sum(len(part) for part in parts) / RATE
        sound = take.pcm.astype(np.float32) / 32768
        spans = [(start, end) for _, start, end in take.words]
        parts.append(mark_speech(sound, spans, first_word=first_word))
        first_word += len(spans)
        found.append(Line(text, at + take.speech_start_s, at + take.speech_end_s))
    parts.append(np.zeros(int(tail_s * RATE), np.float32))
    samples = np.concatenate(parts)
    samples += np.random.default_rng(0).standard_normal(len(samples)).astype(np.float32) * 2e-4
    _write(path, samples)
    script = " ".join(word for take in takes for word, _, _ in take.words)
    return Tape(path, samples, tuple(found), ensure_scripted_whisper(script, hearing=True))


async def _takes(texts: list[str]) -> list[Take]:
    process = espeak_process()
    with ThreadPoolExecutor(1) as pool:
        voice = espeak_voice(process, "daniel", pool)
        try:
            return [await record(voice, Spoken((text,))) for text in texts]
        finally:
            await voice.aclose()
            await process.aclose()


def _write(path: Path, samples: NDArray[np.float32]) -> None:
    """At the browser's own rate, filled up in the spectrum: its resampler would take the highest marks away."""
    spectrum = np.fft.rfft(samples)
    wide = np.zeros(len(samples) * WAV_RATE // RATE // 2 + 1, complex)
    wide[: len(spectrum)] = spectrum
    samples = np.fft.irfft(wide, len(samples) * WAV_RATE // RATE) * (WAV_RATE / RATE)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(WAV_RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
