"""What this server can do, for everybody who opens the page."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request

from server.deps import Access, ServicesDep, access
from server.repositories.users import Users
from server.status import Status, read_status
from server.usecases.accounts import comes_from_this_computer

router = APIRouter(prefix="/api", tags=["status"])


@router.get("/status", dependencies=[access(Access.PUBLIC)])
async def status(request: Request, services: ServicesDep) -> Status:
    door = comes_from_this_computer(services.settings, request)
    if door:
        async with services.db.read() as db:
            door = await Users(db).is_empty()
    return read_status(services, local_door=door)
