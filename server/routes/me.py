"""One's own account: its name, how one likes interviews, taking everything along, and having it removed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Body, Response
from pydantic import Field
from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from schema.base import Shape
from schema.preferences import Preferences
from server.auth import PASSWORD_MAX
from server.csrf import COOKIE
from server.deps import Access, ServicesDep, SignedIn, access
from server.errors import AppError, refusals
from server.repositories.users import Users
from server.routes.auth import Me, Name
from server.usecases.deletion import delete_account
from server.usecases.export import build_export

router = APIRouter(prefix="/api/me", tags=["accounts"])


class Farewell(Shape):
    """Accounts with a password give it once more."""

    password: str | None = Field(default=None, max_length=PASSWORD_MAX)


class Profile(Shape):
    name: Name


PREFERENCES_EXAMPLE = {"look": "amara", "thinking_time": "more", "extra_time": 1.5}


@router.put("", dependencies=[access(Access.SIGNED_IN)], summary="Change one's name")
async def rename(
    body: Annotated[Profile, Body(examples=[{"name": "Meera"}])], services: ServicesDep, user: SignedIn
) -> Me:
    """How the interviewer addresses one, in interviews that are planned from now on."""
    async with services.db.write() as db:
        renamed = await Users(db).rename(user.id, body.name)
    if renamed is None:
        raise AppError("signed_out", 401, "Please sign in first.")
    return Me(id=renamed.id, email=renamed.email, name=renamed.name, role=renamed.role)


@router.get("/preferences", dependencies=[access(Access.SIGNED_IN)], summary="How one likes interviews")
async def preferences(services: ServicesDep, user: SignedIn) -> Preferences:
    """Defaults for the next interview, and accommodations. Null: nothing is preferred."""
    async with services.db.read() as db:
        return await Users(db).preferences(user.id)


@router.put("/preferences", dependencies=[access(Access.SIGNED_IN)], summary="Change how one likes interviews")
async def change_preferences(
    body: Annotated[Preferences, Body(openapi_examples={"accommodations": {"value": PREFERENCES_EXAMPLE}})],
    services: ServicesDep,
    user: SignedIn,
) -> Preferences:
    """What is not sent stays as it is. Plans that were made before stay as they are, too."""
    async with services.db.write() as db:
        return await Users(db).change_preferences(user.id, body.model_dump(mode="json", exclude_unset=True))


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


@router.delete(
    "",
    status_code=204,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Delete one's account with everything in it",
    responses=refusals({403: "The password is not right, or the request came from no page of ours."}),
)
async def delete(
    services: ServicesDep,
    user: SignedIn,
    body: Annotated[Farewell | None, Body(examples=[{"password": "correct horse battery"}])] = None,
) -> Response:
    await delete_account(services, user, None if body is None else body.password)
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return response
