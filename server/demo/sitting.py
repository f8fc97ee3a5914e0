"""One interview of the demonstration, held with its stored plan by the live interviewer's own parts on a virtual clock.

The turn loop, the event log, the exercise room and the sandbox are the real ones; only the candidate's words come from
a simulated person, and nobody waits for them to be spoken.
"""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Mapping
from typing import cast

from agent.clock import InterviewClock
from agent.exercise_room import ExerciseRoom
from agent.live_parts import LiveSettings
from agent.ports import CodeRunner, EventLog
from agent.tasks import Tasks
from agent.turn_loop import Answer, TurnLoop
from agent.workbench import Bench
from controller import timebox
from controller.decisions import Action, Decision
from controller.events import CandidateSilent, CodeRan, ExerciseFinished, HintAsked, Tick
from schema.exercises import CaseTemplate, CodingExercise, Exercise
from schema.room import Capability, ServerMessage
from schema.room_exercises import AskHint, FinishExercise, Patch, RunFinished, RunRefused, RunTests, SaveArtifact
from schema.transcript import Word
from schema.vocabulary import Look
from server.repositories.interviews import InterviewBundle
from server.simulation.candidate import Candidate, Reply
from server.simulation.case_solver import CaseSolver
from server.simulation.coder import Coder
from server.simulation.deeds import Deed
from server.simulation.playing import SILENCE_S, SPEAKING_RATE, TICK_MS, Worker

SILENT_PAGE = Capability(on=False, detail="Nobody listens: this interview is a demonstration.")
MOST_STEPS = 2_000
RUN_PATIENCE_S = 60.0


class Page:
    """Stands where a browser would: takes what the room sends, and tells when a run of code was answered."""

    def __init__(self) -> None:
        self.answered: dict[str, asyncio.Event] = {}

    def send(self, message: ServerMessage) -> None:
        if isinstance(message, RunFinished | RunRefused):
            self.answered.setdefault(message.client_id, asyncio.Event()).set()


