"""What comes next and what was done: the dashboard, results and their comparison, progress by dimension and day."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query

from schema.base import Shape
from schema.coaching import NextBestSession
from schema.digest import NextStep
from schema.jobs import JobCard
from schema.vocabulary import ExerciseMode, InterviewType, Readiness
from server.deps import Access, ServicesDep, SignedIn, access
from server.errors import AppError, ErrorBody
from server.repositories.progress import JudgedRecord, Progress, ResultFilter
from server.routes.coach import PracticeItem
from server.usecases.progress import Card, Sides, Streak, compare, home_of, trends_of

router = APIRouter(prefix="/api", tags=["progress"])


class ResultRow(Shape):
    """A judged interview. `spread`: mean half-range of the judges, 0-5; `next`: what its report recommends."""

    session_id: UUID
    held_at: datetime
    role_title: str
    company: str | None
    interview_type: InterviewType
    minutes: int
    exercise_types: tuple[ExerciseMode, ...]
    score: int | None
    spread: float | None
    readiness: Readiness | None
    job_id: UUID | None
    next: NextStep | None


class StreakBody(Shape):
    """Days in a row with something done. `active`: those of the last 14 days (UTC)."""

    days: int
    today: bool
    active: tuple[date, ...]


class Week(Shape):
    """The coach's week in force; null and empty before the first one."""

    starts_on: date | None
    items: tuple[PracticeItem, ...]


class DashboardBody(Shape):
    """Everything that the home page shows; for a newcomer all empty."""

    jobs: tuple[JobCard, ...]  # at most six: the next date first, without steps
    jobs_total: int
    streak: StreakBody
    week: Week
    next_best: NextBestSession | None
    results: tuple[ResultRow, ...]  # the last five


class ResultPage(Shape):
    items: tuple[ResultRow, ...]
    next_cursor: str | None  # null: this was the last page


class Side(Shape):
    score: int | None
    spread: float | None


class ComparedDimension(Shape):
    """Null: it was not judged in that interview."""

    key: str
    name: str
    a: Side | None
    b: Side | None


class Match(Shape):
    """Per cent of the job's requirements met; null: the interview had no job description."""

    a: int | None
    b: int | None


class ComparedFigure(Shape):
    """Empty: it was not measured."""

    label: str
    a: str
    b: str


class ComparisonBody(Shape):
    a: ResultRow
    b: ResultRow
    dimensions: tuple[ComparedDimension, ...]
    jd_match: Match
    figures: tuple[ComparedFigure, ...]


class TrendPoint(Shape):
    session_id: UUID
    at: datetime
    score: int
    spread: float | None


class Trend(Shape):
    key: str
    name: str
    points: tuple[TrendPoint, ...]  # the oldest first


class HeatCell(Shape):
    """The mean of a dimension in one type of interview; null: it was never proved there."""

    dimension: str
    name: str
    interview_type: InterviewType
    score: int | None
    interviews: int


class ActiveDay(Shape):
    """`done` counts interviews, retakes, drills and ticked items; `minutes` are those of interviews."""

    on: date
    minutes: int
    done: int


class ProgressBody(Shape):
    dimensions: tuple[Trend, ...]
    heat: tuple[HeatCell, ...]
    days: tuple[ActiveDay, ...]  # of the last year, only those with something done
    streak: StreakBody


EXAMPLE_ROW: dict[str, Any] = {
    "session_id": "6f1e0c1a-52c5-4b58-9a4e-0f6a5d9f2b11",
    "held_at": "2026-03-02T17:20:00Z",
    "role_title": "Backend Engineer",
    "company": "Freshworks",
    "interview_type": "technical",
    "minutes": 20,
    "exercise_types": ["coding_debug"],
    "score": 71,
    "spread": 0.25,
    "readiness": "borderline",
    "job_id": "0b9d6f0e-7a3c-4f0e-8f0e-5a54d21c9a77",
    "next": {"title": "Say what you decided yourself", "kind": "micro_drill", "target": "own_part"},
}
EXAMPLE_STREAK = {"days": 3, "today": True, "active": ["2026-02-28", "2026-03-01", "2026-03-02"]}


def _example(body: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {"application/json": {"example": body}}}}


@router.get(
    "/dashboard",
    dependencies=[access(Access.SIGNED_IN)],
    summary="The home page",
    responses=_example(
        {
            "jobs": [],
            "jobs_total": 0,
            "streak": EXAMPLE_STREAK,
            "week": {"starts_on": None, "items": []},
            "next_best": None,
            "results": [EXAMPLE_ROW],
        }
    ),
)
async def dashboard(user: SignedIn, services: ServicesDep) -> DashboardBody:
    """Tracked jobs with their readiness, the streak, this week, the next best practice and the last results."""
    home = await home_of(services.db, user.id, datetime.now(UTC))
    items = () if home.week is None else home.week.items
    return DashboardBody(
        jobs=tuple(_card(card) for card in home.jobs),
        jobs_total=home.jobs_total,
        streak=_streak(home.streak),
        week=Week(
            starts_on=None if home.week is None else home.week.starts_on,
            items=tuple(PracticeItem.model_validate(item, from_attributes=True) for item in items),
        ),
        next_best=home.next_best,
        results=tuple(_row(result) for result in home.results),
    )


