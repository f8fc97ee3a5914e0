"""Makes a Speech of what an engine gives: the room's sample rate, no silence at the ends, words and mouth in time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import av
import numpy as np
from numpy.typing import NDArray

from agent.ports import Speech
from agent.visemes import Phone, is_pause, merge_marks, mouth_timeline, stress_times
from agent.voices.frames import Timeline
from agent.voices.sentences import caption_words
from schema.room import VOICE_RATE, SpokenWord

Samples = NDArray[np.int16]

SENTENCE_GAP_S = 0.22  # what a listener hears between two sentences; a Speech itself carries no such silence
_LEAD_S = 0.02  # kept before the first sound: room for lips to close
_TAIL_S = 0.06  # kept after the last sound
_AUDIBLE = 150  # of 32768: -47 dB, under every consonant and above a synthesizer's idle noise
_PEAK = 0.9 * 32767


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds from the first sample. `words` holds (second, index of the character). Either may be empty."""

    words: tuple[tuple[float, int], ...]
    phones: tuple[Phone, ...]

    def shifted(self, by_s: float) -> Timing:
        """The same events `by_s` later; what would begin before 0 begins at 0."""
        return Timing(
            tuple((max(0.0, second + by_s), at) for second, at in self.words),
            tuple(Phone(max(0.0, start + by_s), ipa) for start, ipa in self.phones),
        )


def timing_of(text: str, timeline: Timeline) -> Timing:
    """An engine's own times; no phones where it knows none, no words where they can't be told from the phones."""
    phones = merge_marks([Phone(start, ipa) for start, ipa in timeline["phones"]])
    words = tuple((start, at) for start, at in timeline["words"])
    return Timing(words or words_of_groups(text, phones), tuple(phones))


def timed_speech(text: str, samples: Samples, timing: Timing) -> Speech:
    """Speech of samples at VOICE_RATE. Words without times share the time by length; no phones, no mouth.

    Takes a millisecond or two: call it off the event loop.
    """
    lead, kept = trim(limit_peak(samples))
    end_s = len(kept) / VOICE_RATE
    timing = timing.shifted(-lead / VOICE_RATE)
    phones = tuple(phone for phone in timing.phones if phone.start_s < end_s)
    return Speech(
        pcm=kept.tobytes(),
        words=spoken_words(text, timing, end_s),
        mouth=mouth_timeline(phones, end_s) if phones else (),
        stress_s=stress_times(phones),
    )


def joined(parts: Sequence[Speech]) -> Speech:
    """One Speech of several, without a gap between them."""
    if len(parts) == 1:
        return parts[0]
    starts = list(accumulate((part.duration_s for part in parts), initial=0.0))
    moved = [delayed(part, start) for part, start in zip(parts, starts, strict=False)]
    return Speech(
        pcm=b"".join(part.pcm for part in parts),
        words=tuple(word for part in moved for word in part.words),
        mouth=tuple(cue for part in moved for cue in part.mouth),
        stress_s=tuple(second for part in moved for second in part.stress_s),
    )


def delayed(speech: Speech, by_s: float) -> Speech:
    """The same samples with a timeline that counts from `by_s` before them."""
    return Speech(
        pcm=speech.pcm,
        words=tuple(
            SpokenWord(text=word.text, start_s=round(word.start_s + by_s, 3), end_s=round(word.end_s + by_s, 3))
            for word in speech.words
        ),
        mouth=tuple(cue.model_copy(update={"start_s": round(cue.start_s + by_s, 3)}) for cue in speech.mouth),
        stress_s=tuple(round(second + by_s, 3) for second in speech.stress_s),
    )


def resample(samples: Samples, rate: int) -> Samples:
    """Mono samples at VOICE_RATE, aligned to the sample with the input."""
    if rate == VOICE_RATE or len(samples) == 0:
        return samples
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="s16", layout="mono", rate=VOICE_RATE)
    parts = [part.to_ndarray().ravel() for part in (*resampler.resample(frame), *resampler.resample(None))]
    return np.concatenate(parts) if parts else samples[:0]


