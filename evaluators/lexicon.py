"""The cues that the rules know, compiled from cues.yaml beside this file."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml
from pydantic import Field

from schema.base import Shape

_REFERENCE = re.compile(r"\{([a-z_]+)\}")


class Cue(StrEnum):
    """What a passage shows. A cue counts only where its sentence tells of something done."""

    OWN = "own"  # a concrete action of the speaker's own
    CLAIMED = "claimed"  # an action too general to picture: "I helped", "I improved things"
    TEAM = "team"  # an action of "we"
    PLAN = "plan"  # what one would do, in answer to a question that asks it
    CONTEXT = "context"
    PROBLEM = "problem"
    DIAGNOSIS = "diagnosis"
    REASON = "reason"
    TRADEOFF = "tradeoff"
    DECISION = "decision"
    FIGURE = "figure"  # any quantity with its unit
    METRIC = "metric"  # a quantity that says how much something changed or mattered
    BASELINE = "baseline"  # where the figure started
    RESULT = "result"
    VERIFY = "verify"
    TOOL = "tool"
    PEOPLE = "people"  # a named role and what passed between them
    EXCHANGE = "exchange"  # the same with "him" or "they", which needs the role named elsewhere
    DISAGREE = "disagree"
    RESOLVED = "resolved"
    INITIATIVE = "initiative"
    LEARNING = "learning"
    MISTAKE = "mistake"
    CHANGED = "changed"  # what is done differently since
    ADOPTED = "adopted"  # it outlived the speaker: others use it
    SIGNPOST = "signpost"


# Cues that one list of phrases decides by itself.
PHRASED = (
    Cue.PROBLEM, Cue.DIAGNOSIS, Cue.REASON, Cue.TRADEOFF, Cue.DECISION, Cue.VERIFY, Cue.TOOL, Cue.PEOPLE, Cue.EXCHANGE,
    Cue.DISAGREE, Cue.RESOLVED, Cue.INITIATIVE, Cue.LEARNING, Cue.MISTAKE, Cue.CHANGED, Cue.ADOPTED, Cue.SIGNPOST,
)  # fmt: skip


class _File(Shape):
    """cues.yaml as it is written."""

    fragments: dict[str, str]
    phrases: dict[str, tuple[str, ...]] = Field(min_length=1)
    expressions: dict[str, str | tuple[str, ...]]
    words: dict[str, str]


class _Patterns(dict[str, re.Pattern[str]]):
    """Patterns by name, each compiled when it is first asked for: all of them take a tenth of a second."""

    def __init__(self, file: _File) -> None:
        self._file = file

    def __missing__(self, name: str) -> re.Pattern[str]:
        file = self._file
        source = _phrases(file.phrases[name]) if name in file.phrases else _joined(file.expressions[name])
        self[name] = _compiled(source, file.fragments)
        return self[name]


class Lexicon:
    """Compiled patterns by name, and sets of words by name. A wrong name raises KeyError."""

    def __init__(self, file: _File) -> None:
        self.patterns = _Patterns(file)
        self.words = {name: frozenset(text.split()) for name, text in file.words.items()}

    def finds(self, name: str, text: str) -> re.Match[str] | None:
        """The first match of that pattern in the text."""
        return self.patterns[name].search(text)


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships."""
    text = resources.files("evaluators").joinpath("cues.yaml").read_text(encoding="utf-8")
    return Lexicon(_File.model_validate(read_yaml(text)))


def read_yaml(text: str) -> object:
    """Plain YAML, by the C parser where it was built: the lexicon is read whenever a command starts."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are the safe ones


def _phrases(items: tuple[str, ...]) -> str:
    return r"\b(?:" + "|".join(items) + r")\b"


def _joined(source: str | tuple[str, ...]) -> str:
    return source if isinstance(source, str) else "|".join(source)


def _compiled(source: str, fragments: dict[str, str]) -> re.Pattern[str]:
    filled = _REFERENCE.sub(lambda match: fragments[match[1]], source)
    return re.compile(filled, re.IGNORECASE)
