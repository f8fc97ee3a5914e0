"""What a candidate's words are while an exercise is on the table: a wish, a question, a thought aloud or an answer.

People think aloud over code and figures ("so the loop should stop here, let me skip the first row"), so a wish counts
only where the whole sentence is one.
"""

from __future__ import annotations

import re
from enum import StrEnum

from controller.asides import Aside, read_aside
from controller.reading import listen, read
from controller.wishes import Wish, normalised, read_wish

MAX_DONE_WORDS = 14
MAX_QUESTION_WORDS = 40
MAX_ALOUD_WORDS = 12  # of a thought aloud before an answer has begun
LEAST_WORDS = 3


class Said(StrEnum):
    NOTHING = "nothing"
    STOP = "stop"
    SKIP = "skip"
    REPEAT = "repeat"
    HEARING = "hearing"
    TIME = "time"  # "give me a minute"
    GREETING = "greeting"
    FEEDBACK = "feedback"  # "is that right?"
    HINT = "hint"
    UNSURE = "unsure"  # "I don't know"
    DONE = "done"
    SUBMITS = "submits"
    SOLUTION = "solution"  # "just tell me the fix"
    PLAN = "plan"
    SCORE = "score"
    ORDER = "order"
    ASKS = "asks"  # a question about the exercise or how to go about it
    ALOUD = "aloud"  # a thought aloud: no answer, no question
    TELLS = "tells"


_PLEASE = r"(?:(?:okay|ok|well|so|um|yeah|yes|no|please|maybe|sorry|hey|and|actually|i think) )*"
_WANTS = (
    r"(?:(?:can|could|may|shall|should) (?:we|i|you) |(?:let's|let us|let me) |(?:i'd|i would) (?:like|want|prefer) to "
    r"|i(?:'ll| want to| need to| have to)? )?(?:please |just )?"
)
_STOP = re.compile(
    rf"^{_PLEASE}{_WANTS}(?:stop|end|finish|quit|leave)(?: with)?"
    r"(?: (?:the|this) (?:interview|call|session)| here| now)(?: (?:here|now|please))*$"
)
_STARTS_BARE = re.compile(r"^(?:stop|end|finish|quit|leave) here$")  # said of a loop
_SKIP = re.compile(
    rf"^{_PLEASE}{_WANTS}(?:move on|skip|pass|go (?:on )?to the next|take the next|have the next)"
    r"(?: (?:to|with|the|this|that|it|next|one|exercise|problem|task|case|question|thing|please|now|on|from))*$"
)
_AGAIN = re.compile(r"\b(?:you|question|task|repeat|pardon|sorry|come again|what was)\b")
_HINT = re.compile(
    r"\b(?:give|get|have|need|want|like|use|take|another|next|any|some|more|one|a|show) (?:\w+ ){0,2}?"
    r"(?:hints?|clues?|pointers?)\b"
    r"|^(?:\w+ )?(?:hint|clue)(?: please)?$"
    r"|\bi(?:'m| am) (?:\w+ ){0,2}?stuck\b|\bcan you help me\b|\bi need (?:some |a little |your )?help\b"
    r"|\b(?:i have|i've|got) (?:absolutely |really )?no (?:idea|clue)\b"
)
_NO_HINT = re.compile(
    r"\b(?:no|not|don't|without|won't) (?:\w+ ){0,3}?(?:hints?|help|clues?)\b|\bstuck in (?:a|the|this)\b"
)
_SOLUTION = re.compile(
    r"\b(?:tell|give|show|write|send) (?:me |us )?(?:\w+ ){0,2}?(?:solution|fix|bug|answers?|recommendation|fault"
    r"|code)\b"
    r"|\bwhat(?: is|'s) the (?:solution|fix|bug|fault|right answer|correct answer|answer)\b"
    r"|\b(?:can|could|will|would) you (?:please )?(?:fix|solve|write|do) (?:it|this|that|the \w+)(?: for me)?\b"
    r"|\bwhere(?: is|'s) the bug\b"
)
_DONE = re.compile(
    r"\b(?:i(?:'m| am)|we(?:'re| are)) (?:\w+ )?(?:done|finished)\b"
    r"(?!(?: with| on)? (?:the |this )?(?:first|second|one|half|part|line|bit))"
    r"|^(?:\w+ ){0,3}?(?:that's|that is|that was|that should be) (?:it|all|everything)"
    r"(?: (?:from me|i have|for me|i think|then|i see|i found|really))*$"
    r"|^(?:(?:okay|ok|and|yes|all|i'm|well) )*(?:done|finished)(?: now)?$"
    r"|\b(?:i have |i've )?(?:nothing|no) (?:else|more)(?: (?:remarks|comments|to (?:say|add|do)))?\b"
)
_SUBMITS = re.compile(
    r"\b(?:i(?:'ll| will| would|'d|'m going to| am going to| want to| can| should|'m ready to)|let me|shall i|should i"
    r"|can i|may i|ready to|just) (?:\w+ ){0,2}?(?:submit|hand (?:it|this) in)\b|\b(?:i'm|i am) submitting\b"
)
_OPENS_A_QUESTION = re.compile(
    r"^(?:(?:okay|ok|so|and|um|well|sorry|just|quick|one|question|wait|right|but|then|alright|hey|actually|also"
    r"|first) )*"
    r"(?:can|could|should|shall|may|must|do|does|is|are|am|will|would|was|were|has|have|what if|what happens"
    r"|what should|what about|what do you|how should|how do you|how much time|how many minutes|which \w+ should"
    r"|how long|what kind of"
    r"|what does the input|what is expected|am i allowed|i(?:'d| would) like to (?:know|ask|clarify)"
    r"|may i ask|i wonder|i was wondering|i(?:'m| am) wondering|i want to (?:ask|clarify))\b"
)
_SURELY = re.compile(
    r"^(?:(?:okay|ok|so|and|um|well|sorry|but) )*(?:am i allowed|how (?:much time|many minutes|long do i)|may i\b"
    r"|do you want|would you (?:like|want|prefer)|should i\b|do i need to)"
)
_YOU = re.compile(r"\b(?:you|your)\b")
_TO_ONESELF = re.compile(
    r"^(?:(?:okay|ok|so|and|um|well|wait|but|then|now) )*(?:what (?:does|do|is|was|did) (?:this|that|it|we|i"
    r"|the(?! (?:input|output|list|table|file|expected|data|caller)))\b"
    r"|why\b|where (?:does|do|is|did|are)\b|how (?:does|do|did|come|is|are|can i|could i|do i)\b|which\b|who\b"
    r"|can i (?:just|maybe|simply|even)\b|do i (?:even|really)\b|is (?:it|this|that) (?:because|the \w+ (?:loop|line))"
    r"|what if i\b|what happens (?:here|if i|when i|in)\b|could (?:it|this|that) be\b|would (?:it|this|that)\b"
    r"|does (?:this|that) (?:line|loop|function|even)\b|is (?:this|that) (?:it|why|right|the)\b)"
)
_ADDRESSED = re.compile(r"\b(?:you|your|i (?:assume|suppose|take it) \w+|correct|right)\b")
_ALOUD = re.compile(
    r"^(?:okay|ok|so|let me|let's|hm+|right|alright|well|now|first|i'm (?:reading|looking|just)"
    r"|i am (?:reading|looking)|i'll (?:read|look|start|run|have|take)|just)\b"
)
_ANSWERS = re.compile(r"\b(?:i would|i'd|i think|i guess|we should|they should|because|it is|it's)\b")
_READS = re.compile(r"\b(?:read|reading|look|looking|see|run|try|check|think|thinking|start|go through|have a look)\b")
_WISHES = {
    Wish.HEARING: Said.HEARING,
    Wish.GREETING: Said.GREETING,
    Wish.NEEDS_TIME: Said.TIME,
    Wish.CANNOT_ANSWER: Said.UNSURE,
    Wish.FEEDBACK: Said.FEEDBACK,
}
_ASIDES = {
    Aside.PLAN: Said.PLAN,
    Aside.SCORE: Said.SCORE,
    Aside.ANSWER: Said.SOLUTION,
    Aside.ORDER: Said.ORDER,
}


