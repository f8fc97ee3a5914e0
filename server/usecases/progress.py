"""The candidate's home: what comes next and what was done, results and their comparison, trends and active days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from evaluators.readiness_formula import match_percent
from schema.analysis import TurnTaking
from schema.coaching import NextBestSession
from schema.digest import DimensionDigest
from schema.jobs import JobReadiness
from schema.vocabulary import InterviewType, JobStatus
from server.db import Database
from server.errors import NotFoundError
from server.repositories.coaching import Coaching, PlanInForce
from server.repositories.progress import Deed, JudgedRecord, Progress, TrackedRecord
from server.usecases.readiness import known_of, readiness_in

CARDS, RESULTS = 6, 5
STREAK_BACK = timedelta(days=400)
CALENDAR = timedelta(days=365)
MOST_POINTS = 500  # interviews of a trend
OVER = (JobStatus.OFFER, JobStatus.REJECTED)


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row with something done, up to today or, where today is still open, up to yesterday (UTC)."""

    days: int
    today: bool
    active: tuple[date, ...]  # of the last 14 days


@dataclass(frozen=True, slots=True)
class Card:
    job: TrackedRecord
    readiness: JobReadiness
    interviews: int  # judged ones that were held for it


@dataclass(frozen=True, slots=True)
class Home:
    jobs: tuple[Card, ...]
    jobs_total: int  # not archived
    streak: Streak
    week: PlanInForce | None
    next_best: NextBestSession | None
    results: tuple[JudgedRecord, ...]


async def home_of(database: Database, user_id: UUID, now: datetime) -> Home:
    """The dashboard in seven statements or fewer, however much is tracked."""
    async with database.read() as db:
        known = await known_of(db, user_id)
        week = await Coaching(db).in_force(user_id)
        deeds = await Progress(db).deeds(user_id, now - STREAK_BACK)
    kept = [job for job in known.jobs if not job.archived]
    shown = sorted(kept, key=lambda job: _rank(job, now))[:CARDS]
    held = [one.job_id for one in known.judged]
    return Home(
        jobs=tuple(Card(job, readiness_in(known, job, now), held.count(job.id)) for job in shown),
        jobs_total=len(kept),
        streak=streak_of(deeds, now.date()),
        week=week,
        next_best=week.plan.next_best[0] if week is not None and week.plan.next_best else None,
        results=known.judged[:RESULTS],
    )


def _rank(job: TrackedRecord, now: datetime) -> int:
    """What is still to come stands first; in each group the order of the list stays."""
    if job.next_interview_at is not None and job.next_interview_at >= now:
        return 0
    return 2 if job.status in OVER else 1


def streak_of(deeds: Iterable[Deed], today: date) -> Streak:
    active = {deed.at.date() for deed in deeds}
    last = today if today in active else today - timedelta(days=1)
    days = 0
    while last - timedelta(days=days) in active:
        days += 1
    recent = sorted(day for day in active if today - timedelta(days=14) < day <= today)
    return Streak(days, today in active, tuple(recent))


# ---------------------------------------------------------------------- comparing two


@dataclass(frozen=True, slots=True)
class Sides:
    """One dimension in both interviews; null: it was not judged there."""

    key: str
    name: str
    a: DimensionDigest | None
    b: DimensionDigest | None


@dataclass(frozen=True, slots=True)
class Comparison:
    a: JudgedRecord
    b: JudgedRecord
    dimensions: tuple[Sides, ...]
    match: tuple[int | None, int | None]
    figures: tuple[tuple[str, str, str], ...]  # label, a, b; "" where it was not measured


async def compare(database: Database, user_id: UUID, a: UUID, b: UUID) -> Comparison:
    """Two of the user's judged interviews side by side. Raises NotFoundError."""
    async with database.read() as db:
        found = await Progress(db).both(user_id, (a, b))
    if a not in found or b not in found:
        raise NotFoundError("There is no such result. The interview may have been deleted, or has no report yet.")
    (one, spoke_a), (other, spoke_b) = found[a], found[b]
    return Comparison(
        one,
        other,
        _sides(one, other),
        (match_percent(one.digest), match_percent(other.digest)),
        tuple(
            (label, said_a, said_b)
            for (label, said_a), (_, said_b) in zip(_figures(spoke_a), _figures(spoke_b), strict=True)
            if said_a or said_b
        ),
    )


