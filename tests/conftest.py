"""Databases for the tests: SQLite always, PostgreSQL too where TEST_POSTGRES_URL names a server (CI sets it).

Each test has a database of its own, copied from one that was migrated once.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from server.db import Database, database_url
from server.migrate import upgrade
from server.startup import seed
from tests.support.postgres import PostgresTemplate

# How long an example takes says more of the machine than of the code; pytest's own limit ends one that hangs.
settings.register_profile("lab", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("lab")

TEST_POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL")
BACKENDS = ["sqlite", *([pytest.param("postgres", marks=pytest.mark.postgres)] if TEST_POSTGRES_URL else [])]


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and no rows."""
    path = tmp_path_factory.mktemp("template") / "migrated.db"
    upgrade(database_url(f"sqlite:///{path}", path.parent))
    return path


@pytest.fixture(scope="session")
def migrated_postgres() -> Iterator[PostgresTemplate]:
    """A PostgreSQL database with all tables and no rows."""
    assert TEST_POSTGRES_URL is not None
    with PostgresTemplate(TEST_POSTGRES_URL) as template:
        upgrade(database_url(template.url, Path()))
        yield template


@pytest.fixture(scope="session")
def seeded_sqlite(migrated_sqlite: Path) -> Path:
    """A SQLite file with all tables and the catalogue that ships."""
    path = migrated_sqlite.with_name("seeded.db")
    shutil.copyfile(migrated_sqlite, path)
    asyncio.run(fill(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def seeded_postgres() -> Iterator[PostgresTemplate]:
    """A PostgreSQL database with all tables and the catalogue that ships."""
    assert TEST_POSTGRES_URL is not None
    with PostgresTemplate(TEST_POSTGRES_URL) as template:
        upgrade(database_url(template.url, Path()))
        asyncio.run(fill(template.url))
        yield template


async def fill(address: str) -> None:
    opened = Database(database_url(address, Path()))
    await seed(opened)
    await opened.scrub()
    await opened.aclose()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture(params=BACKENDS)
def database_address(request: pytest.FixtureRequest, home: Path) -> Iterator[str]:
    """DATABASE_URL of a database of this version that holds nothing."""
    yield from copied(request, home, "migrated")


@pytest.fixture(params=BACKENDS)
def seeded_address(request: pytest.FixtureRequest, home: Path) -> Iterator[str]:
    """DATABASE_URL of a database of this version that holds the catalogue."""
    yield from copied(request, home, "seeded")


def copied(request: pytest.FixtureRequest, home: Path, template: str) -> Iterator[str]:
    if request.param == "sqlite":
        path = home / "interview-lab.db"
        shutil.copyfile(request.getfixturevalue(f"{template}_sqlite"), path)
        yield f"sqlite:///{path}"
    else:
        original: PostgresTemplate = request.getfixturevalue(f"{template}_postgres")
        with original.copy() as url:
            yield url


@pytest.fixture(params=BACKENDS)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """DATABASE_URL of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        assert TEST_POSTGRES_URL is not None
        with PostgresTemplate(TEST_POSTGRES_URL) as fresh:
            yield fresh.url


@pytest.fixture
async def database(database_address: str, home: Path) -> AsyncIterator[Database]:
    opened = Database(database_url(database_address, home))
    yield opened
    await opened.aclose()
