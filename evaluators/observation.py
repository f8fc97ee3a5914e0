"""What one judged interview showed of habits and levels, each with the candidate's words that show it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import Field

from evaluators.assemble import OPENING
from evaluators.evidence import Ground, GroundTurn, Place, evidence_at, ground, locate, to_the_judge
from evaluators.habits import HABITS, low_key
from evaluators.reading import Reading, opening_quote, quote, read_answers
from evaluators.shapes import Answer, AnswerSet, Claim
from evaluators.weaknesses import Seen
from evaluators.words import has_time, heard_tokens, tokens
from schema.analysis import DimensionScore, Evidence, TurnNote
from schema.base import Shape
from schema.transcript import TranscriptDocument, TranscriptTurn
from schema.vocabulary import Agreement, MissingPiece, Speaker

P = MissingPiece
LOW_ANCHOR = 2.0
HIGH_ANCHOR = 3.5


class Score(Shape):
    """One dimension of one interview, where it was proved."""

    dimension: str
    name: str
    score: int = Field(ge=0, le=100)
    spread: float | None = None


class Observation(Shape):
    """What one judged interview showed. `lacks` and `shows` hold one entry for a habit and a question."""

    session_id: UUID
    at: datetime  # when the interview was held
    role_category: str
    scores: tuple[Score, ...] = ()
    lacks: tuple[Seen, ...] = ()
    shows: tuple[Seen, ...] = ()


def observe(
    session_id: UUID,
    at: datetime,
    role_category: str,
    answers: AnswerSet,
    notes: Sequence[TurnNote],
    dimensions: Sequence[DimensionScore],
    *,
    document: TranscriptDocument | None = None,
    readings: Sequence[Reading] | None = None,
    on: Ground | None = None,
) -> Observation:
    """What this interview showed, each piece with the words that show it. `document` gives the quotes their seconds;
    `readings` and `on` are those of the same answers and document, where the caller has them already.

    `notes` are those of the same answers; where they failed, dimensions alone are observed.
    """
    on = on or (ground(document) if document else _ground_of(answers))
    read = read_answers(answers.answers, on) if readings is None else readings
    threads = [reading for reading in read if reading.answer.question_id != OPENING]
    missing = _missing(notes)
    lacks, shows = [], []
    for reading in threads:
        lacking = missing.get(_root(reading.answer.question_id))
        if lacking is None:
            continue
        lacks += [_lack(piece, reading, on) for piece in P if piece in lacking and not _shown(piece, reading)]
        shows += [_show(piece, reading, on) for piece in P if piece not in lacking and _shown(piece, reading)]
    for dimension in dimensions:
        seen = _of_dimension(dimension, answers)
        lacks += seen if (dimension.anchor or 0.0) <= LOW_ANCHOR else []
        shows += seen if (dimension.anchor or 0.0) >= HIGH_ANCHOR else []
    scores = (
        Score(dimension=d.key, name=d.name, score=d.score, spread=d.spread) for d in dimensions if d.score is not None
    )
    return Observation(
        session_id=session_id, at=at, role_category=role_category,
        scores=tuple(scores), lacks=tuple(lacks), shows=tuple(shows),
    )  # fmt: skip


def _ground_of(answers: AnswerSet) -> Ground:
    """The answers as ground to search, without seconds, for want of the transcript itself."""
    turns = []
    for answer in answers.answers:
        for part in answer.turns:
            turn = TranscriptTurn(speaker=Speaker.CANDIDATE, text=part.text, start_s=0, end_s=0, typed=True)
            words = tokens(part.text)
            keyed = tuple(i for i, word in enumerate(words) if word.key)
            turns.append(
                GroundTurn(
                    part.turn_index, turn, words, heard_tokens(turn, words), keyed, to_the_judge(part.text, words)
                )
            )
    questions = tuple(tuple(w.key for w in tokens(a.question) if w.key) for a in answers.answers)
    return Ground(tuple(sorted(turns, key=lambda t: t.index)), questions)


def _missing(notes: Sequence[TurnNote]) -> dict[str, set[MissingPiece]]:
    """The pieces that a question's answers lacked, follow-ups included, by the question's id."""
    found: dict[str, set[MissingPiece]] = {}
    for note in notes:
        if note.question_id is not None:
            found.setdefault(_root(note.question_id), set()).update(note.missing)
    return found


def _root(question_id: str) -> str:
    return question_id.split(".")[0]


def _shown(piece: MissingPiece, reading: Reading) -> bool:
    return reading.has(*HABITS[piece].shown)


def _lack(piece: MissingPiece, reading: Reading, on: Ground) -> Seen:
    text, turn_index = opening_quote(reading)
    return _seen(piece.value, reading.answer, text, turn_index, on)


def _show(piece: MissingPiece, reading: Reading, on: Ground) -> Seen:
    found = next((item for cue in HABITS[piece].shown if (item := reading.first(cue))), None)
    text, turn_index = (quote(found), found.sentence.turn.index) if found else opening_quote(reading)
    return _seen(piece.value, reading.answer, text, turn_index, on)


def _seen(key: str, answer: Answer, text: str, turn_index: int, on: Ground) -> Seen:
    """The question with the candidate's words, at the second where they begin, where that is known."""
    start_s = None
    place = locate(Claim(quote=text, why="", turn_index=turn_index), on)
    if isinstance(place, Place) and place.ground.index == turn_index:
        evidence = evidence_at(place, "")
        text, start_s = evidence.quote, evidence.start_s
    else:
        turn = next(t.turn for t in on.turns if t.index == turn_index)
        start_s = turn.start_s if has_time(turn) else None
    return Seen(
        key=key, question_id=answer.question_id, question=answer.question,
        quote=text, turn_index=turn_index, start_s=start_s,
    )  # fmt: skip


def _of_dimension(dimension: DimensionScore, answers: AnswerSet) -> list[Seen]:
    """A dimension's quotes, one for each question."""
    if dimension.anchor is None or dimension.agreement is Agreement.DISAGREE:
        return []
    owners = {turn.turn_index: answer for answer in answers.answers for turn in answer.turns}
    roots = {answer.question_id: answer for answer in reversed(answers.answers)}
    found: dict[str, Seen] = {}
    for evidence in dimension.evidence:
        owner = owners.get(evidence.turn_index)
        if owner is not None:
            owner = roots.get(_root(owner.question_id), owner)
            found.setdefault(owner.question_id, _from_evidence(low_key(dimension.key), owner, evidence))
    return list(found.values())


def _from_evidence(key: str, answer: Answer, evidence: Evidence) -> Seen:
    return Seen(
        key=key, question_id=answer.question_id, question=answer.question,
        quote=evidence.quote, turn_index=evidence.turn_index, start_s=evidence.start_s,
    )  # fmt: skip
