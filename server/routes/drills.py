"""Micro drills: a short prompt, an answer by voice or text, an instant note."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field
from starlette.requests import Request

from evaluators.drills import DrillNote
from schema.base import Shape
from seeds.drills import DrillKind
from server.answer_form import either_body, sent_form, sent_json
from server.deps import Access, ServicesDep, SignedIn, access
from server.errors import ErrorBody
from server.repositories.drills import AttemptRecord
from server.usecases.drills import OfferedDrill, attempts_of, find_drill, offered, try_drill
from server.usecases.speech_upload import TEXT_CHARS, spoken_answer, typed_answer

router = APIRouter(prefix="/api/drills", tags=["drills"])


class DrillOffer(Shape):
    """`seconds`: how long an answer takes. `box` 1 and up, and `due_at`, are null before the first try."""

    key: str
    title: str
    kind: DrillKind
    prompt: str
    seconds: int
    why: str
    box: int | None
    due_at: datetime | None
    last_passed: datetime | None


class DrillList(Shape):
    """What is due first, then what was never tried, then what comes back later."""

    drills: tuple[DrillOffer, ...]


class TypedAttempt(Shape):
    text: str = Field(min_length=1, max_length=TEXT_CHARS)


class NotedAttempt(Shape):
    """`due_at`: when the drill comes back."""

    id: UUID
    prompt: str
    text: str
    typed: bool
    note: DrillNote
    passed: bool
    due_at: datetime
    created_at: datetime


class PastAttempt(Shape):
    id: UUID
    prompt: str
    text: str
    typed: bool
    note: DrillNote
    passed: bool
    created_at: datetime


class AttemptList(Shape):
    """The latest first."""

    attempts: tuple[PastAttempt, ...]


REFUSALS: dict[int | str, dict[str, Any]] = {
    404: {"model": ErrorBody, "description": "There is no such drill."},
    413: {"model": ErrorBody, "description": "The recording is longer than 3 minutes."},
    422: {"model": ErrorBody, "description": "Empty, not 16 kHz mono PCM16 WAV, too long, or nothing was heard."},
    429: {"model": ErrorBody, "description": "Others' answers are being written down."},
    409: {"model": ErrorBody, "description": "This drill was tried five hundred times."},
    502: {"model": ErrorBody, "description": "The speech model failed."},
    503: {"model": ErrorBody, "description": "There is no speech model here: type instead."},
    504: {"model": ErrorBody, "description": "The speech model took too long."},
}


@router.get("", dependencies=[access(Access.SIGNED_IN)])
async def drills(services: ServicesDep, user: SignedIn) -> DrillList:
    return DrillList(drills=tuple(_offer(one) for one in await offered(services, user.id)))


@router.post(
    "/{key}/attempts",
    status_code=201,
    dependencies=[access(Access.SIGNED_IN)],
    openapi_extra=either_body(TypedAttempt, {"text": "It took four hours at first and 35 minutes in the end."}),
    responses=REFUSALS,
)
async def attempt(key: str, request: Request, services: ServicesDep, user: SignedIn) -> NotedAttempt:
    """One try, typed or spoken. Of a spoken one the words are kept, not the sound."""
    drill = find_drill(key)
    form = await sent_form(request)
    if form is None:
        spoken = typed_answer((await sent_json(request, TypedAttempt)).text)
    else:
        spoken = await spoken_answer(services, user.id, form.audio)
    tried = await try_drill(services, user.id, drill, spoken)
    return NotedAttempt(**_past(tried.attempt).model_dump(), due_at=tried.due_at)


@router.get("/{key}/attempts", dependencies=[access(Access.SIGNED_IN)])
async def attempts(key: str, services: ServicesDep, user: SignedIn) -> AttemptList:
    found = await attempts_of(services, user.id, find_drill(key))
    return AttemptList(attempts=tuple(_past(one) for one in found))


def _offer(one: OfferedDrill) -> DrillOffer:
    drill = one.drill
    return DrillOffer(
        key=drill.key,
        title=drill.title,
        kind=drill.kind,
        prompt=one.prompt,
        seconds=drill.seconds,
        why=drill.why,
        box=one.box,
        due_at=one.due_at,
        last_passed=one.last_passed,
    )


def _past(record: AttemptRecord) -> PastAttempt:
    return PastAttempt(
        id=record.id,
        prompt=record.prompt,
        text=record.text,
        typed=record.typed,
        note=DrillNote.model_validate(record.note),
        passed=record.passed,
        created_at=record.created_at,
    )
