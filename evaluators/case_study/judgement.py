"""How a case was solved, put together: checkpoints and figures with proof, wrong sums, scores, what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluators.case_study.arithmetic import wrong_sums
from evaluators.case_study.checkpoints import check_points
from evaluators.case_study.numbers import check_numbers
from evaluators.case_study.scores import scores
from evaluators.case_study.speech import Spoken, own_words, quoted, sentences
from evaluators.case_study.work import CaseWork
from evaluators.case_study.written import Line, lines
from evaluators.evidence import ground
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
from schema.transcript import TranscriptDocument
from schema.vocabulary import ExerciseMode

VERSION = "1"  # rises with any change that can move a case's result
RULES = Provenance(evaluator=RULES_EVALUATOR, evaluator_version=VERSION)
MOST_FIXES = 3


def judge_case(
    work: CaseWork, answers: Sequence[Answer], document: TranscriptDocument, *, provenance: Provenance = RULES
) -> ExerciseResult:
    """The result of one case. `answers` are those that belong to it; their quotes are proved in `document`."""
    on = ground(document)
    said = sentences(on, {turn.turn_index for answer in answers for turn in answer.turns})
    written = tuple(lines(work.artifacts))
    earned = _earned(work)
    facts = _facts(work, said, written, earned)
    if not said and not written:
        return _result(work, facts, (), provenance, attempted=False)
    own = own_words(said, on, _given(work.case))
    points = check_points(work.case, own, written, earned)
    return _result(work, facts, points, provenance, words=_words(own, written))


def _earned(work: CaseWork) -> tuple[str, ...]:
    known = {reveal.id for reveal in work.case.revealable_data}
    return tuple(dict.fromkeys(key for key, _ in work.reveals if key in known))


def _ledger(work: CaseWork) -> tuple[LedgerEntry, ...]:
    titles = {reveal.id: reveal.title for reveal in work.case.revealable_data}
    entries = [LedgerEntry(at_ms=work.opened_ms, kind="opened", detail=work.case.name)]
    entries += [
        LedgerEntry(at_ms=at_ms, kind="reveal", detail=titles.get(key, key), ref=key) for key, at_ms in work.reveals
    ]
    if work.closed_ms is not None:
        entries.append(LedgerEntry(at_ms=work.closed_ms, kind="closed"))
    return tuple(sorted(entries, key=lambda entry: entry.at_ms))


def _given(case: CaseTemplate) -> tuple[str, ...]:
    """What the case itself says, so that reading it out earns nothing."""
    questions = [question for asked in case.probing_map.values() for question in asked]
    return (case.prompt_statement, case.context, *(reveal.spoken for reveal in case.revealable_data), *questions)


def _facts(work: CaseWork, said: Sequence[Spoken], written: Sequence[Line], earned: Sequence[str]) -> CaseFacts:
    titles = {reveal.id: reveal.title for reveal in work.case.revealable_data}
    return CaseFacts(
        earned=tuple(titles[key] for key in earned),
        not_earned=tuple(title for key, title in titles.items() if key not in earned),
        numbers=check_numbers(work.case, said, written, earned),
        arithmetic_errors=(*_spoken_errors(said), *_written_errors(written)),
        outline_sections_filled=sum(bool(text.strip()) for text in work.artifacts.outline.values()),
        summary_words=len(work.artifacts.summary.split()),
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
    work: CaseWork,
    facts: CaseFacts,
    points: tuple[CheckpointResult, ...],
    provenance: Provenance,
    *,
    words: int = 0,
    attempted: bool = True,
) -> ExerciseResult:
    case = work.case
    share = len(facts.earned) / len(case.revealable_data)
    return ExerciseResult(
        key=case.key,
        name=case.name,
        kind="case",
        mode=ExerciseMode.CASE_STUDY,
        status="judged" if attempted else "not_attempted",
        summary=_summary(facts, points) if attempted else "You did not say or write anything about this case.",
        scores=scores(points, facts.numbers, earned_share=share, errors=len(facts.arithmetic_errors), words=words),
        case=facts,
        checkpoints=points,
        fixes=tuple(_fixes(case, facts, points))[:MOST_FIXES] if attempted else (),
        sound_answer=case.sound_answer,
        ledger=_ledger(work),
        provenance=provenance,
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
