"""The steps of a report, each the evaluators' function with what it reads and stores; JSON passes between them.

Judging is arithmetic over text and runs in a thread, so that the background loop goes on answering; what is written is
written in the transaction that finishes the step. A part whose step failed is null for the report, which names it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import UUID

from pydantic import TypeAdapter

from agent.ports import CodeRunner, RunnerBusyError
from evaluators.assemble import assemble
from evaluators.delivery import delivery
from evaluators.dimensions import judge_dimensions
from evaluators.exercise_scoring import with_exercises
from evaluators.guard import ReportRefused, validate_plan
from evaluators.jd_match import jd_match
from evaluators.judge import JudgeFailed, JudgeResult, judge
from evaluators.memory import observe
from evaluators.ports import Failure, ModelClient
from evaluators.practice import is_technical, next_actions
from evaluators.proof import prove_dimensions
from evaluators.relevance import asked_dimensions
from evaluators.report import report
from evaluators.rewrites import rewrites
from evaluators.scoring import is_vouched, score
from evaluators.shapes import AnswerSet, DimensionDraft, Proved
from evaluators.turn_notes import turn_notes
from schema.analysis import AnswerRewrite, JdMatch, MemoryUpdate, NextAction, Overall, TurnNote, TurnTaking
from schema.base import Shape
from schema.exercise_results import ExerciseResult
from server.db import Database, DbSession
from server.evaluation_material import FIRST, Assembled, Material, Shelf, classifier_for, without_exercises
from server.exercise_judging import ExerciseJudging
from server.no_sandbox import NoSandbox
from server.repositories.coaching import Coaching
from server.repositories.exercise_sessions import ExerciseSessions
from server.repositories.memory import Memory
from server.repositories.reports import Reports
from server.usecases.coaching import Latest, Week, given_to_coach, plan_week
from server.usecases.memory import remember
from server.usecases.reports import Kept, Step, StepFailedError, StepResult

__all__ = ["AGAIN", "FAILURES", "Evaluation", "classifier_for"]

log = logging.getLogger("interview.reports")

NOTES = TypeAdapter(tuple[TurnNote, ...])
REWRITES = TypeAdapter(tuple[AnswerRewrite, ...])
EXERCISES = TypeAdapter(tuple[ExerciseResult, ...])
ACTIONS = TypeAdapter(tuple[NextAction, ...])
BATCH = 4  # notes that are stored, and so shown, at once

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
NO_WEEK = FAILURES | {Failure.REFUSAL: "The model declined to plan the week."}
PLAN_AGAIN = "Try again, or start the server without a model: then rules plan it."


class Judgement(Shape):
    """What the judging step gives: the drafts to prove, and the model's own result where a model judged."""

    drafts: tuple[DimensionDraft, ...]
    judged: JudgeResult | None = None


