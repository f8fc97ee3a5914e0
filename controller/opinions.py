"""A model's view of an answer beside the rules': what it may change, and how a disagreement is put down.

The rules come first. A view moves the strength by one step, and only where the rules themselves were near the line; it
fills a piece that the rules missed only with words that stand in the answer. Whatever it sees otherwise is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass

from controller.classifier import Verdict
from controller.hearing import hear
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece

MIN_QUOTE_WORDS = 3  # fewer words support nothing
_LEVELS = (AnswerStrength.VAGUE, AnswerStrength.WEAK, AnswerStrength.STRONG)


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece that the model found in the answer, with the words that show it."""

    piece: MissingPiece
    quote: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model reads from an answer. `missing` and `shown` are among the pieces that the question expects."""

    strength: AnswerStrength
    missing: tuple[MissingPiece, ...]
    shown: tuple[Shown, ...]
    model: str
    prompt_version: str


def joined(verdict: Verdict, opinion: Opinion | None, answer: str) -> AnswerSignals:
    """The signals with the model's view in them. Without a view, or where both agree, they are the rules' own."""
    signals = verdict.signals
    if opinion is None:
        return signals
    supported = {shown.piece: shown.quote for shown in opinion.shown if _stands_in(shown.quote, answer)}
    missing = tuple(piece for piece in signals.missing if piece not in supported)
    strength = _moved(signals.strength, opinion.strength) if verdict.unsure else signals.strength
    notes = [
        f"A model also finds the {piece.value}: “{supported[piece].strip()}”."
        for piece in signals.missing
        if piece in supported
    ]
    disagreement = _disagreement(signals, opinion, strength, missing)
    if not notes and disagreement is None:
        return signals
    reasons = (*signals.reasons, *notes, *((disagreement,) if disagreement else ()))
    return signals.model_copy(
        update={"strength": strength, "missing": missing, "reasons": reasons, "disagreement": disagreement}
    )


def _stands_in(quote: str, answer: str) -> bool:
    """Whether the words stand in the answer one after the other, however they are written."""
    said, words = hear(answer).flat.split(), hear(quote).flat.split()
    if len(words) < min(MIN_QUOTE_WORDS, len(said)) or not words:
        return False
    return f" {' '.join(words)} " in f" {' '.join(said)} "


def _moved(own: AnswerStrength, other: AnswerStrength) -> AnswerStrength:
    """One step from the rules' strength towards the model's."""
    at, towards = _LEVELS.index(own), _LEVELS.index(other)
    return _LEVELS[at + (towards > at) - (towards < at)]


def _disagreement(
    signals: AnswerSignals, opinion: Opinion, strength: AnswerStrength, missing: tuple[MissingPiece, ...]
) -> str | None:
    notes: list[str] = []
    if opinion.strength is not signals.strength:
        outcome = f"it counts as {strength.value}" if strength is not signals.strength else "the rules stand"
        notes.append(f"the rules read {signals.strength.value} and a model reads {opinion.strength.value}; {outcome}")
    unseen = [piece.value for piece in opinion.missing if piece not in signals.missing]
    if unseen:
        notes.append(f"a model misses the {' and '.join(unseen)} that the rules found")
    unproved = [piece.value for piece in missing if piece not in opinion.missing]
    if unproved:
        notes.append(f"a model misses no {' and '.join(unproved)} but quotes no words for it")
    return f"Opinions differ: {'; '.join(notes)}." if notes else None
