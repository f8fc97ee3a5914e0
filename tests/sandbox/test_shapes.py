"""Generic functions with asserting tests, in the shapes that public sets and people use, run as they stand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from schema.code_runs import CodeLanguage, RunResult, RunVerdict, TestVerdict
from server.sandbox.limits import LIMITS
from server.sandbox.probe import Ability
from tests.sandbox.hosts import run
from tests.sandbox.javascript_shapes import JAVASCRIPT
from tests.sandbox.python_shapes import PYTHON, Shape

LETTERS = {TestVerdict.PASSED: "p", TestVerdict.FAILED: "f", TestVerdict.ERROR: "e", TestVerdict.NOT_RUN: "n"}
CASES = [(CodeLanguage.PYTHON, s) for s in PYTHON] + [(CodeLanguage.JAVASCRIPT, s) for s in JAVASCRIPT]


def letters(result: RunResult) -> str:
    return "".join(LETTERS[test.verdict] for test in result.tests)


@pytest.mark.parametrize(("language", "shape"), CASES, ids=[f"{language}: {shape.name}" for language, shape in CASES])
def test_shape(language: CodeLanguage, shape: Shape, languages: Mapping[CodeLanguage, Ability]) -> None:
    result = run(languages[language], language, shape.solution, shape.tests, LIMITS[language]).result
    told = result.message + "".join(f"\n{test.name}: {test.message}" for test in result.tests)
    assert letters(result) == shape.ends, f"{told}\n{result}"
    assert [said for said in shape.says if said not in told] == []
    wanted = (
        RunVerdict.ERROR if not shape.ends else RunVerdict.PASSED if set(shape.ends) == {"p"} else RunVerdict.FAILED
    )
    assert result.verdict is wanted
    assert result.limit is None
