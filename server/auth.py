"""Proofs of identity: passwords, session cookies, CSRF tokens and room tokens. No database and no HTTP here."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from itsdangerous import BadSignature, URLSafeSerializer

SESSION_LIFETIME = timedelta(days=30)
ROOM_TOKEN_LIFETIME = timedelta(minutes=5)  # time to open the room; an entered room needs no token any more
PASSWORD_MIN, PASSWORD_MAX = 8, 200
EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")

# ------------------------------------------------------------------ passwords


class Passwords:
    """argon2id with RFC 9106's second recommended set (64 MiB, three passes), in threads.

    Two at once bound the memory that a flood of logins can take to 128 MiB.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = asyncio.Semaphore(2)

    async def hash(self, password: str) -> str:
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def verify(self, password: str, password_hash: str | None) -> bool:
        """Whether the password is right. Without a hash it takes as long and says no: time betrays no account."""
        async with self._turns:
            right = await asyncio.to_thread(self._verified, password, password_hash)
        return right and password_hash is not None

    def _verified(self, password: str, password_hash: str | None) -> bool:
        try:
            return self._hasher.verify(password_hash or self._nobody, password)
        except (VerificationError, InvalidHashError):
            return False

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(new_token())

    def needs_rehash(self, password_hash: str) -> bool:
        """Whether the hash was made with weaker settings than today's."""
        return self._hasher.check_needs_rehash(password_hash)


def normal_email(email: str) -> str | None:
    """The address trimmed and in lower case; None when it cannot be one."""
    trimmed = email.strip().lower()
    return trimmed if len(trimmed) <= 254 and EMAIL.match(trimmed) else None


# ------------------------------------------------------------------ cookies and CSRF


def new_token() -> str:
    """An unguessable cookie value: 256 bits."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What the database keeps of a cookie."""
    return hashlib.sha256(token.encode()).hexdigest()


def csrf_token(secret: str, cookie: str) -> str:
    """The token that goes with a cookie: only who reads our answers knows it, a foreign page that sends the cookie does
    not. It changes with every sign-in."""
    return hmac.new(secret.encode(), b"csrf\0" + cookie.encode(), hashlib.sha256).hexdigest()


def csrf_matches(secret: str, cookie: str, given: str) -> bool:
    return hmac.compare_digest(csrf_token(secret, cookie).encode(), given.encode())


# ------------------------------------------------------------------ room tokens


class RoomTokenError(Exception):
    """The token opens no room."""


class RoomTokenExpiredError(RoomTokenError):
    """It was ours and its time is over: ask for a new one."""


class RoomTokenInvalidError(RoomTokenError):
    """It was never ours."""


@dataclass(frozen=True, slots=True)
class RoomToken:
    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class RoomClaims:
    """Who may enter which interview. Whether it still exists and is still theirs is the room's to ask."""

    session_id: UUID
    user_id: UUID
    expires_at: datetime


def issue_room_token(secret: str, session_id: UUID, user_id: UUID, now: datetime) -> RoomToken:
    """A signed token for one interview and one user, good for ROOM_TOKEN_LIFETIME from `now`."""
    expires_at = (now + ROOM_TOKEN_LIFETIME).replace(microsecond=0)
    claims = [session_id.hex, user_id.hex, int(expires_at.timestamp())]
    return RoomToken(str(_signer(secret).dumps(claims)), expires_at)


def verify_room_token(secret: str, token: str, now: datetime) -> RoomClaims:
    """Raises RoomTokenExpiredError or RoomTokenInvalidError."""
    try:
        session_id, user_id, expires = _signer(secret).loads(token)
        claims = RoomClaims(UUID(hex=session_id), UUID(hex=user_id), datetime.fromtimestamp(expires, UTC))
    except (BadSignature, ValueError, TypeError, AttributeError, OverflowError) as failure:
        raise RoomTokenInvalidError("not a room token of this server") from failure
    if claims.expires_at <= now:
        raise RoomTokenExpiredError("the room token's time is over")
    return claims


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="interview-room", signer_kwargs={"digest_method": hashlib.sha256})
