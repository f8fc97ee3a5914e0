"""Reads pasted texts into extracts: the résumé's and the job description's."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime

from evaluators.documents.job import extract_job
from evaluators.documents.resume import extract_resume
from schema.documents import JobExtract, ResumeExtract
from server.repositories.interviews import InterviewBundle


def read_resume(text: str | None, today: date | None = None) -> ResumeExtract | None:
    """The extract of a pasted résumé; null where there is none. Takes tens of milliseconds for a long one.

    With `today` the time since the last position counts too.
    """
    if not text or not text.strip():
        return None
    return extract_resume(text, today=today)


def read_job(text: str | None) -> JobExtract | None:
    """The extract of a pasted job description; null where there is none."""
    if not text or not text.strip():
        return None
    return extract_job(text)


def documents_of(bundle: InterviewBundle) -> tuple[ResumeExtract | None, JobExtract | None]:
    """The extracts behind an interview: of its documents, or read anew from what was pasted, as of its planning."""
    resume = bundle.resume or read_resume(bundle.resume_text, bundle.interview.created_at.date())
    return resume, bundle.job or read_job(bundle.jd_text)


async def read_texts(resume: str | None, job: str | None) -> tuple[ResumeExtract | None, JobExtract | None]:
    """Both as of today, in a thread: the loop may not stand still meanwhile."""
    today = datetime.now(UTC).date()
    return await asyncio.to_thread(lambda: (read_resume(resume, today), read_job(job)))
