"""The web application: routes, doors and the lifespan that opens and closes everything they need."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from server.csrf import CsrfGuard, HostGuard
from server.deps import check_access
from server.doors import BodyLimit, RequestDoor, SecurityHeaders
from server.errors import AppError, ErrorBody, app_error, http_error, validation_error
from server.files import clear_exports
from server.routes import ROUTERS
from server.services import Services, open_services
from server.settings import Settings
from server.spa import web_client
from server.usecases.deletion import sweep
from server.usecases.plans import forget_unused

OpenServices = Callable[[Settings], AbstractAsyncContextManager[Services]]


def create_app(
    settings: Settings, open_all: OpenServices = open_services, pages: Callable[[], ASGIApp] = web_client
) -> FastAPI:
    """The application. Nothing is opened before its lifespan begins; the database must have this version's tables.

    Raises UndeclaredAccessError when a route does not say who may call it.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with open_all(settings) as services:
            app.state.services = services
            clear_exports(settings.home)
            await sweep(services)
            await forget_unused(services)
            yield

    app = FastAPI(
        title="Interview Practice Lab",
        lifespan=lifespan,
        middleware=[
            Middleware(SecurityHeaders, settings=settings),
            Middleware(RequestDoor),
            Middleware(HostGuard, settings=settings),
            Middleware(BodyLimit),
            Middleware(CsrfGuard, settings=settings),
        ],
        exception_handlers={
            AppError: app_error,
            HTTPException: http_error,
            RequestValidationError: validation_error,
        },
        routes=list(_routes()),
        redirect_slashes=False,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
    )
    app.router.default = pages()
    check_access(app)
    return app


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """The routes of every application of this process. They know no settings, and they take the longest to build."""
    every = APIRouter(
        responses={"4XX": {"model": ErrorBody}, "5XX": {"model": ErrorBody}}, generate_unique_id_function=operation_id
    )
    for router in ROUTERS:
        every.include_router(router)
    return tuple(every.routes)


def operation_id(route: APIRoute) -> str:
    """A short stable name for an operation, tag and function, which the web client's types carry."""
    return f"{str(route.tags[0]).replace(' ', '_')}_{route.name}"
