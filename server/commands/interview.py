"""`interview-lab interview --text`: holds a whole interview in the terminal, by the spoken one's controller."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, cast

from controller.decisions import Action, Decision
from controller.events import Event, InterviewStarted, Requested, Tick, TurnEnded
from controller.interview import is_over, new_state, remaining_ms, step
from controller.planner import MAX_MINUTES, MIN_MINUTES, build_plan
from controller.state import InterviewState
from schema.plan import InterviewPlan
from schema.transcript import TranscriptDocument, TranscriptTurn
from schema.vocabulary import InterviewType, Seniority, Speaker, Style
from seeds.catalog import load_catalog
from server.commands import CliError
from server.usecases.reading import read_job, read_resume

MAX_DOCUMENT_BYTES = 200_000
HELP = "Type an answer and press Enter. Also: /repeat  /skip  /pause  /resume  /time  /end"
Wish = Literal["repeat", "skip", "pause", "resume", "end"]
WISHES = ("repeat", "skip", "pause", "resume", "end")


class Clock:
    """The interview's own clock: true seconds, standing still while it is paused."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._before = 0.0
        self._running = True

    def now_ms(self) -> int:
        """Milliseconds since the start, without pauses."""
        return round((self._before + (time.monotonic() - self._since if self._running else 0.0)) * 1000)

    def stop(self) -> None:
        """Stand still."""
        self._before, self._running = self.now_ms() / 1000, False

    def start(self) -> None:
        """Go on."""
        if not self._running:
            self._since, self._running = time.monotonic(), True


@dataclass
class Conversation:
    """One interview in the terminal: its state, its clock and what was said."""

    state: InterviewState
    clock: Clock = field(default_factory=Clock)
    turns: list[TranscriptTurn] = field(default_factory=list)
    strengths: Counter[str] = field(default_factory=Counter)
    questions: int = 0

    def handle(self, event: Event) -> Decision:
        """One step; what the interviewer says is printed and kept."""
        question_id = self._open_id()
        self.state, decision = step(self.state, event)
        if isinstance(event, TurnEnded) and event.text.strip():
            self._keep(Speaker.CANDIDATE, event.text, event.started_ms, question_id)
        if decision.signals is not None:
            self.strengths[decision.signals.strength.value] += 1
        if decision.text:
            self.questions += decision.action in (Action.ASK, Action.PROBE)
            self._keep(Speaker.INTERVIEWER, decision.text, self.clock.now_ms(), decision.question_id)
            print(f"\nInterviewer: {decision.text}\n", flush=True)
        return decision

    def _open_id(self) -> str | None:
        return self.state.open.asked.question_id if self.state.open else None

    def _keep(self, speaker: Speaker, text: str, start_ms: int, question_id: str | None) -> None:
        now = self.clock.now_ms() / 1000
        self.turns.append(
            TranscriptTurn(
                speaker=speaker,
                text=text,
                start_s=start_ms / 1000,
                end_s=max(now, start_ms / 1000),
                typed=speaker is Speaker.CANDIDATE,
                question_id=question_id,
            )
        )


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "interview",
        help="hold an interview in the terminal",
        description=f"Holds a whole interview in the terminal, on a real clock. {HELP}",
    )
    parser.add_argument("--text", action="store_true", help="by typing (the spoken interview is held in the browser)")
    parser.add_argument("--role-kit", default="software_engineer", metavar="K", help="default: software_engineer")
    parser.add_argument("--role-title", metavar="T", help="default: the kit's name")
    parser.add_argument("--company", metavar="C")
    parser.add_argument("--name", metavar="N", help="how the interviewer addresses you")
    parser.add_argument("--minutes", type=int, default=10, metavar="M", help=f"{MIN_MINUTES} to {MAX_MINUTES}")
    parser.add_argument("--seniority", choices=[*Seniority], default="mid")
    parser.add_argument("--interview-type", choices=[*InterviewType], help="default: the kit's first")
    parser.add_argument("--style", choices=[*Style], default="neutral")
    parser.add_argument("--jd", type=Path, metavar="FILE", help="a job description as plain text")
    parser.add_argument("--resume", type=Path, metavar="FILE", help="a résumé as plain text")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="another number asks other questions")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="where the transcript goes (default: beside you, dated)"
    )


