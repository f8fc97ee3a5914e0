"""What a good answer has is heard in the words of people who speak, and is not heard in talk that says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from schema.cues import said
from schema.exercises import CodingExercise
from seeds.coding_exercises import load_coding_exercises

EXERCISES = load_coding_exercises()
SPOKEN: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    Path(__file__).with_name("spoken_reasoning.yaml").read_text(encoding="utf-8")
)
EMPTY_TALK = (
    "I would fix the bug and run the tests.",
    "The code looks fine to me.",
    "I think there is something wrong with the loop.",
    "I changed it and now it works.",
    "I am not sure what it does but I would try something.",
    "Let me look at the code for a moment.",
    "It loops over the items and returns a result.",
    "The function takes some arguments and gives something back.",
    "I would probably rewrite it.",
    "Could you repeat the question please?",
    "I think it is efficient enough.",
    "We should handle all the edge cases.",
    "That line looks suspicious to me.",
    "It should be good now, I am done.",
)
MOST_ELSEWHERE = 0.01  # of sentences about another problem that are heard as one's own; "it is n log n" rightly is
SAMPLE = 16  # every so many of those sentences, others for each problem


def _cues(exercise: CodingExercise) -> Mapping[str, tuple[str, ...]]:
    return {said.id: said.cues for said in exercise.expected_signals} | {
        finding.id: finding.cues for finding in exercise.review_findings
    }


def test_every_problem_has_spoken_reasoning() -> None:
    assert set(SPOKEN) == set(EXERCISES)


@pytest.mark.parametrize("key", SPOKEN)
def test_each_signal_is_heard(key: str) -> None:
    cues = _cues(EXERCISES[key])
    assert set(SPOKEN[key]) == set(cues)
    unheard = {name: sentence for name, sentence in SPOKEN[key].items() if not said(cues[name], sentence)}
    assert not unheard


@pytest.mark.parametrize("key", EXERCISES)
def test_empty_talk_is_not_heard(key: str) -> None:
    for name, cues in _cues(EXERCISES[key]).items():
        heard = [sentence for sentence in EMPTY_TALK if said(cues, sentence)]
        assert not heard, name


def test_talk_about_another_problem_is_seldom_heard() -> None:
    heard = asked = 0
    for at, key in enumerate(SPOKEN):
        spoken_elsewhere = [text for other, spoken in SPOKEN.items() if other != key for text in spoken.values()]
        others = spoken_elsewhere[at % SAMPLE :: SAMPLE]
        for cues in _cues(EXERCISES[key]).values():
            heard += sum(said(cues, text) is not None for text in others)
            asked += len(others)
    assert asked > 3_000
    assert heard / asked < MOST_ELSEWHERE
