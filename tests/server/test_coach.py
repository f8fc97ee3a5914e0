"""The coach's week: made from the report and what else is known, once for each interview, ticked off and moved."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from evaluators.coach.given import CoachInput
from evaluators.coach.mix import plan_faults
from evaluators.coach.model import CoachFailed
from evaluators.coach.rules import coach_plan
from evaluators.ports import Failure
from schema.coaching import CoachPlan
from schema.tables.exercises import CaseTemplateRow, CodingExerciseRow
from schema.tables.interviews import InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow, SavedJobRow
from schema.tables.practice import DrillScheduleRow, PracticePlanRow
from schema.vocabulary import PracticeKind, StepStatus
from server.db import Database
from server.evaluation_steps import FAILURES, PLAN_AGAIN, Evaluation
from server.llm import make_model
from server.repositories.coach_sources import CoachSources
from server.repositories.coaching import Coaching
from server.repositories.reports import Reports
from server.settings import Settings
from server.usecases.coaching import given_to_coach, latest_of, plan_week
from server.usecases.reports import ReportWork
from tests.support.openai_double import Answer, failing, openai_double
from tests.support.reports import attempt
from tests.support.server import Browser, RunningServer, running
from tests.support.spoken_interview import new_user, spoken_interview

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def judged(database: Database, user_id: UUID) -> UUID:
    """An interview with its report."""
    session_id = await spoken_interview(database, user_id=user_id)
    evaluation = Evaluation(database, None)
    work = ReportWork(database, evaluation.steps(), evaluation.let_go)
    assert await work.announce(session_id)
    assert set(await attempt(work, session_id, {})) == set(work.steps)
    return session_id


async def user_of(browser: Browser) -> UUID:
    me = await browser.me()
    assert me is not None
    return UUID(me["id"])


async def given_to(database: Database, user_id: UUID, now: datetime = NOW) -> CoachInput:
    """What the coach reads after the user's latest judged interview."""
    async with database.read() as db:
        newest = (await CoachSources(db).judged(user_id, 1))[0]
        return await given_to_coach(db, user_id, await latest_of(db, newest), now)


# ---------------------------------------------------------------------- the page


async def test_before_the_first_report_there_is_no_plan(maya: Browser) -> None:
    nothing: dict[str, Any] = {"plan": None, "starts_on": None, "items": [], "made_at": None}
    assert (await maya.get("/api/coach/plan")).json() == nothing
    answer = await maya.post("/api/coach/plan")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "no_interview")


async def test_the_week_of_an_interview_is_shown_ticked_off_and_moved(server: RunningServer, maya: Browser) -> None:
    session_id = await judged(server.services.db, await user_of(maya))
    body = (await maya.get("/api/coach/plan")).json()
    plan = CoachPlan.model_validate(body["plan"])
    assert plan.provenance.evaluator == "rules"
    assert body["starts_on"] == datetime.now(UTC).date().isoformat()
    assert [(item["day"], item["title"]) for item in body["items"]] == [
        (day.day, item.title) for day in plan.plan for item in day.items
    ]
    async with server.services.db.read() as db:
        analysis = await Reports(db).analysis(session_id)
    assert analysis is not None
    assert analysis.coach == plan

    item = body["items"][0]
    done = (await maya.request("PUT", f"/api/coach/items/{item['id']}", {"done": True})).json()
    assert done["done_at"] is not None
    again = (await maya.request("PUT", f"/api/coach/items/{item['id']}", {"done": True})).json()
    assert again == done
    moved = (await maya.request("PUT", f"/api/coach/items/{item['id']}", {"day": 7})).json()
    assert (moved["day"], moved["done_at"]) == (7, done["done_at"])
    there = [one for one in (await maya.get("/api/coach/plan")).json()["items"] if one["day"] == 7]
    assert there[-1]["id"] == item["id"]
    assert len({one["position"] for one in there}) == len(there)
    back = (await maya.request("PUT", f"/api/coach/items/{item['id']}", {"done": False})).json()
    assert back["done_at"] is None


