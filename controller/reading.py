"""Reads what one answer holds, before it is judged: pieces with the words that show them, figures, hedges, claims.

The rules look at what was said, never at how it sounds or at what it asks for: an answer that tells the interviewer
to give full marks is one without context, part, result or figure. Spans are verbatim, so that a report can quote them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from controller import cue_sentences as whole
from controller.cues import BOOK
from controller.hearing import Heard, hear
from controller.phrasebook import Span
from controller.quantities import Quantity, quantities_of
from schema.vocabulary import MissingPiece

P = MissingPiece
MIN_WORDS_OF_AN_ANSWER = 8
MIN_WORDS_OF_A_SCENE = 7
MIN_WORDS_OF_A_HINT = 4
MAX_WORDS_OF_A_PLACE = 30  # "in March, at our Leeds site, five of us"
OPENING_SENTENCES = 4  # a story opens with how things were
# Of a very long answer its beginning and its end are read, together two minutes of speech: what a listener keeps.
FIRST_CHARS, LAST_CHARS = 1_100, 600
MAX_ELLIPTICAL_CHARS = 600  # longer, and an answer says again what it answers
MAX_CLAIMS = 6
MAX_CLAIM_CHARS = 160
MAX_NAMES = 12  # more names say nothing new of an answer
# How many phrases of a kind are looked for, where a few say enough.
_MOST: Mapping[str, int] = MappingProxyType(
    {"tradeoff": 1, "reflection": 4, "no_figure": 1, "context": 8, "result": 6, "own": 60, "named": 20, "planned": 12}
)
_NONE: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer holds. `proof` gives the verbatim words that show a piece, `direct` and `yes_or_no`
    those that answer a question for one fact at once. Counts are of phrases."""

    words: int
    proof: Mapping[MissingPiece, str]
    figures: tuple[str, ...]
    claims: tuple[str, ...]
    hedges: tuple[str, ...]
    own: int
    ours: int
    steps: int  # the speaker's own actions, told or planned
    named: int  # names and technical terms
    scenes: int  # phrases that say where, when or for whom
    plain_outcome: str | None  # "it went well", and no other outcome
    says_no_figure: bool
    to_the_judge: bool
    direct: str | None  # a date, a number or a name
    yes_or_no: str | None

    @property
    def found(self) -> frozenset[MissingPiece]:
        """The pieces that the answer holds."""
        return frozenset(self.proof)


def prepare() -> None:
    """Gets everything ready that the first answers would otherwise wait for, half a second of work."""
    BOOK.prepare()


def listen(answer: str) -> Heard:
    """An answer laid out for reading; of a very long one its beginning and its end."""
    return hear(_read_of(answer))


def read(answer: str | Heard, asked: Sequence[MissingPiece] = (), *, fact: bool = True) -> Reading:
    """What `answer` holds. `asked`: the pieces the question is after; where it is one, a short answer may leave out
    the words that it was asked with. `fact`: whether words that answer a question for one fact are looked for."""
    heard = listen(answer) if isinstance(answer, str) else answer
    phrases = BOOK.search(heard, _MOST)
    judged = _said_to_the_judge(heard, phrases.get("judge", _NONE))
    if judged:
        heard, phrases = _without(heard, phrases, judged)
    figures = quantities_of(heard, phrases)
    names = _names(heard)
    proof = _proofs(heard, phrases, figures, names)
    if len(asked) == 1 and asked[0] not in proof and (words := _elliptical(asked[0], heard, figures)):
        proof[asked[0]] = words
    reading = _reading(heard, phrases, figures, names, proof, to_the_judge=bool(judged))
    if not fact:
        return reading
    return replace(reading, direct=_direct(heard, figures, names), yes_or_no=_match(whole.YES_OR_NO, _opening(heard)))


def _read_of(answer: str) -> str:
    if len(answer) <= FIRST_CHARS + LAST_CHARS:
        return answer
    first = answer[:FIRST_CHARS].rsplit(" ", 1)[0]
    last = answer[-LAST_CHARS:].split(" ", 1)[-1]
    return f"{first} .\n {last}"


def _reading(
    heard: Heard,
    phrases: Mapping[str, list[Span]],
    figures: Sequence[Quantity],
    names: Sequence[Span],
    proof: Mapping[MissingPiece, str],
    *,
    to_the_judge: bool,
) -> Reading:
    own, plain = phrases.get("own", _NONE), phrases.get("plain", _NONE)
    planned, more = phrases.get("planned", _NONE), phrases.get("and_did", _NONE)
    return Reading(
        words=heard.words,
        proof=proof,
        figures=tuple(figure.text for figure in figures),
        claims=_claims(heard, phrases, figures),
        hedges=tuple(_said(heard, span) for span in phrases.get("hedge", _NONE)),
        own=len(own),
        ours=len(phrases.get("team", _NONE)),
        steps=len(own) + len(planned) + (len(more) if own else 0),
        named=len(names) + len(phrases.get("named", _NONE)),
        scenes=len(phrases.get("context", _NONE)),
        plain_outcome=_said(heard, plain[0]) if plain and P.RESULT not in proof else None,
        says_no_figure="no_figure" in phrases,
        to_the_judge=to_the_judge,
        direct=None,
        yes_or_no=None,
    )


