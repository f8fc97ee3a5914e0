"""How one likes interviews: kept field by field, and what it makes of the interviews that are planned afterwards."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from schema.plan import InterviewPlan
from server.repositories.interviews import Interviews
from tests.server.test_job_practice import plan as plan_for_job
from tests.server.test_jobs import saved
from tests.server.test_plans import START, planned, stored_plan
from tests.support.server import NEW_INTERVIEW, Browser, RunningServer, error_of

PATH = "/api/me/preferences"
NOTHING = {
    "target_role": None,
    "seniority": None,
    "look": None,
    "style": None,
    "minutes": None,
    "thinking_time": "usual",
    "extra_time": 1.0,
    "typed": False,
    "captions": "usual",
    "reduced_motion": False,
}
CHOSEN = {"role_kit": "software_engineer", "seniority": "mid", "interview_type": "technical"}


async def prefer(browser: Browser, **changes: Any) -> dict[str, Any]:
    answer = await browser.request("PUT", PATH, changes)
    assert answer.status_code == 200, answer.text
    now: dict[str, Any] = answer.json()
    return now


async def interview_plan(server: RunningServer, session_id: str) -> InterviewPlan:
    async with server.services.db.read() as db:
        found = await Interviews(db).bundle(UUID(session_id))
    assert found is not None
    return found.plan


async def test_what_is_not_named_stays_and_others_have_their_own(server: RunningServer, maya: Browser) -> None:
    assert (await maya.get(PATH)).json() == NOTHING
    await prefer(maya, look="amara", thinking_time="most")
    now = await prefer(maya, target_role="  Data Analyst ", look=None)
    assert now == {**NOTHING, "thinking_time": "most", "target_role": "Data Analyst"}
    assert (await maya.get(PATH)).json() == now
    assert (await (await server.account("other")).get(PATH)).json() == NOTHING


@pytest.mark.parametrize(
    "body", [{"extra_time": 3}, {"minutes": 4}, {"thinking_time": "endless"}, {"look": "nobody"}, {"shoe_size": 43}]
)
async def test_what_no_interview_could_keep_is_refused(maya: Browser, body: dict[str, Any]) -> None:
    answer = await maya.request("PUT", PATH, body)
    assert (answer.status_code, set(error_of(answer)["fields"])) == (422, set(body))
    assert (await maya.get(PATH)).json() == NOTHING


async def test_settings_fill_what_was_not_chosen(server: RunningServer, maya: Browser) -> None:
    await prefer(maya, look="daniel", style="stress", minutes=30)
    preview = (await maya.post("/api/interview/plans", CHOSEN)).json()["preview"]
    assert (preview["style"], preview["minutes"], preview["interviewers"][0]["look"]) == ("stress", 30, "daniel")
    made = (await maya.post("/api/interview/sessions", {**CHOSEN, **START})).json()
    assert (made["style"], made["minutes"], made["look"]) == ("stress", 30, "daniel")
    chosen = (await maya.post("/api/interview/sessions", dict(NEW_INTERVIEW))).json()
    assert (chosen["style"], chosen["minutes"], chosen["look"]) == ("friendly", 10, "maya")


async def test_practice_for_a_job_follows_the_settings(server: RunningServer, maya: Browser) -> None:
    job = await saved(maya, role_title="Backend Engineer")
    usual = (await plan_for_job(maya, job))["preview"]
    assert (usual["style"], usual["minutes"], usual["interviewers"][0]["look"]) == ("neutral", 20, "maya")
    await prefer(maya, look="amara", style="friendly", minutes=15, seniority="senior")
    liked = (await plan_for_job(maya, job))["preview"]
    assert (liked["style"], liked["minutes"], liked["interviewers"][0]["look"]) == ("friendly", 15, "amara")
    assert liked["seniority"] == "senior"  # neither title nor description says one
    chosen = (await plan_for_job(maya, job, minutes=45, look="maya"))["preview"]
    assert (chosen["minutes"], chosen["interviewers"][0]["look"]) == (45, "maya")


async def test_extra_time_stretches_every_part_and_keeps_the_questions(server: RunningServer, maya: Browser) -> None:
    usual = await planned(maya, minutes=20)
    await prefer(maya, extra_time=1.5)
    longer = await planned(maya, minutes=20)
    assert (usual["preview"]["minutes"], longer["preview"]["minutes"]) == (20, 30)
    assert longer["preview"]["stretch"] == 1.5
    before, after = await stored_plan(server, usual["id"]), await stored_plan(server, longer["id"])
    assert [phase.mins for phase in after.phases] == pytest.approx([phase.mins * 1.5 for phase in before.phases])
    assert [len(phase.questions) for phase in after.phases] == [len(phase.questions) for phase in before.phases]


async def test_an_hour_with_twice_the_time_is_said_as_it_is(server: RunningServer, maya: Browser) -> None:
    await prefer(maya, extra_time=2)
    session = await maya.interview(minutes=60)
    plan = await interview_plan(server, session["id"])
    assert "a hundred and twenty minutes" in greeting_of(plan)


def greeting_of(plan: InterviewPlan) -> str:
    from controller.timebox import total_ms
    from controller.wording import greeting

    return greeting(plan, None, round(total_ms(plan) / 60_000))


async def test_patience_stays_with_the_interview_it_was_planned_for(server: RunningServer, maya: Browser) -> None:
    await prefer(maya, thinking_time="most", extra_time=1.25)
    session = await maya.interview(minutes=20)
    await prefer(maya, thinking_time="usual", extra_time=1)
    rules = (await interview_plan(server, session["id"])).global_rules
    assert (rules.patience, rules.stretch) == (2.4, 1.25)
    shown = (await maya.get(f"/api/interview/sessions/{session['id']}")).json()
    assert (shown["minutes"], shown["planned_minutes"], shown["patience"]) == (20, 25, 2.4)


async def test_an_exercise_alone_has_the_accommodations_too(server: RunningServer, maya: Browser) -> None:
    key = (await maya.get("/api/exercises")).json()["items"][0]["key"]
    usual = (await maya.post(f"/api/exercises/{key}/plan", {})).json()["preview"]
    await prefer(maya, thinking_time="more", extra_time=2, look="daniel")
    made = (await maya.post(f"/api/exercises/{key}/plan", {})).json()
    assert made["preview"]["minutes"] == usual["minutes"] * 2
    plan = await stored_plan(server, made["id"])
    assert (plan.global_rules.patience, plan.interviewers[0].look) == (1.6, "daniel")


async def test_a_new_name_is_used_from_the_next_plan_on(server: RunningServer, maya: Browser) -> None:
    before = await maya.interview()
    renamed = await maya.request("PUT", "/api/me", {"name": " Mira Rao "})
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Mira Rao")
    me = await maya.me()
    assert me is not None
    assert me["name"] == "Mira Rao"
    after = await maya.interview()
    async with server.services.db.read() as db:
        names = [await Interviews(db).bundle(UUID(one["id"])) for one in (before, after)]
    assert [one.candidate_name for one in names if one is not None] == ["Maya", "Mira Rao"]
    for name in ("", "   ", "x" * 101):
        assert (await maya.request("PUT", "/api/me", {"name": name})).status_code == 422


async def test_the_owner_of_the_computer_may_be_called_by_name(server: RunningServer) -> None:
    owner = server.browser()
    await owner.post("/api/auth/local-owner")
    nameless = await owner.interview()
    await owner.request("PUT", "/api/me", {"name": "Kim"})
    named = await owner.interview()
    async with server.services.db.read() as db:
        found = [await Interviews(db).bundle(UUID(one["id"])) for one in (nameless, named)]
    assert [one.candidate_name for one in found if one is not None] == ["", "Kim"]
