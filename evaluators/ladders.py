"""What each content dimension is read from: rungs that an answer climbs, each with its cue, its points and its advice.

The points of a ladder add up to 5, the top of the rubric's scale. They are this project's own judgement, set so that an
episode with an own action, its reason and its measured outcome stands at 4 or above and an answer that anyone could
give stands under 2. Every point that an answer got or missed can be named, which is what the report does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from evaluators.lexicon import Cue
from evaluators.reading import Reading
from evaluators.relevance import topics
from evaluators.sentences import Found
from schema.vocabulary import QuestionKind

LONG_ENOUGH = 20  # words from which an answer can be followed
COMFORTABLE = (35, 280)  # words: from a short episode to about two minutes of speech
VAGUE_PER_WORD = 0.03  # "stuff", "various", "things" for each word, above which an answer stays cloudy

C = Cue


class Weighing(StrEnum):
    """How a dimension's level comes from its answers; the formulas are in evaluators.dimensions."""

    ALL = "all"  # every answer can show it: their mean
    CORE = "core"  # most answers can show it: the best three
    TOPIC = "topic"  # one question asks for it: the best answer, and a little more for a second


@dataclass(frozen=True, slots=True)
class Rung:
    """`shows` returns the passage that earns the points, True where the whole answer does, or None."""

    points: float
    shows: Callable[[Reading], Found | bool | None]
    why: str  # said beside the quote
    lacking: str  # "Not heard: <lacking>."
    title: str
    how: str  # {question} is the question's beginning


@dataclass(frozen=True, slots=True)
class Ladder:
    weighing: Weighing
    opens: Callable[[Reading], bool]
    rungs: tuple[Rung, ...]
    needs: str
    otherwise: str  # why a quote of an answer that earned nothing is shown


def _cue(*cues: Cue) -> Callable[[Reading], Found | None]:
    return lambda reading: reading.first(*cues)


def _several(count: int, *cues: Cue) -> Callable[[Reading], Found | None]:
    """The last of at least `count` different passages."""

    def shows(reading: Reading) -> Found | None:
        if sum(reading.counts.get(cue, 0) for cue in cues) < count:
            return None
        return [item for item in reading.found if item.cue in cues][-1]

    return shows


def _both(first: Callable[[Reading], Found | None], *beside: Cue) -> Callable[[Reading], Found | None]:
    return lambda reading: first(reading) if reading.has(*beside) else None


def _in_order(reading: Reading) -> Found | None:
    """The outcome, told after the action; or two signposts around an action."""
    action, outcome = reading.at(C.OWN, C.PLAN), reading.at_last(C.RESULT, C.METRIC)
    if action and outcome and action <= outcome:
        return reading.last(C.RESULT, C.METRIC)
    return _several(2, C.SIGNPOST)(reading) if action else None


def _can_be_followed(reading: Reading) -> bool:
    brief = reading.answer.kind in (QuestionKind.NUMERIC, QuestionKind.CLOSED, QuestionKind.SHORT)
    return reading.words >= LONG_ENOUGH or (brief and reading.has(C.FIGURE, C.OWN))


def _is_plain(reading: Reading) -> bool:
    return reading.concrete and reading.vague <= VAGUE_PER_WORD * reading.words


def _is_measured_out(reading: Reading) -> bool:
    return reading.concrete and reading.words >= COMFORTABLE[0] and reading.story_words <= COMFORTABLE[1]


def _speaks_of_people(reading: Reading) -> bool:
    """Someone else is named with what passed; in answer to a question that asks for it, "he said" names them too."""
    between = reading.counts.get(C.EXCHANGE, 0)
    asked = "collaboration" in topics(reading.answer.question)
    return reading.has(C.PEOPLE) or between >= 2 or (asked and (between > 0 or reading.has(C.DISAGREE, C.RESOLVED)))


def _concrete(reading: Reading) -> Found | None:
    return reading.first(C.OWN, C.PLAN, C.METRIC, C.RESULT, C.DIAGNOSIS) if reading.concrete else None


