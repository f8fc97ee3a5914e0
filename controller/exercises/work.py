"""What is known of the exercise on the table: part of the interview's state, frozen, the fold of its events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from controller.events import CodeRan
from schema.vocabulary import ExerciseStage


class Awaits(StrEnum):
    """What the candidate's next words will be taken for."""

    EXPLANATION = "explanation"  # the opening: reading, then saying what it is about
    WORK = "work"  # typing, running or calculating; thinking aloud gets no reply
    ANSWER = "answer"  # to a short question amid the work
    OFFER = "offer"  # yes or no to `offer`
    DISCUSSION = "discussion"  # to a question about what was done


class Offer(StrEnum):
    HINT = "hint"
    MOVE_ON = "move_on"
    TALK = "talk"  # submit first, or talk it through


@dataclass(frozen=True, slots=True)
class _Work:
    """`task` is what is being done, in words fit to be said again. `said` are ids of signals or checkpoints heard."""

    key: str
    stage: ExerciseStage
    opened_ms: int
    task: str
    awaits: Awaits = Awaits.EXPLANATION
    offer: Offer | None = None
    said: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()  # remarks that are made once, by name
    warned: bool = False  # that the time is nearly up
    replies: int = 0  # answers given to the candidate's questions that the material does not answer


@dataclass(frozen=True, slots=True)
class CodingWork(_Work):
    runs: int = 0
    last: CodeRan | None = None
    submitted: bool = False
    solved: bool = False  # the last submission of this stage passed
    hints: int = 0
    modification: bool = False  # it has been asked for
    asked: tuple[int, ...] = ()  # probing questions, by their place in the exercise
    more: int = 0  # review: times that "what else?" was asked

    def with_run(self, run: CodeRan) -> CodingWork:
        """The same after a run."""
        passed = run.submitted and run.verdict.value == "passed"
        return replace(
            self,
            runs=self.runs + 1,
            last=run,
            submitted=self.submitted or run.submitted,
            solved=passed or (self.solved and not run.submitted),
        )


@dataclass(frozen=True, slots=True)
class CaseWork(_Work):
    reveals: tuple[str, ...] = ()  # on the table, in the order in which they came
    asked: tuple[str, ...] = ()  # questions of the probing map
    probed: int = 0  # of them, in this stage
    turns: int = 0  # answers in this stage
    stage_ms: int = 0  # when this stage began


Work = CodingWork | CaseWork


def carried(before: Work | None, now: Work | None, *, spoken: bool) -> Work | None:
    """`before`, as a decision is taken back unheard, with what happened or was shown meanwhile.

    `spoken`: words of the candidate led to the decision; they come back, so a hint that they asked for is given again.
    """
    if isinstance(before, CaseWork) and isinstance(now, CaseWork) and before.key == now.key:
        return replace(before, reveals=now.reveals)
    if not isinstance(before, CodingWork) or not isinstance(now, CodingWork) or before.key != now.key:
        return before
    kept = replace(before, runs=now.runs, hints=before.hints if spoken else now.hints)
    if now.modification is not before.modification:
        return kept
    return replace(kept, last=now.last, submitted=now.submitted, solved=now.solved)


def pattern_key(key: str) -> str:
    """How decisions name an exercise where they name a question's pattern otherwise."""
    return f"exercise:{key}"
