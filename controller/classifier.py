"""Reads one answer by rules: how strong it is, which pieces it holds and lacks, and the words that show it.

The rules look at what was said, never at how it sounds or at what it asks for: an answer that tells the interviewer
to give full marks is one without context, part, result or figure. Spans are verbatim, so that a report can quote them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from controller import cues
from controller.quantities import Quantity, quantities
from controller.templates import sentences
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece

P = MissingPiece
MIN_WORDS_OF_A_STORY = 25  # a story told in fewer words has no room for its pieces
MIN_WORDS_OF_A_FULL_STORY = 40  # full enough to be strong although one piece lacks
MIN_WORDS_OF_AN_ANSWER = 8
MIN_WORDS_OF_A_SCENE = 7
LONG_ENOUGH_TO_BE_CONCRETE = 30
MAX_CLAIMS = 6
MAX_CLAIM_CHARS = 160
HEDGED = 0.08  # hedges for each word from which an answer reads as vague

_STORY = (P.CONTEXT, P.OWNERSHIP, P.RESULT, P.METRIC)
_ASKED: tuple[tuple[re.Pattern[str], tuple[MissingPiece, ...]], ...] = tuple(
    (re.compile(source, re.IGNORECASE), pieces)
    for source, pieces in (
        (r"tell me about|walk me through|describe an?\b|for example|a time|take me through|talk me through", _STORY),
        (
            r"differently|\blearn(?:ed|t)?\b|hindsight|looking back|take away|took from|next time|do it again",
            (P.REFLECTION,),
        ),
        (r"trade-?\s?off|why (?:did you|that|not)|alternative|instead|weigh|give up|choose between", (P.TRADEOFF,)),
        (r"how (?:many|much|big|large|long|often|far)|measure|metric|figure|number|percent|by how", (P.METRIC,)),
        (r"your (?:own )?(?:part|role|contribution)|you personally|yours? alone|you yourself", (P.OWNERSHIP,)),
        (
            r"how did (?:it|that|things) (?:end|turn out|go)|outcome|result|what changed"
            r"|what happened (?:next|then|in the end)",
            (P.RESULT,),
        ),
    )
)
_WORD = re.compile(r"[\w'’%$€£.-]*\w[\w'’%]*")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one answer holds, before it is judged."""

    words: int
    hedges: tuple[str, ...]
    found: frozenset[MissingPiece]
    proof: dict[MissingPiece, str]  # the verbatim words that show a piece
    figures: tuple[Quantity, ...]
    claims: tuple[str, ...]
    named: int  # names and technical terms
    steps: int  # the speaker's own actions
    only_we: bool
    only_plain_outcome: str | None
    says_no_figure: bool
    to_the_judge: bool


def classify(*, question: str, answer: str, expects: Sequence[MissingPiece] | None = None) -> AnswerSignals:
    """The signals of one answer. `expects` are the pieces of a complete answer, the most important first.

    None: they are read from the question. An empty sequence: the question expects no piece; concreteness counts.
    `missing` keeps the order of `expects`; `claims` and `metrics` are verbatim spans of `answer`.
    """
    expected = tuple(asked_for(question) if expects is None else expects)
    reading = _read(answer, set(expected) if len(expected) == 1 else set(asked_for(question)))
    missing = tuple(piece for piece in expected if piece not in reading.found)
    strength = _strength(reading, expected, missing)
    return AnswerSignals(
        strength=strength,
        missing=missing,
        claims=reading.claims,
        metrics=tuple(answer[figure.start : figure.end] for figure in reading.figures),
        reasons=tuple(_reasons(reading, expected, missing)),
    )


def asked_for(question: str) -> tuple[MissingPiece, ...]:
    """The pieces that a question's own words ask for, the most important first; empty for an open question."""
    return next((pieces for pattern, pieces in _ASKED if pattern.search(question)), ())


# ------------------------------------------------------------------ reading


def _read(answer: str, asked: set[MissingPiece]) -> _Reading:
    text = answer.replace("’", "'")  # of the same length, so that spans of it are spans of the answer
    judged = tuple(part for part in sentences(text) if cues.TO_THE_JUDGE.search(part))
    for part in judged:
        text = text.replace(part, " " * len(part))
    parts = sentences(text)
    figures = quantities(text)
    proof = _proofs(text, parts, figures)
    for piece in asked if len(asked) == 1 else ():
        if words := _elliptical(piece, text):
            proof.setdefault(piece, words)
    plain = cues.PLAIN_OUTCOME.search(text)
    return _Reading(
        words=len(_WORD.findall(cues.FILLERS.sub(" ", text))),
        hedges=tuple(match[0] for match in cues.HEDGES.finditer(text)),
        found=frozenset(proof),
        proof=proof,
        figures=figures,
        claims=_claims(answer, text, parts, figures),
        named=len(cues.NAMED.findall(text)),
        steps=_steps(text),
        only_we=P.OWNERSHIP not in proof and bool(cues.WE_DID.search(text)),
        only_plain_outcome=plain[0] if plain and P.RESULT not in proof else None,
        says_no_figure=bool(cues.NO_FIGURE.search(text)),
        to_the_judge=bool(judged),
    )


