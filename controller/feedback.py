"""What an interviewer says when asked for feedback: one sentence about the form of the answers, and never a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from schema.vocabulary import AnswerStrength, MissingPiece

P = MissingPiece
RECENT = 4  # questions back that a remark on form looks at
_LESS: Mapping[MissingPiece, str] = MappingProxyType(
    {
        P.OWNERSHIP: "So far I have heard what the team did, and less of your own part.",
        P.METRIC: "So far I have heard what happened, and few figures that show how much it changed.",
        P.RESULT: "So far I have heard what you did, and less of how it ended.",
        P.CONTEXT: "So far I have heard what you did, and less of where and for whom it was.",
        P.TRADEOFF: "So far I have heard what you chose, and less of what spoke against it.",
        P.REFLECTION: "So far I have heard how things went, and less of what you took from them.",
    }
)
GENERAL = "So far your answers have stayed general, and one concrete example at a time would tell me more."
WHOLE = "So far your answers have come with a situation, your own part and an end, and that is easy to follow."
NOTHING_YET = "I haven't heard enough yet to say anything about the form of your answers."
DECLINED = "I don't give feedback during this interview, so let's simply go on."


@dataclass(frozen=True, slots=True)
class Form:
    """The form of all that was said to one question."""

    question: str  # "q3"
    strength: AnswerStrength
    lacking: tuple[MissingPiece, ...]


def noted(forms: Sequence[Form], form: Form) -> tuple[Form, ...]:
    """The forms with this one in place of an earlier one of the same question; only recent ones are kept."""
    return (*(one for one in forms if one.question != form.question), form)[-RECENT:]


def on_form(forms: Sequence[Form]) -> str:
    """One sentence about how the candidate has answered so far."""
    if not forms:
        return NOTHING_YET
    if sum(form.strength is AnswerStrength.VAGUE for form in forms) * 2 > len(forms):
        return GENERAL
    lacks = Counter(piece for form in forms for piece in form.lacking)
    if not lacks:
        return WHOLE
    order = list(_LESS)
    piece = min(lacks, key=lambda one: (-lacks[one], order.index(one)))
    return _LESS[piece]
