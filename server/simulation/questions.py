"""What a candidate understands of what is said to them: from the spoken words alone."""

from __future__ import annotations

import re
from typing import Literal, get_args

Need = Literal[
    "opening",
    "story",
    "scenario",
    "context",
    "ownership",
    "metric",
    "tradeoff",
    "result",
    "reflection",
    "concrete",
    "deeper",
    "easier",
    "contradiction",
    "offer",
    "patience",
    "close",
    "back",  # the interviewer came back to the question that is still open
    "any",  # said whatever was asked
]
PIECES: frozenset[Need] = frozenset({"context", "ownership", "metric", "tradeoff", "result", "reflection"})
NEEDS: frozenset[str] = frozenset(get_args(Need))
MAX_FOLLOWUP_WORDS = 22  # a longer question is a new one
_QUOTE = re.compile(r"[“\"][^”\"]{2,}[”\"]")
_SMALL: tuple[tuple[Need, str], ...] = (
    ("offer", r"shall we (?:move on|finish here)|a little more time"),
    ("patience", r"^(?:take your time|no rush|take the time you need|of course, take your time|all right, i'll wait)"),
    (
        "close",
        r"(?:like|want|wish) to ask (?:me|us)|questions? (?:for|to) (?:me|us)|would you like to ask\b|your turn to ask"
        r"|need to know from me to decide|anything you would like to ask"
        r"|it is your turn|hear from (?:one of )?us|decide whether you want this job"
        r"|questions (?:about the role have we|do you have for)|please ask us",
    ),
    (
        "back",
        r"let's (?:stay with this question|come back to my question|simply go on)|hear your own (?:way|answer)"
        r"|hear your answer|please keep that one|^so far (?:i have|your)|haven't heard enough yet"
        r"|practice interviewer|please, go ahead",
    ),
    ("easier", r"^that's fine\.(?! let's)"),
)
_PIECES: tuple[tuple[Need, str], ...] = (
    (
        "reflection",
        r"differently|\blearn|looking back|\btake (?:away )?from|know now|\bteach|taught|hindsight"
        r"|tell someone who starts|since then|exactly as it was",
    ),
    (
        "tradeoff",
        r"else did you consider|cost you|opposite|give up|another way|close second|the price|leave undone"
        r"|alternative|instead|trade-?off|wrong choice|other (?:option|version|way)|against it|weigh",
    ),
    ("metric", r"how (?:many|much|large|big|long|often|far)|figure|\bnumbers?\b|measure|percent|from where to where"),
    (
        "ownership",
        r"yourself|yours alone|personally|your (?:own )?part\b|without you|the word \"?i\b|own list"
        r"|as opposed to the team|which part would they|your own",
    ),
    (
        "result",
        r"how did (?:it|that|this) (?:end|turn out|go)|was different|weeks after|how do you know|left of it"
        r"|changed|outcome|better off|in the end|what happened",
    ),
    (
        "context",
        r"set the scene|who else was|situation|where was|urgent|who needed|when was|nobody had done"
        r"|around this|reached you|already been decided",
    ),
    (
        "concrete",
        r"concrete|pick one|choose one|one (?:case|day|moment|thing|example)|single thing|the last time"
        r"|a name, a date|stood next|last do it|really happened",
    ),
)
_SCENARIO = re.compile(
    r"\b(?:what|how|where|whom?|which) (?:do|would|will) you\b|\bhow would you\b|\bwhat should\b|\byou must\b",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\btell me about|\btake me through|\bwalk me through|\bdescribe\b|\bgive me an\b|\btell me, ", re.IGNORECASE
)
_GREETS = re.compile(r"^(?:hello|hi|welcome)\b", re.IGNORECASE)


def quoted(text: str) -> tuple[str, ...]:
    """What a turn quotes, without its quotation marks."""
    return tuple(found[0][1:-1].strip() for found in _QUOTE.finditer(text))


def need_of(text: str) -> Need:
    """What somebody who hears `text` is asked for."""
    if _GREETS.search(text):
        return "opening"
    for need, pattern in _SMALL:
        if re.search(pattern, text, re.IGNORECASE):
            return need
    if len(quoted(text)) >= 2:
        return "contradiction"
    if len(text.split()) <= MAX_FOLLOWUP_WORDS and not _STORY.search(text):
        for need, pattern in _PIECES:
            if re.search(pattern, text, re.IGNORECASE):
                return need
    if _STORY.search(text):
        return "story"
    if _SCENARIO.search(text):
        return "scenario"
    return "deeper" if len(text.split()) <= 12 else "story"
