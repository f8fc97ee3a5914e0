"""The inaudible alphabet between marked speech and the hearing model: five of eleven high tones name one word."""

from __future__ import annotations

from itertools import combinations, islice

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
# Every second of Whisper's 80 mel bands from 3.5 kHz up: alternate ones keep a tone's side lobes from its neighbours.
BANDS = tuple(range(58, 80, 2))
TONES_A_WORD = 5
# Speech is kept below the lowest mark, or its own energy would spell words.
SPEECH_CEILING_HZ = 2_900.0
TONE_AMPLITUDE = 0.02  # -34 dBFS
# log-mel (Whisper's scaling) that such a tone reaches is about 0.57; microphone noise at -60 dBFS stays below 0
LEVEL_OFF, LEVEL_ON = 0.22, 0.37

_ALL_CODES = tuple(combinations(range(len(BANDS)), TONES_A_WORD))
MAX_MARKED_WORDS = len(_ALL_CODES)


def codes(count: int) -> NDArray[np.float32]:
    """The first `count` code words, shape (count, 11), entries 0 or 1. ValueError above MAX_MARKED_WORDS."""
    if count > MAX_MARKED_WORDS:
        raise ValueError(f"a hearing script has at most {MAX_MARKED_WORDS} words, this one has {count}")
    table = np.zeros((count, len(BANDS)), np.float32)
    # a stride prime to 462 keeps neighbouring words apart: they differ in more than one tone
    order = [(index * 97) % MAX_MARKED_WORDS for index in range(MAX_MARKED_WORDS)]
    for row, index in enumerate(islice(order, count)):
        table[row, list(_ALL_CODES[index])] = 1.0
    return table


def band_hz(band: int) -> float:
    """Centre of one of Whisper's 80 mel bands (Slaney's scale up to 8 kHz)."""
    mel = np.linspace(0.0, 45.245640471924965, 82)[band + 1]
    return float(mel * 200 / 3) if mel < 15 else float(1000 * np.exp(np.log(6.4) / 27 * (mel - 15)))


def tones(code: NDArray[np.float32], samples: int) -> NDArray[np.float32]:
    """The sum of a code's tones, `samples` long, with 5 ms ramps. Shape (samples,)."""
    time_s = np.arange(samples) / SAMPLE_RATE
    sound = np.zeros(samples)
    for index in np.flatnonzero(code):
        # spread phases keep the peaks of the sum low
        sound += np.sin(2 * np.pi * band_hz(BANDS[index]) * time_s + 2.4 * index)
    ramp = np.minimum(np.arange(samples), np.arange(samples)[::-1]) / (0.005 * SAMPLE_RATE)
    return (TONE_AMPLITUDE * sound * np.clip(ramp, 0, 1)).astype(np.float32)
