"""`interview-lab serve`: start the web server; at the end print where it is and what is on."""

from __future__ import annotations

import argparse
import asyncio
import errno
import logging
import socket

import uvicorn

from server.app import create_app
from server.commands import CliError
from server.services import Services
from server.settings import Settings
from server.startup import load_settings, prepare
from server.status import lines, read_status
from server.wiring import open_everything

SUMMARY = "start the web server and open the practice lab"
GRACE_S = 5  # for requests under way when the server is stopped


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "serve",
        help=SUMMARY,
        description="Start the web server. Settings come from the environment or a .env file; see .env.example.",
    )
    parser.add_argument("--host", help="address to listen on (default: HOST or 127.0.0.1, this computer only)")
    parser.add_argument("--port", type=int, help="port to listen on (default: PORT or 8000)")


def run(args: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-7s %(name)s  %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    settings = with_overrides(load_settings(), args.host, args.port)
    sock = bind(settings)
    try:
        asyncio.run(prepare(settings))
        app = create_app(settings, open_all=open_everything)
        config = uvicorn.Config(
            app,
            ws="websockets-sansio",
            ws_per_message_deflate=False,  # frames of speech do not get smaller, only later
            log_config=None,
            log_level="warning",
            access_log=False,  # addresses name interviews
            server_header=False,
            timeout_graceful_shutdown=GRACE_S,
        )
        _Server(config, settings).run(sockets=[sock])
    finally:
        sock.close()
    return 0


def with_overrides(settings: Settings, host: str | None, port: int | None) -> Settings:
    """The settings with what the command line says otherwise. Raises CliError for an impossible port."""
    if port is not None and not 0 <= port <= 65_535:
        raise CliError(f"There is no port {port}. Choose one between 1 and 65535.")
    given = {"host": host, "port": port}
    return settings.model_copy(update={name: value for name, value in given.items() if value is not None})


def bind(settings: Settings) -> socket.socket:
    """Take the port before anything else is done. Raises CliError when it cannot be had."""
    try:
        family, _, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as failure:
        raise CliError(f"HOST={settings.host} is no address of this computer.") from failure
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind(address)
    except OSError as failure:
        sock.close()
        raise CliError(_why_not(settings, failure)) from failure
    sock.set_inheritable(True)
    return sock


def _why_not(settings: Settings, failure: OSError) -> str:
    if failure.errno == errno.EADDRINUSE:
        other = settings.port + 1 if settings.port < 65_535 else 8000
        return f"Port {settings.port} is in use. Stop what runs there, or choose another: PORT={other} make run."
    if failure.errno in (errno.EACCES, errno.EPERM):
        return f"Port {settings.port} may not be used by you. Choose one above 1023, such as PORT=8000."
    return f"HOST={settings.host} is no address of this computer."


class _Server(uvicorn.Server):
    """Prints the address and the capabilities once the server answers."""

    def __init__(self, config: uvicorn.Config, settings: Settings) -> None:
        super().__init__(config)
        self._settings = settings

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        port = sockets[0].getsockname()[1] if sockets else self._settings.port
        services: Services = self.config.loaded_app.app.state.services
        print(banner(self._settings.model_copy(update={"port": port}), services), flush=True)


def banner(settings: Settings, services: Services) -> str:
    """The last words of a start: where to go, what is on, and how to switch on what is off."""
    capabilities = lines(read_status(services, local_door=False))
    width = max(len(name) for name, _ in capabilities)
    rows = [f"  {name:<{width}}  {'on ' if one.on else 'off'}  {one.detail}" for name, one in capabilities]
    return "\n".join(("", f"Interview Practice Lab is ready at {settings.address}", "", *rows, "", "Stop with Ctrl-C."))
