"""The candidate said something: a wish, an aside or an answer. What does the answer claim, and what does it lack?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from controller import asides, closing, coverage, feedback, probes, timebox, wording
from controller.asides import Aside, read_aside
from controller.asking import Step, again, ask_next, ask_probe, open_interview, say_goodbye, wait
from controller.claims import Claim, added, asked_about
from controller.classifier import Verdict, is_for_a_fact, judge
from controller.consistency import Contradiction, first_contradiction
from controller.decisions import Action
from controller.exercises import desk
from controller.hearing import Heard
from controller.opinions import Opinion, joined
from controller.patterns import rephrased
from controller.questions import asked_for, kind_of
from controller.reading import Reading, listen, read
from controller.reading import joined as read_together
from controller.state import InterviewState, OpenQuestion
from controller.statements import Asked, said_in
from controller.wishes import Wish, agrees, declines, read_wish
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece, QuestionKind

MAX_REPEATS = 2  # asked a third time to repeat, the interviewer moves on
MAX_ASIDES = 2  # the second one in one question, and the interviewer moves on
MAX_QUESTIONS_BACK = 4
HONEST_REPLIES = 2  # in one question; more of them belong to the end


@dataclass(frozen=True, slots=True)
class _Heard:
    """An answer as read: its text, as it was said and laid out, and what it holds by itself."""

    text: str
    flat: str
    reading: Reading
    expects: tuple[MissingPiece, ...]
    kind: QuestionKind
    opinion: Opinion | None


def answered(state: InterviewState, text: str, at_ms: int, opinion: Opinion | None = None) -> Step:
    """What follows the candidate's words. An empty text stands for a question that was taken back unasked."""
    heard = replace(state, pending=None, silences=0, offered=False)
    if heard.open is None:
        return open_interview(heard, at_ms)
    if heard.is_closing:
        return closing.answered(heard, text, at_ms)
    if heard.work is not None:
        return desk.answered(heard, heard.work, text, at_ms)
    if state.offered and agrees(text):
        return ask_next(heard, at_ms, lead="", why="You agreed to move on.")
    if state.offered and declines(text):
        return again(heard, Action.HOLD, wording.TAKE_TIME, "You wanted more time.")
    return _understood(heard, heard.open, text, at_ms, opinion)


def _understood(state: InterviewState, question: OpenQuestion, text: str, at_ms: int, opinion: Opinion | None) -> Step:
    wish = read_wish(text)
    if wish is not None and wish is not Wish.CANNOT_ANSWER:
        return _granted(state, question, wish, at_ms)
    laid_out = listen(text)
    told, found = _claimed(state, question, laid_out)
    if wish is Wish.CANNOT_ANSWER:
        if found is not None and timebox.has_room_for_probe(state.plan, at_ms):
            return ask_probe(told, probes.for_contradiction(told, found), None)
        return _without_answer(told, at_ms)
    heard = _read(question, text, laid_out, opinion)
    aside = read_aside(text, question.core, heard.reading)
    if aside is not None and found is None:
        return _put_aside(state, question, aside, text, at_ms)
    return _judged(told, question, heard, found, at_ms)


# ------------------------------------------------------------------ wishes


def _granted(state: InterviewState, question: OpenQuestion, wish: Wish, at_ms: int) -> Step:
    match wish:
        case Wish.REPEAT | Wish.HEARING | Wish.CLARIFY:
            return _repeated(state, question, wish, at_ms)
        case Wish.CANNOT_ANSWER:
            return _without_answer(state, at_ms)
        case Wish.SKIP:
            return ask_next(state, at_ms, lead=wording.SKIP_LEAD, why="You asked to move on.")
        case Wish.NEEDS_TIME:
            return again(state, Action.HOLD, wording.TAKE_TIME, "You asked for a moment to think.")
        case Wish.FEEDBACK:
            return _fed_back(state)
        case Wish.STOP:
            return say_goodbye(state, "You asked to end the interview.", lead=wording.STOPPED)
        case Wish.GREETING:
            return state, wait(state, "You returned the greeting; the question is still yours.")
        case _:
            assert_never(wish)


