"""Accounts and the cookie that remembers a browser.

One HttpOnly cookie serves all: a visitor's is a random value without meaning, a sign-in replaces it. The CSRF token is
derived from it, so every answer here brings the token that fits.
"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Response
from pydantic import Field, StringConstraints
from starlette.requests import Request

from schema.base import Shape
from schema.vocabulary import UserRole
from server.auth import PASSWORD_MAX, PASSWORD_MIN, SESSION_LIFETIME, csrf_token, new_token
from server.csrf import COOKIE
from server.deps import Access, Caller, ServicesDep, access
from server.errors import NotFoundError, refusals
from server.repositories.users import UserRecord
from server.services import Services
from server.usecases import accounts

router = APIRouter(prefix="/api/auth", tags=["accounts"])

REGISTRATION_EXAMPLE = {"email": "meera@example.org", "password": "correct horse battery", "name": "Meera"}
LOGIN_EXAMPLE = {"email": "meera@example.org", "password": "correct horse battery"}
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class Me(Shape):
    id: UUID
    email: str
    name: str
    role: UserRole


class Browser(Shape):
    """Who is signed in, and the token that this browser must send with every change."""

    user: Me | None
    csrf_token: str


class Registration(Shape):
    email: str = Field(max_length=254)
    password: str = Field(min_length=PASSWORD_MIN, max_length=PASSWORD_MAX)
    name: Name


class Login(Shape):
    email: str = Field(max_length=254)
    password: str = Field(max_length=PASSWORD_MAX)


@router.get("/me", dependencies=[access(Access.PUBLIC)])
async def me(request: Request, response: Response, services: ServicesDep, user: Caller) -> Browser:
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        return _with_cookie(services, response, new_token(), user, remembered=False)
    return _browser(services, cookie, user)


@router.post(
    "/register",
    status_code=201,
    dependencies=[access(Access.PUBLIC)],
    summary="Make an account and sign in",
    responses=refusals({409: "There is an account with this address.", 429: "Too many accounts from this computer."}),
)
async def register(
    body: Annotated[Registration, Body(examples=[REGISTRATION_EXAMPLE])],
    request: Request,
    response: Response,
    services: ServicesDep,
) -> Browser:
    services.limits.try_register(_address(request))
    user, cookie = await accounts.register(services, body.email, body.password, body.name)
    return await _signed_in(services, request, response, user, cookie)


@router.post(
    "/login",
    dependencies=[access(Access.PUBLIC)],
    summary="Sign in",
    responses=refusals({401: "The address or the password is not right.", 429: "Too many wrong passwords."}),
)
async def login(
    body: Annotated[Login, Body(examples=[LOGIN_EXAMPLE])],
    request: Request,
    response: Response,
    services: ServicesDep,
) -> Browser:
    user, cookie = await accounts.login(services, body.email, body.password, _address(request))
    return await _signed_in(services, request, response, user, cookie)


@router.post(
    "/local-owner",
    status_code=201,
    dependencies=[access(Access.PUBLIC)],
    summary="Sign in as the first user of this computer",
    responses=refusals({404: "Not asked from this computer, or there is an account already."}),
)
async def local_owner(request: Request, response: Response, services: ServicesDep) -> Browser:
    if not accounts.comes_from_this_computer(services.settings, request):
        raise NotFoundError("This door opens only on the computer that runs the server.")
    user, cookie = await accounts.enter_as_local_owner(services)
    return await _signed_in(services, request, response, user, cookie)


@router.post("/logout", dependencies=[access(Access.PUBLIC)])
async def logout(request: Request, response: Response, services: ServicesDep) -> Browser:
    await accounts.logout(services, request.cookies.get(COOKIE))
    return _with_cookie(services, response, new_token(), None, remembered=False)


async def _signed_in(
    services: Services, request: Request, response: Response, user: UserRecord, cookie: str
) -> Browser:
    await accounts.logout(services, request.cookies.get(COOKIE))  # what was signed in here before is so no longer
    return _with_cookie(services, response, cookie, user, remembered=True)


def _with_cookie(
    services: Services, response: Response, cookie: str, user: UserRecord | None, *, remembered: bool
) -> Browser:
    set_cookie(services, response, cookie, remembered=remembered)
    return _browser(services, cookie, user)


def set_cookie(services: Services, response: Response, cookie: str, *, remembered: bool) -> None:
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=int(SESSION_LIFETIME.total_seconds()) if remembered else None,
        httponly=True,
        samesite="lax",
        secure=services.settings.secure_cookies,
        path="/",
    )


def _browser(services: Services, cookie: str, user: UserRecord | None) -> Browser:
    me = None if user is None else Me(id=user.id, email=user.email, name=user.name, role=user.role)
    return Browser(user=me, csrf_token=csrf_token(services.secret, cookie))


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
