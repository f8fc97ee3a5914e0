"""Saved jobs: kept from wherever they were found, followed to their outcome, and practised for."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Body, Query, Response, UploadFile

from schema.jobs import JobReadiness, PostedJob
from schema.vocabulary import JobStatus
from server.deps import Access, OwnJob, ServicesDep, SignedIn, access
from server.errors import AppError, refusals
from server.jobs.calendar import Appointment, calendar_file
from server.repositories.jobs import JobFilter, JobRecord, Jobs, NewJob, Sort
from server.routes.job_bodies import (
    ADDRESS_EXAMPLE,
    BULK_EXAMPLE,
    CARD_EXAMPLE,
    IMPORT_EXAMPLE,
    JOB_EXAMPLE,
    NEW_EXAMPLE,
    POSTED_EXAMPLE,
    PRACTICE_EXAMPLE,
    UPDATE_EXAMPLE,
    Address,
    BulkBody,
    BulkDone,
    ImportBody,
    JobBody,
    JobPage,
    JobUpdate,
    NewJobBody,
    PracticeBody,
    card,
    job_body,
)
from server.routes.plans import PLAN_EXAMPLE, PlanBody, plan_body
from server.services import Services
from server.usecases.job_practice import PracticeWish, plan_for_job
from server.usecases.jobs import (
    Advert,
    BulkChange,
    change_several,
    delete_job,
    export_table,
    import_table,
    preview_url,
    save_job,
    update_job,
)
from server.usecases.readiness import readiness_of, readiness_with_steps

router = APIRouter(prefix="/api/jobs", tags=["jobs"])

Order = Sort | Literal["readiness"]

TABLE_EXAMPLE = "role,company,status,url,deadline\r\nBackend Engineer,Finbank,saved,,2026-05-31\r\n"
CALENDAR_EXAMPLE = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n"
MAX_TABLE = 900_000  # bytes of a CSV file
FETCHING = refusals(
    {
        422: "The page cannot be read; the message says to paste the text instead.",
        429: "Thirty pages were read for this account within ten minutes.",
    }
)


def _answers(example: object, status: int = 200) -> dict[int | str, dict[str, Any]]:
    return {status: {"content": {"application/json": {"example": example}}}}


@router.post(
    "/preview-url",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Look at what a page says of a job",
    responses={**_answers(POSTED_EXAMPLE), **FETCHING},
)
async def preview(
    body: Annotated[Address, Body(examples=[ADDRESS_EXAMPLE])], services: ServicesDep, user: SignedIn
) -> PostedJob:
    """Reads the page and keeps nothing. Only pages of the public web are read."""
    return await preview_url(services, user.id, body.url)


@router.post(
    "/save",
    status_code=201,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Save a job",
    responses={
        **_answers(JOB_EXAMPLE, 201),
        **FETCHING,
        **refusals(
            {
                404: "The document doesn't exist, or is somebody else's.",
                409: "There are a thousand saved jobs already.",
            }
        ),
    },
)
async def save(
    body: Annotated[NewJobBody, Body(openapi_examples={"paste": {"value": NEW_EXAMPLE}})],
    services: ServicesDep,
    user: SignedIn,
) -> JobBody:
    """Keeps a job by its address, a pasted description, an uploaded document, or what is told of it by hand.

    An address without a description is read, unless `source` is `hand`. What is told wins over what was read.
    """
    told = NewJob(
        user_id=user.id,
        role_title=body.role_title,
        source=body.told_source,
        company=body.company or "",
        role_category=body.role_category or "",
        status=body.status,
        next_interview_at=body.next_interview_at,
        deadline_on=body.deadline_on,
        notes=body.notes or "",
        tags=tuple(body.tags),
    )
    return await _body(services, await save_job(services, _advert(body), told))


def _advert(body: NewJobBody) -> Advert:
    return Advert(
        url=body.url or "",
        text=body.description or "",
        document_id=body.jd_document_id,
        fetch=not body.is_by_hand,
        text_is_of_url=body.is_from_url,
    )


@router.get(
    "",
    dependencies=[access(Access.SIGNED_IN)],
    summary="List one's jobs",
    responses=_answers({"items": [CARD_EXAMPLE], "next_cursor": None, "tags": ["remote"], "counts": {"saved": 1}}),
)
async def jobs(
    services: ServicesDep,
    user: SignedIn,
    status: Annotated[list[JobStatus] | None, Query(description="May be given several times.")] = None,
    text: Annotated[str, Query(max_length=100, description="In role, company or notes, in any case.")] = "",
    tag: Annotated[str, Query(max_length=40)] = "",
    archived: bool = False,
    sort: Annotated[Order, Query(description="By `readiness`: the readiest first, jobs without one last.")] = "updated",
    cursor: Annotated[str | None, Query(max_length=1_000)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> JobPage:
    """One's jobs page by page. `tags` are those of all jobs, `counts` of all that are not archived, by status."""
    wanted = JobFilter(tuple(status or ()), _comparable(text.strip()), _comparable(tag.strip().casefold()), archived)
    after = None if cursor is None else _read_cursor(cursor, sort)
    async with services.db.read() as db:
        jobs = Jobs(db)
        readiness = await readiness_of(db, user.id, None, datetime.now(UTC))
        if sort == "readiness":
            keys = {job_id: _readiness_key(readiness.get(job_id)) for job_id in await jobs.ids(user.id, wanted)}
            found = await _readiest(jobs, user.id, keys, after, limit + 1)
            last: Any = keys[found[limit - 1].id] if len(found) > limit else None
        else:
            found = await jobs.page(user.id, wanted, sort, after, limit + 1)
            last = await jobs.sort_key(found[limit - 1], sort) if len(found) > limit else None
        shown = found[:limit]
        interviews = await jobs.interviews([job.id for job in shown])
        counts, tags = await jobs.counts(user.id), await jobs.tags(user.id)
    return JobPage(
        items=tuple(card(job, readiness.get(job.id), interviews.get(job.id, 0)) for job in shown),
        next_cursor=_cursor(sort, last, shown[-1].id) if len(found) > limit else None,
        tags=tags,
        counts=counts,
    )


