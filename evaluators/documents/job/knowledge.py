"""What the candidate knows: named tools, fields, degrees and languages, and what follows "knowledge of"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evaluators.documents.job.abilities import Range
from evaluators.documents.job.degrees import degrees
from evaluators.documents.job.layout import Sentence
from evaluators.documents.job.lexicon import Section, job_lexicon
from evaluators.documents.job.tagging import PHRASE, Tag, Word
from evaluators.documents.skills import FoundSkill
from schema.vocabulary import SkillCategory, SkillKind

MAX_LISTED = 60  # words after a cue
_ADJECTIVE = ("al", "-carrying", "-facing", "ful", "ive", "ous", "ent", "ant", "able", "ible")
_BETWEEN = frozenset({Tag.COMMA, Tag.AND, Tag.OPEN, Tag.CLOSE})
_TECHNICAL = re.compile(r".*(?:\d|[a-z][A-Z]|\w[.+#/]\w?|^[A-Z]{2,6}s?$)")
_VERSION = re.compile(r"v?\.?\d+(?:\.[\dx]+)*\+?")
_NESTED = frozenset(
    {
        SkillCategory.PROGRAMMING_LANGUAGE, SkillCategory.WEB, SkillCategory.DATABASE, SkillCategory.CLOUD,
        SkillCategory.HUMAN_LANGUAGE, SkillCategory.CERTIFICATION, SkillCategory.MACHINE_LEARNING_AND_STATISTICS,
        SkillCategory.OFFICE_AND_ENTERPRISE_SYSTEMS, SkillCategory.DEVOPS_AND_INFRASTRUCTURE,
    }
)  # fmt: skip
# Names that are knowledge also where a duty mentions them; "compliance" there only says what the work is about.
_TOOLS = _NESTED | {
    SkillCategory.DATA_ENGINEERING_AND_BI, SkillCategory.SOFTWARE_PRACTICE, SkillCategory.MOBILE_AND_DEVICES,
    SkillCategory.FIELD_OF_STUDY,
}  # fmt: skip


def known_things(
    words: Sequence[Word], sentence: Sentence, named: Sequence[FoundSkill], done: Sequence[Range]
) -> list[Range]:
    """Ranges of words that name something known, in order. `named`: vocabulary; `done`: what is taken as activity."""
    hits = {span: hit for hit in named if hit.kind is SkillKind.KNOWLEDGE and (span := _words_of(words, hit))}
    if sentence.section is Section.STACK:
        return _stack(words, list(hits))
    if sentence.section is Section.INDUSTRY:
        return list(_industries(words))
    taken = [False] * len(words)
    for first, last in done:
        taken[first:last] = [True] * (last - first)
    found: list[Range] = []
    for span in _candidates(words, sentence, hits, taken):
        if span[0] < span[1] and not any(span[0] < other[1] and other[0] < span[1] for other in found):
            found.append(span)
    return sorted(found)


def is_row(words: Sequence[Word]) -> bool:
    """Whether words stand in a row without saying anything: "java spring docker", "Java, Spring, Docker"."""
    return all(word.tag in PHRASE or word.tag in _BETWEEN or word.tag in (Tag.STOP, Tag.VERB) for word in words)


def _candidates(
    words: Sequence[Word], sentence: Sentence, hits: dict[Range, FoundSkill], taken: Sequence[bool]
) -> Iterator[Range]:
    yield from degrees(words)
    cued = [*_cued(words, list(hits)), *_fields(words, list(hits)), *_before_heads(words)]
    if sentence.section in (Section.MUST_HAVE, Section.NICE_TO_HAVE) and sentence.opens:
        cued += _bare(words, list(hits))
    for span in cued:
        if not any(taken[span[0] : span[1]]):
            yield span
    asked = sentence.section in (Section.MUST_HAVE, Section.NICE_TO_HAVE)
    for span, hit in hits.items():
        if _is_borne(words, span):
            continue
        if any(taken[span[0] : span[1]]):
            if any(word.text != word.key for word in words[span[0] : span[1]]):  # a name, not "reporting" or "testing"
                yield _without_praise(words, span)
        elif asked or hit.category in _TOOLS:
            yield _carried(words, _without_praise(words, span), list(hits))


def _words_of(words: Sequence[Word], hit: FoundSkill) -> Range | None:
    inside = [i for i, word in enumerate(words) if word.start < hit.end and hit.start < word.end]
    return (inside[0], inside[-1] + 1) if inside else None


def _without_praise(words: Sequence[Word], span: Range) -> Range:
    first, last = span
    while first < last - 1 and words[first].key in job_lexicon().words["vague_adjectives"]:
        first += 1
    return first, last


def _is_borne(words: Sequence[Word], span: Range) -> bool:
    """Whether a skill only names a person or a team: "the DevOps team", "a Java developer"."""
    bearers = job_lexicon().words["bearers"]
    for word in words[span[1] : span[1] + 3]:
        if word.key in bearers:
            return True
        if word.tag not in (Tag.NOUN, Tag.ACTION):
            return False
    return False


def _carried(words: Sequence[Word], span: Range, hits: Sequence[Range]) -> Range:
    """A hit with what belongs to its name: "Spring framework", "Azure Data Lake"."""
    last = span[1]
    others = {hit[0] for hit in hits}
    while last < len(words) and last not in others and _VERSION.fullmatch(words[last].text):
        last += 1
    if last < len(words) and words[last].key in job_lexicon().words["carried_heads"]:
        last += 1
    return span[0], last


# ------------------------------------------------------------------ rows of tags


def _stack(words: Sequence[Word], hits: Sequence[Range]) -> list[Range]:
    """Every tag of a row: each word where nothing divides them, else what stands between the commas."""
    if any(word.tag is Tag.COMMA and word.key == "," for word in words):
        return list(_between_commas(words))
    if all(word.text == word.key for word in words):
        return [(i, i + 1) for i, word in enumerate(words) if word.tag in PHRASE and word.text[0] != "<"]
    free = [True] * len(words)
    for first, last in hits:
        free[first:last] = [False] * (last - first)
    plain = [(i, i + 1) for i, word in enumerate(words) if free[i] and word.tag in PHRASE and word.text[0] != "<"]
    return sorted([*hits, *plain])


def _between_commas(words: Sequence[Word]) -> Iterator[Range]:
    first = 0
    for i, word in enumerate([*words, None]):
        if word is None or word.tag in (Tag.COMMA, Tag.STOP, Tag.AND):
            if first < i:
                yield first, i
            first = i + 1


def _industries(words: Sequence[Word]) -> Iterator[Range]:
    names = job_lexicon().words["industries"]
    i = 0
    while i < len(words):
        sizes = (n for n in (4, 3, 2, 1) if i + n <= len(words))
        size = next((n for n in sizes if "_".join(word.key for word in words[i : i + n]) in names), 0)
        if size:
            yield i, i + size
        i += size or 1


# ------------------------------------------------------------------ cues


def _cued(words: Sequence[Word], hits: Sequence[Range]) -> Iterator[Range]:
    """The things listed after "experience with", "knowledge of", "proficient in" and their like."""
    lists = job_lexicon().words
    i = 0
    while i + 1 < len(words):
        word, j = words[i], i + 1
        if word.key not in lists["knowledge_cues"]:
            i += 1
            continue
        if words[j].key in lists["knowledge_links"]:
            j += 1
        elif word.key not in ("understands", "understand", "knows", "fluent"):
            i += 1
            continue
        spans, i = _listed(words, j, hits)
        weak = word.key.startswith(("passion", "interest"))
        yield from (span for span in spans if not weak or any(_within(hit, span) for hit in hits))


def _fields(words: Sequence[Word], hits: Sequence[Range]) -> Iterator[Range]:
    """ "In the field of robotics", "within the areas of tax and audit" """
    for i, word in enumerate(words[:-2]):
        if word.key in ("field", "fields", "area", "areas", "discipline") and words[i + 1].key in ("of", ":"):
            yield from _listed(words, i + 2, hits)[0]


def _bare(words: Sequence[Word], hits: Sequence[Range]) -> Iterator[Range]:
    """Things that a requirement lists without a word about them: "React or other modern web frameworks"."""
    start = 0
    while start < len(words) and words[start].tag in (Tag.STOP, Tag.DETERMINER, Tag.ADVERB):
        start += 1
    if start < len(words) and words[start].tag is Tag.GERUND:
        return
    found = False
    for span in _listed(words, start, hits)[0]:
        named = any(_within(hit, span) for hit in hits)
        general = words[span[1] - 1].key in job_lexicon().words["carried_heads"]
        if named or any(_TECHNICAL.match(word.text) for word in words[span[0] : span[1]]) or (found and general):
            found = True
            yield span


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _listed(words: Sequence[Word], first: int, hits: Sequence[Range]) -> tuple[list[Range], int]:
    """The noun phrases of a list from word `first` on, and where the list ends."""
    spans: list[Range] = []
    j = first
    while j < min(len(words), first + MAX_LISTED):
        word = words[j]
        if word.tag in PHRASE:
            last = _phrase_end(words, j)
            spans.extend(_things(words, j, last, hits))
            j = last
        elif _goes_on(words, j):
            j += 1
        else:
            break
    return spans, max(j, first)


def _goes_on(words: Sequence[Word], j: int) -> bool:
    """Whether a list reaches over this word: a comma, "and", "such as", "versions of"."""
    lists = job_lexicon().words
    word = words[j]
    if word.tag in _BETWEEN or word.tag in (Tag.DETERMINER, Tag.ADVERB) or word.key == ":":
        return True
    generic = word.key in ("of", "in") and words[j - 1].key in lists["generic_nouns"]
    return generic or word.key in lists["list_openers"]


def _phrase_end(words: Sequence[Word], first: int) -> int:
    """The end of a noun phrase, a joined last activity included: "cloud adoption and migration"."""
    last = first
    while last < len(words) and words[last].tag in PHRASE and (last == first or words[last].tag is not Tag.GERUND):
        last += 1
    if last - first == 1 and (shared := _shared_end(words, last)):
        return shared
    if (
        last - first > 1
        and words[last - 1].tag is Tag.ACTION
        and last + 1 < len(words)
        and words[last].key == "and"
        and words[last + 1].tag is Tag.ACTION
        and (last + 2 == len(words) or words[last + 2].tag not in PHRASE)
    ):
        return last + 2
    return last


def _shared_end(words: Sequence[Word], joint: int) -> int:
    """The end of "unit and functional testing" from its "and"; 0 where the second thing is one of its own."""
    if joint >= len(words) or words[joint].tag is not Tag.AND:
        return 0
    last = joint + 1
    while last < len(words) and words[last].tag in PHRASE and words[last].tag is not Tag.GERUND:
        last += 1
    return last if last - joint == 3 and words[last - 1].key in job_lexicon().words["shared_heads"] else 0


def _things(words: Sequence[Word], first: int, last: int, hits: Sequence[Range]) -> Iterator[Range]:
    """One noun phrase without its praise: cut where the vocabulary knows several things in it."""
    lists = job_lexicon().words
    if words[first].key in lists["stand_ins"]:
        return
    while first < last and (words[first].key in lists["vague_adjectives"] or words[first].key in lists["modes"]):
        first += 1
    while first < last and words[last - 1].key in lists["trailing"]:
        last -= 1
    if (
        first < last - 1
        and words[first].key[0].isdigit()
        and words[first + 1].key.startswith(("year", "yr", "month", "week", "day"))
    ):
        return
    inside = [hit for hit in hits if _within(hit, (first, last))]
    if first >= last or (words[first].tag is Tag.GERUND and (last - first > 1 or not inside)):
        return
    shared = any(word.tag is Tag.AND for word in words[first:last])
    if not inside and words[last - 1].key in lists["generic_nouns"] and _says_nothing(words[first : last - 1]):
        return
    technical = sum(bool(_TECHNICAL.match(word.text)) for word in words[first:last])
    if len(inside) > 1 and not shared:
        yield from (_carried(words, hit, inside) for hit in inside)
    elif last - first > 2 and technical > 1:
        yield from ((i, i + 1) for i in range(first, last))
    elif (inside or not all(word.key in lists["generic_nouns"] for word in words[first:last])) and not any(
        word.text.startswith("<") for word in words[first:last]
    ):
        yield first, last


def _says_nothing(words: Sequence[Word]) -> bool:
    """ "Quantitative" of "a quantitative field" """
    lists = job_lexicon().words
    return all(
        word.key in lists["generic_nouns"] or word.key in lists["vague_adjectives"] or word.key.endswith(_ADJECTIVE)
        for word in words
    )


def _before_heads(words: Sequence[Word]) -> Iterator[Range]:
    """ "Procurement experience", "solid business understanding" """
    lists = job_lexicon().words
    for i, word in enumerate(words):
        if word.key not in ("experience", "knowledge", "expertise", "understanding", "insight", "background"):
            continue
        first = i
        while first > 0 and words[first - 1].tag in PHRASE and words[first - 1].key not in lists["vague_adjectives"]:
            first -= 1
        keys = [w.key for w in words[first:i]]
        if keys and (keys[-1] in lists["felt_by"] or keys[0][0].isdigit() or keys[-1].endswith("ed")):
            continue
        included = bool(keys) and keys[-1] in lists["including_heads"]
        if not keys or (all(key in lists["generic_nouns"] for key in keys) and not included):
            continue
        if keys[-1].endswith(_ADJECTIVE) and not included and i - first == 1:
            continue
        if words[first].tag is not Tag.GERUND and not (included and word.key in ("experience", "background")):
            yield first, i + included
