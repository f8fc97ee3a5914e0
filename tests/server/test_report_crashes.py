"""A server that dies at any step boundary of a report: the next one finishes it alike, and nothing happens twice."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from schema.documents import JobExtract
from schema.tables.documents import UserDocumentRow, UserProfileExtractedRow
from schema.tables.jobs import SavedJobRow
from schema.vocabulary import ReportStatus, StepStatus
from server.db import Database, database_url
from server.evaluation_steps import Evaluation
from server.migrate import upgrade
from server.usecases.reports import ReportWork
from tests.conftest import TEST_POSTGRES_URL
from tests.support.crashes import Moment, left, serve
from tests.support.postgres import PostgresTemplate
from tests.support.reports import attempt, status_of, steps_of
from tests.support.spoken_interview import new_user, spoken_interview

STEPS = (
    "transcript", "turn_notes", "delivery", "dimensions", "proof", "jd_match", "exercises", "scoring", "rewrites",
    "next_actions", "memory", "coach", "report",
)  # fmt: skip
RESUME = (
    "Asha Rao\n\nExperience\nShoply, Engineer, 2021 - present\n- Ran the checkout service on Kubernetes\n\nSkills\nGo"
)
JOB = "Backend Engineer\nRequirements\n- Experience with Kubernetes\n- Strong knowledge of Go\n- SQL"
Left = dict[str, list[dict[str, Any]]]


async def _prepare(address: str, home: Path) -> UUID:
    """A user with one judged interview, a saved job, and a second interview that has ended. Returns the second."""
    database = Database(database_url(address, home))
    user_id = await new_user(database)
    await _judge(database, await spoken_interview(database, user_id=user_id))
    async with database.write() as db:
        jd = UserDocumentRow(
            user_id=user_id, kind="jd", name="job.txt", media_type="text/plain", size_bytes=1, text=JOB,
            status="done", progress=100, flags=[],
        )  # fmt: skip
        db.add(jd)
        await db.flush()
        corrected = JobExtract(title="Backend Engineer", must_have=("Experience with Kubernetes", "Rust"))
        db.add(
            UserProfileExtractedRow(
                user_id=user_id, document_id=jd.id, kind="jd", extract=corrected.model_dump(mode="json"),
                extractor_version="1", dropped=0, corrected_at=datetime.now(UTC),
            )
        )  # fmt: skip
        db.add(
            SavedJobRow(
                user_id=user_id, company_name="Finbank", role_title="Backend Engineer", role_category="swe",
                job_url="", jd_text=JOB, source="hand", status="interviewing",
                next_interview_at=datetime.now(UTC) + timedelta(days=5),
            )
        )  # fmt: skip
        jd_id = jd.id
    session_id = await spoken_interview(database, user_id=user_id, jd_document_id=jd_id, resume_text=RESUME)
    await database.scrub()
    await database.aclose()
    return session_id


async def _judge(database: Database, session_id: UUID) -> None:
    """All steps in order, without the durable engine."""
    evaluation = Evaluation(database, None)
    work = ReportWork(database, evaluation.steps(), evaluation.let_go)
    assert await work.announce(session_id)
    await attempt(work, session_id, {})
    assert await status_of(database, session_id) is ReportStatus.DONE


async def _left(address: str, home: Path, session_id: UUID) -> Left:
    database = Database(database_url(address, home))
    assert await status_of(database, session_id) is ReportStatus.DONE
    assert {step.status for step in (await steps_of(database, session_id)).values()} == {StepStatus.DONE}
    found = await left(database, session_id)
    await database.aclose()
    return found


async def _uncrashed(address: str, home: Path, session_id: UUID) -> Left:
    database = Database(database_url(address, home))
    await _judge(database, session_id)
    await database.aclose()
    return await _left(address, home, session_id)


def _crash(address: str, home: Path, session_id: UUID, *moments: Moment) -> Left:
    for moment in moments:
        assert serve(address, home, session_id, moment) == -signal.SIGKILL, f"the server outlived {moment}"
    assert serve(address, home, session_id, None) == 0
    return asyncio.run(_left(address, home, session_id))


def _check(crashed: Left, uncrashed: Left) -> None:
    counted = {table: len(rows) for table, rows in uncrashed.items()}
    assert {table: len(rows) for table, rows in crashed.items()} == counted
    for table, rows in uncrashed.items():
        for row, again in zip(rows, crashed[table], strict=True):
            assert again == row, table


# ---------------------------------------------------------------------- SQLite: every boundary


@pytest.fixture(scope="module")
def prepared(seeded_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    """A SQLite file with an interview that has ended."""
    home = tmp_path_factory.mktemp("prepared")
    path = home / "interview-lab.db"
    shutil.copyfile(seeded_sqlite, path)
    return path, asyncio.run(_prepare(f"sqlite:///{path}", home))


@pytest.fixture(scope="module")
def uncrashed(prepared: tuple[Path, UUID], tmp_path_factory: pytest.TempPathFactory) -> Left:
    home = tmp_path_factory.mktemp("uncrashed")
    shutil.copyfile(prepared[0], home / "interview-lab.db")
    found = asyncio.run(_uncrashed(f"sqlite:///{home / 'interview-lab.db'}", home, prepared[1]))
    once = {name: len(found[name]) for name in ("interview_analysis", "analysis_steps", "turn_notes")}
    assert once == {"interview_analysis": 1, "analysis_steps": len(STEPS), "turn_notes": 3}
    assert len(found["memory_observations"]) == len(found["practice_plans"]) == 2
    assert found["user_skill_memory"]
    assert found["practice_items"]
    return found


def test_these_are_all_steps() -> None:
    assert tuple(step.name for step in Evaluation(None, None).steps()) == STEPS  # type: ignore[arg-type]


@pytest.mark.parametrize("step", STEPS)
def test_killed_before_in_and_after_a_step(step: str, prepared: tuple[Path, UUID], uncrashed: Left, home: Path) -> None:
    path = home / "interview-lab.db"
    shutil.copyfile(prepared[0], path)
    moments = (Moment("before", step), Moment("in", step), Moment("after", step))
    _check(_crash(f"sqlite:///{path}", home, prepared[1], *moments), uncrashed)


def test_killed_at_the_engines_own_first_and_last_act(prepared: tuple[Path, UUID], uncrashed: Left, home: Path) -> None:
    path = home / "interview-lab.db"
    shutil.copyfile(prepared[0], path)
    moments = (Moment("after", "begin"), Moment("after", "conclude"))
    _check(_crash(f"sqlite:///{path}", home, prepared[1], *moments), uncrashed)


# ---------------------------------------------------------------------- PostgreSQL: where rows are written


@pytest.fixture(scope="module")
def postgres() -> Iterator[tuple[PostgresTemplate, UUID, Left]]:
    """A PostgreSQL database with an interview that has ended, and what its report leaves."""
    assert TEST_POSTGRES_URL is not None
    with PostgresTemplate(TEST_POSTGRES_URL) as template:
        upgrade(database_url(template.url, Path()))
        session_id = asyncio.run(_prepare(template.url, Path()))
        with template.copy() as address:
            found = asyncio.run(_uncrashed(address, Path(), session_id))
        yield template, session_id, found


@pytest.mark.postgres
@pytest.mark.skipif(TEST_POSTGRES_URL is None, reason="TEST_POSTGRES_URL names no server")
@pytest.mark.parametrize("step", ["turn_notes", "memory", "coach", "report"])
def test_killed_on_postgresql(step: str, postgres: tuple[PostgresTemplate, UUID, Left], home: Path) -> None:
    template, session_id, uncrashed = postgres
    with template.copy() as address:
        _check(_crash(address, home, session_id, Moment("in", step), Moment("after", step)), uncrashed)
