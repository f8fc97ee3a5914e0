"""Better answers without a model: the candidate's own sentences reordered, with named blanks for what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluators.delivery import FILLERS
from evaluators.evidence import ground
from evaluators.lexicon import Cue
from evaluators.reading import Reading, read_answers
from evaluators.sentences import Sentence
from evaluators.shapes import Answer, AnswerSet
from schema.analysis import AnswerRewrite, TurnNote
from schema.transcript import TranscriptDocument
from schema.vocabulary import AnswerStrength, MissingPiece, QuestionKind

MOST = 3
LONGEST = 900  # characters of an answer that are shown as "your answer"
LEAST_WORDS = 4

_PARTS = ("situation", "action", "result", "reflection")
_CUES: dict[str, tuple[Cue, ...]] = {
    "situation": (Cue.CONTEXT, Cue.PROBLEM),
    "action": (Cue.OWN, Cue.PLAN, Cue.DECISION, Cue.DIAGNOSIS, Cue.VERIFY),
    "result": (Cue.RESULT, Cue.METRIC),
    "reflection": (Cue.LEARNING, Cue.CHANGED),
}
_BLANKS = {
    "situation": "[where this was, and what was at stake]",
    "action": "[what you did yourself, step by step]",
    "result": "[what came of it]",
}
_FIGURE_BLANK = "[your figure]"
_BASELINE_BLANK = "[where it started]"
_RANK = {AnswerStrength.WEAK: 0, AnswerStrength.VAGUE: 1}  # a weak answer has most to gain from what is already in it
_TIDY = re.compile(r"\s+([,.!?;])|(?:,\s*)+(?=,)|^[\s,]+")


@dataclass(frozen=True, slots=True)
class _Sorted:
    """An answer's sentences by the part that they play, in their own order inside a part."""

    parts: dict[str, list[str]]
    figure: bool
    baseline: bool


def rewrites(
    document: TranscriptDocument,
    answers: AnswerSet,
    notes: Sequence[TurnNote],
    readings: Sequence[Reading] | None = None,
) -> tuple[AnswerRewrite, ...]:
    """Up to three answers that lacked most, as situation, action, result from their own sentences.

    No word is added but the blanks in square brackets: what was not said is a blank, never a guess.
    """
    by_id = {note.question_id: note for note in notes}
    if readings is None:
        readings = read_answers(answers.answers, ground(document))
    told = {reading.answer.question_id: reading for reading in readings}
    chosen = [answer for answer in answers.answers if _wanted(answer, by_id.get(answer.question_id))]
    chosen.sort(key=lambda answer: _RANK.get(by_id[answer.question_id].strength, 2))
    made = [(answer, told[root]) for answer in chosen if (root := answer.question_id.split(".")[0]) in told]
    return tuple(_rewrite(answer, reading) for answer, reading in _first_of_each(made)[:MOST])


def _first_of_each(pairs: Sequence[tuple[Answer, Reading]]) -> list[tuple[Answer, Reading]]:
    """One rewrite for a question and its follow-ups together."""
    return list({reading.answer.question_id: (answer, reading) for answer, reading in reversed(pairs)}.values())[::-1]


def _wanted(answer: Answer, note: TurnNote | None) -> bool:
    if note is None or answer.kind in (QuestionKind.INVITATION, QuestionKind.CLOSED, QuestionKind.NUMERIC):
        return False
    incomplete = note.strength is not AnswerStrength.STRONG or MissingPiece.METRIC in note.missing
    return incomplete and len(answer.text.split()) >= LEAST_WORDS


def _rewrite(answer: Answer, reading: Reading) -> AnswerRewrite:
    told = _sort(reading)
    better, blanks = _composed(told)
    your = reading.answer.text
    return AnswerRewrite(
        question=reading.answer.question,
        your_answer=your if len(your) <= LONGEST else your[:LONGEST].rsplit(" ", 1)[0] + " …",
        better_answer=better,
        why_better=_why(blanks),
    )


def _sort(reading: Reading) -> _Sorted:
    parts: dict[str, list[str]] = {part: [] for part in _PARTS}
    last = "situation"
    for sentence in reading.sentences:
        if sentence.muted is None:
            last = _part(sentence, reading, last)
            text = _tidied(sentence)
            if text:
                parts[last].append(text)
    return _Sorted(parts, reading.has(Cue.METRIC), reading.has(Cue.BASELINE))


def _part(sentence: Sentence, reading: Reading, last: str) -> str:
    """The part that a sentence plays: a lesson, an outcome, an action, a scene, or what the one before it was."""
    cues = {item.cue for item in reading.found if item.sentence is sentence}
    for part in ("reflection", "result", "action", "situation"):
        if cues & set(_CUES[part]):
            return part
    return last


def _tidied(sentence: Sentence) -> str:
    """The sentence without hesitations, ending in a full stop."""
    text = FILLERS.sub("", sentence.text)
    text = " ".join(_TIDY.sub(lambda m: m.group(1) or "", text).split())
    if not re.search(r"\w", text):
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else text.rstrip(",;:") + "."


def _composed(told: _Sorted) -> tuple[str, list[str]]:
    """The parts in order, blanks where one is empty, and the blanks used."""
    pieces: list[str] = []
    blanks: list[str] = []
    for part in _PARTS:
        if told.parts[part]:
            pieces += told.parts[part]
        elif part in _BLANKS:
            blanks.append(_BLANKS[part])
            pieces.append(f"{_BLANKS[part]}.")
        if part == "result" and not told.figure:
            blanks.append(_FIGURE_BLANK)
            pieces.append(f"In figures: {_BASELINE_BLANK} before, {_FIGURE_BLANK} after.")
        elif part == "result" and not told.baseline:
            blanks.append(_BASELINE_BLANK)
            pieces.append(f"Before that it was {_BASELINE_BLANK}.")
    return " ".join(pieces), blanks


def _why(blanks: Sequence[str]) -> str:
    order = "Your own sentences, in the order situation, action, outcome."
    if not blanks:
        return order
    count = "One blank waits" if len(blanks) == 1 else f"{len(blanks)} blanks wait"
    return f"{order} {count} for what was not said: {', '.join(blanks)}."
