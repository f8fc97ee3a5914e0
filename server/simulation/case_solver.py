"""A simulated candidate in a case: asks for exhibits in the case's own test sentences, guesses, calculates, decides."""

from __future__ import annotations

import random

from schema.exercises import CaseTemplate
from server.simulation import deeds
from server.simulation.deeds import Deed, is_silent, says, types
from server.simulation.record import Labels

_VAGUE = (
    "Well, I would look at a lot of different things, basically.",
    "There are many factors that play a role here.",
    "It depends on quite a few things, I suppose.",
)
_FRAMES = (
    "I would split it into what comes in and what goes out, and go through each part in turn.",
    "I'd begin with what changed, then where, then for whom, and only then look for the cause.",
)
_GUESSES = (
    "I think it might be that something became more expensive, and nobody noticed.",
    "My hypothesis is that a small group explains most of it.",
)
_ADDS_UP = ("So 12 times 40 is 480 units, which is about half of it.", "So that comes to 2.4.")
_DECIDES = "I would recommend to start small with the part that loses most, and to measure it for eight weeks."
_RISKS = "It could fail if people do not go along with it, so I would watch that every week."
_EVERYTHING = "Can you just give me all the data that you have?"


class CaseSolver:
    """One person in front of one case. Goes by what was said last and by the stage."""

    def __init__(self, case: CaseTemplate, seed: int) -> None:
        self._case = case
        self._random = random.Random(f"case {case.key} {seed}")
        self._left = [(ask, reveal.id) for reveal in case.revealable_data for ask in reveal.asks[:2]]
        self._random.shuffle(self._left)
        self._is_terse = self._random.random() < 0.3

    def does(self, heard: str, stage: str) -> Deed:
        """The next thing, after the interviewer said `heard` (last) at this stage."""
        if "Shall we go on" in heard or "finish here" in heard:
            return says(self._random.choice(("Yes, please.", "I'd like to stay, let me try.")), deeds.BUTTON)
        roll = self._random.random()
        if roll < 0.06:
            return is_silent(70)
        if roll < 0.12:
            return types(self._random.uniform(10, 50))
        if roll < 0.17:
            return says(self._random.choice(("I don't know.", "Let's move on.", "I'm stuck.")), deeds.BUTTON)
        match stage:
            case "framing":
                return self._frames()
            case "hypotheses":
                return self._guesses()
            case "analysis":
                return self._analyses()
            case "recommendation":
                return says(self._random.choice(_VAGUE) if roll < 0.3 else _DECIDES)
            case _:
                return Deed("finish", 5, deeds.BUTTON) if roll < 0.35 else says(_RISKS)

    def _frames(self) -> Deed:
        roll = self._random.random()
        if roll < 0.25 and self._case.clarifications:
            clarification = self._random.choice(self._case.clarifications)
            return says(self._random.choice(clarification.asks), deeds.ASKS)
        if roll < 0.35:
            return says(_EVERYTHING, deeds.ASKS)
        if roll < 0.5:
            return self._asks()
        return says(self._random.choice(_VAGUE if self._is_terse else _FRAMES))

    def _guesses(self) -> Deed:
        return self._asks() if self._random.random() < 0.4 else says(self._random.choice(_GUESSES))

    def _analyses(self) -> Deed:
        roll = self._random.random()
        if roll < 0.12 and self._case.not_available:
            return says(self._random.choice(self._random.choice(self._case.not_available).asks), deeds.ASKS)
        if roll < 0.22:
            reveal = self._random.choice(self._case.revealable_data)
            return says(self._random.choice(reveal.near_misses), Labels("question", asks=f"-{reveal.id}"))
        if roll < 0.6 and self._left:
            return self._asks()
        return says(self._random.choice((*_ADDS_UP, _DECIDES)))

    def _asks(self) -> Deed:
        if not self._left:
            return says(self._random.choice(_ADDS_UP))
        text, reveal = self._left.pop()
        return says(text, Labels("question", asks=reveal))
