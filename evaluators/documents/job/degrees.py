"""Degrees that an ad asks for, with their fields: "a bachelor's degree in finance or economics"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluators.documents.job.abilities import Range
from evaluators.documents.job.lexicon import job_lexicon
from evaluators.documents.job.tagging import PHRASE, Tag, Word


def degrees(words: Sequence[Word]) -> Iterator[Range]:
    """ "Bachelor's or Master's degree in Finance", without "or a related field"."""
    i = 0
    while i < len(words):
        if not _is_degree(words, i):
            i += 1
            continue
        last = _degree_end(words, i)
        yield i, last
        i = last


def _is_degree(words: Sequence[Word], i: int) -> bool:
    lists = job_lexicon().words
    word = words[i]
    following = words[i + 1].key if i + 1 < len(words) else ""
    if word.key in ("university", "college", "academic", "engineering", "graduate", "technical"):
        return following == "degree"
    if word.key not in lists["degrees"] or (len(word.key) <= 2 and not word.text.isupper()):
        return False
    if word.key == "degree":
        return following == "in"
    if word.key in ("master", "masters"):
        return following in ("degree", "degrees", "of", "in", "level", "and", "or") or following in lists["degrees"]
    return following not in ("student", "students", "project", "research", "guide", "thesis")


def _degree_end(words: Sequence[Word], i: int) -> int:
    lists = job_lexicon().words
    j = i + 1
    while j < len(words) and (words[j].key in lists["degrees"] or words[j].key in ("level", "s") or _joins(words, j)):
        j += 1
    named = j + 1 < len(words) and words[j].key in ("in", "of") and words[j + 1].tag in PHRASE
    return _fields_end(words, j + 1) if named and words[j + 1].key not in lists["vague_adjectives"] else j


def _joins(words: Sequence[Word], j: int) -> bool:
    """ "Bachelor's or Master's" """
    return (
        words[j].tag in (Tag.AND, Tag.COMMA)
        and j + 1 < len(words)
        and words[j + 1].key in job_lexicon().words["degrees"]
    )


def _fields_end(words: Sequence[Word], j: int) -> int:
    ends = job_lexicon().words["fields_end"]
    last = j
    while j < len(words):
        word, following = words[j], words[j + 1] if j + 1 < len(words) else None
        if word.tag in (Tag.AND, Tag.COMMA):
            if following is None or following.key in ends or following.tag not in (*PHRASE, Tag.AND):
                break
        elif word.tag not in PHRASE or word.key in ends:
            break
        else:
            last = j + 1
        j += 1
    return last
