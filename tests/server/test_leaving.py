"""Taking everything along, and having it removed for good."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from schema.tables.everything import metadata
from server.files import make_recording_folder, recording_folder, recording_path
from server.repositories.events import SqlEventLog
from server.repositories.recordings import Recordings
from server.repositories.reports import Reports
from server.usecases.deletion import sweep
from tests.server.test_evaluation_steps import run_all
from tests.support.interviews import a_note, a_turn, an_analysis
from tests.support.server import PASSWORD, Browser, RunningServer, error_of
from tests.support.spoken_interview import STRONG, Exchange
from tests.support.takes import finished

SECRET = "the secret words of a candidate"
CATALOGUE = {"interview_rubrics", "role_kits", "role_labels", "question_patterns"}
CATALOGUE |= {"companies", "company_role_blueprints", "coding_exercises", "case_templates"}


async def full_interview(server: RunningServer, browser: Browser) -> UUID:
    """An interview with something in every table that an interview fills, and a recording."""
    session_id = UUID((await browser.interview(resume_text=SECRET, jd_text=SECRET))["id"])
    turn = a_turn(1, SECRET, question_id="q1").model_dump(mode="json")
    await SqlEventLog(server.services.db, session_id).append("spoken", 1_000, {"turn": turn})
    folder = make_recording_folder(server.services.settings.home, session_id)
    (folder / "recording.mp4").write_bytes(SECRET.encode())
    (folder / "part-0001.mp4").write_bytes(SECRET.encode())
    async with server.services.db.write() as db:
        await Recordings(db).open(session_id, recording_path(session_id))
        await Reports(db).plan_steps(session_id, [("notes", "Reading your answers")])
        await Reports(db).put_notes(session_id, [a_note(1)])
        await Reports(db).put_analysis(session_id, an_analysis(), {"reply": SECRET})
    return session_id


async def filled_tables(server: RunningServer) -> set[str]:
    async with server.services.db.read() as db:
        return {
            name
            for name in metadata.tables
            if name not in CATALOGUE and await db.scalar(text(f"SELECT count(*) FROM {name}"))
        }


def drafts(server: RunningServer) -> list[Path]:
    """Exports that lie on the disk."""
    return list((server.services.settings.home / "exports").rglob("*.zip"))


def stands_in_files(folder: Path) -> bool:
    return any(SECRET.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_the_export_holds_everything(server: RunningServer, maya: Browser) -> None:
    session_id = await full_interview(server, maya)
    other = await full_interview(server, await server.account("other"))
    answer = await maya.get("/api/me/export")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        (folder,) = {name.split("/")[1] for name in names if name.startswith("interviews/")}
        assert str(session_id) in folder
        assert not any(str(other) in name for name in names)
        files = {name.rpartition("/")[2]: archive.read(name) for name in names}
    assert json.loads(files["account.json"])["email"] == "maya@example.org"
    assert "password" not in files["account.json"].decode().replace("has_password", "")
    assert files["resume.txt"].decode() == files["job_description.txt"].decode() == SECRET
    assert files["recording.mp4"] == SECRET.encode()
    assert json.loads(files["transcript.json"])[0]["text"] == SECRET
    assert json.loads(files["report.json"])["analysis"]["overall"]["score"] == 72
    assert [json.loads(line)["kind"] for line in files["events.jsonl"].decode().splitlines()] == ["spoken"]
    assert json.loads(files["plan.json"])["metadata"]["roleCategory"] == "swe"
    assert drafts(server) == []


async def test_a_deleted_interview_leaves_no_row_and_no_file(server: RunningServer, maya: Browser) -> None:
    session_id = await full_interview(server, maya)
    home = server.services.settings.home
    assert stands_in_files(home)
    assert (await maya.delete(f"/api/interview/sessions/{session_id}")).status_code == 204
    assert await filled_tables(server) == {"auth_users", "auth_sessions"}
    assert not recording_folder(home, session_id).exists()
    assert not stands_in_files(home)
    assert (await maya.get(f"/api/interview/sessions/{session_id}")).status_code == 404


async def judged(server: RunningServer, browser: Browser, unmistakable: str) -> UUID:
    """An interview whose report is made and remembered."""
    exchanges = (
        *STRONG,
        Exchange("What went wrong last year?", f"It went well with the {unmistakable}, more or less."),
    )
    session_id = await finished(server, browser, exchanges)
    await run_all(server.services.db, session_id)
    return session_id


async def test_a_deleted_interview_is_no_longer_remembered(server: RunningServer, maya: Browser) -> None:
    kept = await judged(server, maya, "walrus")
    before = (await maya.get("/api/memory")).json()
    assert before["skills"]
    gone = await judged(server, maya, "ocelot")
    assert {
        point["sessionId"] for skill in (await maya.get("/api/memory")).json()["skills"] for point in skill["trend"]
    } == {
        str(kept),
        str(gone),
    }
    assert (await maya.delete(f"/api/interview/sessions/{gone}")).status_code == 204
    assert (await maya.get("/api/memory")).json() == before
    assert "ocelot" not in (await everything(server)).casefold()
    assert (await maya.delete(f"/api/interview/sessions/{kept}")).status_code == 204
    assert (await maya.get("/api/memory")).json() == {"skills": []}
    assert "walrus" not in (await everything(server)).casefold()


async def test_the_export_has_what_is_remembered_and_planned(server: RunningServer, maya: Browser) -> None:
    session_id = await judged(server, maya, "walrus")
    answer = await maya.get("/api/me/export")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told = {
            name: json.loads(archive.read(f"practice/{name}.json"))
            for name in ("skill_memory", "memory_observations", "practice_plans", "practice_items")
        }
    assert {row["session_id"] for row in told["memory_observations"]} == {str(session_id)}
    assert {row["dimension"] for row in told["skill_memory"]}
    assert {row["plan_id"] for row in told["practice_items"]} == {row["id"] for row in told["practice_plans"]}
    assert not any("user_id" in row for rows in told.values() for row in rows)


async def everything(server: RunningServer) -> str:
    """All rows of all tables as one text."""
    async with server.services.db.read() as db:
        rows = [row for name in metadata.tables for row in await db.execute(text(f"SELECT * FROM {name}"))]
    return "\n".join(str(tuple(row)) for row in rows)


class Open:
    """A room and a report's work that are going on; notes who was sent away, in order."""

    def __init__(self, server: RunningServer) -> None:
        self.calls: list[str] = []
        self._db = server.services.db

    async def discard(self, session_id: UUID) -> None:
        await SqlEventLog(self._db, session_id).append("note", 0, {})  # the interview is still there
        self.calls.append(f"discard {session_id}")

    async def forget(self, session_id: UUID) -> None:
        self.calls.append(f"forget {session_id}")

    async def start(self, session_id: UUID) -> None:
        raise AssertionError("nothing was to start")

    async def retry(self, session_id: UUID) -> None:
        raise AssertionError("nothing was to be retried")


