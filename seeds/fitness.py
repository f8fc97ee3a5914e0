"""Everything that must be true of a question pattern before an interviewer may use it, with the place of each fault."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from schema.patterns import QuestionPattern
from schema.vocabulary import PatternType, QuestionKind
from seeds.question_patterns import PatternError, check_pattern, texts, variables
from seeds.wording import QUOTED, faults

# How many follow-ups a question needs of each kind; two for whatever a complete answer holds.
LEAST_PROBES = {"if_vague": 2, "if_stuck": 1, "if_strong": 1, "always": 1}
LEAST_FOR_A_PIECE = 2
BOTH_SIDES = frozenset({"said_before", "said_now"})


def unfit(pattern: QuestionPattern, dimensions: Collection[str]) -> tuple[tuple[str, str], ...]:
    """What keeps `pattern` from being asked: (field, problem) pairs; `dimensions` are the rubrics' keys."""
    try:
        check_pattern(pattern, dimensions)
    except PatternError as wrong:
        return ((wrong.field, wrong.problem),)
    return (*_missing(pattern), *_badly_said(pattern))


def _missing(pattern: QuestionPattern) -> Iterator[tuple[str, str]]:
    if pattern.pattern_type is PatternType.PROBE:
        return
    if not pattern.rephrased:
        yield "rephrased", "say the same question in simpler words, for who did not understand it"
    if not pattern.dimensions:
        yield "dimensions", "name at least one rubric dimension that the answer speaks to"
    if pattern.pattern_type is PatternType.CLOSE:
        return
    for name, least in LEAST_PROBES.items():
        if len(getattr(pattern.probe_tree, name)) < least:
            yield f"probe_tree.{name}", f"needs at least {least}"
    for piece in pattern.expects:
        if len(pattern.probe_tree.for_piece(piece)) < LEAST_FOR_A_PIECE:
            yield f"probe_tree.if_no_{piece.value}", f"needs at least {LEAST_FOR_A_PIECE}, because {piece} is expected"
    if "alk me through" in pattern.template and pattern.question_kind is not QuestionKind.STORY:
        yield "question_kind", "asks for a story, so it is a story"


def _badly_said(pattern: QuestionPattern) -> Iterator[tuple[str, str]]:
    for field, text in texts(pattern):
        named = set(variables(text))
        for fault in faults(text, quotes_another=bool(named & QUOTED)):
            yield field, fault
        if ".if_contradiction." in field and not named >= BOTH_SIDES:
            yield field, "does not quote both sides"
