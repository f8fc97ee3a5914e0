"""Measures the live ear against a clock, and stock faster-whisper beside it, on the same sound."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray

from agent.providers.whisper.decoder import SAMPLE_RATE
from agent.providers.whisper.engine import Report, WhisperEngine
from agent.providers.whisper.gate import FRAME, SpeechGate
from agent.providers.whisper.listener import Listener
from agent.providers.whisper.utterance import Heard
from agent.vad import speech_spans


@dataclass(frozen=True, slots=True)
class Spoken:
    """One interim or final, and when it came out, seconds after the first sample went in."""

    heard: Heard
    at_s: float

    @property
    def lag_ms(self) -> float:
        """From the last sample that the reading saw to its text."""
        return (self.at_s - self.heard.read_s) * 1000

    @property
    def tail_ms(self) -> float:
        """From the end of the voice to the text."""
        return (self.at_s - self.heard.end_s) * 1000


@dataclass(frozen=True, slots=True)
class LiveRun:
    """One listening in real time. CPU seconds are the whole process's."""

    spoken: tuple[Spoken, ...]
    reports: tuple[Report, ...]
    sound_s: float
    speech_s: float
    cpu_s: float

    @property
    def interims(self) -> list[Spoken]:
        return [each for each in self.spoken if not each.heard.recognised.final]

    @property
    def finals(self) -> list[Spoken]:
        return [each for each in self.spoken if each.heard.recognised.final]

    @property
    def text(self) -> str:
        return " ".join(each.heard.recognised.text for each in self.finals)

    @property
    def work_s(self) -> float:
        """Wall seconds spent on features, encoder, decoder and alignment."""
        return sum(report.reading.cost.work_ms for report in self.reports if report.reading is not None) / 1000


async def listen_live(model: Path, samples: NDArray[np.float32], *, window_floor_s: float) -> LiveRun:
    """Feeds mono float32 at 16 kHz in 20 ms frames in real time to the shipped ear, one thread, one worker."""
    reports: list[Report] = []
    engine = WhisperEngine(model, threads=1, workers=1, window_floor_s=window_floor_s, observer=reports.append)
    spoken: list[Spoken] = []
    began = 0.0

    def keep(heard: Heard) -> None:
        spoken.append(Spoken(heard, time.perf_counter() - began))

    pcm = (np.clip(samples, -1, 1) * 32767).astype(np.int16)
    listener = Listener(engine, keep)
    cpu, began = time.process_time(), time.perf_counter()
    for end in range(FRAME, len(pcm) + 1, FRAME):
        # a frame exists only once its last sample has been said
        await asyncio.sleep(max(0.0, began + end / SAMPLE_RATE - time.perf_counter()))
        listener.push(pcm[end - FRAME : end])
    listener.flush()
    await listener.drain()
    used = time.process_time() - cpu
    await listener.aclose()
    engine.close()
    speech_s = sum(span.end_s - span.start_s for span in speech_spans(samples, padding_s=0.0))
    return LiveRun(tuple(spoken), tuple(reports), len(samples) / SAMPLE_RATE, speech_s, used)


def gate_cpu_s(samples: NDArray[np.float32]) -> float:
    """CPU seconds of the gate alone: what listening costs when nobody speaks."""
    pcm = (np.clip(samples, -1, 1) * 32767).astype(np.int16)
    gate = SpeechGate()
    began = time.process_time()
    for at in range(0, len(pcm) - FRAME + 1, FRAME):
        gate.push(pcm[at : at + FRAME])
    return time.process_time() - began


@dataclass(frozen=True, slots=True)
class Peer:
    """Stock faster-whisper read the growing sound once a second."""

    beam: int
    readings: int
    cpu_s: float
    wall_s: float
    sound_s: float


def stock_interims(model: Path, samples: NDArray[np.float32], *, beam: int) -> Peer:
    """`WhisperModel.transcribe` of everything so far at each full second, one thread, its 30 s window."""
    whisper = WhisperModel(str(model), device="cpu", compute_type="int8", cpu_threads=1, num_workers=1)
    ends = range(SAMPLE_RATE, len(samples) + 1, SAMPLE_RATE)
    list(whisper.transcribe(samples[:SAMPLE_RATE], language="en", beam_size=beam)[0])  # warm
    cpu, wall = time.process_time(), time.perf_counter()
    for end in ends:
        list(whisper.transcribe(samples[:end], language="en", beam_size=beam)[0])
    return Peer(beam, len(ends), time.process_time() - cpu, time.perf_counter() - wall, len(samples) / SAMPLE_RATE)


def flicker(spoken: Sequence[Spoken]) -> tuple[int, int, int]:
    """(words that changed after they were shown, words shown, times that the stable part changed)."""
    changed, shown, broken = 0, 0, 0
    before: Spoken | None = None
    for each in spoken:
        now = each.heard.recognised
        if before is not None and each.heard.start_s == before.heard.start_s:
            old = before.heard.recognised
            old_words, new_words = old.text.split(), now.text.split()
            shown += len(old_words)
            changed += sum(index >= len(new_words) or word != new_words[index] for index, word in enumerate(old_words))
            broken += not now.text.startswith(old.text[: old.stable_chars])
        before = None if now.final else each
    return changed, shown, broken
