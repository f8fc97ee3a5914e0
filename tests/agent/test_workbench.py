"""The work on an exercise is the fold of its records: what was acknowledged comes back, byte for byte."""

from __future__ import annotations

from typing import Any

import pytest

from agent.ports import StoredEvent
from agent.workbench import ARTIFACT, REMARKS, REVISION, RUN, BrokenWorkError, Workbench, fold_work, order_of, sha256
from schema.exercises import Exercise
from schema.room_exercises import ArtifactSaved, HintGiven, PatchApplied, RunFinished
from schema.vocabulary import ExerciseStage
from tests.support.small_exercises import FIXED, GIVEN, WIDER, diff, exercise_plan, small_case, small_coding

CODE, CASE = small_coding(), small_case()
BOTH: dict[str, Exercise] = {CODE.key: CODE, CASE.key: CASE}
ORDER = (CODE.key, CASE.key)


def step(at_ms: int, exercise: str | None, kind: str = "turn_ended", **said: Any) -> StoredEvent:
    client_id = said.pop("client_id", None)
    event = {"kind": kind, **({"exercise": exercise} if kind == "code_ran" else {})}
    decision = {"action": "ask", "exercise": exercise, "stage": None, "reveals": [], "hint": None, **said}
    payload = {"event": event, "decision": decision, **({"client_id": client_id} if client_id else {})}
    return StoredEvent(0, at_ms, "step", payload)


def revision(number: int, old: str, new: str, **changes: Any) -> StoredEvent:
    body = {
        "exercise": CODE.key,
        "revision": number,
        "base": number - 1,
        "diff": diff(old, new),
        "sha256": sha256(new),
        "client_id": f"p{number}",
        **changes,
    }
    return StoredEvent(0, 1000 * number, REVISION, body)


def run(number: int, of: int, *, submitted: bool = False) -> StoredEvent:
    tests = [{"name": "test_one", "verdict": "passed", "message": ""}]
    result = {"verdict": "passed", "tests": tests, "time_ms": 3.0}
    body = {"exercise": CODE.key, "number": number, "revision": of, "submitted": submitted, "client_id": f"r{number}"}
    return StoredEvent(0, 1000 * number, RUN, {**body, "result": result, "whole": {"hidden": result}})


def folded(*records: StoredEvent) -> Workbench:
    return fold_work(records, BOTH, ORDER)


def test_nothing_is_on_the_table_before_a_decision_puts_it_there() -> None:
    bench = folded(step(0, None), StoredEvent(0, 5, "spoken", {"turn": {}}))
    assert bench.open is None
    assert bench.benches == {}


def test_revisions_give_the_text_and_every_text_before() -> None:
    bench = folded(step(0, CODE.key, stage="debug"), revision(1, GIVEN, FIXED), revision(2, FIXED, WIDER))
    work = bench.open
    assert work is not None
    assert (work.revision, work.text, work.stage) == (2, WIDER, ExerciseStage.DEBUG)
    assert [work.text_at(number) for number in (0, 1, 2)] == [GIVEN, FIXED, WIDER]
    assert [one.at_ms for one in work.revisions] == [1000, 2000]
    for unknown in (-1, 3):
        with pytest.raises(IndexError):
            work.text_at(unknown)


def test_a_revision_that_does_not_give_what_was_acknowledged_is_told_apart() -> None:
    opened = step(0, CODE.key)
    for broken in (revision(1, GIVEN, FIXED, sha256=sha256(WIDER)), revision(2, GIVEN, FIXED)):
        with pytest.raises(BrokenWorkError, match=CODE.key):
            folded(opened, broken)


def test_a_message_that_comes_again_has_its_answer() -> None:
    bench = folded(
        step(0, CODE.key),
        revision(1, GIVEN, FIXED),
        run(1, 1, submitted=True),
        step(9, CODE.key, "hint_asked", hint=2, client_id="h1"),
        StoredEvent(0, 10, REMARKS, {"exercise": CODE.key, "remarks": [], "client_id": "m2", "covers": ["m1"]}),
    )
    assert bench.answers["p1"] == PatchApplied(client_id="p1", exercise=CODE.key, revision=1, sha256=sha256(FIXED))
    ran = bench.answers["r1"]
    assert isinstance(ran, RunFinished)
    assert (ran.run.number, ran.run.revision, ran.run.submitted) == (1, 1, True)
    assert bench.answers["h1"] == HintGiven(exercise=CODE.key, number=2, total=3, text=CODE.hints[1])
    assert bench.answers["m1"] == ArtifactSaved(client_id="m1", exercise=CODE.key)
    assert bench.benches[CODE.key].hints == 2


def test_the_next_exercise_closes_the_one_before() -> None:
    bench = folded(step(0, CODE.key), revision(1, GIVEN, FIXED), step(70, CASE.key, stage="framing"))
    assert bench.table == CASE.key
    assert bench.benches[CODE.key].closed_ms == 70
    assert bench.benches[CODE.key].text == FIXED
    bench.apply(step(90, None))
    assert bench.open is None
    assert bench.benches[CASE.key].closed_ms == 90


def test_a_question_taken_back_unheard_takes_no_work_back() -> None:
    """The candidate has seen the exercise, the hint and the exhibit, whatever was heard of the words with them."""
    bench = folded(step(0, CASE.key, reveals=["costs"]), step(5, CASE.key, "question_unheard"))
    assert bench.benches[CASE.key].reveals == ("costs",)
    bench.apply(step(6, None, "question_unheard"))
    assert bench.table == CASE.key
    bench.apply(step(7, CASE.key, reveals=["costs", "visitors"]))
    assert bench.benches[CASE.key].reveals == ("costs", "visitors")
    bench.apply(step(8, None))
    bench.apply(step(9, CASE.key, "question_unheard"))
    assert bench.benches[CASE.key].closed_ms is None


def test_runs_that_the_interviewer_has_heard_of_are_counted() -> None:
    bench = folded(step(0, CODE.key), run(1, 0), step(5, CODE.key, "code_ran"), run(2, 0))
    assert bench.benches[CODE.key].told == 1
    assert len(bench.benches[CODE.key].runs) == 2


def test_parts_of_the_written_work_stand_side_by_side() -> None:
    def note(part: str, text: str, section: str | None = None) -> StoredEvent:
        body: dict[str, Any] = {"exercise": CASE.key, "part": part, "section": section, "text": text, "covers": []}
        body["client_id"] = text
        return StoredEvent(0, 5, ARTIFACT, body)

    bench = folded(
        step(0, CASE.key),
        note("scratchpad", "1200 - 1000"),
        note("outline", "old", "Framing"),
        note("outline", "Revenue and cost", "Framing"),
        note("outline", "The rival", "Risks"),
        note("summary", "Win them back"),
    )
    kept = bench.benches[CASE.key].artifacts
    assert (kept.scratchpad, kept.summary) == ("1200 - 1000", "Win them back")
    assert kept.outline == {"Framing": "Revenue and cost", "Risks": "The rival"}


def test_a_snapshot_holds_no_test_that_was_hidden() -> None:
    bench = folded(step(0, CODE.key, modification=True), revision(1, GIVEN, FIXED), run(1, 1, submitted=True))
    snapshot = bench.benches[CODE.key].snapshot()
    assert (snapshot["text"], snapshot["revision"], snapshot["modification"]) == (FIXED, 1, True)
    assert "whole" not in snapshot["runs"][0]


def test_exercises_stand_in_the_plans_order() -> None:
    assert order_of(exercise_plan(CODE)) == (CODE.key,)
