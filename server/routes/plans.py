"""Choices for an interview, and the plan that is made of them: themes for the candidate, never a question."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body
from pydantic import Discriminator, Field, StringConstraints, Tag

from schema.base import Shape
from schema.plan import InterviewPlan, PlanPreview
from schema.vocabulary import CompanyArchetype, InterviewType, Look, Seniority, Style, UserRole
from server.deps import Access, Caller, OwnPlan, ServicesDep, SignedIn, access
from server.errors import ErrorBody
from server.repositories.plans import ConfigRecord, PlanRecord
from server.repositories.users import Users
from server.services import Services
from server.usecases.plans import Choices, plan_config, preview, store_config

router = APIRouter(prefix="/api/interview", tags=["plans"])

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Document = Annotated[str, StringConstraints(strip_whitespace=True, max_length=50_000)]
EXAMPLE_ID = "5f2c1f0e-8f0b-4f0e-9d52-2b3e9a7c1d10"
CONFIG_EXAMPLE: dict[str, Any] = {
    "role_kit": "software_engineer",
    "role_title": "Backend Engineer",
    "specialization": "backend",
    "company": "Finbank",
    "company_archetype": "fintech",
    "seniority": "mid",
    "interview_type": "technical",
    "style": "neutral",
    "minutes": 20,
    "look": "maya",
    "resume_text": "Mira Rao\nExperience\nFinlo, Backend Engineer, 2022 - present\n- Cut the settlement run …",
    "jd_text": "Backend Engineer\nRequirements\n- Experience with Kubernetes\n- Strong knowledge of Go",
}
PLAN_EXAMPLE: dict[str, Any] = {
    "id": EXAMPLE_ID,
    "config_id": "0b54ad2e-3a1f-4c77-8a3b-7d9c4a2e6f11",
    "is_used": False,
    "created_at": "2026-01-04T09:30:00Z",
    "preview": {
        "role_title": "Backend Engineer",
        "company": "Finbank",
        "interview_type": "technical",
        "style": "neutral",
        "seniority": "mid",
        "minutes": 20,
        "interviewers": [
            {
                "id": "interviewer",
                "name": "Maya",
                "role": "senior engineer",
                "look": "maya",
                "concern": "how you work in detail",
            }
        ],
        "phases": [
            {
                "label": "Your experience",
                "kind": "resume_deep_dive",
                "mins": 5.6,
                "interviewer": "Maya",
                "themes": ["Kubernetes in your own work", "a gap in 2022"],
            }
        ],
        "covers": ["Kubernetes", "Go"],
        "leaves_out": [],
    },
    "plan": None,
}


class NewConfig(Shape):
    """What the candidate chooses. A document wins over a pasted text; a known company wins over an archetype.

    Manner, minutes and face that are not sent are those of the user's settings.
    """

    role_kit: str = Field(max_length=100, description="Key of a role kit, as the role labels lead to it.")
    role_title: Line | None = Field(default=None, description="As it is spoken; the kit's name where it is missing.")
    specialization: Line | None = Field(default=None, description="Of the role label, for example `backend`.")
    company: Line | None = Field(default=None, description="Any name; one that is known brings its way of working.")
    company_archetype: CompanyArchetype | None = Field(
        default=None, description="How the company works, where the company itself is not known."
    )
    seniority: Seniority
    interview_type: InterviewType
    style: Style = Style.NEUTRAL
    minutes: int = Field(default=10, ge=5, le=60)
    jd_text: Document | None = None
    resume_text: Document | None = None
    jd_document_id: UUID | None = Field(default=None, description="An uploaded job description that has been read.")
    resume_document_id: UUID | None = Field(default=None, description="An uploaded résumé that has been read.")
    look: Look = "maya"


class ConfigBody(NewConfig):
    """The choices as they are kept."""

    id: UUID
    created_at: datetime


class PlanOfConfig(Shape):
    """A plan of choices that were kept before; a further plan of the same choices asks other questions."""

    config_id: UUID


class PlanBody(Shape):
    """`preview` is for the candidate. `plan` is the whole plan of specification 7.2, for administrators only."""

    id: UUID
    config_id: UUID
    is_used: bool
    created_at: datetime
    preview: PlanPreview
    plan: InterviewPlan | None


def _member(body: object) -> str:
    return "a config" if isinstance(body, dict) and "config_id" in body else "new choices"


NewPlan = Annotated[
    Annotated[PlanOfConfig, Tag("a config")] | Annotated[NewConfig, Tag("new choices")],
    Discriminator(_member),
    Body(
        openapi_examples={
            "choices": {"summary": "Of new choices", "value": CONFIG_EXAMPLE},
            "config": {"summary": "Of choices kept before", "value": {"config_id": PLAN_EXAMPLE["config_id"]}},
        }
    ),
]
REFUSALS: dict[int | str, dict[str, Any]] = {
    404: {"model": ErrorBody, "description": "The choices or a document don't exist, or are somebody else's."},
    409: {"model": ErrorBody, "description": "A document is still being read, or could not be read."},
    422: {"model": ErrorBody, "description": "Something was chosen that is not offered; `fields` says what."},
}


@router.post(
    "/configs",
    status_code=201,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Keep choices for an interview",
    responses={404: REFUSALS[404], 422: REFUSALS[422]},
)
async def add_config(
    body: Annotated[NewConfig, Body(openapi_examples={"choices": {"value": CONFIG_EXAMPLE}})],
    services: ServicesDep,
    user: SignedIn,
) -> ConfigBody:
    """Keeps the choices. No interview starts, and what no interview came of is forgotten after a week."""
    return _config_body(await store_config(services, user.id, await choices(body, services, user.id)))


@router.post(
    "/plans",
    status_code=201,
    dependencies=[access(Access.SIGNED_IN)],
    summary="Plan an interview",
    responses={
        201: {"description": "The plan in themes", "content": {"application/json": {"example": PLAN_EXAMPLE}}},
        **REFUSALS,
    },
)
async def add_plan(body: NewPlan, services: ServicesDep, user: SignedIn) -> PlanBody:
    """Plans an interview of choices, new or kept, and answers with its themes.

    A plan covers what the job asks for and what the résumé claims, and leaves out what the last three interviews for
    the same job asked. It serves one interview: POST /api/interview/sessions with its id.
    """
    config_id = body.config_id if isinstance(body, PlanOfConfig) else None
    if isinstance(body, NewConfig):
        config_id = (await store_config(services, user.id, await choices(body, services, user.id))).id
    assert config_id is not None
    return plan_body(await plan_config(services, user.id, config_id), whole=False)


@router.get(
    "/plans/{plan_id}",
    dependencies=[access(Access.OWNER_OF_PLAN)],
    summary="Look at a plan",
    responses={200: {"content": {"application/json": {"example": PLAN_EXAMPLE}}}, 404: REFUSALS[404]},
)
async def read_plan(plan: OwnPlan, user: Caller) -> PlanBody:
    """The plan in themes. Administrators see the whole plan of any user."""
    return plan_body(plan, whole=user is not None and user.role is UserRole.ADMIN)


async def choices(body: NewConfig, services: Services, user_id: UUID) -> Choices:
    """The body in the form in which the server works with it: empty texts are none, settings fill what was not sent."""
    async with services.db.read() as db:
        likes = await Users(db).preferences(user_id)
    sent = body.model_fields_set
    return Choices(
        role_kit=body.role_kit,
        seniority=body.seniority,
        interview_type=body.interview_type,
        style=body.style if "style" in sent else likes.style or body.style,
        minutes=body.minutes if "minutes" in sent else likes.minutes or body.minutes,
        look=body.look if "look" in sent else likes.look or body.look,
        role_title=body.role_title or None,
        specialization=body.specialization or None,
        company=body.company or None,
        company_archetype=body.company_archetype,
        jd_text=body.jd_text or None,
        resume_text=body.resume_text or None,
        jd_document_id=body.jd_document_id,
        resume_document_id=body.resume_document_id,
    )


def _config_body(config: ConfigRecord) -> ConfigBody:
    return ConfigBody.model_validate(config, from_attributes=True)


def plan_body(record: PlanRecord, *, whole: bool) -> PlanBody:
    """`whole`: with the plan itself, which a candidate does not see."""
    return PlanBody(
        id=record.id,
        config_id=record.config_id,
        is_used=record.is_used,
        created_at=record.created_at,
        preview=preview(record),
        plan=record.plan if whole else None,
    )
