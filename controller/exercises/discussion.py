"""The talk after the work on code: why it failed, how complex, which edges; then the modification, or the way on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from controller.exercises import box, talk
from controller.exercises.leaving import leave
from controller.exercises.saying import Remark, Step, asks
from controller.exercises.work import Awaits, CodingWork
from controller.state import InterviewState
from schema.cues import said as said_by_cue
from schema.exercises import CodingExercise, ProbingQuestion, SignalAspect
from schema.vocabulary import ExerciseActivity, ExerciseStage

BEFORE_THE_CHANGE = 2  # questions about a mended fault before its modification is asked for
_TALKED = frozenset({ExerciseActivity.EXPLAIN, ExerciseActivity.REVIEW})
_MORE_TALK = 2  # questions more where talking is the exercise
_ORDER = tuple(SignalAspect)
_WHEN_SOLVED = frozenset({SignalAspect.FIX, SignalAspect.VERIFICATION})
_WHY = {
    SignalAspect.PURPOSE: "what the code is for",
    SignalAspect.CAUSE: "why it failed",
    SignalAspect.FIX: "why the change is right",
    SignalAspect.COMPLEXITY: "what it costs as the input grows",
    SignalAspect.EDGE_CASES: "what happens at the edges",
    SignalAspect.TRADEOFFS: "what was weighed against what",
    SignalAspect.VERIFICATION: "how you know that it works",
    SignalAspect.FINDING: "what is wrong with the change",
}


def noted(work: CodingWork, exercise: CodingExercise, text: str) -> CodingWork:
    """What is known after these words: which of the expected things they said."""
    shown = [(one.id, one.cues) for one in exercise.expected_signals]
    shown += [(one.id, one.cues) for one in exercise.review_findings]
    new = {key for key, cues in shown if key not in work.said and said_by_cue(cues, text)}
    return replace(work, said=work.said | new) if new else work


def discuss(
    state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int, *, lead: str = "", why: str = ""
) -> Step:
    """The next question about what was done, the modification, or what comes after the exercise."""
    question = _next_question(state, work, exercise, at_ms)
    if may_be_modified(state, work, exercise, at_ms) and (question is None or _is_enough(state, work, at_ms)):
        return ask_for_the_change(state, work, exercise, lead=lead)
    if question is None:
        return leave(state, at_ms, why=why or "The exercise has been talked through.", lead=lead or None)
    place, asked = question
    aspect = asked.aspect
    told = _is_told(work, exercise, aspect)
    reason = f"This asks {_WHY[aspect]}" + ("." if told else ", which you have not said yet.")
    after = replace(work, asked=(*work.asked, place), stage=ExerciseStage.DISCUSS)
    text = f"{lead} {asked.text}".strip()
    return asks(state, after, Remark(text, f"{why} {reason}".strip(), awaits=Awaits.DISCUSSION))


def ask_for_the_change(state: InterviewState, work: CodingWork, exercise: CodingExercise, *, lead: str = "") -> Step:
    """The modification in spoken words; from now on it is what is worked on."""
    requirement = as_spoken(exercise.modification_requirement or exercise.expected_behavior)
    changed = replace(
        work, stage=ExerciseStage.MODIFY, modification=True, task=requirement, solved=False, submitted=False, last=None
    )
    text = " ".join(part for part in (lead, talk.CHANGE_LEAD, requirement) if part)
    reason = "What was there has been talked about; this looks at how you change code."
    return asks(state, changed, Remark(text, reason, awaits=Awaits.WORK))


def as_spoken(text: str) -> str:
    """Written words with names of code in them, fit to be said."""
    return text.replace("`", "").replace("_", " ").replace("()", "")


def may_be_modified(state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int) -> bool:
    """Whether the modification comes now: there is one, there is time, and what was before it is done."""
    if work.modification or exercise.modification_requirement is None:
        return False
    if box.left_ms(state, at_ms) < box.MODIFICATION_MS:
        return False
    return work.solved or exercise.activity is ExerciseActivity.EXPLAIN


def _is_enough(state: InterviewState, work: CodingWork, at_ms: int) -> bool:
    """Whether a mended fault has been talked about enough, or the time is needed for the change."""
    late = box.left_ms(state, at_ms) < box.MODIFICATION_MS + BEFORE_THE_CHANGE * box.ANSWER_MS
    return work.solved and (late or len(work.asked) >= BEFORE_THE_CHANGE)


def _next_question(
    state: InterviewState, work: CodingWork, exercise: CodingExercise, at_ms: int
) -> tuple[int, ProbingQuestion] | None:
    """What was not said yet first, in the order of the aspects; None when time or budget is used up."""
    budget = max(1, state.plan.global_rules.probe_depth)
    if exercise.activity in _TALKED:
        budget += _MORE_TALK
    elif work.modification:
        budget += 1
    if len(work.asked) >= budget or box.left_ms(state, at_ms) < box.QUESTION_MS:
        return None
    return min(_left(work, exercise), key=lambda pair: _rank(work, exercise, pair[1]), default=None)


def _left(work: CodingWork, exercise: CodingExercise) -> Iterator[tuple[int, ProbingQuestion]]:
    for place, question in enumerate(exercise.probing_questions):
        unsolved = question.aspect in _WHEN_SOLVED and not work.solved and exercise.activity not in _TALKED
        if place not in work.asked and not unsolved:
            yield place, question


def _rank(work: CodingWork, exercise: CodingExercise, question: ProbingQuestion) -> tuple[bool, bool, int]:
    same = any(exercise.probing_questions[place].aspect is question.aspect for place in work.asked)
    return _is_told(work, exercise, question.aspect), same, _ORDER.index(question.aspect)


def _is_told(work: CodingWork, exercise: CodingExercise, aspect: SignalAspect) -> bool:
    """Whether something expected of this aspect has been said."""
    return any(signal.aspect is aspect and signal.id in work.said for signal in exercise.expected_signals)
