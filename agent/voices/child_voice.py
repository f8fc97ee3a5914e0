"""A Voice whose engine runs in a child process: sentence by sentence, each finished off the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from agent.ports import Speech
from agent.voices.align import EspeakAligner
from agent.voices.child import RawSpeech, VoiceProcess
from agent.voices.frames import SpeakRequest
from agent.voices.sentences import split_sentences
from agent.voices.speech import Samples, Timing, resample, timed_speech, timing_of


@dataclass(frozen=True, slots=True)
class Manner:
    """How an engine is asked to speak. `rate` is words a minute for espeak and a factor for the others."""

    voice: str
    rate: float = 1.0
    pitch: int = 50
    pitch_range: int = 50
    volume: int = 100

    def request(self, text: str) -> SpeakRequest:
        return {
            "text": text, "voice": self.voice, "rate": self.rate,
            "pitch": self.pitch, "pitch_range": self.pitch_range, "volume": self.volume,
        }  # fmt: skip


class ChildVoice:
    """Implements agent.ports.Voice. `closing` is awaited by `aclose`: it ends what this voice alone uses."""

    def __init__(
        self,
        name: str,
        process: VoiceProcess,
        manner: Manner,
        pool: Executor,
        *,
        aligner: EspeakAligner | None = None,
        closing: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.name = name
        self.gives_phonemes = True  # its own, or the aligner's
        self._process = process
        self._manner = manner
        self._pool = pool
        self._aligner = aligner
        self._closing = closing

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        """One Speech a sentence. Closing the iterator, or cancelling the task, aborts the synthesis. VoiceError."""
        for sentence in split_sentences(text):
            raw = await self._process.speak(self._manner.request(sentence))
            yield await self._finish(sentence, raw)

    async def aclose(self) -> None:
        if self._closing is not None:
            await self._closing()

    async def _finish(self, sentence: str, raw: RawSpeech) -> Speech:
        loop = asyncio.get_running_loop()
        samples, timing = await loop.run_in_executor(self._pool, _at_room_rate, sentence, raw)
        if self._aligner is not None and not (timing.words and timing.phones):
            timing = _completed(timing, await self._aligner.align(sentence, samples))
        return await loop.run_in_executor(self._pool, timed_speech, sentence, samples, timing)


def _at_room_rate(sentence: str, raw: RawSpeech) -> tuple[Samples, Timing]:
    samples = resample(np.frombuffer(raw.pcm, np.int16), raw.timeline["sample_rate"])
    return samples, timing_of(sentence, raw.timeline)


def _completed(timing: Timing, aligned: Timing | None) -> Timing:
    """What the engine knows by itself, and the rest by alignment."""
    if aligned is None:
        return timing
    return Timing(timing.words or aligned.words, timing.phones or aligned.phones)
