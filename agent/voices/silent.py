"""No voice: the text is shown for as long as it takes to read, so that turns, captions and interruptions work alike."""

from __future__ import annotations

from collections.abc import AsyncIterator

from agent.ports import Speech
from agent.voices.sentences import split_sentences
from agent.voices.speech import Timing, spoken_words
from schema.room import VOICE_RATE

_WORDS_A_SECOND = 4.0  # silent reading; a voice says about 2.7
_LEAST_S = 0.6


class SilentVoice:
    """Implements agent.ports.Voice with silence; the room says "no voice" and shows the words."""

    name = "none"
    gives_phonemes = False

    async def speak(self, text: str) -> AsyncIterator[Speech]:
        """One silent Speech a sentence, as long as reading it."""
        for sentence in split_sentences(text):
            seconds = max(_LEAST_S, len(sentence.split()) / _WORDS_A_SECOND)
            samples = round(seconds * VOICE_RATE)
            words = spoken_words(sentence, Timing((), ()), seconds)
            yield Speech(pcm=bytes(2 * samples), words=words, mouth=(), stress_s=())

    async def aclose(self) -> None:
        """Nothing to close."""
