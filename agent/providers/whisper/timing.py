"""Small judgements about readings: are they believable, and when was each word said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agent.providers.whisper.decoder import WORST_COMPRESSION, Reading
from agent.vad import Span
from schema.transcript import Word

# Nobody says more than seven words a second; what Whisper invents in a loop is faster.
_FASTEST_WORDS_S = 7.0
_SPARE_WORDS = 3
# A cough or a chair: so little voice needs a reading that is sure of itself.
_BRIEF_VOICE_S = 0.45
_BRIEF_CONFIDENCE = 0.45


def credible(reading: Reading, sound_s: float, voiced_s: float | None = None) -> bool:
    """Whether the words may have been said in `sound_s` seconds, of which `voiced_s` carried a voice."""
    if reading.silent or not reading.words:
        return False
    if len(reading.words) > _FASTEST_WORDS_S * sound_s + _SPARE_WORDS or reading.compression > WORST_COMPRESSION:
        return False
    return voiced_s is None or voiced_s >= _BRIEF_VOICE_S or reading.confidence >= _BRIEF_CONFIDENCE


def place_words(spelled: Sequence[str], timed: Sequence[Word], window_s: float = 0.0) -> tuple[Word, ...]:
    """Gives the words that were shown the times of the words that were aligned.

    One to one where the counts agree; otherwise spread over the same stretch (over the whole window where nothing was
    aligned), with the lowest confidence among them, or none.
    """
    if len(spelled) == len(timed):
        return tuple(word.model_copy(update={"text": text}) for text, word in zip(spelled, timed, strict=True))
    if not spelled:
        return ()
    start, end = (timed[0].start_s, timed[-1].end_s) if timed else (0.0, max(window_s, 0.0))
    step = (end - start) / len(spelled)
    confidence = min((word.confidence for word in timed if word.confidence is not None), default=None)
    return tuple(
        Word(text=text, start_s=start + index * step, end_s=start + (index + 1) * step, confidence=confidence)
        for index, text in enumerate(spelled)
    )


def clamp_words(words: Sequence[Word], offset_s: float, start_s: float, end_s: float) -> tuple[Word, ...]:
    """Moves words by `offset_s` and keeps them in order inside [start_s, end_s], to the millisecond."""
    placed: list[Word] = []
    earliest = start_s
    for word in words:
        start = min(max(word.start_s + offset_s, earliest), max(end_s, earliest))
        end = min(max(word.end_s + offset_s, start), max(end_s, start))
        placed.append(word.model_copy(update={"start_s": round(start, 3), "end_s": round(end, 3)}))
        earliest = start
    return tuple(placed)


def from_onset(words: Sequence[Word], onset_s: float) -> tuple[Word, ...]:
    """Takes the silence before the voice from the first word, which alignment gives it."""
    if not words or not words[0].start_s < onset_s < words[0].end_s:
        return tuple(words)
    return (words[0].model_copy(update={"start_s": round(onset_s, 3)}), *words[1:])


def within_speech(words: Sequence[Word], spans: Sequence[Span]) -> list[Word]:
    """Draws words out of the pauses between `spans`: alignment leaves a pause to the word before or after it."""
    drawn: list[Word] = []
    for word in words:
        start, end = word.start_s, word.end_s
        for before, after in pairwise(spans):
            if start < after.start_s and end > before.end_s:
                # it reaches into the pause: the side with more of it keeps it
                if end - after.start_s > before.end_s - start:
                    start = max(start, after.start_s)
                else:
                    end = max(start, min(end, before.end_s))
        drawn.append(word.model_copy(update={"start_s": round(start, 3), "end_s": round(max(start, end), 3)}))
    return drawn
