"""`interview-lab bench api`: what it measures, that it measures real rows, and that it leaves accounts alone."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from sqlalchemy import select

from schema.tables.accounts import AuthUserRow
from server.bench.api import FLOOR, measure, report
from server.cli import main
from server.commands import CliError
from server.db import Database
from server.repositories.crowd import Crowd, fill, users_in
from server.repositories.progress import Progress
from server.startup import seed
from server.usecases.readiness import known_of
from tests.support.spoken_interview import new_user


async def test_the_crowd_is_as_large_as_was_asked(database: Database) -> None:
    await seed(database)
    await fill(database, Crowd(users=4, jobs=8, interviews=20, measured=1), report, ["hash"])
    assert await users_in(database) == 4
    async with database.read() as db:
        found = await _users(database)
        judged = [await Progress(db).judged(user, 100) for user in found]
        known = await known_of(db, found[0])
    assert [len(one) for one in judged] == [5, 5, 5, 5]
    assert len(known.jobs) == 2
    assert any(one.job_id is not None for one in known.judged)
    assert all(one.digest.dimensions and one.digest.requirements for one in known.judged)


async def _users(database: Database) -> list[UUID]:
    async with database.read() as db:
        return list(await db.scalars(select(AuthUserRow.id)))


async def test_a_database_with_accounts_is_left_alone(database_address: str, database: Database) -> None:
    await new_user(database)
    with pytest.raises(CliError, match="users already"):
        await measure(Crowd(users=1, jobs=1, interviews=1, measured=1), 1, database_address)
    assert await users_in(database) == 1


def test_it_prints_each_page_beside_the_floor(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    words = ["bench", "api", "--json", "--users", "2", "--jobs", "4", "--interviews", "6", "--rounds", "1"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["timings"]) >= {FLOOR, "dashboard", "results", "progress"}
    assert {one["n"] for one in found["timings"].values()} == {2}
    assert found["timings"][FLOOR]["overFloor"] == 1.0


@pytest.mark.parametrize("wrong", [["--users", "0"], ["--rounds", "0"], ["--jobs", "-1"]])
def test_it_refuses_what_cannot_be_measured(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "api", *wrong]) != 0
    assert "must be" in capsys.readouterr().err
