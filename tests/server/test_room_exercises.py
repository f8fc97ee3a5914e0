"""Rounds over the real WebSocket: whole ones typed, edits that do not fit, drops, a kill, and no sandbox."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from schema.code_runs import CodeLanguage
from schema.exercises import CodingExercise
from schema.vocabulary import ExerciseActivity
from seeds.case_templates import load_cases
from seeds.coding_exercises import load_coding_exercises
from server.sandbox.runner import abilities
from tests.support.exercise_host import MENDED, SLOW
from tests.support.product import Owner, Product
from tests.support.room_client import entered
from tests.support.small_exercises import diff

pytestmark = pytest.mark.timeout(240)
HOST = "tests.support.exercise_host"


def _to_debug(language: CodeLanguage) -> CodingExercise:
    """The shipped problem with a fault in this language that comes first by key."""
    found = sorted(load_coding_exercises().values(), key=lambda exercise: exercise.key)
    return next(
        one
        for one in found
        if one.language is language and one.activity is ExerciseActivity.DEBUG and one.suggested_fix is not None
    )


CODE = load_coding_exercises()["address_book_key"]
IN_PAGE, NOWHERE = _to_debug(CodeLanguage.JAVASCRIPT), _to_debug(CodeLanguage.SQL)
WHY = (
    "Two addresses are equal without their case, but the hash is made of the raw text, so equal objects have different "
    "hashes and the set looks in the wrong bucket."
)
CASE = min(load_cases().values(), key=lambda case: case.key)
FIXED = CODE.suggested_fix or ""
Running = tuple[Product, Owner]


@contextmanager
def running(home: Path, module: str) -> Iterator[Running]:
    """The product with its own runner, or with that of tests, and its owner. Without a voice, to be quick."""
    product = Product(home, env={"VOICE": "none"}, module=module)
    product.start()
    owner = Owner(product)
    try:
        yield product, owner
    finally:
        owner.http.close()
        product.stop()
    assert "Traceback" not in product.log()


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for most tests; Python runs by the word of a test, JavaScript in the page, SQL nowhere."""
    with running(tmp_path_factory.mktemp("said"), HOST) as found:
        yield found


def sandbox_works() -> bool:
    return all(ability.on for ability in abilities().values())


# ------------------------------------------------------------------ whole rounds


@pytest.mark.skipif(not sandbox_works(), reason="this computer has no sandbox (interview-lab doctor says why)")
async def test_a_coding_round_from_the_brief_to_the_books(tmp_path: Path) -> None:
    """The real sandbox: the fault is seen, mended, submitted and talked about; hidden tests stay hidden."""
    with running(tmp_path, "server") as (product, owner):
        session = owner.practice(CODE.key)
        async with entered(product, owner, session, CODE.key) as room:
            opened = await room.opened()
            assert (opened["text"], opened["closed"]) == (CODE.code_snippet, False)
            assert opened["runner"]["where"] == "sandbox"
            assert CODE.brief[:40] in await room.spoken()
            failed = await room.run()
            assert failed["result"]["verdict"] == "failed"
            assert CODE.failure_says is None or CODE.failure_says in json.dumps(failed, ensure_ascii=False)
            await room.answer(WHY)
            assert (await room.edit(FIXED))["type"] == "patch_applied"
            assert (await room.run())["result"]["verdict"] == "passed"
            submitted = await room.run(submit=True)
            hidden = submitted["result"]["tests"][-1]
            assert hidden["name"] == "Hidden tests"
            assert re.fullmatch(r"(\d+) of \1 hidden tests passed\.", hidden["message"])
            await room.until("exercise_stage", stage="discuss")
            await room.send("control", action="end")
            await room.until("ended")
            told = json.dumps(room.heard)
        for name in re.findall(r"def (test_\w+)", CODE.hidden_tests):
            assert name not in told
        log = {record["kind"] for record in _records(product, session)}
        assert {"revision", "run", "step"} <= log
        (work,) = owner.get(f"/api/interview/sessions/{session}/exercises")
        assert (work["key"], work["verified"], work["code"]) == (CODE.key, True, CODE.code_snippet)
        assert {moment["kind"] for moment in work["moments"]} >= {"opened", "revision", "run"}
        assert replayed(product, session)["differences"] == []
        analysis = await report(owner, session)
        (judged,) = analysis["exercises"]
        assert (judged["key"], judged["status"]) == (CODE.key, "judged")
        assert (judged["coding"]["verdict"], judged["coding"]["where"]) == ("passed", "sandbox")
        assert judged["coding"]["hidden"]["passed"] == judged["coding"]["hidden"]["total"] > 0
        assert analysis["overall"]["score"] == judged["scores"]["overall"]
        proofs = [proof["quote"] for point in judged["checkpoints"] for proof in point["evidence"]]
        assert proofs
        assert all(proof in WHY for proof in proofs)


