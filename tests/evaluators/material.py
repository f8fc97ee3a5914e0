"""What the evaluators' tests judge: golden transcripts, small ones made in place, the shipped rubric and classifier."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from controller.classifier import classify as controller_classify
from evaluators.report import Evaluation, evaluate_document
from schema.analysis import Analysis, DimensionScore
from schema.rubric import Rubric
from schema.transcript import AnswerSignals, TranscriptDocument, TranscriptTurn, Word
from schema.vocabulary import InterviewType, Seniority, Speaker
from seeds.catalog import load_catalog

GOLDEN = Path(__file__).parent.parent / "golden"
KITS = ("software_engineer", "data_analyst", "product_manager", "sales_representative")
CONTENT_KEYS = (
    "communication", "structured_thinking", "ownership_depth", "problem_solving", "execution", "collaboration",
    "initiative", "growth", "role_fit",
)  # fmt: skip
STORY = "Tell me about the hardest bug you have tracked down."
EPISODE = (
    "Last November our parcel service sent some people the same message twice. I compared the raw events of fifty "
    "parcels with what we had stored, and I found that a retry ran twice because the driver retried, too. I removed "
    "one of them and tested it with a week of events. Duplicates went from two percent to almost none."
)


def rubric() -> Rubric:
    return load_catalog().rubrics["interview_v1"]


def classify(question: str, answer: str) -> AnswerSignals:
    return controller_classify(question=question, answer=answer)


def golden(kit: str, kind: str) -> TranscriptDocument:
    return TranscriptDocument.model_validate(json.loads((GOLDEN / f"{kit}_{kind}.json").read_text("utf-8")))


def asked(
    text: str, at_s: float = 0.0, *, end_s: float | None = None, question_id: str | None = None
) -> TranscriptTurn:
    return TranscriptTurn(
        speaker=Speaker.INTERVIEWER, text=text, start_s=at_s, end_s=at_s if end_s is None else end_s,
        question_id=question_id,
    )  # fmt: skip


def typed(text: str, *, question_id: str | None = None) -> TranscriptTurn:
    return TranscriptTurn(speaker=Speaker.CANDIDATE, text=text, start_s=0, end_s=0, typed=True, question_id=question_id)


def spoken(
    text: str, at_s: float = 1.0, *, word_s: float = 0.3, gap_s: float = 0.1, confidence: float | None = 0.9
) -> TranscriptTurn:
    """A candidate's turn whose words follow each other evenly: `word_s` long, `gap_s` apart."""
    words, now = [], at_s
    for word in text.split():
        start, end = round(now, 3), round(now + word_s, 3)
        words.append(Word(text=word, start_s=start, end_s=end, confidence=confidence))
        now += word_s + gap_s
    return TranscriptTurn(
        speaker=Speaker.CANDIDATE, text=text, start_s=words[0].start_s, end_s=words[-1].end_s, words=tuple(words)
    )


def document(
    *turns: TranscriptTurn,
    seniority: Seniority = Seniority.MID,
    jd: str | None = None,
    resume: str | None = None,
    role_title: str = "Engineer",
) -> TranscriptDocument:
    return TranscriptDocument(
        role_kit="software_engineer", role_title=role_title, seniority=seniority,
        interview_type=InterviewType.TECHNICAL, jd=jd, resume=resume, turns=turns,
    )  # fmt: skip


def interview(*pairs: tuple[str, str], jd: str | None = None) -> TranscriptDocument:
    """Questions and typed answers."""
    turns = [turn for question, answer in pairs for turn in (asked(question), typed(answer))]
    return document(*turns, jd=jd)


async def judged(doc: TranscriptDocument) -> Analysis:
    """The rules' report."""
    return (await evaluation(doc)).analysis


async def evaluation(doc: TranscriptDocument) -> Evaluation:
    kit = load_catalog().role_kits[doc.role_kit]
    return await evaluate_document(doc, rubric=rubric(), classify=classify, kit=kit)


def dimension(analysis: Analysis, key: str) -> DimensionScore:
    return next(d for d in analysis.dimension_scores if d.key == key)


def anchors(analysis: Analysis, keys: Sequence[str] = CONTENT_KEYS) -> dict[str, float | None]:
    return {d.key: d.anchor for d in analysis.dimension_scores if d.key in keys}
