"""What to do next: actions, a week of practice and what to remember, from the lowest levels and the missing pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evaluators.shapes import AnswerSet
from evaluators.wording import quoted
from schema.analysis import AnswerRewrite, DimensionScore, JdMatch, MemoryUpdate, NextAction, PracticeDay, TurnNote
from schema.rubric import RoleKit
from schema.vocabulary import MissingPiece, PracticeKind, RoleCategory

P = MissingPiece
K = PracticeKind
RECURRING = 2  # answers that lack the same piece before it counts as a habit
STRENGTH_ANCHOR = 4.0
WEAK_ANCHOR = 3.0
TECHNICAL = frozenset({RoleCategory.SWE, RoleCategory.DATA, RoleCategory.SECURITY, RoleCategory.QUANT})
_ROLE = RoleCategory
CASES = frozenset({_ROLE.PM, _ROLE.CONSULTING, _ROLE.SALES, _ROLE.FINANCE, _ROLE.MARKETING, _ROLE.OPS, _ROLE.DATA})

_OPEN = "Answer what stayed open"
_ISSUES = {
    P.CONTEXT: "Answers start without the situation.",
    P.OWNERSHIP: "Answers leave out your own part.",
    P.METRIC: "Answers come without a figure.",
    P.TRADEOFF: "Choices come without what they were weighed against.",
    P.RESULT: "Answers stop before the outcome.",
    P.REFLECTION: "Answers leave out what you took from it.",
}
_DRILLS = {
    P.CONTEXT: (
        "Open with the scene",
        "Take three answers and write one first sentence for each: where, when, what was at stake.",
    ),
    P.OWNERSHIP: (
        "Say “I” once more",
        "Retell one answer and name three steps that you took yourself, one verb each.",
    ),
    P.METRIC: (
        "Find your figures",
        "List five pieces of work with the figure before and after; look them up where you can.",
    ),
    P.TRADEOFF: (
        "Name the other way",
        "For two decisions, write the option that you left aside and its price, in one sentence.",
    ),
    P.RESULT: (
        "End on the outcome",
        "Retell two answers and make the last sentence what changed because of it.",
    ),
    P.REFLECTION: (
        "Name one lesson",
        "Pick a thing that went wrong and say in two sentences what you do differently since.",
    ),
}


def missing_pieces(notes: Sequence[TurnNote]) -> list[tuple[MissingPiece, int]]:
    """Pieces that answers lacked, most often first, in the vocabulary's order on a tie."""
    counts = Counter(piece for note in notes for piece in note.missing)
    return sorted(counts.items(), key=lambda item: (-item[1], list(P).index(item[0])))


def lowest(dimensions: Sequence[DimensionScore]) -> list[DimensionScore]:
    """Scored dimensions, the lowest first; dimensions without proof are no weakness."""
    return sorted((d for d in dimensions if d.anchor is not None), key=lambda d: d.anchor or 0.0)


def next_actions(
    answers: AnswerSet, notes: Sequence[TurnNote], dimensions: Sequence[DimensionScore], jd: JdMatch, technical: bool
) -> tuple[NextAction, ...]:
    """Three to five things to do, most useful first."""
    actions = []
    for piece, count in missing_pieces(notes)[:2]:
        title, details = _DRILLS[piece]
        said = f"{details} It was missing in {count} answer{'s' if count > 1 else ''}."
        actions.append(NextAction(type="practice", title=title, details=said, estimated_minutes=15))
    for dimension in lowest(dimensions)[:1]:
        for fix in dimension.fixes[:1]:
            actions.append(NextAction(type="practice", title=fix.title, details=fix.how, estimated_minutes=15))
    if answers.unanswered:
        question = answers.unanswered[0].question
        details = f"{quoted(question)} had no answer. Prepare one episode for it and say it aloud once."
        actions.append(
            NextAction(type="practice", title="Answer what stayed open", details=details, estimated_minutes=20)
        )
    if technical:
        details = "Find and fix one fault in unfamiliar code, saying aloud what you check and why."
        actions.append(NextAction(type="exercise", title="Debug aloud", details=details, estimated_minutes=25))
    named_only = [flag for flag in jd.risk_flags if "stands on the résumé" in flag]
    if named_only:
        details = f"{named_only[0]} Either prepare the episode behind it or take the line out."
        actions.append(
            NextAction(type="resume_fix", title="Back a line of the résumé", details=details, estimated_minutes=15)
        )
    return tuple(actions[:5])