def _sides(a: JudgedRecord, b: JudgedRecord) -> tuple[Sides, ...]:
    by_a, by_b = ({one.key: one for one in side.digest.dimensions} for side in (a, b))
    names = {one.key: one.name for side in (a, b) for one in side.digest.dimensions}
    return tuple(Sides(key, name, by_a.get(key), by_b.get(key)) for key, name in names.items())


def _figures(spoke: TurnTaking) -> tuple[tuple[str, str], ...]:
    return (
        ("Share of the talking", _said(None if spoke.talk_share is None else 100 * spoke.talk_share, " %")),
        ("Words a minute", _said(spoke.words_per_minute, "")),
        ("Filler words", _said(spoke.filler_count, "")),
        ("Long pauses", _said(spoke.long_pauses, "")),
        ("Time to your first word", _said(spoke.candidate_gap_p50_s, " s", 1)),
        ("Interruptions by you", _said(spoke.barge_ins, "")),
    )


def _said(value: float | None, unit: str, digits: int = 0) -> str:
    return "" if value is None else f"{value:.{digits}f}{unit}"


# ---------------------------------------------------------------------- trends


@dataclass(frozen=True, slots=True)
class Point:
    session_id: UUID
    at: datetime
    score: int
    spread: float | None


@dataclass(frozen=True, slots=True)
class Series:
    """A dimension by date, the oldest first; interviews that could not prove it are left out."""

    key: str
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """The mean score of a dimension in one type of interview; null: never proved in the interviews held."""

    dimension: str
    name: str
    interview_type: InterviewType
    score: int | None
    interviews: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day with something done. `minutes`: of interviews."""

    on: date
    minutes: int
    done: int


@dataclass(frozen=True, slots=True)
class Trends:
    dimensions: tuple[Series, ...]
    heat: tuple[Heat, ...]
    days: tuple[Day, ...]
    streak: Streak


async def trends_of(database: Database, user_id: UUID, now: datetime) -> Trends:
    """Progress over the last 500 judged interviews and the last year of days, in two statements."""
    async with database.read() as db:
        progress = Progress(db)
        judged = await progress.judged(user_id, MOST_POINTS)
        deeds = await progress.deeds(user_id, now - STREAK_BACK)
    oldest_first = sorted(judged, key=lambda one: (one.held_at, one.session_id))
    return Trends(_series(oldest_first), _heat(oldest_first), _days(deeds, now), streak_of(deeds, now.date()))


def _series(judged: Sequence[JudgedRecord]) -> tuple[Series, ...]:
    points: dict[str, list[Point]] = defaultdict(list)
    for one in judged:
        for found in one.digest.dimensions:
            if found.score is not None:
                points[found.key].append(Point(one.session_id, one.held_at, found.score, found.spread))
    return tuple(Series(key, name, tuple(points[key])) for key, name in _names(judged).items() if points[key])


def _heat(judged: Sequence[JudgedRecord]) -> tuple[Heat, ...]:
    scores: dict[tuple[str, InterviewType], list[int | None]] = defaultdict(list)
    for one in judged:
        for found in one.digest.dimensions:
            scores[found.key, one.interview_type].append(found.score)
    return tuple(
        Heat(key, name, kind, _mean(scores[key, kind]), len(scores[key, kind]))
        for key, name in _names(judged).items()
        for kind in InterviewType
        if scores[key, kind]
    )


def _names(judged: Sequence[JudgedRecord]) -> dict[str, str]:
    """Dimensions in the order in which reports list them, by the newest name."""
    return {found.key: found.name for one in judged for found in one.digest.dimensions}


def _mean(scores: Iterable[int | None]) -> int | None:
    known = [score for score in scores if score is not None]
    return round(sum(known) / len(known)) if known else None


def _days(deeds: Iterable[Deed], now: datetime) -> tuple[Day, ...]:
    since = (now - CALENDAR).date()
    by_day: dict[date, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if deed.at.date() > since:
            by_day[deed.at.date()].append(deed)
    return tuple(
        Day(on, round(sum(deed.seconds for deed in done) / 60), len(done)) for on, done in sorted(by_day.items())
    )
