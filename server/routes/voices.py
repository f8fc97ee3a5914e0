"""The interviewers' voices, to hear before one is chosen."""

from __future__ import annotations

from fastapi import APIRouter, Response

from schema.vocabulary import Look
from server.deps import Access, ServicesDep, SignedIn, access
from server.errors import ErrorBody
from server.usecases.question_audio import spoken

router = APIRouter(prefix="/api/voices", tags=["interviews"])
SAMPLE = "Hello, I'm {name}. Take the time you need to think. I'll wait until you have finished."


@router.get(
    "/{look}/sample",
    response_class=Response,
    responses={
        200: {"content": {"audio/wav": {}}, "description": "Mono PCM16"},
        503: {"model": ErrorBody, "description": "There is no voice here."},
    },
    dependencies=[access(Access.SIGNED_IN)],
    summary="Hear an interviewer",
)
async def sample(look: Look, services: ServicesDep, user: SignedIn) -> Response:
    """Two sentences in the voice that this face has in interviews."""
    sound = await spoken(services, services.spoken, look, SAMPLE.format(name=look.capitalize()))
    return Response(sound, media_type="audio/wav", headers={"Cache-Control": "private, max-age=3600"})
