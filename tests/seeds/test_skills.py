"""The skill vocabulary: wide, unambiguous, and refused when it contradicts itself."""

from pathlib import Path

import pytest

from schema.vocabulary import SkillCategory, SkillKind
from seeds.skills import SkillsError, key_of, load_skills, read_skills

SKILLS = load_skills()
MINE = "category: database\nkind: knowledge\nskills:\n"


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_it_covers_tech_and_business() -> None:
    assert len(SKILLS) >= 600
    held = {category: [s for s in SKILLS.values() if s.category is category] for category in SkillCategory}
    assert min(len(skills) for skills in held.values()) >= 30
    assert sum(len(skill.aliases) for skill in SKILLS.values()) >= len(SKILLS)
    assert {skill.kind for skill in held[SkillCategory.SOFT_SKILL]} == {SkillKind.SKILL}


def test_no_spelling_means_two_skills_and_none_stands_twice() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for skill in SKILLS.values():
        for spelling in skill.spellings:
            assert owners.setdefault(key_of(spelling), spelling) is spelling, (spelling, owners[key_of(spelling)])


@pytest.mark.parametrize(
    "spelling", ["Go", "R", "C", "Excel", "Word", "Spark", "Swift", "Chef", "Slack", "Lean", "Unity"]
)
def test_everyday_words_need_company(spelling: str) -> None:
    (skill,) = [skill for skill in SKILLS.values() if spelling in skill.spellings]
    assert spelling in skill.careful


def test_access_is_only_named_in_full() -> None:
    assert all("Access" not in skill.spellings for skill in SKILLS.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Front-End", "front ends"),
        ("data modelling", "Data Modeling"),
        ("optimisation", "Optimization"),
        ("CI/CD", "ci cd"),
        ("Node.js", "node JS"),
    ],
)
def test_spellings_compare_alike(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C#", "C"), (".NET", "net"), ("SSR", "SSRS"), ("R", "R&D")])
def test_spellings_that_differ_stay_apart(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a": MINE + "  MySQL: []\n  My SQL X: [mysql]\n"}, "already means 'MySQL'"),
        ({"a": MINE + "  MySQL: []\n", "b": MINE + "  Maria: [MySQL]\n"}, "b.yaml: Maria"),
        ({"a": MINE + "  MySQL: []\ncareful:\n  Oracle: []\n"}, "no spelling of a skill in this file"),
        ({"a": MINE + "  MySQL: [' padded']\n"}, "is no spelling"),
        ({"a": MINE + "  MySQL: ['—']\n"}, "is no spelling"),
        ({"a": MINE.replace("database", "cooking") + "  MySQL: []\n"}, "category"),
        ({"a": "skills: ["}, "a.yaml"),
    ],
)
def test_a_vocabulary_that_contradicts_itself_is_refused(tmp_path: Path, files: dict[str, str], says: str) -> None:
    with pytest.raises(SkillsError, match=says):
        read_skills(written(tmp_path, **files))
