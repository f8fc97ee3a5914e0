"""Settles drafts into dimensions: what is proved stays with its quotes, the rest is dropped and counted."""

from __future__ import annotations

from collections.abc import Sequence

from evaluators.evidence import Ground, ground, prove
from evaluators.scoring import confidence, points
from evaluators.shapes import NOT_ENOUGH, Claim, DimensionDraft, Proved
from schema.analysis import DimensionScore, Evidence
from schema.rubric import Dimension, Rubric
from schema.transcript import TranscriptDocument
from schema.vocabulary import Seniority


def prove_dimensions(
    drafts: Sequence[DimensionDraft], document: TranscriptDocument, rubric: Rubric, dropped: int = 0
) -> Proved:
    """One DimensionScore for each dimension of the rubric, in its order, whichever judge drafted it.

    A draft without a proved quote loses its score. `dropped` are claims that were refused before they came here.
    """
    on = ground(document)
    by_key = {draft.key: draft for draft in drafts}
    settled = []
    for dimension in rubric.dimensions:
        draft = by_key.get(dimension.key, DimensionDraft(key=dimension.key))
        scored, refused = _settle(dimension, draft, document.seniority, on)
        settled.append(scored)
        dropped += refused
    return Proved(dimensions=tuple(settled), dropped=dropped)


def anchor_text(dimension: Dimension, seniority: Seniority, anchor: float) -> str | None:
    """The rubric's words for the highest level that is reached, named as the rubric's and as nearest: no judge of ours
    proves a whole anchor sentence. Null where the rubric has none."""
    reached = [item for item in dimension.anchors.get(seniority, ()) if item.score <= anchor]
    if not reached:
        return None
    highest = max(reached, key=lambda item: item.score)
    return f"Nearest to level {highest.score} of this rubric: {highest.text}"


def _settle(
    dimension: Dimension, draft: DimensionDraft, seniority: Seniority, on: Ground
) -> tuple[DimensionScore, int]:
    evidence, dropped = prove(draft.claims, on)
    if draft.anchor is None or not evidence:
        needs = f": {draft.needs}" if draft.needs else ""
        bare = DimensionScore(
            key=dimension.key,
            name=dimension.name,
            samples=draft.samples,
            agreement=draft.agreement,
            note=NOT_ENOUGH + needs,
        )
        return bare, len(dropped)
    return DimensionScore(
        key=dimension.key,
        name=dimension.name,
        score=points(draft.anchor),
        anchor=draft.anchor,
        anchor_text=anchor_text(dimension, seniority, draft.anchor),
        spread=draft.spread,
        samples=draft.samples,
        agreement=draft.agreement,
        confidence=confidence(evidence, _direct(draft.claims, evidence), draft.spread),
        evidence=evidence,
        fixes=draft.fixes,
        note=draft.note,
    ), len(dropped)


def _direct(claims: Sequence[Claim], evidence: Sequence[Evidence]) -> int:
    """How many served quotes are first-hand; a claim and its evidence share their sentence."""
    direct = {claim.why for claim in claims if claim.direct}
    return sum(item.why in direct for item in evidence)
