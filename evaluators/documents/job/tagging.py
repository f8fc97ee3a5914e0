"""Words of a sentence with a rough part of speech each: enough to tell what is done from what is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluators.documents.job.layout import Sentence
from evaluators.documents.job.lexicon import JobLexicon, job_lexicon

_WORD = re.compile(r"<\w+>|[^\W_](?:[\w+#&'’´`\x92@/.-]*[\w+#])?|\.[A-Za-z]\w*|\S")


_APOSTROPHES = str.maketrans(
    {"’": "'", "\x92": "'", "´": "'", "`": "'"}
)  # the second is what some editors leave behind


class Tag(StrEnum):
    VERB = "verb"  # base form where something is to be done, and "designs" where a duty is told
    GERUND = "gerund"
    ACTION = "action"  # a noun that names an activity: "implementation"
    NOUN = "noun"  # and everything that may stand inside a noun phrase
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    MODAL = "modal"
    BE = "be"
    RELATIVE = "relative"
    PREPOSITION = "preposition"
    TO = "to"
    AND = "and"
    ADVERB = "adverb"
    COMMA = "comma"
    PAST = "past"  # a participle that ends a noun phrase: "tools used in"
    STOP = "stop"  # colon, semicolon, dash, bullet, full stop
    OPEN = "open"
    CLOSE = "close"


PHRASE = frozenset({Tag.NOUN, Tag.ACTION, Tag.GERUND})
"""What a noun phrase is made of."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters [start, end) of the ad; `key` is the word in small letters with plain apostrophes."""

    text: str
    key: str
    start: int
    end: int
    tag: Tag


_MARKS = {",": Tag.COMMA, "/": Tag.COMMA, "(": Tag.OPEN, "[": Tag.OPEN, ")": Tag.CLOSE, "]": Tag.CLOSE}
_CLASSES = (
    ("modals", Tag.MODAL), ("be", Tag.BE), ("have", Tag.BE), ("auxiliaries", Tag.MODAL), ("conjunctions", Tag.AND),
    ("relatives", Tag.RELATIVE), ("prepositions", Tag.PREPOSITION), ("determiners", Tag.DETERMINER),
    ("pronouns", Tag.PRONOUN), ("adverbs", Tag.ADVERB),
)  # fmt: skip
_SUBJECT_ENDS = ("'ll", "'re", "'ve", "'d")
_VERB_AFTER = frozenset({Tag.TO, Tag.MODAL})
_NOT_AFTER_VERB = frozenset({"of", "is", "are", "was", "skills", "experience", "knowledge", "background", "which"})
_NOT_AFTER_GERUND = frozenset({"experience", "knowledge", "proficiency", "skills", "background", "hours", "time", "is"})
_ADJECTIVE = (
    "able",
    "ible",
    "al",
    "ive",
    "ous",
    "ic",
    "ful",
    "ent",
    "ant",
    "ing",
    "ed",
    "ary",
    "new",
    "high",
    "and",
    "or",
)
_NOUNS_IN_CAPITALS = frozenset({"IT", "US", "AM", "IN", "ON", "AS", "BE", "OR"})


def tagged(sentence: Sentence) -> tuple[Word, ...]:
    """The words of a sentence in order, marks included."""
    lexicon = job_lexicon()
    plain = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(sentence.text)]
    keys = [text.casefold().translate(_APOSTROPHES) for text, _, _ in plain]
    shouted = sentence.text.isupper()
    tags: list[Tag] = []
    for i, (text, _, _) in enumerate(plain):
        noun = text in _NOUNS_IN_CAPITALS and not shouted
        tags.append(Tag.NOUN if noun else _tag(lexicon, keys, tags, i))
    return tuple(
        Word(text, keys[i], sentence.start + start, sentence.start + end, tags[i])
        for i, (text, start, end) in enumerate(plain)
    )


def _tag(lexicon: JobLexicon, keys: Sequence[str], tags: Sequence[Tag], i: int) -> Tag:
    key = keys[i]
    if key in _MARKS:
        return _MARKS[key]
    if not any(char.isalnum() for char in key) and key != "&":
        return Tag.STOP
    if key == "to":
        return Tag.TO
    if key.endswith(_SUBJECT_ENDS) and len(key) > 3:
        return Tag.MODAL if key.endswith(("'ll", "'d")) else Tag.BE
    if _is_verb(lexicon, keys, tags, i):
        return Tag.VERB
    for name, tag in _CLASSES:
        if key in lexicon.words[name]:
            return tag
    if _is_gerund(lexicon, keys, tags, i):
        return Tag.GERUND
    if len(key) > 5 and key.endswith("ly") and key not in lexicon.words["not_adverbs"]:
        return Tag.ADVERB
    if _is_past(lexicon, keys, tags, i):
        return Tag.PAST
    return Tag.ACTION if key in lexicon.words["actions"] else Tag.NOUN


