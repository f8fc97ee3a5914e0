"""Coming in and going out: registration, sign-in, and the local owner's door."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import HTTPConnection

from schema.vocabulary import UserRole
from server.auth import SESSION_LIFETIME, new_token, normal_email, token_hash
from server.errors import AppError, NotFoundError
from server.repositories.users import OWNER_NAME, AuthSessions, EmailTakenError, UserRecord, Users
from server.services import Services
from server.settings import Settings, is_loopback

OWNER_EMAIL = "owner@localhost"
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def comes_from_this_computer(settings: Settings, request: HTTPConnection) -> bool:
    """Whether only somebody at this computer can have sent this: loopback bind, loopback client, no proxy between."""
    if not settings.is_local or request.client is None or not is_loopback(request.client.host):
        return False
    return is_loopback(request.url.hostname) and not any(name in request.headers for name in FORWARDED)


async def enter_as_local_owner(services: Services) -> tuple[UserRecord, str]:
    """Make the owner account of a fresh machine and sign it in. Returns it with its cookie.

    Raises NotFoundError once any account exists.
    """
    async with services.db.write() as db:
        owner = await Users(db).create_local_owner(OWNER_EMAIL, OWNER_NAME)
        if owner is None:
            raise NotFoundError("This computer already has an account. Please sign in.")
        return owner, await _open(AuthSessions(db), owner)


async def register(services: Services, email: str, password: str, name: str) -> tuple[UserRecord, str]:
    """Make a candidate's account and sign it in. Raises AppError for a bad or taken address."""
    address = normal_email(email)
    if address is None:
        raise AppError("invalid", 422, "Please correct the marked fields.", {"email": "This is not an e-mail address."})
    password_hash = await services.passwords.hash(password)
    try:
        async with services.db.write() as db:
            user = await Users(db).create(address, name, password_hash, UserRole.CANDIDATE)
            return user, await _open(AuthSessions(db), user)
    except EmailTakenError as failure:
        raise AppError(
            "email_taken", 409, "There is an account with this address. Sign in instead.", {"email": "Already in use."}
        ) from failure


async def login(services: Services, email: str, password: str, client: str) -> tuple[UserRecord, str]:
    """Sign in. Raises AppError: wrong e-mail and wrong password read alike, and take as long."""
    address = normal_email(email) or email.strip().lower()
    services.limits.try_login(client, address)
    async with services.db.read() as db:
        found = await Users(db).credentials(address)
    user, password_hash = found if found is not None else (None, None)
    right = await services.passwords.verify(password, password_hash)
    if user is None or password_hash is None or not right:
        raise AppError("wrong_password", 401, "The e-mail address or the password is not right.")
    services.limits.succeeded(client, address)
    stronger = await services.passwords.hash(password) if services.passwords.needs_rehash(password_hash) else None
    async with services.db.write() as db:
        if stronger is not None:
            await Users(db).rehash(user.id, stronger)
        await AuthSessions(db).purge(datetime.now(UTC))
        return user, await _open(AuthSessions(db), user)


async def logout(services: Services, cookie: str | None) -> None:
    """Revoke this browser's session."""
    if cookie:
        async with services.db.write() as db:
            await AuthSessions(db).revoke(token_hash(cookie))


async def _open(sessions: AuthSessions, user: UserRecord) -> str:
    token = new_token()
    await sessions.open(user.id, token_hash(token), datetime.now(UTC) + SESSION_LIFETIME)
    return token
