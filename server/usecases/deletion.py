"""Real deletion: files first, then rows, so that a fault in between leaves something that can be deleted again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from uuid import UUID

from server.documents.storage import remove_file, stored_files
from server.errors import AppError
from server.files import recorded_sessions, remove_exports, remove_recording, remove_take, stored_takes
from server.repositories.documents import Documents
from server.repositories.interviews import Interviews
from server.repositories.retakes import Retakes
from server.repositories.users import UserRecord, Users
from server.services import Services
from server.usecases.documents import empty_document
from server.usecases.memory import refold


async def delete_interview(services: Services, session_id: UUID) -> None:
    """Remove an interview: its room, its report's work, its recordings, its rows, and what it taught the memory."""
    await _empty(services, session_id)
    async with services.db.write() as db:
        interview = await Interviews(db).get(session_id, None)
        await Interviews(db).delete(session_id)
        if interview is not None:
            await refold(db, interview.user_id)
    # A recorder that was just closing may have written once more after the first sweep.
    await asyncio.to_thread(remove_recording, services.settings.home, session_id)
    await services.db.scrub()


async def delete_account(services: Services, user: UserRecord, password: str | None) -> None:
    """Remove an account with everything that belongs to it. An account with a password needs it once more.

    Raises AppError for a wrong one.
    """
    async with services.db.read() as db:
        password_hash = await Users(db).password_hash(user.id)
        sessions = await Interviews(db).ids_of(user.id)
        documents = await Documents(db).of_user(user.id)
    if password_hash is not None and not await services.passwords.verify(password or "", password_hash):
        raise AppError(
            "wrong_password", 403, "Enter your password to delete the account.", {"password": "This is not right."}
        )
    for session_id in sessions:
        await _empty(services, session_id)
    for document in documents:
        await empty_document(services, document)
    async with services.db.write() as db:
        await Users(db).delete(user.id)
    for session_id in sessions:
        await asyncio.to_thread(remove_recording, services.settings.home, session_id)
    await asyncio.to_thread(remove_exports, services.settings.home, user.id)
    await services.db.scrub()


async def _empty(services: Services, session_id: UUID) -> None:
    if services.rooms is not None:
        await services.rooms.discard(session_id)
    if services.reports is not None:
        await services.reports.forget(session_id)
    await asyncio.to_thread(remove_recording, services.settings.home, session_id)


async def sweep(services: Services) -> int:
    """At a start: remove sounds and files whose rows are gone, left by a server that was killed in between."""
    home: Path = services.settings.home
    recorded = await asyncio.to_thread(recorded_sessions, home)
    stored = await asyncio.to_thread(stored_files, home)
    takes = await asyncio.to_thread(stored_takes, home)
    async with services.db.read() as db:
        orphans = recorded - await Interviews(db).existing(recorded)
        loose = stored - await Documents(db).refs()
        untold = {take for take in takes - await Retakes(db).audio_paths() if UUID(take.parts[1]) not in orphans}
    for session_id in orphans:
        await asyncio.to_thread(remove_recording, home, session_id)
    for ref in loose:
        await asyncio.to_thread(remove_file, home, ref)
    for take in untold:
        await asyncio.to_thread(remove_take, home, take)
    return len(orphans) + len(loose) + len(untold)
