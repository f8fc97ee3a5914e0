"""Audio and room messages over one plain WebSocket, for an interview that runs inside the server process.

The connection is handed over by a route as two callables, so that this file needs no web framework. Outgoing traffic
goes through one bounded queue and one writer task: order is kept and nobody waits for a slow socket.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Awaitable, Callable

from livekit import rtc
from livekit.agents import utils
from livekit.agents.voice import io

from agent.clock import STREAM_SECOND, InterviewClock, MicTimeline
from agent.ports import Recorder
from schema.room import FRAME_HEADER, MIC_RATE, VOICE_FRAME, VOICE_RATE, Flush, Hold, Playback, ServerMessage

LEAD_S = 0.3  # audio sent ahead of the playhead: enough against jitter, little to throw away at a barge-in
PACKET_S = 0.04
MAX_QUEUED = 2_000  # messages; a socket this far behind is as good as lost
START_GUESS_S = 0.07  # from sending a first packet to hearing it, until the browser has told
SendText = Callable[[str], Awaitable[None]]
SendBytes = Callable[[bytes], Awaitable[None]]


class WebSocketConnection:
    """Outgoing half of one socket. `send` and `send_frame` never block; `lost` is set when the socket is gone."""

    def __init__(self, send_text: SendText, send_bytes: SendBytes) -> None:
        self._send_text = send_text
        self._send_bytes = send_bytes
        self._queue: deque[str | bytes] = deque()
        self._wake = asyncio.Event()
        self.lost = asyncio.Event()
        self._writer = asyncio.create_task(self._write(), name="room-writer")

    def send(self, message: ServerMessage) -> None:
        self._put(message.model_dump_json())

    def send_frame(self, utterance: int, offset_s: float, pcm: bytes) -> None:
        self._put(FRAME_HEADER.pack(VOICE_FRAME, utterance, offset_s) + pcm)

    def drop_audio(self) -> None:
        """Forgets voice frames that have not left yet."""
        kept = [item for item in self._queue if isinstance(item, str)]
        self._queue.clear()
        self._queue.extend(kept)

    async def drain(self, timeout_s: float = 2.0) -> None:
        """Waits until everything queued has been written."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                while self._queue and not self.lost.is_set():
                    await asyncio.sleep(0.005)

    async def aclose(self) -> None:
        self.lost.set()
        await utils.aio.cancel_and_wait(self._writer)

    def _put(self, item: str | bytes) -> None:
        if self.lost.is_set():
            return
        if len(self._queue) >= MAX_QUEUED:
            self.lost.set()
            return
        self._queue.append(item)
        self._wake.set()

    async def _write(self) -> None:
        try:
            while not self.lost.is_set():
                await self._wake.wait()
                self._wake.clear()
                while self._queue:
                    item = self._queue[0]
                    await (self._send_text(item) if isinstance(item, str) else self._send_bytes(item))
                    if self._queue and self._queue[0] is item:
                        self._queue.popleft()
        except (OSError, RuntimeError):  # the socket closed under us; the reader notices too
            self.lost.set()


class WebSocketMic(io.AudioInput):
    """The candidate's microphone: 20 ms frames of 16 kHz PCM16, placed on the interview's clock."""

    def __init__(self, clock: InterviewClock, timeline: MicTimeline, recorder: Recorder | None) -> None:
        super().__init__(label="WebSocketMic")
        self._clock = clock
        self._timeline = timeline
        self._recorder = recorder
        self._frames = utils.aio.Chan[rtc.AudioFrame]()
        self.taps: list[Callable[[rtc.AudioFrame], None]] = []

    def push(self, pcm: bytes, captured_s: float) -> None:
        """One frame; `captured_s` is the browser's clock at its last sample."""
        if self._frames.closed or not self._clock.running:
            return
        samples = len(pcm) // 2
        stream_s = self._timeline.stream_s(MIC_RATE)
        at_s = self._timeline.place(self._clock.now_s(), captured_s, samples, MIC_RATE)
        if self._recorder is not None:
            self._recorder.candidate(pcm, at_s)
        frame = rtc.AudioFrame(pcm, MIC_RATE, 1, samples)
        frame.userdata[STREAM_SECOND] = stream_s
        for tap in self.taps:
            tap(frame)
        self._frames.send_nowait(frame)

    def close(self) -> None:
        self._frames.close()

    async def __anext__(self) -> rtc.AudioFrame:
        try:
            return await self._frames.recv()
        except utils.aio.ChanClosed:
            raise StopAsyncIteration from None


