"""A report for the terminal: the figures, each dimension with the words that prove it, and what to do next."""

from __future__ import annotations

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from schema.analysis import Analysis, DimensionScore, Evidence, TurnTaking
from schema.transcript import TranscriptDocument

_WORDS = {"strong_hire": "strong hire", "lean_hire": "lean hire", "lean_no_hire": "lean no hire", "no_hire": "no hire"}


def show(analysis: Analysis, document: TranscriptDocument, console: Console | None = None) -> None:
    """Print the report."""
    out = console or Console()
    out.print(_head(analysis, document))
    for dimension in analysis.dimension_scores:
        _dimension(out, dimension)
    _notes(out, analysis)
    _figures(out, analysis.turn_taking)
    _next(out, analysis)
    source = analysis.provenance
    judge = f"{source.evaluator} {source.evaluator_version}"
    judge += f", prompt {source.prompt} {source.prompt_version}, model {source.model}" if source.prompt else ""
    out.print(Text(f"\nJudged by {judge}. Claims dropped for want of proof: {analysis.dropped_claims}.", style="dim"))


def _head(analysis: Analysis, document: TranscriptDocument) -> Panel:
    overall = analysis.overall
    text = Text()
    if overall.score is None or overall.readiness is None or overall.hire_signal is None:
        text.append("No overall score", style="bold")
    else:
        signal = _WORDS.get(overall.hire_signal.value, overall.hire_signal.value)
        text.append(f"{overall.score} of 100", style="bold")
        text.append(f"   {overall.readiness.value.replace('_', ' ')}   {signal}")
    text.append(f"\n{overall.explanation}")
    return Panel(text, title=Text(f"{document.role_title}, {document.seniority.value}"), title_align="left")


def _dimension(out: Console, dimension: DimensionScore) -> None:
    line = Text(f"\n{dimension.name}", style="bold")
    if dimension.score is None:
        out.print(line)
    else:
        spread = f" ± {dimension.spread:g}" if dimension.spread else ""
        line.append(f"  {dimension.score}  ", style="bold blue")
        line.append(f"{dimension.anchor:g} of 5{spread}, confidence {dimension.confidence}", style="dim")
        out.print(line)
    for evidence in dimension.evidence:
        out.print(Text(f"  “{evidence.quote}”{_at(evidence)}", style="italic"), Text(f"\n    {evidence.why}"), sep="")
    if dimension.note:
        out.print(Text(f"  {dimension.note}", style="dim"))
    for fix in dimension.fixes:
        out.print(Text(f"  → {fix.title}: {fix.how}"))


def _at(evidence: Evidence) -> str:
    if evidence.start_s is None:
        return ""
    about = "about " if evidence.approximate else ""
    return f"  {about}{int(evidence.start_s) // 60}:{int(evidence.start_s) % 60:02d}"


def _notes(out: Console, analysis: Analysis) -> None:
    if not analysis.turn_notes:
        return
    table = Table("Question", "", "Note", title="Answers", title_justify="left", expand=True)
    for note in analysis.turn_notes:
        table.add_row(Text(note.question), note.strength.value, Text(note.note))
    out.print()
    out.print(table)


def _figures(out: Console, taking: TurnTaking) -> None:
    figures = [
        ("words a minute", taking.words_per_minute),
        ("fillers", taking.filler_count),
        ("long pauses", taking.long_pauses),
        ("your share of the talk", None if taking.talk_share is None else f"{taking.talk_share:.0%}"),
        ("your usual wait", None if taking.candidate_gap_p50_s is None else f"{taking.candidate_gap_p50_s:.1f} s"),
        ("overlaps", taking.overlaps),
    ]
    measured = [f"{name} {value}" for name, value in figures if value is not None]
    if measured:
        out.print(Text("\nDelivery: " + ", ".join(measured)))


def _next(out: Console, analysis: Analysis) -> None:
    if analysis.next_actions:
        out.print(Text("\nNext", style="bold"))
    for action in analysis.next_actions:
        out.print(Text(f"  {action.title} ({action.estimated_minutes} min): {action.details}"))
