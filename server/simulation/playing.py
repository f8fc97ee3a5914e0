"""Holds one simulated interview on a virtual clock, through the same `step` as a spoken one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol, assert_never

from controller import timebox
from controller.decisions import Action, Decision
from controller.events import (
    CandidateSilent,
    CodeRan,
    Event,
    ExerciseFinished,
    HintAsked,
    InterviewStarted,
    Tick,
    TurnEnded,
)
from controller.interview import is_over, new_state, step
from controller.patterns import keys_of
from controller.planner import build_plan
from controller.planning.exercise_practice import practice_plan
from controller.state import InterviewState
from controller.templates import render
from schema.code_runs import RunVerdict
from schema.exercise_views import card
from schema.exercises import CaseTemplate, Exercise
from schema.patterns import QuestionPattern
from schema.plan import ExerciseOffer, InterviewPlan
from schema.vocabulary import InterviewType, RoleCategory, Seniority, Style
from seeds.case_templates import load_cases
from seeds.catalog import Catalog, load_catalog
from seeds.coding_exercises import load_coding_exercises
from server.simulation.candidate import Candidate, Reply
from server.simulation.case_solver import CaseSolver
from server.simulation.coder import Coder
from server.simulation.deeds import WORKS, Deed
from server.simulation.grading_words import plain
from server.simulation.personas import load_personas
from server.simulation.profiles import profile_of
from server.simulation.record import Box, Heard, Interview, Labels, Task, Turn

SPEAKING_RATE = 2.6  # words a second, as the voices that ship speak
TICK_MS = 5_000
SILENCE_S = 8.0  # after so much silence since the last word the ear reports it
MAX_TURNS = 2_000
NOBODY = Labels("silence")


@dataclass(frozen=True, slots=True)
class Case:
    """One interview to be held."""

    persona: str
    role_kit: str
    style: Style
    interview_type: InterviewType
    seniority: Seniority
    minutes: int
    seed: int
    exercise: str | None = None  # code or a case that is worked on, in a part of the interview or alone
    alone: bool = False


class Speaker(Protocol):
    """Whoever answers: a written persona or a model that plays one."""

    def hears(self, text: str) -> Reply: ...

    def is_patient(self, text: str) -> bool: ...


class Worker(Protocol):
    """Whoever works on an exercise."""

    def does(self, heard: str, stage: str) -> Deed: ...


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """The catalogue that ships, read once a process."""
    return load_catalog()


@lru_cache(maxsize=1)
def exercises() -> Mapping[str, Exercise]:
    """The code and the cases that ship."""
    return {**load_coding_exercises(), **load_cases()}


@lru_cache(maxsize=4096)
def plan_of(case: Case) -> InterviewPlan:
    """The plan of a case, made from the papers of its candidate."""
    kit = catalog().role_kits[case.role_kit]
    task = exercises().get(case.exercise or "")
    if task is not None and case.alone:
        return practice_plan(
            task,
            role_title=kit.name,
            role_kit=kit.key,
            role_category=RoleCategory(kit.role_category),
            seniority=case.seniority,
            style=case.style,
            look="maya",
            minutes=case.minutes,
        )
    papers = profile_of(case.role_kit, load_personas()[case.persona].name)
    return build_plan(
        kit=kit,
        patterns=catalog().patterns,
        seniority=case.seniority,
        interview_type=case.interview_type,
        style=case.style,
        minutes=case.minutes,
        resume=papers.resume,
        job=papers.job,
        exercises=(_offer(task),) if task is not None else (),
        seed=case.seed,
    )


def _offer(task: Exercise) -> ExerciseOffer:
    line = card(task)
    return ExerciseOffer(key=line.key, mode=line.mode, minutes=line.minutes, language=line.language)


def hold(case: Case, speaker: Callable[[Case], Speaker] | None = None) -> Interview:
    """The whole interview. Raises KeyError for an unknown persona or kit, RuntimeError when it does not end."""
    plan = plan_of(case)
    answering = speaker(case) if speaker else _persona(case)
    tasks = {key: exercises()[key] for phase in plan.phases for key in phase.exercises}
    workers = {key: _worker(task, case.seed) for key, task in tasks.items()}
    table = _Table(new_state(plan, catalog().patterns, seed=case.seed, exercises=tasks), answering, workers)
    return _record(case, plan, table.held())


def _worker(task: Exercise, seed: int) -> Worker:
    return CaseSolver(task, seed) if isinstance(task, CaseTemplate) else Coder(task, seed)


def _persona(case: Case) -> Candidate:
    persona = load_personas()[case.persona]
    return Candidate(persona, case.role_kit, profile_of(case.role_kit, persona.name).known, case.seed)


@dataclass
class _Table:
    """An interview in progress."""

    state: InterviewState
    speaker: Speaker
    workers: Mapping[str, Worker]
    now_ms: int = 0
    heard_last: str = ""
    turns: list[Turn] = field(default_factory=list)

    def held(self) -> tuple[Turn, ...]:
        self._happens(InterviewStarted(0), None)
        limit = timebox.over_ms(self.state.plan)
        while not is_over(self.state):
            if len(self.turns) > MAX_TURNS:
                raise RuntimeError(f"the interview did not end within {MAX_TURNS} turns")
            last = self.turns[-1]
            if last.exercise is not None:
                self._does(self.workers[last.exercise].does(self.heard_last, last.stage or ""), last.exercise, limit)
                continue
            reply = self.speaker.hears(self.heard_last)
            if reply.text:
                self._says(reply, limit)
            else:
                self._is_silent(reply)
        return tuple(self.turns)

    def _says(self, reply: Reply, limit: int) -> None:
        start = self.now_ms + round(reply.thinks * 1000)
        end = start + round(reply.seconds * 1000)
        heard = Heard(reply.text, reply.labels, start, end)
        self._happens(Tick(limit) if end >= limit else TurnEnded(end, reply.text, start), heard)

    def _is_silent(self, reply: Reply) -> None:
        """A silence as the ear reports it: again after each of the interviewer's words into it."""
        left, began = reply.seconds, self.now_ms
        while left > 0 and not is_over(self.state):
            left -= SILENCE_S
            at = self.now_ms + round(SILENCE_S * 1000)
            self._happens(CandidateSilent(at, SILENCE_S), Heard("", reply.labels, began, at))
            if self.turns[-1].text and not self.speaker.is_patient(self.turns[-1].text):
                return

    def _does(self, deed: Deed, exercise: str, limit: int) -> None:
        """Something is done over an exercise, with the ticks that pass meanwhile where nobody speaks."""
        start, end = self.now_ms, self.now_ms + round(deed.seconds * 1000)
        heard = Heard(deed.text, deed.labels, start, end)
        if deed.kind == "says":
            self._happens(Tick(limit) if end >= limit else TurnEnded(end, deed.text, start), heard)
            return
        for at in range(start + TICK_MS, end, TICK_MS):
            if self._ticks(at, exercise, Heard("", deed.labels, start, at)):
                return
        self._happens(_event_of(deed, exercise, end), heard)

    def _ticks(self, at: int, exercise: str, heard: Heard) -> bool:
        """Whether the time made the interviewer speak."""
        self.state, decision = step(self.state, Tick(at))
        if decision.action is Action.WAIT:
            return False
        self._said(Tick(at), decision, Heard("", WORKS, heard.started_ms, at))
        return True

    def _happens(self, event: Event, after: Heard | None) -> None:
        self.state, decision = step(self.state, event)
        self._said(event, decision, after)

    def _said(self, event: Event, decision: Decision, after: Heard | None) -> None:
        self.now_ms = event.at_ms
        self.turns.append(_turn(len(self.turns) + 1, event.at_ms, decision, after))
        self.heard_last = decision.text or self.heard_last
        self.now_ms += round(len(decision.text.split()) / SPEAKING_RATE * 1000)


