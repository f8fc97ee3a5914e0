"""What `interview-lab doctor` looks at. Each check gives one line and changes nothing on the machine."""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import httpx
from alembic.runtime.migration import MigrationContext
from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError

from agent.providers.whisper import models
from agent.voices import registry
from schema.room import Capability
from server.db import Database, DatabaseUrlError, database_url
from server.migrate import head
from server.sandbox.probe import NAMES
from server.sandbox.runner import abilities
from server.settings import Settings
from server.spa import STATIC
from server.status import model_capability

State: TypeAlias = Literal["ok", "off", "warning", "broken"]
NEEDED_PYTHON = (3, 11)
LOW_DISK_GB = 1.0  # a recorded hour takes about 30 MB, a speech model 150 MB
REACH_S = 3.0


@dataclass(frozen=True, slots=True)
class Check:
    """One line. `broken`: the product cannot work so; `warning`: it works, but something deserves a look."""

    name: str
    state: State
    detail: str


async def check_all(settings: Settings) -> tuple[Check, ...]:
    """All checks, in the order in which they are worth reading."""
    return (
        python(),
        page(),
        data_folder(settings),
        await database(settings),
        port(settings),
        clock(),
        transcription(settings),
        voice(settings),
        await model(settings),
        *await asyncio.to_thread(code),
    )


def python() -> Check:
    found = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    if sys.version_info < NEEDED_PYTHON:
        return Check("Python", "broken", f"{found}. Version 3.11 or newer is needed.")
    return Check("Python", "ok", f"{found}.")


def page() -> Check:
    """The built page; Node only builds it."""
    if (STATIC / "index.html").is_file():
        return Check("Page", "ok", "The page is built.")
    node = "" if shutil.which("node") else " Node 20 or newer is needed for that and was not found."
    return Check("Page", "broken", f"The page has not been built. `make setup` builds it.{node}")


def data_folder(settings: Settings) -> Check:
    name, home = "Data folder", settings.home
    place = next(folder for folder in (home, *home.parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError:
        return Check(name, "broken", f"{home} cannot be written. Set INTERVIEW_LAB_HOME to a folder of yours.")
    free = shutil.disk_usage(place).free / 1e9
    if free < LOW_DISK_GB:
        return Check(name, "warning", f"{home} has {free:.1f} GB left; recordings and models need about 1 GB.")
    return Check(name, "ok", f"{home}, {free:.0f} GB free.")


async def database(settings: Settings) -> Check:
    name = "Database"
    try:
        url = database_url(settings.database_url, settings.home)
    except DatabaseUrlError as failure:
        return Check(name, "broken", f"{failure}.")
    where = url.render_as_string(hide_password=True)
    if _is_new_file(url):
        return Check(name, "ok", f"{where} will be made at the first start.")
    opened = Database(url)
    try:
        async with opened.engine.connect() as connection:
            revision = await connection.run_sync(_revision)
    except (SQLAlchemyError, OSError):
        return Check(name, "broken", f"{where} does not answer. Check DATABASE_URL.")
    finally:
        await opened.aclose()
    if revision != head(url):
        return Check(name, "ok", f"{where} is of an older version; the next start brings it up to date.")
    return Check(name, "ok", f"{where} is up to date.")


def _is_new_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and not Path(url.database or "").exists()


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def port(settings: Settings) -> Check:
    """Free, or held by the lab itself."""
    name, address = "Port", (settings.host, settings.port)
    try:
        family = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as sock:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind(address)
    except OSError:
        if _is_ours(settings):
            return Check(name, "ok", f"The lab is running at {settings.address}.")
        return Check(
            name,
            "broken",
            f"{settings.host}:{settings.port} cannot be used: another program has it, or HOST is wrong. "
            "Set PORT to a free one.",
        )
    return Check(name, "ok", f"{settings.host}:{settings.port} is free.")


def _is_ours(settings: Settings) -> bool:
    try:
        answer = httpx.get(f"http://{settings.host}:{settings.port}/api/status", timeout=REACH_S, trust_env=False)
        return answer.is_success and "transcription" in answer.json()
    except (httpx.HTTPError, ValueError):
        return False


def clock() -> Check:
    """A clock behind this very code lets tokens expire before they begin."""
    written = Path(__file__).stat().st_mtime
    if time.time() < written - 3600:
        return Check("Clock", "warning", "This computer's clock is behind. Set it, or signing in may fail.")
    return Check("Clock", "ok", time.strftime("%Y-%m-%d %H:%M %Z"))


def transcription(settings: Settings) -> Check:
    return _capability(
        "Transcription", lambda: models.status(settings.whisper_model, settings.home, models.usable_cores())
    )


def voice(settings: Settings) -> Check:
    config = registry.VoiceConfig(
        home=settings.home,
        base_url=settings.tts_base_url,
        api_key=settings.tts_api_key.get_secret_value() if settings.tts_api_key else None,
        model=settings.tts_model,
        voice=settings.tts_voice,
    )
    return _capability("Voice", lambda: registry.status(settings.voice, config))


def _capability(name: str, status: Callable[[], Capability]) -> Check:
    found = status()
    return Check(name, "ok" if found.on else "off", found.detail)


def code() -> tuple[Check, ...]:
    """A line for each language in which exercises are written, found out by running some."""
    return tuple(
        Check(NAMES[language], "ok" if ability.on else "off", ability.detail)
        for language, ability in abilities().items()
    )


async def model(settings: Settings) -> Check:
    """Off is fine; set and silent deserves a look, since every question would then wait for its deadline."""
    found = model_capability(settings)
    if not found.on:
        return Check("Model", "off", found.detail)
    base = (settings.llm_base_url or "https://api.openai.com/v1").rstrip("/")
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else "none"
    try:
        async with httpx.AsyncClient(timeout=REACH_S) as client:
            answer = await client.get(f"{base}/models", headers={"Authorization": f"Bearer {key}"})
    except (httpx.HTTPError, httpx.InvalidURL) as failure:
        return Check("Model", "warning", f"{base} does not answer ({type(failure).__name__}). Templates are spoken.")
    if answer.status_code in (401, 403):
        return Check("Model", "warning", f"{base} refuses the key. Check OPENAI_API_KEY.")
    if answer.status_code >= 500:
        return Check("Model", "warning", f"{base} answers {answer.status_code}. Templates are spoken meanwhile.")
    return Check("Model", "ok", f"{found.detail} It answers.")
