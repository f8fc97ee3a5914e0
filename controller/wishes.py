"""Tells a wish from an answer: "could you repeat that?", "I don't know", "give me a moment", "can we stop here?"

A wish is one only when little else was said: "I don't know the exact figure, but about forty percent" is an answer.
"""

from __future__ import annotations

import re
from enum import StrEnum

MAX_OTHER_WORDS = 2  # content words that may stand beside a wish
MAX_WISH_WORDS = 30
MAX_WISH_CHARS = 400
_SIGNS = re.compile(r"[^\w' ]+")
_SOUND = re.compile(r"u+h*m*|e+r+m*|h+m+|a+h+")


class Wish(StrEnum):
    REPEAT = "repeat"
    HEARING = "hearing"  # "can you hear me?"
    CANNOT_ANSWER = "cannot_answer"
    SKIP = "skip"
    NEEDS_TIME = "needs_time"
    CLARIFY = "clarify"
    FEEDBACK = "feedback"
    STOP = "stop"
    GREETING = "greeting"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE = (
    r"(?:(?:could|can|would|will|may|should|shall|might) (?:you|we|i) |let's |let us |i(?:'d| would) (?:like|want) to "
    r"|i want to |i need to )?"
)
_WISHES: tuple[tuple[Wish, str], ...] = (
    (
        Wish.STOP,
        rf"{_BEFORE}(?:stop|end|finish|quit|leave)(?: with)?(?: (?:the|this) (?:interview|call|session)| here"
        rf"| this| now)+",
    ),
    (
        Wish.REPEAT,
        r"(?:(?:could|can|would|will) you )?(?:say|repeat|ask|read)(?: me)? (?:that|it|this|the question"
        r"|your question|the last question)"
        r"(?: (?:again|once more|one more time))*|(?:could|can|would) you repeat|what(?: was| is|'s) (?:the"
        r"|your) question"
        r"|come again|i (?:did not|didn't|could not|couldn't|don't think i) (?:quite |really )?(?:catch|hear"
        r"|get|caught|heard|got) "
        r"(?:that|you|it|the question|what you said|all of that)|one more time|you (?:broke|cut) (?:up|out)|once more"
        r"|(?:^(?:what|sorry|pardon(?: me)?|excuse me|huh|say again|again)(?: what| sorry| pardon)?$)",
    ),
    (
        Wish.HEARING,
        r"(?:can|do) you hear me|are you (?:there|still there)|is (?:this|my mic\w*) (?:on|working)"
        r"|(?:^hello(?: hello)*$)",
    ),
    (
        Wish.SKIP,
        rf"{_BEFORE}(?:(?<!then )(?<!and )(?<!just )move on|skip|go (?:on )?to the next|take the next|have the next"
        r"|get to the next|go to another)"
        r"(?: (?:that|this|it|one|question|the question|this question|the next|to))*"
        r"|(?:^|the |okay |ok |yes |sure |please )next (?:question|one)(?: please)?$"
        r"|(?:^pass(?: on)?(?: this| that| it)?$)"
        r"|i(?:'d| would)? (?:rather|prefer) (?:not|skip)(?: to)?(?: (?:say|answer|talk|discuss|get into"
        r"|go into|that|this|it|about))*",
    ),
    (
        Wish.CANNOT_ANSWER,
        r"i (?:really |honestly |truly |actually )?(?:do not|don't|can't|cannot|could not"
        r"|couldn't) (?:really |actually |even |honestly )?"
        r"(?:know|remember|recall|answer|think of|come up with|say)(?: (?:that|this|it|one|any|anything|an|a"
        r"|good|example|examples|answer|how|to|what"
        r"|the|right|now|off|top|of|my|head|question|moment|at|specific|about|for))*"
        r"|i (?:do not|don't) (?:really )?have (?:an?|any|one|much|that|a good)(?: (?:good|example|answer"
        r"|experience|idea|one|specific|with|that"
        r"|of|for|this|in|story))*|(?:i have |i've )?no (?:idea|clue|answer|example|experience)(?: (?:with|of"
        r"|for|about|that|this|one))*"
        r"|i(?:'ve| have)? never (?:really )?(?:done|had|faced|been in|experienced|seen|used|worked with|come across)"
        r"(?: (?:that|this|it|one|anything|something|like|such|a|situation|before))*"
        r"|nothing comes to mind|(?:i am |i'm )?not (?:really )?sure(?: (?:what|how|to|say|answer|that|this"
        r"|about|i|can))*"
        r"|(?:it|that)(?:'s| has| hasn't| has not)? (?:never |not )?happened(?: to me)?(?: before)?"
        r"|(?:^dunno$)|my mind (?:is|went) blank|i(?:'m| am) (?:stuck|blank\w*)",
    ),
    (
        Wish.NEEDS_TIME,
        r"(?:give me|i need|i'll need|let me have|let me take|(?:can|could|may) i (?:have|take|get)|i'd like) "
        r"(?:just )?(?:a|one|some|another|a little|a few|a bit of)(?: (?:more|little|quick))? (?:moment"
        r"|moments|minute|minutes|second|seconds|sec|bit|time)"
        r"(?: (?:to think|of time|please|to think about it|about that|to|think))*"
        r"|let me (?:just )?think(?: (?:about|of|that|it|this|for|a|an|second|moment|minute|here|example))*"
        r"|(?:hold|hang) on(?: a (?:second|moment|minute|sec))?"
        r"|(?:one|just a) (?:moment|second|sec|minute)|bear with me|i(?:'m| am) (?:still )?thinking(?: about it)?",
    ),
    (
        Wish.CLARIFY,
        r"what (?:exactly )?do you mean(?: (?:by|with|exactly|that|this|\w+))*|(?:do|did) you mean [\w' ]{2,80}"
        r"|(?:could|can|would) you (?:please )?(?:clarify|rephrase|explain|elaborate|reword)(?: (?:that|it"
        r"|the|question|a|bit|what|you|mean|on))*"
        r"|i (?:do not|don't|didn't|did not) (?:really |quite )?understand(?: (?:that|it|the|question|what"
        r"|you|mean|this))*|in what sense"
        r"|(?:should|can|may|could) i (?:talk about|use|pick|choose|speak about|give|take"
        r"|tell you about) [\w' ]{2,80}"
        r"|(?:what|which) (?:kind|sort|type) of [\w' ]{2,60}(?:do you mean|are you looking for|do you want)",
    ),
    (
        Wish.FEEDBACK,
        r"how (?:am i|was that|did i|was i|was my answer|is it)(?: (?:doing|do|going|so far|answer))*"
        r"|(?:was|is) (?:that|this|it)(?: a| an)? (?:ok|okay|right|good|enough|fine|correct"
        r"|what you (?:wanted|were looking for|meant))(?: (?:answer|so far))*"
        r"|(?:did|does) that answer (?:your|the) question",
    ),
    (
        Wish.GREETING,
        r"(?:^(?:hi|hello|hey|good (?:morning|afternoon|evening))\b(?: \w+){0,3}$)|(?:nice|good|great"
        r"|pleasure) to meet you|thanks? (?:you )?for having me",
    ),
)
_COMPILED = tuple((wish, re.compile(rf"(?<![\w'])(?:{source})(?![\w'])")) for wish, source in _WISHES)
_PADDING = _words(
    "a an the and but so well oh okay ok yes yeah no um uh er erm hmm like just please sorry thanks thank you i'm i "
    "am afraid honestly actually really maybe that this it is to of for on in at me my one think guess you know mean "
    "right hi hello there question if possible again be i can could would we let's now good do don't have more"
)
_YES = _words(
    "yes yeah yep yup sure okay ok fine please absolutely definitely alright certainly go ahead let's do it that "
    "that's works sounds good move on next question the to lets of course i'd like would we can no problem with me one"
)
_YES_WORDS = _words(
    "yes yeah yep yup sure okay ok absolutely definitely alright certainly ahead course fine next move please"
)
_NO = re.compile(
    r"^(?:no|nope|nah|not yet|not really|no thanks|no thank you)\b|\b(?:i'd like to (?:answer|try|stay)"
    r"|let me (?:try|answer)|i(?:'m| am) (?:still )?thinking"
    r"|(?:give me|i need) (?:a|one|some|another))\b"
)
_NOTHING_TO_ASK = re.compile(
    r"\b(?:no(?: thanks?| thank you)?,? ?(?:i'm good|i don't|nothing|not really|questions|that's)?|i(?:'m"
    r"| am) (?:good|fine|all set|ok|okay)"
    r"|(?:that's|that is|that was|it's) (?:all|it|everything|fine)|nothing (?:else|more|from|right|comes)?"
    r"|(?:i )?(?:don't|do not) (?:think so|have any)"
    r"|no(?:ne| more| further)? ?(?:questions|for now)?|not (?:really|at the moment|for now|right now)"
    r"|all good|you(?:'ve| have) (?:answered|covered))\b"
)


