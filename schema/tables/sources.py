"""Runs that fetched interview experience posts, and the posts (specification 5.1, 6, 9)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.tables.base import Base, CreatedAt, EmptyObject, Id


class DataSourceRunRow(Base):
    """Section 6 keeps every column not null: while a run goes on, `finished_at` repeats `started_at` and `status`
    says that it runs; `storage_ref` is the empty text where nothing was stored."""

    __tablename__ = "data_source_runs"

    id: Mapped[Id]
    source: Mapped[str]
    run_params: Mapped[EmptyObject]
    status: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime]
    item_count: Mapped[int] = mapped_column(default=0)
    storage_ref: Mapped[str] = mapped_column(default="")


class ScrapedInterviewPostRow(Base):
    """`raw_content` is for internal work only and never shown; `extracted` is {} until the extractor has read it."""

    __tablename__ = "scraped_interview_posts"

    id: Mapped[Id]
    source_run_id: Mapped[UUID] = mapped_column(ForeignKey("data_source_runs.id", ondelete="CASCADE"), index=True)
    company_name: Mapped[str]
    tags: Mapped[str]
    created_at_source: Mapped[datetime]
    upvotes: Mapped[int]
    raw_content: Mapped[str]
    extracted: Mapped[EmptyObject]
    created_at: Mapped[CreatedAt]
