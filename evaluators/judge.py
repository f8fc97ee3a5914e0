"""The model as judge: the Evaluator prompt, strict JSON, independent samples, nothing believed without its quote."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from statistics import median

from evaluators.cleaning import Cleaned, clean, heard
from evaluators.ladders import LADDERS
from evaluators.lexicon import lexicon
from evaluators.ports import Failure, ModelClient
from evaluators.proof import prove_dimensions
from evaluators.rewrites import MOST as MOST_REWRITES
from evaluators.scoring import agreement
from evaluators.shapes import MODEL_EVALUATOR, DimensionDraft
from evaluators.strict_json import Unusable, ask_strict
from evaluators.verdict import SCHEMA_NAME, ModelVerdict, judged_keys, parse_verdict, verdict_schema
from prompts.library import as_data, load
from schema.analysis import AnswerRewrite, JdMatch, NextAction
from schema.base import Shape
from schema.provenance import Provenance
from schema.rubric import Rubric
from schema.transcript import TranscriptDocument

PROMPT = "evaluator"
MODEL_VERSION = "2"
SAMPLES, MOST_SAMPLES = 3, 5
MOST_GAPS, MOST_ACTIONS = 8, 5
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
    """One reply: its text as it came, and what it was read as; `failure` where it was of no use.

    `faulty` is the reply before it, where that one had to be repaired.
    """

    raw: str
    parsed: ModelVerdict | None = None
    faulty: str | None = None
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
        """Every sample's last reply."""
        return tuple(sample.raw for sample in self.samples)

    @property
    def parsed(self) -> tuple[ModelVerdict, ...]:
        return tuple(sample.parsed for sample in self.samples if sample.parsed is not None)

    def raw_record(self) -> dict[str, object]:
        """What the model wrote, reply by reply, to be stored beside the report."""
        return {"samples": [sample.model_dump(mode="json") for sample in self.samples]}

    def jd_match_over(self, rules: JdMatch) -> JdMatch:
        """Code's match, with the model's risks and gaps that name or quote something after its own."""
        mine = self.cleaned
        return rules.model_copy(
            update={
                "risk_flags": _together(rules.risk_flags, mine.risk_flags),
                "priority_gaps": _together(rules.priority_gaps, mine.priority_gaps)[:MOST_GAPS],
            }
        )

    def rewrites_over(self, rules: Sequence[AnswerRewrite]) -> tuple[AnswerRewrite, ...]:
        """The model's rewrites that say nothing new; the rules' for the other questions, in the rules' order."""
        mine = {item.question_id: item for item in self.cleaned.answer_rewrites}
        kept = [mine.pop(item.question_id, item) for item in rules]
        return (*kept, *mine.values())[:MOST_REWRITES]

    def next_actions_over(self, rules: Sequence[NextAction]) -> tuple[NextAction, ...]:
        """The model's next actions, or the rules' where it gave none that may be served."""
        return self.cleaned.next_actions[:MOST_ACTIONS] or tuple(rules)

    def rewrites_by(self, rules: Provenance, served: Sequence[AnswerRewrite]) -> Provenance:
        """Who made the rewrites that are served."""
        return self.provenance if any(item in self.cleaned.answer_rewrites for item in served) else rules

    def next_actions_by(self, rules: Provenance) -> Provenance:
        """Who made the next actions that are served."""
        return self.provenance if self.cleaned.next_actions else rules


async def judge(
    document: TranscriptDocument, rubric: Rubric, model: ModelClient, samples: int = SAMPLES
) -> JudgeResult:
    """Asks the model `samples` times (1-5) and takes the median of what can be proved.

    A reply that is no JSON of the agreed form goes back once with its fault; after that the sample is a failure.

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
    against = heard(document)
    cleaned = [clean(verdict, document, rubric, against) for _, verdict in usable]
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
    try:
        asked = await ask_strict(
            model,
            system=system,
            user=user,
            schema_name=SCHEMA_NAME,
            schema=schema,
            parse=lambda content: parse_verdict(content, rubric),
            temperature=temperature,
            seed=seed,
        )
    except Unusable as error:
        *before, last = ("", *error.raw)
        return Sample(
            raw=last,
            faulty=before[-1] if len(before) > 1 else None,
            failure=error.reason,
            message=str(error),
            status=error.status,
        )
    *before, last = asked.raw
    return Sample(raw=last, parsed=asked.value, faulty=before[0] if before else None, model=asked.model)


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
    levels = tuple(_level(key, item, keys) for item, keys in zip(cleaned, served, strict=True))
    given = [level for level in levels if level is not None]
    several = {"samples": levels, "agreement": agreement(levels)} if len(levels) > 1 else {}
    if not given or len(given) * 2 < len(levels):
        return DimensionDraft(key=key, needs=needs).model_copy(update=several)
    middle = median(given)
    drafts = [item for item, level in zip(cleaned, levels, strict=True) if level is not None]
    found = [draft for item in drafts for draft in item.drafts if draft.key == key]
    nearest = min(found, key=lambda draft: abs((draft.anchor or 0.0) - middle))
    spread = (max(given) - min(given)) / 2 if len(levels) > 1 else None
    return nearest.model_copy(update={"anchor": middle, "spread": spread, "needs": needs, **several})


def _level(key: str, item: Cleaned, served: set[str]) -> float | None:
    """One judge's level of one dimension, null where it gave none or could not prove it."""
    return next((draft.anchor for draft in item.drafts if draft.key == key), None) if key in served else None


def _together(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Both lists without repetitions, in order."""
    return tuple(dict.fromkeys((*first, *second)))


def _nearest(cleaned: Sequence[Cleaned], drafts: Sequence[DimensionDraft]) -> Cleaned:
    """The sample whose levels lie nearest to the medians: its counsel is served whole, not stitched together."""
    levels = {draft.key: draft.anchor for draft in drafts}

    def distance(item: Cleaned) -> float:
        return sum(abs((d.anchor or 0.0) - (levels.get(d.key) or 0.0)) for d in item.drafts)

    return min(cleaned, key=distance)
