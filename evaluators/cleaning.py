"""Takes out of a model's verdict what nothing supports: forbidden claims, invented figures, borrowed answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from evaluators.evidence import Ground, ground, prove
from evaluators.guard import forbidden_claim, material
from evaluators.shapes import Claim, DimensionDraft
from evaluators.verdict import ModelVerdict, VerdictDimension, VerdictMemory, judged_keys
from evaluators.words import compared, compared_text
from schema.analysis import AnswerRewrite, JdMatch, NextAction
from schema.base import Shape
from schema.rubric import Rubric
from schema.transcript import TranscriptDocument

ANCHORS_PER_POINT = 1 / 20
_BLANK = re.compile(r"\[[^\]]*\]")
_FIGURE = re.compile(r"\d[\d.,]*")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w&+#]+")

T = TypeVar("T")


class Cleaned(Shape):
    """A verdict without what cannot be supported. `dropped` counts what was taken out, unproved quotes included."""

    drafts: tuple[DimensionDraft, ...]
    jd_match: JdMatch
    answer_rewrites: tuple[AnswerRewrite, ...]
    next_actions: tuple[NextAction, ...]
    memory_update: VerdictMemory
    dropped: int = 0


def clean(verdict: ModelVerdict, document: TranscriptDocument, rubric: Rubric) -> Cleaned:
    """The verdict's parts that may be served; each removal is counted once."""
    bin_: list[object] = []
    asked = set(judged_keys(rubric))
    on = ground(document)
    own = compared_text(" ".join(turn.turn.text for turn in on.turns))
    said = own + compared_text(document.resume or "")  # the facts that a rewrite may use
    heard = material(document)

    def allowed(text: str) -> bool:
        return forbidden_claim(text, heard) is None

    jd, memory = verdict.jd_match, verdict.memory_update
    drafts = tuple(_draft(d, on, allowed, bin_) for d in verdict.dimension_scores if d.key in asked)
    rewritten = _kept(verdict.answer_rewrites, lambda item: allowed(item.why_better) and _is_grounded(item, said), bin_)
    return Cleaned(
        drafts=drafts,
        jd_match=JdMatch(
            matched_skills=_kept(jd.matched_skills, lambda text: compared_text(text) in own, bin_),
            missing_skills=jd.missing_skills,
            risk_flags=_kept(jd.risk_flags, allowed, bin_),
            priority_gaps=_kept(jd.priority_gaps, allowed, bin_),
        ),
        answer_rewrites=rewritten,
        next_actions=_kept(verdict.next_actions, lambda item: allowed(f"{item.title}. {item.details}"), bin_),
        memory_update=VerdictMemory(
            new_recurring_issues=_kept(memory.new_recurring_issues, allowed, bin_),
            resolved_issues=_kept(memory.resolved_issues, allowed, bin_),
            recommended_focus_next=memory.recommended_focus_next if allowed(memory.recommended_focus_next) else "",
        ),
        dropped=len(bin_),
    )


def _draft(
    dimension: VerdictDimension, on: Ground, allowed: Callable[[str], bool], bin_: list[object]
) -> DimensionDraft:
    """The dimension's claims that are allowed and proved, each with the quote as the candidate said it."""
    kept = _kept(dimension.evidence, lambda item: allowed(item.why), bin_)
    claims = [Claim(quote=item.quote, why=item.why, direct=True) for item in kept]
    evidence, refused = prove(claims, on)
    bin_.extend(refused)
    fixes = _kept(dimension.fixes, lambda fix: allowed(f"{fix.title}. {fix.how}"), bin_)
    return DimensionDraft(
        key=dimension.key,
        anchor=None if dimension.score is None else round(dimension.score * ANCHORS_PER_POINT, 2),
        claims=tuple(Claim(quote=e.quote, why=e.why, turn_index=e.turn_index, direct=True) for e in evidence),
        fixes=fixes,
    )


def _kept(items: Iterable[T], allowed: Callable[[T], bool], bin_: list[object]) -> tuple[T, ...]:
    kept: list[T] = []
    for item in items:
        if allowed(item):
            kept.append(item)
        else:
            bin_.append(item)
    return tuple(kept)


def _is_grounded(rewrite: AnswerRewrite, said: str) -> bool:
    """Whether the answer is the candidate's and the better one brings no figure or name of its own."""
    if compared_text(rewrite.your_answer).strip() not in said:
        return False
    better = _BLANK.sub(" ", rewrite.better_answer)
    question = compared_text(rewrite.question)
    new = [*_FIGURE.findall(better), *_NAME.findall(better)]
    return all(_stands(item, said) or _stands(item, question) for item in new)


def _stands(item: str, text: str) -> bool:
    key = compared(item.rstrip(".,"))
    return re.search(rf"(?<![\w.]){re.escape(key)}(?![\w.]|\d)", text) is not None