def _readiness_key(readiness: JobReadiness | None) -> str:
    """In the order of the alphabet the readiest first: how much is missing, by three figures."""
    return "999" if readiness is None or readiness.score is None else f"{100 - readiness.score:03d}"


async def _readiest(
    jobs: Jobs, user_id: UUID, keys: Mapping[UUID, str], after: tuple[Any, UUID] | None, limit: int
) -> tuple[JobRecord, ...]:
    """Readiness is worked out and stands in no column, so that the order is made here, of ids alone."""
    places = sorted((key, job_id) for job_id, key in keys.items())
    chosen = [job_id for key, job_id in places if after is None or (key, job_id) > after][:limit]
    found = {job.id: job for job in await jobs.several(user_id, chosen)}
    return tuple(found[job_id] for job_id in chosen if job_id in found)


@router.post(
    "/bulk",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Change several jobs at once",
    responses=_answers({"items": [CARD_EXAMPLE]}),
)
async def bulk(
    body: Annotated[BulkBody, Body(examples=[BULK_EXAMPLE])], services: ServicesDep, user: SignedIn
) -> BulkDone:
    """Moves, tags, archives or restores up to two hundred jobs. Ids of others, and of none, are passed over."""
    wanted = BulkChange(body.status, body.archived, tuple(body.add_tags), tuple(body.remove_tags))
    changed = await change_several(services, user.id, body.ids, wanted)
    return BulkDone(items=await _cards(services, user.id, changed))


@router.get(
    "/export.csv",
    response_class=Response,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Take one's jobs along as a table",
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}, "example": TABLE_EXAMPLE}}}},
)
async def export(services: ServicesDep, user: SignedIn) -> Response:
    """All jobs, archived ones too, the oldest first. The same table can be imported again."""
    table = await export_table(services, user.id)
    return _download("\ufeff" + table, "text/csv; charset=utf-8", "jobs.csv")  # the mark tells spreadsheets UTF-8


@router.post(
    "/import",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Save the jobs of a table",
    openapi_extra={"requestBody": {"content": {"multipart/form-data": {"example": {"file": TABLE_EXAMPLE}}}}},
    responses={
        **_answers(IMPORT_EXAMPLE),
        **refusals({429: "Ten tables were imported into this account within ten minutes."}),
    },
)
async def import_csv(file: UploadFile, services: ServicesDep, user: SignedIn) -> ImportBody:
    """Reads a CSV file with a heading: role (or title), company, status, url, next_interview, deadline, tags, notes,
    description, archived; only the role is needed. Jobs that are there already are skipped, and a row that cannot be
    read is named in `errors` while the others come in.
    """
    data = await file.read(MAX_TABLE + 1)
    if len(data) > MAX_TABLE:
        raise AppError("too_large", 413, "This table is too large. Import it in parts.")
    done = await import_table(services, user.id, data.decode("utf-8-sig", "replace"))
    return ImportBody(added=len(done.jobs), skipped=len(done.skipped), skipped_rows=done.skipped, errors=done.errors)


@router.get(
    "/{job_id}",
    dependencies=[access(Access.OWNER_OF_JOB)],
    summary="Look at a job",
    responses=_answers(JOB_EXAMPLE),
)
async def one(job: OwnJob, services: ServicesDep) -> JobBody:
    """The job with its description, the history of its status, its outcomes and what was practised for it."""
    return await _body(services, job)


@router.put(
    "/{job_id}",
    dependencies=[access(Access.OWNER_OF_JOB)],
    summary="Change a job",
    responses=_answers(JOB_EXAMPLE),
)
async def change(
    body: Annotated[JobUpdate, Body(examples=[UPDATE_EXAMPLE])], job: OwnJob, services: ServicesDep
) -> JobBody:
    """Sets what is sent and leaves the rest. Null clears a date or a text; `archived` false restores.

    With `undo` a status goes back to the one before, and the change that is taken back leaves the history.
    """
    return await _body(services, await update_job(services, job, body.changes(), undo=body.undo))


