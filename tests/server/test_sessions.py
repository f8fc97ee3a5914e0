"""Interviews over HTTP: making, listing, entering, reading, hearing again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from controller.decisions import Action, Decision
from controller.events import Event, InterviewStarted, QuestionUnheard
from controller.serial import decision_to_json, event_to_json
from schema.plan import InterviewPlan
from schema.vocabulary import InterviewStatus, MissingPiece, QuestionKind, ReportStatus, Speaker, StepStatus
from server.auth import ROOM_TOKEN_LIFETIME, verify_room_token
from server.files import make_recording_folder, recording_path
from server.repositories.events import SqlEventLog
from server.repositories.interviews import Interviews
from server.repositories.recordings import Recordings
from server.repositories.reports import Reports
from tests.support.interviews import a_note, a_turn, an_analysis
from tests.support.server import NEW_INTERVIEW, Browser, RunningServer, error_of


async def test_a_new_interview_is_planned_and_listed(server: RunningServer, maya: Browser) -> None:
    created = await maya.interview(role_title="Backend Engineer", company=" Acme ", jd_text="You will own our API.")
    assert created["status"] == "created"
    assert (created["role_title"], created["company"]) == ("Backend Engineer", "Acme")
    assert (created["report_status"], created["overall_score"], created["readiness"]) == ("none", None, None)
    assert (await maya.get(f"/api/interview/sessions/{created['id']}")).json() == created
    assert (created["planned_minutes"], created["patience"]) == (10, 1)
    told = {name: value for name, value in created.items() if name not in ("planned_minutes", "patience")}
    assert (await maya.get("/api/interview/sessions")).json() == {"items": [told], "next_cursor": None}
    async with server.services.db.read() as db:
        bundle = await Interviews(db).bundle(UUID(created["id"]))
    assert bundle is not None
    assert isinstance(bundle.plan, InterviewPlan)
    assert bundle.plan.metadata.role_title == "Backend Engineer"
    named = {key for phase in bundle.plan.phases for key in phase.patterns}
    assert named <= set(bundle.patterns)
    assert sum(phase.mins for phase in bundle.plan.phases) == pytest.approx(10)


async def test_the_role_kits_name_the_title_where_none_is_given(maya: Browser) -> None:
    kits = (await maya.get("/api/role-kits")).json()
    assert {"software_engineer"} <= {kit["key"] for kit in kits}
    for kit in kits:
        assert kit["default_interview_types"]
        created = await maya.interview(
            role_kit=kit["key"], interview_type=kit["default_interview_types"][0], role_title="  "
        )
        assert created["role_title"] == kit["name"]


@pytest.mark.parametrize(
    ("choices", "field"),
    [
        ({"consent": False}, "consent"),
        ({"consent": None}, "consent"),
        ({"minutes": 4}, "minutes"),
        ({"minutes": 61}, "minutes"),
        ({"role_kit": "astronaut"}, "role_kit"),
        ({"seniority": "wizard"}, "seniority"),
        ({"interview_type": "technicall"}, "interview_type"),
        ({"look": "robot"}, "look"),
        ({"jd_text": "x" * 50_001}, "jd_text"),
        ({"surprise": 1}, "surprise"),
        ({"record": "maybe"}, "record"),
    ],
)
async def test_what_a_new_interview_refuses(maya: Browser, choices: dict[str, Any], field: str) -> None:
    answer = await maya.post("/api/interview/sessions", {**NEW_INTERVIEW, **choices})
    assert answer.status_code == 422
    assert list(error_of(answer)["fields"]) == [field]
    assert (await maya.get("/api/interview/sessions")).json()["items"] == []


async def test_texts_with_what_no_database_keeps_are_taken(maya: Browser) -> None:
    created = await maya.interview(company="A\x00cme", resume_text="I led\x00 a team of 12.")
    assert created["company"] == "A\ufffdcme"
    half = json.dumps({**NEW_INTERVIEW, "company": "\ud800"}).encode()
    headers = {"X-CSRF-Token": maya.csrf, "Content-Type": "application/json"}
    answer = await maya.http.post("/api/interview/sessions", content=half, headers=headers)
    assert (answer.status_code, list(error_of(answer)["fields"])) == (422, ["company"])


async def test_pages_follow_each_other_newest_first(server: RunningServer, maya: Browser) -> None:
    made = [(await maya.interview())["id"] for _ in range(5)]
    await (await server.account("other")).interview()
    first = (await maya.get("/api/interview/sessions?limit=2")).json()
    second = (await maya.get(f"/api/interview/sessions?limit=2&cursor={first['next_cursor']}")).json()
    third = (await maya.get(f"/api/interview/sessions?limit=2&cursor={second['next_cursor']}")).json()
    listed = [item["id"] for page in (first, second, third) for item in page["items"]]
    assert listed == made[::-1]
    assert third["next_cursor"] is None


@pytest.mark.parametrize("query", ["cursor=%00", "cursor=abc", "cursor=bm90fGE=", "limit=0", "limit=101", "limit=x"])
async def test_pages_that_are_not_there(maya: Browser, query: str) -> None:
    answer = await maya.get(f"/api/interview/sessions?{query}")
    assert answer.status_code == 422
    error_of(answer)


# ------------------------------------------------------------------ the room


async def test_a_room_token_is_for_one_interview_and_one_user_and_a_short_time(
    server: RunningServer, maya: Browser
) -> None:
    interview = await maya.interview()
    answer = (await maya.post(f"/api/interview/sessions/{interview['id']}/token")).json()
    assert answer["room_url"] == "/api/interview/room"
    now = datetime.now(UTC)
    claims = verify_room_token(server.services.secret, answer["token"], now)
    assert (str(claims.session_id), str(claims.user_id)) == (interview["id"], (await maya.me() or {})["id"])
    left = datetime.fromisoformat(answer["expires_at"]) - now
    assert timedelta(0) < left <= ROOM_TOKEN_LIFETIME


async def test_no_token_for_an_interview_that_is_over(server: RunningServer, maya: Browser) -> None:
    interview = await maya.interview()
    async with server.services.db.write() as db:
        await Interviews(db).move(UUID(interview["id"]), InterviewStatus.ENDED)
    answer = await maya.post(f"/api/interview/sessions/{interview['id']}/token")
    assert (answer.status_code, error_of(answer)["code"]) == (409, "interview_over")


# ------------------------------------------------------------------ transcript and report


def step_payload(event: Event, decision: Decision, **more: Any) -> dict[str, Any]:
    return {"event": event_to_json(event), "decision": decision_to_json(decision), **more}


def asking(question_id: str, text: str, action: Action = Action.ASK, asks_for: MissingPiece | None = None) -> Decision:
    return Decision(
        action, text, f"because of {question_id}", "intro", question_id, "intro_basic", QuestionKind.STORY, asks_for
    )


async def test_the_transcript_says_why_each_question_was_asked(server: RunningServer, maya: Browser) -> None:
    interview = await maya.interview()
    log = SqlEventLog(server.services.db, UUID(interview["id"]))
    spoken = a_turn(0, "What did you build?", Speaker.INTERVIEWER, question_id="q1").model_dump(mode="json")
    said = a_turn(1, "A queue.", question_id="q1").model_dump(mode="json")
    await log.append("step", 1_000, step_payload(InterviewStarted(1_000), asking("q1", "What did you build?")))
    await log.append("spoken", 2_000, {"turn": spoken})
    waiting = Decision(Action.WAIT, "", "nothing was heard", "intro")
    probe = asking("q1.1", "How many people used it?", Action.PROBE, MissingPiece.METRIC)
    await log.append("step", 5_500, step_payload(InterviewStarted(5_500), probe, turn=said))
    await log.append("step", 6_000, step_payload(QuestionUnheard(6_000, "q1.1"), waiting))
    await log.append("figures", 6_500, {"anything": 1})
    body = (await maya.get(f"/api/interview/sessions/{interview['id']}/transcript")).json()
    assert [(turn["speaker"], turn["text"]) for turn in body["turns"]] == [
        ("interviewer", "What did you build?"),
        ("candidate", "A queue."),
    ]
    assert body["turns"][1]["words"][0] == {"text": "A", "start_s": 1.0, "end_s": 1.08, "confidence": 0.5}
    (question,) = body["questions"]
    assert question == {
        "question_id": "q1",
        "text": "What did you build?",
        "pattern_key": "intro_basic",
        "phase_id": "intro",
        "kind": "story",
        "reason": "because of q1",
        "asks_for": None,
        "at_s": 1.0,
    }
    await log.append("step", 8_000, step_payload(InterviewStarted(8_000), probe))
    questions = (await maya.get(f"/api/interview/sessions/{interview['id']}/transcript")).json()["questions"]
    assert [(found["question_id"], found["asks_for"], found["at_s"]) for found in questions][1:] == [
        ("q1.1", "metric", 8.0)
    ]


async def test_a_fresh_interview_has_an_empty_transcript_and_no_report(maya: Browser) -> None:
    path = f"/api/interview/sessions/{(await maya.interview())['id']}"
    assert (await maya.get(f"{path}/transcript")).json() == {"turns": [], "interviewers": [], "questions": []}
    report = (await maya.get(f"{path}/report")).json()
    assert report == {"status": "none", "steps": [], "analysis": None, "turn_notes": []}


async def test_the_report_shows_failed_steps_and_early_notes(server: RunningServer, maya: Browser) -> None:
    interview = await maya.interview()
    session_id = UUID(interview["id"])
    async with server.services.db.write() as db:
        reports = Reports(db)
        await reports.plan_steps(session_id, [("notes", "Reading your answers"), ("score", "Scoring")])
        await reports.start_step(session_id, "notes")
        await reports.finish_step(session_id, "notes")
        await reports.put_notes(session_id, [a_note(1)])
        await reports.start_step(session_id, "score")
        await reports.fail_step(session_id, "score", "The model did not answer.")
        await reports.set_status(session_id, ReportStatus.FAILED)
    report = (await maya.get(f"/api/interview/sessions/{interview['id']}/report")).json()
    assert report["status"] == "failed"
    assert [step["status"] for step in report["steps"]] == [StepStatus.DONE, StepStatus.FAILED]
    assert report["steps"][1]["error"] == "The model did not answer."
    assert report["turn_notes"][0]["turnIndex"] == 1
    assert report["analysis"] is None


async def test_a_finished_report_is_camel_case_and_shown_in_the_list(server: RunningServer, maya: Browser) -> None:
    interview = await maya.interview()
    async with server.services.db.write() as db:
        await Reports(db).put_analysis(UUID(interview["id"]), an_analysis(72))
        await Reports(db).set_status(UUID(interview["id"]), ReportStatus.DONE)
    report = (await maya.get(f"/api/interview/sessions/{interview['id']}/report")).json()
    assert report["analysis"]["overall"]["hireSignal"] == "lean_hire"
    assert report["analysis"]["practicePlan7d"] == []
    (listed,) = (await maya.get("/api/interview/sessions")).json()["items"]
    assert (listed["overall_score"], listed["readiness"], listed["report_status"]) == (72, "borderline", "done")


class RetriedReports:
    """Notes what a report's workflow is asked to do."""

    def __init__(self) -> None:
        self.retried: list[UUID] = []

    async def start(self, session_id: UUID) -> None:
        raise AssertionError("nothing was to start")

    async def retry(self, session_id: UUID) -> None:
        self.retried.append(session_id)

    async def forget(self, session_id: UUID) -> None:
        raise AssertionError("nothing was to be forgotten")


