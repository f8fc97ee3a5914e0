"""The interview room's socket. Who may enter is proved by the room token in the first message."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.websockets import WebSocket

from server.deps import get_services
from server.room_socket import RoomSocket
from server.rooms import Rooms

router = APIRouter(tags=["room"])


@router.websocket("/api/interview/room")
async def room(socket: WebSocket) -> None:
    services = get_services(socket)
    if not isinstance(services.rooms, Rooms):
        await socket.close(1013, "This server holds no interviews.")
        return
    await RoomSocket(socket, services.rooms, services.db, services.secret).serve()
