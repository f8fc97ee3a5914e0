"""Keeps other sites' pages from acting in a signed-in browser's name.

Three locks on every request that changes something: the host must be one of ours (a page that rebinds its own name to
127.0.0.1 is stopped here), the Origin must be the host that was asked, and the header X-CSRF-Token must fit the cookie.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from server.auth import csrf_matches
from server.errors import AppError
from server.settings import Settings, is_loopback

COOKIE = "interview_lab"
CSRF_HEADER = "x-csrf-token"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def host_is_ours(settings: Settings, headers: Headers) -> bool:
    """Whether the Host header names this server. On a public bind without PUBLIC_URL any name may be ours."""
    host = headers.get("host", "")
    if settings.public_url is not None and host.lower() == urlsplit(settings.public_url).netloc:
        return True
    if is_loopback(settings.host) or settings.public_url is not None:
        return is_loopback(_hostname(host))
    return True


def origin_is_ours(settings: Settings, headers: Headers) -> bool:
    """Whether a page of ours sent this. A request without Origin is no browser's cross-site request."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") in (None, "same-origin", "none")
    if origin.lower() == settings.public_url:
        return True
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == headers.get("host", "").lower()


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


class HostGuard:
    """Refuses requests and sockets that ask for a host that is not ours."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not host_is_ours(self.settings, Headers(scope=scope)):
            refusal = AppError(
                "wrong_host", 421, f"Open {self.settings.address} instead, or set PUBLIC_URL to the address in use."
            )
            await refusal.response()(scope, receive, send)
            return
        await self.app(scope, receive, send)


class CsrfGuard:
    """Refuses changes that no page of ours sent. Sockets are held to their Origin; their token comes in `hello`."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = (scope["type"] == "websocket" and not origin_is_ours(self.settings, Headers(scope=scope))) or (
            scope["type"] == "http"
            and scope["method"] not in SAFE_METHODS
            and scope["path"].startswith("/api/")
            and not self._is_from_us(HTTPConnection(scope))
        )
        if refused:
            refusal = AppError("csrf", 403, "This page is out of date. Reload it and try again.")
            await refusal.response()(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_from_us(self, request: HTTPConnection) -> bool:
        cookie, given = request.cookies.get(COOKIE), request.headers.get(CSRF_HEADER)
        if not cookie or not given or not origin_is_ours(self.settings, request.headers):
            return False
        return csrf_matches(request.app.state.services.secret, cookie, given)
