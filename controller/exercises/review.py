"""A review of a pull request: the worst problem first, then others, then what must be settled and how to say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from controller.exercises import box, talk
from controller.exercises.discussion import discuss
from controller.exercises.leaving import leave
from controller.exercises.saying import Remark, Step, asks, unsaid
from controller.exercises.work import Awaits, CodingWork
from controller.state import InterviewState
from schema.exercises import CodingExercise
from schema.vocabulary import ExerciseStage, QuestionKind

MOST_MORE = len(talk.WHAT_ELSE)
_AFTERWARDS: Sequence[tuple[str, Sequence[str], str]] = (
    ("severity", talk.SEVERITY, "You have said what you see; this asks what of it matters most."),
    ("author", talk.TO_THE_AUTHOR, "This asks how you would say it to a colleague."),
)


def reviewed(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> Step:
    """A problem was named, or something else was said over the change: what else?"""
    found = {finding.id for finding in exercise.review_findings}
    text = unsaid(state, talk.WHAT_ELSE)
    if found <= work.said or work.more >= MOST_MORE or text is None:
        return afterwards(state, work, exercise, at_ms)
    after = replace(work, more=work.more + 1)
    reason = "You have named something; this leaves room for what else you see."
    return asks(state, after, Remark(text, reason, awaits=Awaits.ANSWER, kind=QuestionKind.TASK))


def nothing_more(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> Step:
    """The candidate is done: with the remarks, or with the talk about them too."""
    if work.awaits is Awaits.DISCUSSION and work.asked:
        return leave(state, at_ms, why="You said that you are done with it.")
    return afterwards(state, work, exercise, at_ms)


def afterwards(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> Step:
    """What matters most, how to say it, then the talk."""
    for name, variants, reason in _AFTERWARDS:
        text = unsaid(state, variants)
        if name in work.spoken or text is None or box.left_ms(state, at_ms) < box.QUESTION_MS:
            continue
        after = replace(work, spoken=work.spoken | {name}, stage=ExerciseStage.DISCUSS)
        return asks(state, after, Remark(text, reason, awaits=Awaits.DISCUSSION))
    return discuss(state, work, exercise, at_ms)
