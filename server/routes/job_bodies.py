"""What the routes of saved jobs take and answer, with examples."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints, field_validator

from schema.base import Shape
from schema.jobs import JobCard, JobOutcome, JobReadiness, JobSource, StatusChange
from schema.vocabulary import (
    InterviewStatus,
    InterviewType,
    JobStatus,
    Look,
    ReportStatus,
    RoleCategory,
    Seniority,
    Style,
)
from server.db import DbSession
from server.jobs.tabular import RowError
from server.repositories.documents import Documents
from server.repositories.jobs import JobRecord, Jobs

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Url = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]
Notes = Annotated[str, StringConstraints(max_length=20_000)]
Description = Annotated[str, StringConstraints(max_length=50_000)]
Tags = Annotated[list[Annotated[str, StringConstraints(max_length=40)]], Field(max_length=20)]

ID = "4f0f6a52-6e0c-4f6e-a1f5-0c1d6f0f7b11"
ADDRESS_EXAMPLE: dict[str, Any] = {"url": "https://careers.example.org/jobs/42"}
BULK_EXAMPLE: dict[str, Any] = {"ids": [ID], "status": "applied", "add_tags": ["remote"]}
UPDATE_EXAMPLE: dict[str, Any] = {"status": "interviewing", "next_interview_at": "2026-05-04T09:30:00Z"}
PRACTICE_EXAMPLE: dict[str, Any] = {"interview_type": "technical", "minutes": 20}
POSTED_EXAMPLE: dict[str, Any] = {
    "url": "https://careers.example.org/jobs/42",
    "title": "Backend Engineer",
    "company": "Finbank",
    "location": "Pune, IN",
    "description": "You run the settlement service …\n\n- Three years of Go",
    "valid_through": "2026-05-31",
    "structured": True,
}
NEW_EXAMPLE: dict[str, Any] = {
    "source": "paste",
    "url": "https://careers.example.org/jobs/42",
    "description": "Backend Engineer\nRequirements\n- Experience with Kubernetes\n- Strong knowledge of Go",
    "company": "Finbank",
    "role_title": "Backend Engineer",
}
CARD_EXAMPLE: dict[str, Any] = {
    "id": ID,
    "role_title": "Backend Engineer",
    "company": "Finbank",
    "company_known": False,
    "role_category": "swe",
    "status": "saved",
    "tags": ["remote"],
    "next_interview_at": "2026-05-04T09:30:00Z",
    "deadline_on": "2026-05-31",
    "job_url": "https://careers.example.org/jobs/42",
    "has_description": True,
    "archived": False,
    "readiness": JobReadiness().model_dump(mode="json", by_alias=True),
    "interviews": 0,
    "created_at": "2026-04-20T08:00:00Z",
    "updated_at": "2026-04-20T08:00:00Z",
}
IMPORT_EXAMPLE: dict[str, Any] = {
    "added": 2,
    "skipped": 1,
    "skipped_rows": [3],
    "errors": [{"row": 5, "column": "deadline", "message": "Write the date like 2026-05-31."}],
}
JOB_EXAMPLE: dict[str, Any] = {
    **CARD_EXAMPLE,
    "notes": "Asha knows the team.",
    "description": NEW_EXAMPLE["description"],
    "jd_document_id": None,
    "source": "paste",
    "history": [{"before": None, "after": "saved", "at": "2026-04-20T08:00:00Z"}],
    "outcomes": [],
    "practice": [],
}


def _web_address(url: str | None) -> str | None:
    if url and not url.lower().startswith(("http://", "https://")):
        raise ValueError("give an address that begins with http:// or https://")
    return url


class Address(Shape):
    url: Url = Field(min_length=1, examples=["https://careers.example.org/jobs/42"])


class NewJobBody(Shape):
    """A job to be saved. One of `url`, `description` and `jd_document_id` is enough, or a `role_title` by hand."""

    source: JobSource | None = Field(
        default=None,
        description="`url` with a description: it was read there. `hand`: an address is kept and not read.",
    )
    url: Url | None = None
    description: Description | None = None
    jd_document_id: UUID | None = Field(default=None, description="An uploaded job description.")
    role_title: Line = ""
    company: Line | None = None
    role_category: RoleCategory | None = None
    status: JobStatus = JobStatus.SAVED
    next_interview_at: AwareDatetime | None = None
    deadline_on: date | None = None
    notes: Notes | None = None
    tags: Tags = Field(default_factory=list)

    _address = field_validator("url")(_web_address)

    @property
    def told_source(self) -> JobSource:
        return self.source or JobSource.HAND

    @property
    def is_by_hand(self) -> bool:
        return self.source is JobSource.HAND

    @property
    def is_from_url(self) -> bool:
        return self.source is JobSource.URL


class JobUpdate(Shape):
    """What is to change. A field that is not sent stays; null clears it."""

    status: JobStatus | None = None
    undo: bool = Field(default=False, description="`status` takes the last change back, also in the history.")
    role_title: Title | None = None
    role_category: RoleCategory | None = None
    company: Line | None = None
    job_url: Url | None = None
    description: Description | None = None
    notes: Notes | None = None
    next_interview_at: AwareDatetime | None = None
    deadline_on: date | None = None
    tags: Tags | None = None
    archived: bool | None = None
    outcomes: Annotated[list[JobOutcome], Field(max_length=20)] | None = None

    _address = field_validator("job_url")(_web_address)

    def changes(self) -> dict[str, Any]:
        """By the tracker's names. Null clears only what may be empty."""
        sent = {name: getattr(self, name) for name in self.model_fields_set if name != "undo"}
        for name in ("status", "role_title", "role_category", "tags", "archived", "outcomes"):
            if name in sent and sent[name] is None:
                del sent[name]
        if "description" in sent:
            sent["jd_text"] = sent.pop("description") or ""
        if "job_url" in sent:
            sent["job_url"] = sent["job_url"] or ""
        return sent


