"""What a candidate may know of a plan beforehand: its parts in themes. Never a question, never a pattern's key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from controller.phases import label
from controller.planning.layout import expected_questions
from controller.planning.phrases import shortened
from controller.planning.reasons import DIMENSIONS
from controller.planning.requirements import theme
from schema.code_runs import CodeLanguage
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan, PlannedQuestion, PlanPhase, PlanPreview, PreviewPhase
from schema.vocabulary import ExerciseMode, PatternType, PhaseKind

MAX_THEMES = 4  # of one part
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Tags of patterns in words for people; a tag that is not here says nothing.
_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "conflict": "handling disagreement",
        "failure": "when something went wrong",
        "pressure": "working under pressure",
        "delivery": "getting things done in time",
        "priorities": "setting priorities",
        "stakeholders": "working with different interests",
        "influence": "convincing others",
        "debugging": "finding the cause of a fault",
        "incident": "handling an incident",
        "design": "designing a solution",
        "testing": "making sure that it works",
        "review": "giving and taking feedback on work",
        "legacy": "working with what is already there",
        "performance": "making things faster",
        "metrics": "working with figures",
        "impact": "what your work changed",
        "experiments": "testing an idea",
        "quality": "quality of the work",
        "diagnosis": "finding out why something happened",
        "ambiguity": "working with little information",
        "onboarding": "your first weeks in the role",
        "values": "what matters to you",
        "learning": "learning something new",
        "scope": "growing responsibility",
        "motivation": "what draws you to the role",
        "opening": "who you are and what you do",
        "closing": "your own questions",
        "feedback": "giving and taking feedback",
        "leadership": "leading others",
        "teamwork": "working in a team",
        "negotiation": "negotiating",
        "risk": "seeing and lowering risks",
        "customers": "working with customers",
        "customer": "working with customers",
        "strategy": "thinking ahead",
        "launch": "bringing something out",
        "decision": "making a decision",
        "reflection": "looking back at your work",
        "ethics": "doing the right thing",
        "communication": "explaining things clearly",
        "retention": "keeping people",
        "audit": "standing up to an audit",
        "threats": "thinking like an attacker",
        "explaining": "explaining things clearly",
        "leading": "leading others",
        "change": "dealing with change",
        "honesty": "knowing where your limits are",
        "troubleshooting": "finding the cause of a fault",
        "integrity": "doing the right thing",
        "fairness": "treating people fairly",
        "initiative": "what you take on without being asked",
        "crisis": "acting when things go wrong",
        "planning": "planning your work",
        "research": "finding out what you don't know yet",
        "analysis": "getting from data to an answer",
        "client": "working with clients",
        "suppliers": "working with suppliers",
        "team": "working in a team",
        "budget": "working with a budget",
        "presenting": "presenting to others",
        "delegation": "handing work to others",
        "accountability": "standing up for a result",
        "strengths": "what you are good at",
        "discovery": "finding out what someone needs",
        "judgement": "judging a difficult case",
        "trust": "earning trust",
        "resilience": "going on when it is hard",
    }
)

_DONE: Mapping[ExerciseMode, str] = MappingProxyType(
    {
        ExerciseMode.CODING_EXPLAIN: "reading and explaining code",
        ExerciseMode.CODING_DEBUG: "finding and mending a fault",
        ExerciseMode.CODING_MODIFY: "changing code that works",
        ExerciseMode.CODE_REVIEW: "reviewing a change",
        ExerciseMode.CASE_STUDY: "working through a case",
    }
)
_LANGUAGES: Mapping[CodeLanguage, str] = MappingProxyType(
    {CodeLanguage.PYTHON: "Python", CodeLanguage.JAVASCRIPT: "JavaScript", CodeLanguage.SQL: "SQL"}
)


def themes(plan: InterviewPlan, patterns: Mapping[str, QuestionPattern]) -> PlanPreview:
    """The plan as themes. What will be asked beyond the expected questions stays out, for it may not be reached."""
    meta = plan.metadata
    people = {person.id: person.name for person in plan.interviewers}
    covers, leaves_out = _of_the_job(plan)
    return PlanPreview(
        role_title=meta.role_title,
        company=meta.company,
        interview_type=meta.interview_type,
        style=meta.style,
        seniority=meta.seniority,
        minutes=round(sum(phase.mins for phase in plan.phases)),
        interviewers=plan.interviewers,
        phases=tuple(
            PreviewPhase(
                label=label(phase.kind),
                kind=phase.kind,
                mins=phase.mins,
                interviewer=people.get(phase.interviewer or ""),
                themes=_phase_themes(plan, phase, patterns),
            )
            for phase in plan.phases
        ),
        covers=covers,
        leaves_out=leaves_out,
        patience=plan.global_rules.patience,
        stretch=plan.global_rules.stretch,
    )


def _phase_themes(plan: InterviewPlan, phase: PlanPhase, patterns: Mapping[str, QuestionPattern]) -> tuple[str, ...]:
    if phase.kind in (PhaseKind.CODING, PhaseKind.CASE_STUDY):
        return (_exercise_theme(phase),)
    skills = {item.id: item.text for item in plan.coverage if item.kind == "requirement"}
    asked = phase.questions[: expected_questions(phase)]
    found = (_theme(question, patterns.get(question.pattern), skills) for question in asked)
    return tuple(dict.fromkeys(words for words in found if words))[:MAX_THEMES]


def _exercise_theme(phase: PlanPhase) -> str:
    """What is done and in which language; nothing of what the exercise is about."""
    if phase.exercise_mode is None:
        return label(phase.kind)
    language = " and ".join(_LANGUAGES[one] for one in phase.languages)
    return " ".join(part for part in (_DONE[phase.exercise_mode], language and f"in {language}") if part)


def _theme(question: PlannedQuestion, pattern: QuestionPattern | None, skills: Mapping[str, str]) -> str:
    slots = question.slots
    if "gap" in slots:
        year = next(iter(_YEAR.findall(slots["gap"])), "")
        return f"a gap in {year}" if year else "a gap between two positions"
    if "transition" in slots:
        return "your change of direction"
    if "tenure" in slots:
        return f"your time at {slots['employer']}" if "employer" in slots else slots["tenure"]
    proved = [skills[item] for item in question.covers if item in skills]
    if proved and slots.keys() & {"claim", "metric_claim", "project", "skill"}:
        return f"{proved[0]} in your own work"
    if "requirement" in slots:
        return proved[0] if len(proved) == 1 else theme(slots["requirement"])
    if "project" in slots:
        return f"your project {slots['project']}"
    if "skill" in slots:
        return f"{slots['skill']} in your own work"
    if "metric_claim" in slots:
        return "a result that you name on your résumé"
    if "claim" in slots:
        return f"“{shortened(slots['claim'], 6)}”"
    return _of_pattern(pattern)


def _of_pattern(pattern: QuestionPattern | None) -> str:
    if pattern is None:
        return ""
    if pattern.pattern_type is PatternType.INTRO:
        return _TAGS["opening"]
    if pattern.pattern_type is PatternType.CLOSE:
        return _TAGS["closing"]
    tagged = next((_TAGS[tag] for tag in pattern.tags if tag in _TAGS), None)
    return tagged or next((DIMENSIONS[key] for key in pattern.dimensions if key in DIMENSIONS), "")


def _of_the_job(plan: InterviewPlan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which points of the job description will be talked about, and which won't for want of time."""
    asked = {
        item
        for phase in plan.phases
        for question in phase.questions[: expected_questions(phase)]
        for item in question.covers
    }
    wanted = [item for item in plan.coverage if item.kind == "requirement" and not item.id.startswith("nice:")]
    covers = _texts(item.text for item in wanted if item.id in asked)
    # The description may name one skill in several places: what comes up once is not left out.
    return covers, _texts(item.text for item in wanted if item.text not in covers)


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
