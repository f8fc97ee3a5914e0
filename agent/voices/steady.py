"""A voice that never leaves the interviewer speechless: where one fails, the next says the sentence."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence

from agent.ports import Speech, Voice, VoiceError
from agent.voices.cache import CachedVoice, CacheStats
from agent.voices.sentences import split_sentences

log = logging.getLogger("interview.voices")

_REST_S = 30.0


class SteadyVoice:
    """Implements agent.ports.Voice with a first voice and its substitutes; the last substitute is never at rest.

    A voice that failed is not asked again for half a minute. Raises VoiceError only where the last substitute does.
    """

    def __init__(
        self,
        first: CachedVoice,
        substitutes: Sequence[Voice],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = first.name
        self.gives_phonemes = first.gives_phonemes
        self._first = first
        self._voices: tuple[Voice, ...] = (first, *substitutes)
        self._clock = clock
        self._rests: dict[str, tuple[float, str]] = {}  # until when, and why

    @property
    def trouble(self) -> str | None:
        """Why the first voice rests just now, in a sentence."""
        return None if self._awake(self._first) else self._rests[self._first.name][1]

    @property
    def stats(self) -> CacheStats:
        """Of the first voice's memory."""
        return self._first.stats

    def prefetch(self, texts: list[str]) -> None:
        """Make likely next sentences with the first voice, in the background."""
        if self._awake(self._first):
            self._first.prefetch(texts)

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        """One Speech a sentence; the sentences that a failing voice has not said are said by the next one."""
        left = split_sentences(text)
        for voice in self._voices:
            last = voice is self._voices[-1]
            if not last and not self._awake(voice):
                continue
            try:
                # One sentence a line: a line's end always ends a sentence, so each stays as it was cut.
                async for speech in voice.speak("\n".join(left)):
                    yield speech
                    left = left[1:]
                return
            except VoiceError as error:
                self._rest(voice, error)
                if last:
                    raise

    async def aclose(self) -> None:
        for voice in self._voices:
            await voice.aclose()

    def _awake(self, voice: Voice) -> bool:
        return voice.name not in self._rests or self._clock() >= self._rests[voice.name][0]

    def _rest(self, voice: Voice, error: VoiceError) -> None:
        log.warning("the voice %s failed: %s", voice.name, error)
        self._rests[voice.name] = (self._clock() + _REST_S, str(error))
