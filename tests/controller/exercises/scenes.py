"""Exercise rounds for the tests: plans, exercises of their own, and scripts of what a candidate says and runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from controller.decisions import Action, Decision
from controller.events import (
    CandidateSilent,
    CodeRan,
    Event,
    ExerciseFinished,
    HintAsked,
    InterviewStarted,
    QuestionUnheard,
    Requested,
    Tick,
    TurnEnded,
)
from controller.interview import new_state, step
from controller.planning.exercise_practice import practice_plan
from controller.state import InterviewState
from schema.code_runs import RunVerdict
from schema.exercises import CaseTemplate, CodingExercise, Exercise
from schema.plan import InterviewPlan, PlanPhase
from schema.vocabulary import PhaseKind, RoleCategory, Seniority, Style
from tests.controller.playing import GOLDEN, SMALL, small_plan

FOLDER = GOLDEN / "exercises"


@cache
def exercises() -> Mapping[str, Exercise]:
    """The tests' own exercises, which change only with the tests."""
    items = yaml.safe_load((FOLDER / "catalogue.yaml").read_text(encoding="utf-8"))
    shapes: Iterator[Exercise] = (
        (CodingExercise if "activity" in item else CaseTemplate).model_validate(item) for item in items
    )
    return {shape.key: shape for shape in shapes}


def coding(key: str) -> CodingExercise:
    found = exercises()[key]
    assert isinstance(found, CodingExercise)
    return found


def the_case() -> CaseTemplate:
    found = exercises()["bakery_margin"]
    assert isinstance(found, CaseTemplate)
    return found


def alone(key: str, *, minutes: int = 20, style: Style = Style.NEUTRAL) -> InterviewPlan:
    """The plan of one exercise practised alone."""
    return practice_plan(
        exercises()[key],
        role_title="Backend Engineer",
        role_kit="software_engineer",
        role_category=RoleCategory.SWE,
        seniority=Seniority.MID,
        style=style,
        look="maya",
        minutes=minutes,
    )


def within(*keys: str, mins: float = 12) -> InterviewPlan:
    """The small interview with a part of code or a case between the work and the people."""
    plan = small_plan(minutes=(1, 2, 4, 1))
    kind = PhaseKind.CASE_STUDY if isinstance(exercises()[keys[0]], CaseTemplate) else PhaseKind.CODING
    part = PlanPhase(id=kind.value, kind=kind, mins=mins, objective=(), patterns=(), exercises=keys)
    intro, work, people, close = plan.phases
    return plan.model_copy(update={"phases": (intro, work, part, people, close)})


@dataclass
class Round:
    """Plays what happens in an interview with exercises and keeps every event with its decision."""

    state: InterviewState
    now_ms: int = 0
    log: list[tuple[Event, Decision]] = field(default_factory=list)

    @classmethod
    def begun(cls, plan: InterviewPlan) -> Round:
        """An interview whose first words have been said."""
        scene = cls(new_state(plan, SMALL, candidate_name="Sam", exercises=exercises()))
        scene.play(InterviewStarted(0))
        return scene

    def play(self, event: Event) -> Decision:
        self.state, decision = step(self.state, event)
        self.now_ms = max(self.now_ms, event.at_ms)
        self.log.append((event, decision))
        return decision

    def _later(self, after_s: float) -> int:
        return self.now_ms + round(after_s * 1000)

    def say(self, text: str, after_s: float = 15) -> Decision:
        return self.play(TurnEnded(self._later(after_s), text, self.now_ms))

    def run(
        self,
        verdict: str,
        *,
        revision: int = 1,
        submitted: bool = False,
        passed: int = 0,
        total: int = 3,
        failing: Sequence[str] = (),
        message: str = "",
        repeated: int = 0,
        verified: bool = True,
        after_s: float = 15,
        exercise: str | None = None,
    ) -> Decision:
        key = exercise or (self.state.work.key if self.state.work else "late_fees")
        passed = total if verdict == "passed" else passed
        at = self._later(after_s)
        done = RunVerdict(verdict)
        return self.play(
            CodeRan(at, key, revision, submitted, done, passed, total, tuple(failing), message, repeated, verified)
        )

    def submit(self, verdict: str, **more: Any) -> Decision:
        return self.run(verdict, submitted=True, **{"revision": 2, **more})

    def hint(self, after_s: float = 15) -> Decision:
        return self.play(HintAsked(self._later(after_s), self.key))

    def finish(self, after_s: float = 15) -> Decision:
        return self.play(ExerciseFinished(self._later(after_s), self.key))

    def silent(self, seconds: float = 60) -> Decision:
        return self.play(CandidateSilent(self._later(seconds), seconds))

    def tick(self, at_s: float) -> Decision:
        return self.play(Tick(round(at_s * 1000)))

    def ask(self, what: Any) -> Decision:
        return self.play(Requested(self._later(2), what))

    def unheard(self) -> Decision:
        key = next(d.question_id for _, d in reversed(self.log) if d.question_id and d.action is not Action.WAIT)
        return self.play(QuestionUnheard(self._later(1), str(key)))

    @property
    def key(self) -> str:
        """The exercise on the table; fails where there is none."""
        assert self.state.work is not None
        return self.state.work.key

    @property
    def decisions(self) -> list[Decision]:
        return [decision for _, decision in self.log]
