"""The database: its address, its engine, and the two ways in, reading and writing.

SQLite runs in WAL mode with foreign keys on; writers of this process wait for each other in `write`, in the order in
which they came, and other processes' writers by SQLite's own lock, so that no append ever meets "database is locked".
A commit survives a killed process; with SQLite's synchronous=NORMAL the last ones may be lost to a power cut.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from schema.tables.base import storable
from server.errors import StorageFullError

DbSession: TypeAlias = AsyncSession

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=15000",  # ms; another process may hold the write lock
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten, not only forgotten
)
# What the drivers say when nothing more can be stored: SQLite in words, PostgreSQL in SQLSTATE (disk full, I/O error).
SQLITE_FULL = ("database or disk is full", "disk i/o error", "readonly database", "unable to open database file")
POSTGRESQL_FULL = frozenset({"53100", "58030"})


class DatabaseUrlError(ValueError):
    """The address of the database cannot be used; `str()` says what one looks like."""


def database_url(configured: str | None, home: Path) -> URL:
    """The asynchronous address of the database; by default a SQLite file in the data folder.

    Raises DatabaseUrlError for anything but a SQLite file or PostgreSQL.
    """
    if configured is None:
        return URL.create("sqlite+aiosqlite", database=str(home / "interview-lab.db"))
    try:
        url = make_url(configured)
    except ArgumentError as failure:
        raise DatabaseUrlError(_URL_HELP) from failure
    family = url.drivername.partition("+")[0]
    if family == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite+aiosqlite")
    if family in ("postgres", "postgresql") and url.database:
        return _with_renamed(url.set(drivername="postgresql+asyncpg"), "sslmode", "ssl")
    raise DatabaseUrlError(_URL_HELP)


_URL_HELP = "DATABASE_URL must look like postgresql://user:password@host/name or sqlite:////path/to/file.db"


def synchronous_url(url: URL) -> URL:
    """The same database for a driver without asyncio, as Alembic and DBOS take it."""
    if url.get_backend_name() == "sqlite":
        return url.set(drivername="sqlite")
    return _with_renamed(url.set(drivername="postgresql+psycopg"), "ssl", "sslmode")


def _with_renamed(url: URL, old: str, new: str) -> URL:
    """asyncpg calls `ssl` what every other driver calls `sslmode`."""
    value = url.query.get(old)
    return url if value is None else url.difference_update_query([old]).update_query_dict({new: value})


class Database:
    """One engine and its two doors. Records that come out of a transaction stay readable after it."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.engine = _engine(url)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self._writer = asyncio.Lock()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[DbSession]:
        """A consistent view; nothing written in it is kept."""
        async with self._sessions() as db:
            yield db

    @asynccontextmanager
    async def write(self) -> AsyncIterator[DbSession]:
        """One transaction, committed when the block ends and rolled back when it raises.

        Raises StorageFullError when the disk takes no more.
        """
        try:
            async with self._turn(), self._sessions() as db:
                if self.is_sqlite:
                    await db.connection(execution_options={"begin": "BEGIN IMMEDIATE"})
                yield db
                await db.commit()
        except DBAPIError as failure:
            if is_full(failure):
                raise StorageFullError from failure
            raise

    def _turn(self) -> AbstractAsyncContextManager[None]:
        return self._writer if self.is_sqlite else nullcontext()

    async def scrub(self) -> None:
        """After a deletion: empty SQLite's write-ahead log, where the deleted words would still stand.

        Readers that are under way keep their pages; the next call finishes. PostgreSQL vacuums by itself.
        """
        if self.is_sqlite:
            async with self._writer, self.engine.connect() as connection:
                raw = await connection.get_raw_connection()
                assert raw.driver_connection is not None
                await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def aclose(self) -> None:
        await self.engine.dispose()


def is_full(failure: DBAPIError) -> bool:
    """Whether a statement failed because nothing more can be stored."""
    if getattr(failure.orig, "sqlstate", None) in POSTGRESQL_FULL:
        return True
    return any(words in str(failure.orig).lower() for words in SQLITE_FULL)


def _engine(url: URL) -> AsyncEngine:
    # Statements are logged without their values: those are what people said.
    engine = create_async_engine(url, hide_parameters=True, json_serializer=_dumps, pool_pre_ping=not _is_sqlite(url))
    if _is_sqlite(url):
        event.listen(engine.sync_engine, "connect", _configure_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        event.listen(engine.sync_engine, "handle_error", _keep_when_cancelled)
    return engine


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _dumps(value: Any) -> str:
    """JSON that both databases take. Raises ValueError for NaN and infinity, which are not JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if "\\u0000" not in text and (text.isascii() or storable(text) == text):
        return text
    return json.dumps(_storable(value), ensure_ascii=False, separators=(",", ":"))


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {storable(str(key)): _storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(item) for item in value]
    return value


def _configure_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # no implicit BEGIN: _begin_sqlite says which kind
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: a reader that turns writer half-way could be refused with "locked"."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _keep_when_cancelled(fault: ExceptionContext) -> None:
    """A cancelled statement still runs in the driver's thread. The connection is rolled back behind it and kept:
    thrown away at once, it could stay open with its transaction, and with the only write lock."""
    if isinstance(fault.original_exception, asyncio.CancelledError):
        fault.is_disconnect = False
