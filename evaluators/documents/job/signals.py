"""How senior the candidate is to be, and the skills of the vocabulary that tell most of the job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evaluators.documents.job.items import Item, Sort
from evaluators.documents.job.layout import Sentence
from evaluators.documents.job.lexicon import Section, job_lexicon
from evaluators.documents.skills import find_skills
from schema.vocabulary import SkillCategory, SkillKind

MAX_SIGNALS, MAX_KEYWORDS = 8, 30
_WEIGHTS = {Sort.MUST: 3.0, Sort.NICE: 1.2, Sort.RESPONSIBILITY: 2.0}
TITLE_WEIGHT, TEXT_WEIGHT, REPEAT_WEIGHT = 4.0, 1.0, 0.25
# Asked of nearly everybody, so it tells little of this job.
_COMMON = {SkillCategory.SOFT_SKILL: 0.3, SkillCategory.FIELD_OF_STUDY: 0.4, SkillCategory.HUMAN_LANGUAGE: 0.5}
_HISTORY = re.compile(
    r"\b(?:we|our|company|founded|since|history|heritage|old|contract|extendable|last|past|next|in business|period|"
    r"duration|bond)\b",
    re.IGNORECASE,
)


def seniority_signals(
    title: tuple[int, int] | None, text: str, parts: Sequence[Sentence]
) -> tuple[tuple[int, int], ...]:
    """Spans of text in order: years asked, "graduate", "lead a team", a senior title. Each wording once."""
    found: dict[str, tuple[int, int]] = {}
    for start, end in _signals(title, text, parts):
        key = " ".join(text[start:end].casefold().split())
        if len(found) < MAX_SIGNALS and not any(key.rstrip("s") in other or other in key for other in found):
            found[key] = (start, end)
    return tuple(sorted(found.values()))


def _signals(title: tuple[int, int] | None, text: str, parts: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    cues = job_lexicon().cues
    if title is not None:
        yield from (_trimmed(text, *match.span()) for match in cues["seniority"].finditer(text, *title))
    for sentence in parts:
        if sentence.section in (Section.ABOUT, Section.OFFER, Section.APPLY, Section.LEGAL):
            continue
        for match in cues["years"].finditer(text, sentence.start, sentence.end):
            if _is_asked(sentence, match.group()):
                yield _trimmed(text, *match.span())
        yield from (_trimmed(text, *m.span()) for m in cues["seniority"].finditer(text, sentence.start, sentence.end))


def _is_asked(sentence: Sentence, years: str) -> bool:
    if re.search(r"\bexp", years, re.IGNORECASE):
        return True
    if _HISTORY.search(sentence.text):
        return False
    return "experience" in sentence.text.casefold() or sentence.section in (Section.MUST_HAVE, Section.NICE_TO_HAVE)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip(" .'’")))


def keywords(title: str | None, items: Sequence[Item], parts: Sequence[Sentence]) -> tuple[str, ...]:
    """Canonical names, the most telling first: asked before mentioned, named in the title before all."""
    scores: dict[str, float] = {}
    weighed = [(title or "", TITLE_WEIGHT), *((item.text, _WEIGHTS[item.sort]) for item in items)]
    weighed += [(part.text, TEXT_WEIGHT) for part in parts if part.section is not Section.INDUSTRY]
    for text, weight in weighed:
        for hit in find_skills(text):
            weight_here = weight * _COMMON.get(hit.category, 1.0 if hit.kind is SkillKind.KNOWLEDGE else 0.5)
            known = scores.get(hit.name, 0.0)
            scores[hit.name] = max(known, weight_here) + (REPEAT_WEIGHT if known else 0.0)
    return tuple(sorted(scores, key=lambda name: -scores[name])[:MAX_KEYWORDS])