def _is_gerund(lexicon: JobLexicon, keys: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    key, following = keys[i], keys[i + 1] if i + 1 < len(keys) else ""
    if key not in lexicon.gerunds or following in _NOT_AFTER_GERUND:
        return False
    if key not in lexicon.words["gerund_nouns"]:
        return (tags[-1:] != [Tag.DETERMINER] or following == "of") and not _joins_adjectives(keys, tags, i)
    joined = following in ("and", "or") and i + 2 < len(keys) and keys[i + 2] in lexicon.gerunds
    leads = _starts(tags, i) or tags[-1] in (Tag.PREPOSITION, Tag.AND, Tag.COMMA)
    return leads and (following in lexicon.words["determiners"] or joined)


def _joins_adjectives(keys: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """ "A challenging and evolving environment" """
    return (
        list(tags[-1:]) == [Tag.AND]
        and i > 2
        and tags[i - 3] is Tag.DETERMINER
        and keys[i - 2].endswith(("ing", "ed", "ive", "al", "ous", "ful", "ant", "ent"))
    )


def _is_past(lexicon: JobLexicon, keys: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    key, following = keys[i], keys[i + 1] if i + 1 < len(keys) else "."
    participle = key.endswith("ed") or (key.endswith("ing") and key not in lexicon.words["gerund_nouns"])
    if len(key) < 4 or not participle or not tags or tags[-1] not in (Tag.NOUN, Tag.ACTION, Tag.CLOSE):
        return False
    words = lexicon.words
    ends = not following[:1].isalnum() or following == "to"
    return ends or following in words["prepositions"] or following in words["adverbs"]


def _starts(tags: Sequence[Tag], i: int) -> bool:
    """Whether only adverbs stand between the word and the sentence's beginning or a stop."""
    j = i - 1
    while j >= 0 and tags[j] is Tag.ADVERB:
        j -= 1
    return j < 0 or tags[j] in (Tag.STOP, Tag.OPEN, Tag.CLOSE)


def _is_verb(lexicon: JobLexicon, keys: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Whether the word is done here: its form is a verb's, and its neighbours leave room for one."""
    key = keys[i]
    base = key if key in lexicon.bases else lexicon.third_persons.get(key)
    if base is None:
        parts = key.split("/")
        return len(parts) == 2 and all(part in lexicon.bases for part in parts)
    before = _before(keys, tags, i)
    following = keys[i + 1] if i + 1 < len(keys) else ""
    if before in (Tag.DETERMINER, Tag.PREPOSITION, Tag.BE):
        return False
    if following in _NOT_AFTER_VERB and before not in _VERB_AFTER:
        return False
    if key != base:  # "plans" is told of only where "designs" was before it
        return _starts(tags, i) or before is Tag.RELATIVE or (before is Tag.AND and _told_before(lexicon, keys, tags))
    if base in lexicon.words["gerund_nouns"]:
        return False
    if before in _VERB_AFTER or before is Tag.RELATIVE or (before is Tag.PRONOUN and keys[i - 1] in ("you", "who")):
        return True
    if base not in lexicon.words["noun_verbs"]:
        return before is not Tag.NOUN or _starts(tags, i) or Tag.VERB in tags
    if _starts(tags, i):
        return _has_object(lexicon, keys, i) and following not in lexicon.words["actions"]
    joined = before in (Tag.AND, Tag.COMMA) and Tag.VERB in tags and _has_object(lexicon, keys, i)
    return joined and (following in lexicon.words["determiners"] or following.endswith(_ADJECTIVE))


def _told_before(lexicon: JobLexicon, keys: Sequence[str], tags: Sequence[Tag]) -> bool:
    last = next((keys[j] for j in range(len(tags) - 1, -1, -1) if tags[j] is Tag.VERB), None)
    return last is not None and last not in lexicon.bases


def _before(keys: Sequence[str], tags: Sequence[Tag], i: int) -> Tag | None:
    """The tag before, adverbs skipped."""
    j = i - 1
    while j >= 0 and (tags[j] is Tag.ADVERB or _joins_adverbs(tags, j)):
        j -= 1
    return tags[j] if j >= 0 else None


def _joins_adverbs(tags: Sequence[Tag], j: int) -> bool:
    """ "Efficiently and professionally" """
    return 0 < j < len(tags) - 1 and tags[j] is Tag.AND and tags[j - 1] is Tag.ADVERB and tags[j + 1] is Tag.ADVERB


def _has_object(lexicon: JobLexicon, keys: Sequence[str], i: int) -> bool:
    """Whether what follows a word like "design" or "support" may be its object or its second verb."""
    rest = keys[i + 1 : i + 4]
    if not rest or rest[0] in (".", ":", ";", ")", "-", "–"):
        return False
    words = lexicon.words
    if rest[0] in words["conjunctions"] or rest[0] in (",", "/"):
        return len(rest) > 1 and rest[1] in lexicon.bases
    return rest[0] not in words["prepositions"] or rest[0] in ("with", "on", "in", "for", "across", "closely", "as")


def is_quality(word: Word) -> bool:
    """Whether a word is an adjective of character: "reliable", "detail-oriented"."""
    lists = job_lexicon().words
    return word.key in lists["person_adjectives"] or word.key.endswith(tuple(lists["person_adjective_endings"]))
