"""A report as a PDF on A4: everything that the page shows, in the same order, with nothing to click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, SimpleDocTemplate

from schema.analysis import Analysis
from schema.vocabulary import InterviewType, Seniority
from server.report_pdf import advice, judgement
from server.report_pdf.exercises import exercises
from server.report_pdf.fonts import printable, register
from server.report_pdf.pieces import MARGIN, Ink, NumberedCanvas, gap
from server.report_pdf.words import SENIORITY, TYPE
from server.repositories.reports import StepRecord

PRODUCT = "Interview Practice Lab"
FOOTER_CHARS = 80


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on the first page. `held_at` in UTC."""

    role_title: str
    company: str | None
    seniority: Seniority
    interview_type: InterviewType
    held_at: datetime

    @property
    def title(self) -> str:
        return f"Interview report: {self.role_title}{f' at {self.company}' if self.company else ''}"


def report_pdf(
    heading: Heading, analysis: Analysis, steps: Sequence[StepRecord], questions: Mapping[str, str]
) -> bytes:
    """The PDF's bytes; `questions` are texts by question id. Takes about a second for sixty answers: use a thread."""
    register()
    ink = Ink()
    story = _story(ink, heading, analysis, steps, questions)
    title, _ = printable(heading.title)
    numbered = type("Numbered", (NumberedCanvas,), {"footer": f"{PRODUCT} · {title[:FOOTER_CHARS]}"})
    written = BytesIO()
    template = SimpleDocTemplate(written, **_page(title))
    template.build(story, canvasmaker=numbered)
    return written.getvalue()


def _page(title: str) -> dict[str, Any]:
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin"), MARGIN)
    told = {
        "title": title,
        "author": PRODUCT,
        "creator": PRODUCT,
        "subject": "Interview report",
        "lang": "en-GB",
        "displayDocTitle": True,
    }
    return {"pagesize": A4, "bottomMargin": MARGIN + 4, **margins, **told}


def _story(
    ink: Ink, heading: Heading, analysis: Analysis, steps: Sequence[StepRecord], questions: Mapping[str, str]
) -> list[Flowable]:
    story = [
        ink.text(heading.title, "title"),
        ink.text(
            f"{TYPE[heading.interview_type]} interview, {SENIORITY[heading.seniority].lower()} level, "
            f"{heading.held_at.day} {heading.held_at:%B %Y}",
            "quiet",
        ),
        gap(6),
        *judgement.overall(ink, analysis),
        *judgement.failures(ink, analysis, steps),
        *judgement.dimensions(ink, analysis),
        *exercises(ink, analysis),
        *advice.job_match(ink, analysis),
        *advice.rewrites(ink, analysis),
        *advice.next_actions(ink, analysis),
        *advice.week(ink, analysis),
        *advice.memory(ink, analysis),
        *judgement.notes(ink, analysis),
        *judgement.unanswered(ink, analysis, questions),
        *judgement.turn_taking(ink, analysis),
        *judgement.sources(ink, analysis),
    ]
    if ink.lost:
        signs = "1 character" if ink.lost == 1 else f"{ink.lost} characters"
        story.append(
            ink.text(
                f"{signs} of this report could not be printed with its font and "
                f"{'stands' if ink.lost == 1 else 'stand'} as ▯. The JSON export has "
                f"{'it' if ink.lost == 1 else 'them'} as they were said.",
                "quiet",
            )
        )
    return story
