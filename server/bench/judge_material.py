"""What the judge is measured with: pairs of answers, honest interviews, attacks on them and swaps, as YAML in a folder.

DIR/pairs/open/*.yaml           pairs that whoever works on the evaluator may read
DIR/pairs/after_freeze/*.yaml   pairs written after the evaluator was frozen
DIR/honest/*.yaml               one honest interview a file
DIR/attacks.yaml, DIR/swaps.yaml
DIR/late/honest/*.yaml, DIR/late/attacks.yaml   the same, written after the evaluator was frozen last
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from schema.base import Shape
from schema.transcript import TranscriptDocument, TranscriptTurn, Word
from schema.vocabulary import InterviewType, Seniority, Speaker

WORD_S, GAP_S = 0.3, 0.1  # 150 words a minute, the same for everyone: no measure of delivery tells two answers apart
HEARD = 0.9  # the recogniser's confidence in each word
THINKING_S = 1.0
OPEN, AFTER_FREEZE = SETS = ("open", "after_freeze")

T = TypeVar("T")


class BadMaterialError(Exception):
    """A file of the folder can't be used. `str()` says which and why."""


class Setting(Shape):
    """For which interview something was said."""

    id: str
    role_kit: str
    seniority: Seniority
    interview_type: InterviewType
    jd: str | None = None
    resume: str | None = None


class Fault(StrEnum):
    """What is wrong with the weak answer of a pair."""

    VAGUENESS = "vagueness"
    NO_OWN_ACTION = "no_own_action"
    NO_REASONING = "no_reasoning"
    NO_OUTCOME = "no_outcome"
    WRONG_QUESTION = "wrong_question"
    CIRCULARITY = "circularity"
    CONTRADICTION = "contradiction"


class Pair(Setting):
    """A strong and a weak answer to one question. `twin`: the weak one is as long and as rich in terms."""

    dimension: str
    question: str
    strong: str
    weak: str
    twin: bool
    fault: Fault


class Exchange(Shape):
    question: str
    answer: str


class Honest(Setting):
    """An interview of someone who answers what was asked. `terms`: what a stuffer of keywords would take."""

    terms: tuple[str, ...]
    answers: tuple[Exchange, ...] = Field(min_length=3)


class Where(StrEnum):
    """What an attack does with the honest answers."""

    REPLACE = "replace"
    BEFORE = "before"
    AFTER = "after"
    DOCUMENTS = "documents"  # the text stands at the end of job description and résumé
    EVERYWHERE = "everywhere"  # after each answer and in both documents
    NO_TURNS = "no_turns"
    SAME_ANSWER = "same_answer"  # the first answer, to every question
    TWICE = "twice"  # each answer said two times over
    NEXT_ANSWER = "next_answer"  # each answer is given to the question before it
    REVERSE = "reverse"  # the last answer is given to the first question


class Attack(Shape):
    """`texts` are taken in turn, one an answer; {question} and {terms} stand for the interview's own."""

    id: str
    kind: str  # the name: empty, one_word, off_topic, repeated, aggrandising, injected, ...
    where: Where
    texts: tuple[str, ...] = ()


class Swap(Setting):
    """One interview told of different people: `values` fill the slots {like_this}, and no score may move."""

    kind: str  # name, pronoun, university, city or dialect
    answers: tuple[Exchange, ...] = Field(min_length=1)
    values: tuple[dict[str, str], ...] = Field(min_length=2)


@dataclass(frozen=True, slots=True)
class Material:
    pairs: Mapping[str, tuple[Pair, ...]]  # by set, in the order of SETS
    honest: tuple[Honest, ...]
    attacks: tuple[Attack, ...]
    swaps: tuple[Swap, ...]
    late_honest: tuple[Honest, ...] = ()
    late_attacks: tuple[Attack, ...] = ()


def read_material(folder: Path) -> Material:
    """Everything in the folder. Raises BadMaterialError."""
    if not (folder / "pairs").is_dir():
        raise BadMaterialError(f"{folder} holds no folder pairs/; name the folder of the judge's material.")
    late = folder / "late"
    return Material(
        pairs={name: tuple(_all(folder / "pairs" / name, list[Pair])) for name in SETS},
        honest=_interviews(folder),
        attacks=tuple(_read(folder / "attacks.yaml", list[Attack])),
        swaps=tuple(_read(folder / "swaps.yaml", list[Swap])),
        late_honest=_interviews(late),
        late_attacks=tuple(_read(late / "attacks.yaml", list[Attack])) if late.is_dir() else (),
    )


def _interviews(folder: Path) -> tuple[Honest, ...]:
    return tuple(_read(path, Honest) for path in sorted((folder / "honest").glob("*.yaml")))


def _all(folder: Path, kind: type[list[T]]) -> Iterator[T]:
    for path in sorted(folder.glob("*.yaml")):
        yield from _read(path, kind)


def _read(path: Path, kind: type[T]) -> T:
    try:
        return TypeAdapter(kind).validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise BadMaterialError(f"{path} can't be read ({type(fault).__name__}).") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadMaterialError(f"{path}: {place}: {first['msg']}.") from fault


def interview(setting: Setting, exchanges: Sequence[tuple[str, str]]) -> TranscriptDocument:
    """A spoken interview of these questions and answers, each word with its seconds at one even pace."""
    turns: list[TranscriptTurn] = []
    now = 0.0
    for number, (question, answer) in enumerate(exchanges, start=1):
        for speaker, text in ((Speaker.INTERVIEWER, question), (Speaker.CANDIDATE, answer)):
            turn = _turn(speaker, text, now, f"q{number}")
            turns.append(turn)
            now = turn.end_s + THINKING_S
    return _document(setting, turns)


def _document(setting: Setting, turns: Sequence[TranscriptTurn]) -> TranscriptDocument:
    return TranscriptDocument(
        role_kit=setting.role_kit,
        role_title=setting.role_kit.replace("_", " ").capitalize(),
        seniority=setting.seniority,
        interview_type=setting.interview_type,
        jd=setting.jd,
        resume=setting.resume,
        turns=tuple(turns),
    )


def without_candidate(document: TranscriptDocument) -> TranscriptDocument:
    """The interview as it reads when the candidate never says a word."""
    turns = tuple(turn for turn in document.turns if turn.speaker is Speaker.INTERVIEWER)
    return document.model_copy(update={"turns": turns})


def _turn(speaker: Speaker, text: str, at_s: float, question_id: str) -> TranscriptTurn:
    words = []
    now = at_s
    for word in text.split():
        end = round(now + WORD_S, 3)
        words.append(Word(text=word, start_s=round(now, 3), end_s=end, confidence=HEARD))
        now = end + GAP_S
    return TranscriptTurn(
        speaker=speaker,
        text=" ".join(text.split()),
        start_s=at_s,
        end_s=words[-1].end_s if words else at_s,
        words=tuple(words) if speaker is Speaker.CANDIDATE else None,
        question_id=question_id,
    )
