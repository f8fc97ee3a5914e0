"""The live interview's sense of time: the clock on the page, the time box, and silences that are spoken into."""

from __future__ import annotations

import asyncio
import time
from typing import Literal, Protocol

from agent.clock import InterviewClock
from agent.live_parts import clock_message
from agent.ports import RoomPort
from agent.silence import SilenceWatch
from agent.turn_loop import TurnLoop
from controller.decisions import Action, Decision
from controller.events import CandidateSilent, Tick
from controller.interview import remaining_ms
from schema.room_exercises import ExerciseMessage, Patch, SaveArtifact, SaveRemarks

GOODBYE_LIMIT_S = 25.0  # the last words never take longer; after this the interview ends without them
TYPING_S = 2.0  # so long after a keystroke the candidate is still typing


class Paced(Protocol):
    """The interview whose time is kept."""

    @property
    def ended(self) -> bool: ...

    def speaking(self) -> bool:
        """Whether either side is speaking just now."""
        ...

    def answering(self) -> bool:
        """Whether an answer or a reply is under way, spoken or not."""
        ...

    async def interject(self, decision: Decision) -> None:
        """Stops what is being said and says this."""
        ...

    def say(self, decision: Decision) -> None: ...

    async def finish(self, reason: Literal["closed"]) -> None: ...


class Timekeeper:
    def __init__(
        self, interview: Paced, loop: TurnLoop, clock: InterviewClock, room: RoomPort, patience: float = 1.0
    ) -> None:
        self._interview = interview
        self._loop = loop
        self._clock = clock
        self._room = room
        self.patience = patience  # so many times as long as usual a silence is left alone
        self._silence = SilenceWatch(patience)
        self._last_typing = 0.0  # time.monotonic()
        self._goodbye_at: float | None = None

    def sound(self) -> None:
        """Somebody was heard just now."""
        self._silence.activity(self._clock.now_s())

    def typed(self) -> None:
        """The candidate is typing."""
        self._last_typing = time.monotonic()
        self.sound()

    def worked(self, message: ExerciseMessage) -> None:
        """The candidate did something over an exercise; after code or notes were written, silences count anew."""
        if isinstance(message, Patch | SaveArtifact | SaveRemarks):
            self.typed()
            self._silence.spoke()
        else:
            self.sound()

    def answered(self) -> None:
        self.sound()
        self._silence.spoke()

    def still_typing(self) -> bool:
        return time.monotonic() - self._last_typing < TYPING_S

    def goodbye(self) -> None:
        """The last words have been decided: they are waited for, but not for ever."""
        self._goodbye_at = self._goodbye_at or time.monotonic()

    def tell(self) -> None:
        """Sends the clock to the page."""
        self._room.send(clock_message(self._loop.state, self._clock.now_s(), running=self._clock.running))

    async def run(self) -> None:
        """Once a second until the interview has ended."""
        while not self._interview.ended:
            self.tell()
            if self._goodbye_at is not None and time.monotonic() - self._goodbye_at > GOODBYE_LIMIT_S:
                await self._interview.finish("closed")
                return
            if self._clock.running and not self._loop.over:
                await self._check()
            await asyncio.sleep(1.0)

    async def _check(self) -> None:
        at_ms = self._clock.now_ms()
        # Over an exercise the time box has several things to say, and none of them is worth speaking over somebody.
        if self._loop.exercise is None or not self._interview.speaking() or remaining_ms(self._loop.state, at_ms) <= 0:
            decision = await self._loop.handle(Tick(at_ms=at_ms))
            if decision.action is not Action.WAIT:
                await self._interview.interject(decision)
                return
        if self._interview.answering() or self.still_typing():
            return
        seconds = self._silence.due(self._clock.now_s(), self._loop.question_kind())
        if seconds is not None:
            self._interview.say(await self._loop.handle(CandidateSilent(at_ms=at_ms, seconds=seconds)))
