"""Notes and runs beside the conversation: nothing is acknowledged that is not stored, and a newer run overtakes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from agent import notes
from agent.code_runs import CodeRuns
from agent.notes import Notes
from agent.ports import RunnerBusyError, RunnerUnavailableError, StoredEvent
from agent.tasks import Tasks
from agent.workbench import ARTIFACT, RUN, Workbench
from schema.room import Notice, ServerMessage
from schema.room_exercises import ArtifactSaved, RunFinished, RunQueued, RunRefused, RunTests, SaveArtifact
from tests.support.small_exercises import FIXED, SaidRunner, small_case, small_coding, sorting_decides

CODE, CASE = small_coding(), small_case()


class Desk:
    """A room, a store that may be full, and the fold over what it stored."""

    def __init__(self) -> None:
        self.sent: list[ServerMessage] = []
        self.kept: list[tuple[str, dict[str, Any]]] = []
        self.full = False
        self.told = 0
        self.tasks = Tasks(lambda: self.sent.append(Notice(code="internal", message="")))
        self.bench = Workbench({CODE.key: CODE, CASE.key: CASE}, (CODE.key, CASE.key))
        for key in (CASE.key, CODE.key):
            self.bench.apply(StoredEvent(0, 0, "step", {"event": {}, "decision": {"exercise": key}}))

    def send(self, message: ServerMessage) -> None:
        self.sent.append(message)

    async def keep(self, kind: str, body: dict[str, Any]) -> None:
        await asyncio.sleep(0)
        if self.full:
            raise OSError("no room on the disk")
        self.kept.append((kind, body))
        self.bench.apply(StoredEvent(len(self.kept), 0, kind, body))

    async def ran(self) -> None:
        self.told += 1

    def saved(self) -> list[str]:
        return [message.client_id for message in self.sent if isinstance(message, ArtifactSaved)]

    def refused(self) -> list[tuple[str, str]]:
        return [(message.client_id, message.code) for message in self.sent if isinstance(message, RunRefused)]

    async def until(self, count: int, kind: type[ServerMessage]) -> None:
        async with asyncio.timeout(10):
            while sum(isinstance(message, kind) for message in self.sent) < count:
                await asyncio.sleep(0.005)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    made = Desk()
    yield made
    await made.tasks.aclose()


def text(client_id: str, value: str, part: Any = "scratchpad", section: str | None = None) -> SaveArtifact:
    return SaveArtifact(client_id=client_id, exercise=CASE.key, part=part, section=section, text=value)


# ------------------------------------------------------------------ notes


async def test_the_first_text_is_stored_at_once_and_those_after_it_as_one(desk: Desk) -> None:
    written = Notes(desk.keep, desk, desk.tasks)
    await written.save(text("a1", "1"))
    assert desk.saved() == ["a1"]
    for number in range(2, 9):
        await written.save(text(f"a{number}", "x" * number))
    await written.save(text("s1", "Win them back", "summary"))
    assert desk.saved() == ["a1", "s1"]
    await written.flush()
    assert desk.saved() == ["a1", "s1", *(f"a{number}" for number in range(2, 9))]
    assert [body["text"] for _, body in desk.kept] == ["1", "Win them back", "x" * 8]
    assert desk.bench.benches[CASE.key].artifacts.scratchpad == "x" * 8
    assert set(desk.bench.answers) == {"a1", "s1", *(f"a{number}" for number in range(2, 9))}


async def test_a_text_that_waits_is_stored_by_itself(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "EVERY_S", 0.05)
    written = Notes(desk.keep, desk, desk.tasks)
    await written.save(text("a1", "1"))
    await written.save(text("a2", "12"))
    assert desk.saved() == ["a1"]
    await desk.until(2, ArtifactSaved)
    assert [kind for kind, _ in desk.kept] == [ARTIFACT, ARTIFACT]


async def test_what_could_not_be_stored_is_not_acknowledged_and_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "AGAIN_S", 0.05)
    written = Notes(desk.keep, desk, desk.tasks)
    desk.full = True
    await written.save(text("a1", "1"))
    await written.save(text("a2", "12"))
    assert desk.saved() == []
    assert next(message.code for message in desk.sent if isinstance(message, Notice)) == "not_stored"
    desk.full = False
    await desk.until(2, ArtifactSaved)
    assert desk.saved() == ["a1", "a2"]
    assert [body["text"] for _, body in desk.kept] == ["12"]


# ------------------------------------------------------------------ runs


def runs(desk: Desk, runner: SaidRunner) -> CodeRuns:
    return CodeRuns(
        runner,
        "maya",
        desk,
        desk.tasks,
        bench=lambda key: desk.bench.benches[key],
        keep=desk.keep,
        ran=desk.ran,
    )


def ask(client_id: str, *, submit: bool = False) -> RunTests:
    return RunTests(client_id=client_id, exercise=CODE.key, revision=0, submit=submit)


async def test_a_run_is_queued_stored_shown_and_told(desk: Desk) -> None:
    runner = SaidRunner()
    runner.verdict = sorting_decides
    runs(desk, runner).start(ask("r1", submit=True), CODE, FIXED, modification=False)
    await desk.until(1, RunFinished)
    assert [message.type for message in desk.sent] == ["run_queued", "run_finished"]
    assert desk.told == 1
    ((kind, body),) = desk.kept
    assert kind == RUN
    assert list(body["whole"]) == ["failing", "visible", "hidden"]
    assert "test_secret_even" in str(body["whole"])
    assert "test_secret_even" not in str(body["result"])
    assert {owner for _, owner in runner.requests} == {"maya"}


async def test_a_newer_run_takes_the_place_of_one_that_waits_and_of_none_that_has_begun(desk: Desk) -> None:
    runner = SaidRunner()
    runner.gate.clear()
    going = runs(desk, runner)
    going.start(ask("r1"), CODE, FIXED, modification=False)
    await desk.until(1, RunQueued)
    going.start(ask("r2"), CODE, FIXED, modification=False)
    await desk.until(2, RunQueued)
    assert desk.refused() == [("r1", "busy")]
    going.start(ask("r2"), CODE, FIXED, modification=False)
    assert desk.refused() == [("r1", "busy")]
    runner.gate.set()
    await desk.until(1, RunFinished)
    assert [run.number for run in desk.bench.benches[CODE.key].runs] == [1]
    assert runner.begun == 2  # the groups of one run


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (RunnerBusyError("Too many runs are waiting."), "busy"),
        (RunnerUnavailableError("There is no sandbox."), "unavailable"),
        (RuntimeError("a fault of the runner"), "failed"),
    ],
)
async def test_a_run_that_could_not_be_made_is_refused_and_may_be_sent_again(
    desk: Desk, fault: Exception, code: str
) -> None:
    runner = SaidRunner()
    runner.fault = fault
    going = runs(desk, runner)
    going.start(ask("r1"), CODE, FIXED, modification=False)
    await desk.until(1, RunRefused)
    assert desk.refused() == [("r1", code)]
    assert desk.kept == []
    runner.fault = None
    going.start(ask("r1"), CODE, FIXED, modification=False)
    await desk.until(1, RunFinished)


async def test_a_result_that_could_not_be_stored_is_not_shown(desk: Desk) -> None:
    desk.full = True
    runs(desk, SaidRunner()).start(ask("r1"), CODE, FIXED, modification=False)
    await desk.until(1, RunRefused)
    assert desk.refused() == [("r1", "failed")]
    assert not any(isinstance(message, RunFinished) for message in desk.sent)
    assert desk.told == 0


async def test_an_exercise_without_tests_is_talked_about(desk: Desk) -> None:
    bare = small_coding(failing_test_case=None, visible_tests="", hidden_tests="")
    runs(desk, SaidRunner()).start(ask("r1"), bare, FIXED, modification=False)
    assert desk.refused() == [("r1", "unavailable")]