def _repeated(state: InterviewState, question: OpenQuestion, wish: Wish, at_ms: int) -> Step:
    if question.repeats >= MAX_REPEATS:
        return ask_next(state, at_ms, lead=wording.LAST_REPEAT, why="The question had been said again twice.")
    lead, reason, core = wording.AGAIN_LEADS[question.repeats], "You asked to hear the question again.", question.core
    if wish is Wish.HEARING:
        lead, reason = wording.HEARING_LEAD, "You asked whether you can be heard."
    if wish is Wish.CLARIFY:
        lead, reason = wording.CLARIFY_LEAD, "You asked what the question means."
        simpler = rephrased(state.patterns[question.pattern_key], question.slots) if not question.probes else None
        if simpler is not None:
            lead, core = wording.REPHRASED_LEAD, simpler
            reason = "You asked what the question means, so it is put in simpler words."
    once_more = replace(state, open=replace(question, repeats=question.repeats + 1))
    return again(once_more, Action.REPEAT, wording.joined(lead, core, needed=wish is Wish.HEARING), reason)


def _without_answer(state: InterviewState, at_ms: int) -> Step:
    """One easier step, or the next question."""
    followup = probes.easier(state) if probes.is_in_time(state, at_ms) else None
    if followup is not None:
        return ask_probe(state, followup, None, lead=wording.EASIER_LEAD)
    return ask_next(state, at_ms, lead=wording.MOVE_ON_LEAD, why="You had no answer to the last question.")


def _fed_back(state: InterviewState) -> Step:
    if not state.plan.global_rules.feedback_when_asked:
        reason = "You asked how you are doing; in this interview no feedback is given."
        return again(state, Action.REPLY, feedback.DECLINED, reason)
    reason = "You asked how you are doing; this says something about the form of your answers and gives no score."
    return again(state, Action.REPLY, feedback.on_form(state.forms), reason)


# ------------------------------------------------------------------ asides


def _put_aside(state: InterviewState, question: OpenQuestion, aside: Aside, text: str, at_ms: int) -> Step:
    if aside is Aside.QUESTION:
        return _asked_back(state, question, text, at_ms)
    if question.asides + 1 >= MAX_ASIDES:
        return _left_aside(state, at_ms)
    noted = replace(state, open=replace(question, asides=question.asides + 1))
    return again(noted, Action.REPLY, asides.REPLIES[aside], asides.REASONS[aside])


def _asked_back(state: InterviewState, question: OpenQuestion, text: str, at_ms: int) -> Step:
    if question.asked_back + 1 >= MAX_QUESTIONS_BACK:
        return _left_aside(state, at_ms)
    noted = replace(state, open=replace(question, asked_back=question.asked_back + 1))
    honest = closing.honest_reply(state, text, again=question.asked_back > 0)
    reply = honest if question.asked_back < HONEST_REPLIES else wording.ASK_LATER
    return again(noted, Action.REPLY, reply, asides.REASONS[Aside.QUESTION])


def _left_aside(state: InterviewState, at_ms: int) -> Step:
    why = "The question had been left aside more than once."
    return ask_next(state, at_ms, lead=wording.NO_MORE_ASIDES, why=why)


# ------------------------------------------------------------------ answers


def _claimed(
    state: InterviewState, question: OpenQuestion, heard: Heard
) -> tuple[InterviewState, Contradiction | None]:
    """The state with what the answer claims, and the first contradiction that was not raised yet."""
    quoted = asked_about(state.claims, question.slots)
    asked = Asked(question.asked.question_id or question.main_id, question.main_id, quoted)
    new: Sequence[Claim] = said_in(heard, state.claims, asked)
    if not new:
        return state, None
    found = first_contradiction(state.claims, new, state.raised)
    return replace(state, claims=added(state.claims, new)), found


