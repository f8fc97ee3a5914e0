"""From choices to a plan: finds the documents, the company and what was asked lately, plans, and keeps the plan."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID

from controller.decisions import Action
from controller.planner import build_plan, recast, themes
from controller.planning.accommodation import accommodated
from schema.companies import Blueprint, Company
from schema.documents import JobExtract, ResumeExtract
from schema.exercise_views import ExerciseCard
from schema.exercises import Exercise
from schema.patterns import QuestionPattern
from schema.plan import ExerciseOffer, InterviewPlan, PlanPreview
from schema.rubric import RoleKit
from schema.vocabulary import (
    CompanyArchetype,
    DocumentKind,
    DocumentStatus,
    InterviewType,
    Look,
    PatternType,
    RoleCategory,
    Seniority,
    Style,
)
from server.db import DbSession
from server.errors import AppError, NotFoundError
from server.repositories.catalog import CatalogRows
from server.repositories.documents import DocumentRecord, Documents
from server.repositories.events import load_events
from server.repositories.exercises import Exercises
from server.repositories.interviews import InterviewRecord, Interviews, NewInterview, new_seed
from server.repositories.plans import ConfigRecord, PlanRecord, Plans
from server.repositories.users import Users
from server.services import Services
from server.usecases.asked import asked
from server.usecases.reading import read_texts

UNUSED_FOR = timedelta(days=7)  # choices that nobody made an interview of are forgotten after this long
_WHAT = {DocumentKind.RESUME: "résumé", DocumentKind.JD: "job description"}
_FIELD = {DocumentKind.RESUME: "resume_document_id", DocumentKind.JD: "jd_document_id"}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a candidate chose. Texts and documents are null where there is none; a document wins over a text.

    `role_title` null means the kit's name; `company_archetype` counts where the company is not known.
    """

    role_kit: str
    seniority: Seniority
    interview_type: InterviewType
    style: Style
    minutes: int
    look: str
    role_title: str | None = None
    specialization: str | None = None
    company: str | None = None
    company_archetype: CompanyArchetype | None = None
    jd_text: str | None = None
    resume_text: str | None = None
    jd_document_id: UUID | None = None
    resume_document_id: UUID | None = None

    def __post_init__(self) -> None:
        """NUL stands in no text that a database compares or keeps."""
        for name in ("role_title", "specialization", "company", "jd_text", "resume_text"):
            value = getattr(self, name)
            if value is not None and "\x00" in value:
                object.__setattr__(self, name, value.replace("\x00", "\ufffd"))


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with the patterns that it names, and the choices in the form in which they are kept."""

    plan: InterviewPlan
    patterns: dict[str, QuestionPattern]
    new: NewInterview
    exercises: Mapping[str, Exercise] = field(default_factory=dict)


async def store_config(services: Services, user_id: UUID, choices: Choices, seed: int | None = None) -> ConfigRecord:
    """Keep choices for a plan. Raises AppError for an unknown role, and for a document that is not theirs."""
    async with services.db.read() as db:
        kit_id, kit = await _kit(db, choices.role_kit)
        company, _ = await _employer(db, choices, kit)
        for kind, document_id in _documents_of(choices):
            await _own(db, user_id, kind, document_id)
    async with services.db.write() as db:
        plans = Plans(db)
        company_id = await plans.company_id(company.name) if company is not None else None
        new = _new_interview(user_id, kit_id, kit, choices, new_seed() if seed is None else seed)
        config = await plans.config(await plans.add_config(replace(new, company_id=company_id)), user_id)
    assert config is not None
    return config


async def plan_config(services: Services, user_id: UUID, config_id: UUID) -> PlanRecord:
    """A plan of choices kept before; a further one of the same choices asks other questions. Raises AppError."""
    async with services.db.read() as db:
        config = await Plans(db).config(config_id, user_id)
        again = await Plans(db).plans_of(config_id)
    if config is None:
        raise NotFoundError("There are no such choices. They may have been deleted.")
    seed = config.seed if not again else new_seed()
    planned = await make_plan(services, user_id, _choices_of(config), seed)
    async with services.db.write() as db:
        plans = Plans(db)
        plan_id = await plans.add_plan(config_id, planned.plan, planned.patterns, planned.exercises)
        made = await plans.plan(plan_id, user_id)
    assert made is not None
    return made


async def make_plan(services: Services, user_id: UUID, choices: Choices, seed: int) -> Planned:
    """The plan for these choices; nothing is kept. Raises AppError as `store_config` does, and for unread documents."""
    async with services.db.read() as db:
        kit_id, kit = await _kit(db, choices.role_kit)
        patterns = await CatalogRows(db).patterns()
        resume, job = await _extracts(db, user_id, choices)
        company, blueprint = await _employer(db, choices, kit, job)
        title = choices.role_title or kit.name
        avoid = await _lately_asked(db, user_id, kit_id, title, choices.company)
        cards = await Exercises(db).cards()
    pasted_resume, pasted_job = await read_texts(
        choices.resume_text if resume is None else None, choices.jd_text if job is None else None
    )
    job = job or pasted_job
    if company is None and choices.company is None and job is not None and job.company:
        async with services.db.read() as db:
            company, blueprint = await _employer(db, choices, kit, job)
    plan = await asyncio.to_thread(
        build_plan,
        kit=kit,
        patterns=patterns,
        seniority=choices.seniority,
        interview_type=choices.interview_type,
        style=choices.style,
        minutes=choices.minutes,
        role_title=title,
        specialization=choices.specialization,
        company=company,
        company_name=choices.company or (job.company if job is not None else None),
        company_archetype=choices.company_archetype,
        blueprint=blueprint,
        resume=resume or pasted_resume,
        job=job,
        look=cast(Look, choices.look),
        avoid=avoid,
        exercises=offers(cards, RoleCategory(kit.role_category)),
        seed=seed,
    )
    new = _new_interview(user_id, kit_id, kit, choices, seed)
    async with services.db.read() as db:
        plan = await personal(db, user_id, plan)
        exercises = await used_exercises(db, plan)
    if company is not None:
        async with services.db.read() as db:
            new = replace(new, company_id=await Plans(db).company_id(company.name))
    return Planned(plan, used_patterns(plan, patterns), new, exercises)


async def personal(db: DbSession, user_id: UUID, plan: InterviewPlan) -> InterviewPlan:
    """The plan with this user's name and accommodations, which stay with the interview whatever is changed later."""
    user, likes = await Users(db).by_id(user_id), await Users(db).preferences(user_id)
    name = user.given_name if user is not None else None
    return accommodated(plan, name=name, patience=likes.patience, stretch=likes.extra_time)