async def test_a_case_from_the_question_to_the_recommendation(said: Running) -> None:
    product, owner = said
    session = owner.practice(CASE.key)
    first, *_ = (reveal for reveal in CASE.revealable_data if not reveal.after)
    async with entered(product, owner, session, CASE.key) as room:
        opened = await room.opened()
        assert opened["reveals"] == []
        assert first.title not in json.dumps(opened)
        await room.spoken()
        await room.answer(f"{first.near_misses[0]}.")
        await room.settle()
        assert first.id not in [message["reveal"]["id"] for message in room.all("reveal")]
        await room.answer(f"{first.asks[0]}?")
        await room.settle()
        (shown,) = [message["reveal"] for message in room.all("reveal") if message["reveal"]["id"] == first.id]
        assert shown["exhibit"]["columns"] == list(first.exhibit.columns)
        section = CASE.outline_sections[0]
        await room.about("save_artifact", part="outline", section=section, text="Revenue, then cost")
        await room.until("artifact_saved")
        await room.answer("My recommendation is to go ahead in the largest town first, because demand is proven there.")
        await room.about("finish_exercise")
        await room.settle()
        await room.send("control", action="end")
        await room.until("ended")
    (work,) = owner.get(f"/api/interview/sessions/{session}/exercises")
    assert "Revenue, then cost" in json.dumps(work)
    (judged,) = (await report(owner, session))["exercises"]
    assert (judged["key"], judged["kind"], judged["status"]) == (CASE.key, "case", "judged")
    assert first.title in judged["case"]["earned"]
    assert judged["scores"]["overall"] is not None


# ------------------------------------------------------------------ edits that do not fit


async def test_what_does_not_fit_is_refused_by_name_and_the_socket_stays(said: Running) -> None:
    product, owner = said
    async with entered(product, owner, owner.practice(CODE.key), CODE.key) as room:
        await room.opened()
        await room.edit(CODE.code_snippet + "\n# one more line\n")
        good = diff(room.text, FIXED, room.filename)
        for changes, code in (
            ({"base": 0}, "stale_base"),
            ({"base": 99}, "stale_base"),
            ({"diff": diff(FIXED, CODE.code_snippet, room.filename)}, "hunk_failed"),
            ({"diff": good.replace("solution.py", "../../server/secret.key")}, "outside"),
            ({"diff": good.replace("@@", "%%")}, "malformed"),
            ({"diff": "+" + "x" * 61_000}, "too_large"),
            ({"diff": good + "x" * 1_000_000}, "too_large"),
        ):
            refused = await room.edit(FIXED, **changes)
            assert (refused["type"], refused["code"]) == ("patch_refused", code)
            assert (refused["revision"], refused["text"]) == (room.revision, room.text)
        await room.send("patch", client_id="f2", exercise="no_such_exercise", base=0, diff=good)
        assert (await room.until("patch_refused", client_id="f2"))["code"] == "not_open"
        assert (await room.edit(FIXED))["revision"] == 2
        assert room.all("error") == []


async def test_a_garbled_message_is_an_error_and_the_round_goes_on(said: Running) -> None:
    product, owner = said
    async with entered(product, owner, owner.practice(CODE.key), CODE.key) as room:
        await room.opened()
        await room.about("patch", base=-1, diff="")
        assert (await room.until("error"))["code"] == "bad_message"
        await asyncio.sleep(0.2)  # so many complaints are made in a second, and no more
        await room.about("save_artifact", part="scratchpad", text="x" * 25_000)
        assert (await room.until("error"))["code"] == "too_large"
        await asyncio.sleep(0.2)
        await room.connection.send('{"type": "patch", "base": 0, "diff": "' + "x" * 70_000 + '"}')
        assert (await room.until("error"))["code"] == "too_large"
        assert (await room.edit(FIXED))["type"] == "patch_applied"


# ------------------------------------------------------------------ drops and kills


async def test_a_dropped_socket_comes_back_to_the_same_text_and_answers(said: Running) -> None:
    product, owner = said
    session = owner.practice(CODE.key)
    once = diff(CODE.code_snippet, FIXED)
    async with entered(product, owner, session, CODE.key) as room:
        await room.opened()
        await room.about("patch", client_id="p1", base=0, diff=once)
        applied = await room.until("patch_applied")
        room.revision = 1
        run = await room.run()
        await room.about("save_remarks", remarks=[{"line": 1, "text": "Here."}])
        room.connection.transport.abort()
    async with entered(product, owner, session, CODE.key) as room:
        opened = await room.opened()
        assert (opened["revision"], opened["text"]) == (1, FIXED)
        assert [one["number"] for one in opened["runs"]] == [run["number"]]
        await room.about("patch", client_id="p1", base=0, diff=once)
        assert await room.until("patch_applied") == applied
        assert (await room.edit(FIXED + f"# {MENDED}\n"))["revision"] == 2
        assert (await room.run())["number"] == 2


