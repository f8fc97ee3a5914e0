"""How a role works: with its own hands or through others, with many parties or many tasks (specification 5.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from schema.documents import JobExtract
from schema.vocabulary import CompanyArchetype, RoleArchetype, RoleCategory, Seniority

# People who manage people. A product, account or project manager leads no team by that title alone.
_MANAGER_TITLE = re.compile(
    r"\b(?:head of|director|vice president|vp|team lead(?:er)?|group lead|people manager|engineering manager"
    r"|(?:sales|operations|support|marketing|finance|design|data|security|plant|store|branch|regional|area|general|hr"
    r"|office|delivery|service|qa|it|research|risk|audit|compensation|talent acquisition|customer success) manager"
    r"|supervisor|chief)\b",
    re.IGNORECASE,
)
_MANAGES = re.compile(
    r"\b(?:manag(?:e|es|ing)|lead(?:s|ing)?|supervis(?:e|es|ing)|build(?:ing)?|grow(?:ing)?|mentor(?:ing)?"
    r"|coach(?:ing)?) (?:and \w+ )?(?:a |the |our |an? \w+ |your )?"
    r"(?:(?:small|large|growing|cross-functional|global|remote) )?"
    r"(?:teams?|staff|people|direct reports|employees|group)\b"
    r"|\bdirect reports\b|\bpeople management\b|\bline manage|\bperformance reviews?\b|\bhiring (?:and|,)",
    re.IGNORECASE,
)
_STAKEHOLDERS = re.compile(
    r"\b(?:stakeholders?|cross[- ]functional|clients?|customers?|executives?|leadership|influence|partners?|partnering"
    r"|negotiat\w+|present(?:ing|ations?)?|liais\w+|align(?:ing|ment)?|collaborat\w+|vendors?|board|relationships?)\b",
    re.IGNORECASE,
)
_EXECUTION = re.compile(
    r"\b(?:hands[- ]on|deliver\w*|execut\w+|process(?:es|ing)?|daily|deadlines?|build\w*|implement\w*|maintain\w*"
    r"|operat\w+|test\w*|deploy\w*|prepar\w+|report\w*|document\w*|monitor\w*|track\w*|targets?|quota|tickets?"
    r"|schedul\w+)\b",
    re.IGNORECASE,
)
_BY_CATEGORY: Mapping[RoleCategory, frozenset[RoleArchetype]] = MappingProxyType(
    {
        RoleCategory.SWE: frozenset({RoleArchetype.EXECUTION_HEAVY}),
        RoleCategory.DATA: frozenset({RoleArchetype.EXECUTION_HEAVY}),
        RoleCategory.PM: frozenset({RoleArchetype.STAKEHOLDER_HEAVY}),
        RoleCategory.DESIGN: frozenset({RoleArchetype.EXECUTION_HEAVY, RoleArchetype.STAKEHOLDER_HEAVY}),
        RoleCategory.SALES: frozenset({RoleArchetype.STAKEHOLDER_HEAVY}),
        RoleCategory.MARKETING: frozenset({RoleArchetype.EXECUTION_HEAVY, RoleArchetype.STAKEHOLDER_HEAVY}),
        RoleCategory.OPS: frozenset({RoleArchetype.EXECUTION_HEAVY}),
        RoleCategory.FINANCE: frozenset({RoleArchetype.EXECUTION_HEAVY}),
        RoleCategory.CONSULTING: frozenset({RoleArchetype.STAKEHOLDER_HEAVY}),
        RoleCategory.PEOPLE: frozenset({RoleArchetype.STAKEHOLDER_HEAVY}),
        RoleCategory.SUPPORT: frozenset({RoleArchetype.EXECUTION_HEAVY}),
        RoleCategory.SECURITY: frozenset({RoleArchetype.EXECUTION_HEAVY}),
        RoleCategory.QUANT: frozenset({RoleArchetype.EXECUTION_HEAVY}),
    }
)
_CLEARLY = 1.5  # one sort of words must be this much more frequent than the other to decide alone
_ENOUGH = 4  # words of both sorts; fewer say nothing
# Completes "as it comes up in …".
PLACES: Mapping[CompanyArchetype, str] = MappingProxyType(
    {
        CompanyArchetype.STARTUP: "a startup",
        CompanyArchetype.MID: "a mid-sized company",
        CompanyArchetype.ENTERPRISE: "a large company",
        CompanyArchetype.ENTERPRISE_SERVICES: "a services company",
        CompanyArchetype.CONSUMER: "a company with many consumers",
        CompanyArchetype.FINTECH: "a company that moves money",
        CompanyArchetype.SAAS: "a software company",
        CompanyArchetype.EDTECH: "an education company",
        CompanyArchetype.INDUSTRIAL: "an industrial company",
        CompanyArchetype.TELECOM: "a telecoms company",
        CompanyArchetype.REGULATED: "a regulated business",
        CompanyArchetype.HIGH_GROWTH_SALES: "a fast-growing sales organisation",
    }
)


def role_archetypes(
    category: RoleCategory, role_title: str, seniority: Seniority, job: JobExtract | None
) -> tuple[RoleArchetype, ...]:
    """Individual or manager, then stakeholder- or execution-heavy or both: from title, level and description."""
    text = "\n".join((*job.responsibilities, *job.must_have)) if job is not None else ""
    duties = "\n".join(job.responsibilities) if job is not None else ""
    manages = bool(_MANAGER_TITLE.search(role_title)) or (
        seniority is not Seniority.ENTRY and bool(_MANAGES.search(duties))
    )
    leans = _leaning(text) or _BY_CATEGORY[category]
    first = RoleArchetype.MANAGER if manages else RoleArchetype.INDIVIDUAL
    return (first, *(archetype for archetype in RoleArchetype if archetype in leans))


def _leaning(text: str) -> frozenset[RoleArchetype]:
    """What the description's own words lean to; empty where they say too little."""
    others, tasks = len(_STAKEHOLDERS.findall(text)), len(_EXECUTION.findall(text))
    if others + tasks < _ENOUGH:
        return frozenset()
    if others > _CLEARLY * tasks:
        return frozenset({RoleArchetype.STAKEHOLDER_HEAVY})
    if tasks > _CLEARLY * others:
        return frozenset({RoleArchetype.EXECUTION_HEAVY})
    return frozenset({RoleArchetype.STAKEHOLDER_HEAVY, RoleArchetype.EXECUTION_HEAVY})
