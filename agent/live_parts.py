"""What a live interview is made from and how it introduces itself: settings, parts, and the words for its phases."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from livekit.agents import stt

from agent.ports import CodeRunner, EventLog, Opinions, Phraser, Recorder, RoomPort, Voice
from agent.tasks import Tasks
from agent.voices.panel import Speaker
from controller import interview as mind
from controller.decisions import Decision
from controller.state import InterviewState
from schema.exercises import Exercise
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.room import PROTOCOL, Capability, CaptionLine, Clock, InterviewerInfo, PhaseChanged, PhaseInfo, Welcome
from schema.transcript import Turn
from schema.vocabulary import InterviewerState, Look, PhaseKind

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
    look: Look
    candidate_name: str | None
    seed: int
    transcription: Capability
    voice: Capability
    recording: bool
    use_audio_turn_model: bool = True
    exercises: Mapping[str, Exercise] = field(default_factory=dict)  # of the plan, by key
    owner: str = ""  # whose runs of code these are


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
    panel: Mapping[str, Speaker] = field(default_factory=dict)  # voices by PlanInterviewer id; empty: one interviewer
    opinions: Opinions | None = None  # a model's view of each answer, beside the rules
    runner: CodeRunner | None = None  # null: code is run nowhere


def welcome(settings: LiveSettings, turns: Sequence[Turn], *, resumed: bool) -> Welcome:
    """The first message into a room, with the conversation so far."""
    people = interviewers(settings)
    return Welcome(
        protocol=PROTOCOL,
        session_id=settings.session_id,
        resumed=resumed,
        role_title=settings.plan.metadata.role_title,
        interviewer_name=people[0].name,
        look=people[0].look,
        interviewers=people,
        phases=tuple(
            PhaseInfo(id=phase.id, kind=phase.kind, label=PHASE_LABELS[phase.kind]) for phase in settings.plan.phases
        ),
        captions=tuple(
            CaptionLine(turn=turn.index + 1, speaker=turn.speaker, text=turn.text, interviewer=turn.interviewer)
            for turn in turns
        ),
        transcription=settings.transcription,
        voice=settings.voice,
        recording=settings.recording,
    )


def interviewers(settings: LiveSettings) -> tuple[InterviewerInfo, ...]:
    """Who asks, the chair first; without a panel the one face that the candidate chose."""
    panel = settings.plan.interviewers
    if not panel:
        name = settings.look.capitalize()
        return (InterviewerInfo(id=settings.look, name=name, role="Interviewer", look=settings.look),)
    return tuple(InterviewerInfo(id=one.id, name=one.name, role=one.role, look=one.look) for one in panel)


def clock_message(state: InterviewState, now_s: float, *, running: bool) -> Clock:
    """How much time has gone and is left of the plan."""
    remaining_s = mind.remaining_ms(state, int(now_s * 1000)) / 1000
    return Clock(elapsed_s=round(now_s, 1), remaining_s=round(max(remaining_s, 0.0), 1), paused=not running)


class PhaseTeller:
    """Says into the room, and to the books, when the interview has come to another phase."""

    def __init__(self, plan: InterviewPlan, room: RoomPort, tasks: Tasks, parts: LiveParts) -> None:
        self._plan, self._room, self._tasks, self._parts = plan, room, tasks, parts
        self._phase_id = ""

    def tell(self, decision: Decision | None) -> None:
        """Announces the phase of what was decided last, unless it is the phase of before."""
        if decision is None or decision.phase_id == self._phase_id:
            return
        for index, phase in enumerate(self._plan.phases):
            if phase.id == decision.phase_id:
                self._phase_id = phase.id
                self._tasks.start(self._parts.on_phase(phase.id), "phase")
                label, total = PHASE_LABELS[phase.kind], len(self._plan.phases)
                self._room.send(PhaseChanged(id=phase.id, index=index, total=total, label=label))
