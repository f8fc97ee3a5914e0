"""Evaluations run once, go on after a kill, fail step by step, can be retried, and are forgotten."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import URL

from schema.vocabulary import ReportStatus, StepStatus
from server.background import Reports
from server.db import Database, database_url
from server.repositories.interviews import Interviews
from server.repositories.reports import Reports as ReportRows
from server.usecases.reports import BROKEN, ReportWork, Step, StepFailedError
from tests.support.reports import MadeUpSteps, concluded, ended_interview, kept_texts, open_reports, status_of, steps_of
from tests.support.repository import ROOT

STEPS = ["read", "count", "judge", "tell"]


@pytest.fixture
def url(database_address: str, home: Path) -> URL:
    return database_url(database_address, home)


@asynccontextmanager
async def launched(url: URL, home: Path, made_up: MadeUpSteps) -> AsyncIterator[Reports]:
    reports = open_reports(url, home, made_up)
    await reports.launch()
    try:
        yield reports
    finally:
        await reports.shutdown()


async def until_gone(url: URL, home: Path, words: str) -> None:
    async with asyncio.timeout(20):
        while words in await asyncio.to_thread(kept_texts, url, home):
            await asyncio.sleep(0.05)


async def test_each_step_runs_once_however_often_it_is_started(url: URL, database: Database, home: Path) -> None:
    session_id, made_up = await ended_interview(database), MadeUpSteps()
    async with launched(url, home, made_up) as reports:
        await asyncio.gather(*(reports.start(session_id) for _ in range(3)))
        assert await concluded(database, session_id) is ReportStatus.DONE
        await reports.start(session_id)
        await reports.retry(session_id)
    assert made_up.ran == STEPS
    assert {step.status for step in (await steps_of(database, session_id)).values()} == {StepStatus.DONE}
    async with database.read() as db:
        assert [note.note for note in await ReportRows(db).notes(session_id)] == ["what was read"]


async def test_the_callers_loop_is_left_alone(url: URL, database: Database, home: Path) -> None:
    """DBOS would take the executor of the loop it runs in; the audio of interviews runs in the caller's."""
    session_id, made_up = await ended_interview(database), MadeUpSteps()
    longest = 0.0

    async def pulse() -> None:
        nonlocal longest
        while True:
            before = time.thread_time()  # what this thread worked in between, whatever else the machine did
            await asyncio.sleep(0.005)
            longest = max(longest, time.thread_time() - before)

    watching = asyncio.create_task(pulse())
    async with launched(url, home, made_up) as reports:
        await reports.start(session_id)
        await concluded(database, session_id)
    watching.cancel()
    assert longest < 0.5
    assert await asyncio.to_thread(lambda: "the default executor still works")


async def test_a_failed_step_is_shown_and_the_others_stand(url: URL, database: Database, home: Path) -> None:
    session_id = await ended_interview(database)
    made_up = MadeUpSteps({"judge": StepFailedError("The model did not answer in time. Try again.")})
    async with launched(url, home, made_up) as reports:
        await reports.start(session_id)
        assert await concluded(database, session_id) is ReportStatus.FAILED
        steps = await steps_of(database, session_id)
        assert [step.status for step in steps.values()] == [
            StepStatus.DONE,
            StepStatus.DONE,
            StepStatus.FAILED,
            StepStatus.FAILED,
        ]
        assert steps["judge"].error == "The model did not answer in time. Try again."
        assert steps["tell"].error == "This waits for “Judging”."

        made_up.broken.clear()
        await asyncio.gather(reports.retry(session_id), reports.retry(session_id))
        assert await concluded(database, session_id) is ReportStatus.DONE
    assert made_up.ran == ["read", "count", "judge", "judge", "tell"]


async def test_a_retry_looks_again_at_what_took_the_failed_step_along(url: URL, database: Database, home: Path) -> None:
    session_id, made_up = await ended_interview(database), MadeUpSteps({"count": StepFailedError("No figures.")})
    async with launched(url, home, made_up) as reports:
        await reports.start(session_id)
        assert await concluded(database, session_id) is ReportStatus.FAILED
        assert (await steps_of(database, session_id))["tell"].status is StepStatus.DONE
        made_up.broken.clear()
        await reports.retry(session_id)
        assert await concluded(database, session_id) is ReportStatus.DONE
    assert made_up.ran == ["read", "count", "judge", "tell", "count", "tell"]


