"""What a live interview is made from and how it introduces itself: settings, parts, and the words for its phases."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from livekit.agents import stt

from agent.ports import EventLog, Phraser, Recorder, Voice
from controller import interview as mind
from controller.state import InterviewState
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.room import PROTOCOL, Capability, CaptionLine, Clock, PhaseChanged, PhaseInfo, Welcome
from schema.transcript import Turn
from schema.vocabulary import InterviewerState, PhaseKind

PHASE_LABELS = {
    PhaseKind.INTRO: "Introduction",
    PhaseKind.RESUME_DEEP_DIVE: "Your experience",
    PhaseKind.SCENARIO: "A situation",
    PhaseKind.CODING: "Code",
    PhaseKind.CASE_STUDY: "Case",
    PhaseKind.BEHAVIORAL: "How you work",
    PhaseKind.CLOSE: "Your questions",
}
STATES = {
    "initializing": InterviewerState.IDLE,
    "idle": InterviewerState.IDLE,
    "listening": InterviewerState.LISTENING,
    "thinking": InterviewerState.THINKING,
    "speaking": InterviewerState.SPEAKING,
}


@dataclass(frozen=True, slots=True)
class LiveSettings:
    """What is fixed before the interview begins."""

    session_id: str
    plan: InterviewPlan
    patterns: dict[str, QuestionPattern]
    look: Literal["maya", "daniel", "amara"]
    candidate_name: str | None
    seed: int
    transcription: Capability
    voice: Capability
    recording: bool
    use_audio_turn_model: bool = True


@dataclass(slots=True)
class LiveParts:
    """What the interview works with; all of it is closed by whoever made it, except the recorder."""

    log: EventLog
    voice: Voice
    recogniser: Callable[[], stt.STT[str]] | None  # null: typed interview
    recorder: Recorder | None
    phraser: Phraser | None
    prefetch: Callable[[list[str]], None]
    on_started: Callable[[], Awaitable[None]]
    on_phase: Callable[[str], Awaitable[None]]
    on_ended: Callable[[str], Awaitable[None]]


def welcome(settings: LiveSettings, turns: Sequence[Turn], *, resumed: bool) -> Welcome:
    """The first message into a room, with the conversation so far."""
    return Welcome(
        protocol=PROTOCOL,
        session_id=settings.session_id,
        resumed=resumed,
        role_title=settings.plan.metadata.role_title,
        interviewer_name=settings.look.capitalize(),
        look=settings.look,
        phases=tuple(
            PhaseInfo(id=phase.id, kind=phase.kind, label=PHASE_LABELS[phase.kind]) for phase in settings.plan.phases
        ),
        captions=tuple(CaptionLine(turn=turn.index + 1, speaker=turn.speaker, text=turn.text) for turn in turns),
        transcription=settings.transcription,
        voice=settings.voice,
        recording=settings.recording,
    )


def clock_message(state: InterviewState, now_s: float, *, running: bool) -> Clock:
    """How much time has gone and is left of the plan."""
    remaining_s = mind.remaining_ms(state, int(now_s * 1000)) / 1000
    return Clock(elapsed_s=round(now_s, 1), remaining_s=round(max(remaining_s, 0.0), 1), paused=not running)


def phase_change(plan: InterviewPlan, before: str, now: str) -> PhaseChanged | None:
    """What to announce when a decision belongs to another phase than the one before; null otherwise."""
    if now == before:
        return None
    for index, phase in enumerate(plan.phases):
        if phase.id == now:
            return PhaseChanged(id=now, index=index, total=len(plan.phases), label=PHASE_LABELS[phase.kind])
    return None
