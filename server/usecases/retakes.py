"""A moment taken again: the same question answered once more, both answers read by the same rules, side by side.

Nothing of the interview changes: the retake stands beside it. Before and after are each judged alone, as if the
question were the whole interview, so that the two levels of a line mean the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import UUID, uuid4

from evaluators.assemble import assemble, is_answer
from evaluators.dimensions import judge_dimensions
from evaluators.ports import Classify
from evaluators.proof import prove_dimensions
from evaluators.shapes import RULES_EVALUATOR, RULES_VERSION, Answer, Question
from evaluators.turn_notes import turn_notes
from schema.analysis import DimensionScore, TurnTaking
from schema.base import Shape
from schema.rubric import Rubric
from schema.transcript import TranscriptDocument, TranscriptTurn
from schema.vocabulary import AnswerStrength, MissingPiece, QuestionKind, Speaker
from server.errors import AppError, NotFoundError
from server.evaluation_material import Shelf
from server.files import remove_take, store_take, take_path
from server.repositories.interviews import InterviewRecord, Interviews
from server.repositories.retakes import NewRetake, RetakeRecord, Retakes
from server.services import Services
from server.usecases.reports import StepFailedError
from server.usecases.sessions import OVER
from server.usecases.speech_upload import Spoken

MOST_RETAKES = 200  # of one interview
NO_ANSWER = "This question had no answer in the interview."
NOTHING_SAID = "Nothing here answers the question: no step of yours, no figure and no outcome."


class Side(Shape):
    """One of the two answers. `strength` is null where the question had no answer."""

    text: str
    strength: AnswerStrength | None
    missing: tuple[MissingPiece, ...] = ()
    metrics: tuple[str, ...] = ()
    note: str


class Line(Shape):
    """One rubric line. Levels on its 0-5 scale; null: nothing proves one."""

    key: str
    name: str
    before: float | None
    after: float | None
    said: str


class Comparison(Shape):
    """What is stored of a retake's judgement."""

    before: Side
    after: Side
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One question of an interview that is over, with the turns that answered it."""

    document: TranscriptDocument  # the whole interview, for its role and texts
    question: Question | Answer
    turns: tuple[TranscriptTurn, ...]
    rubric: Rubric
    classify: Classify


async def take_again(services: Services, interview: InterviewRecord, question_id: str, spoken: Spoken) -> RetakeRecord:
    """Judge and store one more answer. Raises AppError as `find_moment` does, and where there are too many."""
    moment = await find_moment(services, interview, question_id)
    async with services.db.read() as db:
        if await Retakes(db).count(interview.id) >= MOST_RETAKES:
            raise AppError("too_many", 409, "There are many retakes of this interview. Delete some of them first.")
    compared = await asyncio.to_thread(compare, moment, spoken)
    retake_id = uuid4()
    path = await asyncio.to_thread(_keep, services.settings.home, interview, retake_id, spoken.wav)
    try:
        async with services.db.write() as db:
            if await Interviews(db).get(interview.id, interview.user_id) is None:  # deleted meanwhile
                raise NotFoundError("There is no such interview. It may have been deleted.")
            return await Retakes(db).put(
                NewRetake(
                    id=retake_id,
                    session_id=interview.id,
                    question_id=question_id,
                    question=moment.question.question,
                    text=spoken.text,
                    words=spoken.words,
                    typed=spoken.typed,
                    audio_path=path,
                    judged=compared.model_dump(mode="json"),
                    evaluator=RULES_EVALUATOR,
                    evaluator_version=RULES_VERSION,
                )
            )
    except BaseException:
        if path is not None:
            await asyncio.to_thread(remove_take, services.settings.home, path)
        raise


async def find_moment(services: Services, interview: InterviewRecord, question_id: str) -> Moment:
    """The question with its answer. Raises AppError where the interview goes on, or nothing can be judged."""
    if interview.status not in OVER:
        raise AppError("interview_open", 409, "This interview is not over yet. Finish it, then retake an answer.")
    try:
        material = await Shelf(services.db).take(interview.id, {})
    except StepFailedError as failure:
        raise AppError("not_judged", 409, str(failure)) from failure
    return moment_of(material.document, question_id, material.rubric, material.classify)


def moment_of(document: TranscriptDocument, question_id: str, rubric: Rubric, classify: Classify) -> Moment:
    """Raises NotFoundError for a question that was not asked, AppError for the candidate's own turn to ask."""
    found = assemble(document)
    known: tuple[Answer | Question, ...] = (*found.answers, *found.unanswered)
    question = next((one for one in known if one.question_id == question_id), None)
    if question is None or not any(turn.question_id == question_id for turn in document.turns):
        raise NotFoundError("This question was not asked in this interview.")
    if question.kind is QuestionKind.INVITATION:
        raise AppError("not_judged", 409, "Here it was your turn to ask, so there is no answer to compare.")
    turns = () if isinstance(question, Question) else tuple(document.turns[one.turn_index] for one in question.turns)
    return Moment(document, question, turns, rubric, classify)