def _proofs(text: str, parts: Sequence[str], figures: Sequence[Quantity]) -> dict[MissingPiece, str]:
    proofs = {
        P.CONTEXT: _context(parts),
        P.OWNERSHIP: _ownership(text),
        P.METRIC: next((figure.text for figure in figures if figure.impact), None),
        P.TRADEOFF: _first(cues.TRADEOFF, text),
        P.RESULT: _result(parts, figures),
        P.REFLECTION: _first(cues.REFLECTION, text),
    }
    return {piece: proof for piece, proof in proofs.items() if proof is not None}


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match[0] if match else None


def _steps(text: str) -> int:
    """How many things the speaker says to have done, or to be going to do."""
    own = len(cues.I_DID.findall(text))
    return own + len(cues.PLANNED_STEP.findall(text)) + (len(cues.AND_DID.findall(text)) if own else 0)


def _elliptical(piece: MissingPiece, text: str) -> str | None:
    """The words that answer a question about one piece without saying again what it asked: "Too expensive for us." """
    words = len(_WORD.findall(text))
    if cues.NOTHING.match(text) or (cues.HEDGES.search(text) and words < MIN_WORDS_OF_AN_ANSWER):
        return None
    match piece:
        case P.REFLECTION:
            return _first(cues.WOULD, text)
        case P.TRADEOFF:
            reason = _first(cues.ELLIPTICAL_REASON, text) if words >= MIN_WORDS_OF_A_SCENE else None
            return reason or _first(cues.ELLIPTICAL_PART, text)
        case P.RESULT:
            return (
                _first(cues.ELLIPTICAL_END, cues.PLAIN_OUTCOME.sub(" ", text))
                if words >= MIN_WORDS_OF_A_SCENE
                else None
            )
        case P.OWNERSHIP:
            return None if cues.TOGETHER.search(text) or words < 2 else _first(cues.ELLIPTICAL_PART, text) and text
        case _:
            return None


