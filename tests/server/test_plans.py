"""Choices and plans over HTTP: previews without questions, interviews made of them, and documents that they rest on."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from controller.decisions import Action, Decision
from controller.events import InterviewStarted
from controller.serial import decision_to_json, event_to_json
from schema.documents import ResumeExtract
from schema.plan import InterviewPlan
from schema.tables.accounts import AuthUserRow
from schema.tables.documents import UserDocumentRow, UserProfileExtractedRow
from schema.tables.interviews import InterviewConfigRow
from schema.vocabulary import DocumentKind, DocumentStatus, InterviewStatus, UserRole
from server.repositories.events import SqlEventLog
from server.repositories.interviews import Interviews
from server.repositories.plans import Plans
from server.repositories.users import OWNER_NAME, Users
from server.usecases.plans import forget_unused
from server.usecases.reading import documents_of
from tests.controller.extracts import BACKEND, METRIC, MIRA
from tests.support.server import NEW_PLAN, PASSWORD, Browser, RunningServer, error_of, quick_passwords

START = {"record": False, "consent": True}


async def planned(browser: Browser, **choices: Any) -> dict[str, Any]:
    answer = await browser.post("/api/interview/plans", {**NEW_PLAN, **choices})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def user_id(server: RunningServer, name: str = "maya") -> UUID:
    async with server.services.db.read() as db:
        found = await Users(db).credentials(f"{name}@example.org")
    assert found is not None
    return found[0].id


async def exported(browser: Browser) -> dict[str, bytes]:
    answer = await browser.get("/api/me/export")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def stored_plan(server: RunningServer, plan_id: str) -> InterviewPlan:
    async with server.services.db.read() as db:
        found = await Plans(db).plan(UUID(plan_id), None)
    assert found is not None
    return found.plan


async def document(
    server: RunningServer,
    kind: DocumentKind = DocumentKind.RESUME,
    status: DocumentStatus = DocumentStatus.DONE,
    extract: Any = MIRA,
    **given: Any,
) -> str:
    """A document of maya's, with what was read from it."""
    async with server.services.db.write() as db:
        row = UserDocumentRow(
            user_id=await user_id(server),
            kind=kind,
            name="cv.pdf",
            media_type="application/pdf",
            size_bytes=10,
            text="Mira Rao" if kind is DocumentKind.RESUME else "We look for an engineer.",
            status=status,
            progress=100,
            flags=[],
            **given,
        )
        db.add(row)
        await db.flush()
        if extract is not None:
            db.add(extracted(row, extract))
    return str(row.id)


def extracted(row: UserDocumentRow, extract: Any, **given: Any) -> UserProfileExtractedRow:
    return UserProfileExtractedRow(
        user_id=row.user_id,
        document_id=row.id,
        kind=row.kind,
        extract=extract.model_dump(mode="json"),
        extractor_version="1",
        dropped=0,
        **given,
    )


# ------------------------------------------------------------------ previews


async def test_a_plan_shows_themes_and_no_question(maya: Browser, server: RunningServer) -> None:
    made = await planned(maya, company="Finbank", minutes=20)
    assert made["plan"] is None
    assert made["is_used"] is False
    preview = made["preview"]
    assert (preview["company"], preview["minutes"], preview["role_title"]) == ("Finbank", 20, "Software Engineer")
    assert preview["phases"][0]["label"] == "Introduction"
    assert all(phase["themes"] for phase in preview["phases"])
    plan = await stored_plan(server, made["id"])
    answer = await maya.get(f"/api/interview/plans/{made['id']}")
    assert answer.json() == made
    for phase in plan.phases:
        for question in phase.questions:
            assert question.pattern not in answer.text
            assert "?" not in answer.text


async def test_an_administrator_sees_the_whole_plan(maya: Browser, server: RunningServer) -> None:
    made = await planned(maya)
    async with server.services.db.write() as db:
        await Users(db).create("admin@example.org", "Admin", await quick_passwords().hash(PASSWORD), UserRole.ADMIN)
    admin = server.browser()
    await admin.post("/api/auth/login", {"email": "admin@example.org", "password": PASSWORD})
    body = (await admin.get(f"/api/interview/plans/{made['id']}")).json()
    assert body["plan"]["metadata"]["roleCategory"] == "swe"
    assert body["plan"]["globalRules"]["probeDepth"] == 3
    assert InterviewPlan.model_validate(body["plan"]) == await stored_plan(server, made["id"])


