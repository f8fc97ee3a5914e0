"""The model as judge: the Evaluator prompt, strict JSON, independent samples, nothing believed without its quote."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from statistics import median

from evaluators.cleaning import Cleaned, clean
from evaluators.ladders import LADDERS
from evaluators.lexicon import lexicon
from evaluators.ports import Failure, ModelClient, ModelError, ModelReply
from evaluators.proof import prove_dimensions
from evaluators.shapes import MODEL_EVALUATOR, Counsel, DimensionDraft
from evaluators.verdict import SCHEMA_NAME, ModelVerdict, judged_keys, parse_verdict, verdict_schema
from prompts.library import as_data, load
from schema.base import Shape
from schema.provenance import Provenance
from schema.rubric import Rubric
from schema.transcript import TranscriptDocument

PROMPT = "evaluator"
MODEL_VERSION = "1"
MOST_SAMPLES = 3
SEVERAL_TEMPERATURE = 0.4  # one judge answers at 0; several at 0 would repeat each other and hide their doubt
TITLE_CHARS = 70
_TITLE = re.compile(r"[\w&+#/.'’()-]+(?:,? [\w&+#/.'’()–-]+){0,7}")


class JudgeFailed(Exception):  # noqa: N818 - says what happened; `reason` is what the page shows
    """No judgement: `reason` says why, `status` is the HTTP status where there was one, `raw` what the model wrote."""

    def __init__(self, reason: Failure, message: str, status: int | None = None, raw: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.reason = reason
        self.status = status
        self.raw = raw


class Sample(Shape):
    """One reply: its text as it came, and what it was read as; `failure` where it was of no use."""

    raw: str
    parsed: ModelVerdict | None = None
    model: str | None = None
    failure: Failure | None = None
    message: str | None = None
    status: int | None = None


class JudgeResult(Shape):
    """The judgement of all samples together. `drafts` carry only quotes that were proved; `dropped` counts the rest."""

    samples: tuple[Sample, ...]
    drafts: tuple[DimensionDraft, ...]
    dropped: int
    provenance: Provenance
    cleaned: Cleaned  # the counsel of the middle sample

    @property
    def raw(self) -> tuple[str, ...]:
        return tuple(sample.raw for sample in self.samples)

    @property
    def parsed(self) -> tuple[ModelVerdict, ...]:
        return tuple(sample.parsed for sample in self.samples if sample.parsed is not None)

    def counsel_over(self, rules: Counsel) -> Counsel:
        """The model's counsel; the week and 7.4's memory names come from the rules, which know the earlier issues."""
        mine = self.cleaned
        memory = mine.memory_update
        return rules.model_copy(
            update={
                "jd_match": mine.jd_match,
                "answer_rewrites": mine.answer_rewrites or rules.answer_rewrites,
                "next_actions": mine.next_actions or rules.next_actions,
                "memory_update": rules.memory_update.model_copy(
                    update={
                        "new_recurring_issues": memory.new_recurring_issues,
                        "resolved_issues": memory.resolved_issues,
                        "recommended_focus_next": memory.recommended_focus_next
                        or rules.memory_update.recommended_focus_next,
                    }
                ),
            }
        )


async def judge(document: TranscriptDocument, rubric: Rubric, model: ModelClient, samples: int = 1) -> JudgeResult:
    """Asks the model `samples` times (1-3) and takes the median of what can be proved.

    Raises JudgeFailed unless more than half of the samples are usable, and ValueError for another number of samples.
    """
    if not 1 <= samples <= MOST_SAMPLES:
        raise ValueError(f"samples must be 1 to {MOST_SAMPLES}, not {samples}")
    system, user = system_text(document, rubric), data_block(document)
    schema = verdict_schema(rubric)
    temperature = 0.0 if samples == 1 else SEVERAL_TEMPERATURE
    asked = (
        _sample(model, rubric, system=system, user=user, schema=schema, temperature=temperature, seed=seed)
        for seed in range(1, samples + 1)
    )
    return settle(document, rubric, await asyncio.gather(*asked))


def settle(document: TranscriptDocument, rubric: Rubric, samples: Sequence[Sample]) -> JudgeResult:
    """Samples to one judgement: median levels, half-ranges, proved quotes. Raises JudgeFailed as `judge` does."""
    usable = [(sample, sample.parsed) for sample in samples if sample.parsed is not None]
    if len(usable) * 2 <= len(samples):
        raise _failed(samples)
    cleaned = [clean(verdict, document, rubric) for _, verdict in usable]
    proved = [prove_dimensions(item.drafts, document, rubric) for item in cleaned]
    dropped = sum(c.dropped + p.dropped for c, p in zip(cleaned, proved, strict=True))
    served = [{d.key for d in p.dimensions if d.score is not None} for p in proved]
    drafts = tuple(_middle(key, cleaned, served) for key in judged_keys(rubric))
    version = load(PROMPT).version
    return JudgeResult(
        samples=tuple(samples),
        drafts=drafts,
        dropped=dropped,
        provenance=Provenance(
            evaluator=MODEL_EVALUATOR,
            evaluator_version=MODEL_VERSION,
            prompt=PROMPT,
            prompt_version=version,
            model=usable[0][0].model,
        ),
        cleaned=_nearest(cleaned, drafts),
    )


def system_text(document: TranscriptDocument, rubric: Rubric) -> str:
    """The Evaluator prompt with its rules and anchors; of what people wrote, only the role's title stands in it."""
    anchors = [
        {
            "key": d.key,
            "name": d.name,
            "description": d.description,
            "anchors": {str(anchor.score): anchor.text for anchor in d.anchors.get(document.seniority, ())},
        }
        for d in rubric.dimensions
        if not d.delivery_only
    ]
    return load(PROMPT).render(
        roleTitle=_title(document.role_title),
        companyOrArchetype="the company of the job description" if document.jd else "a company that was not named",
        seniority=document.seniority.value,
        rubric=json.dumps(anchors, ensure_ascii=False, indent=1),
    )


