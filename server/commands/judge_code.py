"""`interview-lab judge`: judges a patch to an exercise by running it, as the report does."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evaluators.coding.work import CodingWork
    from schema.exercise_results import CodingFacts, ExerciseScores
    from schema.exercises import CodingExercise

EXIT_CODES = {"passed": 0, "failed": 1, "error": 2, "limit": 2}
UNKNOWN_SHOWN = 5


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "judge",
        help="judge a patch to a coding exercise by running it",
        description="Applies a unified diff to the exercise's file as strictly as the room does, runs its visible and "
        "hidden tests, those of the modification where it is asked for, and the same tests on the code as it was "
        "given, and measures how its time grows. Exit 0 where every test passes, 1 where one does not, 2 where "
        "nothing could be tested.",
    )
    parser.add_argument("exercise", metavar="EXERCISE", help="its key in the catalogue, or a YAML file")
    parser.add_argument("patch", metavar="PATCH", help="a unified diff; - reads it from standard input")
    parser.add_argument("--modification", action="store_true", help="the modification was asked for")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from evaluators.coding.scores import scores
    from server.commands import CliError

    exercise = _exercise(args.exercise)
    work = _work(exercise, _read(args.patch), modification=args.modification)
    facts = asyncio.run(_facts(work))
    if facts.verdict is None:
        raise CliError("Nothing could be run. `interview-lab doctor` says why.", exit_code=1)
    judged = scores(exercise.activity, facts, (), (), 0)
    print(_as_json(exercise, facts, judged) if args.json else _as_text(exercise, facts, judged))
    return EXIT_CODES[facts.verdict]


def _exercise(name: str) -> CodingExercise:
    """From the catalogue, or from a file in its form."""
    import yaml
    from pydantic import ValidationError

    from schema.exercises import CodingExercise
    from seeds.coding_exercises import load_coding_exercises
    from server.commands import CliError

    if not name.endswith((".yaml", ".yml")):
        known = load_coding_exercises()
        if name not in known:
            near = sorted(key for key in known if name[:3] in key)[:UNKNOWN_SHOWN] or sorted(known)[:UNKNOWN_SHOWN]
            raise CliError(f"There is no coding exercise {name!r}. Some that are: {', '.join(near)}.")
        return known[name]
    try:
        return CodingExercise.model_validate(yaml.safe_load(_read(name)))
    except yaml.YAMLError as failure:
        raise CliError(f"{name} is not YAML.") from failure
    except ValidationError as failure:
        first = failure.errors(include_input=False, include_url=False)[0]
        raise CliError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from failure


def _read(name: str) -> str:
    from server.commands import CliError

    try:
        return (sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()).decode()
    except OSError as failure:
        raise CliError(f"{name} cannot be read: {failure.strerror}.") from failure
    except UnicodeDecodeError as failure:
        raise CliError(f"{name} is not UTF-8 text.") from failure


def _work(exercise: CodingExercise, patch: str, *, modification: bool) -> CodingWork:
    """A round of one edit. An empty patch leaves the file as it was given."""
    from evaluators.coding.patching import PatchError, apply_patch
    from evaluators.coding.work import CodingWork, Revision
    from server.commands import CliError

    try:
        text = apply_patch(exercise.code_snippet, patch, filename=exercise.filename) if patch.strip() else None
    except PatchError as failure:
        raise CliError(f"The patch was refused ({failure.code}). {failure.message}") from failure
    revisions = (Revision(0, 0, exercise.code_snippet), *((Revision(0, 1, text),) if text is not None else ()))
    return CodingWork(exercise, revisions, modification_asked_ms=0 if modification else None)


async def _facts(work: CodingWork) -> CodingFacts:
    from server.sandbox.code_runner import open_runner
    from server.usecases.code_judging import coding_facts

    runner = await open_runner()
    try:
        return await coding_facts(work, runner, owner="judge")
    finally:
        await runner.aclose()


def _as_json(exercise: CodingExercise, facts: CodingFacts, judged: ExerciseScores) -> str:
    found = {
        "exercise": exercise.key,
        "verdict": facts.verdict,
        "facts": facts.model_dump(mode="json", by_alias=True),
        "scores": judged.model_dump(mode="json", by_alias=True),
    }
    return json.dumps(found, indent=2, ensure_ascii=False)


def _as_text(exercise: CodingExercise, facts: CodingFacts, judged: ExerciseScores) -> str:
    groups = (("visible", facts.visible), ("hidden", facts.hidden), ("modification", facts.modification))
    lines = [f"{exercise.name}: {str(facts.verdict).upper()}"]
    lines += [f"  {name:<13}{count.passed} of {count.total}" for name, count in groups if count is not None]
    lines += [f"  failing      {text}" for text in facts.failing]
    lines += [f"  regression   {name}" for name in facts.regressions]
    if facts.complexity is not None:
        lines.append(f"  growth       {facts.complexity.measured or 'not clear'}. {facts.complexity.note}")
    lines.append(f"  result       {judged.result if judged.result is not None else 'none'}")
    return "\n".join(lines)
