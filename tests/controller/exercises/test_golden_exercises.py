"""Rounds of code and a case, word for word and with their reasons: a changed behaviour is a changed line.

Each file holds the exercise, the style and what the candidate does: says, runs, asks for a hint, is silent. After a
wanted change `python -m tests.controller.exercises.test_golden_exercises` writes the expected part anew; read the
difference.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from controller.decisions import Decision
from controller.events import Event
from schema.vocabulary import Style
from tests.controller.exercises.scenes import FOLDER, Round, alone

FILES = sorted(file for file in FOLDER.glob("*.yaml") if file.stem != "catalogue")


def held(golden: dict[str, Any]) -> list[tuple[Event, Decision]]:
    scene = Round.begun(alone(golden["exercise"], minutes=golden["minutes"], style=Style(golden["style"])))
    for beat in golden["does"]:
        ((what, given),) = beat.items()
        play(scene, what, given)
    return scene.log


def play(scene: Round, what: str, given: Any) -> None:
    match what:
        case "says":
            scene.say(given, after_s=20)
        case "runs":
            scene.run(**given)
        case "submits":
            scene.submit(**given)
        case "silent":
            scene.silent(given)
        case "hint":
            scene.hint()
        case "finish":
            scene.finish()
        case "tick":
            scene.tick(given)
        case "wishes":
            scene.ask(given)
        case _:
            raise ValueError(f"nobody can {what}")


def lines(golden: dict[str, Any]) -> list[dict[str, str]]:
    """Every decision, with what was on the table after it."""
    return [line(*beat) for beat in held(golden)]


def line(event: Event, decision: Decision) -> dict[str, str]:
    at_s = event.at_ms // 1000
    kind = decision.question_kind.value if decision.text else ""
    what = " ".join(part for part in (decision.action, decision.question_id, decision.stage, kind) if part)
    given = [*decision.reveals, *([f"hint {decision.hint}"] if decision.hint else [])]
    said = {"at": f"{at_s // 60:02d}:{at_s % 60:02d}", "what": what}
    if given:
        said["gives"] = ", ".join(given)
    return said | ({"said": decision.text} if decision.text else {}) | {"why": decision.reason}


def test_there_is_one_of_each_kind() -> None:
    held_of = {yaml.safe_load(file.read_text("utf-8"))["exercise"] for file in FILES}
    assert held_of == {"late_fees", "queue_times", "night_buses", "coupon_change", "bakery_margin"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_round_goes_as_recorded(file: Any) -> None:
    golden = yaml.safe_load(file.read_text("utf-8"))
    assert lines(golden) == golden["expected"]


def write() -> None:
    """Writes what is expected anew."""
    for file in FILES:
        golden = yaml.safe_load(file.read_text("utf-8"))
        golden["expected"] = lines(golden)
        file.write_text(yaml.safe_dump(golden, sort_keys=False, allow_unicode=True, width=116), encoding="utf-8")


if __name__ == "__main__":
    write()
