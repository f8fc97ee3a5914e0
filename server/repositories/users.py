"""Accounts, and the browsers that are signed in to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from schema.preferences import Preferences
from schema.tables.accounts import AuthSessionRow, AuthUserRow
from schema.tables.base import utc_now
from schema.vocabulary import UserRole
from server.db import DbSession

OWNER_NAME = "Owner"  # of whoever entered by the local door and was asked for no name


@dataclass(frozen=True, slots=True)
class UserRecord:
    """An account without its secret."""

    id: UUID
    email: str
    name: str
    role: UserRole
    has_password: bool
    created_at: datetime

    @property
    def given_name(self) -> str | None:
        """How to address them; null for the owner of this computer who never said."""
        return None if not self.has_password and self.name == OWNER_NAME else self.name


class EmailTakenError(Exception):
    """An account with this e-mail address exists."""


class Users:
    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def is_empty(self) -> bool:
        return await self._db.scalar(select(AuthUserRow.id).limit(1)) is None

    async def by_id(self, user_id: UUID) -> UserRecord | None:
        row = await self._db.get(AuthUserRow, user_id)
        return None if row is None else _record(row)

    async def credentials(self, email: str) -> tuple[UserRecord, str | None] | None:
        """The account with this address and its password hash."""
        row = await self._db.scalar(select(AuthUserRow).where(AuthUserRow.email == email))
        return None if row is None else (_record(row), row.password_hash)

    async def password_hash(self, user_id: UUID) -> str | None:
        return await self._db.scalar(select(AuthUserRow.password_hash).where(AuthUserRow.id == user_id))

    async def create(self, email: str, name: str, password_hash: str, role: UserRole) -> UserRecord:
        """Raises EmailTakenError."""
        row = AuthUserRow(email=email, name=name, password_hash=password_hash, role=role, is_local_owner=False)
        self._db.add(row)
        try:
            await self._db.flush()
        except IntegrityError as failure:
            raise EmailTakenError from failure
        return _record(row)

    async def create_local_owner(self, email: str, name: str) -> UserRecord | None:
        """The first account of a fresh machine, an admin without a password; None when any account exists.

        Of two requests at once one wins: SQLite has one writer, PostgreSQL locks the table against other inserts.
        """
        if self._db.get_bind().dialect.name == "postgresql":
            await self._db.execute(text("LOCK TABLE auth_users IN SHARE ROW EXCLUSIVE MODE"))
        if not await self.is_empty():
            return None
        row = AuthUserRow(email=email, name=name, password_hash=None, role=UserRole.ADMIN, is_local_owner=True)
        self._db.add(row)
        await self._db.flush()
        return _record(row)

    async def rehash(self, user_id: UUID, password_hash: str) -> None:
        await self._db.execute(update(AuthUserRow).where(AuthUserRow.id == user_id).values(password_hash=password_hash))

    async def rename(self, user_id: UUID, name: str) -> UserRecord | None:
        row = await self._db.get(AuthUserRow, user_id)
        if row is None:
            return None
        row.name = name
        await self._db.flush()
        return _record(row)

    async def preferences(self, user_id: UUID) -> Preferences:
        """How this user likes interviews; the defaults of an account that is gone."""
        kept = await self._db.scalar(select(AuthUserRow.preferences).where(AuthUserRow.id == user_id))
        return Preferences.model_validate(kept or {})

    async def change_preferences(self, user_id: UUID, changes: Mapping[str, object]) -> Preferences:
        """Fields by name with their new values; the others stay. One change at a time: two pages may be open."""
        found = select(AuthUserRow).where(AuthUserRow.id == user_id).with_for_update(key_share=True)
        row = await self._db.scalar(found.execution_options(populate_existing=True))
        now = Preferences.model_validate({**({} if row is None else row.preferences), **changes})
        if row is not None:
            row.preferences = now.model_dump(mode="json", exclude_defaults=True)
            await self._db.flush()
        return now

    async def delete(self, user_id: UUID) -> bool:
        """Remove the account and every row that belongs to it. Returns whether it existed."""
        gone = await self._db.execute(delete(AuthUserRow).where(AuthUserRow.id == user_id).returning(AuthUserRow.id))
        return gone.first() is not None


class AuthSessions:
    """Signed-in browsers, each known by the hash of its cookie."""

    def __init__(self, db: DbSession) -> None:
        self._db = db

    async def open(self, user_id: UUID, token_hash: str, expires_at: datetime) -> None:
        self._db.add(AuthSessionRow(user_id=user_id, token_hash=token_hash, expires_at=expires_at))
        await self._db.flush()

    async def user(self, token_hash: str, now: datetime) -> UserRecord | None:
        """Whose browser this is; None when the cookie is unknown, revoked or past its time."""
        found = (
            select(AuthUserRow)
            .join(AuthSessionRow, AuthSessionRow.user_id == AuthUserRow.id)
            .where(AuthSessionRow.token_hash == token_hash)
            .where(AuthSessionRow.revoked_at.is_(None), AuthSessionRow.expires_at > now)
        )
        row = await self._db.scalar(found)
        return None if row is None else _record(row)

    async def revoke(self, token_hash: str) -> None:
        mine = AuthSessionRow.token_hash == token_hash
        await self._db.execute(update(AuthSessionRow).where(mine).values(revoked_at=utc_now()))

    async def purge(self, now: datetime) -> None:
        """Forget sessions past their time."""
        await self._db.execute(delete(AuthSessionRow).where(AuthSessionRow.expires_at <= now))


def _record(row: AuthUserRow) -> UserRecord:
    return UserRecord(row.id, row.email, row.name, UserRole(row.role), row.password_hash is not None, row.created_at)
