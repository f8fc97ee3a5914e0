"""Everything a plan is made from, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schema.companies import Blueprint, Company
from schema.documents import JobExtract, ResumeExtract
from schema.patterns import QuestionPattern
from schema.plan import ExerciseOffer, PlanMetadata
from schema.rubric import RoleKit
from schema.vocabulary import Look


@dataclass(frozen=True, slots=True)
class Wish:
    """What the interview is for and from. `avoid`: keys of patterns that were asked lately. `seed`: which of the good
    choices is taken."""

    metadata: PlanMetadata
    kit: RoleKit
    patterns: Mapping[str, QuestionPattern]
    minutes: int
    company: Company | None
    blueprint: Blueprint | None
    resume: ResumeExtract | None
    job: JobExtract | None
    look: Look
    avoid: frozenset[str]
    exercises: tuple[ExerciseOffer, ...]
    seed: int
