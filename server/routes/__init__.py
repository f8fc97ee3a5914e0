"""The HTTP routes, a file a noun."""

from __future__ import annotations

from server.routes import auth, me, reports, role_kits, room, sessions, status

ROUTERS = (status.router, auth.router, me.router, role_kits.router, sessions.router, reports.router, room.router)
