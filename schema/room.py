"""Every message between the browser and the interviewer: two discriminated unions, one for each direction.

Text messages are JSON objects with a `type`. Audio travels beside them as binary frames with a 16-byte
little-endian header, then PCM16 mono samples:

    up    <BxxxId>: kind 1, sequence number, capture time in ms of the client's clock; 320 samples at 16 kHz (20 ms)
    down  <BxxxId>: kind 2, utterance number, offset of the first sample in seconds; PCM16 at the utterance's rate

The first message up is `hello`; the server answers `welcome` or a fatal `error`.
"""

from __future__ import annotations

import struct
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from schema.base import Shape
from schema.room_exercises import (
    ArtifactSaved,
    AskHint,
    BrowserRun,
    ExerciseClosed,
    ExerciseOpened,
    FinishExercise,
    HintGiven,
    Patch,
    PatchApplied,
    PatchRefused,
    RevealShown,
    RunFinished,
    RunQueued,
    RunRefused,
    RunTests,
    SaveArtifact,
    SaveRemarks,
    StageChanged,
)
from schema.vocabulary import InterviewerState, Look, PhaseKind, Speaker, Viseme

PROTOCOL = 1
FRAME_HEADER = struct.Struct("<BxxxId")
MIC_FRAME, VOICE_FRAME = 1, 2
MIC_RATE = 16_000
VOICE_RATE = 24_000
MIC_FRAME_BYTES = FRAME_HEADER.size + 640
MAX_TEXT_BYTES = 64_000  # a larger text message is refused with `too_large`
MAX_ANSWER_CHARS = 8_000

# ------------------------------------------------------------------ browser -> interviewer


class Hello(Shape):
    """Opens or resumes the interview. `token` is the room token of POST /api/interview/sessions/{id}/token."""

    type: Literal["hello"] = "hello"
    protocol: int
    token: str
    microphone: bool  # false: typed interview, no audio will come


class Playback(Shape):
    """How much of an utterance has left the loudspeaker."""

    type: Literal["playback"] = "playback"
    utterance: int
    event: Literal["started", "position", "ended", "flushed"]
    position_s: float = Field(ge=0)


class TypedAnswer(Shape):
    type: Literal["typed_answer"] = "typed_answer"
    client_id: str = Field(max_length=64)  # an answer sent twice with one id counts once
    text: str = Field(min_length=1, max_length=MAX_ANSWER_CHARS)


class Typing(Shape):
    """The candidate is writing: silence is not silence."""

    type: Literal["typing"] = "typing"


class Control(Shape):
    type: Literal["control"] = "control"
    action: Literal["done_speaking", "repeat", "skip", "pause", "resume", "end"]


class Microphone(Shape):
    type: Literal["microphone"] = "microphone"
    state: Literal["on", "muted", "lost"]


class Ping(Shape):
    type: Literal["ping"] = "ping"
    sent_ms: float


ClientMessage = Annotated[
    Hello
    | Playback
    | TypedAnswer
    | Typing
    | Control
    | Microphone
    | Ping
    | Patch
    | RunTests
    | BrowserRun
    | AskHint
    | SaveRemarks
    | SaveArtifact
    | FinishExercise,
    Field(discriminator="type"),
]

# ------------------------------------------------------------------ interviewer -> browser


class PhaseInfo(Shape):
    id: str
    kind: PhaseKind
    label: str


class CaptionLine(Shape):
    """One finished line of the conversation."""

    turn: int  # counted from 1, here and in all messages
    speaker: Speaker
    text: str
    interviewer: str | None = None  # of a panel: InterviewerInfo id


class InterviewerInfo(Shape):
    """One of those who ask; `role` says as whom, e.g. "Hiring manager"."""

    id: str
    name: str
    role: str
    look: Look


class Capability(Shape):
    """What is on and, where it is off, why and how to switch it on."""

    on: bool
    detail: str


class Welcome(Shape):
    type: Literal["welcome"] = "welcome"
    protocol: int
    session_id: str
    resumed: bool
    role_title: str
    interviewer_name: str
    look: Look
    interviewers: tuple[InterviewerInfo, ...]  # the first is the one named above and opens the interview
    phases: tuple[PhaseInfo, ...]
    captions: tuple[CaptionLine, ...]  # the conversation so far
    transcription: Capability
    voice: Capability
    recording: bool


