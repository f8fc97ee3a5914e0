"""Interviews for the controller's tests: a small plan, the shipped catalogue's plans, and a player that keeps a log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from controller.decisions import Action, Decision
from controller.events import Event, InterviewStarted, TurnEnded
from controller.interview import new_state, step
from controller.planner import build_plan
from controller.state import InterviewState
from schema.patterns import Probe, ProbeTree, QuestionPattern
from schema.plan import GlobalRules, InterviewPlan, PlanMetadata, PlanPhase
from schema.vocabulary import (
    InterviewType,
    MissingPiece,
    PatternType,
    PhaseKind,
    QuestionKind,
    RoleCategory,
    Seniority,
    Style,
)
from seeds.catalog import load_catalog
from server.usecases.reading import read_job, read_resume

GOLDEN = Path(__file__).parent / "golden"
STRONG = (
    "At Finlo our settlement run took six hours, so banks got their files late. I rewrote the writer to work in "
    "batches instead of single rows, because we had only a month. It went down to forty minutes. "
    "I learned to measure first."
)
VAGUE = "Well, I did a lot of different stuff, basically, and it went really well."
WEAK = "In my last job our build was slow, and I moved it to a new server over a weekend."
INTRO = (
    "I am a backend engineer at Finlo in Lisbon, I maintain the ledger service in Go, and I want to work on payments."
)


def pattern(key: str, kind: PatternType, template: str, *pieces: MissingPiece, vague: int = 2) -> QuestionPattern:
    """A pattern with two follow-ups for each piece, all of them distinct."""
    return QuestionPattern(
        key=key,
        pattern_type=kind,
        template=template,
        question_kind=QuestionKind.STORY,
        expects=pieces,
        dimensions=("execution",),
        probe_tree=ProbeTree(
            if_vague=tuple(Probe(text=f"{key}: be more concrete, {n}?") for n in range(vague)),
            **{f"if_no_{p}": tuple(Probe(text=f"{key}: what about the {p}, {n}?") for n in range(2)) for p in pieces},
            always=(Probe(text=f"{key}: one step deeper?"),),
        ),
    )


P = MissingPiece
SMALL: Mapping[str, QuestionPattern] = MappingProxyType(
    {
        item.key: item
        for item in (
            pattern("hello", PatternType.INTRO, "What do you do as a {{role_title}}?"),
            pattern("work_a", PatternType.RESUME_CLAIM, "What are you proud of?", P.OWNERSHIP, P.METRIC, P.RESULT),
            pattern("work_b", PatternType.RESUME_CLAIM, "What was hard?", P.CONTEXT, P.OWNERSHIP),
            pattern("people_a", PatternType.BEHAVIORAL, "When did you disagree?", P.CONTEXT, P.RESULT, P.REFLECTION),
            pattern("people_b", PatternType.BEHAVIORAL, "When did you fail?", P.OWNERSHIP, P.REFLECTION),
            QuestionPattern(
                key="ask_me",
                pattern_type=PatternType.CLOSE,
                template="What would you like to ask me?",
                question_kind=QuestionKind.INVITATION,
            ),
        )
    }
)


def small_plan(
    *, minutes: tuple[float, float, float, float] = (1, 4, 4, 1), style: Style = Style.NEUTRAL, **rules: object
) -> InterviewPlan:
    """Intro, work, people, close; `rules` are the plan's global rules."""
    intro, work, people, close = minutes
    return InterviewPlan(
        metadata=PlanMetadata(
            role_category=RoleCategory.SWE,
            seniority=Seniority.MID,
            interview_type=InterviewType.TECHNICAL,
            role_title="Backend Engineer",
            role_kit="software_engineer",
            style=style,
        ),
        phases=(
            _phase(PhaseKind.INTRO, intro, "hello"),
            _phase(PhaseKind.RESUME_DEEP_DIVE, work, "work_a", "work_b"),
            _phase(PhaseKind.BEHAVIORAL, people, "people_a", "people_b"),
            _phase(PhaseKind.CLOSE, close, "ask_me"),
        ),
        global_rules=GlobalRules.model_validate(rules),
    )


def _phase(kind: PhaseKind, mins: float, *keys: str) -> PlanPhase:
    return PlanPhase(id=kind.value, kind=kind, mins=mins, objective=(), patterns=keys)


def shipped_plan(
    kit: str = "software_engineer",
    interview_type: InterviewType = InterviewType.TECHNICAL,
    *,
    minutes: int = 10,
    seniority: Seniority = Seniority.MID,
    style: Style = Style.NEUTRAL,
    resume: str | None = None,
    jd: str | None = None,
    seed: int = 0,
) -> InterviewPlan:
    """A plan from the catalogue that ships."""
    catalog = load_catalog()
    return build_plan(
        kit=catalog.role_kits[kit],
        patterns=catalog.patterns,
        seniority=seniority,
        interview_type=interview_type,
        style=style,
        minutes=minutes,
        resume=read_resume(resume),
        job=read_job(jd),
        seed=seed,
    )


@dataclass
class Player:
    """Plays events on a clock and keeps every event with its decision."""

    state: InterviewState
    now_ms: int = 0
    log: list[tuple[Event, Decision]] = field(default_factory=list)

    @classmethod
    def started(cls, plan: InterviewPlan | None = None, patterns: Mapping[str, QuestionPattern] = SMALL) -> Player:
        """An interview whose first question has been asked."""
        player = cls(new_state(plan or small_plan(), patterns, candidate_name="Sam"))
        player.play(InterviewStarted(0))
        return player

    def play(self, event: Event) -> Decision:
        """One step."""
        self.state, decision = step(self.state, event)
        self.now_ms = max(self.now_ms, event.at_ms)
        self.log.append((event, decision))
        return decision

    def say(self, text: str, after_s: float = 15) -> Decision:
        """An answer that ends `after_s` seconds from now."""
        start = self.now_ms
        return self.play(TurnEnded(start + round(after_s * 1000), text, start))

    @property
    def decisions(self) -> list[Decision]:
        """Every decision so far."""
        return [decision for _, decision in self.log]

    def spoken(self, *actions: Action) -> list[Decision]:
        """The decisions of these kinds."""
        return [decision for decision in self.decisions if decision.action in actions]


def texts(decisions: Iterable[Decision]) -> list[str]:
    """What was said."""
    return [decision.text for decision in decisions]
