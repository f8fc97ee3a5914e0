"""Reads the coding problems that ship, one file each, and refuses one that could not be played, run or judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from schema.code_runs import CodeLanguage
from schema.cues import check
from schema.exercises import CodingExercise, ExpectedSignal, ReviewFinding
from schema.vocabulary import ExerciseActivity
from seeds.reading import CatalogError, parsed, yaml_files, yaml_list, yaml_mapping
from seeds.wording import faults

MOST_QUESTION_WORDS = 30
_TELLING_LINE = 8  # a shorter line of code ("else:") gives nothing away
_TWO_IN_ONE = re.compile(r", (?:and|or|but) (?:what|which|whom?|how|why|where|when)\b[^?]*\?", re.IGNORECASE)

_NEEDED: Mapping[ExerciseActivity, tuple[str, ...]] = {
    ExerciseActivity.EXPLAIN: ("visible_tests",),
    ExerciseActivity.DEBUG: ("bug_description", "failing_test_case", "failure_says", "hidden_tests", "suggested_fix"),
    ExerciseActivity.MODIFY: ("visible_tests", "modification_requirement"),
    ExerciseActivity.REVIEW: ("base_snippet", "bug_description", "suggested_fix", "review_findings"),
}
_UNWANTED: Mapping[ExerciseActivity, tuple[str, ...]] = {
    ExerciseActivity.EXPLAIN: ("bug_description", "failing_test_case", "suggested_fix", "review_findings"),
    ExerciseActivity.DEBUG: ("base_snippet", "review_findings"),
    ExerciseActivity.MODIFY: ("bug_description", "failing_test_case", "suggested_fix", "review_findings"),
    ExerciseActivity.REVIEW: ("failing_test_case", "failure_says", "modification_requirement"),
}
_MODIFICATION = ("modification_requirement", "modification_tests", "modification_solution")


@cache
def load_coding_exercises() -> Mapping[str, CodingExercise]:
    """The problems that ship, by key: Python's first, then JavaScript's and SQL's. Raises CatalogError."""
    return MappingProxyType(read_coding_exercises(resources.files("seeds")))


def read_coding_exercises(root: Traversable) -> dict[str, CodingExercise]:
    """The problems under `root`/coding, a folder for each language. Raises CatalogError."""
    folder = root.joinpath("coding")
    topics = frozenset(yaml_mapping(folder.joinpath("topics.yaml")))
    signals = _skill_focus(root)
    exercises: dict[str, CodingExercise] = {}
    for language in CodeLanguage:
        for file in yaml_files(folder.joinpath(language.value)):
            exercise = parsed(CodingExercise, f"coding/{language.value}/{file.name}", yaml_mapping(file))
            if exercise.key in exercises:
                raise CatalogError(file.name, exercise.key, "this key is used twice")
            if f"{exercise.key}.yaml" != file.name or exercise.language is not language:
                raise CatalogError(file.name, exercise.key, "stands in a file or folder of another name")
            check_exercise(exercise, file.name, topics, signals)
            exercises[exercise.key] = exercise
    return exercises


def check_exercise(
    exercise: CodingExercise,
    file: str,
    topics: frozenset[str] | None = None,
    signals: frozenset[str] | None = None,
) -> None:
    """Raises CatalogError with the first thing that is wrong. Without `topics` or `signals`, any word will do."""
    for problem in _problems(exercise):
        raise CatalogError(file, exercise.key, problem)
    for what, words, known in (
        ("topic", exercise.topics, topics),
        ("company signal", exercise.company_signals, signals),
    ):
        unknown = sorted(set(words) - known) if known is not None else []
        if unknown:
            raise CatalogError(file, exercise.key, f"unknown {what} {unknown[0]!r}")


def _skill_focus(root: Traversable) -> frozenset[str]:
    """Every word that a company's blueprint puts its weight on."""
    words: set[str] = set()
    for blueprint in yaml_list(root.joinpath("blueprints.yaml")):
        focus = blueprint.get("skill_focus")
        if isinstance(focus, list):
            words.update(map(str, focus))
    return frozenset(words)


def _problems(exercise: CodingExercise) -> Iterator[str]:
    yield from _missing(exercise)
    yield from _cues(exercise)
    yield from _spoken(exercise)
    yield from _hints(exercise)
    yield from _lines(exercise)
    if exercise.language is CodeLanguage.PYTHON:
        yield from _syntax(exercise)


def _missing(exercise: CodingExercise) -> Iterator[str]:
    """Fields that the activity needs or has no use for."""
    for name in _NEEDED[exercise.activity]:
        if not getattr(exercise, name):
            yield f"{name}: {exercise.activity.value} needs it"
    for name in _UNWANTED[exercise.activity]:
        if getattr(exercise, name):
            yield f"{name}: {exercise.activity.value} has no use for it"
    given = [name for name in _MODIFICATION if getattr(exercise, name)]
    if given and len(given) < len(_MODIFICATION):
        yield f"{given[0]}: needs the other modification fields too"


def _cues(exercise: CodingExercise) -> Iterator[str]:
    """Cues that can't be read, and ids that two share."""
    said: tuple[ExpectedSignal | ReviewFinding, ...] = (*exercise.expected_signals, *exercise.review_findings)
    for shown in said:
        for cue in shown.cues:
            try:
                check(cue)
            except ValueError as error:
                yield f"{shown.id}: {error}"
    if len({shown.id for shown in said}) < len(said):
        yield "two signals or findings share an id"


def _spoken(exercise: CodingExercise) -> Iterator[str]:
    """What the interviewer says must be fit to be said."""
    questions = tuple(question.text for question in exercise.probing_questions)
    for text in (exercise.brief, *questions, *exercise.hints):
        for fault in faults(text):
            yield f"{text!r} {fault}"
    for text in (*questions, *exercise.hints):
        if _TWO_IN_ONE.search(text):
            yield f"{text!r} asks two questions"
    for text in questions:
        if not text.endswith("?") or len(text.split()) > MOST_QUESTION_WORDS:
            yield f"{text!r} is no question of at most {MOST_QUESTION_WORDS} words"


def _hints(exercise: CodingExercise) -> Iterator[str]:
    """A hint says where to look; it never holds a line of an answer."""
    given = _code_lines(exercise.code_snippet)
    for answer in (exercise.suggested_fix, exercise.modification_solution):
        for line in _code_lines(answer or "") - given:
            if any(line in hint for hint in exercise.hints):
                yield f"a hint holds a line of the answer: {line!r}"


def _code_lines(code: str) -> set[str]:
    return {line.strip() for line in code.splitlines() if len(line.strip()) >= _TELLING_LINE}


def _lines(exercise: CodingExercise) -> Iterator[str]:
    """A review's findings point at lines that are there and hold something."""
    lines = exercise.code_snippet.splitlines()
    for finding in exercise.review_findings:
        if finding.line > len(lines) or not re.search(r"\w", lines[finding.line - 1]):
            yield f"{finding.id}: line {finding.line} of the code is not there or empty"


def _syntax(exercise: CodingExercise) -> Iterator[str]:
    """Python that does not compile."""
    for name in (
        "code_snippet", "base_snippet", "suggested_fix", "modification_solution",
        "failing_test_case", "visible_tests", "hidden_tests", "modification_tests",
    ):  # fmt: skip
        try:
            compile(getattr(exercise, name) or "", name, "exec")
        except SyntaxError as error:
            yield f"{name}: line {error.lineno}: {error.msg}"
    if exercise.growth:
        compile(exercise.growth.call, "growth", "eval")
