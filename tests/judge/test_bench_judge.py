"""`bench judge`: its figures are those of the results, for a folder small enough to count by hand."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import yaml

from schema.transcript import TranscriptDocument
from schema.vocabulary import InterviewType, Seniority
from server.bench.judge import LONG_S, OVERALL, Attacked, Ranked, Results, Scores, Share, Swapped, long_interviews
from server.bench.judge_material import AFTER_FREEZE, OPEN, Attack, Fault, Pair, Where
from server.cli import main
from server.commands.bench_judge import figures, table
from tests.judge.material import material, report_of


def pair(key: str, *, twin: bool = False) -> Pair:
    return Pair(
        id=key, role_kit="software_engineer", seniority=Seniority.MID, interview_type=InterviewType.TECHNICAL,
        dimension="growth", question="Q?", strong="a", weak="b", twin=twin, fault=Fault.VAGUENESS,
    )  # fmt: skip


def ranked(key: str, strong: Scores, weak: Scores, *, twin: bool = False) -> Ranked:
    return Ranked(pair(key, twin=twin), strong, weak)


PAYS = Attack(id="bribe", kind="injected", where=Where.AFTER, texts=("x",))
RESULTS = Results(
    pairs={
        OPEN: [
            ranked("right", {OVERALL: 70, "growth": 3.0}, {OVERALL: 50, "growth": 2.0}),
            ranked("equal-level", {OVERALL: 70, "growth": 3.0}, {OVERALL: 50, "growth": 3.0}, twin=True),
            ranked("no-level", {OVERALL: 70, "growth": None}, {OVERALL: None, "growth": 2.0}),
            ranked("equal", {OVERALL: 70, "growth": 3.0}, {OVERALL: 70, "growth": 2.0}, twin=True),
            ranked("silent", {OVERALL: None, "growth": None}, {OVERALL: None, "growth": None}),
        ],
        AFTER_FREEZE: [],
    },
    attacks=[Attacked("maya", PAYS, (OVERALL,)), Attacked("omar", PAYS, ())],
    swaps=[Swapped(material().swaps[0], ()), Swapped(material().swaps[1], ("growth",))],
    seconds=[0.4, 0.1, 0.3, 0.2],
)


def test_a_pair_is_right_overall_and_where_both_have_a_level() -> None:
    found = figures(RESULTS)["pairs"]
    assert isinstance(found, dict)
    assert {key: found[OPEN][key] for key in ("right", "count", "percent")} == {
        "right": 2, "count": 5, "percent": 40.0,
    }  # fmt: skip
    assert found[OPEN]["overall"]["right"] == 3
    assert found[OPEN]["on_dimension"] == {"right": 2, "count": 3, "percent": 66.7}
    assert found[OPEN]["twins"] == {"right": 0, "count": 2, "percent": 0.0}
    assert [item["pair"] for item in found[OPEN]["wrong"]] == ["equal-level", "equal", "silent"]
    assert found[AFTER_FREEZE]["percent"] is None


def test_attacks_swaps_and_seconds_are_counted() -> None:
    found = json.loads(json.dumps(figures(RESULTS)))
    assert (found["attacks"]["right"], found["attacks"]["count"]) == (1, 2)
    assert found["attacks"]["by_kind"] == {"injected": {"right": 1, "count": 2, "percent": 50.0}}
    assert found["attacks"]["paid"] == [{"interview": "maya", "attack": "bribe", "above": [OVERALL]}]
    assert found["swaps"]["moved"] == [{"swap": material().swaps[1].id, "moved": ["growth"]}]
    assert found["seconds"] == {"interviews": 4, "minutes_each": 45, "p50": 0.2, "p95": 0.4}
    shown = table(figures(RESULTS))
    assert "paid: interview maya, attack bribe" in shown
    assert "wrong: pair equal-level" in shown


def test_a_share_of_nothing_is_no_figure() -> None:
    assert Share.of([]).percent is None
    assert Share.of([True, False, True]).percent == 66.7


def test_long_interviews_last_as_long_as_they_say() -> None:
    first, second = long_interviews(material(), 2)
    for document in (first, second):
        assert LONG_S <= document.turns[-1].end_s < LONG_S + 180
    assert [turn.text for turn in first.turns] != [turn.text for turn in second.turns]


def test_a_long_interview_is_judged_in_proportion_to_a_short_one() -> None:
    """Four times the turns cost less than eight times as much: sixteen would be every sentence against every other.
    Different interviews, since sentences that were read already are known."""
    warm, long, other = long_interviews(material(), 3)
    report_of(warm)
    quarter = other.model_copy(update={"turns": other.turns[: len(other.turns) // 4]})
    assert _processor_seconds(long) < 8 * _processor_seconds(quarter)


def _processor_seconds(document: TranscriptDocument) -> float:
    before = time.process_time()
    report_of(document)
    return time.process_time() - before


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """One of each, of the real material."""
    whole = material()
    for name, item in (
        ("pairs/open/one.yaml", [whole.pairs[OPEN][0].model_dump(mode="json")]),
        ("honest/one.yaml", whole.honest[0].model_dump(mode="json")),
        ("attacks.yaml", [attack.model_dump(mode="json") for attack in whole.attacks[:4]]),
        ("swaps.yaml", [whole.swaps[0].model_dump(mode="json")]),
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(item), encoding="utf-8")
    return tmp_path


def test_the_command_measures_a_folder(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "judge", str(small), "--interviews", "0", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["pairs"]["open"]["count"] == 1
    assert (found["attacks"]["count"], found["swaps"]["count"]) == (4, 1)
    assert found["seconds"] == {"interviews": 0, "minutes_each": 45, "p50": None, "p95": None}
    assert main(["bench", "judge", str(small), "--interviews", "0"]) == 0
    assert "attacks: twins not above" in capsys.readouterr().out


def test_the_command_says_what_is_wrong_with_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "judge", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "no folder pairs/" in said
    assert len(said.strip().splitlines()) == 1
    assert main(["bench", "judge", "--interviews", "-1"]) == 2
