"""Interviews: making, listing, entering, reading and deleting one's own."""

from __future__ import annotations

import asyncio
import base64
import binascii
from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Body, Query, Response
from pydantic import Discriminator, Tag
from starlette.requests import Request
from starlette.responses import FileResponse

from schema.base import Shape
from schema.vocabulary import InterviewStatus, InterviewType, Look, Readiness, ReportStatus, Seniority, Style
from server.auth import issue_room_token
from server.deps import Access, OwnInterview, ServicesDep, SignedIn, access
from server.errors import AppError, NotFoundError, refusals
from server.files import check_range, file_stat
from server.repositories.interviews import InterviewRecord, Interviews
from server.repositories.recordings import Recordings
from server.routes.plans import CONFIG_EXAMPLE, EXAMPLE_ID, NewConfig, choices
from server.services import Services
from server.usecases.deletion import delete_interview
from server.usecases.plans import open_interview
from server.usecases.sessions import check_can_enter, create_interview

router = APIRouter(prefix="/api/interview/sessions", tags=["interviews"])

ROOM_URL = "/api/interview/room"


class NewSession(NewConfig):
    """What the candidate chose. `consent`: they read what is kept and agreed; nothing starts without it."""

    record: bool = False
    consent: Literal[True]


class SessionOfPlan(Shape):
    """An interview of a plan that was made before; `look` may still change, everything else is the plan's."""

    plan_id: UUID
    look: Look | None = None
    record: bool = False
    consent: Literal[True]


def _member(body: object) -> str:
    return "a plan" if isinstance(body, dict) and "plan_id" in body else "new choices"


AnySession = Annotated[
    Annotated[SessionOfPlan, Tag("a plan")] | Annotated[NewSession, Tag("new choices")],
    Discriminator(_member),
    Body(
        openapi_examples={
            "plan": {"summary": "Of a plan", "value": {"plan_id": EXAMPLE_ID, "record": True, "consent": True}},
            "choices": {
                "summary": "Of new choices, planned at once",
                "value": {**CONFIG_EXAMPLE, "record": True, "consent": True},
            },
        }
    ),
]


class InterviewSummary(Shape):
    id: UUID
    role_kit: str
    role_title: str
    company: str | None
    seniority: Seniority
    interview_type: InterviewType
    style: Style
    minutes: int
    look: Look
    status: InterviewStatus
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    record: bool
    report_status: ReportStatus
    overall_score: int | None
    readiness: Readiness | None


class InterviewBody(InterviewSummary):
    """With what was planned: `planned_minutes` is longer than `minutes` where the candidate's settings give extra time,
    and a pause is waited for `patience` times as long as usual."""

    planned_minutes: int
    patience: float


class InterviewPage(Shape):
    items: tuple[InterviewSummary, ...]
    next_cursor: str | None  # null: this was the last page


class RoomAdmission(Shape):
    """Opens the room of one interview for one user, for a few minutes."""

    token: str
    expires_at: datetime
    room_url: str


@router.post(
    "",
    status_code=201,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Make an interview",
    responses={
        **refusals(
            {
                404: "The plan or a document doesn't exist, or is somebody else's.",
                409: "The plan was used already, or a document could not be read yet.",
            }
        )
    },
)
async def create(body: AnySession, services: ServicesDep, user: SignedIn) -> InterviewBody:
    """Makes an interview of a plan, or of choices that are planned at once, ready to be entered."""
    if isinstance(body, SessionOfPlan):
        opened = await open_interview(services, user.id, body.plan_id, look=body.look, record=body.record)
        return await _with_plan(services, opened)
    chosen = await choices(body, services, user.id)
    return await _with_plan(services, await create_interview(services, user.id, chosen, record=body.record))


@router.get("", dependencies=[access(Access.SIGNED_IN)])
async def list_own(
    services: ServicesDep,
    user: SignedIn,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> InterviewPage:
    before = None if cursor is None else _read_cursor(cursor)
    async with services.db.read() as db:
        found = await Interviews(db).page(user.id, limit + 1, before)
    page = found[:limit]
    more = _cursor(page[-1]) if len(found) > limit else None
    return InterviewPage(items=tuple(summary(interview) for interview in page), next_cursor=more)


@router.get("/{session_id}", dependencies=[access(Access.OWNER_OF_SESSION)])
async def read(interview: OwnInterview, services: ServicesDep) -> InterviewBody:
    return await _with_plan(services, interview)


@router.delete("/{session_id}", status_code=204, dependencies=[access(Access.OWNER_OF_SESSION)])
async def delete(interview: OwnInterview, services: ServicesDep) -> Response:
    await delete_interview(services, interview.id)
    return Response(status_code=204)


@router.post(
    "/{session_id}/token",
    dependencies=[access(Access.OWNER_OF_SESSION)],
    summary="Enter the room",
    responses=refusals({409: "The interview is over."}),
)
async def token(interview: OwnInterview, services: ServicesDep, user: SignedIn) -> RoomAdmission:
    check_can_enter(interview)
    issued = issue_room_token(services.secret, interview.id, user.id, datetime.now(UTC))
    return RoomAdmission(token=issued.token, expires_at=issued.expires_at, room_url=ROOM_URL)


@router.get(
    "/{session_id}/recording",
    response_class=FileResponse,
    responses={
        200: {"content": {"audio/mp4": {}}},
        206: {"description": "The asked part of it"},
        **refusals({400: "The Range header cannot be read.", 416: "The range begins behind the recording's end."}),
    },
    dependencies=[access(Access.OWNER_OF_SESSION)],
)
async def recording(interview: OwnInterview, services: ServicesDep, request: Request) -> FileResponse:
    """The recording, whole or by Range."""
    async with services.db.read() as db:
        found = await Recordings(db).get(interview.id)
    stat = None if found is None else await asyncio.to_thread(file_stat, found.below(services.settings.home))
    if found is None or stat is None:
        raise AppError("no_recording", 404, "There is no recording of this interview.")
    check_range(request.headers.get("range"), stat.st_size)
    return FileResponse(
        found.below(services.settings.home),
        media_type=found.media_type,
        stat_result=stat,
        headers={"Cache-Control": "private, no-cache"},
    )


async def _with_plan(services: Services, interview: InterviewRecord) -> InterviewBody:
    async with services.db.read() as db:
        plan = await Interviews(db).plan(interview.id)
    if plan is None:
        raise NotFoundError("This interview has been deleted.")
    return InterviewBody(
        **summary(interview).model_dump(),
        planned_minutes=round(sum(phase.mins for phase in plan.phases)),
        patience=plan.global_rules.patience,
    )


def summary(interview: InterviewRecord) -> InterviewSummary:
    return InterviewSummary.model_validate(interview, from_attributes=True)


def _cursor(last: InterviewRecord) -> str:
    return base64.urlsafe_b64encode(f"{last.created_at.isoformat()}|{last.id.hex}".encode()).decode()


def _read_cursor(cursor: str) -> tuple[datetime, UUID]:
    try:
        moment, _, hex_id = base64.urlsafe_b64decode(cursor.encode()).decode().partition("|")
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(hex=hex_id)
    except (binascii.Error, ValueError, OverflowError) as failure:
        raise AppError(
            "invalid", 422, "This page of the list cannot be found. Start again from the first."
        ) from failure
