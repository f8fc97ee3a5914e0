"""Graders of what follows an utterance, by its author's label: probes, contradictions, wishes, silence, no answer."""

from __future__ import annotations

from collections.abc import Iterator

from schema.vocabulary import AnswerStrength
from server.simulation.grading_clock import LAST_WORDS_MS, PROBE_ROOM_MS, close_due_ms
from server.simulation.grading_words import plain
from server.simulation.questions import quoted
from server.simulation.record import Heard, Interview, Turn

Found = Iterator[tuple[Turn, str]]
MAX_VAGUE_IN_A_ROW = 2
MAX_INTRO_PROBES = 1
MAX_AFTER_SUBSTANCE = 1  # follow-ups to a question that has brought something already: what lacked was asked for
MIN_SAME_WORDS = 3
MAX_EASIER_WORDS = 30
_MET = {
    "repeat": ("repeat", "ask", "close"),
    "clarify": ("repeat", "ask", "close"),
    "skip": ("ask", "close"),
    "time": ("hold", "close"),
    "feedback": ("reply", "close"),
    "stop": ("close",),
    "agrees": ("ask", "close", "wait"),
    "done": ("close",),
}


def _pairs(interview: Interview) -> Iterator[tuple[Turn, Turn, Heard]]:
    """What the interviewer had said, what it said next, and what the candidate said between; not over exercises."""
    before = None
    for turn in interview.turns:
        if before is not None and before.exercise is None and turn.after is not None:
            yield before, turn, turn.after
        before = turn


def _in_close(interview: Interview, turn: Turn) -> bool:
    return turn.phase_id == interview.boxes[-1].id


def _no_time(interview: Interview, before: Turn, turn: Turn) -> bool:
    """Whether no follow-up fits: the part's time is up, or only the candidate's own questions have room."""
    return turn.at_ms >= interview.box_end_ms(before.phase_id) or turn.at_ms + PROBE_ROOM_MS > close_due_ms(interview)


# ------------------------------------------------------------------ vague answers


def vague_is_probed(interview: Interview) -> Found:
    """An answer that says nothing is followed up, for something that it lacks.

    Not where time or the depth of the plan is used up, nor after a second vague answer in a row to one question, nor
    where the question has brought something already and what lacked of it has been asked for: that would be nagging.
    """
    thread = _Thread()
    for before, turn, heard in _pairs(interview):
        if not heard.text or _in_close(interview, before):
            continue
        thread = thread.heard(before, heard)
        if not heard.labels.is_vague:
            continue
        if turn.action == "probe":
            if turn.asks_for is not None and turn.asks_for not in heard.labels.lacks:
                yield turn, f"asks for the {turn.asks_for.value}, which was given"
        elif (
            turn.action != "close"
            and not thread.is_used_up(interview, before)
            and not _no_time(interview, before, turn)
        ):
            yield turn, f"{turn.action} after a vague answer: {heard.text}"


class _Thread:
    """What was said to one question so far."""

    def __init__(self, name: str | None = None) -> None:
        self._name = name
        self._vague = 0
        self._substance = False
        self._full = False

    def heard(self, before: Turn, heard: Heard) -> _Thread:
        """The thread with one more answer; a new one where the question is another."""
        thread = self if before.thread == self._name else _Thread(before.thread)
        if heard.labels.manner == "answer":
            thread._vague = thread._vague + 1 if heard.labels.is_vague else 0
            thread._substance |= not heard.labels.is_vague
            thread._full |= heard.labels.strength is AnswerStrength.STRONG
        return thread

    def is_used_up(self, interview: Interview, before: Turn) -> bool:
        """Whether the question may be left although this answer said nothing."""
        depth = int((before.question_id or "").partition(".")[2] or 0)
        most = MAX_AFTER_SUBSTANCE if self._substance else interview.probe_depth
        kind = next(box.kind for box in interview.boxes if box.id == before.phase_id)
        most = min(most, interview.probe_depth, MAX_INTRO_PROBES if kind == "intro" else most)
        return self._vague >= MAX_VAGUE_IN_A_ROW or depth >= most or (self._full and depth > 0)


# ------------------------------------------------------------------ contradictions


def contradictions_are_raised_once(interview: Interview) -> Found:
    """What can't be true beside the résumé is asked about, once and with both sides quoted; nothing else is."""
    raised: set[str] = set()
    missed: set[str] = set()
    for before, turn, heard in _pairs(interview):
        if not heard.text or not heard.labels.is_known:
            continue
        about = heard.labels.contradicts
        if _raises(turn, heard):
            if about is None:
                yield turn, f"sees a contradiction where there is none: {turn.text}"
            elif about in raised:
                yield turn, f"asks about the {about} a second time"
            else:
                raised.add(about)
        elif about is not None and about not in raised | missed and not _excused(interview, before, turn):
            missed.add(about)
            yield turn, f"does not ask about the {about}: {heard.text}"


def _excused(interview: Interview, before: Turn, turn: Turn) -> bool:
    return (
        _in_close(interview, before) or turn.action == "close" or turn.at_ms + PROBE_ROOM_MS > close_due_ms(interview)
    )


def _raises(turn: Turn, heard: Heard) -> bool:
    """Whether a turn quotes two sides, one of them from what was just said."""
    sides = [plain(side) for side in quoted(turn.text)]
    said = plain(heard.text)
    return len(sides) == 2 and any(len(side.split()) >= MIN_SAME_WORDS and side in said for side in sides)


# ------------------------------------------------------------------ wishes, no answer, silence


def wishes_are_met(interview: Interview) -> Found:
    """Who asks to hear it again, to skip, for a moment, for feedback or to stop gets that."""
    for _, turn, heard in _pairs(interview):
        allowed = _MET.get(heard.labels.wish or "")
        if allowed and heard.text and turn.action not in allowed:
            yield turn, f"{turn.action} after the wish to {heard.labels.wish}: {heard.text}"


def no_answer_is_made_easier(interview: Interview) -> Found:
    """ "I don't know" gets one easier step in a thread, or another question; nobody is held to it."""
    eased: set[str | None] = set()
    for before, turn, heard in _pairs(interview):
        if heard.labels.wish != "cannot_answer" or _in_close(interview, before):
            continue
        if turn.action not in ("probe", "ask", "close"):
            yield turn, f"{turn.action} after no answer"
        elif turn.action == "probe":
            if before.thread in eased:
                yield turn, "a second easier step for one question"
            elif turn.asks_for is not None or len(turn.text.split()) > MAX_EASIER_WORDS:
                yield turn, f"no easier step: {turn.text}"
            eased.add(before.thread)


def silence_is_met(interview: Interview) -> Found:
    """A nudge first, then the offer to move on, then one word that it waits; then it waits, or the next question."""
    silent = 0
    for before, turn, heard in _pairs(interview):
        silent = 0 if heard.text or before.action == "ask" else silent
        if heard.text:
            continue
        silent += 1
        expected = _expected(silent, closing=_in_close(interview, before))
        late = turn.at_ms >= close_due_ms(interview) - LAST_WORDS_MS
        if turn.action not in expected and not (late and turn.action in ("ask", "close")):
            yield turn, f"{turn.action} into silence number {silent}"


def _expected(silent: int, *, closing: bool) -> tuple[str, ...]:
    if closing:
        return ("nudge", "repeat") if silent == 1 else ("close",)
    first_ones = {1: ("nudge", "repeat"), 2: ("offer_move_on",), 3: ("hold",)}
    return first_ones.get(silent, ("wait", "ask", "close"))
