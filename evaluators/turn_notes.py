"""One plain sentence for each answer, ready before the rest of the report: what was there and what was not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evaluators.ports import Classify
from evaluators.shapes import Answer, AnswerSet
from evaluators.wording import shortened
from schema.analysis import TurnNote
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece, QuestionKind

P = MissingPiece
SHORT = 8  # words
METRIC_WORDS = 8
ROOM = 25  # words in which a story can hold its parts
_START = re.compile(
    r"\b(?:from|instead of|used to|down from|up from|before|compared|was (?:at )?\d|took \d)\b", re.IGNORECASE
)
_CHANGE = re.compile(r"\bfrom\b|\b(?:doubled|halved|tripled)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"%|per ?cent|[$€£₹]|dollars|euros|pounds|rupees|\btimes\b|\d\s?x\b|milliseconds|\bms\b", re.IGNORECASE
)
_COUNT = re.compile(r"^(?!.*\b(?:years?|months?|weeks?|days?)$)", re.IGNORECASE)
_LACKS = {
    P.OWNERSHIP: "not which part was yours",
    P.RESULT: "not what came of it",
    P.METRIC: "gave no figure for it",
    P.CONTEXT: "not where this was or what was at stake",
    P.TRADEOFF: "not what you weighed it against",
    P.REFLECTION: "not what you would do differently",
}
_HAS = {
    P.OWNERSHIP: "what you did yourself",
    P.RESULT: "how it ended",
    P.CONTEXT: "the situation",
    P.TRADEOFF: "what you weighed",
    P.REFLECTION: "what you took from it",
}
_ORDER = (P.OWNERSHIP, P.RESULT, P.METRIC, P.CONTEXT, P.TRADEOFF, P.REFLECTION)


def turn_notes(answers: AnswerSet, classify: Classify) -> tuple[TurnNote, ...]:
    """A note for each answer but the candidate's own questions; `turn_index` is that of the answer's first turn."""
    judged = (answer for answer in answers.answers if answer.kind is not QuestionKind.INVITATION)
    return tuple(_note(answer, _signals(answer, classify)) for answer in judged)


def _signals(answer: Answer, classify: Classify) -> AnswerSignals:
    """What the classifier reads; a claim or figure that rests on words heard unsurely is not passed on."""
    signals = classify(answer.question, answer.sure_text)
    heard = f" {answer.text} "
    return signals.model_copy(
        update={
            "claims": tuple(text for text in signals.claims if text in heard),
            "metrics": tuple(text for text in signals.metrics if text in heard),
        }
    )


def _note(answer: Answer, signals: AnswerSignals) -> TurnNote:
    return TurnNote(
        turn_index=answer.turns[0].turn_index,
        question_id=answer.question_id,
        question=answer.question,
        strength=signals.strength,
        missing=signals.missing,
        metrics=signals.metrics,
        note=note_text(answer, signals),
    )


def note_text(answer: Answer, signals: AnswerSignals) -> str:
    """The sentence: "You named the metric but not where it started.\""""
    words, strong = len(answer.text.split()), signals.strength is AnswerStrength.STRONG
    if answer.kind in (QuestionKind.CLOSED, QuestionKind.NUMERIC) and words <= 3 * SHORT:
        if strong:
            return "A direct answer to a direct question."
        if words:
            return "A direct question, and these words leave its answer open."
    if signals.strength is AnswerStrength.VAGUE:
        return _vague(words, signals)
    missing = [piece for piece in _ORDER if piece in signals.missing]
    told = _telling(signals.metrics)
    if told and P.METRIC not in missing and not _START.search(answer.text) and len(missing) < 2:
        return f"You named the metric (“{told}”) but not where it started."
    if not missing:
        return _complete(signals) if strong else _thin(words)
    return f"You said {_given(signals, missing)}, but {_LACKS[missing[0]]}."


def _vague(words: int, signals: AnswerSignals) -> str:
    if words <= SHORT:
        return f"{words} word{'s' if words != 1 else ''} {'are' if words != 1 else 'is'} too few to show what you did."
    if told := _telling(signals.metrics):
        return f"A figure (“{told}”) stands here without the work that led to it."
    return "This stayed general: no step of yours, no figure and no outcome that could be checked."


def _thin(words: int) -> str:
    """No part lacks, and the answer is not strong: to call it complete would contradict how it was judged."""
    if words < ROOM:
        return f"What was asked for is touched on; {words} words leave no room to show it."
    return "What was asked for is touched on, but little of it could be pictured or checked."


def _complete(signals: AnswerSignals) -> str:
    if told := _telling(signals.metrics):
        return f"Complete: your own part, what came of it, and a figure for it (“{told}”)."
    if signals.claims:
        return f"Everything that was asked for is here; “{_short(signals.claims[0])}” carries it."
    return "Everything that was asked for is here."


def _given(signals: AnswerSignals, missing: list[MissingPiece]) -> str:
    told = _telling(signals.metrics)
    if told and P.METRIC not in missing:
        return f"by how much (“{told}”)"
    if signals.claims:
        return f"“{_short(signals.claims[0])}”"
    return next((_HAS[piece] for piece in _ORDER if piece in _HAS and piece not in missing), "something about it")


def _telling(metrics: Sequence[str]) -> str:
    """The figure that says most: a change, a share or money, then a count, then a span of time; none without a unit."""
    with_unit = [text for text in metrics if " " in text.strip() or _SHARE.search(text)]
    kinds = (_CHANGE, _SHARE, _COUNT)
    best = min(with_unit, key=lambda t: next((i for i, kind in enumerate(kinds) if kind.search(t)), 3), default="")
    return _short(best)


def _short(text: str) -> str:
    return shortened(text, METRIC_WORDS)
