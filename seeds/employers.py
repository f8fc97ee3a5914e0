"""Reads the companies and their blueprints: what a company publishes about how it hires, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from schema.companies import Blueprint, Company
from schema.patterns import QuestionPattern
from seeds.reading import CatalogError, parsed, yaml_list


def read_companies(file: Traversable) -> dict[str, Company]:
    """The companies by name; no two share a name or an alias. Raises CatalogError."""
    companies: dict[str, Company] = {}
    owners: dict[str, str] = {}
    for item in yaml_list(file):
        company = parsed(Company, file.name, item, "name")
        for name in (company.name, *company.aliases):
            if name.casefold() in owners:
                raise CatalogError(file.name, company.name, f"{name!r} already names {owners[name.casefold()]!r}")
            owners[name.casefold()] = company.name
        companies[company.name] = company
    return companies


def read_blueprints(
    file: Traversable,
    companies: Mapping[str, Company],
    patterns: Mapping[str, QuestionPattern],
    dimensions: frozenset[str],
) -> tuple[Blueprint, ...]:
    """The blueprints, one for a company, role category and seniority at most. Raises CatalogError."""
    found: dict[tuple[str, str, str], Blueprint] = {}
    for item in yaml_list(file):
        blueprint = parsed(Blueprint, file.name, item, "company")
        place = (blueprint.company, blueprint.role_category.value, blueprint.seniority.value)
        key = " ".join(place)
        if blueprint.company not in companies:
            raise CatalogError(file.name, key, f"unknown company {blueprint.company!r}")
        if place in found:
            raise CatalogError(file.name, key, "this blueprint stands twice")
        for pattern in blueprint.question_patterns:
            if pattern not in patterns:
                raise CatalogError(file.name, key, f"unknown question pattern {pattern!r}")
        for dimension in blueprint.rubric_overrides or {}:
            if dimension not in dimensions:
                raise CatalogError(file.name, key, f"unknown rubric dimension {dimension!r}")
        found[place] = blueprint
    return tuple(found.values())
