"""Names that a line of a job description asks for, in groups where one of several will do: "Tableau or Looker"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from evaluators.documents.skills import FoundSkill, canonical, everyday_spellings, find_skills
from evaluators.lexicon import lexicon
from schema.vocabulary import SkillCategory

TERM_WORDS, TERM_CHARS = 4, 40
_INTRODUCES = re.compile(
    r"\b(?:experience (?:with|in|of|using|building|running)|knowledge of|proficien(?:t|cy) (?:in|with)|"
    r"familiar(?:ity)? with|"
    r"skills? (?:in|with)|fluen(?:t|cy) in|expertise (?:in|with)|background in|hands-on(?: experience)? (?:with|in)|"
    r"(?:strong|solid|good|deep|excellent) (?=\w))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.;:\n()]|\b(?:is|are|will|to|who|that|which|you|we|including|such|preferred|required|a plus)\b", re.IGNORECASE
)
_SPLITS = re.compile(r",|(?<!\b[ab])/|\band\b|\bor\b|&", re.IGNORECASE)
# What no answer is expected to name: a degree, a language, "teamwork".
UNSAID = frozenset(
    {
        SkillCategory.SOFT_SKILL,
        SkillCategory.FIELD_OF_STUDY,
        SkillCategory.HUMAN_LANGUAGE,
        SkillCategory.CERTIFICATION,
    }
)
_BEFORE_NAME = r"\b(?:in|with|using|use|used|of|on|like|from|to|learn\w*|know|knew|wrote|write|and|or)\s+"
_ENDING = re.compile(r"(?:ations?|ions?|ments?|ings?|ies|es|s|e|y)$")
_LEADING = frozenset({"of", "in", "with", "for", "on", "to", "using"})  # left over from "good knowledge of X"
_EITHER = re.compile(r"\W*(?:\b(?:and/)?or\b|/)\W*(?:(?:a|an|any|other)\s+)*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_EXAMPLES = re.compile(r"\W*(?:\w+\W+){0,2}(?:such as|like|e\.?g\.?|for example)\W+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One name: as it is written, and how a mention is recognised.

    `name` is its canonical name in the skill vocabulary; a mention may use any of its names.
    """

    text: str
    pattern: re.Pattern[str]
    must: bool
    name: str | None = None

    def search(self, text: str) -> tuple[int, int] | None:
        """Characters of the first mention in `text`."""
        if match := self.pattern.search(text):
            return match.span(match.lastindex or 0)
        named = (hit for hit in skills_in(text) if hit.name == self.name) if self.name else iter(())
        return next(((hit.start, hit.end) for hit in named), None)


@dataclass(frozen=True, slots=True)
class Piece:
    """A name at characters [start, end) of its line; `text` is without idle words."""

    start: int
    end: int
    text: str
    name: str | None

    @property
    def key(self) -> str:
        return (self.name or self.text).casefold()


@dataclass(frozen=True, slots=True)
class Group:
    """Names of which one will do, as the line writes them: "Tableau or Looker". Mostly a single name."""

    text: str
    pieces: tuple[Piece, ...]


def groups(line: str) -> tuple[Group, ...]:
    """What a line asks for, in its order. "Java, Scala or Kotlin" is one group of three, "Java, SQL and Git" three."""
    found = pieces(line)
    if not found:
        return ()
    gaps = [line[a.end : b.start] for a, b in pairwise(found)]
    bounds = [0]
    for i in range(1, len(found)):
        if not _joined(gaps, i - 1):
            bounds.append(i)
    runs = [found[a:b] for a, b in zip(bounds, [*bounds[1:], len(found)], strict=True)]
    return tuple(Group(_plain(line[run[0].start : run[-1].end]), tuple(run)) for run in runs)


def pieces(line: str) -> list[Piece]:
    """The names in a line, in its order, none twice, none inside another."""
    places = [(hit.start, hit.end) for hit in skills_in(line) if hit.category not in UNSAID]
    places += [match.span() for match in lexicon().patterns["tool"].finditer(line)]
    for match in _INTRODUCES.finditer(line):
        rest = line[match.end() :]
        stop = _ENDS.search(rest)
        until = match.end() + (stop.start() if stop else len(rest))
        places += [(a, b) for a, b in _listed(line, match.end(), until) if is_said(line[a:b])]
    found: dict[str, Piece] = {}
    for start, end in sorted(places, key=lambda place: (place[0], place[1] - place[0])):
        piece = _piece(line, start, end)
        if piece is not None and piece.key not in found:
            found[piece.key] = piece
    return _apart(sorted(found.values(), key=lambda piece: (piece.start, -piece.end)))


