"""Exercises in a live interview: real controller, voice and log, a browser that is a list of messages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from agent.ports import StoredEvent
from agent.workbench import RUN, sha256
from schema.code_runs import RunPlace, RunResult, RunVerdict, TestResult, TestVerdict
from schema.exercises import Exercise
from schema.plan import PlanPhase
from schema.room import AnswerStored, Control, Error, Notice, TypedAnswer, UtteranceStart
from schema.room_exercises import (
    MAX_CODE_CHARS,
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
    Remark,
    RevealShown,
    RunFinished,
    RunRefused,
    RunTests,
    SaveArtifact,
    SaveRemarks,
)
from schema.vocabulary import PhaseKind, Speaker
from tests.support.live_room import Room, local_voice, takes_of
from tests.support.memory_log import MemoryLog
from tests.support.small_exercises import (
    FIXED,
    GIVEN,
    WIDER,
    SaidRunner,
    diff,
    exercise_plan,
    small_case,
    small_coding,
    sorting_decides,
)
from tests.support.small_interview import small_plan

pytestmark = pytest.mark.timeout(120)
CODE, CASE = small_coding(), small_case()


class FullLog(MemoryLog):
    """A log whose disk can be full."""

    full = False

    async def append(self, kind: str, at_ms: int, payload: dict[str, Any]) -> StoredEvent:
        if self.full:
            raise OSError("no room on the disk")
        return await super().append(kind, at_ms, payload)


@asynccontextmanager
async def entered(log: MemoryLog, exercise: Exercise, runner: SaidRunner | None = None) -> AsyncIterator[Room]:
    """A typed interview of one exercise alone, in which the exercise is on the table."""
    async with local_voice() as voice:
        room = Room(log, voice, [], exercise_plan(exercise), exercises=(exercise,), runner=runner)
        await room.open(microphone=False)
        try:
            await room.wait(ExerciseOpened)
            yield room
        finally:
            await room.close()


def patch(client_id: str, revision: int, old: str, new: str, **changes: Any) -> Patch:
    body = {"client_id": client_id, "exercise": CODE.key, "base": revision, "diff": diff(old, new), **changes}
    return Patch.model_validate(body)


def run(client_id: str, revision: int, *, submit: bool = False) -> RunTests:
    return RunTests(client_id=client_id, exercise=CODE.key, revision=revision, submit=submit)


def steps(log: MemoryLog, kind: str) -> list[dict[str, Any]]:
    return [record.payload for record in log.records if record.payload.get("event", {}).get("kind") == kind]


def sorting() -> SaidRunner:
    runner = SaidRunner()
    runner.verdict = sorting_decides
    return runner


# ------------------------------------------------------------------ patches


async def test_an_edit_is_stored_then_acknowledged_and_counts_once() -> None:
    log = MemoryLog()
    async with entered(log, CODE) as room:
        opened = room.all(ExerciseOpened)[0]
        assert (opened.revision, opened.text, opened.closed) == (0, GIVEN, False)
        assert opened.view.kind == "coding"
        assert opened.runner.where is None
        for _ in range(2):
            await room.live.message(patch("p1", 0, GIVEN, FIXED))
        await room.live.message(patch("p2", 1, FIXED, WIDER))
        await room.wait(PatchApplied, 3)
    assert [(one.revision, one.sha256) for one in room.all(PatchApplied)] == [
        (1, sha256(FIXED)),
        (1, sha256(FIXED)),
        (2, sha256(WIDER)),
    ]
    assert [record.payload["revision"] for record in log.records if record.kind == "revision"] == [1, 2]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"base": 0}, "stale_base"),
        ({"base": 7}, "stale_base"),
        ({"diff": diff(WIDER, GIVEN)}, "hunk_failed"),
        ({"diff": diff(FIXED, WIDER, "../../etc/passwd")}, "outside"),
        ({"diff": "rm -rf"}, "malformed"),
        ({"diff": diff(FIXED, FIXED + "\x00\n")}, "malformed"),
        ({"diff": diff(FIXED, FIXED + f"# {'x' * MAX_CODE_CHARS}\n")}, "too_large"),
        ({"exercise": "another_one"}, "not_open"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_an_edit_that_does_not_fit_is_refused_and_nothing_is_lost(changes: dict[str, Any], code: str) -> None:
    log = MemoryLog()
    async with entered(log, CODE) as room:
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        await room.live.message(patch("p2", 1, FIXED, WIDER, **changes))
        refused = await room.wait(PatchRefused)
        assert (refused.client_id, refused.code) == ("p2", code)
        if code != "not_open":
            assert (refused.revision, refused.text) == (1, FIXED)
        await room.live.message(patch("p2", 1, FIXED, WIDER))
        await room.wait(PatchApplied, 2)
    assert not room.all(Error)


async def test_an_edit_that_could_not_be_stored_is_kept_by_the_page_and_taken_when_it_comes_again() -> None:
    log = FullLog()
    async with entered(log, CODE) as room:
        log.full = True
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        refused = await room.wait(PatchRefused)
        assert (refused.code, refused.revision, refused.text) == ("not_stored", 0, GIVEN)
        log.full = False
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        assert (await room.wait(PatchApplied)).revision == 1


# ------------------------------------------------------------------ runs and hints


async def test_a_run_is_shown_and_the_interviewer_hears_of_it() -> None:
    log = MemoryLog()
    async with entered(log, CODE, sorting()) as room:
        await room.wait(UtteranceStart)
        await room.live.message(run("r1", 0))
        await room.live.message(run("r9", 5))
        finished = await room.wait(RunFinished)
        assert finished.run.result.verdict is RunVerdict.FAILED
        assert [message.code for message in room.all(RunRefused)] == ["unknown_revision"]
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        await room.live.message(run("r2", 1, submit=True))
        await room.live.message(run("r2", 1, submit=True))
        assert (await room.wait(RunFinished, 2)).run.result.verdict is RunVerdict.PASSED
        await with_told(log, 2)
        await room.live.message(run("r2", 1, submit=True))
        assert (await room.wait(RunFinished, 3)).run.number == 2
    told = [step["event"] for step in steps(log, "code_ran")]
    assert [(event["submitted"], event["verdict"]) for event in told] == [(False, "failed"), (True, "passed")]
    assert told[0]["failing"] == ["test_unsorted"]


async def test_a_server_that_died_before_the_interviewer_heard_of_a_run_tells_it_later() -> None:
    log = MemoryLog()
    async with entered(log, CODE, sorting()) as room:
        await room.live.message(run("r1", 0))
        await room.wait(RunFinished)
    ran = next(place for place, record in enumerate(log.records) if record.kind == RUN)
    log.records = log.records[: ran + 1]
    async with entered(log, CODE, sorting()) as room:
        assert [one.number for one in room.all(ExerciseOpened)[0].runs] == [1]
        await with_told(log, 1)
    assert len(steps(log, "code_ran")) == 1


async def test_a_browsers_own_run_is_taken_where_there_is_no_sandbox_and_marked() -> None:
    said = RunResult(
        verdict=RunVerdict.PASSED, tests=(TestResult(name="test_one", verdict=TestVerdict.PASSED),), time_ms=1
    )
    from_page = BrowserRun(client_id="b1", exercise=CODE.key, revision=0, result=said)
    log = MemoryLog()
    async with entered(log, CODE, SaidRunner(RunPlace.BROWSER)) as room:
        await room.live.message(from_page)
        assert (await room.wait(RunFinished)).run.result.where is RunPlace.BROWSER
        await with_told(log, 1)
        await room.live.message(run("r1", 0))
        assert (await room.wait(RunRefused)).code == "unavailable"
    assert steps(log, "code_ran")[0]["event"]["verified"] is False
    async with entered(MemoryLog(), CODE, SaidRunner()) as room:
        await room.live.message(from_page)
        assert (await room.wait(RunRefused)).code == "unavailable"


async def test_hints_are_given_one_by_one_and_shown_again_after_a_break() -> None:
    log = MemoryLog()
    async with entered(log, CODE) as room:
        for client_id in ("h1", "h1", "h2"):
            await room.live.message(AskHint(client_id=client_id, exercise=CODE.key))
        await room.wait(HintGiven, 3)
        assert [hint.number for hint in room.all(HintGiven)] == [1, 1, 2]
        assert room.all(HintGiven)[-1].text == CODE.hints[1]
    async with entered(log, CODE) as room:
        assert room.all(ExerciseOpened)[0].hints == CODE.hints[:2]


# ------------------------------------------------------------------ coming back, and the end


async def test_a_broken_connection_comes_back_to_the_same_work() -> None:
    log = MemoryLog()
    async with entered(log, CODE, sorting()) as room:
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        await room.live.message(SaveRemarks(client_id="m1", exercise=CODE.key, remarks=(Remark(line=2, text="Sort."),)))
        await room.live.message(
            SaveRemarks(client_id="m2", exercise=CODE.key, remarks=(Remark(line=2, text="Sort it first."),))
        )
        await room.live.message(run("r1", 1))
        await room.wait(RunFinished)
    async with entered(log, CODE, sorting()) as room:
        opened = room.all(ExerciseOpened)[0]
        assert (opened.revision, opened.text) == (1, FIXED)
        assert [one.number for one in opened.runs] == [1]
        assert [remark.text for remark in opened.remarks] == ["Sort it first."]
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        assert (await room.wait(PatchApplied)).revision == 1
        await room.live.message(patch("p2", 1, FIXED, WIDER))
        assert (await room.wait(PatchApplied, 2)).revision == 2


async def test_a_closed_exercise_can_be_read_and_not_changed() -> None:
    log = MemoryLog()
    async with entered(log, CODE, sorting()) as room:
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        await room.live.message(Control(action="skip"))
        await room.wait(ExerciseClosed)
        await room.live.message(patch("p2", 1, FIXED, WIDER))
        refused = await room.wait(PatchRefused)
        assert (refused.code, refused.text) == ("not_open", FIXED)
        await room.live.message(run("r1", 1))
        assert (await room.wait(RunRefused)).code == "not_open"
        await room.live.message(SaveRemarks(client_id="m1", exercise=CODE.key, remarks=()))
        assert (await room.wait(Notice)).code == "exercise_closed"
    async with entered(log, CODE, sorting()) as room:
        opened = room.all(ExerciseOpened)[0]
        assert (opened.closed, opened.text) == (True, FIXED)


async def test_inside_an_interview_one_exercise_follows_the_other_and_both_stay_readable() -> None:
    plan, second = small_plan(40), small_coding(key="other_value")
    phase = PlanPhase(
        id="coding",
        kind=PhaseKind.CODING,
        mins=30,
        objective=("tradeoffs",),
        patterns=(),
        exercise_mode=CODE.mode,
        exercises=(CODE.key, second.key),
    )
    plan = plan.model_copy(update={"phases": (plan.phases[0], phase, *plan.phases[1:])})
    log = MemoryLog()

    @asynccontextmanager
    async def inside() -> AsyncIterator[Room]:
        async with local_voice() as voice:
            room = Room(log, voice, [], plan, exercises=(CODE, second), runner=sorting())
            await room.open(microphone=False)
            try:
                yield room
            finally:
                await room.close()

    async with inside() as room:
        await room.wait(UtteranceStart)
        assert not room.all(ExerciseOpened)
        await room.live.message(Control(action="skip"))
        assert (await room.wait(ExerciseOpened)).view.key == CODE.key
        await room.live.message(patch("p1", 0, GIVEN, FIXED))
        await room.live.message(Control(action="skip"))
        opened = await room.wait(ExerciseOpened, 2)
        assert (opened.view.key, opened.index, opened.total, opened.text) == (second.key, 1, 2, GIVEN)
        assert [closed.exercise for closed in room.all(ExerciseClosed)] == [CODE.key]
        await room.live.message(Control(action="skip"))
        await room.wait(ExerciseClosed, 2)
        assert room.live.exercises.bench.open is None
    async with inside() as room:
        first, other = await room.wait(ExerciseOpened), await room.wait(ExerciseOpened, 2)
        assert [(one.view.key, one.closed, one.text) for one in (first, other)] == [
            (CODE.key, True, FIXED),
            (second.key, True, GIVEN),
        ]


# ------------------------------------------------------------------ a case


async def test_an_exhibit_that_was_asked_for_is_put_on_the_table_once() -> None:
    log = MemoryLog()
    async with entered(log, CASE) as room:
        opened = room.all(ExerciseOpened)[0]
        assert opened.view.kind == "case"
        assert opened.reveals == ()
        await room.wait(UtteranceStart)
        await asyncio.sleep(1.5)  # a beginning is heard, or the case is opened once more
        await room.live.message(TypedAnswer(client_id="a1", text="How many visitors came each year?"))
        shown = await room.wait(RevealShown)
        assert shown.reveal.title == "Visitors by year"
        await room.live.message(TypedAnswer(client_id="a2", text="How many visitors came each year?"))
        await room.wait(AnswerStored, 2)
        assert len(room.all(RevealShown)) == 1
    async with entered(log, CASE) as room:
        assert [reveal.id for reveal in room.all(ExerciseOpened)[0].reveals] == ["visitors"]


async def test_an_exhibit_is_earned_by_asking_aloud() -> None:
    async with local_voice() as voice:
        asked = "How many visitors came each year?"
        room = Room(MemoryLog(), voice, await takes_of(voice, asked), exercise_plan(CASE), exercises=(CASE,))
        await room.open()
        try:
            await room.wait(UtteranceStart)
            await asyncio.sleep(2)
            await room.say(0)
            shown = await room.wait(RevealShown)
            assert shown.reveal.title == "Visitors by year"
            assert CASE.revealable_data[0].spoken in (await room.wait(UtteranceStart, 2)).text
        finally:
            await room.close()
        assert [turn.text for turn in room.live._loop.turns if turn.speaker is Speaker.CANDIDATE] == [asked]


async def test_what_is_written_beside_a_case_is_saved_and_comes_back() -> None:
    def part(client_id: str, part: Any, text: str, section: str | None = None) -> SaveArtifact:
        return SaveArtifact(client_id=client_id, exercise=CASE.key, part=part, section=section, text=text)

    log = MemoryLog()
    async with entered(log, CASE) as room:
        await room.live.message(part("a1", "scratchpad", "1200 - 1000"))
        await room.live.message(part("a2", "outline", "Revenue and cost", "Framing"))
        await room.live.message(part("a3", "outline", "nowhere", "No such section"))
        assert (await room.wait(Error)).code == "bad_message"
        await room.live.message(part("a4", "scratchpad", "1200 - 1000 = 200"))
        await room.live.message(FinishExercise(client_id="f1", exercise=CASE.key))
        await room.wait(ArtifactSaved, 3)
        assert [saved.client_id for saved in room.all(ArtifactSaved)] == ["a1", "a2", "a4"]
    async with entered(log, CASE) as room:
        kept = room.all(ExerciseOpened)[0].artifacts
        assert (kept.scratchpad, kept.outline) == ("1200 - 1000 = 200", {"Framing": "Revenue and cost"})


async def with_told(log: MemoryLog, count: int) -> None:
    """Waits until the controller has heard of so many runs."""

    async with asyncio.timeout(40):
        while len(steps(log, "code_ran")) < count:
            await asyncio.sleep(0.05)
