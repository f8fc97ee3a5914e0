"""The coding problems that ship: enough of each kind, no two alike, and one that could not be played is refused."""

from __future__ import annotations

import io
import keyword
import re
import shutil
import tokenize
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from schema.code_runs import CodeLanguage
from schema.exercise_views import coding_view
from schema.exercises import CodingExercise, ExpectedSignal, ReviewFinding, SignalAspect
from schema.vocabulary import ExerciseActivity, RoleCategory, Seniority
from seeds.coding_exercises import check_exercise, load_coding_exercises, read_coding_exercises
from seeds.reading import CatalogError

EXERCISES = load_coding_exercises()
MOST_ALIKE = 0.45  # of the runs of GRAM tokens in two problems' code; a renamed copy has 1
GRAM = 6
PYTHON = [exercise for exercise in EXERCISES.values() if exercise.language is CodeLanguage.PYTHON]
SEEDS = Path(__file__).parents[2] / "seeds"
_COMMENT = re.compile(r"//[^\n]*|--[^\n]*|/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"[A-Za-z_$][\w$]*|\d+(?:\.\d+)?|'[^']*'|\"[^\"]*\"|`[^`]*`|[^\s\w]")
_WORDS = frozenset(
    {"const", "let", "var", "function", "return", "if", "else", "for", "of", "in", "while", "class", "new", "this"}
    | {"await", "async", "yield", "try", "catch", "throw"}
)


def test_there_are_enough_of_each_kind() -> None:
    languages = Counter(exercise.language for exercise in EXERCISES.values())
    activities = Counter(exercise.activity for exercise in EXERCISES.values())
    assert 60 <= len(EXERCISES) <= 100
    assert languages[CodeLanguage.JAVASCRIPT] >= 12
    assert languages[CodeLanguage.SQL] >= 10
    assert all(activities[activity] >= 10 for activity in ExerciseActivity), activities


def test_levels_difficulties_and_roles_are_served() -> None:
    levels = Counter(exercise.level for exercise in EXERCISES.values())
    roles = Counter(role for exercise in EXERCISES.values() for role in exercise.role_categories)
    assert all(levels[level] >= 10 for level in Seniority), levels
    for role in (RoleCategory.SWE, RoleCategory.DATA, RoleCategory.SECURITY, RoleCategory.QUANT):
        assert roles[role] >= 5, roles
    topics = {topic for exercise in EXERCISES.values() for topic in exercise.topics}
    assert len(topics) >= 35
    assert {"hashmap", "sorting", "arrays", "joins"} <= topics


def test_every_topic_is_used() -> None:
    used = {topic for exercise in EXERCISES.values() for topic in exercise.topics}
    assert set(yaml.safe_load((SEEDS / "coding/topics.yaml").read_text(encoding="utf-8"))) == used


def test_names_and_openings_are_told_apart() -> None:
    for texts in ([e.name for e in EXERCISES.values()], [e.brief for e in EXERCISES.values()]):
        assert len({text.lower() for text in texts}) == len(texts)


def test_no_problem_is_a_renamed_variant_of_another() -> None:
    grams = {key: _grams(exercise) for key, exercise in EXERCISES.items()}
    for first, second in combinations(EXERCISES, 2):
        if EXERCISES[first].language is EXERCISES[second].language:
            alike = _alike(grams[first], grams[second])
            assert alike < MOST_ALIKE, f"{first} and {second} are {alike:.0%} alike"


def test_a_renamed_variant_would_be_noticed() -> None:
    one = EXERCISES["maintenance_windows"]
    renamed = one.model_copy(
        update={"code_snippet": re.sub(r"\b(windows|merged|start|end)\b", r"\1_of_rooms", one.code_snippet)}
    )
    assert _alike(_grams(one), _grams(renamed)) > 0.95


@pytest.mark.parametrize("key", EXERCISES)
def test_reasoning_can_be_asked_for_and_heard(key: str) -> None:
    exercise = EXERCISES[key]
    asked = {question.aspect for question in exercise.probing_questions}
    heard = {signal.aspect for signal in exercise.expected_signals}
    assert len(asked) >= 3
    assert len(heard) >= (3 if exercise.activity is not ExerciseActivity.REVIEW else 2)
    assert SignalAspect.VERIFICATION in asked | heard
    shown: tuple[ExpectedSignal | ReviewFinding, ...] = (*exercise.expected_signals, *exercise.review_findings)
    for said in shown:
        assert len(set(said.cues)) >= 3, f"{said.id} can hardly be met"
    if exercise.activity is ExerciseActivity.REVIEW:
        assert len(exercise.review_findings) >= 3
        assert any(finding.severity == "blocker" for finding in exercise.review_findings)


@pytest.mark.parametrize("key", EXERCISES)
def test_a_candidate_is_shown_no_answer(key: str) -> None:
    exercise = EXERCISES[key]
    shown = coding_view(exercise).model_dump_json()
    for secret in (exercise.bug_description, exercise.suggested_fix, exercise.hidden_tests, *exercise.hints):
        assert not secret or secret not in yaml.safe_load(shown).values()


