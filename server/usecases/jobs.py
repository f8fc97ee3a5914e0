"""The job tracker: saving a job from wherever it was found, changing it, several at once, and tables in and out."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from schema.documents import JobExtract
from schema.jobs import JobOutcome, JobSource, PostedJob
from schema.vocabulary import DocumentKind, DocumentStatus, JobStatus
from server.db import DbSession
from server.errors import AppError, NotFoundError
from server.jobs.reading import read_page
from server.jobs.roles import match_role
from server.jobs.tabular import JobRow, RowError, read_table, write_table
from server.repositories.catalog import CatalogRows
from server.repositories.documents import Documents
from server.repositories.jobs import JobFilter, JobRecord, Jobs, NewJob
from server.repositories.plans import Plans
from server.services import Services
from server.usecases.reading import read_texts

MOST_JOBS = 1_000  # of one user
MOST_TAGS = 20  # of one job
TAG_CHARS = 40
INVALID = "Please correct the marked fields."


@dataclass(frozen=True, slots=True)
class Advert:
    """Where a job comes from: a page's address, a pasted text, an uploaded document, or none of them.

    `fetch`: the address is read where no text came with it.
    """

    url: str = ""
    text: str = ""
    document_id: UUID | None = None
    fetch: bool = True
    text_is_of_url: bool = False


# ------------------------------------------------------------------ saving


async def preview_url(services: Services, user_id: UUID, url: str) -> PostedJob:
    """What the page at this address says of a job; nothing is kept. Raises PageError, and AppError after too many."""
    services.tracker_limits.try_page(user_id)
    page = await services.pages.fetch(url)
    return await asyncio.to_thread(read_page, page)


async def save_job(services: Services, advert: Advert, told: NewJob) -> JobRecord:
    """Keep a job. What the user told wins over what was read; `told.source` is worked out here.

    Raises AppError for a page that cannot be read, a document that is not theirs, and where no role is known.
    """
    new = replace(told, job_url=advert.url, jd_text=advert.text, source=JobSource.HAND)
    posted: PostedJob | None = None
    read: JobExtract | None = None
    if advert.document_id is not None:
        read = await _read_document(services, told.user_id, advert.document_id)
        new = replace(new, jd_document_id=advert.document_id, source=JobSource.UPLOAD, jd_text="")
    elif advert.text.strip():
        new = replace(new, source=JobSource.URL if advert.text_is_of_url and advert.url else JobSource.PASTE)
        _, read = await read_texts(None, advert.text)
    elif advert.url and advert.fetch:
        posted = await preview_url(services, told.user_id, advert.url)
        _, read = await read_texts(None, posted.description)
        new = replace(new, source=JobSource.URL, jd_text=posted.description)
        new = replace(new, deadline_on=told.deadline_on or posted.valid_through)
    new = replace(
        new,
        role_title=_first(told.role_title, posted.title if posted else None, read.title if read else None),
        company=_first(told.company, posted.company if posted else None, read.company if read else None),
    )
    if not new.role_title:
        raise AppError("invalid", 422, INVALID, {"role_title": "Give the role's title: none was found in the text."})
    async with services.db.write() as db:
        if await Jobs(db).count(told.user_id) >= MOST_JOBS:
            raise AppError("too_many", 409, "There are many saved jobs already. Delete some of them first.")
        return await _create(db, new)


def _first(*found: str | None) -> str:
    return next((text.strip()[:200] for text in found if text and text.strip()), "")


async def _read_document(services: Services, user_id: UUID, document_id: UUID) -> JobExtract | None:
    """What was read of a document so far. Raises AppError for one that is not theirs or a résumé."""
    async with services.db.read() as db:
        document = await Documents(db).get(document_id, user_id)
        if document is None:
            raise NotFoundError("There is no such job description. It may have been deleted.")
        if document.kind is not DocumentKind.JD:
            raise AppError("invalid", 422, INVALID, {"jd_document_id": "This document is no job description."})
        found = await Documents(db).extract(document_id) if document.status is DocumentStatus.DONE else None
    return found.extract if found is not None and isinstance(found.extract, JobExtract) else None


async def _create(db: DbSession, new: NewJob) -> JobRecord:
    company, company_id = await _company(db, new.company)
    job_id = await Jobs(db).create(
        replace(
            new,
            company=company,
            role_category=new.role_category or await _category(db, new.role_title),
            tags=clean_tags(new.tags),
        ),
        company_id,
    )
    made = await Jobs(db).get(job_id, new.user_id)
    assert made is not None
    return made


async def _company(db: DbSession, name: str) -> tuple[str, UUID | None]:
    """The company's name, as the catalogue writes it where it is known, and its row there."""
    known = await CatalogRows(db).company(name) if name else None
    return (name, None) if known is None else (known.name, await Plans(db).company_id(known.name))


