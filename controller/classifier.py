"""Judges one answer by rules: how strong it is, which pieces it lacks, and in words why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from controller.questions import asked_for, kind_of
from controller.reading import MIN_WORDS_OF_AN_ANSWER, Reading, read
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece, QuestionKind

P = MissingPiece
S = AnswerStrength
MIN_WORDS_OF_A_STORY = 25  # a story told in fewer words has no room for its pieces
MIN_WORDS_OF_A_FULL_STORY = 40  # full enough to be strong although one piece lacks
LONG_ENOUGH_TO_BE_CONCRETE = 30
LONG_WORDS = 90  # from here on an answer has had the time to say something
THIN = 0.025  # concrete things for each word, below which a long answer says nothing
ENOUGH = 10  # so many concrete things are something, however long the answer
HEDGED = 0.08  # hedges for each word from which an answer reads as vague
MAX_DIRECT_WORDS = 40  # a question for one fact is answered in fewer words, or talked around
# One of these may lack in an answer that is strong otherwise, unless it is what the question is about.
_CAN_BE_ADDED = (P.CONTEXT, P.TRADEOFF, P.REFLECTION)
_FOR_A_FACT = frozenset({QuestionKind.CLOSED, QuestionKind.NUMERIC})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The signals of an answer. `unsure`: the rules were near the line to the next strength."""

    signals: AnswerSignals
    unsure: bool
    reading: Reading


def classify(
    *,
    question: str,
    answer: str,
    expects: Sequence[MissingPiece] | None = None,
    kind: QuestionKind | None = None,
) -> AnswerSignals:
    """The signals of one answer. `expects` are the pieces of a complete answer, the most important first.

    None: they, and the `kind` of the question, are read from its words. An empty sequence: no piece is expected,
    concreteness counts. `missing` keeps the order of `expects`; `claims` and `metrics` are verbatim spans of `answer`.
    """
    return verdict(question=question, answer=answer, expects=expects, kind=kind).signals


def verdict(
    *,
    question: str,
    answer: str,
    expects: Sequence[MissingPiece] | None = None,
    kind: QuestionKind | None = None,
) -> Verdict:
    """As `classify`, with how sure the rules are and what they read."""
    kind = kind or kind_of(question)
    expected = tuple(asked_for(question) if expects is None else expects)
    asked = expected if len(expected) == 1 else asked_for(question)
    return judge(read(answer, asked, fact=is_for_a_fact(kind, expected)), expected, kind)


def judge(reading: Reading, expected: Sequence[MissingPiece], kind: QuestionKind) -> Verdict:
    """What a reading is worth to a question that expects these pieces."""
    missing = tuple(piece for piece in expected if piece not in reading.proof)
    strength, unsure = _strength(reading, tuple(expected), missing, kind)
    signals = AnswerSignals(
        strength=strength,
        missing=missing,
        claims=reading.claims,
        metrics=reading.figures,
        reasons=tuple(_reasons(reading, expected, missing, kind)),
    )
    return Verdict(signals, unsure, reading)


# ------------------------------------------------------------------ judging


def _strength(
    reading: Reading, expected: tuple[MissingPiece, ...], missing: tuple[MissingPiece, ...], kind: QuestionKind
) -> tuple[AnswerStrength, bool]:
    if is_for_a_fact(kind, expected):
        return _fact_strength(reading, kind, missing=bool(missing))
    if not expected:
        return _open_strength(reading)
    if len(expected) == 1:
        return _single_strength(reading, given=not missing)
    return _story_strength(reading, expected, missing)


def is_for_a_fact(kind: QuestionKind, expected: Sequence[MissingPiece]) -> bool:
    """Whether one fact answers a question: a yes, a number, or in a sentence or two what no piece is expected of."""
    if kind is QuestionKind.SHORT:
        return not expected
    return kind in _FOR_A_FACT and len(expected) <= 1


def _story_strength(
    reading: Reading, expected: tuple[MissingPiece, ...], missing: tuple[MissingPiece, ...]
) -> tuple[AnswerStrength, bool]:
    found = len(expected) - len(missing)
    if found == 0 or reading.words < MIN_WORDS_OF_AN_ANSWER:
        return S.VAGUE, found > 1
    if says_nothing(reading):
        return S.VAGUE, False
    if found * 2 < len(expected) and _is_loose(reading):
        return S.VAGUE, not is_hedged(reading)
    if found * 2 <= len(expected) and is_hedged(reading) and not reading.figures:
        return S.VAGUE, True
    if _is_complete(reading, expected, missing):
        return S.STRONG, bool(missing)
    return S.WEAK, len(missing) == 1 or found == 1


def _is_complete(reading: Reading, expected: tuple[MissingPiece, ...], missing: tuple[MissingPiece, ...]) -> bool:
    if not missing:
        return reading.words >= MIN_WORDS_OF_A_STORY
    spare = len(missing) == 1 and len(expected) >= 3 and missing[0] in _CAN_BE_ADDED and missing[0] is not expected[0]
    return spare and reading.words >= MIN_WORDS_OF_A_FULL_STORY


def _single_strength(reading: Reading, *, given: bool) -> tuple[AnswerStrength, bool]:
    """A follow-up asks for one piece: given, it is a strong answer however short; else only other substance counts."""
    if given:
        return S.STRONG, False
    if is_hedged(reading) or says_nothing(reading):
        return S.VAGUE, False
    substance = bool(reading.proof or reading.figures) and reading.words >= MIN_WORDS_OF_AN_ANSWER
    return (S.WEAK, True) if substance else (S.VAGUE, reading.words >= MIN_WORDS_OF_AN_ANSWER)


