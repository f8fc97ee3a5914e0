"""Judges a coding round: facts first, then what was said aloud, each point with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from evaluators.case_study.speech import Spoken, own_words, sentences, shown
from evaluators.coding.facts import ledger
from evaluators.coding.scores import scores
from evaluators.coding.work import CodingWork
from evaluators.evidence import ground
from evaluators.shapes import RULES_EVALUATOR, Answer
from schema.analysis_parts import Fix
from schema.code_runs import RunPlace, RunVerdict
from schema.cues import find
from schema.exercise_results import CheckpointResult, CodingFacts, ExerciseResult, ExerciseScores
from schema.exercises import CodingExercise, ExpectedSignal, ReviewFinding, SignalAspect
from schema.provenance import Provenance
from schema.transcript import TranscriptDocument
from schema.vocabulary import ExerciseActivity

Status = Literal["judged", "explained_only", "not_attempted"]
VERSION = "1"
RULES = Provenance(evaluator=RULES_EVALUATOR, evaluator_version=VERSION)
MOST_FIXES = 4
NEAR_LINES = 2  # a remark this far from a finding's line still means it
WEIGHTS = {"blocker": 3.0, "major": 2.0, "minor": 1.0}
TO_CHANGE = (ExerciseActivity.DEBUG, ExerciseActivity.MODIFY)

HOW = {
    SignalAspect.PURPOSE: "Before touching the code, say in one sentence what it is for and what it returns.",
    SignalAspect.CAUSE: "Say why the test fails before changing anything: which line does what, on which input.",
    SignalAspect.FIX: "Say why your change is right, not only what it is.",
    SignalAspect.COMPLEXITY: "Name the time it takes as the input grows, and which step decides it.",
    SignalAspect.EDGE_CASES: "Go through the odd inputs aloud: empty, one element, duplicates, the largest.",
    SignalAspect.TRADEOFFS: "Name one other way to do it and why you did not take it.",
    SignalAspect.VERIFICATION: "Say how you know that it works: which test you would add and what it would catch.",
    SignalAspect.FINDING: "Say where the fault is, what it would do to a user, and what to write instead.",
}


def judge_coding(
    work: CodingWork,
    facts: CodingFacts,
    answers: Sequence[Answer],
    document: TranscriptDocument,
    *,
    provenance: Provenance = RULES,
) -> ExerciseResult:
    """The round's result. `answers` are those to questions of this exercise; only they can prove a point."""
    exercise = work.exercise
    said = _said(exercise, answers, document)
    points = tuple(_point(signal, said) for signal in exercise.expected_signals)
    findings = tuple(_finding(finding, work, said) for finding in exercise.review_findings)
    words = sum(len(turn.text.split()) for answer in answers for turn in answer.turns)
    status = _status(work, facts, words)
    return ExerciseResult(
        key=exercise.key,
        name=exercise.name,
        kind="coding",
        mode=exercise.mode,
        status=status,
        summary=_summary(exercise, facts, points, findings, status),
        scores=scores(exercise.activity, facts, points, findings, words) if status != "not_attempted" else _NONE,
        coding=facts,
        checkpoints=(*findings, *points),
        fixes=tuple(_fixes(facts, points, findings))[:MOST_FIXES],
        sound_answer=_sound(work),
        bug_description=exercise.bug_description,
        ledger=ledger(work),
        provenance=provenance,
    )


_NONE = ExerciseScores()


def _said(exercise: CodingExercise, answers: Sequence[Answer], document: TranscriptDocument) -> tuple[Spoken, ...]:
    """The candidate's own sentences: what the interviewer or the exercise had said proves nothing."""
    on = ground(document)
    turns = {turn.turn_index for answer in answers for turn in answer.turns}
    given = (exercise.brief, exercise.context, exercise.expected_behavior, *exercise.hints)
    asked = (exercise.modification_requirement,) if exercise.modification_requirement else ()
    return own_words(sentences(on, turns), on, (*given, *asked))


