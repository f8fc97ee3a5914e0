"""Scores found skill and knowledge spans against a file of ads whose spans people marked (SkillSpan's format)."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evaluators.documents.job import find_spans
from evaluators.documents.skills import find_skills
from schema.vocabulary import SkillKind

Found = tuple[int, int, SkillKind]
"""Characters [start, end) of an ad's text, and what they name."""
Marked = tuple[int, int, int, SkillKind]
"""Row, first token, token after the last, and kind."""
ALL = "all"


class BadFileError(Exception):
    """The file holds no marked rows. `str()` says where it goes wrong."""


class Row(BaseModel):
    """One line of the file: a sentence of an ad with a tag (B, I or O) for each token and kind."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    idx: int
    source: str = ""
    tokens: tuple[str, ...]
    tags_skill: tuple[str, ...]
    tags_knowledge: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of exact spans; and of spans that share a token with one of the same kind."""

    marked: int
    found: int
    exact: int
    found_touching: int
    marked_touching: int

    @property
    def precision(self) -> float:
        return self.exact / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.exact / self.marked if self.marked else 0.0

    @property
    def overlap_precision(self) -> float:
        return self.found_touching / self.found if self.found else 0.0

    @property
    def overlap_recall(self) -> float:
        return self.marked_touching / self.marked if self.marked else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.marked + other.marked,
            self.found + other.found,
            self.exact + other.exact,
            self.found_touching + other.found_touching,
            self.marked_touching + other.marked_touching,
        )

    def as_json(self) -> dict[str, float]:
        exact, overlap = (self.precision, self.recall), (self.overlap_precision, self.overlap_recall)
        return {
            "precision": round(exact[0], 4),
            "recall": round(exact[1], 4),
            "f1": round(f1(*exact), 4),
            "overlap_precision": round(overlap[0], 4),
            "overlap_recall": round(overlap[1], 4),
            "overlap_f1": round(f1(*overlap), 4),
            "marked": self.marked,
            "found": self.found,
        }


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def by_rules(text: str) -> Iterator[Found]:
    """The product's own reading of an ad."""
    return ((span.start, span.end, span.kind) for span in find_spans(text))


def by_vocabulary(text: str) -> Iterator[Found]:
    """The yardstick: every name of the vocabulary, exactly where it stands."""
    return ((hit.start, hit.end, hit.kind) for hit in find_skills(text))


def read_ads(path: Path) -> list[tuple[Row, ...]]:
    """The rows of a file, an ad each by source and idx. Raises BadFileError and OSError."""
    ads: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = Row.model_validate(json.loads(line))
        except (ValidationError, ValueError) as error:
            raise BadFileError(f"{path}, line {number}: no marked sentence ({type(error).__name__}).") from error
        if not len(row.tokens) == len(row.tags_skill) == len(row.tags_knowledge):
            raise BadFileError(f"{path}, line {number}: as many tags as tokens are needed.")
        ads[row.source, row.idx].append(row)
    if not ads:
        raise BadFileError(f"{path} holds no marked sentences.")
    return [tuple(rows) for rows in ads.values()]


def score(ads: Iterable[Sequence[Row]], find: Callable[[str], Iterable[Found]]) -> dict[str, Score]:
    """Scores by kind and for all, over the ads: each is read as one text, a row a line, its tokens joined by spaces."""
    sums = dict.fromkeys(SkillKind, Score(0, 0, 0, 0, 0))
    for ad in ads:
        marked, found = marked_spans(ad), found_spans(ad, find)
        for kind in SkillKind:
            sums[kind] += _score({span for span in marked if span[3] is kind}, {s for s in found if s[3] is kind})
    return {**{kind.value: sums[kind] for kind in SkillKind}, ALL: sums[SkillKind.SKILL] + sums[SkillKind.KNOWLEDGE]}


def marked_spans(ad: Sequence[Row]) -> set[Marked]:
    """What people marked: a span begins at B and goes on over I."""
    spans: set[Marked] = set()
    for number, row in enumerate(ad):
        for kind, tags in ((SkillKind.SKILL, row.tags_skill), (SkillKind.KNOWLEDGE, row.tags_knowledge)):
            first: int | None = None
            for i, tag in enumerate((*tags, "O")):
                if tag != "I" and first is not None:
                    spans.add((number, first, i, kind))
                    first = None
                if tag == "B":
                    first = i
    return spans


def found_spans(ad: Sequence[Row], find: Callable[[str], Iterable[Found]]) -> set[Marked]:
    """What `find` finds in the ad's text, in tokens: all that a found span touches. None across two rows."""
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    at = 0
    for number, row in enumerate(ad):
        for i, token in enumerate(row.tokens):
            starts.append(at)
            places.append((number, i))
            at += len(token) + 1
    text = "\n".join(" ".join(row.tokens) for row in ad)
    spans: set[Marked] = set()
    for start, end, kind in find(text):
        first, last = places[bisect_right(starts, start) - 1], places[bisect_right(starts, end - 1) - 1]
        if first[0] == last[0]:
            spans.add((first[0], first[1], last[1] + 1, kind))
    return spans


def _score(marked: set[Marked], found: set[Marked]) -> Score:
    return Score(len(marked), len(found), len(marked & found), _touching(found, marked), _touching(marked, found))


def _touching(spans: set[Marked], others: set[Marked]) -> int:
    """How many of `spans` share a token with one of `others`."""
    by_row: dict[int, list[Marked]] = defaultdict(list)
    for other in others:
        by_row[other[0]].append(other)
    return sum(any(span[1] < other[2] and other[1] < span[2] for other in by_row[span[0]]) for span in spans)
