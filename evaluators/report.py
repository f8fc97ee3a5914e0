"""The report: puts the steps' results together, and runs them all in order for those who need no durable workflow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from evaluators.assemble import assemble
from evaluators.coach import CoachInput, coach_plan, practice_plan_7d
from evaluators.delivery import delivery
from evaluators.dimensions import judge_dimensions
from evaluators.drills import drill_targets
from evaluators.evidence import ground
from evaluators.guard import ReportRefused, validate_analysis
from evaluators.jd_match import jd_match
from evaluators.judge import JudgeFailed, JudgeResult, judge
from evaluators.memory import fold, memory_update, observe
from evaluators.ports import Classify, Failure, ModelClient
from evaluators.practice import has_cases, is_technical, next_actions
from evaluators.proof import prove_dimensions
from evaluators.reading import read_answers
from evaluators.relevance import asked_dimensions
from evaluators.rewrites import rewrites
from evaluators.scoring import score
from evaluators.shapes import RULES_EVALUATOR, RULES_VERSION, AnswerSet, Proved
from evaluators.turn_notes import turn_notes
from schema.analysis import (
    Analysis,
    AnswerRewrite,
    JdMatch,
    MemoryUpdate,
    NextAction,
    Overall,
    TurnNote,
    TurnTaking,
)
from schema.coaching import CoachPlan, SkillMemory
from schema.exercise_results import ExerciseResult
from schema.provenance import Provenance
from schema.rubric import RoleKit, Rubric
from schema.transcript import TranscriptDocument

RULES = Provenance(evaluator=RULES_EVALUATOR, evaluator_version=RULES_VERSION)
# A transcript that belongs to no stored interview: nothing of it is remembered, and no clock may show in its report.
ALONE = UUID(int=0)
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A report with what the model said beside it: one raw text a sample, none from the rules."""

    analysis: Analysis
    judged: JudgeResult | None = None


def report(
    document: TranscriptDocument,
    rubric: Rubric,
    *,
    answers: AnswerSet,
    proved: Proved,
    overall: Overall | None = None,
    notes: Sequence[TurnNote] | None,
    turn_taking: TurnTaking | None,
    jd_match: JdMatch | None,
    answer_rewrites: Sequence[AnswerRewrite] | None,
    next_actions: Sequence[NextAction] | None,
    memory_update: MemoryUpdate | None,
    coach: CoachPlan | None,
    exercises: Sequence[ExerciseResult] | None = (),
    judged: JudgeResult | None = None,
) -> Analysis:
    """The stored and served report. A part that is None failed: it is empty and named in `failed_sections`.

    `overall` is scored here where it is not given. `judged` is the model's result where one judged. Every part's maker
    stands in `sections`. Raises ReportRefused where a sentence or quote may not be served.
    """
    parts = {
        "jdMatch": jd_match,
        "answerRewrites": answer_rewrites,
        "nextActions": next_actions,
        "memoryUpdate": memory_update,
        "practicePlan7d": coach,
        "turnNotes": notes,
        "turnTaking": turn_taking,
        "exercises": exercises,
    }
    failed = tuple(name for name, part in parts.items() if part is None)
    analysis = Analysis(
        overall=_overall(document, rubric, answers, proved, judged) if overall is None else overall,
        dimension_scores=proved.dimensions,
        jd_match=jd_match or JdMatch(),
        answer_rewrites=tuple(answer_rewrites or ()),
        next_actions=tuple(next_actions or ()),
        practice_plan_7d=practice_plan_7d(coach) if coach else (),
        memory_update=memory_update or MemoryUpdate(),
        turn_notes=tuple(notes or ()),
        turn_taking=turn_taking or TurnTaking(),
        dropped_claims=proved.dropped,
        unanswered=tuple(question.question_id for question in answers.unanswered),
        coach=coach,
        exercises=tuple(exercises or ()),
        provenance=judged.provenance if judged else RULES,
        failed_sections=failed,
    )
    made = {name: maker for name, maker in _makers(analysis, rubric, judged).items() if name not in failed}
    analysis = analysis.model_copy(update={"sections": made})
    validate_analysis(analysis, document)
    return analysis


def _overall(
    document: TranscriptDocument, rubric: Rubric, answers: AnswerSet, proved: Proved, judged: JudgeResult | None
) -> Overall:
    """The overall figures; the rules count what the questions asked for, a model's levels count as they are."""
    has_jd = bool(document.jd and document.jd.strip())
    return score(
        proved.dimensions,
        rubric,
        answered=len(answers.answers),
        unanswered=len(answers.unanswered),
        asked=None if judged else asked_dimensions(answers, has_jd=has_jd),
    )


