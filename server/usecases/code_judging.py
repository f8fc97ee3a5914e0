"""Runs what must be run to judge a coding round: tests on the submission and on the given code, and growth."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from agent.ports import CodeRunner, RunnerUnavailableError
from evaluators.coding.complexity import fact
from evaluators.coding.facts import facts_of_browser, facts_of_runs, groups, last_revision
from evaluators.coding.work import CodingWork
from schema.code_runs import CodeLanguage, RunPlace, RunRequest, RunResult, RunVerdict
from schema.exercise_results import CodingFacts, ComplexityFact
from schema.exercises import CodingExercise, Growth

MARK = "growth-measured"
REPEAT_S = 0.002  # a size is measured over calls that take at least this long together
MOST_S = 1.5  # after a call that took longer no larger size is tried


async def coding_facts(work: CodingWork, runner: CodeRunner, *, owner: str) -> CodingFacts:
    """The facts of a round. Where the server has no sandbox, those of the candidate's browser, not verified.

    Raises RunnerBusyError where too many runs wait.
    """
    language = CodeLanguage(work.exercise.language)
    if runner.info(language).where is not RunPlace.SANDBOX:
        return facts_of_browser(work)
    try:
        return await _facts(work, runner, owner)
    except RunnerUnavailableError:
        return facts_of_browser(work)


async def _facts(work: CodingWork, runner: CodeRunner, owner: str) -> CodingFacts:
    tests, last = groups(work), last_revision(work)
    now = dict(_already(work, last.number))
    for name in tests.keys() - now.keys():
        now[name] = await _run(work.exercise, last.text, tests[name], runner, owner)
    now = {name: now[name] for name in tests}  # in the order of the groups
    given = work.revisions[0].text
    before = {
        name: now[name] if last.text == given else await _run(work.exercise, given, text, runner, owner)
        for name, text in tests.items()
    }
    passed = bool(now) and all(result.verdict is RunVerdict.PASSED for result in now.values())
    complexity = await _growth(work.exercise, last.text, runner, owner) if passed else None
    return facts_of_runs(work, now, before, complexity)


def _already(work: CodingWork, revision: int) -> Mapping[str, RunResult]:
    """The groups that the sandbox has run on that revision, of its last run."""
    ran = next((ran for ran in reversed(work.runs) if ran.revision == revision and ran.parts), None)
    return {name: part for name, part in ran.parts.items() if name in groups(work)} if ran else {}


async def _run(exercise: CodingExercise, solution: str, tests: str, runner: CodeRunner, owner: str) -> RunResult:
    request = RunRequest(language=CodeLanguage(exercise.language), solution=solution, tests=tests)
    return await runner.run(request, owner=owner)


# ------------------------------------------------------------------ growth


async def _growth(exercise: CodingExercise, solution: str, runner: CodeRunner, owner: str) -> ComplexityFact | None:
    """How its time grows; None where the exercise does not say how to measure it."""
    if exercise.growth is None:
        return None
    measuring = MEASURING[CodeLanguage(exercise.language)]
    measured = solution + measuring.format(call=exercise.growth.call, repeat=REPEAT_S)
    result = await _run(exercise, measured, _sizes(exercise.language, exercise.growth), runner, owner)
    points = _points(result.output)
    if not points:
        return ComplexityFact(expected=exercise.complexity_expected, note="It could not be measured.")
    return fact(exercise.complexity_expected, points)


def _sizes(language: CodeLanguage, growth: Growth) -> str:
    sizes = json.dumps(list(growth.sizes))
    return SIZES[language].format(sizes=sizes, most=MOST_S, mark=MARK)


def _points(output: str) -> Sequence[tuple[int, float]]:
    found = re.findall(rf"^{MARK} (\d+) ([\d.e-]+)$", output, re.MULTILINE)
    return [(int(size), float(seconds)) for size, seconds in found]


# The call is repeated inside the solution's own file, so that nothing but the candidate's work is between two readings
# of the clock, which is the processor's: other work on the machine would stretch long calls more than short ones.
MEASURING = {
    CodeLanguage.PYTHON: """

def lab_measure(n):
    from time import process_time
    best, calls = None, 1
    for _ in range(3):
        while True:
            began = process_time()
            for _ in range(calls):
                ({call})
            took = process_time() - began
            if took >= {repeat} or calls >= 4096:
                break
            calls *= 4
        best = took / calls if best is None else min(best, took / calls)
    return best
""",
    CodeLanguage.JAVASCRIPT: """

function lab_measure(n) {{
  let best = Infinity, calls = 1;
  for (let round = 0; round < 3; round++) {{
    let took;
    for (;;) {{
      const began = process.cpuUsage();
      for (let at = 0; at < calls; at++) ({call});
      took = process.cpuUsage(began).user / 1e6;
      if (took >= {repeat} || calls >= 4096) break;
      calls *= 4;
    }}
    best = Math.min(best, took / calls);
  }}
  return best;
}}
""",
}
SIZES = {
    CodeLanguage.PYTHON: """
def test_growth():
    for n in {sizes}:
        took = lab_measure(n)
        print(f"{mark} {{n}} {{took:.9f}}", flush=True)
        if took > {most}:
            break
""",
    CodeLanguage.JAVASCRIPT: """
test("growth", () => {{
  for (const n of {sizes}) {{
    const took = lab_measure(n);
    console.log(`{mark} ${{n}} ${{took.toFixed(9)}}`);
    if (took > {most}) break;
  }}
}});
""",
}
