"""A model's rewrite held against what the candidate said: no word, figure or name in it may be new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from evaluators.assemble import assemble
from evaluators.evidence import Ground
from evaluators.lexicon import lexicon
from evaluators.reading import Reading, read_answers
from evaluators.rewrites.parts import parts_of
from evaluators.rewrites.rules import read_out, shown
from evaluators.verdict import VerdictRewrite
from evaluators.words import compared, compared_text
from schema.analysis import AnswerRewrite, RewritePart
from schema.transcript import TranscriptDocument
from schema.vocabulary import AnswerPart

_SLOT = re.compile(r"\[[^\]]+\]")
_SENTENCE = re.compile(r"\s*(\[[^\]]+\][.;,]?|(?:[^.!?\[]|\[[^\]]*\]|(?<=\d)[.](?=\d)|[.](?=\w))+[.!?…]*)")
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£₹]")
_ENDING = re.compile(r"(?:ations?|itions?|ions?|ments?|ings?|ied|ies|ed|es|ly|s|e|y)$")
_NOT = re.compile(r"\b(?:not|never|no|nothing|without|hardly|\w+n't)\b", re.IGNORECASE)
_I, _WE = (
    re.compile(r"\b(?:i|i'm|i've|i'd|my|myself)\b", re.IGNORECASE),
    re.compile(r"\b(?:we|we've|we'd|they|he|she|the team|my (?:team|manager|boss|colleagues?))\b", re.IGNORECASE),
)
_CLAUSE = re.compile(r"[,;:]\s+|\s+(?=(?:so|and|but|because|while|then|which)\b)", re.IGNORECASE)
# Words that join what was said and add nothing to it.
_JOINING = (
    "first second third then next finally lastly before after afterwards later meanwhile when while once until "
    "since because so therefore thus hence as that which who whose where this these those it its result results "
    "outcome end beginning start situation task action order also too both either however although though but yet "
    "instead rather specifically namely example instance time within during across among between against about "
    "above below following due thanks meant meaning came being had been was were is are be became in "
    "to from for of by with without on at into onto over under up down out off than there here what how why "
    "whether if and or nor not no never only just even still already again own each every all any some one i me "
    "my mine myself we us our ours you your they them their he him his she her a an the do did does done have has "
    "having would could should will can may might must"
)
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(number) for number, word in enumerate(_UNITS.split())} | {
    word: str(10 * number) for number, word in enumerate(_TENS.split(), 2)
}
_SAME = {"percent": "%", "dollar": "$", "euro": "€", "pound": "£", "rupee": "₹", "k": "thousand", "m": "million"}


@dataclass(frozen=True)
class Thread:
    """A question with its follow-ups: what was said, ready to be compared with."""

    reading: Reading
    said: str  # in compared form
    facts: frozenset[str]  # stems of the answer's and the résumé's words and numbers
    sentences: tuple[tuple[frozenset[str], str], ...]  # each sentence's stems and text
    parts: tuple[RewritePart, ...]


def threads_of(document: TranscriptDocument, on: Ground) -> tuple[Thread, ...]:
    """The document's answers as rewrites are held against them."""
    resume = frozenset(stems(document.resume or ""))
    return tuple(_thread(reading, resume) for reading in read_answers(assemble(document).answers, on))


def checked(rewrite: VerdictRewrite, threads: Sequence[Thread]) -> AnswerRewrite | None:
    """The rewrite with its question and parts, or None where it is not the candidate's or says something new.

    `your_answer` must be words of one answer. Of the better one, each content word, number and name must stand in that
    answer or on the résumé, slots and joining words aside; what the team did may not become the candidate's own, nor
    what was denied a fact.
    """
    quoted = compared_text(rewrite.your_answer.rstrip(" ….")).strip()
    thread = next((item for item in threads if quoted and f" {quoted} " in item.said), None)
    if thread is None:
        return None
    parts = _parts(rewrite.better_answer, thread)
    if not parts or not all(part.slot or _is_said(part.text, thread) for part in parts):
        return None
    answer = thread.reading.answer
    return AnswerRewrite(
        question_id=answer.question_id,
        question=answer.question,
        your_answer=shown(answer.text),
        better_answer=read_out(parts),
        why_better=rewrite.why_better,
        parts=tuple(parts),
    )


