"""`interview-lab simulate`: plays scripted or simulated interviews on a virtual clock and checks the interviewer."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError, model_validator

from controller.decisions import Action
from controller.interview import new_state
from controller.planner import MAX_MINUTES, MIN_MINUTES, build_plan
from controller.rehearsal import Beat, Reply, rehearse
from controller.serial import decision_to_json, event_to_json
from schema.base import Shape
from schema.plan import InterviewPlan
from schema.vocabulary import InterviewType, MissingPiece, PhaseKind, Seniority, Style
from seeds.catalog import load_catalog
from server.commands import INPUT_ERROR, RUN_ERROR, CliError, simulate_all
from server.usecases.reading import read_job, read_resume

MAX_FILE_BYTES = 1_000_000


class ScriptedReply(Shape):
    """An answer that takes `seconds` (default: by its length), or a silence."""

    text: str | None = None
    seconds: float | None = Field(default=None, gt=0, le=3600)
    silence: float | None = Field(default=None, gt=0, le=3600)

    @model_validator(mode="after")
    def one_of_both(self) -> ScriptedReply:
        """An entry is either words or a silence."""
        if (self.text is None) == (self.silence is None):
            raise ValueError("give either text or silence")
        return self

    def reply(self) -> Reply:
        """As the rehearsal takes it: words at two and a half a second where no seconds are given."""
        if self.text is None:
            return Reply("", self.silence or 0)
        return Reply(self.text, self.seconds or max(1.0, len(self.text.split()) / 2.5))


class Expectations(Shape):
    """What must hold afterwards; what is left out is not checked."""

    probes_at_least: int | None = None
    probes_at_most: int | None = None
    questions_at_least: int | None = None
    asks_for: tuple[MissingPiece, ...] = ()  # pieces that some follow-up asked for
    actions: tuple[Action, ...] = ()  # happened in this order, others between them
    phases: tuple[PhaseKind, ...] = ()  # were visited in this order, no other
    never: tuple[str, ...] = ()  # words that the interviewer must not say


class Scenario(Shape):
    """A SCENARIO.yaml."""

    name: str
    role_kit: str
    role_title: str | None = None
    company: str | None = None
    candidate_name: str | None = None
    minutes: int = Field(default=10, ge=MIN_MINUTES, le=MAX_MINUTES)
    seniority: Seniority = Seniority.MID
    interview_type: InterviewType = InterviewType.TECHNICAL
    style: Style = Style.NEUTRAL
    jd: str | None = None
    resume: str | None = None
    seed: int = 0
    answers: tuple[ScriptedReply, ...] = ()
    then: ScriptedReply = ScriptedReply(silence=60)  # when the answers are used up
    expect: Expectations = Expectations()


class Check(Shape):
    name: str
    ok: bool
    detail: str


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "simulate",
        help="play a scripted interview, or simulated candidates, and check what the interviewer did",
        description="Plays the answers of a SCENARIO.yaml through the interviewer on a virtual clock and prints every "
        "decision with its reason, then the checks. With --all, twelve simulated candidates sit through interviews for "
        "every role kit and style, and the interviewer is graded by fixed rules. Exit 0: all hold; 1: one does not; "
        "2: the file or the arguments can't be used.",
    )
    parser.add_argument(
        "scenario", metavar="SCENARIO.yaml", type=Path, nargs="?", help="role, minutes, answers and expectations"
    )
    simulate_all.add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    if args.all == (args.scenario is not None):
        raise CliError("Give a SCENARIO.yaml, or --all.", INPUT_ERROR)
    if args.all:
        return simulate_all.run_all(args)
    scenario = load_scenario(args.scenario)
    plan, beats = play(scenario)
    checks = check(scenario, plan, beats)
    if args.json:
        print(json.dumps(_as_json(scenario, beats, checks), indent=2, ensure_ascii=False))
    else:
        _show(beats, checks)
    return 0 if all(item.ok for item in checks) else RUN_ERROR


def load_scenario(path: Path) -> Scenario:
    """The scenario in `path`. Raises CliError with what to change."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise CliError(f"{path} is larger than a megabyte, which no scenario is.", INPUT_ERROR)
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Scenario.model_validate(written)
    except (OSError, UnicodeDecodeError) as error:
        raise CliError(f"{path} can't be read: {error}. Give the path of a scenario file.") from error
    except yaml.YAMLError as error:
        raise CliError(f"{path} is not YAML: {str(error).splitlines()[0]}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise CliError(f"{path}: {where}: {first['msg']}.") from error


def play(scenario: Scenario) -> tuple[InterviewPlan, tuple[Beat, ...]]:
    """Holds the scenario's interview. Raises CliError for an unknown role kit."""
    catalog = load_catalog()
    kit = catalog.role_kits.get(scenario.role_kit)
    if kit is None:
        raise CliError(f"There is no role kit {scenario.role_kit!r}; there are {', '.join(catalog.role_kits)}.")
    plan = build_plan(
        kit=kit,
        patterns=catalog.patterns,
        seniority=scenario.seniority,
        interview_type=scenario.interview_type,
        style=scenario.style,
        minutes=scenario.minutes,
        role_title=scenario.role_title,
        company_name=scenario.company,
        job=read_job(scenario.jd),
        resume=read_resume(scenario.resume),
        seed=scenario.seed,
    )
    state = new_state(plan, catalog.patterns, candidate_name=scenario.candidate_name, seed=scenario.seed)
    return plan, rehearse(state, (answer.reply() for answer in scenario.answers), scenario.then.reply())


# ------------------------------------------------------------------ checks


def check(scenario: Scenario, plan: InterviewPlan, beats: tuple[Beat, ...]) -> list[Check]:
    """What always holds, then what the scenario expects."""
    return [*_always(plan, beats), *_expected(scenario.expect, plan, beats)]


def _always(plan: InterviewPlan, beats: tuple[Beat, ...]) -> list[Check]:
    from controller.timebox import over_ms

    last, limit = beats[-1], over_ms(plan) / 1000
    asked = [beat.decision for beat in beats if beat.decision.action is Action.ASK]
    probes = [beat.decision.text for beat in beats if beat.decision.action is Action.PROBE]
    patterns = [decision.pattern_key for decision in asked]
    end_s = last.event.at_ms / 1000
    # the last event may come five seconds after the limit: the virtual clock ticks that often
    return [
        Check(name="ends in its close", ok=last.decision.action is Action.CLOSE, detail=last.decision.action.value),
        Check(name="ends within the time box", ok=end_s <= limit + 5, detail=f"{end_s:.0f} s of {limit:.0f} s"),
        _count("asks no pattern twice", len(patterns) - len(set(patterns)), 0, 0),
        _count("says no follow-up twice", len(probes) - len(set(probes)), 0, 0),
        _count("gives a reason for each decision", sum(not beat.decision.reason for beat in beats), 0, 0),
    ]


def _expected(expect: Expectations, plan: InterviewPlan, beats: tuple[Beat, ...]) -> list[Check]:
    decisions = [beat.decision for beat in beats]
    probes = sum(decision.action is Action.PROBE for decision in decisions)
    questions = sum(decision.action is Action.ASK for decision in decisions)
    kinds = {phase.id: phase.kind for phase in plan.phases}
    visited = tuple(dict.fromkeys(kinds[decision.phase_id] for decision in decisions))
    wanted = {decision.asks_for for decision in decisions if decision.action is Action.PROBE}
    spoken = " ".join(decision.text for decision in decisions).lower()
    checks = [
        _count("follow-ups", probes, expect.probes_at_least, expect.probes_at_most),
        _count("questions", questions, expect.questions_at_least, None),
    ]
    checks += [Check(name=f"asks for {piece}", ok=piece in wanted, detail="") for piece in expect.asks_for]
    checks += [Check(name=f"never says “{word}”", ok=word.lower() not in spoken, detail="") for word in expect.never]
    if expect.phases:
        checks.append(Check(name="phases", ok=visited == expect.phases, detail=", ".join(visited)))
    if expect.actions:
        actions = iter(decision.action for decision in decisions)
        in_order = all(action in actions for action in expect.actions)
        checks.append(Check(name="actions in order", ok=in_order, detail=", ".join(expect.actions)))
    return checks


def _count(name: str, count: int, least: int | None, most: int | None) -> Check:
    ok = (least is None or count >= least) and (most is None or count <= most)
    return Check(name=name, ok=ok, detail=str(count))


# ------------------------------------------------------------------ output


def _as_json(scenario: Scenario, beats: tuple[Beat, ...], checks: list[Check]) -> dict[str, Any]:
    spoken = [beat for beat in beats if beat.decision.text]
    return {
        "scenario": scenario.name,
        "ok": all(item.ok for item in checks),
        "minutes": round(beats[-1].event.at_ms / 60_000, 2),
        "foretold": round(sum(beat.foretold for beat in spoken) / len(spoken), 3),
        "decisions": [
            {"event": event_to_json(beat.event), "decision": decision_to_json(beat.decision), "foretold": beat.foretold}
            for beat in spoken
        ],
        "checks": [item.model_dump() for item in checks],
    }


def _show(beats: tuple[Beat, ...], checks: list[Check]) -> None:
    for beat in beats:
        if beat.decision.text:
            minutes, seconds = divmod(beat.event.at_ms // 1000, 60)
            print(f"{minutes:02d}:{seconds:02d}  {beat.decision.action.value:<14} {beat.decision.text}")
            print(f"       {'':<14} why: {beat.decision.reason}")
    print()
    for item in checks:
        print(f"{'ok  ' if item.ok else 'FAIL'}  {item.name}" + (f": {item.detail}" if item.detail else ""))
