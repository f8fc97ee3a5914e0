"""Room tokens, CSRF tokens, passwords and limits by themselves."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.auth import (
    ROOM_TOKEN_LIFETIME,
    Passwords,
    RoomTokenExpiredError,
    RoomTokenInvalidError,
    csrf_matches,
    csrf_token,
    issue_room_token,
    normal_email,
    verify_room_token,
)
from server.errors import AppError
from server.limits import MAX_KEYS, LoginLimits, RateLimit
from tests.support.interviews import unknown_id
from tests.support.server import quick_passwords

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_a_room_token_opens_until_its_time_is_over() -> None:
    session_id, user_id = unknown_id(), unknown_id()
    issued = issue_room_token("key", session_id, user_id, NOW)
    claims = verify_room_token("key", issued.token, NOW + ROOM_TOKEN_LIFETIME - timedelta(seconds=1))
    assert (claims.session_id, claims.user_id, claims.expires_at) == (session_id, user_id, issued.expires_at)
    with pytest.raises(RoomTokenExpiredError):
        verify_room_token("key", issued.token, NOW + ROOM_TOKEN_LIFETIME)


def test_a_token_of_another_server_opens_nothing() -> None:
    issued = issue_room_token("key", unknown_id(), unknown_id(), NOW)
    with pytest.raises(RoomTokenInvalidError):
        verify_room_token("other key", issued.token, NOW)


def test_a_token_that_was_touched_opens_nothing() -> None:
    token = issue_room_token("key", unknown_id(), unknown_id(), NOW).token
    for place in range(len(token) - 1):  # the last character's low bits carry nothing
        touched = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(RoomTokenInvalidError):
            verify_room_token("key", touched, NOW)


@given(st.text(max_size=300))
def test_no_text_opens_a_room_by_chance_or_breaks_the_door(text: str) -> None:
    with pytest.raises(RoomTokenInvalidError):
        verify_room_token("key", text, NOW)


def test_a_csrf_token_fits_one_cookie() -> None:
    assert csrf_matches("key", "cookie", csrf_token("key", "cookie"))
    assert not csrf_matches("key", "other", csrf_token("key", "cookie"))
    assert not csrf_matches("other", "cookie", csrf_token("key", "cookie"))
    assert not csrf_matches("key", "cookie", "ü")


@pytest.mark.parametrize(
    ("given_address", "kept"),
    [
        (" Maya@Example.ORG ", "maya@example.org"),
        ("a@b", None),
        ("a b@c.d", None),
        ("@c.d", None),
        ("a@c.d\x00", "a@c.d\x00"),
        (f"{'x' * 250}@c.de", None),
    ],
)
def test_addresses_are_kept_in_one_spelling(given_address: str, kept: str | None) -> None:
    assert normal_email(given_address) == kept


async def test_passwords_are_argon2id_and_checked_without_holding_up_the_loop() -> None:
    passwords = Passwords()
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.thread_time()
            await asyncio.sleep(0.001)
            longest = max(longest, time.thread_time() - before)

    watcher = asyncio.create_task(watch())
    started = time.process_time()
    password_hash = await passwords.hash("correct horse")
    assert await passwords.verify("correct horse", password_hash)
    assert not await passwords.verify("wrong horse", password_hash)
    assert not await passwords.verify("correct horse", None)
    took = time.process_time() - started
    watcher.cancel()
    assert password_hash.startswith("$argon2id$")
    assert longest < took / 2, f"the loop did {longest:.3f} of {took:.3f} s of work at once"


async def test_old_hashes_are_known_as_such() -> None:
    assert Passwords().needs_rehash(await quick_passwords().hash("correct horse"))


def test_a_limit_lets_through_what_it_says_and_forgets_in_time() -> None:
    now = 0.0
    limit = RateLimit(3, 60, lambda: now)
    assert [limit.take("a") for _ in range(5)] == [0, 0, 0, 60, 60]
    assert limit.take("b") == 0
    limit.give_back("a")
    assert [limit.take("a"), limit.take("a")] == [0, 60]
    now = 60.0
    assert limit.take("a") == 0


def test_limits_have_a_bound_on_what_they_remember() -> None:
    limit = RateLimit(1, 60, lambda: 0.0)
    for n in range(MAX_KEYS + 10):
        limit.take(str(n))
    assert limit.take(str(MAX_KEYS + 5)) == 60
    assert limit.take("0") == 0  # forgotten


def test_accounts_are_registered_at_a_human_pace() -> None:
    limits = LoginLimits(lambda: 0.0)
    for _ in range(20):
        limits.try_register("203.0.113.9")
    with pytest.raises(AppError, match="60 minutes"):
        limits.try_register("203.0.113.9")