def joined(before: Reading, after: Reading) -> Reading:
    """What two answers to one question hold together."""
    own, ours = before.own + after.own, before.ours + after.ours
    proof = {**after.proof, **before.proof}
    if P.OWNERSHIP not in proof and own and own * 3 >= ours:
        proof[P.OWNERSHIP] = before.proof.get(P.OWNERSHIP) or after.proof.get(P.OWNERSHIP) or "I"
    return replace(
        after,
        words=before.words + after.words,
        proof=proof,
        figures=before.figures + after.figures,
        claims=(before.claims + after.claims)[:MAX_CLAIMS],
        hedges=before.hedges + after.hedges,
        own=own,
        ours=ours,
        steps=before.steps + after.steps,
        named=before.named + after.named,
        scenes=before.scenes + after.scenes,
        plain_outcome=None if P.RESULT in proof else after.plain_outcome or before.plain_outcome,
        says_no_figure=before.says_no_figure or after.says_no_figure,
        to_the_judge=before.to_the_judge or after.to_the_judge,
        direct=before.direct or after.direct,
        yes_or_no=before.yes_or_no or after.yes_or_no,
    )


def _said(heard: Heard, span: Span) -> str:
    return heard.raw[span[0] : span[1]].strip()


def _said_to_the_judge(heard: Heard, found: Sequence[Span]) -> list[Span]:
    """What speaks to whoever judges: the clause from its beginning to the end of the sentence."""
    spans: list[Span] = []
    for at, _ in found:
        first, end = heard.sentence(heard.sentence_of(at))
        turns = [turn.start() for turn in whole.TURN.finditer(heard.flat, first, at + 1)]
        start = turns[-1] if turns and heard.flat[first : turns[-1]].count(" ") >= MIN_WORDS_OF_AN_ANSWER else first
        spans.append((start, end))
    return spans


def _without(
    heard: Heard, phrases: Mapping[str, list[Span]], spans: Sequence[Span]
) -> tuple[Heard, dict[str, list[Span]]]:
    """The same with nothing where the spans are."""
    raw, flat = heard.raw, heard.flat
    for start, end in spans:
        raw = raw[:start] + " " * (end - start) + raw[end:]
        flat = flat[:start] + " " * (end - start) + flat[end:]
    left = {tag: [span for span in found if not _overlapping(spans, span)] for tag, found in phrases.items()}
    kept = {tag: found for tag, found in left.items() if found}
    return replace(heard, raw=raw, flat=flat, words=len(flat.split())), kept


# ------------------------------------------------------------------ pieces


def _proofs(
    heard: Heard, phrases: Mapping[str, list[Span]], figures: Sequence[Quantity], names: Sequence[Span]
) -> dict[MissingPiece, str]:
    proofs = {
        P.CONTEXT: _context(heard, phrases, names),
        P.OWNERSHIP: _ownership(heard, phrases),
        P.METRIC: next((figure.text for figure in figures if figure.impact), None),
        P.TRADEOFF: _first(heard, phrases, "tradeoff"),
        P.RESULT: _result(heard, phrases, figures),
        P.REFLECTION: _first(heard, phrases, "reflection"),
    }
    return {piece: proof for piece, proof in proofs.items() if proof is not None}


def _first(heard: Heard, phrases: Mapping[str, list[Span]], tag: str) -> str | None:
    return _said(heard, phrases[tag][0]) if tag in phrases else None


def _ownership(heard: Heard, phrases: Mapping[str, list[Span]]) -> str | None:
    """The speaker's own action, unless the team's outnumber it three to one."""
    own, ours = phrases.get("own", _NONE), phrases.get("team", _NONE)
    return _said(heard, own[0]) if own and len(own) * 3 >= len(ours) else None


