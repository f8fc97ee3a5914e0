"""From a saved job to an interview for it: what is worked out, what is bound, and what is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from schema.tables.interviews import InterviewConfigRow
from schema.tables.jobs import JobPracticeLinkRow
from schema.vocabulary import DocumentKind, DocumentStatus
from server.repositories.exercise_sessions import ExerciseSessions, Work
from server.usecases.plans import forget_unused
from tests.server.test_jobs import JD, saved
from tests.server.test_plans import START, document, exported, stored_plan, user_id
from tests.support.server import Browser, RunningServer, error_of


async def plan(browser: Browser, job: dict[str, Any], **wish: Any) -> dict[str, Any]:
    answer = await browser.post(f"/api/jobs/{job['id']}/generate-plan", wish)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def enter(browser: Browser, made: dict[str, Any]) -> str:
    answer = await browser.post("/api/interview/sessions", {"plan_id": made["id"], **START})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def links(server: RunningServer) -> list[JobPracticeLinkRow]:
    async with server.services.db.read() as db:
        return list(await db.scalars(select(JobPracticeLinkRow).order_by(JobPracticeLinkRow.created_at)))


async def test_a_plan_follows_from_the_job(maya: Browser, server: RunningServer) -> None:
    job = await saved(maya, role_title="Senior Backend Engineer", company="amazon", description=JD)
    made = await plan(maya, job)
    assert made["preview"]["role_title"] == "Senior Backend Engineer"
    assert (made["preview"]["company"], made["preview"]["seniority"]) == ("Amazon", "senior")
    assert "Kubernetes" in " ".join((*made["preview"]["covers"], *made["preview"]["leaves_out"]))
    assert made["plan"] is None
    metadata = (await stored_plan(server, made["id"])).metadata
    assert (metadata.role_kit, metadata.specialization) == ("software_engineer", "backend")
    async with server.services.db.read() as db:
        config = await db.get_one(InterviewConfigRow, UUID(made["config_id"]))
    assert (config.jd_text, config.resume_document_id) == (JD.strip(), None)
    assert config.company_id is not None


async def test_what_is_chosen_wins(maya: Browser) -> None:
    job = await saved(maya, role_title="Backend Engineer")
    made = await plan(maya, job, role_kit="data_analyst", seniority="entry", minutes=30, interview_type="hr")
    preview = made["preview"]
    assert (preview["seniority"], preview["minutes"], preview["interview_type"]) == ("entry", 30, "hr")


async def test_a_role_that_nobody_knows_has_to_be_chosen(maya: Browser) -> None:
    job = await saved(maya, role_title="Falconer")
    for wish in ({}, {"role_kit": "falconer"}):
        answer = await maya.post(f"/api/jobs/{job['id']}/generate-plan", wish)
        assert (answer.status_code, set(error_of(answer)["fields"])) == (422, {"role_kit"})
    assert (await plan(maya, job, role_kit="software_engineer"))["preview"]["role_title"] == "Falconer"


async def test_the_last_resume_is_used_unless_none_is_wanted(maya: Browser, server: RunningServer) -> None:
    resume = await document(server)
    job = await saved(maya)
    for wish, used in (({}, resume), ({"resume_document_id": None}, None)):
        made = await plan(maya, job, **wish)
        async with server.services.db.read() as db:
            config = await db.get_one(InterviewConfigRow, UUID(made["config_id"]))
        assert (None if config.resume_document_id is None else str(config.resume_document_id)) == used


async def test_a_description_that_is_still_being_read_is_waited_for(maya: Browser, server: RunningServer) -> None:
    waiting = await document(server, DocumentKind.JD, DocumentStatus.RUNNING, None)
    job = await saved(maya, jd_document_id=waiting)
    answer = await maya.post(f"/api/jobs/{job['id']}/generate-plan", {})
    assert (answer.status_code, error_of(answer)["code"]) == (409, "document_not_read")
    assert await links(server) == []


async def test_the_interview_of_a_plan_belongs_to_the_job(maya: Browser, server: RunningServer) -> None:
    job = await saved(maya)
    made = await plan(maya, job)
    [link] = await links(server)
    assert (str(link.saved_job_id), str(link.interview_config_id)) == (job["id"], made["config_id"])
    assert link.interview_session_id is None
    session_id = await enter(maya, made)
    [link] = await links(server)
    assert str(link.interview_session_id) == session_id
    whole = (await maya.get(f"/api/jobs/{job['id']}")).json()
    [practice] = whole["practice"]
    assert (practice["plan_id"], practice["session_id"]) == (made["id"], session_id)
    assert (practice["status"], practice["score"], whole["interviews"]) == ("created", None, 0)
    assert session_id.encode() in (await exported(maya))["practice/job_practice_links.json"]


async def test_a_further_interview_of_the_same_choices_belongs_to_it_too(maya: Browser, server: RunningServer) -> None:
    job = await saved(maya)
    first = await plan(maya, job)
    again = (await maya.post("/api/interview/plans", {"config_id": first["config_id"]})).json()
    sessions = [await enter(maya, made) for made in (first, again)]
    found = await links(server)
    assert [str(link.interview_session_id) for link in found] == sessions
    assert {str(link.saved_job_id) for link in found} == {job["id"]}
    practice = (await maya.get(f"/api/jobs/{job['id']}")).json()["practice"]
    assert sorted(one["session_id"] for one in practice) == sorted(sessions)


async def test_exercises_that_were_held_are_bound_too(maya: Browser, server: RunningServer) -> None:
    session_id = UUID(await enter(maya, await plan(maya, await saved(maya))))
    owner = await user_id(server)
    works = tuple(
        Work(exercise=f"e{position}", position=position, mode="code_debug", status=status, state={})
        for position, status in enumerate(("planned", "closed"))
    )
    async with server.services.db.write() as db:
        await ExerciseSessions(db).put(session_id, owner, works)
    [link] = await links(server)
    assert link.exercise_session_id is not None
    before = link.exercise_session_id
    async with server.services.db.write() as db:
        await ExerciseSessions(db).put(session_id, owner, works)
    assert [link.exercise_session_id for link in await links(server)] == [before]


async def test_a_plan_that_was_never_held_is_forgotten_and_a_held_one_stays(
    maya: Browser, server: RunningServer
) -> None:
    job = await saved(maya)
    await plan(maya, job)
    session_id = await enter(maya, await plan(maya, job))
    async with server.services.db.write() as db:
        await db.execute(update(InterviewConfigRow).values(created_at=datetime.now(UTC) - timedelta(days=9)))
    assert await forget_unused(server.services) == 1
    assert [str(link.interview_session_id) for link in await links(server)] == [session_id]


async def test_interviews_outlive_their_job_and_jobs_their_interview(maya: Browser, server: RunningServer) -> None:
    job = await saved(maya)
    kept, gone = [await enter(maya, await plan(maya, job)) for _ in range(2)]
    assert (await maya.delete(f"/api/interview/sessions/{gone}")).is_success
    assert (await maya.get(f"/api/jobs/{job['id']}")).status_code == 200
    for _ in range(2):
        await maya.delete(f"/api/jobs/{job['id']}")
    assert await links(server) == []
    assert (await maya.get(f"/api/interview/sessions/{kept}")).status_code == 200


async def test_nobody_plans_for_another_ones_job(maya: Browser, server: RunningServer) -> None:
    job = await saved(maya)
    other = await server.account("other")
    assert (await other.post(f"/api/jobs/{job['id']}/generate-plan", {})).status_code == 404
