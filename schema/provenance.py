"""Who made a result: kept beside everything that is judged, so that no figure is without its author."""

from __future__ import annotations

from schema.base import CamelShape


class Provenance(CamelShape):
    """Who judged."""

    evaluator: str  # "rules" or "model"
    evaluator_version: str
    prompt: str | None = None  # prompt name, null for rules
    prompt_version: str | None = None
    model: str | None = None