class PhaseChanged(Shape):
    type: Literal["phase"] = "phase"
    id: str
    index: int
    total: int
    label: str


class Clock(Shape):
    """Sent every second and at each change."""

    type: Literal["clock"] = "clock"
    elapsed_s: float
    remaining_s: float
    paused: bool


class State(Shape):
    type: Literal["state"] = "state"
    interviewer: InterviewerState


class SpokenWord(Shape):
    text: str  # with the punctuation and the space that follow it
    start_s: float
    end_s: float


class MouthCue(Shape):
    start_s: float
    duration_s: float
    viseme: Viseme
    weight: float = Field(ge=0, le=1)


class UtteranceStart(Shape):
    """The interviewer begins to speak; audio frames with this number follow."""

    type: Literal["utterance_start"] = "utterance_start"
    utterance: int
    turn: int
    interviewer: str  # InterviewerInfo id of who speaks
    text: str  # all of it, for captions and screen readers
    sample_rate: int
    lips: Literal["phonemes", "audio", "none"]  # none: no voice, the text is shown only


class Cues(Shape):
    """Words and mouth shapes of an utterance, ahead of their audio; seconds from the utterance's first sample."""

    type: Literal["cues"] = "cues"
    utterance: int
    words: tuple[SpokenWord, ...]
    mouth: tuple[MouthCue, ...]
    stress_s: tuple[float, ...]


class UtteranceEnd(Shape):
    """All audio of the utterance has been sent."""

    type: Literal["utterance_end"] = "utterance_end"
    utterance: int
    duration_s: float


class Flush(Shape):
    """Stop this utterance now and forget what is buffered; answer with `playback` flushed."""

    type: Literal["flush"] = "flush"
    utterance: int


class Hold(Shape):
    """The candidate may be speaking: duck the voice, pause it, or let it go on."""

    type: Literal["hold"] = "hold"
    utterance: int
    mode: Literal["duck", "pause", "resume"]


class Heard(Shape):
    """What the ear makes of the candidate just now; `final` lines stay."""

    type: Literal["heard"] = "heard"
    turn: int
    text: str
    stable_chars: int  # the first characters of an interim will not change any more
    final: bool


class AnswerStored(Shape):
    """The typed answer with this id is safe."""

    type: Literal["answer_stored"] = "answer_stored"
    client_id: str
    turn: int


class Notice(Shape):
    """Something the candidate should know; the interview goes on."""

    type: Literal["notice"] = "notice"
    code: str
    message: str


class Error(Shape):
    """Something was refused. `fatal`: this socket closes; a new one may resume where `retry` is true."""

    type: Literal["error"] = "error"
    code: Literal[
        "bad_message",
        "bad_frame",
        "too_large",
        "unauthorized",
        "expired",
        "not_found",
        "replaced",
        "ended",
        "protocol",
        "overloaded",
        "internal",
    ]
    message: str
    fatal: bool
    retry: bool = False


class Ended(Shape):
    """The interview is over; the report is being made."""

    type: Literal["ended"] = "ended"
    session_id: str
    reason: Literal["closed", "ended_by_candidate", "time"]


class Pong(Shape):
    type: Literal["pong"] = "pong"
    sent_ms: float
    server_ms: float


ServerMessage = Annotated[
    Welcome
    | ExerciseOpened
    | StageChanged
    | PatchApplied
    | PatchRefused
    | RunQueued
    | RunFinished
    | RunRefused
    | HintGiven
    | RevealShown
    | ArtifactSaved
    | ExerciseClosed
    | PhaseChanged
    | Clock
    | State
    | UtteranceStart
    | Cues
    | UtteranceEnd
    | Flush
    | Hold
    | Heard
    | AnswerStored
    | Notice
    | Error
    | Ended
    | Pong,
    Field(discriminator="type"),
]

client_message: TypeAdapter[ClientMessage] = TypeAdapter(ClientMessage)
server_message: TypeAdapter[ServerMessage] = TypeAdapter(ServerMessage)