class Evaluation:
    """Reads interviews from the database and runs the evaluators on them, with a model where one is set."""

    def __init__(
        self,
        database: Database,
        model: ModelClient | None,
        samples: int = 3,
        runner: CodeRunner | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`clock` gives the moment from which a week is planned."""
        self._database, self._clock = database, clock
        self._model = model
        self._samples = samples
        self._runner = runner or NoSandbox()
        self._shelf = Shelf(database)

    def steps(self) -> tuple[Step, ...]:
        """In the order in which they run and are shown."""
        first = (FIRST,)
        steps = (
            Step(FIRST, "Putting your answers together", self.transcript),
            Step("turn_notes", "Notes on each answer", self.turn_notes, needs=first),
            Step("delivery", "How the conversation went", self.delivery, needs=first),
            Step("dimensions", "Judging by the rubric", self.dimensions, needs=first, uses=("delivery",)),
            Step("proof", "Finding every quote in what you said", self.proof, needs=("dimensions",)),
            Step("jd_match", "What the job asks for", self.jd_match, needs=first, uses=("dimensions",)),
            Step("exercises", "Exercises", self.exercises, needs=first),
            Step("scoring", "Scores", self.scoring, needs=("proof",), uses=("exercises",)),
            Step("rewrites", "Better answers", self.rewrites, needs=first, uses=("turn_notes", "dimensions")),
            Step("next_actions", "Next steps", self.next_actions, needs=("proof",), uses=("turn_notes", "jd_match")),
            Step("memory", "What to remember", self.memory, needs=("proof",), uses=("turn_notes",)),
            Step("coach", "Your week", self.coach, needs=("scoring",), uses=("turn_notes", "jd_match", "memory")),
        )
        others = tuple(step.name for step in steps if step.name != "scoring")
        return (*steps, Step("report", "The report", self.report, needs=("scoring",), uses=others))

    def let_go(self, session_id: UUID) -> None:
        """An attempt is over: nobody's words are held longer."""
        self._shelf.let_go(session_id)

    # ------------------------------------------------------------------ the steps

    async def transcript(self, session_id: UUID, kept: Kept) -> StepResult:
        material = await self._shelf.take(session_id, kept)
        answers = without_exercises(await asyncio.to_thread(assemble, material.document), material.exercises)
        return StepResult(Assembled(answers=answers, papers=material.papers).model_dump_json())

    async def turn_notes(self, session_id: UUID, kept: Kept) -> StepResult:
        material, answers = await self._shelf.take(session_id, kept), _answers(kept)
        notes: tuple[TurnNote, ...] = ()
        for batch in _batches(answers):
            found = await asyncio.to_thread(turn_notes, batch, material.classify)
            async with self._database.write() as db:
                await Reports(db).put_notes(session_id, found, start=len(notes))
            notes += found

        async def store(db: DbSession) -> None:
            await Reports(db).cut_notes(session_id, len(notes))

        return StepResult(NOTES.dump_json(notes).decode(), store)

    async def delivery(self, session_id: UUID, kept: Kept) -> StepResult:
        material = await self._shelf.take(session_id, kept)
        found = await asyncio.to_thread(delivery, material.document, material.live)
        return StepResult(found.model_dump_json())

    async def dimensions(self, session_id: UUID, kept: Kept) -> StepResult:
        material = await self._shelf.take(session_id, kept)
        drafts = await asyncio.to_thread(_drafts, material, _answers(kept), _turn_taking(kept) or TurnTaking())
        if self._model is None:
            return StepResult(Judgement(drafts=drafts).model_dump_json())
        try:
            judged = await judge(material.quotable, material.rubric, self._model, samples=self._samples)
        except JudgeFailed as failure:
            raise StepFailedError(f"{FAILURES[failure.reason]} {AGAIN}") from failure
        by_code = {dimension.key for dimension in material.rubric.dimensions if dimension.delivery_only}
        both = (*judged.drafts, *(draft for draft in drafts if draft.key in by_code))
        return StepResult(Judgement(drafts=both, judged=judged).model_dump_json())

    async def proof(self, session_id: UUID, kept: Kept) -> StepResult:
        material, judged = await self._shelf.take(session_id, kept), _judged(kept)
        drafts, dropped = _judgement(kept).drafts, judged.dropped if judged else 0
        proved = await asyncio.to_thread(prove_dimensions, drafts, material.document, material.rubric, dropped)
        return StepResult(proved.model_dump_json())

    async def jd_match(self, session_id: UUID, kept: Kept) -> StepResult:
        material, judged = await self._shelf.take(session_id, kept), _judged(kept)
        match = await asyncio.to_thread(_match, material, _answers(kept))
        return StepResult((judged.jd_match_over(match) if judged else match).model_dump_json())

    async def exercises(self, session_id: UUID, kept: Kept) -> StepResult:
        material = await self._shelf.take(session_id, kept)
        judging = ExerciseJudging(self._runner, self._model)
        try:
            results = await judging.judge(material.document, material.exercises, owner=str(material.user_id))
        except JudgeFailed as failure:
            raise StepFailedError(f"{FAILURES[failure.reason]} {AGAIN}") from failure
        except RunnerBusyError as busy:
            raise StepFailedError("Your code could not be run: too many runs were waiting. Try again.") from busy

        async def store(db: DbSession) -> None:
            await ExerciseSessions(db).judged(session_id, results)

        return StepResult(EXERCISES.dump_json(results, by_alias=True).decode(), store)

    async def scoring(self, session_id: UUID, kept: Kept) -> StepResult:
        material, answers = await self._shelf.take(session_id, kept), _answers(kept)
        has_jd = bool(material.document.jd and material.document.jd.strip())
        dimensions, answered, open_ones = _proved(kept).dimensions, len(answers.answers), len(answers.unanswered)
        overall: Overall = score(
            dimensions,
            material.rubric,
            answered=answered,
            unanswered=open_ones,
            asked=None if _judged(kept) else asked_dimensions(answers, has_jd=has_jd),
        )
        vouched = is_vouched(dimensions, material.rubric, answered=answered, unanswered=open_ones)
        whole = with_exercises(overall, _exercises(kept) or (), material.exercise_share, vouched=vouched)
        return StepResult(whole.model_dump_json())

    async def rewrites(self, session_id: UUID, kept: Kept) -> StepResult:
        material, judged = await self._shelf.take(session_id, kept), _judged(kept)
        better = await asyncio.to_thread(_rewrites, material, _answers(kept), _notes(kept) or ())
        return StepResult(REWRITES.dump_json(judged.rewrites_over(better) if judged else better).decode())

    async def next_actions(self, session_id: UUID, kept: Kept) -> StepResult:
        material, judged = await self._shelf.take(session_id, kept), _judged(kept)
        match = _jd_match(kept) or JdMatch()
        technical = is_technical(material.kit)
        actions = next_actions(_answers(kept), _notes(kept) or (), _proved(kept).dimensions, match, technical)
        return StepResult(ACTIONS.dump_json(judged.next_actions_over(actions) if judged else actions).decode())

    async def memory(self, session_id: UUID, kept: Kept) -> StepResult:
        material, notes = await self._shelf.take(session_id, kept), _notes(kept) or ()
        dimensions = _proved(kept).dimensions
        seen = await asyncio.to_thread(
            observe, session_id, material.held_at, material.kit.role_category, _answers(kept), notes, dimensions,
            document=material.document,
        )  # fmt: skip

        async def store(db: DbSession) -> str:
            changed = await remember(db, material.user_id, seen, notes, dimensions)
            return changed.model_dump_json()

        return StepResult("", store)

    async def coach(self, session_id: UUID, kept: Kept) -> StepResult:
        material, now = await self._shelf.take(session_id, kept), self._clock()
        async with self._database.read() as db:
            given = await given_to_coach(db, material.user_id, _latest(session_id, material, kept), now)
        try:
            week = await plan_week(given, self._model)
            validate_plan(week.plan)
        except JudgeFailed as failure:
            raise StepFailedError(f"{NO_WEEK[failure.reason]} {PLAN_AGAIN}") from failure
        except ReportRefused as refused:
            log.error("a week was held back: %s", refused, extra={"session_id": str(session_id)})
            raise StepFailedError(f"The week was held back: it said more than can be shown. {PLAN_AGAIN}") from refused

        async def store(db: DbSession) -> None:
            await Memory(db).hold(material.user_id)
            await Coaching(db).put(material.user_id, session_id, week.plan, now.date(), raw=week.raw)

        return StepResult(week.model_dump_json(), store)

    async def report(self, session_id: UUID, kept: Kept) -> StepResult:
        material, judged, week = await self._shelf.take(session_id, kept), _judged(kept), _week(kept)
        try:
            analysis = await asyncio.to_thread(
                report,
                material.quotable,
                material.rubric,
                answers=_answers(kept),
                proved=_proved(kept),
                overall=Overall.model_validate_json(kept["scoring"]),
                notes=_notes(kept),
                turn_taking=_turn_taking(kept),
                jd_match=_jd_match(kept),
                answer_rewrites=REWRITES.validate_json(kept["rewrites"]) if "rewrites" in kept else None,
                next_actions=ACTIONS.validate_json(kept["next_actions"]) if "next_actions" in kept else None,
                memory_update=MemoryUpdate.model_validate_json(kept["memory"]) if "memory" in kept else None,
                coach=week.plan if week else None,
                exercises=_exercises(kept),
                judged=judged,
            )
        except ReportRefused as refused:  # it names the place and the rule, nobody's words
            log.error("a report was held back: %s", refused, extra={"session_id": str(session_id)})
            raise StepFailedError(f"The report was held back: it said more than can be shown. {AGAIN}") from refused
        raw = {**(judged.raw_record() if judged else {}), **({"coach": list(week.raw)} if week and week.raw else {})}

        async def store(db: DbSession) -> None:
            await Reports(db).put_analysis(session_id, analysis, raw or None)

        return StepResult("{}", store)


# ---------------------------------------------------------------------- in the thread


def _drafts(material: Material, answers: AnswerSet, taking: TurnTaking) -> tuple[DimensionDraft, ...]:
    readings = material.readings(answers)
    job = material.papers.job
    return tuple(judge_dimensions(material.document, answers, material.rubric, taking, readings, job))


def _match(material: Material, answers: AnswerSet) -> JdMatch:
    papers = material.papers
    readings = material.readings(answers)
    return jd_match(
        material.quotable, answers, readings,
        job=papers.job, resume=papers.resume_extract, today=material.held_at.date(),
    )  # fmt: skip


def _rewrites(material: Material, answers: AnswerSet, notes: tuple[TurnNote, ...]) -> tuple[AnswerRewrite, ...]:
    return tuple(rewrites(material.document, answers, notes, material.readings(answers)))


def _batches(answers: AnswerSet) -> Iterator[AnswerSet]:
    for start in range(0, len(answers.answers), BATCH):
        yield answers.model_copy(update={"answers": answers.answers[start : start + BATCH]})


# ---------------------------------------------------------------------- what earlier steps gave; None where one failed


def _answers(kept: Kept) -> AnswerSet:
    return Assembled.model_validate_json(kept[FIRST]).answers


def _notes(kept: Kept) -> tuple[TurnNote, ...] | None:
    return NOTES.validate_json(kept["turn_notes"]) if "turn_notes" in kept else None


def _turn_taking(kept: Kept) -> TurnTaking | None:
    return TurnTaking.model_validate_json(kept["delivery"]) if "delivery" in kept else None


def _judgement(kept: Kept) -> Judgement:
    return Judgement.model_validate_json(kept["dimensions"])


def _judged(kept: Kept) -> JudgeResult | None:
    return _judgement(kept).judged if "dimensions" in kept else None


def _exercises(kept: Kept) -> tuple[ExerciseResult, ...] | None:
    return EXERCISES.validate_json(kept["exercises"]) if "exercises" in kept else None


def _proved(kept: Kept) -> Proved:
    return Proved.model_validate_json(kept["proof"])


def _jd_match(kept: Kept) -> JdMatch | None:
    return JdMatch.model_validate_json(kept["jd_match"]) if "jd_match" in kept else None


def _week(kept: Kept) -> Week | None:
    return Week.model_validate_json(kept["coach"]) if "coach" in kept else None


def _latest(session_id: UUID, material: Material, kept: Kept) -> Latest:
    match = _jd_match(kept)
    return Latest(
        session_id=session_id,
        at=material.held_at,
        role_category=material.kit.role_category,
        role_kit=material.kit.key,
        kit=material.kit,
        role_title=material.document.role_title,
        interview_type=material.document.interview_type,
        score=Overall.model_validate_json(kept["scoring"]).score,
        dimensions=_proved(kept).dimensions,
        notes=_notes(kept) or (),
        gaps=match.priority_gaps if match else (),
    )