class Sitting:
    """One candidate in one interview."""

    def __init__(self, bundle: InterviewBundle, log: EventLog, runner: CodeRunner, candidate: Candidate) -> None:
        self._candidate = candidate
        self._now_s = 0.0
        self._clock = InterviewClock(monotonic=lambda: self._now_s)
        self._loop = TurnLoop(
            plan=bundle.plan,
            patterns=bundle.patterns,
            clock=self._clock,
            log=log,
            candidate_name=bundle.candidate_name or None,
            seed=bundle.seed,
            exercises=bundle.exercises,
        )
        self._page, self._runner = Page(), runner
        self._tasks = Tasks(lambda: None)
        self._room = ExerciseRoom(_settings(bundle), runner, self._loop, self._page, self._tasks, self)
        self._workers = _workers(bundle.exercises, bundle.seed)
        self._limit_s = timebox.over_ms(bundle.plan) / 1000
        self._heard = ""
        self._sent = 0

    @property
    def seconds(self) -> float:
        """How long it has gone on, on its own clock."""
        return self._clock.now_s()

    async def hold(self) -> None:
        """The whole interview. Raises RuntimeError where it does not end."""
        self._clock.run()
        await self._say(await self._loop.begin())
        for _ in range(MOST_STEPS):
            if self._loop.over:
                break
            bench = self._room.bench.open
            if bench is not None:
                await self._work(bench)
            else:
                await self._reply(self._candidate.hears(self._heard))
        else:
            raise RuntimeError("the demonstration's interview did not end")
        await self._room.leave()
        await self._tasks.aclose()

    async def did(self, event: CodeRan | HintAsked | ExerciseFinished, client_id: str | None = None) -> None:
        """Something was done and not said; the exercise room hands it on."""
        await self._say(await self._loop.handle(event, client_id=client_id))

    # ------------------------------------------------------------------ talking

    async def _say(self, decision: Decision) -> None:
        if decision.action is Action.WAIT or not decision.text:
            return
        self._heard = decision.text
        start = self._clock.now_s()
        words = _timed(decision.text, start, start + len(decision.text.split()) / SPEAKING_RATE)
        self._now_s += words[-1].end_s - start if words else 0.0
        await self._loop.spoken(decision.text, start, self._clock.now_s(), interrupted=False, words=words)

    async def _reply(self, reply: Reply) -> None:
        if not reply.text:
            await self._silence(reply.seconds)
            return
        self._now_s += reply.thinks
        await self._answer(reply.text, reply.seconds)

    async def _answer(self, text: str, seconds: float) -> None:
        start = self._clock.now_s()
        self._now_s += seconds
        if self._clock.now_s() >= self._limit_s:
            await self._say(await self._loop.handle(Tick(self._clock.now_ms())))
            return
        end = self._clock.now_s()
        await self._say(await self._loop.commit_answer(Answer(text, start, end, _timed(text, start, end))))

    async def _silence(self, seconds: float) -> None:
        left = seconds
        while left > 0 and not self._loop.over:
            left -= SILENCE_S
            self._now_s += SILENCE_S
            decision = await self._loop.handle(CandidateSilent(self._clock.now_ms(), SILENCE_S))
            await self._say(decision)
            if decision.text and not self._candidate.is_patient(decision.text):
                return

    # ------------------------------------------------------------------ working

    async def _work(self, bench: Bench) -> None:
        """The next thing that is done over the exercise on the table."""
        key = bench.exercise.key
        deed = self._workers[key].does(self._heard, bench.stage.value)
        if deed.kind == "says":
            await self._answer(deed.text, deed.seconds)
            return
        if deed.kind == "silent":
            await self._silence(deed.seconds)
            return
        if await self._spoken_to_while(deed.seconds):
            return
        await self._do(deed, bench)

    async def _spoken_to_while(self, seconds: float) -> bool:
        """Whether the time that passes made the interviewer speak."""
        left = seconds
        while left > 0:
            self._now_s += min(left, TICK_MS / 1000)
            left -= TICK_MS / 1000
            decision = await self._loop.handle(Tick(self._clock.now_ms()))
            if decision.action is not Action.WAIT:
                await self._say(decision)
                return True
        return False

    async def _do(self, deed: Deed, bench: Bench) -> None:
        key = bench.exercise.key
        match deed.kind:
            case "hint":
                await self._room.message(AskHint(client_id=self._next_id(), exercise=key))
            case "finish":
                await self._room.message(FinishExercise(client_id=self._next_id(), exercise=key))
            case "runs":
                await self._run(deed, bench)
            case _:
                await self._jot(bench.exercise)

    async def _jot(self, exercise: Exercise) -> None:
        """In a case somebody who types writes the outline down; over code there is nothing to write before the fix."""
        if isinstance(exercise, CaseTemplate) and exercise.outline_sections:
            section = exercise.outline_sections[0]
            await self._room.message(
                SaveArtifact(
                    client_id=self._next_id(),
                    exercise=exercise.key,
                    part="outline",
                    section=section,
                    text="What comes in, what goes out, and what changed since last year.",
                )
            )

    async def _run(self, deed: Deed, bench: Bench) -> None:
        """Runs the tests for true. Who submits what passes has mended the file first, as the catalogue has it."""
        assert bench.coding is not None
        if deed.submitted and deed.passed == deed.total:
            await self._mend(bench.coding, bench)
        bench = self._room.bench.benches[bench.exercise.key]
        sent = RunTests(
            client_id=self._next_id(),
            exercise=bench.exercise.key,
            revision=bench.revision,
            submit=deed.submitted,
        )
        answered = self._page.answered.setdefault(sent.client_id, asyncio.Event())
        runs = len(bench.runs)
        await self._room.message(sent)
        await asyncio.wait_for(answered.wait(), RUN_PATIENCE_S)
        await self._room.tell()
        if len(self._room.bench.benches[bench.exercise.key].runs) == runs:  # code is not run here: it is talked about
            await self._room.message(FinishExercise(client_id=self._next_id(), exercise=bench.exercise.key))

    async def _mend(self, exercise: CodingExercise, bench: Bench) -> None:
        solution = exercise.modification_solution if bench.modification else exercise.suggested_fix
        if solution is None or solution == bench.text:
            return
        await self._room.message(
            Patch(
                client_id=self._next_id(),
                exercise=exercise.key,
                base=bench.revision,
                diff=_diff(bench.text, solution, exercise.filename),
            )
        )

    def _next_id(self) -> str:
        self._sent += 1
        return f"demonstration-{self._sent}"


def _settings(bundle: InterviewBundle) -> LiveSettings:
    return LiveSettings(
        session_id=str(bundle.interview.id),
        plan=bundle.plan,
        patterns=bundle.patterns,
        look=cast(Look, bundle.interview.look),
        candidate_name=bundle.candidate_name or None,
        seed=bundle.seed,
        transcription=SILENT_PAGE,
        voice=SILENT_PAGE,
        recording=False,
        exercises=bundle.exercises,
        owner=str(bundle.interview.user_id),
    )


def _workers(exercises: Mapping[str, Exercise], seed: int) -> dict[str, Worker]:
    return {
        key: CaseSolver(task, seed) if isinstance(task, CaseTemplate) else Coder(task, seed)
        for key, task in exercises.items()
    }


def _timed(text: str, start_s: float, end_s: float) -> tuple[Word, ...]:
    """The words side by side, each as long as it has letters."""
    words = text.split()
    letters = sum(len(word) + 1 for word in words)
    found: list[Word] = []
    at = start_s
    for word in words:
        until = at + (end_s - start_s) * (len(word) + 1) / letters
        found.append(Word(text=word, start_s=at, end_s=until))
        at = until
    return tuple(found)


def _diff(old: str, new: str, filename: str) -> str:
    """A patch as the page makes it."""
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{filename}", f"b/{filename}"
    )
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)
