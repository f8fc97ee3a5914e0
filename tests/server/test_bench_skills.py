"""`bench skills`: figures of a small marked file by hand, and of the shared one where it lies beside the project."""

import json
from pathlib import Path

import pytest

from schema.vocabulary import SkillKind
from server.bench.skills import BadFileError, Row, by_rules, by_vocabulary, found_spans, marked_spans, read_ads, score
from server.cli import main

SHARED = Path(__file__).parents[3] / "shared" / "data" / "jobs" / "skillspan_dev.json"


def row(text: str, *, skill: str = "", knowledge: str = "", idx: int = 1) -> Row:
    """A row whose tags are O but for the words given, which form one span."""
    tokens = tuple(text.split())

    def tags(span: str) -> tuple[str, ...]:
        words = span.split()
        at = next((i for i in range(len(tokens)) if words and list(tokens[i : i + len(words)]) == words), -1)
        return tuple(
            "O" if not at <= i < at + len(words) or at < 0 else "B" if i == at else "I" for i in range(len(tokens))
        )

    return Row(idx=idx, source="own", tokens=tokens, tags_skill=tags(skill), tags_knowledge=tags(knowledge))


AD = (
    row("Requirements"),
    row("Knowledge of Python", knowledge="Python"),
    row("Ability to lead small teams", skill="lead small teams"),
    row("A cat", knowledge="cat"),
)


def written(path: Path, *rows: Row) -> Path:
    path.write_text("\n".join(item.model_dump_json() for item in rows), encoding="utf-8")
    return path


def test_marked_and_found_spans_are_tokens_of_a_row() -> None:
    assert marked_spans(AD) == {
        (1, 2, 3, SkillKind.KNOWLEDGE),
        (2, 2, 5, SkillKind.SKILL),
        (3, 1, 2, SkillKind.KNOWLEDGE),
    }
    assert found_spans(AD, by_rules) == {(1, 2, 3, SkillKind.KNOWLEDGE), (2, 2, 5, SkillKind.SKILL)}


def test_neighbouring_spans_stay_two() -> None:
    tags = ("B", "B", "I")
    ad = (Row(idx=1, tokens=("Go", "Rust", "lang"), tags_skill=("O",) * 3, tags_knowledge=tags),)
    assert len(marked_spans(ad)) == 2


def test_scores_by_hand() -> None:
    figures = score([AD], by_rules)
    assert (figures["knowledge"].precision, figures["knowledge"].recall) == (1.0, 0.5)
    assert figures["skill"].as_json()["f1"] == 1.0
    assert figures["all"].marked == 3
    assert score([AD], lambda _: [])["all"].as_json()["f1"] == 0.0


def test_a_span_that_touches_counts_as_touching_only() -> None:
    figures = score([AD], lambda text: [(text.index("small"), text.index("small") + 5, SkillKind.SKILL)])["skill"]
    assert (figures.precision, figures.overlap_precision, figures.overlap_recall) == (0.0, 1.0, 1.0)


def test_the_command_prints_both_methods(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path / "ads.json", *AD, row("Knowledge of Rust", knowledge="Rust", idx=2))
    assert main(["bench", "skills", str(file), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["ads"] == 2
    assert {"rules", "vocabulary"} <= figures.keys()
    assert main(["bench", "skills", str(file), "--half", "even"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1 ads")
    assert "vocabulary   knowledge" in said


@pytest.mark.parametrize(
    "content", ["", "no json", '{"idx": 1}', AD[1].model_copy(update={"tags_skill": ("O",)}).model_dump_json()]
)
def test_a_file_without_marked_rows_is_refused(
    tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ads.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadFileError):
        read_ads(file)
    assert main(["bench", "skills", str(file)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_missing_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "skills", str(tmp_path / "none.json")]) == 2
    assert "can't be read" in capsys.readouterr().err


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the project")
@pytest.mark.parametrize("odd", [True, False], ids=["developed on", "held apart at first"])
def test_the_rules_are_clearly_above_the_vocabulary(odd: bool) -> None:
    ads = [ad for ad in read_ads(SHARED) if (ad[0].idx % 2 == 1) is odd]
    rules, names = score(ads, by_rules), score(ads, by_vocabulary)
    for kind, margin in (("skill", 0.2), ("knowledge", 0.09), ("all", 0.13)):
        assert rules[kind].as_json()["f1"] > names[kind].as_json()["f1"] + margin, kind
        assert rules[kind].as_json()["overlap_f1"] > names[kind].as_json()["overlap_f1"] + margin, kind