async def test_items_of_others_and_days_outside_the_week_are_refused(server: RunningServer, maya: Browser) -> None:
    await judged(server.services.db, await user_of(maya))
    item = (await maya.get("/api/coach/plan")).json()["items"][0]
    other = await server.account("other")
    assert (await other.request("PUT", f"/api/coach/items/{item['id']}", {"done": True})).status_code == 404
    assert (await maya.request("PUT", f"/api/coach/items/{uuid4()}", {"done": True})).status_code == 404
    for day in (0, 8):
        assert (await maya.request("PUT", f"/api/coach/items/{item['id']}", {"day": day})).status_code == 422
    assert (await maya.get("/api/coach/plan")).json()["items"][0] == item
    assert (await other.get("/api/coach/plan")).json()["plan"] is None


async def test_a_new_plan_takes_over_and_starts_today(server: RunningServer, maya: Browser) -> None:
    await judged(server.services.db, await user_of(maya))
    first = (await maya.get("/api/coach/plan")).json()
    answer = await maya.post("/api/coach/plan")
    assert answer.status_code == 201
    second = answer.json()
    assert second["made_at"] > first["made_at"]
    assert not {item["id"] for item in first["items"]} & {item["id"] for item in second["items"]}
    assert (await maya.get("/api/coach/plan")).json() == second


async def test_a_model_that_fails_leaves_the_plan_as_it_is(seeded_address: str, home: Path) -> None:
    async with (
        openai_double(failing(401)) as double,
        running(seeded_address, home, llm_base_url=double.base_url) as server,
    ):
        maya = await server.account("maya")
        await judged(server.services.db, await user_of(maya))
        before = (await maya.get("/api/coach/plan")).json()
        answer = await maya.post("/api/coach/plan")
        assert (answer.status_code, answer.json()["error"]["code"]) == (502, "coach_failed")
        assert (await maya.get("/api/coach/plan")).json() == before
        assert len(double.requests) == 1


# ---------------------------------------------------------------------- what is stored


async def test_an_interview_s_plan_made_again_keeps_what_was_done(database: Database) -> None:
    user_id = await new_user(database)
    session_id = await judged(database, user_id)
    plan = coach_plan(await given_to(database, user_id))
    async with database.write() as db:
        first = await Coaching(db).put(user_id, session_id, plan, NOW.date())
        done = await Coaching(db).change_item(first.items[0].id, user_id, done=True, day=None)
        assert done is not None
    async with database.write() as db:
        same = await Coaching(db).put(user_id, session_id, plan, NOW.date() + timedelta(days=1))
    assert [item.id for item in same.items] == [item.id for item in first.items]
    assert same.starts_on == first.starts_on
    other = plan.model_copy(update={"why_this_plan": "Another reason."})
    async with database.write() as db:
        changed = await Coaching(db).put(user_id, session_id, other, NOW.date())
        assert (await Coaching(db).in_force(user_id)) == changed
    assert changed.id == first.id
    assert changed.plan == other
    assert [item.done_at for item in changed.items] == [done.done_at, *[None] * (len(first.items) - 1)]


# ---------------------------------------------------------------------- what the coach reads


async def test_the_coach_reads_jobs_drills_exercises_and_the_last_five_interviews(database: Database) -> None:
    user_id = await new_user(database)
    sessions = [await judged(database, user_id) for _ in range(3)]
    job = await _saved(database, user_id, "Data Engineer", NOW + timedelta(days=3))
    await _saved(database, user_id, "Backend Engineer", None)
    await _saved(database, user_id, "Platform Engineer", NOW + timedelta(days=1))
    await _saved(database, await new_user(database), "Somebody else's job", NOW)
    await _practised(database, job, sessions[0])
    await _tasks(database)
    async with database.write() as db:
        db.add(DrillScheduleRow(user_id=user_id, drill_key="x", box=1, due_at=NOW))
    given = await given_to(database, user_id, datetime.now(UTC))
    assert [interview.session_id for interview in given.recent] == sessions[::-1]
    assert given.recent[0].score is not None
    assert given.recent[0].lowest
    assert given.technical
    assert given.active_days == 1
    assert [saved.role_title for saved in given.jobs] == ["Platform Engineer", "Data Engineer", "Backend Engineer"]
    assert [saved.role_kit for saved in given.jobs] == [None, "software_engineer", None]
    assert given.jobs[1].next_interview_on == date(2026, 3, 5)
    assert given.memory
    assert given.drills
    tasks = {task.key: task.kind for task in given.exercises}
    assert tasks["debug_1"] is PracticeKind.CODING_DEBUG
    assert not tasks.keys() & {"debug_2", "why", "quant_1"}
    assert [(task.key, task.minutes) for task in given.cases] == [("case_1", 60)]
    assert plan_faults(coach_plan(given), given) == ()


