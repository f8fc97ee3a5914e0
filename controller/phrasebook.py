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
from dataclasses import dataclass, replace
from functools import lru_cache

from controller.hearing import Heard

_GAP = re.compile(r"^\.\.(\d+)$")
_WORD = r"[^ ]+"
_END = r"(?![\w'])"
_SIGN = re.compile(r"\W")
_OPEN = re.compile(r"[<*]")  # a class, or any word: no fixed one
_SIGNS = {"_": " +", "'": "'?"}


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a phrase as it is written, and the words by which it can be looked up, if it can."""

    element: str
    keys: tuple[tuple[str, int], ...]  # each with the number of words before it in this place
    fewest: int  # words it takes
    most: int
    looked_up: bool = False
    wanted: frozenset[str] = frozenset()  # the words of `keys` without apostrophes

    @property
    def reach(self) -> int:
        """As `most`, with room for a class that takes several words."""
        return max(self.most, _MOST_OF_A_CLASS if "<" in self.element else 0)

    def may_stand(self, near: _Near, reach: int) -> bool:
        """Whether one of its fixed words, if it needs one, is among the next `reach` words."""
        wanted = self.wanted
        return not wanted or any(at < reach and word in wanted for word, at in near)


Span = tuple[int, int]  # characters [start, end) of the laid-out text
MAX_SPANS = 120  # more of one kind say nothing new of an answer
MAX_CHARS = 160  # of a phrase, from its key on
_WORD_CHARS = 11  # as much room as a word of the lead takes
_MOST_OF_A_CLASS = 8  # words: "have eventually come up with"
_Look = Callable[..., "re.Match[str] | None"]
_Near = Sequence[tuple[str, int]]  # the words on one side of a word, each with how many stand between
# A tag, the phrases of it that one word leads to, how many characters before that word they may begin, and what must
# stand from that word on for it to be worth looking before it (none: they begin with it).
_Try = tuple[str, _Look, int, _Look | None]


@dataclass(frozen=True, slots=True)
class _Way:
    """How a phrase is looked up by one word, which stands in place `at` after `within` other words of that place."""

    places: Sequence[_Place]
    at: int
    key: str
    within: int

    @property
    def before(self) -> int:
        """How many words may come before the key."""
        return sum(place.most for place in self.places[: self.at]) + self.within

    def pattern(self, classes: Mapping[str, str]) -> str:
        return _pattern(self.places, classes)

    def rest(self, classes: Mapping[str, str]) -> str:
        """From the key on. Where the key begins its place, no alternative that begins otherwise can stand there."""
        if self.within:
            return ""
        place = self.places[self.at]
        same = "|".join(word for word in _bare(place.element).split("|") if _may_begin(word, self.key))
        return _pattern((replace(place, element=same), *self.places[self.at + 1 :]), classes)

    def may_stand(self, before: _Near, after: _Near) -> bool:
        """Whether each place that needs one of some words has one within its reach."""
        return _may_stand(self.places[self.at :], after) and _may_stand(self.places[self.at :: -1], before)


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


class _Late:
    """An expression that is compiled when it is first searched for."""

    __slots__ = ("_pattern", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._pattern: re.Pattern[str] | None = None

    def compile(self) -> re.Pattern[str]:
        self._pattern = re.compile(self._source)
        return self._pattern

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return (self._pattern or self.compile()).search(text, start, end)


class _Tries:
    """What is tried at one word. Compiling all of a book takes half a second, so a tag's phrases are compiled when the
    words around could first make one of them, or all together by `PhraseBook.prepare`."""

    __slots__ = ("compiled", "waiting")

    def __init__(self) -> None:
        self.waiting: dict[str, list[_Way]] = {}
        self.compiled: list[_Try] = []

    def hear(self, before: _Near, after: _Near, classes: Mapping[str, str]) -> None:
        """Compiles what may stand between these words."""
        for tag, ways in list(self.waiting.items()):
            if any(way.may_stand(before, after) for way in ways):
                self.compiled.append(_attempt(tag, ways, classes))
                self.waiting.pop(tag, None)  # after it: another thread may be reading, and twice does no harm

    def prepare(self, classes: Mapping[str, str]) -> None:
        self.compiled += [_attempt(tag, ways, classes, now=True) for tag, ways in self.waiting.items()]
        self.waiting.clear()


class PhraseBook:
    """All phrases by the words that lead to them. `classes` are regular expressions by name, without groups."""

    def __init__(self, phrases: Mapping[str, Sequence[str]], classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._index: dict[str, _Tries] = {}
        self._far = 0  # words from a key to the farthest word of its phrase
        for tag, written in phrases.items():
            for phrase in written:
                places = [_place(element) for element in phrase.split()]
                at = _lookup(phrase, places)
                self._far = max(self._far, sum(place.reach for place in places))
                for key, within in places[at].keys:
                    way = _Way(places, at, key, within)
                    for spelt in {key, key.replace("'", "")}:
                        self._index.setdefault(spelt, _Tries()).waiting.setdefault(tag, []).append(way)

    def prepare(self) -> None:
        """Compiles every expression now, so that no answer waits for those that its words are the first to need."""
        for tries in self._index.values():
            tries.prepare(self._classes)

    def _near(self, flat: str, start: int, end: int) -> tuple[_Near, _Near]:
        """The words before and after those characters."""
        before = flat[:start].rsplit(None, self._far)[: -self._far - 1 : -1]
        return _told(before), _told(flat[end:].split(None, self._far)[: self._far])

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
            if ways.waiting:
                ways.hear(*self._near(flat, start, end), self._classes)
            for tag, look, before, rest in ways.compiled:
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


def _pattern(places: Sequence[_Place], classes: Mapping[str, str]) -> str:
    *first, last = (_place_pattern(place.element, classes) for place in places)
    if last.startswith("(?!"):  # what must not follow is looked at and not taken
        return "".join(first).removesuffix(" +") + f"{_END}(?! +{last[3:]}"
    return "".join((*first, last)).removesuffix(" +") + _END


def _attempt(tag: str, ways: Sequence[_Way], classes: Mapping[str, str], *, now: bool = False) -> _Try:
    """`now`: whether the phrases that begin before the word are compiled at once or when they are first looked for."""
    rests = dict.fromkeys(way.rest(classes) for way in ways)
    before = max(way.before for way in ways) * _WORD_CHARS
    if not before:
        return tag, re.compile("|".join(rests)).match, 0, None
    rest = "" if "" in rests else "|".join(sorted(rests))
    joined = "|".join(dict.fromkeys(way.pattern(classes) for way in ways))
    late = _Late(rf"(?<= )(?:{joined})")
    return tag, late.compile().search if now else late.search, before, re.compile(rest).match


def _told(words: Sequence[str]) -> _Near:
    """Each word as a phrase may have it: without apostrophes, and also cut at its other signs."""
    near: list[tuple[str, int]] = []
    for at, said in enumerate(words):
        word = said.replace("'", "")
        near.append((word, at))
        if not word.isalnum():
            near += [(word[: sign.start()], at) for sign in _SIGN.finditer(word)]
    return near


def _may_stand(places: Sequence[_Place], near: _Near) -> bool:
    """Whether each place after the first has one of its words near enough, the first being that of the key."""
    reach = places[0].reach
    for place in places[1:]:
        reach += place.reach
        if not place.may_stand(near, reach):
            return False
    return True


def _may_begin(alternative: str, key: str) -> bool:
    first = alternative.split("_")[0]
    return bool(_OPEN.search(first)) or first.replace("'", "") == key.replace("'", "")


def _lookup(phrase: str, places: Sequence[_Place]) -> int:
    """The place to look a phrase up by: the marked one, else the first of those with the fewest common words.

    Raises ValueError when it has no place that must be filled by one of some fixed words.
    """
    if places[-1].fewest == 0 and not places[-1].element.startswith("!"):
        raise ValueError(f"the last place of {phrase!r} may be empty")
    fixed = [number for number, place in enumerate(places) if place.fewest and place.keys]
    if not fixed:
        raise ValueError(f"nothing to look {phrase!r} up by")
    marked = [number for number in fixed if places[number].looked_up]
    return min(marked or fixed, key=lambda number: (_commonness(places[number]), number))


def _commonness(place: _Place) -> int:
    return max(_COMMON.get(word, 0) for word, _ in place.keys)


def _place(element: str) -> _Place:
    if gap := _GAP.match(element):
        return _Place(element, (), 0, int(gap[1]))
    if element in ("*", "*?"):
        return _Place(element, (), 0 if element.endswith("?") else 1, 1)
    if element.startswith("!"):
        return _Place(element, (), 0, 0)
    bare = _bare(element)
    sizes = [word.count("_") + 1 for word in bare.split("|")]
    if element.endswith("?"):
        return _Place(element, (), 0, max(sizes))
    keys = _keys(bare)
    wanted = frozenset(key.replace("'", "") for key, _ in keys)
    return _Place(element, keys, min(sizes), max(sizes), element.startswith("^"), wanted)


def _bare(element: str) -> str:
    return element.removeprefix("^").removesuffix("?")


def _place_pattern(element: str, classes: Mapping[str, str]) -> str:
    """The regular expression of one place."""
    if gap := _GAP.match(element):
        return rf"(?:{_WORD} +){{0,{gap[1]}}}?"
    if element in ("*", "*?"):
        return rf"(?:{_WORD} +)?" if element.endswith("?") else rf"{_WORD} +"
    if element.startswith("!"):
        return rf"(?!(?:{_alternatives(element[1:], classes)}){_END})"
    pattern = rf"(?:{_alternatives(_bare(element), classes)}) +"
    return f"(?:{pattern})?" if element.endswith("?") else pattern


def _keys(element: str) -> tuple[tuple[str, int], ...]:
    """The rarest word of each alternative with its place in it, or none where one of them has no fixed word."""
    keys: set[tuple[str, int]] = set()
    for alternative in element.split("|"):
        words = [(word, at) for at, word in enumerate(alternative.split("_")) if not _OPEN.search(word)]
        if not words:
            return ()
        keys.add(min(words, key=lambda word: _COMMON.get(word[0], 0)))
    return tuple(keys)


def _alternatives(element: str, classes: Mapping[str, str]) -> str:
    words = element.split("|")
    plain = [word for word in words if not _OPEN.search(word)]
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
        if len(ways) == 1 and not self.ends:
            return ways[0]  # a group for every letter takes three times as long to compile
        return f"(?:{'|'.join(ways)}){'?' if self.ends else ''}"


@lru_cache(maxsize=2048)  # one place stands in the expressions of all its words
def either(words: str) -> str:
    """A group that matches any of the words, as a tree of letters: much faster than a list of alternatives."""
    root = _Node({})
    for word in words.split():
        node = root
        for letter in word:
            node = node.next.setdefault(letter, _Node({}))
        node.ends = True
    return f"(?:{root.pattern()})"
