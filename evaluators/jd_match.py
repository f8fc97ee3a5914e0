"""What the job asks for against what was said: skills by any of their names, with the passage that shows each match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from evaluators.documents.job import extract_job
from evaluators.documents.skills import FoundSkill, canonical, everyday_spellings, find_skills
from evaluators.evidence import ground
from evaluators.lexicon import Cue, lexicon
from evaluators.reading import Reading, quote, read_answers
from evaluators.sentences import Found, Sentence
from evaluators.shapes import AnswerSet, Claim, DimensionDraft
from evaluators.wording import quoted
from schema.analysis import Fix, JdMatch
from schema.transcript import TranscriptDocument
from schema.vocabulary import SkillCategory

MAX_TERMS = 24
TERM_WORDS = 4
# Level by how many requirements are shown at work; a short interview has no time for more than a few of them, and what
# was not spoken of is listed as missing and takes nothing away.
SHOWN_LEVELS = (2.0, 2.5, 3.5, 4.5, 5.0)
SAID_POINTS, SAID_MOST = 0.25, 0.5
LEAST_SAID = 2  # requirements named without work done, under which nothing can be judged

_INTRODUCES = re.compile(
    r"\b(?:experience (?:with|in|of|using|building|running)|knowledge of|proficien(?:t|cy) (?:in|with)|"
    r"familiar(?:ity)? with|"
    r"skills? (?:in|with)|fluen(?:t|cy) in|expertise (?:in|with)|background in|hands-on(?: experience)? (?:with|in)|"
    r"(?:strong|solid|good|deep|excellent) (?=\w))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.;:\n()]|\b(?:is|are|will|to|who|that|which|you|we|including|such|preferred|required|a plus)\b", re.IGNORECASE
)
_SPLITS = re.compile(r",|(?<!\b[ab])/|\band\b|\bor\b|&", re.IGNORECASE)
_MUST = re.compile(r"\b(?:must|required?|requirements?|essential|need(?:ed|s)?|at least|minimum)\b", re.IGNORECASE)
# What no answer is expected to name: a degree, a language, "teamwork".
_UNSAID = frozenset(
    {
        SkillCategory.SOFT_SKILL,
        SkillCategory.FIELD_OF_STUDY,
        SkillCategory.HUMAN_LANGUAGE,
        SkillCategory.CERTIFICATION,
    }
)
_BEFORE_NAME = r"\b(?:in|with|using|use|used|of|on|like|from|to|learn\w*|know|knew|wrote|write|and|or)\s+"
_ENDING = re.compile(r"(?:ations?|ions?|ments?|ings?|ies|es|s|e|y)$")
_NEGATED = re.compile(
    r"\b(?:never|not|no|haven't|hadn't|don't|didn't|without|isn't|wasn't|can't|lack\w*|unfamiliar|new to)\b"
    r"(?:\W+\w+){0,5}\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One requirement: as it is written, and how a mention is recognised.

    `name` is its canonical name in the skill vocabulary; a mention may use any of its names.
    """

    text: str
    pattern: re.Pattern[str]
    must: bool
    name: str | None = None

    def search(self, text: str) -> tuple[int, int] | None:
        """Characters of the first mention in `text`."""
        if match := self.pattern.search(text):
            return match.span(match.lastindex or 0)
        named = (hit for hit in _named(text) if hit.name == self.name) if self.name else iter(())
        return next(((hit.start, hit.end) for hit in named), None)


@dataclass(frozen=True, slots=True)
class Mention:
    """A requirement in the candidate's words; `shown` where the sentence or answer tells it at work."""

    term: Term
    found: Found
    shown: bool


def requirement_terms(document: TranscriptDocument) -> tuple[Term, ...]:
    """The job description's requirements in its order, at most 24; none without a description."""
    return _terms_of(document.jd or "")


def mentions(terms: Sequence[Term], readings: Sequence[Reading]) -> tuple[Mention, ...]:
    """The best mention of each term, if any. Not counted: what is denied, repeated, copied or merely listed."""
    found = []
    for term in terms:
        hits = [hit for reading in readings for hit in _hits(term, reading)]
        if hits:
            found.append(max(hits, key=lambda hit: hit.shown))
    return tuple(found)


