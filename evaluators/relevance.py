"""Whether an answer speaks to its question: what the question asks to be shown.

Read from the question's words alone, so that nothing a candidate says changes what was asked. An answer that shows none
of what its question asks for keeps a share of its points: it may be true and well told, and still answers another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evaluators.assemble import is_hypothetical, is_scenario
from evaluators.lexicon import Cue
from evaluators.shapes import Answer, AnswerSet
from schema.vocabulary import QuestionKind

ELSEWHERE = 0.6  # share of its points that an answer to another question keeps
EPISODE = 2  # own actions from which an answer tells one
_MANY = (QuestionKind.STORY, QuestionKind.SHORT)
_CORE = ("communication", "structured_thinking", "execution")


def _topic(*ways: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(ways) + r")\b", re.IGNORECASE)


# Dimension -> how a question asks for it.
ASKING = {
    "collaboration": _topic(
        r"disagree\w*", r"conflicts?", r"difficult feedback", r"feedback to",
        r"difficult (?:person|people|colleague|customer|client|stakeholder|conversation)", r"resist\w*",
        r"convinc\w+", r"persuad\w+", r"push(?:ed)? back",
        r"colleagues?", r"another team", r"other teams", r"teammates?", r"two (?:leads|managers|colleagues|people)",
        r"say(?:ing)? no to", r"said no", r"worked closely", r"work(?:ed|ing)? with (?:someone|somebody|people|a \w+)",
        r"did not (?:want|agree)", r"get (?:\w+ )?on board", r"buy-?in",
    ),
    "growth": _topic(
        r"mistakes?", r"fail(?:ed|ure|ures|ing)?", r"went wrong", r"being wrong", r"were wrong", r"learn(?:ed|t)?",
        r"lessons?", r"regret\w*", r"do(?:ne)? differently", r"did not work", r"didn't work", r"criticism",
        r"feedback (?:you|that you|from)", r"changed your mind", r"what you changed",
    ),
    "initiative": _topic(
        r"(?:without|before) (?:being|anyone|anybody) \w+", r"(?:nobody|no one) (?:had )?(?:asked|told)",
        r"initiative", r"you started", r"on your own", r"beyond your (?:role|job)", r"outside your (?:role|job)",
        r"not (?:your|part of your) job", r"off your own bat",
    ),
    "problem_solving": _topic(
        r"why(?! (?:do you want|this|should we|are you|us|here))",
        r"causes?", r"bugs?", r"problems?", r"debug\w*", r"solv\w+", r"decid\w+", r"decisions?", r"choose",
        r"chose", r"trade-?offs?", r"(?:find|found|figured?) out", r"investigat\w+", r"diagnos\w+", r"to the bottom",
        r"add up", r"dropp?e?d?", r"fell", r"halved", r"got worse", r"slow", r"broke", r"weigh\w*", r"hypothes\w+",
    ),
    "role_fit": _topic(
        r"why (?:this|do you want|should we|are you|us)", r"fits?", r"yourself", r"background", r"makes you",
        r"this (?:role|job|position)", r"experience (?:do you have|with|in)", r"have you (?:done|worked|used)",
        r"relevant",
    ),
}  # fmt: skip
# What an answer to such a question shows in one way or another.
SHOWN_BY = {
    "collaboration": (Cue.PEOPLE, Cue.EXCHANGE, Cue.DISAGREE, Cue.RESOLVED),
    "growth": (Cue.LEARNING, Cue.MISTAKE, Cue.CHANGED, Cue.PROBLEM),
    "initiative": (Cue.INITIATIVE, Cue.OWN),
    "problem_solving": (Cue.PROBLEM, Cue.DIAGNOSIS, Cue.REASON, Cue.TRADEOFF, Cue.DECISION, Cue.PLAN, Cue.OWN),
}


def topics(question: str) -> frozenset[str]:
    """The dimensions that a question asks for by its words."""
    return frozenset(key for key, pattern in ASKING.items() if pattern.search(question.replace("’", "'")))


def asked_dimensions(answers: AnswerSet, *, has_jd: bool = False) -> frozenset[str]:
    """The dimensions that the answered questions asked for: what every story shows, and each question's own topic.

    A question that nobody answered asks for nothing here. Role fit needs a job description to be held against.
    """
    found: set[str] = set()
    for answer in answers.answers:
        if answer.kind in _MANY:
            found |= {*_CORE, *topics(answer.question)}
            if not is_hypothetical(answer.question):
                found.add("ownership_depth")
    return frozenset(found if has_jd else found - {"role_fit"})


def relevance(answer: Answer, cues: Iterable[Cue], fits_work: float) -> float:
    """The share of its points that an answer keeps, 0-1.

    `cues` are those found in it, one for each passage; `fits_work` is the share that it keeps for speaking of work.
    """
    if answer.kind not in _MANY:
        return 1.0
    shown = list(cues)
    if fits_work < 1:
        return fits_work
    wanted = [SHOWN_BY[key] for key in topics(answer.question) if key in SHOWN_BY]
    if wanted and not any(cue in way for way in wanted for cue in shown):
        return ELSEWHERE
    episode = shown.count(Cue.OWN) >= EPISODE and not is_scenario(answer.question)
    if is_hypothetical(answer.question) and Cue.PLAN not in shown and not episode:
        return ELSEWHERE
    return 1.0
