"""What the evaluators read of an interview's exercises: the exercise as it was, and all that was done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agent.ports import StoredEvent
from agent.transcript import STEP
from agent.workbench import Bench, Workbench
from controller.decisions import Decision
from controller.serial import decision_from_json
from evaluators.case_study.work import CaseWork
from evaluators.coding.patching import apply_patch
from evaluators.coding.work import CodingWork, Ran, Revision
from evaluators.shapes import Answer, AnswerTurn
from evaluators.words import unsure_words
from schema.exercises import CaseTemplate, CodingExercise, Exercise
from schema.plan import InterviewPlan
from schema.transcript import TranscriptDocument
from schema.vocabulary import ExerciseStage, QuestionKind, Speaker

Work = CodingWork | CaseWork
Dated = tuple[int, Decision]  # with its moment, in ms on the interview's clock


@dataclass(frozen=True, slots=True)
class HeldExercise:
    """An exercise that was opened, what was done with it, and what was said to its questions."""

    position: int
    work: Work
    question_ids: frozenset[str]


def held_exercises(
    plan: InterviewPlan, exercises: Mapping[str, Exercise], records: Sequence[StoredEvent]
) -> tuple[HeldExercise, ...]:
    """The exercises of an interview that were opened, in order."""
    if not exercises:
        return ()
    order = [key for phase in plan.phases for key in phase.exercises]
    workbench = Workbench(exercises, order)
    decisions: list[Dated] = []
    for record in records:
        workbench.apply(record)
        if record.kind == STEP:
            decisions.append((record.at_ms, decision_from_json(record.payload["decision"])))
    return tuple(
        HeldExercise(order.index(key), _work(bench, mine), _question_ids(mine))
        for key, bench in workbench.benches.items()
        if (mine := [dated for dated in decisions if dated[1].exercise == key])
    )


def _question_ids(decisions: Sequence[Dated]) -> frozenset[str]:
    return frozenset(decision.question_id for _, decision in decisions if decision.question_id is not None)


def answers_to(held: HeldExercise, document: TranscriptDocument) -> tuple[Answer, ...]:
    """What the candidate said to the questions of an exercise, one answer a question, in order."""
    questions: dict[str, str] = {}
    turns: dict[str, list[AnswerTurn]] = {}
    for index, turn in enumerate(document.turns):
        if turn.question_id is None or turn.question_id not in held.question_ids:
            continue
        if turn.speaker is Speaker.INTERVIEWER:
            questions.setdefault(turn.question_id, turn.text)
        elif turn.text.strip():
            said = AnswerTurn(turn_index=index, text=turn.text, unsure=unsure_words(turn))
            turns.setdefault(turn.question_id, []).append(said)
    return tuple(
        Answer(question_id=key, question=questions.get(key, ""), kind=QuestionKind.TASK, turns=tuple(said))
        for key, said in turns.items()
    )


def _work(bench: Bench, decisions: Sequence[Dated]) -> Work:
    return _coding(bench, bench.coding, decisions) if bench.coding is not None else _case(bench, decisions)


def _coding(bench: Bench, exercise: CodingExercise, decisions: Sequence[Dated]) -> CodingWork:
    given = Revision(at_ms=bench.opened_ms, number=0, text=exercise.code_snippet)
    hints = {decision.hint: at_ms for at_ms, decision in reversed(decisions) if decision.hint is not None}
    return CodingWork(
        exercise=exercise,
        revisions=(given, *_revisions(bench, exercise)),
        runs=tuple(
            Ran(
                at_ms=run.at_ms,
                revision=run.revision,
                submitted=run.submitted,
                result=run.result,
                parts={str(group): result for group, result in run.whole.items()},
            )
            for run in bench.runs
        ),
        hints_ms=tuple(sorted(hints.values())),
        remarks=tuple((remark.line, remark.text) for remark in bench.remarks),
        modification_asked_ms=next((at_ms for at_ms, decision in decisions if decision.modification), None),
        opened_ms=bench.opened_ms,
        closed_ms=bench.closed_ms,
    )


def _revisions(bench: Bench, exercise: CodingExercise) -> Iterator[Revision]:
    text = exercise.code_snippet
    for revision in bench.revisions:
        text = apply_patch(text, revision.diff, filename=exercise.filename)
        yield Revision(at_ms=revision.at_ms, number=revision.number, text=text)


def _case(bench: Bench, decisions: Sequence[Dated]) -> CaseWork:
    assert isinstance(bench.exercise, CaseTemplate)
    reveals: dict[str, int] = {}
    stages: list[tuple[ExerciseStage, int]] = []
    for at_ms, decision in decisions:
        for reveal in decision.reveals:
            reveals.setdefault(reveal, at_ms)
        if decision.stage is not None and (not stages or stages[-1][0] is not decision.stage):
            stages.append((decision.stage, at_ms))
    return CaseWork(
        case=bench.exercise,
        reveals=tuple(reveals.items()),
        stages=tuple(stages),
        artifacts=bench.artifacts,
        opened_ms=bench.opened_ms,
        closed_ms=bench.closed_ms,
    )
