"""A report for the terminal: the figures, each dimension with the words that prove it, and what to do next."""

from __future__ import annotations

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from schema.analysis import Analysis, DimensionScore, Evidence, JdMatch, TurnTaking
from schema.transcript import TranscriptDocument
from schema.vocabulary import Agreement, RequirementState

_STATES = {
    RequirementState.SAID: "said",
    RequirementState.RESUME_ONLY: "résumé only",
    RequirementState.MISSING: "missing",
    RequirementState.CONTRADICTED: "contradicted",
}
_AGREEMENT = {
    Agreement.AGREE: "Judges agree.",
    Agreement.MIXED: "Judges differ a little.",
    Agreement.DISAGREE: "Judges disagree.",
}
_WORDS = {"strong_hire": "strong hire", "lean_hire": "lean hire", "lean_no_hire": "lean no hire", "no_hire": "no hire"}


def show(analysis: Analysis, document: TranscriptDocument, console: Console | None = None) -> None:
    """Print the report."""
    out = console or Console()
    out.print(_head(analysis, document))
    for dimension in analysis.dimension_scores:
        _dimension(out, dimension)
    _notes(out, analysis)
    _figures(out, analysis.turn_taking)
    _job(out, analysis.jd_match)
    _rewrites(out, analysis)
    _next(out, analysis)
    source = analysis.provenance
    judge = f"{source.evaluator} {source.evaluator_version}"
    judge += f", prompt {source.prompt} {source.prompt_version}, model {source.model}" if source.prompt else ""
    out.print(Text(f"\nJudged by {judge}. Claims dropped for want of proof: {analysis.dropped_claims}.", style="dim"))
    if analysis.failed_sections:
        out.print(Text(f"Not made, for their step failed: {', '.join(analysis.failed_sections)}.", style="bold"))


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
        line.append(f"  {dimension.score}  ", style="bold blue")
        line.append(f"{_level(dimension)}, confidence {dimension.confidence}", style="dim")
        out.print(line)
    if dimension.samples:
        out.print(Text(f"  {_judges(dimension)}", style="bold yellow" if _disagree(dimension) else "dim"))
    for evidence in dimension.evidence:
        out.print(Text(f"  “{evidence.quote}”{_at(evidence)}", style="italic"), Text(f"\n    {evidence.why}"), sep="")
    if dimension.note:
        out.print(Text(f"  {dimension.note}", style="dim"))
    for fix in dimension.fixes:
        out.print(Text(f"  → {fix.title}: {fix.how}"))


def _level(dimension: DimensionScore) -> str:
    """The level with its error bar: "3.5 of 5 ± 0.5"; without one where one judge spoke once."""
    spread = "" if dimension.spread is None else f" ± {dimension.spread:g}"
    return f"{dimension.anchor:g} of 5{spread}"


def _disagree(dimension: DimensionScore) -> bool:
    return dimension.agreement is Agreement.DISAGREE


def _judges(dimension: DimensionScore) -> str:
    """What each of several judges gave: "3 judges: 2, 4.5, no proof. Judges disagree." """
    given = ", ".join("no proof" if level is None else f"{level:g}" for level in dimension.samples)
    verdict = "" if dimension.agreement is None else f" {_AGREEMENT[dimension.agreement]}"
    return f"{len(dimension.samples)} judges: {given}.{verdict}"


def _job(out: Console, match: JdMatch) -> None:
    """Each requirement of the job with its state and the words that show it."""
    if not match.requirements:
        return
    table = Table("What the job asks for", "", "Your words, or the résumé's", title="The job", expand=True)
    table.title_justify = "left"
    for requirement in match.requirements:
        words = f"“{requirement.evidence[0].quote}”" if requirement.evidence else requirement.resume_text or ""
        asked = requirement.text if requirement.must else f"{requirement.text} (nice to have)"
        table.add_row(Text(asked), _STATES[requirement.state], Text(words))
    out.print()
    out.print(table)
    for flag in match.risk_flags:
        out.print(Text(f"  ! {flag}"))


def _rewrites(out: Console, analysis: Analysis) -> None:
    for rewrite in analysis.answer_rewrites:
        out.print(Text(f"\nSay it again: {rewrite.question}", style="bold"))
        out.print(Text(f"  {rewrite.better_answer}"))
        out.print(Text(f"  {rewrite.why_better}", style="dim"))


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
