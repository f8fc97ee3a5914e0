"""What is kept of a user: taking it along, and having it removed."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Response
from pydantic import Field
from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from schema.base import Shape
from server.auth import PASSWORD_MAX
from server.csrf import COOKIE
from server.deps import Access, ServicesDep, SignedIn, access
from server.usecases.deletion import delete_account
from server.usecases.export import build_export

router = APIRouter(prefix="/api/me", tags=["accounts"])


class Farewell(Shape):
    """Accounts with a password give it once more."""

    password: str | None = Field(default=None, max_length=PASSWORD_MAX)


@router.get("/export", response_class=FileResponse, dependencies=[access(Access.SIGNED_IN)])
async def export(services: ServicesDep, user: SignedIn) -> FileResponse:
    """A zip of everything; README.txt in it says what is what."""
    path = await build_export(services, user)
    return FileResponse(
        path,
        media_type="application/zip",
        filename=f"interview-practice-lab-{datetime.now(UTC):%Y-%m-%d}.zip",
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


@router.delete("", status_code=204, dependencies=[access(Access.SIGNED_IN)])
async def delete(services: ServicesDep, user: SignedIn, body: Farewell | None = None) -> Response:
    await delete_account(services, user, None if body is None else body.password)
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return response
