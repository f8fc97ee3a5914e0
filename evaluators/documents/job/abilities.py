"""What the candidate does: verb phrases with their objects, and named activities, as ranges of words."""

from __future__ import annotations

from collections.abc import Sequence

from evaluators.documents.job.lexicon import job_lexicon
from evaluators.documents.job.tagging import Tag, Word, is_quality

Range = tuple[int, int]
"""Words [first, last) of a sentence."""

MAX_WORDS = 18
_TRIMMED = frozenset(
    {Tag.DETERMINER, Tag.PREPOSITION, Tag.AND, Tag.COMMA, Tag.TO, Tag.BE, Tag.MODAL, Tag.RELATIVE, Tag.OPEN, Tag.STOP}
)
_ENDING = frozenset({Tag.STOP, Tag.OPEN, Tag.CLOSE, Tag.MODAL, Tag.BE, Tag.RELATIVE, Tag.PAST})
_CLAUSAL = frozenset({"ensure", "assure"})  # "ensure that tests are run": what follows is a whole clause
_GERUND_AFTER = frozenset({Tag.PREPOSITION, Tag.RELATIVE, Tag.STOP, Tag.TO})


def activities(words: Sequence[Word]) -> list[Range]:
    """Verb phrases with their objects ("develop and maintain software") and named activities ("analysis of data")."""
    found: list[Range] = []
    i = 0
    while i < len(words):
        last = _extent(words, i) if _begins(words, i, found) else i
        label = i == 0 and last < len(words) and words[last].key == ":"  # "Test strategy:"
        if last > i and not label and _says_something(words, i, last):
            found.append((_with_adverb(words, i), last))
        i = max(last, i + 1)
    return found


def _begins(words: Sequence[Word], i: int, found: Sequence[Range]) -> bool:
    word = words[i]
    if word.tag is Tag.VERB:
        return _is_asked(words, i, found)
    if word.tag is Tag.GERUND:
        return _is_gerund_asked(words, i, found)
    return word.tag is Tag.ACTION and _is_named_activity(words, i)


def _base(word: Word) -> str:
    lexicon = job_lexicon()
    return lexicon.gerunds.get(word.key) or lexicon.third_persons.get(word.key, word.key)


def _is_idle(word: Word) -> bool:
    return _base(word) in job_lexicon().words["idle_verbs"]


def _previous(words: Sequence[Word], i: int) -> int:
    """The place of the word before, adverbs skipped; -1 at the beginning."""
    i -= 1
    while i >= 0 and (words[i].tag is Tag.ADVERB or _joins_adverbs(words, i)):
        i -= 1
    return i


def _joins_adverbs(words: Sequence[Word], i: int) -> bool:
    """ "Efficiently and professionally" """
    around = [*words[max(0, i - 1) : i], *words[i + 1 : i + 2]]
    return words[i].tag is Tag.AND and len(around) == 2 and all(word.tag is Tag.ADVERB for word in around)


def _is_asked(words: Sequence[Word], i: int, found: Sequence[Range]) -> bool:
    if _is_idle(words[i]) or _only_helps(words, i):
        return False
    before = _previous(words, i)
    if before < 0 or words[before].tag in (Tag.STOP, Tag.CLOSE, Tag.OPEN):
        return True
    tag = words[before].tag
    if tag is Tag.TO:
        return _previous_key(words, before) not in job_lexicon().words["auxiliary_heads"] and not _is_aim(words, before)
    if tag is Tag.MODAL:
        return subject(words, before) not in job_lexicon().words["idle_subjects"]
    if tag is Tag.RELATIVE:
        return words[before].key == "who" or (words[i].key == _base(words[i]) and _just_ended(found, before))
    if tag is Tag.VERB:
        return _only_helps(words, before)
    if tag in (Tag.AND, Tag.COMMA, Tag.NOUN, Tag.ACTION):
        return _just_ended(found, before) or _just_ended(found, before + 1) or _after_idle(words, before)
    return tag is Tag.PRONOUN and words[before].key == "you"


