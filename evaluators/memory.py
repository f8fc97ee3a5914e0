"""What is remembered of a candidate's skills: the fold of what each judged interview showed, and nothing beside it.

Nothing is ever added to a memory in place. An interview leaves one Observation; the memory is all of them folded in the
order in which the interviews were held. So a deleted interview is as if it had never been, an interview that is judged
anew counts once, and the order in which reports happen to be finished does not matter.

A question speaks once in an interview, follow-ups included, and is the same question when it is asked again elsewhere.
For each habit an interview has questions that lack the piece and questions that show the opposite:

setback   as many lack it as show it, or more. Two different questions with a setback, in one interview or in several,
          open the weakness; a later one is "seen again", and it reopens what was fixed.
progress  some show it and none lacks it. One such question, in a later interview and other than those that opened the
          weakness, makes it "improving"; a second one, other than the first, closes it.
slip      more show it than lack it. An open weakness improves by it, but nothing opens, closes or reopens.

A habit that shows only when a follow-up asks for the piece is neither: the piece was there, but not by itself.
A dimension is a weakness where it was proved at level 2 or under, and shows the opposite from 3.5; judges who disagree
prove neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from uuid import UUID

from evaluators.habits import HABITS, LOW, issue_text
from evaluators.observation import Observation, Score, observe
from evaluators.weaknesses import Seen, track
from schema.analysis import DimensionScore, MemoryUpdate, TurnNote
from schema.coaching import ScorePoint, SkillMemory, Weakness
from schema.vocabulary import Agreement, MissingPiece, WeaknessState

__all__ = ["Observation", "Score", "fold", "is_strength", "memory_update", "observe"]

P = MissingPiece
BASELINE_INTERVIEWS = 3
TREND_INTERVIEWS = 12
STRENGTH_SCORE = 80  # level 4
ACTIVE = (WeaknessState.OPEN, WeaknessState.IMPROVING)
_STATES = list(WeaknessState)


def fold(observations: Iterable[Observation]) -> tuple[SkillMemory, ...]:
    """The memory that these interviews make, whatever order they are given in: one row for each role category and
    dimension that was ever scored, sorted. An interview counts once."""
    by_session = {o.session_id: o for o in sorted(observations, key=lambda o: o.model_dump_json())}
    held = sorted(by_session.values(), key=lambda o: (_utc(o.at), str(o.session_id)))
    categories = sorted({o.role_category for o in held})
    return tuple(row for c in categories for row in _category([o for o in held if o.role_category == c]))


def memory_update(
    before: Sequence[SkillMemory],
    after: Sequence[SkillMemory],
    notes: Sequence[TurnNote],
    dimensions: Sequence[DimensionScore],
    session_id: UUID,
) -> MemoryUpdate:
    """What an interview changed: `before` is the fold without it, `after` the fold with it."""
    was, now = _issues(before), _issues(after)
    categories = {row.role_category for row in after if any(p.session_id == session_id for p in row.trend)}
    here = [issue for (category, _), issue in now.items() if category in categories and issue.state in ACTIVE]
    new = [issue.text for place, issue in now.items() if issue.state in ACTIVE and not _was(was, place, ACTIVE)]
    fixed = (WeaknessState.FIXED,)
    resolved = [issue.text for place, issue in now.items() if issue.state in fixed and not _was(was, place, fixed)]
    lately = {piece.value: sum(piece in note.missing for note in notes) for piece in P}
    here.sort(key=lambda issue: (_STATES.index(issue.state), -lately.get(issue.key, 0), -len(issue.proofs), issue.key))
    strong_before = {
        row.dimension for row in before if row.role_category in categories and row.latest_score >= STRENGTH_SCORE
    }
    focus, action = _next(here, notes, dimensions)
    return MemoryUpdate(
        new_recurring_issues=tuple(new),
        resolved_issues=tuple(resolved),
        recommended_focus_next=focus,
        common_issues=tuple(issue.text for issue in here),
        new_strengths=tuple(
            f"{d.name}: shown with proof." for d in dimensions if is_strength(d) and d.key not in strong_before
        ),
        next_best_action=action,
    )


def is_strength(dimension: DimensionScore) -> bool:
    """Level 4 or more, on more than a single quote, and no dispute about it."""
    sure = dimension.confidence != "low" and dimension.agreement is not Agreement.DISAGREE
    return (dimension.score or 0) >= STRENGTH_SCORE and sure


# ------------------------------------------------------------------ all interviews


def _category(held: Sequence[Observation]) -> list[SkillMemory]:
    """The rows of one role category; `held` in the order of the interviews."""
    points: dict[str, list[ScorePoint]] = {}
    names: dict[str, str] = {}
    for o in held:
        for s in o.scores:
            names[s.dimension] = s.name
            point = ScorePoint(session_id=o.session_id, at=_utc(o.at), score=s.score, spread=s.spread)
            points.setdefault(s.dimension, []).append(point)
    issues = _weaknesses(held, names)
    return [_row(held[0].role_category, key, points[key], issues.get(key, [])) for key in sorted(points)]


def _row(category: str, dimension: str, points: Sequence[ScorePoint], issues: Sequence[Weakness]) -> SkillMemory:
    first = points[:BASELINE_INTERVIEWS]
    return SkillMemory(
        role_category=category,
        dimension=dimension,
        baseline_score=round(sum(p.score for p in first) / len(first), 2),
        latest_score=float(points[-1].score),
        trend=tuple(points[-TREND_INTERVIEWS:]),
        issues=tuple(sorted(issues, key=lambda issue: (_STATES.index(issue.state), issue.key))),
    )


def _weaknesses(held: Sequence[Observation], names: dict[str, str]) -> dict[str, list[Weakness]]:
    """Every weakness that ever opened, by the dimension that it costs. `names`: the dimensions that were scored."""
    found: dict[str, list[Weakness]] = {}
    for key in sorted({seen.key for o in held for seen in (*o.lacks, *o.shows)}):
        dimension = _dimension_of(key, names)
        told = [
            (o.session_id, _utc(o.at), _of(key, o.lacks), _of(key, o.shows)) for o in held
        ]  # fmt: skip
        state, proofs = track(told)
        if state is not None and dimension is not None:
            text = issue_text(key, names)
            issue = Weakness(key=key, dimension=dimension, text=text, state=state, proofs=tuple(proofs))
            found.setdefault(dimension, []).append(issue)
    return found


def _of(key: str, seen: Iterable[Seen]) -> list[Seen]:
    return [item for item in seen if item.key == key]


def _dimension_of(key: str, names: dict[str, str]) -> str | None:
    """The scored dimension that a weakness costs: rubrics differ in theirs. None where nothing was ever scored."""
    if key.endswith(LOW):
        dimension = key.removesuffix(LOW)
        return dimension if dimension in names else None
    nearest = (d for d in HABITS[P(key)].dimensions if d in names)
    return next(nearest, min(names, default=None))


def _utc(at: datetime) -> datetime:
    """With a zone: a database that keeps none keeps UTC."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


