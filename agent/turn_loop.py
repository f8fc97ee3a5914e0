"""The only mutable place of an interview: holds its state, asks the controller, stores, and only then lets others hear.

Planning is pure and may be repeated for one answer (the session speculates while the candidate finishes); committing
appends the answer and the decision for it to the event log in one record before any of the reply is heard. State is
the fold of those records, so a reconnect, a crash and an audit are one mechanism.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from agent.clock import InterviewClock
from agent.ports import EventLog, Opinions, StoredEvent
from agent.transcript import PARTIAL, SPOKEN, STEP, fold_turns
from agent.turns import join_texts, normalise
from controller import interview as mind
from controller.decisions import Action, Decision
from controller.events import BargedIn, Event, InterviewStarted, QuestionUnheard, Requested, Tick, TurnEnded
from controller.opinions import Opinion
from controller.serial import decision_from_json, decision_to_json, event_from_json, event_to_json
from controller.state import InterviewState, Status
from schema.exercises import Exercise
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.transcript import Turn, Word
from schema.vocabulary import QuestionKind, Speaker

OPINION_S = 0.4  # a model's view of an answer that takes longer is done without
MIN_OPINION_WORDS = 5  # fewer words are a wish or a fact, which the rules read well


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be decided for an answer, not yet stored."""

    key: str
    event: TurnEnded
    state: InterviewState
    decision: Decision


@dataclass(frozen=True, slots=True)
class Answer:
    """What the candidate said, on the interview's clock."""

    text: str
    start_s: float
    end_s: float
    words: tuple[Word, ...] = ()
    typed: bool = False

    def after(self, earlier: Answer | None) -> Answer:
        """This answer with an earlier part of it put in front."""
        if earlier is None:
            return self
        return Answer(
            join_texts(earlier.text, self.text),
            min(earlier.start_s, self.start_s),
            self.end_s,
            earlier.words + self.words,
            earlier.typed and self.typed,
        )


