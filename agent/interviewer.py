"""The livekit Agent of an interview: its language node asks the turn loop instead of a model."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from typing import Any

from livekit import rtc
from livekit.agents import Agent, ModelSettings, llm, stt

from agent.ear import Ear
from agent.ports import Phraser
from agent.turn_loop import Answer, Planned, TurnLoop
from agent.turns import normalise
from controller.decisions import Action, Decision


class ControllerModel(llm.LLM[str]):
    """AgentSession replies only when it has a language model; ours is the controller, asked in `llm_node`."""

    @property
    def model(self) -> str:
        return "controller"

    @property
    def provider(self) -> str:
        return "local"

    def chat(self, **_: Any) -> llm.LLMStream:
        raise NotImplementedError("the interviewer's llm_node answers without a model")


class Interviewer(Agent):
    """Never raises from `llm_node`: without a phrase in time the controller's own sentence is spoken."""

    def __init__(self, loop: TurnLoop, ear: Ear | None, hooks: InterviewerHooks, phraser: Phraser | None) -> None:
        super().__init__(instructions="")
        self._loop = loop
        self._ear = ear
        self._hooks = hooks
        self._phraser = phraser
        self._phrased: dict[str, str] = {}  # planned key -> the sentence to speak
        self._offered: dict[str, str] = {}  # what the session has been told so far, by the turn's own words
        self._ready: tuple[str, str] | None = None  # the committed turn's own words, and the reply to it

    async def stt_node(
        self, audio: AsyncIterable[rtc.AudioFrame], model_settings: ModelSettings
    ) -> AsyncIterator[stt.SpeechEvent]:
        assert self._ear is not None
        frames = self._ear.frames(aiter(audio))
        async for event in Agent.default.stt_node(self, frames, model_settings):
            if isinstance(event, stt.SpeechEvent) and self._ear.admit(event):
                yield event

    async def llm_node(
        self, chat_ctx: llm.ChatContext, tools: list[llm.Tool], model_settings: ModelSettings
    ) -> AsyncGenerator[str, None]:
        said = last_user_text(chat_ctx)
        key = normalise(said)
        if self._ready is not None and self._ready[0] == key:
            text = self._ready[1]
        else:
            await self._loop.consider(said)
            planned = self._loop.plan_answer(said)
            text = await self._sentence(planned)
            self._hooks.assigned(text, planned.decision.speaker)
            self._offered[key] = text
        if text:
            yield text

    async def on_user_turn_completed(self, turn_ctx: llm.ChatContext, new_message: llm.ChatMessage) -> None:
        """Commits the answer and its decision; the reply is heard only after this returns."""
        began = time.monotonic()
        said = new_message.text_content or ""
        await self._hooks.before_commit()
        await self._loop.consider(said)
        planned = self._loop.plan_answer(said)
        text = await self._sentence(planned)
        answer = self._answer(said)
        try:
            decision = await self._loop.commit_answer(answer)
        except Exception as fault:
            self._loop.carry(answer)
            self._hooks.commit_failed(fault)
            raise llm.StopResponse from fault
        self._hooks.assigned(text, decision.speaker)
        key = normalise(said)
        if self._offered.get(key) not in (None, text):
            # What was speculated no longer holds: a changed context makes the session ask again.
            turn_ctx.add_message(role="system", content="replanned")
        self._ready = (key, text)
        self._offered.clear()
        self._phrased.clear()
        self._hooks.committed(answer, decision, text, (time.monotonic() - began) * 1000)
        if decision.action is Action.WAIT:
            raise llm.StopResponse

    def spoken(self) -> None:
        """The committed reply has begun to play: the same words said again are a new answer."""
        self._ready = None

    async def _sentence(self, planned: Planned) -> str:
        template = planned.decision.text
        # What is said over an exercise is worded with what may be given away in mind.
        over_exercise = planned.decision.exercise is not None
        if self._phraser is None or over_exercise or planned.decision.action not in (Action.ASK, Action.PROBE):
            return template
        if planned.key not in self._phrased:
            context = {"answer": planned.event.text, "phase": planned.decision.phase_id.replace("_", " ")}
            phrase = await self._phraser.phrase(template, context)
            self._phrased[planned.key] = phrase or template
        return self._phrased[planned.key]

    def _answer(self, said: str) -> Answer:
        now = self._hooks.now_s()
        if self._ear is None:
            return Answer(said, now, now)
        text, start, end, words = self._ear.take()
        return Answer(said or text, start if start is not None else now, end if end is not None else now, words)


class InterviewerHooks:
    """What the live interview does around an answer; a base with nothing in it, for tests."""

    def now_s(self) -> float:
        return 0.0

    async def before_commit(self) -> None:
        """Called when an answer is complete, before it is planned for good."""

    def assigned(self, text: str, speaker: str | None) -> None:
        """Called before `text` may be synthesized: of a panel, this interviewer would say it."""

    def commit_failed(self, fault: Exception) -> None:
        """Called when an answer could not be stored; it is kept and joins the next one."""

    def committed(self, answer: Answer, decision: Decision, text: str, took_ms: float) -> None:
        """Called once the answer and the decision are stored."""


def last_user_text(chat_ctx: llm.ChatContext) -> str:
    for item in reversed(chat_ctx.items):
        if item.type == "message" and item.role == "user":
            return item.text_content or ""
    return ""