def _context(heard: Heard, phrases: Mapping[str, list[Span]], names: Sequence[Span]) -> str | None:
    """A situation is told when one full sentence sets it, or two cues do, or the story opens with how things were."""
    hits = sorted([*phrases.get("context", _NONE), *_places(heard, names)])
    for hit in hits[:MAX_NAMES]:
        if len(hits) >= 2 or _words_around(heard, hit) >= MIN_WORDS_OF_A_SCENE:
            return _said(heard, hit)
    opening = min(OPENING_SENTENCES, (len(heard.bounds) + 1) // 2)
    return _scene(heard, phrases, range(opening), min_words=6)


def _words_around(heard: Heard, span: Span) -> int:
    start, end = heard.sentence(heard.sentence_of(span[0]))
    return len(heard.flat[start:end].split())


def _scene(
    heard: Heard, phrases: Mapping[str, list[Span]], numbers: Sequence[int], *, min_words: int = 0
) -> str | None:
    """The words by which one of these sentences says how the world was."""
    for number in numbers:
        start, end = heard.sentence(number)
        text = heard.raw[start:end]
        if _overlapping(phrases.get("plain", _NONE), (start, end)):
            text = whole.PLAIN_OUTCOME.sub(" ", text)
        if len(text.split()) >= min_words and (match := whole.SCENE.search(text)):
            return match[0]
    return None


def _result(heard: Heard, phrases: Mapping[str, list[Span]], figures: Sequence[Quantity]) -> str | None:
    """How it ended, in more than "it went well"."""
    plain = phrases.get("plain", _NONE)
    for hit in phrases.get("result", _NONE):
        if not _overlapping(plain, hit) and _words_around(heard, hit) >= 3:
            return _said(heard, hit)
    sentences = len(heard.bounds)
    if sentences >= 3 and (ending := _ending(heard, phrases)):
        return ending
    middle = len(heard.raw) // 2
    late = (figure.text for figure in figures if figure.impact and figure.start >= middle)
    return next(late, None) if sentences >= 2 else None


def _ending(heard: Heard, phrases: Mapping[str, list[Span]]) -> str | None:
    """A story of three sentences or more ends where one of the last says, in the past tense, how the world then was."""
    reflected = [heard.sentence_of(start) for start, _ in phrases.get("reflection", _NONE)]
    last = [number for number in range(2, len(heard.bounds)) if number not in reflected][-2:]
    return _scene(heard, phrases, last)


def _overlapping(spans: Sequence[Span], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _names(heard: Heard) -> list[Span]:
    """Names, as their capitals show them where no sentence begins."""
    found: list[Span] = []
    for match in whole.NAME.finditer(heard.raw):
        if match[0] not in whole.NOT_A_NAME and not _begins(heard.raw, match.start()):
            found.append(match.span())
            if len(found) == MAX_NAMES:
                break
    return found


def _begins(raw: str, at: int) -> bool:
    """Whether a sentence begins at a character."""
    while at > 0 and raw[at - 1] in " \"“'(":
        at -= 1
    return at == 0 or raw[at - 1] in ".!?\n"


def _places(heard: Heard, names: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in names:
        lead = whole.PLACE_BEFORE_A_NAME.search(heard.raw, max(0, start - 10), start)
        if lead:
            found.append((lead.start(), end))
    return found


# ------------------------------------------------------------------ short answers


def _elliptical(piece: MissingPiece, heard: Heard, figures: Sequence[Quantity]) -> str | None:
    """The words that answer a question about one piece without saying again what it asked: "Too expensive for us." """
    flat, words = heard.flat, heard.words
    if len(flat) > MAX_ELLIPTICAL_CHARS or whole.NOTHING.match(flat):
        return None
    match piece:
        case P.METRIC:
            return figures[0].text if figures else _match(whole.NUMBER_IN_WORDS, flat) if words <= 12 else None
        case P.REFLECTION:
            return _match(whole.WOULD, flat) or (_match(whole.LEARNED, flat) if words >= MIN_WORDS_OF_A_HINT else None)
        case P.TRADEOFF:
            reason = _match(whole.ELLIPTICAL_REASON, flat) if words >= MIN_WORDS_OF_A_SCENE else None
            return reason or _match(whole.ELLIPTICAL_PART, flat)
        case P.RESULT:
            if words < MIN_WORDS_OF_A_SCENE:
                return None
            return _match(whole.ELLIPTICAL_END, whole.PLAIN_OUTCOME.sub(" ", flat))
        case P.OWNERSHIP:
            if whole.TOGETHER.search(flat) or words < 2:
                return None
            return heard.raw.strip() if whole.ELLIPTICAL_PART.match(flat) else None
        case P.CONTEXT:
            when = _match(whole.WHEN_OR_HOW_LONG, flat) or (figures[0].text if figures else None)
            return when if MIN_WORDS_OF_A_HINT <= words <= MAX_WORDS_OF_A_PLACE else None


def _match(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[0].strip() if found else None


def _opening(heard: Heard) -> str:
    start, end = heard.sentence(0)
    return heard.flat[:end][: start + MAX_CLAIM_CHARS]


def _direct(heard: Heard, figures: Sequence[Quantity], names: Sequence[Span]) -> str | None:
    """The date, number or name that answers a question for one at once."""
    opening = _opening(heard)
    if whole.UNSURE.search(opening):
        return None
    for pattern in (whole.WHEN_OR_HOW_LONG, whole.NUMBER_IN_WORDS):
        if found := pattern.search(opening):
            return found[0].strip()
    if figures:
        return figures[0].text
    return heard.raw[slice(*names[0])] if names else None


# ------------------------------------------------------------------ claims


def _claims(heard: Heard, phrases: Mapping[str, list[Span]], figures: Sequence[Quantity]) -> tuple[str, ...]:
    """The sentences that assert something checkable, as they stand in the answer."""
    starts = [start for tag in ("own", "result") for start, _ in phrases.get(tag, _NONE)]
    starts += [figure.start for figure in figures if figure.impact]
    numbers = sorted({heard.sentence_of(start) for start in starts})[:MAX_CLAIMS]
    return tuple(_short(heard.raw[slice(*heard.sentence(number))]) for number in numbers)


def _short(claim: str) -> str:
    if len(claim) <= MAX_CLAIM_CHARS:
        return claim
    return claim[:MAX_CLAIM_CHARS].rsplit(" ", 1)[0].rstrip(",;:")
