"""What the memory's tests are made of: interviews reduced to what they lack and show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from evaluators.memory import Observation, Score, fold
from evaluators.weaknesses import Seen
from schema.analysis import DimensionScore, Evidence
from schema.coaching import SkillMemory, Weakness
from schema.vocabulary import Agreement, WeaknessState

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
QUESTIONS = (
    "Tell me about the hardest bug you have tracked down.",
    "Describe a conflict with a colleague about priorities.",
    "How did you improve the onboarding of new customers?",
    "Walk me through a launch that slipped its date.",
    "When did you last change your mind about a design?",
    "Give an example of feedback that was difficult.",
)


def seen(question: str, key: str = "metric", *, turn: int = 1) -> Seen:
    return Seen(
        key=key, question_id=f"q{turn}", question=question, quote="it was quite good", turn_index=turn, start_s=4.5
    )


def held(
    number: int, lacks: Sequence[int] = (), shows: Sequence[int] = (), *, score: int = 60, key: str = "metric",
    category: str = "swe", scored: bool = True,
) -> Observation:  # fmt: skip
    """Interview `number`, at one day each; questions by their index."""
    return Observation(
        session_id=UUID(int=number),
        at=START + timedelta(days=number),
        role_category=category,
        scores=(Score(dimension="execution", name="Execution details", score=score),) if scored else (),
        lacks=tuple(seen(QUESTIONS[i], key, turn=2 * i + 1) for i in lacks),
        shows=tuple(seen(QUESTIONS[i], key, turn=2 * i + 1) for i in shows),
    )


def weakness(memory: Sequence[SkillMemory], key: str = "metric") -> Weakness | None:
    return next((issue for row in memory for issue in row.issues if issue.key == key), None)


def changes(memory: Sequence[SkillMemory]) -> list[str]:
    found = weakness(memory)
    return [proof.change.value for proof in found.proofs] if found else []


def state(*observations: Observation) -> WeaknessState | None:
    found = weakness(fold(observations))
    return found.state if found else None


def level(anchor: float | None, *turns: int, agreement: Agreement | None = None) -> DimensionScore:
    quotes = tuple(
        Evidence(quote="a lot of things", why="x", turn_index=t, word_start=2, word_end=6, start_s=1.5, end_s=2)
        for t in turns
    )
    return DimensionScore(
        key="execution", name="Execution details", anchor=anchor, score=None if anchor is None else round(20 * anchor),
        evidence=quotes, agreement=agreement,
    )  # fmt: skip