def heard_as(text: str, *, task: str, working: bool) -> Said:
    """What the words are. `working`: the candidate types, runs or calculates, so that they may speak to themselves."""
    said = normalised(text)
    if not said:
        return Said.NOTHING
    strict = _strict_wish(said)
    if strict is not None:
        return strict
    wish = read_wish(text)
    if wish in (Wish.REPEAT, Wish.CLARIFY) and _AGAIN.search(said):
        return Said.REPEAT
    if wish is Wish.FEEDBACK and working and not _ADDRESSED.search(said):
        return Said.ALOUD
    if wish in _WISHES:
        return _WISHES[wish]
    aside = _aside(text, task)
    if aside is not None:
        return aside
    if is_question(text, working=working):
        return Said.ASKS
    if working or _is_aloud(said):
        return Said.ALOUD
    return Said.TELLS


def _strict_wish(said: str) -> Said | None:
    """Wishes that only a whole sentence, or words that mean nothing else, can be."""
    if _STOP.match(said) and not _STARTS_BARE.match(said):
        return Said.STOP
    if _SKIP.match(said):
        return Said.SKIP
    if _HINT.search(said) and not _NO_HINT.search(said):
        return Said.HINT
    if _SOLUTION.search(said):
        return Said.SOLUTION
    if _SUBMITS.search(said) and len(said.split()) <= MAX_DONE_WORDS:
        return Said.SUBMITS
    if _DONE.search(said) and len(said.split()) <= MAX_DONE_WORDS:
        return Said.DONE
    return None


def _aside(text: str, task: str) -> Said | None:
    found = read_aside(text, task, read(listen(text)))
    return _ASIDES.get(found) if found is not None else None


def is_question(text: str, *, working: bool) -> bool:
    """Whether the last sentence asks the interviewer something. Questions to oneself are none while one works."""
    parts = [part for part in re.split(r"(?<=[.?!])\s+", text.strip()) if part]
    last = normalised(parts[-1]) if parts else ""
    words = last.split()
    if not LEAST_WORDS <= len(words) <= MAX_QUESTION_WORDS:
        return False
    marked = text.rstrip(" \"”'").endswith("?")
    if _SURELY.match(last) or (marked and _YOU.search(last)):
        return True
    if working and _TO_ONESELF.match(last) and not _ADDRESSED.search(last):
        return False
    if _OPENS_A_QUESTION.match(last):
        return marked or not working or bool(_ADDRESSED.search(last))
    return marked and not working


def _is_aloud(said: str) -> bool:
    words = said.split()
    if len(words) < LEAST_WORDS:
        return True
    short = len(words) <= MAX_ALOUD_WORDS and not _ANSWERS.search(said)
    return short and bool(_ALOUD.match(said) and _READS.search(said))
