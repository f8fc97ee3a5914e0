"""Store first, then speak: the turn loop over an event log."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import pytest

from agent import turn_loop
from agent.clock import InterviewClock
from agent.turn_loop import Answer, TurnLoop
from controller.decisions import Action
from controller.events import HintAsked, Requested, Tick
from controller.opinions import Opinion
from schema.vocabulary import AnswerStrength, MissingPiece, Speaker
from tests.support.memory_log import MemoryLog
from tests.support.small_exercises import exercise_plan, small_coding
from tests.support.small_interview import small_patterns, small_plan

GOOD = (
    "I led the move of our billing job to a queue. I chose the queue instead of direct calls because a slow partner "
    "blocked orders, and the error rate fell from four percent to one percent."
)


def loop_on(log: MemoryLog, opinions: Viewer | None = None) -> TurnLoop:
    clock = InterviewClock()
    clock.run()
    return TurnLoop(plan=small_plan(), patterns=small_patterns(), clock=clock, log=log, opinions=opinions)


class Viewer:
    """Somebody with a view, after `delay_s`; keeps what it was asked."""

    def __init__(self, delay_s: float = 0.0, *, broken: bool = False) -> None:
        self.delay_s, self.broken = delay_s, broken
        self.asked: list[tuple[str, str, tuple[MissingPiece, ...]]] = []
        self.cancelled = 0

    async def opinion(self, question: str, answer: str, expects: Sequence[MissingPiece]) -> Opinion | None:
        self.asked.append((question, answer, tuple(expects)))
        try:
            await asyncio.sleep(self.delay_s)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if self.broken:
            raise RuntimeError("a fault of the viewer")
        return Opinion(AnswerStrength.STRONG, (), (), "small-1", "1")


async def say(loop: TurnLoop, at_s: float) -> None:
    assert loop.decision is not None
    await loop.spoken(loop.decision.text, at_s, at_s + 2, interrupted=False, words=())


async def test_planning_stores_nothing_and_the_commit_keeps_the_plan() -> None:
    log = MemoryLog()
    loop = loop_on(log)
    await loop.begin()
    before = list(log.records)
    planned = loop.plan_answer("I study computer science and work at a bakery.")
    assert loop.plan_answer("i study computer science, and work at a bakery") is planned
    assert log.records == before
    decision = await loop.commit_answer(Answer("I study computer science and work at a bakery.", 3.0, 6.0))
    assert decision == planned.decision
    assert log.records[-1].payload["turn"]["text"].startswith("I study")
    assert log.records[-1].payload["decision"]


async def test_a_second_process_takes_over_at_the_same_question() -> None:
    log = MemoryLog()
    first = loop_on(log)
    await first.begin()
    await say(first, 0)
    await first.commit_answer(Answer("I am a student of computer science in my last year in Pune.", 3, 6))
    await say(first, 6)
    await first.commit_answer(Answer("It went well.", 9, 10))

    second = loop_on(log)
    assert await second.resume()
    assert second.state == first.state
    assert second.open_question == first.open_question
    assert [turn.text for turn in second.turns] == [turn.text for turn in first.turns]


async def test_an_answer_whose_reply_was_never_heard_is_continued() -> None:
    log = MemoryLog()
    loop = loop_on(log)
    await loop.begin()
    await say(loop, 0)
    await loop.commit_answer(Answer("I am a student of computer science in my last year in Pune.", 3, 6))
    await say(loop, 6)
    await loop.commit_answer(Answer("I led the move of our billing job", 9, 11))
    await loop.reply_unheard()
    decision = await loop.commit_answer(Answer(GOOD.removeprefix("I led the move of our billing job "), 12, 20))
    answers = [turn for turn in loop.turns if turn.speaker is Speaker.CANDIDATE]
    assert len(answers) == 2
    assert answers[-1].text == GOOD
    assert answers[-1].start_s == 9
    assert decision.signals is not None
    assert decision.signals.metrics

    again = loop_on(log)
    await again.resume()
    assert [turn.text for turn in again.turns] == [turn.text for turn in loop.turns]
    assert again.state == loop.state


async def test_words_said_when_the_connection_broke_are_continued_after_it() -> None:
    log = MemoryLog()
    loop = loop_on(log)
    await loop.begin()
    await loop.keep_partial(Answer("I study in", 3, 4))
    again = loop_on(log)
    await again.resume()
    await again.commit_answer(Answer("Pune and I work at a bakery.", 9, 11))
    assert again.turns[-1].text == "I study in Pune and I work at a bakery."


async def test_a_tick_that_changes_nothing_is_not_stored() -> None:
    log = MemoryLog()
    loop = loop_on(log)
    await loop.begin()
    count = len(log.records)
    for ms in range(0, 5000, 1000):
        assert (await loop.handle(Tick(at_ms=ms))).action is Action.WAIT
    assert len(log.records) == count


async def test_typed_answers_sent_twice_count_once_even_after_a_restart() -> None:
    log = MemoryLog()
    loop = loop_on(log)
    await loop.begin()
    await loop.commit_answer(Answer("I study in Pune.", 1, 2, typed=True), client_id="a1")
    again = loop_on(log)
    await again.resume()
    assert "a1" in again.typed_ids


@pytest.mark.parametrize("what", ["repeat", "skip", "end"])
async def test_buttons_are_stored_with_a_reason(what: str) -> None:
    log = MemoryLog()
    loop = loop_on(log)
    await loop.begin()
    decision = await loop.handle(Requested(at_ms=1000, what=what))  # type: ignore[arg-type]
    assert decision.text
    assert log.records[-1].payload["decision"]["reason"]


STUDENT = "I am a student of computer science in my last year in Pune."


async def test_a_view_of_the_answer_is_stored_with_it() -> None:
    log, viewer = MemoryLog(), Viewer()
    loop = loop_on(log, viewer)
    await loop.begin()
    await loop.consider(STUDENT)
    planned = loop.plan_answer(STUDENT)
    assert planned.event.opinion is not None
    decision = await loop.commit_answer(Answer(STUDENT, 3, 6))
    assert decision == planned.decision
    assert log.records[-1].payload["event"]["opinion"]["model"] == "small-1"
    assert viewer.asked == [("Please tell me about yourself.", STUDENT, (MissingPiece.CONTEXT,))]
    second = loop_on(log)
    await second.resume()
    assert second.state == loop.state


async def test_a_late_view_costs_its_deadline_once_and_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    deadline_s = 2.0
    monkeypatch.setattr(turn_loop, "OPINION_S", deadline_s)
    loop = loop_on(MemoryLog(), Viewer(delay_s=30))
    await loop.begin()
    began = time.monotonic()
    await loop.consider(STUDENT)
    await loop.consider(STUDENT)
    decision = await loop.commit_answer(Answer(STUDENT, 3, 6))
    assert deadline_s * 0.9 <= time.monotonic() - began < deadline_s * 1.9
    assert decision.text
    assert loop.plan_answer("And I bake.").event.opinion is None


async def test_a_view_of_words_that_changed_meanwhile_is_dropped() -> None:
    viewer = Viewer(delay_s=0.2)
    loop = loop_on(MemoryLog(), viewer)
    await loop.begin()
    first = asyncio.create_task(loop.consider("I am a student of computer science"))
    await asyncio.sleep(0.01)
    await loop.consider(STUDENT)
    await first
    assert viewer.cancelled == 1
    assert loop.plan_answer(STUDENT).event.opinion is not None


async def test_a_broken_viewer_is_no_view() -> None:
    loop = loop_on(MemoryLog(), Viewer(broken=True))
    await loop.begin()
    await loop.consider(STUDENT)
    assert loop.plan_answer(STUDENT).event.opinion is None


async def test_without_a_viewer_and_for_a_few_words_nobody_is_waited_for() -> None:
    viewer = Viewer(delay_s=30)
    quiet, asked = loop_on(MemoryLog()), loop_on(MemoryLog(), viewer)
    await quiet.begin()
    await asked.begin()
    began = time.monotonic()
    await quiet.consider(STUDENT)
    await asked.consider("Could you repeat that?")
    assert time.monotonic() - began < 10
    assert viewer.asked == []


async def test_a_thought_aloud_stays_when_the_reply_to_a_button_after_it_was_not_heard() -> None:
    """The button's reply is taken back, not the thought, which was answered by silence and stands for itself."""
    code, log = small_coding(), MemoryLog()

    def entered() -> TurnLoop:
        clock = InterviewClock()
        clock.run()
        return TurnLoop(plan=exercise_plan(code), patterns={}, clock=clock, log=log, exercises={code.key: code})

    loop = entered()
    await loop.begin()
    await say(loop, 0)
    await loop.commit_answer(Answer("It returns the middle of a list, and I suspect that it is not sorted.", 3, 6))
    await say(loop, 6)
    thought = "Okay, so this loop goes over half of the values"
    assert (await loop.commit_answer(Answer(thought, 9, 12))).action is Action.WAIT
    hint = await loop.handle(HintAsked(at_ms=13_000, exercise=code.key), client_id="h1")
    assert hint.hint == 1
    await loop.reply_unheard()
    assert loop.turns[-1].text == thought
    await loop.commit_answer(Answer("And now I would sort them.", 14, 15))
    assert [turn.text for turn in loop.turns][-2:] == [thought, "And now I would sort them."]

    again = entered()
    await again.resume()
    assert [turn.text for turn in again.turns] == [turn.text for turn in loop.turns]
    assert again.exercise == code.key
    assert "h1" in again.typed_ids
