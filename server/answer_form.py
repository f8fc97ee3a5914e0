"""The body of an answer that a page sends: JSON with a text, or a form with a recording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from server.errors import AppError
from server.usecases.speech_upload import FORMAT

FORM = "multipart/form-data"
Model = TypeVar("Model", bound=BaseModel)
SAID = "(the bytes of a recording)"
AUDIO = {"type": "string", "format": "binary", "description": FORMAT}


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form's text fields, and its recording."""

    fields: Mapping[str, str]
    audio: bytes


async def sent_form(request: Request) -> SentForm | None:
    """The form of a request; None where its body is JSON. Raises AppError for a broken or incomplete one."""
    if not request.headers.get("content-type", "").lower().startswith(FORM):
        return None
    try:
        form = await request.form(max_files=1, max_fields=5, max_part_size=10_000)
    except HTTPException as failure:
        raise AppError("bad_form", 400, "The recording arrived incomplete. Try it again.") from failure
    try:
        audio = form.get("audio")
        if not isinstance(audio, UploadFile):
            raise AppError("invalid", 422, "Please correct the marked fields.", {"audio": "This is needed."})
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return SentForm(fields, await audio.read())
    finally:
        await form.close()


async def sent_json(request: Request, model: type[Model]) -> Model:
    """The JSON body of a request. Raises AppError, field by field."""
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as failure:
        if any(problem["type"] == "json_invalid" for problem in failure.errors()):
            raise AppError("bad_json", 422, "The request is not readable JSON.") from failure
        fields = {str(problem["loc"][0]): _sentence(problem["type"]) for problem in failure.errors() if problem["loc"]}
        raise AppError("invalid", 422, "Please correct the marked fields.", fields) from failure


def _sentence(kind: str) -> str:
    return "This is needed." if kind == "missing" else "Correct this."


def either_body(model: type[BaseModel], example: Mapping[str, Any], **fields: Mapping[str, Any]) -> dict[str, Any]:
    """OpenAPI's description of both bodies; `fields` are the form's beside the recording, all needed."""
    form = {
        "type": "object",
        "required": [*(name for name, field in fields.items() if not field.get("optional")), "audio"],
        "properties": {**{name: _plain(field) for name, field in fields.items()}, "audio": AUDIO},
    }
    return {
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": model.model_json_schema(), "example": dict(example)},
                FORM: {"schema": form, "example": {**{name: str(example[name]) for name in fields}, "audio": SAID}},
            },
        }
    }


def _plain(field: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in field.items() if name != "optional"}
