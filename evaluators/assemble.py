"""From a transcript to questions with their answers: split turns joined, small talk set aside, silence listed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from evaluators.shapes import Answer, AnswerSet, AnswerTurn, Question
from evaluators.words import compared, unsure_words
from schema.transcript import TranscriptDocument, TranscriptTurn
from schema.vocabulary import QuestionKind, Speaker

OPENING = "opening"  # the question id of what was said before any question
SAME_QUESTION = 0.6  # share of common words from which a second asking is the first one repeated


def _any(*ways: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(ways) + r")\b", re.IGNORECASE)


_ASKS = re.compile(
    r"\?|\b(?:tell me|walk me|talk me|describe|explain|give me|share|take me|imagine|suppose|let's say)\b",
    re.IGNORECASE,
)
_NUDGE = _any(
    "still there", "take your time", "shall we move on", "would you like (?:me to|to move|to skip)", "can you hear me",
    "move on to the next", "no rush", "come back to (?:it|that)", "let's pause", "i'll wait", "whenever you're ready",
)  # fmt: skip
_INVITES = _any(
    "questions? (?:do you have )?for (?:me|us)", "like to ask (?:me|us)", "ask (?:me|us) anything",
    "what (?:questions )?would you like to (?:ask|know)", "do you have any questions",
)  # fmt: skip
_STORY = _any(
    "tell me", "walk me", "talk me", "take me", "describe", "give me an? (?:example|time)", "share", "explain",
    "how (?:did|do|would) you", "what (?:did|would) you do", "a time (?:when|you)", "imagine", "suppose",
)  # fmt: skip
_NUMERIC = _any("how (?:many|much|long|often|big|large|far)", "what (?:number|percentage|share|figure)")
_CLOSED = re.compile(
    r"^(?:and |so |ok(?:ay)?,? |but )*(?:do|did|does|are|is|were|was|have|has|can|could|will)\b", re.IGNORECASE
)
_GREETING = _any("how are you", "nice to meet you", "how's it going", "ready to (?:start|begin)")
_HYPOTHETICAL = _any(
    "would you",
    "what if",
    "imagine",
    "suppose",
    "let's say",
    "say you",
    "if (?:you|a|an|the|your)",
    "how (?:do|will) you",
    r"(?:what|where|which)(?: \w+){0,2} (?:do|will|should|might) you "
    r"(?!(?:know|think|like|enjoy|want|feel|bring|mean)\b)",
)
_EXPLAINING = _any(
    r"explain (?:to|what|how|why|the idea|it to)",
    r"to (?:someone|somebody|a person) (?:outside|who)",
    "in plain words",
    r"what (?:is|are) an? ",
)
_YOU_DID = _any(r"you(?: have|'ve| had)? (?:\w+ed|made|did|done|took|built|wrote|chose|ran|led|had|were)")
_WOULD = _any("would you", "imagine", "suppose", "what if", "let's say", "say you")
_TELLS_OF_PAST = _any("did you", "was", "were", "a time", "you (?:have|had|did|made|were)", "you've")
_SENTENCES = re.compile(r"[^.!?]+[.!?]")
_LAST_SENTENCE = re.compile(r"[^.!?]*[.!?]?\s*$")

_LEAD_IN = r"^(?:(?:um+|uh+|er+|well|sorry|okay|so|hmm+|no|honestly|oh|wait)[,.… ]+)*"
_DECLINING = (
    r"i (?:really )?(?:don't|do not) (?:really )?know(?: (?:that|this)(?: one)?)?", "(?:i have )?no idea", "pass",
    "no (?:comment|answer)",
    r"skip(?: (?:it|this|that)(?: one)?)?", "next(?: question)?", r"(?:can|could) we (?:skip|move on|pass)[^.?!]{0,30}",
    r"let's (?:skip|move on)[^.?!]{0,30}", r"i(?:'d| would) (?:rather not|like to skip)[^.?!]{0,30}",
)  # fmt: skip
_REQUESTING = (
    r"(?:can|could|would) you (?:please )?(?:repeat|rephrase|say)[^.]{0,40}", "what was the question",
    r"(?:i need|give me|one|just) a (?:moment|second|minute)[^.]{0,30}", r"one (?:moment|second)[^.]{0,20}",
    r"i (?:didn't|did not|can't|cannot|couldn't) (?:quite )?(?:hear|catch|understand|get) (?:that|you|it|the question)",
    "pardon(?: me)?", r"let me think[^.]{0,30}", r"(?:can|do) you (?:still )?hear me", "are you (?:still )?there",
)  # fmt: skip
_SOUND = r"(?:um+|uh+|er+m*|a+h+|h*m+)"
_NO_ANSWER = re.compile(
    rf"{_SOUND}(?:[,.!?… ]+{_SOUND})*[,.!?… ]*$|"
    rf"{_LEAD_IN}(?:(?:{'|'.join((*_DECLINING, *_REQUESTING))})[,.!? ]*){{1,2}}(?:sorry|please|hello)?[.!? ]*$",
    re.IGNORECASE,
)
_STAGE_DIRECTION = re.compile(r"[\[(*][^\])*]*[\])*]")


@dataclass
class _Open:
    """A question while its answer is being collected."""

    question_id: str
    text: str
    kind: QuestionKind
    turns: list[AnswerTurn] = field(default_factory=list)


def assemble(document: TranscriptDocument) -> AnswerSet:
    """Pairs each question with the candidate's turns that answer it.

    Turns that carry a question id are paired by it; others belong to the last question before them. A nudge or a
    remark opens no question, a repeated question is the same one. "I don't know", a wish to skip, a request to repeat
    and silence are no answers: a question that got nothing else is listed as unanswered.
    """
    opened: list[_Open] = []
    for index, turn in enumerate(document.turns):
        if turn.speaker is Speaker.INTERVIEWER:
            _take_question(turn, opened)
        elif is_answer(turn.text):
            _owner(turn, opened).turns.append(AnswerTurn(turn_index=index, text=turn.text, unsure=unsure_words(turn)))
    return AnswerSet(
        seniority=document.seniority,
        answers=tuple(
            Answer(question_id=q.question_id, question=q.text, kind=q.kind, turns=tuple(q.turns))
            for q in opened
            if q.turns
        ),
        unanswered=tuple(
            Question(question_id=q.question_id, question=q.text, kind=q.kind)
            for q in opened
            if not q.turns and q.kind is not QuestionKind.INVITATION
        ),
    )


def is_answer(text: str) -> bool:
    """Whether a candidate's turn says something: not empty, no stage direction, no skip, no request to repeat."""
    said = " ".join(_STAGE_DIRECTION.sub(" ", text).replace("’", "'").split())
    if not any(compared(word) for word in said.split()):
        return False
    return _NO_ANSWER.match(said) is None


