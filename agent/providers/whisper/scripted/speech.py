"""Speech-like sound without a voice: a buzz through gliding formants, speech to Silero's ear, with word marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.providers.whisper.scripted import marks

# First three formants of seven English vowels in Hz (Peterson and Barney 1952, men), and their bandwidths
_VOWELS = np.array(
    [
        (730, 1090, 2440),
        (270, 2290, 3010),
        (300, 870, 2240),
        (530, 1840, 2480),
        (570, 840, 2410),
        (640, 1190, 2390),
        (490, 1350, 1690),
    ],
    float,
)
_BANDWIDTHS = np.array((80.0, 100.0, 150.0))
_LETTER_S = 0.055  # about 160 words a minute for English prose
_PITCH_HZ = 120.0
_HISS_S = 0.03
_LOUDNESS = 0.3


@dataclass(frozen=True, slots=True)
class MarkedSpeech:
    """Mono float32 at 16 kHz and where each word of it lies: (text, start, end) in seconds from its first sample."""

    samples: NDArray[np.float32]
    words: tuple[tuple[str, float, float], ...]

    @property
    def pcm16(self) -> bytes:
        return (np.clip(self.samples, -1, 1) * 32767).astype("<i2").tobytes()


def marked_speech(
    words: Sequence[str],
    *,
    first_word: int = 0,
    pauses: dict[int, float] | None = None,
    lead_s: float = 0.5,
    tail_s: float = 1.0,
    noise: float = 2e-4,
    seed: int = 0,
) -> MarkedSpeech:
    """Says `words`, which are the script's words from index `first_word` on, for a hearing model.

    `pauses` adds seconds of silence after the word at that position of `words`; `noise` is the RMS of the room, full
    scale 1. ValueError when a word's index has no code.
    """
    rng = np.random.default_rng(seed)
    codes = marks.codes(first_word + len(words))[first_word:]
    parts, spans = [np.zeros(int(lead_s * marks.SAMPLE_RATE))], []
    at = len(parts[0])
    for index, (word, code) in enumerate(zip(words, codes, strict=True)):
        sound = _say(word, rng)
        sound = sound + marks.tones(code, len(sound))
        gap = np.zeros(int((rng.uniform(0.02, 0.05) + (pauses or {}).get(index, 0.0)) * marks.SAMPLE_RATE))
        spans.append((word, at / marks.SAMPLE_RATE, (at + len(sound)) / marks.SAMPLE_RATE))
        parts += [sound, gap]
        at += len(sound) + len(gap)
    parts.append(np.zeros(int(tail_s * marks.SAMPLE_RATE)))
    samples = np.concatenate(parts)
    samples = samples + rng.standard_normal(len(samples)) * noise
    return MarkedSpeech(samples.astype(np.float32), tuple(spans))


def mark_speech(
    samples: NDArray[np.float32], spans: Sequence[tuple[float, float]], *, first_word: int = 0
) -> NDArray[np.float32]:
    """Marks recorded or synthesized speech, mono float32 at 16 kHz, word by word: `spans` are (start, end) seconds.

    Everything above the marks' floor is filtered out of the speech first. ValueError when a span's index has no code.
    """
    spectrum = np.fft.rfft(samples)
    spectrum[np.fft.rfftfreq(len(samples), 1 / marks.SAMPLE_RATE) > marks.SPEECH_CEILING_HZ] = 0
    marked: NDArray[np.float32] = np.fft.irfft(spectrum, len(samples)).astype(np.float32)
    codes = marks.codes(first_word + len(spans))[first_word:]
    for (start_s, end_s), code in zip(spans, codes, strict=True):
        start, end = int(start_s * marks.SAMPLE_RATE), min(int(end_s * marks.SAMPLE_RATE), len(samples))
        marked[start:end] += marks.tones(code, end - start)
    return marked


def _say(word: str, rng: np.random.Generator) -> NDArray[np.float64]:
    """One word: a hiss and a vowel for about every three letters."""
    letters = sum(character.isalnum() for character in word) or 1
    syllables = max(1, round(letters / 3))
    length_s = max(0.11, letters * _LETTER_S) / syllables
    parts: list[NDArray[np.float64]] = []
    for _ in range(syllables):
        parts += [_hiss(rng), _syllable(length_s * rng.uniform(0.9, 1.1) - _HISS_S, rng)]
    return np.concatenate(parts)


def _hiss(rng: np.random.Generator) -> NDArray[np.float64]:
    """A consonant's noise, below the marks."""
    count = int(_HISS_S * marks.SAMPLE_RATE)
    spectrum = np.fft.rfft(rng.standard_normal(count) * np.hanning(count))
    spectrum[np.fft.rfftfreq(count, 1 / marks.SAMPLE_RATE) > marks.SPEECH_CEILING_HZ] = 0
    hiss: NDArray[np.float64] = np.fft.irfft(spectrum, count) * 0.05
    return hiss


def _syllable(length_s: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """A buzz at the pitch's harmonics whose strengths glide from one vowel's resonances to another's."""
    count = int(length_s * marks.SAMPLE_RATE)
    time_s = np.arange(count) / marks.SAMPLE_RATE
    pitch = _PITCH_HZ * (1 + 0.15 * np.sin(2 * np.pi * 1.7 * time_s + rng.uniform(0, 6))) * rng.uniform(0.9, 1.1)
    phase = 2 * np.pi * np.cumsum(pitch) / marks.SAMPLE_RATE
    harmonics = np.arange(1, int(marks.SPEECH_CEILING_HZ / (_PITCH_HZ * 1.27)) + 1)
    begin, end = (_resonance(_VOWELS[rng.integers(len(_VOWELS))], harmonics * _PITCH_HZ) for _ in range(2))
    glide = time_s / length_s
    strengths = begin[:, None] * (1 - glide) + end[:, None] * glide
    sound = (strengths * np.cos(harmonics[:, None] * phase)).sum(axis=0)
    rise, fall = np.arange(count) / (0.02 * marks.SAMPLE_RATE), np.arange(count)[::-1] / (0.03 * marks.SAMPLE_RATE)
    shaped: NDArray[np.float64] = sound / np.abs(sound).max() * np.clip(np.minimum(rise, fall), 0, 1) * _LOUDNESS
    return shaped


def _resonance(formants: NDArray[np.float64], hertz: NDArray[np.floating]) -> NDArray[np.float64]:
    """How strongly a cascade of three resonators passes each frequency; shape of `hertz`."""
    radius = np.exp(-np.pi * _BANDWIDTHS / marks.SAMPLE_RATE)
    centre = 2 * np.pi * formants / marks.SAMPLE_RATE
    turn = np.exp(-2j * np.pi * hertz / marks.SAMPLE_RATE)[:, None]
    poles = 1 - 2 * radius * np.cos(centre) * turn + radius**2 * turn**2
    at_zero = 1 - 2 * radius * np.cos(centre) + radius**2
    passed: NDArray[np.float64] = np.abs(at_zero / poles).prod(axis=1)
    return passed
