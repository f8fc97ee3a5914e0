"""Small rules about turns: what is only a backchannel, when two transcripts are the same, how split answers join."""

from __future__ import annotations

import re

from schema.transcript import Word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BACKCHANNELS = _words(
    """mm mhm mmhm hm hmm uh huh uhhuh ah oh yeah yes yep right ok okay sure sounds good i see got it alright"""
)
_BACKCHANNEL_PHRASES = frozenset(
    {
        "mm hm", "mm hmm", "uh huh", "i see", "got it", "sounds good", "all right", "yeah yeah", "yes yes", "ok sure",
        "oh ok", "oh okay", "okay okay", "right right", "yeah ok", "yeah okay", "oh i see", "ok yeah",
    }
)  # fmt: skip
_FILLERS = _words("""um uh er erm uhm hmm hm mm mhm ah""")
MAX_BACKCHANNEL_WORDS = 3


def normalise(text: str) -> str:
    """Lower-case words only, so that punctuation and case never make two transcripts differ."""
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))


def is_backchannel(text: str) -> bool:
    """Whether the words are only a sign of listening ("mm-hm", "yes", "right"), not a wish to take the turn."""
    words = normalise(text).split()
    if not words or len(words) > MAX_BACKCHANNEL_WORDS:
        return False
    joined = " ".join(words)
    return joined in _BACKCHANNEL_PHRASES or all(word in _BACKCHANNELS - {"i", "it", "got", "see"} for word in words)


def is_filler(text: str) -> bool:
    """Whether nothing but hesitation was said."""
    words = normalise(text).split()
    return bool(words) and all(word in _FILLERS for word in words)


def join_texts(*texts: str) -> str:
    return " ".join(text.strip() for text in texts if text.strip())


def shift_words(words: tuple[Word, ...], offset_s: float) -> tuple[Word, ...]:
    """The words moved by `offset_s`, never before zero."""
    return tuple(
        word.model_copy(update={"start_s": max(word.start_s + offset_s, 0), "end_s": max(word.end_s + offset_s, 0)})
        for word in words
    )
