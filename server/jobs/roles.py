"""Which role, seniority and kind of interview the title of a job speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schema.companies import RoleLabel
from schema.vocabulary import Seniority
from server.search import plain

_SENIOR = re.compile(r"\b(?:senior|sr|lead|principal|staff|head|director|vp|architect)\b")
_ENTRY = re.compile(r"\b(?:junior|jr|intern|internship|graduate|trainee|entry|fresher|apprentice)\b")


def match_role(title: str, labels: Iterable[RoleLabel]) -> RoleLabel | None:
    """The role whose name, or another name of it, stands in the title; the longest such name wins."""
    wanted = f" {plain(title)} "
    best: tuple[int, RoleLabel] | None = None
    for label in labels:
        for name in (label.label, *label.aliases):
            bare = plain(name)
            if bare and f" {bare} " in wanted and (best is None or len(bare) > best[0]):
                best = (len(bare), label)
    return None if best is None else best[1]


def seniority_of(title: str, signals: Iterable[str] = ()) -> Seniority | None:
    """What the title says, else what the description does."""
    for text in (title, *signals):
        bare = plain(text)
        if _SENIOR.search(bare):
            return Seniority.SENIOR
        if _ENTRY.search(bare):
            return Seniority.ENTRY
    return None