async def _category(db: DbSession, title: str) -> str:
    label = match_role(title, await CatalogRows(db).role_labels())
    return "" if label is None else label.role_category


# ------------------------------------------------------------------ changing


async def update_job(services: Services, job: JobRecord, changes: dict[str, Any], *, undo: bool) -> JobRecord:
    """Set what is in `changes`, by the names of a job's fields. Raises AppError for outcomes that lie ahead."""
    outcomes: Sequence[JobOutcome] | None = changes.get("outcomes")
    if outcomes is not None:
        _refuse_future(outcomes)
    async with services.db.write() as db:
        await _change(db, job, changes, undo=undo)
        changed = await Jobs(db).get(job.id, job.user_id)
    if changed is None:
        raise NotFoundError("There is no such job. It may have been deleted.")
    return changed


def _refuse_future(outcomes: Iterable[JobOutcome]) -> None:
    latest = datetime.now(UTC).date() + timedelta(days=1)  # it may be tomorrow already where they are
    if any(outcome.on > latest for outcome in outcomes):
        raise AppError("invalid", 422, INVALID, {"outcomes": "An outcome is something that has happened already."})


async def _change(db: DbSession, job: JobRecord, changes: dict[str, Any], *, undo: bool = False) -> None:
    jobs, values = Jobs(db), dict(changes)
    if await jobs.get(job.id, job.user_id) is None:  # deleted meanwhile
        return
    status: JobStatus | None = values.pop("status", None)
    if (archived := values.pop("archived", None)) is not None and archived != (job.archived_at is not None):
        values["archived_at"] = datetime.now(UTC) if archived else None
    if "company" in values:
        values["company_name"], values["company_id"] = await _company(db, values.pop("company") or "")
    if "role_title" in values and "role_category" not in values:
        values["role_category"] = await _category(db, values["role_title"]) or job.role_category
    if "deadline_on" in values:
        day: date | None = values["deadline_on"]
        values["deadline_on"] = None if day is None else day.isoformat()
    if "tags" in values:
        values["tags"] = list(clean_tags(values["tags"]))
    if "outcomes" in values:
        told: Sequence[JobOutcome] = values["outcomes"]
        values["outcomes"] = [one.model_dump(mode="json") for one in sorted(told, key=lambda one: one.on)]
    if values:
        await jobs.update(job.id, values)
    if status is not None:
        await jobs.move(job.id, status, undo=undo)


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What is done with several jobs; null leaves it as it is."""

    status: JobStatus | None = None
    archived: bool | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()


async def change_several(
    services: Services, user_id: UUID, job_ids: Sequence[UUID], wanted: BulkChange
) -> tuple[JobRecord, ...]:
    """Change those of the jobs that are the user's, all or none. Ids that lead nowhere are passed over."""
    gone = set(clean_tags(wanted.remove_tags))
    async with services.db.write() as db:
        for job in await Jobs(db).several(user_id, job_ids):
            changes: dict[str, Any] = {"status": wanted.status, "archived": wanted.archived}
            if wanted.add_tags or gone:
                changes["tags"] = [tag for tag in (*job.tags, *wanted.add_tags) if tag.casefold() not in gone]
            await _change(db, job, changes)
        return await Jobs(db).several(user_id, job_ids)