async def open_interview(
    services: Services, user_id: UUID, plan_id: UUID, *, look: str | None, record: bool
) -> InterviewRecord:
    """An interview of a plan, ready to be entered. Raises AppError for a plan that is not theirs or that was used."""
    async with services.db.write() as db:
        plans = Plans(db)
        found = await plans.plan(plan_id, user_id)
        if found is None:
            raise NotFoundError("There is no such plan. It may have been deleted.")
        config = await plans.config(found.config_id, user_id)
        assert config is not None
        chosen = cast(Look, look or config.look)
        session_id = await plans.open_interview(
            plan_id, recast(found.plan, chosen), look=chosen, record=record, consented_at=datetime.now(UTC)
        )
        interview = None if session_id is None else await Interviews(db).get(session_id, user_id)
    if interview is None:
        raise AppError("plan_used", 409, "An interview has been made of this plan already. Make a new plan.")
    return interview


def preview(record: PlanRecord) -> PlanPreview:
    """The plan in themes, for the one whose interview it is."""
    return themes(record.plan, record.patterns)


def used_patterns(plan: InterviewPlan, patterns: Mapping[str, QuestionPattern]) -> dict[str, QuestionPattern]:
    """The patterns that the plan names and the general probes, which the interview then keeps: a replay needs those."""
    named = {key for phase in plan.phases for key in phase.patterns}
    return {
        key: pattern for key, pattern in patterns.items() if key in named or pattern.pattern_type is PatternType.PROBE
    }


async def used_exercises(db: DbSession, plan: InterviewPlan) -> dict[str, Exercise]:
    """The exercises that the plan names, in its order, which the interview then keeps."""
    keys = [key for phase in plan.phases for key in phase.exercises]
    found = await Exercises(db).some(keys)
    return {key: found[key] for key in keys}


def offers(cards: Iterable[ExerciseCard], role_category: RoleCategory) -> tuple[ExerciseOffer, ...]:
    """Exercises and cases for such a role, as far as a plan needs to know them."""
    return tuple(_offer(line) for line in cards if role_category in line.role_categories)


def _offer(line: ExerciseCard) -> ExerciseOffer:
    return ExerciseOffer(
        key=line.key,
        mode=line.mode,
        topics=line.topics,
        level=line.level,
        language=line.language,
        minutes=line.minutes,
        signals=line.company_signals,
    )


async def forget_unused(services: Services) -> int:
    """At a start: remove choices, with the texts pasted into them, that nobody made an interview of."""
    async with services.db.write() as db:
        return await Plans(db).forget_unused(datetime.now(UTC) - UNUSED_FOR)


