"""From a saved job to an interview for it: role kit, seniority, documents and company are worked out, then planned."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from schema.companies import RoleLabel
from schema.documents import JobExtract
from schema.rubric import RoleKit
from schema.vocabulary import DocumentKind, DocumentStatus, InterviewType, Look, Seniority, Style
from server.db import DbSession
from server.errors import AppError
from server.jobs.roles import match_role, seniority_of
from server.repositories.catalog import CatalogRows
from server.repositories.documents import Documents
from server.repositories.jobs import JobRecord, Jobs
from server.repositories.plans import PlanRecord
from server.repositories.users import Users
from server.services import Services
from server.usecases.plans import Choices, plan_config, store_config

USUAL_MINUTES = 20  # long enough for the job's main points


@dataclass(frozen=True, slots=True)
class PracticeWish:
    """What the candidate chose for the interview; null lets the job say it, or else the candidate's settings.

    `resume_document_id` null with `latest_resume` set takes the résumé that was read last. `seed` null: by chance.
    """

    role_kit: str | None = None
    seniority: Seniority | None = None
    interview_type: InterviewType | None = None
    style: Style | None = None
    minutes: int | None = None
    look: Look | None = None
    resume_document_id: UUID | None = None
    latest_resume: bool = True
    seed: int | None = None


async def plan_for_job(services: Services, job: JobRecord, wish: PracticeWish) -> PlanRecord:
    """Choices and a plan that are bound to the job.

    Raises AppError where the job's role is none that can be practised, and for a description that is still being read.
    """
    async with services.db.read() as db:
        text = await Jobs(db).description(job.id)
        likes = await Users(db).preferences(job.user_id)
        label = match_role(job.role_title, await CatalogRows(db).role_labels())
        kit = await _kit(db, job, wish, label)
        resume_id = wish.resume_document_id
        if resume_id is None and wish.latest_resume:
            resume_id = await _latest_resume(db, job.user_id)
        read = await Documents(db).extract(job.jd_document_id) if job.jd_document_id is not None else None
    signals = read.extract.seniority_signal if read is not None and isinstance(read.extract, JobExtract) else ()
    choices = Choices(
        role_kit=kit.key,
        role_title=job.role_title,
        specialization=label.specialization if label is not None and label.role_kit == kit.key else None,
        company=job.company,
        seniority=wish.seniority or seniority_of(job.role_title, signals) or likes.seniority or kit.level,
        interview_type=wish.interview_type or InterviewType(kit.default_interview_types[0]),
        style=wish.style or likes.style or Style.NEUTRAL,
        minutes=wish.minutes or likes.minutes or USUAL_MINUTES,
        look=wish.look or likes.look or "maya",
        jd_text=text.strip() or None,
        jd_document_id=job.jd_document_id,
        resume_document_id=resume_id,
    )
    config = await store_config(services, job.user_id, choices, wish.seed)
    planned = await plan_config(services, job.user_id, config.id)
    async with services.db.write() as db:
        if await Jobs(db).get(job.id, job.user_id) is not None:  # else it was deleted meanwhile
            await Jobs(db).link(job.id, config.id)
    return planned


async def _kit(db: DbSession, job: JobRecord, wish: PracticeWish, label: RoleLabel | None) -> RoleKit:
    """The kit that was chosen, else the one that the title leads to, else the first of the job's kind of role."""
    catalog = CatalogRows(db)
    for key in (wish.role_kit, None if label is None else label.role_kit):
        if key is not None and (found := await catalog.role_kit(key)) is not None:
            return found[1]
        if key is not None and key == wish.role_kit:
            break
    alike = [kit for kit in await catalog.role_kits() if kit.role_category == job.role_category]
    if wish.role_kit is not None or not alike:
        raise AppError(
            "invalid", 422, "Choose which role to practise.", {"role_kit": "Choose one of the roles offered."}
        )
    return alike[0]


async def _latest_resume(db: DbSession, user_id: UUID) -> UUID | None:
    documents = await Documents(db).of_user(user_id)
    read = (one.id for one in documents if one.kind is DocumentKind.RESUME and one.status is DocumentStatus.DONE)
    return next(read, None)
