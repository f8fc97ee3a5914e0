"""The close: the candidate's own questions, answered honestly by someone who is not from the company, then goodbye."""

from __future__ import annotations

import re
from dataclasses import replace

from controller import feedback, timebox, wording
from controller.asking import Step, again, say_goodbye
from controller.decisions import Action
from controller.probes import opened
from controller.state import InterviewState
from controller.wishes import Wish, has_nothing_to_ask, normalised, read_wish

MAX_REPLIES = 2
LAST_REPLY_ROOM_MS = 25_000  # with less left, the reply and the goodbye are one
_MORE = "Is there anything else you would like to ask?"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ASKS = re.compile(
    r"\?|(?:^|[.!?,]\s+|\b(?:and|so|but|well|yes|yeah|okay|um|uh|know|ask|wonder|wondering|hear),? )"
    r"(?:what|how|who|why|where|which|do you|does|is|are|can|could|would|will"
    r"|when (?:do|will|would|is|are|can|should))\b"
    r"|\bi(?:'d| would|'m| am)? (?:like to (?:know|ask|hear)|wonder|curious|wondering|interested in)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"^(?:yes |yeah |sure |well |actually )*(?:i (?:do )?have (?:a|one|two|some|a few"
                        r"|a couple(?: of)?)"
                        r" questions?|i have one|i do|yes|yeah|sure)$")  # fmt: skip
_ABOUT_THE_RESULT = re.compile(
    r"\bhow (?:did|was|am) i\b|\bfeedback\b|\bscore\b|\bdid i (?:pass|do)\b|\bmy (?:answers?|performance|chances)\b",
    re.IGNORECASE,
)
_KNOWN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(source, re.IGNORECASE), reply)
    for source, reply in (
        (
            r"\bnext (?:steps?|stage|round)\b|\bhear (?:back|from)\b|\bwhat happens (?:next|after|now|then)\b"
            r"|\bwhen will\b"
            r"|\btimeline\b|\bhiring process\b",
            "This is a practice interview, so what follows is your report, as soon as we finish.",
        ),
        (
            r"\bare you (?:a |an )?(?:real|human|robot|ai|person|bot|machine|actual)\b|\bwho are you\b|\bchat ?gpt\b",
            "I am a practice interviewer made of software, and I don't belong to any company.",
        ),
        (
            r"\b(?:is (?:this|it)|are we|are you|being) (?:being )?record(?:ed|ing)\b|\bwho (?:can|will) (?:see|hear"
            r"|listen)\b",
            "What is kept of this interview is yours to see and to delete, as you agreed before it began.",
        ),
    )
)
_COMMON = _words(
    "about after also and any anything are been company could describe does for from have here how into know like look "
    "looking more much our people role tell than that the their them there they this time want what when where which "
    "who will with work working would you your does currently expect expected experience year years job using use"
)


def answered(state: InterviewState, text: str, at_ms: int) -> Step:
    """What follows the candidate's words at the close. Raises ValueError when no question is open."""
    wish = read_wish(text)
    if wish is Wish.REPEAT or wish is Wish.HEARING:
        return again(state, Action.REPEAT, opened(state).core, "You asked to hear it again.")
    if wish is Wish.CLARIFY:
        return again(state, Action.REPEAT, opened(state).core, "You asked what is meant.")
    if wish is Wish.FEEDBACK:
        return _reply(state, "How did I do?", at_ms)
    if wish is Wish.NEEDS_TIME:
        return again(state, Action.HOLD, wording.TAKE_TIME, "You asked for a moment to think.")
    if wish in (Wish.CANNOT_ANSWER, Wish.SKIP, Wish.STOP) or has_nothing_to_ask(text):
        return say_goodbye(state, "You had nothing more to ask, so the interview ended.")
    if _ANNOUNCES.match(normalised(text)):
        return again(state, Action.REPLY, "Please, go ahead.", "You said that you have a question.")
    if _ASKS.search(text):
        return _reply(state, text, at_ms)
    return say_goodbye(state, "You asked no further question, so the interview ended.")


def _reply(state: InterviewState, text: str, at_ms: int) -> Step:
    question = opened(state)
    reply = honest_reply(state, text, again=question.replies > 0)
    reason = "You asked a question; a practice interviewer answers only what it can know."
    late = at_ms + LAST_REPLY_ROOM_MS > timebox.total_ms(state.plan)
    if question.replies + 1 >= MAX_REPLIES or late:
        return say_goodbye(state, f"{reason} Then the interview ended.", lead=reply)
    after = replace(state, open=replace(question, replies=question.replies + 1))
    return again(after, Action.REPLY, wording.joined(reply, _MORE), reason)


def honest_reply(state: InterviewState, text: str, *, again: bool = False) -> str:
    """One sentence that invents nothing: what the product knows of itself, or what the job description says.

    `again`: it has already been said who is speaking.
    """
    if _ABOUT_THE_RESULT.search(text):
        return feedback.on_form(state.forms) if state.plan.global_rules.feedback_when_asked else feedback.DECLINED
    for pattern, reply in _KNOWN:
        if pattern.search(text):
            return reply
    company = state.plan.metadata.company or "the company"
    lines = [slots["jd_line"] for slots in state.plan.phases[-1].slots if "jd_line" in slots]
    line = _closest(text, lines)
    honest = f"I am a practice interviewer and can't speak for {company}"
    if line is None and again:
        return "That is one for the real interview as well."
    if line is None:
        return f"{honest}, so keep that question for the real interview."
    says = f"the job description says: “{_one_line(line)}”."
    return says[:1].upper() + says[1:] if again else f"{honest}, but {says}"


def _one_line(line: str) -> str:
    """A line of the job description fit to stand inside one sentence."""
    return " ".join(line.replace(". ", ", ").replace("?", "").replace("!", "").split()).rstrip(" .")


def _closest(text: str, lines: list[str]) -> str | None:
    asked = _stems(text)
    best = max(lines, key=lambda line: len(asked & _stems(line)), default="")
    return best if asked & _stems(best) else None


def _stems(text: str) -> set[str]:
    words = normalised(text).split()
    return {word[:6] for word in words if len(word) > 3 and word not in _COMMON}
