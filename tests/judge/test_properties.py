"""Whatever is put together from honest answers: a figure never costs, a wrong place never pays, chance has no say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.transcript import TranscriptDocument
from server.bench.judge import above
from server.bench.judge_material import Honest, interview
from server.bench.judge_twins import honest_document
from tests.judge.material import honest, material, report_of, scored
from tests.support.repository import ROOT

FIGURES = (
    "That cut the time from nine hours to two hours.",
    "Errors went from forty a week to six a week.",
    "It saved us about eleven thousand euros a year.",
    "Complaints fell by thirty percent in two months.",
    "We went from 62% to 81% in the next quarter.",
    "After that it took twelve minutes and not fifty.",
)
QUIET = settings(max_examples=16, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
Told = list[tuple[str, str]]


@st.composite
def told(draw: st.DrawFn) -> tuple[Honest, Told]:
    """One honest interview with some of its questions, two at least, in an order."""
    one = draw(st.sampled_from(material().honest))
    pairs = [(said.question, said.answer) for said in one.answers]
    chosen = draw(st.permutations(range(len(pairs))))[: draw(st.integers(2, len(pairs)))]
    return one, [pairs[i] for i in chosen]


def as_typed(document: TranscriptDocument) -> TranscriptDocument:
    turns = [turn.model_copy(update={"words": None, "typed": True}) for turn in document.turns]
    return document.model_copy(update={"turns": tuple(turns)})


@QUIET
@given(told(), st.sampled_from(FIGURES), st.integers(0, 3), st.booleans())
def test_a_proved_figure_never_lowers_a_score(
    given_: tuple[Honest, Told], figure: str, number: int, typed: bool
) -> None:
    one, pairs = given_
    place = number % len(pairs)
    more = [(q, f"{a} {figure}" if i == place else a) for i, (q, a) in enumerate(pairs)]
    before, after = interview(one, pairs), interview(one, more)
    if typed:
        before, after = as_typed(before), as_typed(after)
    assert not above(scored(before), scored(after)), (figure, place)


@QUIET
@given(told(), st.randoms(use_true_random=False))
def test_answers_given_to_other_questions_never_raise_a_score(given_: tuple[Honest, Told], chance: object) -> None:
    one, pairs = given_
    moved = [*pairs[1:], pairs[0]]
    wrong = [(question, answer) for (question, _), (_, answer) in zip(pairs, moved, strict=True)]
    assert not above(scored(interview(one, wrong)), scored(interview(one, pairs)))


@QUIET
@given(told(), st.data())
def test_the_order_of_the_questions_raises_no_score(given_: tuple[Honest, Told], data: st.DataObject) -> None:
    one, pairs = given_
    other = data.draw(st.permutations(pairs))
    assert not above(scored(interview(one, other)), scored(interview(one, pairs)))


def test_the_same_transcript_twice_is_the_same_report() -> None:
    for one in material().honest:
        document = honest_document(one)
        assert report_of(document) == report_of(TranscriptDocument.model_validate_json(document.model_dump_json()))


def test_the_command_prints_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    file = tmp_path / "transcript.json"
    file.write_text(honest_document(honest("security-engineer")).model_dump_json(), "utf-8")
    printed = [
        subprocess.run(
            [sys.executable, "-m", "server", "evaluate", str(file), "--json"],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert printed[0] == printed[1]
    assert json.loads(printed[0])["overall"]["score"] is not None
