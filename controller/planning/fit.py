"""How well a question pattern suits an interview before any document is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from controller.planning.chance import chance
from controller.planning.job_points import JobPoint
from controller.planning.mentions import stems
from controller.planning.wish import Wish
from controller.templates import variables
from schema.patterns import QuestionPattern
from schema.vocabulary import InterviewType, PatternType, Seniority, Style

LEVELS = frozenset(level.value for level in Seniority)
JITTER = 0.8  # what chance may add: more than one small reason, less than two
PLAN_SLOTS = frozenset({"role_title", "company"})
_NAMES_JOB = re.compile(r"\bjob (?:description|advert\w*)|\b(?:this|the|our) advert\w*", re.IGNORECASE)
_NAMES_RESUME = re.compile(r"(?<!read )\byour (?:résumé|CV)\b", re.IGNORECASE)
# Tags that name a line of work, and the specialisations (role labels, track tags of kits) that they belong to.
_LINES_OF_WORK: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "backend": frozenset({"backend", "full stack"}),
        "frontend": frozenset({"frontend", "full stack", "mobile"}),
        "mobile": frozenset({"mobile"}),
        "devops": frozenset({"devops", "sre", "cloud", "infrastructure", "release", "networking", "databases"}),
        "qa": frozenset({"test automation"}),
        "analyst": frozenset({"data analyst", "business intelligence", "product analytics", "research"}),
        "data_scientist": frozenset({"data scientist", "applied science", "research"}),
        "data_engineer": frozenset({"data engineering", "analytics engineering"}),
        "ml": frozenset({"machine learning", "mlops", "computer vision", "language models", "applied science"}),
        "grc": frozenset({"governance and risk", "privacy"}),
        "iam": frozenset({"identity and access"}),
        "pentest": frozenset({"penetration testing", "application security"}),
        "cti": frozenset({"threat intelligence", "security operations"}),
    }
)
# A panel asks what each of its people would ask.
_PANEL_TYPES = frozenset(
    {None, InterviewType.PANEL, InterviewType.HIRING_MANAGER, InterviewType.TECHNICAL, InterviewType.HR}
)


@dataclass(frozen=True, slots=True)
class Fitting:
    """A pattern that may be asked, the slots that it needs, and its worth in points beside what it teaches."""

    pattern: QuestionPattern
    needs: frozenset[str]
    worth: float
    duty: str  # the line of the job description that it is close to; empty where none is


def fittings(wish: Wish) -> tuple[Fitting, ...]:
    """The patterns that suit role, type, level, company and kind of role, by key."""
    duties = _duties(wish)
    focus = frozenset(stem for skill in _focus(wish) for stem in stems(skill))
    return tuple(
        Fitting(pattern, needed(pattern), _worth(pattern, wish, focus, closeness), duty if closeness else "")
        for pattern in sorted(wish.patterns.values(), key=lambda pattern: pattern.key)
        if pattern.pattern_type is not PatternType.PROBE and _suits(pattern, wish)
        for closeness, duty in (_closest(pattern, duties),)
    )


def _suits(pattern: QuestionPattern, wish: Wish) -> bool:
    meta = wish.metadata
    levels = LEVELS.intersection(pattern.tags)
    types = _PANEL_TYPES if meta.interview_type is InterviewType.PANEL else (None, meta.interview_type)
    return (
        pattern.role_category in (None, meta.role_category)
        and pattern.interview_type in types
        and (not levels or meta.seniority.value in levels)
        and (not pattern.archetypes or meta.company_archetype in pattern.archetypes)
        and (not pattern.role_archetypes or not set(pattern.role_archetypes).isdisjoint(meta.role_archetype))
        and _has_what_it_names(pattern, wish)
    )


def _has_what_it_names(pattern: QuestionPattern, wish: Wish) -> bool:
    """A question about "the job description" or "your résumé" needs one to speak of, whether or not it quotes it."""
    about_job = pattern.pattern_type is PatternType.JD_REQUIREMENT or bool(_NAMES_JOB.search(pattern.template))
    about_resume = bool(_NAMES_RESUME.search(pattern.template))
    return (wish.job is not None or not about_job) and (wish.resume is not None or not about_resume)


def _worth(pattern: QuestionPattern, wish: Wish, focus: frozenset[str], closeness: float) -> float:
    meta = wish.metadata
    is_hr = meta.interview_type is InterviewType.HR
    own_role = 1.5 if pattern.pattern_type is PatternType.SCENARIO else 0.2 if is_hr else 1.0
    own_type = 1.2 if is_hr else 0.5  # someone from HR asks about the person before the craft
    worth = own_role * (pattern.role_category is not None) + own_type * (pattern.interview_type is not None)
    worth += 0.6 * (meta.interview_type is InterviewType.PANEL and pattern.interview_type is InterviewType.PANEL)
    worth += 0.7 * (pattern.key in wish.kit.typical_questions and not is_hr)
    worth += 0.4 * (meta.seniority.value in pattern.tags)
    worth += 1.2 * (wish.blueprint is not None and pattern.key in wish.blueprint.question_patterns)
    worth += 0.9 * bool(pattern.archetypes) + 0.6 * bool(pattern.role_archetypes)
    worth += 0.3 * (meta.style is Style.STRESS and "pressure" in pattern.tags)
    worth += min(0.6, 0.3 * len(focus & stems(" ".join(pattern.tags).replace("_", " "))))
    return worth + closeness + _line_of_work(pattern, wish) + JITTER * chance(wish.seed, pattern.key)


def _line_of_work(pattern: QuestionPattern, wish: Wish) -> float:
    """A question for backend engineers suits a backend engineer best, any software engineer, and a mobile one least."""
    mine = wish.metadata.specialization
    tracks = frozenset(wish.kit.track_tags) - {wish.metadata.role_category.value}
    lines = [line for tag in pattern.tags if (line := _LINES_OF_WORK.get(tag))]
    if not lines:
        return 0.8 * (mine is not None and mine in {tag.replace("_", " ") for tag in pattern.tags})
    if mine is not None:
        return 0.8 if any(mine in line for line in lines) else -2.5
    return 0.0 if any(line & tracks for line in lines) else -2.0


def _focus(wish: Wish) -> tuple[str, ...]:
    return (*wish.kit.skills_focus, *(wish.blueprint.skill_focus if wish.blueprint is not None else ()))


# ------------------------------------------------------------------ closeness to the job description


def _duties(wish: Wish) -> tuple[tuple[frozenset[str], str], ...]:
    if wish.job is None:
        return ()
    lines = (*wish.job.responsibilities[:12], *wish.job.must_have[:8])
    return tuple((stems(line[:400]), line) for line in lines)


def _closest(pattern: QuestionPattern, duties: tuple[tuple[frozenset[str], str], ...]) -> tuple[float, str]:
    """How close a scenario or a behavioural question is to one line of the description, at most 1.2 points."""
    if not duties or pattern.pattern_type not in (PatternType.SCENARIO, PatternType.BEHAVIORAL):
        return 0.0, ""
    mine = stems(pattern.template) | stems(" ".join(pattern.tags))
    shared, line = max(((len(mine & words), line) for words, line in duties), key=lambda found: found[0])
    return (min(1.2, 0.4 * shared), line) if shared >= 2 else (0.0, "")


def taught(every: Iterable[Fitting], points: Sequence[JobPoint]) -> dict[str, tuple[str, ...]]:
    """By pattern: the points of the job that its answer throws light on, a duty that it is close to or a soft skill."""
    duties = {point.line: point for point in points}
    soft: dict[str, list[str]] = {}
    for point in points:
        if point.is_soft:
            soft.setdefault(point.looks_like, []).extend(item.id for item in point.items)
    found: dict[str, tuple[str, ...]] = {}
    for fitting in every:
        if fitting.pattern.pattern_type in (PatternType.SCENARIO, PatternType.BEHAVIORAL):
            close = duties.get(fitting.duty)
            own = [item.id for item in close.items] if close is not None and not close.is_soft else []
            shown = [item for dimension in fitting.pattern.dimensions for item in soft.get(dimension, ())]
            found[fitting.pattern.key] = tuple(dict.fromkeys((*own, *shown)))
    return found


# ------------------------------------------------------------------ slots


def needed(pattern: QuestionPattern) -> frozenset[str]:
    """Every slot that a pattern's question, its simpler wording or its follow-ups name.

    A follow-up to a contradiction is left out: the interview fills it when there is one.
    """
    texts = [pattern.template, pattern.rephrased or ""]
    tree = pattern.probe_tree
    for probes in (
        *(tree.if_vague, tree.if_no_context, tree.if_no_ownership, tree.if_no_metric, tree.if_no_tradeoff),
        *(tree.if_no_result, tree.if_no_reflection, tree.if_strong, tree.if_stuck, tree.always),
    ):
        texts += [probe.text for probe in probes]
    return frozenset(name for text in texts if "{{" in text for name in variables(text))
