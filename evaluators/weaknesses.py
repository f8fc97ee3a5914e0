"""The life of one weakness: opened by repeated proof, improving, fixed, and open again. Rules in evaluators.memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from evaluators.lexicon import lexicon
from evaluators.words import compared
from schema.base import Shape
from schema.coaching import WeaknessProof
from schema.vocabulary import WeaknessChange, WeaknessState

C = WeaknessChange
S = WeaknessState
OPENS_AT = 2  # different questions
CLOSES_AT = 2
SAME_SHARE = 0.8  # share of the shorter question's telling words from which two questions are one asked twice
FEW_WORDS = 3  # telling words under which two questions are one only if they have the same


class Seen(Shape):
    """A habit at one question: the candidate's words that lack the piece, or that show the opposite."""

    key: str  # a MissingPiece, or "<dimension>.low"
    question_id: str
    question: str
    quote: str
    turn_index: int
    start_s: float | None = None


Told = tuple[UUID, datetime, Sequence[Seen], Sequence[Seen]]
"""One interview: its id, when it was held, the questions that lack the piece and those that show the opposite."""


class _Track:
    """Where one weakness stands while interviews are read."""

    def __init__(self) -> None:
        self.state: WeaknessState | None = None
        self.proofs: list[WeaknessProof] = []
        self.pending: list[
            tuple[WeaknessProof, str]
        ] = []  # setbacks of a weakness that is not open, each question once
        self.against: list[str] = []  # the questions that opened, reopened or confirmed it
        self.shown: list[str] = []  # the questions that showed the opposite since

    def setback(self, session_id: UUID, at: datetime, lacks: Sequence[Seen]) -> None:
        self.shown = []
        if self.state is None:
            self._gather(session_id, at, lacks)
            return
        change = C.REOPENED if self.state is S.FIXED else C.SEEN_AGAIN
        if change is C.REOPENED:
            self.against = []
        self.proofs.append(_proof(change, session_id, at, lacks[0]))
        self.state = S.OPEN
        self.against += [seen.question for seen in lacks]

    def _gather(self, session_id: UUID, at: datetime, lacks: Sequence[Seen]) -> None:
        for seen in lacks:
            if not is_among(seen.question, (question for _, question in self.pending)):
                self.pending.append((_proof(C.OPENED, session_id, at, seen), seen.question))
        if len(self.pending) >= OPENS_AT:
            self.state = S.OPEN
            self.proofs += [proof for proof, _ in self.pending[:OPENS_AT]]
            self.against = [question for _, question in self.pending]
            self.pending = []

    def progress(self, session_id: UUID, at: datetime, shows: Sequence[Seen], *, may_close: bool) -> None:
        """`may_close`: no question of the interview lacked the piece."""
        if self.state is None:
            self.pending = [] if may_close else self.pending
            return
        if self.state is S.FIXED:
            return
        for seen in shows:
            if is_among(seen.question, (*self.against, *self.shown)):
                continue
            if not self.shown:
                self._step(C.IMPROVED, S.IMPROVING, session_id, at, seen)
            elif may_close and len(self.shown) + 1 >= CLOSES_AT:
                self._step(C.CLOSED, S.FIXED, session_id, at, seen)
                return
            else:
                return

    def _step(self, change: WeaknessChange, state: WeaknessState, session_id: UUID, at: datetime, seen: Seen) -> None:
        self.proofs.append(_proof(change, session_id, at, seen))
        self.state = state
        self.shown.append(seen.question)


def track(told: Iterable[Told]) -> tuple[WeaknessState | None, list[WeaknessProof]]:
    """The state of one weakness after these interviews, in their order, with the proof of every change; None: it never
    opened."""
    one = _Track()
    for session_id, at, lacks, shows in told:
        if lacks and len(lacks) >= len(shows):
            one.setback(session_id, at, lacks)
        elif shows:
            one.progress(session_id, at, shows, may_close=not lacks)
    return one.state, one.proofs


def _proof(change: WeaknessChange, session_id: UUID, at: datetime, seen: Seen) -> WeaknessProof:
    return WeaknessProof(
        change=change, session_id=session_id, at=at, question_id=seen.question_id, question=seen.question,
        quote=seen.quote, turn_index=seen.turn_index, start_s=seen.start_s,
    )  # fmt: skip


def is_among(question: str, others: Iterable[str]) -> bool:
    """Whether this question is one of the others, perhaps with another lead-in."""
    return any(same_question(question, other) for other in others)


def same_question(one: str, other: str) -> bool:
    """Whether two questions are one question asked twice."""
    a, b = _telling(one), _telling(other)
    if a == b:
        return True
    least = min(len(a), len(b))
    return least >= FEW_WORDS and len(a & b) >= SAME_SHARE * least


def _telling(question: str) -> frozenset[str]:
    small = lexicon().words["function_words"]
    words = {compared(word) for word in question.replace("’", "'").split() if word.casefold() not in small} - {""}
    return frozenset(words) or frozenset({compared(word) for word in question.split()})