async def test_choices_are_kept_and_planned_again_with_other_questions(maya: Browser, server: RunningServer) -> None:
    kept = await maya.post("/api/interview/configs", {**NEW_PLAN, "role_title": " Backend Engineer ", "company": ""})
    assert kept.status_code == 201
    config = kept.json()
    assert (config["role_title"], config["company"], config["minutes"]) == ("Backend Engineer", None, 10)
    first, second = [(await maya.post("/api/interview/plans", {"config_id": config["id"]})).json() for _ in range(2)]
    assert first["config_id"] == second["config_id"] == config["id"]
    plans = [await stored_plan(server, made["id"]) for made in (first, second)]
    assert plans[0].phases != plans[1].phases
    assert plans[0].metadata == plans[1].metadata


async def test_a_known_company_brings_its_way_of_working(maya: Browser, server: RunningServer) -> None:
    made = await planned(maya, company="amazon", company_archetype="startup")
    metadata = (await stored_plan(server, made["id"])).metadata
    async with server.services.db.read() as db:
        row = await db.get_one(InterviewConfigRow, UUID(made["config_id"]))
    assert metadata.company == "amazon"
    assert metadata.company_archetype not in (None, "startup")
    assert row.company_id is not None


async def test_an_unknown_company_has_the_archetype_that_was_chosen(maya: Browser, server: RunningServer) -> None:
    made = await planned(maya, company="Kirana Next Door", company_archetype="consumer")
    assert (await stored_plan(server, made["id"])).metadata.company_archetype == "consumer"


async def test_a_panel_is_presented_with_its_people(maya: Browser) -> None:
    preview = (await planned(maya, interview_type="panel", minutes=30, look="amara"))["preview"]
    assert [who["name"] for who in preview["interviewers"]] == ["Amara", "Maya", "Daniel"]
    assert {phase["interviewer"] for phase in preview["phases"]} == {"Amara", "Maya", "Daniel"}


# ------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({**NEW_PLAN, "role_kit": "astronaut"}, {"role_kit"}),
        ({**NEW_PLAN, "minutes": 4}, {"minutes"}),
        ({"role_kit": "software_engineer"}, {"seniority", "interview_type"}),
        ({**NEW_PLAN, "company_archetype": "circus"}, {"company_archetype"}),
        ({"config_id": "x"}, {"config_id"}),
        ({"config_id": str(uuid4()), "minutes": 10}, {"minutes"}),
    ],
)
async def test_what_is_not_offered_is_named(maya: Browser, body: dict[str, Any], fields: set[str]) -> None:
    answer = await maya.post("/api/interview/plans", body)
    assert answer.status_code == 422
    assert set(error_of(answer)["fields"]) == fields


async def test_anothers_choices_and_plans_read_as_absent(maya: Browser, server: RunningServer) -> None:
    made = await planned(maya)
    other = await server.account("other")
    for answer in (
        await other.post("/api/interview/plans", {"config_id": made["config_id"]}),
        await other.get(f"/api/interview/plans/{made['id']}"),
        await other.post("/api/interview/sessions", {"plan_id": made["id"], **START}),
        await other.post("/api/interview/sessions", {"plan_id": str(uuid4()), **START}),
    ):
        assert (answer.status_code, error_of(answer)["code"]) == (404, "not_found")


# ------------------------------------------------------------------ interviews made of plans


async def test_an_interview_of_a_plan_is_held_as_planned(maya: Browser, server: RunningServer) -> None:
    made = await planned(maya, look="maya", minutes=25, interview_type="panel")
    before = await stored_plan(server, made["id"])
    answer = await maya.post(
        "/api/interview/sessions", {"plan_id": made["id"], "look": "daniel", "record": True, "consent": True}
    )
    assert answer.status_code == 201, answer.text
    interview = answer.json()
    assert (interview["look"], interview["record"], interview["minutes"]) == ("daniel", True, 25)
    async with server.services.db.read() as db:
        bundle = await Interviews(db).bundle(UUID(interview["id"]))
    assert bundle is not None
    assert bundle.plan.phases == before.phases
    assert bundle.plan.interviewers[0].name == "Daniel"
    assert {key for phase in bundle.plan.phases for key in phase.patterns} <= bundle.patterns.keys()
    assert (await maya.get(f"/api/interview/plans/{made['id']}")).json()["is_used"] is True


