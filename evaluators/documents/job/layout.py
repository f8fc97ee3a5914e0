"""Cuts a job ad into sentences, each with the section that it stands in. Offsets are those of the ad's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evaluators.documents.job.lexicon import Section, job_lexicon

MAX_HEADING_WORDS, MAX_HEADING_CHARS = 8, 70
MAX_SENTENCE_CHARS = 1200  # a longer run without a stop is cut; nothing people write as one sentence is longer
MIN_WRAPPED_CHARS = 25  # a shorter line was not broken by the page's width
MAX_FACT_WORDS, MAX_LISTED_HEADING_WORDS = 8, 5
_PLAIN_HEADINGS = frozenset({Section.LEGAL, Section.FACTS, Section.INDUSTRY})

_MARK = r"•‣⁃∙·●○■-◿☀-➿⌀-⏿\uf000-\uf0ff\x95"  # the last are what some editors leave of a bullet
_BULLET = re.compile(rf"\s*(?:[-–—*{_MARK}►▪»>]|o(?=\s[A-Z])|\(?\d{{1,2}}[.)]|\(?[a-z]\))\s+|\s*[{_MARK}]\s*")
_LINE = re.compile(r"[^\n]*\n?")
_STOP = re.compile(r"(?<=[.!?;…])[\"”')]*\s+(?=[\"“'(]*[A-Z0-9<*•·–-])|\s+[*" + _MARK + r"]\s*(?=\S)|\s+\.\s+")
_ABBREVIATION = re.compile(
    r"\b(?:e\.?\s?g|i\.?\s?e|incl|approx|min|max|vs|no|dr|mr|ms|st|sr|jr|inc|ltd|co|[a-z])\s?\.\s*$", re.IGNORECASE
)
_COLON = re.compile(r"\s?:(?=\s)")
_LABEL_WORD = re.compile(r"(?<![<\w])[\w'’&/-]+(?![\w>])")
_NAMED = re.compile(r"(?:about|why|working at|life at|joining|who is) [A-Z<]", re.IGNORECASE)
_MARKS = re.compile(r"^[\s#*_=~|>-]+|[\s#*_=~|:-]+$")
_OPEN_END = re.compile(r"(?:,|\b(?:and|or|the|an?|of|in|with|to|for|on|at|by|from|our|your|as|e\.g\.))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters [start, end) of the ad. `opens`: it begins its line or its bullet."""

    text: str
    start: int
    end: int
    section: Section
    bulleted: bool
    opens: bool


@dataclass(slots=True)
class _Block:
    """A line, or the lines that one sentence or bullet was broken into."""

    start: int
    end: int
    bulleted: bool
    apart: bool  # nothing stands right above


def sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences of an ad in order, headings left out."""
    found: list[Sentence] = []
    section = Section.OPENING
    blocks = _blocks(text)
    for i, block in enumerate(blocks):
        whole = text[block.start : block.end]
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        named = None if block.bulleted else _heading(text, whole, block, following)
        if named is not None:
            section = named
            continue
        for start, end, inside in _parts(text, block, section):
            section = section if inside is Section.FACTS else inside
            found.extend(_cut(text, start, end, inside, bulleted=block.bulleted))
    return tuple(found)


def heading_section(line: str) -> Section | None:
    """The section that a heading opens; null where it names none that is known."""
    plain = _MARKS.sub("", line).replace("’", "'").strip()
    return next((section for section, found in job_lexicon().headings if found.search(plain)), None) if plain else None


def _blocks(text: str) -> list[_Block]:
    blocks: list[_Block] = []
    adjacent = False
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        if not line.strip():
            adjacent = False
            continue
        bullet = _BULLET.match(line)
        start = match.start() + (bullet.end() if bullet else len(line) - len(line.lstrip()))
        end = match.start() + len(line)
        if start >= end:
            continue
        if adjacent and not bullet and _continues(text, blocks[-1], text[start:end]):
            blocks[-1].end = end
        else:
            blocks.append(_Block(start, end, bulleted=bullet is not None, apart=not adjacent))
        adjacent = True
    return blocks


def _continues(text: str, block: _Block, line: str) -> bool:
    last = text[max(block.start, block.end - 200) : block.end]
    last = last.rsplit("\n", 1)[-1]
    if last.rstrip().endswith(":") or len(last) < MIN_WRAPPED_CHARS or last.rstrip()[-1:] in ".!?":
        return False
    return line[:1].islower() or _OPEN_END.search(last.rstrip()) is not None


def _heading(text: str, line: str, block: _Block, following: _Block | None) -> Section | None:
    """The section of a line that is a heading and nothing else."""
    plain = _MARKS.sub("", line).strip()
    words = re.findall(r"[\w'’-]+", plain.casefold())
    if not words or len(words) > MAX_HEADING_WORDS or len(plain) > MAX_HEADING_CHARS or plain[-1:] in ".,;":
        return None
    marked = line.rstrip().endswith(":") or line.lstrip().startswith("#") or (plain.isupper() and len(words) > 1)
    known = all(word in job_lexicon().words["heading_words"] for word in words)
    section = heading_section(plain)
    listed = block.apart and following is not None and following.bulleted and len(words) <= MAX_LISTED_HEADING_WORDS
    if not (marked or known or listed or _NAMED.match(plain) or section in _PLAIN_HEADINGS):
        return None
    if section is Section.FACTS and following and len(text[following.start : following.end].split()) > MAX_FACT_WORDS:
        return Section.RESPONSIBILITIES
    return section


def _parts(text: str, block: _Block, section: Section) -> Iterator[tuple[int, int, Section]]:
    """A block cut where a heading stands inside it: "Requirements: five years of sales. Benefits: a car." """
    start, inside = block.start, section
    for colon in _COLON.finditer(text, block.start, block.end):
        label, named = _label(text, start, colon.start())
        if named is None or colon.end() >= block.end:
            continue
        if label > start:
            yield start, label, inside
        start, inside = colon.end(), named
    yield start, block.end, inside


def _label(text: str, low: int, high: int) -> tuple[int, Section | None]:
    """Where the heading that ends at `high` begins, and its section: the longest that is one."""
    words = list(_LABEL_WORD.finditer(text, max(low, high - MAX_HEADING_CHARS), high))[-MAX_HEADING_WORDS:]
    for first, word in enumerate(words):
        if word.group()[0].isupper() and (section := _inline_section(text[word.start() : high], words[first:])):
            return word.start(), section
    return high, None


def _inline_section(label: str, words: list[re.Match[str]]) -> Section | None:
    section = heading_section(label)
    known = all(word.group().casefold() in job_lexicon().words["heading_words"] for word in words)
    return section if known or section in (Section.FACTS, Section.INDUSTRY) else None


def _cut(text: str, start: int, end: int, section: Section, *, bulleted: bool) -> Iterator[Sentence]:
    opens = True
    for low, high in _stops(text, start, end):
        trimmed = text[low:high]
        low += len(trimmed) - len(trimmed.lstrip())
        high -= len(trimmed) - len(trimmed.rstrip())
        if low < high:
            yield Sentence(text[low:high], low, high, section, bulleted, opens)
            opens = False


def _stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    low = start
    for match in _STOP.finditer(text, start, end):
        if not _ABBREVIATION.search(text, max(low, match.start() - 8), match.end()):
            yield from _capped(low, match.start())
            low = match.end()
    yield from _capped(low, end)


def _capped(low: int, high: int) -> Iterator[tuple[int, int]]:
    while high - low > MAX_SENTENCE_CHARS:
        yield low, low + MAX_SENTENCE_CHARS
        low += MAX_SENTENCE_CHARS
    if low < high:
        yield low, high