async def test_a_killed_server_loses_no_edit_and_a_run_that_was_going_on_is_made_again(said: Running) -> None:
    product, owner = said
    session = owner.practice(CODE.key)
    text = ""
    async with entered(product, owner, session, CODE.key) as room:
        await room.opened()
        for number in range(5):
            text = f"{FIXED}# {number} {SLOW}\n"
            assert (await room.edit(text))["revision"] == number + 1
        await room.about("run_tests", client_id="r1", revision=5)
        await room.until("run_queued", client_id="r1", position=0)
        product.kill()
    product.start()
    async with entered(product, owner, session, CODE.key) as room:
        opened = await room.opened()
        assert (opened["revision"], opened["text"]) == (5, text)
        assert opened["runs"] == []
        await room.about("run_tests", client_id="r1", revision=5)
        assert (await room.until("run_finished", client_id="r1"))["run"]["number"] == 1


# ------------------------------------------------------------------ without a sandbox


async def test_without_a_sandbox_the_page_runs_the_code_and_its_word_is_marked(said: Running) -> None:
    product, owner = said
    session = owner.practice(IN_PAGE.key)
    tests = [{"name": "test_word", "verdict": "passed", "message": ""}]
    result = {"verdict": "passed", "tests": tests, "time_ms": 5, "where": "sandbox"}
    async with entered(product, owner, session, IN_PAGE.key) as room:
        assert (await room.opened())["runner"]["where"] == "browser"
        await room.about("run_tests", revision=0)
        assert (await room.until("run_refused"))["code"] == "unavailable"
        await room.about("browser_run", revision=0, submit=True, result=result)
        assert (await room.until("run_finished"))["run"]["result"]["where"] == "browser"
        ran = await _event(product, session, "code_ran")
    assert (ran["verified"], ran["passed"], ran["total"]) == (False, 1, 1)


async def test_where_code_runs_nowhere_the_round_is_talked_through(said: Running) -> None:
    product, owner = said
    async with entered(product, owner, owner.practice(NOWHERE.key), NOWHERE.key) as room:
        room.filename = NOWHERE.filename
        opened = await room.opened()
        assert opened["runner"]["where"] is None
        assert opened["runner"]["detail"]
        await room.about("run_tests", revision=0)
        assert (await room.until("run_refused"))["code"] == "unavailable"
        await room.spoken()
        await room.answer("The join gives a row twice, so the sum is too high, and I would group before joining.")
        assert (await room.edit(NOWHERE.suggested_fix or ""))["type"] == "patch_applied"
        await room.about("finish_exercise")
        assert await room.spoken()


def replayed(product: Product, session: str) -> dict[str, Any]:
    """What `interview-lab replay` says of the interview."""
    command = [sys.executable, "-m", "server", "replay", session, "--json"]
    env = {**os.environ, "INTERVIEW_LAB_HOME": str(product.home)}
    done = subprocess.run(command, env=env, capture_output=True, check=True, timeout=120)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


async def report(owner: Owner, session: str) -> dict[str, Any]:
    """The analysis of an interview that is over, waited for."""
    async with asyncio.timeout(120):
        while True:
            found: dict[str, Any] = await asyncio.to_thread(owner.get, f"/api/interview/sessions/{session}/report")
            assert [step for step in found["steps"] if step["status"] == "failed"] == []
            if found["status"] == "done":
                analysis: dict[str, Any] = found["analysis"]
                return analysis
            await asyncio.sleep(0.5)


async def _event(product: Product, session: str, kind: str) -> dict[str, Any]:
    """The first event of a kind in the interview's log, waited for."""
    async with asyncio.timeout(60):
        while True:
            steps = [record["payload"]["event"] for record in _records(product, session) if record["kind"] == "step"]
            event: dict[str, Any] | None = next((one for one in steps if one["kind"] == kind), None)
            if event is not None:
                return event
            await asyncio.sleep(0.3)


def _records(product: Product, session: str) -> list[dict[str, Any]]:
    """The interview's log, read from the database beside the server."""
    with sqlite3.connect(product.home / "interview-lab.db") as db:
        rows = db.execute(
            "SELECT kind, payload FROM session_events WHERE session_id IN (?, ?) ORDER BY seq",
            (session, session.replace("-", "")),
        )
        return [{"kind": kind, "payload": json.loads(payload)} for kind, payload in rows]
