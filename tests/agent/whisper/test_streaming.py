"""The recogniser as livekit-agents sees it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import APIConnectionError, APIConnectOptions, stt

from agent.ports import Recognised
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.queue import FairQueue
from agent.providers.whisper.streaming import WhisperSTT
from agent.providers.whisper.utterance import ListenerOptions
from tests.support.scripted_whisper import WORDS, pcm16, say


def frames(samples: np.ndarray, *, rate: int = 16_000, milliseconds: int = 20) -> list[rtc.AudioFrame]:
    size = rate * milliseconds // 1000
    sound = pcm16(samples)
    return [
        rtc.AudioFrame(sound[at : at + size].tobytes(), rate, 1, size) for at in range(0, len(sound) - size + 1, size)
    ]


async def events_of(recogniser: WhisperSTT, sound: list[rtc.AudioFrame]) -> list[stt.SpeechEvent]:
    async with recogniser.stream() as stream:
        for frame in sound:
            stream.push_frame(frame)
        stream.end_input()
        return [event async for event in stream]


def of_kind(events: list[stt.SpeechEvent], kind: stt.SpeechEventType) -> list[stt.SpeechData]:
    return [event.alternatives[0] for event in events if event.type == kind]


async def test_finals_carry_words_times_and_confidences(hearing: WhisperEngine) -> None:
    told: list[Recognised] = []
    speech = say(0, 14, pauses={6: 0.6})
    recogniser = WhisperSTT(hearing, on_recognised=told.append)
    assert recogniser.capabilities.streaming
    assert recogniser.capabilities.interim_results
    events = await events_of(recogniser, frames(speech.samples))
    finals = of_kind(events, stt.SpeechEventType.FINAL_TRANSCRIPT)
    assert [data.text for data in finals] == [" ".join(WORDS[:7]), " ".join(WORDS[7:14])]
    heard = [word for data in finals for word in data.words or ()]
    for word, (text, start_s, end_s) in zip(heard, speech.words, strict=True):
        assert str(word) == text
        assert word.start_time == pytest.approx(start_s, abs=0.1)
        assert word.end_time == pytest.approx(end_s, abs=0.1)
        assert isinstance(word.confidence, float)
        assert word.confidence > 0.9
    assert [each.text for each in told if each.final] == [data.text for data in finals]
    assert [word.start_s for each in told if each.final for word in each.words] == [word.start_time for word in heard]
    assert all(data.start_time < data.end_time for data in finals)
    assert all(data.language == "en" for data in finals)


async def test_interims_tell_how_much_of_them_stands(hearing: WhisperEngine) -> None:
    told: list[Recognised] = []
    recogniser = WhisperSTT(hearing, on_recognised=told.append)
    async with recogniser.stream() as stream:
        for index, frame in enumerate(frames(say(0, 18).samples)):
            stream.push_frame(frame)
            if index % 25 == 0:
                await asyncio.sleep(0.3)  # as much time as the readings need
        stream.end_input()
        events = [event async for event in stream]
    interims = of_kind(events, stt.SpeechEventType.INTERIM_TRANSCRIPT)
    assert len(interims) >= 2
    assert [(data.metadata or {})["stable_chars"] for data in interims] == [
        each.stable_chars for each in told if not each.final
    ]


async def test_other_rates_and_frame_lengths_are_taken(hearing: WhisperEngine) -> None:
    speech = say(0, 8)
    at_48k = np.interp(np.arange(len(speech.samples) * 3) / 3, np.arange(len(speech.samples)), speech.samples)
    events = await events_of(WhisperSTT(hearing), frames(at_48k.astype(np.float32), rate=48_000, milliseconds=50))
    assert [data.text for data in of_kind(events, stt.SpeechEventType.FINAL_TRANSCRIPT)] == [" ".join(WORDS[:8])]


async def test_flush_ends_a_segment_and_the_stream_lives_on(hearing: WhisperEngine) -> None:
    speech = say(0, 6, tail_s=0.0)
    after = say(6, 12)
    async with WhisperSTT(hearing).stream() as stream:
        for frame in frames(speech.samples):
            stream.push_frame(frame)
        stream.flush()
        for frame in frames(after.samples):
            stream.push_frame(frame)
        stream.end_input()
        events = [event async for event in stream]
    finals = [data.text for data in of_kind(events, stt.SpeechEventType.FINAL_TRANSCRIPT)]
    assert finals == [" ".join(WORDS[:6]), " ".join(WORDS[6:12])]


async def test_two_streams_of_one_recogniser_count_from_their_own_first_sample(hearing: WhisperEngine) -> None:
    recogniser = WhisperSTT(hearing)
    speech = say(0, 6)
    for _ in range(2):
        events = await events_of(recogniser, frames(speech.samples))
        words = of_kind(events, stt.SpeechEventType.FINAL_TRANSCRIPT)[0].words
        assert words is not None
        assert words[0].start_time == pytest.approx(speech.words[0][1], abs=0.1)


async def test_a_whole_recording_at_once(hearing: WhisperEngine) -> None:
    event = await WhisperSTT(hearing).recognize(frames(say(0, 8).samples))
    assert event.alternatives[0].text == " ".join(WORDS[:8])
    silence = await WhisperSTT(hearing).recognize(frames(np.zeros(16_000, np.float32)))
    assert silence.alternatives[0].text == ""


async def test_lasting_overload_reaches_the_framework_as_its_own_error(
    hearing: WhisperEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "_queue", FairQueue(max_finals=0))
    recogniser = WhisperSTT(hearing, options=ListenerOptions(overload_patience_s=0.1))
    errors: list[stt.STTError] = []
    recogniser.on("error", errors.append)
    stream = recogniser.stream(conn_options=APIConnectOptions(max_retry=0))
    for frame in frames(say(0, 6).samples):
        stream.push_frame(frame)
    with pytest.raises(APIConnectionError, match="Too many answers"):
        await anext(aiter(stream))
    assert len(errors) == 1
    await stream.aclose()


async def test_closing_in_mid_speech_leaves_nothing_behind(hearing: WhisperEngine) -> None:
    before = len(asyncio.all_tasks())
    stream = WhisperSTT(hearing).stream()
    for frame in frames(say(0, 18).samples):
        stream.push_frame(frame)
    await asyncio.sleep(0.05)
    await stream.aclose()
    await asyncio.sleep(0)
    assert len(asyncio.all_tasks()) == before


def test_the_model_is_named(hearing: WhisperEngine) -> None:
    assert WhisperSTT(hearing).model == Path(hearing.name).name
    assert WhisperSTT(hearing).provider == "whisper"