def stems(text: str) -> Iterator[str]:
    """The words and numbers of a text in the form in which they are compared: "two percent" is "2%"."""
    for match in _WORD.finditer(text.replace("’", "'")):
        word = compared(match.group())
        if word in ("per", "cent"):
            word = "percent" if word == "cent" else ""
        if word:
            yield _stem(word)


def new_words(text: str, facts: frozenset[str]) -> list[str]:
    """Content words, numbers and names of a text that do not stand among the facts; slots are left out."""
    small = _small()
    return [stem for stem in stems(_SLOT.sub(" ", text)) if stem not in small and stem not in facts]


def _thread(reading: Reading, resume: frozenset[str]) -> Thread:
    text = reading.answer.text
    sentences = tuple((frozenset(stems(s.text)), s.text) for s in reading.sentences)
    facts = frozenset(stems(text)) | resume
    return Thread(reading, compared_text(text), facts, sentences, tuple(parts_of(reading)))


def _is_said(text: str, thread: Thread) -> bool:
    if new_words(text, thread.facts):
        return False
    return all(_is_as_told(clause, thread) for clause in _CLAUSE.split(text))


def _is_as_told(clause: str, thread: Thread) -> bool:
    """Whether a clause makes no fact of what was denied, and no deed of the speaker's own of what others did."""
    told = _nearest(clause, thread)
    if told is None:
        return True
    denied = _NOT.search(told) is not None and _NOT.search(clause) is None
    taken = _I.search(clause) is not None and _I.search(told) is None and _WE.search(told) is not None
    return not denied and not taken


def _nearest(text: str, thread: Thread) -> str | None:
    """The sentence of the answer that shares most content words with the text; None where none shares any."""
    own = frozenset(stems(_SLOT.sub(" ", text))) - _small()
    shared = [(len(own & keys), said) for keys, said in thread.sentences]
    most = max((count for count, _ in shared), default=0)
    if not most:
        return None
    best = [said for count, said in shared if count == most]
    return next((said for said in best if _I.search(said) and not _NOT.search(said)), best[0])


def _parts(better: str, thread: Thread) -> list[RewritePart]:
    """The better answer sentence by sentence: a slot, a sentence of the candidate's own with its place, or words of a
    model made from theirs."""
    found: list[RewritePart] = []
    for match in _SENTENCE.finditer(" ".join(better.split())):
        text = match.group(1).strip()
        if not text:
            continue
        if _SLOT.fullmatch(text.rstrip(".;,")):
            found.append(RewritePart(part=_following(found), text=text, slot=True))
        else:
            found.append(_told(text, thread, found))
    return found


def _told(text: str, thread: Thread, before: Sequence[RewritePart]) -> RewritePart:
    same = next((part for part in thread.parts if compared_text(part.text) == compared_text(text)), None)
    if same is not None:
        return same.model_copy(update={"text": text})
    own = frozenset(stems(_SLOT.sub(" ", text))) - _small()
    shared = [(len(own & frozenset(stems(part.text))), part.part) for part in thread.parts]
    most = max((count for count, _ in shared), default=0)
    part = next((part for count, part in shared if most and count == most), _following(before))
    return RewritePart(part=part, text=text)


def _following(before: Sequence[RewritePart]) -> AnswerPart:
    """The part of what stands before; an answer opens with its situation."""
    return before[-1].part if before else AnswerPart.SITUATION


@cache
def _small() -> frozenset[str]:
    return _stems_of((*_JOINING.split(), *lexicon().words["function_words"])) - (
        frozenset(_NUMBERS.values()) - {"1"}
    ) | {
        "",
        "1",
    }


def _stems_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_stem(compared(word)) for word in words)


def _stem(word: str) -> str:
    """The word without its ending; numbers in digits, units by one name."""
    plain = word.replace("'", "")
    number = _NUMBERS.get(plain)
    if number is not None:
        return number
    bare = _ENDING.sub("", plain) if len(plain) > 4 and plain.isalpha() else plain
    bare = re.sub(r"(.)\1$", r"\1", bare) if len(bare) > 3 else bare
    return _SAME.get(plain.rstrip("s"), _SAME.get(bare, bare))
