"""The declarative base, the column types and the few columns that every table writes the same way."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, DateTime, MetaData, Numeric, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so it is put back on reading; a naive moment is refused on writing."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text of any length. PostgreSQL refuses NUL and half surrogates, so they become U+FFFD on the way in, on both."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """`text` with U+FFFD for what no database keeps: NUL and half surrogates."""
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class StorableJson(TypeDecorator[Any]):
    """JSON whose texts are `storable`: PostgreSQL refuses the same in JSON as in text."""

    impl = JSON
    cache_ok = True

    def __init__(self) -> None:
        super().__init__(none_as_null=True)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind: TypeEngine[Any] = JSONB(none_as_null=True) if dialect.name == "postgresql" else JSON(none_as_null=True)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return _storable_node(value)


def _storable_node(node: Any) -> Any:
    if isinstance(node, str):
        return storable(node)
    if isinstance(node, dict):
        return {_storable_node(key): _storable_node(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [_storable_node(value) for value in node]
    return node


Json = StorableJson()


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Parent of every table. Text is unbounded: lengths are checked where the text comes in."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own attribute
        UUID: Uuid(),
        str: PlainText(),
        datetime: UtcDateTime(),
        dict[str, Any]: Json,
        list[Any]: Json,
        float: Numeric(asdecimal=False),
    }


Id = Annotated[UUID, mapped_column(primary_key=True, default=uuid4)]
CreatedAt = Annotated[datetime, mapped_column(default=utc_now)]
UpdatedAt = Annotated[datetime, mapped_column(default=utc_now, onupdate=utc_now)]
EmptyList = Annotated[list[Any], mapped_column(Json, default=list)]
EmptyObject = Annotated[dict[str, Any], mapped_column(Json, default=dict)]
Key = Annotated[str, mapped_column(PlainText, unique=True)]  # stable and readable; plans and extractors refer to it