def _makers(analysis: Analysis, rubric: Rubric, judged: JudgeResult | None) -> dict[str, Provenance]:
    """Who made each part, by its JSON name; `jdMatch.riskFlags` and the like where one part has two makers."""
    names = ("overall", "jdMatch", "answerRewrites", "nextActions", "memoryUpdate", "turnNotes", "turnTaking")
    made = dict.fromkeys(names, RULES)
    if analysis.coach is not None:
        made |= dict.fromkeys(("practicePlan7d", "coach"), analysis.coach.provenance)
    if judged is None:
        return made
    made |= {f"dimensionScores.{d.key}": RULES for d in rubric.dimensions if d.delivery_only}
    made["answerRewrites"] = judged.rewrites_by(RULES, analysis.answer_rewrites)
    made["nextActions"] = judged.next_actions_by(RULES)
    mine, match = judged.cleaned, analysis.jd_match
    if set(mine.risk_flags) & set(match.risk_flags):
        made["jdMatch.riskFlags"] = judged.provenance
    if set(mine.priority_gaps) & set(match.priority_gaps):
        made["jdMatch.priorityGaps"] = judged.provenance
    return made


async def evaluate_document(
    document: TranscriptDocument,
    *,
    rubric: Rubric,
    classify: Classify,
    model: ModelClient | None = None,
    samples: int = 1,
    live: TurnTaking | None = None,
    kit: RoleKit | None = None,
) -> Evaluation:
    """All steps in order, for a transcript that stands alone: nothing is remembered from before or for later.

    With a model its dimensions and counsel stand; delivery, notes, requirements and scores stay code's. Raises
    JudgeFailed when the model gives no usable judgement; the rules do not step in for it silently.
    """
    answers = assemble(document)
    notes = turn_notes(answers, classify)
    taking = delivery(document, live)
    on = ground(document)
    readings = read_answers(answers.answers, on)
    drafts = judge_dimensions(document, answers, rubric, taking, readings)
    judged = None if model is None else await judge(document, rubric, model, samples=samples)
    if judged is not None:
        by_code = {dimension.key for dimension in rubric.dimensions if dimension.delivery_only}
        drafts = (*judged.drafts, *(draft for draft in drafts if draft.key in by_code))
    proved = prove_dimensions(drafts, document, rubric, judged.dropped if judged else 0)
    match = jd_match(document, answers, readings)
    better = rewrites(document, answers, notes, readings)
    actions = next_actions(answers, notes, proved.dimensions, match, is_technical(kit))
    if judged is not None:
        match, better = judged.jd_match_over(match), judged.rewrites_over(better)
        actions = judged.next_actions_over(actions)
    category = kit.role_category if kit else ""
    seen = observe(
        ALONE, UNDATED, category, answers, notes, proved.dimensions, document=document, readings=readings, on=on
    )
    memory = fold([seen])
    try:
        analysis = report(
            document,
            rubric,
            answers=answers,
            proved=proved,
            notes=notes,
            turn_taking=taking,
            jd_match=match,
            answer_rewrites=better,
            next_actions=actions,
            memory_update=memory_update((), memory, notes, proved.dimensions, ALONE),
            coach=_week(document, kit, notes, proved, match, memory),
            judged=judged,
        )
    except ReportRefused as refused:
        if judged is None:
            raise
        raise JudgeFailed(Failure.FORBIDDEN_CLAIM, str(refused), raw=judged.raw) from refused
    return Evaluation(analysis, judged)


def _week(
    document: TranscriptDocument,
    kit: RoleKit | None,
    notes: Sequence[TurnNote],
    proved: Proved,
    match: JdMatch,
    memory: tuple[SkillMemory, ...],
) -> CoachPlan:
    """The coach's week by rules, from this one interview."""
    category = kit.role_category if kit else ""
    return coach_plan(
        CoachInput(
            role_category=category,
            role_title=document.role_title,
            role_kit=document.role_kit,
            technical=is_technical(kit),
            case_relevant=has_cases(kit),
            dimensions=proved.dimensions,
            notes=tuple(notes),
            gaps=match.priority_gaps,
            memory=memory,
            drills=drill_targets(category, {}, UNDATED),
        )
    )
