"""An interview of each type and style, word for word and with its reasons: a changed behaviour is a changed line.

Each file holds the plan, what the candidate says to each question in turn (a text, or a silence in seconds) and what
the interviewer then says and why. The questions are those of golden/interviews/patterns.yaml and not the catalogue's.
After a wanted change `python -m tests.controller.test_golden_interviews` writes the expected part anew; read the
difference.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from controller.decisions import Action, Decision
from controller.events import CandidateSilent, Event, InterviewStarted, TurnEnded
from controller.interview import is_over, new_state, step
from controller.rehearsal import spoken_ms
from controller.templates import sentences
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan
from schema.vocabulary import InterviewType, Style
from tests.controller.playing import GOLDEN

FOLDER = GOLDEN / "interviews"
FILES = sorted(file for file in FOLDER.glob("*.yaml") if file.stem != "patterns")
WORDS_A_SECOND = 2.4
NOTHING_MORE = "That is all that I can say about it."


@cache
def patterns() -> dict[str, QuestionPattern]:
    """The golden interviews' own questions; a follow-up may be written as its bare sentence."""
    found = {}
    for item in yaml.safe_load((FOLDER / "patterns.yaml").read_text(encoding="utf-8")):
        tree = item.get("probe_tree", {})
        item["probe_tree"] = {
            key: [{"text": probe} if isinstance(probe, str) else probe for probe in probes]
            for key, probes in tree.items()
        }
        found[item["key"]] = QuestionPattern.model_validate(item)
    return found


def read(file: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


Said = dict[str, list[str | dict[str, float]]]


def held(golden: dict[str, Any]) -> list[tuple[Event, Decision]]:
    """The interview on a clock of its own: each answer goes to the question it was written for."""
    plan = InterviewPlan.model_validate(golden["plan"])
    state = new_state(plan, patterns(), candidate_name=golden["name"], seed=golden["seed"])
    left: Said = {key: list(answers) for key, answers in golden["said"].items()}
    beats: list[tuple[Event, Decision]] = []
    event: Event | None = InterviewStarted(0)
    while event is not None:
        state, decision = step(state, event)
        beats.append((event, decision))
        clock_ms = event.at_ms + spoken_ms(decision.text)
        event = None if is_over(state) else answer(left, decision.pattern_key or "", clock_ms)
    return beats


def answer(left: Said, question: str, clock_ms: int) -> Event:
    """What comes next to a question; who has said everything says so."""
    answers = left.get(question, [])
    said = answers.pop(0) if answers else NOTHING_MORE
    if isinstance(said, dict):
        return CandidateSilent(clock_ms + round(said["silence"] * 1000), said["silence"])
    return TurnEnded(clock_ms + 1_000 + round(len(said.split()) / WORDS_A_SECOND * 1000), said, clock_ms + 1_000)


def lines(golden: dict[str, Any]) -> list[dict[str, str]]:
    """What was said and why, one entry for each time the interviewer spoke."""
    return [line(*beat) for beat in held(golden) if beat[1].text]


def line(event: Event, decision: Decision) -> dict[str, str]:
    at_s = event.at_ms // 1000
    what = " ".join(part for part in (decision.action, decision.question_id, decision.asks_for) if part)
    said = {"at": f"{at_s // 60:02d}:{at_s % 60:02d}", "what": what}
    if decision.speaker is not None:
        said["who"] = decision.speaker
    return said | {"said": decision.text, "why": decision.reason}


def test_there_is_one_for_every_type_and_style() -> None:
    assert {file.stem for file in FILES} == {f"{kind.value}_{style.value}" for kind in InterviewType for style in Style}
    for file in FILES:
        metadata = InterviewPlan.model_validate(read(file)["plan"]).metadata
        assert file.stem == f"{metadata.interview_type.value}_{metadata.style.value}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_interview_goes_as_recorded(file: Path) -> None:
    golden = read(file)
    assert lines(golden) == golden["expected"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_interview_is_one_that_a_person_could_hold(file: Path) -> None:
    golden = read(file)
    plan = InterviewPlan.model_validate(golden["plan"])
    spoken = [decision for _, decision in held(golden) if decision.text]
    assert {decision.phase_id for decision in spoken} == {phase.id for phase in plan.phases}
    assert spoken[-1].action is Action.CLOSE
    for decision in spoken:
        assert len(sentences(decision.text)) <= 2, decision.text
        assert decision.text.count("?") <= 1, decision.text
        assert decision.reason
    assert sum(decision.action is Action.PROBE for decision in spoken) >= 2


def test_contradictions_were_put_to_the_candidate_once_each() -> None:
    quoted = {file.stem: [decision.quotes for _, decision in held(read(file)) if decision.quotes] for file in FILES}
    assert quoted["technical_neutral"][0] == (
        "Led a team of 5 engineers through the move",
        "I led a team of twelve people",
    )
    assert [len(quoted[name]) for name in ("hr_friendly", "hiring_manager_stress", "panel_neutral")] == [1, 2, 1]
    assert quoted["hr_stress"] == []


def write() -> None:
    """Writes what is expected anew."""
    for file in FILES:
        golden = read(file)
        golden["expected"] = lines(golden)
        text = yaml.safe_dump(golden, sort_keys=False, allow_unicode=True, width=116)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
