"""The metadata of all tables together; migrations and tests take it from here, so that no family is forgotten."""

from __future__ import annotations

from schema.tables import (
    accounts,
    catalog,
    companies,
    conversation,
    documents,
    exercises,
    interviews,
    jobs,
    memory,
    practice,
    reports,
    sources,
)
from schema.tables.base import Base

FAMILIES = (
    accounts,
    catalog,
    companies,
    conversation,
    documents,
    exercises,
    interviews,
    jobs,
    memory,
    practice,
    reports,
    sources,
)
metadata = Base.metadata
