"""Expected failures, and the one JSON shape in which every failure leaves the server.

{"error": {"code": "not_found", "message": "...", "fields": {"email": "..."}}}
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from schema.base import Shape

FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EFBIG})


class ErrorDetail(Shape):
    code: str
    message: str  # a sentence for the person at the screen: what to do
    fields: dict[str, str] | None = None  # by the name of the field that is wrong


class ErrorBody(Shape):
    """What every refused request answers."""

    error: ErrorDetail


def refusals(said: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    """A route's own refusals for OpenAPI: by status, when it comes. Those of every route are added to all of them."""
    return {status: {"model": ErrorBody, "description": when} for status, when in said.items()}


class AppError(Exception):
    """An expected failure: `code` for programs, `message` for people, `status` for HTTP."""

    def __init__(self, code: str, status: int, message: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.code, self.status, self.message, self.fields = code, status, message, fields

    def response(self) -> JSONResponse:
        return error_response(self.status, self.code, self.message, self.fields)


class NotFoundError(AppError):
    """The thing does not exist, or is somebody else's: both read alike."""

    def __init__(self, message: str = "There is nothing here. It may have been deleted.") -> None:
        super().__init__("not_found", 404, message)


class StorageFullError(AppError):
    """The disk or the database can take no more, or cannot be written to."""

    def __init__(self) -> None:
        super().__init__(
            "storage_full", 507, "This could not be saved: the server's disk is full or not writable. Nothing was lost."
        )


def storage_error(failure: OSError) -> StorageFullError | None:
    """The typed error of a failed write, or None where it failed for another reason than the disk."""
    return StorageFullError() if failure.errno in FULL_DISK else None


def error_response(
    status: int,
    code: str,
    message: str,
    fields: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    error: dict[str, Any] = {"code": code, "message": message}
    if fields:
        error["fields"] = dict(fields)
    return JSONResponse({"error": error}, status_code=status, headers=headers)


HTTP_MESSAGES = {
    400: ("bad_json", "The request is not readable JSON."),
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take that kind of request."),
    413: ("too_large", "That is more than can be sent at once. Shorten the text and try again."),
}


async def app_error(_: Request, failure: Exception) -> JSONResponse:
    assert isinstance(failure, AppError)
    return failure.response()


async def http_error(_: Request, failure: Exception) -> JSONResponse:
    assert isinstance(failure, HTTPException)
    code, message = HTTP_MESSAGES.get(failure.status_code, ("refused", "The request could not be answered."))
    return error_response(failure.status_code, code, message, headers=failure.headers)


async def validation_error(_: Request, failure: Exception) -> JSONResponse:
    """Field by field what is wrong. An unreadable id in the address is an address that leads nowhere."""
    assert isinstance(failure, RequestValidationError)
    problems = failure.errors()
    if any(problem["loc"][0] == "path" for problem in problems):
        return NotFoundError().response()
    if any(problem["type"] == "json_invalid" for problem in problems):
        return error_response(422, "bad_json", "The request is not readable JSON.")
    fields = {_field(problem["loc"]): _sentence(problem) for problem in problems}
    return error_response(422, "invalid", "Please correct the marked fields.", fields)


def _field(place: tuple[str | int, ...]) -> str:
    """The name of a field. Which of several bodies was meant stands between, and has a space in it."""
    return ".".join(str(step) for step in place[1:] if " " not in str(step)) or str(place[0])


SENTENCES = {
    "missing": "This is needed.",
    "extra_forbidden": "This is not known here.",
    "int_parsing": "Give a whole number.",
    "uuid_parsing": "This is not an id.",
}


def _sentence(problem: Mapping[str, Any]) -> str:
    """Pydantic's words without its machinery; never the value that was sent."""
    kind, context = problem["type"], problem.get("ctx") or {}
    if kind in SENTENCES:
        return SENTENCES[kind]
    if kind in ("enum", "literal_error"):
        return f"Choose one of {context['expected']}."
    if kind == "string_too_long":
        return f"Keep this under {context['max_length']:,} characters."
    if kind == "string_too_short":
        return f"Give at least {context['min_length']} characters."
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"Give at least {context['ge']}." if "ge" in context else f"Give at most {context['le']}."
    message = str(problem["msg"]).removeprefix("Value error, ")
    return message[:1].upper() + message[1:] + ("" if message.endswith((".", "!", "?")) else ".")