def _fact_strength(reading: Reading, kind: QuestionKind, *, missing: bool) -> tuple[AnswerStrength, bool]:
    """A question for a yes or a number is answered by it, however short; talking around it is vague."""
    if missing:
        return _single_strength(reading, given=False)
    fact = _fact(reading, kind)
    if fact is not None:
        return (S.WEAK, True) if is_hedged(reading) and len(reading.hedges) > 1 else (S.STRONG, False)
    if reading.words > MAX_DIRECT_WORDS:
        return _open_strength(reading)
    short = reading.words < MIN_WORDS_OF_AN_ANSWER and not reading.proof
    evades = kind is QuestionKind.SHORT and reading.yes_or_no is not None and short
    hedges = len(reading.hedges)
    loose = hedges > 1 or (hedges and short) or reading.to_the_judge or not reading.words
    return (S.VAGUE, not evades) if loose or evades else (S.WEAK, True)


def _fact(reading: Reading, kind: QuestionKind) -> str | None:
    """The words that answer at once: a yes answers a closed question only."""
    return (reading.yes_or_no if kind is QuestionKind.CLOSED else None) or reading.direct


def _open_strength(reading: Reading) -> tuple[AnswerStrength, bool]:
    concrete = reading.named + len(reading.figures) + len(reading.proof)
    if reading.words < MIN_WORDS_OF_AN_ANSWER or concrete == 0 or says_nothing(reading):
        return S.VAGUE, False
    if concrete < 2 and _is_loose(reading):
        return S.VAGUE, True
    if reading.words >= LONG_ENOUGH_TO_BE_CONCRETE and concrete >= 3 and not is_hedged(reading):
        return S.STRONG, concrete == 3
    return S.WEAK, concrete >= 3


def is_hedged(reading: Reading) -> bool:
    """Whether so many words take back or blow up what is said that little of it can be held on to."""
    return len(reading.hedges) > HEDGED * max(reading.words, 1)


def says_nothing(reading: Reading) -> bool:
    """Whether a long answer holds hardly anything that could be checked."""
    concrete = len(reading.figures) + reading.named + reading.steps + reading.scenes
    return reading.words >= LONG_WORDS and concrete < min(THIN * reading.words, ENOUGH) and len(reading.figures) < 2


def _is_loose(reading: Reading) -> bool:
    """Little that could be checked: hedged, or without a figure, a name, a result or two steps of one's own."""
    concrete = reading.figures or reading.named or P.RESULT in reading.proof or reading.steps >= 2
    return is_hedged(reading) or not concrete


# ------------------------------------------------------------------ reasons

_SHOWN: Mapping[MissingPiece, str] = MappingProxyType(
    {
        P.CONTEXT: "Sets the scene: “{}”.",
        P.OWNERSHIP: "Says what you did yourself: “{}”.",
        P.METRIC: "Gives a figure: “{}”.",
        P.TRADEOFF: "Names what was weighed: “{}”.",
        P.RESULT: "Says how it ended: “{}”.",
        P.REFLECTION: "Says what you took from it: “{}”.",
    }
)
_LACKED: Mapping[MissingPiece, str] = MappingProxyType(
    {
        P.CONTEXT: "Doesn't say where, when or for whom this was.",
        P.OWNERSHIP: "Doesn't say which part was yours.",
        P.METRIC: "Gives no figure that shows the effect.",
        P.TRADEOFF: "Doesn't say what the choice was weighed against.",
        P.RESULT: "Doesn't say how it ended.",
        P.REFLECTION: "Doesn't say what you took from it.",
    }
)


def _reasons(
    reading: Reading, expected: Sequence[MissingPiece], missing: Sequence[MissingPiece], kind: QuestionKind
) -> list[str]:
    shown = [_SHOWN[piece].format(reading.proof[piece].strip()) for piece in expected if piece in reading.proof]
    if is_for_a_fact(kind, expected) and not shown and (fact := _fact(reading, kind)):
        shown = [f"Answers the question itself: “{fact}”."]
    lacked = [_lacked(reading, piece) for piece in missing]
    manner = _manner(reading, fact=is_for_a_fact(kind, expected) or len(expected) == 1)
    return [*shown, *lacked, *manner] or ["Answers an open question in its own words."]


def _lacked(reading: Reading, piece: MissingPiece) -> str:
    if piece is P.OWNERSHIP and reading.ours:
        return "Speaks of what “we” did and not of your own part."
    if piece is P.RESULT and reading.plain_outcome:
        return f"Says “{reading.plain_outcome}” without saying what changed."
    if piece is P.METRIC and reading.says_no_figure:
        return "Says that nothing was measured or remembered in figures."
    return _LACKED[piece]


def _manner(reading: Reading, *, fact: bool) -> list[str]:
    manner = ["Speaks to whoever judges and not to the question; that part counts as nothing."] * reading.to_the_judge
    if reading.words < MIN_WORDS_OF_AN_ANSWER and not fact:
        manner.append(f"Only {reading.words} words long.")
    if says_nothing(reading):
        manner.append(f"Speaks for {reading.words} words with hardly a name, a figure or a step of your own.")
    if is_hedged(reading):
        manner.append(f"Stays loose: “{'”, “'.join(dict.fromkeys(reading.hedges[:3]))}”.")
    return manner
