"""The sandbox as the rest of the server sees it: a request goes in, a result comes out, whatever the code did."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import cache

from schema.code_runs import CodeLanguage, RunRequest, RunResult
from schema.room import Capability
from server.errors import AppError
from server.sandbox import cgroups, process, seccomp
from server.sandbox.limits import LIMITS, Limits
from server.sandbox.probe import Ability, probe
from server.sandbox.programs import UnusableTests, order, program
from server.sandbox.queue import FairQueue, OnPosition
from server.sandbox.results import refused, result

MAX_CHARS = 1_000_000  # of a solution or its tests


class SandboxOffError(AppError):
    """This language can't be run on this computer; the message says why and what to do."""

    def __init__(self, detail: str) -> None:
        super().__init__("sandbox_off", 503, detail)


class Sandbox:
    """Runs requests side by side, in threads of its own and never on the event loop."""

    def __init__(self, abilities: Mapping[CodeLanguage, Ability], *, at_once: int | None = None) -> None:
        self._abilities = abilities
        most = at_once or max(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
        self._queue = FairQueue(most)
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="sandbox")
        self._going: set[asyncio.Future[RunResult]] = set()

    def status(self, language: CodeLanguage) -> Capability:
        """Whether that language can be run, and if not, why and how to change it."""
        ability = self._abilities.get(language)
        if ability is None:
            return Capability(on=False, detail="The sandbox was not looked at.")
        return Capability(on=ability.on, detail=ability.detail)

    async def run(
        self,
        request: RunRequest,
        *,
        owner: str = "",
        on_position: OnPosition | None = None,
        limits: Limits | None = None,
    ) -> RunResult:
        """The result of one run. `owner`: for whom, for turns are taken by owner.

        Raises SandboxOffError, or OverloadedError where too many runs wait. Cancelled while it waits, it leaves the
        queue; cancelled while it runs, the program is ended first.
        """
        ability = self._abilities.get(request.language)
        if ability is None or not ability.on:
            raise SandboxOffError(self.status(request.language).detail)
        async with self._queue.slot(owner, on_position):
            return await self._run(request, ability, limits)

    async def _run(self, request: RunRequest, ability: Ability, limits: Limits | None) -> RunResult:
        stop = threading.Event()
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._threads, run_now, request, ability, limits, stop)
        self._going.add(work)
        work.add_done_callback(self._going.discard)
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            stop.set()
            await asyncio.wait([work])
            raise

    async def aclose(self) -> None:
        """Waits for what is running; each run ends itself within its bounds."""
        if self._going:
            await asyncio.wait(self._going)
        self._threads.shutdown(wait=False)  # awaited above: the loop's own threads may be gone when this is called


def run_now(
    request: RunRequest, ability: Ability, limits: Limits | None = None, stop: threading.Event | None = None
) -> RunResult:
    """One run in this thread."""
    assert ability.interpreter is not None
    if max(len(request.solution), len(request.tests)) > MAX_CHARS:
        return refused("That is more code than can be run at once. Shorten it and try again.")
    bounds = limits or LIMITS[request.language]
    try:
        given = order(request)
    except UnusableTests as failure:
        return refused(str(failure))
    what = program(request, ability.interpreter)
    ended = process.run(what, bounds, given, bwrap=ability.bwrap, filter_program=seccomp.program(), stop=stop)
    return result(ended, bounds)


@cache
def abilities() -> Mapping[CodeLanguage, Ability]:
    """What each language's trial found, once for this process. Blocking."""
    cgroups.sweep()
    return {language: probe(language) for language in CodeLanguage}


@asynccontextmanager
async def open_sandbox(
    languages: Iterable[CodeLanguage] = tuple(CodeLanguage), *, at_once: int | None = None
) -> AsyncIterator[Sandbox]:
    """A sandbox whose languages were tried out; those that don't work are off and say why."""
    wanted = tuple(languages)
    if wanted == tuple(CodeLanguage):
        found = await asyncio.to_thread(abilities)
    else:
        found = {language: await asyncio.to_thread(probe, language) for language in wanted}
    sandbox = Sandbox(found, at_once=at_once)
    try:
        yield sandbox
    finally:
        await sandbox.aclose()