class WebSocketSink(io.AudioOutput):
    """The interviewer's voice, paced a little ahead of the playhead, so that a barge-in throws little away.

    The playhead is estimated from the time of sending and corrected by the browser's reports. What has been played is
    given to the recorder at its place on the interview's clock.
    """

    def __init__(self, connection: WebSocketConnection, clock: InterviewClock, recorder: Recorder | None) -> None:
        super().__init__(
            label="WebSocketSink", capabilities=io.AudioOutputCapabilities(pause=True), sample_rate=VOICE_RATE
        )
        self._connection = connection
        self._clock = clock
        self._recorder = recorder
        self.utterance = 0
        self._pcm = bytearray()
        self._sent = 0  # bytes
        self._recorded = 0  # bytes
        self._first_s: float | None = None  # monotonic second at which the first sample is heard
        self._paused_s: float | None = None
        self._flushed = False
        self._ducked = False
        self._wake = asyncio.Event()
        self._pacer = asyncio.create_task(self._pace(), name="voice-pacer")

    @property
    def speaking(self) -> bool:
        return self._first_s is not None

    def left_to_say_s(self) -> float:
        """Seconds of the utterance not heard yet, as far as it is known; zero when nothing is being said."""
        return max(len(self._pcm) / 2 / VOICE_RATE - self.position_s(), 0.0) if self.speaking else 0.0

    def position_s(self) -> float:
        """Seconds of the current utterance that have been heard."""
        if self._first_s is None:
            return 0.0
        now = self._paused_s if self._paused_s is not None else time.monotonic()
        return min(max(now - self._first_s, 0.0), self._sent / 2 / VOICE_RATE)

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await super().capture_frame(frame)
        self._pcm += frame.data.tobytes()
        self._wake.set()

    def flush(self) -> None:
        super().flush()
        if self._pcm:
            self._flushed = True
            self._wake.set()

    def clear_buffer(self) -> None:
        if not self._pcm:
            return
        position = self.position_s()
        self._connection.drop_audio()
        self._connection.send(Flush(utterance=self.utterance))
        self._record_until(position)
        started = self._first_s is not None
        self._reset()
        if not started:
            position = 0.0
        self.on_playback_finished(playback_position=position, interrupted=True)

    def pause(self) -> None:
        super().pause()
        if self._paused_s is None:
            self._paused_s = time.monotonic()
            if self._pcm:
                self._connection.send(Hold(utterance=self.utterance, mode="pause"))

    def resume(self) -> None:
        super().resume()
        if self._paused_s is not None:
            if self._first_s is not None:
                self._first_s += time.monotonic() - max(self._paused_s, self._first_s)
            self._paused_s = None
            self._ducked = False
            if self._pcm:
                self._connection.send(Hold(utterance=self.utterance, mode="resume"))
            self._wake.set()

    def duck(self, on: bool) -> None:
        """Softens the voice while somebody may be speaking over it."""
        if on == self._ducked or not self.speaking or self._paused_s is not None:
            return
        self._ducked = on
        self._connection.send(Hold(utterance=self.utterance, mode="duck" if on else "resume"))

    def reported(self, report: Playback) -> None:
        """The browser's word on what it has played; corrects the playhead."""
        if report.utterance != self.utterance or self._first_s is None or self._paused_s is not None:
            return
        if report.event in ("started", "position"):
            measured = time.monotonic() - report.position_s
            drift = measured - self._first_s
            if abs(drift) < 2.0:  # a wild figure is a broken client, not a late one
                self._first_s += max(min(drift, 0.5), -0.05) if report.event == "position" else drift
                self._wake.set()

    async def aclose(self) -> None:
        if self._pcm:
            self.clear_buffer()
        await utils.aio.cancel_and_wait(self._pacer)

    # ------------------------------------------------------------------ pacing

    async def _pace(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._pcm and self._paused_s is None:
                delay = self._step()
                if delay is None:
                    break
                await asyncio.sleep(delay)

    def _step(self) -> float | None:
        """Sends what is due; returns how long to sleep, or null when there is nothing to wait for."""
        position = self.position_s()
        self._record_until(position)
        while self._sent < len(self._pcm) and self._sent / 2 / VOICE_RATE - position < LEAD_S:
            self._send_packet()
        if self._sent < len(self._pcm):
            return PACKET_S / 2
        left = self._sent / 2 / VOICE_RATE - position
        if left > 0.001:
            return min(left, PACKET_S)
        if self._flushed:
            self._finish()
        return None

    def _send_packet(self) -> None:
        size = int(VOICE_RATE * PACKET_S) * 2
        packet = bytes(self._pcm[self._sent : self._sent + size])
        self._connection.send_frame(self.utterance, self._sent / 2 / VOICE_RATE, packet)
        if self._first_s is None:
            self._first_s = time.monotonic() + START_GUESS_S
            self.on_playback_started(created_at=time.time())
        self._sent += len(packet)

    def _finish(self) -> None:
        duration = len(self._pcm) / 2 / VOICE_RATE
        self._record_until(duration)
        self._reset()
        self.on_playback_finished(playback_position=duration, interrupted=False)

    def _record_until(self, position_s: float) -> None:
        end = min(int(position_s * VOICE_RATE) * 2, len(self._pcm))
        if end <= self._recorded:
            return
        if self._recorder is not None:
            at_s = self._clock.now_s() - (position_s - self._recorded / 2 / VOICE_RATE)
            self._recorder.interviewer(bytes(self._pcm[self._recorded : end]), max(at_s, 0.0))
        self._recorded = end

    def _reset(self) -> None:
        self._pcm.clear()
        self._sent = self._recorded = 0
        self._first_s = None
        self._flushed = self._ducked = False
        if self._paused_s is not None:
            self._paused_s = time.monotonic()
