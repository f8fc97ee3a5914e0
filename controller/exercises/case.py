"""A case: framing, hypotheses, analysis, recommendation, risks; moved on by what is said, by time, or by wish."""

from __future__ import annotations

import re
from dataclasses import replace

from controller import wording
from controller.exercises import box, stages, talk
from controller.exercises.case_hearing import hides_its_arithmetic, recommends, suspects, wants_everything
from controller.exercises.hearing import Said, heard_as
from controller.exercises.leaving import leave
from controller.exercises.manners import granted
from controller.exercises.release import NotAvailable, NothingAsked, Requested, read_request
from controller.exercises.saying import Remark, Step, asks, says, stays_quiet, unsaid
from controller.exercises.table import asked_of_the_table
from controller.exercises.work import Awaits, CaseWork
from controller.state import InterviewState
from controller.wishes import agrees, declines, normalised
from schema.exercises import CaseTemplate
from schema.vocabulary import ExerciseStage, QuestionKind

_WITH_FIGURES = frozenset({ExerciseStage.HYPOTHESES, ExerciseStage.ANALYSIS, ExerciseStage.RECOMMENDATION})
_LEAVES = re.compile(r"\b(?:skip|pass|exercise|case|task)\b")
_TIME = re.compile(r"\b(?:how much time|how long do i|how many minutes|time (?:is |do i have )?left)\b")


def answered(state: InterviewState, before: CaseWork, case: CaseTemplate, text: str, at_ms: int) -> Step:
    """What follows the candidate's words over a case."""
    work = stages.noted(before, case, text)
    if work.awaits is Awaits.OFFER:
        if agrees(text):
            return stages.go_on(state, work, case, at_ms, why="You agreed to move on.")
        if declines(text):
            return says(state, work, Remark(talk.STAY, "You wanted to stay with it.", Awaits.ANSWER, QuestionKind.TASK))
        work = replace(work, awaits=Awaits.ANSWER, offer=None)
    said = heard_as(text, task=work.task, working=False)
    if said is Said.SKIP and not _LEAVES.search(normalised(text)):
        return stages.go_on(state, work, case, at_ms, why="You asked to move on.")
    request = read_request(case, work.reveals, text)
    if said not in (Said.STOP, Said.SKIP) and _is_foreseen(request):
        return asked_of_the_table(state, work, case, request, at_ms)
    step = granted(state, work, said, text, at_ms)
    return step if step is not None else _said(state, work, case, said, request, text, at_ms)


def _is_foreseen(request: Requested) -> bool:
    unknown = isinstance(request, NotAvailable) and request.what is None
    return not unknown and not isinstance(request, NothingAsked)


def _said(
    state: InterviewState,
    work: CaseWork,
    case: CaseTemplate,
    said: Said,
    request: Requested,
    text: str,
    at_ms: int,
) -> Step:
    if wants_everything(text):
        reason = "You asked for everything; an exhibit is asked for by what it should tell."
        return says(state, work, Remark(talk.WHICH_AND_WHY, reason, Awaits.ANSWER, QuestionKind.TASK))
    match said:
        case Said.HINT | Said.UNSURE:
            return pointed(state, work, case, at_ms, "You did not know how to go on.", lead=wording.EASIER_LEAD)
        case Said.SOLUTION:
            return says(state, work, Remark(talk.OWN_WAY_CASE, "You asked for the answer; a case needs your own."))
        case Said.DONE | Said.SUBMITS:
            return finished(state, work, case, at_ms)
        case Said.ALOUD:
            return stays_quiet(state, work, "You were thinking aloud; nobody interrupts that.")
        case Said.ASKS:
            return _asked(state, work, text, at_ms)
        case _ if isinstance(request, NotAvailable):
            return asked_of_the_table(state, work, case, request, at_ms)
        case _:
            return _told(state, work, case, text, at_ms)


def _asked(state: InterviewState, work: CaseWork, text: str, at_ms: int) -> Step:
    """A question that neither an exhibit nor a clarification answers."""
    if _TIME.search(normalised(text)):
        minutes = talk.minutes_in_words(box.minutes_left(state, at_ms))
        return says(state, work, Remark(talk.TIME_LEFT.format(minutes=minutes), "You asked how much time is left."))
    reply = talk.ASSUME[work.replies % len(talk.ASSUME)]
    after = replace(work, replies=work.replies + 1)
    return says(state, after, Remark(reply, "You asked something that the case leaves open."))


# ------------------------------------------------------------------ answers


def _told(state: InterviewState, before: CaseWork, case: CaseTemplate, text: str, at_ms: int) -> Step:
    """An answer: its arithmetic, what it still lacks, or the next stage."""
    work = before
    if recommends(text) and stages.is_before(work, ExerciseStage.RECOMMENDATION):
        work = replace(work, stage=ExerciseStage.RECOMMENDATION, turns=0, probed=0, stage_ms=at_ms)
    elif suspects(text) and work.stage is ExerciseStage.FRAMING:
        work = replace(work, stage=ExerciseStage.HYPOTHESES, turns=0, probed=0, stage_ms=at_ms)
    work = replace(work, turns=work.turns + 1)
    walk = unsaid(state, talk.WALK_ME)
    if work.stage in _WITH_FIGURES and hides_its_arithmetic(text) and walk is not None:
        reason = "You gave a figure without how it comes about."
        return asks(state, work, Remark(walk, reason, Awaits.ANSWER, QuestionKind.TASK))
    if stages.is_done(state, work, case, at_ms):
        return stages.go_on(state, work, case, at_ms)
    why = "This goes on where your answer left something open."
    step = stages.probe(state, work, case, why)
    return step if step is not None else stages.go_on(state, work, case, at_ms)


def pointed(state: InterviewState, work: CaseWork, case: CaseTemplate, at_ms: int, why: str, *, lead: str = "") -> Step:
    """A question that leads on, for who is stuck."""
    first = unsaid(state, (f"{lead} {talk.FIRST_STEP}".strip(),))
    if work.stage is ExerciseStage.FRAMING and first is not None and not work.probed:
        return asks(state, replace(work, probed=1), Remark(first, why, Awaits.ANSWER, QuestionKind.TASK))
    step = stages.probe(state, work, case, why, lead=lead)
    return step if step is not None else stages.go_on(state, work, case, at_ms, why=why)


def finished(state: InterviewState, work: CaseWork, case: CaseTemplate, at_ms: int) -> Step:
    """The candidate is done: the recommendation and its risks are asked for where they are missing."""
    why = "You said that you are done."
    if stages.is_before(work, ExerciseStage.RECOMMENDATION):
        return stages.enter(state, work, ExerciseStage.RECOMMENDATION, at_ms, why=why)
    if work.stage is ExerciseStage.RECOMMENDATION and not stages.is_reached(work, case, ExerciseStage.RISKS):
        return stages.enter(state, work, ExerciseStage.RISKS, at_ms, why=why)
    return leave(state, at_ms, why=why)