async def _saved(database: Database, user_id: UUID, title: str, at: datetime | None) -> UUID:
    async with database.write() as db:
        row = SavedJobRow(
            user_id=user_id, company_name="", role_title=title, role_category="swe", job_url="", jd_text="",
            status="saved", source="hand", next_interview_at=at,
        )  # fmt: skip
        db.add(row)
        await db.flush()
        return row.id


async def _practised(database: Database, job: UUID, session_id: UUID) -> None:
    async with database.write() as db:
        interview = await db.get(InterviewSessionRow, session_id)
        assert interview is not None
        config = interview.interview_config_id
        db.add(JobPracticeLinkRow(saved_job_id=job, interview_config_id=config, interview_session_id=session_id))


async def _tasks(database: Database) -> None:
    """One exercise and one case that can be done, and some that cannot."""
    async with database.write() as db:
        for key, activity, active, role in (
            ("debug_1", "debug", True, "swe"),
            ("debug_2", "debug", False, "swe"),
            ("why", "explain", True, "swe"),
            ("quant_1", "debug", True, "quant"),
        ):
            db.add(
                CodingExerciseRow(
                    key=key, name=key, activity_type=activity, language="python", difficulty="easy", code_snippet="x",
                    expected_behavior="x", is_active=active, material={"role_categories": [role]},
                )
            )  # fmt: skip
        db.add(
            CaseTemplateRow(
                key="case_1", name="A case", case_type="x", difficulty="easy", prompt_statement="x", context="x",
                expected_duration_minutes=90, material={"role_categories": ["swe"]},
            )
        )  # fmt: skip


async def test_of_six_interviews_the_coach_hears_of_five(database: Database) -> None:
    user_id = await new_user(database)
    sessions = [await judged(database, user_id) for _ in range(6)]
    given = await given_to(database, user_id)
    assert [interview.session_id for interview in given.recent] == sessions[:0:-1]


# ---------------------------------------------------------------------- by a model


def as_replied(plan: CoachPlan) -> dict[str, Any]:
    """The plan as 12.3 has a model say it."""
    said = plan.model_dump(mode="json", by_alias=True, include={"plan", "streak_goal", "why_this_plan"})
    return {"plan": said["plan"], "streakGoal": said["streakGoal"], "whyThisPlan": said["whyThisPlan"]}


async def by_double(home: Path, base_url: str, given: CoachInput) -> tuple[CoachPlan, tuple[str, ...]]:
    model = make_model(Settings(_env_file=None, interview_lab_home=home, llm_base_url=base_url))
    assert model is not None
    try:
        week = await plan_week(given, model)
    finally:
        await model.aclose()
    return week.plan, week.raw


async def test_the_models_week_is_kept_as_it_was_written(database: Database, home: Path) -> None:
    user_id = await new_user(database)
    await judged(database, user_id)
    given = await given_to(database, user_id)
    good = json.dumps(as_replied(coach_plan(given)))
    async with openai_double(Answer("no JSON"), Answer(good)) as double:
        plan, raw = await by_double(home, double.base_url, given)
    assert raw == ("no JSON", good)
    assert (plan.provenance.evaluator, plan.provenance.prompt) == ("model", "coach")
    assert plan.provenance.prompt_version
    assert plan.provenance.model
    assert plan_faults(plan, given) == ()


async def test_no_rules_step_in_for_a_model_that_gives_no_week(database: Database, home: Path) -> None:
    user_id = await new_user(database)
    await judged(database, user_id)
    given = await given_to(database, user_id)
    async with openai_double(Answer("no JSON")) as double:
        with pytest.raises(CoachFailed):
            await by_double(home, double.base_url, given)
        assert len(double.requests) == 2


SAID = {
    "communication": "I showed him the two outages of the last quarter",
    "ownership_depth": "I rewrote that part with one cached query",
}


