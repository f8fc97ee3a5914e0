"""Puts the whole product together: database, equipment, rooms, background work, in order, and apart in reverse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from controller.reading import prepare
from seeds.skills import load_skills
from server.documents.queue import open_documents
from server.equipment import open_equipment
from server.reporting import open_reports
from server.rooms import Equipment, Rooms
from server.services import Services, open_services
from server.settings import Settings

OpenEquipment = Callable[[Settings], AbstractAsyncContextManager[Equipment]]


@asynccontextmanager
async def open_everything(settings: Settings, equip: OpenEquipment = open_equipment) -> AsyncIterator[Services]:
    """All services, with rooms that hold interviews and reports that are made. Tests and benchmarks pass other ears."""
    async with (
        open_services(settings) as services,
        equip(settings) as equipment,
        open_reports(services) as reports,
        open_documents(services) as documents,
    ):
        rooms = Rooms(services.db, settings.home, equipment, reports)
        services.reports = reports
        services.documents = documents
        services.rooms = rooms
        services.transcription = equipment.transcription
        services.voice = equipment.voice
        services.ear = equipment.ear
        services.runner = equipment.runner
        services.voice_for = lambda look: equipment.voice_for(look)[0]
        await asyncio.to_thread(load_skills)  # read here, or the first plan waits for it
        await asyncio.to_thread(prepare)  # and the first answer for this
        await rooms.recover()
        try:
            yield services
        finally:
            await rooms.aclose()
