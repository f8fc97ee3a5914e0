"""What was judged: the overall figures, each rubric line with its proof, the notes on answers, and who judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable, KeepTogether

from schema.analysis import Analysis, DimensionScore, Evidence, TurnTaking
from schema.vocabulary import StepStatus
from server.report_pdf.pieces import GREY, Ink, LevelLine, gap, section, table
from server.report_pdf.words import AGREEMENT, HIRE, MISSING, READINESS, SECTION, STRENGTH, at, by_whom
from server.repositories.reports import StepRecord

KEPT_TOGETHER = 5  # flowables of a dimension that stay on one page: name, line, figures, anchor, first quote


def overall(ink: Ink, analysis: Analysis) -> list[Flowable]:
    found = analysis.overall
    if found.score is not None and found.readiness is None:
        return [ink.text(f"{found.score} of 100 · One exercise, practised alone", "lead"), ink.text(found.explanation)]
    if found.score is None or found.readiness is None or found.hire_signal is None:
        return [ink.text("Not enough evidence for an overall score", "lead"), ink.text(found.explanation)]
    lead = f"{found.score} of 100 · {READINESS[found.readiness]} · {HIRE[found.hire_signal]}"
    wide = [d.name for d in analysis.dimension_scores if d.spread]
    bars = "The line under each dimension shows how far its judges lay apart." if wide else ""
    return [ink.text(lead, "lead"), ink.text(f"{found.explanation} {bars}".strip())]


def failures(ink: Ink, analysis: Analysis, steps: Sequence[StepRecord]) -> list[Flowable]:
    """What is missing from this report because its step failed."""
    failed = [step for step in steps if step.status is StepStatus.FAILED]
    if not failed and not analysis.failed_sections:
        return []
    parts = [
        *section("Not in this report"),
        ink.text("Some steps failed. They can be tried again on the report's page; what stands here is not affected."),
    ]
    parts += [ink.item(f"{ink.bold(step.label)}: {ink.safe(step.error or 'failed')}") for step in failed]
    missing = dict.fromkeys(SECTION.get(name, name) for name in analysis.failed_sections)
    if missing:
        parts.append(ink.text(f"Left empty for that reason: {', '.join(missing)}.", "quiet"))
    return parts


def dimensions(ink: Ink, analysis: Analysis) -> list[Flowable]:
    parts: list[Flowable] = [*section("The rubric, line by line")]
    if not analysis.dimension_scores:
        return [*parts, ink.text("No dimension was judged.")]
    for dimension in analysis.dimension_scores:
        parts += _dimension(ink, dimension)
    dropped = analysis.dropped_claims
    if dropped:
        claims = "1 claim was" if dropped == 1 else f"{dropped} claims were"
        parts += [gap(), ink.text(f"{claims} dropped because no words of yours prove them.", "quiet")]
    return parts


def _dimension(ink: Ink, found: DimensionScore) -> list[Flowable]:
    if found.score is None or found.anchor is None:
        return [KeepTogether([ink.text(found.name, "h2"), ink.text(found.note or "Not enough evidence")])]
    parts: list[Flowable] = [
        ink.text(found.name, "h2"),
        LevelLine(found.anchor, found.spread, found.samples),
        ink.text(_figures(found), "quiet"),
    ]
    if found.anchor_text:
        parts.append(ink.text(found.anchor_text, "quiet"))
    parts += [ink.markup(quoted(ink, one), "quote") for one in found.evidence]
    if found.note:
        parts.append(ink.text(found.note))
    parts += [ink.item(f"{ink.bold(fix.title)}: {ink.safe(fix.how)}") for fix in found.fixes]
    return [KeepTogether(parts[:KEPT_TOGETHER]), *parts[KEPT_TOGETHER:]]


def _figures(found: DimensionScore) -> str:
    """ "Level 3.5 of 5 (70 of 100), ± 0.5, confidence medium; three judges: 3, 3.5, 4, judges agree"."""
    spread = f" ± {found.spread:g}" if found.spread else ""
    said = f"Level {found.anchor:g}{spread} of 5 ({found.score} of 100)"
    if found.confidence:
        said += f", {found.confidence} confidence"
    if found.samples:
        levels = ", ".join("none proved" if level is None else f"{level:g}" for level in found.samples)
        said += f"; judges' levels: {levels}"
    if found.agreement:
        said += f"; {AGREEMENT[found.agreement]}"
    return said


def quoted(ink: Ink, evidence: Evidence) -> str:
    """A quote with its second and why it counts, as markup."""
    why = f'<font size=8 color="{GREY}">{ink.safe(evidence.why)}</font>'
    return f"“{ink.safe(evidence.quote)}”{ink.safe(at(evidence))} {why}"


def notes(ink: Ink, analysis: Analysis) -> list[Flowable]:
    if not analysis.turn_notes:
        return []
    rows: list[Sequence[Flowable]] = [[ink.text(head, "cellhead") for head in ("Question", "Answer", "Note")]]
    for note in analysis.turn_notes:
        missing = ", ".join(MISSING[piece] for piece in note.missing)
        lacking = f"<br/><font size=7>To add: {ink.safe(missing)}</font>" if missing else ""
        rows.append(
            [
                ink.text(note.question, "cell"),
                ink.text(STRENGTH[note.strength], "cell"),
                ink.markup(ink.safe(note.note) + lacking, "cell"),
            ]
        )
    return [*section("Your answers, one by one"), table(rows, (0.42, 0.1, 0.48))]


def unanswered(ink: Ink, analysis: Analysis, questions: Mapping[str, str]) -> list[Flowable]:
    if not analysis.unanswered:
        return []
    said = "A question that had no answer takes nothing away from any score."
    listed = [ink.item(ink.safe(questions.get(one, one))) for one in analysis.unanswered]
    return [*section("Questions without an answer", ink.text(said)), *listed]


def turn_taking(ink: Ink, analysis: Analysis) -> list[Flowable]:
    rows = [(name, value) for name, value in _measures(analysis.turn_taking) if value is not None]
    if not rows:
        return []
    cells: list[Sequence[Flowable]] = [[ink.text("Measure", "cellhead"), ink.text("Value", "cellhead")]]
    cells += [[ink.text(name, "cell"), ink.text(value, "cell")] for name, value in rows]
    return [*section("How the conversation went"), table(cells, (0.6, 0.4))]


def _measures(taken: TurnTaking) -> tuple[tuple[str, str | None], ...]:
    return (
        ("You spoke", _seconds(taken.candidate_talk_s)),
        ("The interviewer spoke", _seconds(taken.interviewer_talk_s)),
        ("Your share of the talk", None if taken.talk_share is None else f"{taken.talk_share:.0%}"),
        ("Your pace", None if taken.words_per_minute is None else f"{taken.words_per_minute:.0f} words a minute"),
        ("Fillers", _count(taken.filler_count)),
        ("Long pauses inside answers", _count(taken.long_pauses)),
        ("Your usual wait before answering", _short(taken.candidate_gap_p50_s)),
        ("The interviewer's usual wait", _short(taken.response_gap_p50_s)),
        ("The interviewer's wait, 19 of 20 times under", _short(taken.response_gap_p95_s)),
        ("Moments when both spoke", _count(taken.overlaps)),
        ("The interviewer began before you had finished", _count(taken.cut_offs)),
        ("You began while the interviewer spoke", _count(taken.barge_ins)),
        ("Interruptions that were none", _count(taken.false_interruptions)),
    )


def _seconds(value: float | None) -> str | None:
    if value is None:
        return None
    return f"{int(value) // 60} min {int(value) % 60} s" if value >= 60 else f"{int(value)} s"


def _short(value: float | None) -> str | None:
    return None if value is None else f"{value:.1f} s"


def _count(value: int | None) -> str | None:
    return None if value is None else str(value)


def sources(ink: Ink, analysis: Analysis) -> list[Flowable]:
    """Who judged what, each judge once."""
    made: dict[str, dict[str, None]] = {by_whom(analysis.provenance): {"The rubric": None}}
    for name, source in analysis.sections.items():
        made.setdefault(by_whom(source), {})[SECTION.get(name, name)] = None
    lines = [ink.item(f"{ink.bold(who)}: {ink.safe('; '.join(parts))}") for who, parts in made.items()]
    figure = f"Claims dropped for want of proof: {analysis.dropped_claims}."
    return [*section("Who judged"), *lines, ink.text(figure)]