def question_kind(question: str) -> QuestionKind:
    """What sort of answer a question invites, from its last sentence: the one that asks."""
    text = " ".join(question.replace("’", "'").split())
    last = _LAST_SENTENCE.search(text.rstrip())
    asked = last.group().strip() if last and "?" in last.group() else text
    if _INVITES.search(text):
        return QuestionKind.INVITATION
    if _GREETING.search(asked):
        return QuestionKind.CLOSED
    if _STORY.search(text):
        return QuestionKind.STORY
    if _NUMERIC.search(asked):
        return QuestionKind.NUMERIC
    return QuestionKind.CLOSED if _CLOSED.match(asked) else QuestionKind.SHORT


def is_hypothetical(question: str) -> bool:
    """Whether a question asks for what one would do, does or would explain, so that a plan answers it as an episode
    answers others."""
    return _HYPOTHETICAL.search(question.replace("’", "'")) is not None or is_explaining(question)


def is_explaining(question: str) -> bool:
    """Whether a question asks to make something plain to somebody; what one did oneself is a story and not that."""
    plain = question.replace("’", "'")
    return _EXPLAINING.search(plain) is not None and _YOU_DID.search(plain) is None


def is_scenario(question: str) -> bool:
    """Whether a question puts one into a situation and asks what one would do: an old story does not answer it."""
    plain = question.replace("’", "'")
    placed = len(_SENTENCES.findall(plain)) > 1 and not _TELLS_OF_PAST.search(plain)
    return _WOULD.search(plain) is not None or (placed and _HYPOTHETICAL.search(plain) is not None)


def _take_question(turn: TranscriptTurn, opened: list[_Open]) -> None:
    known = next((q for q in opened if turn.question_id and q.question_id == turn.question_id), None)
    if known is not None:
        return
    if turn.question_id is None and not _opens(turn.text, opened):
        return
    question_id = turn.question_id or _fresh_id(opened)
    opened.append(_Open(question_id, turn.text.strip(), question_kind(turn.text)))


def _opens(text: str, opened: list[_Open]) -> bool:
    """Whether an interviewer's turn without an id asks something new."""
    if not _ASKS.search(text) or (_NUDGE.search(text) and opened):
        return False
    return not (opened and not opened[-1].turns and _overlap(text, opened[-1].text) >= SAME_QUESTION)


def _overlap(one: str, other: str) -> float:
    a, b = ({compared(w) for w in text.split()} - {""} for text in (one, other))
    return len(a & b) / max(1, min(len(a), len(b)))


def _fresh_id(opened: list[_Open]) -> str:
    taken = {q.question_id for q in opened}
    return next(name for n in range(1, len(opened) + 2) if (name := f"q{n}") not in taken)


def _owner(turn: TranscriptTurn, opened: list[_Open]) -> _Open:
    if turn.question_id is not None:
        known = next((q for q in opened if q.question_id == turn.question_id), None)
        if known is not None:
            return known
    if not opened:
        opened.append(_Open(OPENING, "Opening", QuestionKind.CLOSED))
    return opened[-1]
