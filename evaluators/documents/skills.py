"""Finds the skills of the vocabulary in a text, whatever alias they go by, and names them canonically."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from schema.vocabulary import SkillCategory, SkillKind
from seeds.skills import WORD, Key, Skill, compared, key_of, load_skills

MIN_JOINED = 3
NEAR_WORDS = 3  # a word that shows what is meant stands this many words before or after at most

# What may stand between two words of one skill, and between two skills of a list.
_JOINT = re.compile(r"[^\S\n]*[-–/_'’.]?[^\S\n]*\n?[^\S\n]*")
_LISTED = re.compile(r"[\s,;/|•·▪&+()\[\]-]*(?:\b(?:and|or)\b[\s,/(]*)*", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"\b(?:in|with|using|know|knows|knowing|of|on|like|write|written in|writing|learn|or|and)\s+$", re.IGNORECASE
)
_COMMA = re.compile(r"\s*[,/|;•]\s*$")
_ENDS = re.compile(r"[ .;)]*(?:\n|$)")
_INNER_DOT = re.compile(r"\w\.\w")
_ALTERNATIVES = re.compile(r",?\s+(?:and/)?or\s+(?:an)?(?:other|similar|equivalent|comparable)\b", re.IGNORECASE)
_YEAR = re.compile(r"[\s,']*(?:19|20)\d\d\b")
_MAX_LIST_GAP = 12  # characters


@dataclass(frozen=True, slots=True)
class FoundSkill:
    """A skill where a text names it, at characters [start, end). `name` is canonical, whatever the text calls it."""

    name: str
    start: int
    end: int
    kind: SkillKind
    category: SkillCategory


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node]
    form: _Form | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling. `near` is None where the spelling is enough by itself."""

    skill: Skill
    spelling: str
    near: frozenset[str] | None


@dataclass(slots=True)
class _Hit:
    form: _Form
    first: int  # index of the first word
    last: int  # index after the last word
    start: int
    end: int
    sure: bool


def find_skills(text: str) -> tuple[FoundSkill, ...]:
    """Every skill that the text names, in its order, longest name first, none overlapping. Linear in the text.

    A spelling that is also an everyday word ("Go", "Excel", "C") counts only in company: beside another skill of a
    list, after "in", "with" and the like, or near a word that shows what is meant, and as it is written.
    """
    words = [(match.start(), match.end(), compared(match.group())) for match in WORD.finditer(text)]
    hits = _candidates(text, words)
    for hit in hits:
        hit.sure = hit.form.near is None or _is_meant(text, words, hit)
    _spread(text, hits)
    return tuple(_found(hit) for hit in hits if hit.sure)


def canonical(name: str) -> str | None:
    """The canonical name of a skill by any of its names ("k8s" → "Kubernetes"); null where the vocabulary has none."""
    form = _forms().get(key_of(name))
    return form.skill.name if form else None


def everyday_spellings(name: str) -> tuple[str, ...]:
    """The spellings of a canonical name that are also everyday words ("Go"), and say little without their company."""
    skill = load_skills().get(name)
    return tuple(skill.careful) if skill else ()


@cache
def _forms() -> dict[Key, _Form]:
    skills = load_skills().values()
    forms = {
        key_of(spelling): _Form(skill, spelling, skill.careful.get(spelling))
        for skill in skills
        for spelling in skill.spellings
    }
    for skill in skills:  # "NodeJS" is "Node.js"
        for spelling in skill.spellings:
            if _INNER_DOT.search(spelling):
                joined = spelling.replace(".", "")
                if len(joined) <= MIN_JOINED:  # "B.E." is not "be"
                    continue
                forms.setdefault(key_of(joined), _Form(skill, joined, None))
    return forms


@cache
def _trie() -> _Node:
    root = _Node({})
    for key, form in _forms().items():
        node = root
        for word in key:
            node = node.children.setdefault(word, _Node({}))
        node.form = form
    return root


def _candidates(text: str, words: Sequence[tuple[int, int, str]]) -> list[_Hit]:
    hits: list[_Hit] = []
    first = 0
    while first < len(words):
        hit = _longest(text, words, first)
        if hit is not None:
            hits.append(hit)
        first = hit.last if hit is not None else first + 1
    return hits


