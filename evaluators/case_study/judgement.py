"""How a case was solved, put together: checkpoints and figures with proof, wrong sums, scores, what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluators.case_study.arithmetic import wrong_sums
from evaluators.case_study.checkpoints import check_points
from evaluators.case_study.numbers import check_numbers
from evaluators.case_study.scores import scores
from evaluators.case_study.shapes import Artifacts, Line, lines
from evaluators.case_study.speech import Spoken, own_words, quoted, sentences
from evaluators.evidence import Ground
from evaluators.shapes import RULES_EVALUATOR, Answer
from schema.analysis_parts import Fix
from schema.exercise_results import (
    ArithmeticError,
    CaseFacts,
    CheckpointResult,
    ExerciseResult,
    LedgerEntry,
    NumberCheck,
)
from schema.exercises import CaseTemplate
from schema.provenance import Provenance
from schema.vocabulary import ExerciseMode

VERSION = "1"  # rises with any change that can move a case's result
MOST_FIXES = 3


def judge_case(
    case: CaseTemplate,
    answers: Sequence[Answer],
    on: Ground,
    artifacts: Artifacts,
    ledger: Sequence[LedgerEntry] = (),
) -> ExerciseResult:
    """The result of one case.

    `answers` are those that belong to it; `on` is the ground of the whole interview, in which their quotes are proved.
    `ledger` holds what was done: entries of kind "reveal" name in `ref` what was earned, in order.
    """
    said = sentences(on, {turn.turn_index for answer in answers for turn in answer.turns})
    written = tuple(lines(artifacts))
    earned = _earned(case, ledger)
    facts = _facts(case, said, written, artifacts, ledger, earned)
    if not said and not written:
        return _result(case, facts, (), ledger, attempted=False)
    own = own_words(said, on, _given(case))
    points = check_points(case, own, written, earned)
    return _result(case, facts, points, ledger, words=_words(own, written))


def _earned(case: CaseTemplate, ledger: Sequence[LedgerEntry]) -> tuple[str, ...]:
    known = {reveal.id for reveal in case.revealable_data}
    refs = (entry.ref for entry in sorted(ledger, key=lambda entry: entry.at_ms) if entry.kind == "reveal")
    return tuple(dict.fromkeys(ref for ref in refs if ref in known))


def _given(case: CaseTemplate) -> tuple[str, ...]:
    """What the case itself says, so that reading it out earns nothing."""
    questions = [question for asked in case.probing_map.values() for question in asked]
    return (case.prompt_statement, case.context, *(reveal.spoken for reveal in case.revealable_data), *questions)


def _facts(
    case: CaseTemplate,
    said: Sequence[Spoken],
    written: Sequence[Line],
    artifacts: Artifacts,
    ledger: Sequence[LedgerEntry],
    earned: Sequence[str],
) -> CaseFacts:
    titles = {reveal.id: reveal.title for reveal in case.revealable_data}
    return CaseFacts(
        earned=tuple(titles[key] for key in earned),
        not_earned=tuple(title for key, title in titles.items() if key not in earned),
        asked_in_vain=sum(entry.kind == "refused_reveal" for entry in ledger),
        numbers=check_numbers(case, said, written, earned),
        arithmetic_errors=(*_spoken_errors(said), *_written_errors(written)),
        outline_sections_filled=sum(bool(text.strip()) for text in artifacts.outline.values()),
        summary_words=len(artifacts.summary.split()),
    )


def _spoken_errors(said: Sequence[Spoken]) -> Iterator[ArithmeticError]:
    for one in said:
        for wrong in wrong_sums(one.text):
            if quoted(one, wrong.start, wrong.end, "A sum") is not None:  # heard surely, in the candidate's own name
                text = one.text[wrong.start : wrong.end]
                yield ArithmeticError(text=text, says=wrong.said, should_be=wrong.should_be, turn_index=one.turn.index)


def _written_errors(written: Sequence[Line]) -> Iterator[ArithmeticError]:
    for line in written:
        for wrong in wrong_sums(line.text):
            yield ArithmeticError(text=line.text[wrong.start : wrong.end], says=wrong.said, should_be=wrong.should_be)


def _words(said: Sequence[Spoken], written: Sequence[Line]) -> int:
    return len(" ".join([*(one.text for one in said), *(line.text for line in written)]).split())


def _result(
    case: CaseTemplate,
    facts: CaseFacts,
    points: tuple[CheckpointResult, ...],
    ledger: Sequence[LedgerEntry],
    *,
    words: int = 0,
    attempted: bool = True,
) -> ExerciseResult:
    share = len(facts.earned) / len(case.revealable_data)
    given = scores(points, facts.numbers, earned_share=share, errors=len(facts.arithmetic_errors), words=words)
    return ExerciseResult(
        key=case.key,
        name=case.name,
        kind="case",
        mode=ExerciseMode.CASE_STUDY,
        status="judged" if attempted else "not_attempted",
        summary=_summary(facts, points) if attempted else "You did not say or write anything about this case.",
        scores=given,
        case=facts,
        checkpoints=points,
        fixes=tuple(_fixes(case, facts, points))[:MOST_FIXES] if attempted else (),
        sound_answer=case.sound_answer,
        ledger=tuple(ledger),
        provenance=Provenance(evaluator=RULES_EVALUATOR, evaluator_version=VERSION),
    )


def _summary(facts: CaseFacts, points: Sequence[CheckpointResult]) -> str:
    """ "You earned 3 of 5 exhibits and reached 6 of 9 checkpoints. 2 of 4 figures were right." """
    exhibits = len(facts.earned) + len(facts.not_earned)
    within = [point for point in points if point.reached is not None]
    reached = sum(point.reached == "yes" for point in within)
    text = f"You earned {len(facts.earned)} of {exhibits} exhibits and reached {reached} of {len(within)} checkpoints."
    judged = [number for number in facts.numbers if number.right is not None]
    if judged:
        right = sum(bool(number.right) for number in judged)
        text += f" {right} of {len(judged)} {'figures was' if right == 1 else 'figures were'} given and right."
    return text


def _fixes(case: CaseTemplate, facts: CaseFacts, points: Sequence[CheckpointResult]) -> Iterator[Fix]:
    """What would have mattered most: a wrong sum, a wrong figure, the heaviest checkpoint that was missed, data."""
    for error in facts.arithmetic_errors[:1]:
        yield Fix(title="Check your sums", how=f"You had “{error.text}”. It comes to {error.should_be:,g}.")
    yield from (_fix_figure(number) for number in facts.numbers if number.right is False and number.said is not None)
    missed = sorted((point for point in points if point.reached == "no"), key=lambda point: -point.weight)
    yield from (Fix(title=f"Missing in {point.phase}", how=f"{point.label}.") for point in missed[:2])
    conditions = {reveal.title: reveal.condition for reveal in case.revealable_data}
    yield from (Fix(title=f"Ask for it: {title}", how=f"{conditions[title]}.") for title in facts.not_earned[:1])


def _fix_figure(number: NumberCheck) -> Fix:
    return Fix(title=number.label, how=f"You gave {number.said:,g}. {number.note}")
