"""The web client's built files; every other address that is not the API's is answered by its index page."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

STATIC = Path(__file__).parent / "static"
HASHED = "assets/"  # vite names these after their content

# The frame in which code runs where there is no sandbox: of no origin, without a network, inside our page only.
RUNNER = "runner/frame.html"
RUNNER_HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "sandbox allow-scripts",
            "default-src 'none'",
            "script-src 'unsafe-inline' 'unsafe-eval' blob:",
            "worker-src blob:",
            "connect-src blob:",
            "frame-ancestors 'self'",
        )
    ),
    "X-Frame-Options": "SAMEORIGIN",
}

NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Interview Practice Lab</title>
<body style="font: 18px/1.6 system-ui, sans-serif; max-width: 36em; margin: 15vh auto; padding: 0 1em">
<h1 style="font-size: 1.4em">The web page has not been built yet</h1>
<p>The server is running. Stop it and start it with <code>make run</code>, which builds the page first.</p>
"""


class WebClient(StaticFiles):
    """Files of `folder`; index.html for the addresses that the web client's own router knows."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)
        self.folder = folder

    async def get_response(self, path: str, scope: Scope) -> Response:
        index = self.folder / "index.html"
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        if path in (".", "index.html") or not index.is_file():
            return self._index(index)
        try:
            response = await super().get_response(path, scope)
        except HTTPException as failure:
            if failure.status_code != 404 or path.startswith(HASHED):
                raise
            return self._index(index)
        if path == RUNNER:
            response.headers.update(RUNNER_HEADERS)
        hashed = path.startswith(HASHED)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if hashed else "no-cache"
        return response

    async def check_config(self) -> None:
        """A folder that is missing is answered by a page that says so."""

    def _index(self, index: Path) -> Response:
        if not index.is_file():
            return HTMLResponse(NOT_BUILT, status_code=503)
        return FileResponse(index, headers={"Cache-Control": "no-cache"})


def web_client(folder: Path = STATIC) -> ASGIApp:
    """Answers whatever no route has taken: an unknown API address with 404, every other one with the web client."""
    files = GZipMiddleware(WebClient(folder), minimum_size=2_000)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        path = scope["path"]
        if path == "/api" or path.startswith("/api/"):
            raise HTTPException(404)
        await files(scope, receive, send)

    return answer
