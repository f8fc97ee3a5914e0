"""What to do next: three to five actions from the missing pieces, the job's open must-haves and the lowest levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evaluators.habits import HABITS
from evaluators.shapes import AnswerSet
from evaluators.wording import quoted, short_question
from schema.analysis import (
    DimensionScore,
    JdMatch,
    JdRequirement,
    NextAction,
    TurnNote,
)
from schema.rubric import RoleKit
from schema.vocabulary import MissingPiece, RequirementState, RoleCategory

P = MissingPiece
LEAST_ACTIONS = 3
MOST_ACTIONS = 5
TECHNICAL = frozenset({RoleCategory.SWE, RoleCategory.DATA, RoleCategory.SECURITY, RoleCategory.QUANT})
_ROLE = RoleCategory
CASES = frozenset({_ROLE.PM, _ROLE.CONSULTING, _ROLE.SALES, _ROLE.FINANCE, _ROLE.MARKETING, _ROLE.OPS, _ROLE.DATA})


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
    """Three to five things to do, most useful first: habits, the job's open must-haves, the lowest level, silence.

    Parts that failed come as empty; the actions then rest on the others.
    """
    actions = [_on_piece(piece, count) for piece, count in missing_pieces(notes)[:2]]
    actions += _on_job(jd)
    actions += [_practise(fix.title, fix.how, 15) for d in lowest(dimensions)[:1] for fix in d.fixes[:1]]
    actions += [_on_silence(question.question) for question in answers.unanswered[:1]]
    if technical:
        details = "Find and fix one fault in unfamiliar code, saying aloud what you check and why."
        actions.append(NextAction(type="exercise", title="Debug aloud", details=details, estimated_minutes=25))
    return (*actions, *_always(answers, len(actions)))[:MOST_ACTIONS]


def _practise(title: str, details: str, minutes: int) -> NextAction:
    return NextAction(type="practice", title=title, details=details, estimated_minutes=minutes)


def _on_piece(piece: MissingPiece, count: int) -> NextAction:
    habit = HABITS[piece]
    return _practise(habit.step, f"{habit.how} It was missing in {count} answer{'s' if count > 1 else ''}.", 15)


def _on_silence(question: str) -> NextAction:
    details = f"{quoted(question)} had no answer. Prepare one episode for it and say it aloud once."
    return _practise("Answer what stayed open", details, 20)


def _on_job(jd: JdMatch) -> list[NextAction]:
    """Must-haves of the job that no answer showed: one that is nowhere, then one that only the résumé has."""
    must = [item for item in jd.requirements if item.must]
    missing = [item for item in must if item.state is RequirementState.MISSING]
    named = [item for item in must if item.state is RequirementState.RESUME_ONLY]
    return [_on_missing(item) for item in missing[:1]] + [_on_resume_only(item) for item in named[:1]]


def _on_missing(item: JdRequirement) -> NextAction:
    details = (
        f"The job asks for {quoted(short_question(item.text))}, and nothing you said or wrote speaks to it. Find one "
        "piece of work that comes near and say what you did, or prepare to say plainly how you would learn it."
    )
    return _practise("Prepare a must-have of the job", details, 20)


def _on_resume_only(item: JdRequirement) -> NextAction:
    details = (
        f"{quoted(short_question(item.resume_text or item.text))} stands on the résumé and in no answer. Either "
        "prepare the episode behind it or take the line out."
    )
    return NextAction(type="resume_fix", title="Back a line of the résumé", details=details, estimated_minutes=15)


def _always(answers: AnswerSet, made: int) -> list[NextAction]:
    """What helps after any interview, where it left little to go by."""
    if made >= LEAST_ACTIONS:
        return []
    retake = (
        f"Answer {quoted(short_question(answers.answers[0].question))} once more, in half the time."
        if (answers.answers)
        else "Hold one short interview and answer every question, if only in two sentences."
    )
    general = (
        _practise("Say one answer again", retake, 10),
        _practise("Write down three episodes", "Choose three pieces of work and note for each: where, what you did, "
                  "what came of it, in which figure.", 20),
        _practise("Hold another interview for this role", "The same role with other questions shows what was chance "
                  "and what is a habit.", 30),
    )  # fmt: skip
    return list(general[: LEAST_ACTIONS - made])


def is_technical(kit: RoleKit | None) -> bool:
    """Whether the role's interviews hold coding rounds."""
    return kit is not None and kit.role_category in TECHNICAL


def has_cases(kit: RoleKit | None) -> bool:
    """Whether the role's interviews hold business cases."""
    return kit is not None and kit.role_category in CASES