def normalised(text: str) -> str:
    """Lower case, straight apostrophes, no punctuation, no fillers, single spaces."""
    lowered = text.lower().replace("’", "'")
    said = _SIGNS.sub(" ", lowered).split()
    return " ".join(word for word in said if word[0] not in "ueha" or not _SOUND.fullmatch(word))


def read_wish(text: str) -> Wish | None:
    """The wish that a turn expresses, or None where it is an answer."""
    if len(text) > MAX_WISH_CHARS:
        return None
    said = normalised(text)
    if not said or len(said.split()) > MAX_WISH_WORDS:
        return None
    for wish, pattern in _COMPILED:
        if pattern.search(said) and _little_besides(pattern.sub(" ", said)):
            return wish
    return None


def _little_besides(rest: str) -> bool:
    for _, pattern in _COMPILED:
        rest = pattern.sub(" ", rest)
    return sum(word not in _PADDING for word in rest.split()) <= MAX_OTHER_WORDS


def agrees(text: str) -> bool:
    """Whether a turn says yes to an offer, and nothing else."""
    words = normalised(text).split()
    return (
        bool(words) and len(words) <= 10 and all(word in _YES for word in words) and any(w in _YES_WORDS for w in words)
    )


def declines(text: str) -> bool:
    """Whether a turn says no to an offer, and little else."""
    said = normalised(text)
    return bool(_NO.search(said)) and len(said.split()) <= 12


def has_nothing_to_ask(text: str) -> bool:
    """Whether a turn at the close means "no questions"."""
    said = normalised(text)
    return "?" not in text and len(said.split()) <= 20 and bool(_NOTHING_TO_ASK.search(said))