def _event_of(deed: Deed, exercise: str, at_ms: int) -> Event:
    match deed.kind:
        case "runs":
            assert deed.verdict is not None
            failing = () if deed.submitted or deed.verdict is not RunVerdict.FAILED else ("test_visible",)
            return CodeRan(
                at_ms, exercise, 1, deed.submitted, deed.verdict, deed.passed, deed.total, failing, "", deed.repeated
            )
        case "hint":
            return HintAsked(at_ms, exercise)
        case "finish":
            return ExerciseFinished(at_ms, exercise)
        case "silent":
            return CandidateSilent(at_ms, deed.seconds)
        case "types":
            return Tick(at_ms)
        case "says":
            return TurnEnded(at_ms, deed.text, at_ms)
        case _:
            assert_never(deed.kind)


def _turn(number: int, at_ms: int, decision: Decision, after: Heard | None) -> Turn:
    return Turn(
        number=number,
        at_ms=at_ms,
        action=decision.action.value,
        text=decision.text,
        reason=decision.reason,
        phase_id=decision.phase_id,
        question_id=decision.question_id,
        asks_for=decision.asks_for if decision.action is Action.PROBE else None,
        after=after,
        exercise=decision.exercise,
        stage=decision.stage.value if decision.stage is not None else None,
        reveals=decision.reveals,
        hint=decision.hint,
    )


def _record(case: Case, plan: InterviewPlan, turns: tuple[Turn, ...]) -> Interview:
    patterns = catalog().patterns
    return Interview(
        persona=case.persona,
        role_kit=case.role_kit,
        style=case.style.value,
        interview_type=case.interview_type.value,
        seed=case.seed,
        boxes=tuple(Box(phase.id, phase.kind.value, phase.mins, bool(keys_of(phase))) for phase in plan.phases),
        probe_depth=plan.global_rules.probe_depth,
        keys=tuple(key for phase in plan.phases for key in keys_of(phase)),
        planned=_planned(plan, patterns),
        turns=turns,
        tasks=tuple(_task(exercises()[key]) for phase in plan.phases for key in phase.exercises),
    )


def _task(task: Exercise) -> Task:
    """What a grader must know of it."""
    if isinstance(task, CaseTemplate):
        exhibits = {one.id: one.spoken for one in task.revealable_data}
        after = {one.id: one.after for one in task.revealable_data}
        return Task(task.key, True, (task.sound_answer,), exhibits=exhibits, after=after)
    given = {line.strip() for line in task.code_snippet.splitlines()}
    answers = (task.suggested_fix or "", task.modification_solution or "", task.hidden_tests)
    shown = " ".join((task.brief, task.context, task.modification_requirement or "", task.expected_behavior))
    lines = {line.strip() for answer in answers for line in answer.splitlines()} - given
    lines = {line for line in lines if plain(line) not in plain(shown)}
    return Task(task.key, False, (*sorted(lines), task.bug_description or ""), task.hints)


def _planned(plan: InterviewPlan, patterns: Mapping[str, QuestionPattern]) -> tuple[str, ...]:
    own = {"role_title": plan.metadata.role_title} | (
        {"company": plan.metadata.company} if plan.metadata.company else {}
    )
    asked = (question for phase in plan.phases for question in phase.questions)
    return tuple(render(patterns[question.pattern].template, own | question.slots) for question in asked)
