"""The database: its address, concurrent writers, full disks, and deletion that leaves no trace."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from schema.tables.accounts import AuthSessionRow
from schema.vocabulary import UserRole
from server.db import Database, DatabaseUrlError, database_url, synchronous_url
from server.errors import StorageFullError
from server.repositories.events import SqlEventLog
from server.repositories.interviews import Interviews
from server.repositories.users import EmailTakenError, Users
from tests.support.interviews import store_interview, unknown_id


@pytest.mark.parametrize(
    ("configured", "asynchronous", "synchronous"),
    [
        (None, "sqlite+aiosqlite:////data/interview-lab.db", "sqlite:////data/interview-lab.db"),
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db", "sqlite:///x.db"),
        ("postgres://a:b@h/n", "postgresql+asyncpg://a:b@h/n", "postgresql+psycopg://a:b@h/n"),
        (
            "postgresql://a@h:6000/n?sslmode=require",
            "postgresql+asyncpg://a@h:6000/n?ssl=require",
            "postgresql+psycopg://a@h:6000/n?sslmode=require",
        ),
        ("postgresql+psycopg://h/n", "postgresql+asyncpg://h/n", "postgresql+psycopg://h/n"),
    ],
)
def test_addresses(configured: str | None, asynchronous: str, synchronous: str) -> None:
    url = database_url(configured, Path("/data"))
    assert url.render_as_string(hide_password=False) == asynchronous
    assert synchronous_url(url).render_as_string(hide_password=False) == synchronous


@pytest.mark.parametrize("configured", ["mysql://h/n", "sqlite://", "sqlite:///:memory:", "postgresql://h", "nonsense"])
def test_addresses_that_cannot_be_used(configured: str) -> None:
    with pytest.raises(DatabaseUrlError, match="must look like"):
        database_url(configured, Path("/data"))


async def test_sqlite_runs_as_promised(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("SQLite only")
    async with database.read() as db:
        found = {name: await db.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys")}
        assert found == {"journal_mode": "wal", "foreign_keys": 1}
        assert (await db.scalar(text("PRAGMA busy_timeout")) or 0) >= 10_000


async def test_foreign_keys_hold(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.write() as db:
            db.add(AuthSessionRow(user_id=unknown_id(), token_hash="x", expires_at=datetime.now(UTC)))


async def test_moments_survive_with_their_zone(database: Database) -> None:
    east = datetime(2026, 1, 2, 3, 4, 5, 678_901, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    async with database.write() as db:
        user = await Users(db).create("a@example.org", "A", "hash", UserRole.CANDIDATE)
        db.add(AuthSessionRow(user_id=user.id, token_hash="x", expires_at=east))
    async with database.read() as db:
        stored = await db.scalar(select(AuthSessionRow.expires_at))
    assert stored == east
    assert stored is not None
    assert stored.tzinfo is UTC


async def test_a_naive_moment_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="time zone"):
        async with database.write() as db:
            db.add(AuthSessionRow(user_id=unknown_id(), token_hash="x", expires_at=datetime(2026, 1, 1)))  # noqa: DTZ001


async def test_writers_that_read_first_never_meet_a_lock(database: Database) -> None:
    """The pattern that makes SQLite say "database is locked" when a reader turns writer."""

    async def visit(n: int) -> None:
        async with database.write() as db:
            await Users(db).is_empty()
            await asyncio.sleep(0.001)
            await Users(db).create(f"{n}@example.org", "N", "hash", UserRole.CANDIDATE)

    await asyncio.gather(*(visit(n) for n in range(60)))
    async with database.read() as db:
        assert await db.scalar(text("SELECT count(*) FROM auth_users")) == 60


async def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    async with database.write() as writer:
        await Users(writer).create("a@example.org", "A", "hash", UserRole.CANDIDATE)
        started = time.monotonic()
        async with database.read() as reader:
            assert await Users(reader).is_empty()
        assert time.monotonic() - started < 5


async def test_a_fault_rolls_everything_back(database: Database) -> None:
    async def two_of_one_name() -> None:
        async with database.write() as db:
            await Users(db).create("a@example.org", "A", "hash", UserRole.CANDIDATE)
            await Users(db).create("a@example.org", "B", "hash", UserRole.CANDIDATE)

    with pytest.raises(EmailTakenError):
        await two_of_one_name()
    async with database.read() as db:
        assert await Users(db).is_empty()


async def test_a_full_disk_is_a_typed_error_and_the_log_stays_whole(database: Database) -> None:
    session_id = await store_interview(database)
    log = SqlEventLog(database, session_id)
    await log.append("note", 0, {})
    await fill_the_disk(database)
    with pytest.raises(StorageFullError) as refused:
        await log.append("note", 1, {"text": "x" * 1_000_000})
    assert refused.value.status == 507
    records = await log.load()
    assert [record.seq for record in records] == list(range(1, len(records) + 1))


async def fill_the_disk(database: Database) -> None:
    """SQLite gets no more pages; PostgreSQL answers as it does when it cannot extend a file."""
    async with database.write() as db:
        if database.is_sqlite:
            for _ in range(2):  # the limit belongs to a connection; the pool gives this one again
                await db.execute(text("PRAGMA max_page_count = 1"))
        else:
            await db.execute(
                text(
                    "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
                    " $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
                )
            )
            await db.execute(
                text(
                    "CREATE TRIGGER full_disk BEFORE INSERT ON session_events FOR EACH ROW EXECUTE FUNCTION full_disk()"
                )
            )


async def test_what_was_deleted_is_not_in_the_files_any_more(database: Database, home: Path) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL vacuums by itself")
    secret = "the secret words of a candidate"
    session_id = await store_interview(database, resume_text=secret)
    await SqlEventLog(database, session_id).append("note", 0, {"text": secret})
    assert stands_in_files(home, secret)
    async with database.write() as db:
        await Interviews(db).delete(session_id)
    await database.scrub()
    assert not stands_in_files(home, secret)


def stands_in_files(folder: Path, words: str) -> bool:
    return any(words.encode() in path.read_bytes() for path in folder.iterdir() if path.is_file())


async def test_faults_do_not_quote_what_was_stored(database: Database) -> None:
    async with database.write() as db:
        await Users(db).create("a@example.org", "A", "hash", UserRole.CANDIDATE)
    with pytest.raises(EmailTakenError) as taken:
        async with database.write() as db:
            await Users(db).create("a@example.org", "Secret Name", "hash", UserRole.CANDIDATE)
    assert "Secret Name" not in str(taken.value.__cause__)
