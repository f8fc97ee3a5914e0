"""A small plan with real patterns' shapes, for tests of the agent."""

from __future__ import annotations

from schema.patterns import Probe, ProbeTree, QuestionPattern
from schema.plan import InterviewPlan, PlanMetadata, PlanPhase
from schema.vocabulary import (
    InterviewType,
    MissingPiece,
    PatternType,
    PhaseKind,
    QuestionKind,
    RoleCategory,
    Seniority,
)


def small_patterns() -> dict[str, QuestionPattern]:
    """An opening, two questions with probes, and the candidate's own questions."""
    patterns = [
        QuestionPattern(
            key="hello",
            pattern_type=PatternType.INTRO,
            template="Please tell me about yourself.",
            question_kind=QuestionKind.STORY,
            expects=(MissingPiece.CONTEXT,),
        ),
        QuestionPattern(
            key="project",
            pattern_type=PatternType.BEHAVIORAL,
            template="Walk me through a project that you are proud of.",
            question_kind=QuestionKind.STORY,
            expects=(MissingPiece.OWNERSHIP, MissingPiece.METRIC, MissingPiece.TRADEOFF),
            probe_tree=ProbeTree(
                if_no_metric=(Probe(text="Which number moved, and by how much?", kind=QuestionKind.NUMERIC),),
                if_no_ownership=(Probe(text="Which part of it did you do yourself?"),),
                if_no_tradeoff=(Probe(text="What did you decide against, and why?"),),
                if_vague=(Probe(text="Could you give me one concrete example?"),),
            ),
        ),
        QuestionPattern(
            key="conflict",
            pattern_type=PatternType.BEHAVIORAL,
            template="Tell me about a time when you disagreed with a colleague.",
            question_kind=QuestionKind.STORY,
            expects=(MissingPiece.CONTEXT, MissingPiece.RESULT),
            probe_tree=ProbeTree(if_no_result=(Probe(text="How did it end?"),)),
        ),
        QuestionPattern(
            key="your_questions",
            pattern_type=PatternType.CLOSE,
            template="What would you like to ask me?",
            question_kind=QuestionKind.INVITATION,
        ),
    ]
    return {pattern.key: pattern for pattern in patterns}


def small_plan(minutes: float = 10) -> InterviewPlan:
    """Introduction, behaviour, close, in the given minutes."""
    return InterviewPlan(
        metadata=PlanMetadata(
            role_category=RoleCategory.SWE,
            seniority=Seniority.ENTRY,
            interview_type=InterviewType.HIRING_MANAGER,
            role_title="Software Engineer",
            role_kit="software_engineer",
        ),
        phases=(
            PlanPhase(
                id="intro", kind=PhaseKind.INTRO, mins=minutes * 0.1, objective=("rapport",), patterns=("hello",)
            ),
            PlanPhase(
                id="behavioral",
                kind=PhaseKind.BEHAVIORAL,
                mins=minutes * 0.7,
                objective=("values-fit",),
                patterns=("project", "conflict"),
            ),
            PlanPhase(
                id="close",
                kind=PhaseKind.CLOSE,
                mins=minutes * 0.2,
                objective=("questions-from-candidate",),
                patterns=("your_questions",),
            ),
        ),
    )