def role_fit(key: str, terms: Sequence[Term], readings: Sequence[Reading]) -> DimensionDraft:
    """Role fit from the requirements that the answers show at work; no anchor where nothing is asked or said."""
    if not terms:
        return DimensionDraft(key=key, needs="Paste the job description, so that answers can be held against it.")
    found = mentions(terms, readings)
    if not found:
        return DimensionDraft(
            key=key,
            needs=f"Tell of work with something that the job description asks for, such as {quoted(terms[0].text)}.",
        )
    shown = [mention for mention in found if mention.shown]
    if not shown and len(found) < LEAST_SAID:
        return DimensionDraft(key=key, needs="Tell of work done with something that the job description asks for.")
    level = SHOWN_LEVELS[min(len(shown), len(SHOWN_LEVELS) - 1)]
    level = min(5.0, level + min(SAID_MOST, SAID_POINTS * (len(found) - len(shown))))
    ordered = [*shown, *(mention for mention in found if not mention.shown)]
    missing = [term for term in terms if term not in {mention.term for mention in found}]
    return DimensionDraft(
        key=key,
        anchor=round(2 * level) / 2,
        claims=tuple(_claim(mention) for mention in ordered[:3]),
        fixes=_fixes(missing, [mention for mention in found if not mention.shown]),
        needs="Tell of work with something that the job description asks for.",
        note=f"{len(shown)} of {len(terms)} things that the job description asks for were shown at work, "
        f"{len(found) - len(shown)} only named.",
    )


def jd_match(document: TranscriptDocument, answers: AnswerSet, readings: Sequence[Reading] | None = None) -> JdMatch:
    """Requirements said and not said, and what a careful reader would ask about next."""
    if readings is None:
        readings = read_answers(answers.answers, ground(document))
    flags = _flags(readings, answers)
    if not (document.jd and document.jd.strip()):
        return JdMatch(risk_flags=flags)
    terms = requirement_terms(document)
    found = {mention.term.text for mention in mentions(terms, readings)}
    missing = [term for term in terms if term.text not in found]
    gaps = sorted(missing, key=lambda term: not term.must)[:3]
    return JdMatch(
        matched_skills=tuple(term.text for term in terms if term.text in found),
        missing_skills=tuple(term.text for term in missing),
        risk_flags=(*flags, *_only_on_resume(missing, document.resume or "")),
        priority_gaps=tuple(f"{quoted(term.text)}: the job asks for it and no answer mentions it." for term in gaps),
    )


def _flags(readings: Sequence[Reading], answers: AnswerSet) -> tuple[str, ...]:
    flags = []
    if readings and not any(reading.has(Cue.METRIC) for reading in readings):
        flags.append("No answer carries a figure that says how much changed.")
    if readings and not any(reading.has(Cue.OWN, Cue.PLAN) for reading in readings):
        flags.append("No answer names a step that you took yourself.")
    if answers.unanswered:
        count = len(answers.unanswered)
        said = (
            "1 question had no answer; it got no score."
            if count == 1
            else f"{count} questions had no answer and no score."
        )
        flags.append(said)
    if any(s.muted == "to_the_judge" for reading in readings for s in reading.sentences):
        flags.append("A passage spoke to whoever scores and not to the interviewer; it earned nothing.")
    return tuple(flags)


def _only_on_resume(missing: Sequence[Term], resume: str) -> list[str]:
    return [f"{quoted(term.text)} stands on the résumé and in no answer." for term in missing if term.search(resume)][
        :3
    ]


# ------------------------------------------------------------------ terms


def _terms_of(jd: str) -> tuple[Term, ...]:
    """Skills wherever they are asked for, and what follows "experience with", "knowledge of" and their like."""
    found: dict[str, tuple[str, str | None, bool]] = {}
    for line, must in _asked(jd):
        for text in _names(line):
            name = canonical(text)
            key = (name or text).casefold()
            known, _, wanted = found.get(key, (text, name, False))
            found[key] = (known, name, wanted or must)
    return tuple(_term(text, name, must=must) for text, name, must in found.values())[:MAX_TERMS]


@lru_cache(maxsize=64)
def _asked(jd: str) -> tuple[tuple[str, bool], ...]:
    """The description's requirements and duties in its order, each with whether its words make it a must.

    A description in which nothing of the kind is recognised gives all its lines.
    """
    extract = extract_job(jd)
    items = [
        (extract.spans[f"/{sort}/{i}"], item)
        for sort in ("must_have", "nice_to_have", "responsibilities")
        for i, item in enumerate(getattr(extract, sort))
    ]
    items.sort(key=lambda item: item[0].start)
    lines = [(item, jd[jd.rfind("\n", 0, span.start) + 1 : span.end]) for span, item in items]
    listed = lines or [(line, line) for line in jd.splitlines()]
    return tuple((item.replace("’", "'"), _MUST.search(whole) is not None) for item, whole in listed)


