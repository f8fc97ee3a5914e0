"""What every request passes on its way in and out: the last catch of faults, a size limit, and protective headers."""

from __future__ import annotations

import logging
import re
import secrets
import traceback
from contextlib import suppress
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from evaluators.documents.files import MAX_BYTES
from server.errors import AppError, error_response, storage_error
from server.settings import Settings

log = logging.getLogger(__name__)

MAX_BODY_BYTES = 1_000_000
UPLOAD_BYTES = MAX_BYTES + 100_000  # a file, and the form around it
SPEECH_BYTES = 2 * 16_000 * 180 + 100_000  # three minutes of 16 kHz PCM16, and the form around them
LARGER_BODIES = (
    ("POST", re.compile(r"/api/interview/documents/upload"), UPLOAD_BYTES),
    ("POST", re.compile(r"/api/interview/sessions/[^/]+/retakes"), SPEECH_BYTES),
    ("POST", re.compile(r"/api/drills/[^/]+/attempts"), SPEECH_BYTES),
)

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the component library places its theme in a <style>
        "img-src 'self' blob: data:",
        "media-src 'self' blob: data:",
        "font-src 'self' data:",
        "worker-src 'self' blob: data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class RequestDoor:
    """The door of requests: whatever nobody expected is recorded without a word of its content and answered as 500."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as failure:  # noqa: BLE001 - the door of requests
            response = _typed(failure) or _recorded(failure, scope)
            if not started:
                await response.response()(scope, receive, send)


def _typed(failure: Exception) -> AppError | None:
    if isinstance(failure, AppError):
        return failure
    return storage_error(failure) if isinstance(failure, OSError) else None


def _recorded(failure: Exception, scope: Scope) -> AppError:
    """The message of an exception may quote what somebody said, so only its type and its place are written down."""
    reference = secrets.token_hex(4)
    frames = traceback.extract_tb(failure.__traceback__)
    place = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames[-6:]))
    route = getattr(scope.get("route"), "path", "unrouted")
    log.error("request failed: ref=%s %s %s %s at %s", reference, scope["method"], route, type(failure).__name__, place)
    return AppError("internal", 500, f"Something went wrong on the server. It has been noted as {reference}.")


class SecurityHeaders:
    """Headers that narrow what a page of ours can be made to do. Answers of the API are never kept by caches."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.headers = dict(HEADERS)
        if settings.secure_cookies:
            self.headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class _BodyTooLargeError(Exception):
    """More came than was allowed."""


class BodyLimit:
    """Refuses larger bodies: at once where the length is declared, else as soon as they have grown too large."""

    def __init__(self, app: ASGIApp, max_bytes: int = MAX_BODY_BYTES) -> None:
        self.app, self.max_bytes = app, max_bytes

    def _most(self, scope: Scope) -> int:
        method, path = scope["method"], scope["path"]
        allowed = (size for verb, place, size in LARGER_BODIES if verb == method and place.fullmatch(path))
        return next(allowed, self.max_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seen, refused, most = 0, False, self._most(scope)

        async def counted() -> Message:
            nonlocal seen, refused
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                refused = True
                raise _BodyTooLargeError
            return message

        async def unless_refused(message: Message) -> None:
            if not refused:  # what the application makes of the broken-off body is replaced below
                await send(message)

        if _declared_length(scope) > most:
            await _too_large(most)(scope, receive, send)
            return
        with suppress(_BodyTooLargeError):
            await self.app(scope, counted, unless_refused)
        if refused:
            await _too_large(most)(scope, receive, send)


def _declared_length(scope: Scope) -> int:
    value = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(value) if value.isdigit() else 0


def _too_large(most: int) -> ASGIApp:
    megabytes = most // 1_000_000
    return error_response(413, "too_large", f"That is more than {megabytes} MB at once. Shorten it and try again.")
