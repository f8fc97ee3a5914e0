"""Puts an exercise on the table: which one comes next in a part, and the words that open it."""

from __future__ import annotations

from dataclasses import replace

from controller import panel, wording
from controller.decisions import Action, Decision
from controller.exercises import box, talk
from controller.exercises.saying import Step
from controller.exercises.work import CaseWork, CodingWork, Work, pattern_key
from controller.phases import POLICIES
from controller.reasons import listed
from controller.state import InterviewState, OpenQuestion
from schema.exercises import CodingExercise, Exercise
from schema.plan import InterviewPlan
from schema.transcript import AnswerSignals
from schema.vocabulary import ExerciseActivity, ExerciseStage, QuestionKind

_FIRST_STAGE = {
    ExerciseActivity.EXPLAIN: ExerciseStage.EXPLAIN,
    ExerciseActivity.DEBUG: ExerciseStage.EXPLAIN,
    ExerciseActivity.MODIFY: ExerciseStage.EXPLAIN,
    ExerciseActivity.REVIEW: ExerciseStage.REVIEW,
}


def next_exercise(state: InterviewState, index: int, at_ms: int) -> Exercise | None:
    """The next exercise of a phase that still fits into its time, or None."""
    keys = state.plan.phases[index].exercises
    fresh = [key for key in keys if pattern_key(key) not in state.used_patterns]
    if not fresh:
        return None
    room = box.LEAST_MS if len(fresh) == len(keys) else box.ANOTHER_MS
    fits = box.ends_ms(state.plan, index) - at_ms >= room
    return state.exercises[fresh[0]] if fits or not state.questions else None


def open_exercise(
    state: InterviewState,
    exercise: Exercise,
    index: int,
    at_ms: int,
    *,
    signals: AnswerSignals | None = None,
    lead: str | None = None,
    moved: str = "",
) -> Step:
    """Says what is to be done and asks for the first step. `moved` says why the interview left the part before."""
    number, phase = state.questions + 1, state.plan.phases[index]
    speaker = panel.speaker_of(state.plan, phase)
    why = " ".join(part for part in (moved, panel.asks_now(state.plan, state.speaker, speaker)) if part)
    work = _work(exercise, at_ms)
    decision = Decision(
        action=Action.ASK,
        text=f"{_lead(state, index, lead, speaker)} {_task(exercise)}".strip(),
        reason=" ".join(part for part in (why, _reason(exercise, state, index)) if part),
        phase_id=phase.id,
        question_id=f"q{number}",
        pattern_key=pattern_key(exercise.key),
        question_kind=QuestionKind.TASK,
        signals=signals,
        speaker=speaker,
        exercise=exercise.key,
        stage=work.stage,
    )
    return _opened(state, work, decision, exercise, index), decision


def kind_of(exercise: Exercise) -> str:
    """What is done, for the greeting: "finding a fault in some code in Python"."""
    if isinstance(exercise, CodingExercise):
        return talk.named(exercise.activity, exercise.language)
    return talk.CASE_NAME


def practised(plan: InterviewPlan) -> str | None:
    """The key of the exercise that is all there is in the plan; None for any other interview."""
    first, *others = plan.phases
    alone = len(others) == 1 and len(first.exercises) == 1 and not first.patterns and not first.questions
    return first.exercises[0] if alone else None


def _lead(state: InterviewState, index: int, lead: str | None, speaker: str | None) -> str:
    handover = panel.takes_over(state.plan, state.speaker, speaker, state.introduced)
    if handover or lead is not None:
        return handover or lead or ""
    if index == state.phase_index and state.questions:
        return talk.ANOTHER
    opens = state.plan.phases[index].kind
    return wording.question_lead(state.plan.metadata.style, state.questions + 1, state.seed, opens=opens)


def _task(exercise: Exercise) -> str:
    """The exercise's own words and what to do first."""
    if isinstance(exercise, CodingExercise):
        return f"{exercise.brief} {talk.READ_CODE[exercise.activity]}"
    invites = "ask me" in exercise.prompt_statement.lower()
    return exercise.prompt_statement if invites else f"{exercise.prompt_statement} {talk.OPEN_CASE}"


def _reason(exercise: Exercise, state: InterviewState, index: int) -> str:
    because = f"This part {POLICIES[state.plan.phases[index].kind].because}"
    if not isinstance(exercise, CodingExercise):
        return f"{because}."
    return f"{because}; the exercise is about {listed([topic.replace('_', ' ') for topic in exercise.topics])}."


def _work(exercise: Exercise, at_ms: int) -> Work:
    if isinstance(exercise, CodingExercise):
        return CodingWork(exercise.key, _FIRST_STAGE[exercise.activity], at_ms, exercise.brief)
    return CaseWork(exercise.key, ExerciseStage.FRAMING, at_ms, exercise.prompt_statement, stage_ms=at_ms)


def _opened(state: InterviewState, work: Work, decision: Decision, exercise: Exercise, index: int) -> InterviewState:
    main_id, key = f"q{state.questions + 1}", pattern_key(exercise.key)
    task = _task(exercise)
    question = OpenQuestion(
        main_id=main_id, pattern_key=key, main_text=task, expects=(), asked=decision, core=task, slots={}
    )
    introduced = state.introduced | {decision.speaker} if decision.speaker else state.introduced
    return replace(
        state,
        phase_index=index,
        open=question,
        work=work,
        questions=state.questions + 1,
        used_patterns=(*state.used_patterns, key),
        known_ids=state.known_ids | {main_id},
        speaker=decision.speaker,
        introduced=introduced,
        silences=0,
        offered=False,
        pending=None,
    )