def _guiding(reading: Reading) -> Found | None:
    return reading.first(C.SIGNPOST, C.REASON) if reading.concrete else None


_OWN = "You name an action of your own."
_OUTCOME = "You say what came of it."
_FIGURE = "You give a figure that can be checked."
_SAY_OUTCOME = ("Say what came of it", "After “{question}”, end on what changed, with a figure if you have one.")
_SAY_OWN = (
    "Name your own step",
    "On “{question}”, say what you did yourself: “I” and one verb one could have watched.",
)

COMMUNICATION = Ladder(
    weighing=Weighing.ALL,
    opens=lambda reading: reading.words > 0,
    needs="Answer at least one question in a few full sentences.",
    otherwise="This stays general: no action, figure or outcome to picture.",
    rungs=(
        Rung(1.0, _can_be_followed, "Long enough to follow.", "more than a fragment", "Give it three sentences",
             "“{question}” got too few words to follow: say where it was, what you did and what came of it."),
        Rung(1.0, _concrete, "This can be pictured.", "something one can picture", "Swap a general word for a scene",
             "On “{question}”, replace the general words with one thing that happened on one day."),
        Rung(1.0, _cue(C.RESULT, C.METRIC, C.CHANGED, C.LEARNING), "You bring the answer to an end.",
             "an ending", *_SAY_OUTCOME),
        Rung(0.75, _is_plain, "Said plainly.", "plain words", "Drop the cushions",
             "On “{question}”, leave out words like “stuff”, “various” and “basically”."),
        Rung(0.75, _is_measured_out, "A good length.", "a length of one to two minutes", "Aim for a minute or two",
             "On “{question}”, tell one episode in about a minute and stop at its outcome."),
        Rung(0.5, _guiding, "You lead the listener along.", "a word on why or what came next",
             "Lead the listener", "On “{question}”, say why you did it, or what came first and what then."),
    ),
)  # fmt: skip

STRUCTURE = Ladder(
    weighing=Weighing.ALL,
    opens=lambda reading: reading.words >= LONG_ENOUGH,
    needs="Tell at least one episode from situation to outcome.",
    otherwise="No situation, step and outcome can be told apart here.",
    rungs=(
        Rung(0.9, _cue(C.CONTEXT, C.PROBLEM), "You set the scene.", "the situation", "Open with the scene",
             "Begin “{question}” with one sentence: where, when and what was wrong."),
        Rung(1.1, _cue(C.OWN, C.PLAN), _OWN, "your own step", *_SAY_OWN),
        Rung(1.1, _cue(C.RESULT, C.METRIC), _OUTCOME, "the outcome", *_SAY_OUTCOME),
        Rung(1.0, _in_order, "The steps come in their order.", "steps in their order", "Keep the order",
             "Tell “{question}” as situation, step, outcome, in that order."),
        Rung(0.9, _cue(C.REASON, C.TRADEOFF, C.DECISION), "You give the reason.", "a reason", "Give the reason",
             "On “{question}”, add one “because” to the step that mattered."),
    ),
)  # fmt: skip

OWNERSHIP = Ladder(
    weighing=Weighing.CORE,
    opens=lambda reading: reading.has(C.OWN, C.CLAIMED, C.TEAM),
    needs="Tell one thing that you did yourself, and what became of it.",
    otherwise="This tells of work in general, not of your own part.",
    rungs=(
        Rung(0.5, _cue(C.OWN, C.CLAIMED, C.TEAM), "Work is told here, your part is not yet.", "any work", *_SAY_OWN),
        Rung(1.25, _cue(C.OWN), _OWN, "an action of your own", *_SAY_OWN),
        Rung(0.75, _several(2, C.OWN), "A second step of your own.", "a second step of yours", "Go one step deeper",
             "On “{question}”, say what you did next, not only what was decided."),
        Rung(0.5, _several(3, C.OWN), "You carry it through several steps.", "the steps that followed",
             "Carry it to the end", "On “{question}”, tell your steps until it was finished."),
        Rung(0.75, _cue(C.DECISION, C.TRADEOFF), "You name a choice of yours.", "a choice you made",
             "Name the choice", "On “{question}”, say what you decided and what you left aside."),
        Rung(0.75, _both(_cue(C.METRIC, C.RESULT), C.OWN), _OUTCOME, "what came of your part", *_SAY_OUTCOME),
        Rung(0.5, _both(_cue(C.REASON, C.DIAGNOSIS), C.OWN), "You say why you did it.", "why you did it so",
             "Say why", "On “{question}”, add what you knew that made you do it."),
    ),
)  # fmt: skip

