"""The catalogue that ships, read from the files beside this one; a catalogue that contradicts itself is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from uuid import UUID

from schema.companies import Blueprint, Company, RoleLabel
from schema.patterns import QuestionPattern
from schema.rubric import RoleKit, Rubric
from schema.vocabulary import InterviewType
from seeds.employers import read_blueprints, read_companies
from seeds.question_patterns import SLOTS, all_probes, read_patterns, variables
from seeds.reading import CatalogError
from seeds.roles import read_role_kits, read_role_labels
from seeds.rubrics_reader import read_choice, read_rubrics

__all__ = ["SLOTS", "Catalog", "CatalogError", "all_probes", "load_catalog", "read_catalog", "variables"]


@dataclass(frozen=True, slots=True)
class Catalog:
    """All seed data by key but exercises and cases, which only who fills a database must read (seeds.coding_exercises,
    seeds.case_templates). `ids` gives the uuid that the tables store beside the key of a role kit."""

    role_kits: Mapping[str, RoleKit]
    rubrics: Mapping[str, Rubric]
    patterns: Mapping[str, QuestionPattern]
    ids: Mapping[str, UUID]
    companies: Mapping[str, Company] = field(default_factory=dict)  # by name
    blueprints: tuple[Blueprint, ...] = ()
    role_labels: tuple[RoleLabel, ...] = ()
    rubric_choice: Mapping[InterviewType, str] = field(default_factory=dict)  # rubric keys

    @property
    def default_rubric(self) -> Rubric:
        """The rubric that judges an interview whose kit names none."""
        return next(rubric for rubric in self.rubrics.values() if rubric.is_default)

    def rubric_key(self, interview_type: InterviewType, kit: RoleKit) -> str:
        """The rubric that judges such an interview: the type's own, else the kit's."""
        return self.rubric_choice.get(interview_type, kit.default_rubric)


@cache
def load_catalog() -> Catalog:
    """The catalogue that ships. Raises CatalogError with file and key when it contradicts itself."""
    return read_catalog(resources.files("seeds"))


@cache
def load_for_judging() -> Catalog:
    """Of the catalogue that ships, the role kits and rubrics alone, all that a judgement asks for: reading and checking
    the questions takes several times as long. Raises CatalogError."""
    root = resources.files("seeds")
    rubrics = read_rubrics(root.joinpath("rubrics"))
    kits, ids = read_role_kits(root.joinpath("role_kits.csv"), rubrics)
    choice = read_choice(root.joinpath("rubrics"), rubrics)
    return Catalog(
        role_kits=MappingProxyType(kits),
        rubrics=MappingProxyType(rubrics),
        patterns=MappingProxyType({}),
        ids=MappingProxyType(ids),
        rubric_choice=MappingProxyType(choice),
    )


def read_catalog(root: Traversable) -> Catalog:
    """The catalogue under `root`: rubrics/, patterns/ with the folders in it, and the files beside them.

    Raises CatalogError.
    """
    rubrics = read_rubrics(root.joinpath("rubrics"))
    dimensions = frozenset(dimension.key for rubric in rubrics.values() for dimension in rubric.dimensions)
    patterns = read_patterns(root.joinpath("patterns"), dimensions)
    kits, ids = read_role_kits(root.joinpath("role_kits.csv"), rubrics, patterns)
    companies = read_companies(root.joinpath("companies.yaml"))
    return Catalog(
        role_kits=MappingProxyType(kits),
        rubrics=MappingProxyType(rubrics),
        patterns=MappingProxyType(patterns),
        ids=MappingProxyType(ids),
        companies=MappingProxyType(companies),
        blueprints=read_blueprints(root.joinpath("blueprints.yaml"), companies, patterns, dimensions),
        role_labels=read_role_labels(root.joinpath("role_labels.yaml"), kits),
        rubric_choice=MappingProxyType(read_choice(root.joinpath("rubrics"), rubrics)),
    )
