"""What the interviewer gives or refuses when something is asked of a case: an exhibit, an answer, "we have none"."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from controller.exercises import stages, talk
from controller.exercises.release import (
    Already,
    Clarified,
    NotAvailable,
    NothingAsked,
    Released,
    Requested,
    TooEarly,
)
from controller.exercises.saying import Remark, Step, says, stays_quiet
from controller.exercises.work import Awaits, CaseWork
from controller.state import InterviewState
from schema.exercises import CaseTemplate, StagedReveal
from schema.vocabulary import ExerciseStage, QuestionKind

SECOND = 2


def asked_of_the_table(
    state: InterviewState, work: CaseWork, case: CaseTemplate, request: Requested, at_ms: int
) -> Step:
    """What follows a request."""
    match request:
        case Released(reveals):
            return _released(state, work, case, reveals)
        case TooEarly():
            phase = stages.phase_of(work.stage)
            reason = "You asked for something that rests on what you have not seen yet."
            return says(state, work, Remark(talk.FIRST_THIS[phase], reason, Awaits.ANSWER, QuestionKind.TASK))
        case Clarified(key):
            return _clarified(state, work, case, key)
        case NotAvailable(what):
            text = talk.WE_LACK.format(what=what) if what else talk.WE_LACK_THAT
            reason = "You asked for something that the case does not have."
            return says(state, work, Remark(text, reason, Awaits.ANSWER, QuestionKind.TASK))
        case Already():
            return says(state, work, Remark(talk.ON_THE_TABLE, "You asked for what you have been given already."))
        case NothingAsked():
            return stays_quiet(state, work, "Nothing was asked.")
        case _:
            assert_never(request)


def _released(state: InterviewState, work: CaseWork, case: CaseTemplate, keys: tuple[str, ...]) -> Step:
    found = [_reveal(case, key) for key in keys]
    stage, turns = _stage_after(work, keys), 0 if work.stage is ExerciseStage.ANALYSIS else work.turns
    out = replace(work, reveals=(*work.reveals, *keys), stage=stage, turns=turns)
    text = " ".join(reveal.spoken for reveal in found)
    if "?" not in text:
        hypotheses = stage is ExerciseStage.HYPOTHESES and work.stage is ExerciseStage.FRAMING
        ask = stages.stage_question(state, stage) if hypotheses else _make_of_it(work)
        text = f"{text} {ask}"
    reason = f"You earned an exhibit: {'; '.join(_lower(reveal.condition) for reveal in found)}."
    return says(state, out, Remark(text, reason, Awaits.ANSWER, QuestionKind.TASK, reveals=keys))


def _stage_after(work: CaseWork, keys: tuple[str, ...]) -> ExerciseStage:
    """Who tests a hypothesis analyses; who looks at a second exhibit while framing is asked for a hypothesis."""
    if work.stage is ExerciseStage.HYPOTHESES:
        return ExerciseStage.ANALYSIS
    looks_on = work.stage is ExerciseStage.FRAMING and len(work.reveals) + len(keys) >= SECOND
    return ExerciseStage.HYPOTHESES if looks_on else work.stage


def _make_of_it(work: CaseWork) -> str:
    return talk.MAKE_OF_IT[len(work.reveals) % len(talk.MAKE_OF_IT)]


def _clarified(state: InterviewState, work: CaseWork, case: CaseTemplate, key: str) -> Step:
    if not case.clarifying_questions_allowed:
        return says(state, work, Remark(talk.NO_CLARIFYING, "In this case assumptions are yours to make."))
    answer = next(one.answer for one in case.clarifications if one.id == key)
    return says(state, work, Remark(answer, "You asked a question that has a plain answer.", kind=QuestionKind.TASK))


def _reveal(case: CaseTemplate, key: str) -> StagedReveal:
    return next(one for one in case.revealable_data if one.id == key)


def _lower(text: str) -> str:
    return (text[:1].lower() + text[1:]).rstrip(".")
