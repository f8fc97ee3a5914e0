"""The steps of a report, each the evaluators' function with what it reads and stores; JSON passes between them.

The transcript itself is read from the product's tables by every step that needs it, so that nobody's words are kept
twice for longer than a report takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from pydantic import TypeAdapter

from agent.transcript import STEP
from controller.classifier import classify
from controller.decisions import Action
from evaluators.assemble import assemble
from evaluators.delivery import delivery
from evaluators.dimensions import judge_dimensions
from evaluators.guard import ReportRefused
from evaluators.judge import JudgeFailed, JudgeResult, judge
from evaluators.ports import Classify, Failure, ModelClient
from evaluators.proof import prove_dimensions
from evaluators.report import RULES, counsel, report
from evaluators.scoring import score
from evaluators.shapes import AnswerSet, Counsel, DimensionDraft, Proved
from evaluators.turn_notes import turn_notes
from schema.analysis import Overall, TurnNote, TurnTaking
from schema.base import Shape
from schema.rubric import RoleKit, Rubric
from schema.transcript import AnswerSignals, TranscriptDocument, TranscriptTurn
from schema.vocabulary import MissingPiece
from server.db import Database, DbSession
from server.live_figures import turn_taking_of
from server.repositories.catalog import CatalogRows
from server.repositories.events import load_events
from server.repositories.interviews import Interviews
from server.repositories.reports import Reports
from server.repositories.turns import Turns
from server.usecases.reports import Kept, Step, StepFailedError, StepResult
from server.usecases.sessions import AskedQuestion, asked

NOTES = TypeAdapter(tuple[TurnNote, ...])
SAMPLES = 1

FAILURES = {
    Failure.TIMEOUT: "The model took too long to answer.",
    Failure.CONNECTION: "The model could not be reached.",
    Failure.HTTP_STATUS: "The model's server refused the request.",
    Failure.REFUSAL: "The model declined to judge this interview.",
    Failure.TRUNCATED: "The model's answer was cut off.",
    Failure.INVALID_JSON: "The model's answer could not be read.",
    Failure.SCHEMA_MISMATCH: "The model's answer did not have the agreed form.",
    Failure.FORBIDDEN_CLAIM: "The model claimed what no transcript can support.",
}
AGAIN = "Try again, or start the server without a model: then rules judge."


class Judgement(Shape):
    """What the judging step gives: the drafts to prove, and the model's own result where a model judged."""

    drafts: tuple[DimensionDraft, ...]
    judged: JudgeResult | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """One interview as the evaluators read it."""

    document: TranscriptDocument
    rubric: Rubric
    kit: RoleKit
    live: TurnTaking | None
    classify: Classify


