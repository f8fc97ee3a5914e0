"""Recall on everybody's résumé in every layout, and on the shared samples where they are."""

from __future__ import annotations

import pytest

from evaluators.documents.files import read_document
from evaluators.documents.resume import extract_resume
from tests.evaluators.documents.resume.layouts import LAYOUTS, printed
from tests.evaluators.documents.resume.measure import FIELDS, SHARED, Score, measure, score, table
from tests.evaluators.documents.resume.people import people

LEAST = 0.9  # of each field, in each layout


def _measured(layout: str) -> Score:
    total = Score()
    for person, suffix, data in printed(layout):
        document = read_document(data, name=f"resume{suffix}")
        total += score(extract_resume(document.text, document.lines), person.truth)
    return total


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_read(layout: str) -> None:
    found = _measured(layout)
    poor = {name: found.recall(name) for name in FIELDS if (found.recall(name) or 0.0) < LEAST}
    assert not poor, found.missed
    assert not found.invented
    assert len(found.misplaced) <= 1, found.misplaced


def test_there_are_enough_layouts_of_every_kind() -> None:
    assert len(LAYOUTS) >= 12
    assert {suffix for suffix, _ in LAYOUTS.values()} >= {".pdf", ".docx"}
    assert len(people()) >= 8


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared samples are not here")
def test_the_shared_samples_are_read() -> None:
    scores = measure(SHARED)
    assert scores
    for name, found in scores.items():
        poor = {key: recall for key in FIELDS if (recall := found.recall(key)) is not None and recall < LEAST}
        assert not poor, f"{name}: {found.missed}"
        assert not found.invented, f"{name}: {found.invented}"
        assert not found.misplaced, f"{name}: {found.misplaced}"


def test_the_measure_sees_what_is_wrong() -> None:
    """A measure that praises everything would prove nothing."""
    person = people()["marcus"]
    good = extract_resume("")
    empty = score(good, person.truth)
    assert all((empty.recall(name) or 0.0) == 0.0 for name in FIELDS)
    wrong = good.model_copy(update={"name": "Somebody Else", "skills": ("Juggling", "SEO")})
    found = score(wrong, person.truth)
    assert found.misplaced == ["name: Somebody Else"]
    assert found.invented == ["name: Somebody Else", "skill: Juggling"]
    assert found.recall("skills") == pytest.approx(1 / 9)
    assert "Somebody Else" not in table({"wrong": found})
