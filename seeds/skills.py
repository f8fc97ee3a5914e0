"""The skill vocabulary: reads and validates skills/*.yaml, and says how two spellings of a skill compare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

import yaml
from pydantic import Field, ValidationError

from schema.base import Shape
from schema.vocabulary import SkillCategory, SkillKind

Key = tuple[str, ...]
"""The words of a spelling in their compared form: "Front-End" and "front ends" are both ("front", "end")."""

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# A word keeps its pluses and sharps ("C++", "F#"), and its dot where it begins with one (".NET").
WORD = re.compile(r"(?<!\w)\.[A-Za-z]+(?![^\W_])|[^\W_]+(?:[+#]+(?![^\W_]))?|&")
_SPELLINGS = (
    (re.compile(r"is(ation|ing|ed|er|e)$"), r"iz\1"),
    (re.compile(r"lling$"), "ling"),
    (re.compile(r"our$"), "or"),
)
_LONGEST_ACRONYM = 5  # "SSRS" is no plural of "SSR"
_LONG = 6  # shorter words are not respelt: "rise" is not "rize", "hour" is not "hor"


class SkillsError(Exception):
    """The vocabulary can't be used. `str()` names the file and the entry."""


class _File(Shape):
    """A file of the vocabulary as it is written: canonical name → aliases, and the forms that need company."""

    category: SkillCategory
    kind: SkillKind
    skills: dict[str, tuple[str, ...]] = Field(min_length=1)
    careful: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill. `aliases`: other names of the same thing.

    `careful`: those of its spellings that are also everyday words or names, each with words that show that the skill
    is meant when they stand near.
    """

    name: str
    kind: SkillKind
    category: SkillCategory
    aliases: tuple[str, ...]
    careful: Mapping[str, frozenset[str]]

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@cache
def load_skills() -> Mapping[str, Skill]:
    """The vocabulary that ships, by canonical name. Raises SkillsError when it contradicts itself."""
    return read_skills(resources.files("seeds").joinpath("skills"))


def read_skills(folder: Traversable) -> Mapping[str, Skill]:
    """The vocabulary in `folder`/*.yaml. Raises SkillsError with file and entry."""
    skills: dict[str, Skill] = {}
    owners: dict[Key, str] = {}
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    for file in files:
        for skill in _read(file):
            _claim_spellings(skill, owners, file.name)
            skills[skill.name] = skill
    return MappingProxyType(skills)


@lru_cache(maxsize=65536)
def compared(word: str) -> str:
    """A word without case, plural and the difference between British and American spelling."""
    text = word.casefold()
    acronym = len(word) <= _LONGEST_ACRONYM and word.isupper()
    if len(text) > 3 and text.endswith("s") and not text.endswith("ss") and not acronym:
        text = text[:-1]
    if len(text) > _LONG:
        for pattern, replacement in _SPELLINGS:
            text = pattern.sub(replacement, text)
    return text


def key_of(spelling: str) -> Key:
    """The compared form of a whole spelling; empty where it has no word."""
    return tuple(compared(match.group()) for match in WORD.finditer(spelling.replace("’", "'")))


def _read(file: Traversable) -> Iterator[Skill]:
    try:
        content = _File.model_validate(yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER))  # noqa: S506
    except (yaml.YAMLError, ValidationError) as error:
        raise SkillsError(f"{file.name}: {error}") from error
    spelt = {spelling for name, aliases in content.skills.items() for spelling in (name, *aliases)}
    if unknown := set(content.careful) - spelt:
        raise SkillsError(f"{file.name}: careful: {sorted(unknown)[0]!r} is no spelling of a skill in this file")
    for name, aliases in content.skills.items():
        careful = {
            spelling: frozenset(compared(word) for word in content.careful[spelling])
            for spelling in (name, *aliases)
            if spelling in content.careful
        }
        yield Skill(name, content.kind, content.category, aliases, MappingProxyType(careful))


def _claim_spellings(skill: Skill, owners: dict[Key, str], file: str) -> None:
    for spelling in skill.spellings:
        key = key_of(spelling)
        if not key or spelling != spelling.strip():
            raise SkillsError(f"{file}: {skill.name}: {spelling!r} is no spelling")
        if key in owners:
            raise SkillsError(f"{file}: {skill.name}: {spelling!r} already means {owners[key]!r}")
        owners[key] = skill.name
