"""Puts the whole product together: database, equipment, rooms, background work, in order, and apart in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from server.equipment import open_equipment
from server.reporting import open_reports
from server.rooms import Equipment, Rooms
from server.services import Services, open_services
from server.settings import Settings

OpenEquipment = Callable[[Settings], AbstractAsyncContextManager[Equipment]]


@asynccontextmanager
async def open_everything(settings: Settings, equip: OpenEquipment = open_equipment) -> AsyncIterator[Services]:
    """All services, with rooms that hold interviews and reports that are made. Tests and benchmarks pass other ears."""
    async with open_services(settings) as services, equip(settings) as equipment, open_reports(services) as reports:
        rooms = Rooms(services.db, settings.home, equipment, reports)
        services.reports = reports
        services.rooms = rooms
        services.transcription = equipment.transcription
        services.voice = equipment.voice
        await rooms.recover()
        try:
            yield services
        finally:
            await rooms.aclose()
