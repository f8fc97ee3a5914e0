"""A simulated candidate at the table: hears what is said, and chooses what to say by it, from a seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from server.simulation.personas import FAMILIES, Group, Line, Persona
from server.simulation.questions import PIECES, Need, need_of
from server.simulation.record import Labels

ANYONE = Path(__file__).parent / "anyone.yaml"
MAX_AGAINST = 2  # times that somebody says what their papers don't, of one matter
SHORT = 12  # words; so little may be said again
MAX_MOODS = 3  # turns in a row without an attempt at an answer
# What stands in where a person has no line of their own for a need.
_NEXT_BEST: Mapping[Need, tuple[Need, ...]] = {
    "opening": ("story",),
    "scenario": ("story",),
    "story": ("scenario", "opening"),
    "context": ("concrete", "deeper", "story"),
    "ownership": ("concrete", "deeper", "story"),
    "metric": ("concrete", "deeper", "story"),
    "tradeoff": ("deeper", "concrete", "story"),
    "result": ("concrete", "deeper", "story"),
    "reflection": ("deeper", "concrete", "story"),
    "concrete": ("deeper", "story"),
    "deeper": ("concrete", "story"),
    "easier": ("concrete", "deeper", "story"),
    "back": ("story",),
}
FOLLOW_UPS = PIECES | {"concrete", "deeper", "easier"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the candidate does: thinks, then speaks for `seconds`; or is silent for so long (text empty)."""

    text: str
    labels: Labels
    thinks: float
    seconds: float


@lru_cache(maxsize=1)
def _anyone() -> tuple[Line, ...]:
    groups = yaml.safe_load(ANYONE.read_text("utf-8"))
    return tuple(line for group in groups for line in Group.model_validate(group).lines())


@lru_cache(maxsize=64)
def _lines(persona: str, said: tuple[Group, ...], role_kit: str) -> Mapping[Need, tuple[Line, ...]]:
    """What a person may say for each need, in their craft."""
    family = FAMILIES[role_kit]
    mine: dict[Need, list[Line]] = {}
    for line in (line for group in said for line in group.lines()):
        if line.family in (None, family):
            for need in line.when:
                mine.setdefault(need, []).append(line)
    for line in _anyone():
        for need in line.when:
            if need not in mine or need in ("close", "offer"):
                mine.setdefault(need, []).append(line)
    return {need: tuple(lines) for need, lines in mine.items()}


class Candidate:
    """One person in one interview. Decides by the words of the questions alone."""

    def __init__(self, persona: Persona, role_kit: str, known: Mapping[str, str], seed: int) -> None:
        self._persona = persona
        self._random = random.Random(f"{persona.key} {role_kit} {seed}")
        self._lines = _lines(persona.key, persona.said, role_kit)
        self._known = known
        self._said: Counter[str] = Counter()
        self._against: Counter[str] = Counter()
        self._need: Need = "opening"
        self._moods = 0

    def hears(self, text: str) -> Reply:
        """The reply to what was just said."""
        need = need_of(text)
        if need in ("back", "patience"):
            need = self._need
        elif need != "offer":
            self._need = need
        line = self._mood(need) or self._answer(need)
        self._said[line.text] += 1
        if line.labels.contradicts:
            self._against[line.labels.contradicts] += 1
        return self._reply(line)

    def is_patient(self, text: str) -> bool:
        """Whether, while silent, they stay silent after hearing `text`: it asked for nothing new."""
        need = need_of(text)
        return need == "patience" or (need == "offer" and self._random.random() < 0.5)

    def _mood(self, need: Need) -> Line | None:
        """Something else than an answer, as often as the person is in such a mood."""
        if need in ("close", "offer", "contradiction") or self._moods >= MAX_MOODS:
            self._moods = 0
            return None
        roll = self._random.random()
        for manner, often in self._persona.moods.items():
            if roll < often:
                choice = self._fresh([line for line in self._lines.get("any", ()) if line.labels.manner == manner])
                self._moods = self._moods + 1 if choice is not None and manner != "answer" else 0
                return choice
            roll -= often
        self._moods = 0
        return None

    def _answer(self, need: Need) -> Line:
        probed = need in FOLLOW_UPS and len(self._lines.get(need, ())) > 1
        for wanted in (need, *_NEXT_BEST.get(need, ()), "story"):
            lines: Sequence[Line] = self._lines.get(wanted, ())
            if probed and wanted == need:
                gives = self._random.random() < self._persona.gives_when_probed
                lines = [line for line in lines if line.labels.is_vague is not gives] or lines
            line = self._fresh(lines)
            if line is not None:
                return line
        return self._least_said((*self._lines.get(need, ()), *self._lines["story"]))

    def _fresh(self, lines: Sequence[Line]) -> Line | None:
        """One that was not said yet; a short one or a wish may come again."""
        left = [line for line in lines if self._against[line.labels.contradicts or ""] < MAX_AGAINST]
        fresh = [line for line in left if not self._said[line.text] or line.is_silent]
        again = [line for line in left if len(line.text.split()) <= SHORT or line.labels.manner != "answer"]
        return self._least_said(fresh or again) if fresh or again else None

    def _least_said(self, lines: Sequence[Line]) -> Line:
        fewest = min(self._said[line.text] for line in lines)
        return self._random.choice([line for line in lines if self._said[line.text] == fewest or line.is_silent])

    def _reply(self, line: Line) -> Reply:
        if line.is_silent:
            return Reply("", line.labels, 0, line.silence)
        text = line.text.format(**self._known) if "{" in line.text else line.text
        pace = self._persona.words_per_second * self._random.uniform(0.85, 1.15)
        seconds = max(0.8, len(text.split()) / pace)
        return Reply(text, line.labels, self._random.uniform(*self._persona.thinks), seconds)