def expected_by(question: OpenQuestion) -> tuple[MissingPiece, ...]:
    """The pieces of a complete answer: to the whole question, or the one piece that a follow-up wants."""
    if question.probes == 0:
        return question.expects
    if question.asked.asks_for is not None:
        return (question.asked.asks_for,)
    return () if question.asked.quotes else asked_for(question.core)


def _read(question: OpenQuestion, text: str, heard: Heard, opinion: Opinion | None) -> _Heard:
    """An answer read against what the question expects."""
    expects = expected_by(question)
    kind = _kind_of_followup(question) if question.probes else question.asked.question_kind
    asked = expects if len(expects) == 1 or question.probes else asked_for(question.main_text)
    reading = read(heard, asked, fact=is_for_a_fact(kind, expects))
    return _Heard(text, heard.flat, reading, expects, kind, opinion)


def _kind_of_followup(question: OpenQuestion) -> QuestionKind:
    told = question.asked.question_kind
    if question.asked.quotes:
        return QuestionKind.SHORT
    return kind_of(question.core) if told is QuestionKind.SHORT else told


def _judged(
    state: InterviewState, question: OpenQuestion, heard: _Heard, found: Contradiction | None, at_ms: int
) -> Step:
    """What the answer lacks decides between a follow-up and the next question; a contradiction comes first."""
    own = judge(heard.reading, heard.expects, heard.kind)
    signals = joined(own, heard.opinion, heard.text)
    heard = replace(heard, reading=_supported(heard, own.signals, signals))
    overall = _overall(question, own, signals, heard)
    told = _told(state, question, heard, signals, overall)
    if found is not None and timebox.has_room_for_probe(state.plan, at_ms):
        return ask_probe(told, probes.for_contradiction(told, found), signals)
    followup = probes.choose(told, overall) if probes.is_in_time(told, at_ms) else None
    if followup is not None:
        return ask_probe(told, followup, signals)
    vague = told.open is not None and told.open.vague >= probes.MAX_VAGUE
    why = "Two answers in a row stayed general, so the interview goes on to another question." if vague else ""
    return ask_next(told, at_ms, signals=signals, why=why)


def _supported(heard: _Heard, own: AnswerSignals, signals: AnswerSignals) -> Reading:
    """The reading with the pieces that only the model found, in the answer's words."""
    found = {shown.piece: shown.quote for shown in heard.opinion.shown} if heard.opinion is not None else {}
    more = {piece: found[piece] for piece in own.missing if piece not in signals.missing}
    return replace(heard.reading, proof={**heard.reading.proof, **more}) if more else heard.reading


def _overall(question: OpenQuestion, own: Verdict, signals: AnswerSignals, heard: _Heard) -> AnswerSignals:
    """Signals of everything said to one question."""
    if question.probes == 0:
        return signals
    together = heard.reading if question.reading is None else read_together(question.reading, heard.reading)
    return judge(together, question.expects, _main_kind(question)).signals


def _main_kind(question: OpenQuestion) -> QuestionKind:
    return QuestionKind.STORY if question.expects else QuestionKind.SHORT


def _told(
    state: InterviewState, question: OpenQuestion, heard: _Heard, signals: AnswerSignals, overall: AnswerSignals
) -> InterviewState:
    """The state with what the answer told."""
    vague = signals.strength is AnswerStrength.VAGUE
    reading = heard.reading if question.reading is None else read_together(question.reading, heard.reading)
    after = replace(
        question,
        answers=question.answers + 1,
        reading=reading,
        lacking=overall.missing,
        vague=question.vague + 1 if vague else 0,
    )
    learnt = state.learnt
    if not vague:
        learnt = learnt | set(question.covers) | coverage.named_in(state.plan, heard.flat, learnt)
    form = feedback.Form(question.main_id, overall.strength, overall.missing)
    return replace(state, open=after, learnt=learnt, forms=feedback.noted(state.forms, form))
