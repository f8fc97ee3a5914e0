"""`interview-lab demo-data`: interviews that were really held and judged, an account that is made once, and nobody
else's database filled without being told."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from agent.transcript import STEP
from controller.serial import decision_from_json, event_from_json, replay
from schema.vocabulary import InterviewStatus, JobStatus, ReportStatus
from server.cli import main
from server.demo.filling import EMAIL, fill, others_in
from server.demo.script import Script, load_script
from server.no_sandbox import NoSandbox
from server.repositories.demonstration import Demonstration
from server.repositories.events import load_events
from server.repositories.interviews import Interviews
from server.repositories.jobs import JobFilter, Jobs
from server.repositories.progress import Progress
from server.repositories.users import Users
from server.services import Services
from server.usecases.coaching import current_plan
from tests.support.server import PASSWORD, RunningServer, running

SHORT = (0, 6, 8)  # a vague start, a strong interview, and one with code


def short_script() -> Script:
    whole = load_script()
    return whole.model_copy(update={"interviews": tuple(whole.interviews[at] for at in SHORT)})


@pytest.fixture(scope="module")
def demonstration(seeded_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database holds a short demonstration."""
    home = tmp_path_factory.mktemp("demonstration")
    address = copied_to(home, seeded_sqlite)

    async def make() -> None:
        async with running(address, home) as started:
            done = await fill(started.services, NoSandbox(), PASSWORD, lambda _: None, short_script())
            assert done.password == PASSWORD

    asyncio.run(make())
    return home


@pytest.fixture
async def filled(demonstration: Path) -> AsyncIterator[RunningServer]:
    async with running(f"sqlite:///{demonstration / 'interview-lab.db'}", demonstration) as started:
        yield started


def copied_to(home: Path, template: Path) -> str:
    path = home / "interview-lab.db"
    shutil.copyfile(template, path)
    return f"sqlite:///{path}"


async def _user(services: Services) -> UUID:
    async with services.db.read() as db:
        found = await Users(db).credentials(EMAIL)
    assert found is not None
    return found[0].id


async def test_every_interview_was_held_and_judged(filled: RunningServer) -> None:
    user = await _user(filled.services)
    async with filled.services.db.read() as db:
        held = await Interviews(db).page(user, 50)
        judged = await Progress(db).judged(user, 50)
    assert [one.status for one in held] == [InterviewStatus.ENDED] * len(SHORT)
    assert [one.report_status for one in held] == [ReportStatus.DONE] * len(SHORT)
    weak, strong = judged[-1], judged[1]
    assert weak.score is not None
    assert strong.score is not None
    assert strong.score > weak.score
    assert [one.held_at for one in judged] == sorted((one.held_at for one in judged), reverse=True)
    assert judged[0].digest.exercises


async def test_what_was_held_can_be_replayed(filled: RunningServer) -> None:
    user = await _user(filled.services)
    async with filled.services.db.read() as db:
        for one in await Interviews(db).page(user, 50):
            bundle = await Interviews(db).bundle(one.id)
            assert bundle is not None
            steps = [record.payload for record in await load_events(db, one.id) if record.kind == STEP]
            differences = replay(
                bundle.plan,
                bundle.patterns,
                [event_from_json(step["event"]) for step in steps],
                [decision_from_json(step["decision"]) for step in steps],
                candidate_name=bundle.candidate_name or None,
                seed=bundle.seed,
                exercises=bundle.exercises,
            )
            assert len(steps) > 5
            assert differences == []


async def test_its_jobs_stand_in_every_state_and_are_marked(filled: RunningServer) -> None:
    user = await _user(filled.services)
    async with filled.services.db.read() as db:
        jobs = await Jobs(db).page(user, JobFilter(archived=None), "created", None, 100)
        histories = [await Jobs(db).history(job.id) for job in jobs]
    assert {job.status for job in jobs} == set(JobStatus)
    assert all("demonstration" in job.tags for job in jobs)
    assert any(job.archived_at is not None for job in jobs)
    for job, history in zip(jobs, histories, strict=True):
        assert history[-1].after is job.status
        assert [step.at for step in history] == sorted(step.at for step in history)


async def test_its_week_is_begun_and_its_pages_open(filled: RunningServer) -> None:
    week = await current_plan(filled.services.db, await _user(filled.services))
    assert week is not None
    assert any(item.done_at is not None for item in week.items)
    browser = filled.browser()
    answer = await browser.post("/api/auth/login", {"email": EMAIL, "password": PASSWORD})
    assert answer.status_code == 200
    for path in ("/api/dashboard", "/api/jobs", "/api/results", "/api/progress", "/api/memory", "/api/coach/plan"):
        shown = await browser.get(path)
        assert shown.status_code == 200, path
    dashboard = (await browser.get("/api/dashboard")).json()
    assert any(job["readiness"]["score"] is not None for job in dashboard["jobs"])
    assert len(dashboard["results"]) == len(SHORT)


async def test_a_second_time_changes_nothing(filled: RunningServer) -> None:
    user = await _user(filled.services)
    done = await fill(filled.services, NoSandbox(), None, lambda _: None, short_script())
    assert done.password is None
    assert await _user(filled.services) == user
    async with filled.services.db.read() as db:
        assert len(await Interviews(db).page(user, 50)) == len(SHORT)


async def test_one_that_was_left_half_way_is_made_anew(server: RunningServer) -> None:
    async with server.services.db.write() as db:
        half = await Demonstration(db).create(EMAIL, "Meera")
    script = short_script().model_copy(update={"interviews": short_script().interviews[1:]})
    await fill(server.services, NoSandbox(), PASSWORD, lambda _: None, script)
    assert await _user(server.services) != half.id


async def test_others_are_counted(server: RunningServer) -> None:
    assert await others_in(server.services) == 0
    await server.account("maya")
    assert await others_in(server.services) == 1


def test_a_database_of_other_people_is_left_alone(
    seeded_sqlite: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    address = copied_to(home, seeded_sqlite)

    async def somebody() -> None:
        async with running(address, home) as started:
            await started.account("maya")

    asyncio.run(somebody())
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setenv("INTERVIEW_LAB_HOME", str(home))
    assert main(["demo-data"]) == 2
    assert "--beside-others" in capsys.readouterr().err
