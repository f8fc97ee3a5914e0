"""Accounts: registration, sign-in and out, the local owner's door, CSRF, and what each refuses."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from server.auth import token_hash
from server.csrf import COOKIE
from tests.support.server import PASSWORD, Browser, RunningServer, error_of, running


async def test_register_then_sign_out_and_in_again(server: RunningServer) -> None:
    browser = server.browser()
    user = await browser.register("maya")
    assert (user["email"], user["name"], user["role"]) == ("maya@example.org", "Maya", "candidate")
    assert (await browser.me() or {})["id"] == user["id"]
    await browser.post("/api/auth/logout")
    assert await browser.me() is None
    answer = await browser.post("/api/auth/login", {"email": "  MAYA@Example.org ", "password": PASSWORD})
    assert answer.json()["user"]["id"] == user["id"]


async def test_the_cookie_is_http_only_same_site_and_kept_only_as_a_hash(server: RunningServer) -> None:
    browser = server.browser()
    await browser.me()
    answer = await browser.post("/api/auth/register", {"email": "a@example.org", "password": PASSWORD, "name": "A"})
    attributes = answer.headers["set-cookie"].lower()
    assert "httponly" in attributes
    assert "samesite=lax" in attributes
    assert "max-age=2592000" in attributes
    cookie = browser.http.cookies[COOKIE]
    async with server.services.db.read() as db:
        stored = list(await db.scalars(text("SELECT token_hash FROM auth_sessions")))
    assert stored == [token_hash(cookie)]
    assert cookie not in stored


async def test_behind_https_the_cookie_is_secure(seeded_address: str, home: Path) -> None:
    async with running(seeded_address, home, public_url="https://practice.example.org", host="0.0.0.0") as server:
        browser = server.browser(origin="https://practice.example.org")
        answer = await browser.get("/api/auth/me")
        assert "secure" in answer.headers["set-cookie"].lower()
        assert answer.headers["strict-transport-security"]


async def test_a_revoked_cookie_opens_nothing(server: RunningServer, maya: Browser) -> None:
    stolen = maya.http.cookies[COOKIE]
    await maya.post("/api/auth/logout")
    thief = server.browser()
    thief.http.cookies.set(COOKIE, stolen)
    assert await thief.me() is None


async def test_an_expired_session_opens_nothing(server: RunningServer, maya: Browser) -> None:
    async with server.services.db.write() as db:
        late = "expires_at = created_at - interval '1 day'"
        if server.services.db.is_sqlite:
            late = "expires_at = datetime(created_at, '-1 day')"
        await db.execute(text(f"UPDATE auth_sessions SET {late}"))
    assert await maya.me() is None


async def test_signing_in_replaces_the_cookie(server: RunningServer, maya: Browser) -> None:
    before = maya.http.cookies[COOKIE]
    await maya.post("/api/auth/login", {"email": "maya@example.org", "password": PASSWORD})
    assert maya.http.cookies[COOKIE] != before
    fixed = server.browser()
    fixed.http.cookies.set(COOKIE, before)
    assert await fixed.me() is None


async def test_wrong_password_and_unknown_address_read_alike(server: RunningServer, maya: Browser) -> None:
    browser = server.browser()
    wrong = await browser.post("/api/auth/login", {"email": "maya@example.org", "password": "wrong horse"})
    unknown = await browser.post("/api/auth/login", {"email": "nobody@example.org", "password": "wrong horse"})
    assert wrong.status_code == unknown.status_code == 401
    assert error_of(wrong) == error_of(unknown)


async def test_guessing_is_slowed_and_the_owner_elsewhere_is_not_locked_out(
    server: RunningServer, maya: Browser
) -> None:
    guesser = server.browser("203.0.113.9")
    guess = {"email": "maya@example.org", "password": "wrong horse"}
    statuses = [(await guesser.post("/api/auth/login", guess)).status_code for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2
    right = {"email": "maya@example.org", "password": PASSWORD}
    assert error_of(await guesser.post("/api/auth/login", right))["code"] == "too_many_tries"
    assert (await server.browser("198.51.100.7").post("/api/auth/login", right)).status_code == 200


async def test_right_passwords_are_never_counted(server: RunningServer, maya: Browser) -> None:
    right = {"email": "maya@example.org", "password": PASSWORD}
    statuses = {(await maya.post("/api/auth/login", right)).status_code for _ in range(15)}
    assert statuses == {200}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"email": "not an address", "password": PASSWORD, "name": "A"}, "email"),
        ({"email": "a@example.org", "password": "short", "name": "A"}, "password"),
        ({"email": "a@example.org", "password": PASSWORD, "name": "   "}, "name"),
        ({"email": "a@example.org", "password": PASSWORD}, "name"),
        ({"email": "a@example.org", "password": PASSWORD, "name": "A", "role": "admin"}, "role"),
    ],
)
async def test_what_registration_refuses(server: RunningServer, body: dict[str, str], field: str) -> None:
    answer = await server.browser().post("/api/auth/register", body)
    assert answer.status_code == 422
    assert list(error_of(answer)["fields"]) == [field]


async def test_an_address_registers_once(server: RunningServer, maya: Browser) -> None:
    body = {"email": "Maya@example.org", "password": PASSWORD, "name": "Other"}
    answers = await asyncio.gather(*(server.browser().post("/api/auth/register", body) for _ in range(2)))
    assert [(answer.status_code, error_of(answer)["code"]) for answer in answers] == [(409, "email_taken")] * 2


# ------------------------------------------------------------------ the local door


async def test_one_click_makes_the_owner_and_closes_the_door(server: RunningServer) -> None:
    browser = server.browser()
    assert (await browser.get("/api/status")).json()["local_door"] is True
    answer = await browser.post("/api/auth/local-owner")
    assert (answer.status_code, answer.json()["user"]["role"]) == (201, "admin")
    assert (await browser.get("/api/status")).json()["local_door"] is False
    assert error_of(await server.browser().post("/api/auth/local-owner"))["code"] == "not_found"


async def test_of_two_clicks_at_once_one_wins(server: RunningServer) -> None:
    browsers = [server.browser() for _ in range(6)]
    await asyncio.gather(*(browser.me() for browser in browsers))
    answers = await asyncio.gather(*(browser.post("/api/auth/local-owner") for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [201] + [404] * 5
    async with server.services.db.read() as db:
        assert await db.scalar(text("SELECT count(*) FROM auth_users")) == 1


async def test_the_door_is_shut_once_somebody_has_registered(server: RunningServer, maya: Browser) -> None:
    assert (await server.browser().post("/api/auth/local-owner")).status_code == 404


async def test_the_door_is_shut_to_other_machines_and_proxies(server: RunningServer) -> None:
    assert (await server.browser("192.168.1.20").post("/api/auth/local-owner")).status_code == 404
    browser = server.browser()
    for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP"):
        answer = await browser.post("/api/auth/local-owner", headers={header: "127.0.0.1"})
        assert answer.status_code == 404, header
    assert (await browser.get("/api/status", headers={"X-Forwarded-For": "127.0.0.1"})).json()["local_door"] is False


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ({"host": "0.0.0.0"}, "http://127.0.0.1:8000"),
        ({"public_url": "https://practice.example.org"}, "https://practice.example.org"),
    ],
)
async def test_the_door_is_not_there_on_a_public_server(
    seeded_address: str, home: Path, given: dict[str, Any], origin: str
) -> None:
    async with running(seeded_address, home, **given) as server:
        browser = server.browser(origin=origin)
        assert (await browser.get("/api/status")).json()["local_door"] is False
        assert (await browser.post("/api/auth/local-owner")).status_code == 404


# ------------------------------------------------------------------ CSRF and hosts


async def test_a_change_needs_the_token_that_fits_the_cookie(server: RunningServer, maya: Browser) -> None:
    stranger = server.browser()
    await stranger.me()
    for token in ("", "0" * 64, stranger.csrf):
        answer = await maya.post("/api/auth/logout", headers={"X-CSRF-Token": token})
        assert (answer.status_code, error_of(answer)["code"]) == (403, "csrf")
    assert await maya.me() is not None


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://127.0.0.1"])
async def test_a_change_from_another_origin_is_refused_even_with_the_token(maya: Browser, origin: str) -> None:
    answer = await maya.post("/api/auth/logout", headers={"Origin": origin})
    assert (answer.status_code, error_of(answer)["code"]) == (403, "csrf")
    assert (await maya.post("/api/auth/logout", headers={"Origin": "http://127.0.0.1:8000"})).status_code == 200


async def test_a_cross_site_request_without_origin_is_refused(maya: Browser) -> None:
    answer = await maya.post("/api/auth/logout", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


async def test_a_name_that_was_rebound_to_this_computer_is_refused(server: RunningServer) -> None:
    for method, path in (("GET", "/api/auth/me"), ("POST", "/api/auth/local-owner"), ("GET", "/")):
        answer = await server.browser(origin="http://evil.example:8000").http.request(method, path)
        assert (answer.status_code, error_of(answer)["code"]) == (421, "wrong_host")


async def test_the_public_address_is_welcome(seeded_address: str, home: Path) -> None:
    async with running(seeded_address, home, public_url="https://Practice.example.org", host="0.0.0.0") as server:
        assert await server.browser(origin="https://practice.example.org").me() is None
        assert (await server.browser(origin="https://other.example.org").get("/api/auth/me")).status_code == 421


def test_sessions_last_a_month() -> None:
    from server.auth import SESSION_LIFETIME

    assert timedelta(days=30) == SESSION_LIFETIME
