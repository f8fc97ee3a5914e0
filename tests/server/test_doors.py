"""What every request passes: size limit, one shape of error, protective headers, the last catch, the web client."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fastapi import APIRouter
from sqlalchemy import text

from server.deps import Access, access
from server.doors import MAX_BODY_BYTES
from server.openapi import schema
from tests.support.server import Browser, RunningServer, error_of, running

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/unknown", "/api/auth/me/more", "/api/interview/sessions/"])
async def test_an_unknown_api_address_is_json(maya: Browser, path: str) -> None:
    for method in ("GET", "POST", "DELETE"):
        answer = await maya.request(method, path)
        assert (answer.status_code, error_of(answer)["code"]) == (404, "not_found")


async def test_a_wrong_method_is_json(maya: Browser) -> None:
    answer = await maya.request("PUT", "/api/auth/login")
    assert (answer.status_code, error_of(answer)["code"]) == (405, "method_not_allowed")


async def test_a_large_body_is_refused_before_it_is_read(maya: Browser) -> None:
    token = {"X-CSRF-Token": maya.csrf, **JSON}
    body = b'{"email": "' + b"x" * 10_000_000 + b'"}'
    answer = await maya.http.post("/api/auth/login", content=body, headers=token)
    assert (answer.status_code, error_of(answer)["code"]) == (413, "too_large")
    assert await maya.me() is not None


async def test_a_large_body_without_a_length_is_refused_as_it_grows(maya: Browser) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        yield b'{"email": "'
        while sent < 50_000_000:
            sent += 65_536
            yield b"x" * 65_536

    answer = await maya.http.post("/api/auth/login", content=endless(), headers={"X-CSRF-Token": maya.csrf, **JSON})
    assert (answer.status_code, error_of(answer)["code"]) == (413, "too_large")


async def test_a_body_of_just_the_limit_is_read(maya: Browser) -> None:
    body = b'{"email": "a", "password": "b"}'.ljust(MAX_BODY_BYTES)
    answer = await maya.http.post("/api/auth/login", content=body, headers={"X-CSRF-Token": maya.csrf, **JSON})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "bad_json"),
        (b"\xff\xfe\x00garbage", "bad_json"),
        (b"[" * 100_000, "bad_json"),
        (b"[]", "invalid"),
        (b"null", "invalid"),
        (b'{"email": {"a": 1}, "password": []}', "invalid"),
        (b"", "invalid"),
    ],
)
async def test_garbage_is_answered_in_the_one_shape(maya: Browser, body: bytes, code: str) -> None:
    answer = await maya.http.post("/api/auth/login", content=body, headers={"X-CSRF-Token": maya.csrf, **JSON})
    assert answer.status_code in (400, 422)
    assert error_of(answer)["code"] == code


async def test_refusals_never_quote_what_was_sent(maya: Browser) -> None:
    secret = "my secret résumé line " * 5_000
    answer = await maya.post("/api/auth/login", {"email": "a@b.c", "password": secret, "name": secret})
    assert answer.status_code == 422
    assert "secret" not in answer.text


async def test_a_form_cannot_change_anything(maya: Browser) -> None:
    """What a page elsewhere could send without asking first."""
    form = {"X-CSRF-Token": maya.csrf, "Content-Type": "text/plain"}
    answer = await maya.http.post("/api/auth/login", content=b'{"email":"a@b.c","password":"x"}', headers=form)
    assert answer.status_code == 422


async def test_protective_headers_stand_on_every_answer(server: RunningServer, maya: Browser) -> None:
    for answer in (
        await maya.get("/api/auth/me"),
        await maya.get("/api/unknown"),
        await maya.get("/"),
        await server.browser(origin="http://evil.example").get("/"),
    ):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "worker-src 'self' blob: data:" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["permissions-policy"].startswith("microphone=(self)")
        assert answer.headers["referrer-policy"] == "same-origin"
    assert (await maya.get("/api/auth/me")).headers["cache-control"] == "no-store"


async def test_what_nobody_expected_is_recorded_without_its_words(
    server: RunningServer, maya: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    router = APIRouter(tags=["test"])

    @router.get("/api/broken", dependencies=[access(Access.PUBLIC)])
    async def broken() -> None:
        raise ValueError("the candidate said: I was fired")

    server.app.include_router(router)
    with caplog.at_level(logging.ERROR):
        answer = await maya.get("/api/broken")
    error = error_of(answer)
    assert (answer.status_code, error["code"]) == (500, "internal")
    (record,) = caplog.records
    line = record.getMessage()
    assert "ValueError" in line
    assert "test_doors.py" in line
    assert error["message"].rpartition(" ")[2].rstrip(".") in line
    assert "fired" not in line + answer.text
    assert record.exc_info is None


async def test_a_database_that_is_gone_is_a_typed_error(server: RunningServer, maya: Browser) -> None:
    async with server.services.db.write() as db:
        await db.execute(text("DROP TABLE turn_notes"))
    interview = await maya.interview()
    answer = await maya.get(f"/api/interview/sessions/{interview['id']}/report")
    assert (answer.status_code, error_of(answer)["code"]) == (500, "internal")
    assert "turn_notes" not in answer.text


# ------------------------------------------------------------------ the web client


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>app</title>")
    (folder / "assets" / "app-4f3a.js").write_text("export const a = 1\n" * 500)
    (folder / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "outside.txt").write_text("not for the web")
    return folder


async def test_the_web_client(seeded_address: str, home: Path, static: Path) -> None:
    async with running(seeded_address, home, static) as server:
        browser = server.browser()
        for page in ("/", "/index.html", "/interviews/1/report", "/sign-in?next=%2F"):
            answer = await browser.get(page)
            assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
            assert "<title>app</title>" in answer.text
        asset = await browser.get("/assets/app-4f3a.js", {"Accept-Encoding": "gzip"})
        assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert asset.headers["content-encoding"] == "gzip"
        assert (await browser.get("/favicon.svg")).headers["content-type"] == "image/svg+xml"
        gone = await browser.get("/assets/app-0000.js")  # an old page asks for an asset of its day
        assert (gone.status_code, error_of(gone)["code"]) == (404, "not_found")
        for odd in ("/%2e%2e/outside.txt", "/..%2foutside.txt", "/%00", "/" + "x" * 5_000, "//etc/passwd"):
            assert "not for the web" not in (await browser.get(odd)).text
        assert (await browser.post("/")).status_code == 405


async def test_the_frame_that_runs_code_is_of_no_origin_and_without_a_network(
    seeded_address: str, home: Path, static: Path
) -> None:
    (static / "runner").mkdir()
    (static / "runner/frame.html").write_text("<title>frame</title>", encoding="utf-8")
    async with running(seeded_address, home, static) as server:
        answer = await server.browser().get("/runner/frame.html")
        rules = set(answer.headers["content-security-policy"].split("; "))
        assert {"sandbox allow-scripts", "default-src 'none'", "connect-src blob:"} <= rules
        assert "frame-ancestors 'self'" in rules
        assert answer.headers["x-frame-options"] == "SAMEORIGIN"
        page = await server.browser().get("/")
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


async def test_a_page_that_is_not_built_says_what_to_do(server: RunningServer) -> None:
    answer = await server.browser().get("/")
    assert answer.status_code == 503
    assert "make run" in answer.text


def test_the_description_of_the_api_is_stable_and_complete() -> None:
    described = schema()
    assert described == schema()
    assert "/api/interview/sessions/{session_id}/report" in described["paths"]
    login = described["paths"]["/api/auth/login"]["post"]
    assert login["operationId"] == "accounts_login"
    assert "ErrorBody" in str(login["responses"]["401"])
    assert {"InterviewSummary", "Analysis", "Capability", "Turn"} <= set(described["components"]["schemas"])
