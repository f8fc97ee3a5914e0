"""Why a question was asked, in words for the candidate: shown under "Why was I asked this?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from controller.consistency import Contradiction
from controller.patterns import Choice
from controller.phases import POLICIES
from schema.patterns import QuestionPattern
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece, PatternType, PhaseKind

MAX_QUOTED_WORDS = 12
_LACKED: Mapping[MissingPiece, tuple[str, str]] = MappingProxyType(
    {
        MissingPiece.CONTEXT: ("didn't say where or when that was", "this asks for the situation"),
        MissingPiece.OWNERSHIP: ("didn't say which part was yours", "this asks for your own part"),
        MissingPiece.METRIC: ("gave no figure", "this asks for one"),
        MissingPiece.TRADEOFF: ("didn't say what you weighed it against", "this asks for the choice behind it"),
        MissingPiece.RESULT: ("didn't say how it ended", "this asks for the outcome"),
        MissingPiece.REFLECTION: ("didn't say what you took from it", "this asks for that"),
    }
)


def quoted(text: str) -> str:
    """`text` in quotation marks, at most MAX_QUOTED_WORDS words of it."""
    words = text.split()
    cut = " ".join(words[:MAX_QUOTED_WORDS]).rstrip(",.;:!?")
    return f"“{cut}{' …' if len(words) > MAX_QUOTED_WORDS else ''}”"


def why_piece(piece: MissingPiece, signals: AnswerSignals | None) -> str:
    """Why a follow-up asks for one missing piece."""
    lacked, asks = _LACKED[piece]
    if signals is None or not signals.claims:
        return f"Your answer {lacked}; {asks}."
    return f"You said {quoted(signals.claims[0])} but {lacked}; {asks}."


def why_concrete(signals: AnswerSignals | None) -> str:
    """Why a follow-up asks to be more specific."""
    if signals is not None and signals.claims:
        return f"You said {quoted(signals.claims[0])} but stayed general; this asks for something more concrete."
    return "Your answer stayed general; this asks for something more concrete."


def why_deeper(signals: AnswerSignals | None) -> str:
    """Why a follow-up comes after an answer that lacked nothing it was expected to hold."""
    if signals is not None and signals.strength is AnswerStrength.STRONG:
        return "Your answer held what the question expected; this goes one step deeper, once."
    return "This goes one step deeper into what you said."


def why_easier() -> str:
    """Why an easier step is offered."""
    return "You had no answer, so this is an easier step towards the same question."


def why_contradiction(found: Contradiction) -> str:
    """Why two statements are put side by side."""
    before, now = quoted(found.before.text), quoted(found.now.text)
    match found.before.source:
        case "jd":
            return f"The job description asks for {before} and you said {now}; this asks how you would bridge that."
        case "resume":
            return f"Your résumé says {before} and you said {now}; this asks how the two fit together."
        case "answer":
            return f"Earlier you said {before} and now {now}; this asks how the two fit together."


def why_question(choice: Choice, kind: PhaseKind, *, moved: str = "") -> str:
    """Why a new question was chosen; `moved` says why the interview left the part before."""
    own = choice.why or _why_pattern(choice.pattern, choice.slots, kind)
    return " ".join(part for part in (moved, choice.moved_up, own) if part)


def _why_pattern(pattern: QuestionPattern, slots: Mapping[str, str], kind: PhaseKind) -> str:
    if pattern.pattern_type is PatternType.INTRO:
        return "An open start, so that you can say in your own words where you come from."
    if pattern.pattern_type is PatternType.CLOSE:
        return "An interview goes both ways: this is your turn to ask."
    if pattern.pattern_type is PatternType.JD_REQUIREMENT and "requirement" in slots:
        return f"The job description asks for {quoted(slots['requirement'])}; this asks how close you have come to it."
    claim = next((slots[name] for name in ("claim", "metric_claim", "project", "skill") if name in slots), None)
    if claim is not None:
        return f"Your résumé says {quoted(claim)}; this asks what stands behind it."
    looks_at = listed([key.replace("_", " ") for key in pattern.dimensions])
    return f"This part {POLICIES[kind].because}" + (f"; the question is about {looks_at}." if looks_at else ".")


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join((", ".join(items[:-1]), items[-1])) if len(items) > 1 else "".join(items)
