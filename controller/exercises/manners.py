"""Wishes and asides over an exercise that code and cases answer alike: again, a moment, a verdict, the way out."""

from __future__ import annotations

from dataclasses import replace

from controller import asides, feedback, wording
from controller.asides import Aside
from controller.asking import say_goodbye
from controller.decisions import Action
from controller.exercises import talk
from controller.exercises.hearing import Said
from controller.exercises.leaving import leave
from controller.exercises.saying import Remark, Step, says, stays_quiet
from controller.exercises.work import Awaits, CodingWork, Work
from controller.probes import opened
from controller.state import InterviewState
from controller.wishes import normalised

_ASIDES = {Said.PLAN: Aside.PLAN, Said.SCORE: Aside.SCORE, Said.ORDER: Aside.ORDER}
_ASKS_FOR_TIME = ("give", "can i", "could i", "may i", "i need", "let me have", "i'll need")


def granted(state: InterviewState, work: Work, said: Said, text: str, at_ms: int) -> Step | None:
    """The answer to a wish or an aside that has nothing to do with the exercise's kind; None for everything else."""
    match said:
        case Said.STOP:
            return say_goodbye(state, "You asked to end the interview.", lead=wording.STOPPED)
        case Said.SKIP:
            return leave(state, at_ms, why="You asked to leave this exercise.", lead=wording.SKIP_LEAD)
        case Said.REPEAT | Said.HEARING:
            return repeated(state, work, hearing=said is Said.HEARING)
        case Said.TIME:
            return _waits(state, work, text)
        case Said.FEEDBACK:
            return _fed_back(state, work)
        case Said.PLAN | Said.SCORE | Said.ORDER:
            aside = _ASIDES[said]
            return says(state, work, Remark(asides.REPLIES[aside], asides.REASONS[aside]))
        case Said.GREETING | Said.NOTHING:
            return stays_quiet(state, work, "You said nothing that needs an answer; the exercise is yours.")
        case _:
            return None


def repeated(state: InterviewState, work: Work, *, hearing: bool = False) -> Step:
    """What is to be done, once more."""
    question = opened(state)
    lead = wording.HEARING_LEAD if hearing else wording.AGAIN_LEADS[question.repeats % len(wording.AGAIN_LEADS)]
    reason = "You asked whether you can be heard." if hearing else "You asked to hear it again."
    once_more = replace(state, open=replace(question, repeats=question.repeats + 1))
    text = f"{lead} {question.core}"
    return says(once_more, work, Remark(text, reason, kind=question.asked.question_kind), Action.REPEAT)


def _waits(state: InterviewState, work: Work, text: str) -> Step:
    reason = "You asked for a moment to think."
    if work.awaits is Awaits.WORK and not any(one in normalised(text) for one in _ASKS_FOR_TIME):
        return stays_quiet(state, work, reason)
    return says(state, work, Remark(talk.TAKE_A_MINUTE, reason), Action.HOLD)


def _fed_back(state: InterviewState, work: Work) -> Step:
    reason = "You asked how it is going; while you work on it no verdict is given."
    if isinstance(work, CodingWork) and work.awaits is not Awaits.DISCUSSION:
        return says(state, work, Remark(talk.TESTS_TELL, reason))
    text = talk.NO_VERDICT if state.plan.global_rules.feedback_when_asked else feedback.DECLINED
    return says(state, work, Remark(text, reason))