def _longest(text: str, words: Sequence[tuple[int, int, str]], first: int) -> _Hit | None:
    node = _trie().children.get(words[first][2])
    hit, at = None, first
    while node is not None:
        if node.form is not None and _is_whole(text, words, first, at, node.form):
            hit = _Hit(node.form, first, at + 1, words[first][0], words[at][1], sure=False)
        if at + 1 == len(words) or not _JOINT.fullmatch(text, words[at][1], words[at + 1][0]):
            break
        at += 1
        node = node.children.get(words[at][2])
    return hit


def _is_whole(text: str, words: Sequence[tuple[int, int, str]], first: int, last: int, form: _Form) -> bool:
    """A name of one word may gain a plural and lose none: "sale" is not "sales"."""
    if first != last:
        return True
    found, spelling = text[words[first][0] : words[last][1]].casefold(), form.spelling.casefold()
    return found == spelling or not spelling.endswith("s") or found.endswith("s")


def _is_meant(text: str, words: Sequence[tuple[int, int, str]], hit: _Hit) -> bool:
    """Whether an ambiguous spelling is written as the skill is and introduced as one."""
    if text[hit.start : hit.end] != hit.form.spelling or _is_part(text, hit):
        return False
    near = hit.form.near or frozenset()
    around = [*words[max(0, hit.first - NEAR_WORDS) : hit.first], *words[hit.last : hit.last + NEAR_WORDS]]
    if any(word in near for _, _, word in around):
        return True
    if _ALTERNATIVES.match(text, hit.end):
        return True
    return bool(_INTRODUCED.search(text, max(0, hit.start - 16), hit.start)) and not _YEAR.match(text, hit.end)


def _is_part(text: str, hit: _Hit) -> bool:
    """ "C" of "C-level" and "R" of "R&D" are parts of other names."""
    after, before = text[hit.end : hit.end + 2], text[max(0, hit.start - 2) : hit.start]
    joined_after = len(after) == 2 and after[0] in "-&'’." and after[1].isalnum()
    joined_before = len(before) == 2 and before[1] in "-&'’." and before[0].isalnum()
    return joined_after or joined_before


def _spread(text: str, hits: Sequence[_Hit]) -> None:
    """Ambiguous spellings beside a sure skill of a list are sure: "Python, C, Go"."""
    for ahead, order in ((1, range(len(hits))), (-1, range(len(hits) - 1, -1, -1))):
        for i in order:
            if not hits[i].sure and _is_listed(text, hits, i, i - ahead):
                hits[i].sure = True


def _is_listed(text: str, hits: Sequence[_Hit], i: int, other: int) -> bool:
    if not 0 <= other < len(hits) or not hits[other].sure or _is_part(text, hits[i]):
        return False
    low, high = sorted((i, other))
    between = text[hits[low].end : hits[high].start]
    if len(between) > _MAX_LIST_GAP or not between.strip() or not _LISTED.fullmatch(between):
        return between.count("\n") == 1 and not between.strip() and _is_written(text, hits[i])
    return _is_written(text, hits[i]) or _between_two(text, hits, i)


def _between_two(text: str, hits: Sequence[_Hit], i: int) -> bool:
    """A list in small letters: "java, go, rust". Its first or last item may end the line."""
    before = text[hits[i - 1].end : hits[i].start] if i else (text[max(0, hits[i].start - 3) : hits[i].start] or "\n")
    after = text[hits[i].end : hits[i + 1].start] if i + 1 < len(hits) else text[hits[i].end : hits[i].end + 3]
    commas = [bool(_COMMA.match(gap)) for gap in (before, after)]
    return all(commas) or (commas[0] and bool(_ENDS.match(after))) or (commas[1] and before.endswith(("\n", ": ")))


def _is_written(text: str, hit: _Hit) -> bool:
    return text[hit.start : hit.end] == hit.form.spelling


def _found(hit: _Hit) -> FoundSkill:
    skill = hit.form.skill
    return FoundSkill(skill.name, hit.start, hit.end, skill.kind, skill.category)
