"""Coding rounds and cases in print: facts first, then what was said about them with its proof."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, KeepTogether

from schema.analysis import Analysis
from schema.code_runs import RunPlace, RunVerdict
from schema.exercise_results import CaseFacts, CheckpointResult, CodingFacts, ExerciseResult, NumberCheck, TestCount
from server.report_pdf.judgement import quoted
from server.report_pdf.pieces import Ink, section, table

VERDICT = {
    RunVerdict.PASSED: "every test passed",
    RunVerdict.FAILED: "some tests failed",
    RunVerdict.ERROR: "it could not be tested",
    RunVerdict.LIMIT: "it was stopped at a limit",
}
REACHED = {"yes": "Shown", "partly": "Partly", "no": "Not shown", None: "Could not be reached"}


def exercises(ink: Ink, analysis: Analysis) -> list[Flowable]:
    """One part an exercise; nothing where none was held."""
    return [flowable for result in analysis.exercises for flowable in _exercise(ink, result)]


def _exercise(ink: Ink, result: ExerciseResult) -> list[Flowable]:
    what = "Code" if result.kind == "coding" else "Case"
    score = result.scores.overall
    said = f"{score} of 100" if score is not None else "Not enough to judge"
    parts: list[Flowable] = [*section(f"{what}: {result.name}", ink.text(said, "lead")), ink.text(result.summary)]
    facts = [*(_coding(result.coding) if result.coding else ()), *(_case(result.case) if result.case else ())]
    if facts:
        rows = [[ink.text("Fact", "cellhead"), ink.text("", "cellhead")]]
        rows += [[ink.text(name, "cell"), ink.text(value, "cell")] for name, value in facts]
        parts.append(table(rows, (0.4, 0.6)))
    parts += [flowable for checkpoint in result.checkpoints for flowable in _checkpoint(ink, checkpoint)]
    parts += [ink.item(f"{ink.bold(fix.title)}: {ink.safe(fix.how)}") for fix in result.fixes]
    if result.bug_description:
        parts += [ink.text("What was wrong", "h2"), ink.text(result.bug_description)]
    if result.sound_answer and result.kind == "case":
        parts += [ink.text("A sound answer", "h2"), ink.text(result.sound_answer)]
    if result.review is not None:
        parts += [ink.text("A model's review, checked against the facts", "h2"), ink.text(result.review.summary)]
        parts += [ink.item(ink.safe(remark)) for remark in result.review.remarks]
    return parts


def _coding(facts: CodingFacts) -> Iterator[tuple[str, str]]:
    if facts.verdict is None:
        yield "Tests", "Nothing was run; it was judged by what was said"
    else:
        unverified = " (in your browser, not verified)" if facts.where is RunPlace.BROWSER else ""
        yield "The tests said", VERDICT[facts.verdict] + unverified
    for name, count in (
        ("Tests that you saw", facts.visible),
        ("Hidden tests", facts.hidden),
        ("Tests of the change", facts.modification),
    ):
        if count is not None:
            yield name, _of(count)
    if facts.regressions:
        yield "Broken on the way", ", ".join(facts.regressions)
    complexity = facts.complexity
    if complexity is not None:
        measured = complexity.measured or complexity.note or "not measured"
        yield "Complexity", f"{measured}; expected {complexity.expected or 'nothing in particular'}"
    work = ((facts.edits, "edit"), (facts.runs, "run"), (facts.hints, "hint"))
    yield "Work", ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in work)


def _case(facts: CaseFacts) -> Iterator[tuple[str, str]]:
    yield "Exhibits earned", ", ".join(facts.earned) or "none"
    if facts.not_earned:
        yield "Not asked for", ", ".join(facts.not_earned)
    for number in facts.numbers:
        yield number.label, _number(number)
    for wrong in facts.arithmetic_errors:
        yield "Arithmetic", f"“{wrong.text}” comes to {wrong.should_be:g}, not {wrong.says:g}"


def _number(number: NumberCheck) -> str:
    sound = f"{number.sound:g} {number.unit}".strip()
    if number.said is None:
        return f"not given; it is {sound}" if not number.note else number.note
    judged = {True: "right", False: f"it is {sound}", None: number.note or "not compared"}[number.right]
    return f"you said {number.said:g}: {judged}"


def _of(count: TestCount) -> str:
    return f"{count.passed} of {count.total} passed"


def _checkpoint(ink: Ink, checkpoint: CheckpointResult) -> list[Flowable]:
    line = ink.item(f"{ink.bold(REACHED[checkpoint.reached])}: {ink.safe(checkpoint.label)}")
    proof = [ink.markup(quoted(ink, one), "quote") for one in checkpoint.evidence]
    if checkpoint.written:
        proof.append(ink.text(f"You wrote: “{checkpoint.written}”", "quote"))
    return [KeepTogether([line, *proof])]