def _listed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of the list at [start, end) of a line."""
    for gap in _SPLITS.finditer(line, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def is_said(name: str) -> bool:
    """Whether an answer may name it: a degree or a language is held and seldom told."""
    return all(hit.category not in UNSAID for hit in skills_in(name))


@lru_cache(maxsize=8192)
def skills_in(text: str) -> tuple[FoundSkill, ...]:
    """The vocabulary's skills in a text."""
    return find_skills(text)


def terms_of(lines: Iterable[tuple[str, bool]]) -> tuple[Term, ...]:
    """Each name that the lines ask for, once, in their order; a must where any line with it is."""
    found: dict[str, tuple[Piece, bool]] = {}
    for line, must in lines:
        for piece in pieces(line):
            known, wanted = found.get(piece.key, (piece, False))
            found[piece.key] = (known, wanted or must)
    return tuple(term(piece, must=must) for piece, must in found.values())


def term(piece: Piece, *, must: bool) -> Term:
    """A mention has all words of the name in order, plurals and endings left aside; "Go" needs "in" or "with"."""
    text, name = piece.text, piece.name
    everyday = everyday_spellings(name) if name else ()
    sources = [rf"{_BEFORE_NAME}({re.escape(spelling)})(?!\w)" for spelling in everyday]
    if text.casefold() not in {spelling.casefold() for spelling in everyday}:
        sources.insert(0, _spoken(text))
    return Term(text.replace("_", " "), re.compile("|".join(sources), re.IGNORECASE), must, name)


def _joined(gaps: Sequence[str], i: int) -> bool:
    """Whether the names on both sides of a gap are alternatives: joined by "or", or by a comma of such a list."""
    if _EITHER.fullmatch(gaps[i]) or _EXAMPLES.fullmatch(gaps[i]):
        return True
    if not _COMMA.fullmatch(gaps[i]):
        return i > 0 and _gives_examples(gaps, i)
    later = next((gap for gap in gaps[i + 1 :] if not _COMMA.fullmatch(gap)), "")
    return bool(_EITHER.fullmatch(later)) or _gives_examples(gaps, i)


def _gives_examples(gaps: Sequence[str], i: int) -> bool:
    """Whether a list gap belongs to examples: "tools such as Prometheus and Grafana"."""
    for gap in reversed(gaps[:i]):
        if _EXAMPLES.fullmatch(gap):
            return re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", gaps[i]) is not None
        if not re.fullmatch(r"\s*(?:,|and)\s*", gap):
            return False
    return False


def _piece(line: str, start: int, end: int) -> Piece | None:
    text = _tidy(line[start:end])
    at = line.find(text, start) if text else -1
    return Piece(at, at + len(text), text, canonical(text)) if at >= 0 else None


def _apart(found: Sequence[Piece]) -> list[Piece]:
    """Without names that stand inside a longer one."""
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _tidy(name: str) -> str:
    words = [word.strip(".,;:()'\"–—- ") for word in name.split()]
    small, idle = lexicon().words["function_words"], lexicon().words["idle_terms"]
    while words and words[0].casefold() in idle | _LEADING:
        words.pop(0)
    while words and words[-1].casefold() in idle:
        words.pop()
    whole = " ".join(words)
    known = None if canonical(whole) else lexicon().finds("tool", whole)  # "SAP MM" is more than "SAP"
    text = known.group() if known and len(words) > 1 else whole
    empty = not any(word.casefold() not in small | idle and len(word) > 1 for word in text.split())
    return "" if empty or len(words) > TERM_WORDS or len(text) > TERM_CHARS else text


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").split())


def _spoken(text: str) -> str:
    stems = []
    for word in re.split(r"[\s_-]+", text.casefold()):
        stem = re.escape(_ENDING.sub("", word) if len(word) > 4 else word)
        stems.append(re.sub(r"i[sz](?=ation|$)", "i[sz]", stem))  # either spelling
    return r"(?<!\w)" + r"\w{0,4}[\s-]+".join(stems) + r"\w{0,4}(?!\w)"


def words_of(text: str) -> Iterator[str]:
    """The words of a text in lower case."""
    return (match.group().casefold() for match in re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text))
