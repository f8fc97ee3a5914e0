"""What the evaluators read of one interview: fetched once for each attempt at its report, and held till it is over.

The papers, job description and résumé, are part of what the first step gives, and later attempts go by those: a report
stays the judgement of one state of them, also where a document was corrected or deleted between a step that failed and
its retry. That copy goes with everything else the durable engine keeps: when the report is done or the interview is
deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from agent.transcript import STEP
from controller.classifier import classify
from controller.decisions import Action
from evaluators.evidence import ground
from evaluators.ports import Classify
from evaluators.reading import Reading, read_answers
from evaluators.shapes import AnswerSet
from schema.analysis import TurnTaking
from schema.base import Shape
from schema.documents import JobExtract, ResumeExtract
from schema.plan import InterviewPlan
from schema.rubric import RoleKit, Rubric
from schema.transcript import AnswerSignals, TranscriptDocument, TranscriptTurn, Turn
from schema.vocabulary import MissingPiece, Speaker
from server.db import Database
from server.exercise_material import HeldExercise, held_exercises
from server.live_figures import turn_taking_of
from server.repositories.catalog import CatalogRows
from server.repositories.events import load_events
from server.repositories.interviews import InterviewBundle, InterviewRecord, Interviews
from server.repositories.turns import Turns
from server.usecases.asked import AskedQuestion, asked
from server.usecases.reports import Kept, StepFailedError

MOST_HELD = 8  # interviews at once; more are judged all the same, only read again
FIRST = "transcript"  # the step that gives `Assembled`


class Papers(Shape):
    """The documents behind an interview: their texts, and what was read from them with the user's corrections."""

    jd: str | None = None
    resume: str | None = None
    job: JobExtract | None = None
    resume_extract: ResumeExtract | None = None


class Assembled(Shape):
    """What the first step gives."""

    answers: AnswerSet
    papers: Papers = Papers()


@dataclass(slots=True)
class Material:
    """One interview as the evaluators read it."""

    user_id: UUID
    held_at: datetime  # when the interview was held
    document: TranscriptDocument
    papers: Papers
    rubric: Rubric
    kit: RoleKit
    live: TurnTaking | None
    classify: Classify
    exercises: tuple[HeldExercise, ...] = ()
    exercise_share: float = 0.0  # of the planned minutes
    _readings: tuple[Reading, ...] | None = None

    @property
    def quotable(self) -> TranscriptDocument:
        """The document with everything in it that a report may quote: the user's corrections stand in no text."""
        papers = self.papers
        jd, resume = _with_extract(papers.jd, papers.job), _with_extract(papers.resume, papers.resume_extract)
        return self.document.model_copy(update={"jd": jd, "resume": resume})

    def readings(self, answers: AnswerSet) -> tuple[Reading, ...]:
        """What the rules read in every answer, worked out once."""
        if self._readings is None:
            self._readings = tuple(read_answers(answers.answers, ground(self.document)))
        return self._readings


class Shelf:
    """The interviews that are being judged."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held: dict[UUID, Material] = {}

    async def take(self, session_id: UUID, kept: Kept) -> Material:
        """The interview, read from the database where it is not at hand. Raises StepFailedError where it is gone."""
        found = self._held.get(session_id)
        if found is None:
            papers = Assembled.model_validate_json(kept[FIRST]).papers if FIRST in kept else None
            found = await self._read(session_id, papers)
            while len(self._held) >= MOST_HELD:
                del self._held[next(iter(self._held))]
            self._held[session_id] = found
        return found

    def let_go(self, session_id: UUID) -> None:
        """Hold it no longer."""
        self._held.pop(session_id, None)

    async def _read(self, session_id: UUID, papers: Papers | None) -> Material:
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
        papers = papers or _papers(bundle)
        questions = asked(record for record in records if record.kind == STEP)
        interview, document = bundle.interview, _document(bundle.interview, turns, questions, papers)
        return Material(
            user_id=interview.user_id,
            held_at=interview.ended_at or interview.created_at,
            document=document,
            papers=papers,
            rubric=rubric,
            kit=found[1],
            live=turn_taking_of(records),
            classify=_classifier(bundle, document, questions),
            exercises=held_exercises(bundle.plan, bundle.exercises, records),
            exercise_share=_exercise_share(bundle.plan),
        )


def _exercise_share(plan: InterviewPlan) -> float:
    """The share of the planned minutes that belongs to exercises."""
    whole = sum(phase.mins for phase in plan.phases)
    return sum(phase.mins for phase in plan.phases if phase.exercises) / whole


def without_exercises(answers: AnswerSet, exercises: Sequence[HeldExercise]) -> AnswerSet:
    """The answers about the candidate's own work: what is said over an exercise has rules of its own."""
    theirs = frozenset(key for exercise in exercises for key in exercise.question_ids)
    return answers.model_copy(
        update={
            "answers": tuple(answer for answer in answers.answers if answer.question_id not in theirs),
            "unanswered": tuple(question for question in answers.unanswered if question.question_id not in theirs),
        }
    )


def _papers(bundle: InterviewBundle) -> Papers:
    return Papers(jd=bundle.jd_text, resume=bundle.resume_text, job=bundle.job, resume_extract=bundle.resume)


def _document(
    interview: InterviewRecord, turns: Sequence[Turn], questions: Sequence[AskedQuestion], papers: Papers
) -> TranscriptDocument:
    wording = {question.decision.question_id: question.decision.text for question in questions}
    return TranscriptDocument(
        role_kit=interview.role_kit,
        role_title=interview.role_title,
        seniority=interview.seniority,
        interview_type=interview.interview_type,
        jd=papers.jd,
        resume=papers.resume,
        turns=tuple(
            TranscriptTurn.model_validate(_whole(turn, wording).model_dump(exclude={"index"})) for turn in turns
        ),
    )


def _whole(turn: Turn, wording: Mapping[str | None, str]) -> Turn:
    """A question that was cut short, in full: who types reads it to its end, and "Let's" is no question to judge by."""
    text = wording.get(turn.question_id, "") if turn.speaker is Speaker.INTERVIEWER and turn.interrupted else ""
    cut = len(text) > len(turn.text) and text.startswith(turn.text.rstrip(" .…"))
    return turn.model_copy(update={"text": text, "words": ()}) if cut else turn


def _with_extract(text: str | None, extract: JobExtract | ResumeExtract | None) -> str | None:
    said = list(_texts(extract.model_dump(mode="json", exclude={"spans"}))) if extract is not None else []
    return "\n".join([text or "", *said]).strip() or None


def _texts(node: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for item in node.values() if isinstance(node, dict) else node:
            yield from _texts(item)


def _classifier(bundle: InterviewBundle, document: TranscriptDocument, questions: Sequence[AskedQuestion]) -> Classify:
    patterns = {key: pattern.expects for key, pattern in bundle.patterns.items()}
    return classifier_for(document, questions, patterns)


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
