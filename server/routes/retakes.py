"""Retaking a moment of an interview that is over: hear the question again, answer once more, see both side by side."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import Field
from starlette.requests import Request
from starlette.responses import FileResponse

from schema.base import Shape
from schema.provenance import Provenance
from schema.transcript import Word
from server.answer_form import either_body, sent_form, sent_json
from server.deps import Access, OwnInterview, ServicesDep, access
from server.errors import AppError, ErrorBody, NotFoundError, refusals
from server.files import check_range, file_stat
from server.repositories.retakes import RetakeRecord, Retakes
from server.usecases.question_audio import question_audio
from server.usecases.retakes import Comparison, Line, Side, delete_retake, find_moment, find_retake, take_again
from server.usecases.speech_upload import TEXT_CHARS, spoken_answer, typed_answer

router = APIRouter(prefix="/api/interview/sessions/{session_id}", tags=["retakes"])

QUESTION_ID = {"type": "string", "maxLength": 100, "description": "As the report and the transcript name it."}


class TypedRetake(Shape):
    question_id: str = Field(min_length=1, max_length=100)
    text: str = Field(min_length=1, max_length=TEXT_CHARS)


class Retake(Shape):
    """One more answer beside the first. `words` with seconds from the take's start; empty where it was typed.

    `lines` are the content lines of the rubric that either answer shows, both judged by the same rules.
    """

    id: UUID
    question_id: str
    question: str
    text: str
    typed: bool
    words: tuple[Word, ...]
    created_at: datetime
    has_audio: bool
    before: Side
    after: Side
    lines: tuple[Line, ...]
    provenance: Provenance


class RetakeList(Shape):
    """The latest first."""

    retakes: tuple[Retake, ...]


TYPED_EXAMPLE = {
    "question_id": "q3",
    "text": "I moved the queue to its own service, and the delay fell to two seconds.",
}
REFUSALS: dict[int | str, dict[str, Any]] = {
    409: {"model": ErrorBody, "description": "The interview is not over, or its answers cannot be judged."},
    413: {"model": ErrorBody, "description": "The recording is longer than 3 minutes."},
    422: {"model": ErrorBody, "description": "Empty, not 16 kHz mono PCM16 WAV, too long, or nothing was heard."},
    429: {"model": ErrorBody, "description": "Others' answers are being written down."},
    502: {"model": ErrorBody, "description": "The speech model failed."},
    503: {"model": ErrorBody, "description": "There is no speech model here: type instead."},
    504: {"model": ErrorBody, "description": "The speech model took too long."},
}


@router.post(
    "/retakes",
    status_code=201,
    dependencies=[access(Access.OWNER_OF_SESSION)],
    openapi_extra=either_body(TypedRetake, TYPED_EXAMPLE, question_id=QUESTION_ID),
    responses=REFUSALS,
)
async def create(request: Request, interview: OwnInterview, services: ServicesDep) -> Retake:
    """Answer one question again, typed or spoken. The interview and its report stay as they are."""
    form = await sent_form(request)
    if form is None:
        body = await sent_json(request, TypedRetake)
        return _retake(await take_again(services, interview, body.question_id, typed_answer(body.text)))
    question_id = form.fields.get("question_id", "")
    if not question_id:
        raise AppError("invalid", 422, "Please correct the marked fields.", {"question_id": "This is needed."})
    await find_moment(services, interview, question_id)  # before the long work of hearing
    spoken = await spoken_answer(services, interview.user_id, form.audio)
    return _retake(await take_again(services, interview, question_id, spoken))


@router.get("/retakes", dependencies=[access(Access.OWNER_OF_SESSION)])
async def retakes(interview: OwnInterview, services: ServicesDep) -> RetakeList:
    async with services.db.read() as db:
        found = await Retakes(db).of_session(interview.id)
    return RetakeList(retakes=tuple(_retake(record) for record in found))


@router.get(
    "/retakes/{retake_id}/audio",
    response_class=FileResponse,
    responses={
        200: {"content": {"audio/wav": {}}},
        206: {"description": "The asked part of it"},
        **refusals({400: "The Range header cannot be read.", 416: "The range begins behind the take's end."}),
    },
    dependencies=[access(Access.OWNER_OF_SESSION)],
)
async def audio(retake_id: UUID, request: Request, interview: OwnInterview, services: ServicesDep) -> FileResponse:
    """The take as it was recorded, whole or by Range. Kept only where the interview was recorded too."""
    found = await find_retake(services, interview, retake_id)
    path = found.audio_below(services.settings.home)
    stat = None if path is None else file_stat(path)
    if path is None or stat is None:
        raise NotFoundError("No recording of this retake was kept.")
    check_range(request.headers.get("range"), stat.st_size)
    return FileResponse(path, media_type="audio/wav", stat_result=stat, headers={"Cache-Control": "private, no-cache"})


@router.delete("/retakes/{retake_id}", status_code=204, dependencies=[access(Access.OWNER_OF_SESSION)])
async def delete(retake_id: UUID, interview: OwnInterview, services: ServicesDep) -> Response:
    await delete_retake(services, interview, retake_id)
    return Response(status_code=204)


@router.get(
    "/questions/{question_id}/audio",
    response_class=Response,
    responses={
        200: {"content": {"audio/wav": {}}, "description": "Mono PCM16"},
        503: {"model": ErrorBody, "description": "There is no voice here: read the question."},
    },
    dependencies=[access(Access.OWNER_OF_SESSION)],
)
async def hear_question(question_id: str, interview: OwnInterview, services: ServicesDep) -> Response:
    """A question of this interview in the voice that asked it."""
    sound = await question_audio(services, services.spoken, interview.id, question_id)
    return Response(sound, media_type="audio/wav")


def _retake(record: RetakeRecord) -> Retake:
    judged = Comparison.model_validate(record.judged)
    return Retake(
        id=record.id,
        question_id=record.question_id,
        question=record.question,
        text=record.text,
        typed=record.typed,
        words=record.words,
        created_at=record.created_at,
        has_audio=record.audio_path is not None,
        before=judged.before,
        after=judged.after,
        lines=judged.lines,
        provenance=Provenance(evaluator=record.evaluator, evaluator_version=record.evaluator_version),
    )
