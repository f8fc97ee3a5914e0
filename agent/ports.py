"""What the agent needs from outside and what it offers to it: small protocols, so that every side has a fake."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from controller.opinions import Opinion
from schema.code_runs import CodeLanguage, RunRequest, RunResult
from schema.room import MouthCue, ServerMessage, SpokenWord
from schema.room_exercises import RunnerInfo
from schema.transcript import Word
from schema.vocabulary import MissingPiece


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One line of an interview's event log. `seq` is dense from 1; `at_ms` is on the interview's clock."""

    seq: int
    at_ms: int
    kind: str
    payload: dict[str, Any]


class EventLog(Protocol):
    """Append-only log of one interview. `append` returns after the commit."""

    async def append(self, kind: str, at_ms: int, payload: dict[str, Any]) -> StoredEvent: ...

    async def load(self) -> Sequence[StoredEvent]: ...


class RoomPort(Protocol):
    """How the agent talks to the browser besides audio. Never blocks; order is kept."""

    def send(self, message: ServerMessage) -> None: ...


@dataclass(frozen=True, slots=True)
class Speech:
    """One synthesized sentence: PCM16 mono at VOICE_RATE with its timeline, seconds from its first sample."""

    pcm: bytes
    words: tuple[SpokenWord, ...]
    mouth: tuple[MouthCue, ...]  # empty: the voice gives no phonemes, lips follow the audio
    stress_s: tuple[float, ...]

    @property
    def duration_s(self) -> float:
        from schema.room import VOICE_RATE

        return len(self.pcm) / 2 / VOICE_RATE


class Voice(Protocol):
    """A text-to-speech provider. Raises VoiceError when it cannot speak."""

    name: str
    gives_phonemes: bool

    def speak(self, text: str) -> AsyncIterator[Speech]:
        """One Speech a sentence, in order, as soon as each is ready."""
        ...

    async def aclose(self) -> None: ...


class VoiceError(Exception):
    """The voice could not speak; the text is shown instead. `str()` says what to do."""


class Recorder(Protocol):
    """Both sides on one clock. Positions are seconds on the interview's clock. Never blocks, never raises."""

    def candidate(self, pcm16_16k: bytes, at_s: float) -> None: ...

    def interviewer(self, pcm16_24k: bytes, at_s: float) -> None: ...

    def cut_interviewer(self, at_s: float) -> None:
        """What was given for after `at_s` was never heard."""
        ...

    async def aclose(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Recognised:
    """A transcript of the candidate's current speech. Word seconds count from the first sample of the stream."""

    text: str
    words: tuple[Word, ...]
    stable_chars: int
    final: bool
    confidence: float | None


class Phraser(Protocol):
    """May word a decision better, within a deadline; returns None when it cannot."""

    async def phrase(self, template: str, context: dict[str, Any]) -> str | None: ...


class Opinions(Protocol):
    """May judge an answer beside the controller's rules. Never raises; None where it has no view."""

    async def opinion(self, question: str, answer: str, expects: Sequence[MissingPiece]) -> Opinion | None: ...


class CodeRunner(Protocol):
    """Runs a candidate's code where it can do no harm."""

    def info(self, language: CodeLanguage) -> RunnerInfo:
        """Where code of this language runs here; `where` is never the browser unless the server has no sandbox."""
        ...

    async def run(self, request: RunRequest, *, owner: str, queued: Callable[[int], None] | None = None) -> RunResult:
        """What the code did. `queued` hears the place in the queue, 0 when it begins.

        Raises RunnerBusyError when the queue is full and RunnerUnavailableError when there is no sandbox.
        """
        ...


class RunnerBusyError(Exception):
    """Too many runs are waiting. `str()` says what to do."""


class RunnerUnavailableError(Exception):
    """There is no sandbox for this language here. `str()` says why."""
