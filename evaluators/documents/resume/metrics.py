"""Clauses of a résumé that claim a measured effect, word for word, and the quotable beginning of any line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evaluators.documents.resume.pieces import Piece

MAX_QUOTED_WORDS = 20  # a longer quotation is hard to follow by ear
MIN_WORDS = 4  # a clause is not cut shorter than this
MAX_METRICS = 60
LONGEST = 600  # letters of a bullet that are quoted from
_NUMBER = r"\d{1,3}(?:[,.]\d{1,3}){0,4}|\d{1,12}(?:\.\d{1,4})?"
_CURRENCY = r"(?:[$€£₹¥]|Rs\.?|INR|USD|EUR|GBP|AED|SGD)"
_SCALE = r"(?:[kKmMbB]\b|bn\b|mn\b|cr\b|million|billion|thousand|lakhs?|lacs?|crores?)"
_FIGURE = re.compile(
    rf"(?<![\w.,/-])(?:~|>|<)?(?:"
    rf"{_CURRENCY}\s?(?:{_NUMBER})\s?{_SCALE}?\+?"
    rf"|(?:{_NUMBER})\s?(?:{_SCALE}\s?)?\+?\s?(?:%|percent(?:age points?)?\b|per cent\b|basis points?\b|bps\b)"
    rf"|(?:{_NUMBER})\s?(?:x|X|×)(?![\w])"
    rf"|(?:{_NUMBER})[\s-]?(?:ms|milliseconds?|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|weeks?|GB|TB|PB|MB"
    rf"|rps|qps|tps|fps)\b"
    rf"|(?:{_NUMBER})\s?{_SCALE}\+?"
    rf"|(?:{_NUMBER})\+"
    rf"|(?!(?:19|20)\d\d\b)\d{{1,3}}(?:,\d{{2,3}})+(?=\s[a-z])"
    rf"|(?!(?:19|20)\d\d\b)\d{{2,7}}(?=\s(?:[a-z-]+\s){{0,2}}[a-z-]+s\b)"
    rf"|from\s(?:about\s|around\s|over\s)?\S{{1,12}}(?:\s[a-z]+)?\s(?:down\s|up\s)?to\s(?:about\s|under\s|just\s)?\d"
    rf"|(?:top|first|second|third|no\.?|#)\s?\d{{1,3}}\s?%?"
    rf")",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"\b(?:doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing)|(?:two|three|four|five|ten)fold"
    r"|by (?:a|one|two) (?:third|quarter|half)s?"
    r"|in half|from \w+ (?:\w+ ){0,2}to (?:one|two|three|four|five|six|seven|eight|nine|ten|zero)\b|to zero)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\b(?:c?gpa|percentile|marks|grade)\b", re.IGNORECASE)
_BREAK = re.compile(
    r",\s|;\s|:\s|\s[–—-]\s|\.\s|\s\(|\s(?=(?:and|by(?!\s\S{0,4}\d)|using|with|which|while|resulting|through|for"
    r"|across|to(?!\s\S{0,4}\d)|including|such as|so that"
    r"|in order|as well|that|who|where|leading|achieving|enabling|improving|reducing|increasing)\s)"
)
_DANGLING = re.compile(
    r"(?:[\s,;:(–—-]|(?<!\S)(?:and|or|by|using|with|which|while|through|for|across|to|of|in|on|the|a|an|as|from"
    r"|including|at|into|that|such|our))+$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z0-9%)])[.!;]\s+(?=[A-Z0-9])")


def metrics_of(items: Iterable[Piece]) -> list[Piece]:
    """The sentences of bullets that hold a figure of effect or size, in order."""
    found: list[Piece] = []
    for item in items:
        for sentence in item.split(_SENTENCE):
            if has_figure(sentence.text) and not _MARKS.search(sentence.text) and len(found) < MAX_METRICS:
                found.append(_whole(sentence))
    return found


def has_figure(text: str) -> bool:
    """Whether a clause measures something: a share, a multiple, money, time, a count; years and versions don't."""
    return bool(_FIGURE.search(text) or _WORDED.search(text))


def quotable(item: Piece) -> Piece:
    """A part of a line that can be said aloud: at most 20 words, with its figure, cut where a clause ends."""
    item = item.cut(0, LONGEST)
    item = _whole(next(iter(item.split(_SENTENCE)), item))
    starts = list(_word_starts(item.text))
    if len(starts) <= MAX_QUOTED_WORDS:
        return _trimmed(item)
    head = _shortened(item, starts)
    figure = _FIGURE.search(item.text) or _WORDED.search(item.text)
    if figure is None or figure.end() <= len(head.text):
        return head
    return _around(item, figure.start(), figure.end()) or head


def _shortened(item: Piece, starts: list[int]) -> Piece:
    limit = starts[MAX_QUOTED_WORDS]
    cuts = [
        cut.start()
        for cut in _BREAK.finditer(item.text, 0, limit)
        if len(item.text[: cut.start()].split()) >= MIN_WORDS
    ]
    return _trimmed(item.cut(0, cuts[-1] if cuts else limit))


def _around(item: Piece, start: int, end: int) -> Piece | None:
    """The clause of a long sentence that holds its figure; None where it is too short or too long to be quoted."""
    text = item.text
    begins = [0, *(cut.end() for cut in _BREAK.finditer(text) if cut.end() <= start)]
    ends = [cut.start() for cut in _BREAK.finditer(text) if cut.start() >= end] + [len(text)]
    for finish in reversed(ends):
        for begin in begins:
            if MIN_WORDS <= len(text[begin:finish].split()) <= MAX_QUOTED_WORDS:
                return _trimmed(item.cut(begin, finish))
    return None


def _whole(piece: Piece) -> Piece:
    piece = piece.strip()
    return piece.cut(0, len(piece.text.rstrip(" .;:,")))


def _trimmed(piece: Piece) -> Piece:
    """Without separators and small words that hang at the end."""
    dangling = _DANGLING.search(piece.text)
    kept = piece.cut(0, dangling.start()) if dangling and dangling.start() > 0 else piece
    return kept.strip()


def _word_starts(text: str) -> Iterator[int]:
    for match in re.finditer(r"\S+", text):
        yield match.start()
