"""Spoken answers that a page sends whole: what is refused, and what a speech model hears."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Iterator
from uuid import uuid4

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.errors import WhisperFailed
from server.errors import AppError
from server.spoken_cache import SpokenCache
from server.usecases.question_audio import wav
from server.usecases.speech_upload import LONGEST_S, RATE, TEXT_CHARS, read_wav, typed_answer
from server.whisper_ear import AT_ONCE, MOST_WAITING, WhisperEar
from tests.support.scripted_whisper import WORDS, deaf_model, hearing_model, noise, say
from tests.support.takes import pcm, tone

ANNA = uuid4()


def refusal(data: bytes) -> AppError:
    with pytest.raises(AppError) as caught:
        read_wav(data)
    assert caught.value.status == 422
    assert caught.value.fields == {"audio": caught.value.message}
    return caught.value


def headed(*, code: int = 1, channels: int = 1, rate: int = RATE, bits: int = 16) -> bytes:
    form = struct.pack("<HHIIHH", code, channels, rate, rate * channels * bits // 8, channels * bits // 8, bits)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", 32_000) + b"\x10" * 32_000
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_recording_of_the_agreed_form_is_read_whole() -> None:
    samples = read_wav(tone(2.0))
    assert (len(samples), samples.dtype) == (2 * RATE, np.float32)
    assert 0.19 < float(samples.max()) < 0.21


def test_other_chunks_around_the_sound_do_no_harm() -> None:
    plain = tone(1.0)
    told = plain[:12] + b"LIST" + struct.pack("<I", 3) + b"abc\x00" + plain[12:]
    assert len(read_wav(told)) == RATE


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "empty", "no sound"),
        (b"OggS" + bytes(100), "bad_audio", "Ogg"),
        (b"\x1aE\xdf\xa3" + bytes(100), "bad_audio", "WebM"),
        (bytes(4) + b"ftypisom" + bytes(90), "bad_audio", "MP4"),
        (b"just some text", "bad_audio", "no WAV"),
        (b"RIFF\x00", "torn_audio", "incomplete"),
        (tone(1.0)[:40], "torn_audio", "incomplete"),
        (tone(1.0)[:-100], "torn_audio", "incomplete"),
        (headed(rate=48_000), "bad_audio", "48,000 samples"),
        (headed(channels=2), "bad_audio", "2 channels"),
        (headed(code=3, bits=32), "bad_audio", "16-bit"),
        (headed(bits=8), "bad_audio", "16-bit"),
        (tone(LONGEST_S + 1), "too_long", "181 seconds"),
        (tone(0.1), "empty", "no sound"),
        (wav(bytes(2 * RATE), RATE), "nothing_heard", "Nothing was heard"),
    ],
)
def test_what_is_no_such_recording_is_refused_with_what_is_wrong(data: bytes, code: str, said: str) -> None:
    failure = refusal(data)
    assert failure.code == code
    assert said in failure.message


def test_three_minutes_are_taken() -> None:
    assert len(read_wav(tone(LONGEST_S))) == LONGEST_S * RATE


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"RIFF\x10\x00\x00\x00WAVE", tone(0.5)[:44], headed()[:60]]))
def test_no_bytes_break_the_reader(rest: bytes, head: bytes) -> None:
    try:
        samples = read_wav(head + rest)
    except AppError:
        return
    assert len(samples) > 0


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (TEXT_CHARS + 1)])
def test_a_typed_answer_has_words_and_an_end(text: str) -> None:
    with pytest.raises(AppError) as caught:
        typed_answer(text)
    assert (caught.value.status, list(caught.value.fields or {})) == (422, ["text"])


def test_a_typed_answer_is_kept_as_it_was_typed() -> None:
    spoken = typed_answer(" I cut it.\n\nTwice. ")
    assert (spoken.text, spoken.words, spoken.typed, spoken.wav) == ("I cut it.\n\nTwice.", (), True, None)


# ------------------------------------------------------------------ hearing


@pytest.fixture(scope="module")
def engine() -> Iterator[WhisperEngine]:
    opened = WhisperEngine(hearing_model(), workers=1)
    yield opened
    opened.close()


async def test_words_come_with_seconds_and_confidence(engine: WhisperEngine) -> None:
    said = say(0, 12)
    words = await WhisperEar(engine).hear(said.samples, ANNA)
    assert [word.text for word in words] == WORDS[:12]
    assert all(0 <= word.start_s <= word.end_s <= len(said.samples) / RATE for word in words)
    assert all(word.confidence is not None for word in words)


async def test_a_long_answer_is_read_in_windows(engine: WhisperEngine) -> None:
    pause = np.zeros(2 * RATE, np.float32)
    parts = [say(0, 20).samples, pause, say(20, 40).samples, pause, say(40, len(WORDS)).samples]
    words = await WhisperEar(engine).hear(np.concatenate(parts), ANNA)
    assert [word.text for word in words] == WORDS
    starts = [word.start_s for word in words]
    assert starts == sorted(starts)


async def test_what_a_model_makes_up_of_noise_is_not_heard() -> None:
    engine = await WhisperEngine.open(deaf_model(), workers=1)
    try:
        assert await WhisperEar(engine).hear(noise(3.0, rms=0.01), ANNA) == ()
    finally:
        engine.close()


async def test_one_recording_is_read_at_a_time_and_few_wait(engine: WhisperEngine) -> None:
    ear, said = WhisperEar(engine), say(0, 6).samples
    all_of_them = [asyncio.create_task(ear.hear(said, uuid4())) for _ in range(AT_ONCE + MOST_WAITING + 3)]
    done = await asyncio.gather(*all_of_them, return_exceptions=True)
    refused = [one for one in done if isinstance(one, AppError)]
    assert [(one.status, one.code) for one in refused] == [(429, "busy")] * 3
    assert len(done) - len(refused) == AT_ONCE + MOST_WAITING
    assert await ear.hear(said, ANNA)  # and then there is room again


async def test_one_user_has_one_recording_read_at_a_time(engine: WhisperEngine) -> None:
    ear, said = WhisperEar(engine), say(0, 6).samples
    first = asyncio.create_task(ear.hear(said, ANNA))
    await asyncio.sleep(0)
    with pytest.raises(AppError) as caught:
        await ear.hear(said, ANNA)
    assert (caught.value.status, caught.value.code) == (429, "busy")
    assert await first
    assert await ear.hear(said, ANNA)


async def test_patience_ends_and_the_next_one_is_heard(engine: WhisperEngine) -> None:
    ear = WhisperEar(engine, patience_s=0.0)
    with pytest.raises(AppError) as caught:
        await ear.hear(say(0, 30).samples, ANNA)
    assert (caught.value.status, caught.value.code) == (504, "too_slow")
    assert await WhisperEar(engine).hear(say(0, 6).samples, ANNA)


async def test_a_model_that_stopped_is_a_typed_error() -> None:
    engine = await WhisperEngine.open(hearing_model(), workers=1)
    engine.close()
    with pytest.raises(AppError) as caught:
        await WhisperEar(engine).hear(say(0, 6).samples, ANNA)
    assert (caught.value.status, caught.value.code) == (502, "not_transcribed")
    assert isinstance(caught.value.__cause__, WhisperFailed)


def test_the_sound_cache_is_bounded_and_forgets_the_oldest() -> None:
    cache = SpokenCache(most_bytes=100)
    cache.put("a", bytes(40))
    cache.put("b", bytes(40))
    assert cache.get("a") == bytes(40)
    cache.put("c", bytes(40))
    assert (cache.get("b"), cache.bytes) == (None, 80)
    cache.put("huge", bytes(101))
    assert (cache.get("huge"), cache.bytes) == (None, 80)
    cache.put("a", bytes(20))
    assert cache.bytes == 60


def test_a_written_wav_is_read_again() -> None:
    samples = noise(1.0, rms=0.1)
    assert np.allclose(read_wav(wav(pcm(samples), RATE)), samples, atol=1e-3)
