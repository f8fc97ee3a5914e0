"""Alembic's entry: one transaction for each run, one run at a time, on SQLite and on PostgreSQL.

The address comes from `sqlalchemy.url` and names a synchronous driver.
"""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, Connection, create_engine, event, text
from sqlalchemy.pool import NullPool

from schema.tables.base import PlainText, UtcDateTime
from schema.tables.everything import metadata

MIGRATION_LOCK = 718_281_828  # any number that nobody else locks


def render_item(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """Our own column types are written by what they are in the database, so that migrations stand alone."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, PlainText):
        return "sa.Text()"
    if kind == "type" and isinstance(item, JSON):
        autogen_context.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


def take_turns_on_sqlite(engine: Any) -> None:
    """The driver opens no transaction for CREATE TABLE by itself; BEGIN IMMEDIATE also keeps a second run waiting."""

    def no_implicit_transactions(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA busy_timeout=30000")

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", no_implicit_transactions)
    event.listen(engine, "begin", begin)


def run() -> None:
    engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "", poolclass=NullPool)
    sqlite = engine.dialect.name == "sqlite"
    if sqlite:
        take_turns_on_sqlite(engine)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_item=render_item,
            compare_server_default=True,
            transactional_ddl=True,
        )
        with context.begin_transaction():
            if not sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
            context.run_migrations()
    engine.dispose()


run()
