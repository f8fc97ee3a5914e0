"""Answers as sound: 16 kHz PCM with the second of every word, by the local voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from livekit import rtc
from numpy.typing import NDArray

from agent.ports import Voice
from agent.providers.whisper.scripted import mark_speech
from schema.room import MIC_RATE, VOICE_RATE
from server.bench.answers import Spoken

AUDIBLE = 0.01  # of full scale: the true end of speech is the last sample above it


@dataclass(frozen=True, slots=True)
class Take:
    """One spoken answer. Words carry seconds from its first sample."""

    text: str
    pcm: NDArray[np.int16]
    words: tuple[tuple[str, float, float], ...]
    pauses_s: tuple[float, ...]

    @property
    def speech_end_s(self) -> float:
        return last_audible(self.pcm) / MIC_RATE

    @property
    def speech_start_s(self) -> float:
        return first_audible(self.pcm) / MIC_RATE


async def record(voice: Voice, spoken: Spoken) -> Take:
    """Speaks an answer with its pauses."""
    sound = [np.zeros(0, np.int16)]
    words: list[tuple[str, float, float]] = []
    at = 0.0
    for index, part in enumerate(spoken.parts):
        pcm, timed = await _part(voice, part)
        words.extend((text, at + start, at + end) for text, start, end in timed)
        sound.append(pcm)
        at += len(pcm) / MIC_RATE
        if index < len(spoken.pauses_s):
            pause = np.zeros(int(spoken.pauses_s[index] * MIC_RATE), np.int16)
            sound.append(pause)
            at += len(pause) / MIC_RATE
    return Take(" ".join(spoken.parts), np.concatenate(sound), tuple(words), spoken.pauses_s)


def marked(takes: Sequence[Take]) -> list[Take]:
    """The takes with every word marked for the hearing model whose script is all their words, one after another."""
    out: list[Take] = []
    first = 0
    for take in takes:
        spans = [(start, end) for _, start, end in take.words]
        sound = mark_speech(take.pcm.astype(np.float32) / np.float32(32768), spans, first_word=first)
        out.append(replace(take, pcm=(np.clip(sound, -1, 1) * 32767).astype(np.int16)))
        first += len(spans)
    return out


async def _part(voice: Voice, text: str) -> tuple[NDArray[np.int16], list[tuple[str, float, float]]]:
    pcm = bytearray()
    words: list[tuple[str, float, float]] = []
    async for speech in voice.speak(text):
        at = len(pcm) / 2 / VOICE_RATE
        words.extend((word.text.strip(), at + word.start_s, at + word.end_s) for word in speech.words)
        pcm += speech.pcm
    sound = to_mic_rate(bytes(pcm))
    end = min(last_audible(sound) + 160, len(sound))  # a pause is as long as it says: no tail of the voice in it
    return sound[:end], words


def to_mic_rate(pcm: bytes) -> NDArray[np.int16]:
    resampler = rtc.AudioResampler(VOICE_RATE, MIC_RATE, quality=rtc.AudioResamplerQuality.HIGH)
    frames = resampler.push(rtc.AudioFrame(pcm, VOICE_RATE, 1, len(pcm) // 2)) + resampler.flush()
    return np.concatenate([np.frombuffer(frame.data, np.int16) for frame in frames])


def last_audible(pcm: NDArray[np.int16]) -> int:
    loud = np.flatnonzero(np.abs(pcm.astype(np.int32)) > AUDIBLE * 32768)
    return int(loud[-1]) if len(loud) else 0


def first_audible(pcm: NDArray[np.int16]) -> int:
    loud = np.flatnonzero(np.abs(pcm.astype(np.int32)) > AUDIBLE * 32768)
    return int(loud[0]) if len(loud) else 0
