"""What has to be true before a server or a command can work: settings read, tables there, catalogue filled in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from seeds.catalog import CatalogError, load_catalog
from server.commands import RUN_ERROR, CliError
from server.db import Database, DatabaseUrlError, database_url
from server.migrate import NewerDatabaseError, upgrade_in_thread
from server.repositories.catalog import CatalogRows, SeedCounts
from server.settings import Settings


def load_settings() -> Settings:
    """The settings from the environment and `.env`. Raises CliError naming the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as failure:
        first = failure.errors()[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "The settings"
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise CliError(f"{name} cannot be used: {reason}.") from failure


async def prepare(settings: Settings) -> tuple[SeedCounts, ...]:
    """Create the data folder, bring the tables up to date and fill in the catalogue. Quick when nothing is to do.

    Raises CliError with what to do.
    """
    async with opened(settings) as database:
        await upgrade_in_thread(database.url)
        return await seed(database)


async def seed(database: Database) -> tuple[SeedCounts, ...]:
    """Write the catalogue that ships into the tables, by key."""
    catalog = load_catalog()
    async with database.write() as db:
        return await CatalogRows(db).fill(catalog)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database for a command's work; what commonly goes wrong with it becomes a sentence.

    Raises CliError.
    """
    try:
        settings.make_home()
        url = database_url(settings.database_url, settings.home)
    except DatabaseUrlError as failure:
        raise CliError(f"{failure}.") from failure
    except OSError as failure:
        raise CliError(
            f"The data folder {settings.home} cannot be written. Set INTERVIEW_LAB_HOME to a folder of yours."
        ) from failure
    database = Database(url)
    try:
        yield database
    except (NewerDatabaseError, CatalogError) as failure:
        raise CliError(str(failure), RUN_ERROR) from failure
    except (SQLAlchemyError, OSError) as failure:
        where = url.render_as_string(hide_password=True)
        raise CliError(f"The database {where} cannot be used ({_brief(failure)}). Check DATABASE_URL.") from failure
    finally:
        await database.aclose()


def _brief(failure: Exception) -> str:
    """The driver's own words, first line only; they name hosts and tables, never what somebody said."""
    cause = getattr(failure, "orig", None) or failure
    return str(cause).strip().splitlines()[0][:200] if str(cause).strip() else type(cause).__name__
