"""The tracker at its bounds: how often pages are read and tables imported, the order by readiness, and how many
statements a list takes however much there is."""

from __future__ import annotations

from itertools import count
from uuid import UUID

import pytest

from server.limits import TrackerLimits
from tests.server.test_jobs import HTML, Web, saved, titles
from tests.server.test_progress import statements, user_of
from tests.support.practised import a_job, a_result
from tests.support.server import Browser, RunningServer, error_of

TABLE = b"role,company\nBackend Engineer,Finbank\n"


async def test_pages_are_read_for_an_account_so_often(server: RunningServer, maya: Browser) -> None:
    server.services.pages = web = Web(plain=HTML)
    server.services.tracker_limits = TrackerLimits(clock=lambda: 0.0)
    for _ in range(15):
        assert (await maya.post("/api/jobs/preview-url", {"url": "https://a.example.org/plain"})).status_code == 200
    for _ in range(15):
        await saved(maya, url="https://a.example.org/plain")
    refused = await maya.post("/api/jobs/preview-url", {"url": "https://a.example.org/plain"})
    assert refused.status_code == 429
    assert error_of(refused)["code"] == "too_many_pages"
    assert "10 minutes" in error_of(refused)["message"]
    by_address = await maya.post("/api/jobs/save", {"url": "https://a.example.org/plain"})
    assert by_address.status_code == 429
    assert web.asked == 30
    await saved(maya, role_title="By hand", description="Three years of Go.")
    noor = await server.account("noor")
    assert (await noor.post("/api/jobs/preview-url", {"url": "https://a.example.org/plain"})).status_code == 200


async def test_after_a_while_pages_are_read_again(server: RunningServer, maya: Browser) -> None:
    server.services.pages = Web(plain=HTML)
    server.services.tracker_limits = TrackerLimits(clock=count(0, 21).__next__)  # 30 tries take more than ten minutes
    for _ in range(35):
        assert (await maya.post("/api/jobs/preview-url", {"url": "https://a.example.org/plain"})).status_code == 200


async def test_tables_are_imported_so_often(server: RunningServer, maya: Browser) -> None:
    server.services.tracker_limits = TrackerLimits(clock=lambda: 0.0)
    for _ in range(10):
        answer = await maya.request("POST", "/api/jobs/import", files={"file": ("jobs.csv", TABLE)})
        assert answer.status_code == 200
    refused = await maya.request("POST", "/api/jobs/import", files={"file": ("jobs.csv", TABLE)})
    assert refused.status_code == 429
    assert error_of(refused)["code"] == "too_many_tables"


@pytest.fixture
async def jobs(server: RunningServer, maya: Browser) -> list[UUID]:
    """Three jobs of three kinds of role: one without an interview, one that went badly, one that went well."""
    db, user = server.services.db, await user_of(maya)
    found = [await a_job(db, user, role_title=f"{kind} job", role_category=kind) for kind in ("sales", "data", "swe")]
    await a_result(db, user, job=found[1], score=20, scores={"communication": 20}, kit="data_analyst")
    await a_result(db, user, job=found[2], score=90, scores={"communication": 90})
    return found


async def test_the_readiest_come_first_and_the_unknown_last(maya: Browser, jobs: list[UUID]) -> None:
    assert await titles(maya, "sort=readiness") == ["swe job", "data job", "sales job"]
    assert await titles(maya, "sort=readiness&text=job&status=saved&limit=1") == ["swe job"]
    first = (await maya.get("/api/jobs?sort=readiness&limit=2")).json()
    assert first["items"][0]["readiness"]["score"] > first["items"][1]["readiness"]["score"]
    rest = await titles(maya, f"sort=readiness&limit=2&cursor={first['next_cursor']}")
    assert rest == ["sales job"]
    assert len(jobs) == 3


@pytest.mark.parametrize("sort", ["updated", "readiness"])
async def test_a_list_takes_the_same_statements_however_long(
    server: RunningServer, maya: Browser, jobs: list[UUID], sort: str
) -> None:
    db, user = server.services.db, await user_of(maya)
    with statements(db) as few:
        await maya.get(f"/api/jobs?sort={sort}")
    for number in range(12):
        job = await a_job(db, user, role_title=f"Job {number}")
        await a_result(db, user, job=job, days=number)
    with statements(db) as many:
        assert len((await maya.get(f"/api/jobs?sort={sort}")).json()["items"]) == 15
    assert len(many) == len(few)
    assert len(many) <= 10
