"""An account that has used everything: its export holds what was planted, and its deletion leaves none of it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import update

from schema.tables.everything import metadata
from schema.tables.practice import PracticePlanRow
from seeds.drills import load_drills
from server.files import export_folder, make_recording_folder, take_path
from server.repositories.exercise_sessions import ExerciseSessions, Work
from server.repositories.recordings import Recordings
from server.repositories.turns import Turns
from tests.server.test_evaluation_steps import run_all
from tests.server.test_job_practice import enter
from tests.server.test_job_practice import plan as plan_for_job
from tests.server.test_leaving import CATALOGUE, everything, filled_tables, full_interview
from tests.server.test_retakes import retake
from tests.support.interviews import a_turn
from tests.support.server import NEW_PLAN, PASSWORD, Browser, RunningServer
from tests.support.spoken_interview import STRONG, Exchange
from tests.support.takes import finished

WORD = "quokkaphone"  # planted in everything that a user can write; the catalogue has no such word
OTHERS = {"data_source_runs", "scraped_interview_posts"}  # nobody's: posts that an administrator reads in


async def used_up(server: RunningServer, browser: Browser) -> UUID:
    """Everything that an account can hold, each with the word. Returns the user."""
    db_of, home = server.services.db, server.services.settings.home
    me = await browser.me()
    assert me is not None
    user_id = UUID(me["id"])
    await browser.request("PUT", "/api/me", {"name": f"Mira {WORD}"})
    await browser.request("PUT", "/api/me/preferences", {"target_role": f"Keeper of {WORD}"})
    document = await browser.upload(f"Mira Rao\n\nSkills\nGo, {WORD}\n".encode(), f"{WORD}.txt")
    await browser.read_document(document.json()["id"])
    session_id = await finished(server, browser, (*STRONG, Exchange("And then?", f"Then I mended the {WORD} alone.")))
    await run_all(db_of, session_id)
    await retake(browser, session_id, f"I mended the {WORD} in two days, and the page became four times as fast.")
    await browser.post(f"/api/drills/{next(iter(load_drills()))}/attempts", {"text": f"I cut the {WORD} by half."})
    assert (await browser.post("/api/coach/plan")).status_code == 201
    await job_with_practice(browser, user_id, server)
    await browser.post("/api/interview/plans", {**NEW_PLAN, "jd_text": f"We look for a {WORD} engineer."})
    open_one = await full_interview(server, browser)
    async with db_of.write() as db:
        await Turns(db).replace(open_one, [a_turn(0, WORD)])
        await db.execute(update(PracticePlanRow).values(raw=[f"a reply about {WORD}"]))
    folder = make_recording_folder(home, session_id)
    (folder / "recording.mp4").write_bytes(WORD.encode())
    take = home / take_path(session_id, uuid4())
    take.parent.mkdir(parents=True, exist_ok=True)
    take.write_bytes(WORD.encode())
    async with db_of.write() as db:
        await Recordings(db).open(session_id, take_path(session_id, uuid4()))
    (export_folder(home, user_id) / "broken-off.zip").write_bytes(WORD.encode())  # its browser went away
    return user_id


async def job_with_practice(browser: Browser, user_id: UUID, server: RunningServer) -> None:
    """A saved job with history, outcome and an interview that was practised for it."""
    body = {"role_title": f"{WORD} Engineer", "company": WORD, "description": f"You know {WORD}.", "notes": WORD}
    job = (await browser.post("/api/jobs/save", {**body, "tags": [WORD]})).json()
    outcome = {"kind": "rejected", "on": "2026-03-01", "reason": f"too little {WORD}"}
    answer = await browser.request("PUT", f"/api/jobs/{job['id']}", {"status": "applied", "outcomes": [outcome]})
    assert answer.status_code == 200, answer.text
    session_id = UUID(await enter(browser, await plan_for_job(browser, job, role_kit="software_engineer")))
    work = Work(exercise="e1", position=0, mode="code_debug", status="closed", state={"code": f"# {WORD}"})
    async with server.services.db.write() as db:
        await ExerciseSessions(db).put(session_id, user_id, (work,))


def files_with_word(home: Path) -> list[str]:
    """Files whose bytes hold the word, in any case and in both encodings that a database may use."""
    signs = (WORD.encode(), WORD.upper().encode(), WORD.title().encode(), WORD.encode("utf-16-le"))
    return [
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and any(sign in path.read_bytes() for sign in signs)
    ]


async def test_deletion_leaves_no_planted_word_in_any_table_or_file(server: RunningServer, maya: Browser) -> None:
    home = server.services.settings.home
    other = await server.account("other")
    kept_job = (await other.post("/api/jobs/save", {"role_title": "Baker"})).json()
    await used_up(server, maya)
    assert (
        await filled_tables(server) >= set(metadata.tables) - CATALOGUE - OTHERS
    )  # a new table has to be planted, too
    assert WORD in (await everything(server)).casefold()
    assert files_with_word(home)
    assert (await maya.delete("/api/me", {"password": PASSWORD})).status_code == 204
    assert WORD not in (await everything(server)).casefold()
    assert files_with_word(home) == []
    assert await filled_tables(server) == {"auth_users", "auth_sessions", "saved_jobs", "job_status_changes"}
    assert (await other.get(f"/api/jobs/{kept_job['id']}")).status_code == 200


async def test_an_export_holds_every_table_of_the_account(server: RunningServer, maya: Browser) -> None:
    await used_up(server, maya)
    answer = await maya.get("/api/me/export")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    told = {name: text.decode(errors="replace").casefold() for name, text in files.items()}
    assert json.loads(files["preferences.json"])["target_role"] == f"Keeper of {WORD}"
    for part in ("account", "saved_jobs", "practice_plans", "drill_attempts", "memory_observations"):
        assert any(part in name and WORD in text for name, text in told.items()), part
    for part in ("events.jsonl", "transcript.json", "retakes.json", "exercises.json", "extract.json", "recording.mp4"):
        assert any(name.endswith(part) for name in told), part
    assert any(name.startswith("plans/") and WORD in text for name, text in told.items())
    assert any(name.startswith("documents/") and name.endswith(f"file/{WORD}.txt") for name in told)
    named = {"job_status_changes", "job_practice_links", "practice_items", "drill_schedule", "skill_memory"}
    assert {name.removeprefix("practice/").removesuffix(".json") for name in told} >= named
