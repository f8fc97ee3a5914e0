"""The library of question patterns, for administrators: look through it, and add to it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from pydantic import AfterValidator, ConfigDict, Field, model_validator

from schema.base import Shape
from schema.patterns import QuestionPattern
from schema.vocabulary import InterviewType, PatternType, RoleCategory
from seeds.fitness import unfit
from seeds.question_patterns import with_plain_probes
from server.deps import Access, ServicesDep, access
from server.errors import AppError, ErrorBody
from server.repositories.catalog import CatalogRows, PatternFilter, PatternKeyTakenError

router = APIRouter(prefix="/api/patterns", tags=["question patterns"])

ANY = "any"
ROLES = (*RoleCategory, ANY)
TYPES = (*InterviewType, ANY)


def _one_of(allowed: tuple[str, ...]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"choose one of {', '.join(allowed)}")
        return value

    return AfterValidator(check)


RoleFilter = Annotated[str, _one_of(ROLES), Field(json_schema_extra={"enum": list(ROLES)})]
TypeFilter = Annotated[str, _one_of(TYPES), Field(json_schema_extra={"enum": list(TYPES)})]
EXAMPLE: dict[str, Any] = {
    "key": "ops_cold_chain",
    "pattern_type": "scenario",
    "role_category": "ops",
    "template": "A truck with vaccines stands still at the border, and nobody knows for how long. What do you do?",
    "rephrased": "Your truck with vaccines can't cross the border today. What do you do first?",
    "expects": ["context", "tradeoff"],
    "dimensions": ["problem_solving", "execution"],
    "tags": ["logistics"],
    "probe_tree": {
        "if_vague": ["Whom do you call first?", "How long does the cold last?"],
        "if_no_context": ["What would you have to know about the load?", "Who else has a say at that border?"],
        "if_no_tradeoff": ["What does waiting cost, and what does turning back?", "When would you give the load up?"],
        "if_stuck": ["Think of the driver. What would you ask him?"],
        "if_strong": ["How would you set up the route so that this can't happen again?"],
        "always": ["How would you know tonight that you chose well?"],
    },
}


class NewPattern(QuestionPattern):
    """A pattern as the seed files write it; a follow-up may be its bare sentence."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=80, description="Stable and readable; plans refer to it.")

    @model_validator(mode="before")
    @classmethod
    def _plain_probes(cls, given: object) -> object:
        return with_plain_probes(given) if isinstance(given, dict) else given


ANSWER_EXAMPLE = QuestionPattern(**dict(NewPattern.model_validate(EXAMPLE))).model_dump(mode="json")


class PatternPage(Shape):
    """`next` is the cursor of the following page; null on the last one."""

    patterns: tuple[QuestionPattern, ...]
    next: str | None


@router.get(
    "",
    dependencies=[access(Access.ADMIN)],
    summary="Look through the question patterns",
    responses={200: {"content": {"application/json": {"example": {"patterns": [ANSWER_EXAMPLE], "next": None}}}}},
)
async def patterns(
    services: ServicesDep,
    role_category: Annotated[RoleFilter | None, Query(description="`any` gives those that suit every role.")] = None,
    interview_type: Annotated[
        TypeFilter | None, Query(description="`any` gives those that suit every interview.")
    ] = None,
    pattern_type: PatternType | None = None,
    q: Annotated[str, Query(max_length=80, description="Words of the question, or of its key, in any case.")] = "",
    cursor: Annotated[str, Query(max_length=80, description="`next` of the page before.")] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> PatternPage:
    """Question patterns by key, page by page: what ships and what administrators added."""
    wanted = PatternFilter(role_category, interview_type, pattern_type, q.strip())
    async with services.db.read() as db:
        found = await CatalogRows(db).pattern_page(wanted, cursor, limit + 1)
    return PatternPage(patterns=found[:limit], next=found[limit - 1].key if len(found) > limit else None)


@router.post(
    "",
    status_code=201,
    dependencies=[access(Access.ADMIN)],
    summary="Add a question pattern",
    responses={
        201: {"content": {"application/json": {"example": ANSWER_EXAMPLE}}},
        409: {"model": ErrorBody, "description": "A pattern with this key exists."},
        422: {"model": ErrorBody, "description": "Not fit to be asked; `fields` says where and why."},
    },
)
async def add_pattern(
    new: Annotated[NewPattern, Body(openapi_examples={"pattern": {"value": ANSWER_EXAMPLE}})], services: ServicesDep
) -> QuestionPattern:
    """Keeps a pattern that is held to the same rules as those that ship, and that a later seeding leaves alone.

    A question is what an interviewer says aloud: one thing asked, at most two sentences and 45 words. Slots are written
    {{role_title}}, {{company}}, {{requirement}}, {{claim}}, {{metric_claim}}, {{project}}, {{skill}}, {{tenure}},
    {{gap}}, {{transition}} and {{employer}}; those that a résumé fills need a trigger of their kind.
    """
    async with services.db.write() as db:
        rows = CatalogRows(db)
        _refuse_unfit(new, await rows.dimension_keys())
        try:
            return await rows.add_pattern(new)
        except PatternKeyTakenError as taken:
            raise AppError(
                "key_taken", 409, "A pattern with this key exists. Choose another key.", {"key": "This key is taken."}
            ) from taken


def _refuse_unfit(new: NewPattern, dimensions: frozenset[str]) -> None:
    found = unfit(new, dimensions)
    if found:
        fields: dict[str, str] = {}
        for field, problem in found:
            fields.setdefault(field, problem[:1].upper() + problem[1:] + ".")
        raise AppError(
            "invalid", 422, "This pattern is not fit to be asked yet. Please correct the marked fields.", fields
        )
