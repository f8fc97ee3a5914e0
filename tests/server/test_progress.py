"""The dashboard, results with their filters and pages, the comparison of two, and progress by dimension and day."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event

from schema.digest import AnalysisDigest
from schema.tables.documents import UserDocumentRow, UserProfileExtractedRow
from server.db import Database
from server.migrate import downgrade, upgrade
from server.repositories.progress import Deed, Progress
from server.startup import seed
from server.usecases.progress import streak_of
from server.usecases.readiness import readiness_of, readiness_with_steps
from tests.support.practised import NOW, SCORES, a_job, a_result, analysis
from tests.support.server import Browser, RunningServer, error_of
from tests.support.spoken_interview import new_user


async def user_of(browser: Browser) -> UUID:
    me = await browser.me()
    assert me is not None
    return UUID(me["id"])


async def body(browser: Browser, path: str) -> Any:
    answer = await browser.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def ids(browser: Browser, query: str = "") -> list[str]:
    return [row["session_id"] for row in (await body(browser, f"/api/results{query}"))["items"]]


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """Every statement that the database is asked meanwhile, but for opening and closing transactions."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)


# ---------------------------------------------------------------------- the digest


def test_the_migration_makes_the_digest_that_a_new_report_gets() -> None:
    migration = import_module("schema.migrations.versions.0005_job_loop")
    report = analysis(60, SCORES, exercise=80)
    made = migration._digest(report.model_dump(mode="json", by_alias=True))
    assert AnalysisDigest.model_validate(made) == AnalysisDigest.of(report)


async def test_reports_of_an_older_version_get_their_digest(database: Database) -> None:
    await seed(database)
    user = await new_user(database)
    await a_result(database, user, exercise=80)
    await asyncio.to_thread(downgrade, database.url, "0004_exercises")
    await asyncio.to_thread(upgrade, database.url)
    async with database.read() as db:
        (found,) = await Progress(db).judged(user, 10)
    assert found.digest == AnalysisDigest.of(analysis(60, SCORES, exercise=80))


# ---------------------------------------------------------------------- dashboard


async def test_a_newcomer_has_an_empty_home(maya: Browser) -> None:
    found = await body(maya, "/api/dashboard")
    assert found == {
        "jobs": [],
        "jobs_total": 0,
        "streak": {"days": 0, "today": False, "active": []},
        "week": {"starts_on": None, "items": []},
        "next_best": None,
        "results": [],
    }


async def test_home_shows_the_nearest_interview_first_with_its_readiness(server: RunningServer, maya: Browser) -> None:
    user, database = await user_of(maya), server.services.db
    later = await a_job(database, user, next_interview_at=NOW + timedelta(days=9))
    soon = await a_job(database, user, next_interview_at=NOW + timedelta(days=2), company_name="Freshworks")
    past = await a_job(database, user, next_interview_at=NOW - timedelta(days=2))
    await a_job(database, user, archived_at=NOW)
    result = await a_result(database, user, job=soon)
    found = await body(maya, "/api/dashboard")
    assert [job["id"] for job in found["jobs"]] == [str(soon), str(later), str(past)]
    assert found["jobs_total"] == 3
    first, second = found["jobs"][0], found["jobs"][1]
    assert (first["company"], first["interviews"]) == ("Freshworks", 1)
    assert first["readiness"]["score"] > second["readiness"]["score"]  # the same kind of role, but not this job
    assert [row["session_id"] for row in found["results"]] == [str(result)]
    assert found["results"][0]["job_id"] == str(soon)
    assert found["streak"]["days"] == 1


