"""Responsibilities, must-haves and nice-to-haves: an ad's sentences sorted by what they ask, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluators.documents.job.layout import Sentence
from evaluators.documents.job.lexicon import Section, job_lexicon
from evaluators.documents.job.tagging import Tag, Word, tagged
from evaluators.documents.skills import find_skills

MIN_CHARS, MAX_CHARS = 2, 400
MAX_ITEMS = 60  # of each sort; no ad that people read asks for more

# What a requirement need not repeat: "You have", "The successful candidate will", "In this role, you will".
_LEAD = re.compile(
    r"(?:(?:and|also|moreover|furthermore|in addition|additionally|besides|ideally|preferably|here|finally|"
    r"in this role|as an? [^,]{3,60}|in this position)[\s,]+)*"
    r"(?:(?:you(?:'ll| will| would)|"
    r"you(?= (?:have|bring|possess|hold|should|must|can|need|also|are (?:responsible|able))\b)|"
    r"the (?:successful |ideal )?(?:candidate|applicant|person)(?: will)?|candidates?|applicants?|"
    r"we (?:expect|need|want|require|ask) you to|we(?:'re| are) looking for (?:someone|a person|people) (?:who|with)|"
    r"we (?:expect|need|want|require|are looking for)|your (?:tasks|responsibilities|duties|role) (?:will )?"
    r"(?:include|are)|(?:this|the) (?:role|position|job) (?:will(?: be)?|is|requires|includes|involves)|must|should)"
    r"(?: (?:also|then|further|ideally|preferably|must|should|will|can|need to|are able to|are expected to))*"
    r"(?: (?:have|has|be(?= (?:responsible|able|in charge))|bring|possess|hold|are(?= (?:responsible|able)))(?= ))*)"
    r"[\s:,]+",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r";\s*|,?\s+(?:while|whereas|but)\s+|(?<=\bmust)\s+and\s+|(?<=required)[,\s]+and\s+", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^()]*\)")
_EDGES = " \t\n\r.,;:•·*–—-"
_DUTY = re.compile(
    r"\b(?:you(?:'ll| will| get to| are going to)"
    r"(?! (?:have|need|bring|be (?:a|an|the|able|part|joining|based|offered))\b)|"
    r"responsible for|your (?:tasks|role|responsibilities|duties|mission)|in charge of|"
    r"the (?:role|position|job|candidate|postholder) (?:will |includes|involves|is responsible))",
    re.IGNORECASE,
)
_WANT = re.compile(
    r"\b(?:experience|experienced|knowledge|understanding|proficien\w+|familiar\w*|ability to|able to|skills?|degree|"
    r"diploma|expertise|background in|track record|fluen\w+|command of|certifi\w+|qualifi\w+|years?|graduate|must|"
    r"required|you (?:have|are|bring|know|hold|love|enjoy|possess|speak|need)|passion\w*|attitude|mindset|player|"
    r"hands[- ]on|willing\w*|eager\w*|proven|strong|excellent|candidates? (?:with|who|must|should))\b",
    re.IGNORECASE,
)
_UNASKED = re.compile(r"\b(?:do not|don't|does not|doesn't|no need to) (?:need|require|have to)\b", re.IGNORECASE)
_NAME_LIKE = re.compile(r"\b[A-Z]{2,6}\b")
_STATES = frozenset(
    {"have", "possess", "be", "demonstrate", "understand", "know", "hold", "bring", "speak", "show", "love", "enjoy"}
)


class Sort(StrEnum):
    RESPONSIBILITY = "responsibilities"
    MUST = "must_have"
    NICE = "nice_to_have"


@dataclass(frozen=True, slots=True)
class Item:
    """Characters [start, end) of the ad, white space evened out in `text`."""

    sort: Sort
    text: str
    start: int
    end: int


def items(text: str, parts: Sequence[Sentence]) -> tuple[Item, ...]:
    """What those sentences that ask something ask, in order, without repeats, at most MAX_ITEMS of each sort."""
    kept: dict[tuple[Sort, str], Item] = {}
    counts = dict.fromkeys(Sort, 0)
    for sentence in parts:
        for item in _items_of(text, sentence):
            key = (item.sort, item.text.casefold())
            if key not in kept and counts[item.sort] < MAX_ITEMS:
                kept[key] = item
                counts[item.sort] += 1
    return tuple(kept.values())


def _items_of(text: str, sentence: Sentence) -> Iterator[Item]:
    if sentence.section in (Section.INDUSTRY, Section.STACK):
        return
    low = sentence.start
    for match in [*_CLAUSES.finditer(text, sentence.start, sentence.end), None]:
        high = match.start() if match else sentence.end
        sort = _sort(sentence, text[low:high])
        item = _item(text, low, high, sort) if sort else None
        if item is not None:
            yield item
        low = match.end() if match else high


def _item(text: str, low: int, high: int, sort: Sort) -> Item | None:
    plain = text[low:high].replace("’", "'")
    lead = _LEAD.match(plain.lstrip(_EDGES))
    skipped = len(plain) - len(plain.lstrip(_EDGES))
    low += skipped + (lead.end() if lead else 0)
    bare = text[low:high]
    low += len(bare) - len(bare.lstrip(_EDGES))
    high -= len(bare) - len(bare.rstrip(_EDGES))
    words = " ".join(text[low:high].split())
    if not MIN_CHARS <= len(words) <= MAX_CHARS or not any(char.isalpha() for char in words):
        return None
    return Item(sort, words, low, high)


def _sort(sentence: Sentence, clause: str) -> Sort | None:
    """What a clause is, by its own words first and by its section where they leave it open."""
    plain = clause.replace("’", "'").strip(_EDGES)
    if not plain or plain.endswith("?") or _UNASKED.search(plain) or not _says_enough(sentence, plain):
        return None
    if job_lexicon().finds("nice", _ASIDE.sub("", plain)):
        return Sort.NICE
    if sentence.section is Section.NICE_TO_HAVE:
        return Sort.NICE
    if sentence.section is Section.MUST_HAVE:
        return Sort.RESPONSIBILITY if _DUTY.search(plain) else Sort.MUST
    return _open_sort(sentence, plain)


def _open_sort(sentence: Sentence, plain: str) -> Sort | None:
    """The sort of a clause in a section of duties or in none."""
    words = tagged(sentence)
    first = next((word for word in words if word.tag not in (Tag.STOP, Tag.ADVERB)), None)
    duty = _DUTY.search(plain) is not None or (first is not None and _is_doing(first))
    if sentence.section is Section.RESPONSIBILITIES:
        wanted = not duty and _WANT.search(plain) is not None
        if wanted:
            return Sort.MUST
        return Sort.RESPONSIBILITY if duty or sentence.bulleted or _is_short(plain) else None
    if duty:
        return Sort.RESPONSIBILITY
    return Sort.MUST if _WANT.search(plain) else None


def _is_doing(word: Word) -> bool:
    lexicon = job_lexicon()
    base = lexicon.gerunds.get(word.key) or lexicon.third_persons.get(word.key, word.key)
    return (
        word.tag in (Tag.VERB, Tag.GERUND) or (word.tag is Tag.ACTION and word.key in lexicon.words["led_activities"])
    ) and base not in _STATES


def _is_short(plain: str) -> bool:
    return len(plain.split()) <= 14 and not re.search(r"\b(?:we|our|is|are|us)\b", plain, re.IGNORECASE)


def _says_enough(sentence: Sentence, plain: str) -> bool:
    """One or two words are an item only where they name a skill or a number of years."""
    listed = sentence.bulleted or sentence.section in (Section.MUST_HAVE, Section.NICE_TO_HAVE)
    if len(plain.split()) >= (2 if listed else 3) or (listed and _NAME_LIKE.search(plain)):
        return True
    return bool(find_skills(plain)) or job_lexicon().finds("years", plain)
