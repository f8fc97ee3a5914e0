"""Every route against everybody: {anonymous, another user, owner, administrator}."""

from __future__ import annotations

from uuid import uuid4

import pytest
from fastapi import APIRouter, FastAPI

from schema.vocabulary import UserRole
from seeds.case_templates import load_cases
from seeds.drills import load_drills
from server.app import create_app
from server.deps import Access, UndeclaredAccessError, access, check_access
from server.repositories.users import Users
from server.routes.patterns import EXAMPLE as NEW_PATTERN
from server.settings import Settings
from tests.support.server import NEW_INTERVIEW, NEW_PLAN, PASSWORD, Browser, RunningServer, error_of, quick_passwords

NEW_JOB = {"role_title": "Backend Engineer", "description": "We look for an engineer who knows Go."}
ROUTES = check_access(create_app(Settings.model_construct()))
BODIES = {
    "POST /api/interview/sessions": dict(NEW_INTERVIEW),
    "POST /api/interview/configs": dict(NEW_PLAN),
    "POST /api/interview/plans": dict(NEW_PLAN),
    "POST /api/auth/login": {"email": "nobody@example.org", "password": "wrong horse"},
    "POST /api/auth/register": {"email": "not an address", "password": PASSWORD, "name": "A"},
    "DELETE /api/me": {"password": "wrong horse"},
    "PUT /api/me": {"name": "Somebody"},
    "PUT /api/me/preferences": {"thinking_time": "more"},
    "POST /api/patterns": NEW_PATTERN,
    "POST /api/interview/documents/upload": {"kind": "jd", "text": "We look for an engineer who knows Go."},
    "PUT /api/interview/documents/{document_id}/extract": {"resume": {"name": "Anita Rao"}},
    "POST /api/interview/sessions/{session_id}/retakes": {"question_id": "q1", "text": "I cut it to two seconds."},
    "POST /api/drills/{key}/attempts": {"text": "I cut it from nine seconds to two."},
    "PUT /api/coach/items/{item_id}": {"done": True},
    "POST /api/exercises/{exercise}/plan": {"style": "friendly"},
    "POST /api/jobs/preview-url": {"url": "http://127.0.0.1/"},
    "POST /api/jobs/save": dict(NEW_JOB),
    "POST /api/jobs/bulk": {"ids": [str(uuid4())], "status": "applied"},
    "PUT /api/jobs/{job_id}": {"status": "applied"},
    "POST /api/jobs/{job_id}/generate-plan": {"minutes": 10},
}
# What the allowed see where it is not a plain success: the request itself is refused, but not for who sent it.
ALLOWED = {
    "POST /api/auth/login": {401},
    "POST /api/auth/register": {422},
    "POST /api/auth/local-owner": {404},
    "DELETE /api/me": {403},
    "GET /api/interview/sessions/{session_id}/recording": {404},
    "POST /api/interview/sessions/{session_id}/report/retry": {409},
    "POST /api/interview/documents/{document_id}/retry": {409},
    "POST /api/interview/sessions/{session_id}/retakes": {409},  # it is not over
    "GET /api/interview/sessions/{session_id}/retakes/{retake_id}/audio": {404},
    "DELETE /api/interview/sessions/{session_id}/retakes/{retake_id}": {404},
    "GET /api/interview/sessions/{session_id}/questions/{question_id}/audio": {404},
    "GET /api/interview/sessions/{session_id}/report.json": {409},
    "GET /api/interview/sessions/{session_id}/report.pdf": {409},
    "POST /api/jobs/preview-url": {422},  # not of the public web
    "POST /api/jobs/import": {422},  # without a file
    "GET /api/jobs/{job_id}/interview.ics": {409},  # it has no date
    "POST /api/coach/plan": {409},  # nothing is judged yet
    "PUT /api/coach/items/{item_id}": {404},
    "GET /api/results/compare": {422},  # of what?
    "GET /api/voices/{look}/sample": {503},  # a server of pages alone has no voice
}
OTHERS = {  # what else stands in paths
    "retake_id": str(uuid4()),
    "question_id": "q1",
    "item_id": str(uuid4()),
    "look": "maya",
    "key": next(iter(load_drills())),
    "exercise": next(iter(load_cases())),
}
WRONG_PASSWORD = {"DELETE /api/me": "wrong_password", "POST /api/auth/login": "wrong_password"}


async def administrator(server: RunningServer) -> Browser:
    async with server.services.db.write() as db:
        password_hash = await quick_passwords().hash(PASSWORD)
        await Users(db).create("admin@example.org", "Admin", password_hash, UserRole.ADMIN)
    browser = server.browser()
    answer = await browser.post("/api/auth/login", {"email": "admin@example.org", "password": PASSWORD})
    assert answer.status_code == 200
    return browser


