"""Who speaks does not matter: names, pronouns, universities, cities and spellings swapped leave every figure as it is.

The seed of the fairness lab: each row of `swaps.yaml` is one counterfactual version of the same interview.
"""

from __future__ import annotations

import pytest

from server.bench.judge import whole
from server.bench.judge_material import Swap
from server.bench.judge_twins import swapped
from tests.judge.material import material, report_of


@pytest.mark.parametrize("swap", material().swaps, ids=lambda swap: swap.id)
def test_a_swap_moves_nothing(swap: Swap) -> None:
    versions = [whole(report_of(document)) for document in swapped(swap)]
    assert versions[0]["overall"] != (None, None, None)
    for row, version in zip(swap.values, versions, strict=True):
        moved = {key: (versions[0][key], value) for key, value in version.items() if value != versions[0][key]}
        assert not moved, row