class BulkBody(Shape):
    ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    status: JobStatus | None = None
    archived: bool | None = None
    add_tags: Tags = Field(default_factory=list)
    remove_tags: Tags = Field(default_factory=list)


class PracticeBody(Shape):
    """What the candidate chooses for the interview. What is not sent follows from the job and the user's settings.

    `resume_document_id` null plans without a résumé; where it is not sent, the one that was read last is used.
    """

    role_kit: str | None = Field(default=None, max_length=100)
    seniority: Seniority | None = None
    interview_type: InterviewType | None = None
    style: Style | None = None
    minutes: int | None = Field(default=None, ge=5, le=60)
    look: Look | None = None
    resume_document_id: UUID | None = None


class JobPage(Shape):
    items: tuple[JobCard, ...]
    next_cursor: str | None  # null: this was the last page
    tags: tuple[str, ...]
    counts: dict[JobStatus, int]


class BulkDone(Shape):
    items: tuple[JobCard, ...]


class ImportBody(Shape):
    """What came of a table. Rows count as in a spreadsheet: the heading is row 1."""

    added: int
    skipped: int
    skipped_rows: tuple[int, ...]
    errors: tuple[RowError, ...]


class JobPractice(Shape):
    """An interview that was planned for the job; `session_id` null: it has not been entered."""

    plan_id: UUID
    session_id: UUID | None
    created_at: datetime
    title: str
    interview_type: InterviewType
    status: InterviewStatus | None
    report_status: ReportStatus | None
    score: int | None


class JobBody(JobCard):
    """A job with everything that is kept of it. `description` is the document's text where it came as one."""

    notes: str
    description: str
    jd_document_id: UUID | None
    source: JobSource
    history: tuple[StatusChange, ...]
    outcomes: tuple[JobOutcome, ...]
    practice: tuple[JobPractice, ...]


def card(job: JobRecord, readiness: JobReadiness | None, interviews: int) -> JobCard:
    """The job's line in the tracker."""
    return JobCard(**_card(job, readiness, interviews))


def _card(job: JobRecord, readiness: JobReadiness | None, interviews: int) -> dict[str, Any]:
    same = (
        *("id", "role_title", "company", "company_known", "role_category", "status", "tags", "next_interview_at"),
        *("deadline_on", "has_description", "created_at", "updated_at"),
    )
    return {name: getattr(job, name) for name in same} | {
        "job_url": job.job_url or None,
        "archived": job.archived_at is not None,
        "readiness": readiness or JobReadiness(),
        "interviews": interviews,
    }


async def job_body(db: DbSession, job: JobRecord, readiness: JobReadiness | None) -> JobBody:
    jobs = Jobs(db)
    text = await jobs.description(job.id)
    if not text and job.jd_document_id is not None:
        text = await Documents(db).text(job.jd_document_id)
    return JobBody(
        **_card(job, readiness, (await jobs.interviews([job.id])).get(job.id, 0)),
        notes=job.notes,
        description=text,
        jd_document_id=job.jd_document_id,
        source=job.source,
        history=await jobs.history(job.id),
        outcomes=job.outcomes,
        practice=tuple(
            JobPractice.model_validate(found, from_attributes=True) for found in await jobs.practised(job.id)
        ),
    )
