"""What each sentence of an answer does in its story, and the sentence as it is put into a better answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from evaluators.delivery import FILLERS
from evaluators.lexicon import Cue
from evaluators.reading import Reading
from evaluators.sentences import Sentence
from evaluators.words import compared
from schema.analysis import RewritePart
from schema.vocabulary import AnswerPart

P = AnswerPart
ORDER = (P.SITUATION, P.TASK, P.ACTION, P.RESULT, P.REFLECTION)
_CUES: dict[AnswerPart, frozenset[Cue]] = {
    P.RESULT: frozenset({Cue.RESULT, Cue.METRIC}),
    P.ACTION: frozenset({Cue.OWN, Cue.PLAN, Cue.DECISION, Cue.DIAGNOSIS, Cue.VERIFY}),
    P.SITUATION: frozenset({Cue.CONTEXT, Cue.PROBLEM}),
}
_TASK = re.compile(
    r"\b(?:(?:I|we) (?:was|were|had been) (?:asked|told|supposed|meant|expected|assigned|given|responsible|in charge)\b"
    r"|my (?:job|task|role|goal|target|part|brief|responsibility|objective) (?:was|there was|then was)\b"
    r"|(?:the|our) (?:goal|target|task|aim|brief|idea|objective|deadline|question) was\b"
    r"|(?:I|we) (?:had|needed) to\b|what (?:we|they|I) needed was\b)",
    re.IGNORECASE,
)
_TIDY = re.compile(r"\s+([,.!?;])(?!\w)|(?:,\s*)+(?=,)|^[\s,]+")


def parts_of(reading: Reading) -> list[RewritePart]:
    """The answer's own sentences, each with its part and its place, in the order in which they were said.

    Sentences that are copied, repeated, stuffed or meant for whoever scores are left out.
    """
    cues = _cues(reading)
    last = P.SITUATION
    found = []
    for sentence in reading.sentences:
        if sentence.muted is not None:
            continue
        last = _part(sentence, cues[id(sentence)], last)
        text = tidied(sentence.text)
        if text:
            found.append(_placed(last, text, sentence))
    return found


def in_order(parts: Sequence[RewritePart]) -> Iterator[RewritePart]:
    """Situation first, reflection last; inside a part as it was said."""
    for part in ORDER:
        yield from (item for item in parts if item.part is part)


def tidied(text: str) -> str:
    """A sentence without hesitations, ending in a full stop; empty where no word is left.

    A word is left out only whole: "uh-huh" stays, and so does an "ER diagram".
    """
    plain = FILLERS.sub(_left_out, text)
    plain = " ".join(_TIDY.sub(lambda match: match.group(1) or "", plain).split())
    if not _keeps_words(text, plain):
        plain = " ".join(text.split())
    if not re.search(r"\w", plain):
        return ""
    plain = plain[0].upper() + plain[1:]
    return plain if plain[-1] in ".!?…" else plain.rstrip(",;:") + "."


def _left_out(match: re.Match[str]) -> str:
    return match.group() if match.group().isupper() and len(match.group()) > 1 else ""


def _keeps_words(text: str, plain: str) -> bool:
    """Whether leaving hesitations out has broken no other word and joined no two."""
    before = {key for word in text.split() if (key := compared(word))}
    return {key for word in plain.split() if (key := compared(word))} <= before


def _cues(reading: Reading) -> dict[int, set[Cue]]:
    by_sentence: dict[int, set[Cue]] = defaultdict(set)
    for item in reading.found:
        by_sentence[id(item.sentence)].add(item.cue)
    return by_sentence


def _part(sentence: Sentence, cues: set[Cue], last: AnswerPart) -> AnswerPart:
    """A lesson, an outcome, what was to be done, an action, a scene, or what the sentence before it was."""
    if Cue.LEARNING in cues or (Cue.CHANGED in cues and Cue.OWN not in cues):
        return P.REFLECTION
    if cues & _CUES[P.RESULT]:
        return P.RESULT
    if _TASK.search(sentence.text) and Cue.OWN not in cues:
        return P.TASK
    for part in (P.ACTION, P.SITUATION):
        if cues & _CUES[part]:
            return part
    return last


def _placed(part: AnswerPart, text: str, sentence: Sentence) -> RewritePart:
    return RewritePart(
        part=part, text=text, turn_index=sentence.turn.index, word_start=sentence.first, word_end=sentence.last
    )