PROBLEM_SOLVING = Ladder(
    weighing=Weighing.CORE,
    opens=lambda reading: (
        reading.has(C.PROBLEM, C.DIAGNOSIS, C.TRADEOFF) or (reading.has(C.REASON) and reading.concrete)
    ),
    needs="Tell one problem: how you found its cause and what you weighed.",
    otherwise="No problem is taken apart here.",
    rungs=(
        Rung(0.9, _cue(C.PROBLEM), "You name what was wrong.", "what exactly was wrong", "Name the symptom",
             "On “{question}”, say what one could see going wrong."),
        Rung(1.1, _cue(C.DIAGNOSIS), "You say how you found it out.", "how you found the cause", "Show the search",
             "On “{question}”, say what you looked at and what it told you."),
        Rung(0.4, _several(2, C.DIAGNOSIS), "You looked in more than one place.", "a second thing you looked at",
             "Show what you ruled out", "On “{question}”, name one cause that you ruled out, and how."),
        Rung(1.1, _cue(C.TRADEOFF), "You weigh one way against another.", "what you weighed it against",
             "Name the other way", "On “{question}”, name the option that you did not take and its price."),
        Rung(0.5, _cue(C.REASON), "You give a reason.", "a reason", "Give the reason",
             "On “{question}”, add one “because” to the choice."),
        Rung(0.6, _cue(C.VERIFY, C.METRIC, C.RESULT), "You say how it showed.", "how you knew that it worked",
             "Say how you knew", "On “{question}”, say what told you that it worked."),
        Rung(0.4, _cue(C.OWN, C.PLAN), _OWN, "your own step", *_SAY_OWN),
    ),
)  # fmt: skip

EXECUTION = Ladder(
    weighing=Weighing.CORE,
    opens=lambda reading: reading.has(C.OWN, C.PLAN, C.CLAIMED, C.TEAM),
    needs="Tell the steps of one piece of work, with what you used and how you checked it.",
    otherwise="No step that can be pictured, no tool and no check is named here.",
    rungs=(
        Rung(0.75, _cue(C.OWN, C.PLAN), _OWN, "a step one could have watched", *_SAY_OWN),
        Rung(0.75, _several(3, C.OWN, C.PLAN), "You tell the steps.", "the steps in between", "Tell the steps",
             "On “{question}”, name three things you did, in order."),
        Rung(0.75, _cue(C.TOOL, C.FIGURE), "You name what it was done with, or how much of it.", "tools or quantities",
             "Name the means", "On “{question}”, name the tool, the amount or the time it took."),
        Rung(1.0, _cue(C.VERIFY), "You say how it was checked.", "how you checked it", "Say how you checked",
             "On “{question}”, say what you tested or compared before you trusted it."),
        Rung(0.5, _several(2, C.SIGNPOST, C.DECISION), "You keep the order of the work.", "the order of the work",
             "Say what came first", "On “{question}”, say what you did first and why that first."),
        Rung(0.75, _cue(C.METRIC, C.RESULT), _OUTCOME, "what came of it", *_SAY_OUTCOME),
        Rung(0.5, _cue(C.BASELINE), "You say where the figure started.", "where the figure started",
             "Give both ends", "On “{question}”, say what the figure was before."),
    ),
)  # fmt: skip