@router.delete(
    "/{job_id}", status_code=204, dependencies=[access(Access.OWNER_OF_JOB)], summary="Archive or remove a job"
)
async def delete(job: OwnJob, services: ServicesDep) -> Response:
    """Archives the job; one that is archived already is removed for good. Its interviews stay."""
    await delete_job(services, job)
    return Response(status_code=204)


@router.post(
    "/{job_id}/restore",
    dependencies=[access(Access.OWNER_OF_JOB)],
    summary="Bring a job back from the archive",
    responses=_answers(JOB_EXAMPLE),
)
async def restore(job: OwnJob, services: ServicesDep) -> JobBody:
    """Undoes archiving; of a job that is not archived nothing changes."""
    return await _body(services, await update_job(services, job, {"archived": False}, undo=False))


@router.get(
    "/{job_id}/interview.ics",
    response_class=Response,
    dependencies=[access(Access.OWNER_OF_JOB)],
    summary="The next interview for one's calendar",
    responses={
        200: {"content": {"text/calendar": {"schema": {"type": "string"}, "example": CALENDAR_EXAMPLE}}},
        **refusals({409: "The job has no date of an interview."}),
    },
)
async def calendar(job: OwnJob) -> Response:
    """A calendar entry with an alarm an hour before. A later file of the same job moves the entry."""
    if job.next_interview_at is None:
        raise AppError("no_date", 409, "This job has no interview date yet. Set one first.")
    appointment = Appointment(
        job_id=job.id,
        at=job.next_interview_at,
        role_title=job.role_title,
        company=job.company,
        url=job.job_url,
        notes=job.notes,
        changed_at=job.updated_at,
    )
    return _download(calendar_file(appointment), "text/calendar; charset=utf-8", "interview.ics")


@router.post(
    "/{job_id}/generate-plan",
    status_code=201,
    dependencies=[access(Access.OWNER_OF_JOB)],
    summary="Plan an interview for a job",
    responses={
        **_answers(PLAN_EXAMPLE, 201),
        **refusals(
            {
                409: "The job's document, or the résumé, is still being read.",
                422: "The job's role is none that can be practised: choose a `role_kit`.",
            }
        ),
    },
)
async def generate_plan(
    job: OwnJob,
    services: ServicesDep,
    body: Annotated[PracticeBody | None, Body(examples=[PRACTICE_EXAMPLE])] = None,
) -> PlanBody:
    """Choices and a plan bound to the job; what is not chosen follows from the job, its description and the résumé."""
    body = body or PracticeBody()
    wish = PracticeWish(
        role_kit=body.role_kit,
        seniority=body.seniority,
        interview_type=body.interview_type,
        style=body.style,
        minutes=body.minutes,
        look=body.look,
        resume_document_id=body.resume_document_id,
        latest_resume="resume_document_id" not in body.model_fields_set,
    )
    return plan_body(await plan_for_job(services, job, wish), whole=False)


# ------------------------------------------------------------------ answers


async def _cards(services: Services, user_id: UUID, found: Sequence[JobRecord]) -> tuple[Any, ...]:
    ids = [job.id for job in found]
    async with services.db.read() as db:
        readiness = await readiness_of(db, user_id, ids, datetime.now(UTC))
        interviews = await Jobs(db).interviews(ids)
    return tuple(card(job, readiness.get(job.id), interviews.get(job.id, 0)) for job in found)


async def _body(services: Services, job: JobRecord) -> JobBody:
    async with services.db.read() as db:
        return await job_body(db, job, await readiness_with_steps(db, job.user_id, job.id, datetime.now(UTC)))


def _download(text: str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text.encode("utf-8", "replace"), media_type=media_type, headers=headers)


def _comparable(text: str) -> str:
    """Without what no database compares: NUL and half surrogates."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


def _cursor(sort: Order, key: Any, job_id: UUID) -> str:
    said = key.isoformat() if isinstance(key, datetime) else key
    return base64.urlsafe_b64encode(json.dumps([sort, said, job_id.hex]).encode()).decode()


def _read_cursor(cursor: str, sort: Order) -> tuple[Any, UUID]:
    try:
        made_for, said, hex_id = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        if made_for != sort or not isinstance(said, str):
            raise ValueError
        moments = ("updated", "created", "next_interview")
        return (datetime.fromisoformat(said).astimezone(UTC) if sort in moments else _comparable(said)), UUID(
            hex=hex_id
        )
    except (binascii.Error, ValueError, TypeError, AttributeError, OverflowError, RecursionError) as failure:
        raise AppError(
            "invalid", 422, "This page of the list cannot be found. Start again from the first."
        ) from failure
