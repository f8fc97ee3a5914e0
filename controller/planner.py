"""Plans an interview: which parts, how long each, which questions in which order, what fills their slots, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from controller.planning.archetypes import role_archetypes as read_role_archetypes
from controller.planning.cast import cast, seated
from controller.planning.cast import recast as recast
from controller.planning.fit import Fitting, fittings, taught
from controller.planning.job_points import close_lines
from controller.planning.layout import MAX_MINUTES as MAX_MINUTES
from controller.planning.layout import MIN_MINUTES as MIN_MINUTES
from controller.planning.layout import empty_phases, expected_questions, planned_questions
from controller.planning.ledger import document_claims
from controller.planning.material import gather
from controller.planning.phrases import name_of
from controller.planning.preview import themes as themes
from controller.planning.reasons import DIMENSIONS, why
from controller.planning.resume_points import given_name
from controller.planning.selection import Chooser, Pick
from controller.planning.topics import Material
from controller.planning.wish import Wish
from schema.companies import Blueprint, Company
from schema.documents import JobExtract, ResumeExtract
from schema.patterns import QuestionPattern
from schema.plan import (
    CoverageItem,
    ExerciseOffer,
    GlobalRules,
    InterviewPlan,
    PlanMetadata,
    PlannedQuestion,
    PlanPhase,
)
from schema.rubric import RoleKit
from schema.vocabulary import (
    CompanyArchetype,
    InterviewType,
    Look,
    PhaseKind,
    RoleArchetype,
    RoleCategory,
    Seniority,
    Style,
)

DIMENSION_WEIGHT = 0.6  # of a coverage item, beside must-haves with 3 and claims with 2


def build_plan(
    *,
    kit: RoleKit,
    patterns: Mapping[str, QuestionPattern],
    seniority: Seniority,
    interview_type: InterviewType,
    style: Style,
    minutes: int,
    role_title: str | None = None,
    specialization: str | None = None,
    company: Company | None = None,
    company_name: str | None = None,
    company_archetype: CompanyArchetype | None = None,
    role_archetypes: Sequence[RoleArchetype] = (),
    blueprint: Blueprint | None = None,
    resume: ResumeExtract | None = None,
    job: JobExtract | None = None,
    look: Look = "maya",
    avoid: frozenset[str] = frozenset(),
    exercises: Sequence[ExerciseOffer] = (),
    seed: int = 0,
) -> InterviewPlan:
    """The plan of one interview. The same arguments give the same plan; another `seed` gives other good questions.

    `role_title` defaults to the kit's name, `company_archetype` to the company's, `role_archetypes` to what title,
    level and job description say. `avoid`: patterns asked lately, left out while others are left. Raises ValueError
    for minutes outside 5 to 60, or when the catalogue has no question for a part.
    """
    if not MIN_MINUTES <= minutes <= MAX_MINUTES:
        raise ValueError(f"an interview takes {MIN_MINUTES} to {MAX_MINUTES} minutes, not {minutes}")
    category = RoleCategory(kit.role_category)
    title = name_of(role_title, 80) or kit.name
    metadata = PlanMetadata(
        role_category=category,
        seniority=seniority,
        interview_type=interview_type,
        company=name_of(company_name, 80) or (company.name if company is not None else None),
        role_title=title,
        role_kit=kit.key,
        specialization=specialization,
        style=style,
        company_archetype=company.archetype if company is not None else company_archetype,
        role_archetype=tuple(role_archetypes) or read_role_archetypes(category, title, seniority, job),
        candidate_name=given_name(resume),
    )
    return _planned(
        Wish(
            metadata=metadata,
            kit=kit,
            patterns=patterns,
            minutes=minutes,
            company=company,
            blueprint=blueprint,
            resume=resume,
            job=job,
            look=look,
            avoid=avoid,
            exercises=tuple(exercises),
            seed=seed,
        )
    )


def _planned(wish: Wish) -> InterviewPlan:
    meta = wish.metadata
    material = gather(wish.resume, wish.job, meta.interview_type)
    phases = _with_questions(empty_phases(wish), wish, material)
    people = cast(meta.interview_type, meta.role_category, wish.minutes, wish.look)
    return InterviewPlan(
        metadata=meta,
        phases=seated(phases, people),
        global_rules=GlobalRules(),
        interviewers=people,
        coverage=(*material.coverage, *_dimension_items(phases, wish)),
        claims=document_claims(wish.resume, wish.job, material.points),
    )


# ------------------------------------------------------------------ questions


def _with_questions(phases: Sequence[PlanPhase], wish: Wish, material: Material) -> tuple[PlanPhase, ...]:
    """First what will probably be asked in every part, then what is kept for short answers."""
    every = fittings(wish)
    fresh = [fitting for fitting in every if fitting.pattern.key not in wish.avoid]
    teaches = taught(every, material.points)
    chooser = Chooser(material, frozenset(_plan_slots(wish.metadata)), _importance(wish), teaches)
    picks: dict[str, list[Pick]] = {phase.id: [] for phase in phases}
    for phase in phases:
        _fill(chooser, phase, fresh, picks[phase.id], min(expected_questions(phase), planned_questions(phase)))
    for phase in phases:
        _fill(chooser, phase, fresh, picks[phase.id], planned_questions(phase))
    for phase in phases:  # what was asked lately comes back only where a part would stay empty or end early
        _fill(chooser, phase, every, picks[phase.id], min(expected_questions(phase), planned_questions(phase)))
        if not picks[phase.id] and planned_questions(phase):
            kit, interview_type = wish.kit.key, wish.metadata.interview_type
            raise ValueError(f"the catalogue has no {phase.kind} question for {kit} in a {interview_type} interview")
    return tuple(_worded(phase, picks[phase.id], wish, teaches) for phase in phases)


def _fill(chooser: Chooser, phase: PlanPhase, offered: Sequence[Fitting], picks: list[Pick], most: int) -> None:
    groups = chooser.groups(phase.kind, offered) if len(picks) < most else []
    while len(picks) < most:
        pick = chooser.choose(phase.kind, groups, picks)
        if pick is None:
            return
        chooser.take(pick)
        picks.append(pick)


def _worded(phase: PlanPhase, picks: Sequence[Pick], wish: Wish, teaches: Mapping[str, tuple[str, ...]]) -> PlanPhase:
    questions = tuple(_question(pick, wish, teaches.get(pick.fitting.pattern.key, ())) for pick in picks)
    triggers = sorted({pick.topic.kind.value for pick in picks if pick.topic is not None and pick.topic.kind})
    lines = close_lines(wish.job) if phase.kind is PhaseKind.CLOSE else ()
    return phase.model_copy(
        update={
            "questions": questions,
            "patterns": tuple(question.pattern for question in questions),
            "triggers": tuple(triggers),
            "slots": tuple({"jd_line": line} for line in lines),
        }
    )


def _question(pick: Pick, wish: Wish, teaches: Sequence[str]) -> PlannedQuestion:
    pattern = pick.fitting.pattern
    given = _plan_slots(wish.metadata) | (dict(pick.topic.slots) if pick.topic is not None else {})
    about = pick.topic.covers if pick.topic is not None else teaches
    return PlannedQuestion(
        pattern=pattern.key,
        slots={name: given[name] for name in sorted(pick.fitting.needs)},
        covers=tuple(dict.fromkeys((*about, *(f"dimension:{dimension}" for dimension in pattern.dimensions)))),
        why=why(pick, wish),
    )


def _plan_slots(meta: PlanMetadata) -> dict[str, str]:
    return {"role_title": meta.role_title} | ({"company": meta.company} if meta.company else {})


# ------------------------------------------------------------------ dimensions


def _importance(wish: Wish) -> dict[str, float]:
    """What each dimension counts, as the company's blueprint weighs it; 1 where nothing is said."""
    overrides = wish.blueprint.rubric_overrides if wish.blueprint is not None else None
    return dict(overrides or {})


def _dimension_items(phases: Sequence[PlanPhase], wish: Wish) -> tuple[CoverageItem, ...]:
    importance = _importance(wish)
    keys = {key for phase in phases for question in phase.questions for key in question.covers}
    dimensions = sorted(key.removeprefix("dimension:") for key in keys if key.startswith("dimension:"))
    return tuple(
        CoverageItem(
            id=f"dimension:{dimension}",
            kind="dimension",
            text=DIMENSIONS.get(dimension, dimension.replace("_", " ")),
            weight=round(max(0.05, DIMENSION_WEIGHT * importance.get(dimension, 1.0)), 3),
        )
        for dimension in dimensions
    )
