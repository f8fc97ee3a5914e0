"""What the candidate is like or good at: "communication skills", "a dedicated team player", "self-motivated"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluators.documents.job.abilities import Range, subject
from evaluators.documents.job.lexicon import job_lexicon
from evaluators.documents.job.tagging import Tag, Word, is_quality

_CLOSES_QUALITY = frozenset(
    {
        Tag.STOP, Tag.PREPOSITION, Tag.RELATIVE, Tag.CLOSE, Tag.TO, Tag.MODAL, Tag.BE, Tag.PRONOUN, Tag.DETERMINER,
        Tag.VERB, Tag.GERUND, Tag.OPEN,
    }
)  # fmt: skip


def qualities(words: Sequence[Word]) -> Iterator[Range]:
    """ "Communication skills", "dedicated team player", "self-motivated": what someone is like or good at."""
    covered = 0
    for i, word in enumerate(words):
        span = _headed(words, i) or _adjective(words, i)
        if span is not None and span[0] >= covered and word.tag is not Tag.STOP:
            covered = span[1]
            yield span


def _headed(words: Sequence[Word], i: int) -> Range | None:
    """A phrase that ends with "skills", "attitude", "player" and their like, without its praise ("excellent")."""
    lists = job_lexicon().words
    key = words[i].key
    person = key in lists["person_heads"] and words[i].tag is Tag.NOUN
    if key == "sense" and i + 2 < len(words) and words[i + 1].key == "of" and words[i + 2].tag is Tag.NOUN:
        return (i, i + 3)
    if not person and key not in lists["skill_heads"]:
        return None
    first = i
    while first > 0 and _modifies(words, first - 1) and not _begins_anew(words, first, i):
        first -= 1
    while first < i and (words[first].tag in (Tag.AND, Tag.COMMA) or words[first].key in lists["modes"]):
        first += 1
    return (first, i + 1) if first < i or (person and key not in ("agent", "expert", "leader")) else None


def _begins_anew(words: Sequence[Word], first: int, head: int) -> bool:
    """Whether a capital after small letters, or a gerund far from the head, shows that the phrase does not go on."""
    if words[first - 1].tag is Tag.GERUND and first < head:
        return True
    return words[first].text[:1].isupper() and words[first - 1].text[:1].islower()


def _modifies(words: Sequence[Word], j: int) -> bool:
    lists = job_lexicon().words
    word = words[j]
    if word.tag in (Tag.AND, Tag.COMMA):
        single = j > 0 and (j == 1 or words[j - 2].tag not in (Tag.NOUN, Tag.ACTION) or not _modifies(words, j - 2))
        return word.key != "or" and single and _modifies(words, j - 1)
    if word.key in lists["vague_adjectives"] or word.key in lists["skill_heads"] or word.key in lists["person_heads"]:
        return False
    return word.tag in (Tag.NOUN, Tag.ACTION, Tag.GERUND) and word.key.isascii() and not word.key[0].isdigit()


def _adjective(words: Sequence[Word], i: int) -> Range | None:
    """An adjective of character where it is said of a person."""
    attributive = words[i].key in job_lexicon().words["attributive_adjectives"]
    if not attributive and not is_quality(words[i]):
        return None
    first = i
    while first > 0 and _chains(words[first - 1]):
        first -= 1
    after = i + 1
    while after < len(words) and _chains(words[after]) and words[after].tag is not Tag.DETERMINER:
        after += 1
    if _is_of_person(words, after):
        return (i, i + 1)
    if attributive:
        return None
    praise = job_lexicon().words["vague_adjectives"]
    closed = after >= len(words) or words[after].tag in _CLOSES_QUALITY or words[after].key in praise
    said = first == 0 or _is_said(words, first - 1)
    return (i, i + 1) if said and closed else None


def _chains(word: Word) -> bool:
    """Whether a word may stand between two adjectives of one list."""
    attributive = job_lexicon().words["attributive_adjectives"]
    return word.tag in (Tag.AND, Tag.COMMA, Tag.ADVERB, Tag.DETERMINER) or word.key in attributive or is_quality(word)


def _is_said(words: Sequence[Word], place: int) -> bool:
    """ "You are …", "as a person …", "we are looking for a …" """
    if words[place].tag is Tag.BE:
        return subject(words, place) not in job_lexicon().words["idle_subjects"]
    return words[place].key in ("for", ":") and place > 0 and words[place - 1].key in ("looking", "search", "seeking")


def _is_of_person(words: Sequence[Word], after: int) -> bool:
    """Whether a word for a person follows, some nouns between: "driven software development engineer"."""
    persons = job_lexicon().words["persons"]
    for word in words[after : after + 4]:
        if word.key in persons:
            return True
        if word.tag not in (Tag.NOUN, Tag.ACTION):
            return False
    return False
