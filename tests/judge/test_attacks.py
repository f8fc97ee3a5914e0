"""Whoever games the judge stands no higher than the honest twin: overall and on every dimension."""

from __future__ import annotations

import asyncio
from functools import cache

import pytest

from server.bench.judge import Scores, above, try_attacks
from server.bench.judge_material import Attack, Honest, Where
from server.bench.judge_twins import attacked, honest_document
from tests.judge.material import material, report_of, scored


@cache
def _fair(one: Honest) -> Scores:
    return scored(honest_document(one))


CASES = [(one, attack) for one in material().honest for attack in material().attacks]


@pytest.mark.parametrize(("one", "attack"), CASES, ids=[f"{one.id}-{attack.id}" for one, attack in CASES])
def test_no_attack_pays(one: Honest, attack: Attack) -> None:
    twin = scored(attacked(one, attack))
    fair = _fair(one)
    assert not {key: (fair.get(key), twin[key]) for key in above(twin, fair)}


LATE = [
    *((one, attack) for one in material().late_honest for attack in (*material().attacks, *material().late_attacks)),
    *((one, attack) for one in material().honest for attack in material().late_attacks),
]


@pytest.mark.parametrize(("one", "attack"), LATE, ids=[f"{one.id}-{attack.id}" for one, attack in LATE])
def test_no_attack_pays_that_was_written_after_the_freeze(one: Honest, attack: Attack) -> None:
    twin, fair = scored(attacked(one, attack)), _fair(one)
    assert not {key: (fair.get(key), twin[key]) for key in above(twin, fair)}


@pytest.mark.parametrize("one", material().honest, ids=lambda one: one.id)
def test_who_says_nothing_has_no_score(one: Honest) -> None:
    for attack in material().attacks:
        if attack.kind == "empty" or attack.where is Where.NO_TURNS:
            report = report_of(attacked(one, attack))
            assert report.overall.score is None
            assert all(d.score is None for d in report.dimension_scores)


@pytest.mark.parametrize("one", material().honest, ids=lambda one: one.id)
def test_an_honest_interview_has_a_score(one: Honest) -> None:
    """The other tests would hold for a judge who scores nobody."""
    overall = _fair(one)["overall"]
    assert overall is not None
    assert overall >= 40


def test_the_suite_sees_a_judge_that_pays() -> None:
    assert above({"overall": 70, "growth": 3.0}, {"overall": 69, "growth": None}) == ("overall", "growth")
    assert above({"overall": 69, "growth": 1.0}, {"overall": 69, "growth": None}) == ()
    tried = asyncio.run(try_attacks(material().honest[0], material().attacks[:1]))
    assert [found.above for found in tried] == [()]
