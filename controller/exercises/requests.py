"""Which part of what a candidate says asks for something: a request is told from a mention.

Speech comes without punctuation, so a request is known by how it opens ("could I see", "do we know", "I'd want to look
at") and reaches to the next one, to a reason ("because") or to the sentence's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from controller.exercises.openers import (
    BEFORE_QUESTION,
    DENIED,
    EMPTY,
    JOINING,
    MUSED,
    OPENER,
    POINTING,
    REASON,
    SENTENCE,
    SMALL,
    TRAILING,
)
from schema.cues import sentences
from schema.spoken import SpokenWord, spoken

BACK = 15  # words before "do you have that" in which its object is looked for
SHORT = 8  # words of a sentence that only completes the one before: "By month, if possible."
BARE = 6  # words of an answer that can be nothing but a request: "churn by year"
LEAST = 3  # words of a request before "because" ends it; as few need no "by" or "and" to be one


@dataclass(frozen=True, slots=True)
class Request:
    """Words that ask for something. `firm`: said as a wish or a question, not as a plan."""

    text: str
    firm: bool
    wider: tuple[str, ...] = ()  # what it may refer to, closest first: tried where the request alone says nothing


def requests(text: str) -> tuple[Request, ...]:
    """What `text` asks for, in order."""
    lines = list(sentences(text))
    found: list[Request] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else ""
        after = lines[at + 1] if at + 1 < len(lines) else ""
        found += _of_sentence(line, before, after)
    if not found and len(words := spoken(text)) <= BARE and _is_bare(words):
        return (Request(text, firm=True),)
    return tuple(found)


def _is_bare(words: Sequence[SpokenWord]) -> bool:
    """A few words without subject and verb: "churn by year", "and the prices"."""
    plain = {word.plain for word in words}
    return len(words) >= 2 and plain.isdisjoint(SENTENCE) and (len(words) <= LEAST or not plain.isdisjoint(JOINING))


def _of_sentence(line: str, before: str, after: str) -> Iterator[Request]:
    words = spoken(line)
    openings = _openings(words)
    if not openings:
        if line.rstrip().endswith("?") or TRAILING.search(_joined(words)):
            yield Request(line, firm=True, wider=(f"{before} {line}",) if before else ())
        return
    for at, (first, firm) in enumerate(openings):
        last = openings[at + 1][0] if at + 1 < len(openings) else len(words)
        last = _reason(words, first, last)
        if firm:
            wider = tuple(_wider(line, words, openings, (first, last), (before, after)))
            yield Request(_text(line, words, first, last), firm=True, wider=wider)
        else:  # "I'd begin with what changed and where" names nothing: only the telling words of a plan count
            yield Request(" ".join(word.plain for word in words[first:last] if word.plain not in SMALL), firm=False)


def _openings(words: Sequence[SpokenWord]) -> list[tuple[int, bool]]:
    """The word at which each request opens, and whether it is more than a plan."""
    plain = _joined(words)
    found: list[tuple[int, bool]] = []
    reached = 0
    for match in OPENER.finditer(plain):
        before = plain[: match.start()]
        if DENIED.search(before) or (match.lastgroup == "question" and MUSED.search(before)):
            continue
        first = before.count(" ")
        if found and first - reached <= 3:  # "could you tell me | how many"
            reached = plain[: match.end()].rstrip().count(" ") + 1
            continue
        found.append((first, match.lastgroup != "plan"))
        reached = plain[: match.end()].rstrip().count(" ") + 1
    return found


def _reason(words: Sequence[SpokenWord], first: int, last: int) -> int:
    """Where "because …" ends the request."""
    plain = _joined(words[first:last])
    match = REASON.search(plain)
    if match is None:
        return last
    cut = first + plain[: match.start()].count(" ")
    return cut if cut - first > LEAST else last


def _wider(
    line: str,
    words: Sequence[SpokenWord],
    openings: Sequence[tuple[int, bool]],
    span: tuple[int, int],
    around: tuple[str, str],
) -> Iterator[str]:
    """What a request may lean on: the requests beside it, a short sentence after it, and what came before "that"."""
    first, last = span
    before, after = around
    firm = [at for at, is_firm in openings if is_firm]
    if len(firm) > 1:
        yield _text(line, words, firm[0], len(words))
    if last == len(words) and after and len(spoken(after)) <= SHORT and not _openings(spoken(after)):
        yield f"{_text(line, words, first, last)} {after}"
    if 0 < first <= BACK and BEFORE_QUESTION.match(_joined(words)):
        yield _text(line, words, 0, last)
    if _leans(words[first:last]):
        yield _text(line, words, max(0, first - BACK), last)
        if before and first < BACK:
            yield f"{before} {_text(line, words, 0, last)}"


def _leans(words: Sequence[SpokenWord]) -> bool:
    """Whether a request names nothing itself: "do you have any data on that", "what would it cost"."""
    plain = [word.plain for word in words]
    named = [word for word in plain if word not in EMPTY]
    return not named or (len(plain) <= BARE and len(named) <= 2 and not POINTING.isdisjoint(plain))


def _text(line: str, words: Sequence[SpokenWord], first: int, last: int) -> str:
    return line[words[first].start : words[last - 1].end] if last > first else ""


def _joined(words: Sequence[SpokenWord]) -> str:
    return " ".join(word.plain for word in words)
