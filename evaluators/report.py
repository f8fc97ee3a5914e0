"""The report: puts the steps' results together, and runs them all in order for those who need no durable workflow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluators.assemble import assemble
from evaluators.delivery import delivery
from evaluators.dimensions import judge_dimensions
from evaluators.evidence import ground
from evaluators.guard import ReportRefused, validate_analysis
from evaluators.jd_match import jd_match
from evaluators.judge import JudgeFailed, JudgeResult, judge
from evaluators.ports import Classify, Failure, ModelClient
from evaluators.practice import is_technical, memory_update, next_actions, practice_plan
from evaluators.proof import prove_dimensions
from evaluators.reading import Reading, read_answers
from evaluators.rewrites import rewrites
from evaluators.scoring import score
from evaluators.shapes import RULES_EVALUATOR, RULES_VERSION, AnswerSet, Counsel, Proved
from evaluators.turn_notes import turn_notes
from schema.analysis import Analysis, TurnNote, TurnTaking
from schema.provenance import Provenance
from schema.rubric import RoleKit, Rubric
from schema.transcript import TranscriptDocument

RULES = Provenance(evaluator=RULES_EVALUATOR, evaluator_version=RULES_VERSION)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A report with what the model said beside it: one raw text a sample, none from the rules."""

    analysis: Analysis
    judged: JudgeResult | None = None


def counsel(
    document: TranscriptDocument,
    answers: AnswerSet,
    notes: Sequence[TurnNote],
    proved: Proved,
    kit: RoleKit | None = None,
    known_issues: Sequence[str] = (),
    readings: Sequence[Reading] | None = None,
) -> Counsel:
    """Everything beside the scores, by rules: match with the job, rewrites, next actions, a week, what to remember."""
    match = jd_match(document, answers, readings)
    better = rewrites(document, answers, notes, readings)
    return Counsel(
        jd_match=match,
        answer_rewrites=better,
        next_actions=next_actions(answers, notes, proved.dimensions, match, is_technical(kit)),
        practice_plan_7d=practice_plan(notes, proved.dimensions, better, kit),
        memory_update=memory_update(notes, proved.dimensions, known_issues),
    )


def report(
    document: TranscriptDocument,
    rubric: Rubric,
    *,
    answers: AnswerSet,
    notes: Sequence[TurnNote],
    turn_taking: TurnTaking,
    proved: Proved,
    counsel: Counsel,
    provenance: Provenance = RULES,
) -> Analysis:
    """The stored and served report. Raises ReportRefused where a sentence or quote may not be served."""
    analysis = Analysis(
        overall=score(proved.dimensions, rubric, answered=len(answers.answers), unanswered=len(answers.unanswered)),
        dimension_scores=proved.dimensions,
        jd_match=counsel.jd_match,
        answer_rewrites=counsel.answer_rewrites,
        next_actions=counsel.next_actions,
        practice_plan_7d=counsel.practice_plan_7d,
        memory_update=counsel.memory_update,
        turn_notes=tuple(notes),
        turn_taking=turn_taking,
        dropped_claims=proved.dropped,
        unanswered=tuple(question.question_id for question in answers.unanswered),
        provenance=provenance,
    )
    validate_analysis(analysis, document)
    return analysis


async def evaluate_document(
    document: TranscriptDocument,
    *,
    rubric: Rubric,
    classify: Classify,
    model: ModelClient | None = None,
    samples: int = 1,
    live: TurnTaking | None = None,
    kit: RoleKit | None = None,
    known_issues: Sequence[str] = (),
) -> Evaluation:
    """All steps in order. With a model its dimensions and counsel stand; delivery, notes and scores stay code's.

    Raises JudgeFailed when the model gives no usable judgement; the rules do not step in for it silently.
    """
    answers = assemble(document)
    notes = turn_notes(answers, classify)
    taking = delivery(document, live)
    readings = read_answers(answers.answers, ground(document))
    drafts = judge_dimensions(document, answers, rubric, taking, readings)
    proved = prove_dimensions(drafts, document, rubric)
    advice = counsel(document, answers, notes, proved, kit, known_issues, readings)
    if model is None:
        analysis = report(
            document, rubric, answers=answers, notes=notes, turn_taking=taking, proved=proved, counsel=advice
        )
        return Evaluation(analysis)
    judged = await judge(document, rubric, model, samples=samples)
    own = [draft for draft in drafts if draft.key in {d.key for d in rubric.dimensions if d.delivery_only}]
    proved = prove_dimensions([*judged.drafts, *own], document, rubric, judged.dropped)
    try:
        analysis = report(
            document, rubric, answers=answers, notes=notes, turn_taking=taking, proved=proved,
            counsel=judged.counsel_over(advice), provenance=judged.provenance,
        )  # fmt: skip
    except ReportRefused as refused:
        raise JudgeFailed(Failure.FORBIDDEN_CLAIM, str(refused), raw=judged.raw) from refused
    return Evaluation(analysis, judged)
