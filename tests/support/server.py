"""The whole application without a socket, and browsers that talk to it as the web client does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from argon2 import PasswordHasher
from fastapi import FastAPI
from starlette.types import ASGIApp

from server.app import create_app
from server.auth import Passwords
from server.documents.queue import open_documents
from server.repositories.catalog import CatalogRows
from server.services import Services, open_services
from server.settings import Settings
from server.spa import web_client
from server.startup import seed

ORIGIN = "http://127.0.0.1:8000"
PASSWORD = "correct horse battery"
NEW_INTERVIEW: Mapping[str, Any] = {
    "role_kit": "software_engineer",
    "seniority": "mid",
    "interview_type": "technical",
    "style": "friendly",
    "minutes": 10,
    "look": "maya",
    "record": True,
    "consent": True,
}

NEW_PLAN: Mapping[str, Any] = {
    name: value for name, value in NEW_INTERVIEW.items() if name not in ("record", "consent")
}


def quick_passwords() -> Passwords:
    """argon2id with the least it takes, so that tests do not wait for it."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@dataclass(frozen=True, slots=True)
class RunningServer:
    app: FastAPI
    services: Services

    def browser(self, address: str = "127.0.0.1", origin: str = ORIGIN) -> Browser:
        """A fresh browser at `address`."""
        return Browser(self.app, address, origin)

    async def account(self, name: str) -> Browser:
        """A browser in which a new candidate is signed in."""
        browser = self.browser()
        await browser.register(name)
        return browser


class Browser:
    """Keeps cookies and sends the CSRF token that the last answer about the account brought."""

    def __init__(self, app: ASGIApp, address: str, origin: str) -> None:
        transport = httpx.ASGITransport(app, client=(address, 50_000))
        self.http = httpx.AsyncClient(transport=transport, base_url=origin)
        self.csrf = ""

    async def request(
        self, method: str, path: str, json: Any = None, headers: Mapping[str, str] | None = None, **sent_as: Any
    ) -> httpx.Response:
        if not self.csrf and method not in ("GET", "HEAD"):
            await self.me()
        sent = {"X-CSRF-Token": self.csrf, **(headers or {})}
        answer = await self.http.request(method, path, json=json, headers=sent, **sent_as)
        if path.startswith("/api/auth/") and answer.is_success:
            self.csrf = answer.json()["csrf_token"]
        return answer

    async def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return await self.request("GET", path, headers=headers)

    async def post(self, path: str, json: Any = None, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return await self.request("POST", path, json, headers)

    async def delete(self, path: str, json: Any = None) -> httpx.Response:
        return await self.request("DELETE", path, json)

    async def me(self) -> dict[str, Any] | None:
        """Who is signed in."""
        answer = await self.get("/api/auth/me")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] | None = answer.json()["user"]
        return found

    async def register(self, name: str, password: str = PASSWORD) -> dict[str, Any]:
        body = {"email": f"{name}@example.org", "password": password, "name": name.title()}
        answer = await self.post("/api/auth/register", body)
        assert answer.status_code == 201, answer.text
        user: dict[str, Any] = answer.json()["user"]
        return user

    async def upload(self, data: bytes, name: str = "cv.pdf", kind: str = "resume") -> httpx.Response:
        """A document, sent as the page's form sends it."""
        path = "/api/interview/documents/upload"
        return await self.request("POST", path, files={"file": (name, data)}, data={"kind": kind})

    async def read_document(self, document_id: str, patience_s: float = 60.0) -> dict[str, Any]:
        """The document, once it has been read or refused."""
        async with asyncio.timeout(patience_s):
            while True:
                answer = await self.get(f"/api/interview/documents/{document_id}")
                assert answer.status_code == 200, answer.text
                document: dict[str, Any] = answer.json()
                if document["status"] in ("done", "failed"):
                    return document
                await asyncio.sleep(0.05)

    async def interview(self, **choices: Any) -> dict[str, Any]:
        """A new interview."""
        answer = await self.post("/api/interview/sessions", {**NEW_INTERVIEW, **choices})
        assert answer.status_code == 201, answer.text
        created: dict[str, Any] = answer.json()
        return created


def error_of(answer: httpx.Response) -> dict[str, Any]:
    """The error of a refused request, after a look at its shape."""
    body = answer.json()
    assert set(body) == {"error"}, body
    error: dict[str, Any] = body["error"]
    assert set(error) <= {"code", "message", "fields"}
    assert error["message"]
    assert error["message"].endswith((".", "!", "?"))
    return error


@asynccontextmanager
async def running(
    database_address: str, home: Path, static: Path | None = None, **given: Any
) -> AsyncIterator[RunningServer]:
    """The application on this database, its lifespan begun, its catalogue filled in; `given` are further settings."""
    settings = Settings(_env_file=None, database_url=database_address, interview_lab_home=home, **given)

    @asynccontextmanager
    async def with_quick_passwords(settings: Settings) -> AsyncIterator[Services]:
        async with open_services(settings) as services, open_documents(services) as documents:
            services.documents = documents
            services.passwords = quick_passwords()
            async with services.db.read() as db:
                filled = await CatalogRows(db).role_kits()
            if not filled:
                await seed(services.db)
            yield services

    app = create_app(settings, with_quick_passwords, lambda: web_client(static or home / "static"))
    async with app.router.lifespan_context(app):
        yield RunningServer(app, app.state.services)
