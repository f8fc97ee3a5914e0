"""Databases on a PostgreSQL server that the tests may create and drop."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import psycopg
from psycopg import sql
from sqlalchemy import make_url


class PostgresTemplate:
    """A database that is dropped at the end; `copy` gives copies of it."""

    def __init__(self, server_url: str) -> None:
        self._server = make_url(server_url).set(drivername="postgresql")
        self._name = f"lab_test_{secrets.token_hex(6)}"

    @property
    def url(self) -> str:
        return self._url(self._name)

    def __enter__(self) -> Self:
        self._run("CREATE DATABASE {}", self._name)
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._drop(self._name)

    @contextmanager
    def copy(self) -> Iterator[str]:
        """The address of a copy, dropped afterwards."""
        name = f"lab_test_{secrets.token_hex(6)}"
        self._run("CREATE DATABASE {} TEMPLATE {}", name, self._name)
        try:
            yield self._url(name)
        finally:
            self._drop(name)

    def _drop(self, name: str) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _url(self, name: str) -> str:
        return self._server.set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str, *names: str) -> None:
        address = self._server.render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # type: ignore[arg-type]
