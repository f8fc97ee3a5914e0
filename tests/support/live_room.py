"""A room without a network: a real LiveInterview whose browser is a fast microphone and a list of messages."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TypeVar

import numpy as np

from agent.live import LiveInterview
from agent.live_parts import LiveParts, LiveSettings
from agent.ports import CodeRunner, Recorder, Voice
from agent.transports.websocket import WebSocketConnection
from agent.voices.cache import CachedVoice
from agent.voices.espeak import espeak_process, espeak_voice
from schema.exercises import Exercise
from schema.plan import InterviewPlan
from schema.room import Capability, ServerMessage, server_message
from server.bench.answers import Spoken
from server.bench.scripted_ear import Script, ScriptedEar
from server.bench.speech import Take, record
from tests.support.memory_log import MemoryLog
from tests.support.small_interview import small_patterns, small_plan

M = TypeVar("M")
ON = Capability(on=True, detail="on")


class Room:
    """One candidate in one room. Times in seconds of time.perf_counter."""

    def __init__(
        self,
        log: MemoryLog,
        voice: Voice,
        takes: list[Take],
        plan: InterviewPlan | None = None,
        *,
        exercises: Sequence[Exercise] = (),
        runner: CodeRunner | None = None,
    ) -> None:
        self.log = log
        self.voice = voice
        self.takes = takes
        self.script = Script([list(take.words) for take in takes])
        self.messages: list[tuple[float, ServerMessage]] = []
        self.sound: list[tuple[float, int, bytes]] = []
        self.ended: list[str] = []
        self.plan = plan or small_plan()
        self.exercises = {exercise.key: exercise for exercise in exercises}
        self.runner = runner
        self.recorder: Recorder | None = None
        self.audio_turn_model = False
        self._mic: asyncio.Task[None] | None = None
        self._speech = np.zeros(0, np.int16)
        self._at = 0

    async def open(self, *, microphone: bool = True) -> None:
        async def text(message: str) -> None:
            self.messages.append((time.perf_counter(), server_message.validate_json(message)))

        async def sound(packet: bytes) -> None:
            self.sound.append((time.perf_counter(), int.from_bytes(packet[4:8], "little"), packet[16:]))

        self.connection = WebSocketConnection(text, sound)
        settings = LiveSettings(
            session_id="s1",
            plan=self.plan,
            patterns=small_patterns(),
            look="maya",
            candidate_name=None,
            seed=1,
            transcription=ON,
            voice=ON,
            recording=False,
            use_audio_turn_model=self.audio_turn_model,
            exercises=self.exercises,
            owner="maya",
        )
        parts = LiveParts(
            log=self.log,
            voice=self.voice,
            recogniser=lambda: ScriptedEar(self.script),
            recorder=self.recorder,
            phraser=None,
            prefetch=lambda texts: None,
            on_started=self._started,
            on_phase=self._phase,
            on_ended=self._ended,
            runner=self.runner,
        )
        self.live = LiveInterview(settings, parts, self.connection)
        await self.live.start(microphone=microphone)
        if microphone:
            self._mic = asyncio.create_task(self._send())

    async def close(self) -> None:
        if self._mic is not None:
            self._mic.cancel()
            await asyncio.gather(self._mic, return_exceptions=True)
        await self.live.aclose(reason="test")
        await self.connection.aclose()

    async def say(self, index: int) -> float:
        """Speaks a take to its end; returns the moment of its last audible sample."""
        take = self.takes[index]
        self._speech, self._at = take.pcm, 0
        began = time.perf_counter()
        while self._at < len(self._speech):
            await asyncio.sleep(0.005)
        return began + take.speech_end_s

    def all(self, kind: type[M]) -> list[M]:
        return [message for _, message in self.messages if isinstance(message, kind)]

    async def wait(self, kind: type[M], count: int = 1, *, seconds: float = 20.0) -> M:
        """The `count`-th message of a kind, waited for."""
        async with asyncio.timeout(seconds):
            while len(found := self.all(kind)) < count:
                await asyncio.sleep(0.01)
        return found[count - 1]

    async def _send(self) -> None:
        due = time.perf_counter()
        noise = np.random.default_rng(0)
        while True:
            pcm = noise.standard_normal(320) * 5
            chunk = self._speech[self._at : self._at + 320]
            pcm[: len(chunk)] += chunk
            self._at += len(chunk)
            self.live.audio(pcm.clip(-32768, 32767).astype(np.int16).tobytes(), time.time())
            due += 0.02
            await asyncio.sleep(max(due - time.perf_counter(), 0))

    async def _started(self) -> None:
        pass

    async def _phase(self, phase_id: str) -> None:
        pass

    async def _ended(self, reason: str) -> None:
        self.ended.append(reason)


@asynccontextmanager
async def local_voice() -> AsyncIterator[CachedVoice]:
    process = espeak_process()
    with ThreadPoolExecutor(2) as pool:
        voice = CachedVoice(espeak_voice(process, "maya", pool))
        try:
            yield voice
        finally:
            await voice.aclose()
            await process.aclose()


async def takes_of(voice: Voice, *answers: str | Spoken) -> list[Take]:
    return [await record(voice, answer if isinstance(answer, Spoken) else Spoken((answer,))) for answer in answers]
