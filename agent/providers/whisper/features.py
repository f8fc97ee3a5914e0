"""Whisper's log-mel spectrogram of a stretch of sound, on the calling thread alone."""

from __future__ import annotations

import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray

SHORTEST = 1_600  # samples: the Fourier window needs some sound to reflect at the edges
# Frames multiplied with the filters at once. numpy's BLAS spreads larger products over all cores and lets its threads
# spin there, which costs a live window five times the arithmetic and steals it from the other decodes.
_BLOCK = 16


def log_mel(extractor: FeatureExtractor, samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """What `extractor(samples, padding=0)` returns, shape (mels, frames), a frame each 10 ms."""
    if len(samples) < SHORTEST:
        samples = np.pad(samples, (0, SHORTEST - len(samples)))
    window = np.hanning(extractor.n_fft + 1)[:-1].astype(np.float32)
    spectrum = extractor.stft(
        samples.astype(np.float32, copy=False),
        extractor.n_fft,
        extractor.hop_length,
        window=window,
        return_complex=True,
    ).astype(np.complex64)[..., :-1]
    power = np.ascontiguousarray(spectrum.real**2 + spectrum.imag**2, dtype=np.float32)
    mel = np.empty((extractor.mel_filters.shape[0], power.shape[1]), np.float32)
    for at in range(0, power.shape[1], _BLOCK):
        mel[:, at : at + _BLOCK] = extractor.mel_filters @ power[:, at : at + _BLOCK]
    level = np.log10(np.maximum(mel, 1e-10))
    floored: NDArray[np.float32] = (np.maximum(level, level.max() - 8.0) + 4.0) / 4.0
    return floored
