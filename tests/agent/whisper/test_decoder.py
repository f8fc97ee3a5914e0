"""One reading through the real faster-whisper and CTranslate2."""

from __future__ import annotations

import numpy as np
import pytest
from faster_whisper.feature_extractor import FeatureExtractor

from agent.providers.whisper.decoder import MAX_PROMPT_TOKENS, SAMPLE_RATE
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.features import log_mel
from agent.providers.whisper.scripted import ensure_scripted_whisper, marked_speech
from agent.providers.whisper.timing import credible
from tests.support.scripted_whisper import SCRIPT, WORDS, hearing_model, noise, say


def test_words_times_and_confidence(hearing: WhisperEngine) -> None:
    speech = say(0, 18)
    reading = hearing.decoder.read(speech.samples, times=True)
    assert list(reading.words) == WORDS[:18]
    assert not reading.full_window
    assert reading.confidence > 0.9
    for word, (text, start_s, end_s) in list(zip(reading.timed, speech.words, strict=True))[1:]:
        assert word.text == text
        assert abs(word.start_s - start_s) <= 0.08
        assert abs(word.end_s - end_s) <= 0.08
        assert word.confidence is not None
        assert word.confidence > 0.9


def test_times_cost_nothing_when_not_wanted(hearing: WhisperEngine) -> None:
    reading = hearing.decoder.read(say(0, 6).samples)
    assert reading.timed == ()
    assert list(reading.words) == WORDS[:6]
    assert reading.cost.align_ms < 1


def test_the_window_floor_decides_what_encoding_costs() -> None:
    speech = say(0, 6).samples
    cost = {}
    for floor_s in (10.0, 30.0):
        engine = WhisperEngine(hearing_model(), workers=1, window_floor_s=floor_s)
        readings = [engine.decoder.read(speech) for _ in range(3)]
        cost[floor_s] = min(reading.cost.encode_ms for reading in readings)
        assert all(list(reading.words) == WORDS[:6] for reading in readings)
        engine.close()
    assert cost[30.0] > 3 * cost[10.0]


def test_the_text_before_does_not_disturb_the_words(hearing: WhisperEngine) -> None:
    reading = hearing.decoder.read(say(6, 16).samples, prompt=" ".join(WORDS[:6]))
    assert list(reading.words) == WORDS[6:16]


def test_the_prompt_is_bounded_and_is_the_newest_text(hearing: WhisperEngine) -> None:
    decoder = hearing.decoder
    tokens = decoder.prompt_tokens(f"unknownword {SCRIPT} {SCRIPT} {SCRIPT}")
    assert len(tokens) == MAX_PROMPT_TOKENS
    assert hearing.decoder._tokenizer.decode(tokens).endswith(WORDS[-1])
    assert decoder.prompt_tokens("  ") == []


def test_silence_and_noise_are_silent(hearing: WhisperEngine) -> None:
    for sound in (np.zeros(2 * SAMPLE_RATE, np.float32), noise(2.0, rms=0.005), np.zeros(10, np.float32)):
        reading = hearing.decoder.read(sound, times=True)
        assert reading.words == ()
        assert reading.silent
        assert not credible(reading, 2.0)


def test_a_reading_that_does_not_end_is_read_again_in_the_full_window() -> None:
    engine = WhisperEngine(ensure_scripted_whisper(SCRIPT), workers=1)  # deaf: all of the script into one second
    reading = engine.decoder.read(noise(1.0, rms=0.05), times=True)
    assert reading.full_window
    assert list(reading.words) == WORDS
    assert not credible(reading, 1.0), "nobody says seventy words in a second"
    engine.close()


def test_a_text_that_repeats_itself_is_not_credible() -> None:
    engine = WhisperEngine(ensure_scripted_whisper("thank you very much " * 12), workers=1)
    reading = engine.decoder.read(noise(20.0, rms=0.05))
    assert reading.full_window
    assert reading.compression > 2.4
    assert not reading.trusted
    assert not credible(reading, 20.0)
    engine.close()


@pytest.mark.parametrize("shape", ["base.en"])
def test_other_shapes_hear_as_well(shape: str) -> None:
    engine = WhisperEngine(ensure_scripted_whisper(SCRIPT, shape=shape, hearing=True), workers=1)
    assert list(engine.decoder.read(say(3, 12).samples).words) == WORDS[3:12]
    engine.close()


def test_sound_beyond_thirty_seconds_is_not_read(hearing: WhisperEngine) -> None:
    speech = marked_speech(WORDS[:10], pauses={4: 32.0})
    assert list(hearing.decoder.read(speech.samples).words) == WORDS[:5]


@pytest.mark.parametrize("seconds", [0.2, 1.0, 5.37, 30.0])
def test_features_are_those_of_faster_whisper(seconds: float) -> None:
    extractor = FeatureExtractor()
    sound = noise(seconds, rms=0.05)
    expected = extractor(sound, padding=0)
    assert log_mel(extractor, sound) == pytest.approx(expected, abs=1e-3)
    assert log_mel(extractor, sound).shape == (80, len(sound) // 160)