async def test_readiness_reads_the_requirements_of_the_jobs_document(server: RunningServer, maya: Browser) -> None:
    user, database = await user_of(maya), server.services.db
    async with database.write() as db:
        document = UserDocumentRow(
            user_id=user,
            kind="jd",
            name="jd",
            media_type="text/plain",
            size_bytes=1,
            text="x",
            status="done",
            progress=100,
        )
        db.add(document)
        await db.flush()
        extract = {"must_have": ["Go"], "nice_to_have": []}
        db.add(
            UserProfileExtractedRow(
                user_id=user,
                document_id=document.id,
                kind="jd",
                extract=extract,
                extractor_version="1",
                dropped=0,
            )
        )
    job = await a_job(database, user, jd_document_id=document.id)
    await a_result(database, user, job=job)
    async with database.read() as db:
        found = await readiness_with_steps(db, user, job, NOW)
        assert await readiness_with_steps(db, await new_user(database), job, NOW) is None
    assert found is not None
    coverage = next(part for part in found.parts if part.key == "coverage")
    assert coverage.value == 100
    assert {step.kind for step in found.steps} & {"exercise", "drill"}
    assert all(step.target for step in found.steps if step.kind != "resume_fix")


async def test_another_users_interviews_and_outcomes_change_nothing(server: RunningServer, maya: Browser) -> None:
    user, database = await user_of(maya), server.services.db
    job = await a_job(database, user)
    await a_result(database, user, job=job, days=3)
    async with database.read() as db:
        before = await readiness_of(db, user, None, NOW)
    other = await new_user(database)
    offer = [{"kind": "offer", "on": NOW.date().isoformat(), "reason": ""}]
    for _ in range(3):
        theirs = await a_job(database, other, outcomes=offer)
        await a_result(database, other, job=theirs, score=20, scores={"communication": 10}, days=2)
    async with database.read() as db:
        assert await readiness_of(db, user, None, NOW) == before
        theirs_now = await readiness_of(db, other, None, NOW)
    assert all(found.calibrated > 0 for found in theirs_now.values())
    for _ in range(2):
        await a_job(database, user, outcomes=offer)
    async with database.read() as db:
        assert (await readiness_of(db, user, [job], NOW))[job].calibrated > 0


# ---------------------------------------------------------------------- results


async def test_results_are_filtered(server: RunningServer, maya: Browser) -> None:
    user, database = await user_of(maya), server.services.db
    job = await a_job(database, user)
    coded = str(await a_result(database, user, exercise=80, score=80, days=1))
    linked = str(await a_result(database, user, job=job, score=40, days=5, company_name="Freshworks"))
    hr = str(await a_result(database, user, interview_type="hr", score=None, days=9, role_title="100% Analyst"))
    await a_result(database, await new_user(database))
    day = (NOW - timedelta(days=5)).date().isoformat()
    for query, wanted in {
        "": [coded, linked, hr],
        f"?job={job}": [linked],
        "?role=swe": [coded, linked, hr],
        "?role=software_engineer": [coded, linked, hr],
        "?role=data": [],
        "?company=freshWorks": [linked],
        "?interview_type=hr": [hr],
        "?exercise_type=coding_debug": [coded],
        "?exercise_type=case_study": [],
        "?min=50": [coded],
        "?max=50": [linked],
        "?text=fresh": [linked],
        "?text=0%25%20an": [hr],
        "?text=%25": [hr],
        f"?from={day}": [coded, linked],
        f"?to={day}": [linked, hr],
        "?to=9999-12-31": [coded, linked, hr],
    }.items():
        assert (query, await ids(maya, query)) == (query, wanted)
    row = (await body(maya, "/api/results?exercise_type=coding_debug"))["items"][0]
    assert (row["exercise_types"], row["score"], row["spread"], row["company"]) == (["coding_debug"], 80, 0.25, None)


