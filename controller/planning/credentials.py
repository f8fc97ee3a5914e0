"""Requirements that a paper or a test shows and no story from work: degrees, certificates, languages one speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from schema.vocabulary import SkillCategory
from seeds.skills import load_skills

_PAPER = re.compile(
    r"\b(?:degree|diploma|bachelor['’]?s?|master['’]s|ph\.?\s?d|doctorate|abitur|high school|ged"
    r"|graduat(?:e|es|ion)(?! (?:recruit|program|scheme|hiring|train|intern))"
    r"|(?:business|law|university|college) studies"
    r"|b\.?\s?tech|m\.?\s?tech|b\.?\s?com|m\.?\s?com|b\.?\s?sc|m\.?\s?sc|b\.\s?e\.|m\.\s?e\.|bca|mca|mba|bba"
    r"|ca inter|cpa|chartered accountant|certificat(?:e|ion)"
    r"|driv(?:ing|er['’]?s) licen[cs]e|work permit)(?!\w)",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:experience|knowledge|proficien|familiar|understanding|background in|ability|skills? in|command of)",
    re.IGNORECASE,
)
_DONE_IN_IT = re.compile(r"\b(?:writ|present|translat|negotiat|sell|teach|support)\w*ing\b", re.IGNORECASE)
_AS_A_VERB = re.compile(r"Polish (?:the|and|our|your|a)\b")
_NOT_WORK = frozenset(
    {SkillCategory.FIELD_OF_STUDY, SkillCategory.CERTIFICATION, SkillCategory.HUMAN_LANGUAGE, SkillCategory.SOFT_SKILL}
)


def is_credential(phrase: str, skills: Sequence[str]) -> bool:
    """Whether nothing is asked for but a paper or a language. `skills`: the vocabulary's names that stand in it.

    A line that asks for work beside the degree ("a degree and experience with SQL") is no credential.
    """
    papers = list(_PAPER.finditer(phrase))
    after = phrase[papers[-1].end() :].casefold() if papers else ""
    subject = after if after.startswith((" in ", " of ")) else ""
    if any(_is_craft(name) and name.casefold() not in subject for name in skills):
        return False
    if papers:
        return not _WORK.search(phrase)
    spoken = _languages().search(phrase)
    return spoken is not None and not _DONE_IN_IT.search(phrase) and not _AS_A_VERB.match(phrase)


def _is_craft(name: str) -> bool:
    """Whether a skill is one that work shows."""
    known = load_skills()
    return name in known and known[name].category not in _NOT_WORK


@lru_cache(maxsize=1)
def _languages() -> re.Pattern[str]:
    """Any human language by its name, written as names are."""
    names = [name for name, skill in load_skills().items() if skill.category is SkillCategory.HUMAN_LANGUAGE]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
