"""The product with a runner of code that knows three kinds of place: `python -m tests.support.exercise_host`.

Python is run here and passes when the code holds the word MENDED (with SLOW in it, after a while); JavaScript would run
in the page; SQL runs nowhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial

import uvicorn

from schema.code_runs import CodeLanguage, RunPlace, RunRequest, RunResult, RunVerdict, TestResult, TestVerdict
from schema.room_exercises import RunnerInfo
from server.app import create_app
from server.equipment import open_equipment
from server.rooms import Equipment
from server.settings import Settings
from server.startup import load_settings, prepare
from server.wiring import open_everything
from tests.support.small_exercises import SaidRunner

MENDED, SLOW = "MENDED", "SLOW"
SLOW_S = 5.0
PLACES = {CodeLanguage.PYTHON: RunPlace.SANDBOX, CodeLanguage.JAVASCRIPT: RunPlace.BROWSER, CodeLanguage.SQL: None}


def by_word(request: RunRequest) -> RunResult:
    """Two tests; the second passes with the word."""
    mended = MENDED in request.solution
    tests = (
        TestResult(name="test_always", verdict=TestVerdict.PASSED),
        TestResult(
            name="test_word",
            verdict=TestVerdict.PASSED if mended else TestVerdict.FAILED,
            message="" if mended else "AssertionError: the word is missing",
        ),
    )
    return RunResult(verdict=RunVerdict.PASSED if mended else RunVerdict.FAILED, tests=tests, time_ms=4, memory_mb=9)


class ThreePlaces(SaidRunner):
    """A `CodeRunner`; see above."""

    def info(self, language: CodeLanguage) -> RunnerInfo:
        return RunnerInfo(where=PLACES[language], detail=f"{language} runs where the test says.")

    async def run(self, request: RunRequest, *, owner: str, queued: Callable[[int], None] | None = None) -> RunResult:
        result = await super().run(request, owner=owner, queued=queued)
        if SLOW in request.solution:
            await asyncio.sleep(SLOW_S)
        return result


@asynccontextmanager
async def equip(settings: Settings) -> AsyncIterator[Equipment]:
    runner = ThreePlaces()
    runner.verdict = by_word
    async with open_equipment(settings) as equipment:
        yield replace(equipment, runner=runner)


def main() -> None:
    settings = load_settings()
    asyncio.run(prepare(settings))
    app = create_app(settings, open_all=partial(open_everything, equip=equip))
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_level="warning",
        access_log=False,
    )


if __name__ == "__main__":
    main()