# ------------------------------------------------------------------ what a plan is made from


async def _kit(db: DbSession, key: str) -> tuple[UUID, RoleKit]:
    found = await CatalogRows(db).role_kit(key)
    if found is None:
        raise AppError(
            "invalid", 422, "Please correct the marked fields.", {"role_kit": "Choose one of the roles offered."}
        )
    return found


async def _employer(
    db: DbSession, choices: Choices, kit: RoleKit, job: JobExtract | None = None
) -> tuple[Company | None, Blueprint | None]:
    """The company by the name that was chosen, or else by the one that the job description names, if it is known."""
    name = choices.company or (job.company if job is not None else None)
    company = await CatalogRows(db).company(name) if name else None
    if company is None:
        return None, None
    category = RoleCategory(kit.role_category)
    return company, await CatalogRows(db).blueprint(company.name, category, choices.seniority)


def _documents_of(choices: Choices) -> list[tuple[DocumentKind, UUID]]:
    given = ((DocumentKind.RESUME, choices.resume_document_id), (DocumentKind.JD, choices.jd_document_id))
    return [(kind, document_id) for kind, document_id in given if document_id is not None]


async def _own(db: DbSession, user_id: UUID, kind: DocumentKind, document_id: UUID) -> DocumentRecord:
    found = await Documents(db).get(document_id, user_id)
    if found is None:
        raise NotFoundError(f"There is no such {_WHAT[kind]}. It may have been deleted.")
    if found.kind is not kind:
        raise AppError(
            "invalid", 422, "Please correct the marked fields.", {_FIELD[kind]: f"This document is no {_WHAT[kind]}."}
        )
    return found


async def _extracts(db: DbSession, user_id: UUID, choices: Choices) -> tuple[ResumeExtract | None, JobExtract | None]:
    """What was read from the documents, as the user corrected it. Raises AppError for one that has not been read."""
    resume: ResumeExtract | None = None
    job: JobExtract | None = None
    for kind, document_id in _documents_of(choices):
        extract = await _extract(db, await _own(db, user_id, kind, document_id))
        if isinstance(extract, ResumeExtract):
            resume = extract
        else:
            job = extract
    return resume, job


async def _extract(db: DbSession, document: DocumentRecord) -> ResumeExtract | JobExtract:
    what = _WHAT[document.kind]
    if document.status is DocumentStatus.FAILED:
        problem = document.problem or f"Your {what} could not be read."
        raise AppError("document_failed", 409, f"{problem} Upload another file, or paste the text.")
    found = await Documents(db).extract(document.id) if document.status is DocumentStatus.DONE else None
    if found is None:
        raise AppError("document_not_read", 409, f"Your {what} is still being read. Try again in a moment.")
    return found.extract


async def _lately_asked(
    db: DbSession, user_id: UUID, kit_id: UUID, role_title: str, company: str | None
) -> frozenset[str]:
    """Keys of the patterns that the user's last three interviews for this job asked."""
    keys: set[str] = set()
    for session_id in await Plans(db).last_for_job(user_id, kit_id, role_title, company):
        for question in asked(await load_events(db, session_id)):
            if question.decision.action is Action.ASK and question.decision.pattern_key is not None:
                keys.add(question.decision.pattern_key)
    return frozenset(keys)


# ------------------------------------------------------------------ forms of the same choices


def _new_interview(user_id: UUID, kit_id: UUID, kit: RoleKit, choices: Choices, seed: int) -> NewInterview:
    return NewInterview(
        user_id=user_id,
        role_kit_id=kit_id,
        role_title=choices.role_title or kit.name,
        company=choices.company,
        seniority=choices.seniority,
        interview_type=choices.interview_type,
        style=choices.style,
        minutes=choices.minutes,
        look=choices.look,
        record=False,
        jd_text=choices.jd_text,
        resume_text=choices.resume_text,
        seed=seed,
        consented_at=None,
        company_archetype=choices.company_archetype,
        specialization=choices.specialization,
        jd_document_id=choices.jd_document_id,
        resume_document_id=choices.resume_document_id,
    )


def _choices_of(config: ConfigRecord) -> Choices:
    return Choices(
        role_kit=config.role_kit,
        seniority=config.seniority,
        interview_type=config.interview_type,
        style=config.style,
        minutes=config.minutes,
        look=config.look,
        role_title=config.role_title,
        specialization=config.specialization,
        company=config.company,
        company_archetype=config.company_archetype,
        jd_text=config.jd_text,
        resume_text=config.resume_text,
        jd_document_id=config.jd_document_id,
        resume_document_id=config.resume_document_id,
    )
