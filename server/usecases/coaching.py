"""The coach's week: what it is made from, the plan in force, a new one, and its items ticked off and moved."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from evaluators.coach.given import MOST_RECENT, CoachInput, ExerciseTarget, RecentInterview, SavedJob
from evaluators.coach.model import coach_by_model
from evaluators.coach.rules import coach_plan
from evaluators.drills import drill_targets
from evaluators.judge import JudgeFailed
from evaluators.ports import ModelClient, ModelReply
from evaluators.practice import has_cases, is_technical
from schema.analysis import DimensionScore, TurnNote
from schema.base import Shape
from schema.coaching import CoachPlan
from schema.rubric import RoleKit
from server.db import Database, DbSession
from server.errors import AppError, NotFoundError
from server.llm import make_model
from server.repositories.catalog import CatalogRows
from server.repositories.coach_sources import CoachSources, Exercise, JobRecord, JudgedInterview
from server.repositories.coaching import Coaching, ItemRecord, PlanInForce
from server.repositories.memory import Memory
from server.services import Services
from server.settings import Settings

LOWEST_NAMED = 3  # dimensions of an earlier interview that the coach hears of
LONGEST = 60  # minutes of an exercise in one day
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Latest:
    """The judged interview that a week starts from. `kit` null: the role is no longer offered."""

    session_id: UUID
    at: datetime
    role_category: str
    role_kit: str
    kit: RoleKit | None
    role_title: str
    interview_type: str
    score: int | None
    dimensions: tuple[DimensionScore, ...]
    notes: tuple[TurnNote, ...]
    gaps: tuple[str, ...]


async def given_to_coach(db: DbSession, user_id: UUID, latest: Latest, now: datetime) -> CoachInput:
    """Everything a week may rest on: of what was held after `latest` nothing, so that it is the same whenever made."""
    sources = CoachSources(db)
    earlier = await sources.judged(user_id, MOST_RECENT - 1, before=latest.at)
    return CoachInput(
        role_category=latest.role_category,
        role_title=latest.role_title,
        role_kit=latest.role_kit,
        technical=is_technical(latest.kit),
        case_relevant=has_cases(latest.kit),
        today=now.date(),
        active_days=min(7, len(await sources.practised_on(user_id, now - WEEK))),
        dimensions=latest.dimensions,
        notes=latest.notes,
        gaps=latest.gaps,
        recent=(_newest(latest), *(_recent(interview) for interview in earlier)),
        memory=await Memory(db).skills(user_id),
        jobs=tuple(_job(job) for job in await sources.jobs(user_id)),
        drills=drill_targets(latest.role_category, await sources.drill_schedule(user_id), now),
        exercises=tuple(_target(exercise) for exercise in await sources.exercises(latest.role_category)),
        cases=tuple(_target(case) for case in await sources.cases(latest.role_category)),
    )


class Week(Shape):
    """A plan, and what the model wrote where one made it, the faulty reply first where it was repaired."""

    plan: CoachPlan
    raw: tuple[str, ...] = ()


async def latest_of(db: DbSession, judged: JudgedInterview) -> Latest:
    """A judged interview as a week starts from it."""
    found = await CatalogRows(db).role_kit(judged.role_kit)
    return _latest(judged, found[1] if found else None)


async def plan_week(given: CoachInput, model: ModelClient | None) -> Week:
    """A week by the model where one is set, else by rules. Raises JudgeFailed: rules never step in silently."""
    if model is None:
        return Week(plan=await asyncio.to_thread(coach_plan, given))
    listening = _Listening(model)
    plan = await coach_by_model(given, listening)
    return Week(plan=plan, raw=tuple(listening.replies))


class _Listening:
    """A model whose replies are kept as they came."""

    def __init__(self, model: ModelClient) -> None:
        self.name = model.name
        self.replies: list[str] = []
        self._model = model

    async def complete(
        self,
        *,
        system: str,
        user: str,
        schema_name: str,
        schema: Mapping[str, object],
        temperature: float,
        seed: int,
    ) -> ModelReply:
        reply = await self._model.complete(
            system=system, user=user, schema_name=schema_name, schema=schema, temperature=temperature, seed=seed
        )
        self.replies.append(reply.content)
        return reply

    async def aclose(self) -> None:
        await self._model.aclose()


# ---------------------------------------------------------------------- the user's page


async def current_plan(database: Database, user_id: UUID) -> PlanInForce | None:
    """The latest plan; None before the first one."""
    async with database.read() as db:
        return await Coaching(db).in_force(user_id)


async def make_plan(services: Services, user_id: UUID) -> PlanInForce:
    """A new week from what is known now. Raises AppError where no interview was judged yet, or the model failed."""
    now = datetime.now(UTC)
    async with services.db.read() as db:
        judged = await CoachSources(db).judged(user_id, 1)
        if not judged:
            raise AppError("no_interview", 409, "Hold a first interview: the coach plans from its report.")
        given = await given_to_coach(db, user_id, await latest_of(db, judged[0]), now)
    async with _model(services.settings) as model:
        try:
            week = await plan_week(given, model)
        except JudgeFailed as failure:
            message = "The model made no usable plan. Please try again; the plan you have stays as it is."
            raise AppError("coach_failed", 502, message) from failure
    async with services.db.write() as db:
        await Memory(db).hold(user_id)
        return await Coaching(db).put(user_id, None, week.plan, now.date(), raw=week.raw)


async def change_item(
    database: Database, user_id: UUID, item_id: UUID, *, done: bool | None, day: int | None
) -> ItemRecord:
    """Tick an item off or open it again, and move it to another day. Raises NotFoundError."""
    async with database.write() as db:
        item = await Coaching(db).change_item(item_id, user_id, done=done, day=day)
    if item is None:
        raise NotFoundError("There is no such item. A newer plan may have taken its place.")
    return item


@asynccontextmanager
async def _model(settings: Settings) -> AsyncIterator[ModelClient | None]:
    model = make_model(settings)
    try:
        yield model
    finally:
        if model is not None:
            await model.aclose()


# ---------------------------------------------------------------------- from rows to what the coach reads


def _latest(judged: JudgedInterview, kit: RoleKit | None) -> Latest:
    analysis = judged.analysis
    return Latest(
        session_id=judged.session_id,
        at=judged.at,
        role_category=judged.role_category,
        role_kit=judged.role_kit,
        kit=kit,
        role_title=judged.role_title,
        interview_type=judged.interview_type,
        score=analysis.overall.score,
        dimensions=analysis.dimension_scores,
        notes=analysis.turn_notes,
        gaps=analysis.jd_match.priority_gaps,
    )


def _newest(latest: Latest) -> RecentInterview:
    return RecentInterview(
        session_id=latest.session_id,
        at=latest.at,
        role_title=latest.role_title,
        role_category=latest.role_category,
        interview_type=latest.interview_type,
        score=latest.score,
        lowest=_lowest(latest.dimensions),
    )


def _recent(judged: JudgedInterview) -> RecentInterview:
    return _newest(_latest(judged, None))


def _lowest(dimensions: tuple[DimensionScore, ...]) -> tuple[str, ...]:
    """Names of the lowest dimensions that were proved, the lowest first."""
    scored = [(dimension.score, place) for place, dimension in enumerate(dimensions) if dimension.score is not None]
    return tuple(dimensions[place].name for _, place in sorted(scored)[:LOWEST_NAMED])


def _job(job: JobRecord) -> SavedJob:
    return SavedJob(
        id=job.id,
        role_title=job.role_title,
        company=job.company,
        next_interview_on=None if job.next_interview_at is None else job.next_interview_at.date(),
        status=job.status,
        role_kit=job.role_kit,
        gaps=job.gaps,
    )


def _target(exercise: Exercise) -> ExerciseTarget:
    if exercise.minutes is None:
        return ExerciseTarget(key=exercise.key, title=exercise.name, kind=exercise.kind)
    minutes = max(1, min(exercise.minutes, LONGEST))
    return ExerciseTarget(key=exercise.key, title=exercise.name, kind=exercise.kind, minutes=minutes)
