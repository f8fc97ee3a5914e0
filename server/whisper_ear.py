"""Hears recordings that a page sends whole: through the same model and the same fair queue as the live interviews."""

from __future__ import annotations

import asyncio
import logging
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from agent.providers.whisper.decoder import SAMPLE_RATE
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.errors import WhisperFailed, WhisperOverloaded
from agent.providers.whisper.recording import windows_of
from agent.providers.whisper.timing import clamp_words, credible, within_speech
from agent.vad import Span, padded, speech_spans
from schema.transcript import Word
from server.errors import AppError

log = logging.getLogger("interview.speech")

AT_ONCE = 1  # recordings read at a time: live interviews share the same workers and must not wait
MOST_WAITING = 6
PATIENCE_S = 120.0  # for one recording, its turn in the queue included
_PADDING_S = 0.2
_PROMPT_WORDS = 60


class WhisperEar:
    """Implements server.services.EarPort. One window of a recording waits at a time, so rooms are heard in between."""

    def __init__(self, engine: WhisperEngine, *, patience_s: float = PATIENCE_S) -> None:
        self._engine = engine
        self._patience_s = patience_s
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._here: set[UUID] = set()

    async def hear(self, samples: NDArray[np.float32], user_id: UUID) -> tuple[Word, ...]:
        """The words with their seconds; none where nobody speaks. One recording of each user at a time.

        Raises AppError (429, 502, 504).
        """
        if user_id in self._here:
            raise AppError("busy", 429, "Your last answer is still being written down. Try again in a moment.")
        if len(self._here) >= AT_ONCE + MOST_WAITING:
            raise AppError("busy", 429, "Other answers are being written down just now. Try again in a moment.")
        self._here.add(user_id)
        try:
            async with asyncio.timeout(self._patience_s), self._turns:
                return await self._read(samples)
        except TimeoutError as failure:
            raise AppError(
                "too_slow", 504, "Writing down your answer took too long. Try a shorter one, or type it."
            ) from failure
        except (WhisperFailed, WhisperOverloaded) as failure:
            log.warning("a recording could not be read: %s", type(failure).__name__)
            raise AppError(
                "not_transcribed", 502, "Your answer could not be written down. Try again, or type it."
            ) from failure
        finally:
            self._here.discard(user_id)

    async def _read(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        spans, windows = await asyncio.to_thread(_windows, samples)
        stream, prompt = self._engine.new_stream(), ""
        words: list[Word] = []
        for window in windows:
            piece = samples[int(window.start_s * SAMPLE_RATE) : int(window.end_s * SAMPLE_RATE)]
            reading = await self._engine.final(stream, piece, prompt=prompt)
            if not credible(reading, window.end_s - window.start_s):
                continue
            words += within_speech(clamp_words(reading.timed, window.start_s, window.start_s, window.end_s), spans)
            prompt = " ".join(word.text for word in words[-_PROMPT_WORDS:]) if reading.trusted else ""
        return tuple(words)


def _windows(samples: NDArray[np.float32]) -> tuple[list[Span], list[Span]]:
    """Where somebody speaks, and the windows in which that is read."""
    spans = speech_spans(samples, padding_s=0.0)
    return spans, windows_of(samples, padded(spans, _PADDING_S, len(samples) / SAMPLE_RATE))
