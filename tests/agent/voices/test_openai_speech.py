"""The voice service: the request it gets, the sound that comes back, and a sentence for everything that goes wrong."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from agent.ports import VoiceError
from agent.voices.openai_speech import OpenAISpeech, SpeechEndpoint
from tests.support.speech_double import Behaviour, SpeechDouble, speech_double
from tests.support.voices import tone


@pytest.fixture
async def double() -> AsyncIterator[SpeechDouble]:
    async def synthesize(text: str) -> bytes:
        return tone(0.1 * len(text.split())).tobytes()

    async with speech_double(synthesize) as double:
        yield double


@pytest.fixture
async def voice(double: SpeechDouble) -> AsyncIterator[OpenAISpeech]:
    endpoint = SpeechEndpoint(
        double.base_url, "secret", "tts-9", "somebody", connect_s=0.5, chunk_s=0.3, sentence_s=1.5
    )
    with ThreadPoolExecutor(1) as pool:
        voice = OpenAISpeech(endpoint, "maya", pool)
        yield voice
        await voice.aclose()


async def test_the_request_and_the_sound(double: SpeechDouble, voice: OpenAISpeech) -> None:
    spoken = [speech async for speech in voice.speak("One two three. Four, e.g. five?")]
    assert double.requests == [
        {"model": "tts-9", "voice": "somebody", "input": text, "response_format": "pcm"}
        for text in ("One two three.", "Four, e.g. five?")
    ]
    assert double.keys == ["secret", "secret"]
    assert [round(speech.duration_s, 2) for speech in spoken] == [0.3, 0.3]
    assert [word.text for word in spoken[0].words] == ["One ", "two ", "three."]
    starts = [word.start_s for word in spoken[0].words]
    assert starts == pytest.approx([0.0, 0.3 * 4 / 14, 0.3 * 8 / 14], abs=0.01), "without times, by length"
    assert spoken[0].mouth == ()
    assert not voice.gives_phonemes


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (Behaviour(status=401), "check TTS_API_KEY"),
        (Behaviour(status=403), "check TTS_API_KEY"),
        (Behaviour(status=404), "TTS_MODEL and TTS_VOICE"),
        (Behaviour(status=429), "out of quota or too busy"),
        (Behaviour(status=500), r"HTTP 500"),
        (Behaviour(content_type="audio/mpeg"), "must support `pcm`"),
        (Behaviour(content_type="text/html; charset=utf-8"), "must support `pcm`"),
        (Behaviour(cut_after=4000), "does not answer"),
        (Behaviour(stall_after=4000), "does not answer"),
        (Behaviour(delay_s=1.0), "does not answer"),
    ],
)
async def test_failures_are_sentences_and_come_soon(
    double: SpeechDouble, voice: OpenAISpeech, behaviour: Behaviour, sentence: str
) -> None:
    double.behaviour = behaviour
    began = time.perf_counter()
    with pytest.raises(VoiceError, match=sentence) as failure:
        _ = [speech async for speech in voice.speak("Hello there, my friend, how are you today?")]
    assert time.perf_counter() - began < 30
    assert "secret" not in str(failure.value)
    double.behaviour = Behaviour()
    assert len([speech async for speech in voice.speak("Better.")]) == 1


async def test_a_service_without_sound_is_a_failure(voice: OpenAISpeech, monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(text: str) -> bytes:
        return b""

    async with speech_double(nothing) as double:
        with ThreadPoolExecutor(1) as pool:
            silent = OpenAISpeech(SpeechEndpoint(double.base_url), "daniel", pool)
            with pytest.raises(VoiceError, match="without any sound"):
                _ = [speech async for speech in silent.speak("Hello.")]
            await silent.aclose()
    assert double.keys == ["none"]


async def test_nobody_there_is_a_failure() -> None:
    with ThreadPoolExecutor(1) as pool:
        voice = OpenAISpeech(SpeechEndpoint("http://127.0.0.1:9/v1"), "maya", pool)
        with pytest.raises(VoiceError, match=r"http://127\.0\.0\.1:9/v1 does not answer"):
            _ = [speech async for speech in voice.speak("Hello.")]
        await voice.aclose()


async def test_an_interruption_closes_the_request(double: SpeechDouble, voice: OpenAISpeech) -> None:
    double.behaviour = Behaviour(stall_after=4800)
    speaking = asyncio.create_task(anext(aiter(voice.speak("A long answer that is interrupted."))))
    await asyncio.sleep(0.1)
    speaking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await speaking
    double.behaviour = Behaviour()
    assert len([speech async for speech in voice.speak("Next.")]) == 1
