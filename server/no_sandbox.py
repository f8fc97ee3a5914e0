"""Stands for the sandbox where there is none: code runs in the candidate's own browser, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from agent.ports import RunnerUnavailableError
from schema.code_runs import CodeLanguage, RunPlace, RunRequest
from schema.room import RunnerInfo

WHY = "This server has no sandbox, so code is not run on it."


@dataclass(frozen=True, slots=True)
class NoSandbox:
    """A `CodeRunner` that runs nothing. `why` is told to the candidate."""

    why: str = WHY

    def info(self, language: CodeLanguage) -> RunnerInfo:
        return RunnerInfo(where=RunPlace.BROWSER, detail=self.why)

    async def run(self, request: RunRequest, *, owner: str, queued: Callable[[int], None] | None = None) -> NoReturn:
        raise RunnerUnavailableError(self.why)