class TurnLoop:
    def __init__(
        self,
        *,
        plan: InterviewPlan,
        patterns: Mapping[str, QuestionPattern],
        clock: InterviewClock,
        log: EventLog,
        candidate_name: str | None = None,
        seed: int = 0,
        opinions: Opinions | None = None,
        exercises: Mapping[str, Exercise] = MappingProxyType({}),
    ) -> None:
        self._log = log
        self._opinions = opinions
        self._view: tuple[str, float, asyncio.Task[Opinion | None]] | None = None  # of the answer that is being said
        self._clock = clock
        self._state = mind.new_state(plan, patterns, candidate_name=candidate_name, seed=seed, exercises=exercises)
        self._writing = asyncio.Lock()
        self._planned: dict[str, Planned] = {}
        self._turns: list[Turn] = []
        self._unheard: Answer | None = None  # its reply was never heard; the controller joins it with the next one
        self._partial: Answer | None = None  # was being said when a connection broke; the next one continues it
        self._last_answer: Answer | None = None  # that the last spoken decision replies to; null: it replies to none
        self.decision: Decision | None = None  # the last one that says something
        self.exercise: str | None = None  # the key of the one that is on the table
        self.typed_ids: set[str] = set()  # of messages that a step was made for
        self.records_before = 0  # records of earlier connections
        self.stored: Callable[[StoredEvent], None] | None = None  # hears of every record, old ones first

    # ------------------------------------------------------------------ reading

    @property
    def state(self) -> InterviewState:
        return self._state

    @property
    def turns(self) -> Sequence[Turn]:
        return self._turns

    @property
    def over(self) -> bool:
        return mind.is_over(self._state)

    @property
    def open_question(self) -> Decision | None:
        return mind.open_question(self._state)

    @property
    def last_spoken_turn(self) -> Turn | None:
        return next((turn for turn in reversed(self._turns) if turn.speaker is Speaker.INTERVIEWER), None)

    def question_kind(self) -> QuestionKind:
        """What sort of answer is awaited."""
        question = self.open_question
        return question.question_kind if question is not None else QuestionKind.SHORT

    def likely_next(self) -> tuple[tuple[str, str | None], ...]:
        """What will probably be said next and by whom, the likeliest first."""
        likely = mind.likely_next(self._state, at_ms=self._clock.now_ms())
        return tuple((decision.text, decision.speaker) for decision in likely if decision.text)

    def now_ms(self) -> int:
        return self._clock.now_ms()

    # ------------------------------------------------------------------ beginning

    async def resume(self) -> bool:
        """Folds the stored log; returns whether there was any. The clock goes on from the last record."""
        records = await self._log.load()
        self.records_before = len(records)
        for record in records:
            if record.kind == STEP:
                self._replay(record)
                if client_id := record.payload.get("client_id"):
                    self.typed_ids.add(client_id)
            self._heard_of(record)
        self._turns, unheard, partial = fold_turns(records)
        self._unheard, self._partial = _as_answer(unheard), _as_answer(partial)
        if records:
            self._clock.stop()
            behind = max(record.at_ms for record in records) / 1000 - self._clock.now_s()
            if behind > 0:
                self._clock.advance(behind)
        return any(record.kind == STEP for record in records)

    def _replay(self, record: StoredEvent) -> None:
        event = event_from_json(record.payload["event"])
        self._state, decision = mind.step(self._state, event)
        self.exercise = decision.exercise
        if decision.action is not Action.WAIT:
            self.decision = decision_from_json(record.payload["decision"])

    async def begin(self) -> Decision:
        return await self.handle(InterviewStarted(at_ms=self._clock.now_ms()))

    async def reopen(self) -> Decision:
        """After a new connection: the open question once more, or the way out of a pause."""
        await self.note("resumed", {})
        what: Literal["resume", "repeat"] = "resume" if self._state.status is Status.PAUSED else "repeat"
        return await self.handle(Requested(at_ms=self._clock.now_ms(), what=what))

    # ------------------------------------------------------------------ answers

    async def consider(self, text: str) -> None:
        """Asks for a model's view of what was said so far, and waits for it OPINION_S at most since it was first asked.

        Returns at once where nobody is to be asked. Called ahead of `plan_answer`, which takes the view if it is there.
        """
        awaited = mind.awaited(self._state) if self._opinions is not None else None
        said = join_texts(self._partial.text if self._partial else "", text)
        key = normalise(said)
        if self._opinions is None or awaited is None or key in self._planned or len(key.split()) < MIN_OPINION_WORDS:
            return
        if self._view is None or self._view[0] != key:
            self._forget_view()
            question, expects = awaited
            view = asyncio.create_task(self._opinions.opinion(question, said, expects), name="opinion")
            self._view = (key, time.monotonic(), view)
        _, began, view = self._view
        await asyncio.wait({view}, timeout=max(0.0, OPINION_S - (time.monotonic() - began)))

    def _opinion_of(self, key: str) -> Opinion | None:
        if self._view is None or self._view[0] != key:
            return None
        view = self._view[2]
        return view.result() if view.done() and not view.cancelled() and view.exception() is None else None

    def _forget_view(self) -> None:
        if self._view is not None:
            self._view[2].cancel()
            self._view = None

    def plan_answer(self, text: str) -> Planned:
        """What the controller would say to this answer now. Pure as to the interview: nothing is stored."""
        said = join_texts(self._partial.text if self._partial else "", text)
        key = normalise(said)
        if (known := self._planned.get(key)) is not None:
            return known
        now = self._clock.now_ms()
        event = TurnEnded(at_ms=now, text=said, started_ms=now, opinion=self._opinion_of(key))
        state, decision = mind.step(self._state, event)
        planned = self._planned[key] = Planned(key, event, state, decision)
        return planned

    async def commit_answer(self, answer: Answer, *, client_id: str | None = None) -> Decision:
        """Stores the answer with the decision for it, as planned if it was; returns the decision.

        `client_id` marks a typed answer, so that one sent twice counts once."""
        await self.consider(answer.text)
        async with self._writing:
            planned = self.plan_answer(answer.text)
            said = answer.after(self._partial)
            whole = said.after(self._unheard)
            event = replace(planned.event, text=said.text, started_ms=int(said.start_s * 1000), typed=said.typed)
            state, decision = mind.step(self._state, event)
            turn = Turn(
                index=len(self._turns),
                speaker=Speaker.CANDIDATE,
                text=whole.text,
                start_s=whole.start_s,
                end_s=max(whole.end_s, whole.start_s),
                words=whole.words,
                typed=whole.typed,
                question_id=self.open_question.question_id if self.open_question else None,
            )
            await self._store(event, decision, turn, client_id)
            self._turns.append(turn)
            self._unheard, self._partial = None, None
            self._adopt(state, decision)
            self._last_answer = whole if decision.action is not Action.WAIT else self._last_answer
            return decision

    async def reply_unheard(self) -> None:
        """Nothing of the last reply was heard: its question is taken back and the answer before it stays open.

        What the reply put on the table stays there: the candidate has seen the exhibit, whatever they heard.
        """
        decision = self.decision
        if decision is None or decision.question_id is None:
            return
        answer = self._last_answer
        await self.handle(QuestionUnheard(at_ms=self._clock.now_ms(), question_id=decision.question_id))
        if answer is None:  # a silence, a button or a run had led to it
            return
        self._unheard, self._last_answer = answer, None
        if self._turns and self._turns[-1].speaker is Speaker.CANDIDATE:
            self._turns.pop()  # the record stays in the log; the joined turn replaces it in the transcript

    # ------------------------------------------------------------------ everything else

    async def handle(self, event: Event, *, client_id: str | None = None) -> Decision:
        """One step for an event that is not an answer. Stored unless it changed and said nothing."""
        async with self._writing:
            state, decision = mind.step(self._state, event)
            if decision.action is Action.WAIT and (isinstance(event, Tick) or state == self._state):
                return decision
            await self._store(event, decision, client_id=client_id)
            self._adopt(state, decision)
            return decision

    async def spoken(
        self, text: str, start_s: float, end_s: float, *, interrupted: bool, words: tuple[Word, ...]
    ) -> Turn:
        """Stores what the interviewer was heard to say; a barge-in is also an event."""
        question_id = self.decision.question_id if self.decision else None
        async with self._writing:
            turn = Turn(
                index=len(self._turns),
                speaker=Speaker.INTERVIEWER,
                text=text,
                start_s=start_s,
                end_s=max(end_s, start_s),
                words=words,
                question_id=question_id,
                interrupted=interrupted,
                interviewer=self.decision.speaker if self.decision else None,
            )
            await self._append(SPOKEN, int(end_s * 1000), {"turn": turn.model_dump(mode="json")})
            self._turns.append(turn)
        if interrupted and question_id is not None:
            await self.handle(BargedIn(at_ms=self._clock.now_ms(), question_id=question_id, heard=text))
        return turn

    def carry(self, answer: Answer) -> None:
        """Keeps an answer that could not be stored: the next one continues it."""
        self._partial = answer.after(self._partial)

    async def keep_partial(self, answer: Answer) -> None:
        """Keeps what was being said when the connection broke; the next answer continues it."""
        whole = answer.after(self._partial)
        turn = Turn(
            index=len(self._turns),
            speaker=Speaker.CANDIDATE,
            text=whole.text,
            start_s=whole.start_s,
            end_s=max(whole.end_s, whole.start_s),
            words=whole.words,
            typed=whole.typed,
        )
        await self._append(PARTIAL, self._clock.now_ms(), {"turn": turn.model_dump(mode="json")})
        self._partial = whole

    async def note(self, kind: str, payload: dict[str, Any]) -> None:
        """Appends a record that the controller does not see (figures, connection, recording, work on an exercise)."""
        await self._append(kind, self._clock.now_ms(), payload)

    # ------------------------------------------------------------------ private

    async def _store(
        self, event: Event, decision: Decision, turn: Turn | None = None, client_id: str | None = None
    ) -> None:
        payload: dict[str, Any] = {"event": event_to_json(event), "decision": decision_to_json(decision)}
        if turn is not None:
            payload["turn"] = turn.model_dump(mode="json")
        if client_id is not None:
            payload["client_id"] = client_id
            self.typed_ids.add(client_id)
        await self._append(STEP, event.at_ms, payload)

    async def _append(self, kind: str, at_ms: int, payload: dict[str, Any]) -> None:
        self._heard_of(await self._log.append(kind, at_ms, payload))

    def _heard_of(self, record: StoredEvent) -> None:
        if self.stored is not None:
            self.stored(record)

    def _adopt(self, state: InterviewState, decision: Decision) -> None:
        self._state = state
        self.exercise = decision.exercise
        self._planned.clear()
        self._forget_view()
        if decision.action is not Action.WAIT:
            self.decision, self._last_answer = decision, None


def _as_answer(turn: Turn | None) -> Answer | None:
    return None if turn is None else Answer(turn.text, turn.start_s, turn.end_s, turn.words, turn.typed)
