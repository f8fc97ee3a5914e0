"""The judge's material, read once, and its figures, judged once for all tests of this folder."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

from schema.analysis import Analysis
from schema.transcript import TranscriptDocument
from server.bench.judge import Ranked, Scores, judged, rank, scores_of
from server.bench.judge_material import Honest, Material, read_material

FOLDER = Path(__file__).parent


@cache
def material() -> Material:
    return read_material(FOLDER)


def report_of(document: TranscriptDocument) -> Analysis:
    """The rules' report."""
    return asyncio.run(judged(document))


def scored(document: TranscriptDocument) -> Scores:
    return scores_of(report_of(document))


@cache
def ranked(name: str) -> tuple[Ranked, ...]:
    """The pairs of one set, judged."""

    async def all_of_them() -> list[Ranked]:
        return [await rank(pair) for pair in material().pairs[name]]

    return tuple(asyncio.run(all_of_them()))


def honest(key: str) -> Honest:
    return next(one for one in material().honest if one.id == key)