async def delete_job(services: Services, job: JobRecord) -> None:
    """Archive a job, from where it can be restored; one that is archived goes for good, with its history and text."""
    if job.archived_at is None:
        await update_job(services, job, {"archived": True}, undo=False)
        return
    async with services.db.write() as db:
        await Jobs(db).delete(job.id)
    await services.db.scrub()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """In lower case, each once, without quotes and what else could not be searched for; the first twenty."""
    bare = (unicodedata.normalize("NFC", tag).casefold() for tag in tags)
    plain = (
        " ".join("".join(" " if sign in '"\\,;' or not sign.isprintable() else sign for sign in tag).split())
        for tag in bare
    )
    return tuple(dict.fromkeys(tag[:TAG_CHARS].strip() for tag in plain if tag))[:MOST_TAGS]


# ------------------------------------------------------------------ tables


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a table. `skipped`: rows of jobs that are there already."""

    jobs: tuple[JobRecord, ...]
    skipped: tuple[int, ...]
    errors: tuple[RowError, ...]


async def import_table(services: Services, user_id: UUID, text: str) -> Imported:
    """Save the jobs of a table; a row that cannot be read keeps no other one out. Raises AppError after too many."""
    services.tracker_limits.try_table(user_id)
    table = await asyncio.to_thread(read_table, text)
    made: list[JobRecord] = []
    skipped: list[int] = []
    errors = list(table.errors)
    async with services.db.write() as db:
        known = {mark for found in await Jobs(db).known(user_id) for mark in _marks(*found)}
        room = MOST_JOBS - await Jobs(db).count(user_id)
        for row in table.rows:
            marks = _marks(row.url, row.role, row.company)
            if marks & known:
                skipped.append(row.row)
            elif len(made) >= room:
                errors.append(RowError(row=row.row, column="", message="There are many saved jobs already."))
            else:
                known |= marks
                made.append(await _create(db, _of_row(user_id, row)))
    return Imported(tuple(made), tuple(skipped), tuple(sorted(errors, key=lambda error: error.row)))


def _marks(url: str, role: str, company: str) -> set[tuple[str, str]]:
    """By what a job is known again: its address, or role and company where it has none."""
    return {("url", url.rstrip("/"))} if url else {(role.casefold().strip(), company.casefold().strip())}


def _of_row(user_id: UUID, row: JobRow) -> NewJob:
    return NewJob(
        user_id=user_id,
        role_title=row.role,
        source=JobSource.CSV,
        company=row.company,
        job_url=row.url,
        jd_text=row.description,
        status=row.status,
        next_interview_at=row.next_interview,
        deadline_on=row.deadline,
        notes=row.notes,
        tags=row.tags,
        archived=row.archived,
    )


async def export_table(services: Services, user_id: UUID) -> str:
    """All jobs of a user as a table, archived ones too, with the texts that were pasted or read."""
    async with services.db.read() as db:
        jobs = await Jobs(db).page(user_id, JobFilter(archived=None), "created", None, 2 * MOST_JOBS)
        texts = await Jobs(db).descriptions(user_id)
    return await asyncio.to_thread(write_table, [_cells(job, texts.get(job.id, "")) for job in reversed(jobs)])


def _cells(job: JobRecord, description: str) -> dict[str, str]:
    return {
        "role": job.role_title,
        "company": job.company or "",
        "status": job.status,
        "url": job.job_url,
        "next_interview": "" if job.next_interview_at is None else job.next_interview_at.isoformat(),
        "deadline": "" if job.deadline_on is None else job.deadline_on.isoformat(),
        "tags": "; ".join(job.tags),
        "notes": job.notes,
        "description": description,
        "archived": "yes" if job.archived_at is not None else "",
    }
