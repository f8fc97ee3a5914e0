"""Reads the question patterns and refuses one that no interview could ask: unknown slots, dimensions, lone braces."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from importlib.resources.abc import Traversable
from types import MappingProxyType

from schema.patterns import Probe, QuestionPattern
from schema.vocabulary import ClaimKind, PatternType
from seeds.reading import CatalogError, parsed, yaml_items

# What a template may name, and the claim kinds that can fill it. An empty set: the plan itself fills it.
SLOTS: Mapping[str, frozenset[ClaimKind]] = MappingProxyType(
    {
        "role_title": frozenset(),
        "company": frozenset(),
        "requirement": frozenset(),
        "claim": frozenset(ClaimKind),
        "metric_claim": frozenset({ClaimKind.METRIC}),
        "project": frozenset({ClaimKind.PROJECT}),
        "skill": frozenset({ClaimKind.SKILL}),
        "tenure": frozenset({ClaimKind.TENURE}),
        "gap": frozenset({ClaimKind.GAP}),
        "transition": frozenset({ClaimKind.TRANSITION}),
        "employer": frozenset({ClaimKind.TENURE, ClaimKind.TRANSITION}),
    }
)
# What only a follow-up to a contradiction may name: the interviewer knows both sides then.
CONTRADICTION_SLOTS = frozenset({"where_before", "said_before", "said_now"})
_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class PatternError(ValueError):
    """A pattern can't be asked. `field` is where in the pattern (`probe_tree.if_vague.0`), `problem` what is wrong."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field, self.problem = field, problem


def read_patterns(folder: Traversable, dimensions: Collection[str]) -> dict[str, QuestionPattern]:
    """All patterns in `folder` and the folders in it, by key. Raises CatalogError."""
    patterns: dict[str, QuestionPattern] = {}
    for name, item in yaml_items(folder):
        pattern = parsed(QuestionPattern, name, with_plain_probes(item))
        if pattern.key in patterns:
            raise CatalogError(name, pattern.key, "this key is used twice")
        try:
            check_pattern(pattern, dimensions)
        except PatternError as wrong:
            raise CatalogError(name, pattern.key, wrong.problem) from wrong
        patterns[pattern.key] = pattern
    return patterns


def with_plain_probes(item: Mapping[str, object]) -> dict[str, object]:
    """A probe may be written as its bare sentence; one with a kind of its own is a mapping."""
    tree = item.get("probe_tree")
    if not isinstance(tree, dict):
        return dict(item)
    return {**item, "probe_tree": {key: _probes(probes) for key, probes in tree.items()}}


def _probes(written: object) -> object:
    if not isinstance(written, list):
        return written
    return [{"text": probe} if isinstance(probe, str) else probe for probe in written]


def check_pattern(pattern: QuestionPattern, dimensions: Collection[str]) -> None:
    """Raises PatternError where a slot, a dimension or an expected piece leads nowhere."""
    for dimension in pattern.dimensions:
        if dimension not in dimensions:
            raise PatternError("dimensions", f"unknown rubric dimension {dimension!r}")
    for field, text in texts(pattern):
        _check_slots(pattern, field, text)
    if pattern.rephrased is not None:
        extra = set(variables(pattern.rephrased)) - set(variables(pattern.template))
        if extra:
            raise PatternError("rephrased", f"names {', '.join(sorted(extra))}, which the template does not")
    if pattern.pattern_type is not PatternType.PROBE:
        for piece in pattern.expects:
            if not pattern.probe_tree.for_piece(piece):
                raise PatternError("expects", f"expects {piece} and has no probe that asks for it")


def texts(pattern: QuestionPattern) -> Iterator[tuple[str, str]]:
    """Everything a pattern may say aloud, each with its place: "template", "rephrased", "probe_tree.if_vague.0"."""
    yield "template", pattern.template
    if pattern.rephrased is not None:
        yield "rephrased", pattern.rephrased
    for name in type(pattern.probe_tree).model_fields:
        probes: tuple[Probe, ...] = getattr(pattern.probe_tree, name)
        for index, probe in enumerate(probes):
            yield f"probe_tree.{name}.{index}", probe.text


def _check_slots(pattern: QuestionPattern, field: str, text: str) -> None:
    bare = _VARIABLE.sub("", text)
    if "{" in bare or "}" in bare:
        raise PatternError(field, f"a brace stands alone in {text!r}")
    in_contradiction = field.startswith("probe_tree.if_contradiction")
    for variable in variables(text):
        if variable in CONTRADICTION_SLOTS and in_contradiction:
            continue
        kinds = SLOTS.get(variable)
        if kinds is None:
            raise PatternError(field, f"nothing fills {variable!r} here; known: {', '.join(SLOTS)}")
        if kinds and not kinds & set(pattern.triggers):
            raise PatternError(field, f"{{{{{variable}}}}} needs one of these triggers: {', '.join(sorted(kinds))}")


def variables(text: str) -> tuple[str, ...]:
    """The names between double braces in `text`, in order."""
    return tuple(_VARIABLE.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with the slots that `values` names; the others stay."""
    return _VARIABLE.sub(lambda match: values.get(match[1], match[0]), text)


def all_probes(pattern: QuestionPattern) -> tuple[Probe, ...]:
    """Every follow-up of a pattern's tree."""
    return pattern.probe_tree.everything()