COLLABORATION = Ladder(
    weighing=Weighing.TOPIC,
    opens=_speaks_of_people,
    needs="Tell of one person you worked with or disagreed with, and what passed between you.",
    otherwise="Other people are mentioned, what passed between you is not.",
    rungs=(
        Rung(1.25, _cue(C.PEOPLE, C.EXCHANGE), "You tell what passed between you and someone.",
             "what passed between you", "Bring one person in",
             "On “{question}”, name one person’s role and what you said to each other."),
        Rung(1.0, _cue(C.DISAGREE), "You name where you differed.", "where you differed", "Name the difference",
             "On “{question}”, say what the other wanted and why it was reasonable."),
        Rung(0.75, _cue(C.OWN), _OWN, "what you did about it", *_SAY_OWN),
        Rung(1.0, _cue(C.RESOLVED), "You say how it was settled.", "how it was settled", "Say how it ended",
             "On “{question}”, say what you agreed on and who moved."),
        Rung(0.5, _several(2, C.PEOPLE, C.EXCHANGE), "More than one exchange is told.", "a second exchange",
             "Show the back and forth", "On “{question}”, tell one question that you asked the other."),
        Rung(0.5, _cue(C.RESULT, C.METRIC, C.CHANGED, C.LEARNING), _OUTCOME, "what came of it", *_SAY_OUTCOME),
    ),
)  # fmt: skip

INITIATIVE = Ladder(
    weighing=Weighing.TOPIC,
    opens=lambda reading: reading.has(C.INITIATIVE) and reading.has(C.OWN),
    needs="Tell of something that you started although nobody had asked you to.",
    otherwise="Nothing is told here that you began yourself.",
    rungs=(
        Rung(1.5, _cue(C.INITIATIVE), "You began it yourself.", "something you began", "Say who began it",
             "On “{question}”, say what you saw and did before anyone asked."),
        Rung(1.0, _several(2, C.OWN), "You carried it on.", "the steps you took", *_SAY_OWN),
        Rung(1.0, _cue(C.RESULT, C.METRIC), _OUTCOME, "what came of it", *_SAY_OUTCOME),
        Rung(0.75, _cue(C.PROBLEM, C.REASON), "You say why it was needed.", "why it was needed", "Say why",
             "On “{question}”, say what would have happened without you."),
        Rung(0.75, _cue(C.ADOPTED, C.BASELINE), "It outlived you, or its change is measured.",
             "whether it lasted", "Say whether it lasted", "On “{question}”, say who still uses it."),
    ),
)  # fmt: skip

LEARNING = Ladder(
    weighing=Weighing.TOPIC,
    opens=lambda reading: reading.has(C.LEARNING, C.CHANGED, C.MISTAKE),
    needs="Tell of one thing that went wrong and what you do differently since.",
    otherwise="A lesson is claimed, none is told.",
    rungs=(
        Rung(1.25, _cue(C.LEARNING), "You name what you learned.", "the lesson", "Name the lesson",
             "On “{question}”, say the lesson in one sentence that could be wrong."),
        Rung(1.0, _cue(C.MISTAKE, C.PROBLEM), "You say what went wrong.", "what went wrong", "Say what went wrong",
             "On “{question}”, say plainly what you misjudged."),
        Rung(1.25, _cue(C.CHANGED), "You say what you do differently since.", "what you do differently since",
             "Show the change", "On “{question}”, name one habit that you changed after it."),
        Rung(0.75, _cue(C.REASON, C.DIAGNOSIS), "You say why it happened.", "why it happened", "Say why",
             "On “{question}”, say what you did not know or check."),
        Rung(0.75, _cue(C.RESULT, C.METRIC, C.OWN), "The lesson hangs on something done.", "something done",
             *_SAY_OUTCOME),
    ),
)  # fmt: skip

LADDERS = {
    "communication": COMMUNICATION,
    "structured_thinking": STRUCTURE,
    "ownership_depth": OWNERSHIP,
    "problem_solving": PROBLEM_SOLVING,
    "execution": EXECUTION,
    "collaboration": COLLABORATION,
    "initiative": INITIATIVE,
    "growth": LEARNING,
}
