"""What the interviewer gives for what a candidate asks in a case: an exhibit, an answer, or "we don't have that"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from controller.exercises.likeness import likest
from controller.exercises.requests import Request, requests
from schema.cues import Found, find, sentences
from schema.exercises import CaseTemplate, StagedReveal

MOST_AT_ONCE = 2  # exhibits for one answer, where two were plainly asked for

_BOTH = re.compile(r"\b(?:and|also|plus|as well|along with|or|then|both)\b|[,;&]", re.IGNORECASE)
_DATA = re.compile(
    r"\b(?:data|numbers?|figures?|information|breakdown|split|rates?|trends?|how many|how much|percent(?:age)?|share"
    r"|average|history|reports?|survey|statistics|stats|metrics?|benchmarks?|research|results?|costs?|prices?|margins?"
    r"|revenues?|sales|profits?|budget)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Released:
    """Reveals that this answer earned, in the order in which they were asked for."""

    reveals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TooEarly:
    """A reveal that exists and waits for others."""

    reveal: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clarified:
    clarification: str


@dataclass(frozen=True, slots=True)
class NotAvailable:
    """Asked for what the case does not have; `what` names it, None: something that nobody foresaw."""

    what: str | None


@dataclass(frozen=True, slots=True)
class Already:
    """Asked again for what is on the table."""

    reveal: str


@dataclass(frozen=True, slots=True)
class NothingAsked:
    pass


Requested = Released | TooEarly | Clarified | NotAvailable | Already | NothingAsked


@dataclass(frozen=True, slots=True)
class _Hit:
    """Something of the case that a request means, and where its words stand."""

    meaning: StagedReveal | Clarified | NotAvailable
    found: Found


def read_request(case: CaseTemplate, released: Collection[str], text: str) -> Requested:
    """What `text` asks for in `case`, where `released` are the reveals that are out.

    A request beats a mention; a new exhibit beats an answer, and that a refusal. At most one new reveal for each
    answer, two where both were plainly asked for.
    """
    asked = [(request, _meant(case, released, request)) for request in requests(text)]
    hits = [hit for _, meant in asked for hit in meant]
    earned = _earned(case, released, [hit.meaning for hit in hits if isinstance(hit.meaning, StagedReveal)])
    earned += [key for key in _stated(case, released, text) if key not in earned]
    if earned:
        return Released(tuple(earned[:MOST_AT_ONCE]))
    answers = [_answer(hit.meaning, released) for hit in hits]
    if answers:
        return min(answers, key=lambda answer: _BY_RANK.index(type(answer)))
    vain = any(request.firm and not meant and _DATA.search(request.text) for request, meant in asked)
    return NotAvailable(None) if vain else NothingAsked()


_BY_RANK: tuple[type, ...] = (TooEarly, Clarified, NotAvailable, Already)  # which of several answers is given


def _answer(meaning: StagedReveal | Clarified | NotAvailable, released: Collection[str]) -> Requested:
    if not isinstance(meaning, StagedReveal):
        return meaning
    missing = tuple(one for one in meaning.after if one not in released)
    return TooEarly(meaning.id, missing) if missing and meaning.id not in released else Already(meaning.id)


def _earned(case: CaseTemplate, released: Collection[str], reveals: Sequence[StagedReveal]) -> list[str]:
    """The new ones among those that were asked for and may come now."""
    keys: list[str] = []
    for reveal in reveals:
        if reveal.id not in released and reveal.id not in keys and all(one in released for one in reveal.after):
            keys.append(reveal.id)
    return keys


def _stated(case: CaseTemplate, released: Collection[str], text: str) -> Iterator[str]:
    for reveal in case.revealable_data:
        open_now = reveal.id not in released and all(one in released for one in reveal.after)
        if open_now and reveal.said_cues and any(_met(reveal.said_cues, reveal, line) for line in sentences(text)):
            yield reveal.id


def _met(cues: Collection[str], reveal: StagedReveal, text: str) -> Found | None:
    found = find(cues, text)
    return None if found is None or (reveal.not_cues and find(reveal.not_cues, text)) else found


def _meant(case: CaseTemplate, released: Collection[str], request: Request) -> list[_Hit]:
    """What the request means: by its own words, else by those it leans on."""
    for text in (request.text, *request.wider):
        hits = list(_hits(case, text))
        if hits:
            return _chosen(hits, released, text)
    return list(_alike(case, request)) if request.firm else []


def _alike(case: CaseTemplate, request: Request) -> Iterator[_Hit]:
    """The exhibit that the request's words are clearly closest to, where no cue foresaw them."""
    reveal = likest(case, request.text)
    if reveal is not None and not (reveal.not_cues and find(reveal.not_cues, request.text)):
        end = len(request.text)
        yield _Hit(reveal, Found("", 0, end, 0, end, words=1))


def _hits(case: CaseTemplate, text: str) -> Iterator[_Hit]:
    for reveal in case.revealable_data:
        found = _best(reveal.cues, text)
        if found and not (reveal.not_cues and find(reveal.not_cues, text)):
            yield _Hit(reveal, found)
    for clarification in case.clarifications:
        if found := _best(clarification.cues, text):
            yield _Hit(Clarified(clarification.id), found)
    for absent in case.not_available:
        if found := _best(absent.cues, text):
            yield _Hit(NotAvailable(absent.what), found)


def _best(cues: Collection[str], text: str) -> Found | None:
    """The cue that most words meet."""
    return max((found for cue in cues if (found := find((cue,), text))), key=lambda found: found.words, default=None)


def _chosen(hits: list[_Hit], released: Collection[str], text: str) -> list[_Hit]:
    """The closest meaning, and a second reveal where other words beside an "and" ask for it."""
    ranked = sorted(hits, key=lambda hit: (-hit.found.words, not _is_open(hit, released)))
    best = ranked[0]
    second = next((hit for hit in ranked[1:] if _apart(best, hit, text)), None)
    return [best] if second is None else sorted((best, second), key=lambda hit: hit.found.start)


def _is_open(hit: _Hit, released: Collection[str]) -> bool:
    """Whether it can be given now; an answer always can."""
    reveal = hit.meaning
    return not isinstance(reveal, StagedReveal) or (
        reveal.id not in released and all(one in released for one in reveal.after)
    )


def _apart(one: _Hit, other: _Hit, text: str) -> bool:
    first, last = sorted((one.found, other.found), key=lambda found: found.start)
    both = isinstance(one.meaning, StagedReveal) and isinstance(other.meaning, StagedReveal)
    return both and first.end <= last.start and bool(_BOTH.search(text[first.end : last.start]))
