"""How much a few words look like a position, an employer, a school or a place."""

from __future__ import annotations

import re
from functools import lru_cache

from evaluators.documents.resume.lexicon import any_of, lexicon, words_of

_HEAD = re.compile(r"\s(?:of|for|at|in|to|with|-|–|—|on)\s|[,(/|:;]|\s[–—-]\s", re.IGNORECASE)
_JOINED = re.compile(r"\s[–—-]\s|\sat\s|\s@\s")
_PLACE = re.compile(r"[^\W\d_][\w.'’ -]{1,40}")
_POSTCODE = re.compile(r"\s+(?:\d{5,6}(?:-\d{4})?|[A-Z]\d[A-Z]? ?\d[A-Z]{2})$")
_INITIALS = re.compile(r"[A-Z]{2,4}(?:-[A-Z])?")


@lru_cache(maxsize=4_096)
def title_score(text: str) -> float:
    """From below 0 (surely none) to 3: how much the words look like a position."""
    words = words_of(text)
    if not words or len(words) > 14 or len(text) > 110:
        return -1.0
    known = lexicon().titles
    head = words_of(_HEAD.split(text, maxsplit=1)[0])
    score = 0.0
    if head and head[-1] in known.nouns:
        score = 2.0
    elif any(word in known.nouns for word in words):
        score = 1.4
    elif _title_phrases().search(text):
        score = 1.0
    if words[0] in known.marks or any(word in ("sr", "jr", "senior", "junior", "intern") for word in words):
        score += 0.6
    if _ends_as_company(words) and words[-1] not in known.nouns and len(_HEAD.split(text, maxsplit=1)) == 1:
        score -= 1.8
    if is_sentence(text):
        score -= 1.5
    return score


@lru_cache(maxsize=4_096)
def company_score(text: str) -> float:
    """From below 0 to 3: how much the words look like an employer. An unknown name has about 0.5."""
    words = words_of(text)
    if not words or len(words) > 12 or len(text) > 100:
        return -1.0
    known = lexicon().companies
    score = 0.5 if _is_name(text) else -0.3
    if len(words) > 1 and words[-1] in known.suffixes:
        score += 2.0
    elif any(word in known.suffixes for word in words[1:]):
        score += 1.2
    elif words[-1] in known.words or words[0] in known.known or any(word in known.words for word in words[:-1]):
        score += 1.0
    if " ".join(words) in lexicon().departments:
        score -= 1.2
    if _JOINED.search(text):
        score -= 0.3
    if "," in text and not all(word in known.suffixes for word in words_of(text.rsplit(",", 1)[1])):
        score -= 0.3
    if is_sentence(text):
        score -= 1.5
    return score


@lru_cache(maxsize=4_096)
def place_score(text: str) -> float:
    """From 0 to 2.5: how much the words look like a place."""
    bare = _POSTCODE.sub("", text.strip())
    if not bare or len(bare) > 60 or re.search(r"\d", bare):
        return 0.0
    known = lexicon().places
    parts = [part.strip(" .()") for part in re.split(r"[,/|]|\s[–—-]\s", bare) if part.strip(" .()")]
    if not parts or len(parts) > 4 or not all(_PLACE.fullmatch(part) for part in parts):
        return 0.0
    if any(_is_organisation(part) for part in parts):
        return 0.0
    last = parts[-1]
    low = [part.lower() for part in parts]
    if all(part in known.remote for part in low):
        return 2.5
    if any(part in known.remote for part in low):
        return 1.8
    if len(parts) > 1 and (last in known.us_states or low[-1] in known.regions):
        return 2.4 if all(len(part.split()) <= 3 for part in parts) else 1.0
    if len(parts) > 1 and (low[-1] in known.cities or low[0] in known.cities):
        return 2.0 if all(len(part.split()) <= 3 for part in parts) else 0.6
    if len(parts) == 1 and (low[0] in known.cities or low[0] in known.regions):
        return 1.8
    if len(parts) == 1 and _ends_in_a_place(last):
        return 1.2
    return 0.4 if len(parts) == 2 and all(len(part.split()) <= 2 and part[0].isupper() for part in parts) else 0.0


@lru_cache(maxsize=4_096)
def institution_score(text: str) -> float:
    """From below 0 to 2.5: how much the words look like a school or a university."""
    words = words_of(text)
    if not words or len(words) > 16 or len(text) > 120 or is_sentence(text):
        return -1.0
    known = lexicon().institutions.words
    if any(word in known for word in words):
        return 2.0
    return 0.6 if _is_name(text) else -0.3


def field_score(text: str) -> float:
    """Whether the words name a subject of study."""
    words = words_of(text)
    return 1.5 if any(word in lexicon().fields for word in words) else 0.3


@lru_cache(maxsize=4_096)
def is_department(text: str) -> bool:
    """Whether the words only tell what a position is in charge of."""
    words, known = words_of(text), lexicon().departments
    return " ".join(words) in known or (
        bool(words) and all(word in known or word in lexicon().small or word == "&" for word in words)
    )


@lru_cache(maxsize=4_096)
def is_sentence(text: str) -> bool:
    """Whether words are prose and no name: most begin with a small letter, or a full stop ends them."""
    words = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    counted = [word for word in words if word.lower().strip(".,;:") not in lexicon().small]
    small = sum(word[0].islower() for word in counted)
    if len(words) >= 5 and small >= 0.5 * len(counted):
        return True
    if len(words) >= 9 and small >= 0.34 * len(counted):
        return True
    return (
        len(words) >= 5
        and small >= 2
        and text.rstrip()[-1:] in ".!;"
        and not text.rstrip().endswith(("Inc.", "Ltd.", "Co."))
    )


def family_of(title: str) -> str | None:
    """The trade a position belongs to, such as "data" or "teaching"; None where its words don't tell."""
    for family, pattern in _families().items():
        if pattern.search(title):
            return family
    return None


def _is_organisation(text: str) -> bool:
    words, known = words_of(text), lexicon()
    return (
        any(word in known.institutions.words or word in known.companies.suffixes for word in words) and len(words) > 1
    )


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if word.lower().strip(".,") not in lexicon().small]
    return bool(words) and sum(word[0].isupper() or word[0].isdigit() for word in words) >= 0.75 * len(words)


def _ends_as_company(words: list[str]) -> bool:
    known = lexicon().companies
    return words[-1].strip(".") in known.suffixes or (len(words) > 1 and words[-1] in known.words)


def _ends_in_a_place(text: str) -> bool:
    words = text.split()
    known = lexicon().places
    return len(words) in (2, 3, 4) and (
        words[-1] in known.us_states
        or (words[-1].lower() in known.regions and " ".join(words[:-1]).lower() in known.cities)
    )


@lru_cache(maxsize=1)
def _title_phrases() -> re.Pattern[str]:
    return any_of(lexicon().titles.phrases)


@lru_cache(maxsize=1)
def _families() -> dict[str, re.Pattern[str]]:
    return {family: any_of(words) for family, words in lexicon().families.items()}
