"""Sits above any audio sink: tells the browser the words and mouth shapes ahead of the sound, and knows afterwards
which words were really heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from livekit import rtc
from livekit.agents.voice import io

from agent.ports import RoomPort
from agent.voices.livekit_tts import TimedCue
from schema.room import VOICE_RATE, Cues, MouthCue, SpokenWord, UtteranceEnd, UtteranceStart

HEARD_MARGIN_S = 0.06  # a word counts as heard when this much of it was played


@dataclass(slots=True)
class Utterance:
    """One stretch of the interviewer's speech, from its first sample to its last."""

    number: int
    text: str
    lips: str
    words: list[SpokenWord] = field(default_factory=list)
    duration_s: float = 0.0
    started_at: float | None = None  # time.time() of the first sample's playback

    def heard(self, position_s: float) -> tuple[str, tuple[SpokenWord, ...]]:
        """The words played before `position_s`."""
        words = tuple(word for word in self.words if word.start_s + HEARD_MARGIN_S < position_s)
        return "".join(word.text for word in words).strip(), words


class UtteranceHooks(Protocol):
    def utterance_text(self) -> str:
        """All of the text that is about to be spoken."""
        ...

    def lips(self) -> str: ...

    def interviewer(self) -> str:
        """Who is about to speak: an InterviewerInfo id."""
        ...

    def first_number(self) -> int:
        """No utterance of this interview has had this number or a higher one, on any connection."""
        ...

    def turn_number(self) -> int:
        """The number of the turn that is about to be spoken, counted from 1."""
        ...

    def speech_started(self, utterance: Utterance) -> None: ...

    def speech_ended(self, utterance: Utterance, position_s: float, interrupted: bool) -> None: ...


class AlignedOutput(io.AudioOutput):
    def __init__(self, sink: io.AudioOutput, room: RoomPort, hooks: UtteranceHooks) -> None:
        super().__init__(
            label="Aligned",
            capabilities=io.AudioOutputCapabilities(pause=True),
            next_in_chain=sink,
            sample_rate=VOICE_RATE,
        )
        self._room = room
        self._hooks = hooks
        self._count = 0
        self._current: Utterance | None = None
        self._flushed: Utterance | None = None

    @property
    def current(self) -> Utterance | None:
        return self._current or self._flushed

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        if self._current is None:
            self._begin()
        utterance = self._current
        assert utterance is not None
        self._announce(utterance, [cue for cue in _cues(frame) if isinstance(cue, TimedCue)])
        utterance.duration_s += frame.duration
        await super().capture_frame(frame)
        if self.next_in_chain is not None:
            await self.next_in_chain.capture_frame(frame)

    def flush(self) -> None:
        super().flush()
        if self._current is not None:
            self._room.send(UtteranceEnd(utterance=self._current.number, duration_s=self._current.duration_s))
            self._flushed, self._current = self._current, None
        if self.next_in_chain is not None:
            self.next_in_chain.flush()

    def clear_buffer(self) -> None:
        if self.next_in_chain is not None:
            self.next_in_chain.clear_buffer()

    def on_playback_started(self, *, created_at: float) -> None:
        if (utterance := self.current) is not None:
            utterance.started_at = created_at
            self._hooks.speech_started(utterance)
        super().on_playback_started(created_at=created_at)

    def on_playback_finished(
        self, *, playback_position: float, interrupted: bool, synchronized_transcript: str | None = None
    ) -> None:
        utterance = self.current
        if utterance is not None:
            self._current = self._flushed = None
            if interrupted:
                synchronized_transcript = utterance.heard(playback_position)[0]
            self._hooks.speech_ended(utterance, playback_position, interrupted)
        super().on_playback_finished(
            playback_position=playback_position,
            interrupted=interrupted,
            synchronized_transcript=synchronized_transcript,
        )

    def _begin(self) -> None:
        self._count = max(self._count + 1, self._hooks.first_number())
        self._current = Utterance(self._count, self._hooks.utterance_text(), self._hooks.lips())
        number_of(self.next_in_chain, self._count)
        self._room.send(
            UtteranceStart(
                utterance=self._count,
                turn=self._hooks.turn_number(),
                interviewer=self._hooks.interviewer(),
                text=self._current.text,
                sample_rate=VOICE_RATE,
                lips=self._current.lips,
            )
        )

    def _announce(self, utterance: Utterance, cues: list[TimedCue]) -> None:
        if not cues:
            return
        words = [SpokenWord(text=str(cue), start_s=_s(cue.start_time), end_s=_s(cue.end_time)) for cue in cues]
        mouth: list[MouthCue] = [shape for cue in cues for shape in cue.mouth]
        utterance.words.extend(words)
        self._room.send(
            Cues(
                utterance=utterance.number,
                words=tuple(words),
                mouth=tuple(mouth),
                stress_s=tuple(second for cue in cues for second in cue.stress_s),
            )
        )


class NumberedSink(Protocol):
    utterance: int


def number_of(sink: io.AudioOutput | None, number: int) -> None:
    """Tells the sink below which utterance its next frames belong to; sinks without numbers ignore it."""
    while sink is not None:
        if hasattr(sink, "utterance"):
            sink.utterance = number
        sink = sink.next_in_chain


def _cues(frame: rtc.AudioFrame) -> list[object]:
    return list(frame.userdata.get("lk.timed_transcripts") or [])


def _s(value: object) -> float:
    return round(float(value), 3) if isinstance(value, int | float) else 0.0
