"""The catalogue of exercises over HTTP, and practising one alone."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest

from schema.exercise_views import card
from schema.exercises import CodingExercise
from seeds.case_templates import load_cases
from seeds.coding_exercises import load_coding_exercises
from server.repositories.plans import Plans
from tests.support.server import NEW_INTERVIEW, Browser, RunningServer, error_of

CODE = load_coding_exercises()
CASES = load_cases()


async def get(browser: Browser, path: str) -> Any:
    answer = await browser.get(path)
    assert answer.status_code == 200
    return answer.json()


async def test_the_catalogue_lists_everything_and_gives_no_answer_away(maya: Browser) -> None:
    listed = await get(maya, "/api/exercises")
    assert {item["key"] for item in listed["items"]} == {*CODE, *CASES}
    assert listed["done"] == []
    whole = {exercise.key: card(exercise).model_dump(mode="json") for exercise in (*CODE.values(), *CASES.values())}
    assert {item["key"]: item for item in listed["items"]} == whole
    fields = set(listed["items"][0])
    assert not fields & {"suggested_fix", "bug_description", "hidden_tests", "hints", "revealable_data"}


def _secrets(exercise: CodingExercise) -> list[str]:
    hidden = [line for line in exercise.hidden_tests.splitlines() if "assert" in line]
    return [text for text in (*hidden, *exercise.hints, exercise.bug_description) if text]


@pytest.mark.parametrize("key", list(CODE)[::9])
async def test_a_problem_is_shown_without_its_answers(maya: Browser, key: str) -> None:
    body = await get(maya, f"/api/exercises/{key}")
    shown = json.dumps(body, ensure_ascii=False)
    exercise = CODE[key]
    visible = json.dumps(exercise.visible_tests + (exercise.failing_test_case or ""), ensure_ascii=False)
    for secret in _secrets(exercise):
        quoted = json.dumps(secret, ensure_ascii=False).strip('"')
        assert quoted not in shown or quoted in visible
    if exercise.suggested_fix is not None:
        assert json.dumps(exercise.suggested_fix, ensure_ascii=False) not in shown
    assert body["runner"] is not None


@pytest.mark.parametrize("key", list(CASES)[::5])
async def test_a_case_is_shown_without_its_data(maya: Browser, key: str) -> None:
    body = await get(maya, f"/api/exercises/{key}")
    case, shown = CASES[key], json.dumps(body, ensure_ascii=False)
    assert body["view"]["reveals"] == len(case.revealable_data)
    assert body["runner"] is None
    for reveal in case.revealable_data:
        assert reveal.title not in shown
        assert reveal.spoken not in shown
    assert case.sound_answer not in shown


async def test_an_unknown_exercise_is_absent(maya: Browser) -> None:
    for answer in (await maya.get("/api/exercises/nothing"), await maya.post("/api/exercises/nothing/plan", {})):
        assert (answer.status_code, error_of(answer)["code"]) == (404, "not_found")


async def test_practising_one_alone_is_a_plan_of_it_and_a_close(maya: Browser) -> None:
    key = next(iter(CODE))
    answer = await maya.post(f"/api/exercises/{key}/plan", {"style": "friendly", "look": "daniel"})
    assert answer.status_code == 201
    plan = answer.json()
    assert [phase["kind"] for phase in plan["preview"]["phases"]] == ["coding", "close"]
    assert plan["preview"]["role_title"] == "Software Engineer"
    assert CODE[key].name not in json.dumps(plan)  # themes, never the exercise
    body = {"plan_id": plan["id"], "look": "daniel", "record": False, "consent": True}
    made = await maya.post("/api/interview/sessions", body)
    assert made.status_code == 201
    assert (await get(maya, f"/api/interview/sessions/{made.json()['id']}/exercises")) == []


async def test_it_takes_the_role_of_the_last_interview_where_that_suits(maya: Browser) -> None:
    await maya.post("/api/interview/sessions", {**NEW_INTERVIEW, "role_kit": "platform_engineer"})
    plan = (await maya.post(f"/api/exercises/{next(iter(CODE))}/plan", {})).json()
    assert plan["preview"]["role_title"] == "Platform and Reliability Engineer"


@pytest.mark.parametrize(
    ("body", "field"), [({"minutes": 3}, "minutes"), ({"style": "rude"}, "style"), ({"role_kit": "x"}, "role_kit")]
)
async def test_what_is_not_offered_is_refused(maya: Browser, body: dict[str, Any], field: str) -> None:
    answer = await maya.post(f"/api/exercises/{next(iter(CASES))}/plan", body)
    assert answer.status_code == 422
    assert field in error_of(answer)["fields"]


async def test_a_technical_interview_has_code_and_keeps_it(server: RunningServer, maya: Browser) -> None:
    choices = {**NEW_INTERVIEW, "role_kit": "software_engineer", "interview_type": "technical", "minutes": 40}
    choices = {name: value for name, value in choices.items() if name not in ("record", "consent")}
    plan = (await maya.post("/api/interview/plans", choices)).json()
    phases = {phase["kind"]: phase for phase in plan["preview"]["phases"]}
    assert "coding" in phases
    async with server.services.db.read() as db:
        stored = await Plans(db).plan(UUID(plan["id"]), None)
    assert stored is not None
    keys = [key for phase in stored.plan.phases for key in phase.exercises]
    assert keys
    assert set(keys) <= set(CODE)
