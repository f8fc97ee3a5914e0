"""Read once by the process that the servers of `tests.support.crashes` are forked from, instead of by each of them."""

from __future__ import annotations

import tests.support.crashes
from evaluators.documents.skills import find_skills
from evaluators.lexicon import lexicon
from seeds.catalog import load_catalog
from seeds.drills import load_drills

__all__ = ["tests"]

load_catalog()
load_drills()
lexicon()
list(find_skills("Python"))
