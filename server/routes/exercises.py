"""The catalogue of coding exercises and cases, practising one alone, and what was done with one in an interview."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body
from pydantic import Field

from schema.base import Shape
from schema.exercise_views import CaseView, CodingView, ExerciseCard, card, case_view, coding_view
from schema.exercises import CodingExercise as Coding
from schema.room_exercises import RunnerInfo
from schema.vocabulary import Look, Seniority, Style
from server.deps import Access, OwnInterview, ServicesDep, SignedIn, access
from server.errors import ErrorBody
from server.repositories.exercise_sessions import ExerciseSessions
from server.repositories.exercises import Exercises
from server.routes.plans import PlanBody, plan_body
from server.usecases.exercises import ExerciseReplay, PracticeWish, find_exercise, plan_practice, replays

router = APIRouter(prefix="/api", tags=["exercises"])
GONE: dict[int | str, dict[str, Any]] = {404: {"model": ErrorBody, "description": "There is no such exercise."}}


class PastWork(Shape):
    """One time that the caller worked on an exercise; `score` null where it was not judged."""

    session_id: UUID
    exercise: str
    at: datetime
    score: int | None


class ExerciseList(Shape):
    items: tuple[ExerciseCard, ...]
    done: tuple[PastWork, ...]  # the caller's own, the newest first


class ExerciseBody(Shape):
    """`view` is what the room shows. `runner` says where its code would run; null for a case."""

    card: ExerciseCard
    view: Annotated[CodingView | CaseView, Field(discriminator="kind")]
    runner: RunnerInfo | None
    done: tuple[PastWork, ...]


class NewPractice(Shape):
    """How to practise it alone. Null: the exercise's own length, level and role; face and manner as one's settings."""

    style: Style | None = None
    look: Look | None = None
    minutes: int | None = Field(default=None, ge=8, le=60)
    seniority: Seniority | None = None
    role_kit: str | None = Field(default=None, max_length=100)


@router.get("/exercises", dependencies=[access(Access.SIGNED_IN)], summary="The catalogue of exercises")
async def list_exercises(services: ServicesDep, user: SignedIn) -> ExerciseList:
    """All coding exercises and cases, without their answers, and which of them the caller has worked on."""
    async with services.db.read() as db:
        found = await Exercises(db).cards()
        done = await ExerciseSessions(db).past(user.id)
    return ExerciseList(
        items=found,
        done=tuple(PastWork.model_validate(one, from_attributes=True) for one in done),
    )


@router.get("/exercises/{exercise}", dependencies=[access(Access.SIGNED_IN)], summary="One exercise", responses=GONE)
async def read_exercise(exercise: str, services: ServicesDep, user: SignedIn) -> ExerciseBody:
    """What a candidate may see of it before the room: no hint, no hidden test, no fix, no exhibit."""
    found = await find_exercise(services, exercise)
    async with services.db.read() as db:
        done = await ExerciseSessions(db).past(user.id, exercise)
    return ExerciseBody(
        card=card(found),
        view=coding_view(found) if isinstance(found, Coding) else case_view(found),
        runner=services.runner.info(found.language) if isinstance(found, Coding) else None,
        done=tuple(PastWork.model_validate(one, from_attributes=True) for one in done),
    )


@router.post(
    "/exercises/{exercise}/plan",
    status_code=201,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Plan to practise one exercise alone",
    responses={**GONE, 422: {"model": ErrorBody, "description": "The role is not offered."}},
)
async def add_practice(
    exercise: str, body: Annotated[NewPractice, Body(examples=[{"minutes": 20}])], services: ServicesDep, user: SignedIn
) -> PlanBody:
    """A plan of this exercise and a short close. POST /api/interview/sessions with its id makes the interview."""
    wish = PracticeWish(
        style=body.style, look=body.look, minutes=body.minutes, seniority=body.seniority, role_kit=body.role_kit
    )
    return plan_body(await plan_practice(services, user.id, exercise, wish), whole=False)


@router.get(
    "/interview/sessions/{session_id}/exercises",
    dependencies=[access(Access.OWNER_OF_SESSION)],
    summary="What was done with the exercises of an interview",
)
async def read_replays(interview: OwnInterview, services: ServicesDep) -> tuple[ExerciseReplay, ...]:
    """Every revision, run, hint, exhibit and written part, at its time on the recording's clock."""
    return await replays(services, interview.id)
