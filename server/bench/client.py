"""The benchmark's candidate: a WebSocket client that sends real-time frames and notes when what comes back."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import numpy as np
import websockets
from numpy.typing import NDArray

from schema.room import (
    FRAME_HEADER,
    MIC_FRAME,
    PROTOCOL,
    Cues,
    Ended,
    Flush,
    Heard,
    Hello,
    Hold,
    Playback,
    ServerMessage,
    UtteranceEnd,
    UtteranceStart,
    server_message,
)
from server.bench.speech import AUDIBLE, Take

FRAME = 320
FRAME_S = 0.02
NOISE = 5.0  # RMS of the quiet room between utterances


@dataclass(slots=True)
class Utterance:
    """One utterance of the interviewer as the client saw it; seconds on time.perf_counter."""

    number: int
    announced: float
    first_sound: float | None = None  # arrival of the first audible sample
    sent_all: float | None = None
    flushed: float | None = None
    duration_s: float = 0.0
    received_s: float = 0.0
    holds: list[tuple[float, str]] = field(default_factory=list)


class Candidate:
    """Use as a context manager; `say` speaks, `until_asked` waits until the interviewer has finished speaking."""

    def __init__(self, url: str, token: Callable[[], Awaitable[str]], *, seed: int = 0) -> None:
        self._url = url
        self._token = token
        self._noise = np.random.default_rng(seed)
        self.utterances: list[Utterance] = []
        self.heard: list[tuple[float, Heard]] = []
        self.ended = asyncio.Event()
        self._speech: NDArray[np.int16] = np.zeros(0, np.int16)
        self._at = 0
        self._spoken_at: float | None = None
        self._frame_start = 0.0
        self._changed = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self.late_frames = 0

    async def __aenter__(self) -> Candidate:
        self._socket = await websockets.connect(self._url, compression=None, max_size=None)
        await self._socket.send(Hello(protocol=PROTOCOL, token=await self._token(), microphone=True).model_dump_json())
        self._tasks = [asyncio.create_task(self._send()), asyncio.create_task(self._receive())]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._socket.close()

    # ------------------------------------------------------------------ acting

    async def say(self, take: Take) -> float:
        """Speaks a take in real time; returns the moment of its first sample (perf_counter)."""
        self._speech, self._at, self._spoken_at = take.pcm, 0, None
        while (began := self._first_frame_at()) is None:
            await asyncio.sleep(0.001)
        return began

    def _first_frame_at(self) -> float | None:
        return self._spoken_at

    async def silence(self) -> None:
        """Waits until the take has been spoken."""
        while self._at < len(self._speech):
            await asyncio.sleep(0.005)

    async def until_asked(self, *, timeout_s: float = 60.0) -> Utterance:
        """Waits until the interviewer's current utterance has been played to its end."""
        async with asyncio.timeout(timeout_s):
            while True:
                if self.utterances and (last := self.utterances[-1]).sent_all is not None and last.first_sound:
                    left = last.first_sound + last.duration_s + 0.1 - time.perf_counter()
                    if left <= 0:
                        return last
                    await asyncio.sleep(min(left, 0.05))
                    continue
                await self._wait_change()

    async def next_sound(self, after: float, *, timeout_s: float = 12.0) -> Utterance | None:
        """The first utterance that became audible after a moment; null when none came in time."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                while True:
                    for utterance in self.utterances:
                        if utterance.first_sound is not None and utterance.first_sound > after:
                            return utterance
                    await self._wait_change()
        return None

    async def wait_for_change(self) -> None:
        await self._wait_change()

    # ------------------------------------------------------------------ the wire

    async def _wait_change(self) -> None:
        self._changed.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.1):
                await self._changed.wait()

    async def _send(self) -> None:
        due, seq = time.perf_counter(), 0
        while not self.ended.is_set():
            pcm = self._noise.standard_normal(FRAME) * NOISE
            if self._at < len(self._speech):
                if self._spoken_at is None:
                    self._spoken_at = time.perf_counter()
                chunk = self._speech[self._at : self._at + FRAME]
                pcm[: len(chunk)] += chunk
                self._at += FRAME
            frame = np.clip(pcm, -32768, 32767).astype(np.int16).tobytes()
            await self._socket.send(FRAME_HEADER.pack(MIC_FRAME, seq, time.time() * 1000) + frame)
            seq += 1
            due += FRAME_S
            delay = due - time.perf_counter()
            if delay > 0:
                await asyncio.sleep(delay)
            elif delay < -0.1:
                self.late_frames += 1
                due = time.perf_counter()

    async def _receive(self) -> None:
        async for packet in self._socket:
            now = time.perf_counter()
            if isinstance(packet, bytes):
                await self._sound(packet, now)
            else:
                self._message(server_message.validate_json(packet), now)
            self._changed.set()

    async def _sound(self, packet: bytes, now: float) -> None:
        _, number, offset = FRAME_HEADER.unpack_from(packet)
        utterance = self._utterance(number)
        if utterance is None:
            return
        samples = np.frombuffer(packet, np.int16, offset=FRAME_HEADER.size)
        utterance.received_s += len(samples) / 24_000
        if utterance.first_sound is None and np.abs(samples.astype(np.int32)).max(initial=0) > AUDIBLE * 32768:
            first = int(np.flatnonzero(np.abs(samples.astype(np.int32)) > AUDIBLE * 32768)[0])
            utterance.first_sound = now + first / 24_000
            report = Playback(utterance=number, event="started", position_s=offset)
            await self._socket.send(report.model_dump_json())

    def _message(self, message: ServerMessage, now: float) -> None:
        match message:
            case UtteranceStart():
                self.utterances.append(Utterance(message.utterance, now))
            case UtteranceEnd():
                if (utterance := self._utterance(message.utterance)) is not None:
                    utterance.sent_all, utterance.duration_s = now, message.duration_s
            case Flush():
                if (utterance := self._utterance(message.utterance)) is not None:
                    utterance.flushed = now
            case Hold():
                if (utterance := self._utterance(message.utterance)) is not None:
                    utterance.holds.append((now, message.mode))
            case Heard():
                self.heard.append((now, message))
            case Ended():
                self.ended.set()
            case Cues():
                pass
            case _:
                pass

    def _utterance(self, number: int) -> Utterance | None:
        return next((utterance for utterance in reversed(self.utterances) if utterance.number == number), None)
