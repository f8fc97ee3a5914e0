"""One interview while somebody is in the room: joins the turn loop, the session, the voice and the connection.

Built anew for each connection from the event log, so that a reconnect, a second tab and a restarted server all take
the same road.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import replace
from typing import Literal

from livekit.agents import AgentStateChangedEvent, UserStateChangedEvent
from livekit.agents.voice import AgentSession

from agent.aligned import AlignedOutput, Utterance
from agent.clock import InterviewClock, MicTimeline
from agent.ear import Ear
from agent.endpointing import PatientTurnDetector
from agent.exercise_room import ExerciseRoom
from agent.figures import Figures
from agent.interviewer import Interviewer, InterviewerHooks
from agent.live_parts import STATES, LiveParts, LiveSettings, PhaseTeller, interviewers, welcome
from agent.session import VAD_SILENCE_S, EndOfTurnModel, build_session
from agent.tasks import Tasks
from agent.timekeeper import Timekeeper
from agent.timing import ReplyTimer
from agent.transports.websocket import WebSocketConnection, WebSocketMic, WebSocketSink
from agent.turn_loop import Answer, TurnLoop
from agent.voices.livekit_tts import VoiceTTS
from agent.voices.panel import PanelVoice, Speaker
from controller.decisions import Action, Decision
from controller.events import CodeRan, ExerciseFinished, HintAsked, Requested
from schema.room import (
    AnswerStored,
    Control,
    Ended,
    Heard,
    Microphone,
    Notice,
    Ping,
    Playback,
    Pong,
    State,
    TypedAnswer,
    Typing,
)
from schema.room_exercises import ExerciseMessage
from schema.transcript import Word
from schema.vocabulary import InterviewerState

log = logging.getLogger("interview.live")
FLOOR_S = 20.0  # so long a run waits for whoever is speaking before the interviewer hears of it


class LiveInterview(InterviewerHooks):
    def __init__(self, settings: LiveSettings, parts: LiveParts, connection: WebSocketConnection) -> None:
        self._settings = settings
        self._parts = parts
        self._room = connection
        self._voice = PanelVoice(Speaker(parts.voice, parts.prefetch), parts.panel)
        self._clock = InterviewClock()
        self._timeline = MicTimeline()
        self._loop = TurnLoop(
            plan=settings.plan,
            patterns=settings.patterns,
            clock=self._clock,
            log=parts.log,
            candidate_name=settings.candidate_name,
            seed=settings.seed,
            opinions=parts.opinions,
            exercises=settings.exercises,
        )
        self._mic: WebSocketMic | None = None
        self._eot: EndOfTurnModel | None = None
        self._sink = WebSocketSink(connection, self._clock, parts.recorder)
        self._output = AlignedOutput(self._sink, connection, self)
        self._figures = Figures()
        self._ear = Ear(self._timeline, self._sink.left_to_say_s, self._show_heard, self._figures.backchannel)
        self._time = Timekeeper(self, self._loop, self._clock, connection, settings.plan.global_rules.patience)
        self._timer = ReplyTimer()
        self._session: AgentSession[None] | None = None
        self._agent: Interviewer | None = None
        self._tasks = Tasks(lambda: self.notice("internal", "Something went wrong on our side. The interview goes on."))
        self._phases = PhaseTeller(settings.plan, connection, self._tasks, parts)
        self.exercises = ExerciseRoom(settings, parts.runner, self._loop, connection, self._tasks, self)
        self._to_say = ""
        self._silent_since: float | None = None
        self._speech_began_s = 0.0
        self.ended = self._hushed = False
        self._reply_started = True
        self.finished = asyncio.Event()

    # ------------------------------------------------------------------ life

    async def start(self, *, microphone: bool) -> None:
        """Enters the room: resumes what is stored, welcomes, and speaks."""
        resumed = await self._loop.resume()
        hears = microphone and self._parts.recogniser is not None
        await self._start_session(hears)
        self._room.send(welcome(self._settings, self._loop.turns, resumed=resumed))
        self.exercises.show()
        if self._loop.over:
            await self.finish("closed")
            return
        self._clock.run()
        await self._parts.on_started()
        decision = await (self._loop.reopen() if resumed else self._loop.begin())
        self.say(decision, opening="We were interrupted. Let's go on. " if resumed else "")
        self._tasks.start(self._time.run(), "heartbeat")
        self._tasks.start(self.exercises.tell(), "tell-runs")

    async def aclose(self, *, reason: str) -> None:
        """Leaves the room. What the candidate was saying and writing is kept for the next connection."""
        await self._tasks.aclose()
        await self.exercises.leave()
        if not self.ended and (pending := self._ear.pending_text):
            text, start, end, words = self._ear.take()
            now = self._clock.now_s()
            await self._loop.keep_partial(Answer(text or pending, start or now, end or now, words))
        if self._mic is not None:
            self._mic.close()
        if self._session is not None:
            with contextlib.suppress(Exception):
                await self._session.aclose()
        if self._eot is not None:
            await self._eot.aclose()
        await self._sink.aclose()
        self._clock.stop()
        if self.ended:
            return
        await self._loop.note("left", {"reason": reason, **self._figures.as_payload()})
        if self._loop.over:  # only the last words were missed
            self.ended = True
            await self._parts.on_ended("closed")

    async def _start_session(self, hears: bool) -> None:
        score = None
        if hears and self._settings.use_audio_turn_model:
            self._eot = EndOfTurnModel()
            score = self._eot.score
        self._detector = PatientTurnDetector(
            self._loop.question_kind, silent_since=lambda: self._silent_since, busy=self._time.still_typing, score=score
        )
        self._detector.patience = self._time.patience
        ears = self._parts.recogniser() if hears and self._parts.recogniser is not None else None
        session = self._session = build_session(recogniser=ears, voice=VoiceTTS(self._voice), detector=self._detector)
        if hears:
            self._mic = WebSocketMic(self._clock, self._timeline, self._parts.recorder)
            if self._eot is not None:
                self._mic.taps.append(self._eot.hear)
            session.input.audio = self._mic
        session.output.audio = self._output
        session.on("agent_state_changed", self._on_agent_state)
        session.on("user_state_changed", self._on_user_state)
        session.on("agent_false_interruption", lambda _event: self._figures.false_interruption())
        self._agent = Interviewer(self._loop, self._ear if hears else None, self, self._parts.phraser)
        await session.start(self._agent, record=False)

    # ------------------------------------------------------------------ from the browser

    def audio(self, pcm: bytes, captured_s: float) -> None:
        """One microphone frame of 320 samples, captured at this second of the browser's clock."""
        if self._mic is not None and not self.ended:
            self._mic.push(pcm, captured_s)

    async def message(
        self, message: Playback | TypedAnswer | Typing | Control | Microphone | Ping | ExerciseMessage
    ) -> None:
        match message:
            case Playback():
                self._sink.reported(message)
            case Typing():
                self._time.typed()
            case TypedAnswer():
                await self._typed(message)
            case Control():
                await self._control(message.action)
            case Microphone():
                await self._loop.note("microphone", {"state": message.state})
                if message.state == "lost":
                    self.notice("microphone_lost", "Your microphone was disconnected. You can type your answer below.")
            case Ping():
                self._room.send(Pong(sent_ms=message.sent_ms, server_ms=time.time() * 1000))
            case _:
                self._time.worked(message)
                await self.exercises.message(message)

    async def _typed(self, message: TypedAnswer) -> None:
        if message.client_id in self._loop.typed_ids:
            self._room.send(AnswerStored(client_id=message.client_id, turn=len(self._loop.turns)))
            return
        if self.ended or not message.text.strip():
            return
        await self._quiet()
        now = self._clock.now_s()
        # A NUL is no text, and no database keeps it.
        answer = Answer(message.text.replace("\x00", "").strip(), now, now, typed=True)
        spoken_before = self._ear.pending_text
        if spoken_before:
            text, start, end, words = self._ear.take()
            answer = answer.after(Answer(text, start or now, end or now, words))
            if self._session is not None:
                self._session.clear_user_turn()
        await self.before_commit()
        decision = await self._loop.commit_answer(answer, client_id=message.client_id)
        self._room.send(AnswerStored(client_id=message.client_id, turn=len(self._loop.turns)))
        self.committed(answer, decision, decision.text, 0.0)
        self.say(decision)

    async def _control(self, action: Literal["done_speaking", "repeat", "skip", "pause", "resume", "end"]) -> None:
        if self.ended:
            return
        if action == "done_speaking":
            self._silent_since = time.monotonic() - 60  # the wait is over: they say so
            if self._session is not None and self._ear.waiting:
                self._session.commit_user_turn(transcript_timeout=1.0, stt_flush_duration=0.3)
            return
        if action == "resume":
            self._clock.run()
            self._timeline.restart()
        await self._quiet()
        decision = await self._loop.handle(Requested(at_ms=self._clock.now_ms(), what=action))
        if action == "pause":
            self._clock.stop()
        self._time.tell()
        self.say(decision)
        self._tasks.start(self.exercises.tell(), "tell-runs")
        if action == "end" and not self._loop.over:
            await self.finish("ended_by_candidate")

    async def did(self, event: CodeRan | HintAsked | ExerciseFinished, client_id: str | None = None) -> None:
        """Hands the controller what was done over an exercise, and says what it answers. A run waits for the floor."""
        waits_until = time.monotonic() + (FLOOR_S if isinstance(event, CodeRan) else 0.0)
        while time.monotonic() < waits_until and (self.speaking() or self._ear.waiting or self._time.still_typing()):
            await asyncio.sleep(0.2)
        if not self.ended:
            event = replace(event, at_ms=self._clock.now_ms())
            await self.interject(await self._loop.handle(event, client_id=client_id))

    # ------------------------------------------------------------------ speaking

    async def interject(self, decision: Decision) -> None:
        """Stops what is being said and says this, if there is anything to say."""
        if decision.action is not Action.WAIT:
            await self._quiet()
            self.say(decision)

    def say(self, decision: Decision, *, opening: str = "") -> None:
        self._phases.tell(self._loop.decision)
        if self._loop.over:
            self._time.goodbye()
        if decision.action is Action.WAIT or not decision.text or self._session is None:
            return
        self._to_say = opening + decision.text
        self.assigned(self._to_say, decision.speaker)
        self._reply_started = False
        self._session.say(self._to_say, allow_interruptions=not self._loop.over)

    async def _quiet(self) -> None:
        """Stops what the interviewer is saying."""
        if self._session is not None and (self._session.current_speech is not None or self._sink.speaking):
            self._hushed = True  # a button or a typed answer is no barge-in
            with contextlib.suppress(RuntimeError), contextlib.ExitStack() as after:
                after.callback(setattr, self, "_hushed", False)
                await self._session.interrupt(force=True)

    def utterance_text(self) -> str:
        return self._to_say

    def lips(self) -> str:
        heard = "phonemes" if self._voice.of(self._speaker()).gives_phonemes else "audio"
        return heard if self._settings.voice.on else "none"

    def interviewer(self) -> str:
        return self._speaker() or interviewers(self._settings)[0].id

    def _speaker(self) -> str | None:
        return self._loop.decision.speaker if self._loop.decision is not None else None

    def assigned(self, text: str, speaker: str | None) -> None:
        self._voice.assign(text, speaker)

    def first_number(self) -> int:
        return self._loop.records_before + 1  # every utterance follows a record of its own

    def turn_number(self) -> int:
        return len(self._loop.turns) + 1

    def speech_started(self, utterance: Utterance) -> None:
        self._reply_started = True
        self._timer.sent()
        if self._agent is not None:
            self._agent.spoken()
        self._speech_began_s = self._clock.now_s()
        self._figures.interviewer_started(self._speech_began_s)
        self._voice.prefetch(self._loop.likely_next())

    def speech_ended(self, utterance: Utterance, position_s: float, interrupted: bool) -> None:
        end = self._clock.now_s()
        heard, words = utterance.heard(position_s) if interrupted else (utterance.text, tuple(utterance.words))
        self._figures.interviewer_ended(end, position_s, interrupted and not self._hushed)
        self._time.sound()
        if interrupted and not heard:
            self._reply_started = False
            return
        start = min(self._speech_began_s, end)
        placed = tuple(Word(text=w.text.strip(), start_s=start + w.start_s, end_s=start + w.end_s) for w in words)
        self._tasks.start(self._store_spoken(heard, start, end, interrupted, placed), "store-spoken")

    async def _store_spoken(
        self, heard: str, start: float, end: float, interrupted: bool, words: tuple[Word, ...]
    ) -> None:
        await self._loop.spoken(heard, start, end, interrupted=interrupted, words=words)
        if self._loop.over:
            await self.finish("closed")

    # ------------------------------------------------------------------ hearing

    def now_s(self) -> float:
        return self._clock.now_s()

    async def before_commit(self) -> None:
        self._timer.decided = time.monotonic()
        if (wait := self._detector.last) is not None:
            self._timer.why, self._timer.wait_s = wait.why, wait.seconds
        if not self._reply_started:
            self._reply_started = True
            self._figures.cut_off()
            await self._loop.reply_unheard()

    def commit_failed(self, fault: Exception) -> None:
        log.exception("an answer could not be stored", exc_info=fault)
        self.notice(
            "not_stored",
            "Your answer could not be saved; the disk may be full. It is kept: say more to try again.",
        )

    def committed(self, answer: Answer, decision: Decision, text: str, took_ms: float) -> None:
        self._to_say = text
        self._timer.stored = time.monotonic()
        self._reply_started = decision.action is Action.WAIT
        self._figures.answer(answer.start_s, answer.end_s, typed=answer.typed)
        self._time.answered()
        self._room.send(Heard(turn=len(self._loop.turns), text=answer.text, stable_chars=len(answer.text), final=True))
        self._phases.tell(self._loop.decision)
        if self._loop.over:
            self._time.goodbye()

    def _show_heard(self, text: str, stable: int) -> None:
        self._timer.heard = time.monotonic()
        self._time.sound()
        self._room.send(
            Heard(turn=len(self._loop.turns) + 1, text=text, stable_chars=min(stable, len(text)), final=False)
        )

    def _on_user_state(self, event: UserStateChangedEvent) -> None:
        if event.new_state == "speaking":
            self._silent_since = None
            self._time.sound()
            self._figures.candidate_started(self._clock.now_s(), over_interviewer=self._sink.speaking)
            self._sink.duck(True)
        elif event.old_state == "speaking":
            self._timer.silence = time.monotonic()
            self._silent_since = self._timer.silence - VAD_SILENCE_S
            self._time.sound()
            self._sink.duck(False)

    def _on_agent_state(self, event: AgentStateChangedEvent) -> None:
        self._room.send(State(interviewer=STATES.get(event.new_state, InterviewerState.LISTENING)))

    # ------------------------------------------------------------------ time

    def speaking(self) -> bool:
        """Whether either side is speaking just now."""
        return self._sink.speaking or (self._session is not None and self._session.user_state == "speaking")

    def answering(self) -> bool:
        return self.speaking() or self._ear.waiting or not self._reply_started

    # ------------------------------------------------------------------ the end

    async def finish(self, reason: Literal["closed", "ended_by_candidate", "time"]) -> None:
        if self.ended:
            return
        self.ended = True
        await self.exercises.leave()
        await self._loop.note("ended", {"reason": reason, **self._figures.as_payload()})
        await self._parts.on_ended(reason)
        self._room.send(Ended(session_id=self._settings.session_id, reason=reason))
        await self._room.drain()
        self.finished.set()

    def notice(self, code: str, message: str) -> None:
        """Tells the candidate something; the interview goes on."""
        self._room.send(Notice(code=code, message=message))
