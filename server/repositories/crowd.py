"""Fills an empty database with many users at once, for measurement: bulk inserts, far faster than one by one."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select, text

from schema.analysis import Analysis
from schema.digest import AnalysisDigest
from schema.tables.accounts import AuthSessionRow, AuthUserRow
from schema.tables.base import Base
from schema.tables.catalog import RoleKitRow
from schema.tables.interviews import InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow, SavedJobRow
from schema.tables.reports import InterviewAnalysisRow
from schema.vocabulary import InterviewType, JobStatus, UserRole
from server.db import Database

BATCH = 2_000
KITS = 12
DAYS = 120  # over which interviews are spread
REPORTS = 300  # different ones; made once and dealt out


@dataclass(frozen=True, slots=True)
class Crowd:
    """How much there is to be."""

    users: int
    jobs: int
    interviews: int
    measured: int  # the first users, who get full-size reports and a session; the others' reports are short


Report = Callable[[random.Random, bool], Analysis]  # chance, and whether it is of full size
Stored = dict[str, Any]  # columns of a report


async def users_in(database: Database) -> int:
    async with database.read() as db:
        return await db.scalar(select(func.count()).select_from(AuthUserRow)) or 0


async def fill(database: Database, crowd: Crowd, report: Report, tokens: Sequence[str], seed: int = 7) -> None:
    """Write the crowd. `tokens` are hashes of the measured users' cookies; the catalogue must be there already."""
    chance = random.Random(seed)
    users = [UUID(int=chance.getrandbits(128), version=4) for _ in range(crowd.users)]
    now = datetime.now(UTC)
    async with database.read() as db:
        found = await db.execute(select(RoleKitRow.id, RoleKitRow.role_category).order_by(RoleKitRow.key).limit(KITS))
        kits = [(row.id, row.role_category) for row in found]
    await _insert(database, AuthUserRow, _users(users))
    opened = [
        {"user_id": user, "token_hash": token, "expires_at": now + timedelta(days=1)}
        for user, token in zip(users, tokens, strict=False)
    ]
    await _insert(database, AuthSessionRow, opened)
    jobs = [(UUID(int=chance.getrandbits(128), version=4), users[n % len(users)]) for n in range(crowd.jobs)]
    await _insert(database, SavedJobRow, _jobs(jobs, kits, chance, now))
    of_user: dict[UUID, list[UUID]] = {}
    for job, user in jobs:
        of_user.setdefault(user, []).append(job)
    reports = {full: [_report(report(chance, full)) for _ in range(REPORTS)] for full in (True, False)}
    for first in range(0, crowd.interviews, BATCH):
        numbers = range(first, min(first + BATCH, crowd.interviews))
        await _interviews(database, numbers, users, kits, of_user, crowd.measured, reports, chance, now)
    async with database.write() as db:
        await db.execute(text("ANALYZE"))


def _users(users: Sequence[UUID]) -> Iterator[dict[str, Any]]:
    for number, user in enumerate(users):
        yield {
            "id": user,
            "email": f"user{number}@example.org",
            "name": f"User {number}",
            "password_hash": "unusable",
            "role": UserRole.CANDIDATE,
        }


def _jobs(
    jobs: Sequence[tuple[UUID, UUID]], kits: Sequence[tuple[UUID, str]], chance: random.Random, now: datetime
) -> Iterator[dict[str, Any]]:
    for number, (job, user) in enumerate(jobs):
        ended = number % 10 == 0
        outcome = {"kind": "offer", "on": now.date().isoformat(), "reason": ""}
        yield {
            "id": job,
            "user_id": user,
            "company_name": f"Company {number % 500}",
            "role_title": f"Role {number % 40}",
            "role_category": chance.choice(kits)[1],
            "job_url": "",
            "jd_text": "We look for somebody who can do the work. " * 60,
            "status": JobStatus.OFFER if ended else chance.choice((JobStatus.SAVED, JobStatus.APPLIED)),
            "next_interview_at": now + timedelta(days=chance.randint(1, 30)) if number % 3 == 0 else None,
            "notes": None,
            "source": "paste",
            "deadline_on": None,
            "tags": ["remote"],
            "outcomes": [outcome] if ended else [],
        }


async def _interviews(
    database: Database,
    numbers: Sequence[int],
    users: Sequence[UUID],
    kits: Sequence[tuple[UUID, str]],
    jobs: dict[UUID, list[UUID]],
    measured: int,
    reports: dict[bool, list[Stored]],
    chance: random.Random,
    now: datetime,
) -> None:
    """A batch of judged interviews, about half of them for one of the user's jobs."""
    tables: dict[type[Base], list[dict[str, Any]]] = {
        row: []
        for row in (
            InterviewConfigRow, InterviewPlanRow, InterviewSessionRow, InterviewAnalysisRow, JobPracticeLinkRow,
        )
    }  # fmt: skip
    for number in numbers:
        user = users[number % len(users)]
        config, plan, session = (UUID(int=chance.getrandbits(128), version=4) for _ in range(3))
        ended = now - timedelta(days=chance.random() * DAYS)
        tables[InterviewConfigRow].append(_config(config, user, chance.choice(kits)[0], chance.getrandbits(31), ended))
        tables[InterviewPlanRow].append({"id": plan, "interview_config_id": config, "plan": {}})
        tables[InterviewSessionRow].append(
            {
                "id": session,
                "user_id": user,
                "interview_config_id": config,
                "interview_plan_id": plan,
                "status": "ended",
                "report_status": "done",
                "created_at": ended - timedelta(minutes=20),
                "started_at": ended - timedelta(minutes=20),
                "ended_at": ended,
            }
        )
        stored = chance.choice(reports[number % len(users) < measured])
        tables[InterviewAnalysisRow].append({"interview_session_id": session, **stored})
        if chance.random() < 0.5 and jobs.get(user):
            job = chance.choice(jobs[user])
            tables[JobPracticeLinkRow].append(
                {"saved_job_id": job, "interview_config_id": config, "interview_session_id": session}
            )
    for row, values in tables.items():
        await _insert(database, row, values)


def _report(analysis: Analysis) -> Stored:
    return {
        "analysis": analysis.model_dump(mode="json", by_alias=True),
        "digest": AnalysisDigest.of(analysis).model_dump(mode="json"),
        "evaluator": analysis.provenance.evaluator,
        "evaluator_version": analysis.provenance.evaluator_version,
        "overall_score": analysis.overall.score,
        "readiness": analysis.overall.readiness,
    }


def _config(config: UUID, user: UUID, kit: UUID, number: int, ended: datetime) -> dict[str, Any]:
    return {
        "id": config,
        "user_id": user,
        "role_kit_id": kit,
        "role_title": f"Role {number % 40}",
        "company_name": f"Company {number % 500}",
        "seniority": "mid",
        "interview_type": list(InterviewType)[number % len(InterviewType)],
        "style": "neutral",
        "minutes": 20,
        "look": "maya",
        "record": False,
        "seed": number,
        "consented_at": ended,
    }


async def _insert(database: Database, row: type[Base], values: Iterable[dict[str, Any]]) -> None:
    left = iter(values)
    while some := list(islice(left, BATCH)):
        async with database.write() as db:
            await db.execute(insert(row), some)
