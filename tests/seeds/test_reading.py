"""A catalogue that contradicts itself is refused, with the file and the key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
import yaml

from seeds.catalog import CatalogError, read_catalog

Change = Callable[[Path], None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped files, free to be spoiled."""
    source = resources.files("seeds")
    with resources.as_file(source) as folder:
        shutil.copytree(folder, tmp_path / "seeds", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "seeds"


def pattern(**changes: object) -> list[dict[str, object]]:
    item: dict[str, object] = {"key": "extra", "pattern_type": "behavioral", "template": "What now?", **changes}
    return [item]


def test_the_copy_reads_like_the_original(copy: Path) -> None:
    assert len(read_catalog(copy).patterns) > 60


@pytest.mark.parametrize(
    ("items", "key", "problem"),
    [
        (pattern(key="behav_mistake"), "behav_mistake", "twice"),
        (pattern(dimensions=["charm"]), "extra", "charm"),
        (pattern(template="What about {{mood}}?"), "extra", "mood"),
        (pattern(template="What about {{claim}}?"), "extra", "triggers"),
        (pattern(template="What about {claim}?"), "extra", "brace"),
        (pattern(expects=["metric"]), "extra", "no probe"),
        (pattern(expects=["luck"]), "extra", "expects"),
        (pattern(pattern_type="riddle"), "extra", "pattern_type"),
        (pattern(colour="red"), "extra", "colour"),
        (pattern(probe_tree={"sometimes": []}), "extra", "sometimes"),
        (pattern(probe_tree={"if_vague": ["And {{mood}}?"]}), "extra", "mood"),
        (pattern(key="Not A Key"), "Not A Key", "key"),
        (pattern(template="What about {{tenure}}?", triggers=["gap"]), "extra", "tenure"),
        (pattern(template="You said {{said_before}}. And now?"), "extra", "said_before"),
        (pattern(rephrased="What about {{company}}?"), "extra", "rephrased|company"),
        (pattern(archetypes=["circus"]), "extra", "archetypes"),
    ],
)
def test_spoiled_patterns(copy: Path, items: list[dict[str, object]], key: str, problem: str) -> None:
    (copy / "patterns" / "extra.yaml").write_text(yaml.safe_dump(items), encoding="utf-8")
    with pytest.raises(CatalogError, match=problem) as refused:
        read_catalog(copy)
    assert (refused.value.file, refused.value.key) == ("extra.yaml", key)


def test_patterns_are_read_from_folders_within_folders(copy: Path) -> None:
    inner = copy / "patterns" / "roles" / "deeper"
    inner.mkdir(parents=True)
    contradiction = 'On your résumé it says "{{said_before}}", now "{{said_now}}". Which is it?'
    item = pattern(key="deep_one", probe_tree={"if_contradiction": [contradiction]}, archetypes=["startup"])
    (inner / "more.yaml").write_text(yaml.safe_dump(item, allow_unicode=True), encoding="utf-8")
    read = read_catalog(copy).patterns["deep_one"]
    assert [probe.text for probe in read.probe_tree.if_contradiction] == [contradiction]
    (inner / "more.yaml").write_text(yaml.safe_dump(pattern(key="behav_mistake")), encoding="utf-8")
    with pytest.raises(CatalogError, match=r"roles/deeper/more\.yaml: behav_mistake: this key is used twice"):
        read_catalog(copy)


def replace(path: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (replace("role_kits.csv", "swe_hardest_bug;", "swe_no_such_bug;"), "swe_no_such_bug"),
        (replace("role_kits.csv", "interview_v1", "interview_v9"), "interview_v9"),
        (replace("role_kits.csv", ",swe,mid,", ",wizard,mid,"), "wizard"),
        (replace("role_kits.csv", "technical;hiring_manager", "technical;seance"), "seance"),
        (replace("role_kits.csv", "data_analyst,", "software_engineer,"), "twice"),
        (replace("role_kits.csv", "5d0f6b0e-1f0a-5a83-9a0b-5d6f1c2e7a01", "not-a-uuid"), "not a uuid"),
        (replace("role_kits.csv", "7a02", "7a01"), "share a uuid"),
        (replace("rubrics/interview_v1.yaml", "is_default: true", "is_default: false"), "one rubric is the default"),
        (replace("rubrics/hr_v1.yaml", "interview_v1.initiative", "interview_v1.collaboration"), "named twice"),
        (replace("rubrics/hr_v1.yaml", "interview_v1.initiative", "interview_v1.charm"), "interview_v1.charm"),
        (replace("rubrics/hr_v1.yaml", "key: hr_v1", "key: technical_v1"), "twice"),
        (replace("rubrics/choice.yaml", "hr: hr_v1", "hr: hr_v9"), "hr_v9"),
        (replace("rubrics/choice.yaml", "hr: hr_v1", "seance: hr_v1"), "seance"),
        (
            replace("rubrics/interview_v1.yaml", '        - "Wants a different job, and says so."\n', ""),
            "anchors 0 to 5",
        ),
        (replace("companies.yaml", "name: Infosys,", "name: TCS,"), "already names 'TCS'"),
        (replace("companies.yaml", "archetype: industrial", "archetype: circus"), "Tata Steel: archetype"),
        (replace("companies.yaml", "[TechM]", "[HCLTech]"), "already names 'HCL'"),
        (replace("blueprints.yaml", "- company: Google", "- company: Gogol"), "unknown company"),
        (replace("blueprints.yaml", "role_category: data", "role_category: swe"), "Google swe mid: .* twice"),
        (replace("blueprints.yaml", "[swe_hardest_bug,", "[swe_no_such_bug,"), "swe_no_such_bug"),
        (
            replace("blueprints.yaml", "seniority: mid", "seniority: mid\n  rubric_overrides: {charm: 2}"),
            "unknown rubric dimension 'charm'",
        ),
        (replace("role_labels.yaml", "role_kit: software_engineer", "role_kit: wizard"), "unknown role kit 'wizard'"),
        (replace("role_labels.yaml", "specialization: backend", "specialization: magic"), "no track tag"),
        (replace("role_labels.yaml", "aliases: [Android Developer]", "aliases: [SWE]"), "already leads to"),
        (replace("role_labels.yaml", "label: Android Engineer", "label: Mobile Engineer"), "used twice"),
        (replace("patterns/jd.yaml", "- key: jd_convince", "  - key: jd_convince"), "jd.yaml"),
    ],
)
def test_spoiled_files(copy: Path, change: Change, problem: str) -> None:
    change(copy)
    with pytest.raises(CatalogError, match=problem):
        read_catalog(copy)


def test_a_file_that_is_no_list_is_refused(copy: Path) -> None:
    (copy / "patterns" / "extra.yaml").write_text("just: words", encoding="utf-8")
    with pytest.raises(CatalogError, match="list of mappings"):
        read_catalog(copy)
