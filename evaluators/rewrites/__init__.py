"""Better answers: the candidate's own sentences in the order of a story, a named blank where a fact is missing."""

from __future__ import annotations

from evaluators.rewrites.rules import MOST, rewrites

__all__ = ["MOST", "rewrites"]
