"""The server keeps to its OpenAPI document, whatever is sent: no fault of its own, no undocumented status, no answer of
another shape. Requests are made by schemathesis from the document, valid and invalid ones, the same in every run."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import pytest
import requests
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, settings
from numpy.typing import NDArray
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from schema.transcript import Word
from schema.vocabulary import UserRole
from server.csrf import CSRF_HEADER
from server.demo.filling import EMAIL, fill
from server.jobs.fetching import Page, PageError, PageProblem
from server.limits import LoginLimits
from server.no_sandbox import NoSandbox
from server.openapi import schema
from server.repositories.users import Users
from tests.server.test_demo_data import short_script
from tests.server.test_question_audio import Said, give_voice
from tests.support.server import PASSWORD, RunningServer, running

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ADMIN = "admin@example.org"
LEAVER = "leaver@example.org"  # whose password is none that stands in the document
# Operations that end the session that asks, or the account: each request comes from a browser that has just signed in.
LEAVING = frozenset({"accounts_logout", "accounts_delete", "accounts_login", "accounts_register"})
MOST_EXAMPLES = 5  # made up for each operation, beside the corners that the document names
FIRST_CORNERS, EVERY = 10, 6  # of an operation's corners the first ones are tried, then one in so many
CONFIG = SchemathesisConfig.from_dict({"seed": 1, "generation": {"database": "none"}})
api = schemathesis.openapi.from_dict(schema(), config=CONFIG)


@dataclass
class Api:
    """A running server with some data, and browsers that are signed in to it."""

    address: str
    keys: dict[str, list[str]] = field(default_factory=dict)  # of things that are there, by the name in paths
    turns: Iterator[int] = field(default_factory=count)
    _sessions: dict[str, requests.Session] = field(default_factory=dict)
    _made: Counter[str] = field(default_factory=Counter)

    def takes(self, operation: str) -> bool:
        """Whether this request of the operation is made: bodies of many fields have hundreds of corners."""
        self._made[operation] += 1
        return self._made[operation] <= FIRST_CORNERS or self._made[operation] % EVERY == 0

    def browser(self, email: str) -> requests.Session:
        """A browser that is signed in with this account."""
        if email not in self._sessions:
            self._sessions[email] = self.signed_in(email)
        return self._sessions[email]

    def signed_in(self, email: str) -> requests.Session:
        browser = requests.Session()
        browser.headers[CSRF_HEADER] = browser.get(f"{self.address}/api/auth/me").json()["csrf_token"]
        body = {"email": email, "password": _password(email)}
        answer = browser.post(f"{self.address}/api/auth/login", json=body)
        assert answer.ok, answer.text
        browser.headers[CSRF_HEADER] = answer.json()["csrf_token"]
        return browser


@pytest.fixture(scope="module")
def server_api(seeded_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """The application on a socket of this process, with a demonstration of one interview."""
    home = tmp_path_factory.mktemp("contract")
    shutil.copyfile(seeded_sqlite, home / "interview-lab.db")
    ready, done = threading.Event(), threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=lambda: asyncio.run(_serve(home, listening, ready, done)))
    thread.start()
    assert ready.wait(120)
    try:
        found = Api(f"http://127.0.0.1:{listening.getsockname()[1]}")
        found.keys = _keys(found)
        yield found
    finally:
        done.set()
        thread.join(30)


async def _serve(home: Path, listening: socket.socket, ready: threading.Event, done: threading.Event) -> None:
    async with running(f"sqlite:///{home / 'interview-lab.db'}", home) as started:
        await _fill(started)
        config = uvicorn.Config(started.app, lifespan="off", log_level="warning", access_log=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        ready.set()
        await asyncio.to_thread(done.wait)
        server.should_exit = True
        await serving


async def _fill(started: RunningServer) -> None:
    services = started.services
    script = short_script()
    retake = script.retake.model_copy(update={"interview": 0})
    await fill(
        services,
        NoSandbox(),
        PASSWORD,
        lambda _: None,
        script.model_copy(update={"interviews": script.interviews[:1], "retake": retake}),
    )
    services.limits = LoginLimits(clock=count(0, 3_600).__next__)  # an hour goes by between two tries
    services.pages, services.ear = OnePage(), OneWord()
    give_voice(started, Said())
    for email, role in ((ADMIN, UserRole.ADMIN), (LEAVER, UserRole.CANDIDATE)):
        hashed = await services.passwords.hash(_password(email))
        async with services.db.write() as db:
            await Users(db).create(email, "Ada", hashed, role)


def _password(email: str) -> str:
    return PASSWORD[::-1] if email == LEAVER else PASSWORD


class OnePage:
    """A web of one page; every other address cannot be read."""

    async def fetch(self, url: str) -> Page:
        if "example" not in url:
            raise PageError(PageProblem.NOT_FOUND)
        return Page(url, "Backend Engineer\n\nRequirements\n- Three years of Go", is_html=False)


def _keys(found: Api) -> dict[str, list[str]]:
    browser = found.browser(EMAIL)

    def get(path: str) -> Any:
        return browser.get(f"{found.address}{path}").json()

    interviews = [one["id"] for one in get("/api/interview/sessions")["items"]]
    questions = get(f"/api/interview/sessions/{interviews[0]}/transcript")["questions"]
    retakes = [one["id"] for key in interviews for one in get(f"/api/interview/sessions/{key}/retakes")["retakes"]]
    return {
        "session_id": interviews,
        "question_id": [one["question_id"] for one in questions],
        "retake_id": retakes,
        "job_id": [one["id"] for one in get("/api/jobs")["items"]],
        "document_id": [one["id"] for one in get("/api/interview/documents")],
        "item_id": [one["id"] for one in get("/api/coach/plan")["items"]],
        "key": [one["key"] for one in get("/api/drills")["drills"]],
        "exercise": [one["key"] for one in get("/api/exercises")["items"]],
    }


class OneWord:
    """A speech model that always hears the same."""

    async def hear(self, samples: NDArray[np.float32], user_id: UUID) -> tuple[Word, ...]:
        return (Word(text="Settlement.", start_s=0.1, end_s=0.9),)


@api.parametrize()
@settings(
    max_examples=MOST_EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_server_keeps_to_its_document(case: Case, server_api: Api) -> None:
    operation = case.operation.definition.raw["operationId"]
    if not server_api.takes(operation):
        return
    if operation in LEAVING:
        browser = server_api.signed_in(LEAVER)
    else:
        browser = server_api.browser(ADMIN if operation.startswith("question_patterns") else EMAIL)
    _point(case, server_api)
    case.headers = {}
    case.cookies = {}
    case.call_and_validate(base_url=server_api.address, session=browser, checks=CHECKS)


def _point(case: Case, server_api: Api) -> None:
    """Two of three requests go to things that are there; what was made up leads nowhere. The last of a kind stays."""
    turn = next(server_api.turns)
    for name in case.path_parameters or {}:
        known = server_api.keys.get(name, [])
        if case.method == "DELETE" and len(known) > 1:
            case.path_parameters[name] = known.pop()
        elif known and turn % 3 and case.method != "DELETE":
            case.path_parameters[name] = known[turn % len(known)]
