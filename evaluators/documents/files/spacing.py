"""Spaced-out words, such as "S K I L L S" in a heading, closed up again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from evaluators.documents.files.pdf_glyphs import Word

LEAST_RUN = 4  # single letters in a row that show a line to be spaced out
WORD_GAP = 1.6  # times the usual gap: from here on another word begins


def closed_up(line: Sequence[Word]) -> list[Word]:
    """The words of a line, with runs of single letters as the words that they spell; `spread` is the gap they had."""
    runs = list(_runs(line))
    longest = max(runs, key=len, default=[])
    if len(longest) < LEAST_RUN:
        return list(line)
    usual = median(right.x0 - left.x1 for left, right in pairwise(longest))
    return [word for run in runs for word in _spelt(run, usual)]


def _runs(line: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in line:
        if run and not (_is_letter(run[-1]) and _is_letter(word) and word.spaced):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and (word.text.isalnum() or word.text in "&/-.'’")


def _spelt(run: list[Word], usual: float) -> Iterator[Word]:
    limit = max(WORD_GAP * usual, usual + 0.1 * run[0].size)
    spelt = run[0]
    for left, right in pairwise(run):
        if right.x0 - left.x1 > limit:
            yield spelt
            spelt = right
        else:
            spelt = replace(
                spelt, text=spelt.text + right.text, x1=right.x1, spread=usual, links=spelt.links + right.links
            )
    yield spelt
