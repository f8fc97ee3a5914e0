"""The event log: stored before it returns, dense, append-only, and in step with the transcript."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from agent.ports import EventLog
from schema.vocabulary import Speaker
from server.db import Database
from server.errors import NotFoundError
from server.repositories.events import SqlEventLog
from server.repositories.interviews import Interviews
from server.repositories.turns import Turns
from tests.support.interviews import a_turn, store_interview, unknown_id


async def test_records_come_back_as_they_were(database: Database) -> None:
    log: EventLog = SqlEventLog(database, await store_interview(database))
    payload = {"event": {"kind": "tick"}, "text": "naïve “quotes” 🎤", "n": [1, 2.5, None, True]}
    stored = await log.append("step", 1_250, payload)
    await log.append("figures", 2_000, {})
    assert (stored.seq, stored.at_ms, stored.kind, stored.payload) == (1, 1_250, "step", payload)
    assert list(await log.load()) == [stored, *(await log.load())[1:]]
    assert [record.seq for record in await log.load()] == [1, 2]


async def test_numbers_are_dense_under_concurrency(database: Database) -> None:
    """Two logs on one interview, and others on another, append at once."""
    one, other = await store_interview(database), await store_interview(database, "noor")
    logs = [SqlEventLog(database, one), SqlEventLog(database, one), SqlEventLog(database, other)]
    appended = await asyncio.gather(*(logs[n % 3].append("note", n, {"n": n}) for n in range(90)))
    assert sorted(record.seq for n, record in enumerate(appended) if n % 3 < 2) == list(range(1, 61))
    loaded = await logs[0].load()
    assert [record.seq for record in loaded] == list(range(1, 61))
    assert {record.payload["n"] for record in loaded} == {n for n in range(90) if n % 3 < 2}
    assert [record.seq for record in await logs[2].load()] == list(range(1, 31))


async def test_a_second_process_may_write_at_the_same_time(database: Database, database_address: str) -> None:
    session_id = await store_interview(database)
    script = f"""
import asyncio
from pathlib import Path
from uuid import UUID
from server.db import Database, database_url
from server.repositories.events import SqlEventLog
async def main():
    database = Database(database_url({database_address!r}, Path()))
    log = SqlEventLog(database, UUID({str(session_id)!r}))
    print("ready", flush=True)
    for n in range(40):
        await log.append("note", n, {{"from": "other"}})
    await database.aclose()
asyncio.run(main())
"""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=subprocess.PIPE)
    assert process.stdout is not None
    await process.stdout.readline()
    log = SqlEventLog(database, session_id)
    for n in range(40):
        await log.append("note", n, {"from": "this"})
    assert await process.wait() == 0
    assert [record.seq for record in await log.load()] == list(range(1, 81))


@pytest.mark.parametrize("statement", ["UPDATE session_events SET at_ms = 0", "DELETE FROM session_events"])
async def test_single_records_can_be_neither_changed_nor_deleted(database: Database, statement: str) -> None:
    log = SqlEventLog(database, await store_interview(database))
    await log.append("note", 5, {})
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.write() as db:
            await db.execute(text(statement))
    assert [record.at_ms for record in await log.load()] == [5]


async def test_records_go_with_their_interview(database: Database) -> None:
    session_id = await store_interview(database)
    await SqlEventLog(database, session_id).append("note", 5, {})
    async with database.write() as db:
        assert await Interviews(db).delete(session_id)
    async with database.read() as db:
        assert await db.scalar(text("SELECT count(*) FROM session_events")) == 0


async def test_a_deleted_interview_takes_no_record(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await SqlEventLog(database, unknown_id()).append("note", 0, {})
    assert await SqlEventLog(database, unknown_id()).load() == []


async def test_cancelled_appends_leave_no_gap_and_no_lock(database: Database) -> None:
    """A room that is torn down cancels what it was doing; the next writer must not wait for it."""
    log = SqlEventLog(database, await store_interview(database))
    for n in range(60):
        tasks = [asyncio.create_task(log.append("note", 0, {})) for _ in range(3)]
        await asyncio.sleep(n * 0.0002)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        started = time.monotonic()
        await log.append("note", 1, {})
        assert time.monotonic() - started < 5
    seqs = [record.seq for record in await log.load()]
    assert len(seqs) >= 60
    assert seqs == list(range(1, len(seqs) + 1))


async def test_turns_are_written_with_their_record(database: Database) -> None:
    session_id = await store_interview(database)
    log = SqlEventLog(database, session_id)
    question = a_turn(0, "What did you do?", Speaker.INTERVIEWER, question_id="q1")
    half, whole = a_turn(1, "I led"), a_turn(1, "I led the migration", typed=True, question_id="q1")
    await log.append("spoken", 900, {"turn": question.model_dump(mode="json")})
    await log.append("step", 1_900, {"event": {}, "decision": {}, "turn": half.model_dump(mode="json")})
    await log.append("step", 2_900, {"event": {}, "decision": {}, "turn": whole.model_dump(mode="json")})
    await log.append("note", 3_000, {"turn": "not a turn of the transcript"})
    async with database.read() as db:
        assert await Turns(db).load(session_id) == (question, whole)


async def test_what_no_database_keeps_is_replaced(database: Database) -> None:
    """NUL and half surrogates stop PostgreSQL; a candidate can type them."""
    session_id = await store_interview(database)
    log = SqlEventLog(database, session_id)
    await log.append("note", 0, {"text": "a\x00b\ud800c", "list": ["\x00"]})
    (record,) = await log.load()
    assert record.payload == {"text": "a\ufffdb\ufffdc", "list": ["\ufffd"]}
    async with database.write() as db:
        await Turns(db).replace(session_id, [a_turn(0, "x\x00y \udfff")])
        assert (await Turns(db).load(session_id))[0].text == "x\ufffdy \ufffd"


async def test_a_killed_process_loses_nothing_that_was_appended(database: Database, database_address: str) -> None:
    session_id = await store_interview(database)
    script = f"""
import asyncio, os, signal
from pathlib import Path
from uuid import UUID
from server.db import Database, database_url
from server.repositories.events import SqlEventLog
async def main():
    log = SqlEventLog(Database(database_url({database_address!r}, Path())), UUID({str(session_id)!r}))
    for n in range(5):
        await log.append("note", n, {{}})
    os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""
    process = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", script], check=False)
    assert process.returncode == -9
    assert [record.at_ms for record in await SqlEventLog(database, session_id).load()] == [0, 1, 2, 3, 4]
