"""`classify`, `simulate` and `interview --text` as a person uses them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from schema.transcript import TranscriptDocument
from schema.vocabulary import Speaker
from server.cli import main

SCENARIOS = Path(__file__).parents[1] / "scenarios"


# ------------------------------------------------------------------ classify


def test_classify_prints_the_signals(capsys: pytest.CaptureFixture[str]) -> None:
    answer = (
        "In my last job I rewrote the importer, and as a result it went from 3 s to 800 ms for all of our customers."
    )
    assert main(["classify", "--question", "Walk me through it.", "--answer", answer, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert set(printed) == {"strength", "missing", "claims", "metrics", "reasons"}
    assert printed["metrics"] == ["from 3 s to 800 ms"]
    assert printed["missing"] == []


def test_classify_says_it_in_words_and_takes_expectations(capsys: pytest.CaptureFixture[str]) -> None:
    args = ["classify", "--question", "And?", "--answer", "It went well.", "--expects", "metric,result"]
    assert main(args) == 0
    assert capsys.readouterr().out.startswith("vague, missing: metric, result\n")


def test_classify_reads_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Forty percent."))
    assert main(["classify", "--question", "How many?", "--answer", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["strength"] == "strong"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--question", "Why?", "--answer", "  "], "not empty"),
        (["--question", "Why?", "--answer", "x" * 20_001], "Shorten"),
        (["--question", "Why?", "--answer", "x", "--expects", "charm"], "context, ownership"),
        (["--question", "Why?"], "--answer"),
    ],
)
def test_classify_refuses_bad_input(args: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", *args]) == 2
    assert says in capsys.readouterr().err


ROWS = (
    {"id": 1, "question": "How many people were on the team?", "answer": "five"},
    {"id": "b", "question": "Walk me through it.", "answer": "It went well, kind of.", "label": "vague"},
)


def answers_file(tmp_path: Path, *lines: str) -> str:
    file = tmp_path / "answers.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def test_classify_reads_a_file_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = answers_file(tmp_path, json.dumps(ROWS[0]), "", json.dumps(ROWS[1]))
    assert main(["classify", "--file", file, "--json"]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in printed] == [1, "b"]
    assert [row["strength"] for row in printed] == ["strong", "vague"]
    assert set(printed[0]) == {"id", "strength", "missing", "claims", "metrics", "reasons"}
    assert main(["classify", "--file", file]) == 0
    assert capsys.readouterr().out.startswith("1: strong\nb: vague, missing: context, ")


def test_classify_reads_rows_from_standard_input_as_they_come(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(ROWS[0]) + "\n{}\n"))
    assert main(["classify", "--file", "-", "--json"]) == 2
    shown = capsys.readouterr()
    assert json.loads(shown.out)["id"] == 1  # what came before the bad row was answered
    assert "Line 2: id" in shown.err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{not json", "Line 1"),
        ('["a"]', "Line 1"),
        ('{"id": 1, "question": "q"}', "answer"),
        ('{"id": 1, "question": "", "answer": "a"}', "question"),
        ('{"id": 1, "question": "q", "answer": 5}', "answer"),
        (json.dumps({"id": 1, "question": "q", "answer": "x" * 20_001}), "answer"),
    ],
)
def test_classify_names_the_bad_line(line: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", "--file", answers_file(tmp_path, line)]) == 2
    assert says in capsys.readouterr().err


def test_classify_refuses_a_file_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", "--file", str(tmp_path / "none.jsonl")]) == 2
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe{}\n")
    assert main(["classify", "--file", str(binary)]) == 2
    assert main(["classify", "--file", str(binary), "--question", "q"]) == 2
    assert main(["classify"]) == 2
    err = capsys.readouterr().err
    assert "none.jsonl can't be read" in err
    assert "UTF-8" in err


# ------------------------------------------------------------------ bench controller


def test_the_benchmark_measures_steps_readings_and_plans(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.commands.bench_controller.MINUTES", (5, 5, 5))
    assert main(["bench", "controller", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    for name in ("step", "any_event", "classify", "classify_8000", "planner"):
        spread = printed[name]
        assert spread["n"] > 100
        assert 0 < spread["p50_ms"] <= spread["p99_ms"] <= spread["max_ms"]
    assert printed["step"]["goal_p99_ms"] == 2.0
    assert printed["planner"]["goal_p99_ms"] == 50.0
    assert main(["bench", "controller", "--rounds", "0"]) == 2


# ------------------------------------------------------------------ simulate


@pytest.mark.parametrize("name", ["strong", "vague", "silent"])
def test_the_shipped_scenarios_hold(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["simulate", str(SCENARIOS / f"{name}.yaml"), "--json"])
    printed = json.loads(capsys.readouterr().out)
    assert [check for check in printed["checks"] if not check["ok"]] == []
    assert code == 0
    assert printed["ok"] is True
    assert printed["decisions"][-1]["decision"]["action"] == "close"
    assert all(entry["decision"]["reason"] for entry in printed["decisions"])


def scenario(tmp_path: Path, text: str) -> str:
    file = tmp_path / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_scenario_that_does_not_hold_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "name: x\nrole_kit: data_analyst\nminutes: 5\nexpect: {probes_at_least: 99, phases: [close], never: [hello]}\n"
    )
    assert main(["simulate", scenario(tmp_path, text)]) == 1
    out = capsys.readouterr().out
    assert "FAIL  follow-ups: 0" in out
    assert "FAIL  phases" in out
    assert "FAIL  never says “hello”" in out
    assert "ok    ends in its close" in out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: x\nrole_kit: wizard\n", "software_engineer"),
        ("name: x\nrole_kit: data_analyst\nminutes: 2\n", "minutes"),
        ("name: x\nrole_kit: data_analyst\nanswers: [{text: hi, silence: 3}]\n", "either text or silence"),
        ("name: x\nrole_kit: data_analyst\nmood: good\n", "mood"),
        ("name: [", "not YAML"),
        ("- 1\n- 2\n", "the file"),
    ],
)
def test_a_bad_scenario_is_refused(text: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", scenario(tmp_path, text)]) == 2
    assert says in capsys.readouterr().err


def test_a_missing_binary_or_huge_scenario_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(tmp_path / "nothing.yaml")]) == 2
    binary, huge = tmp_path / "binary.yaml", tmp_path / "huge.yaml"
    binary.write_bytes(b"\xff\xfe\x00")
    huge.write_text("x" * 1_000_001)
    assert main(["simulate", str(binary)]) == 2
    assert main(["simulate", str(huge)]) == 2
    err = capsys.readouterr().err
    assert err.count("can't be read") == 2
    assert "megabyte" in err


# ------------------------------------------------------------------ interview --text


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str | type[BaseException]) -> None:
    """Answers the prompt with these lines, then with the end of the input."""
    script: Iterator[str | type[BaseException]] = iter(lines)

    def answer(prompt: str) -> str:
        line = next(script, EOFError)
        if isinstance(line, str):
            return line
        raise line

    monkeypatch.setattr("builtins.input", answer)


def interview(out: Path, *more: str) -> int:
    return main(["interview", "--text", "--role-kit", "data_analyst", "--name", "Jo", "--out", str(out), *more])


def test_a_typed_interview_is_held_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(
        monkeypatch,
        "I build reports for the finance team at Northwind, and I want to do more experiments.",
        "It went well, kind of.",
        "",
        "/time",
        "/pause",
        "/resume",
        "/repeat",
        "/dance",
        "/end",
    )
    out = tmp_path / "t.json"
    assert interview(out) == 0
    printed = capsys.readouterr().out
    assert "Hello Jo" in printed
    assert "left." in printed
    assert "Welcome back." in printed
    assert "2 answers" in printed
    assert str(out) in printed
    document = TranscriptDocument.model_validate_json(out.read_text(encoding="utf-8"))
    assert document.role_kit == "data_analyst"
    speakers = [turn.speaker for turn in document.turns]
    assert speakers.count(Speaker.CANDIDATE) == 2
    assert speakers[-1] is Speaker.INTERVIEWER
    assert all(a.start_s <= b.start_s for a, b in zip(document.turns, document.turns[1:], strict=False))


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_leaving_early_ends_gracefully(
    stop: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "I build reports at Northwind.", stop)
    assert interview(tmp_path / "t.json") == 0
    assert "Goodbye, Jo, your report comes next." in capsys.readouterr().out
    assert (tmp_path / "t.json").exists()


def test_documents_are_read_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch)
    (tmp_path / "cv.txt").write_text("- Cut the run from 40 to 12 minutes\n", encoding="utf-8")
    assert interview(tmp_path / "t.json", "--resume", str(tmp_path / "cv.txt"), "--minutes", "5") == 0
    document = TranscriptDocument.model_validate_json((tmp_path / "t.json").read_text(encoding="utf-8"))
    assert document.resume == "- Cut the run from 40 to 12 minutes\n"


def test_bad_input_is_refused_before_anything_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken.json").write_text("{}")
    out = tmp_path / "t.json"
    assert main(["interview"]) == 2
    assert interview(tmp_path / "taken.json") == 2
    assert interview(tmp_path / "no" / "folder.json") == 2
    assert interview(out, "--minutes", "3") == 2
    assert interview(out, "--resume", str(tmp_path / "none.txt")) == 2
    assert interview(out, "--role-kit", "wizard") == 2
    err = capsys.readouterr().err
    for words in ("--text", "exists already", "can't be written", "5 to 60", "can't be read", "There is no role kit"):
        assert words in err
    assert not out.exists()


@pytest.mark.parametrize("command", ["classify", "simulate", "interview"])
def test_each_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert "usage" in capsys.readouterr().out