def _names(line: str) -> Iterator[str]:
    """What a line asks for, in its order, without idle words; empty names left out."""
    places = [(hit.start, line[hit.start : hit.end]) for hit in _named(line) if hit.category not in _UNSAID]
    places += [(match.start(), match.group()) for match in lexicon().patterns["tool"].finditer(line)]
    for match in _INTRODUCES.finditer(line):
        rest = line[match.end() :]
        end = _ENDS.search(rest)
        listed = _SPLITS.split(rest[: end.start()] if end else rest)
        places += [(match.end(), name) for name in listed if _is_said(name)]
    return (text for _, name in sorted(places, key=lambda place: place[0]) if (text := _tidy(name)))


def _is_said(name: str) -> bool:
    """Whether an answer may name it: a degree or a language is held and seldom told."""
    return all(hit.category not in _UNSAID for hit in _named(name))


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[FoundSkill, ...]:
    return find_skills(text)


def _tidy(name: str) -> str:
    words = [word.strip(".,;:()'\"–—- ") for word in name.split()]
    small, idle = lexicon().words["function_words"], lexicon().words["idle_terms"]
    while words and words[0].casefold() in idle:
        words.pop(0)
    while words and words[-1].casefold() in idle:
        words.pop()
    known = lexicon().finds("tool", " ".join(words))
    text = known.group() if known and len(words) > 1 else " ".join(words)
    empty = not any(word.casefold() not in small | idle and len(word) > 1 for word in text.split())
    return "" if empty or len(words) > TERM_WORDS or len(text) > 40 else text


def _term(text: str, name: str | None, *, must: bool) -> Term:
    """A mention has all words of the term in order, plurals and endings left aside; "Go" needs "in" or "with"."""
    everyday = everyday_spellings(name) if name else ()
    sources = [rf"{_BEFORE_NAME}({re.escape(spelling)})(?!\w)" for spelling in everyday]
    if text.casefold() not in {spelling.casefold() for spelling in everyday}:
        sources.insert(0, _spoken(text))
    return Term(text.replace("_", " "), re.compile("|".join(sources), re.IGNORECASE), must, name)


def _spoken(text: str) -> str:
    stems = []
    for word in re.split(r"[\s_-]+", text.casefold()):
        stem = re.escape(_ENDING.sub("", word) if len(word) > 4 else word)
        stems.append(re.sub(r"i[sz](?=ation|$)", "i[sz]", stem))  # either spelling
    return r"(?<!\w)" + r"\w{0,4}[\s-]+".join(stems) + r"\w{0,4}(?!\w)"


def _hits(term: Term, reading: Reading) -> list[Mention]:
    hits = []
    for sentence in reading.sentences:
        span = term.search(sentence.text) if sentence.muted is None else None
        if span and not _NEGATED.search(sentence.text[: span[0]]):
            found = _at(sentence, *span)
            hits.append(Mention(term, found, shown=_is_at_work(sentence, reading)))
    return hits


def _is_at_work(sentence: Sentence, reading: Reading) -> bool:
    """Whether something is done in the sentence or in the one before or after it."""
    place = reading.sentences.index(sentence)
    near = reading.sentences[max(0, place - 1) : place + 2]
    return any(item.cue in (Cue.OWN, Cue.PLAN) and item.sentence in near for item in reading.found)


def _at(sentence: Sentence, start: int, end: int) -> Found:
    words = sentence.turn.words
    low, high = sentence.start + start, sentence.start + end
    hit = [i for i in range(sentence.first, sentence.last) if words[i].end > low and words[i].start < high]
    return Found(Cue.TOOL, sentence, hit[0], hit[-1] + 1, sentence.text[start:end].casefold())


def _claim(mention: Mention) -> Claim:
    said = quoted(mention.term.text)
    why = (
        f"Work with {said}, which the job description asks for."
        if mention.shown
        else f"Names {said} without work done with it."
    )
    turn = mention.found.sentence.turn.index
    return Claim(quote=quote(mention.found), why=why, turn_index=turn, direct=mention.shown)


def _fixes(missing: Sequence[Term], named: Sequence[Mention]) -> tuple[Fix, ...]:
    fixes = []
    for mention in named[:1]:
        said = quoted(mention.term.text)
        fixes.append(Fix(title=f"Show {said} at work", how=f"You named {said}; tell one thing you did with it."))
    for term in sorted(missing, key=lambda t: not t.must)[: 2 - len(fixes)]:
        how = "The job description asks for it: prepare one episode, or say plainly how you would learn it."
        fixes.append(Fix(title=f"Bring in {quoted(term.text)}", how=how))
    return tuple(fixes)
