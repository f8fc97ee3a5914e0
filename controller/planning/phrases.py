"""Lines of documents as words that can be said aloud: cleaned, quoted, cut where a clause ends."""

from __future__ import annotations

import re
import unicodedata

from controller.templates import sentences

MAX_QUOTED_WORDS = 20  # a longer quotation is hard to follow by ear
MIN_WORDS = 4  # a clause is not cut shorter than this

_BULLET = re.compile(r"^\s*(?:[-–—*•‣▪◦·●☞⌲→>]+|\d{1,2}[.)])\s*")
_UNSPEAKABLE = re.compile('[{}<>“”„"]')
_BREAK = re.compile(
    r",\s|;\s|:\s|\s[-–—]\s|\.\s|\s\(|\s(?=(?:and|by|using|with|which|while|resulting|through|for|across|to|including"
    r"|such as|so that|in order|as well|that|who|where)\s)"
)
_DANGLING = re.compile(
    r"(?:[\s,;:(]|(?<!\S)(?:and|or|by|using|with|which|while|through|for|across|to|of|in|on|the|a|an|as|from|including|at"
    r"|into|that|such|our|your|is|are|be|being|have|both|combined|preferably|especially|particularly|so|then"
    r"|(?<!did )(?<!does )(?<!do )not))+$",
    re.IGNORECASE,
)
# Words to a machine that reads the document. They are never said, whoever let them pass.
_TO_A_MACHINE = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:above|previous|prior|instructions?|rules|prompt|everything)\b"
    r"|\b(?:system|developer) (?:prompt|message)\b|\bas an ai\b"
    r"|\bare (?:now )?(?:a|an) (?:\w+ )?(?:ai|chat ?bot|language model|helpful assistant)\b|\bare now (?:a|an)\b"
    r"|\b(?:rate|score|grade|rank) (?:me|(?:this|the) candidate|him|her|them)\b"
    r"|\bgive (?:me|(?:this|the) candidate)\b.{0,30}\b(?:100|full marks?|top|highest|maximum|perfect|hire)\b"
    r"|\b(?:ai|llm|gpt|model)s? (?:reading|reviewing|evaluating|grading|must|should)\b"
    r"|\bhire (?:me|(?:this|the) candidate) (?:now|immediately)\b",
    re.IGNORECASE,
)


def cleaned(text: str) -> str:
    """One line without bullet, braces, quotation marks and control characters; empty if it speaks to a machine."""
    seen = text
    if not text.isprintable():
        seen = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf") else sign for sign in text)
    line = " ".join(_UNSPEAKABLE.sub(" ", _BULLET.sub("", seen.strip())).split()).strip(" .;,:*_|·")
    return "" if _TO_A_MACHINE.search(line) else line


def name_of(text: str | None, limit: int = 60) -> str:
    """A name fit to stand in a spoken sentence; empty when there is none."""
    line = cleaned(text or "")
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0]


def quotation(text: str) -> str:
    """The beginning of a document's line, verbatim, at most MAX_QUOTED_WORDS words, cut where a clause ends."""
    first = next(iter(sentences(cleaned(text))), "")
    return shortened(first, MAX_QUOTED_WORDS)


def shortened(phrase: str, limit: int) -> str:
    """At most `limit` words of `phrase`, cut where a clause ends if there is such a place."""
    words = phrase.rstrip(" .;,:").split()
    if len(words) <= limit:
        return _DANGLING.sub("", " ".join(words)) or phrase
    head = " ".join(words[: limit + 1])
    cuts = [cut.start() for cut in _BREAK.finditer(head) if len(head[: cut.start()].split()) >= MIN_WORDS]
    cut = head[: cuts[-1]] if cuts else " ".join(words[:limit])
    return _DANGLING.sub("", cut) or cut
