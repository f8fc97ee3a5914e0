"""Bringing the database to this version's tables, from an installed wheel as from a checkout."""

from __future__ import annotations

import asyncio

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL

from server.db import synchronous_url


class NewerDatabaseError(Exception):
    """The database was made by a newer version of the product; `str()` says what to do."""


def alembic_config(url: URL) -> Config:
    """Alembic's configuration for this database; the scripts come from the installed package."""
    config = Config()
    config.set_main_option("script_location", "schema:migrations")
    rendered = synchronous_url(url).render_as_string(hide_password=False)
    config.set_main_option("sqlalchemy.url", rendered.replace("%", "%%"))
    return config


def head(url: URL) -> str:
    """The revision of this version's tables."""
    revision = ScriptDirectory.from_config(alembic_config(url)).get_current_head()
    assert revision is not None
    return revision


def upgrade(url: URL, revision: str = "head") -> None:
    """Run what is missing, in one transaction. Blocks; safe when two servers start together.

    Raises NewerDatabaseError, or SQLAlchemy's error when the database cannot be reached or written.
    """
    try:
        command.upgrade(alembic_config(url), revision)
    except CommandError as failure:
        if "Can't locate revision" not in str(failure):
            raise
        raise NewerDatabaseError(
            "This database was written by a newer version. Install that version, or point DATABASE_URL elsewhere."
        ) from failure


def downgrade(url: URL, revision: str = "base") -> None:
    """Take tables away again, down to `revision`. Blocks. What they hold is lost."""
    command.downgrade(alembic_config(url), revision)


async def upgrade_in_thread(url: URL) -> None:
    """`upgrade` without holding up the loop."""
    await asyncio.to_thread(upgrade, url)
