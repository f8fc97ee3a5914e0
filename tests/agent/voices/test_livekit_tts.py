"""Cues survive the way through a real AgentSession, at the right seconds, and a kept sentence sounds at once."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import Agent, AgentSession
from livekit.agents.types import USERDATA_TIMED_TRANSCRIPT
from livekit.agents.voice import io

from agent.ports import Voice
from agent.voices.cache import CachedVoice
from agent.voices.livekit_tts import TimedCue, VoiceTTS
from agent.voices.speech import SENTENCE_GAP_S
from schema.room import VOICE_RATE, MouthCue
from schema.vocabulary import Viseme
from tests.support.voices import ToneVoice, needs_espeak, running_espeak

TEXT = "Thanks, that helps. Tell me about a problem you solved. What did it change, e.g. in revenue?"


@dataclass
class Sink(io.AudioOutput):
    """Takes frames as a transport does, and remembers what came in which order."""

    first_frame_at: tuple[float, float] | None = None  # seconds by the clock, and of this thread's work
    samples: list[np.ndarray] = field(default_factory=list)
    cues: list[tuple[float, TimedCue]] = field(default_factory=list)  # (seconds of audio before it, cue)

    def __post_init__(self) -> None:
        super().__init__(label="sink", capabilities=io.AudioOutputCapabilities(pause=False), sample_rate=VOICE_RATE)

    @property
    def seconds(self) -> float:
        return sum(len(part) for part in self.samples) / VOICE_RATE

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await super().capture_frame(frame)
        if self.first_frame_at is None:
            self.first_frame_at = now()
            self.on_playback_started(created_at=time.time())
        before = self.seconds
        self.cues += [(before, cue) for cue in frame.userdata.get(USERDATA_TIMED_TRANSCRIPT, [])]
        self.samples.append(np.frombuffer(frame.data, np.int16).copy())

    def flush(self) -> None:
        super().flush()
        self.on_playback_finished(playback_position=self.seconds, interrupted=False)

    def clear_buffer(self) -> None: ...


@contextlib.asynccontextmanager
async def session_with(voice: Voice) -> AsyncIterator[tuple[AgentSession[None], Sink]]:
    sink = Sink()
    session: AgentSession[None] = AgentSession(tts=VoiceTTS(voice), vad=None, turn_handling={"turn_detection": None})
    session.output.audio = sink
    await session.start(Agent(instructions=""), record=False)
    try:
        yield session, sink
    finally:
        await session.aclose()


def now() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


async def speak_through_session(voice: Voice, text: str) -> Sink:
    """What the sink received for `say(text)`."""
    async with session_with(voice) as (session, sink):
        await session.say(text)
        return sink


@needs_espeak
async def test_cues_arrive_intact_and_before_their_sound() -> None:
    async with running_espeak() as (voice, _):
        spoken = [speech async for speech in voice.speak(TEXT)]
        sink = await speak_through_session(voice, TEXT)
    cues = [cue for _, cue in sink.cues]
    assert "".join(cues).strip() == TEXT
    assert all(isinstance(cue, TimedCue) for cue in cues)
    assert all(before <= cue.start_time + 0.011 for before, cue in sink.cues), "a cue came after its sound"
    lengths = [speech.duration_s for speech in spoken]
    starts = [0.0, lengths[0] + SENTENCE_GAP_S, lengths[0] + lengths[1] + 2 * SENTENCE_GAP_S]
    assert [cue.start_time for cue in cues if str(cue) in ("Thanks, ", "Tell ", "What ")] == pytest.approx(
        starts, abs=0.04
    )
    assert sum(len(cue.mouth) for cue in cues) == sum(len(speech.mouth) for speech in spoken)
    assert any(cue.stress_s for cue in cues)
    assert sink.seconds == pytest.approx(sum(lengths) + 2 * SENTENCE_GAP_S, abs=0.03)


@needs_espeak
async def test_lips_are_closed_where_the_sound_is_a_closed_mouth() -> None:
    """The word "mom" begins and ends with lips closed: its PP cues lie where the high band is quiet."""
    async with running_espeak() as (voice, _):
        sink = await speak_through_session(voice, "Please stop. Ask your mom.")
    mouth = [cue for _, word in sink.cues if word.strip() == "mom." for cue in word.mouth]
    closed = [cue for cue in mouth if cue.viseme is Viseme.PP]
    audio = np.concatenate(sink.samples).astype(float)
    assert len(closed) == 2
    vowel = next(
        cue for _, word in sink.cues if word.strip() == "mom." for cue in word.mouth if cue.viseme is Viseme.AA
    )
    for cue in closed:
        assert brightness(audio, cue) < 0.2 * brightness(audio, vowel)


def brightness(audio: np.ndarray, cue: MouthCue) -> float:
    """Mean power above 1 kHz, which closed lips take away, in the middle of a cue."""
    start, samples = cue.start_s + cue.duration_s / 4, int(cue.duration_s / 2 * VOICE_RATE)
    part = audio[int(start * VOICE_RATE) :][:samples]
    power = np.abs(np.fft.rfft(part * np.hanning(len(part)))) ** 2
    return float(power[np.fft.rfftfreq(len(part), 1 / VOICE_RATE) > 1000].sum() / len(part))


@needs_espeak
async def test_a_kept_sentence_sounds_within_15_ms() -> None:
    async with running_espeak() as (espeak_voice, _):
        voice = CachedVoice(espeak_voice)
        async with session_with(voice) as (session, sink):
            await session.say(TEXT)
            waits = []
            for _ in range(9):
                sink.first_frame_at = None
                called = now()
                await session.say(TEXT)
                assert sink.first_frame_at is not None
                waits.append([1000 * (first - begun) for begun, first in zip(called, sink.first_frame_at, strict=True)])
    waited, worked = np.sort(np.array(waits), axis=0).T
    print(f"say() to first frame, cached: waited {waited.round(1)} ms, of which work {worked.round(1)} ms")
    # Nothing on this way waits for anybody, so its work is its length; the clock also counts the machine's other work.
    assert worked[4] < 15
    assert waited[0] < 40


async def test_text_that_streams_in_is_spoken_sentence_by_sentence() -> None:
    voice = ToneVoice()
    tts = VoiceTTS(voice)
    async with tts.stream() as stream:
        stream.push_text("One is e.g. he")
        stream.push_text("re. Two")
        first = await anext(stream)
        assert voice.begun() == ["One is e.g. here."], "the first sentence is over once the second begins"
        assert first.frame.sample_rate == VOICE_RATE
        stream.push_text(" follows")
        stream.end_input()
        seconds = first.frame.duration + sum([event.frame.duration async for event in stream])
    assert voice.begun() == ["One is e.g. here.", "Two follows"]
    assert seconds == pytest.approx(2 * 0.25 + SENTENCE_GAP_S, abs=0.03)


async def test_interrupting_gives_up_the_sentence_in_the_making() -> None:
    voice = ToneVoice(delay_s=5.0)
    async with session_with(voice) as (session, _):
        speech = session.say("This will be interrupted.")
        await asyncio.sleep(0.1)
        await session.interrupt()
        await asyncio.wait_for(speech.wait_for_playout(), 2)
        assert voice.log[-1] == ("given up", "This will be interrupted.")


async def test_a_text_without_sound_is_no_failure() -> None:
    async with VoiceTTS(ToneVoice()).stream() as stream:
        stream.push_text("   \n ")
        stream.end_input()
        frames = [event.frame async for event in stream]
    assert sum(frame.duration for frame in frames) < 0.05