async def test_results_are_read_page_by_page(server: RunningServer, maya: Browser) -> None:
    user = await user_of(maya)
    made = [str(await a_result(server.services.db, user, days=day)) for day in range(5)]
    found: list[str] = []
    cursor = ""
    for _ in range(3):
        page = await body(maya, f"/api/results?limit=2{cursor}")
        found += [row["session_id"] for row in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"
    assert (found, page["next_cursor"]) == (made, None)
    for wrong in ("x", "AAAA"):
        answer = await maya.get(f"/api/results?cursor={wrong}")
        assert (answer.status_code, error_of(answer)["code"]) == (422, "invalid")


# ---------------------------------------------------------------------- comparing


async def test_two_results_stand_side_by_side(server: RunningServer, maya: Browser) -> None:
    user, database = await user_of(maya), server.services.db
    a = await a_result(database, user, days=2, scores={"communication": 40, "growth": None})
    b = await a_result(database, user, scores={"communication": 65, "execution": 30})
    found = await body(maya, f"/api/results/compare?a={a}&b={b}")
    assert (found["a"]["session_id"], found["b"]["session_id"]) == (str(a), str(b))
    sides = {one["key"]: (one["a"], one["b"]) for one in found["dimensions"]}
    assert sides == {
        "communication": ({"score": 40, "spread": 0.25}, {"score": 65, "spread": 0.25}),
        "growth": ({"score": None, "spread": 0.25}, None),
        "execution": (None, {"score": 30, "spread": 0.25}),
    }
    assert found["jd_match"] == {"a": 50, "b": 50}
    assert found["figures"] == [{"label": "Words a minute", "a": "160", "b": "160"}]


async def test_only_ones_own_judged_interviews_are_compared(server: RunningServer, maya: Browser) -> None:
    database = server.services.db
    mine = await a_result(database, await user_of(maya))
    foreign = await a_result(database, await new_user(database))
    unjudged = (await maya.interview())["id"]
    answers = [await maya.get(f"/api/results/compare?a={mine}&b={b}") for b in (foreign, unjudged, uuid4())]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].json() == answers[2].json()


# ---------------------------------------------------------------------- progress


async def test_progress_shows_each_dimension_by_date_type_and_day(server: RunningServer, maya: Browser) -> None:
    user, database = await user_of(maya), server.services.db
    assert (await body(maya, "/api/progress"))["dimensions"] == []
    await a_result(database, user, days=1, scores={"communication": 40, "growth": None}, interview_type="hr")
    await a_result(database, user, scores={"communication": 61, "growth": 20})
    await a_result(database, await new_user(database), scores={"communication": 99})
    found = await body(maya, "/api/progress")
    points = {one["key"]: [point["score"] for point in one["points"]] for one in found["dimensions"]}
    assert points == {"communication": [40, 61], "growth": [20]}
    heat = {(cell["dimension"], cell["interview_type"]): cell["score"] for cell in found["heat"]}
    assert heat == {
        ("communication", "hr"): 40,
        ("communication", "technical"): 61,
        ("growth", "hr"): None,
        ("growth", "technical"): 20,
    }
    assert [(day["minutes"], day["done"]) for day in found["days"]] == [(20, 1), (20, 1)]
    assert found["streak"]["days"] == 2


@pytest.mark.parametrize(
    ("days_ago", "streak", "today"),
    [((), 0, False), ((0,), 1, True), ((1, 2), 2, False), ((0, 1, 3), 2, True), ((2, 3), 0, False)],
)
def test_the_streak_goes_to_today_or_yesterday(days_ago: tuple[int, ...], streak: int, today: bool) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    found = streak_of((Deed(noon - timedelta(days=ago), 0) for ago in days_ago), date(2026, 3, 2))
    assert (found.days, found.today) == (streak, today)
    assert len(found.active) == len(days_ago)


# ---------------------------------------------------------------------- statements


async def test_the_number_of_statements_does_not_grow(server: RunningServer, maya: Browser) -> None:
    user, database = await user_of(maya), server.services.db
    paths = ("/api/dashboard", "/api/results?limit=100", "/api/progress")
    counts: list[list[int]] = []
    held = 0
    for wanted in (3, 30):
        for number in range(held, wanted):
            job = await a_job(database, user, outcomes=[{"kind": "offer", "on": "2026-03-02", "reason": ""}])
            await a_result(database, user, days=number, job=job, exercise=50)
        held = wanted
        found = []
        for path in paths:
            with statements(database) as asked:
                await body(maya, path)
            found.append(len([one for one in asked if one.lstrip().upper().startswith(("SELECT", "WITH"))]))
        counts.append(found)
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 8
