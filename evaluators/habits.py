"""What a habit is called, which dimension it costs and what helps: the words of memory, coach and advice."""

from __future__ import annotations

from dataclasses import dataclass

from evaluators.lexicon import Cue
from schema.vocabulary import MissingPiece

P = MissingPiece
LOW = ".low"  # the end of a weakness's key that names a dimension, not a piece


@dataclass(frozen=True, slots=True)
class Habit:
    """A piece that answers keep lacking. `dimensions`: where it costs levels, the nearest first; `shown`: the cues that
    are its opposite, the most telling first; `step` is one thing to do, `aim` its object in a sentence."""

    text: str
    aim: str
    step: str
    how: str
    dimensions: tuple[str, ...]
    shown: tuple[Cue, ...]


HABITS: dict[MissingPiece, Habit] = {
    P.CONTEXT: Habit(
        "Answers start without the situation.",
        "the situation",
        "Open with the scene",
        "Take three answers and write one first sentence for each: where, when, what was at stake.",
        ("communication", "structured_thinking", "execution", "role_fit"),
        (Cue.CONTEXT,),
    ),
    P.OWNERSHIP: Habit(
        "Answers leave out your own part.",
        "your own part",
        "Say “I” once more",
        "Retell one answer and name three steps that you took yourself, one verb each.",
        ("ownership_depth", "initiative", "execution", "communication", "role_fit"),
        (Cue.OWN,),
    ),
    P.METRIC: Habit(
        "Answers come without a figure.",
        "a figure",
        "Find your figures",
        "List five pieces of work with the figure before and after; look them up where you can.",
        ("execution", "ownership_depth", "communication", "role_fit"),
        (Cue.BASELINE, Cue.METRIC),
    ),
    P.TRADEOFF: Habit(
        "Choices come without what they were weighed against.",
        "what was weighed",
        "Name the other way",
        "For two decisions, write the option that you left aside and its price, in one sentence.",
        ("problem_solving", "structured_thinking", "execution", "communication", "role_fit"),
        (Cue.TRADEOFF,),
    ),
    P.RESULT: Habit(
        "Answers stop before the outcome.",
        "the outcome",
        "End on the outcome",
        "Retell two answers and make the last sentence what changed because of it.",
        ("communication", "execution", "ownership_depth", "role_fit"),
        (Cue.RESULT,),
    ),
    P.REFLECTION: Habit(
        "Answers leave out what you took from it.",
        "what you took from it",
        "Name one lesson",
        "Pick a thing that went wrong and say in two sentences what you do differently since.",
        ("growth", "communication", "ownership_depth", "role_fit"),
        (Cue.LEARNING, Cue.CHANGED),
    ),
}


def low_key(dimension: str) -> str:
    """The key of the weakness "this dimension is proved at a low level only"."""
    return f"{dimension}{LOW}"


def issue_text(key: str, names: dict[str, str]) -> str:
    """The sentence for a weakness's key; `names` are the dimensions' names by key."""
    if key in set(P):
        return HABITS[P(key)].text
    dimension = key.removesuffix(LOW)
    return f"{names.get(dimension, dimension.replace('_', ' ').capitalize())}: shown at the lower levels only."
