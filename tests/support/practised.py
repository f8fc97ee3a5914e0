"""Judged interviews and saved jobs of a user, written straight into the tables, for what only reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from schema.analysis import Analysis, DimensionScore, JdMatch, JdRequirement, Overall, TurnTaking
from schema.exercise_results import ExerciseResult, ExerciseScores
from schema.provenance import Provenance
from schema.tables.catalog import RoleKitRow
from schema.tables.exercises import ExerciseSessionRow
from schema.tables.interviews import InterviewConfigRow, InterviewPlanRow, InterviewSessionRow
from schema.tables.jobs import JobPracticeLinkRow, SavedJobRow
from schema.vocabulary import ExerciseMode, Readiness, RequirementState
from server.db import Database
from server.repositories.reports import Reports

NOW = datetime.now(UTC)
RULES = Provenance(evaluator="rules", evaluator_version="1")
SCORES: Mapping[str, int | None] = {"communication": 70, "problem_solving": 50, "growth": None}


def analysis(score: int | None, scores: Mapping[str, int | None], exercise: int | None = None) -> Analysis:
    """A report with these dimensions, one requirement told and one missing, and an exercise where a score is given."""
    return Analysis(
        overall=Overall(score=score, readiness=None if score is None else Readiness.BORDERLINE),
        dimension_scores=tuple(
            DimensionScore(key=key, name=key.title(), score=value, spread=0.25, confidence="medium")
            for key, value in scores.items()
        ),
        jd_match=JdMatch(
            requirements=(
                JdRequirement(text="Go", must=True, state=RequirementState.SAID, shown=True),
                JdRequirement(text="Kafka", must=True, state=RequirementState.MISSING),
            )
        ),
        turn_taking=TurnTaking(words_per_minute=130.0 if score is None else 100.0 + score),
        exercises=()
        if exercise is None
        else (
            ExerciseResult(
                key="pager",
                name="Pager",
                kind="coding",
                mode=ExerciseMode.CODING_DEBUG,
                status="judged",
                summary="",
                scores=ExerciseScores(overall=exercise),
                provenance=RULES,
            ),
        ),
        provenance=RULES,
    )


async def a_job(database: Database, user_id: UUID, **given: Any) -> UUID:
    """A saved job; `given` are columns."""
    row = SavedJobRow(
        **{
            "user_id": user_id,
            "company_name": "",
            "role_title": "Backend Engineer",
            "role_category": "swe",
            "job_url": "",
            "jd_text": "",
            "status": "saved",
            "source": "hand",
            **given,
        }
    )
    async with database.write() as db:
        db.add(row)
        await db.flush()
        return row.id


async def a_result(
    database: Database,
    user_id: UUID,
    *,
    days: float = 0,
    score: int | None = 60,
    scores: Mapping[str, int | None] = SCORES,
    exercise: int | None = None,
    job: UUID | None = None,
    kit: str = "software_engineer",
    **choices: Any,
) -> UUID:
    """An interview of 20 minutes with its report, held `days` ago; `choices` are columns of its config."""
    ended = NOW - timedelta(days=days)
    async with database.write() as db:
        kit_id = await db.scalar(select(RoleKitRow.id).where(RoleKitRow.key == kit))
        assert kit_id is not None
        config = InterviewConfigRow(
            **{
                "user_id": user_id,
                "role_kit_id": kit_id,
                "role_title": "Backend Engineer",
                "seniority": "mid",
                "interview_type": "technical",
                "style": "neutral",
                "minutes": 20,
                "look": "maya",
                "record": False,
                "seed": 1,
                "consented_at": ended,
                **choices,
            }
        )
        db.add(config)
        await db.flush()
        plan = InterviewPlanRow(interview_config_id=config.id, plan={})
        db.add(plan)
        await db.flush()
        session = InterviewSessionRow(
            user_id=user_id,
            interview_config_id=config.id,
            interview_plan_id=plan.id,
            status="ended",
            report_status="done",
            created_at=ended - timedelta(minutes=21),
            started_at=ended - timedelta(minutes=20),
            ended_at=ended,
        )
        db.add(session)
        await db.flush()
        if job is not None:
            db.add(JobPracticeLinkRow(saved_job_id=job, interview_config_id=config.id, interview_session_id=session.id))
        if exercise is not None:
            mode = ExerciseMode.CODING_DEBUG
            db.add(
                ExerciseSessionRow(
                    user_id=user_id,
                    interview_session_id=session.id,
                    exercise_key="pager",
                    mode=mode,
                    status="closed",
                )
            )
        await Reports(db).put_analysis(session.id, analysis(score, scores, exercise))
        return session.id