# ------------------------------------------------------------------ judging


def compare(moment: Moment, spoken: Spoken) -> Comparison:
    """Both answers by the same rules. Takes a few hundredths of a second: call it off the event loop."""
    again = TranscriptTurn(
        speaker=Speaker.CANDIDATE,
        text=spoken.text,
        start_s=spoken.words[0].start_s if spoken.words else 0.0,
        end_s=spoken.words[-1].end_s if spoken.words else 0.0,
        words=spoken.words or None,
        typed=spoken.typed,
        question_id=moment.question.question_id,
    )
    before, levels_before = _judged(moment, moment.turns)
    after, levels_after = _judged(moment, (again,))
    lines = (_line(one, other) for one, other in zip(levels_before, levels_after, strict=True))
    return Comparison(before=before, after=after, lines=tuple(line for line in lines if line is not None))


def _judged(moment: Moment, turns: Sequence[TranscriptTurn]) -> tuple[Side, tuple[DimensionScore, ...]]:
    question = TranscriptTurn(
        speaker=Speaker.INTERVIEWER,
        text=moment.question.question,
        start_s=0.0,
        end_s=0.0,
        question_id=moment.question.question_id,
    )
    document = moment.document.model_copy(update={"turns": (question, *turns)})
    answers = assemble(document)
    content = moment.rubric.model_copy(
        update={"dimensions": tuple(one for one in moment.rubric.dimensions if not one.delivery_only)}
    )
    drafts = judge_dimensions(document, answers, content, TurnTaking())
    proved = prove_dimensions(drafts, document, content)
    return _side(turns, turn_notes(answers, moment.classify)), proved.dimensions


def _side(turns: Sequence[TranscriptTurn], notes: Sequence[object]) -> Side:
    text = " ".join(turn.text for turn in turns)
    if not turns:
        return Side(text="", strength=None, note=NO_ANSWER)
    if not notes or not any(is_answer(turn.text) for turn in turns):
        return Side(text=text, strength=AnswerStrength.VAGUE, missing=tuple(MissingPiece), note=NOTHING_SAID)
    return Side.model_validate({"text": text, **_read(notes[0])})


def _read(note: object) -> dict[str, object]:
    return {name: getattr(note, name) for name in ("strength", "missing", "metrics", "note")}


def _line(before: DimensionScore, after: DimensionScore) -> Line | None:
    """The rubric line of both, where either shows it."""
    if before.anchor is None and after.anchor is None:
        return None
    return Line(key=after.key, name=after.name, before=before.anchor, after=after.anchor, said=_said(before, after))


def _said(before: DimensionScore, after: DimensionScore) -> str:
    if after.anchor is None:
        return f"Your first answer showed this, the new one does not. {after.note or ''}".strip()
    if before.anchor is None:
        return f"New in this answer. {_shown(after)}".strip()
    if after.anchor > before.anchor:
        return f"Up from {before.anchor:g} to {after.anchor:g}. {_shown(after)}".strip()
    if after.anchor < before.anchor:
        return f"Down from {before.anchor:g} to {after.anchor:g}. {after.note or ''}".strip()
    return f"As before. {after.note or _shown(after)}".strip()


def _shown(found: DimensionScore) -> str:
    quote = next(iter(found.evidence), None)
    return "" if quote is None else f"“{quote.quote}”: {quote.why}"


# ------------------------------------------------------------------ the recording of a take


def _keep(home: Path, interview: InterviewRecord, retake_id: UUID, wav: bytes | None) -> PurePosixPath | None:
    """Store the sound where the interview itself is kept as sound; its path relative to the data folder."""
    if wav is None or not interview.record:
        return None
    path = take_path(interview.id, retake_id)
    try:
        store_take(home, path, wav)
    except BaseException:
        remove_take(home, path)
        raise
    return path


async def delete_retake(services: Services, interview: InterviewRecord, retake_id: UUID) -> None:
    """Remove a retake with its sound. Raises NotFoundError."""
    found = await find_retake(services, interview, retake_id)
    if found.audio_path is not None:
        await asyncio.to_thread(remove_take, services.settings.home, found.audio_path)
    async with services.db.write() as db:
        await Retakes(db).delete(retake_id, interview.id)
    await services.db.scrub()


async def find_retake(services: Services, interview: InterviewRecord, retake_id: UUID) -> RetakeRecord:
    """Raises NotFoundError for one that is not of this interview."""
    async with services.db.read() as db:
        found = await Retakes(db).get(retake_id, interview.id)
    if found is None:
        raise NotFoundError("There is no such retake. It may have been deleted.")
    return found
