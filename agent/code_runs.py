"""Runs of a candidate's code beside the conversation: queued, overtaken by newer ones, stored, then shown."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from agent.code_tests import Group, requests, shown, stops
from agent.ports import CodeRunner, RoomPort, RunnerBusyError, RunnerUnavailableError
from agent.tasks import Tasks
from agent.workbench import RUN, Bench
from schema.code_runs import RunRequest, RunResult
from schema.exercises import CodingExercise
from schema.room_exercises import BrowserRun, RunFinished, RunQueued, RunRefused, RunShown, RunTests

log = logging.getLogger("interview.runs")
RefusalCode = Literal["unavailable", "busy", "unknown_revision", "not_open", "failed"]
OVERTAKEN = "A newer run took the place of this one."
FAILED = "The tests could not be run because of a fault on our side. Please run them again."
NOT_STORED = "The result could not be saved; the disk may be full. Your code is kept, please run it again."
NO_TESTS = "This exercise has no tests to run. Say what you think of the code."


@dataclass(slots=True)
class _Going:
    message: RunTests
    task: asyncio.Task[None] | None = None
    position: int | None = None  # in the queue, as last told; 0: it has begun


class CodeRuns:
    """`keep` appends a record; `bench` gives an exercise's work as it stands; `ran` hears of each stored run."""

    def __init__(
        self,
        runner: CodeRunner,
        owner: str,
        room: RoomPort,
        tasks: Tasks,
        *,
        bench: Callable[[str], Bench],
        keep: Callable[[str, dict[str, Any]], Awaitable[None]],
        ran: Callable[[], Awaitable[None]],
    ) -> None:
        self._runner, self._owner, self._room, self._tasks = runner, owner, room, tasks
        self._bench, self._keep, self._ran = bench, keep, ran
        self._going: dict[str, _Going] = {}  # by client_id
        self._numbering = asyncio.Lock()

    def start(self, message: RunTests, exercise: CodingExercise, text: str, *, modification: bool) -> None:
        """Runs the tests on `text`; the answer comes when it is there."""
        if (going := self._going.get(message.client_id)) is not None:
            self._tell_place(going)
            return
        todo = requests(exercise, text, modification=modification, submitted=message.submit)
        if not todo:
            self.refuse(message, "unavailable", NO_TESTS)
            return
        self._overtake(message.exercise)
        going = self._going[message.client_id] = _Going(message)
        going.task = self._tasks.start(self._run(going, todo), "run-code")

    async def seen_in_browser(self, message: BrowserRun, result: RunResult) -> None:
        """Stores what a run in the candidate's own browser gave."""
        await self._finish(message, result, {})

    def refuse(self, message: RunTests | BrowserRun, code: RefusalCode, why: str) -> None:
        self._room.send(RunRefused(client_id=message.client_id, exercise=message.exercise, code=code, message=why))

    def _overtake(self, exercise: str) -> None:
        """A run that has not begun gives its place to a newer one of the same exercise."""
        for client_id, going in list(self._going.items()):
            if going.message.exercise == exercise and going.position != 0 and going.task is not None:
                going.task.cancel()
                del self._going[client_id]
                self.refuse(going.message, "busy", OVERTAKEN)

    async def _run(self, going: _Going, todo: Mapping[Group, RunRequest]) -> None:
        message = going.message
        try:
            whole = await self._groups(going, todo)
        except RunnerBusyError as why:
            self.refuse(message, "busy", str(why))
        except RunnerUnavailableError as why:
            self.refuse(message, "unavailable", str(why))
        except Exception as fault:
            log.exception("a run failed", exc_info=fault)
            self.refuse(message, "failed", FAILED)
        else:
            await self._finish(message, shown(whole, hidden_due=Group.HIDDEN in todo), whole)
        finally:
            if self._going.get(message.client_id) is going:
                del self._going[message.client_id]

    async def _groups(self, going: _Going, todo: Mapping[Group, RunRequest]) -> dict[Group, RunResult]:
        whole: dict[Group, RunResult] = {}
        for group, request in todo.items():
            whole[group] = await self._runner.run(
                request, owner=self._owner, queued=lambda place: self._moved(going, place)
            )
            if stops(whole[group]):
                break
        return whole

    def _moved(self, going: _Going, position: int) -> None:
        if going.position not in (0, position):  # once it has begun, a later group of its tests may wait for a moment
            going.position = position
            self._tell_place(going)

    def _tell_place(self, going: _Going) -> None:
        if going.position is not None:
            message, position = going.message, going.position
            self._room.send(RunQueued(client_id=message.client_id, exercise=message.exercise, position=position))

    async def _finish(
        self, message: RunTests | BrowserRun, result: RunResult, whole: Mapping[Group, RunResult]
    ) -> None:
        """Store first: a result is shown, and the interviewer hears of it, when it is safe."""
        async with self._numbering:
            number = len(self._bench(message.exercise).runs) + 1
            try:
                await self._keep(RUN, _record(message, number, result, whole))
            except Exception as fault:
                log.exception("a run could not be stored", exc_info=fault)
                self.refuse(message, "failed", NOT_STORED)
                return
        run = RunShown(number=number, revision=message.revision, submitted=message.submit, result=result)
        self._room.send(RunFinished(client_id=message.client_id, exercise=message.exercise, run=run))
        await self._ran()


def _record(
    message: RunTests | BrowserRun, number: int, result: RunResult, whole: Mapping[Group, RunResult]
) -> dict[str, Any]:
    return {
        "exercise": message.exercise,
        "number": number,
        "revision": message.revision,
        "submitted": message.submit,
        "client_id": message.client_id,
        "result": result.model_dump(mode="json"),
        "whole": {group.value: one.model_dump(mode="json") for group, one in whole.items()},
    }
