"""The last door before a report: quotes verbatim and short, no sentence about what no transcript supports.

Forbidden are statements about emotion, personality, appearance, accent, the probability of being hired, and rank among
candidates. What the candidate said, a question's own words and rewrites built from them are not statements of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from pydantic import TypeAdapter

from evaluators.evidence import MAX_QUOTE_WORDS, Ground, ground
from evaluators.lexicon import read_yaml
from evaluators.words import compared, compared_text
from schema.analysis import Analysis, Evidence
from schema.transcript import TranscriptDocument

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


@cache
def forbidden() -> dict[str, re.Pattern[str]]:
    """The patterns of forbidden.yaml by the kind of claim."""
    text = resources.files("evaluators").joinpath("forbidden.yaml").read_text(encoding="utf-8")
    kinds = TypeAdapter(dict[str, tuple[str, ...]]).validate_python(read_yaml(text))
    return {
        kind: re.compile(r"(?<!\w)(?:" + "|".join(ways) + r")(?!\w)", re.IGNORECASE) for kind, ways in kinds.items()
    }


class ReportRefused(Exception):  # noqa: N818 - says what happened to the report
    """A report may not be served. `str()` names the place and the rule, never the candidate's words."""


def material(document: TranscriptDocument) -> str:
    """Everything that people said or wrote, in compared form: what a sentence of ours may quote."""
    texts = (*(turn.text for turn in document.turns), document.jd or "", document.resume or "")
    return "".join(compared_text(text) for text in texts)


def forbidden_claim(text: str, heard: str = "") -> str | None:
    """Which kind of claim a sentence makes that no transcript supports, or None.

    Words in quotation marks are left aside where they stand in `heard` (see `material`): they are other people's. A
    claim in quotation marks that nobody made stays a claim.
    """

    def unquoted(match: re.Match[str]) -> str:
        return " " if compared_text(match.group()) in heard else match.group()

    bare = _QUOTED.sub(unquoted, text).replace("’", "'")
    return next((name for name, pattern in forbidden().items() if pattern.search(bare)), None)


def validate_analysis(analysis: Analysis, document: TranscriptDocument) -> None:
    """Raises ReportRefused on a quote that is not verbatim, too long or misplaced, and on a forbidden claim."""
    on = ground(document)
    for dimension in analysis.dimension_scores:
        if dimension.score is not None and not dimension.evidence:
            raise ReportRefused(f"{dimension.key} has a score and no evidence")
        for evidence in dimension.evidence:
            _check_quote(evidence, on, dimension.key)
    heard = material(document)
    for place, text in sentences(analysis):
        kind = forbidden_claim(text, heard)
        if kind is not None:
            raise ReportRefused(f"{place} makes a claim about {kind}, which nothing in a transcript supports")


def sentences(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Every sentence of the report that is the evaluator's own, with its place."""
    yield "overall.explanation", analysis.overall.explanation
    for d in analysis.dimension_scores:
        yield from ((f"{d.key}.evidence.why", e.why) for e in d.evidence)
        yield from ((f"{d.key}.fixes", f"{fix.title}. {fix.how}") for fix in d.fixes)
        yield f"{d.key}.note", d.note or ""
    jd, memory = analysis.jd_match, analysis.memory_update
    yield from (("jdMatch", text) for text in (*jd.risk_flags, *jd.priority_gaps))
    yield from (("answerRewrites.whyBetter", rewrite.why_better) for rewrite in analysis.answer_rewrites)
    yield from (("nextActions", f"{action.title}. {action.details}") for action in analysis.next_actions)
    yield from (("practicePlan7d", f"{day.focus}. {day.session}") for day in analysis.practice_plan_7d)
    yield from (("memoryUpdate", text) for text in (
        *memory.new_recurring_issues, *memory.resolved_issues, *memory.common_issues, *memory.new_strengths,
        memory.recommended_focus_next, memory.next_best_action,
    ))  # fmt: skip
    yield from (("turnNotes", note.note) for note in analysis.turn_notes)


def _check_quote(evidence: Evidence, on: Ground, place: str) -> None:
    turn = next((t for t in on.turns if t.index == evidence.turn_index), None)
    if turn is None:
        raise ReportRefused(f"{place} quotes a turn that is not the candidate's")
    words = turn.words[evidence.word_start : evidence.word_end]
    said = [word.key for word in words if word.key]
    if not said or said != [key for word in evidence.quote.split() if (key := compared(word))]:
        raise ReportRefused(f"{place} quotes words that the candidate did not say there")
    if len(words) > MAX_QUOTE_WORDS:
        raise ReportRefused(f"{place} quotes more than {MAX_QUOTE_WORDS} words")
    start, end = evidence.start_s, evidence.end_s
    if start is not None and end is not None and not turn.turn.start_s <= start <= end <= turn.turn.end_s:
        raise ReportRefused(f"{place} points outside its turn's seconds")
