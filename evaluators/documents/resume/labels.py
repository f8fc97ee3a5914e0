"""Tells which words of an entry's lines are the employer, the position and the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType

from evaluators.documents.resume.entries import Head
from evaluators.documents.resume.pieces import Piece
from evaluators.documents.resume.scores import company_score, is_department, is_sentence, place_score, title_score

MOST_PARTS = 6  # of one segment; what follows stays together
MOST_SEGMENTS = 6
MOST_HEADS = 12  # lines of an entry that are looked at
LONGEST = 240  # letters of a line that may name an employer or a position
MOST_WAYS = 4  # of cutting one segment that are weighed against the others
CUT_COST = 0.12
UNEXPLAINED = 0.4
MISSING = 0.8
_TELLS = re.compile(
    r"(?:(?P<company>company|organi[sz]ation|employer|client|firm|name of (?:the )?(?:company|organi[sz]ation"
    r"|employer))(?: name)?"
    r"|(?P<title>role|designation|position(?: held)?|(?:job )?title|post|profile)|(?P<place>location|place|city)"
    r"|(?P<when>duration|period|tenure|dates?|from))\s*[:–-]+\s*",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\s*[|•·●;\t]\s*|\s{3,}")
_LOOSE = re.compile(r",\s+|\s+[–—-]+\s+|\s+@\s+|\s+at\s+|\s*\((?=[^)]*\)\s*$)|:\s+|\s*[–—]\s+|\s+/\s+")


@dataclass(frozen=True, slots=True)
class Labels:
    """What an entry's lines say. `sure`: how clearly. `title_first`: the order in which they stand."""

    company: Piece | None
    title: Piece | None
    place: Piece | None
    sure: float

    @property
    def title_first(self) -> bool | None:
        if self.company is None or self.title is None:
            return None
        return self.title.start < self.company.start


def label(heads: Sequence[Head], title_first: bool | None = None) -> Labels:
    """The employer, position and place among the heads; `title_first`: how other entries of the section stand."""
    cells = [cell for head in heads[:MOST_HEADS] for cell in head.cells if len(cell.text) <= LONGEST]
    segments = [segment for cell in cells for segment in cell.split(_FIRM)]
    told, segments = _told(segments)
    found = _found(segments, title_first, told)
    return replace(
        found,
        company=told.get("company", found.company),
        title=told.get("title", found.title),
        place=told.get("place", found.place),
        sure=found.sure + 3.0 * len(told),
    )


def _told(segments: Sequence[Piece]) -> tuple[dict[str, Piece], list[Piece]]:
    """What lines such as "Company: Acme" or "Role: Engineer" tell outright, and the segments without them."""
    told: dict[str, Piece] = {}
    rest: list[Piece] = []
    for segment in segments:
        match = _TELLS.match(segment.text)
        if match is None:
            rest.append(segment)
            continue
        value = segment.cut(match.end(), len(segment.text)).strip()
        if value:
            told.setdefault(str(match.lastgroup), value)
    told.pop("when", None)
    return told, rest


def _found(segments: list[Piece], title_first: bool | None, told: Mapping[str, Piece]) -> Labels:
    segments = [segment for segment in segments if not is_sentence(segment.text)][:MOST_SEGMENTS]
    few = 2 if len(segments) > 3 else MOST_WAYS
    ways = [_ways(segment)[:few] for segment in segments]
    best: Labels | None = None
    for combination in product(*ways):
        parts = [part for way in combination for part in way]
        candidate = _assigned(parts, title_first, CUT_COST * (len(parts) - len(segments)), told)
        if best is None or candidate.sure > best.sure:
            best = candidate
    return best or Labels(None, None, None, -1.0)


def _ways(segment: Piece) -> list[list[Piece]]:
    """Ways of cutting a segment at commas and dashes, the likelier first."""
    cuts = [match.span() for match in _LOOSE.finditer(segment.text)][: MOST_PARTS - 1]
    ways = [_cut(segment, chosen) for chosen in _subsets(cuts)]
    ways.sort(key=lambda way: -_local(way))
    return ways[:MOST_WAYS] if [segment] in ways[:MOST_WAYS] else [*ways[: MOST_WAYS - 1], [segment]]


def _subsets(cuts: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    for mask in range(1 << len(cuts)):
        yield [cut for index, cut in enumerate(cuts) if mask >> index & 1]


def _cut(segment: Piece, cuts: Sequence[tuple[int, int]]) -> list[Piece]:
    return list(segment.without(cuts))


def _local(way: Sequence[Piece]) -> float:
    return _assigned(way, None, CUT_COST * (len(way) - 1)).sure


def _assigned(
    parts: Sequence[Piece], title_first: bool | None, cost: float, told: Mapping[str, Piece] = MappingProxyType({})
) -> Labels:
    """The best choice of one position and one employer among the parts; the others are places or unexplained.

    What is `told` already is not looked for.
    """
    places = [place_score(part.text) for part in parts]
    titles = [
        title_score(part.text) + (0.2 if place < 1.2 else -1.0) for part, place in zip(parts, places, strict=True)
    ]
    companies = [
        company_score(part.text) - (1.0 if place >= 1.2 else 0.0) for part, place in zip(parts, places, strict=True)
    ]
    best: tuple[float, int | None, int | None] = (-99.0, None, None)
    choices: list[int | None] = [None, *range(len(parts))]
    for title in choices[: 1 if "title" in told else None]:
        for company in choices[: 1 if "company" in told else None]:
            if title is not None and title == company:
                continue
            score = -cost + _leftover(parts, places, title, company)
            score += titles[title] if title is not None else -MISSING
            score += companies[company] if company is not None else -MISSING
            if title is not None and company is not None:
                score += _order(title < company, title_first)
            if score > best[0]:
                best = (score, title, company)
    return _labels(parts, places, *best)


def _leftover(parts: Sequence[Piece], places: Sequence[float], title: int | None, company: int | None) -> float:
    """What the other parts are worth: one place is welcome, what explains nothing is not."""
    left = [index for index in range(len(parts)) if index not in (title, company)]
    place = max(left, key=lambda index: places[index], default=None)
    worth = 0.0
    for index in left:
        if index == place and places[index] >= 1.0:
            worth += 0.8 * places[index]
        elif is_department(parts[index].text) or _may_be_its_town(parts, index, company):
            worth -= 0.1
        else:
            worth += 0.2 * min(places[index], 1.0) - UNEXPLAINED
    return worth


def _may_be_its_town(parts: Sequence[Piece], index: int, company: int | None) -> bool:
    """Whether a part follows its employer as towns do: "Wipro, Sarjapur"."""
    text = parts[index].text
    return index - 1 == company and len(text.split()) <= 2 and text.istitle() and title_score(text) < 1.0


def _order(title_first: bool, usual: bool | None) -> float:
    if usual is None:
        return 0.0 if title_first else 0.05
    return 0.5 if title_first == usual else -0.3


def _labels(
    parts: Sequence[Piece], places: Sequence[float], sure: float, title: int | None, company: int | None
) -> Labels:
    left = [index for index in range(len(parts)) if index not in (title, company) and places[index] > 0.3]
    place = max(left, key=lambda index: places[index], default=None)
    return Labels(
        company=None if company is None else parts[company],
        title=None if title is None else parts[title],
        place=None if place is None else parts[place],
        sure=sure,
    )
