"""A recogniser that costs nothing and is always right: it returns the true text of scripted answers, as far as they
have been spoken. It isolates what endpointing, controller, voice and transport take."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, APIConnectOptions, stt, utils
from livekit.agents.language import LanguageCode
from livekit.agents.types import NotGivenOr, TimedString

LOUD = 300.0  # RMS of PCM16 above which a frame is speech
FINAL_AFTER_S = 0.12
INTERIM_EVERY_S = 0.5


@dataclass(slots=True)
class Script:
    """The answers to come, in order; progress is shared by all streams, so that a reconnect goes on where it was."""

    answers: list[list[tuple[str, float, float]]]
    index: int = -1
    given: int = 0  # words of the current answer that were returned

    @classmethod
    def read(cls, path: Path) -> Script:
        return cls([[(str(w), float(a), float(b)) for w, a, b in answer] for answer in json.loads(path.read_text())])

    @property
    def done(self) -> bool:
        return self.index < 0 or self.given >= len(self.answers[self.index])

    def next(self) -> None:
        self.index = min(self.index + 1, len(self.answers) - 1)
        self.given = 0

    def until(self, second: float) -> list[tuple[str, float, float]]:
        """Words not given yet that have been spoken at `second` of the answer."""
        return [word for word in self.answers[self.index][self.given :] if word[2] <= second]


class ScriptedEar(stt.STT[str]):
    def __init__(self, script: Script) -> None:
        super().__init__(capabilities=stt.STTCapabilities(streaming=True, interim_results=True))
        self.script = script

    @property
    def model(self) -> str:
        return "script"

    @property
    def provider(self) -> str:
        return "local"

    async def _recognize_impl(
        self, buffer: utils.AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        raise NotImplementedError("the scripted ear only streams")

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> stt.RecognizeStream:
        return _ScriptedStream(self, conn_options)


@dataclass(slots=True)
class _Gate:
    """Where the current speech began and last sounded, in stream seconds."""

    began: float | None = None
    loud_until: float = 0.0
    silent: float = 0.0
    interim_at: float = 0.0
    heard: list[int] = field(default_factory=list)


class _ScriptedStream(stt.RecognizeStream):
    def __init__(self, ear: ScriptedEar, conn_options: APIConnectOptions) -> None:
        super().__init__(stt=ear, conn_options=conn_options, sample_rate=16_000)
        self._script = ear.script

    async def _run(self) -> None:
        gate, at = _Gate(), 0.0
        async for item in self._input_ch:
            if isinstance(item, self._FlushSentinel):
                self._final(gate)
                continue
            at += item.duration
            samples = np.frombuffer(item.data, np.int16).astype(np.float32)
            if float(np.sqrt(np.mean(samples * samples))) > LOUD:
                self._loud(gate, at, item.duration)
            else:
                gate.silent += item.duration
                if gate.began is not None and gate.silent >= FINAL_AFTER_S:
                    self._final(gate)
            await asyncio.sleep(0)

    def _loud(self, gate: _Gate, at: float, duration: float) -> None:
        gate.silent = 0.0
        gate.loud_until = at
        if gate.began is None or self._script.done:
            if self._script.done:
                self._script.next()
            first = self._script.answers[self._script.index][self._script.given][1]
            gate.began = at - duration - first
            gate.interim_at = at
        if at - gate.interim_at >= INTERIM_EVERY_S:
            gate.interim_at = at
            self._emit(stt.SpeechEventType.INTERIM_TRANSCRIPT, self._script.until(at - gate.began), gate)

    def _final(self, gate: _Gate) -> None:
        if gate.began is None or self._script.done:
            return
        words = self._script.until(gate.loud_until - gate.began + 0.2)
        if words:
            self._script.given += len(words)
            self._emit(stt.SpeechEventType.FINAL_TRANSCRIPT, words, gate)
        gate.began = None

    def _emit(self, kind: stt.SpeechEventType, words: list[tuple[str, float, float]], gate: _Gate) -> None:
        if not words:
            return
        began = gate.began or 0.0
        data = stt.SpeechData(
            language=LanguageCode("en"),
            text=" ".join(word for word, _, _ in words),
            start_time=began + words[0][1],
            end_time=began + words[-1][2],
            confidence=0.95,
            words=[TimedString(w, start_time=began + a, end_time=began + b, confidence=0.95) for w, a, b in words],
        )
        self._event_ch.send_nowait(stt.SpeechEvent(type=kind, request_id="script", alternatives=[data]))
