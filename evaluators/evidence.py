"""Proof: a quote is served only where code finds it, word for word, in the candidate's own turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from evaluators.lexicon import lexicon
from evaluators.requirements.asked import asked_lines
from evaluators.shapes import Claim, Dropped, DropReason
from evaluators.words import SENTENCE_END, Heard, Token, compared, heard_tokens, span_seconds, tokens, unsure
from schema.analysis import Evidence
from schema.transcript import TranscriptDocument, TranscriptTurn
from schema.vocabulary import Speaker

MAX_QUOTE_WORDS = 25  # specification 12.2
_LABEL = re.compile(
    r"[\W_]*(interviewer|candidate|system|assistant|evaluator|judge|user|human|recruiter)\s*:", re.IGNORECASE
)
KEPT = 2  # interviews whose words stay at hand, for every step of an evaluation asks for them
MIN_QUOTE_WORDS = 2  # a single word stands in most answers and proves nothing


@dataclass(frozen=True, slots=True)
class GroundTurn:
    """A candidate turn ready for searching. `keyed` are the indices of tokens that have a compared form.

    `barred` are those of words that speak to the judge or play another's part; they prove nothing.
    """

    index: int
    turn: TranscriptTurn
    words: tuple[Token, ...]
    heard: tuple[Heard, ...]
    keyed: tuple[int, ...]
    barred: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that can prove a claim: the candidate's turns, and the interviewer's words for telling them apart.

    `job` says what the job is about: its title and the lines of its description that ask for something.
    """

    turns: tuple[GroundTurn, ...]
    interviewer: tuple[tuple[str, ...], ...]
    job: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens [start, end) of a candidate turn."""

    ground: GroundTurn
    start: int
    end: int


@lru_cache(maxsize=KEPT)
def ground(document: TranscriptDocument) -> Ground:
    """The document's turns, tokenised once. Only the candidate's can prove anything."""
    candidate, interviewer = [], []
    for index, turn in enumerate(document.turns):
        words = tokens(turn.text)
        if turn.speaker is Speaker.CANDIDATE:
            keyed = tuple(i for i, word in enumerate(words) if word.key)
            barred = to_the_judge(turn.text, words)
            candidate.append(GroundTurn(index, turn, words, heard_tokens(turn, words), keyed, barred))
        else:
            interviewer.append(tuple(word.key for word in words if word.key))
    job = (document.role_title, *(line.text for line in asked_lines(document.jd or "")))
    return Ground(tuple(candidate), tuple(interviewer), job)


def to_the_judge(text: str, words: Sequence[Token]) -> frozenset[int]:
    """Indices of words in sentences that speak to whoever scores, or that a script gives to somebody else.

    After "Interviewer:" or "SYSTEM:" inside an answer all is somebody else's up to a "Candidate:".
    """
    plain = text.replace("’", "'")
    ends = [0, *(m.end() for m in SENTENCE_END.finditer(plain)), len(plain)]
    barred: set[int] = set()
    elsewhere = False
    for low, high in pairwise(ends):
        label = _LABEL.match(plain, low, high)
        if label:
            elsewhere = label.group(1).casefold() != "candidate"
        if label or elsewhere or lexicon().finds("to_the_judge", plain[low:high]):
            barred |= {i for i, word in enumerate(words) if low <= word.start < high}
    return frozenset(barred)


def prove(claims: Iterable[Claim], on: Ground) -> tuple[tuple[Evidence, ...], tuple[Dropped, ...]]:
    """Splits claims into evidence with its place and seconds, and what could not be proved with the reason.

    A quote is compared without case, spacing and punctuation, at word boundaries, inside one turn. The evidence carries
    the candidate's own spelling, cut from the turn. Quotes over 25 words, under 2, said by the interviewer alone, heard
    unsurely or spoken to the judge are dropped. The same words are not evidence twice.
    """
    evidence: list[Evidence] = []
    dropped: list[Dropped] = []
    taken: set[tuple[int, int, int]] = set()
    for claim in claims:
        place = locate(claim, on)
        if not isinstance(place, Place):
            dropped.append(Dropped(quote=claim.quote, reason=place))
            continue
        key = (place.ground.index, place.start, place.end)
        if key not in taken:
            taken.add(key)
            evidence.append(evidence_at(place, claim.why))
    return tuple(evidence), tuple(dropped)


def locate(claim: Claim, on: Ground) -> Place | DropReason:
    """Where the claim's quote stands, or why it is no evidence. The named turn is searched first."""
    wanted = tuple(key for word in claim.quote.split() if (key := compared(word)))
    if len(claim.quote.split()) > MAX_QUOTE_WORDS:
        return "too_long"
    if len(wanted) < MIN_QUOTE_WORDS:
        return "too_short"
    reason: DropReason = "not_found"
    for turn in sorted(on.turns, key=lambda t: t.index != claim.turn_index):
        for place in _occurrences(wanted, turn):
            if place.end - place.start > MAX_QUOTE_WORDS:
                reason = "too_long"
            elif any(unsure(heard) for heard in turn.heard[place.start : place.end]):
                reason = "unsure_words"
            elif turn.barred & set(range(place.start, place.end)):
                reason = "to_the_judge"
            else:
                return place
    if reason == "not_found" and any(_stands_in(wanted, keys) for keys in on.interviewer):
        return "interviewer_words"
    return reason


def evidence_at(place: Place, why: str) -> Evidence:
    """The evidence for tokens that were found: the candidate's own spelling, word range and seconds."""
    turn, first, last = place.ground, place.start, place.end
    start_s, end_s, estimated = span_seconds(turn.turn, turn.words, turn.heard, first, last)
    text = turn.turn.text[turn.words[first].start : turn.words[last - 1].end].rstrip(",;:—–- ")
    return Evidence(
        quote=text,
        why=why,
        turn_index=turn.index,
        word_start=first,
        word_end=last,
        start_s=start_s,
        end_s=end_s,
        approximate=estimated,
    )


def _occurrences(wanted: Sequence[str], turn: GroundTurn) -> list[Place]:
    """Every place where the wanted words stand one after another; "e mail" is found in "e-mail" and the other way."""
    keys = [turn.words[i].key for i in turn.keyed]
    found = []
    for start in range(len(keys)):
        length = _match_length(wanted, keys, start)
        if length:
            found.append(Place(turn, turn.keyed[start], turn.keyed[start + length - 1] + 1))
    return found


def _match_length(wanted: Sequence[str], keys: Sequence[str], start: int) -> int:
    """How many keys from `start` spell the wanted words, or 0. They may be split differently, never between digits."""
    if keys[start][0] != wanted[0][0]:
        return 0
    if tuple(keys[start : start + len(wanted)]) == tuple(wanted):
        return len(wanted)
    goal, spelt = _joined(wanted), ""
    for count, key in enumerate(keys[start:], 1):
        spelt = _join(spelt, key)
        if spelt == goal:
            return count
        if not goal.startswith(spelt):
            return 0
    return 0


def _stands_in(wanted: Sequence[str], keys: Sequence[str]) -> bool:
    return any(_match_length(wanted, keys, start) for start in range(len(keys)))


def _joined(words: Sequence[str]) -> str:
    text = ""
    for word in words:
        text = _join(text, word)
    return text


def _join(left: str, right: str) -> str:
    """Letters run together; between digits a space is kept, for "3 5" is not "35"."""
    return f"{left} {right}" if left[-1:].isdigit() and right[:1].isdigit() else left + right
