"""Readiness of saved jobs: the evidence gathered once for all of them, then the formula for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from uuid import UUID

from evaluators.calibration import Calibration, Tracked, calibration_of
from evaluators.readiness import job_readiness
from evaluators.readiness_formula import Evidence, HeldExercise, HeldInterview, rubric_weights
from evaluators.readiness_steps import Targets
from schema.jobs import JobReadiness
from schema.rubric import Rubric
from seeds.catalog import load_for_judging
from seeds.drills import load_drills
from server.db import DbSession
from server.repositories.coach_sources import CoachSources
from server.repositories.progress import JudgedRecord, Progress, TrackedRecord

MOST_INTERVIEWS = 200  # the newest; what is older weighs next to nothing


@dataclass(frozen=True, slots=True)
class Known:
    """All that any of a user's jobs is judged from, read in three statements."""

    jobs: tuple[TrackedRecord, ...]
    judged: tuple[JudgedRecord, ...]  # the newest first
    requirements: Mapping[UUID, tuple[tuple[str, bool], ...]]  # by document
    calibration: Calibration


async def known_of(db: DbSession, user_id: UUID) -> Known:
    """What is known of a user's jobs and interviews, and what their real outcomes say."""
    progress = Progress(db)
    jobs = await progress.jobs(user_id)
    judged = await progress.judged(user_id, MOST_INTERVIEWS)
    documents = {job.jd_document_id for job in jobs if job.jd_document_id is not None}
    requirements = await progress.requirements(documents) if judged else {}
    ended = [job for job in jobs if job.outcomes] if judged else []
    calibration = calibration_of(Tracked(job.outcomes, _evidence(job, judged, requirements)) for job in ended)
    return Known(jobs, judged, requirements, calibration)


def readiness_in(known: Known, job: TrackedRecord, now: datetime, targets: Targets | None = None) -> JobReadiness:
    """One job's readiness from what is known."""
    evidence = _evidence(job, known.judged, known.requirements)
    return job_readiness(evidence, now, calibration=known.calibration, targets=targets)


async def readiness_of(
    db: DbSession, user_id: UUID, job_ids: Collection[UUID] | None, now: datetime
) -> dict[UUID, JobReadiness]:
    """The readiness of these jobs, or of all, without steps; jobs that are not this user's are left out."""
    known = await known_of(db, user_id)
    return {job.id: readiness_in(known, job, now) for job in known.jobs if job_ids is None or job.id in job_ids}


async def readiness_with_steps(db: DbSession, user_id: UUID, job_id: UUID, now: datetime) -> JobReadiness | None:
    """One job's readiness with what would raise it most. None: this user has no such job."""
    known = await known_of(db, user_id)
    job = next((job for job in known.jobs if job.id == job_id), None)
    if job is None:
        return None
    if not known.judged:
        return readiness_in(known, job, now)
    return readiness_in(known, job, now, await _targets(db, job, known.judged))


async def _targets(db: DbSession, job: TrackedRecord, judged: Sequence[JudgedRecord]) -> Targets:
    """What there is to practise with for such a role; an exercise that was not done yet goes first."""
    sources = CoachSources(db)
    done = {exercise.key for one in judged for exercise in one.digest.exercises}
    offered = (*await sources.exercises(job.role_category), *await sources.cases(job.role_category))
    exercise = min(offered, key=lambda one: (one.key in done, one.key), default=None)
    kits = [one.role_kit for one in judged if one.job_id == job.id]
    kits += [one.role_kit for one in judged if one.role_category == job.role_category]
    drills = {
        drill.dimension: drill.key
        for drill in reversed(list(load_drills().values()))
        if drill.dimension is not None and drill.suits(job.role_category)
    }
    return Targets(
        role_kit=kits[0] if kits else None,
        drills=drills,
        exercise=None if exercise is None else (exercise.key, exercise.name),
        dimension_names={dimension.key: dimension.name for dimension in _rubric().dimensions},
    )


def _evidence(
    job: TrackedRecord,
    judged: Sequence[JudgedRecord],
    requirements: Mapping[UUID, tuple[tuple[str, bool], ...]],
) -> Evidence:
    """The interviews held for this job and those for others of its kind of role."""
    mine = [one for one in judged if one.job_id == job.id or one.role_category == job.role_category]
    return Evidence(
        interviews=tuple(
            HeldInterview(one.held_at, one.interview_type, one.job_id == job.id, one.digest) for one in mine
        ),
        exercises=tuple(
            HeldExercise(one.held_at, exercise.score)
            for one in mine
            for exercise in one.digest.exercises
            if exercise.score is not None
        ),
        weights=_weights(),
        requirements=() if job.jd_document_id is None else requirements.get(job.jd_document_id, ()),
    )


@cache
def _weights() -> Mapping[str, float]:
    return MappingProxyType(rubric_weights(_rubric()))


@cache
def _rubric() -> Rubric:
    """The default rubric: it has every dimension that the others choose from, so that all interviews count alike."""
    return load_for_judging().default_rubric
