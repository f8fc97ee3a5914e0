"""Interviews put straight into the database, without planner and catalogue of the product."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from schema.analysis import Analysis, Overall, TurnNote
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan, PlanMetadata, PlanPhase
from schema.provenance import Provenance
from schema.rubric import Dimension, RoleKit, Rubric
from schema.transcript import Turn, Word
from schema.vocabulary import (
    AnswerStrength,
    HireSignal,
    InterviewType,
    PatternType,
    PhaseKind,
    Readiness,
    RoleCategory,
    Seniority,
    Speaker,
    Style,
    UserRole,
)
from seeds.catalog import Catalog
from server.db import Database
from server.repositories.catalog import CatalogRows
from server.repositories.interviews import Interviews, NewInterview
from server.repositories.users import Users

INTRO = QuestionPattern(key="intro_basic", pattern_type=PatternType.INTRO, template="Tell me about {{role_title}}.")
KIT_ID = UUID("11111111-1111-4111-8111-111111111111")


def small_catalog(name: str = "Test Engineer", *extra: QuestionPattern) -> Catalog:
    """One kit, one rubric, one pattern and `extra` ones."""
    rubric = Rubric(
        key="basic",
        name="Basic",
        description="One dimension.",
        dimensions=(Dimension(key="depth", name="Depth", description="How deep.", anchors={}),),
        scoring_guide="Nought to five.",
        is_default=True,
    )
    kit = RoleKit(
        key="test_engineer",
        name=name,
        role_category="swe",
        level=Seniority.MID,
        domain="testing",
        description="Tests.",
        default_interview_types=("technical",),
        default_rubric="basic",
        skills_focus=("patience",),
        estimated_duration=10,
        track_tags=(),
        role_context="A team.",
        core_competencies=("care",),
        typical_questions=("intro_basic",),
    )
    patterns = {pattern.key: pattern for pattern in (INTRO, *extra)}
    return Catalog(
        role_kits=MappingProxyType({kit.key: kit}),
        rubrics=MappingProxyType({rubric.key: rubric}),
        patterns=MappingProxyType(patterns),
        ids=MappingProxyType({kit.key: KIT_ID}),
    )


def small_plan() -> InterviewPlan:
    metadata = PlanMetadata(
        role_category=RoleCategory.SWE,
        seniority=Seniority.MID,
        interview_type=InterviewType.TECHNICAL,
        role_title="Test Engineer",
        role_kit="test_engineer",
    )
    intro = PlanPhase(id="intro", kind=PhaseKind.INTRO, mins=2, objective=("rapport",), patterns=("intro_basic",))
    return InterviewPlan(metadata=metadata, phases=(intro,))


async def store_interview(database: Database, name: str = "maya", **choices: Any) -> UUID:
    """A user and an interview that nobody has entered; returns the interview's id."""
    async with database.write() as db:
        await CatalogRows(db).fill(small_catalog())
        found = await Users(db).credentials(f"{name}@example.org")
        user = found[0] if found else await Users(db).create(f"{name}@example.org", name, "hash", UserRole.CANDIDATE)
        kit = await CatalogRows(db).role_kit("test_engineer")
        assert kit is not None
        new = NewInterview(
            user_id=user.id,
            role_kit_id=kit[0],
            role_title="Test Engineer",
            company=choices.get("company"),
            seniority=Seniority.MID,
            interview_type=InterviewType.TECHNICAL,
            style=Style.NEUTRAL,
            minutes=10,
            look="maya",
            record=True,
            jd_text=choices.get("jd_text"),
            resume_text=choices.get("resume_text"),
            seed=7,
            consented_at=datetime.now(UTC),
        )
        return (await Interviews(db).create(new, small_plan(), {"intro_basic": INTRO})).id


def a_turn(index: int, text: str, speaker: Speaker = Speaker.CANDIDATE, **given: Any) -> Turn:
    words = tuple(
        Word(text=word, start_s=index + 0.1 * place, end_s=index + 0.1 * place + 0.08, confidence=0.5)
        for place, word in enumerate(text.split())
    )
    return Turn(index=index, speaker=speaker, text=text, start_s=float(index), end_s=index + 1.0, words=words, **given)


def an_analysis(score: int | None = 72) -> Analysis:
    overall = Overall(score=score, readiness=Readiness.BORDERLINE, hire_signal=HireSignal.LEAN_HIRE)
    return Analysis(
        overall=overall, dimension_scores=(), provenance=Provenance(evaluator="rules", evaluator_version="1")
    )


def a_note(turn_index: int) -> TurnNote:
    return TurnNote(
        turn_index=turn_index,
        question_id="q1",
        question="What did you do?",
        strength=AnswerStrength.WEAK,
        missing=(),
        metrics=("40 %",),
        note="You named the metric but not where it started.",
    )


def unknown_id() -> UUID:
    return uuid4()