class Evaluation:
    """Reads interviews from the database and runs the evaluators on them, with a model where one is set."""

    def __init__(self, database: Database, model: ModelClient | None) -> None:
        self._database = database
        self._model = model

    def steps(self) -> tuple[Step, ...]:
        """In the order in which they run and are shown."""
        return (
            Step("transcript", "Putting your answers together", self.transcript),
            Step("turn_notes", "Notes on each answer", self.turn_notes, needs=("transcript",)),
            Step("delivery", "How the conversation went", self.delivery, needs=("transcript",)),
            Step("dimensions", "Judging by the rubric", self.dimensions, needs=("transcript",), uses=("delivery",)),
            Step("proof", "Finding every quote in what you said", self.proof, needs=("dimensions",)),
            Step("scoring", "Scores", self.scoring, needs=("proof",)),
            Step("advice", "What to practise next", self.advice, needs=("proof",), uses=("turn_notes",)),
            Step("report", "The report", self.report, needs=("scoring", "advice"), uses=("turn_notes", "delivery")),
        )

    # ------------------------------------------------------------------ the steps

    async def transcript(self, session_id: UUID, _: Kept) -> StepResult:
        material = await self._material(session_id)
        return StepResult(assemble(material.document).model_dump_json())

    async def turn_notes(self, session_id: UUID, kept: Kept) -> StepResult:
        material = await self._material(session_id)
        notes = turn_notes(_answers(kept), material.classify)

        async def store(db: DbSession) -> None:
            await Reports(db).put_notes(session_id, notes)

        return StepResult(NOTES.dump_json(notes).decode(), store)

    async def delivery(self, session_id: UUID, _: Kept) -> StepResult:
        material = await self._material(session_id)
        return StepResult(delivery(material.document, material.live).model_dump_json())

    async def dimensions(self, session_id: UUID, kept: Kept) -> StepResult:
        material, answers = await self._material(session_id), _answers(kept)
        drafts = judge_dimensions(material.document, answers, material.rubric, _turn_taking(kept))
        if self._model is None:
            return StepResult(Judgement(drafts=drafts).model_dump_json())
        try:
            judged = await judge(material.document, material.rubric, self._model, samples=SAMPLES)
        except JudgeFailed as failure:
            raise StepFailedError(f"{FAILURES[failure.reason]} {AGAIN}") from failure
        by_code = {dimension.key for dimension in material.rubric.dimensions if dimension.delivery_only}
        both = (*judged.drafts, *(draft for draft in drafts if draft.key in by_code))
        return StepResult(Judgement(drafts=both, judged=judged).model_dump_json())

    async def proof(self, session_id: UUID, kept: Kept) -> StepResult:
        material, judgement = await self._material(session_id), _judgement(kept)
        dropped = judgement.judged.dropped if judgement.judged else 0
        return StepResult(
            prove_dimensions(judgement.drafts, material.document, material.rubric, dropped).model_dump_json()
        )

    async def scoring(self, session_id: UUID, kept: Kept) -> StepResult:
        material = await self._material(session_id)
        answers = _answers(kept)
        overall: Overall = score(
            _proved(kept).dimensions,
            material.rubric,
            answered=len(answers.answers),
            unanswered=len(answers.unanswered),
        )
        return StepResult(overall.model_dump_json())

    async def advice(self, session_id: UUID, kept: Kept) -> StepResult:
        material = await self._material(session_id)
        advice = counsel(material.document, _answers(kept), _notes(kept), _proved(kept), material.kit)
        judged = _judgement(kept).judged
        return StepResult((judged.counsel_over(advice) if judged else advice).model_dump_json())

    async def report(self, session_id: UUID, kept: Kept) -> StepResult:
        material, judged = await self._material(session_id), _judgement(kept).judged
        try:
            analysis = report(
                material.document,
                material.rubric,
                answers=_answers(kept),
                notes=_notes(kept),
                turn_taking=_turn_taking(kept),
                proved=_proved(kept),
                counsel=Counsel.model_validate_json(kept["advice"]),
                provenance=judged.provenance if judged else RULES,
            )
        except ReportRefused as refused:
            raise StepFailedError(f"The report was held back: it said more than can be shown. {AGAIN}") from refused
        raw = {"samples": [sample.model_dump(mode="json") for sample in judged.samples]} if judged else None

        async def store(db: DbSession) -> None:
            await Reports(db).put_analysis(session_id, analysis, raw)

        return StepResult("{}", store)

    # ------------------------------------------------------------------ what they read

    async def _material(self, session_id: UUID) -> Material:
        async with self._database.read() as db:
            bundle = await Interviews(db).bundle(session_id)
            turns = await Turns(db).load(session_id)
            records = await load_events(db, session_id)
            rows = CatalogRows(db)
            found = await rows.role_kit(bundle.interview.role_kit) if bundle else None
            rubric = await rows.rubric_for(bundle.interview.interview_type, found[1]) if bundle and found else None
        if bundle is None or found is None or rubric is None:
            raise StepFailedError("The interview, its role or its rubric is gone, so it cannot be judged.")
        if not turns:
            raise StepFailedError("Nothing was said in this interview, so there is nothing to judge.")
        interview = bundle.interview
        document = TranscriptDocument(
            role_kit=interview.role_kit,
            role_title=interview.role_title,
            seniority=interview.seniority,
            interview_type=interview.interview_type,
            jd=bundle.jd_text,
            resume=bundle.resume_text,
            turns=tuple(TranscriptTurn.model_validate(turn.model_dump(exclude={"index"})) for turn in turns),
        )
        patterns = {key: pattern.expects for key, pattern in bundle.patterns.items()}
        questions = asked(record for record in records if record.kind == STEP)
        return Material(
            document, rubric, found[1], turn_taking_of(records), classifier_for(document, questions, patterns)
        )


def classifier_for(
    document: TranscriptDocument,
    questions: Sequence[AskedQuestion],
    expected: dict[str, tuple[MissingPiece, ...]],
) -> Callable[[str, str], AnswerSignals]:
    """The controller's classifier, told what each question of this interview was after, as the interviewer was."""
    wanted: dict[str, tuple[MissingPiece, ...]] = {}
    for question in questions:
        decision = question.decision
        if decision.action is Action.PROBE and decision.asks_for is not None:
            wanted[decision.question_id or ""] = (decision.asks_for,)
        elif decision.pattern_key in expected:
            wanted[decision.question_id or ""] = expected[decision.pattern_key]
    by_text = {turn.text.strip(): wanted.get(turn.question_id or "") for turn in document.turns}
    return lambda question, answer: classify(question=question, answer=answer, expects=by_text.get(question))


def _answers(kept: Kept) -> AnswerSet:
    return AnswerSet.model_validate_json(kept["transcript"])


def _notes(kept: Kept) -> tuple[TurnNote, ...]:
    return NOTES.validate_json(kept["turn_notes"]) if "turn_notes" in kept else ()


def _turn_taking(kept: Kept) -> TurnTaking:
    return TurnTaking.model_validate_json(kept["delivery"]) if "delivery" in kept else TurnTaking()


def _judgement(kept: Kept) -> Judgement:
    return Judgement.model_validate_json(kept["dimensions"])


def _proved(kept: Kept) -> Proved:
    return Proved.model_validate_json(kept["proof"])
