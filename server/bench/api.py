"""How long the home page, jobs, results and progress take with many users, over the whole stack but the socket."""

from __future__ import annotations

import math
import random
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from fastapi import FastAPI
from sqlalchemy import make_url

from schema.analysis import Analysis, DimensionScore, Evidence, JdMatch, JdRequirement, Overall
from schema.provenance import Provenance
from schema.vocabulary import Readiness, RequirementState
from seeds.catalog import load_for_judging
from server.app import create_app
from server.auth import new_token, token_hash
from server.commands import CliError
from server.csrf import COOKIE
from server.db import Database
from server.repositories.crowd import Crowd, fill, users_in
from server.services import open_services
from server.settings import Settings
from server.spa import web_client
from server.startup import prepare

GOAL_MS = 50.0
FLOOR = "floor: who am I"
PATHS: Mapping[str, str] = {
    FLOOR: "/api/auth/me",
    "dashboard": "/api/dashboard",
    "jobs": "/api/jobs",
    "results": "/api/results",
    "progress": "/api/progress",
}
WARM_UP = 3
QUOTES_EACH = {True: 40, False: 1}  # of a dimension: a full-size report has tens of kilobytes


@dataclass(frozen=True, slots=True)
class Timing:
    """`cpu_ms`: the median of this process's own processor time, which other work on the machine lengthens less."""

    p50_ms: float
    p95_ms: float
    cpu_ms: float
    n: int

    def over(self, floor: Timing) -> float:
        """The median's ratio to the floor's."""
        return round(self.p50_ms / floor.p50_ms, 1) if floor.p50_ms else math.inf


@dataclass(frozen=True, slots=True)
class Measured:
    database: str  # sqlite or postgresql
    fill_s: float
    timings: Mapping[str, Timing]  # by name; a route that this version has not is left out


async def measure(crowd: Crowd, rounds: int, database_url: str | None) -> Measured:
    """Fill a database and ask as the measured users. Without an address it is a SQLite file that is thrown away.

    Raises CliError where the database has users already: nobody's account is to stand among invented ones.
    """
    with tempfile.TemporaryDirectory(prefix="lab-bench-") as folder:
        address = database_url or f"sqlite:///{folder}/bench.db"
        settings = Settings(_env_file=None, database_url=address, interview_lab_home=Path(folder))
        await prepare(settings)
        tokens = [new_token() for _ in range(crowd.measured)]
        async with _application(settings) as (app, database):
            if await users_in(database):
                raise CliError("This database has users already. Name an empty one, or none for a file of its own.")
            began = time.perf_counter()
            await fill(database, crowd, report, [token_hash(token) for token in tokens])
            filled = time.perf_counter() - began
            return Measured(make_url(address).get_backend_name(), filled, await _ask(app, tokens, rounds))


@asynccontextmanager
async def _application(settings: Settings) -> AsyncIterator[tuple[FastAPI, Database]]:
    app = create_app(settings, open_services, lambda: web_client(settings.home / "static"))
    async with app.router.lifespan_context(app):
        yield app, app.state.services.db


async def _ask(app: FastAPI, tokens: Sequence[str], rounds: int) -> dict[str, Timing]:
    """Each page in turn for each user, so that what else the machine does meets all of them alike."""
    times: dict[str, list[float]] = {name: [] for name in PATHS}
    cpu: dict[str, list[float]] = {name: [] for name in PATHS}
    transport = httpx.ASGITransport(app, client=("127.0.0.1", 50_000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as browser:
        for number in range(WARM_UP + rounds):
            for token in tokens:
                for name in tuple(times):
                    began, cpu_began = time.perf_counter(), time.process_time()
                    answer = await browser.get(PATHS[name], headers={"Cookie": f"{COOKIE}={token}"})
                    took, worked = (time.perf_counter() - began) * 1000, (time.process_time() - cpu_began) * 1000
                    if answer.status_code == 404 or "json" not in answer.headers.get("content-type", ""):
                        del times[name]
                        continue
                    answer.raise_for_status()
                    if number >= WARM_UP:
                        times[name].append(took)
                        cpu[name].append(worked)
    return {
        name: Timing(_rank(found, 0.5), _rank(found, 0.95), _rank(cpu[name], 0.5), len(found))
        for name, found in times.items()
    }


def _rank(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all values does not exceed."""
    return round(sorted(values)[math.ceil(share * len(values)) - 1], 2)


def report(chance: random.Random, full: bool) -> Analysis:
    """An invented report with every dimension of the default rubric and ten requirements."""
    level = chance.uniform(1.5, 4.5)
    return Analysis(
        overall=Overall(score=round(20 * level), readiness=Readiness.BORDERLINE),
        dimension_scores=tuple(
            DimensionScore(
                key=one.key,
                name=one.name,
                score=max(0, min(100, round(20 * level + chance.gauss(0, 8)))),
                spread=0.25,
                confidence=chance.choice(("low", "medium", "high")),
                evidence=(_quote(),) * QUOTES_EACH[full],
            )
            for one in load_for_judging().default_rubric.dimensions
        ),
        jd_match=JdMatch(
            requirements=tuple(
                JdRequirement(
                    text=f"Requirement {number}", must=number < 6, state=chance.choice(tuple(RequirementState))
                )
                for number in range(10)
            )
        ),
        provenance=Provenance(evaluator="bench", evaluator_version="1"),
    )


def _quote() -> Evidence:
    return Evidence(
        quote="I cut it from nine seconds to two, and I checked it for a week.",
        why="It says what changed, and by how much.",
        turn_index=3,
        word_start=0,
        word_end=14,
        start_s=1.0,
        end_s=6.0,
    )
