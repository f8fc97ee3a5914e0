"""What graders read in spoken words: how many sentences and questions, and words that an interviewer must not say.

A sentence ends at a full stop, question mark or exclamation mark before a space. A lead such as "Thank you." is a
sentence of its own; what stands in quotation marks is somebody's words and ends none; a colon ends none; neither does
the stop of an abbreviation such as "Ltd.".
"""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_ABBREVIATION = re.compile(
    r"\b(?:pvt|ltd|inc|corp|co|mr|mrs|ms|dr|st|no|vs|approx|dept|e\.g|i\.e|b\.sc|m\.sc|[a-z])\.", re.IGNORECASE
)
_ENDS = re.compile(r"(?<=[.!?…])\s+")
_ASKS = r"(?:what|how|why|who|whom|when|where|which)"
_TWO_IN_ONE = re.compile(
    rf"\b{_ASKS}\b[^?.]*[,;]? and (?:also )?{_ASKS} (?:did|do|does|was|were|is|are|would|will|have|has)\b[^?.]*\?",
    re.IGNORECASE,
)
_LEAKS = re.compile(
    r"\b(?:the|my|your|our|this) (?:interview )?plan (?:says|is to|for this interview|tells)|\binterview plan\b"
    r"|\brubrics?\b"
    r"|\bquestion patterns?\b|\bpattern keys?\b|\bprobe (?:tree|depth)\b|\bprobes?\b|\bcoverage\b|\bsystem prompt\b"
    r"|\bmy (?:instructions|prompt|rules|notes say)\b|\bclassif\w+|\bfollow-?up budget\b|\btemplate\b|\bscoring\b"
    r"|\bas an? (?:ai|language model)\b|\bstress interview\b|\bmust[- ]have items?\b|\bclaim triggers?\b"
    r"|\{\{|\}\}|\b[a-z]+_[a-z_]+\b",
    re.IGNORECASE,
)
_SCORES = re.compile(
    r"\b(?:your|you) (?:current )?(?:score|rating|grade|marks?)\b|\byou(?:'d| would| have|'ve)? scored?\b|\b(?:i"
    r"|we) (?:would )?(?:rate|score|grade) you"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of (?:five|ten|5|10|100|a hundred) points?\b"
    r"|\b\d+(?:\.\d)?\s*/\s*(?:5|10|100)\b|\b\d+ points\b|\bstrong hire\b|\byou(?:'ve| have)? (?:pass|passed|failed"
    r"|are hired)(?: (?:the|this) (?:interview|test|question))?(?=[.,!]|$)",
    re.IGNORECASE,
)
_FEEDBACK = re.compile(
    r"\b(?:good|great|excellent|perfect|strong|weak|bad|poor|vague|wrong|nice|solid|impressive) (?:answers?"
    r"|examples?|point|job|work so far)\b"
    r"|\bwell done\b|(?:^|[.!?,] )(?:that|this)(?:'s| was| is) (?:really |very |quite |just )?(?:good|great"
    r"|excellent|perfect|wrong|weak|vague|impressive|not enough)\b"
    r"|\byou (?:did|are doing|have done) (?:very |quite |really )?(?:well|badly|great|fine|poorly)\b"
    r"|\byour answers? (?:was|were|is|are|has|have|stayed|lacks?)\b"
    r"|\bso far (?:i have heard|your answers)\b|\bi(?:'m| am) impressed\b|\bimpressive\b|\bexactly right\b",
    re.IGNORECASE,
)
_RUDE = re.compile(
    r"\b(?:stupid|idiot\w*|dumb|shut up|ridiculous|pathetic|you(?:'re| are) (?:lazy|useless|lying|a liar"
    r"|incompetent)|useless answers?|nonsense|rubbish|garbage|you lied"
    r"|dishonest|hurry up|waste of (?:my )?time|wasting my time|that(?:'s| is) not an answer|you (?:clearly"
    r"|obviously) (?:can't|don't|didn't)"
    r"|what is wrong with you|do you even|are you even|seriously\?|pay attention|i don't believe you"
    r"|nobody would hire|damn|hell|crap"
    r"|you should be ashamed|calm down|stop wasting|pointless|embarrassing)\b",
    re.IGNORECASE,
)


def unquoted(text: str) -> str:
    """The speaker's own words: what is quoted becomes one word."""
    return _QUOTED.sub("this", text)


@lru_cache(maxsize=20_000)
def sentence_count(text: str) -> int:
    """How many sentences are said."""
    own = _ABBREVIATION.sub(lambda found: found[0].replace(".", ""), unquoted(text))
    return sum(bool(re.search(r"\w", part)) for part in _ENDS.split(own.strip()))


@lru_cache(maxsize=20_000)
def question_count(text: str) -> int:
    """How many things are asked: question marks, and two questions that an "and" joins in one."""
    own = unquoted(text)
    return own.count("?") + len(_TWO_IN_ONE.findall(own))


@lru_cache(maxsize=20_000)
def leaked(text: str) -> str | None:
    """Words of the interviewer's own workings, or None."""
    found = _LEAKS.search(unquoted(text))
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def score_in(text: str) -> str | None:
    """Words that give a score, or None."""
    found = _SCORES.search(unquoted(text))
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def feedback_in(text: str) -> str | None:
    """Words that judge an answer, or None."""
    found = _FEEDBACK.search(unquoted(text))
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def rude_in(text: str) -> str | None:
    """Rude words, or None."""
    found = _RUDE.search(unquoted(text))
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Lower case without punctuation: for comparing what is said."""
    return " ".join(re.sub(r"[^\w' ]+", " ", text.lower().replace("’", "'")).split())
