"""Stands for the sandbox where there is none: code runs in the candidate's own browser, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from agent.ports import RunnerUnavailableError
from schema.code_runs import CodeLanguage, RunPlace, RunRequest
from schema.room_exercises import RunnerInfo

WHY = "This server has no sandbox, so code is not run on it."


@dataclass(frozen=True, slots=True)
class NoSandbox:
    """A `CodeRunner` that runs nothing. `why` is told to the candidate."""

    why: str = WHY

    def info(self, language: CodeLanguage) -> RunnerInfo:
        if language is CodeLanguage.SQL:
            return RunnerInfo(where=None, detail=f"{self.why} A page can't run SQL, so say what your query does.")
        return RunnerInfo(where=RunPlace.BROWSER, detail=f"{self.why} It runs in your browser, not verified.")

    async def run(self, request: RunRequest, *, owner: str, queued: Callable[[int], None] | None = None) -> NoReturn:
        raise RunnerUnavailableError(self.why)
