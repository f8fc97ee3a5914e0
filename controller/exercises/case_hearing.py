"""What candidates say over a case beyond requests: a recommendation, "give me everything", a figure from nowhere."""

from __future__ import annotations

import re

from controller.wishes import normalised

_RECOMMENDS = re.compile(
    r"\bmy (?:\w+ )?recommendation\b|\bi(?:'d| would|'ll| will)? (?:\w+ )?(?:recommend|suggest|advise|propose)\b"
    r"|\bmy (?:advice|proposal|conclusion) (?:is|would be)\b|\bto conclude\b|\bin conclusion\b"
)
_SUSPECTS = re.compile(
    r"\bmy (?:\w+ ){0,2}?(?:hypothes[ie]s|guess|suspicion|hunch)\b|\bi(?:'d| would)? (?:\w+ )?(?:suspect|guess"
    r"|hypothesi[sz]e)\b|\bi think (?:it|that|this|the|maybe|there|customers|people|they)\b.{0,40}"
    r"\b(?:may|might|could|because|due to|probably)\b"
    r"|\b(?:it|this|that) (?:may|might|could) be (?:that|because|due to)\b"
)
_EVERYTHING = re.compile(
    r"\b(?:all|everything|every) (?:of )?(?:the |your |you )?(?:\w+ )?(?:data|numbers|figures|information|exhibits|got"
    r"|have|know|there is)\b|\beverything you have\b"
    r"|\bwhat (?:data|information|numbers|exhibits) (?:do you have|is there|are there|have you got"
    r"|can you (?:give|share))"
    r"|\b(?:give|show|tell) me everything\b"
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|lakhs?|crores?|million|billion)\b"
)
_COMES_TO = re.compile(
    r"\b(?:comes? (?:to|out)|gives? (?:us |me |about |around |roughly )|makes? (?:it |that |about |around |roughly )"
    r"|equals?|would be (?:about |around |roughly )?\S*\d|is (?:about|around|roughly|approximately|nearly)|ends? up"
    r"|adds? up|amounts? to|so (?:it's|it is|that's|that is)|in total|we get|i get|end up)\b"
)
_ARITHMETIC = re.compile(
    r"[×*/+=]|\d%|\b(?:times|divided|multipl\w+|plus|minus|per ?cent|per|half|double|twice|third|quarter|subtract\w*"
    r"|of the|each|because|from|out of|ratio|adding|minus|less|on top)\b"
)
_UNIT = re.compile(
    r"[%€$£₹]|\b(?:per ?cent|dollars?|euros?|pounds?|rupees?|crores?|lakhs?|people|users?|customers?|hours?|days?"
    r"|weeks?|months?|years?|minutes?|units?|orders?|points?|million|billion|thousand|calls?|stores?|shops?|deals?"
    r"|seats?|times|\w{4,}s)\b"
)


def recommends(text: str) -> bool:
    """Whether a recommendation is announced or given."""
    return bool(_RECOMMENDS.search(normalised(text)))


def suspects(text: str) -> bool:
    """Whether a hypothesis is named."""
    return bool(_SUSPECTS.search(normalised(text)))


def wants_everything(text: str) -> bool:
    """Whether the whole data room is asked for at once."""
    return bool(_EVERYTHING.search(normalised(text)))


def hides_its_arithmetic(text: str) -> bool:
    """Whether a figure is given as a result without how it comes about, or without what it counts."""
    lowered = text.lower()
    if not _FIGURE.search(lowered) or not _COMES_TO.search(lowered):
        return False
    return not _ARITHMETIC.search(lowered) or not _UNIT.search(lowered)