def _is_aim(words: Sequence[Word], place: int) -> bool:
    """ "The mission is to …" speaks of the company, "your role is to …" of the candidate."""
    if place < 1 or words[place - 1].tag is not Tag.BE:
        return False
    return not any(word.key in ("your", "role", "you", "job") for word in words[max(0, place - 6) : place - 1])


def _only_helps(words: Sequence[Word], i: int) -> bool:
    """ "Help develop", "help to develop" """
    following = words[i + 1].tag if i + 1 < len(words) else None
    return _base(words[i]) in ("help", "strive") and following in (Tag.VERB, Tag.TO)


def _after_idle(words: Sequence[Word], place: int) -> bool:
    """ "Participate in and drive projects" """
    return words[place].tag is Tag.AND and any(word.tag is Tag.VERB for word in words[max(0, place - 6) : place])


def _is_gerund_asked(words: Sequence[Word], i: int, found: Sequence[Range]) -> bool:
    if _is_idle(words[i]) or words[i].key in ("using", "utilizing", "utilising") or _only_helps(words, i):
        return False
    before = _previous(words, i)
    if before < 0:
        return True
    previous = words[before]
    if previous.tag in _GERUND_AFTER:
        return True
    if previous.tag is Tag.BE:
        who = subject(words, before)
        return who in ("you", "he", "she", "who", "team") or who in job_lexicon().words["persons"]
    if previous.tag in (Tag.AND, Tag.COMMA, Tag.NOUN, Tag.ACTION) and (
        _just_ended(found, before) or _just_ended(found, before + 1)
    ):
        return True
    return previous.key in job_lexicon().words["gerund_introducers"]


def subject(words: Sequence[Word], place: int) -> str:
    """The word before a chain of modals and forms of "be"; a contracted one gives its own beginning."""
    while place >= 0 and words[place].tag in (Tag.MODAL, Tag.BE, Tag.ADVERB):
        if "'" in words[place].key:
            return words[place].key.split("'")[0]
        place -= 1
    return words[place].key if place >= 0 else ""


def _previous_key(words: Sequence[Word], place: int) -> str:
    if "'" in words[place].key:
        return words[place].key.split("'")[0]
    before = _previous(words, place)
    return words[before].key if before >= 0 else ""


def _just_ended(found: Sequence[Range], place: int) -> bool:
    return bool(found) and found[-1][1] == place


def _is_named_activity(words: Sequence[Word], i: int) -> bool:
    """ "Implementation of", "design and development of" """
    if words[i].key not in job_lexicon().words["led_activities"]:
        return False
    j = i + 1
    while j + 1 < len(words) and words[j].tag in (Tag.AND, Tag.COMMA) and words[j + 1].tag in (Tag.ACTION, Tag.GERUND):
        j += 2
    return j < len(words) and words[j].key == "of"


def _extent(words: Sequence[Word], first: int) -> int:
    """Where the phrase that begins at `first` ends: with its object, before a purpose, a means or the next thing."""
    has_object, joined = False, 0
    whole = _base(words[first]) in _CLAUSAL
    last = min(len(words), first + MAX_WORDS)
    j = first + 1
    while j < last:
        word = words[j]
        whole = whole or (word.key == "that" and j == first + 1 and word.tag is Tag.RELATIVE)
        clause = whole and (
            word.tag in (Tag.BE, Tag.MODAL, Tag.PAST, Tag.VERB) or (word.key == "that" and j == first + 1)
        )
        if not clause and (word.tag in _ENDING or _is_break(words, j, first, has_object=has_object, joined=joined)):
            break
        joined += word.tag in (Tag.PREPOSITION, Tag.TO) and word.key != "of" and has_object
        has_object = has_object or word.tag in (Tag.NOUN, Tag.ACTION) or word.key in ("them", "others", "yourself")
        j += 1
    while j > first + 1 and (
        words[j - 1].tag in _TRIMMED or words[j - 1].key in job_lexicon().words["trailing_adverbs"]
    ):
        j -= 1
    return j


