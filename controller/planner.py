"""Plans an interview: which phases, how long each, which patterns in which order, and what fills their slots."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from controller.documents import Claim, job_requirements, resume_claims
from controller.patterns import filling
from schema.patterns import QuestionPattern
from schema.plan import GlobalRules, InterviewPlan, PlanMetadata, PlanPhase
from schema.rubric import RoleKit
from schema.vocabulary import ClaimKind, InterviewType, PatternType, PhaseKind, RoleCategory, Seniority, Style

MIN_MINUTES, MAX_MINUTES = 5, 60
MAX_PATTERNS = 16  # a phase never needs more
LONG_INTRO_MIN = 2.0  # a shorter introduction holds one question

# How the minutes between introduction and close are shared, by interview type.
_SHARES: Mapping[InterviewType, Mapping[PhaseKind, float]] = MappingProxyType(
    {
        InterviewType.HR: {PhaseKind.RESUME_DEEP_DIVE: 0.4, PhaseKind.BEHAVIORAL: 0.6},
        InterviewType.HIRING_MANAGER: {
            PhaseKind.RESUME_DEEP_DIVE: 0.4,
            PhaseKind.SCENARIO: 0.25,
            PhaseKind.BEHAVIORAL: 0.35,
        },
        InterviewType.TECHNICAL: {
            PhaseKind.RESUME_DEEP_DIVE: 0.35,
            PhaseKind.SCENARIO: 0.45,
            PhaseKind.BEHAVIORAL: 0.2,
        },
        InterviewType.PANEL: {
            PhaseKind.RESUME_DEEP_DIVE: 0.35,
            PhaseKind.SCENARIO: 0.3,
            PhaseKind.BEHAVIORAL: 0.35,
        },
    }
)
_TYPES: Mapping[PhaseKind, frozenset[PatternType]] = MappingProxyType(
    {
        PhaseKind.INTRO: frozenset({PatternType.INTRO}),
        PhaseKind.RESUME_DEEP_DIVE: frozenset({PatternType.RESUME_CLAIM, PatternType.JD_REQUIREMENT}),
        PhaseKind.SCENARIO: frozenset({PatternType.SCENARIO}),
        PhaseKind.BEHAVIORAL: frozenset({PatternType.BEHAVIORAL}),
        PhaseKind.CLOSE: frozenset({PatternType.CLOSE}),
    }
)
_OBJECTIVES: Mapping[PhaseKind, tuple[str, ...]] = MappingProxyType(
    {
        PhaseKind.INTRO: ("rapport", "role-context"),
        PhaseKind.RESUME_DEEP_DIVE: ("validate-claims", "job-match"),
        PhaseKind.SCENARIO: ("role-reasoning",),
        PhaseKind.BEHAVIORAL: ("values-fit", "past-behaviour"),
        PhaseKind.CLOSE: ("questions-from-candidate",),
    }
)


def build_plan(
    *,
    kit: RoleKit,
    patterns: Mapping[str, QuestionPattern],
    seniority: Seniority,
    interview_type: InterviewType,
    style: Style,
    minutes: int,
    role_title: str | None = None,
    company: str | None = None,
    jd_text: str | None = None,
    resume_text: str | None = None,
    seed: int = 0,
) -> InterviewPlan:
    """The plan of one interview. The same arguments give the same plan; another `seed` gives other questions.

    `role_title` defaults to the kit's name. Raises ValueError for minutes outside 5 to 60, or when the catalogue has no
    question for a phase.
    """
    if not MIN_MINUTES <= minutes <= MAX_MINUTES:
        raise ValueError(f"an interview takes {MIN_MINUTES} to {MAX_MINUTES} minutes, not {minutes}")
    metadata = PlanMetadata(
        role_category=RoleCategory(kit.role_category),
        seniority=seniority,
        interview_type=interview_type,
        company=_one_line(company) or None,
        role_title=_one_line(role_title) or kit.name,
        role_kit=kit.key,
        style=style,
    )
    draft = InterviewPlan(metadata=metadata, phases=_phases(minutes, interview_type, resume_text or "", jd_text or ""))
    filled = tuple(_with_patterns(draft, phase, kit, patterns, seed) for phase in draft.phases)
    return InterviewPlan(metadata=metadata, phases=filled, global_rules=GlobalRules())


def _one_line(text: str | None) -> str:
    """A name fit to stand in a spoken sentence."""
    return " ".join((text or "").replace("{", " ").replace("}", " ").split())[:80]


# ------------------------------------------------------------------ phases and their minutes


def _phases(minutes: int, interview_type: InterviewType, resume: str, jd: str) -> tuple[PlanPhase, ...]:
    edge = min(3.0, max(1.0, minutes / 10))
    middle = minutes - 2 * edge
    shares = _SHARES[interview_type]
    slots = {
        PhaseKind.RESUME_DEEP_DIVE: (*_claim_slots(resume_claims(resume)), *_requirement_slots(jd)),
        PhaseKind.CLOSE: tuple({"jd_line": line} for line in job_requirements(jd)),
    }
    kinds = {PhaseKind.INTRO: edge, **{kind: share * middle for kind, share in shares.items()}, PhaseKind.CLOSE: edge}
    return tuple(
        PlanPhase(
            id=kind.value,
            kind=kind,
            mins=round(mins, 2),
            objective=_OBJECTIVES[kind],
            patterns=(),
            slots=slots.get(kind, ()),
        )
        for kind, mins in kinds.items()
    )


def _claim_slots(claims: Sequence[Claim]) -> list[dict[str, str]]:
    """A figure may also be asked about as any other claim; whichever question comes first takes it."""
    own = [{claim.slot: claim.text} for claim in claims]
    return own + [{"claim": claim.text} for claim in claims if claim.kind is ClaimKind.METRIC]


def _requirement_slots(jd: str) -> list[dict[str, str]]:
    return [{"requirement": requirement} for requirement in job_requirements(jd)]


# ------------------------------------------------------------------ patterns of a phase


def _with_patterns(
    plan: InterviewPlan, phase: PlanPhase, kit: RoleKit, patterns: Mapping[str, QuestionPattern], seed: int
) -> PlanPhase:
    fitting = [pattern for pattern in patterns.values() if _fits(pattern, phase, plan)]
    fillable = [pattern for pattern in fitting if filling(plan, phase, pattern, ()) is not None]
    if not fillable:
        raise ValueError(
            f"the catalogue has no {phase.kind} question for {kit.key} in a {plan.metadata.interview_type} interview"
        )
    ordered = _varied(sorted(fillable, key=lambda pattern: _rank(pattern, plan, kit, seed)))
    triggers = sorted({trigger.value for pattern in ordered for trigger in pattern.triggers})
    most = 1 if phase.kind is PhaseKind.INTRO and phase.mins < LONG_INTRO_MIN else MAX_PATTERNS
    keys = tuple(pattern.key for pattern in ordered[:most])
    return phase.model_copy(update={"patterns": keys, "triggers": tuple(triggers)})


def _fits(pattern: QuestionPattern, phase: PlanPhase, plan: InterviewPlan) -> bool:
    levels = {tag for tag in pattern.tags if tag in set(Seniority)}
    return (
        pattern.pattern_type in _TYPES[phase.kind]
        and pattern.role_category in (None, plan.metadata.role_category)
        and pattern.interview_type in (None, plan.metadata.interview_type)
        and (not levels or plan.metadata.seniority.value in levels)
    )


def _rank(pattern: QuestionPattern, plan: InterviewPlan, kit: RoleKit, seed: int) -> tuple[int, str]:
    """Questions that quote a document first, then those made for this role, type and level, in the seed's order."""
    closeness = 4 * bool(pattern.triggers or "requirement" in pattern.template)
    closeness += 2 * (pattern.role_category is not None) + (pattern.interview_type is not None)
    closeness += pattern.key in kit.typical_questions
    closeness += any(tag == plan.metadata.seniority.value for tag in pattern.tags)
    return -closeness, hashlib.sha256(f"{seed}:{pattern.key}".encode()).hexdigest()


def _varied(patterns: Iterable[QuestionPattern]) -> list[QuestionPattern]:
    """The same patterns in an order in which neighbours look at different dimensions."""
    left, ordered = list(patterns), list[QuestionPattern]()
    while left:
        recent = {dimension for pattern in ordered[-2:] for dimension in pattern.dimensions[:1]}
        best = min(left[:4], key=lambda pattern: pattern.dimensions[:1] != () and pattern.dimensions[0] in recent)
        left.remove(best)
        ordered.append(best)
    return ordered
