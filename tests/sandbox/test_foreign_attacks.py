"""Hostile JavaScript and SQL: the same promises as for Python."""

from __future__ import annotations

import pytest

from schema.code_runs import CodeLanguage, RunVerdict
from server.sandbox.limits import message
from tests.sandbox.attacks import Attack
from tests.sandbox.conftest import Runs
from tests.sandbox.foreign_attacks import JAVASCRIPT, SQL
from tests.sandbox.hosts import SMALL
from tests.sandbox.test_attacks import gone

CASES = [(CodeLanguage.JAVASCRIPT, a) for a in JAVASCRIPT] + [(CodeLanguage.SQL, a) for a in SQL]


@pytest.mark.parametrize(
    ("language", "attack"), CASES, ids=[f"{language}: {attack.name}" for language, attack in CASES]
)
def test_attack(language: CodeLanguage, attack: Attack, runs: Runs) -> None:
    outcome = runs(language, attack.code, attack.tests)
    assert outcome.result.verdict is not RunVerdict.PASSED, outcome
    assert not [word for word in attack.never if word in outcome.text]
    assert all(word in outcome.text for word in attack.says), outcome.text
    if attack.limit is not None:
        assert outcome.result.limit is attack.limit, outcome
        assert outcome.result.message == message(attack.limit, SMALL[language])
    assert gone(outcome.marker)