async def test_what_an_older_versions_steps_gave_is_made_anew(
    url: URL, database: Database, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its steps may have given something else under the same name."""
    session_id, made_up = await ended_interview(database), MadeUpSteps({"judge": StepFailedError("No.")})
    with monkeypatch.context() as older:
        older.setattr("server.background.VERSION", "evaluation-0")
        async with launched(url, home, made_up) as reports:
            await reports.start(session_id)
            assert await concluded(database, session_id) is ReportStatus.FAILED
    made_up.ran.clear()
    made_up.broken.clear()
    async with launched(url, home, made_up) as reports:
        await reports.retry(session_id)
        assert await concluded(database, session_id) is ReportStatus.DONE
    assert made_up.ran == STEPS


async def test_what_was_held_for_a_report_goes_when_the_attempt_is_over(
    url: URL, database: Database, home: Path
) -> None:
    """Whether it succeeded, failed or was deleted in between."""
    let_go: list[UUID] = []

    class Holding(ReportWork):
        def __init__(self, database: Database, steps: Sequence[Step]) -> None:
            super().__init__(database, steps, let_go.append)

    made_up = MadeUpSteps()
    reports = open_reports(url, home, made_up, Holding)
    await reports.launch()
    try:
        done = await ended_interview(database)
        await reports.start(done)
        assert await concluded(database, done) is ReportStatus.DONE
        made_up.broken["judge"] = StepFailedError("No.")
        failed = await ended_interview(database)
        await reports.start(failed)
        assert await concluded(database, failed) is ReportStatus.FAILED
        made_up.broken.clear()
        made_up.ran.clear()
        made_up.stop_in = "judge"
        deleted = await ended_interview(database)
        await reports.start(deleted)
        await asyncio.to_thread(_wait_for, made_up, "judge")
        await reports.forget(deleted)
    finally:
        await reports.shutdown()
    assert let_go == [done, failed, deleted]


async def test_an_unexpected_failure_says_no_word_of_the_candidate(
    url: URL, database: Database, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    session_id = await ended_interview(database)
    async with launched(url, home, MadeUpSteps({"read": ValueError("I said something private")})) as reports:
        await reports.start(session_id)
        assert await concluded(database, session_id) is ReportStatus.FAILED
    assert (await steps_of(database, session_id))["read"].error == BROKEN
    assert "ValueError in work" in caplog.text
    assert "private" not in caplog.text


async def test_what_led_to_a_finished_report_is_not_kept(url: URL, database: Database, home: Path) -> None:
    session_id = await ended_interview(database)
    async with launched(url, home, MadeUpSteps()) as reports:
        await reports.start(session_id)
        await concluded(database, session_id)
        await until_gone(url, home, "judge after")
    assert str(session_id) not in kept_texts(url, home)


async def test_forgetting_stops_the_work_and_removes_what_it_kept(url: URL, database: Database, home: Path) -> None:
    session_id, made_up = await ended_interview(database), MadeUpSteps(stop_in="judge")
    async with launched(url, home, made_up) as reports:
        await reports.start(session_id)
        await asyncio.to_thread(_wait_for, made_up, "judge")
        assert "read after" in kept_texts(url, home)
        await reports.forget(session_id)
        left = kept_texts(url, home)
        assert str(session_id) not in left
        assert "read after" not in left
        async with database.write() as db:
            assert await Interviews(db).delete(session_id)
    assert made_up.ran == STEPS[:3]


def _wait_for(made_up: MadeUpSteps, name: str) -> None:
    deadline = time.monotonic() + 20
    while name not in made_up.ran:
        assert time.monotonic() < deadline
        time.sleep(0.01)


async def test_what_a_deleted_interview_left_behind_goes_at_the_next_start(
    url: URL, database: Database, home: Path
) -> None:
    session_id = await ended_interview(database)
    async with launched(url, home, MadeUpSteps({"judge": StepFailedError("No.")})) as reports:
        await reports.start(session_id)
        await concluded(database, session_id)
    assert "read after" in kept_texts(url, home)
    async with database.write() as db:
        await Interviews(db).delete(session_id)
    async with launched(url, home, MadeUpSteps()):
        assert str(session_id) not in kept_texts(url, home)


async def test_a_clean_stop_in_mid_step_goes_on_at_the_next_start(
    url: URL, database: Database, home: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    session_id, before, after = await ended_interview(database), MadeUpSteps(stop_in="judge"), MadeUpSteps()
    async with launched(url, home, before) as reports:
        await reports.start(session_id)
        await asyncio.to_thread(_wait_for, before, "judge")
    assert await status_of(database, session_id) is ReportStatus.RUNNING
    async with launched(url, home, after):
        assert await concluded(database, session_id) is ReportStatus.DONE
    assert (before.ran, after.ran) == (STEPS[:3], STEPS[2:])
    logged = caplog.text + "".join(capfd.readouterr())
    assert "read after" not in logged, "what a step gave quotes the candidate and stays out of every log"


async def test_an_interview_that_ended_as_the_server_died_gets_its_report(
    url: URL, database: Database, home: Path
) -> None:
    """Killed after the interview was marked as ended and before the report was asked for."""
    session_id, made_up = await ended_interview(database), MadeUpSteps()
    async with launched(url, home, made_up):
        assert await concluded(database, session_id) is ReportStatus.DONE
    assert made_up.ran == STEPS


@pytest.fixture
async def sqlite(migrated_sqlite: Path, home: Path) -> AsyncIterator[Database]:
    """For what is slow and the same on every database: each kill is a process of its own."""
    path = home / "interview-lab.db"
    shutil.copyfile(migrated_sqlite, path)
    opened = Database(database_url(None, home))
    yield opened
    await opened.aclose()


@pytest.mark.parametrize(("where", "step"), [("in", "read"), ("after", "read"), ("after", "tell")])
async def test_a_killed_process_goes_on_with_the_step_it_was_at(
    where: str, step: str, sqlite: Database, home: Path
) -> None:
    await _kill_and_go_on(sqlite, home, where, step)


async def test_a_killed_process_goes_on_on_every_database(database: Database, home: Path) -> None:
    await _kill_and_go_on(database, home, "in", "judge")


async def _kill_and_go_on(database: Database, home: Path, where: str, step: str) -> None:
    session_id = await ended_interview(database)
    killed = await asyncio.to_thread(_process, database.url, home, session_id, where, step)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert await status_of(database, session_id) is ReportStatus.RUNNING

    second = await asyncio.to_thread(_process, database.url, home, session_id)
    assert second.returncode == 0, second.stderr
    assert second.stdout.split() == STEPS[STEPS.index(step) :]
    assert await status_of(database, session_id) is ReportStatus.DONE
    async with database.read() as db:
        assert len(await ReportRows(db).notes(session_id)) == 1


def _process(url: URL, home: Path, session_id: UUID, *kill: str) -> subprocess.CompletedProcess[str]:
    address = url.render_as_string(hide_password=False)
    return subprocess.run(
        [sys.executable, "-m", "tests.support.reports", address, str(home), str(session_id), *kill],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )


@pytest.mark.slow
async def test_work_that_kills_the_server_again_and_again_is_given_up(sqlite: Database, home: Path) -> None:
    session_id = await ended_interview(sqlite)
    for _ in range(6):
        run = await asyncio.to_thread(_process, sqlite.url, home, session_id, "in", "judge")
        if run.returncode == 0:
            break
    assert await status_of(sqlite, session_id) is ReportStatus.FAILED
    assert "interrupted too often" in ((await steps_of(sqlite, session_id))["judge"].error or "")


async def test_one_engine_for_each_process(url: URL, home: Path) -> None:
    async with launched(url, home, MadeUpSteps()):
        with pytest.raises(RuntimeError, match="already"):
            await open_reports(url, home, MadeUpSteps()).launch()