def memory_update(
    notes: Sequence[TurnNote], dimensions: Sequence[DimensionScore], known_issues: Sequence[str] = ()
) -> MemoryUpdate:
    """What recurs, what no longer does, and what to work on. `known_issues`: remembered from before.

    A piece is an issue when two answers or more lacked it; a known issue is resolved when two answers or more were read
    and none lacked it.
    """
    counts = dict(missing_pieces(notes))
    issues = [_ISSUES[piece] for piece, count in counts.items() if count >= RECURRING]
    absent = {text for piece, text in _ISSUES.items() if not counts.get(piece)}
    resolved = [issue for issue in known_issues if issue in absent and len(notes) >= RECURRING]
    low = lowest(dimensions)
    focus = issues[0] if issues else f"{low[0].name}." if low else ""
    return MemoryUpdate(
        new_recurring_issues=tuple(issue for issue in issues if issue not in known_issues),
        resolved_issues=tuple(resolved),
        recommended_focus_next=focus,
        common_issues=tuple(issues),
        new_strengths=tuple(f"{d.name}: shown with proof." for d in dimensions if _is_strength(d)),
        next_best_action=_best_action(counts, low),
    )


def _is_strength(dimension: DimensionScore) -> bool:
    """High, and on more than a single quote."""
    return (dimension.anchor or 0) >= STRENGTH_ANCHOR and dimension.confidence != "low"


def _best_action(counts: dict[MissingPiece, int], low: Sequence[DimensionScore]) -> str:
    if counts:
        return _DRILLS[next(iter(counts))][1]
    return (
        f"{low[0].fixes[0].title}: {low[0].fixes[0].how}"
        if low and low[0].fixes
        else "Hold another interview for this role."
    )


def practice_plan(
    notes: Sequence[TurnNote],
    dimensions: Sequence[DimensionScore],
    rewrites: Sequence[AnswerRewrite],
    kit: RoleKit | None,
) -> tuple[PracticeDay, ...]:
    """Seven days after the mix of specification 12.3: two interviews, two coding sessions (technical roles), a case
    (where relevant), two micro drills."""
    drills = [_DRILLS[piece] for piece, _ in missing_pieces(notes)[:2]] or [_DRILLS[P.RESULT]]
    low = lowest(dimensions)
    focus = [d.name for d in low if (d.anchor or 0) <= WEAK_ANCHOR] or [d.name for d in low]
    first, second = (focus * 2)[:2] if focus else ("A full interview", "A full interview")
    retake = quoted(rewrites[0].question) if rewrites else "the answer you liked least"
    days = [
        (drills[0][0], K.MICRO_DRILL),
        *_middle(kit, retake),
        (f"Interview: {first}", K.INTERVIEW_SIMULATION),
        (drills[-1][0], K.MICRO_DRILL),
        (f"Interview: {second}, on other questions", K.INTERVIEW_SIMULATION),
    ]
    order = (0, 1, 4, 2, 5, 3, 6)  # work and rest take turns, an interview stands in the middle and at the end
    return tuple(PracticeDay(day=day, focus=days[i][0], session=days[i][1]) for day, i in enumerate(order, 1))


def _middle(kit: RoleKit | None, retake: str) -> list[tuple[str, PracticeKind]]:
    """The three sessions that depend on the role."""
    category = kit.role_category if kit else ""
    rest = (f"Say it again: {retake}", K.MICRO_DRILL)
    if category in TECHNICAL:
        third = ("A data case", K.CASE_STUDY) if category in CASES else rest
        return [("Debug aloud", K.CODING_DEBUG), ("Explain and change code", K.CODING_MODIFY), third]
    case = (
        ("A case from this role", K.CASE_STUDY) if category in CASES else ("A scenario from this role", K.MICRO_DRILL)
    )
    return [rest, case, ("Three figures from your own work", K.MICRO_DRILL)]


def is_technical(kit: RoleKit | None) -> bool:
    """Whether the role's interviews hold coding rounds."""
    return kit is not None and kit.role_category in TECHNICAL