def run(args: argparse.Namespace) -> int:
    if not args.text:
        raise CliError(
            "Add --text to type your answers. The spoken interview is held in the browser: interview-lab serve."
        )
    out = _free_path(args.out)
    jd, resume = _document(args.jd), _document(args.resume)
    state, plan = _planned(args, jd, resume)
    conversation = Conversation(state)
    print(HELP)
    try:
        _hold(conversation)
    except (EOFError, KeyboardInterrupt):
        conversation.clock.start()
        conversation.handle(Requested(conversation.clock.now_ms(), "end"))
    document = _document_of(plan, conversation, jd, resume)
    out.write_text(document.model_dump_json(indent=2, exclude_none=True) + "\n", encoding="utf-8")
    _summary(conversation, out)
    return 0


def _hold(conversation: Conversation) -> None:
    """Question and answer until the goodbye. Raises EOFError and KeyboardInterrupt as `input` does."""
    conversation.handle(InterviewStarted(0))
    while not is_over(conversation.state):
        started = conversation.clock.now_ms()
        line = input("You: ").strip()
        now = conversation.clock.now_ms()
        if line.startswith("/"):
            _command(conversation, line[1:].lower())
        elif line:
            conversation.handle(TurnEnded(now, line, started, typed=True))
        else:
            conversation.handle(Tick(now))


def _command(conversation: Conversation, name: str) -> None:
    if name == "time":
        left = remaining_ms(conversation.state, conversation.clock.now_ms()) // 1000
        print(f"{left // 60} min {left % 60:02d} s left.")
        return
    if name not in WISHES:
        print(HELP)
        return
    decision = conversation.handle(Requested(conversation.clock.now_ms(), cast(Wish, name)))
    if name == "pause":
        conversation.clock.stop()
        print("Paused; the clock stands still. /resume goes on.")
    elif name == "resume":
        conversation.clock.start()
    elif not decision.text:
        print(decision.reason)


# ------------------------------------------------------------------ before and after


def _planned(args: argparse.Namespace, jd: str | None, resume: str | None) -> tuple[InterviewState, InterviewPlan]:
    catalog = load_catalog()
    kit = catalog.role_kits.get(args.role_kit)
    if kit is None:
        raise CliError(f"There is no role kit {args.role_kit!r}; there are {', '.join(catalog.role_kits)}.")
    if not MIN_MINUTES <= args.minutes <= MAX_MINUTES:
        raise CliError(f"--minutes takes {MIN_MINUTES} to {MAX_MINUTES}, not {args.minutes}.")
    plan = build_plan(
        kit=kit,
        patterns=catalog.patterns,
        seniority=Seniority(args.seniority),
        interview_type=InterviewType(args.interview_type or kit.default_interview_types[0]),
        style=Style(args.style),
        minutes=args.minutes,
        role_title=args.role_title,
        company_name=args.company,
        job=read_job(jd),
        resume=read_resume(resume),
        seed=args.seed,
    )
    return new_state(plan, catalog.patterns, candidate_name=args.name, seed=args.seed), plan


def _free_path(out: Path | None) -> Path:
    """Where the transcript will go: known to be writable and free before an hour is spent."""
    path = out or Path(f"interview-{datetime.now().astimezone():%Y%m%d-%H%M%S}.json")
    if path.exists():
        raise CliError(f"{path} exists already. Give another --out.")
    try:
        path.touch()
        path.unlink()
    except OSError as error:
        raise CliError(f"{path} can't be written ({error.strerror}). Give another --out.") from error
    return path


def _document(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        if path.stat().st_size > MAX_DOCUMENT_BYTES:
            raise CliError(f"{path} is larger than {MAX_DOCUMENT_BYTES // 1000} kB. Give its text alone.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CliError(f"{path} can't be read as plain text: {error}.") from error


def _document_of(
    plan: InterviewPlan, conversation: Conversation, jd: str | None, resume: str | None
) -> TranscriptDocument:
    meta = plan.metadata
    return TranscriptDocument(
        role_kit=meta.role_kit,
        role_title=meta.role_title,
        seniority=meta.seniority,
        interview_type=meta.interview_type,
        jd=jd,
        resume=resume,
        turns=tuple(conversation.turns),
    )


def _summary(conversation: Conversation, out: Path) -> None:
    answers = sum(turn.speaker is Speaker.CANDIDATE for turn in conversation.turns)
    minutes = conversation.clock.now_ms() / 60_000
    read = ", ".join(f"{count} {strength}" for strength, count in conversation.strengths.most_common())
    print(
        f"{minutes:.1f} minutes, {conversation.questions} questions, {answers} answers"
        + (f" ({read})." if read else ".")
    )
    print(f"The transcript is in {out}. To judge it: interview-lab evaluate {out} --json")
