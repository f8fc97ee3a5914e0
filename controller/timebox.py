"""The interview's clock in figures: when a phase is over its box, when the close is due, when all is over."""

from __future__ import annotations

from schema.plan import InterviewPlan

GRACE_MS = 30_000  # a candidate in mid-sentence may finish it after the last minute
MIN_CLOSE_MS = 45_000  # "what would you like to ask me?" and an answer need this much
QUESTION_ROOM_MS = 30_000  # a question asked with less time before the close can't be answered
OPENING_ROOM_MS = 12_000  # the same for a part that was not opened yet: one question of it is better than none
PHASE_ROOM_MS = 20_000  # a question asked with less of its part's time left takes the next part's
PROBE_ROOM_MS = 15_000
GOODBYE_ROOM_MS = 20_000  # with less left, the goodbye is said at once
_MINUTE_MS = 60_000


def total_ms(plan: InterviewPlan) -> int:
    """The whole interview's planned length."""
    return round(sum(phase.mins for phase in plan.phases) * _MINUTE_MS)


def phase_end_ms(plan: InterviewPlan, index: int) -> int:
    """When the phase's box ends, counted from the interview's start. Raises IndexError for an unknown phase."""
    if not 0 <= index < len(plan.phases):
        raise IndexError(f"the plan has {len(plan.phases)} phases, not one numbered {index}")
    return round(sum(phase.mins for phase in plan.phases[: index + 1]) * _MINUTE_MS)


def last_question_ms(plan: InterviewPlan, index: int) -> int:
    """From when on the next question comes from the part after this one. The last part before the close has no such
    need: the close keeps its own time free."""
    room = PHASE_ROOM_MS if index < len(plan.phases) - 2 else 0
    return phase_end_ms(plan, index) - room


def is_over_for_questions(plan: InterviewPlan, index: int, at_ms: int) -> bool:
    """Whether the next question comes from the part after this one: its time is used up, or what is left before the
    close is needed for a part that was not opened yet."""
    late = index < len(plan.phases) - 2 and at_ms + QUESTION_ROOM_MS > close_due_ms(plan)
    return late or at_ms >= last_question_ms(plan, index)


def close_due_ms(plan: InterviewPlan) -> int:
    """From when on the interview goes to its close at the next turn."""
    reserve = max(MIN_CLOSE_MS, round(plan.phases[-1].mins * _MINUTE_MS))
    return max(0, total_ms(plan) - reserve)


def over_ms(plan: InterviewPlan) -> int:
    """When the interview ends whatever is being said."""
    return total_ms(plan) + GRACE_MS


def has_room_for_question(plan: InterviewPlan, at_ms: int, index: int, *, after_silence: bool = False) -> bool:
    """Whether a question still fits before the close; `index` is the phase of the last one. `after_silence`: silence
    used the time up, so a part that was not opened yet gets its question at the last moment."""
    room = QUESTION_ROOM_MS
    if index < len(plan.phases) - 2:  # there is a part between this one and the close
        room = 0 if after_silence else OPENING_ROOM_MS
    return at_ms + room <= close_due_ms(plan)


def has_room_for_probe(plan: InterviewPlan, at_ms: int) -> bool:
    return at_ms + PROBE_ROOM_MS <= close_due_ms(plan)


def has_room_for_close(plan: InterviewPlan, at_ms: int) -> bool:
    return at_ms + GOODBYE_ROOM_MS <= total_ms(plan)
