"""Better answers without a model: the candidate's own sentences reordered, with named blanks for what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from evaluators.evidence import ground
from evaluators.lexicon import Cue
from evaluators.reading import Reading, read_answers
from evaluators.rewrites.parts import ORDER, in_order, parts_of
from evaluators.shapes import Answer, AnswerSet
from schema.analysis import AnswerRewrite, RewritePart, TurnNote
from schema.transcript import TranscriptDocument
from schema.vocabulary import AnswerPart, AnswerStrength, MissingPiece, QuestionKind

MOST = 12
LONGEST = 900  # characters of an answer that are shown as "your answer"
LEAST_WORDS = 4
NUMBER_SLOT, BASELINE_SLOT = "[your number]", "[where it started]"

P = AnswerPart
_SLOTS = {
    P.SITUATION: "[where this was, and what was at stake]",
    P.TASK: "[what you had to do]",
    P.ACTION: "[what you did yourself, step by step]",
    P.RESULT: "[what came of it]",
    P.REFLECTION: "[what you took from it]",
}
_TELLS = {
    P.SITUATION: (Cue.CONTEXT, Cue.PROBLEM),
    P.ACTION: (Cue.OWN, Cue.PLAN),
    P.RESULT: (Cue.RESULT, Cue.METRIC),
}
_ORDER_WORDS = "Your own sentences, in the order situation, task, action, result."
# A weak answer has most to gain from what is already in it.
_RANK = {AnswerStrength.WEAK: 0, AnswerStrength.VAGUE: 1, AnswerStrength.STRONG: 2}


def rewrites(
    document: TranscriptDocument,
    answers: AnswerSet,
    notes: Sequence[TurnNote],
    readings: Sequence[Reading] | None = None,
) -> tuple[AnswerRewrite, ...]:
    """The answers that have something to gain, at most 12, those with most to gain first.

    Each is made of the candidate's own sentences as situation, task, action, result and what was learned. No word is
    added but the slots in square brackets: what was not said is a slot, never a guess. A question and its follow-ups
    make one rewrite.
    """
    if readings is None:
        readings = read_answers(answers.answers, ground(document))
    told = {reading.answer.question_id: reading for reading in readings}
    wanted = _wanted(answers, notes)
    made = [(note, told[root]) for root, note in wanted.items() if root in told]
    made.sort(key=lambda pair: (_RANK[pair[0].strength], -len(pair[0].missing)))
    return tuple(rewrite(reading, note.missing) for note, reading in made[:MOST])


def rewrite(reading: Reading, missing: Sequence[MissingPiece] = ()) -> AnswerRewrite:
    """One answer retold from its own sentences, with a slot for each part that it lacks."""
    parts = composed(reading, parts_of(reading), missing)
    slots = [part.text for part in parts if part.slot]
    answer = reading.answer
    return AnswerRewrite(
        question_id=answer.question_id,
        question=answer.question,
        your_answer=shown(answer.text),
        better_answer=read_out(parts),
        why_better=why(slots),
        parts=tuple(parts),
    )


def composed(reading: Reading, own: Sequence[RewritePart], missing: Sequence[MissingPiece] = ()) -> list[RewritePart]:
    """The parts in the order of a story, with slots where one is empty or a figure is missing."""
    present = {part.part for part in own}
    found: list[RewritePart] = []
    for part in ORDER:
        if part in present:
            found += [item for item in in_order(own) if item.part is part]
        elif _is_needed(part, reading, missing):
            found.append(slot(part, _SLOTS[part]))
        if part is P.RESULT:
            found += _figure_slots(reading, told=part in present)
    return found


def slot(part: AnswerPart, text: str) -> RewritePart:
    return RewritePart(part=part, text=text, slot=True)


def read_out(parts: Sequence[RewritePart]) -> str:
    """The parts one after another, as `better_answer` has them."""
    return " ".join(part.text for part in parts)


def shown(text: str) -> str:
    """The answer as the report shows it beside its rewrite."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def why(slots: Sequence[str]) -> str:
    """Why the order helps, and which slots wait to be filled."""
    if not slots:
        return _ORDER_WORDS
    count = "One blank waits" if len(slots) == 1 else f"{len(slots)} blanks wait"
    return f"{_ORDER_WORDS} {count} for what was not said: {', '.join(slots)}."


def _is_needed(part: AnswerPart, reading: Reading, missing: Sequence[MissingPiece]) -> bool:
    """Whether a missing part gets its slot: not where a sentence of another part tells it, too.

    A problem that is told says what there was to do; a lesson is not asked of every answer.
    """
    if part is P.REFLECTION:
        return MissingPiece.REFLECTION in missing
    if part is P.TASK:
        return not reading.has(Cue.PROBLEM) and not reading.hypothetical
    return not reading.has(*_TELLS[part])


def _figure_slots(reading: Reading, *, told: bool) -> list[RewritePart]:
    """`told`: an outcome is there, so that where it started can be asked for, too."""
    if reading.hypothetical:
        return []
    if not reading.has(Cue.METRIC):
        slots = (BASELINE_SLOT, NUMBER_SLOT) if told else (NUMBER_SLOT,)
        return [slot(P.RESULT, text) for text in slots]
    return [] if reading.has(Cue.BASELINE) else [slot(P.RESULT, BASELINE_SLOT)]


def _wanted(answers: AnswerSet, notes: Sequence[TurnNote]) -> dict[str, TurnNote]:
    """The questions with something to gain, each with the note on its answer that lacks most."""
    by_id = {note.question_id: note for note in notes}
    found: dict[str, TurnNote] = {}
    for answer in answers.answers:
        note = by_id.get(answer.question_id)
        if note is not None and _gains(answer, note):
            root = answer.question_id.split(".")[0]
            known = found.get(root)
            if known is None or _RANK[note.strength] < _RANK[known.strength]:
                found[root] = note
    return found


def _gains(answer: Answer, note: TurnNote) -> bool:
    if answer.kind in (QuestionKind.INVITATION, QuestionKind.CLOSED, QuestionKind.NUMERIC):
        return False
    incomplete = note.strength is not AnswerStrength.STRONG or MissingPiece.METRIC in note.missing
    return incomplete and len(answer.text.split()) >= LEAST_WORDS