async def test_room_and_report_end_before_the_rows_go(server: RunningServer, maya: Browser) -> None:
    session_id = await full_interview(server, maya)
    still_open = Open(server)
    server.services.rooms = server.services.reports = still_open
    await maya.delete(f"/api/interview/sessions/{session_id}")
    assert still_open.calls == [f"discard {session_id}", f"forget {session_id}"]


async def test_deleting_the_account_removes_everything_of_it_and_nothing_else(
    server: RunningServer, maya: Browser
) -> None:
    other = await server.account("other")
    kept = await full_interview(server, other)
    await full_interview(server, maya)
    assert (await maya.delete("/api/me", {"password": PASSWORD})).status_code == 204
    assert await maya.me() is None
    assert (await other.get(f"/api/interview/sessions/{kept}/report")).json()["analysis"] is not None
    assert (await other.delete("/api/me", {"password": PASSWORD})).status_code == 204
    assert await filled_tables(server) == set()
    assert not stands_in_files(server.services.settings.home)
    assert (await server.browser().get("/api/status")).json()["local_door"] is True


async def test_an_account_with_a_password_needs_it(server: RunningServer, maya: Browser) -> None:
    for body in (None, {}, {"password": "wrong horse"}):
        answer = await maya.delete("/api/me", body)
        assert (answer.status_code, error_of(answer)["code"]) == (403, "wrong_password")
    assert await maya.me() is not None


async def test_the_local_owner_needs_none(server: RunningServer) -> None:
    owner = server.browser()
    await owner.post("/api/auth/local-owner")
    assert (await owner.delete("/api/me")).status_code == 204
    assert await filled_tables(server) == set()


async def test_files_that_cannot_be_removed_keep_the_interview_deletable(
    server: RunningServer, maya: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    session_id = await full_interview(server, maya)

    def read_only(path: Path) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patched:
        patched.setattr("server.files.shutil.rmtree", read_only)
        answer = await maya.delete(f"/api/interview/sessions/{session_id}")
    assert (answer.status_code, error_of(answer)["code"]) == (507, "storage_full")
    assert (await maya.delete(f"/api/interview/sessions/{session_id}")).status_code == 204


async def test_a_start_sweeps_what_a_killed_deletion_left(server: RunningServer, maya: Browser) -> None:
    session_id = await full_interview(server, maya)
    home = server.services.settings.home
    orphan = make_recording_folder(home, uuid4())
    (orphan / "recording.mp4").write_bytes(b"left over")
    unrelated = home / "recordings" / "notes of the owner"
    unrelated.mkdir()
    assert await sweep(server.services) == 1
    assert not await asyncio.to_thread(orphan.exists)
    assert unrelated.exists()
    assert recording_folder(home, session_id).exists()


async def test_an_export_without_room_on_the_disk_is_a_typed_error(
    server: RunningServer, maya: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await full_interview(server, maya)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("server.usecases.export.zipfile.ZipFile.writestr", full)
    answer = await maya.get("/api/me/export")
    assert (answer.status_code, error_of(answer)["code"]) == (507, "storage_full")
    assert drafts(server) == []