def _is_break(words: Sequence[Word], j: int, first: int, *, has_object: bool, joined: int) -> bool:
    word = words[j]
    following = words[j + 1] if j + 1 < len(words) else None
    if word.key in ("etc", "e.g", "i.e"):
        return True
    if word.tag is Tag.TO:
        if following is None or following.text.startswith("<") or following.tag is Tag.VERB:
            return True
        return _is_adverbial(words, j + 1) or (has_object and joined > 0)
    if word.tag is Tag.PREPOSITION:
        return _is_prepositional_break(words, j, words[first], has_object=has_object, joined=joined)
    if word.tag in (Tag.AND, Tag.COMMA):
        return _is_list_break(words, j, first, has_object=has_object)
    if word.tag is Tag.PRONOUN:
        return word.key in ("you", "we", "they", "it", "he", "she", "i")
    return has_object and word.tag in (Tag.VERB, Tag.GERUND) and words[j - 1].tag is not Tag.DETERMINER


def _is_adverbial(words: Sequence[Word], j: int) -> bool:
    return j + 1 < len(words) and words[j].tag is Tag.ADVERB and words[j + 1].tag is Tag.VERB


def _is_prepositional_break(words: Sequence[Word], j: int, verb: Word, *, has_object: bool, joined: int) -> bool:
    lists = job_lexicon().words
    key = words[j].key
    rest = words[j + 1 : j + 4]
    if not rest or key in ("including", "plus") or rest[0].text.startswith("<"):
        return True
    if key == "as":
        return rest[0].key in lists["as_needed"] or words[j - 1].key in ("such", "well")
    if key == "in" and any(word.key in lists["asides"] for word in rest[:2]):
        return True
    if not has_object:
        return key in ("by", "through") and verb.tag is Tag.VERB
    if key == "of":
        return words[j - 1].key in lists["group_nouns"] and rest[0].tag is not Tag.DETERMINER
    if key in lists["closing_prepositions"] or rest[0].tag is Tag.GERUND or joined > 0:
        return True
    return rest[0].tag is Tag.DETERMINER and key not in ("to", "into", "from", "across", "at")


def _is_list_break(words: Sequence[Word], j: int, first: int, *, has_object: bool) -> bool:
    """Whether the next thing of a list is another activity, or nothing that belongs to this one."""
    k = j + 1
    while k < len(words) and words[k].tag in (Tag.AND, Tag.COMMA, Tag.ADVERB):
        k += 1
    if k >= len(words):
        return True
    if words[k].key in job_lexicon().words["stops_a_list"] or is_quality(words[k]):
        return True
    if words[k].tag in (Tag.VERB, Tag.GERUND):
        return has_object
    return words[k].tag not in (Tag.NOUN, Tag.ACTION, Tag.DETERMINER)


def _with_adverb(words: Sequence[Word], i: int) -> int:
    """ "To effectively communicate" begins with its adverb."""
    while i > 0 and (
        (words[i - 1].tag is Tag.ADVERB and words[i - 1].key.endswith("ly")) or _joins_adverbs(words, i - 1)
    ):
        i -= 1
    return i


def _says_something(words: Sequence[Word], first: int, last: int) -> bool:
    """A bare verb says nothing, except after "able to"; with an object or an adverb it does."""
    rest = words[first + 1 : last]
    if _is_offered(rest):
        return False
    if not rest and first > 1 and words[first - 1].tag is Tag.TO:
        return words[first - 2].key in job_lexicon().words["able"]
    return any(word.tag in (Tag.NOUN, Tag.ACTION, Tag.ADVERB, Tag.GERUND) for word in rest)


def _is_offered(rest: Sequence[Word]) -> bool:
    """ "Grow with us", "improve your skills" """
    offered = job_lexicon().words["offered"]
    keys = [word.key for word in rest]
    return "us" in keys or any(key == "your" and keys[i + 1] in offered for i, key in enumerate(keys[:-1]))