def _point(signal: ExpectedSignal, said: Sequence[Spoken]) -> CheckpointResult:
    proof = shown(signal.cues, said, signal.text)
    return CheckpointResult(
        id=signal.id,
        label=signal.text,
        aspect=signal.aspect,
        reached="yes" if proof is not None else "no",
        evidence=(proof,) if proof is not None else (),
    )


def _finding(finding: ReviewFinding, work: CodingWork, said: Sequence[Spoken]) -> CheckpointResult:
    """Named in a remark that meets a cue, or aloud; half where a remark stands at the place and says something else."""
    proof = shown(finding.cues, said, finding.text)
    written = next((text for _, text in work.remarks if find(finding.cues, text) is not None), None)
    near = next((text for line, text in work.remarks if abs(line - finding.line) <= NEAR_LINES and text.strip()), None)
    return CheckpointResult(
        id=finding.id,
        label=finding.text,
        aspect=SignalAspect.FINDING,
        reached="yes" if proof is not None or written is not None else "partly" if near is not None else "no",
        evidence=(proof,) if proof is not None else (),
        written=written or near,
        weight=WEIGHTS[finding.severity],
    )


# ------------------------------------------------------------------ in words


def _status(work: CodingWork, facts: CodingFacts, words: int) -> Status:
    if not words and not facts.edits and not facts.runs and not work.remarks:
        return "not_attempted"
    could_run = facts.verdict is not None or work.exercise.activity not in TO_CHANGE
    return "judged" if could_run else "explained_only"


def _summary(
    exercise: CodingExercise,
    facts: CodingFacts,
    points: Sequence[CheckpointResult],
    findings: Sequence[CheckpointResult],
    status: Status,
) -> str:
    if status == "not_attempted":
        return "The exercise was opened and nothing was said or changed."
    said = sum(point.reached == "yes" for point in points)
    aloud = f"{said} of {len(points)} expected points were said aloud."
    if exercise.activity is ExerciseActivity.REVIEW:
        found = sum(finding.reached == "yes" for finding in findings)
        return f"{found} of {len(findings)} problems in the pull request were named. {aloud}"
    if exercise.activity is ExerciseActivity.EXPLAIN and facts.modification is None:
        return aloud
    return f"{_of_tests(facts)} {aloud}"


def _of_tests(facts: CodingFacts) -> str:
    if facts.verdict is None:
        return "The code could not be run, so it is judged by what was said about it."
    counts = (("visible", facts.visible), ("hidden", facts.hidden), ("modification", facts.modification))
    parts = [f"{count.passed} of {count.total} {name}" for name, count in counts if count is not None]
    end = " (run in the browser, not verified)" if facts.where is RunPlace.BROWSER else ""
    if facts.verdict is RunVerdict.PASSED:
        return f"All tests pass: {', '.join(parts)}{end}."
    lost = f" {len(facts.regressions)} that passed before fail now." if facts.regressions else ""
    return f"Tests that pass: {', '.join(parts)}{end}.{lost}"


def _fixes(
    facts: CodingFacts, points: Sequence[CheckpointResult], findings: Sequence[CheckpointResult]
) -> Iterator[Fix]:
    if facts.regressions:
        lost = len(facts.regressions)
        how = f"{lost} tests that passed on the given code fail now. Run all tests after each edit."
        yield Fix(title="Keep what worked working", how=how)
    elif facts.verdict not in (None, RunVerdict.PASSED):
        yield Fix(title="Make the tests pass", how="Read the first failing message, find the line, change only that.")
    if facts.complexity is not None and facts.complexity.as_expected is False:
        yield Fix(
            title="Make it grow more slowly",
            how=f"It grows {facts.complexity.measured}; {facts.complexity.expected} is possible.",
        )
    for missed in (*findings, *points):
        if missed.reached != "yes" and missed.aspect is not None:
            yield Fix(title=missed.label, how=HOW[missed.aspect])


def _sound(work: CodingWork) -> str | None:
    exercise = work.exercise
    if work.modification_asked_ms is not None or exercise.activity is ExerciseActivity.MODIFY:
        return exercise.modification_solution or exercise.suggested_fix
    return exercise.suggested_fix
