"""Measures of the fragments on one side of a white gutter: rows, groups, dates, and how they fit the other side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from evaluators.documents.files.cues import is_title
from evaluators.documents.files.fragments import Fragment, same_line

ALIGNED = 2.0  # points: edges closer than this are one edge
CLOSE = 1.35  # of the usual distance of baselines: from here on an empty line stands between
LOOSE = 2.0  # the same, for a plain line that begins at the edge of the one above
TALL = 1.2  # of the size: a line's own height, where letters are larger than usual
FAR = 3.0  # of the size: farther apart, two lines say nothing about the usual distance
USUAL = 0.3  # of all distances: those within a paragraph, where many stand between paragraphs
NEAREST = 3  # lines above and below that may be the same one
DEFAULT_STEP = 12.0


def usual_step(found: Sequence[Fragment]) -> float:
    """The usual distance of baselines of lines that stand one under the other, in points."""
    steps: list[float] = []
    for index, fragment in enumerate(found):
        for below in found[index + 1 :]:
            away = below.y - fragment.y
            if away > FAR * fragment.size:
                break
            if away > 0.5 * fragment.size and min(below.x1, fragment.x1) > max(below.x0, fragment.x0):
                steps.append(away)
                break
    return sorted(steps)[int(USUAL * len(steps))] if steps else DEFAULT_STEP


def follows(above: Fragment, below: Fragment, usual: float) -> bool:
    """Whether a line stands closely under another, with no empty line between them."""
    return below.y - above.y <= CLOSE * max(usual, TALL * max(above.size, below.size))


def hangs(above: Fragment, below: Fragment, usual: float) -> bool:
    """Whether a line belongs to what stands above it: closely under it, or a plain line at its edge not far below."""
    if follows(above, below, usual):
        return True
    plain = not below.bold and not is_title(below.text) and abs(below.x0 - above.x0) <= ALIGNED
    return plain and below.y - above.y <= LOOSE * max(usual, TALL * below.size)


def groups(side: Sequence[Fragment], usual: float) -> list[list[Fragment]]:
    """Lines that follow each other closely."""
    found: list[list[Fragment]] = []
    for fragment in side:
        if found and hangs(found[-1][-1], fragment, usual):
            found[-1].append(fragment)
        else:
            found.append([fragment])
    return found


def rows(side: Iterable[Fragment]) -> int:
    """How many visual lines the fragments stand on."""
    count, last = 0, None
    for fragment in side:
        if last is None or not same_line(last, fragment):
            count += 1
        last = fragment
    return count


def partnered(side: Sequence[Fragment], main: Sequence[Fragment]) -> float:
    """The share of one side's fragments that stand on a line of the other."""
    heights = [f.y for f in main]  # sorted from the top down, as both sides are
    return sum(_has_partner(f, main, heights) for f in side) / len(side)


def _has_partner(fragment: Fragment, main: Sequence[Fragment], heights: Sequence[float]) -> bool:
    """Looks at the lines nearest in height only."""
    place = bisect_left(heights, fragment.y)
    return any(same_line(fragment, other) for other in main[max(place - NEAREST, 0) : place + NEAREST])


def dated(side: Sequence[Fragment]) -> float:
    """The share of fragments that are dates or figures and nothing else."""
    return sum(f.dated for f in side) / len(side)


def titles(side: Sequence[Fragment]) -> float:
    """The share of fragments that are titles of sections."""
    return sum(is_title(f.text) for f in side) / len(side)


def labels(side: Sequence[Fragment]) -> float:
    """The share of fragments that introduce something, such as "Languages:"."""
    return sum(f.text.endswith(":") and len(f.text) <= 40 for f in side) / len(side)


def mean_length(side: Sequence[Fragment]) -> float:
    """Characters a fragment."""
    return sum(len(f.text) for f in side) / len(side)


def isolated(side: Sequence[Fragment], usual: float) -> float:
    """The share of lines that have an empty line above and below."""
    return sum(len(group) == 1 for group in groups(side, usual)) / len(side)


def ragged_left(side: Sequence[Fragment]) -> bool:
    """Whether the lines end at one edge and begin anywhere."""
    ends, starts = [f.x1 for f in side], [f.x0 for f in side]
    return max(ends) - min(ends) <= 2 * ALIGNED and max(starts) - min(starts) > 2 * ALIGNED


def titled(side: Sequence[Fragment]) -> bool:
    """Whether the first line stands out from one below it."""
    first = side[0]
    rest = [f for f in side if not same_line(f, first)]
    return any((first.bold and not f.bold) or first.size > 1.08 * f.size for f in rest)


def height(side: Sequence[Fragment]) -> float:
    """From the top of the first line to the last baseline, in points."""
    return side[-1].y - side[0].y + side[0].size


def level(main: Sequence[Fragment], side: Sequence[Fragment]) -> list[Fragment]:
    """The fragments of one side that stand as high as some of the other."""
    return [f for f in main if side[0].y - f.size <= f.y <= side[-1].y + f.size]
