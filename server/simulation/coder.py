"""A simulated candidate over code: reads, explains, tries, runs, asks, submits, and talks about it; from a seed."""

from __future__ import annotations

import random
import re

from schema.code_runs import RunVerdict
from schema.exercises import CodingExercise
from server.simulation import deeds
from server.simulation.deeds import Deed, is_silent, says, types

_SAYS = re.compile(
    r"^(?:says?|names?|thinks? of|explains?|sees?|finds?|gives?|uses?|shows?|knows?)(?: that| how)? ", re.IGNORECASE
)
TESTS, HIDDEN = 4, 3


class Coder:
    """One person in front of one problem. Goes by what was said last and by where the exercise stands."""

    def __init__(self, exercise: CodingExercise, seed: int) -> None:
        self._exercise = exercise
        self._random = random.Random(f"coder {exercise.key} {seed}")
        self._left = self._random.randint(4, 12)  # deeds until it works
        self._gives_up = self._random.random() < 0.1
        self._never_submits = self._random.random() < 0.15
        self._fails = self._random.choice((0, 0, 1, 2))  # submissions before one passes
        self._read = False
        self._repeated = 0
        self._ran = 0
        self._stage = ""
        self._facts = [_told(signal.text) for signal in exercise.expected_signals]
        self._findings = [finding.text for finding in exercise.review_findings]
        self._random.shuffle(self._facts)

    def does(self, heard: str, stage: str) -> Deed:
        """The next thing, after the interviewer said `heard` (last) at this stage."""
        if stage != self._stage:
            self._left = self._random.randint(2, 7) if self._stage else self._left
            self._stage, self._repeated = stage, 0
        asked = heard.rstrip().endswith("?")
        if asked and re.search(r"would you like|shall (?:i|we)", heard):
            return self._to_an_offer(heard)
        match stage:
            case "explain":
                return self._explains()
            case "review":
                return self._reviews()
            case "discuss":
                return self._talks()
            case _:
                return self._works(asked)

    def _to_an_offer(self, heard: str) -> Deed:
        if "talk it through" in heard:
            return says(self._random.choice(("Let's talk it through.", "I'll submit it first.")), deeds.BUTTON)
        if "move on" in heard:
            return says(self._random.choice(("Yes, let's move on.", "I'd like to stay, let me try.")), deeds.BUTTON)
        return says(self._random.choice(("Yes, please.", "No thanks, I'd like to try.")), deeds.BUTTON)

    def _explains(self) -> Deed:
        if not self._read:
            self._read = True
            return says(self._random.choice(deeds.READS), deeds.WORKS)
        roll = self._random.random()
        if roll < 0.1:
            return self._asks_for_help()
        if roll < 0.2:
            return says(self._random.choice(deeds.QUESTIONS), deeds.ASKS)
        if roll < 0.25:
            return is_silent(70)
        return says(f"It goes through the input once, and as I see it {self._fact()}.")

    def _reviews(self) -> Deed:
        if self._random.random() < 0.2:
            return types(30)
        if self._findings:
            return says(f"I see a problem: {self._findings.pop(0)}.")
        return Deed("finish", 4, deeds.BUTTON)

    def _talks(self) -> Deed:
        roll = self._random.random()
        if roll < 0.15:
            return says("I don't know.", deeds.BUTTON)
        if roll < 0.2:
            return is_silent(16)
        return says(f"I would say that {self._fact()}, and that is why I did it this way.")

    def _works(self, asked: bool) -> Deed:
        if asked and self._random.random() < 0.7:
            return says(f"It tells me that {self._fact()}.")
        self._left -= 1
        if self._left < 0:
            return self._finishes()
        roll = self._random.random()
        if roll < 0.35:
            return types(self._random.uniform(10, 60))
        if roll < 0.55:
            return self._runs()
        if roll < 0.75 and not asked:
            return says(self._random.choice(deeds.ALOUD), deeds.WORKS)
        if roll < 0.85:
            return self._asks_for_help()
        if roll < 0.92:
            return says(self._random.choice((*deeds.QUESTIONS, *deeds.WISHES)), deeds.ASKS)
        return is_silent(70)

    def _asks_for_help(self) -> Deed:
        if self._random.random() < 0.5:
            return Deed("hint", 3, deeds.BUTTON)
        return says(self._random.choice(deeds.ASKS_HINT), deeds.BUTTON)

    def _runs(self) -> Deed:
        same = self._random.random() < 0.6
        self._repeated = self._repeated + 1 if same and self._ran else 0
        self._ran += 1
        verdict = self._random.choices(
            (RunVerdict.FAILED, RunVerdict.ERROR, RunVerdict.LIMIT, RunVerdict.PASSED), (8, 1, 1, 2)
        )[0]
        passed = TESTS if verdict is RunVerdict.PASSED else self._random.randint(0, TESTS - 1)
        total = TESTS if verdict in (RunVerdict.PASSED, RunVerdict.FAILED) else 0
        return Deed("runs", 6, deeds.RUNS, "", verdict, False, passed, total, self._repeated)

    def _finishes(self) -> Deed:
        if self._gives_up:
            return says("Can we skip this exercise?", deeds.BUTTON)
        if self._never_submits:
            return Deed("finish", 4, deeds.BUTTON)
        whole = TESTS + HIDDEN
        if self._fails:
            self._fails -= 1
            self._left = 2
            return Deed("runs", 6, deeds.SUBMITS, "", RunVerdict.FAILED, True, whole - 2, whole, 0)
        return Deed("runs", 6, deeds.SUBMITS, "", RunVerdict.PASSED, True, whole, whole, 0)

    def _fact(self) -> str:
        self._facts.append(self._facts.pop(0))
        return self._facts[-1]


def _told(text: str) -> str:
    """ "Says that the list must be sorted" as it would be said: "the list must be sorted"."""
    bare = _SAYS.sub("", text).rstrip(".")
    return bare[:1].lower() + bare[1:]
