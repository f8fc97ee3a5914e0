"""When a silence is spoken into and when the time box may speak, above all while somebody works on an exercise."""

from __future__ import annotations

from typing import Any

import pytest

from agent.clock import InterviewClock
from agent.silence import SilenceWatch
from agent.timekeeper import TYPING_S, Timekeeper
from agent.turn_loop import TurnLoop
from controller.decisions import Action, Decision
from controller.events import CandidateSilent, Tick
from schema.room import Clock, ServerMessage
from schema.room_exercises import AskHint, Patch, SaveArtifact
from schema.vocabulary import QuestionKind
from tests.support.memory_log import MemoryLog
from tests.support.small_exercises import exercise_plan, small_coding

CODE = small_coding()


class Interview:
    """One that is on: who speaks is what the test says."""

    ended = False

    def __init__(self) -> None:
        self.speaks = self.answers = False
        self.said: list[Decision] = []
        self.finished: list[str] = []

    def speaking(self) -> bool:
        return self.speaks

    def answering(self) -> bool:
        return self.speaks or self.answers

    async def interject(self, decision: Decision) -> None:
        self.said.append(decision)

    def say(self, decision: Decision) -> None:
        self.said.append(decision)

    async def finish(self, reason: Any) -> None:
        self.finished.append(reason)


class Lab:
    """An exercise on the table, and a clock that the test turns."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 1000.0
        monkeypatch.setattr("agent.timekeeper.time.monotonic", lambda: self.seconds)
        self.clock = InterviewClock(monotonic=lambda: self.seconds)
        self.log = MemoryLog()
        self.loop = TurnLoop(
            plan=exercise_plan(CODE), patterns={}, clock=self.clock, log=self.log, exercises={CODE.key: CODE}
        )
        self.interview = Interview()
        self.sent: list[ServerMessage] = []
        self.time = Timekeeper(self.interview, self.loop, self.clock, self)

    def send(self, message: ServerMessage) -> None:
        self.sent.append(message)

    async def begin(self) -> None:
        self.clock.run()
        await self.loop.begin()
        self.time.sound()

    async def pass_by(self, seconds: float, *, writing_every_s: float | None = None) -> None:
        """Lets seconds go by, a look at the clock each."""
        for second in range(int(seconds)):
            self.seconds += 1
            if writing_every_s is not None and second % writing_every_s == 0:
                self.time.worked(Patch(client_id=f"p{self.seconds}", exercise=CODE.key, base=0, diff=""))
            await self.time._check()

    def silences(self) -> list[float]:
        kinds = (record.payload.get("event", {}) for record in self.log.records)
        return [event["seconds"] for event in kinds if event.get("kind") == "candidate_silent"]


@pytest.fixture
async def lab(monkeypatch: pytest.MonkeyPatch) -> Lab:
    made = Lab(monkeypatch)
    await made.begin()
    return made


async def test_who_reads_code_is_left_in_peace_for_a_minute(lab: Lab) -> None:
    assert lab.loop.exercise == CODE.key
    await lab.pass_by(59)
    assert lab.interview.said == []
    await lab.pass_by(2)
    (prompt,) = lab.interview.said
    assert prompt.action is not Action.WAIT
    assert prompt.exercise == CODE.key


async def test_nobody_speaks_into_typing_and_each_edit_begins_the_silence_anew(lab: Lab) -> None:
    await lab.pass_by(65)
    assert len(lab.silences()) == 1
    await lab.pass_by(120, writing_every_s=40)
    assert len(lab.silences()) == 1
    await lab.pass_by(59 - 39)  # the last edit was 39 seconds ago
    assert len(lab.silences()) == 1
    await lab.pass_by(2)
    assert len(lab.silences()) == 2


async def test_later_prompts_at_work_are_no_quicker_than_the_first(lab: Lab) -> None:
    await lab.pass_by(60 + 59)
    assert len(lab.silences()) == 1
    await lab.pass_by(3)
    assert len(lab.silences()) == 2
    assert min(lab.silences()) >= 60


async def test_an_answer_that_is_under_way_is_no_silence(lab: Lab) -> None:
    lab.interview.answers = True
    await lab.pass_by(90)
    assert lab.silences() == []


async def test_writing_beside_the_code_counts_as_work_and_asking_for_a_hint_as_a_sound(lab: Lab) -> None:
    await lab.pass_by(50)
    lab.time.worked(SaveArtifact(client_id="a", exercise=CODE.key, part="scratchpad", text="x"))
    assert lab.time.still_typing()
    await lab.pass_by(TYPING_S + 1)
    assert not lab.time.still_typing()
    await lab.pass_by(40)
    lab.time.worked(AskHint(client_id="h", exercise=CODE.key))
    assert not lab.time.still_typing()
    await lab.pass_by(55)
    assert lab.silences() == []


async def test_the_time_box_waits_for_whoever_is_speaking_over_an_exercise(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    handle = lab.loop.handle

    async def noticed(event: Any, **more: Any) -> Decision:
        if isinstance(event, Tick):
            seen.append(event.at_ms)
        assert not isinstance(event, CandidateSilent)
        return await handle(event, **more)

    monkeypatch.setattr(lab.loop, "handle", noticed)
    lab.interview.speaks = True
    await lab.pass_by(30)
    assert seen == []
    await lab.pass_by(20 * 60)  # the planned time is over: that is said whoever speaks
    assert seen
    assert min(seen) >= 20 * 60 * 1000


async def test_the_last_words_are_not_waited_for_for_ever(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(_seconds: float) -> None:
        lab.seconds += 1

    monkeypatch.setattr("agent.timekeeper.asyncio.sleep", at_once)
    lab.time.goodbye()
    began = lab.seconds
    lab.interview.answers = True
    await lab.time.run()
    assert lab.interview.finished == ["closed"]
    assert 24 <= lab.seconds - began <= 27
    assert any(isinstance(message, Clock) for message in lab.sent)


def test_a_short_question_is_prompted_sooner_than_a_task() -> None:
    watch = SilenceWatch()
    watch.activity(0)
    assert watch.due(11, QuestionKind.TASK) is None
    assert watch.due(11, QuestionKind.SHORT) == 11


def test_who_asked_for_more_time_is_left_alone_for_longer() -> None:
    usual, patient = SilenceWatch(), SilenceWatch(2.4)
    for watch in (usual, patient):
        watch.activity(0)
    assert usual.due(10, QuestionKind.SHORT) == 10
    assert patient.due(23.9, QuestionKind.SHORT) is None
    assert patient.due(24, QuestionKind.SHORT) == 24
