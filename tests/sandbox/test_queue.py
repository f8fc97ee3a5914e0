"""Turns are fair: two runs of one person at once, others in between, and a line that ends somewhere."""

from __future__ import annotations

import asyncio

import pytest

from server.sandbox.queue import MOST_WAITING_OF_ONE, PER_OWNER, FairQueue, OverloadedError


class Runs:
    """Runs that hold their slot until they are let go, in the order in which they began."""

    def __init__(self, queue: FairQueue) -> None:
        self.queue = queue
        self.began: list[str] = []
        self.positions: dict[str, list[int]] = {}
        self._gates: dict[str, asyncio.Event] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def start(self, owner: str, name: str) -> None:
        self._gates[name], self.positions[name] = asyncio.Event(), []
        self._tasks[name] = asyncio.create_task(self._run(owner, name))
        await asyncio.sleep(0)

    async def _run(self, owner: str, name: str) -> None:
        async with self.queue.slot(owner, self.positions[name].append):
            self.began.append(name)
            await self._gates[name].wait()

    async def end(self, name: str) -> None:
        self._gates[name].set()
        await self._tasks[name]
        await asyncio.sleep(0)

    async def cancel(self, name: str) -> None:
        self._tasks[name].cancel()
        await asyncio.gather(self._tasks[name], return_exceptions=True)
        await asyncio.sleep(0)

    async def end_all(self) -> None:
        for gate in self._gates.values():
            gate.set()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)


async def test_one_person_runs_two_at_once() -> None:
    runs = Runs(FairQueue(4))
    for name in ("a1", "a2", "a3"):
        await runs.start("a", name)
    assert runs.began == ["a1", "a2"]
    assert runs.queue.running == PER_OWNER
    await runs.end("a1")
    assert runs.began == ["a1", "a2", "a3"]
    await runs.end_all()


async def test_no_more_run_than_there_are_slots() -> None:
    runs = Runs(FairQueue(3))
    for owner in "abcde":
        await runs.start(owner, owner)
    assert runs.began == ["a", "b", "c"]
    assert (runs.queue.running, runs.queue.waiting) == (3, 2)
    await runs.end_all()
    assert (runs.queue.running, runs.queue.waiting) == (0, 0)


async def test_a_person_with_many_runs_does_not_hold_up_the_others() -> None:
    runs = Runs(FairQueue(1))
    for name in ("a1", "a2", "a3", "a4"):
        await runs.start("a", name)
    await runs.start("b", "b1")
    await runs.start("c", "c1")
    for name in ("a1", "a2", "b1", "c1", "a3", "a4"):
        await runs.end(name)
    assert runs.began == ["a1", "a2", "b1", "c1", "a3", "a4"]


async def test_the_place_in_the_line_is_told_as_it_changes() -> None:
    runs = Runs(FairQueue(1))
    for owner in "abc":
        await runs.start(owner, owner)
    assert runs.positions == {"a": [0], "b": [1], "c": [2]}
    await runs.end("a")
    assert runs.positions == {"a": [0], "b": [1, 0], "c": [2, 1]}
    await runs.end_all()


async def test_a_full_line_refuses() -> None:
    runs = Runs(FairQueue(1, most_waiting=2))
    for owner in "abc":
        await runs.start(owner, owner)
    with pytest.raises(OverloadedError) as refused:
        async with runs.queue.slot("d"):
            pass
    assert (refused.value.code, refused.value.status) == ("overloaded", 429)
    assert runs.queue.waiting == 2
    await runs.end_all()


async def test_one_person_can_not_fill_the_line() -> None:
    runs = Runs(FairQueue(1))
    for number in range(1 + MOST_WAITING_OF_ONE):
        await runs.start("a", str(number))
    with pytest.raises(OverloadedError):
        async with runs.queue.slot("a"):
            pass
    await runs.start("b", "b")
    assert runs.queue.waiting == MOST_WAITING_OF_ONE + 1
    await runs.end_all()


async def test_who_leaves_the_line_gives_up_the_place() -> None:
    runs = Runs(FairQueue(1))
    for owner in "abc":
        await runs.start(owner, owner)
    await runs.cancel("b")
    assert runs.positions["c"] == [2, 1]
    await runs.cancel("a")
    assert runs.began == ["a", "c"]
    await runs.end_all()