async def test_a_plan_serves_one_interview(maya: Browser) -> None:
    made = await planned(maya)
    assert (await maya.post("/api/interview/sessions", {"plan_id": made["id"], **START})).status_code == 201
    again = await maya.post("/api/interview/sessions", {"plan_id": made["id"], **START})
    assert (again.status_code, error_of(again)["code"]) == (409, "plan_used")


async def test_nothing_starts_without_consent(maya: Browser) -> None:
    made = await planned(maya)
    for consent in ({}, {"consent": False}):
        answer = await maya.post("/api/interview/sessions", {"plan_id": made["id"], **consent})
        assert (answer.status_code, set(error_of(answer)["fields"])) == (422, {"consent"})


async def test_two_interviews_of_the_same_choices_keep_their_own_settings(maya: Browser) -> None:
    first = await planned(maya)
    second = (await maya.post("/api/interview/plans", {"config_id": first["config_id"]})).json()
    kept = []
    for made, look, record in ((first, "maya", True), (second, "amara", False)):
        body = {"plan_id": made["id"], "look": look, "record": record, "consent": True}
        kept.append((await maya.post("/api/interview/sessions", body)).json()["id"])
    seen = [(await maya.get(f"/api/interview/sessions/{one}")).json() for one in kept]
    assert [(one["look"], one["record"]) for one in seen] == [("maya", True), ("amara", False)]
    assert (await maya.delete(f"/api/interview/sessions/{kept[0]}")).status_code == 204
    assert (await maya.get(f"/api/interview/sessions/{kept[1]}")).status_code == 200


# ------------------------------------------------------------------ what was asked lately


async def hold(server: RunningServer, session_id: str, *keys: str) -> None:
    """The interview was begun and asked these patterns."""
    log = SqlEventLog(server.services.db, UUID(session_id))
    for number, key in enumerate(keys, 1):
        decision = Decision(Action.ASK, f"Question {number}?", "It comes next.", "intro", f"q{number}", key)
        await log.append(
            "step", number, {"event": event_to_json(InterviewStarted(0)), "decision": decision_to_json(decision)}
        )
    async with server.services.db.write() as db:
        await Interviews(db).move(UUID(session_id), InterviewStatus.LIVE)


async def test_what_the_last_three_interviews_for_this_job_asked_is_left_out(
    maya: Browser, server: RunningServer
) -> None:
    first = await planned(maya, company="Finbank", minutes=30)
    plan = await stored_plan(server, first["id"])
    asked = [phase.patterns[0] for phase in plan.phases[:-1] if phase.patterns]
    session = (await maya.post("/api/interview/sessions", {"plan_id": first["id"], **START})).json()["id"]
    await hold(server, session, *asked)
    again = await stored_plan(server, (await planned(maya, company="FINBANK", minutes=30))["id"])
    assert not set(asked) & {key for phase in again.phases for key in phase.patterns}
    seeds = [await planned(maya, company="Elsewhere", minutes=30) for _ in range(4)]
    elsewhere = {
        key for made in seeds for phase in (await stored_plan(server, made["id"])).phases for key in phase.patterns
    }
    assert set(asked) & elsewhere


async def test_an_interview_that_never_began_asked_nothing(maya: Browser, server: RunningServer) -> None:
    made = await planned(maya)
    await maya.post("/api/interview/sessions", {"plan_id": made["id"], **START})
    async with server.services.db.read() as db:
        config = await Plans(db).config(UUID(made["config_id"]), await user_id(server))
        assert config is not None
        row = await db.get_one(InterviewConfigRow, config.id)
        found = await Plans(db).last_for_job(row.user_id, row.role_kit_id, config.role_title, None)
    assert found == ()


# ------------------------------------------------------------------ documents


async def test_a_plan_rests_on_uploaded_documents(maya: Browser, server: RunningServer) -> None:
    resume = await document(server)
    jd = await document(server, DocumentKind.JD, extract=BACKEND)
    made = await planned(maya, resume_document_id=resume, jd_document_id=jd, minutes=30)
    assert "Kubernetes" in made["preview"]["covers"]
    plan = await stored_plan(server, made["id"])
    slots = {text for phase in plan.phases for question in phase.questions for text in question.slots.values()}
    assert METRIC in slots
    assert plan.metadata.company == "Finbank"
    session = (await maya.post("/api/interview/sessions", {"plan_id": made["id"], **START})).json()["id"]
    async with server.services.db.read() as db:
        bundle = await Interviews(db).bundle(UUID(session))
    assert bundle is not None
    assert (bundle.resume_text, bundle.jd_text) == ("Mira Rao", "We look for an engineer.")
    assert documents_of(bundle) == (MIRA, BACKEND)
    assert bundle.candidate_name == "Maya"  # the account's own