# ------------------------------------------------------------------ what is refused


def _changed(**changes: object) -> CodingExercise:
    return EXERCISES["shared_basket"].model_copy(update=changes)


@pytest.mark.parametrize(
    ("exercise", "problem"),
    [
        (_changed(failing_test_case=None), "failing_test_case: debug needs it"),
        (_changed(hidden_tests=""), "hidden_tests: debug needs it"),
        (_changed(base_snippet="x = 1"), "base_snippet: debug has no use for it"),
        (_changed(modification_tests=None), "needs the other modification fields"),
        (_changed(suggested_fix="def f(:"), "suggested_fix: line 1"),
        (_changed(hints=("One.", "Two.", "Write basket=None): there.")), "can't be read aloud"),
        (_changed(hints=("One.", "Two.", "Say return basket there."), code_snippet="x = 1"), "holds a line"),
        (_changed(brief="Find the bug; mend it."), "can't be read aloud"),
    ],
)
def test_a_problem_that_could_not_be_played_is_refused(exercise: CodingExercise, problem: str) -> None:
    with pytest.raises(CatalogError, match=re.escape(problem)):
        check_exercise(exercise, "file.yaml")


def test_signals_and_questions_are_checked() -> None:
    exercise = EXERCISES["shared_basket"]
    signal, question = exercise.expected_signals[0], exercise.probing_questions[0]
    for changes, problem in (
        ({"expected_signals": (signal, signal, signal)}, "share an id"),
        ({"expected_signals": (signal.model_copy(update={"cues": ("-only",)}),)}, "wants nothing"),
        ({"probing_questions": (question.model_copy(update={"text": "Tell me why."}),)}, "is no question"),
    ):
        with pytest.raises(CatalogError, match=problem):
            check_exercise(exercise.model_copy(update=changes), "file.yaml")


def test_a_finding_points_at_a_line() -> None:
    review = EXERCISES["member_discount"]
    lost = review.review_findings[0].model_copy(update={"line": 400})
    with pytest.raises(CatalogError, match="line 400"):
        check_exercise(review.model_copy(update={"review_findings": (lost,)}), "file.yaml")


def _folder(root: Path, change: tuple[str, str], name: str = "shared_basket") -> Path:
    """A catalogue of one problem, with a part of its text changed."""
    for language in CodeLanguage:
        (root / "coding" / language.value).mkdir(parents=True)
    shutil.copy(SEEDS / "blueprints.yaml", root)
    shutil.copy(SEEDS / "coding/topics.yaml", root / "coding")
    text = (SEEDS / "coding/python/shared_basket.yaml").read_text(encoding="utf-8")
    assert change[0] in text
    (root / f"coding/python/{name}.yaml").write_text(text.replace(*change), encoding="utf-8")
    return root


def test_one_problem_is_read(tmp_path: Path) -> None:
    assert list(read_coding_exercises(_folder(tmp_path, ("minutes: 12", "minutes: 13")))) == ["shared_basket"]


@pytest.mark.parametrize(
    ("change", "name", "problem"),
    [
        (("topics: [mutability", "topics: [magic"), "shared_basket", "unknown topic 'magic'"),
        (("company_signals: [coding", "company_signals: [sorcery"), "shared_basket", "unknown company signal"),
        (("key: shared_basket", "key: shared_basket"), "another", "another name"),
        (("minutes: 12", "minutes: 500"), "shared_basket", "minutes"),
    ],
)
def test_a_file_that_does_not_fit_is_named(tmp_path: Path, change: tuple[str, str], name: str, problem: str) -> None:
    with pytest.raises(CatalogError, match=problem) as error:
        read_coding_exercises(_folder(tmp_path, change, name))
    assert f"{name}.yaml" in str(error.value)


# ------------------------------------------------------------------ how alike two problems are


def _grams(exercise: CodingExercise) -> frozenset[tuple[str, ...]]:
    """The runs of tokens of a problem's code, without its names, values and comments."""
    tokens = _python_tokens if exercise.language is CodeLanguage.PYTHON else _other_tokens
    found = tokens(exercise.code_snippet)
    return frozenset(zip(*(found[at:] for at in range(GRAM)), strict=False))


def _python_tokens(code: str) -> list[str]:
    found = []
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.NAME:
            found.append(token.string if keyword.iskeyword(token.string) else "name")
        elif token.type in (tokenize.NUMBER, tokenize.STRING):
            found.append("value")
        elif token.type == tokenize.OP:
            found.append(token.string)
    return found


def _other_tokens(code: str) -> list[str]:
    return [_kind(token) for token in _TOKEN.findall(_COMMENT.sub("", code))]


def _kind(token: str) -> str:
    if token[0].isdigit() or token[0] in "'\"`":
        return "value"
    named = token[0].isalpha() or token[0] in "_$"
    return "name" if named and token not in _WORDS and not token.isupper() else token


def _alike(first: frozenset[tuple[str, ...]], second: frozenset[tuple[str, ...]]) -> float:
    return len(first & second) / max(1, len(first | second))
