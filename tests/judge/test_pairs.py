"""Strong and weak answers to the same question: the rules rank them right, the ones written after the freeze too."""

from __future__ import annotations

import pytest

from server.bench.judge import Share
from server.bench.judge_material import AFTER_FREEZE, OPEN
from tests.judge.material import ranked

ENOUGH = 90.0  # percent, of the issue


@pytest.mark.parametrize("name", [OPEN, AFTER_FREEZE])
def test_pairs_are_ranked_right(name: str) -> None:
    """Right: the strong one higher overall, and on the pair's dimension where both have a level of it."""
    wrong = [r.pair.id for r in ranked(name) if not r.right]
    share = Share.of(r.right for r in ranked(name)).percent
    assert share is not None
    assert share >= ENOUGH, wrong


def test_weak_twins_gain_nothing_from_length_and_terms() -> None:
    found = [r for name in (OPEN, AFTER_FREEZE) for r in ranked(name) if r.pair.twin]
    share = Share.of(r.overall_right for r in found).percent
    assert share is not None
    assert share >= ENOUGH, [r.pair.id for r in found if not r.overall_right]


def test_a_strong_answer_has_a_score() -> None:
    found = [r for name in (OPEN, AFTER_FREEZE) for r in ranked(name)]
    without = [r.pair.id for r in found if r.strong["overall"] is None]
    assert len(without) <= len(found) // 10, without
