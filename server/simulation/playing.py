"""Holds one simulated interview on a virtual clock, through the same `step` as a spoken one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from controller import timebox
from controller.decisions import Action, Decision
from controller.events import CandidateSilent, Event, InterviewStarted, Tick, TurnEnded
from controller.interview import is_over, new_state, step
from controller.patterns import keys_of
from controller.planner import build_plan
from controller.state import InterviewState
from controller.templates import render
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.vocabulary import InterviewType, Seniority, Style
from seeds.catalog import Catalog, load_catalog
from server.simulation.candidate import Candidate, Reply
from server.simulation.personas import load_personas
from server.simulation.profiles import profile_of
from server.simulation.record import Box, Heard, Interview, Labels, Turn

SPEAKING_RATE = 2.6  # words a second, as the voices that ship speak
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


class Speaker(Protocol):
    """Whoever answers: a written persona or a model that plays one."""

    def hears(self, text: str) -> Reply: ...

    def is_patient(self, text: str) -> bool: ...


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """The catalogue that ships, read once a process."""
    return load_catalog()


@lru_cache(maxsize=4096)
def plan_of(case: Case) -> InterviewPlan:
    """The plan of a case, made from the papers of its candidate."""
    kit = catalog().role_kits[case.role_kit]
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
        seed=case.seed,
    )


def hold(case: Case, speaker: Callable[[Case], Speaker] | None = None) -> Interview:
    """The whole interview. Raises KeyError for an unknown persona or kit, RuntimeError when it does not end."""
    plan = plan_of(case)
    answering = speaker(case) if speaker else _persona(case)
    table = _Table(new_state(plan, catalog().patterns, seed=case.seed), answering)
    return _record(case, plan, table.held())


def _persona(case: Case) -> Candidate:
    persona = load_personas()[case.persona]
    return Candidate(persona, case.role_kit, profile_of(case.role_kit, persona.name).known, case.seed)


@dataclass
class _Table:
    """An interview in progress."""

    state: InterviewState
    speaker: Speaker
    now_ms: int = 0
    heard_last: str = ""
    turns: list[Turn] = field(default_factory=list)

    def held(self) -> tuple[Turn, ...]:
        self._happens(InterviewStarted(0), None)
        limit = timebox.over_ms(self.state.plan)
        while not is_over(self.state):
            if len(self.turns) > MAX_TURNS:
                raise RuntimeError(f"the interview did not end within {MAX_TURNS} turns")
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

    def _happens(self, event: Event, after: Heard | None) -> None:
        self.state, decision = step(self.state, event)
        self.now_ms = event.at_ms
        self.turns.append(_turn(len(self.turns) + 1, event.at_ms, decision, after))
        self.heard_last = decision.text or self.heard_last
        self.now_ms += round(len(decision.text.split()) / SPEAKING_RATE * 1000)


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
    )


def _planned(plan: InterviewPlan, patterns: Mapping[str, QuestionPattern]) -> tuple[str, ...]:
    own = {"role_title": plan.metadata.role_title} | (
        {"company": plan.metadata.company} if plan.metadata.company else {}
    )
    asked = (question for phase in plan.phases for question in phase.questions)
    return tuple(render(patterns[question.pattern].template, own | question.slots) for question in asked)
