"""A small library of questions that never changes, so that golden plans change with the planner alone."""

from __future__ import annotations

import yaml

from schema.patterns import Probe, ProbeTree, QuestionPattern
from tests.controller.playing import GOLDEN


def _read() -> dict[str, QuestionPattern]:
    """The patterns of golden/plan_patterns.yaml, each with a follow-up of its own."""
    rows = yaml.safe_load((GOLDEN / "plan_patterns.yaml").read_text(encoding="utf-8"))
    patterns = {}
    for row in rows:
        tree = ProbeTree(if_vague=(Probe(text=f"{row['key']}: what exactly?"),))
        patterns[row["key"]] = QuestionPattern.model_validate({**row, "probe_tree": tree})
    return patterns


PATTERNS = _read()