async def test_only_a_failed_report_is_tried_again(server: RunningServer, maya: Browser) -> None:
    interview = await maya.interview()
    path = f"/api/interview/sessions/{interview['id']}/report/retry"
    reports = server.services.reports = RetriedReports()
    assert error_of(await maya.post(path))["code"] == "report_not_failed"
    async with server.services.db.write() as db:
        await Reports(db).set_status(UUID(interview["id"]), ReportStatus.FAILED)
    assert (await maya.post(path)).status_code == 202
    assert reports.retried == [UUID(interview["id"])]


# ------------------------------------------------------------------ the recording


async def recorded(server: RunningServer, browser: Browser, sound: bytes) -> str:
    interview = await browser.interview()
    session_id = UUID(interview["id"])
    folder = make_recording_folder(server.services.settings.home, session_id)
    (folder / "recording.mp4").write_bytes(sound)
    async with server.services.db.write() as db:
        await Recordings(db).open(session_id, recording_path(session_id))
    return f"/api/interview/sessions/{interview['id']}/recording"


async def test_a_recording_is_served_whole_and_in_parts(server: RunningServer, maya: Browser) -> None:
    sound = bytes(range(256)) * 40
    path = await recorded(server, maya, sound)
    whole = await maya.get(path)
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, sound, "audio/mp4")
    assert whole.headers["accept-ranges"] == "bytes"
    assert "no-store" not in whole.headers["cache-control"]
    part = await maya.get(path, {"Range": "bytes=1000-1999"})
    assert (part.status_code, part.content) == (206, sound[1000:2000])
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(sound)}"
    assert (await maya.get(path, {"Range": "bytes=-100"})).content == sound[-100:]
    assert (await maya.get(path, {"Range": "bytes=10000-"})).content == sound[10_000:]


@pytest.mark.parametrize(
    ("header", "status"), [("bytes=99999-", 416), ("bytes=x", 400), ("seconds=1-2", 400), ("bytes=", 400)]
)
async def test_parts_that_are_not_there(server: RunningServer, maya: Browser, header: str, status: int) -> None:
    path = await recorded(server, maya, b"0123456789")
    answer = await maya.get(path, {"Range": header})
    assert (answer.status_code, error_of(answer)["code"]) == (status, "bad_range")


async def test_no_recording_reads_as_such(server: RunningServer, maya: Browser) -> None:
    path = await recorded(server, maya, b"0123456789")
    interview = UUID(path.split("/")[4])
    (server.services.settings.home / recording_path(interview)).unlink()
    for missing in (path, f"/api/interview/sessions/{(await maya.interview())['id']}/recording"):
        answer = await maya.get(missing)
        assert (answer.status_code, error_of(answer)["code"]) == (404, "no_recording")