async def test_corrections_win_over_a_fresh_reading(maya: Browser, server: RunningServer) -> None:
    resume = await document(server)
    corrected = ResumeExtract(name="Mira", skills=("Falconry",))
    async with server.services.db.write() as db:
        row = await db.get_one(UserDocumentRow, UUID(resume))
        db.add(extracted(row, corrected, corrected_at=datetime.now(UTC) - timedelta(days=1)))
        db.add(extracted(row, MIRA))
    plan = await stored_plan(server, (await planned(maya, resume_document_id=resume, minutes=30))["id"])
    assert {claim.text for claim in plan.claims} == {"Falconry"}


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (DocumentStatus.PENDING, "document_not_read", "Your résumé is still being read. Try again in a moment."),
        (DocumentStatus.RUNNING, "document_not_read", "Your résumé is still being read. Try again in a moment."),
        (DocumentStatus.FAILED, "document_failed", "It is locked. Upload another file, or paste the text."),
    ],
)
async def test_a_document_that_has_not_been_read_is_refused(
    maya: Browser, server: RunningServer, status: DocumentStatus, code: str, said: str
) -> None:
    problem = "It is locked." if status is DocumentStatus.FAILED else None
    resume = await document(server, status=status, extract=None, problem=problem)
    for path, body in (
        ("/api/interview/plans", dict(NEW_PLAN)),
        ("/api/interview/sessions", {**NEW_PLAN, **START}),
    ):
        answer = await maya.post(path, {**body, "resume_document_id": resume})
        assert (answer.status_code, error_of(answer)["code"]) == (409, code)
        assert error_of(answer)["message"] == said


async def test_anothers_document_reads_as_absent_and_a_wrong_one_is_named(maya: Browser, server: RunningServer) -> None:
    resume = await document(server)
    other = await server.account("other")
    answer = await other.post("/api/interview/plans", {**NEW_PLAN, "resume_document_id": resume})
    assert (answer.status_code, error_of(answer)["code"]) == (404, "not_found")
    answer = await maya.post("/api/interview/plans", {**NEW_PLAN, "jd_document_id": resume})
    assert (answer.status_code, set(error_of(answer)["fields"])) == (422, {"jd_document_id"})


async def test_who_has_no_name_here_is_greeted_by_the_one_on_the_resume(maya: Browser, server: RunningServer) -> None:
    async with server.services.db.write() as db:  # as the owner of this computer, who never said one
        owner = await db.get_one(AuthUserRow, await user_id(server))
        owner.password_hash, owner.name = None, OWNER_NAME
    made = await planned(maya, resume_document_id=await document(server))
    session = (await maya.post("/api/interview/sessions", {"plan_id": made["id"], **START})).json()["id"]
    async with server.services.db.read() as db:
        bundle = await Interviews(db).bundle(UUID(session))
    assert bundle is not None
    assert bundle.candidate_name == "Mira"


# ------------------------------------------------------------------ what is forgotten


async def test_choices_that_nobody_used_are_forgotten_after_a_week(maya: Browser, server: RunningServer) -> None:
    unused = await planned(maya, resume_text="A secret of mine")
    used = await planned(maya)
    await maya.post("/api/interview/sessions", {"plan_id": used["id"], **START})
    assert b"A secret of mine" in (await exported(maya))[f"plans/{unused['id']}/resume.txt"]
    assert await forget_unused(server.services) == 0
    async with server.services.db.write() as db:
        for made in (unused, used):
            row = await db.get_one(InterviewConfigRow, UUID(made["config_id"]))
            row.created_at = datetime.now(UTC) - timedelta(days=8)
    assert await forget_unused(server.services) == 1
    assert (await maya.get(f"/api/interview/plans/{unused['id']}")).status_code == 404
    assert (await maya.get(f"/api/interview/plans/{used['id']}")).status_code == 200
