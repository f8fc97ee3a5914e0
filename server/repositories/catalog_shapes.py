"""Rows of the catalogue's tables as schema types, and back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from schema.companies import Blueprint, Company, RoleLabel, RoundOutline
from schema.patterns import ProbeTree, QuestionPattern
from schema.rubric import Dimension, RoleKit, Rubric
from schema.tables.catalog import InterviewRubricRow, QuestionPatternRow, RoleKitRow, RoleLabelRow
from schema.tables.companies import CompanyRoleBlueprintRow, CompanyRow
from schema.vocabulary import (
    ClaimKind,
    CompanyArchetype,
    InterviewType,
    MissingPiece,
    PatternType,
    QuestionKind,
    RoleArchetype,
    RoleCategory,
    Seniority,
    SourceType,
)

ANY = "any"  # a pattern's role or interview type when it suits all: section 6 keeps both columns not null


def rubric_values(rubric: Rubric) -> dict[str, Any]:
    return {
        "name": rubric.name,
        "description": rubric.description,
        "dimensions": [dimension.model_dump(mode="json") for dimension in rubric.dimensions],
        "scoring_guide": rubric.scoring_guide,
        "is_default": rubric.is_default,
    }


def rubric(row: InterviewRubricRow) -> Rubric:
    return Rubric(
        key=row.key,
        name=row.name,
        description=row.description,
        dimensions=tuple(Dimension.model_validate(dimension) for dimension in row.dimensions),
        scoring_guide=row.scoring_guide,
        is_default=row.is_default,
    )


def kit_values(kit: RoleKit, rubric_id: UUID) -> dict[str, Any]:
    values = kit.model_dump(mode="json", exclude={"key", "default_rubric"})
    return {**values, "default_rubric_id": rubric_id}


def role_kit(row: RoleKitRow, rubric_key: str) -> RoleKit:
    return RoleKit(
        key=row.key,
        name=row.name,
        role_category=row.role_category,
        level=Seniority(row.level),
        domain=row.domain,
        description=row.description,
        default_interview_types=tuple(row.default_interview_types),
        default_rubric=rubric_key,
        skills_focus=tuple(row.skills_focus),
        estimated_duration=row.estimated_duration,
        track_tags=tuple(row.track_tags),
        role_context=row.role_context,
        core_competencies=tuple(row.core_competencies),
        typical_questions=tuple(row.typical_questions),
        is_active=row.is_active,
    )


def pattern_values(pattern: QuestionPattern) -> dict[str, Any]:
    """The columns of a pattern; a subclass's further fields stay behind."""
    values = pattern.model_dump(mode="json", include=set(QuestionPattern.model_fields) - {"key"})
    return {
        **values,
        "role_category": values["role_category"] or ANY,
        "interview_type": values["interview_type"] or ANY,
    }


def pattern(row: QuestionPatternRow) -> QuestionPattern:
    return QuestionPattern(
        key=row.key,
        pattern_type=PatternType(row.pattern_type),
        role_category=None if row.role_category == ANY else RoleCategory(row.role_category),
        interview_type=None if row.interview_type == ANY else InterviewType(row.interview_type),
        archetypes=tuple(CompanyArchetype(archetype) for archetype in row.archetypes),
        role_archetypes=tuple(RoleArchetype(archetype) for archetype in row.role_archetypes),
        template=row.template,
        rephrased=row.rephrased,
        question_kind=QuestionKind(row.question_kind),
        triggers=tuple(ClaimKind(trigger) for trigger in row.triggers),
        expects=tuple(MissingPiece(piece) for piece in row.expects),
        dimensions=tuple(row.dimensions),
        probe_tree=ProbeTree.model_validate(row.probe_tree),
        tags=tuple(row.tags),
        source_type=SourceType(row.source_type),
        source_ref=row.source_ref,
    )


def label_values(label: RoleLabel, kit_id: UUID) -> dict[str, Any]:
    values = label.model_dump(mode="json", exclude={"label", "role_kit"})
    return {**values, "role_kit_id": kit_id}


def role_label(row: RoleLabelRow, kit: str) -> RoleLabel:
    return RoleLabel(
        label=row.label,
        role_kit=kit,
        role_category=RoleCategory(row.role_category),
        specialization=row.specialization,
        aliases=tuple(row.aliases),
    )


def company_values(company: Company) -> dict[str, Any]:
    return company.model_dump(mode="json", exclude={"name"})


def company(row: CompanyRow) -> Company:
    return Company(
        name=row.name,
        country=row.country,
        tier=row.tier,
        archetype=CompanyArchetype(row.archetype),
        tags=tuple(row.tags),
        aliases=tuple(row.aliases),
    )


def blueprint_values(blueprint: Blueprint) -> dict[str, Any]:
    values = blueprint.model_dump(mode="json", exclude={"company", "role_category", "seniority", "question_patterns"})
    return {**values, "question_pattern_ids": list(blueprint.question_patterns)}


def blueprint(row: CompanyRoleBlueprintRow, company_name: str) -> Blueprint:
    return Blueprint(
        company=company_name,
        role_category=RoleCategory(row.role_category),
        seniority=Seniority(row.seniority),
        skill_focus=tuple(row.skill_focus),
        question_patterns=tuple(row.question_pattern_ids),
        rubric_overrides=row.rubric_overrides,
        public_values=tuple(row.public_values),
        rounds=tuple(RoundOutline.model_validate(outline) for outline in row.rounds),
        source_type=SourceType(row.source_type),
        post_count=row.post_count,
    )