def _context(parts: Sequence[str]) -> str | None:
    """A situation is told when one full sentence sets it, or two cues do, or the story opens with how things were."""
    hits = [(part, match[0]) for part in parts for match in cues.CONTEXT.finditer(part)]
    full = next((cue for part, cue in hits if len(_WORD.findall(part)) >= MIN_WORDS_OF_A_SCENE), None)
    if full:
        return full
    if len(hits) >= 2:
        return hits[0][1]
    opening = (cues.PLAIN_OUTCOME.sub(" ", part) for part in parts[: (len(parts) + 1) // 2])
    return next((m[0] for part in opening if len(_WORD.findall(part)) >= 6 and (m := cues.SCENE.search(part))), None)


def _ownership(text: str) -> str | None:
    """The speaker's own action, unless the team's outnumber it three to one."""
    own = [match[0] for match in cues.I_DID.finditer(text)]
    ours = len(cues.WE_DID.findall(text))
    return own[0] if own and len(own) * 3 >= ours else None


def _result(parts: Sequence[str], figures: Sequence[Quantity]) -> str | None:
    """How it ended, in more than "it went well"."""
    for part in parts:
        match = cues.RESULT.search(cues.PLAIN_OUTCOME.sub(" ", part))
        if match and len(_WORD.findall(part)) >= 3:
            return match[0]
    if len(parts) >= 3 and (ending := _ending(parts)):
        return ending
    middle = sum(len(part) for part in parts) // 2
    late = (figure.text for figure in figures if figure.impact and figure.start >= middle)
    return next(late, None) if len(parts) >= 2 else None


def _ending(parts: Sequence[str]) -> str | None:
    """A story of three sentences or more ends where one of the last says, in the past tense, how the world then was."""
    last = (part for part in parts[2:][-2:] if not cues.REFLECTION.search(part))
    return next((match[0] for part in last if (match := cues.SCENE.search(cues.PLAIN_OUTCOME.sub(" ", part)))), None)


def _claims(answer: str, text: str, parts: Sequence[str], figures: Sequence[Quantity]) -> tuple[str, ...]:
    """The sentences that assert something checkable, as they stand in the answer."""
    claims: list[str] = []
    end = 0
    for part in parts:
        start = text.find(part, end)
        end = start + len(part)
        measured = any(figure.impact and start <= figure.start < end for figure in figures)
        if measured or cues.I_DID.search(part) or cues.RESULT.search(part):
            claims.append(answer[start : start + len(_short(part))])
        if len(claims) == MAX_CLAIMS:
            break
    return tuple(claims)


def _short(claim: str) -> str:
    if len(claim) <= MAX_CLAIM_CHARS:
        return claim
    return claim[:MAX_CLAIM_CHARS].rsplit(" ", 1)[0].rstrip(",;:")


# ------------------------------------------------------------------ judging


def _strength(
    reading: _Reading, expected: tuple[MissingPiece, ...], missing: tuple[MissingPiece, ...]
) -> AnswerStrength:
    if not expected:
        return _open_strength(reading)
    found = len(expected) - len(missing)
    if len(expected) == 1:
        return _single_strength(reading, found)
    if found == 0 or reading.words < MIN_WORDS_OF_AN_ANSWER:
        return AnswerStrength.VAGUE
    if found * 2 < len(expected) and _is_loose(reading):
        return AnswerStrength.VAGUE
    if found * 2 <= len(expected) and _is_hedged(reading) and not reading.figures:
        return AnswerStrength.VAGUE
    if _is_complete(reading, expected, missing):
        return AnswerStrength.STRONG
    return AnswerStrength.WEAK


def _is_complete(reading: _Reading, expected: tuple[MissingPiece, ...], missing: tuple[MissingPiece, ...]) -> bool:
    if not missing:
        return reading.words >= MIN_WORDS_OF_A_STORY
    spare = len(missing) == 1 and len(expected) >= 3 and missing[0] in _CAN_BE_ADDED and missing[0] is not expected[0]
    return spare and reading.words >= MIN_WORDS_OF_A_FULL_STORY


# One of these may lack in an answer that is strong otherwise, unless it is what the question is about.
_CAN_BE_ADDED = (P.CONTEXT, P.TRADEOFF, P.REFLECTION)


def _single_strength(reading: _Reading, found: int) -> AnswerStrength:
    """A follow-up asks for one piece: given, it is a strong answer however short; else only other substance counts."""
    if found:
        return AnswerStrength.STRONG
    if _is_hedged(reading):
        return AnswerStrength.VAGUE
    substance = bool(reading.found or reading.figures) and reading.words >= MIN_WORDS_OF_AN_ANSWER
    return AnswerStrength.WEAK if substance else AnswerStrength.VAGUE


def _open_strength(reading: _Reading) -> AnswerStrength:
    concrete = reading.named + len(reading.figures) + len(reading.found)
    if reading.words < MIN_WORDS_OF_AN_ANSWER or concrete == 0:
        return AnswerStrength.VAGUE
    if concrete < 2 and _is_loose(reading):
        return AnswerStrength.VAGUE
    if reading.words >= LONG_ENOUGH_TO_BE_CONCRETE and concrete >= 3 and not _is_hedged(reading):
        return AnswerStrength.STRONG
    return AnswerStrength.WEAK


def _is_hedged(reading: _Reading) -> bool:
    return len(reading.hedges) > HEDGED * max(reading.words, 1)


def _is_loose(reading: _Reading) -> bool:
    """Little that could be checked: hedged, or without a figure, a name, a result or two steps of one's own."""
    concrete = reading.figures or reading.named or P.RESULT in reading.found or reading.steps >= 2
    return _is_hedged(reading) or not concrete


# ------------------------------------------------------------------ reasons

_SHOWN = {
    P.CONTEXT: "Sets the scene: “{}”.",
    P.OWNERSHIP: "Says what you did yourself: “{}”.",
    P.METRIC: "Gives a figure: “{}”.",
    P.TRADEOFF: "Names what was weighed: “{}”.",
    P.RESULT: "Says how it ended: “{}”.",
    P.REFLECTION: "Says what you took from it: “{}”.",
}
_LACKED = {
    P.CONTEXT: "Doesn't say where, when or for whom this was.",
    P.OWNERSHIP: "Doesn't say which part was yours.",
    P.METRIC: "Gives no figure that shows the effect.",
    P.TRADEOFF: "Doesn't say what the choice was weighed against.",
    P.RESULT: "Doesn't say how it ended.",
    P.REFLECTION: "Doesn't say what you took from it.",
}


def _reasons(reading: _Reading, expected: Sequence[MissingPiece], missing: Sequence[MissingPiece]) -> list[str]:
    shown = [_SHOWN[piece].format(reading.proof[piece].strip()) for piece in expected if piece in reading.proof]
    lacked = [_lacked(reading, piece) for piece in missing]
    return [*shown, *lacked, *_manner(reading, expected)] or ["Answers an open question in its own words."]


def _lacked(reading: _Reading, piece: MissingPiece) -> str:
    if piece is P.OWNERSHIP and reading.only_we:
        return "Speaks of what “we” did and not of your own part."
    if piece is P.RESULT and reading.only_plain_outcome:
        return f"Says “{reading.only_plain_outcome.strip()}” without saying what changed."
    if piece is P.METRIC and reading.says_no_figure:
        return "Says that nothing was measured or remembered in figures."
    return _LACKED[piece]


def _manner(reading: _Reading, expected: Sequence[MissingPiece]) -> list[str]:
    manner = ["Speaks to whoever judges and not to the question; that part counts as nothing."] * reading.to_the_judge
    if reading.words < MIN_WORDS_OF_AN_ANSWER and len(expected) != 1:
        manner.append(f"Only {reading.words} words long.")
    if _is_hedged(reading):
        manner.append(f"Stays loose: “{'”, “'.join(dict.fromkeys(reading.hedges[:3]))}”.")
    return manner
