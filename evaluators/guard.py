"""The last door before a report: quotes verbatim and short, no sentence about what no transcript supports.

Forbidden are statements about emotion, personality, appearance, accent, the probability of being hired, and rank among
candidates. What the candidate said, a question's own words, a job's and a résumé's are not statements of ours; of a
rewrite, the joining words and slots are, and each part that claims a place must stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from pydantic import TypeAdapter

from evaluators.evidence import MAX_QUOTE_WORDS, Ground, ground
from evaluators.lexicon import read_yaml
from evaluators.words import compared, compared_text, unsure
from schema.analysis import Analysis, AnswerRewrite, Evidence
from schema.coaching import CoachPlan
from schema.exercise_results import ExerciseResult, ModelReview
from schema.transcript import TranscriptDocument

_FILLER = re.compile(r"u+m+|u+h+|e+r+m*|h+m+|like|you|know|i|mean")
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
    resume = compared_text(document.resume or "")
    for requirement in analysis.jd_match.requirements:
        for evidence in requirement.evidence:
            _check_quote(evidence, on, "jdMatch.requirements")
        if requirement.resume_text and compared_text(requirement.resume_text) not in resume:
            raise ReportRefused("jdMatch.requirements quotes words that the résumé does not have")
    for rewrite in analysis.answer_rewrites:
        _check_parts(rewrite, on)
    for exercise in analysis.exercises:
        for evidence in _exercise_quotes(exercise):
            _check_quote(evidence, on, f"exercises.{exercise.key}")
    _check_sentences(sentences(analysis), material(document))


def _exercise_quotes(exercise: ExerciseResult) -> Iterator[Evidence]:
    for checkpoint in exercise.checkpoints:
        yield from checkpoint.evidence
    if exercise.case is not None:
        yield from (number.evidence for number in exercise.case.numbers if number.evidence is not None)


def validate_plan(plan: CoachPlan, heard: str = "") -> None:
    """Raises ReportRefused where a sentence of a coach's plan makes a forbidden claim; `heard` as above."""
    _check_sentences(plan_sentences(plan), heard)


def _check_sentences(found: Iterable[tuple[str, str]], heard: str) -> None:
    for place, text in found:
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
    for exercise in analysis.exercises:
        yield f"exercises.{exercise.key}.summary", exercise.summary
        yield from ((f"exercises.{exercise.key}.fixes", f"{fix.title}. {fix.how}") for fix in exercise.fixes)
        if exercise.review is not None:
            yield from ((f"exercises.{exercise.key}.review", text) for text in _reviewed(exercise.review))
    jd, memory = analysis.jd_match, analysis.memory_update
    yield from (("jdMatch", text) for text in (*jd.risk_flags, *jd.priority_gaps))
    yield from (("jdMatch.requirements", requirement.note) for requirement in jd.requirements)
    for requirement in jd.requirements:
        yield from (("jdMatch.requirements.evidence.why", e.why) for e in requirement.evidence)
    for rewrite in analysis.answer_rewrites:
        yield "answerRewrites.whyBetter", rewrite.why_better
        yield from (("answerRewrites.parts", part.text) for part in rewrite.parts if part.turn_index is None)
    yield from (("nextActions", f"{action.title}. {action.details}") for action in analysis.next_actions)
    yield from (("practicePlan7d", f"{day.focus}. {day.session}") for day in analysis.practice_plan_7d)
    yield from (("memoryUpdate", text) for text in (
        *memory.new_recurring_issues, *memory.resolved_issues, *memory.common_issues, *memory.new_strengths,
        memory.recommended_focus_next, memory.next_best_action,
    ))  # fmt: skip
    yield from (("turnNotes", note.note) for note in analysis.turn_notes)
    if analysis.coach is not None:
        yield from plan_sentences(analysis.coach)


def _reviewed(review: ModelReview) -> Iterator[str]:
    yield review.summary
    yield from review.remarks


def plan_sentences(plan: CoachPlan) -> Iterator[tuple[str, str]]:
    """Every sentence of a coach's plan that is the coach's own, with its place."""
    yield "coach.whyThisPlan", plan.why_this_plan
    for day in plan.plan:
        yield "coach.goal", day.goal
        yield from (("coach.items", f"{item.title}. {item.details}") for item in day.items)
    for best in plan.next_best:
        yield "coach.nextBest", f"{best.item.title}. {best.item.details}"
        yield "coach.nextBest.why", best.why


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
    if any(unsure(heard) for heard in turn.heard[evidence.word_start : evidence.word_end]):
        raise ReportRefused(f"{place} quotes words that the recogniser was not sure of")
    if turn.barred & set(range(evidence.word_start, evidence.word_end)):
        raise ReportRefused(f"{place} quotes words that speak to the judge")
    start, end = evidence.start_s, evidence.end_s
    if start is not None and end is not None and not turn.turn.start_s <= start <= end <= turn.turn.end_s:
        raise ReportRefused(f"{place} points outside its turn's seconds")


def _check_parts(rewrite: AnswerRewrite, on: Ground) -> None:
    """A part that names a place in the transcript consists of the words that stand there, fillers left aside."""
    for part in rewrite.parts:
        if part.turn_index is None:
            continue
        turn = next((t for t in on.turns if t.index == part.turn_index), None)
        if turn is None or part.word_start is None or part.word_end is None:
            raise ReportRefused("answerRewrites.parts names a place that is not the candidate's")
        said = _without_fillers(word.key for word in turn.words[part.word_start : part.word_end])
        if not said or said != _without_fillers(compared(word) for word in part.text.split()):
            raise ReportRefused("answerRewrites.parts gives words as the candidate's that do not stand there")


def _without_fillers(keys: Iterable[str]) -> list[str]:
    return [key for key in keys if key and not _FILLER.fullmatch(key)]
