"""A small language for what speakers say, and the search for many such phrases at once in linear time.

A phrase is written as words with a space between them:

    when|while i|we was|were         one of the words in each place
    in_the_end they really? agreed   `_` joins words of one place; `?` marks a place that may be empty
    the ..2 project was              at most two words of any kind between
    * months|years ago               any one word
    we !would|could <past>           the next word is neither; <past> is a class given to the book
    more ^than before                `^` marks the word by which the phrase is looked up (else: the first fixed one)

Each phrase is looked up by one word that it must hold, so that the search costs one dictionary access a word of the
answer and a match only where that word stands. An apostrophe may be missing, as in many transcripts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from controller.hearing import Heard

_GAP = re.compile(r"^\.\.(\d+)$")
_WORD = r"[^ ]+"
_END = r"(?![\w'])"
_SIGNS = {"_": " +", "'": "'?"}


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a phrase: its regular expression, and the words by which it can be looked up, if it can."""

    pattern: str
    keys: tuple[tuple[str, int], ...]  # each with the number of words before it in this place
    fewest: int  # words it takes
    most: int
    looked_up: bool = False


Span = tuple[int, int]  # characters [start, end) of the laid-out text
MAX_SPANS = 120  # more of one kind say nothing new of an answer
MAX_CHARS = 160  # of a phrase, from its key on
_WORD_CHARS = 11  # as much room as a word of the lead takes
_Look = Callable[..., "re.Match[str] | None"]
# A tag, the phrases of it that one word leads to, how many characters before that word they may begin, and what must
# stand from that word on for it to be worth looking before it (none: they begin with it).
_Try = tuple[str, _Look, int, _Look | None]


@dataclass(frozen=True, slots=True)
class _Way:
    """How a phrase is looked up by one word: its expression, that of its part from the word on, and the words "
    "before."""

    pattern: str
    rest: str
    before: int


_BY_RANK = (
    "off very most own call go at_all now more up out about two one all just who which what there if could can "
    "would will no not do did does had has have been were are is or by as them us me their her his our then when "
    "so on from for with of at they he she we you's you i'm i've i'll i'd but my this these those that in to was "
    "it a an the i and"
)
# The commonest words of speech, the commonest first: a phrase is looked up by the rarest word that it must hold.
_COMMON = {
    word: rank
    for rank, word in enumerate(
        _BY_RANK.split(),
        start=1,
    )
}


class _Tries:
    """What is tried at one word. Compiling all of a book takes half a second, so each word's are compiled when it is
    first heard, or all together by `PhraseBook.prepare`."""

    __slots__ = ("_tags", "compiled")

    def __init__(self, tags: Mapping[str, list[_Way]]) -> None:
        self._tags = tags
        self.compiled: tuple[_Try, ...] = ()

    def ready(self) -> tuple[_Try, ...]:
        self.compiled = tuple(_attempt(tag, ways) for tag, ways in self._tags.items())
        return self.compiled


class PhraseBook:
    """All phrases by the words that lead to them. `classes` are regular expressions by name, without groups."""

    def __init__(self, phrases: Mapping[str, Sequence[str]], classes: Mapping[str, str]) -> None:
        led: dict[str, dict[str, list[_Way]]] = {}
        for tag, written in phrases.items():
            for phrase in written:
                places = [_place(element, classes) for element in phrase.split()]
                at = _lookup(phrase, places)
                lead = sum(place.most for place in places[:at])
                for key, before in places[at].keys:
                    rest = "" if before else _pattern(places[at:])
                    for spelt in {key, key.replace("'", "")}:
                        led.setdefault(spelt, {}).setdefault(tag, []).append(
                            _Way(_pattern(places), rest, lead + before)
                        )
        self._index = {key: _Tries(tags) for key, tags in led.items()}

    def prepare(self) -> None:
        """Compiles every expression now, so that no answer waits for those that its words are the first to need."""
        for tries in self._index.values():
            tries.ready()

    def search(self, heard: Heard, most: Mapping[str, int]) -> dict[str, list[Span]]:
        """The spans of every phrase by tag, in order and without overlap, none across the end of a sentence.

        Of a tag in `most` no more than so many are looked for. A tag that was not found is no key.
        """
        flat, parts, lengths, bounds = heard.flat, heard.parts, heard.lengths, heard.bounds
        found: dict[str, list[Span]] = {}
        led = [(number, ways) for number, ways in enumerate(map(self._index.get, parts)) if ways]
        for number, ways in led:
            end = lengths[number] + number
            start = end - len(parts[number])
            for tag, look, before, rest in ways.compiled or ways.ready():
                spans = found.get(tag)
                if spans is not None and len(spans) >= most.get(tag, MAX_SPANS):
                    continue
                if rest is None:
                    hit = look(flat, start)
                elif rest(flat, start):
                    hit = look(flat, max(0, start - before), end + MAX_CHARS)
                    while hit is not None and hit.end() < end:  # a phrase before the word, not the one that holds it
                        hit = look(flat, hit.end(), end + MAX_CHARS)
                else:
                    continue
                if hit is None:
                    continue
                first, last = hit.span()
                if first > start or last < end or bisect_right(bounds, first) != bisect_right(bounds, last - 1):
                    continue
                if spans is None:
                    found[tag] = [(first, last)]
                elif first >= spans[-1][1]:
                    spans.append((first, last))
        return found


