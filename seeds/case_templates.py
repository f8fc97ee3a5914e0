"""The cases that ship, one file each; a case whose data room, figures or questions do not hold together is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from schema.cues import check
from schema.exercises import CasePhase, CaseTemplate, Exhibit, SoundNumber, StagedReveal
from seeds.formulas import FormulaError, evaluate, names
from seeds.reading import CatalogError, parsed, yaml_files, yaml_mapping

LEAST_REVEALS = 3
LEAST_QUESTIONS = 2  # a phase
MAX_QUESTION_WORDS = 35
EXACT = 0.005  # share by which a stated value may differ from the computed one: figures are stated rounded


@cache
def load_cases() -> Mapping[str, CaseTemplate]:
    """The cases that ship, by key. Raises CatalogError with file and key."""
    return MappingProxyType(read_cases(resources.files("seeds").joinpath("cases")))


def read_cases(folder: Traversable) -> dict[str, CaseTemplate]:
    """The cases of a folder, by key. Raises CatalogError."""
    found: dict[str, CaseTemplate] = {}
    for file in yaml_files(folder):
        case = parsed(CaseTemplate, file.name, yaml_mapping(file))
        for problem in problems(case):
            raise CatalogError(file.name, case.key, problem)
        if file.name != f"{case.key}.yaml":
            raise CatalogError(file.name, case.key, "the file is not named after its key")
        found[case.key] = case
    return found


def problems(case: CaseTemplate) -> Iterator[str]:
    """What does not hold together in a case, a sentence each."""
    yield from _ids(case)
    yield from _cues(case)
    yield from _order(case)
    yield from _phases(case)
    for number in case.numbers:
        yield from _figures(case, number)


def computed(case: CaseTemplate, number: SoundNumber) -> float:
    """A sound number's value by its formula. Raises FormulaError where an input is no figure."""
    return evaluate(number.formula, {name: _input(case, at) for name, at in number.inputs.items()})


def cell(exhibit: Exhibit, row: str, column: str) -> float:
    """A figure of an exhibit by the label of its row and its column. Raises FormulaError where there is none."""
    if column not in exhibit.columns:
        raise FormulaError(f"there is no column {column!r}")
    line = next((cells for cells in exhibit.rows if str(cells[0]) == row), None)
    if line is None:
        raise FormulaError(f"there is no row {row!r}")
    value = line[exhibit.columns.index(column)]
    if not isinstance(value, int | float):
        raise FormulaError(f"{row!r}, {column!r} is no figure")
    return float(value)


def _input(case: CaseTemplate, at: str | float) -> float:
    if not isinstance(at, str):
        return float(at)
    reveal_id, _, rest = at.partition("/")
    row, _, column = rest.rpartition("/")
    reveal = next((one for one in case.revealable_data if one.id == reveal_id), None)
    if reveal is None:
        raise FormulaError(f"{at!r} names no reveal")
    return cell(reveal.exhibit, row, column)


# ------------------------------------------------------------------ checks


def _ids(case: CaseTemplate) -> Iterator[str]:
    reveals = {reveal.id for reveal in case.revealable_data}
    if len(reveals) < LEAST_REVEALS:
        yield f"fewer than {LEAST_REVEALS} different reveals"
    for ids in (
        [reveal.id for reveal in case.revealable_data],
        [clarification.id for clarification in case.clarifications],
        [checkpoint.id for checkpoint in case.checkpoints],
        [number.id for number in case.numbers],
    ):
        yield from (f"{one!r} stands twice" for one in sorted({one for one in ids if ids.count(one) > 1}))
    needs = {item.id: item.needs for item in case.checkpoints} | {item.id: item.needs for item in case.numbers}
    for key, needed in needs.items():
        yield from (f"{key} needs {one!r}, which is no reveal" for one in needed if one not in reveals)
    for reveal in case.revealable_data:
        yield from (
            f"{reveal.id} comes after {one!r}, which is no reveal" for one in reveal.after if one not in reveals
        )
        width = len(reveal.exhibit.columns)
        yield from (
            f"{reveal.id}: row {row[0]!r} is not {width} wide" for row in reveal.exhibit.rows if len(row) != width
        )


def _cues(case: CaseTemplate) -> Iterator[str]:
    for where, cues in _all_cues(case):
        for cue in cues:
            try:
                check(cue)
            except ValueError as error:
                yield f"{where}: {error}"


def _all_cues(case: CaseTemplate) -> Iterator[tuple[str, Iterable[str]]]:
    for reveal in case.revealable_data:
        yield reveal.id, (*reveal.cues, *reveal.not_cues, *reveal.said_cues)
    for clarification in case.clarifications:
        yield clarification.id, clarification.cues
    for absent in case.not_available:
        yield absent.what, absent.cues
    for checkpoint in case.checkpoints:
        yield checkpoint.id, (*checkpoint.cues, *checkpoint.partly)
    for number in case.numbers:
        yield number.id, number.names


def _order(case: CaseTemplate) -> Iterator[str]:
    """Every reveal must be within reach: taking what is open again and again must take all."""
    left: dict[str, StagedReveal] = {reveal.id: reveal for reveal in case.revealable_data}
    out: set[str] = set()
    while ready := [key for key, reveal in left.items() if out.issuperset(reveal.after)]:
        out.update(ready)
        for key in ready:
            del left[key]
    if left:
        yield f"{', '.join(sorted(left))} can never be earned: they wait for each other"


def _phases(case: CaseTemplate) -> Iterator[str]:
    judged = {checkpoint.phase for checkpoint in case.checkpoints}
    for phase in CasePhase:
        questions = case.probing_map.get(phase, ())
        if len(questions) < LEAST_QUESTIONS:
            yield f"fewer than {LEAST_QUESTIONS} questions for {phase}"
        if phase not in judged:
            yield f"no checkpoint for {phase}"
        for text in questions:
            if not text.endswith("?") or len(text.split()) > MAX_QUESTION_WORDS:
                yield f"{text!r} is no question of at most {MAX_QUESTION_WORDS} words"
    if len(case.outline_sections) < LEAST_REVEALS:
        yield "the outline is too short"


def _figures(case: CaseTemplate, number: SoundNumber) -> Iterator[str]:
    try:
        unused = set(number.inputs) - names(number.formula)
        value = computed(case, number)
    except FormulaError as error:
        yield f"{number.id}: {error}"
        return
    if unused:
        yield f"{number.id} does not use {', '.join(sorted(unused))}"
    if abs(value - number.value) > EXACT * abs(value):
        yield f"{number.id} is {value:g}, not {number.value:g}"
    needed = {at.partition("/")[0] for at in number.inputs.values() if isinstance(at, str)}
    if missing := needed - set(number.needs):
        yield f"{number.id} rests on {', '.join(sorted(missing))} and does not say that it needs them"
