"""How long a silence must last, by question and by words."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest
from livekit.agents import llm

from agent.endpointing import LONGEST_WAIT_S, PatientTurnDetector, adjusted, wait_for
from schema.preferences import PATIENCE, ThinkingTime
from schema.vocabulary import QuestionKind
from tests.support.virtual_time import in_virtual_time

DANGLING = [
    "First I would read the file and",
    "The main problem was that the",
    "We decided to move it to",
    "I was responsible for",
    "It went from about",
    "So basically, um",
    "The reason was, because",
    "We had three options,",
    "And I have kept to that since then",
]


@pytest.mark.parametrize("text", DANGLING)
def test_words_that_cannot_end_are_waited_for(text: str) -> None:
    for kind in QuestionKind:
        assert wait_for(text, kind).seconds >= 1.0


@pytest.mark.parametrize(
    ("text", "kind", "at_most"),
    [
        ("Yes.", QuestionKind.CLOSED, 0.3),
        ("Twelve people.", QuestionKind.NUMERIC, 0.3),
        ("It was mostly Python and SQL.", QuestionKind.SHORT, 0.35),
        (
            "In my last project I designed the ingestion service and cut the delay from ten seconds to one second.",
            QuestionKind.STORY,
            0.5,
        ),
        ("We shipped it in May, and in the end the error rate fell by half.", QuestionKind.STORY, 0.45),
        ("I measure before I change anything, and I have kept to that since then.", QuestionKind.STORY, 0.45),
        ("Nobody had written it down, so that was what the whole team relied on.", QuestionKind.STORY, 0.45),
    ],
)
def test_finished_answers_are_not_kept_waiting(text: str, kind: QuestionKind, at_most: float) -> None:
    assert wait_for(text, kind).seconds <= at_most


def test_a_story_gets_more_patience_than_a_figure() -> None:
    text = "I led that project."
    assert wait_for(text, QuestionKind.STORY).seconds > wait_for(text, QuestionKind.NUMERIC).seconds
    assert wait_for("Sure. So,", QuestionKind.STORY).seconds >= 2.0


def test_a_moment_to_think_is_granted() -> None:
    assert wait_for("Hmm, let me think.", QuestionKind.STORY).seconds == LONGEST_WAIT_S


def test_the_audio_model_weighs_only_where_the_words_leave_it_open() -> None:
    sure = wait_for("We moved it to", QuestionKind.STORY)
    assert adjusted(sure, 0.01, QuestionKind.STORY) == sure.seconds
    unsure = wait_for("I led that project.", QuestionKind.STORY)
    assert not unsure.sure
    assert adjusted(unsure, 0.9, QuestionKind.STORY) == unsure.seconds < adjusted(unsure, 0.01, QuestionKind.STORY)


def _context(text: str) -> llm.ChatContext:
    context = llm.ChatContext.empty()
    context.add_message(role="user", content=text)
    return context


async def test_the_detector_answers_when_the_wait_is_over_and_not_before() -> None:
    began = time.monotonic()
    detector = PatientTurnDetector(lambda: QuestionKind.CLOSED, silent_since=lambda: began, busy=lambda: False)
    assert await detector.predict_end_of_turn(_context("Yes.")) == 1.0
    assert 0.25 <= time.monotonic() - began < 1.2  # as long as words that dangle are waited for


async def test_typing_holds_the_turn_open() -> None:
    began = time.monotonic()
    typing = True
    detector = PatientTurnDetector(lambda: QuestionKind.CLOSED, silent_since=lambda: began, busy=lambda: typing)
    task = asyncio.create_task(detector.predict_end_of_turn(_context("Yes.")))
    await asyncio.sleep(0.6)
    assert not task.done()
    typing = False
    assert await asyncio.wait_for(task, 10) == 1.0


async def test_the_audio_model_is_asked_again_through_the_pause() -> None:
    began = time.monotonic()
    scores = [0.01, 0.01, 0.95, 0.95, 0.95]
    asked: list[float] = []

    async def score() -> float:
        asked.append(time.monotonic() - began)
        return scores[min(len(asked) - 1, len(scores) - 1)]

    detector = PatientTurnDetector(
        lambda: QuestionKind.STORY, silent_since=lambda: began, busy=lambda: False, score=score
    )
    assert await detector.predict_end_of_turn(_context("I led that project.")) == 1.0
    assert len(asked) >= 2


# ---------------------------------------------------------------------- who needs more time to think


def waited(
    monkeypatch: pytest.MonkeyPatch, text: str, kind: QuestionKind, patience: float, score: float = 1.0
) -> float:
    """Seconds of silence until the detector takes the answer as complete."""

    async def work(now: Callable[[], float]) -> float:
        async def scored() -> float:
            return score

        began = now()
        monkeypatch.setattr("agent.endpointing.time.monotonic", now)
        detector = PatientTurnDetector(
            lambda: kind, silent_since=lambda: began, busy=lambda: False, score=scored, patience=patience
        )
        assert await detector.predict_end_of_turn(_context(text)) == 1.0
        return now() - began

    return in_virtual_time(work)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Yes.", QuestionKind.CLOSED),
        ("We moved it to", QuestionKind.STORY),
        ("Hmm, let me think.", QuestionKind.STORY),
        ("I led that project.", QuestionKind.STORY),
    ],
)
@pytest.mark.parametrize("thinking", ["more", "most"])
def test_patience_multiplies_every_wait(
    monkeypatch: pytest.MonkeyPatch, text: str, kind: QuestionKind, thinking: ThinkingTime
) -> None:
    usual = waited(monkeypatch, text, kind, PATIENCE["usual"])
    assert usual == pytest.approx(wait_for(text, kind).seconds, abs=0.01)
    assert waited(monkeypatch, text, kind, PATIENCE[thinking]) == pytest.approx(usual * PATIENCE[thinking], abs=0.02)


def test_patience_multiplies_what_the_voice_asks_for_too(monkeypatch: pytest.MonkeyPatch) -> None:
    text, kind = "I led that project and I was glad of it.", QuestionKind.STORY
    words_alone = waited(monkeypatch, text, kind, 1.0)
    unfinished = waited(monkeypatch, text, kind, 1.0, score=0.01)
    assert unfinished > words_alone * 2
    assert waited(monkeypatch, text, kind, 2.4, score=0.01) == pytest.approx(unfinished * 2.4, abs=0.02)