@router.get(
    "/results",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Judged interviews, the newest first",
    responses=_example({"items": [EXAMPLE_ROW], "next_cursor": None}),
)
async def results(
    user: SignedIn,
    services: ServicesDep,
    job: UUID | None = None,
    role: Annotated[str | None, Query(max_length=100)] = None,
    company: Annotated[str | None, Query(max_length=200)] = None,
    interview_type: InterviewType | None = None,
    exercise_type: ExerciseMode | None = None,
    since: Annotated[date | None, Query(alias="from")] = None,
    to: Annotated[date | None, Query()] = None,
    least: Annotated[int | None, Query(alias="min", ge=0, le=100)] = None,
    most: Annotated[int | None, Query(alias="max", ge=0, le=100)] = None,
    text: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> ResultPage:
    """`role` is a role kit's key or a role category; `from` and `to` are days, both included."""
    wanted = ResultFilter(
        job=job,
        role=role,
        company=company,
        interview_type=interview_type,
        exercise_type=exercise_type,
        since=None if since is None else _midnight(since),
        until=None if to is None or to == date.max else _midnight(to + timedelta(days=1)),
        least=least,
        most=most,
        text=None if text is None else text.strip(),
    )
    before = None if cursor is None else _read_cursor(cursor)
    async with services.db.read() as db:
        found = await Progress(db).judged(user.id, limit + 1, wanted, before)
    page = found[:limit]
    more = _cursor(page[-1]) if len(found) > limit else None
    return ResultPage(items=tuple(_row(result) for result in page), next_cursor=more)


@router.get(
    "/results/compare",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Two judged interviews side by side",
    responses={
        404: {"model": ErrorBody, "description": "One of them doesn't exist, has no report, or is somebody else's."},
        **_example(
            {
                "a": EXAMPLE_ROW,
                "b": EXAMPLE_ROW,
                "dimensions": [
                    {"key": "execution", "name": "Execution", "a": {"score": 60, "spread": None}, "b": None}
                ],
                "jd_match": {"a": 55, "b": 70},
                "figures": [{"label": "Words a minute", "a": "141", "b": "128"}],
            }
        ),
    },
)
async def comparison(user: SignedIn, services: ServicesDep, a: UUID, b: UUID) -> ComparisonBody:
    found = await compare(services.db, user.id, a, b)
    return ComparisonBody(
        a=_row(found.a),
        b=_row(found.b),
        dimensions=tuple(_compared(sides) for sides in found.dimensions),
        jd_match=Match(a=found.match[0], b=found.match[1]),
        figures=tuple(ComparedFigure(label=label, a=a_said, b=b_said) for label, a_said, b_said in found.figures),
    )


@router.get(
    "/progress",
    dependencies=[access(Access.SIGNED_IN)],
    summary="Trends by dimension, and active days",
    responses=_example(
        {
            "dimensions": [
                {
                    "key": "execution",
                    "name": "Execution",
                    "points": [
                        {
                            "session_id": EXAMPLE_ROW["session_id"],
                            "at": "2026-03-02T17:20:00Z",
                            "score": 60,
                            "spread": 0.25,
                        }
                    ],
                }
            ],
            "heat": [
                {
                    "dimension": "execution",
                    "name": "Execution",
                    "interview_type": "technical",
                    "score": 60,
                    "interviews": 1,
                }
            ],
            "days": [{"on": "2026-03-02", "minutes": 20, "done": 2}],
            "streak": EXAMPLE_STREAK,
        }
    ),
)
async def progress(user: SignedIn, services: ServicesDep) -> ProgressBody:
    return ProgressBody.model_validate(await trends_of(services.db, user.id, datetime.now(UTC)), from_attributes=True)


def _card(card: Card) -> JobCard:
    job = card.job
    return JobCard(
        id=job.id,
        role_title=job.role_title,
        company=job.company,
        company_known=job.company_known,
        role_category=job.role_category,
        status=job.status,
        tags=job.tags,
        next_interview_at=job.next_interview_at,
        deadline_on=job.deadline_on,
        job_url=job.job_url,
        has_description=job.description,
        archived=job.archived,
        readiness=card.readiness,
        interviews=card.interviews,
        created_at=job.created_at,
        updated_at=job.updated_at,
    )


def _row(judged: JudgedRecord) -> ResultRow:
    spread = judged.digest.spread
    return ResultRow(
        session_id=judged.session_id,
        held_at=judged.held_at,
        role_title=judged.role_title,
        company=judged.company,
        interview_type=judged.interview_type,
        minutes=judged.minutes,
        exercise_types=tuple(dict.fromkeys(exercise.mode for exercise in judged.digest.exercises)),
        score=judged.score,
        spread=None if spread is None else round(spread, 2),
        readiness=judged.readiness,
        job_id=judged.job_id,
        next=judged.digest.next,
    )


def _compared(sides: Sides) -> ComparedDimension:
    a, b = (None if side is None else Side(score=side.score, spread=side.spread) for side in (sides.a, sides.b))
    return ComparedDimension(key=sides.key, name=sides.name, a=a, b=b)


def _streak(streak: Streak) -> StreakBody:
    return StreakBody(days=streak.days, today=streak.today, active=streak.active)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _cursor(last: JudgedRecord) -> str:
    return base64.urlsafe_b64encode(f"{last.created_at.isoformat()}|{last.session_id.hex}".encode()).decode()


def _read_cursor(cursor: str) -> tuple[datetime, UUID]:
    try:
        moment, _, hex_id = base64.urlsafe_b64decode(cursor.encode()).decode().partition("|")
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(hex=hex_id)
    except (binascii.Error, ValueError, OverflowError) as failure:
        message = "This page of the list cannot be found. Start again from the first."
        raise AppError("invalid", 422, message) from failure