def _pattern(places: Sequence[_Place]) -> str:
    *first, last = (place.pattern for place in places)
    if last.startswith("(?!"):  # what must not follow is looked at and not taken
        return "".join(first).removesuffix(" +") + f"{_END}(?! +{last[3:]}"
    return "".join((*first, last)).removesuffix(" +") + _END


def _attempt(tag: str, ways: Sequence[_Way]) -> _Try:
    joined = "|".join(dict.fromkeys(way.pattern for way in ways))
    before = max(way.before for way in ways) * _WORD_CHARS
    if not before:
        return tag, re.compile(joined).match, 0, None
    rests = {way.rest for way in ways}
    rest = "" if "" in rests else "|".join(sorted(rests))
    return tag, re.compile(rf"(?<= )(?:{joined})").search, before, re.compile(rest).match


def _lookup(phrase: str, places: Sequence[_Place]) -> int:
    """The place to look a phrase up by: the marked one, else the first of those with the fewest common words.

    Raises ValueError when it has no place that must be filled by one of some fixed words.
    """
    if places[-1].fewest == 0 and not places[-1].pattern.startswith("(?!"):
        raise ValueError(f"the last place of {phrase!r} may be empty")
    fixed = [number for number, place in enumerate(places) if place.fewest and place.keys]
    if not fixed:
        raise ValueError(f"nothing to look {phrase!r} up by")
    marked = [number for number in fixed if places[number].looked_up]
    return min(marked or fixed, key=lambda number: (_commonness(places[number]), number))


def _commonness(place: _Place) -> int:
    return max(_COMMON.get(word, 0) for word, _ in place.keys)


def _place(element: str, classes: Mapping[str, str]) -> _Place:
    if gap := _GAP.match(element):
        return _Place(rf"(?:{_WORD} +){{0,{gap[1]}}}?", (), 0, int(gap[1]))
    if element in ("*", "*?"):
        optional = element.endswith("?")
        return _Place(rf"(?:{_WORD} +)?" if optional else rf"{_WORD} +", (), 0 if optional else 1, 1)
    if element.startswith("!"):
        return _Place(rf"(?!(?:{_alternatives(element[1:], classes)}){_END})", (), 0, 0)
    optional, marked = element.endswith("?"), element.startswith("^")
    bare = element.removeprefix("^").removesuffix("?")
    longest = max(word.count("_") + 1 for word in bare.split("|"))
    pattern = rf"(?:{_alternatives(bare, classes)}) +"
    if optional:
        return _Place(f"(?:{pattern})?", (), 0, longest)
    return _Place(pattern, _keys(bare), min(word.count("_") + 1 for word in bare.split("|")), longest, marked)


def _keys(element: str) -> tuple[tuple[str, int], ...]:
    """The rarest word of each alternative with its place in it, or none where one of them has no fixed word."""
    keys: set[tuple[str, int]] = set()
    for alternative in element.split("|"):
        words = [(word, at) for at, word in enumerate(alternative.split("_")) if not re.search(r"[<*]", word)]
        if not words:
            return ()
        keys.add(min(words, key=lambda word: _COMMON.get(word[0], 0)))
    return tuple(keys)


def _alternatives(element: str, classes: Mapping[str, str]) -> str:
    words = element.split("|")
    plain = [word for word in words if not re.search(r"[<*]", word)]
    trees = [either(" ".join(plain))] if plain else []
    return "|".join((*trees, *(_written(word, classes) for word in words if word not in plain)))


def _written(word: str, classes: Mapping[str, str]) -> str:
    """One alternative as a regular expression: `_` a space, `*` a word or its rest, <name> a class, ' optional."""
    pieces = re.split(r"(<\w+>|_\*(?=_|$)|[_*'])", word)
    signs = {**_SIGNS, "_*": rf" +{_WORD}", "*": r"[\w'-]*"}
    return "".join(
        classes[piece[1:-1]] if piece.startswith("<") else signs.get(piece, re.escape(piece)) for piece in pieces
    )


@dataclass(slots=True)
class _Node:
    """A letter's place in a tree of words."""

    next: dict[str, _Node]
    ends: bool = False

    def pattern(self) -> str:
        ways = [_SIGNS.get(letter, re.escape(letter)) + node.pattern() for letter, node in self.next.items()]
        if not ways:
            return ""
        return f"(?:{'|'.join(ways)}){'?' if self.ends else ''}"


def either(words: str) -> str:
    """A group that matches any of the words, as a tree of letters: much faster than a list of alternatives."""
    root = _Node({})
    for word in words.split():
        node = root
        for letter in word:
            node = node.next.setdefault(letter, _Node({}))
        node.ends = True
    return root.pattern()
