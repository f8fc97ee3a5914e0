"""What follows: the match with the job, better answers, the next actions, the week, and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether

from schema.analysis import Analysis, AnswerRewrite, JdRequirement, RewritePart
from schema.coaching import CoachDay, CoachPlan, NextBestSession
from server.report_pdf.judgement import quoted
from server.report_pdf.pieces import SLOT, Ink, gap, section, table
from server.report_pdf.words import ACTION, PART, PRACTICE, STATE, listed


def job_match(ink: Ink, analysis: Analysis) -> list[Flowable]:
    found = analysis.jd_match
    lists = (
        ("Matched", found.matched_skills),
        ("Missing", found.missing_skills),
        ("Risks", found.risk_flags),
        ("Close these gaps first", found.priority_gaps),
    )
    if not found.requirements and not any(items for _, items in lists):
        return []
    parts = [*section("Match with the job")]
    if found.requirements:
        head = [ink.text(name, "cellhead") for name in ("Requirement", "How it stands", "What shows it")]
        rows = [_requirement(ink, one) for one in found.requirements]
        parts += [table([head, *rows], (0.34, 0.16, 0.5)), gap()]
    parts += [ink.item(f"{ink.bold(name)}: {ink.safe(listed(items))}") for name, items in lists if items]
    return parts


def _requirement(ink: Ink, found: JdRequirement) -> list[Flowable]:
    need = "must have" if found.must else "nice to have"
    state = STATE[found.state] + (", told at work" if found.shown else "")
    shown = [quoted(ink, one) for one in found.evidence]
    if found.resume_text:
        shown.append(f"Résumé: “{ink.safe(found.resume_text)}”")
    if found.note:
        shown.append(ink.safe(found.note))
    return [
        ink.markup(f"{ink.safe(found.text)} <font size=7>({need})</font>", "cell"),
        ink.text(state, "cell"),
        ink.markup("<br/>".join(shown), "cell"),
    ]


def rewrites(ink: Ink, analysis: Analysis) -> list[Flowable]:
    if not analysis.answer_rewrites:
        return []
    said = ink.text("Built from what you said. A marked blank is a fact that only you can fill in.", "quiet")
    parts = [*section("Better answers", said)]
    for rewrite in analysis.answer_rewrites:
        parts += _rewrite(ink, rewrite)
    return parts


def _rewrite(ink: Ink, found: AnswerRewrite) -> list[Flowable]:
    better = [_part(ink, part) for part in found.parts] or [ink.text(found.better_answer, "quote")]
    return [
        KeepTogether([ink.text(found.question, "h2"), ink.text("Your answer", "quiet")]),
        ink.text(found.your_answer, "quote"),
        KeepTogether([ink.text("A better one", "quiet"), better[0]]),
        *better[1:],
        ink.markup(f"{ink.bold('Why it is better')}: {ink.safe(found.why_better)}"),
    ]


def _part(ink: Ink, part: RewritePart) -> Flowable:
    text = f'<font backColor="{SLOT}">{ink.safe(part.text)}</font>' if part.slot else ink.safe(part.text)
    return ink.markup(f"<font size=7>{PART[part.part]}</font> {text}", "quote")


def next_actions(ink: Ink, analysis: Analysis) -> list[Flowable]:
    lines = [
        ink.item(f"{ink.bold(one.title)} ({ACTION[one.type]}, {one.estimated_minutes} min): {ink.safe(one.details)}")
        for one in analysis.next_actions
    ]
    return [*section("What to do next"), *lines] if lines else []


def week(ink: Ink, analysis: Analysis) -> list[Flowable]:
    """The coach's week; 7.4's shorter view of it where no coach was asked."""
    if analysis.coach is not None:
        return _coach(ink, analysis.coach)
    days = [
        ink.item(f"{ink.bold(f'Day {day.day}')}: {ink.safe(day.focus)} ({PRACTICE[day.session]})")
        for day in analysis.practice_plan_7d
    ]
    return [*section("Your week"), *days] if days else []


def _coach(ink: Ink, plan: CoachPlan) -> list[Flowable]:
    goal = f"Do something on {plan.streak_goal} of the seven days."
    parts = [*section("Your week", ink.text(plan.why_this_plan), ink.text(goal))]
    head: Sequence[Flowable] = [ink.text(name, "cellhead") for name in ("Day", "Goal", "To do")]
    parts.append(table([head, *(_day(ink, day) for day in plan.plan)], (0.08, 0.3, 0.62)))
    best = [_best(ink, one) for one in plan.next_best]
    if best:
        parts += [KeepTogether([ink.text("The next best session", "h2"), best[0]]), *best[1:]]
    return parts


def _best(ink: Ink, best: NextBestSession) -> Flowable:
    job = best.role_title + (f" at {best.company}" if best.company else "")
    return ink.item(f"{ink.bold(job)}: {ink.safe(best.item.title)}. {ink.safe(best.why)}")


def _day(ink: Ink, day: CoachDay) -> list[Flowable]:
    items = [
        f"{ink.bold(item.title)} ({PRACTICE[item.kind]}, {item.minutes} min)"
        + (f": {ink.safe(item.details)}" if item.details else "")
        for item in day.items
    ]
    return [
        ink.text(str(day.day), "cell"),
        ink.text(day.goal, "cell"),
        ink.markup("<br/>".join(items) or "A day of rest.", "cell"),
    ]


def memory(ink: Ink, analysis: Analysis) -> list[Flowable]:
    found = analysis.memory_update
    lists = (
        ("Noticed again and again", found.new_recurring_issues),
        ("Got rid of", found.resolved_issues),
        ("Still open", tuple(one for one in found.common_issues if one not in found.new_recurring_issues)),
        ("New strengths", found.new_strengths),
    )
    lines = [ink.item(f"{ink.bold(name)}: {ink.safe(listed(items))}") for name, items in lists if items]
    for name, text in (("Focus next", found.recommended_focus_next), ("Best next step", found.next_best_action)):
        if text:
            lines.append(ink.item(f"{ink.bold(name)}: {ink.safe(text)}"))
    return [*section("What is remembered"), *lines] if lines else []
