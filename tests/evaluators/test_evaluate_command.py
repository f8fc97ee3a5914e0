"""`interview-lab evaluate` and `schema`: what they print, and the sentence for each kind of file that can't be used."""

import asyncio
import contextlib
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from schema.analysis import Analysis
from schema.rubric import Rubric
from seeds.catalog import load_catalog
from server.cli import main
from tests.evaluators.material import GOLDEN, KITS, golden
from tests.evaluators.verdicts import INVENTED, QUOTES, for_rubric, verdict, with_evidence
from tests.support.openai_double import Answer, openai_double, refused, valid

GOOD: dict[str, Any] = {
    "role_kit": "software_engineer",
    "role_title": "Engineer",
    "seniority": "mid",
    "interview_type": "hr",
    "turns": [
        {"speaker": "interviewer", "text": "Tell me about a bug.", "start_s": 0, "end_s": 2},
        {"speaker": "candidate", "text": "It was fine.", "start_s": 3, "end_s": 4},
    ],
}


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def command(*words: str, home: Path, **env: str) -> Done:
    """The command in this process, with nothing set but its data folder."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "LLM_"))}
    given = {"INTERVIEW_LAB_HOME": str(home), "COLUMNS": "100", **env}
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, clean | given, clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = main(list(words))
    return Done(code, out.getvalue(), err.getvalue())


def as_process(*words: str, home: Path) -> Done:
    """The same as people run it."""
    done = subprocess.run(
        [sys.executable, "-m", "server", *words], capture_output=True, text=True, timeout=120, check=False,
        cwd=GOLDEN.parent.parent, env=os.environ | {"INTERVIEW_LAB_HOME": str(home)},
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def run_file(home: Path, content: str | bytes) -> Done:
    path = home / "talk.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return command("evaluate", str(path), "--json", home=home)


def test_json_is_the_report_and_nothing_else(tmp_path: Path) -> None:
    path = GOLDEN / "data_analyst_mixed.json"
    first = as_process("evaluate", str(path), "--json", home=tmp_path)
    second = command("evaluate", str(path), "--json", home=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == second.stdout
    report = Analysis.model_validate_json(first.stdout)
    raw = json.loads(first.stdout)
    assert report.provenance.evaluator == "rules"
    assert {"overall", "dimensionScores", "jdMatch", "answerRewrites", "nextActions", "practicePlan7d", "memoryUpdate",
            "turnNotes", "turnTaking", "droppedClaims", "unanswered", "provenance", "sections", "failedSections",
            "coach", "exercises"} == set(raw)  # fmt: skip
    assert set(raw["overall"]) == {"score", "readiness", "hireSignal", "explanation"}


@pytest.mark.parametrize("kit", KITS)
def test_people_get_a_readable_report(tmp_path: Path, kit: str) -> None:
    done = command("evaluate", str(GOLDEN / f"{kit}_silent.json"), home=tmp_path)
    assert done.returncode == 0
    for text in ("of 100", "3 questions had no answer", "Judged by rules", "Delivery: words a minute"):
        assert text in " ".join(done.stdout.replace("│", " ").split())


def test_an_hour_is_judged_in_seconds(tmp_path: Path) -> None:
    """Three golden interviews of each kit in one file: an hour of talk. CPU time, for the machine may be busy."""
    turns: list[dict[str, Any]] = []
    for round_ in range(3):
        for kit in KITS:
            for turn in json.loads((GOLDEN / f"{kit}_strong.json").read_text("utf-8"))["turns"]:
                turns.append(turn | {"text": f"{turn['text']} ({round_})"})
    path = tmp_path / "long.json"
    path.write_text(json.dumps(GOOD | {"turns": turns}), "utf-8")
    began = time.process_time()
    done = command("evaluate", str(path), "--json", home=tmp_path)
    assert done.returncode == 0
    assert time.process_time() - began < 4.0  # under 2 on an idle core


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not valid JSON"),
        ('{"role_kit": "software_engineer",\n "turns": [{"speaker"', "line 2"),
        ('{"role_kit": "software_engineer",\n "turns": [{"speaker"', "cut off"),
        ("[]", "not a list"),
        ("null", "not a null"),
        (b"\xff\xfe\x00\x01", "UTF-8"),
        ("[" * 100_000, "nested too deeply"),
        (json.dumps(GOOD | {"turns": []}), "turns: at least one turn is needed"),
        (json.dumps({k: v for k, v in GOOD.items() if k != "turns"}), "turns: this field is missing"),
        (json.dumps(GOOD | {"colour": 1}), "colour: this field is not known"),
        (json.dumps(GOOD | {"role_kit": "astronaut"}), "there are data_analyst"),
        (json.dumps(GOOD | {"seniority": "boss"}), "seniority: "),
        (json.dumps(GOOD | {"turns": [GOOD["turns"][0] | {"start_s": "soon"}]}), "turns[0].start_s: "),
        (json.dumps(GOOD | {"turns": [GOOD["turns"][0] | {"start_s": 5}]}), "turns[0]: end_s"),
        (json.dumps(GOOD).replace('"end_s": 4', '"end_s": NaN'), "NaN"),
        (json.dumps(GOOD).replace('"end_s": 4', '"end_s": 1e999'), "end_s"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, content: str | bytes, said: str) -> None:
    done = run_file(tmp_path, content)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_missing_folder_and_oversized_files(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.json", "no file"), (tmp_path, "is a folder")):
        done = command("evaluate", str(path), home=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
    done = run_file(tmp_path, json.dumps(GOOD) + " " * (10 * 2**20))
    assert (done.returncode, done.stdout) == (2, "")
    assert "10 MB at most" in done.stderr


def test_a_model_is_asked_only_where_one_is_set(tmp_path: Path) -> None:
    path = str(GOLDEN / "data_analyst_mixed.json")
    done = command("evaluate", path, "--model-samples", "1", home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "LLM_BASE_URL" in done.stderr
    done = command("evaluate", path, "--model-samples", "9", home=tmp_path)
    assert done.returncode == 2


async def with_model(home: Path, *script: Answer, samples: int = 1) -> Done:
    path = str(GOLDEN / "software_engineer_strong.json")
    async with openai_double(*script) as double:
        return await asyncio.to_thread(
            command, "evaluate", path, "--json", "--model-samples", str(samples), home=home,
            LLM_BASE_URL=double.base_url,
        )  # fmt: skip


async def test_the_model_judges_and_its_inventions_do_not_show(tmp_path: Path) -> None:
    lie = {"quote": INVENTED, "why": "Impact."}
    asked = technical()
    told = [valid(for_rubric(made, asked)) for made in (with_evidence("execution", lie), verdict())]
    done = await with_model(tmp_path, *told, samples=2)
    assert done.returncode == 0, done.stderr
    report = Analysis.model_validate_json(done.stdout)
    assert report.provenance.evaluator == "model"
    assert report.dropped_claims == 1
    assert INVENTED not in done.stdout
    assert [d.key for d in report.dimension_scores] == [d.key for d in asked.dimensions]
    assert all(len(d.samples) == 2 for d in report.dimension_scores if not d.key.startswith("confidence"))


async def test_people_see_the_error_bars_and_who_disagrees(tmp_path: Path) -> None:
    asked = technical()
    told = [valid(for_rubric(verdict(dict.fromkeys(QUOTES, score)), asked)) for score in (20, 60, 100)]
    path = str(GOLDEN / "software_engineer_strong.json")
    async with openai_double(*told) as double:
        done = await asyncio.to_thread(
            command, "evaluate", path, "--model-samples", "3", home=tmp_path, LLM_BASE_URL=double.base_url
        )
    assert done.returncode == 0, done.stderr
    assert "3 of 5 ± 2" in done.stdout
    assert "3 judges: " in done.stdout
    assert "Judges disagree." in done.stdout
    assert "Claims dropped for want of proof: 0." in " ".join(done.stdout.split())


def technical() -> Rubric:
    """The rubric that the command takes for this golden interview."""
    document = golden("software_engineer", "strong")
    catalog = load_catalog()
    return catalog.rubrics[catalog.rubric_key(document.interview_type, catalog.role_kits[document.role_kit])]


async def test_a_model_that_fails_is_a_failure(tmp_path: Path) -> None:
    done = await with_model(tmp_path, refused())
    assert (done.returncode, done.stdout) == (1, "")
    assert "declined" in done.stderr
    assert "(refusal)" in done.stderr


@pytest.mark.parametrize("name", ["analysis", "transcript"])
def test_schemas_are_printed(tmp_path: Path, name: str) -> None:
    done = command("schema", name, home=tmp_path)
    assert done.returncode == 0
    schema = json.loads(done.stdout)
    expected = {"analysis": "dimensionScores", "transcript": "turns"}[name]
    assert expected in schema["properties"]
    assert schema["additionalProperties"] is False