def limit_peak(samples: Samples) -> Samples:
    """The same sound with a peak of at most 0.9 of full scale: mixing and encoding must not clip it."""
    peak = int(np.max(np.abs(samples.astype(np.int32)), initial=0))
    if peak <= _PEAK:
        return samples
    return (samples * (_PEAK / peak)).astype(np.int16)


def trim(samples: Samples) -> tuple[int, Samples]:
    """(samples cut from the front, what is left) without the silence at the ends; all-silent input stays whole."""
    audible = np.flatnonzero(np.abs(samples.astype(np.int32)) > _AUDIBLE)
    if len(audible) == 0:
        return 0, samples
    start = max(0, int(audible[0]) - round(_LEAD_S * VOICE_RATE))
    end = min(len(samples), int(audible[-1]) + round(_TAIL_S * VOICE_RATE))
    return start, samples[start:end]


def spoken_words(text: str, timing: Timing, end_s: float) -> tuple[SpokenWord, ...]:
    """Caption words with their seconds; a word ends where the next begins or where the voice pauses before it."""
    words = caption_words(text)
    if not words:
        return ()
    starts = [*_word_starts(words, timing, end_s), end_s]
    pauses = _pauses(timing.phones, end_s)
    return tuple(
        SpokenWord(text=word, start_s=round(start, 3), end_s=round(_pause_before(pauses, start, following), 3))
        for word, (start, following) in zip(words, pairwise(starts), strict=True)
    )


def words_of_groups(text: str, phones: Sequence[Phone]) -> tuple[tuple[float, int], ...]:
    """Word starts of phones that are separated by spaces; none where the groups are not as many as the words.

    An engine says "2019" as several words and "of the" as one, so a group need not be a word.
    """
    starts = _group_starts(phones)
    offsets = _offsets(caption_words(text))
    return tuple(zip(starts, offsets[:-1], strict=True)) if len(starts) == len(offsets) - 1 else ()


def _group_starts(phones: Sequence[Phone]) -> list[float]:
    starts: list[float] = []
    fresh = True
    for phone in phones:
        if phone.ipa.isspace():
            fresh = True
        elif fresh and not is_pause(phone.ipa):
            starts.append(phone.start_s)
            fresh = False
    return starts


def _offsets(words: Sequence[str]) -> list[int]:
    """Where each word begins in the text, and the text's end."""
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word))
    return offsets


def _word_starts(words: Sequence[str], timing: Timing, end_s: float) -> list[float]:
    """A start for each word, in order: the first event inside it, else its share of the time between its neighbours."""
    offsets = _offsets(words)
    first_event: dict[int, float] = {}
    for second, at in timing.words:
        index = bisect_left(offsets, at + 1) - 1
        if 0 <= index < len(words):
            first_event[index] = min(second, first_event.get(index, second))
    known = sorted({0: 0.0, **first_event, len(words): end_s}.items())
    starts = np.interp(offsets, [offsets[index] for index, _ in known], [second for _, second in known])
    ordered = np.minimum(np.maximum.accumulate(starts), end_s)
    return [float(start) for start in ordered[:-1]]


def _pauses(phones: Sequence[Phone], end_s: float) -> list[tuple[float, float]]:
    """(start, end) of every stretch without a sound."""
    edges = [*(phone.start_s for phone in phones), end_s]
    pauses: list[tuple[float, float]] = []
    for phone, (start, end) in zip(phones, pairwise(edges), strict=True):
        if not is_pause(phone.ipa):
            continue
        if pauses and pauses[-1][1] == start:
            pauses[-1] = (pauses[-1][0], end)
        else:
            pauses.append((start, end))
    return pauses


def _pause_before(pauses: Sequence[tuple[float, float]], start: float, following: float) -> float:
    """Where a word that begins at `start` ends, when the next one begins at `following`."""
    tolerance = 0.03  # an engine may report the next word slightly inside the pause before it
    for pause_start, pause_end in pauses:
        if pause_start > start and pause_start < following <= pause_end + tolerance:
            return pause_start
    return following
