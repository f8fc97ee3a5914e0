"""What passes from one step of the evaluation to the next. Each is JSON, so that a durable workflow can keep it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schema.analysis import DimensionScore, Fix
from schema.base import Shape
from schema.vocabulary import Agreement, QuestionKind, Seniority

RULES_EVALUATOR = "rules"
MODEL_EVALUATOR = "model"
RULES_VERSION = "3"  # rises with any change that can move a rules score

NOT_ENOUGH = "Not enough evidence"


class AnswerTurn(Shape):
    """One candidate turn of an answer; `turn_index` counts every turn of the document from 0."""

    turn_index: int = Field(ge=0)
    text: str
    unsure: tuple[int, ...] = ()  # indices of words that the recogniser was not sure of: no evidence

    @property
    def sure_text(self) -> str:
        """The text without the words in `unsure`."""
        if not self.unsure:
            return self.text
        return " ".join(word for index, word in enumerate(self.text.split()) if index not in self.unsure)


class Answer(Shape):
    """A question and what the candidate said to it, split turns joined in order."""

    question_id: str
    question: str
    kind: QuestionKind
    turns: tuple[AnswerTurn, ...] = Field(min_length=1)

    @property
    def text(self) -> str:
        return " ".join(turn.text for turn in self.turns)

    @property
    def sure_text(self) -> str:
        """The answer without the words that the recogniser was not sure of."""
        return " ".join(turn.sure_text for turn in self.turns)


class Question(Shape):
    question_id: str
    question: str
    kind: QuestionKind


class AnswerSet(Shape):
    """The interview as questions: `answers` in order, and `unanswered` questions that nobody spoke to."""

    seniority: Seniority
    answers: tuple[Answer, ...]
    unanswered: tuple[Question, ...] = ()


class Claim(Shape):
    """Something said about the candidate, with the words that are to prove it. `turn_index` narrows the search."""

    quote: str
    why: str
    turn_index: int | None = None
    direct: bool = False  # first-hand: an own action, a figure, an outcome, not a remark on the manner


class DimensionDraft(Shape):
    """A judge's word on one dimension before its quotes are proved. `anchor` is null where nothing was seen."""

    key: str
    anchor: float | None = Field(default=None, ge=0, le=5)
    spread: float | None = None
    samples: tuple[float | None, ...] = ()  # each judge's level where several were asked; null: nothing proved
    agreement: Agreement | None = None
    claims: tuple[Claim, ...] = ()
    fixes: tuple[Fix, ...] = ()
    needs: str = ""  # what would give evidence, one sentence
    note: str | None = None  # what held the level, one sentence


class Proved(Shape):
    """Dimensions whose quotes code has found, and how many claims were dropped because it did not find theirs."""

    dimensions: tuple[DimensionScore, ...]
    dropped: int = Field(default=0, ge=0)


DropReason = Literal[
    "not_found", "too_long", "too_short", "unsure_words", "interviewer_words", "to_the_judge", "forbidden"
]


class Dropped(Shape):
    """A claim that is not served, and why."""

    quote: str
    reason: DropReason