def data_block(document: TranscriptDocument) -> str:
    """Everything that people said or wrote, fenced as data, one JSON line a turn: it cannot close its fence."""
    lines = [
        json.dumps({"turn": index, "speaker": turn.speaker.value, "text": turn.text}, ensure_ascii=False)
        for index, turn in enumerate(document.turns)
    ]
    parts = [as_data("transcript", "\n".join(lines))]
    parts += [as_data(name, json.dumps(text, ensure_ascii=False)) for name, text in _extracts(document)]
    return "\n\n".join(parts)


def _extracts(document: TranscriptDocument) -> list[tuple[str, str]]:
    named = (("jd_extract", document.jd), ("resume_extract", document.resume))
    return [(name, text) for name, text in named if text and text.strip()]


def _title(title: str) -> str:
    """A role's title as people write them. What reads like a sentence, or speaks to the judge, is no title."""
    plain = " ".join(title.split())
    usable = _TITLE.fullmatch(plain) and len(plain) <= TITLE_CHARS and not lexicon().finds("to_the_judge", plain)
    return plain if usable else "the role"


async def _sample(
    model: ModelClient,
    rubric: Rubric,
    *,
    system: str,
    user: str,
    schema: dict[str, object],
    temperature: float,
    seed: int,
) -> Sample:
    reply: ModelReply | None = None
    try:
        reply = await model.complete(
            system=system, user=user, schema_name=SCHEMA_NAME, schema=schema, temperature=temperature, seed=seed
        )
        return Sample(raw=reply.content, parsed=parse_verdict(reply.content, rubric), model=reply.model)
    except ModelError as error:
        return Sample(raw=reply.content if reply else "", failure=error.reason, message=str(error), status=error.status)


def _failed(samples: Sequence[Sample]) -> JudgeFailed:
    first = next(sample for sample in samples if sample.failure is not None)
    assert first.failure is not None
    raw = tuple(sample.raw for sample in samples)
    return JudgeFailed(first.failure, first.message or first.failure.value, first.status, raw)


def _middle(key: str, cleaned: Sequence[Cleaned], served: Sequence[set[str]]) -> DimensionDraft:
    """One dimension over the samples: the median level, with the words of the sample nearest to it.

    Null where fewer than half of the samples could prove theirs.
    """
    needs = LADDERS[key].needs if key in LADDERS else "Say something that speaks to it."
    found = [d for c, keys in zip(cleaned, served, strict=True) for d in c.drafts if d.key == key and key in keys]
    anchors = [draft.anchor for draft in found if draft.anchor is not None]
    if not anchors or len(anchors) * 2 < len(cleaned):
        return DimensionDraft(key=key, needs=needs)
    level = median(anchors)
    nearest = min(found, key=lambda draft: abs((draft.anchor or 0.0) - level))
    spread = (max(anchors) - min(anchors)) / 2 if len(cleaned) > 1 else None
    return nearest.model_copy(update={"anchor": level, "spread": spread, "needs": needs})


def _nearest(cleaned: Sequence[Cleaned], drafts: Sequence[DimensionDraft]) -> Cleaned:
    """The sample whose levels lie nearest to the medians: its counsel is served whole, not stitched together."""
    levels = {draft.key: draft.anchor for draft in drafts}

    def distance(item: Cleaned) -> float:
        return sum(abs((d.anchor or 0.0) - (levels.get(d.key) or 0.0)) for d in item.drafts)

    return min(cleaned, key=distance)