def _verdict(body: dict[str, Any]) -> str:
    """A judgement with proved quotes, as the schema that was sent wants it."""
    keys = [*SAID, *_other_dimensions(body)]
    quoted = {key: [{"quote": SAID[key], "why": "You say what you did."}] for key in SAID}
    return json.dumps(
        {
            "overall": {"score": 70, "readiness": "borderline", "hireSignal": "lean_hire"},
            "dimensionScores": [
                {"key": key, "score": 80 if key in SAID else None, "evidence": quoted.get(key, []), "fixes": []}
                for key in keys
            ],
            "jdMatch": {"matchedSkills": [], "missingSkills": [], "riskFlags": [], "priorityGaps": []},
            "answerRewrites": [],
            "nextActions": [],
            "memoryUpdate": {"newRecurringIssues": [], "resolvedIssues": [], "recommendedFocusNext": ""},
        }
    )


def _other_dimensions(body: dict[str, Any]) -> list[str]:
    """The keys that the schema lists beside those of SAID."""
    schema = json.dumps(body["response_format"]["json_schema"]["schema"])
    lists = [json.loads(found) for found in re.findall(r'"enum": (\[[^\]]*\])', schema)]
    return [key for keys in lists if "communication" in keys for key in keys if key not in SAID]


async def test_a_retry_asks_the_model_for_what_failed_and_for_nothing_else(database: Database, home: Path) -> None:
    user_id = await new_user(database)
    session_id = await spoken_interview(database, user_id=user_id)
    week = "no JSON"

    def reply(body: dict[str, Any]) -> str:
        return week if body["response_format"]["json_schema"]["name"] == "coach" else _verdict(body)

    async with openai_double(Answer(reply)) as double:
        model = make_model(Settings(_env_file=None, interview_lab_home=home, llm_base_url=double.base_url))
        work = ReportWork(database, Evaluation(database, model, 3).steps())
        assert await work.announce(session_id)
        kept = await attempt(work, session_id, {})
        assert len(double.requests) == 3 + 2  # three judges; a week and its repair
        async with database.read() as db:
            partial, steps = await Reports(db).analysis(session_id), await Reports(db).steps(session_id)
            assert await Coaching(db).in_force(user_id) is None
        assert partial is not None
        assert partial.failed_sections == ("practicePlan7d",)
        assert [step.error for step in steps if step.status is StepStatus.FAILED] == [
            f"{FAILURES[Failure.INVALID_JSON]} {PLAN_AGAIN}"
        ]

        week = json.dumps(as_replied(coach_plan(await given_to(database, user_id))))
        assert await work.reopen(session_id)
        await attempt(work, session_id, work.carried(kept))
        assert len(double.requests) == 3 + 2 + 1
        assert model is not None
        await model.aclose()
    async with database.read() as db:
        whole, raw = await Reports(db).analysis(session_id), await Reports(db).raw(session_id)
        in_force = await Coaching(db).in_force(user_id)
    assert whole is not None
    assert raw is not None
    assert in_force is not None
    assert (whole.failed_sections, whole.coach) == ((), in_force.plan)
    assert whole.dimension_scores == partial.dimension_scores
    assert {len(d.samples) for d in whole.dimension_scores if d.key in SAID} == {3}
    assert (whole.provenance.evaluator, whole.sections["coach"].prompt) == ("model", "coach")
    assert len(raw["samples"]) == 3
    assert raw["coach"] == [week]


async def test_a_week_made_by_hand_keeps_what_the_model_replied(server: RunningServer, maya: Browser) -> None:
    user_id, services = await user_of(maya), server.services
    await judged(services.db, user_id)
    good = json.dumps(as_replied(coach_plan(await given_to(services.db, user_id, datetime.now(UTC)))))
    async with openai_double(Answer("no JSON"), Answer(good)) as double:
        services.settings = services.settings.model_copy(update={"llm_base_url": double.base_url})
        made = await maya.post("/api/coach/plan")
    assert made.status_code == 201, made.text
    async with services.db.read() as db:
        rows = list(await db.scalars(select(PracticePlanRow).order_by(PracticePlanRow.created_at)))
    assert [row.raw for row in rows] == [None, ["no JSON", good]]  # the first is the report's, by rules
