"""Fakes of agent.ports.Voice and a running espeak voice for tests."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from agent.ports import Speech, VoiceError
from agent.voices import espeak
from agent.voices.child import VoiceProcess
from agent.voices.child_voice import ChildVoice
from agent.voices.looks import Look
from agent.voices.sentences import split_sentences
from agent.voices.speech import Timing, timed_speech

needs_espeak = pytest.mark.skipif(not espeak.installed(), reason="the local-voice extra is not installed")


class ToneVoice:
    """A quarter second of tone a sentence; each takes `delay_s`. `log` holds what was begun, finished and given up."""

    gives_phonemes = False

    def __init__(self, name: str = "tone", delay_s: float = 0.0) -> None:
        self.name = name
        self.delay_s = delay_s
        self.log: list[tuple[str, str]] = []
        self.fails_on: set[str] = set()
        self.closed = False

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        for sentence in split_sentences(text):
            self.log.append(("begun", sentence))
            try:
                await asyncio.sleep(self.delay_s)
            except asyncio.CancelledError:
                self.log.append(("given up", sentence))
                raise
            if sentence in self.fails_on:
                raise VoiceError(f"{self.name} cannot say this.")
            self.log.append(("finished", sentence))
            yield timed_speech(sentence, tone(0.25), Timing((), ()))

    async def aclose(self) -> None:
        self.closed = True

    def begun(self) -> list[str]:
        return [sentence for event, sentence in self.log if event == "begun"]


def tone(seconds: float, hertz: float = 220.0, rate: int = 24_000) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    """A sine at a third of full scale."""
    at = np.arange(round(seconds * rate)) / rate
    return (10_000 * np.sin(2 * np.pi * hertz * at)).astype(np.int16)


@contextlib.asynccontextmanager
async def running_espeak(look: Look = "maya") -> AsyncIterator[tuple[ChildVoice, VoiceProcess]]:
    """A started espeak voice and its process; both are gone after the block."""
    process = espeak.espeak_process()
    pool = ThreadPoolExecutor(1)
    try:
        await process.start()
        yield espeak.espeak_voice(process, look, pool), process
    finally:
        await process.aclose()
        pool.shutdown()
