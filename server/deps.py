"""Who may call a route. Each route declares exactly one Access; an application with an undeclared route does not start.

@router.get("/api/role-kits", dependencies=[access(Access.SIGNED_IN)])
async def role_kits(services: ServicesDep, user: SignedIn) -> ...
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, params
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.requests import HTTPConnection, Request

from schema.vocabulary import UserRole
from server.auth import token_hash
from server.csrf import COOKIE
from server.errors import AppError, NotFoundError
from server.repositories.documents import DocumentRecord, Documents
from server.repositories.interviews import InterviewRecord, Interviews
from server.repositories.jobs import JobRecord, Jobs
from server.repositories.plans import PlanRecord, Plans
from server.repositories.users import AuthSessions, UserRecord
from server.services import Services


class Access(StrEnum):
    PUBLIC = "public"  # anybody
    SIGNED_IN = "signed_in"  # any account
    ADMIN = "admin"
    OWNER_OF_DOCUMENT = "owner_of_document"  # the account whose document `document_id` in the path is; 404 for others
    OWNER_OF_JOB = "owner_of_job"  # the account whose saved job `job_id` in the path is; 404 for others
    OWNER_OF_PLAN = "owner_of_plan"  # the account whose plan `plan_id` in the path is, or an administrator
    OWNER_OF_SESSION = "owner_of_session"  # the account whose interview `session_id` in the path is; 404 for others


def get_services(request: HTTPConnection) -> Services:
    services = request.app.state.services
    assert isinstance(services, Services)
    return services


ServicesDep = Annotated[Services, Depends(get_services)]


async def caller(request: Request, services: ServicesDep) -> UserRecord | None:
    """Whose browser this is, if anybody's."""
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        return None
    async with services.db.read() as db:
        return await AuthSessions(db).user(token_hash(cookie), datetime.now(UTC))


Caller = Annotated[UserRecord | None, Depends(caller)]


async def public() -> None:
    """Anybody may call this."""


async def signed_in(user: Caller) -> UserRecord:
    if user is None:
        raise AppError("signed_out", 401, "Please sign in first.")
    return user


SignedIn = Annotated[UserRecord, Depends(signed_in)]


async def admin(user: SignedIn) -> UserRecord:
    if user.role is not UserRole.ADMIN:
        raise AppError("forbidden", 403, "Only an administrator can do this.")
    return user


Admin = Annotated[UserRecord, Depends(admin)]


async def owner_of_session(session_id: UUID, user: SignedIn, services: ServicesDep) -> InterviewRecord:
    """The interview in the path. Another user's, an administrator's own gaze included, reads as absent."""
    async with services.db.read() as db:
        interview = await Interviews(db).get(session_id, user.id)
    if interview is None:
        raise NotFoundError("There is no such interview. It may have been deleted.")
    return interview


OwnInterview = Annotated[InterviewRecord, Depends(owner_of_session)]


async def owner_of_document(document_id: UUID, user: SignedIn, services: ServicesDep) -> DocumentRecord:
    """The document in the path. Another user's, an administrator's own gaze included, reads as absent."""
    async with services.db.read() as db:
        document = await Documents(db).get(document_id, user.id)
    if document is None:
        raise NotFoundError("There is no such document. It may have been deleted.")
    return document


OwnDocument = Annotated[DocumentRecord, Depends(owner_of_document)]


async def owner_of_job(job_id: UUID, user: SignedIn, services: ServicesDep) -> JobRecord:
    """The saved job in the path. Another user's, an administrator's own gaze included, reads as absent."""
    async with services.db.read() as db:
        job = await Jobs(db).get(job_id, user.id)
    if job is None:
        raise NotFoundError("There is no such job. It may have been deleted.")
    return job


OwnJob = Annotated[JobRecord, Depends(owner_of_job)]


async def owner_of_plan(plan_id: UUID, user: SignedIn, services: ServicesDep) -> PlanRecord:
    """The plan in the path. An administrator may look at anybody's: plans are where patterns prove themselves."""
    async with services.db.read() as db:
        plan = await Plans(db).plan(plan_id, None if user.role is UserRole.ADMIN else user.id)
    if plan is None:
        raise NotFoundError("There is no such plan. It may have been deleted.")
    return plan


OwnPlan = Annotated[PlanRecord, Depends(owner_of_plan)]

DOORS: dict[Access, Callable[..., Any]] = {
    Access.PUBLIC: public,
    Access.SIGNED_IN: signed_in,
    Access.ADMIN: admin,
    Access.OWNER_OF_DOCUMENT: owner_of_document,
    Access.OWNER_OF_JOB: owner_of_job,
    Access.OWNER_OF_PLAN: owner_of_plan,
    Access.OWNER_OF_SESSION: owner_of_session,
}


def access(level: Access) -> Any:
    """The dependency that declares and enforces who may call a route."""
    return Depends(DOORS[level])


def declared_access(dependencies: list[params.Depends]) -> list[Access]:
    """The levels that a route's own dependencies declare; exactly one where all is well."""
    return [level for level, door in DOORS.items() for dependency in dependencies if dependency.dependency is door]


class UndeclaredAccessError(RuntimeError):
    """A route does not say who may call it."""


def check_access(app: FastAPI) -> dict[str, Access]:
    """The access of every route by "METHOD path". Raises UndeclaredAccessError where one declares none or two."""
    found: dict[str, Access] = {}
    for context in iter_route_contexts(app.routes):
        if not isinstance(context.original_route, APIRoute):
            continue
        levels = declared_access(list(context.dependencies))
        for method in sorted(context.methods or ()):
            name = f"{method} {context.path}"
            if len(levels) != 1:
                raise UndeclaredAccessError(f"{name} must declare one Access, has {len(levels)}")
            found[name] = levels[0]
    return found
