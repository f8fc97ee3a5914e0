"""The sandbox as the interviewer's room and the judge know it: a `CodeRunner` (agent.ports)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from agent.ports import RunnerBusyError, RunnerUnavailableError
from schema.code_runs import CodeLanguage, RunPlace, RunRequest, RunResult
from schema.room_exercises import RunnerInfo
from server.sandbox.queue import OverloadedError
from server.sandbox.runner import Sandbox, SandboxOffError, abilities


class SandboxRunner:
    """Belongs to the event loop in which it is first used; another loop makes its own."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def info(self, language: CodeLanguage) -> RunnerInfo:
        state = self._sandbox.status(language)
        elsewhere = None if language is CodeLanguage.SQL else RunPlace.BROWSER  # the page has no SQLite
        return RunnerInfo(where=RunPlace.SANDBOX if state.on else elsewhere, detail=state.detail)

    async def run(self, request: RunRequest, *, owner: str, queued: Callable[[int], None] | None = None) -> RunResult:
        try:
            return await self._sandbox.run(request, owner=owner, on_position=queued)
        except OverloadedError as failure:
            raise RunnerBusyError(failure.message) from failure
        except SandboxOffError as failure:
            raise RunnerUnavailableError(failure.message) from failure

    async def aclose(self) -> None:
        await self._sandbox.aclose()


async def open_runner(*, at_once: int | None = None) -> SandboxRunner:
    """A runner of this process's languages; they are tried out at the first call, well under a second."""
    return SandboxRunner(Sandbox(await asyncio.to_thread(abilities), at_once=at_once))