# ------------------------------------------------------------------ what changed


def _issues(memory: Sequence[SkillMemory]) -> dict[tuple[str, str], Weakness]:
    return {(row.role_category, issue.key): issue for row in memory for issue in row.issues}


def _was(issues: dict[tuple[str, str], Weakness], place: tuple[str, str], states: tuple[WeaknessState, ...]) -> bool:
    return place in issues and issues[place].state in states


def _next(
    issues: Sequence[Weakness], notes: Sequence[TurnNote], dimensions: Sequence[DimensionScore]
) -> tuple[str, str]:
    """What to work on and the step to take: the worst habit, else what was missing most, else the lowest."""
    pieces = [P(issue.key) for issue in issues if issue.key in set(P)]
    counted = sorted(P, key=lambda piece: -sum(piece in note.missing for note in notes))
    lacking = [piece for piece in counted if any(piece in note.missing for note in notes)]
    low = sorted((d for d in dimensions if d.anchor is not None), key=lambda d: d.anchor or 0.0)
    focus = issues[0].text if issues else f"{low[0].name}." if low else ""
    for piece in (*pieces, *lacking):
        return focus, HABITS[piece].how
    fix = next((fix for d in low for fix in d.fixes), None)
    return focus, f"{fix.title}: {fix.how}" if fix else "Hold another interview for this role."