def verdicts(level: Access) -> dict[str, int | None]:
    """The refusal that each kind of caller must meet; null: none."""
    table: dict[Access, dict[str, int | None]] = {
        Access.PUBLIC: {"anonymous": None, "other": None, "owner": None, "admin": None},
        Access.SIGNED_IN: {"anonymous": 401, "other": None, "owner": None, "admin": None},
        Access.ADMIN: {"anonymous": 401, "other": 403, "owner": 403, "admin": None},
        Access.OWNER_OF_JOB: {"anonymous": 401, "other": 404, "owner": None, "admin": 404},
        Access.OWNER_OF_PLAN: {"anonymous": 401, "other": 404, "owner": None, "admin": None},
        Access.OWNER_OF_DOCUMENT: {"anonymous": 401, "other": 404, "owner": None, "admin": 404},
        Access.OWNER_OF_SESSION: {"anonymous": 401, "other": 404, "owner": None, "admin": 404},
    }
    return table[level]


async def read_document(browser: Browser) -> str:
    """A résumé that has been read."""
    answer = await browser.upload(b"Anita Rao\nanita.rao@example.com\n\nSkills\nGo, Python", "cv.txt")
    return str((await browser.read_document(answer.json()["id"]))["id"])


async def saved_job(browser: Browser) -> str:
    answer = await browser.post("/api/jobs/save", dict(NEW_JOB))
    return str(answer.json()["id"])


async def the_owners(owner: Browser, template: str) -> dict[str, str]:
    """What stands in such a path, made by the owner."""
    if "{session_id}" in template:
        return {"session_id": str((await owner.interview())["id"])}
    if "{plan_id}" in template:
        plan = await owner.post("/api/interview/plans", dict(NEW_PLAN))
        return {"plan_id": str(plan.json()["id"])}
    if "{job_id}" in template:
        return {"job_id": await saved_job(owner)}
    return {"document_id": await read_document(owner)} if "{document_id}" in template else {}


@pytest.mark.parametrize("route", ROUTES)
async def test_matrix(server: RunningServer, route: str) -> None:
    owner, other = await server.account("owner"), await server.account("other")
    callers = {
        "anonymous": server.browser(),
        "other": other,
        "admin": await administrator(server),
        "owner": owner,  # last: the owner may delete
    }
    method, _, template = route.partition(" ")
    path = template.format_map(OTHERS | await the_owners(owner, template))
    for name, browser in callers.items():
        refusal = verdicts(ROUTES[route])[name]
        answer = await browser.request(method, path, BODIES.get(route))
        if refusal is not None:
            assert (answer.status_code, name) == (refusal, name)
            assert error_of(answer)["code"] in ("signed_out", "forbidden", "not_found")
        elif route in ALLOWED:
            assert (answer.status_code in ALLOWED[route], name) == (True, name)
            assert error_of(answer)["code"] not in ("signed_out", "forbidden")
        else:
            assert (answer.is_success, name) == (True, name)


OWNED = ("{session_id}", "{document_id}", "{job_id}")


async def foreign_id(other: Browser, place: str) -> str:
    if place == "{session_id}":
        return str((await other.interview())["id"])
    return await (saved_job if place == "{job_id}" else read_document)(other)


@pytest.mark.parametrize("route", [route for route in ROUTES if any(place in route for place in OWNED)])
async def test_foreign_and_absent_ids_read_alike(server: RunningServer, maya: Browser, route: str) -> None:
    other = await server.account("other")
    place = next(place for place in OWNED if place in route)
    foreign = await foreign_id(other, place)
    method, _, template = route.partition(" ")
    for name, value in OTHERS.items():
        template = template.replace(f"{{{name}}}", value)
    answers = [
        await maya.request(method, template.replace(place, name), BODIES.get(route)) for name in (foreign, str(uuid4()))
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].json() == answers[1].json()
    malformed = await maya.request(method, template.replace(place, "1 OR 1=1"), BODIES.get(route))
    assert (malformed.status_code, error_of(malformed)["code"]) == (404, "not_found")


def test_every_route_of_a_session_a_document_or_a_job_belongs_to_its_owner() -> None:
    assert {level for route, level in ROUTES.items() if "{session_id}" in route} == {Access.OWNER_OF_SESSION}
    assert {level for route, level in ROUTES.items() if "{document_id}" in route} == {Access.OWNER_OF_DOCUMENT}
    assert {level for route, level in ROUTES.items() if "{job_id}" in route} == {Access.OWNER_OF_JOB}


@pytest.mark.parametrize("dependencies", [[], [access(Access.PUBLIC), access(Access.ADMIN)]])
def test_an_application_with_an_undeclared_route_does_not_start(dependencies: list[object]) -> None:
    router = APIRouter()

    @router.get("/api/forgotten", dependencies=dependencies)  # type: ignore[arg-type]
    async def forgotten() -> str:
        return "anybody can read this"

    app = FastAPI()
    app.include_router(router)
    with pytest.raises(UndeclaredAccessError, match="GET /api/forgotten"):
        check_access(app)
