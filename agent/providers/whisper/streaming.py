"""Whisper as a livekit-agents recogniser: frames in, interim and final transcripts out, word seconds beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import numpy as np
from livekit.agents import (
    DEFAULT_API_CONNECT_OPTIONS,
    NOT_GIVEN,
    APIConnectionError,
    APIConnectOptions,
    APIError,
    NotGivenOr,
    stt,
)
from livekit.agents.language import LanguageCode
from livekit.agents.types import TimedString
from livekit.agents.utils import AudioBuffer
from livekit.agents.utils.aio import cancel_and_wait
from livekit.rtc import combine_audio_frames

from agent.ports import Recognised
from agent.providers.whisper.decoder import SAMPLE_RATE
from agent.providers.whisper.engine import WhisperEngine
from agent.providers.whisper.errors import WhisperFailed, WhisperOverloaded
from agent.providers.whisper.listener import Listener
from agent.providers.whisper.utterance import Heard, ListenerOptions
from schema.transcript import Word

_ENGLISH = LanguageCode("en")


class WhisperSTT(stt.STT[str]):
    """The recogniser of one interview; many share an engine.

    `on_recognised` is told of every interim and final with the seconds of its words, counted from the first sample of
    the stream that heard them; the framework drops word times on its own way.
    """

    def __init__(
        self,
        engine: WhisperEngine,
        *,
        on_recognised: Callable[[Recognised], None] | None = None,
        options: ListenerOptions | None = None,
    ) -> None:
        super().__init__(
            capabilities=stt.STTCapabilities(
                streaming=True, interim_results=True, aligned_transcript="word", offline_recognize=True
            )
        )
        self._engine = engine
        self.on_recognised = on_recognised
        self._options = options or ListenerOptions()

    @property
    def model(self) -> str:
        return self._engine.name

    @property
    def provider(self) -> str:
        return "whisper"

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> WhisperStream:
        """A new stream; `language` is fixed by the engine."""
        return WhisperStream(self, self._engine, self._options, conn_options)

    async def _recognize_impl(
        self,
        buffer: AudioBuffer,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> stt.SpeechEvent:
        """Reads up to 30 s at 16 kHz at once. Raises APIError where the engine cannot."""
        frame = combine_audio_frames(buffer)
        samples = np.frombuffer(frame.data, np.int16).astype(np.float32) / 32768.0
        try:
            reading = await self._engine.final(self._engine.new_stream(), samples)
        except (WhisperOverloaded, WhisperFailed) as fault:
            raise APIError(str(fault), retryable=True) from fault
        text = " ".join(reading.words) if not reading.silent else ""
        data = stt.SpeechData(_ENGLISH, text, end_time=frame.duration, confidence=reading.confidence)
        data.words = [_timed(word) for word in reading.timed] if text else []
        return stt.SpeechEvent(stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=[data])


class WhisperStream(stt.RecognizeStream):
    """One stream of 16 kHz mono frames. Its memory is bounded by the longest window, however long it lives."""

    def __init__(
        self, owner: WhisperSTT, engine: WhisperEngine, options: ListenerOptions, conn_options: APIConnectOptions
    ) -> None:
        super().__init__(stt=owner, conn_options=conn_options, sample_rate=SAMPLE_RATE)
        self._owner, self._engine, self._options = owner, engine, options

    async def _run(self) -> None:
        """Listens until the input ends. Raises APIConnectionError when transcription cannot go on."""
        listener = Listener(self._engine, self._deliver, self._options)
        hearing = asyncio.create_task(self._hear(listener))
        failing = asyncio.create_task(listener.failed.wait())
        try:
            await asyncio.wait((hearing, failing), return_when=asyncio.FIRST_COMPLETED)
            if listener.failure is not None:
                raise APIConnectionError(str(listener.failure)) from listener.failure
            await hearing
        finally:
            await cancel_and_wait(hearing, failing)
            await listener.aclose()

    async def _hear(self, listener: Listener) -> None:
        async for item in self._input_ch:
            if isinstance(item, self._FlushSentinel):
                listener.flush()
            else:
                listener.push(np.frombuffer(item.data, np.int16))
        listener.flush()
        await listener.drain()

    def _deliver(self, heard: Heard) -> None:
        recognised = heard.recognised
        if self._owner.on_recognised is not None:
            self._owner.on_recognised(recognised)
        final = recognised.final
        kind = stt.SpeechEventType.FINAL_TRANSCRIPT if final else stt.SpeechEventType.INTERIM_TRANSCRIPT
        data = stt.SpeechData(
            _ENGLISH,
            recognised.text,
            start_time=heard.start_s + self.start_time_offset,
            end_time=heard.end_s + self.start_time_offset,
            confidence=recognised.confidence or 0.0,
            words=[_timed(word) for word in recognised.words],
            metadata={"stable_chars": recognised.stable_chars},
        )
        self._event_ch.send_nowait(stt.SpeechEvent(kind, alternatives=[data]))
        if final:
            usage = stt.RecognitionUsage(audio_duration=heard.end_s - heard.start_s)
            self._event_ch.send_nowait(stt.SpeechEvent(stt.SpeechEventType.RECOGNITION_USAGE, recognition_usage=usage))


def _timed(word: Word) -> TimedString:
    confidence = NOT_GIVEN if word.confidence is None else word.confidence
    return TimedString(word.text, start_time=word.start_s, end_time=word.end_s, confidence=confidence)
