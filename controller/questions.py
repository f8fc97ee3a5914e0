"""What a question asks for, read from its own words: which pieces of a story, or one fact, and how long an answer."""

from __future__ import annotations

import re
from functools import lru_cache

from controller.templates import sentences
from schema.vocabulary import MissingPiece, QuestionKind

P = MissingPiece
_STORY = (P.CONTEXT, P.OWNERSHIP, P.RESULT, P.METRIC)
_ASKED: tuple[tuple[re.Pattern[str], tuple[MissingPiece, ...]], ...] = tuple(
    (re.compile(source, re.IGNORECASE), pieces)
    for source, pieces in (
        (
            r"tell me about|walk (?:me|us) through|describe (?:an?|the)\b|for example|a time|(?:take|talk) (?:me"
            r"|us) through"
            r"|give (?:me|us) an example|an example of|share an? |a situation|proudest|pick (?:the|a|one)",
            _STORY,
        ),
        (
            r"differently|\blearn(?:ed|t)?\b|hindsight|looking back|take away|took from|next time|do it again"
            r"|what did (?:that|it|this) teach",
            (P.REFLECTION,),
        ),
        (
            r"trade-?\s?off|why (?:did you|that|not)|alternative|instead|weigh|give up|choose between"
            r"|decided? against|what else did you consider",
            (P.TRADEOFF,),
        ),
        (r"how (?:many|much|big|large|long|often|far)|measure|metric|figure|number|percent|by how", (P.METRIC,)),
        (
            r"your (?:own )?(?:part|role|contribution)|you personally|yours? alone|you yourself|did you do yourself",
            (P.OWNERSHIP,),
        ),
        (
            r"how did (?:it|that|things|this) (?:end|turn out|go)|outcome|result|what changed"
            r"|what happened (?:next|then|in the end|after)",
            (P.RESULT,),
        ),
    )
)
_LEAD = re.compile(
    r"^(?:(?:and|so|but|okay|now|well|first|then|just to check|one more thing|to start),? )+", re.IGNORECASE
)
_INVITES = re.compile(
    r"\b(?:can|could|would|will) you (?:please )?(?:tell|walk|talk|describe|explain|give|share|take|say|show"
    r"|elaborate)\b"
    r"|\b(?:are|were|is) there (?:any|an?|some)?\b.{0,40}\bto (?:ask|know)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"^(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|may|am)(?:n't)? "
    r"(?:you|your|yours|there|it|that|this|we|they|he|she|the|any)\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"^(?:(?:and|roughly|about|for|in|by|at|since) )?(?:how (?:many|much|long|often|old|big|large|far|soon|high)"
    r"|what (?:percentage|share|number|year)|(?:by|since) (?:how much|when)|when)\b",
    re.IGNORECASE,
)
_ONE_FACT = re.compile(
    r"^(?:which|what|who|where) (?:\w+ ){0,3}?(?:is|are|was|were|'s) (?:your|the) (?:\w+ ){0,2}?(?:notice period"
    r"|salary|name"
    r"|title|degree|major|university|college|location|role|position|team size|visa|city|timezone|time zone|employer"
    r"|company|manager|version|start date)\b"
    r"|^(?:where are you (?:based|located|from)|which (?:\w+ ){1,3}do you (?:use|prefer|speak|live))\b"
    r"|^what(?:'s| is) your (?:current |expected )?(?:notice period|salary|location|role|title|name|degree"
    r"|visa status)\b",
    re.IGNORECASE,
)


def asked_for(question: str) -> tuple[MissingPiece, ...]:
    """The pieces that a question's own words ask for, the most important first; empty for an open question."""
    return _understood(question)[0]


def kind_of(question: str) -> QuestionKind:
    """What sort of answer a question's own words invite."""
    return _understood(question)[1]


@lru_cache(maxsize=512)
def _understood(question: str) -> tuple[tuple[MissingPiece, ...], QuestionKind]:
    kind = _kind(question)
    if kind is QuestionKind.CLOSED:
        return (), kind
    return next((pieces for pattern, pieces in _ASKED if pattern.search(question)), ()), kind


def _kind(question: str) -> QuestionKind:
    asks = [part for part in sentences(question) if part.rstrip("\"”’' ").endswith("?")] or [question]
    if len(asks) > 1 or _INVITES.search(question):
        return QuestionKind.STORY
    bare = _LEAD.sub("", asks[0].strip())
    if _NUMERIC.match(bare):
        return QuestionKind.NUMERIC
    if _CLOSED.match(bare) or _ONE_FACT.match(bare):
        return QuestionKind.CLOSED
    return QuestionKind.STORY
