"""Takes out of a model's verdict what nothing supports: forbidden claims, invented quotes and figures, new words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from evaluators.evidence import Ground, ground, prove
from evaluators.grounding import figures_stand, names_stand, quoted_passages, quotes_stand
from evaluators.guard import forbidden_claim, material
from evaluators.jd_match import requirement_terms
from evaluators.requirements.terms import Term
from evaluators.rewrites.checked import Thread, checked, threads_of
from evaluators.shapes import Claim, DimensionDraft
from evaluators.verdict import ModelVerdict, VerdictDimension, judged_keys
from evaluators.words import compared_text
from schema.analysis import AnswerRewrite, NextAction
from schema.base import Shape
from schema.rubric import Rubric
from schema.transcript import TranscriptDocument

ANCHORS_PER_POINT = 1 / 20

T = TypeVar("T")


class Cleaned(Shape):
    """A verdict without what cannot be supported. `dropped` counts what was taken out, unproved quotes included."""

    drafts: tuple[DimensionDraft, ...]
    risk_flags: tuple[str, ...] = ()
    priority_gaps: tuple[str, ...] = ()
    answer_rewrites: tuple[AnswerRewrite, ...] = ()
    next_actions: tuple[NextAction, ...] = ()
    dropped: int = 0


@dataclass(frozen=True)
class Heard:
    """What a verdict is held against, prepared once for all samples. Texts are in compared form."""

    on: Ground
    own: str  # the candidate's words
    material: str  # everybody's words, the job description and the résumé
    terms: tuple[Term, ...]
    threads: tuple[Thread, ...]

    def allows(self, text: str) -> bool:
        """Whether a sentence makes no forbidden claim, and quotes and counts only what stands in the material."""
        quoting = quotes_stand(text, self.material) and figures_stand(text, self.material)
        return quoting and forbidden_claim(text, self.material) is None

    def bears(self, text: str) -> bool:
        """Whether a sentence about the candidate leans on something: nothing but what was said, each name included."""
        return self.allows(text) and names_stand(text, self.material)

    def points_at(self, text: str) -> bool:
        """Whether a sentence names what it is about: words that were said, or something that the job asks for."""
        return bool(quoted_passages(text)) or any(term.search(text) for term in self.terms)


def heard(document: TranscriptDocument) -> Heard:
    """The document as a verdict is held against it."""
    on = ground(document)
    own = compared_text(" ".join(turn.turn.text for turn in on.turns))
    return Heard(on, own, material(document), requirement_terms(document), threads_of(document, on))


def clean(verdict: ModelVerdict, document: TranscriptDocument, rubric: Rubric, against: Heard | None = None) -> Cleaned:
    """The verdict's parts that may be served; each removal is counted once.

    A risk or a gap is served where it names something that the job asks for, or quotes. A skill said to be matched
    that the candidate never named counts as removed; the match itself is code's (evaluators.jd_match).
    """
    against = heard(document) if against is None else against
    bin_: list[object] = []
    asked = set(judged_keys(rubric))
    jd = verdict.jd_match

    def flagged(text: str) -> bool:
        return against.bears(text) and against.points_at(text)

    drafts = tuple(_draft(d, against, bin_) for d in verdict.dimension_scores if d.key in asked)
    rewritten = _rewritten(verdict, against, bin_)
    _kept(jd.matched_skills, lambda name: compared_text(name) in against.own, bin_)
    return Cleaned(
        drafts=drafts,
        risk_flags=_kept(jd.risk_flags, flagged, bin_),
        priority_gaps=_kept(jd.priority_gaps, flagged, bin_),
        answer_rewrites=rewritten,
        next_actions=_kept(verdict.next_actions, lambda item: against.allows(f"{item.title}. {item.details}"), bin_),
        dropped=len(bin_),
    )


def _rewritten(verdict: ModelVerdict, against: Heard, bin_: list[object]) -> tuple[AnswerRewrite, ...]:
    """The rewrites that say nothing new, one a question."""
    made: dict[str | None, AnswerRewrite] = {}
    for item in verdict.answer_rewrites:
        found = checked(item, against.threads) if against.allows(item.why_better) else None
        if found is None:
            bin_.append(item)
        else:
            made.setdefault(found.question_id, found)
    return tuple(made.values())


def _draft(dimension: VerdictDimension, against: Heard, bin_: list[object]) -> DimensionDraft:
    """The dimension's claims that are allowed and proved, each with the quote as the candidate said it."""
    kept = _kept(dimension.evidence, lambda item: against.bears(item.why), bin_)
    claims = [Claim(quote=item.quote, why=item.why, direct=True) for item in kept]
    evidence, refused = prove(claims, against.on)
    bin_.extend(refused)
    fixes = _kept(dimension.fixes, lambda fix: against.allows(f"{fix.title}. {fix.how}"), bin_)
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
