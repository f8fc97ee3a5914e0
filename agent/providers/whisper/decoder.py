"""One reading of a stretch of sound: short encoder window, greedy decode, one retry in the full window, word times.

faster-whisper's own `transcribe` pads every window to 30 s, which costs a small model eight times as much as the 10 s
that an answer's tail needs; CTranslate2 takes any length. Its parts are used as they are: feature extractor, encoder,
tokenizer, alignment.
"""

from __future__ import annotations

import math
import time
import zlib
from dataclasses import dataclass, field, replace

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import merge_punctuations
from numpy.typing import NDArray

from agent.providers.whisper.agreement import split_words
from agent.providers.whisper.features import log_mel
from schema.transcript import Word

SAMPLE_RATE = 16_000
FRAMES_A_SECOND = 100  # mel frames; the encoder halves them
FULL_WINDOW = 3_000
# The shortest encoder window: below about 10 s Whisper, trained on 30 s, begins to repeat itself and invent; at 10 s no
# loss is reported, and tiny.en encodes eight times faster than at 30 s.
WINDOW_FLOOR_S = 10.0
MAX_PROMPT_TOKENS = 100
# OpenAI's own thresholds for "this reading failed" and "nobody spoke"
WORST_LOGPROB = -1.0
WORST_COMPRESSION = 2.4
NO_SPEECH = 0.6
# Fast English is about six tokens a second; half as much again without an end means that the decoder has lost itself.
_TOKENS_A_SECOND = 6.0
_RUNAWAY = 1.5
_SPARE_TOKENS = 12
_MAX_LENGTH = 448
_LONGEST_WORD_S = 1.2
_PREPENDED, _APPENDED = "\"'“¿([{-", "\"'.。,，!！?？:：”)]}、"


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall milliseconds of each step; `queue_ms` is filled in by the engine."""

    features_ms: float = 0.0
    encode_ms: float = 0.0
    decode_ms: float = 0.0
    align_ms: float = 0.0
    queue_ms: float = 0.0

    @property
    def work_ms(self) -> float:
        return self.features_ms + self.encode_ms + self.decode_ms + self.align_ms


@dataclass(frozen=True, slots=True)
class Reading:
    """What one decode made of the sound. Word seconds count from the first sample that was given."""

    words: tuple[str, ...]
    timed: tuple[Word, ...]  # one for each of `words` where times were asked for, else empty
    avg_logprob: float
    no_speech_prob: float
    compression: float
    tokens: int
    full_window: bool  # the short window failed and the full one was read
    cost: Cost = field(default_factory=Cost)

    @property
    def confidence(self) -> float:
        """Mean probability of a token, 0 to 1."""
        return min(1.0, math.exp(self.avg_logprob))

    @property
    def trusted(self) -> bool:
        """Good enough to be shown to the model as the text before."""
        return self.avg_logprob >= WORST_LOGPROB and self.compression <= WORST_COMPRESSION

    @property
    def silent(self) -> bool:
        """The model itself says that nobody spoke."""
        return self.no_speech_prob > NO_SPEECH and (not self.words or self.avg_logprob < WORST_LOGPROB)


@dataclass(frozen=True, slots=True)
class _Attempt:
    tokens: list[int]
    avg_logprob: float
    no_speech_prob: float
    compression: float
    ended: bool

    @property
    def failed(self) -> bool:
        return not self.ended or self.avg_logprob < WORST_LOGPROB or self.compression > WORST_COMPRESSION


class WindowDecoder:
    """Reads sound with a loaded faster-whisper model. Thread-safe: holds no state but the model."""

    def __init__(self, model: WhisperModel, *, window_floor_s: float = WINDOW_FLOOR_S, language: str = "en") -> None:
        self._model = model
        self._floor = min(FULL_WINDOW, max(2, round(window_floor_s * FRAMES_A_SECOND)))
        multilingual = bool(model.model.is_multilingual)
        self._tokenizer = Tokenizer(model.hf_tokenizer, multilingual, task="transcribe", language=language)

    def prompt_tokens(self, text: str) -> list[int]:
        """The last MAX_PROMPT_TOKENS tokens of the text before, as the model is shown them."""
        return self._tokenizer.encode(" " + text.strip())[-MAX_PROMPT_TOKENS:] if text.strip() else []

    def read(self, samples: NDArray[np.float32], *, prompt: str = "", times: bool = False) -> Reading:
        """Reads mono float32 at 16 kHz, at most 30 s (what is longer is not read).

        `prompt` is the text before; `times` asks for word seconds and confidences. Raises RuntimeError when CTranslate2
        fails.
        """
        clock = _Stopwatch()
        features = self._features(samples)
        features_ms = clock.lap()
        attempt, encoded, encode_ms, decode_ms = self._attempt(features, self._floor, len(samples), prompt)
        full = attempt.failed and self._window(features, self._floor) < FULL_WINDOW and not _is_silence(attempt)
        if full:
            retry, full_encoded, more_encode, more_decode = self._attempt(features, FULL_WINDOW, len(samples), "")
            encode_ms, decode_ms = encode_ms + more_encode, decode_ms + more_decode
            if _better(retry, attempt):
                attempt, encoded = retry, full_encoded
        clock.lap()
        text_tokens = [token for token in attempt.tokens if token < self._tokenizer.eot]
        timed = self._align(text_tokens, encoded, features.shape[1]) if times and text_tokens else ()
        words = tuple(word.text for word in timed) if timed else split_words(self._tokenizer.decode(text_tokens))
        return Reading(
            words=words,
            timed=timed,
            avg_logprob=attempt.avg_logprob,
            no_speech_prob=attempt.no_speech_prob,
            compression=attempt.compression,
            tokens=len(attempt.tokens),
            full_window=full,
            cost=Cost(features_ms, encode_ms, decode_ms, clock.lap()),
        )

    def _features(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """(mels, frames): log-mel of the sound alone, no padding."""
        return log_mel(self._model.feature_extractor, samples[: 30 * SAMPLE_RATE])

    def _window(self, features: NDArray[np.float32], floor: int) -> int:
        frames = min(FULL_WINDOW, max(int(features.shape[1]), floor))
        return frames + frames % 2  # the encoder's stride is two

    def _attempt(
        self, features: NDArray[np.float32], floor: int, samples: int, prompt: str
    ) -> tuple[_Attempt, ctranslate2.StorageView, float, float]:
        """One encode and one greedy decode; also their milliseconds."""
        clock = _Stopwatch()
        window = self._window(features, floor)
        # what digital silence looks like beside this sound: Whisper is trained on sound padded with zeros
        padded = np.full((features.shape[0], window), features.min(), np.float32)
        padded[:, : min(features.shape[1], window)] = features[:, :window]
        encoded = self._model.encode(padded)
        encode_ms = clock.lap()
        budget = _MAX_LENGTH // 2 - 4
        if window < FULL_WINDOW:
            budget = min(budget, int(_RUNAWAY * _TOKENS_A_SECOND * samples / SAMPLE_RATE) + _SPARE_TOKENS)
        attempt = self._generate(encoded, prompt, budget)
        return attempt, encoded, encode_ms, clock.lap()

    def _generate(self, encoded: ctranslate2.StorageView, prompt: str, budget: int) -> _Attempt:
        before = self.prompt_tokens(prompt)
        tokens = [self._tokenizer.sot_prev, *before] if before else []
        tokens += self._tokenizer.sot_sequence
        result = self._model.model.generate(
            encoded,
            [tokens],
            beam_size=1,
            # CTranslate2 gives new tokens at most half of max_length, and what the prompt leaves
            max_length=min(_MAX_LENGTH, max(2 * budget, len(tokens) + budget)),
            return_scores=True,
            return_no_speech_prob=True,
            suppress_blank=True,
            suppress_tokens=[-1],
            max_initial_timestamp_index=50,
        )[0]
        ids = list(result.sequences_ids[0])
        text = self._tokenizer.decode(ids).strip()
        # the score is a mean that leaves the end token out; the threshold counts it
        return _Attempt(
            tokens=ids,
            avg_logprob=float(result.scores[0]) * len(ids) / (len(ids) + 1),
            no_speech_prob=float(result.no_speech_prob),
            compression=_compression(text),
            ended=len(ids) < budget,
        )

    def _align(self, tokens: list[int], encoded: ctranslate2.StorageView, frames: int) -> tuple[Word, ...]:
        """Words with seconds and mean token probability, from the alignment heads' cross-attention."""
        found = self._model.find_alignment(self._tokenizer, [tokens], encoded, frames)
        entries = found[0] if found else []
        merge_punctuations(entries, _PREPENDED, _APPENDED)
        words: list[Word] = []
        for entry in entries:
            text = str(entry["word"]).strip()
            if not text:
                continue
            end = max(0.0, float(entry["end"]))  # CTranslate2 may begin at frame -1
            # the first word after a silence claims all of it: no word takes longer than this
            start = max(0.0, float(entry["start"]), end - _LONGEST_WORD_S)
            confidence = min(1.0, max(0.0, float(entry["probability"])))
            words.append(Word(text=text, start_s=start, end_s=max(start, end), confidence=confidence))
        return tuple(words)


class _Stopwatch:
    def __init__(self) -> None:
        self._at = time.perf_counter()

    def lap(self) -> float:
        """Milliseconds since the last lap."""
        before, self._at = self._at, time.perf_counter()
        return (self._at - before) * 1000


def _compression(text: str) -> float:
    """How far the text shrinks when zipped: above 2.4 it repeats itself."""
    data = text.encode()
    return len(data) / len(zlib.compress(data)) if data else 0.0


def _is_silence(attempt: _Attempt) -> bool:
    """A low score on something that the model takes for silence: a longer window would not help."""
    return attempt.no_speech_prob > NO_SPEECH and attempt.ended and attempt.compression <= WORST_COMPRESSION


def _better(retry: _Attempt, first: _Attempt) -> bool:
    if retry.failed != first.failed:
        return not retry.failed
    return retry.avg_logprob > first.avg_logprob


def with_queue(reading: Reading, queue_ms: float) -> Reading:
    return replace(reading, cost=replace(reading.cost, queue_ms=queue_ms))
